"""How names are spelt: folding, skeleton keys, and what looks nearly like what.

Two spellings are the same only by a closed list of rules; no measure of likeness decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from kzseparatism.errors import did_you_mean

# Likeness is slow to measure on long texts, and a text of a few lines is not a misspelt name.
LONGEST_MISSPELLING = 100
SUGGESTIONS = 3
# To look through many ids for each of many slips takes longer than anybody waits.
SLIPS_WITH_SUGGESTIONS = 10
_IDS_LOOKED_THROUGH_AT_ONCE = 10_000

# Signs that stand inside a word without being letters: apostrophes, soft and hard signs, marks.
INSIDE_WORDS = dict.fromkeys(map(ord, "'’‘ʼʹʺ`′″ьъ"))
# Russian, the letters that Kazakh, Ukrainian and Belarusian add, and Latin letters that lose more
# than an accent when they lose their mark. Ё is Е, as Russian print has it.
_CYRILLIC = "а б в г д е ж  з и й к л м н о п р с т у ф х  ц  ч  ш  щ    ы э ю  я  ё"
_IN_LATIN = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya e"
_ADDED_CYRILLIC = "і ә ғ қ ң ө ұ ү һ є  ґ ў ї"
_ADDED_IN_LATIN = "i a g q n o u u h ye g u yi"
_MARKED = "ş  š  č  ž  ı ə ŋ ø ł đ æ  œ  þ  ð"
_UNMARKED = "sh sh ch zh i a n o l d ae oe th d"
LETTERS = str.maketrans(
    dict(
        zip(
            f"{_CYRILLIC} {_ADDED_CYRILLIC} {_MARKED}".split(),
            f"{_IN_LATIN} {_ADDED_IN_LATIN} {_UNMARKED}".split(),
            strict=True,
        )
    )
)
_NO_LETTERS = re.compile(r"[\W_]+")

# Each rule makes a word lighter, so applying them until nothing changes comes to an end.
SPELLINGS = (
    (re.compile(r"dzh|dj|zh"), "j"),  # Jambyl, Zhambyl, Dzhambul's first letter
    (re.compile(r"kh"), "h"),  # Khabarov, Habarov
    (re.compile(r"gh"), "g"),  # Mangghystau, Mangystau
    (re.compile(r"q|ck|c(?!h)"), "k"),  # Toqaev, Tokaev; Victor, Viktor
    (re.compile(r"x"), "ks"),  # Alexey, Aleksey
    (re.compile(r"y[eo]"), "e"),  # Yevgeny, Evgeny; Fyodorov, Fedorov
    (re.compile(r"y"), "i"),  # Sergey, Sergei; Petrovskiy, Petrovsky, Petrovskii
    (re.compile(r"([^\W\d_])\1+"), r"\1"),  # Kassym, Kasym; but 2002 is not 2022
)


def fold(text: str) -> str:
    """Return ``text`` in small Latin letters, without accents and signs, its words one space apart.

    Cyrillic is transliterated; hyphens and other signs part words, apostrophes don't. Letters of
    other scripts stay. Folding what is folded changes nothing. Text without a letter or digit
    gives "".

    >>> fold("Солтүстік Қазақстан"), fold("  Ust'-Kamenogorsk ")
    ('soltustik qazaqstan', 'ust kamenogorsk')
    """
    if text.isascii():  # the common case, and much the faster
        return _NO_LETTERS.sub(" ", text.lower().translate(INSIDE_WORDS)).strip()
    # Composed first, so that Й and Ş are still letters of their own when they are transliterated.
    text = unicodedata.normalize("NFKC", text).casefold()
    text = text.translate(INSIDE_WORDS).translate(LETTERS)
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.category(letter).startswith("M")
    )
    plain = plain.translate(INSIDE_WORDS).translate(LETTERS)
    return _NO_LETTERS.sub(" ", plain).strip()


def skeleton(text: str) -> str:
    """Return the key on which the usual spellings of one name meet: folded, then levelled.

    Which spellings are levelled is a closed list of rules, with no measure of likeness: initial
    and inner "ye" and "yo" are "e"; "y", "iy", "ii" are "i"; "kh" is "h"; "zh", "dzh", "j" are
    "j"; "q" and "c" are "k"; doubled letters are single; and words are joined.

    >>> skeleton("Yevgeny Fyodorov") == skeleton("Евгений Фёдоров") == skeleton("Evgenii Fedorov")
    True
    >>> skeleton("Petropavlovsk") == skeleton("Petropavl")
    False
    """
    return _level(fold(text).replace(" ", ""))


def joined(text: str) -> str:
    """Return the skeleton, or "" where an initial would melt into the word beside it.

    >>> joined("A. Arkhipov"), joined("K.N.B.") == joined("KNB")
    ('', True)
    """
    lengths = {len(word) == 1 for word in fold(text).split()}
    return "" if len(lengths) > 1 else skeleton(text)


def _level(word: str) -> str:
    before = None
    while word != before:
        before = word
        for pattern, plain in SPELLINGS:
            word = pattern.sub(plain, word)
    return word


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, each by its skeleton, in order."""
    return tuple(map(_level, fold(text).split()))


def nearest(text: str, options: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of ``options`` that look most like ``text``, the nearest first.

    Long text is like nothing: for more than 100 characters nothing comes back.

    >>> nearest("putin-short-histroy", ["putin-short-history", "uralsk-rally"])
    ('putin-short-history',)
    """
    if len(text) > LONGEST_MISSPELLING:
        return ()
    import difflib  # noqa: PLC0415 - every start would pay for it, and few ask

    return tuple(difflib.get_close_matches(text, list(options), n=SUGGESTIONS))


class Suggestions:
    """What may have been meant by the first ten slips of many; nothing for those that follow.

    Looking through ten thousand ids more counts as another slip.
    """

    def __init__(self) -> None:
        self._left = SLIPS_WITH_SUGGESTIONS

    def hint(self, text: str, options: Collection[str]) -> str:
        """Return the words that offer the nearest of ``options``, or nothing."""
        if self._left <= 0:
            return ""
        self._left -= 1 + len(options) // _IDS_LOOKED_THROUGH_AT_ONCE
        return did_you_mean(nearest(text, options))
