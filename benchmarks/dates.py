"""Compare FuzzyDate.parse with the packages `edtf` and `undate`: the same texts, in one process.

Run it as ``python benchmarks/dates.py``; the group "bench" of pyproject.toml names what it needs.
It prints microseconds per text (the best of several repeats), how many times longer the others
take, and where the bounds that they read differ from ours.
"""

from __future__ import annotations

import timeit
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import edtf
from undate import Undate

from kzseparatism.dates import FuzzyDate

TEXTS = (
    *("2023-05-30", "2024-02-29", "2023-05", "2023", "202X", "20XX", "2023-XX", "2023-05-XX"),
    *("2023-05~", "2023?", "2023-05-30%", "2023-XX-XX", "2023-21", "2023-24", "2023-33", "2023-40"),
    *("[2023-05-30..2023-06-02]", "[2023-05..2024]", "[..2023]", "[2023..]"),
)
REPEATS, ROUNDS = 7, 20

Bounds = tuple[Any, Any]


def read_ours(text: str) -> Bounds:
    """Return the bounds that this library reads."""
    ours = FuzzyDate.parse(text)
    return ours.earliest, ours.latest


def read_edtf(text: str) -> Bounds:
    """Return the bounds that `edtf` reads."""
    theirs = edtf.parse_edtf(text)
    return _day(theirs.lower_strict(), date.min), _day(theirs.upper_strict(), date.max)


def _day(bound: Any, open_end: date) -> date:
    # An open bound is an infinite number there, and the end of the calendar here.
    return open_end if isinstance(bound, float) else date(*bound[:3])


def read_undate(text: str) -> Bounds:
    """Return the bounds that `undate` reads."""
    theirs = Undate.parse(text, "EDTF")
    return date.fromisoformat(str(theirs.earliest)), date.fromisoformat(str(theirs.latest))


READERS: dict[str, Callable[[str], Bounds]] = {"edtf": read_edtf, "undate": read_undate}
PARSERS: dict[str, Callable[[str], object]] = {
    "kzseparatism": FuzzyDate.parse,
    "edtf": edtf.parse_edtf,
    "undate": lambda text: Undate.parse(text, "EDTF"),
}


def verdict(read: Callable[[str], Bounds], text: str) -> str:
    """Return whether ``read`` gives our bounds for ``text``, or how it differs."""
    try:
        theirs = read(text)
    except Exception as problem:  # noqa: BLE001 - the packages raise what their parsers raise
        return f"no answer ({type(problem).__name__})"
    if theirs == read_ours(text):
        return "agrees"
    return f"reads {theirs[0]} to {theirs[1]}, we {' to '.join(map(str, read_ours(text)))}"


def microseconds(parse: Callable[[str], object], texts: Iterable[str]) -> float:
    """Return the time for one text, as the best of several repeats."""
    listed = list(texts)

    def parse_all() -> None:
        for text in listed:
            parse(text)

    best = min(timeit.repeat(parse_all, number=ROUNDS, repeat=REPEATS))
    return best / ROUNDS / len(listed) * 1e6


def main() -> None:
    """Print where the packages agree, then how long each takes for what all of them read."""
    verdicts = {text: {name: verdict(READERS[name], text) for name in READERS} for text in TEXTS}
    for text, found in verdicts.items():
        print(f"{text:26}", "; ".join(f"{name} {said}" for name, said in found.items()))
    common = [text for text in TEXTS if set(verdicts[text].values()) == {"agrees"}]
    print(f"\n{len(common)} of {len(TEXTS)} texts are read alike by all; per text:")
    times = {name: microseconds(parse, common) for name, parse in PARSERS.items()}
    for name, time in times.items():
        print(f"{name:14}{time:10.2f} µs {time / times['kzseparatism']:8.1f} times ours")


if __name__ == "__main__":
    main()
