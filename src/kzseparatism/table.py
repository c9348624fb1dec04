"""The read-only, ordered collection that every query returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from inspect import isclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, get_origin, overload

import attrs

from kzseparatism import _views
from kzseparatism.errors import (
    DuplicateIdError,
    InvalidValueError,
    UnknownIdError,
    WrongTypeError,
)
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import Identified, is_identified
from kzseparatism.model.frozen import Numbers
from kzseparatism.names.spelling import nearest
from kzseparatism.relations.framed import Framed

if TYPE_CHECKING:
    from kzseparatism.criteria import Finder
    from kzseparatism.relations.relation import Relation

__all__ = ["Table"]

T_co = TypeVar("T_co", bound=Identified, covariant=True)
_U = TypeVar("_U", bound=Identified)
_V = TypeVar("_V")


@attrs.frozen(init=False, eq=False, repr=False, order=False)
class Table(Framed, Sequence[T_co], Generic[T_co]):
    """Records in a fixed order, each id once: a sequence that can also be asked for an id.

    Made from any iterable. An equal record given twice appears once, at its first place;
    two different records with one id are a ``DuplicateIdError``.

    >>> Table([])
    <Table: empty>
    """

    _records: tuple[T_co, ...]
    # What has been worked out of the records. It only saves time: no answer depends on it, and
    # two threads that work out the same thing at once only do it twice.
    _worked_out: dict[str, Any]
    # The kinds of record that it is an answer of, where that is known: an answer of nothing has
    # the columns of its kind. No other answer depends on it.
    _kinds: tuple[Any, ...]
    _index: ClassVar[str] = "id"

    def __init__(self, records: Iterable[T_co] = ()) -> None:
        by_id: dict[str, T_co] = {}
        numbers = Numbers()
        for record in list(records):  # a list, so that each lives as long as its number
            if not is_identified(record):
                raise WrongTypeError("table", record, "is not a record")
            if not numbers.same(by_id.setdefault(record.id, record), record):
                raise DuplicateIdError(record.id)
        self.__attrs_init__(tuple(by_id.values()), {"by_id": by_id}, ())

    def __reduce__(self) -> tuple[Any, ...]:
        # What has been worked out is left behind.
        return table_of_known, (self._records, self._kinds)

    @property
    def _by_id(self) -> dict[str, T_co]:
        return worked_out(self, "by_id", _indexed_by_id)

    @overload
    def __getitem__(self, key: int) -> T_co: ...
    @overload
    def __getitem__(self, key: str) -> T_co: ...
    @overload
    def __getitem__(self, key: slice) -> Table[T_co]: ...
    def __getitem__(self, key: int | str | slice) -> T_co | Table[T_co]:
        """Return the record at a position or with an id, or the Table of a slice.

        Raises ``UnknownIdError`` (a ``KeyError``) with the nearest ids, or ``IndexError``.
        """
        if isinstance(key, str):
            if key not in self._by_id:
                raise UnknownIdError(key, nearest(key, self._by_id))
            return self._by_id[key]
        if isinstance(key, slice):
            return table_of_known(self._records[key], kinds_of(self))
        return self._records[key]

    def __contains__(self, item: object) -> bool:
        """Return whether the table has a record, or a record with this id.

        mypy --strict takes text in a table of records for a slip: there, write ``in table.ids``.
        """
        if isinstance(item, str):
            return item in self._by_id
        return is_identified(item) and self._by_id.get(item.id) == item

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._records)

    def __reversed__(self) -> Iterator[T_co]:
        return reversed(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        """Return whether ``other`` is a table of the same records in the same order."""
        if not isinstance(other, Table):
            return NotImplemented
        return same_tables([(self, other)])

    def __hash__(self) -> int:
        return hash(self.ids)

    def __or__(self, other: Iterable[_U]) -> Table[T_co | _U]:
        """Return the records of both, these first, each once."""
        if not isinstance(other, Iterable):
            return NotImplemented
        theirs = kinds_of(other) if isinstance(other, Table) else ()
        together: Table[T_co | _U] = Table([*self, *other])
        return of_kinds(together, *kinds_of(self), *theirs) if theirs else together

    def __and__(self, other: Iterable[Identified]) -> Table[T_co]:
        """Return the records that are in both, in this order."""
        if not isinstance(other, Iterable):
            return NotImplemented
        others = other if isinstance(other, Table) else Table(other)
        both = (record for record in self._records if record in others)
        return table_of_known(both, kinds_of(self))

    def __sub__(self, other: Iterable[Identified]) -> Table[T_co]:
        """Return the records that are not in ``other``, in this order."""
        if not isinstance(other, Iterable):
            return NotImplemented
        others = other if isinstance(other, Table) else Table(other)
        rest = (record for record in self._records if record not in others)
        return table_of_known(rest, kinds_of(self))

    def __str__(self) -> str:
        """Return up to twenty rows that a person can read, private persons by pseudonym.

        A line below them says how many records there are.
        """
        text: str = _views.ask("text", "text_table", self)
        return text

    def __repr__(self) -> str:
        if not self._records:
            return "<Table: empty>"
        kinds = {type(record).__name__: 0 for record in self._records}
        for record in self._records:
            kinds[type(record).__name__] += 1
        return f"<Table: {', '.join(f'{n} {kind}' for kind, n in kinds.items())}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - IPython's
        printer.text(repr(self))

    def _ipython_key_completions_(self) -> list[str]:
        return list(self.ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records, in order."""
        return tuple([record.id for record in self._records])

    def get(self, record_id: str) -> T_co | None:
        """Return the record with this id, or None."""
        return self._by_id.get(record_id)

    def where(
        self, predicate: Callable[[T_co], object] | None = None, /, **fields: object
    ) -> Table[T_co]:
        """Return the records that fit, in the same order.

        ``where(lambda record: ...)`` keeps those for which a function is true;
        ``where(medium="video", outlet="facebook")`` those whose fields have these values. A field
        with several items fits by one of them, and a list of values fits by any of them. None asks
        for what is missing: no value, no item, no text. Besides its fields, a record can be asked
        for what follows from them: ``status``, ``disputed``, ``former``, ``label`` and the like.

        A field that links to other records takes a record, its id, or the name of an actor, place
        or region that the records of this table refer to. A date fits what is coded exactly so;
        for a window of days, ask a query. A kind of record without the field never fits.

        Raises ``UnknownNameError`` for a field that no record here has, with the nearest, and for a
        name that leads to nobody; ``InvalidValueError`` for a word outside the vocabulary, and for
        a field that holds parts (``stages``, ``roles``): write a function for those;
        ``WrongTypeError`` for a value of another type.
        """
        if predicate is not None and not callable(predicate):
            complaint = "is not a function"
            raise WrongTypeError("where", predicate, complaint, 'name the field: kind="person"')
        kept: Iterable[T_co] = (
            self._records if predicate is None else filter(predicate, self._records)
        )
        if fields:
            from kzseparatism.criteria import condition  # noqa: PLC0415 - looks names up

            kept = filter(condition(self._records, fields, self._finder_of), kept)
        return table_of_known(kept, kinds_of(self))

    def _finder_of(self, kind: type) -> Finder:
        from kzseparatism.criteria import finder  # noqa: PLC0415 - as above

        return worked_out(self, f"names of {kind}", lambda table: finder(table, kind=kind))

    def only(self, kind: type[_U]) -> Table[_U]:
        """Return the records of one kind, such as ``kz.Statement``, in the same order."""
        of: object = kind
        if not (isclass(of) and (issubclass(of, Entity) or hasattr(of, "id"))):
            complaint = "is not a kind of record"
            raise WrongTypeError("kind", of, complaint, "write kz.Statement, for example")
        kept = (record for record in self._records if isinstance(record, kind))
        kinds = [one for one in kinds_of(self) if issubclass(get_origin(one) or one, kind)]
        return table_of_known(kept, tuple(kinds) or (kind,))

    def head(self, n: int = 10) -> Table[T_co]:
        """Return the first ``n`` records, or all if there are fewer."""
        if isinstance(n, bool) or not isinstance(n, int):
            raise WrongTypeError("n", n, "is not a whole number")
        if n < 0:
            raise InvalidValueError("n", n, "is below zero")
        return self[:n]

    def to_records(self) -> list[dict[str, Any]]:
        """Return one JSON-ready dictionary for each record, in order.

        Links are ids; a date is its EDTF text, with its first and last day as ISO text beside
        it (None for an open end); the parts of a record are a list of such dictionaries.
        """
        rows: list[dict[str, Any]] = _views.ask("plain", "plain_records", self._records)
        return rows

    def _repr_html_(self) -> str:
        """Return the records as an HTML table for notebooks, private persons by pseudonym."""
        text: str = _views.ask("html", "html_table", self._records)
        return text

    def _relation(self) -> Relation:
        relation: Relation = _views.ask("frame", "frame", self, room="tidying")
        return relation


