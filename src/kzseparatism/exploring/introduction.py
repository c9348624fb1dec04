"""What the page says about itself before anything else, in three sentences."""

from __future__ import annotations

from html import escape

from kzseparatism.dataset import Dataset
from kzseparatism.exploring.content import shown_tables
from kzseparatism.reading import load

_TOLD = ("cases", "statements", "events")
# True of the data that are shipped, and known of no others.
_MADE_BY = "Language models coded the articles, and no person has checked the result"
_PEOPLE = {
    False: "private persons stand as pseudonyms such as [person-1]",
    True: "this copy has the names of private persons: do not pass it on",
}
_COUNTS = (
    "“3 + 2 possible” means that three records certainly answer the question, and two more may, "
    "because their date or their place is not known exactly"
)


def introduction(dataset: Dataset, *, names: bool) -> str:
    """Return what the dataset is, who made it, and how to read a count, as HTML."""
    made = f"{_MADE_BY}; {_PEOPLE[names]}" if dataset.about == load().about else _PEOPLE[names]
    sentences = (_what(dataset), made[:1].upper() + made[1:], _COUNTS)
    return "\n".join(f"<p>{escape(sentence)}.</p>" for sentence in sentences)


def _what(dataset: Dataset) -> str:
    tables = shown_tables(dataset)
    numbers = [f"{len(tables[name])} {name}" for name in _TOLD]
    articles = len(dataset.sources)
    outlets = ", ".join(dict.fromkeys(source.outlet for source in dataset.sources))
    told = f" ({outlets})" if 0 < articles <= len(_TOLD) * 3 else ""
    return (
        f"Here are {', '.join(numbers[:-1])} and {numbers[-1]} coded paragraph by paragraph from "
        f"{articles} published article{'' if articles == 1 else 's'}{told}"
    )
