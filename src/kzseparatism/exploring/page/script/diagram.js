// Who speaks to, about and in answer to one actor, and to, about and in answer to whom it speaks.

const MOST_NAMES = 8, LINE = 26, BOX = 20;
const WAYS = [["to", "addressees"], ["about", "about"]];

function talkBox(entry) {
  const { from, towards } = talkOf(entry.id);
  if (!from.length && !towards.length) return null;
  const name = labelOf(entry);
  return section("Who speaks with whom",
    innerWidth > 700 ? make("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Diagram" }, talkDrawing(name, from, towards)) : null,
    talkList(`Speak to, about or in answer to ${name}`, from),
    talkList(`${name} speaks to, about or in answer to`, towards));
}

// The other actors on both sides, each with how often, and with the statements.
function talkOf(id) {
  const from = new Map();
  const towards = new Map();
  for (const statement of ENTRIES.get("statements")) {
    const { speakers = [], responds_to: answered = [] } = statement.record;
    const targets = WAYS.map(([way, field]) => [way, statement.record[field] ?? []]);
    targets.push(["in answer to", [...new Set(answered.flatMap((one) => BY_ID.get(one).record.speakers))]]);
    for (const [way, others] of targets) {
      if (speakers.includes(id)) for (const other of others) count(towards, other, way, statement);
      if (others.includes(id)) for (const speaker of speakers) count(from, speaker, way, statement);
    }
  }
  return { from: ranked(from, id), towards: ranked(towards, id) };
}

function count(side, other, way, statement) {
  const ways = side.get(other) ?? new Map();
  side.set(other, ways.set(way, [...(ways.get(way) ?? []), statement]));
}

function ranked(side, self) {
  const rows = [...side].filter(([other]) => other !== self).map(([other, ways]) => ({
    entry: BY_ID.get(other), ways, number: new Set([...ways.values()].flat()).size,
  }));
  return rows.sort((one, other) => other.number - one.number || labelOf(one.entry).localeCompare(labelOf(other.entry)));
}

function waysInWords(ways) {
  return [...ways].map(([way, statements]) => `${way} ${statements.length}`).join(", ");
}

function talkList(title, rows) {
  if (!rows.length) return null;
  return make("details", { open: innerWidth <= 700 }, make("summary", {}, `${title} (${rows.length})`),
    make("ul", {}, rows.map(({ entry, ways }) => make("li", {}, recordLink(entry, labelOf(entry)), ": ",
      [...ways].flatMap(([way, statements], index) => [index ? "; " : "", `${way} `,
        statements.flatMap((one, number) => [number ? ", " : "", recordLink(one, String(number + 1))])]).flat()))));
}

// The names that are mentioned most, eight on each side at the most, so that it can be read.
function talkDrawing(name, from, towards) {
  const [left, right] = [shortened(from), shortened(towards)];
  const height = Math.max(left.length, right.length, 1) * LINE + 10;
  const middle = height / 2;
  const label = `${from.length} actors speak to, about or in answer to ${name}, who speaks so of ${towards.length}; the lists below name them`;
  return draw("svg", { class: "talk", role: "img", "aria-label": label, viewBox: `0 0 720 ${height}`, width: 720, height },
    left.map((row, index) => side(row, placeOf(index, left.length, height), middle, 230, 285, "end")),
    right.map((row, index) => side(row, placeOf(index, right.length, height), middle, 490, 435, "start")),
    draw("rect", { class: "self", x: 285, y: middle - 16, width: 150, height: 32, rx: 6 }),
    draw("text", { class: "self", x: 360, y: middle + 4, "text-anchor": "middle" }, clipped(name, 22)));
}

function shortened(rows) {
  const shown = rows.slice(0, MOST_NAMES).map(({ entry, ways, number }) => ({ name: labelOf(entry), told: waysInWords(ways), number }));
  const left = rows.length - shown.length;
  return left ? [...shown, { name: `and ${left} more`, told: "", number: 1 }] : shown;
}

function placeOf(index, number, height) {
  return (height - number * LINE) / 2 + index * LINE + LINE / 2;
}

function side({ name, told: ways, number }, y, middle, end, begin, anchor) {
  const bend = (end + begin) / 2;
  return [
    draw("path", { class: "bond", d: `M${end} ${y}C${bend} ${y} ${bend} ${middle} ${begin} ${middle}`, "stroke-width": Math.min(1 + number, 7) }),
    draw("text", { x: anchor === "end" ? end - 6 : end + 6, y: y + 1, "text-anchor": anchor }, clipped(name, 34), draw("title", {}, name)),
    draw("text", { class: "ways", x: anchor === "end" ? end - 6 : end + 6, y: y + 11, "text-anchor": anchor }, ways),
  ];
}

function clipped(text, length) {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
