"""What one run of the command works on: a dataset with or without private names, and its output."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kzseparatism.cli.output import as_csv, as_json, as_table, terminal_width
from kzseparatism.dataset import Dataset
from kzseparatism.errors import UnknownIdError, UnknownNameError
from kzseparatism.model import Actor, Place
from kzseparatism.names.actors_places import actor_index
from kzseparatism.reading import load, read
from kzseparatism.views.plain import plain_record
from kzseparatism.views.row import cells


class Session:
    """The dataset that was asked for. Names of private persons can be looked up, not seen."""

    def __init__(self, arguments: Namespace) -> None:
        directory = getattr(arguments, "data", None)
        self._full: Dataset = read(directory) if directory else load()
        self._shows_names: bool = getattr(arguments, "names", False)
        self.dataset: Dataset = self._full if self._shows_names else self._full.pseudonymised()
        self._format: str = getattr(arguments, "format", "table")

    def actor(self, name: str) -> Actor:
        """Return the actor that a name leads to, as it may be shown."""
        index = actor_index(self._full.actors, shows_private=self._shows_names)
        return self.dataset.actors[index.find(name).id]

    def named(self, name: str) -> Any:
        """Return the record with this id, or the one actor or place that a name leads to.

        A name that only one of them has exactly is that one's; else an actor, else a place.
        """
        try:
            return self.dataset.get(name)
        except UnknownIdError as unknown:
            everybody: list[Actor | Place] = [*self._full.actors, *self._full.places]
            exact = [one for one in everybody if name in (one.name, *one.aliases)]
            if len(exact) == 1:
                return self.dataset.get(exact[0].id)
            for look_up in (self.actor, self.dataset.find_place):
                try:
                    return look_up(name)
                except UnknownNameError:
                    continue
            raise unknown from None

    def print_records(self, records: Sequence[Any], certain: Collection[str] | None = None) -> None:
        """Print records in the format that was asked for.

        ``certain`` are the ids that match certainly; where it is given, each row says which.
        """
        mark = {
            record.id: {} if certain is None else {"match": _match(record.id in certain)}
            for record in records
        }
        if self._format == "table":
            self.print_rows([mark[record.id] | cells(record) for record in records])
            return
        flattened = [mark[record.id] | plain_record(record) for record in records]
        print(as_json(flattened) if self._format == "json" else as_csv(flattened))

    def print_rows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Print rows in the format that was asked for, a table with the count below it."""
        if self._format == "json":
            print(as_json(rows))
        elif self._format == "csv":
            print(as_csv(rows))
        else:
            if rows:
                print(as_table(rows, terminal_width()), end="\n\n")
            print(_count(rows))


def _match(certain: bool) -> str:  # noqa: FBT001 - it names the value
    return "certain" if certain else "possible"


def _count(rows: Sequence[Mapping[str, Any]]) -> str:
    number = f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}" if rows else "nothing found"
    marks = [row["match"] for row in rows if "match" in row]
    if not marks:
        return number
    return f"{number}: {marks.count('certain')} certain, {marks.count('possible')} only possible"
