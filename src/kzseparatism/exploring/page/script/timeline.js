// Everything dated in one picture: a bar for a range, dashed where there is doubt, a dot for a day.
// Each lane is a handful of paths, so that thousands of dates are drawn as quickly as ten.

const ROW = 7, DOT = 2.6, LANE_GAP = 4, TOP = 8, AXIS = 22;
const MOST_ROWS = 10, NARROWEST = 4;
const DAY = 86400000;
let drawn = { marks: [], scale: null };

function timeSection() {
  const picture = make("div", { id: "picture" });
  new ResizeObserver(() => byElementId("picture").clientWidth !== drawn.width && show()).observe(picture);
  return make("details", { id: "time", open: innerWidth > 900 },
    make("summary", {}, make("h2", {}, "Time line")),
    make("p", { class: "help" },
      "A dot is a day, a bar is one day somewhere in a range, dashed is doubtful. Drag to set the window; click a mark to open its record."),
    picture,
    make("p", { id: "pointed", class: "help" }),
    make("div", { id: "brush-tools", class: "tools" },
      make("label", { class: "line" },
        make("input", { type: "checkbox", id: "zoom", onchange: (event) => ask({ zoom: event.target.checked }) }),
        "show only the window"),
      button("Forget the window", () => ask({ from: "", to: "", zoom: false }))),
    make("details", { id: "undated-box" }, make("summary", {}), make("ul", {})));
}

// What the time line has: the dated things of every table that the other filters let through.
function momentsOf(filters) {
  const dated = [];
  const undated = [];
  for (const [table, { in_time: inTime }] of Object.entries(DATA.tables)) {
    if (!inTime) continue;
    const own = { ...without(filters, "window"), ...choiceFilters(table) };
    for (const { entry } of answerOf(table, own, asked.match)) {
      if (!entry.dates.length) undated.push(entry);
      const lanes = lanesOf(entry);
      entry.dates.forEach((date, index) => dated.push({ entry, date, lane: lanes[index] }));
    }
  }
  return { dated, undated };
}

// A case has a lane for each kind of stage; the other records have one for each table.
function lanesOf(entry) {
  if (entry.table !== "cases") return [nounOf(entry)];
  return (entry.record.stages ?? []).filter(({ date }) => date).map(({ kind }) => kind);
}

function showTimeline(filters) {
  const { dated, undated } = momentsOf(filters);
  const window = windowOf(asked);
  byElementId("zoom").checked = asked.zoom;
  byElementId("brush-tools").hidden = !window;
  showUndated(undated);
  if (!byElementId("time").open) return;
  const box = byElementId("picture");
  const width = Math.max(box.clientWidth, 240);
  const scale = scaleOf(dated, window, width);
  const lanes = packed(dated, scale);
  drawn = { marks: lanes.flatMap(({ marks }) => marks), scale, width: box.clientWidth };
  box.replaceChildren(picture(lanes, scale, window, dated));
}

function showUndated(entries) {
  const box = byElementId("undated-box");
  box.hidden = entries.length === 0;
  box.querySelector("summary").textContent = `${entries.length} without a date`;
  const links = entries.slice(0, 200).map((entry) => make("li", {}, `${nounOf(entry)}: `, recordLink(entry, labelOf(entry))));
  if (entries.length > 200) links.push(make("li", {}, `and ${entries.length - 200} more`));
  box.querySelector("ul").replaceChildren(...links);
}

