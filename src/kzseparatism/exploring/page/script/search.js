// Which records have the words of a question.

const NAMES = DATA.names.map(numbersIn);
const WORDS = DATA.vocabulary ? DATA.vocabulary.split(" ") : [];
const NUMBERS = new Map(WORDS.map((word, index) => [word, index + 1]));

// Returns what says whether an entry has all runs, or null where nothing is asked.
function searchFor(text) {
  const runs = phrasesIn(text).map((run) => run.map(numbersOf));
  if (!runs.length) return null;
  // Each name is looked through once for a run, however many records have it.
  const named = runs.map((run) => NAMES.map((name) => stands(run, name)));
  return (entry) => runs.every((run, number) =>
    stands(run, entry.texts) || entry.names.some((name) => named[number][name]));
}

// A word that no record has is taken for the beginning of one, so that typing already finds.
function numbersOf(word) {
  const number = NUMBERS.get(word);
  if (number !== undefined) return new Set([number]);
  return new Set(WORDS.flatMap((known, index) => (known.startsWith(word) ? [index + 1] : [])));
}

function stands(run, numbers) {
  const last = numbers.length - run.length;
  for (let start = 0; start <= last; start++) {
    if (run.every((fitting, offset) => fitting.has(numbers[start + offset]))) return true;
  }
  return false;
}
