"""The tables of a dataset together, and what can be looked up in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import ref

import attrs

from kzseparatism import _views
from kzseparatism._hypothesis import register as _register
from kzseparatism.errors import InvalidValueError, UnknownIdError, WrongTypeError
from kzseparatism.model import (
    Actor,
    Case,
    Citation,
    Discrepancy,
    Event,
    LedgerRow,
    Place,
    Provision,
    Record,
    Region,
    Source,
    Statement,
)
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import Identified, flag, is_a, line, means, text
from kzseparatism.model.tables import TABLES
from kzseparatism.model.walk import links
from kzseparatism.names.regions import region_called
from kzseparatism.names.spelling import nearest
from kzseparatism.table import Table, of_kinds, same_tables

if TYPE_CHECKING:
    from kzseparatism.names.index import NameIndex

__all__ = ["Dataset"]

_R = TypeVar("_R", bound=Entity)


@attrs.frozen(kw_only=True, order=False)
class About:
    """What a dataset is called, which version it is, and how it may be used."""

    title: str = attrs.field(validator=line, metadata=means("The name of the dataset."))
    version: str = attrs.field(validator=line, metadata=means("The version of the data."))
    coded: str = attrs.field(validator=line, metadata=means("The day of the last coding, as EDTF."))
    licence: str = attrs.field(validator=line, metadata=means("SPDX identifier of the licence."))
    authors: str = attrs.field(validator=line, metadata=means("Whom to cite as its authors."))
    stance_towards: str = attrs.field(
        default="",
        validator=text,
        metadata=means(
            "Towards what a stance is coded, such as one state's territorial integrity."
        ),
    )
    finished: bool = attrs.field(
        default=True,
        validator=flag,
        metadata=means("Whether every paragraph is coded; if not, what is open is no problem yet."),
    )


@attrs.frozen(kw_only=True, eq=False, order=False)
class Dataset:
    """Tables whose records link to each other, each in the order of its file."""

    about: About = attrs.field(validator=is_a(About))
    sources: Table[Source] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    regions: Table[Region] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    places: Table[Place] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    actors: Table[Actor] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    provisions: Table[Provision] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    cases: Table[Case] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    statements: Table[Statement] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    events: Table[Event] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    discrepancies: Table[Discrepancy] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    ledger: Table[LedgerRow] = attrs.field(factory=Table, validator=is_a(Table), repr=repr)
    #: The folder from which it was read, so that a problem can say its line; else None. It makes no
    #: difference to equality.
    directory: str | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        # A table of nothing has the columns of its kind, too.
        for name, kind in TABLES.items():
            object.__setattr__(self, name, of_kinds(getattr(self, name), kind))
        for source in self.sources:
            _remember(source, self.regions)

    def __eq__(self, other: object) -> bool:
        """Return whether ``other`` is a dataset of equal tables that says the same about itself."""
        if not isinstance(other, Dataset):
            return NotImplemented
        pairs = zip(self.tables(), other.tables(), strict=True)
        return self.about == other.about and same_tables((a, b) for (_, a), (_, b) in pairs)

    def __hash__(self) -> int:
        return hash((self.about, *(table for _, table in self.tables())))

    def __copy__(self) -> Dataset:
        return self

    def __deepcopy__(self, memo: object) -> Dataset:
        return self

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - IPython's
        printer.text(repr(self))

    def _repr_html_(self) -> str:
        """Return what the dataset is and how many records its tables have, for notebooks."""
        text: str = _views.ask("html", "html_dataset", self)
        return text

    def tables(self) -> Iterator[tuple[str, Table[Any]]]:
        """Yield the name of each table and the table, in the order in which they link."""
        for name in TABLES:
            yield name, getattr(self, name)

    def table_of(self, kind: type[_R]) -> Table[_R]:
        """Return the table whose records are of ``kind``, such as ``Case``."""
        for name, of in TABLES.items():
            if of is kind:
                table: Table[_R] = getattr(self, name)
                return table
        raise WrongTypeError("kind", kind, "is not a kind of record that has a table")

    def coded_records(self) -> Iterator[Record]:
        """Yield every record that has citations, table by table; no sources, regions, ledger."""
        for _, table in self.tables():
            for record in table:
                if isinstance(record, Record):
                    yield record

    def get(self, record_id: str) -> Any:
        """Return the record with this id, from whichever table has it.

        Raises ``UnknownIdError`` (a ``KeyError``) with the nearest ids.
        """
        if not isinstance(record_id, str):
            raise WrongTypeError("id", record_id, "is not text")
        if record_id not in self._by_id:
            raise UnknownIdError(record_id, nearest(record_id, self._by_id))
        return self._by_id[record_id]

    def find_actor(self, name: str) -> Actor:
        """Return the actor with this id, name or alias, in any of the usual spellings.

        Raises ``UnknownNameError`` or ``AmbiguousNameError``, both a ``LookupError``.
        """
        return self._actors_by_name.find(name)

    def find_place(self, name: str) -> Place:
        """Return the place with this id, name or alias; errors as ``find_actor``."""
        return self._places_by_name.find(name)

    def find_region(self, name_or_code: Region | str) -> Region:
        """Return the region of this dataset with this name, in any language, or this code.

        Codes may be former ones. The name of a whole country whose regions the dataset has is a
        ``WholeCountryError``; other errors as ``find_actor``.
        """
        return region_called(name_or_code, self.regions, self.places)

    def cited_by(self, source: Source | str, paragraph: int | None = None) -> Table[Record]:
        """Return what is based on a document, or on one paragraph of it, table by table.

        A record counts if it or a part of it cites the paragraph. ``paragraph`` is counted from 1;
        one that the document does not have is an ``InvalidValueError``, an unknown document an
        ``UnknownIdError``.
        """
        cited = cited_paragraphs(self.sources, source, paragraph)
        wanted = {
            record_id
            for citation, citing in self._citing.items()
            if cited(citation)
            for record_id in citing
        }
        return Table(record for record in self.coded_records() if record.id in wanted)

    def linking_to(self, record: Identified) -> Table[Record]:
        """Return the records that link to one directly, by table, then in its order."""
        return Table(
            other
            for other in self.coded_records()
            if other.id != record.id and _leads_to(other, record.id)
        )

    def pseudonymised(self) -> Dataset:
        """Return the same dataset with the names of private persons replaced everywhere.

        Doing it twice changes nothing more.
        """
        from kzseparatism.privacy import Pseudonymiser  # noqa: PLC0415 - few ask for it

        hide = Pseudonymiser(self.actors)
        tables: Any = {name: Table(map(hide.record, table)) for name, table in self.tables()}
        return Dataset(about=hide.record(self.about), directory=self.directory, **tables)

    @cached_property
    def _actors_by_name(self) -> NameIndex[Actor]:
        from kzseparatism.names.actors_places import actor_index  # noqa: PLC0415 - as few names do

        return actor_index(self.actors)

    @cached_property
    def _places_by_name(self) -> NameIndex[Place]:
        from kzseparatism.names.actors_places import place_index  # noqa: PLC0415 - as above

        return place_index(self.places)

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {record.id: record for _, table in self.tables() for record in table}

    @cached_property
    def _citing(self) -> dict[Citation, list[str]]:
        citing: dict[Citation, list[str]] = {}
        for record in self.coded_records():
            for citation in record.all_citations:
                citing.setdefault(citation, []).append(record.id)
        return citing


# The regions that stand in one dataset with a document, by the identity of the document, as long as
# it lives: a question about records alone has to know the regions to which no record refers. What
# is read has documents of its own; one that is put into another dataset by hand goes with that.
_REGIONS: dict[int, tuple[ref[Source], Table[Region]]] = {}


def _remember(source: Source, regions: Table[Region]) -> None:
    key = id(source)
    _REGIONS[key] = ref(source, lambda _: _REGIONS.pop(key, None)), regions


def regions_beside(source: Source) -> Table[Region] | None:
    """Return the regions of the dataset that a document is in; None if it is in none."""
    known = _REGIONS.get(id(source))
    return None if known is None else known[1]


def cited_paragraphs(
    sources: Table[Source], source: Source | str, paragraph: int | None
) -> Callable[[Citation], bool]:
    """Return what says whether a citation is of a document, or of one paragraph of it.

    Raises what ``Dataset.cited_by`` does, where the document is not among ``sources``, or the
    paragraph not in the document.
    """
    if not isinstance(source, Source | str):
        raise WrongTypeError("source", source, "is neither a Source nor its id")
    document = sources[source if isinstance(source, str) else source.id]
    if paragraph is not None:
        if isinstance(paragraph, bool) or not isinstance(paragraph, int):
            raise WrongTypeError("paragraph", paragraph, "is not a whole number")
        if not 1 <= paragraph <= document.paragraphs:
            complaint = f"is not a paragraph of {document.id!r}; it has 1 to {document.paragraphs}"
            raise InvalidValueError("paragraph", paragraph, complaint)
    return lambda citation: (
        citation.source.id == document.id and paragraph in (None, citation.paragraph)
    )


def _leads_to(record: Record, record_id: str) -> bool:
    if isinstance(record, Discrepancy):
        return record_id in record.records
    return any(link.value.id == record_id for link in links(record))


_register()  # hypothesis may be there already, and the facade not asked
