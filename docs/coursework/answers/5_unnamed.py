"""Answer 5: an export that names no private person."""

import csv
import io
import re
from collections.abc import Callable

import kzseparatism as kz

COLUMNS = ("case", "title", "status", "defendants", "quotes")


def hider(dataset: kz.Dataset) -> Callable[[str], str]:
    """Return a function that puts ids in the place of the names of a dataset's private people."""
    public = {
        word.casefold()
        for one in dataset.actors
        if not one.private
        for name in (one.name, *one.aliases)
        for word in name.split()
    }
    ids: dict[str, str] = {}
    for one in dataset.actors.where(lambda actor: actor.private):
        for name in (one.name, *one.aliases):
            ids.setdefault(name.casefold(), one.id)
            # The surname alone tells who it is, unless it is a word that public names have, too.
            surname = name.split()[-1].casefold()
            if surname not in public:
                ids.setdefault(surname, one.id)
    if not ids:
        return lambda text: text
    # The longest first: a surname is a part of the full name.
    longest_first = sorted(ids, key=len, reverse=True)
    name = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return lambda text: name.sub(lambda found: f"[{ids[found[0].casefold()]}]", text)


def case_rows(dataset: kz.Dataset) -> list[dict[str, str]]:
    """Return one row for each case of a dataset, in its order, that names no private person."""
    hide = hider(dataset)
    rows = []
    for case in dataset.cases:
        # All defendants stay: that somebody was charged is a fact of the case. Left out, a case
        # against a private person would look like a case against nobody.
        said = dataset.statements.where(lambda one, case=case: case in one.cases)
        row = {
            "case": case.id,
            "title": hide(case.title),
            "status": str(case.status),
            "defendants": "; ".join(hide(actor.name) for actor in case.defendants),
            "quotes": " / ".join(hide(quote) for one in said for quote in one.quotes),
        }
        rows.append(row)
    return rows


def export(dataset: kz.Dataset) -> str:
    """Return the cases of a dataset as the text of a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(case_rows(dataset))
    return text.getvalue()
