"""The codebook: every variable of the model, with its definition and what it may hold."""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.errors import UnknownNameError
from kzseparatism.flat import flat
from kzseparatism.model import (
    Actor,
    Case,
    Charge,
    Citation,
    Discrepancy,
    Event,
    LedgerRow,
    Place,
    Provision,
    Region,
    RegionName,
    Role,
    Sentence,
    Site,
    Source,
    Stage,
    Statement,
)
from kzseparatism.names import nearest
from kzseparatism.vocab import Vocabulary

# Records in the order in which they build on each other, each followed by its parts.
KINDS: tuple[type, ...] = (
    Source,
    Citation,
    Region,
    RegionName,
    Place,
    Actor,
    Role,
    Provision,
    Case,
    Site,
    Stage,
    Charge,
    Sentence,
    Statement,
    Event,
    Discrepancy,
    LedgerRow,
)


@attrs.frozen(kw_only=True, order=False)
class Variable:
    """One field of one kind of record."""

    record: type
    name: str
    definition: str
    holds: type
    many: bool
    required: bool
    default: object = None

    @property
    def full_name(self) -> str:
        """The record and the field, such as ``Statement.stance``."""
        return f"{self.record.__name__}.{self.name}"

    @property
    def vocabulary(self) -> type[Vocabulary] | None:
        """The words that it may hold, if they are a closed list."""
        return self.holds if issubclass(self.holds, Vocabulary) else None


def variables(record: type | None = None) -> tuple[Variable, ...]:
    """Return the variables of one kind of record, or of all, in the order of the model."""
    kinds = KINDS if record is None else (record,)
    return tuple(variable for kind in kinds for variable in _variables(kind))


def find_variables(name: str) -> tuple[Variable, ...]:
    """Return the variables that a name means: ``stance``, ``Statement.stance`` or ``Statement``.

    Case does not matter. Raises ``UnknownNameError`` with the nearest names.
    """
    wanted = name.casefold()
    found = [
        variable
        for variable in variables()
        if wanted in _names_of(variable) or wanted == variable.record.__name__.casefold()
    ]
    if not found:
        names = {name for variable in variables() for name in _names_of(variable)}
        raise UnknownNameError("variable", name, nearest(wanted, sorted(names)))
    return tuple(found)


def example(variable: Variable, dataset: Dataset) -> str:
    """Return the first value that a dataset has beside the default, and where, or nothing."""
    for _, table in dataset.tables():
        for record in table:
            for part in (record, *getattr(record, "parts", tuple)()):
                value = flat(part).get(variable.name) if type(part) is variable.record else None
                if value and value != variable.default:
                    first = value[0] if isinstance(value, list) else value
                    return f"{first} (in {record.id})"
    return ""


def _names_of(variable: Variable) -> set[str]:
    names = {variable.name, variable.full_name.casefold()}
    return names | ({variable.holds.__name__.casefold()} if variable.vocabulary else set())


def _variables(kind: type) -> Iterator[Variable]:
    types = get_type_hints(kind)
    for field in attrs.fields(kind):
        holds, many = _held(types[field.name])
        default = None if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]
        yield Variable(
            record=kind,
            name=field.name,
            definition=field.metadata["definition"],
            holds=holds,
            many=many,
            required=field.default is attrs.NOTHING,
            default=None if default is attrs.NOTHING else default,
        )


def _held(annotation: Any) -> tuple[type, bool]:
    """Return the type that a field holds, and whether it holds several."""
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0], True
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not NoneType), False
    return annotation, False
