"""What people write for a date that is not in its text form, and what to write instead.

Each kind of such texts has a function below. It returns why the text is refused, with the texts
that may have been meant; only those that can be read are ever shown. The first kind that has such
a text gives the remedy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import product

from kzseparatism.dates.calendar_words import month_called, season_called

Canonical = Callable[[str], "str | None"]
_Guess = tuple[str, tuple[str, ...]]

_PLAIN = "is not a date:"
_INTERVAL = "is an interval, a thing that lasted: write the day it began, or for one day of it"
_RANGE = "is not a date: for one day of a range"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_LOOKALIKES = {ord("Х"): "X", ord("х"): "x", ord("…"): "..", **_DASHES}
_ABOUT = r"(?:circa|ca\.?|c\.?|about|around|approximately|approx\.?|около|≈)"

# What is said of a text of which no date can be made: the first whose form it has.
_LOOSE = re.IGNORECASE | re.DOTALL
_NOTHING = "is not a date: where nothing is known, leave the date out"
_NO_YEAR = "says nothing about the year: leave the date out"
_AROUND = "write [A..B] around the days it may be"
_NO_MONTH = f"names a day but no month: {_AROUND}"
_REVERSED = f"{_INTERVAL} write [A..B], the earlier end first"
_X = "is not a date: X stands for the last digits of a year, or for a whole month or day"
_SIDES = "is not a date: for 'on or before' write [..B], for 'on or after' [A..]"
_SHORT_YEAR = 'is not a date: write the year first, in four digits, as in "2023-05-30"'
_GENERAL = (
    'is not a date: write a day "2023-05-30", a month "2023-05", a year "2023", '
    'a decade "202X", or a range "[2023-05-30..2023-06-02]", in the digits 0-9'
)
_IN_GENERAL = (
    (r"|n\.? ?d\.?|unknown|undated|none|null|nan|nat|n/a|[-?]|неизвестно", _NOTHING),
    (r"(?:[XU*?]{4}|0000).*", _NO_YEAR),
    ("[0-9]{4}-00-[0-9]{2}.?", _NO_MONTH),
    (r"(?:[0-9]{4}.*)?(?:\.\.)?/(?:\.\.|[0-9]{4}.*)?", _REVERSED),
    ("(?=.*[XU*?])[0-9XU*?]{4}(?:-[0-9XU*?]{1,2}){0,2}", f"{_X}; else {_AROUND}"),
    (r"(?:before|by|until|till|after|since|from|до|после|с)\s.*[0-9]{4}.*", _SIDES),
    (r"(?:[0-9]{1,2}[-./ ]){2}[0-9]{1,2}", _SHORT_YEAR),
    (".*", _GENERAL),
)
# In "199?" and "2023-05-3?" the sign may stand for a digit.
_HALF_KNOWN = re.compile(r"^[0-9]{2,3}\?{1,2}(?:-|$)|-[0-9?]\?(?:-|$)")
_PARTS = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"}
_BEFORE_MONTHS = r"(?:(?:in|early|mid|late|of|в)[\s-]+)*"


def remedy_for(text: str, canonical: Canonical) -> tuple[str, str]:
    """Return why ``text`` is not a date, and what to write instead.

    ``canonical`` returns the canonical text of a date, or None for text that is not a date.

    >>> remedy_for("30.05.2023", lambda text: text if text == "2023-05-30" else None)
    ('is not a date', 'write "2023-05-30"')
    """
    complaint, _, remedy = _reason(text, canonical).partition(": ")
    return complaint, remedy


def _reason(text: str, canonical: Canonical) -> str:
    plain = _plain(text)
    guesses = [_in_other_characters(text, plain), *_guesses(plain)]
    guesses += [_moment(plain), _about(plain), _several(plain)]
    found = _first(guesses, canonical)
    if found is not None:
        why, meant = found
        return f"{why} write " + " or ".join(f'"{one}"' for one in meant)
    for guess in filter(None, guesses):
        for one in guess[1]:
            if re.fullmatch("(?!000[01]|9999)[0-9]{4}(?:-(?!00)[0-9]{2}){2}", one):
                return f"is not a day: there is no {one}"
    if plain and text != text.strip():
        return "has white space around it: leave it out"
    month = month_called(re.sub(rf"^{_BEFORE_MONTHS}|\.$", "", plain.lower()))
    if month:
        return f'names a month but no year: write the year, too, as in "2023-{month:02}"'
    return next(remedy for form, remedy in _IN_GENERAL if re.fullmatch(form, plain, _LOOSE))


def _first(guesses: Iterable[_Guess | None], canonical: Canonical) -> _Guess | None:
    """Return the first guess of which something can be read, in its canonical text."""
    for guess in guesses:
        if guess is not None:
            # A range says more in the words of its writer than in full days.
            read = [(one, canonical(one)) for one in guess[1]]
            meant = dict.fromkeys(one if one[0] == "[" else name for one, name in read if name)
            if meant:
                return guess[0], tuple(meant)
    return None


def _plain(text: str) -> str:
    """Return ``text`` in the characters that it should have been written in."""
    digits = {ord(one): str(unicodedata.decimal(one)) for one in text if one.isdecimal()}
    plain = text.translate(_LOOKALIKES | digits).strip()
    return re.sub(r"\s*(?:г\.?|года?|year)$", "", plain) or plain


def _in_other_characters(text: str, plain: str) -> _Guess | None:
    joined = "".join(plain.split())
    if joined == text:
        return None
    if joined == "".join(text.split()):
        where = "around" if text.strip() == joined else "in"
        return f"has white space {where} it:", (joined,)
    return "is not in the digits 0-9, X and -:", (joined,)


def _guesses(plain: str) -> Iterable[_Guess | None]:
    yield _misplaced_sign(plain)
    yield _unknown_digits(plain)
    if _HALF_KNOWN.search(plain):
        return
    body = plain.rstrip("?~% ")
    sign = _one_sign(plain[len(body) :])
    for kind in (_zeros, _without_separators, _numbers, _words, _quarter, _season):
        guess = kind(body)
        if guess is not None:
            yield guess[0], tuple(one + sign for one in guess[1])


def _meant(text: str) -> tuple[str, ...]:
    """Return ``text`` and all that may have been meant by it."""
    return text, *(one for guess in _guesses(text) if guess is not None for one in guess[1])


def _marked(text: str, sign: str) -> str:
    """Return ``text`` with a further sign."""
    bare = text.rstrip("?~%")
    return bare + _one_sign(text[len(bare) :] + sign)


def _one_sign(signs: str) -> str:
    """Return the sign that says what all of ``signs`` say: "%" is uncertain and approximate."""
    kinds = set(signs) - {" "}
    return "%" if len(kinds) > 1 else "".join(kinds)


def _misplaced_sign(plain: str) -> _Guess | None:
    """2023?-05, ?2023, 2023?~ and [2022..2023]?."""
    sign, bare = _one_sign("".join(re.findall("[?~%]", plain))), re.sub("[?~%]", "", plain)
    after_bracket = re.fullmatch(r"\[(.*)\.\.(.*)\][?~%]+", plain)
    if after_bracket is not None:
        ends = (f"{end.rstrip('?~%')}{sign}" if end else "" for end in after_bracket.groups())
        return "has its sign after the bracket: in a range", (f"[{'..'.join(ends)}]",)
    if not sign or bare[:1] == "[" or _HALF_KNOWN.search(plain):
        return None
    return "is not a date: one sign stands at the end:", (f"{bare}{sign}",)


def _unknown_digits(plain: str) -> _Guess | None:
    """202x, 199u, 19??, 1990-uu-uu and 1990s."""
    decade = re.fullmatch("([0-9]{3})0['’]?s([?~%]?)", plain)
    if decade is not None:
        year, sign = decade.groups()
        century = (f"{year[:2]}XX{sign}",) if year[2] == "0" else ()
        return _PLAIN, (f"{year}X{sign}", *century)
    if not re.fullmatch(r"(?=.*[XxUu*?].*)[0-9XxUu*?]{4}(?:-[0-9XxUu*?]{2}){0,2}[?~%]?", plain):
        return None
    kept = 4 + 3 * plain.count("-")
    unknown = re.sub(r"[XxUu*?]", "X", plain[:kept]) + plain[kept:]
    return "is not a date: X, a capital, stands for an unknown digit:", (unknown,)


def _zeros(body: str) -> _Guess | None:
    """2021-00-00 and 2021-05-00."""
    whole = re.fullmatch("([0-9]{4}(?:-(?!00)[0-9]{2})?)(?:-00){1,2}", body)
    return whole and ("has 00 for what is not known:", (whole[1],))


def _without_separators(body: str) -> _Guess | None:
    """20230530, 30052023 and 202305."""
    if not re.fullmatch("[0-9]{6}|[0-9]{8}", body):
        return None
    if len(body) == 6:
        return _of_days((body[:4], body[4:], ""), (body[2:], body[:2], ""))
    return _of_days(
        (body[:4], body[4:6], body[6:]),
        (body[4:], body[2:4], body[:2]),
        (body[4:], body[:2], body[2:4]),
    )


def _numbers(body: str) -> _Guess | None:
    """2023/05/30, 30.05.2023, 05/30/2023, 2023-5-30, 05.2023, and 2023-2024."""
    parts = re.split(r"\s*[-/._,]\s*|\s+", body)
    lengths = "".join(str(len(part)) if re.fullmatch("[0-9]{1,4}", part) else "x" for part in parts)
    if re.fullmatch("4[12][12]", lengths):
        return _of_days((parts[0], parts[1], parts[2]))
    if re.fullmatch("[12][12]4", lengths):
        return _of_days((parts[2], parts[1], parts[0]), (parts[2], parts[0], parts[1]))
    if re.fullmatch("[12]4", lengths):
        return _of_days((parts[1], parts[0], ""))
    if re.fullmatch("4[12]", lengths):
        return _month_or_two_years(parts[0], parts[1])
    return (_RANGE, (f"[{parts[0]}..{parts[1]}]",)) if lengths == "44" and "/" not in body else None


def _month_or_two_years(year: str, number: str) -> _Guess:
    """2023/5, 2023/24, and 2011/12, which may be either."""
    why, meant = _of_days((year, number, "")) if int(number) < 13 else (_RANGE, ())
    if int(number) == (int(year) + 1) % 100:
        meant = (*meant, f"[{year}..{int(year) + 1:04}]")
    return why, meant


def _of_days(*readings: tuple[str, str, str]) -> _Guess:
    """Return the guess that a text means one of these years, months and days; "00" is unknown."""
    days = []
    for year, month, day in readings:
        parts = [year, *(f"{int(part):02}" for part in (month, day) if part)]
        while parts[-1] == "00":
            parts.pop()
        # A month beyond twelve would be read as a season, a quarter or a half.
        if len(parts) < 2 or int(parts[1]) < 13:
            days.append("-".join(parts))
    several = "is not a date, and the day and the month can't be told apart:"
    told_apart = len(set(days)) < 2 or len(days[0]) < 10
    return _PLAIN if told_apart else several, tuple(days)


def _words(body: str) -> _Guess | None:
    """30 May 2023, May 30th, 2023, and мая 2023."""
    words = re.findall(
        r"[^\W\d_]+|[0-9]+", re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b", "", body.lower())
    )
    names = [word for word in words if not word.isdecimal() and word != "of"]
    numbers = sorted((word for word in words if word.isdecimal()), key=len)
    month = month_called(names[0]) if len(names) == 1 else 0
    if not month or [len(one) for one in numbers][-1:] != [4]:
        return None
    if len(numbers) > 2 or (len(numbers) == 2 and len(numbers[0]) > 2):
        return None
    return _of_days((numbers[-1], str(month), numbers[0] if len(numbers) == 2 else ""))


def _quarter(body: str) -> _Guess | None:
    """2023-Q2, Q2 2023 and 2023-H1."""
    form = "([0-9]{4})[- ]?([QH][1-4])|([QH][1-4])[-/ ]?([0-9]{4})"
    part = re.fullmatch(form, body.upper())
    if part is None:
        return None
    code = _PARTS.get(part[2] or part[3], "")
    why = "is not a date: the quarters are 33 to 36, the halves 40 and 41:"
    return why, (f"{part[1] or part[4]}-{code}",)


def _season(body: str) -> _Guess | None:
    """Spring 2023, in the winter of 2023 and зимой 2023."""
    season = re.fullmatch(r"(?:in\s+)?(?:the\s+)?([^\W\d_]+)\s+(?:of\s+)?([0-9]{4})", body.lower())
    if season is None or not (number := season_called(season[1])):
        return None
    if number < 4:
        why = "is not a date: the seasons are 21 to 24, from spring to winter:"
        return why, (f"{season[2]}-{20 + number}",)
    why = "is not a date: winter is 24, of the year in which it begins:"
    return why, (f"{season[2]}-24", f"{int(season[2]) - 1:04}-24")


def _moment(body: str) -> _Guess | None:
    """2023-05-30T10:00 and 30.05.2023 10:00."""
    clock = re.fullmatch(r"(.+[0-9])(?:T|,?\s+|\s+at\s+)[0-9]{1,2}:[0-9]{2}.*", body, re.DOTALL)
    return clock and ("has a time of day, and a date has none:", _meant(clock[1]))


def _about(plain: str) -> _Guess | None:
    """About 2023, c. 2023, about May 2023, 2023 (?)."""
    about = re.fullmatch(rf"{_ABOUT}\s*(.+)|(.+?)\s*(?:ca\.?|approx\.?)", plain, re.IGNORECASE)
    if about is not None:
        said = _meant(about[1] or about[2])
        return "is not a date: ~ at the end says about:", tuple(_marked(one, "~") for one in said)
    doubt = re.fullmatch(r"(.+?)\s*\(\?\)", plain)
    return doubt and (
        "is not a date: ? at the end says perhaps:",
        tuple(f"{one}?" for one in _meant(doubt[1])),
    )


def _several(plain: str) -> _Guess | None:
    """2023/2024, ../2023, 2022..2023 and {2022..2023}."""
    why, inside = _RANGE, plain
    if plain[:1] == "{" and plain[-1:] == "}":
        why, inside = "is a set of several days: for one of them", plain[1:-1]
    ends = re.fullmatch(r"(.*?)\s*(/|\.\.+|\s-\s|--|\sto\s|,)\s*(.*)", inside.replace("../", "/"))
    if ends is None:
        return None
    first, mark, last = ends.groups()
    if mark == "/":
        why, last = _INTERVAL, last.removesuffix("..")
    firsts, lasts = (_meant(end)[:3] if end else ("",) for end in (first, last))
    return why, tuple(f"[{one}..{other}]" for one, other in product(firsts, lasts))
