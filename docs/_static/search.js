// The search of the site. search-data.js has the entries and the rules of spelling.
(function () {
  "use strict";

  const NAMES = 14;
  const TITLE = 12;
  const KIND = 16;
  const ID = 6;
  const TEXT = 1;
  const EXACT = 2; // the whole word counts for more than its beginning
  const AROUND = 90;
  const data = window.kzSearchData;
  const rules = data.spellings.map(([pattern, plain]) => [new RegExp(pattern, "gu"), plain]);
  const inside = new Set(data.inside);

  // The library's look-up does the same: kzseparatism.names.spelling.
  function inLatin(text) {
    let plain = "";
    for (const letter of text) {
      if (!inside.has(letter)) {
        plain += data.letters[letter] ?? letter;
      }
    }
    return plain;
  }

  function fold(text) {
    const latin = inLatin(text.normalize("NFKC").toLowerCase());
    return inLatin(latin.normalize("NFKD").replace(/\p{M}/gu, ""));
  }

  function level(word) {
    let before;
    do {
      before = word;
      for (const [pattern, plain] of rules) {
        word = word.replace(pattern, plain);
      }
    } while (word !== before);
    return word;
  }

  const known = new Map();

  function key(word) {
    if (!known.has(word)) {
      known.set(word, level(fold(word)));
    }
    return known.get(word);
  }

  // The words of a text, each with the place where it stands.
  function wordsOf(text) {
    const found = [];
    // A dot in the middle parts texts, so that no phrase reaches from one into the next.
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}'’‘ʼʹʺ`′″]+|·/gu)) {
      const word = key(match[0].replace(/['’]s$/u, ""));
      if (word) {
        found.push({ word, start: match.index, end: match.index + match[0].length });
      }
    }
    return found;
  }

  let entries;

  function prepared() {
    entries ??= data.entries.map(([title, address, kind, id, names, text]) => ({
      title,
      address,
      kind,
      text,
      id,
      fields: [
        [NAMES, wordsOf(names)],
        [TITLE, wordsOf(title)],
        [ID, wordsOf(id)],
        [KIND, wordsOf(`${kind} ${kind}s`)],
        [TEXT, wordsOf(text)],
      ],
      words: wordsOf(text),
    }));
    return entries;
  }

  // What is asked for: runs of words. A phrase in quotation marks, and a word with a hyphen, is one.
  function runsOf(question) {
    const runs = [];
    question.split(/["“”„«»]/u).forEach((piece, number) => {
      const parts = number % 2 === 1 ? [piece] : piece.split(/\s+/u);
      parts.forEach((part) => {
        const run = wordsOf(part).map((one) => one.word);
        if (run.length > 0) {
          runs.push(run);
        }
      });
    });
    return runs;
  }

  // Where a run stands among words; the last word of a run may be the beginning of a word.
  function find(run, words) {
    let beginning = null;
    for (let at = 0; at + run.length <= words.length; at += 1) {
      const last = run.length - 1;
      if (run.every((word, i) => i === last || words[at + i].word === word)) {
        const there = words[at + last].word;
        if (there === run[last]) {
          return { at, exact: true };
        }
        if (beginning === null && run[last].length > 1 && there.startsWith(run[last])) {
          beginning = { at, exact: false };
        }
      }
    }
    return beginning;
  }

  function score(entry, runs) {
    let sum = 0;
    for (const run of runs) {
      let best = 0;
      for (const [weight, words] of entry.fields) {
        const found = find(run, words);
        if (found) {
          best = Math.max(best, found.exact ? weight * EXACT : weight);
        }
      }
      if (best === 0) {
        return 0;
      }
      sum += best;
    }
    return sum;
  }

  // Return the entries that have everything that is asked for, the best first.
  function search(question) {
    const runs = runsOf(question);
    if (runs.length === 0) {
      return [];
    }
    const exactly = question.trim().toLowerCase();
    return prepared()
      .map((entry, order) => {
        const isAsked = entry.id.toLowerCase() === exactly && entry.kind !== "page";
        return { entry, order, score: isAsked ? Infinity : score(entry, runs) };
      })
      .filter((one) => one.score > 0)
      .sort((one, other) => (other.score > one.score) - (other.score < one.score) || one.order - other.order)
      .map((one) => one.entry);
  }

  window.kzSearch = search;

  const results = document.getElementById("search-results");
  if (!results) {
    return;
  }
  const summary = document.getElementById("search-summary");
  const kinds = document.getElementById("search-kinds");
  const asked = new URLSearchParams(window.location.search);
  const question = (asked.get("q") ?? "").slice(0, 200);

  function element(name, content, attributes = {}) {
    const made = document.createElement(name);
    made.append(content);
    Object.entries(attributes).forEach(([key_, value]) => made.setAttribute(key_, value));
    return made;
  }

  // The text around the first word that is found, with the words marked.
  function context(entry, runs) {
    const places = runs
      .map((run) => [run, find(run, entry.words)])
      .filter(([, found]) => found)
      .flatMap(([run, found]) => entry.words.slice(found.at, found.at + run.length))
      .sort((one, other) => one.start - other.start);
    const middle = places.length > 0 ? places[0].start : 0;
    const from = middle > AROUND ? entry.text.indexOf(" ", middle - AROUND) + 1 : 0;
    let until = entry.text.indexOf(" ", middle + 2 * AROUND);
    until = until < 0 ? entry.text.length : until;
    const shown = element("p", from > 0 ? "… " : "", { class: "context" });
    let at = from;
    places.forEach((place) => {
      if (place.start >= at && place.end <= until) {
        shown.append(entry.text.slice(at, place.start));
        shown.append(element("mark", entry.text.slice(place.start, place.end)));
        at = place.end;
      }
    });
    shown.append(entry.text.slice(at, until) + (until < entry.text.length ? " …" : ""));
    return shown;
  }

  function show(found, kind) {
    const runs = runsOf(question);
    const shown = kind ? found.filter((one) => one.kind === kind) : found;
    const list = element("ul", "", { class: "search" });
    shown.forEach((entry) => {
      const link = element("a", entry.title, { href: entry.address });
      const item = element("li", link);
      item.append(element("span", entry.kind, { class: "kind" }), context(entry, runs));
      list.append(item);
    });
    results.replaceChildren(list);
    const number = shown.length === 1 ? "1 page is found" : `${shown.length} pages are found`;
    summary.textContent = shown.length > 0 ? `${number} for “${question}”.` : `Nothing is found for “${question}”.`;
    kinds.querySelectorAll("button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.value === kind));
    });
  }

  function offerKinds(found) {
    const counted = new Map();
    found.forEach((entry) => counted.set(entry.kind, (counted.get(entry.kind) ?? 0) + 1));
    const choices = [["", "all", found.length], ...[...counted].map(([kind, n]) => [kind, kind, n])];
    if (counted.size > 1) {
      choices.forEach(([kind, name, n]) => {
        const button = element("button", `${name} (${n})`, { type: "button", value: kind });
        button.addEventListener("click", () => {
          asked.set("kind", kind);
          window.history.replaceState(null, "", `?${asked}`);
          show(found, kind);
        });
        kinds.append(button);
      });
    }
    const wanted = asked.get("kind") ?? "";
    show(found, counted.has(wanted) ? wanted : "");
  }

  document.querySelectorAll("input[name=q]").forEach((box) => {
    box.value = question;
  });
  if (question.trim()) {
    offerKinds(search(question));
  }
})();
