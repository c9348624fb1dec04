// The records that fit: as a table where there is room, as cards where there is not.

const PAGE = 100;
let rowsShown = PAGE;
let shownFor = "";

function resultsSection() {
  return make("section", { id: "results", tabindex: "-1", "aria-labelledby": "found" },
    make("nav", { id: "tables", "aria-label": "Kinds of record" }),
    make("div", { class: "summary" },
      make("h2", { id: "found" }),
      make("div", { id: "asked", class: "chips" }),
      make("div", { class: "tools" }, sortBox(),
        button("Download CSV", () => download("csv")), button("Download JSON", () => download("json")),
        button("Copy link", () => copy(location.href, "The link to this answer is copied.")))),
    make("p", { id: "note", class: "help" }),
    make("p", { id: "doubt", class: "help" },
      "“3 + 2 possible”: three records certainly fit, and two more may, because their day or place is not known exactly."),
    make("div", { id: "rows", class: "scroller", tabindex: "0", role: "region", "aria-label": "Records" }),
    make("p", { id: "more" }));
}

function sortBox() {
  return make("label", { class: "sort" }, "Sort by ",
    make("select", { id: "sort", onchange: (event) => ask({ sort: event.target.value, down: false }) }));
}

function showResults(filters, choices) {
  const answer = inOrder(answerOf(asked.table, { ...filters, ...choices }, asked.match));
  const question = addressOf({ ...asked, record: "" });
  if (question !== shownFor) rowsShown = PAGE;
  shownFor = question;
  showTabs(filters);
  showSummary(answer);
  showSort();
  byElementId("note").textContent = noteOf(filters);
  byElementId("doubt").hidden = !answer.some(({ level }) => level === POSSIBLE);
  const found = answer.length ? tableOf(answer.slice(0, rowsShown), filters) : nothingFound();
  replaceKeepingFocus(byElementId("rows"), [found], "sort");
  showMore(answer);
  return answer;
}

function showTabs(filters) {
  const tabs = Object.keys(DATA.tables).filter((table) => ENTRIES.get(table).length).map((table) => {
    const levels = answerOf(table, { ...filters, ...choiceFilters(table) }, asked.match).map(({ level }) => level);
    return make("button", {
      type: "button", "aria-current": table === asked.table ? "true" : null, "data-table": table,
      onclick: () => turnTo(table),
    }, capital(table), " ", make("span", { class: "count" }, countInWords(tally(levels))));
  });
  replaceKeepingFocus(byElementId("tables"), tabs, "table");
}

// What is made anew would lose the focus of the keyboard, so it is given back.
function replaceKeepingFocus(box, children, key) {
  const focused = box.contains(document.activeElement) ? document.activeElement.dataset[key] : undefined;
  box.replaceChildren(...children);
  if (focused !== undefined) [...box.querySelectorAll(`[data-${key}]`)].find((one) => one.dataset[key] === focused)?.focus();
}

function showSummary(answer) {
  const counted = tally(answer.map(({ level }) => level));
  const noun = answer.length === 1 ? DATA.kinds[DATA.tables[asked.table].kind].noun : asked.table;
  byElementId("found").textContent = `${countInWords(counted)} ${noun}`;
  byElementId("asked").replaceChildren(...askedInWords());
  const text = `${countInWords(counted)} ${noun}`;
  if (byElementId("status").textContent !== text) byElementId("status").textContent = text;
}

// Each thing that is asked, as a button that takes it back.
function askedInWords() {
  const parts = [];
  if (asked.text) parts.push([`“${asked.text}”`, { text: "" }]);
  if (asked.region) parts.push([asked.region === NO_REGION ? "no single region" : labelOf(BY_ID.get(asked.region)), { region: "" }]);
  if (windowOf(asked)) parts.push([`${asked.from || "…"} to ${asked.to || "…"}`, { from: "", to: "", zoom: false }]);
  for (const id of asked.source) parts.push([documentInBrief(id), { source: toggled(asked.source, id) }]);
  parts.push(...wordsAsked("", asked.chosen, (chosen) => ({ chosen })));
  for (const [table, words] of Object.entries(asked.left)) {
    parts.push(...wordsAsked(`${table}: `, words, (chosen) => ({ left: { ...asked.left, [table]: chosen } })));
  }
  return parts.map(([text, change]) => button([told(text), " ×"], () => ask(change), { class: "chip", "aria-label": `Remove ${text}` }));
}

// Each chosen word with what is asked without it.
function wordsAsked(prefix, chosen, changed) {
  return Object.entries(chosen).flatMap(([field, words]) => words.map((word) =>
    [`${prefix}${inWords(field)}: ${inWords(word)}`, changed(toggledIn(chosen, field, word))]));
}

function noteOf(filters) {
  const { in_time: inTime, in_space: inSpace } = DATA.tables[asked.table];
  const left = [];
  if (filters.window && !inTime) left.push("time");
  if (filters.region && !inSpace) left.push("region");
  return left.length ? `The filter by ${left.join(" and ")} says nothing about ${asked.table}, and is left out.` : "";
}

