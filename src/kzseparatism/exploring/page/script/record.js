// One record in full, in a drawer: what it says, where that is said, and what links to it.

// Shown in places of their own.
const ELSEWHERE = new Set(["id", "summary", "quotes", "citations", "note", "date_text", "date_basis"]);
const KIND_OF_AT_ODDS = "discrepancies";
let backwards = null;

function drawer() {
  const made = make("dialog", { id: "drawer", "aria-labelledby": "drawer-title" });
  made.addEventListener("close", () => asked.record && ask({ record: "" }));
  made.addEventListener("click", (event) => event.target === made && made.close());
  return made;
}

function showRecord() {
  const box = byElementId("drawer");
  const entry = BY_ID.get(asked.record);
  if (!entry) {
    if (box.open) box.close();
    return;
  }
  if (box.dataset.shown !== addressOf(asked)) {
    box.dataset.shown = addressOf(asked);
    box.replaceChildren(...recordPage(entry));
    box.scrollTop = 0;
  }
  if (!box.open) box.showModal();
}

function recordPage(entry) {
  return [
    make("div", { class: "head" },
      make("p", { class: "kind" }, `${capital(nounOf(entry))} `, make("code", {}, entry.id)),
      button("Close", () => byElementId("drawer").close(), { class: "close" })),
    make("h2", { id: "drawer-title", dir: "auto" }, labelOf(entry)),
    whyBox(entry),
    entry.record.summary && entry.record.summary !== labelOf(entry) ? make("p", {}, told(entry.record.summary)) : null,
    quotes(entry),
    facts(entry),
    partLists(entry),
    entry.table === "actors" ? talkBox(entry) : null,
    note(entry),
    paragraphs(entry),
    atOdds(entry),
    linkedFrom(entry),
    citing(entry),
    meanings(entry),
    asJson(entry),
  ].flat().filter(Boolean);
}

function section(title, ...children) {
  return make("section", {}, make("h3", {}, title), children);
}

function whyBox(entry) {
  const sentence = whyOf(entry, asked).replace(`${entry.id} is`, "This is");
  const lines = [sentence && `${sentence}.`, ...otherReasons(entry).map((line) => `${capital(line)}.`)].filter(Boolean);
  return lines.length ? make("div", { class: "why" }, make("h3", {}, "Why it matches"), lines.map((line) => make("p", {}, told(line)))) : null;
}

function quotes(entry) {
  const texts = entry.record.quotes ?? [];
  return texts.length ? section("Printed words", texts.map((text) => make("blockquote", { dir: "auto" }, text))) : null;
}

function facts(entry) {
  const rows = fieldsOf(entry.kind)
    .filter(({ name, type }) => !ELSEWHERE.has(name) && name !== DATA.kinds[entry.kind].label && !type.startsWith("part:"))
    .filter(({ name }) => entry.record[name] !== undefined || (name === "date" && DATA.tables[entry.table].in_time))
    .flatMap((field) => [make("dt", { title: field.definition }, inWords(field.name)), make("dd", {}, valueOf(field, entry.record))]);
  return rows.length ? make("dl", {}, rows) : null;
}

function valueOf(field, row) {
  if (field.name === "date") return dateLine(row);
  const values = field.many ? row[field.name] : [row[field.name]];
  const shown = values.map((value) => oneValue(field.type, value));
  return shown.length > 1 ? make("ul", {}, shown.map((one) => make("li", {}, one))) : shown;
}

function oneValue(type, value) {
  if (type === "link") return linkTo(value);
  if (type === "date") return dateOf(value).words;
  if (type === "term") return DATA.terms[value];
  if (type === "citation") return paragraphLink(value);
  if (type === "flag") return value ? "yes" : "no";
  if (type.startsWith("word:")) return make("span", { title: DATA.words[type.slice(5)][value] }, inWords(value));
  return /^https?:\/\//i.test(value) ? webLink(value, value) : told(value);
}

// A date with what it is based on and the words that are printed for it.
function dateLine(row) {
  if (!row.date) return ["no date", row.date_text ? [", printed: ", make("q", {}, row.date_text)] : null].flat();
  const basis = row.date_basis;
  return [make("strong", {}, dateOf(row.date).words), " (",
    make("span", { title: DATA.words.DateBasis[basis] }, basis),
    row.date_text ? [": ", make("q", {}, row.date_text)] : null, ") ",
    make("code", {}, row.date)].flat();
}

function linkTo(id) {
  const entry = BY_ID.get(id);
  return entry ? recordLink(entry, labelOf(entry)) : told(id);
}

function partLists(entry) {
  return fieldsOf(entry.kind).filter(({ type, name }) => type.startsWith("part:") && entry.record[name]).map(({ name, type }) =>
    section(capital(inWords(name)), make("ul", { class: "parts" }, entry.record[name].map((part) => make("li", {}, partLine(type.slice(5), part))))));
}

// A part begins with what it is; what its other fields are has to be said.
function partLine(kind, part) {
  const said = fieldsOf(kind).filter(({ name }) => part[name] !== undefined && !["citations", "date_text", "date_basis"].includes(name));
  const words = said.map((field, index) => [
    index ? "; " : "", index && field.name !== "date" ? `${inWords(field.name)} ` : "",
    index ? valueLine(field, part) : make("strong", {}, valueLine(field, part))]);
  const cited = (part.citations ?? []).flatMap((citation, index) => [index ? ", " : " ", paragraphLink(citation)]);
  return [...words.flat(), cited.length ? make("span", { class: "cited" }, cited) : null].flat();
}

