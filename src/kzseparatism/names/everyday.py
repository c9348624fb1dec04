"""How units are called every day: bare codes, abbreviations, half-Kazakh and half-typed names.

Each rule is a list of words that mean the same. A name that two units may have by these rules is
refused like any other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kzseparatism.names.spelling import fold, skeleton

REGION, CITY = "region", "city"


def _of(**meanings: str) -> dict[str, str]:
    return {skeleton(word): meaning for meaning, many in meanings.items() for word in many.split()}


KIND_WORDS = _of(
    region="region oblast oblys oblysy obl province",
    city="city gorod qala qalasy g q",
)
# Half-typed words and Russian cases: only tried where the words above lead nowhere.
_MORE_KIND_WORDS = KIND_WORDS | _of(
    region="rgn regn reg prov oblasti oblastyu oblystyn oblysynda regiony",
    city="munic municipality mun goroda gorode",
)
_DIRECTIONS = _of(
    north="north soltustik soltustyk severo sev",
    south="south ontustik ongtustik ontustyk yuzhno yujno juzhno iuzhno yuzh",
    east="east shygys shyghys vostochno vost",
    west="west batys zapadno zap",
)
_LETTERS = _of(north="n", south="s", east="e", west="w")
_COUNTRY_WORDS = set(
    _of(
        country="Kazakhstan Kazakstan Qazaqstan Kazahstan Kaz Kazakh Kazakhstanskaya "
        "Kazakhstanskoy Kazakhstanskuyu Kazahstanskaja Kazahstanskoj Kazahstanskuju"
    )
)
_CASES = re.compile(r"sk(?:oi|oj|uiu|uju|aja)$")
_CODE = re.compile(r"(KZ|KAZ)?[\s_./\u2010-\u2015\u2212-]*([A-Z]{3}|\d\d)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\w{1,2}[КҚKQ][ОO]")
# North in Russian, and the former South in English: letters that are no unit's own.
LETTERS_OF_TWO = {"SKO": ("north kazakhstan region", "south kazakhstan region")}
_SUFFIX = re.compile(
    r"\s*(?:,|\(|\b(?:of|in)\b)\s*(?:the\s+)?(?:republic of )?"
    r"(?:kazakhstan|qazaqstan|казахстана?|қазақстан|kz|kaz|рк|қр|rk)\s*\)?\s*$",
    re.IGNORECASE,
)
_COUNTRY_FIRST = re.compile(
    r"\s*(?:kazakhstan|qazaqstan|казахстан|қазақстан)\s*[,:]\s*(.+)", re.IGNORECASE
)


def code_of(text: str) -> str:
    """Return the ISO 3166-2 code that a bare or half-typed code means, or "".

    Three letters without the country's have to be capitals: "MAN" is a code, "man" a word.

    >>> code_of("59"), code_of("kz59"), code_of("SEV"), code_of("man")
    ('KZ-59', 'KZ-59', 'KZ-SEV', '')
    """
    match = _CODE.fullmatch(unicodedata.normalize("NFKC", text).strip()) if len(text) < 20 else None
    if match is None or (not match[1] and match[2] != match[2].upper()):
        return ""
    return f"KZ-{match[2].upper()}"


def is_abbreviation(name: str) -> bool:
    """Return whether a name is one of letters: СКО, ЮКО, ШҚО, EKO. It is read letter for letter.

    >>> is_abbreviation("СКО"), is_abbreviation("Abai")
    (True, False)
    """
    return _ABBREVIATION.fullmatch(name) is not None and name[-2:] == name[-2:].upper()


def without_stops(text: str) -> str:
    """Return letters that are written with a full stop after each, without the stops; else ""."""
    return text.strip().replace(".", "") if re.fullmatch(r"\s*(?:\w\.){3}\s*", text) else ""


def everyday(name: str) -> str:
    """Return the key on which everyday forms of a unit's name meet, or "".

    >>> everyday("Batys Kazakhstan"), everyday("W. Kaz. rgn"), everyday("Западно-Казахстанской обл")
    ('west kazakhstan', 'west kazakhstan region', 'west kazakhstan region')
    """
    kind = ""
    plain: list[str] = []
    for word in map(skeleton, fold(name).removeprefix("the ").split()):
        if word == "of" and kind and not plain:
            continue  # "region of Pavlodar", but not "north of Kazakhstan"
        if word in _MORE_KIND_WORDS and not kind:
            kind = _MORE_KIND_WORDS[word]
        else:
            plain.append(_CASES.sub("skaia", word))
    last = len(plain) - 1
    if last == 1 and plain[1] in _COUNTRY_WORDS:
        plain = [_LETTERS.get(plain[0]) or _DIRECTIONS.get(plain[0], plain[0]), "kazakhstan"]
    return " ".join([*plain, kind]).strip() if plain and plain != [kind] else ""


def without_country(name: str) -> Iterator[str]:
    """Yield a name without the country before or after it: "Pavlodar region of Kazakhstan"."""
    bare = _SUFFIX.sub("", name)
    # "North of Kazakhstan" is no unit: after "of" and "in" there has to be a word for its kind.
    loose = re.match(r"\s*(?:of|in)\b", name[len(bare) :], re.IGNORECASE)
    if bare != name and not (loose and not _says_kind(bare)):
        yield bare
    if first := _COUNTRY_FIRST.fullmatch(name):
        yield f"{first[1]} Kazakhstan"
        yield first[1]


def _says_kind(name: str) -> bool:
    return any(skeleton(word) in _MORE_KIND_WORDS for word in fold(name).split())
