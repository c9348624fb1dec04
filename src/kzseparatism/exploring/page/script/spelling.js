// The words of a question, levelled by the rules of the library: Фёдоров and Fyodorov are one word.

const INSIDE = new Set(DATA.spelling.inside);
const RULES = DATA.spelling.rules.map(([pattern, plain]) => [new RegExp(pattern, "gu"), plain]);
const POSSESSIVE = /['’]s(?![\p{L}\p{N}_])/gu;
const QUOTATION = /["“”„«»]/u;

function transliterated(text) {
  const letters = DATA.spelling.letters;
  let plain = "";
  for (const letter of text) {
    if (!INSIDE.has(letter)) plain += Object.hasOwn(letters, letter) ? letters[letter] : letter;
  }
  return plain;
}

function fold(text) {
  const latin = transliterated(text.normalize("NFKC").toLowerCase());
  const bare = transliterated(latin.normalize("NFKD").replace(/\p{M}/gu, ""));
  return bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// Each rule makes a word lighter, so that this comes to an end.
function level(word) {
  let before = null;
  while (word !== before) {
    before = word;
    for (const [pattern, plain] of RULES) word = word.replace(pattern, plain);
  }
  return word;
}

function wordsIn(text) {
  return fold(text.replace(POSSESSIVE, "")).split(" ").filter(Boolean).map(level);
}

// Each word of a question is a run; words in quotation marks or joined by a hyphen stand together.
function phrasesIn(text) {
  const pieces = text.split(QUOTATION);
  const runs = pieces.flatMap((piece, number) =>
    number % 2 ? [wordsIn(piece)] : piece.split(/\s+/u).map(wordsIn));
  return runs.filter((run) => run.length);
}