def same_tables(pairs: Iterable[tuple[Table[Any], Table[Any]]]) -> bool:
    """Return whether the tables of each pair are equal; what they share is compared once."""
    numbers = Numbers()
    return all(
        len(one) == len(other) and all(map(numbers.same, one, other)) for one, other in pairs
    )


def table_of_known(records: Iterable[_U], kinds: tuple[Any, ...] = ()) -> Table[_U]:
    """Return a Table of records that stand in one table already: nothing is checked again.

    ``kinds`` are the kinds of record that it is an answer of, also where there is none.
    """
    table: Table[_U] = object.__new__(Table)
    table.__attrs_init__(tuple(records), {}, kinds)
    return table


def of_kinds(table: Table[_U], *kinds: Any) -> Table[_U]:
    """Return the same table, known to be an answer of these kinds of record."""
    return table_of_known(table, tuple(dict.fromkeys(kinds)))


def kinds_of(table: Table[Any]) -> tuple[Any, ...]:
    """Return the kinds of record that a table is an answer of, or has, in order.

    A part of a case counts with what it is a part of: ``CasePart[Stage]``.
    """
    return table._kinds or worked_out(table, "kinds in order", _kinds_in)  # noqa: SLF001 - as above


def _kinds_in(table: Table[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(map(_kind, table)))


def _kind(record: Any) -> Any:
    kind: Any = type(record)
    part = getattr(record, "part", None)
    return kind if part is None else kind[type(part)]


def worked_out(table: Table[_U], name: str, make: Callable[[Table[_U]], _V]) -> _V:
    """Return what ``make`` makes of a table; it is made when first asked for under a name."""
    memory = table._worked_out  # noqa: SLF001 - this function belongs to the class
    if name not in memory:
        memory[name] = make(table)
    value: _V = memory[name]
    return value


def _indexed_by_id(table: Table[_U]) -> dict[str, _U]:
    return {record.id: record for record in table}