function dayNumber(day) {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function dayText(number) {
  return new Date(Math.floor(number) * DAY).toISOString().slice(0, 10);
}

function scaleOf(dated, window, width) {
  const left = width > 600 ? 96 : 4;
  const days = dated.flatMap(({ date }) => [date.first, date.last]).filter((day) => day && day !== "~").map(dayNumber);
  let first = days.reduce((one, other) => Math.min(one, other), Infinity);
  let last = days.reduce((one, other) => Math.max(one, other), -Infinity);
  if (asked.zoom && window) {
    if (window.first) first = dayNumber(window.first);
    if (window.last !== "~") last = dayNumber(window.last);
  }
  if (!(first <= last)) [first, last] = [dayNumber("2000-01-01"), dayNumber("2000-12-31")];
  const span = Math.max(last - first + 1, 30);
  const right = width - 8;
  return {
    left, right, width, first, span,
    at: (number) => left + ((number - first) / span) * (right - left),
    dayAt: (x) => first + Math.min(Math.max((x - left) / (right - left), 0), 0.999999) * span,
  };
}

// Puts the marks of each lane into rows in which none covers another, as far as there is room.
function packed(dated, scale) {
  const groups = new Map(laneNames(dated).map((name) => [name, []]));
  for (const moment of dated) {
    const mark = markOf(moment, scale);
    if (mark) groups.get(moment.lane).push(mark);
  }
  let top = TOP;
  const lanes = [];
  for (const [name, marks] of groups) {
    if (!marks.length) continue;
    marks.sort((one, other) => one.start - other.start);
    const label = scale.left < 20 ? 12 : 0;
    const rows = pack(marks, top + label);
    lanes.push({ name, marks, top, height: Math.max(rows * ROW, 10) + label, label });
    top += lanes.at(-1).height + LANE_GAP;
  }
  return lanes;
}

function laneNames(dated) {
  const stages = Object.keys(DATA.words.StageKind);
  const used = [...new Set(dated.map(({ lane }) => lane))];
  const place = (lane) => (stages.includes(lane) ? stages.indexOf(lane) + 1 : 0);
  return used.sort((one, other) => place(one) - place(other));
}

function markOf({ entry, date, lane }, scale) {
  const first = date.first ? dayNumber(date.first) : -Infinity;
  const last = date.last === "~" ? Infinity : dayNumber(date.last);
  if (last < scale.first || first > scale.first + scale.span) return null;
  const start = Math.max(scale.at(first), scale.left);
  const end = Math.min(Math.max(scale.at(last + 1), start + NARROWEST), scale.right);
  const doubtful = Boolean(date.sign) || !date.first || date.last === "~";
  return { entry, date, lane, start: Math.min(start, scale.right - NARROWEST), end, doubtful, day: first === last };
}

function pack(marks, top) {
  const ends = [];
  marks.forEach((mark, index) => {
    let row = ends.findIndex((end) => end + 1 < mark.start);
    if (row < 0) row = ends.length < MOST_ROWS ? ends.length : index % MOST_ROWS;
    ends[row] = Math.max(mark.end, ends[row] ?? 0);
    mark.y = top + row * ROW + ROW / 2;
  });
  return ends.length;
}

function picture(lanes, scale, window, dated) {
  const height = (lanes.length ? lanes.at(-1).top + lanes.at(-1).height : 40) + AXIS;
  const title = `Time line of ${dated.length} dated things`;
  const made = draw("svg", { role: "img", "aria-label": `${title}; the tables below have the same dates`, width: scale.width, height, viewBox: `0 0 ${scale.width} ${height}`, class: "timeline" },
    axis(scale, height), lanes.map((lane) => laneDrawing(lane, scale, window)), brushed(window, scale, height));
  listen(made, scale, height);
  return made;
}

function laneDrawing({ name, marks, top }, scale, window) {
  const parts = [draw("line", { class: "rule", x1: 0, x2: scale.right, y1: top - LANE_GAP / 2, y2: top - LANE_GAP / 2 })];
  parts.push(draw("text", { class: "lane", x: 0, y: top + 8 }, inWords(name)));
  for (const doubtful of [false, true]) {
    for (const outside of [true, false]) {
      const some = marks.filter((mark) => mark.doubtful === doubtful && isOutside(mark, window) === outside);
      if (!some.length) continue;
      const path = some.map(shapeOf).join("");
      parts.push(draw("path", { class: `mark${doubtful ? " doubtful" : ""}${outside ? " outside" : ""}`, d: path }));
    }
  }
  return parts;
}

function isOutside({ date }, window) {
  const level = window ? levelOfDate(date, window) : CERTAIN;
  return asked.match === "certain" ? level !== CERTAIN : level === NOT;
}

function shapeOf({ start, end, y, day }) {
  const middle = (start + end) / 2;
  if (day) return `M${(middle - DOT).toFixed(1)} ${y}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0z`;
  return `M${start.toFixed(1)} ${y - 2.5}H${end.toFixed(1)}V${y + 2.5}H${start.toFixed(1)}z`;
}

function axis(scale, height) {
  const parts = [];
  for (const [number, text] of ticks(scale)) {
    const x = scale.at(number);
    parts.push(draw("line", { class: "tick", x1: x, x2: x, y1: 0, y2: height - AXIS + 6 }));
    parts.push(draw("text", { class: "scale", x, y: height - 6, "text-anchor": x > scale.right - 30 ? "end" : "middle" }, text));
  }
  return parts;
}

// Years, or months where few years are shown, as many as have room for their names.
function ticks({ first, span, left, right }) {
  const room = Math.max(Math.floor((right - left) / 64), 1);
  const months = span / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((size) => months / size <= room) ?? 6000;
  const begin = new Date(first * DAY);
  const found = [];
  let month = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step) * step;
  for (; found.length <= room + 1; month += step) {
    const day = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
    const number = dayNumber(`${day}-01`);
    if (number > first + span) break;
    if (number >= first) found.push([number, step < 12 ? day : day.slice(0, 4)]);
  }
  return found;
}

