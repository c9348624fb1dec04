"""What one run of the command works on: a dataset with or without private names, and its output."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Collection, Mapping, Sequence, Sized
from typing import Any

import attrs

from kzseparatism.cli.listing import Listing, Row
from kzseparatism.dataset import Dataset
from kzseparatism.errors import UnknownIdError, UnknownNameError
from kzseparatism.model import Actor, Place, Region
from kzseparatism.model.families import Entity
from kzseparatism.names.actors_places import actor_index
from kzseparatism.privacy import Pseudonymiser
from kzseparatism.queries.referral import explain_nothing, refuse_region
from kzseparatism.queries.searching import Hit, search, searchable
from kzseparatism.queries.subject import referring, region_in
from kzseparatism.reading import load, read
from kzseparatism.table import Table
from kzseparatism.views.plain import plain_columns, plain_record
from kzseparatism.views.row import cells


class Session:
    """The dataset that was asked for. Names of private persons can be looked up, not seen."""

    def __init__(self, arguments: Namespace) -> None:
        directory = getattr(arguments, "data", None)
        self._full: Dataset = read(directory) if directory else load()
        self._shows_names: bool = getattr(arguments, "names", False)
        self.dataset: Dataset = self._full if self._shows_names else self._full.pseudonymised()
        self._listing = Listing.of(arguments)

    def actor(
        self,
        name: str,
        asked: type[Entity] | None = None,
        query: Callable[[Actor], Sized] | None = None,
    ) -> Actor:
        """Return the actor that a name leads to, as it may be shown.

        ``asked`` is what is asked for; ``query`` looks for it in the whole dataset, so that a kind
        of actor about which there is nothing is told.
        """
        index = actor_index(self._full.actors, shows_private=self._shows_names)
        with referring("actor", name, (Actor,), asked, Table(self.dataset.coded_records())):
            found = self.dataset.actors[index.find(name).id]
        if query is not None and asked is not None and not query(found):
            explain_nothing(name, found, asked)
        return found

    def place(self, name: str, asked: type[Entity]) -> Place:
        """Return the place that a name leads to."""
        with referring("place", name, (Place,), asked, Table(self.dataset.coded_records())):
            found = self.dataset.find_place(name)
        refuse_region(name, found, asked)
        return found

    def region(self, name: str, asked: type[Entity]) -> Region:
        """Return the region that a name leads to: one of the dataset, or else a shipped one."""
        return region_in(self.dataset, name, asked)

    def hits(self, text: str) -> list[Hit[Any]]:
        """Return where words are found, also by a private name, with what may be shown of it."""
        found = search(text, among=searchable(self._full))
        if self.dataset is self._full:
            return list(found)
        hide = Pseudonymiser(self._full.actors)
        return [
            attrs.evolve(hit, record=self.dataset.get(hit.id), text=hide.text(hit.text))
            for hit in found
        ]

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

    def print_records(
        self, kind: type, records: Sequence[Any], certain: Collection[str] | None = None
    ) -> None:
        """Print records of a kind in the format that was asked for.

        ``certain`` are the ids that match certainly; if it is given, each row says which.
        """
        columns = plain_columns(kind)
        if certain is not None:
            columns = {"match": False} | columns
        rows = []
        for record in records:
            mark = {} if certain is None else {"match": _match(record.id in certain)}
            rows.append(Row(mark | plain_record(record), mark | cells(record)))
        self.print_rows(rows, columns)

    def print_rows(self, rows: Sequence[Row], columns: Mapping[str, bool]) -> None:
        """Print rows in the format that was asked for, a table with the count below it.

        Each of the ``columns`` for programs says whether it holds parts of records.
        """
        print(self._listing.text(rows, columns))


def _match(certain: bool) -> str:  # noqa: FBT001 - it names the value
    return "certain" if certain else "possible"
