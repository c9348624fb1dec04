// The form at the side: search, window, words to choose from, region tiles, documents.

const TILES = new Map();
let choicesOf = "";

function questionForm() {
  return make("form", { id: "question", "aria-label": "Filters", onsubmit: (event) => event.preventDefault() },
    searchBox(),
    make("div", { id: "choices" }),
    windowBox(),
    make("fieldset", { id: "regions" }, make("legend", {}, "Region"), tiles()),
    make("fieldset", {}, make("legend", {}, "Document"), make("div", { id: "sources", class: "chips" })),
    button("Clear all filters", () => ask({ ...structuredClone(NOTHING), table: asked.table }), { id: "clear" }));
}

function searchBox() {
  return make("div", { class: "box" },
    make("label", { for: "text" }, "Search"),
    make("input", {
      id: "text", type: "search", autocomplete: "off", spellcheck: "false",
      "aria-describedby": "text-help", oninput: (event) => ask({ text: event.target.value }),
    }),
    make("p", { id: "text-help", class: "help" },
      "Words, numbers, ids, in Latin or Cyrillic letters; “words in quotation marks” stand together."));
}

function windowBox() {
  return make("fieldset", { id: "window" }, make("legend", {}, "Time"),
    make("div", { class: "ends" }, dayInput("from", "From"), dayInput("to", "To")),
    make("p", { id: "window-help", class: "help" }, "2014, 2014-08 or 2014-08-29; the first and the last day are included."),
    make("p", { id: "window-error", class: "error", role: "alert" }),
    matchSwitch("possible", "possible: also what may fit"),
    matchSwitch("certain", "certain: only what surely fits"),
    make("label", { class: "line" },
      make("input", { type: "checkbox", id: "undated", onchange: (event) => ask({ undated: event.target.checked }) }),
      "keep what has no date"));
}

function dayInput(id, label) {
  return make("label", {}, label, make("input", {
    id, inputmode: "numeric", maxlength: "10", autocomplete: "off", placeholder: "year",
    "aria-describedby": "window-help window-error", oninput: (event) => ask({ [id]: event.target.value.trim() }),
  }));
}

function matchSwitch(value, label) {
  return make("label", { class: "line" },
    make("input", { type: "radio", name: "match", id: `match-${value}`, value, onchange: () => ask({ match: value }) }),
    label);
}

// Units in which something lies, or may lie, in any table; the others are there, but out of the way.
function tiles() {
  const units = [...ENTRIES.get("regions")].sort((one, other) => COLLATOR.compare(labelOf(one), labelOf(other)));
  const used = new Set([...BY_ID.values()].flatMap(({ certain, possible }) => [...certain, ...possible]));
  const made = (some) => some.map((unit) => tile(unit.id, labelOf(unit), unit.record.valid_to));
  const [full, empty] = [units.filter(({ id }) => used.has(id)), units.filter(({ id }) => !used.has(id))];
  const nowhere = tile(NO_REGION, "No single region", false, "Nationwide, abroad, or no place is reported");
  return [
    make("div", { class: "tiles" }, made(full), nowhere),
    empty.length ? make("details", {}, make("summary", {}, `${empty.length} other units, without records`), make("div", { class: "tiles" }, made(empty))) : null,
  ];
}

function tile(id, name, former, title) {
  const count = make("span", { class: "count" });
  const pressed = () => ask({ region: asked.region === id ? "" : id });
  const made = make("button", { type: "button", class: "tile", "aria-pressed": "false", onclick: pressed, title },
    make("span", { class: "name" }, name, former ? " (former)" : ""), count);
  TILES.set(id, { made, count });
  return made;
}

function showQuestion(filters, choices) {
  for (const id of ["text", "from", "to"]) {
    const input = byElementId(id);
    if (input.value.trim() !== asked[id]) input.value = asked[id];
  }
  byElementId(`match-${asked.match}`).checked = true;
  const undated = byElementId("undated");
  undated.checked = asked.undated;
  undated.disabled = asked.match === "certain";
  showWindowError();
  showTiles(without(filters, "region"), choices);
  showChoices(filters, choices);
  showSources(without(filters, "source"), choices);
}

function showWindowError() {
  const wrong = [["from", asked.from], ["to", asked.to]].filter(([, text]) => text && !periodOf(text));
  const reversed = !wrong.length && asked.from && asked.to && !windowOf(asked);
  for (const id of ["from", "to"]) {
    const invalid = reversed || wrong.some(([name]) => name === id);
    byElementId(id).setAttribute("aria-invalid", String(Boolean(invalid)));
  }
  const texts = wrong.map(([, text]) => `“${text}” is not a date yet.`);
  if (reversed) texts.push("The window ends before it starts.");
  const [box, text] = [byElementId("window-error"), texts.join(" ")];
  if (box.textContent !== text) box.textContent = text;
}