function brushed(window, scale, height) {
  if (!window) return draw("rect", { class: "brush", width: 0, height: 0 });
  const start = window.first ? scale.at(dayNumber(window.first)) : scale.left;
  const end = window.last === "~" ? scale.right : scale.at(dayNumber(window.last) + 1);
  return brushRect(Math.max(start, scale.left), Math.min(end, scale.right), height);
}

function brushRect(start, end, height) {
  return draw("rect", { class: "brush", x: start, y: 0, width: Math.max(end - start, 0), height: height - AXIS + 6 });
}

// Dragging sets the window, a click opens what lies under it.
function listen(made, scale, height) {
  let begun = null;
  const position = (event) => event.clientX - made.getBoundingClientRect().left;
  made.addEventListener("pointerdown", (event) => {
    begun = position(event);
    made.setPointerCapture(event.pointerId);
  });
  made.addEventListener("pointermove", (event) => {
    if (begun === null) return point(made, event);
    const [start, end] = [begun, position(event)].sort((one, other) => one - other);
    made.querySelector(".brush").replaceWith(brushRect(start, end, height));
  });
  made.addEventListener("pointercancel", () => { begun = null; });
  made.addEventListener("pointerup", (event) => {
    if (begun === null) return;
    const [start, end] = [begun, position(event)].sort((one, other) => one - other);
    begun = null;
    if (end - start > 4) ask({ from: dayText(scale.dayAt(start)), to: dayText(scale.dayAt(end)) });
    else open(made, event);
  });
}

function markAt(made, event) {
  const box = made.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const near = drawn.marks.filter((mark) => Math.abs(mark.y - y) <= ROW / 2 && x >= mark.start - 3 && x <= mark.end + 3);
  return near.sort((one, other) => (one.end - one.start) - (other.end - other.start))[0];
}

function point(made, event) {
  const mark = markAt(made, event);
  made.classList.toggle("over", Boolean(mark));
  byElementId("pointed").textContent = mark ? `${inWords(mark.lane)}, ${mark.date.words}: ${labelOf(mark.entry)}` : "";
}

function open(made, event) {
  const mark = markAt(made, event);
  if (mark) ask({ record: mark.entry.id });
  else show();
}