function nothingFound() {
  return make("p", { class: "nothing" }, "Nothing fits all of this. Remove a filter, or allow what is possible.");
}

function isDoubtful(filters) {
  const { in_time: inTime, in_space: inSpace } = DATA.tables[asked.table];
  return Boolean((filters.window && inTime) || (filters.region && inSpace));
}

function columnsOf(table) {
  const kind = DATA.tables[table].kind;
  const fields = new Map(fieldsOf(kind).map((field) => [field.name, field]));
  return DATA.tables[table].columns.map((name, index) => ({
    name, index, type: fields.get(name)?.type ?? "text",
    definition: fields.get(name)?.definition ?? DATA.definitions[name],
  }));
}

function tableOf(answer, filters) {
  const columns = columnsOf(asked.table);
  const doubtful = isDoubtful(filters);
  const head = make("tr", {}, doubtful ? make("th", { scope: "col" }, "match") : null, columns.map(headOf));
  const body = make("tbody", {}, answer.map((found) => rowOf(found, columns, doubtful)));
  return make("table", {}, make("caption", { class: "hidden" }, capital(asked.table)), make("thead", {}, head), body);
}

function headOf({ name, definition }) {
  const sorted = asked.sort === name;
  const direction = sorted ? (asked.down ? "descending" : "ascending") : null;
  return make("th", { scope: "col", "aria-sort": direction, title: definition },
    button([inWords(name), make("span", { class: "arrow", "aria-hidden": "true" }, sorted ? (asked.down ? " ▼" : " ▲") : "")],
      () => ask({ sort: name, down: sorted && !asked.down }), { "data-sort": name }));
}

const LEVELS = { [CERTAIN]: "certain", [POSSIBLE]: "possible", [UNDATED]: "undated" };

function rowOf({ entry, level }, columns, doubtful) {
  const heading = columns.find(({ name }) => name === DATA.kinds[entry.kind].label) ?? columns[0];
  const cells = columns.map((column) => {
    const cell = { "data-label": inWords(column.name), class: `of-${column.name.replaceAll(" ", "-")}` };
    if (column === heading) return make("th", { scope: "row", ...cell }, recordLink(entry, cellText(entry, column)));
    return make("td", cell, cellContent(entry, column));
  });
  const match = doubtful ? make("td", { "data-label": "match" }, make("span", { class: `badge ${LEVELS[level]}` }, LEVELS[level])) : null;
  return make("tr", { "data-id": entry.id }, match, cells);
}

function cellText(entry, { name, index, type }) {
  if (name === "source") return documentsOf(entry).map(([, words]) => words).join("; ");
  return entry.cells[index] || fieldText(type, entry.record[name]);
}

// A field in words: names for links, and the days for a date.
function fieldText(type, value) {
  if (type === "date") return value === undefined ? "no date" : dateOf(value).words;
  if (value === undefined) return "";
  if (type === "link") return [value].flat().map((id) => labelOf(BY_ID.get(id))).join("; ");
  return type.startsWith("word:") ? inWords(value) : String(value);
}

function cellContent(entry, column) {
  if (column.name !== "source") return told(cellText(entry, column));
  return documentsOf(entry).map(([source, words]) => make("div", {}, webLink(articleOf(source), words)));
}

function recordLink(entry, text) {
  const opened = (event) => {
    event.preventDefault();
    ask({ record: entry.id });
  };
  return make("a", { href: addressOfRecord(entry.id), onclick: opened }, told(text));
}

// The order of the library, or that of a column; what says nothing there comes last.
function inOrder(answer) {
  const column = columnsOf(asked.table).find(({ name }) => name === asked.sort);
  if (!column) return answer;
  const keyed = answer.map((found) => [keyOf(found.entry, column), found]);
  const sign = asked.down ? -1 : 1;
  keyed.sort(([one], [other]) => {
    if (one === "" || other === "") return (one === "") - (other === "");
    return sign * (typeof one === "number" && typeof other === "number" ? one - other : COLLATOR.compare(one, other));
  });
  return keyed.map(([, found]) => found);
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

function keyOf(entry, column) {
  if (DATA.tables[entry.table].ordered.includes(column.name)) return entry.order[column.name] ?? "";
  if (column.type !== "date") return cellText(entry, column);
  const text = entry.record[column.name];
  return text ? `${dateOf(text).first || "0000"} ${dateOf(text).last}` : "";
}

function showSort() {
  const options = [["", "the usual order"], ...columnsOf(asked.table).map(({ name }) => [name, inWords(name)])];
  byElementId("sort").replaceChildren(...options.map(([value, text]) => make("option", { value, selected: value === asked.sort }, text)));
}

function showMore(answer) {
  const left = answer.length - rowsShown;
  const add = (number) => () => {
    rowsShown += number;
    show();
  };
  byElementId("more").replaceChildren(...(left <= 0 ? [] : [
    `${rowsShown} of ${answer.length} are shown. `,
    button(`Show ${Math.min(PAGE, left)} more`, add(PAGE)), " ", button("Show all", add(left))]));
}