function valueLine(field, row) {
  if (field.name === "date") return dateLine(row);
  const values = field.many ? row[field.name] : [row[field.name]];
  return values.flatMap((value, index) => [index ? ", " : "", oneValue(field.type, value)]).flat();
}

function note(entry) {
  return entry.record.note ? section("Note", make("p", {}, told(entry.record.note))) : null;
}

function paragraphLink(citation) {
  const [source, number] = citation.split("#");
  return webLink(articleOf(source), `${BY_ID.has(source) ? documentInBrief(source) : source} ¶ ${number}`);
}

// The paragraphs that say it, each with its first words, by which it is found in the article.
function paragraphs(entry) {
  const cited = entry.record.citations ?? [];
  if (!cited.length) return null;
  const items = cited.map((citation) => make("li", {}, paragraphLink(citation), DATA.openings[citation]
    ? [", which begins ", make("q", {}, told(`${DATA.openings[citation]} …`))] : null));
  return section("Paragraphs", make("ul", {}, items));
}

function backlinks(id) {
  if (!backwards) {
    backwards = new Map();
    for (const entry of BY_ID.values()) {
      for (const [target, field] of linksOf(entry.kind, entry.record)) {
        if (!backwards.has(target)) backwards.set(target, []);
        backwards.get(target).push([entry, field]);
      }
    }
  }
  return backwards.get(id) ?? [];
}

function atOdds(entry) {
  const found = uniqueEntries(backlinks(entry.id).filter(([other]) => other.table === KIND_OF_AT_ODDS));
  if (!found.length) return null;
  return section("What is at odds", make("ul", {}, found.map((other) =>
    make("li", {}, recordLink(other, other.record.summary), " ", told(other.record.resolution)))));
}

function uniqueEntries(pairs) {
  return [...new Set(pairs.map(([other]) => other))];
}

// Everything else that links here, by table and by the field that links; answers stand first.
function linkedFrom(entry) {
  const groups = new Map();
  for (const [other, field] of backlinks(entry.id)) {
    if (other.table === KIND_OF_AT_ODDS || other === entry) continue;
    const title = field === "responds_to" ? "Replies" : `${capital(other.table)}: ${inWords(field)}`;
    if (!groups.has(title)) groups.set(title, new Set());
    groups.get(title).add(other);
  }
  const titles = [...groups.keys()].sort((one, other) => (other === "Replies") - (one === "Replies"));
  return titles.map((title) => foldable(title, [...groups.get(title)]));
}

function foldable(title, entries) {
  const items = entries.slice(0, 300).map((other) => make("li", {}, lineOf(other)));
  if (entries.length > 300) items.push(make("li", {}, `and ${entries.length - 300} more`));
  return make("details", { open: entries.length <= 6 }, make("summary", {}, `${title} (${entries.length})`), make("ul", {}, items));
}

function lineOf(entry) {
  const { date, speakers } = entry.record;
  const who = speakers?.length ? `${speakers.map((id) => labelOf(BY_ID.get(id))).join("; ")}: ` : "";
  return [date ? `${dateOf(date).words}: ` : "", who ? told(who) : null, recordLink(entry, labelOf(entry))];
}

function citing(entry) {
  const text = citationOf(entry);
  return section("Cite", make("p", { class: "citation" }, told(text)),
    make("div", { class: "tools" },
      button("Copy citation", () => copy(text, "The citation is copied.")),
      button("Copy permanent link", () => copy(permalinkOf(entry.id), "The link is copied.")),
      make("a", { href: addressOf({ ...NOTHING, record: entry.id }) }, "Permanent link")));
}

// As the library's "cite" writes it; an article is cited as the article that it is.
function citationOf(entry) {
  if (entry.citation) return entry.citation;
  const label = entry.record.private ? `[${entry.id}]` : labelOf(entry);
  const based = documentsOf(entry).map(([id, words]) => `${words} (${id})`).join("; ");
  return [DATA.about.before, `${entry.kind} ${entry.id}: ${label.replace(/\.+$/, "")}.`, `In: ${DATA.about.title}.`,
    based ? `Based on ${based}.` : "", DATA.about.after].filter(Boolean).join(" ");
}

// What the fields and words of this record mean, for readers who can't point at them.
function meanings(entry) {
  const rows = new Map();
  const collect = (kind, row) => {
    for (const { name, type, many, definition } of fieldsOf(kind)) {
      if (row[name] === undefined) continue;
      rows.set(inWords(name), definition);
      const values = many ? row[name] : [row[name]];
      if (type.startsWith("word:")) for (const value of values) rows.set(`“${inWords(value)}”`, DATA.words[type.slice(5)][value]);
      if (type.startsWith("part:")) for (const value of values) collect(type.slice(5), value);
    }
  };
  collect(entry.kind, entry.record);
  return make("details", {}, make("summary", {}, "What these words mean"),
    make("dl", {}, [...rows].flatMap(([word, meaning]) => [make("dt", {}, word), make("dd", {}, meaning)])));
}

function asJson(entry) {
  const text = JSON.stringify(whole(entry.kind, entry.record), null, 2);
  return make("details", {}, make("summary", {}, "JSON"),
    make("pre", { tabindex: "0" }, text),
    button("Download JSON", () => save(`${entry.id}.json`, "application/json", `${text}\n`)));
}
