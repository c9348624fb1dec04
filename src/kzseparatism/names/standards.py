"""Standards of writing Cyrillic names in Latin letters, and how a spelling reads by each.

ISO 9, GOST 7.79, the scholarly and the German ways give letters other sounds than English does:
their j is the й of Sergej, which elsewhere is the zh of Jambyl.
"""

from __future__ import annotations

import re
import unicodedata

from kzseparatism.names.spelling import INSIDE_WORDS

# ISO 9 has one Latin letter with a mark for each of these.
_ISO_9 = str.maketrans({"â": "ya", "û": "yu", "ŝ": "shch"})
_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), plain) for pattern, plain in pairs)


_SCIENCE = _rules(
    (r"shh", "shch"),  # Щ in GOST 7.79 B
    (r"cz|c(?!h)", "ts"),  # Sluckij
    (r"(?<=[^\W_])(?<!d)j", "y"),  # Sergej, Marija, Uljanov; Dj is another letter
)
# J at the beginning is й only where the rest of the text shows that this standard was used.
_INITIAL = _rules((r"\bj(?=[aeou])", "y"))
_KHA = _rules((r"x|ch", "kh"))  # Zaxarova, Zacharova
_ONLY_X = _rules((r"x", "kh"))
_GERMAN = _rules((r"tsch", "č"), (r"sch", "š"), (r"ch", "kh"), (r"w", "v"))
_SHOWS_SCIENCE = re.compile(r"(?<=[^\W_])(?<!d)j|[čšžŝâûŭ]")


def readings(text: str) -> tuple[str, ...]:
    """Return how else a text may read, by one standard each, in small letters; none where alike.

    >>> readings("Sergej Lavrov"), readings("Sergey Lavrov")
    (('sergey lavrov',), ())
    >>> "zakharova" in readings("Zacharova")
    True
    """
    small = unicodedata.normalize("NFC", text).lower().translate(INSIDE_WORDS)
    science = _apply(_SCIENCE, small.translate(_ISO_9))
    read = [science, _apply(_KHA, science), _apply(_ONLY_X, science), _apply(_GERMAN, science)]
    if _SHOWS_SCIENCE.search(small):
        read += [_apply(_INITIAL, one) for one in read]
    return tuple(dict.fromkeys(one for one in read if one != small))


def _apply(rules: _Rules, text: str) -> str:
    for pattern, plain in rules:
        text = pattern.sub(plain, text)
    return text
