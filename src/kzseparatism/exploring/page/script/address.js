// What is asked, and its place in the address: whoever gets the address sees the same answer.

const NOTHING = {
  table: "cases", text: "", from: "", to: "", match: "possible", undated: false,
  region: "", source: [], sort: "", down: false, zoom: false, record: "", chosen: {}, left: {},
};
let asked = structuredClone(NOTHING);

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  asked = structuredClone(NOTHING);
  for (const name of ["text", "from", "to", "sort", "record"]) asked[name] = given.get(name) ?? "";
  for (const name of ["undated", "down", "zoom"]) asked[name] = given.get(name) === "1";
  if (Object.hasOwn(DATA.tables, given.get("table") ?? "")) asked.table = given.get("table");
  if (given.get("match") === "certain") asked.match = "certain";
  asked.region = regionCalled(given.get("region") ?? "");
  asked.source = listOf(given, "source").filter((id) => BY_ID.get(id)?.table === "sources");
  asked.chosen = chosenIn(given, asked.table, "");
  for (const table of Object.keys(DATA.tables)) {
    if (table !== asked.table) asked.left[table] = chosenIn(given, table, `${table}.`);
  }
}

// The words chosen for a table, by field. Those of the tables that are not shown have its name before.
function chosenIn(given, table, prefix) {
  const fields = Object.entries(DATA.tables[table].choices).map(([field, vocabulary]) =>
    [field, listOf(given, prefix + field).filter((word) => Object.hasOwn(DATA.words[vocabulary], word))]);
  return Object.fromEntries(fields.filter(([, words]) => words.length));
}

function listOf(given, name) {
  return (given.get(name) ?? "").split(",").filter(Boolean);
}

function regionCalled(id) {
  return id === NO_REGION || BY_ID.get(id)?.table === "regions" ? id : "";
}

function addressOf(question) {
  const given = new URLSearchParams();
  for (const name of ["table", "text", "from", "to", "match", "region", "sort", "record"]) {
    if (question[name] !== NOTHING[name]) given.set(name, question[name]);
  }
  for (const name of ["undated", "down", "zoom"]) if (question[name]) given.set(name, "1");
  if (question.source.length) given.set("source", question.source.join(","));
  for (const [field, words] of Object.entries(question.chosen)) given.set(field, words.join(","));
  for (const [table, chosen] of Object.entries(question.left)) {
    for (const [field, words] of Object.entries(chosen)) given.set(`${table}.${field}`, words.join(","));
  }
  return `#${given}`.replaceAll("%2C", ",");
}

// Changes the question. Opening a record is a step that "back" undoes; a filter is not.
function ask(change) {
  const before = asked.record;
  asked = { ...asked, ...change };
  const opens = asked.record && asked.record !== before;
  history[opens ? "pushState" : "replaceState"](null, "", addressOf(asked));
  show();
}

// Words are chosen for one table. They stay chosen while another one is shown.
function turnTo(table) {
  if (table === asked.table) return;
  const { [table]: chosen = {}, ...left } = { ...asked.left, [asked.table]: asked.chosen };
  ask({ table, chosen, left, sort: "", down: false });
}

function addressOfRecord(id) {
  return addressOf({ ...asked, record: id });
}

function permalinkOf(id) {
  return location.href.replace(/#.*/s, "") + addressOf({ ...NOTHING, record: id });
}
