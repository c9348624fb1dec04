"""The codebook: every variable of the model, with its definition and what it may hold."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.errors import UnknownNameError
from kzseparatism.model.tables import askable, holdings, kinds
from kzseparatism.model.walk import parts
from kzseparatism.names.spelling import nearest
from kzseparatism.views.plain import plain_record
from kzseparatism.vocab import Vocabulary

# What a record is called when it is shown. Names and titles say so already.
_FOR_SHOW = ("label", "pseudonym", "public_name")


@attrs.frozen(kw_only=True, order=False)
class Variable:
    """One field of one kind of record, or what follows from its fields (``derived``).

    ``pattern`` is a regular expression for what it may hold, if it has to be of a certain form.
    """

    record: type
    name: str
    definition: str
    holds: type
    many: bool
    required: bool
    default: object = None
    pattern: str = ""
    derived: bool = False

    @property
    def optional(self) -> bool:
        """Whether the one value that it holds may be missing; a list may be empty instead."""
        return not (self.many or self.required or self.derived) and self.default is None

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
    wanted = kinds() if record is None else (record,)
    return tuple(variable for kind in wanted for variable in _variables(kind))


def derived_variables(record: type) -> tuple[Variable, ...]:
    """Return what follows from the fields of a kind of record and is one plain value.

    They are its properties, such as the status of a case, and are defined by their docstrings.
    """
    return tuple(_derived(record))


def single_variables(record: type) -> tuple[Variable, ...]:
    """Return the variables of one value, then those derived; the id is first, also if derived."""
    held = [variable for variable in variables(record) if not variable.many]
    return tuple(sorted([*held, *_derived(record)], key=lambda variable: variable.name != "id"))


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
        raise UnknownNameError("variable", name, nearest(wanted, sorted(known_names())))
    return tuple(found)


def known_names() -> set[str]:
    """Return every name that a variable is found by, in small letters."""
    return {name for variable in variables() for name in _names_of(variable)}


def example(variable: Variable, dataset: Dataset) -> str:
    """Return the first value that a dataset has beside the default, and where, or nothing."""
    for _, table in dataset.tables():
        for record in table:
            for thing in (record, *(found.value for found in parts(record))):
                if type(thing) is variable.record:
                    value = plain_record(thing).get(variable.name)
                    if value and value != variable.default:
                        first = value[0] if isinstance(value, list) else value
                        return f"{first} (in {record.id})"
    return ""


def _names_of(variable: Variable) -> set[str]:
    names = {variable.name, variable.full_name.casefold()}
    return names | ({variable.holds.__name__.casefold()} if variable.vocabulary else set())


def _variables(kind: type) -> Iterator[Variable]:
    for field in attrs.fields(kind):
        holding = holdings(kind)[field.name]
        default = None if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]
        yield Variable(
            record=kind,
            name=field.name,
            definition=field.metadata.get("definition", ""),
            holds=holding.kind,
            many=holding.many,
            required=field.default is attrs.NOTHING,
            default=None if default is attrs.NOTHING else default,
            pattern=field.metadata.get("pattern", ""),
        )


def _derived(kind: type) -> Iterator[Variable]:
    for name, holding in askable(kind).items():
        plain = isinstance(holding.kind, type) and issubclass(holding.kind, str | int)
        if plain and not holding.many and name not in holdings(kind) and name not in _FOR_SHOW:
            text = (getattr(kind, name).__doc__ or "").partition("\n")[0]
            yield Variable(
                record=kind,
                name=name,
                definition=text.replace("``", ""),
                holds=holding.kind,
                many=False,
                required=False,
                derived=True,
            )
