// How surely a record answers what is asked: 0 not, 1 possibly, 2 certainly, or "undated".
// The days, units and words that this compares were worked out by the library.

const NO_REGION = "none";
const NOT = 0, POSSIBLE = 1, CERTAIN = 2, UNDATED = "undated";

// The filters of a question, each by name; counting for one filter leaves that one out.
function filtersOf(question) {
  const window = windowOf(question);
  const found = searchFor(question.text);
  return {
    text: found && ((entry) => (found(entry) ? CERTAIN : NOT)),
    region: question.region && ((entry) => levelInRegion(entry, question.region)),
    source: question.source.length && ((entry) => levelInSources(entry, question.source)),
    window: window && ((entry) => levelInWindow(entry, window, question.undated)),
  };
}

// The words that are chosen for a table as filters, whichever table is shown.
function choiceFilters(table) {
  const chosen = table === asked.table ? asked.chosen : asked.left[table] ?? {};
  return Object.fromEntries(Object.entries(chosen).map(([field, words]) =>
    [field, (entry) => (words.includes(entry.record[field]) ? CERTAIN : NOT)]));
}

function levelInRegion(entry, region) {
  if (!DATA.tables[entry.table].in_space) return CERTAIN;
  if (region === NO_REGION) return entry.certain.size + entry.possible.size ? NOT : CERTAIN;
  if (entry.certain.has(region)) return CERTAIN;
  return entry.possible.has(region) ? POSSIBLE : NOT;
}

function levelInSources(entry, sources) {
  if (entry.table === "sources") return sources.includes(entry.id) ? CERTAIN : NOT;
  if (!DATA.kinds[entry.kind].cited) return CERTAIN;
  return sources.some((source) => entry.documents.has(source)) ? CERTAIN : NOT;
}

function levelInWindow(entry, window, undated) {
  if (!DATA.tables[entry.table].in_time) return CERTAIN;
  if (!entry.dates.length) return undated ? UNDATED : NOT;
  return Math.max(...entry.dates.map((date) => levelOfDate(date, window)));
}

function levelOfDate(date, { first, last }) {
  if (date.first >= first && date.last <= last && !date.sign) return CERTAIN;
  return date.first <= last && date.last >= first ? POSSIBLE : NOT;
}

// The days that two texts name; null where both are empty, one can't be read, or they are reversed.
function windowOf({ from, to }) {
  if (!from && !to) return null;
  const first = from ? periodOf(from)?.[0] : "";
  const last = to ? periodOf(to)?.[1] : "~";
  return first === undefined || last === undefined || first > last ? null : { first, last };
}

// The first and the last day of a year, a month or a day; undefined for any other text.
function periodOf(text) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim()) ?? [];
  if (!year || year < "0002" || year === "9999") return undefined;
  if (!month) return [`${year}-01-01`, `${year}-12-31`];
  if (month < "01" || month > "12") return undefined;
  const length = String(daysIn(Number(year), Number(month)));
  if (!day) return [`${year}-${month}-01`, `${year}-${month}-${length}`];
  return day >= "01" && day <= length ? [text.trim(), text.trim()] : undefined;
}

function daysIn(year, month) {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

// The weakest of the filters decides.
function levelOf(entry, filters) {
  let level = CERTAIN;
  let undated = false;
  for (const filter of filters) {
    const one = filter(entry);
    if (one === NOT) return NOT;
    if (one === UNDATED) undated = true;
    else level = Math.min(level, one);
  }
  return undated ? UNDATED : level;
}

// The entries of a table that fit, with their level; "certain" keeps no others.
function answerOf(table, filters, match) {
  const wanted = Object.values(filters).filter(Boolean);
  const found = [];
  for (const entry of ENTRIES.get(table)) {
    const level = levelOf(entry, wanted);
    if (level === CERTAIN || (level !== NOT && match === "possible")) found.push({ entry, level });
  }
  return found;
}

function without(filters, name) {
  return { ...filters, [name]: null };
}

function tally(levels) {
  const count = { certain: 0, possible: 0, undated: 0 };
  for (const level of levels) {
    if (level === CERTAIN) count.certain += 1;
    else if (level === UNDATED) count.undated += 1;
    else count.possible += 1;
  }
  return count;
}

function countInWords({ certain, possible, undated }) {
  const parts = [];
  if (certain || !(possible || undated)) parts.push(`${certain}`);
  if (possible) parts.push(`${possible} possible`);
  if (undated) parts.push(`${undated} undated`);
  return parts.join(" + ");
}
