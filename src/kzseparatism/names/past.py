"""Units that were abolished before the table begins to need them: their names are known as such."""

from __future__ import annotations

import re

from kzseparatism.names.everyday import KIND_WORDS, everyday
from kzseparatism.names.spelling import skeleton

# By decrees of the President of 22 April and 3 May 1997; Mangyshlak by a Soviet one of 1988.
_ABOLISHED = {
    "Semipalatinsk region": (
        "Semipalatinsk Semipalatinskaya Semey",
        "was abolished in 1997; its land went to East Kazakhstan region",
    ),
    "Dzhezkazgan region": (
        "Dzhezkazgan Dzhezkazganskaya Zhezkazgan Zhezkazganskaya Jezkazgan Zhezqazghan Zhezqazgan",
        "was abolished in 1997; its land went to Karaganda region",
    ),
    "Taldy-Kurgan region": (
        "Taldykurgan Taldykurganskaya Taldykorgan Taldykorganskaya Taldyqorghan Taldyqorgan",
        "was abolished in 1997; its land went to Almaty region",
    ),
    "Turgay region": (
        "Turgay Turgayskaya Torgay Torgayskaya Torghay Turgajskaja Torgajskaja",
        "was abolished in 1997; its land went to Kostanay and Akmola regions",
    ),
    "Mangyshlak region": (
        "Mangyshlak Mangyshlakskaya",
        "was abolished in 1988; Mangystau region was formed on its land in 1990",
    ),
}
_BY_NAME = {
    skeleton(name): f"{unit}, which this table does not have, {fate}"
    for unit, (names, fate) in _ABOLISHED.items()
    for name in names.split()
}
_KIND = re.compile(rf" (?:{'|'.join(sorted(set(KIND_WORDS.values())))})$")


def fate_of(name: str) -> str:
    """Return what became of a unit that this table does not have, or "" where none is so called.

    >>> fate_of("Мангышлакская область").partition(",")[0], fate_of("Pavlodar")
    ('Mangyshlak region', '')
    """
    return _BY_NAME.get(skeleton(_KIND.sub("", everyday(name))), "") if len(name) < 100 else ""
