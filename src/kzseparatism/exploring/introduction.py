"""What the page says about itself before anything else, in three sentences."""

from __future__ import annotations

from html import escape

from kzseparatism.citing import cite
from kzseparatism.dataset import Dataset
from kzseparatism.exploring.content import shown_tables
from kzseparatism.reading import load

_TOLD = ("cases", "statements", "events")
_MOST_OUTLETS = 8
# True of the data that are shipped, and known of no others.
_MADE_BY = "Language models coded the articles, and no person has checked the result"
_PEOPLE = {
    False: "private persons stand as pseudonyms such as [person-1]",
    True: "this copy has the names of private persons: do not pass it on",
}


def introduction(dataset: Dataset, *, names: bool) -> str:
    """Return what the dataset is, who made it, and how to cite it, as HTML."""
    made = f"{_MADE_BY}; {_PEOPLE[names]}" if dataset.about == load().about else _PEOPLE[names]
    about = dataset.about
    cited = f"This is version {about.version}, coded {about.coded}; cite it as: "
    sentences = (f"{_what(dataset)}.", f"{made[:1].upper()}{made[1:]}.", cited)
    told = "\n".join(f"<p>{escape(sentence)}" for sentence in sentences)
    return f"{told}<cite>{escape(cite(dataset=dataset))}</cite>"


def _what(dataset: Dataset) -> str:
    tables = shown_tables(dataset)
    numbers = [f"{len(tables[name])} {name}" for name in _TOLD]
    articles = len(dataset.sources)
    outlets = list(dict.fromkeys(source.outlet for source in dataset.sources))
    told = f" ({', '.join(outlets)})" if 0 < len(outlets) <= _MOST_OUTLETS else ""
    return (
        f"Here are {', '.join(numbers[:-1])} and {numbers[-1]} coded paragraph by paragraph from "
        f"{articles} published article{'' if articles == 1 else 's'}{told}"
    )
