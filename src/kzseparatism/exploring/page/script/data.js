// The records of the page, by table and by id, and what the codebook says about their fields.

const DATA = JSON.parse(document.getElementById("data").textContent);
const ENTRIES = new Map();
const BY_ID = new Map();

function readEntries() {
  for (const [table, rows] of Object.entries(DATA.records)) {
    const entries = rows.map((row) => entryOf(table, row));
    ENTRIES.set(table, entries);
    for (const entry of entries) BY_ID.set(entry.id, entry);
  }
}

// An entry is a record with its table and what it matches by.
function entryOf(table, row) {
  const { kind } = DATA.tables[table];
  const [extra, ...values] = row;
  const record = recordOf(kind, values);
  return {
    id: record.id,
    table,
    kind,
    record,
    certain: new Set(extra.c),
    possible: new Set(extra.p),
    documents: new Map((extra.s ?? []).map(([number, ...paragraphs]) => [sourceId(number), paragraphs])),
    dates: (extra.d ?? []).map(([name, text]) => ({ name, ...dateOf(text) })),
    texts: numbersIn(extra.w ?? ""),
    names: extra.n ?? [],
    cells: extra.t ?? [],
    order: extra.o ?? {},
    label: extra.l ?? record[DATA.kinds[kind].label],
    citation: extra.q,
  };
}

// A row has the values of the fields in order, 0 for none; the parts in it are rows as well.
function recordOf(kind, values) {
  const record = {};
  fieldsOf(kind).forEach(({ name, type }, index) => {
    const value = values[index];
    if (value === undefined || value === 0) return;
    record[name] = type.startsWith("part:") ? value.map((part) => recordOf(type.slice(5), part)) : value;
  });
  return record;
}

const DIGITS = new Map([...DATA.digits].map((sign, value) => [sign, value]));

// The numbers of words, in digits of five bits; a sixth bit marks those that are not the last.
function numbersIn(text) {
  const numbers = [];
  let number = 0;
  for (const sign of text) {
    const digit = DIGITS.get(sign);
    number = number * 32 + (digit % 32);
    if (digit >= 32) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
}

function sourceId(number) {
  return DATA.records.sources[number][1];
}

// An open end is a text that sorts before, or after, every day.
function dateOf(text) {
  const [days, doubt, first, last, sign] = DATA.dates[text];
  const words = DATA.doubts[doubt].replace("{}", () => days);
  return { text, words, days, first: first ?? "", last: last ?? "~", sign };
}

// The outlet of a document and, if one is known, its year: an outlet has several documents.
function documentInBrief(id) {
  const { outlet, published } = BY_ID.get(id).record;
  const [first, last] = [dateOf(published).first.slice(0, 4), dateOf(published).last.slice(0, 4)];
  return first === last ? `${outlet} ${first}` : outlet;
}

const FIELDS = new Map(Object.entries(DATA.kinds).map(([kind, { fields }]) =>
  [kind, fields.map(([name, type, many, definition, blank]) => ({ name, type, many, definition, blank }))]));

function fieldsOf(kind) {
  return FIELDS.get(kind);
}

function labelOf(entry) {
  return entry.label;
}

function nounOf(entry) {
  return DATA.kinds[entry.kind].noun;
}

function inWords(name) {
  return name.replaceAll("_", " ");
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// The record as the library writes it: with every field, empty or not, and the days of its dates.
function whole(kind, record) {
  const row = {};
  for (const { name, type, many, blank } of fieldsOf(kind)) {
    const value = record[name] ?? (many ? [] : blank);
    row[name] = type.startsWith("part:") ? value.map((part) => whole(type.slice(5), part)) : value;
    if (type === "date") Object.assign(row, boundsOf(name, record[name]));
  }
  return row;
}

function boundsOf(name, text) {
  const [, , first, last] = text ? DATA.dates[text] : [];
  return { [`${name}_earliest`]: first ?? null, [`${name}_latest`]: last ?? null };
}

// Yields [id, field] for every record that one links to, its parts included.
function* linksOf(kind, record) {
  for (const { name, type, many } of fieldsOf(kind)) {
    const values = record[name] === undefined ? [] : many ? record[name] : [record[name]];
    for (const value of values) {
      if (type === "link") yield [value, name];
      else if (type.startsWith("part:")) yield* linksOf(type.slice(5), value);
    }
  }
}