function showTiles(filters, choices) {
  const inSpace = DATA.tables[asked.table].in_space;
  byElementId("regions").hidden = !inSpace || TILES.size < 2;
  if (!inSpace) return;
  const levels = new Map([...TILES.keys()].map((id) => [id, []]));
  for (const { entry, level } of answerOf(asked.table, { ...filters, ...choices }, "possible")) {
    for (const id of entry.certain) levels.get(id).push(level);
    for (const id of entry.possible) levels.get(id).push(level === UNDATED ? UNDATED : POSSIBLE);
    if (entry.certain.size + entry.possible.size === 0) levels.get(NO_REGION).push(level);
  }
  for (const [id, { made, count }] of TILES) {
    const counted = counts(levels.get(id));
    count.textContent = countInWords(counted);
    made.setAttribute("aria-pressed", String(asked.region === id));
    made.classList.toggle("empty", !(counted.certain + counted.possible + counted.undated));
  }
}

// The numbers as the switch has them: only what is certain counts where only that is asked for.
function counts(levels) {
  const counted = tally(levels);
  return asked.match === "certain" ? { certain: counted.certain, possible: 0, undated: 0 } : counted;
}

function showChoices(filters, choices) {
  const box = byElementId("choices");
  if (choicesOf !== asked.table) {
    choicesOf = asked.table;
    box.replaceChildren(...Object.entries(DATA.tables[asked.table].choices).map(choiceBox));
  }
  for (const field of Object.keys(DATA.tables[asked.table].choices)) {
    const levels = new Map();
    for (const { entry, level } of answerOf(asked.table, { ...filters, ...without(choices, field) }, asked.match)) {
      const word = entry.record[field];
      if (!levels.has(word)) levels.set(word, []);
      levels.get(word).push(level);
    }
    for (const chip of box.querySelectorAll(`[data-field="${field}"]`)) {
      updateChip(chip, levels.get(chip.dataset.word) ?? [], (asked.chosen[field] ?? []).includes(chip.dataset.word));
    }
  }
}

// Only words that the table has: a long list of words that lead nowhere helps nobody.
function choiceBox([field, vocabulary]) {
  const used = new Set(ENTRIES.get(asked.table).map((entry) => entry.record[field]));
  const words = Object.entries(DATA.words[vocabulary]).filter(([word]) => used.has(word));
  const definition = fieldsOf(DATA.tables[asked.table].kind).find(({ name }) => name === field).definition;
  const chips = words.map(([word, meaning]) => chip(inWords(word), meaning, () => choose(field, word), { "data-field": field, "data-word": word }));
  return make("fieldset", { hidden: words.length < 2 }, make("legend", { title: definition }, capital(inWords(field))), make("div", { class: "chips" }, chips));
}

function choose(field, word) {
  ask({ chosen: toggledIn(asked.chosen, field, word) });
}

function toggledIn(chosen, field, word) {
  const words = toggled(chosen[field] ?? [], word);
  const { [field]: _, ...others } = chosen;
  return words.length ? { ...others, [field]: words } : others;
}

function toggled(list, item) {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

function chip(name, title, onclick, attributes) {
  return make("button", { type: "button", class: "chip", "aria-pressed": "false", title, onclick, ...attributes },
    make("span", { class: "name" }, told(name)), " ", make("span", { class: "count" }));
}

function updateChip(made, levels, pressed) {
  const counted = tally(levels);
  made.querySelector(".count").textContent = countInWords(counted);
  made.setAttribute("aria-pressed", String(pressed));
  made.hidden = levels.length === 0 && !pressed;
}

function showSources(filters, choices) {
  const box = byElementId("sources");
  if (!box.children.length) {
    box.append(...ENTRIES.get("sources").map(({ id, record }) =>
      chip(`${record.outlet}: ${record.title}`, `${record.outlet}, ${dateOf(record.published).words}`,
        () => ask({ source: toggled(asked.source, id) }), { "data-word": id })));
  }
  const found = answerOf(asked.table, { ...filters, ...choices }, asked.match);
  for (const made of box.children) {
    const id = made.dataset.word;
    const levels = found.filter(({ entry }) => levelInSources(entry, [id])).map(({ level }) => level);
    updateChip(made, levels, asked.source.includes(id));
  }
}
