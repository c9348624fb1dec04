"""Two codings of the same articles: which units both have, and what they say differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.errors import WrongTypeError
from kzseparatism.model import Record
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.fields import country, is_identified
from kzseparatism.model.tables import Holding, askable, holdings
from kzseparatism.vocab import Vocabulary
from kzseparatism.workshop.agreement import Agreement, agreement
from kzseparatism.workshop.units import Units, match_units

# What is said where a coding says nothing.
NOTHING = "none"
THERE, MISSING = "there", "not there"
UNIT = "unit"
# After the id of a record that only the second coding has.
ONLY_SECOND = "*"


@attrs.frozen(kw_only=True, order=False)
class VariableAgreement:
    """How far two codings agree on a variable of one table.

    ``agreement`` compares whole values: of several actors, say, all must be the same. Where a value
    has several items, ``items_in_both`` counts the single items that both codings have, and
    ``items_in_either`` those that either has.
    """

    table: str
    variable: str
    agreement: Agreement
    items_in_both: int | None = None
    items_in_either: int | None = None


@attrs.frozen(kw_only=True, order=False)
class Difference:
    """One thing to settle: what each coding says of a variable of one unit.

    ``one`` and ``other`` are the ids of the two records, either of which may be empty; ``variable``
    is ``unit`` where only one coding has it. ``paragraphs`` are those that either cites.
    """

    table: str
    one: str
    other: str
    paragraphs: str
    variable: str
    first: str
    second: str


@attrs.frozen(kw_only=True, order=False)
class Comparison:
    """What came out of comparing two codings; each tuple is in the order of tables and rows."""

    units: tuple[Units, ...]
    variables: tuple[VariableAgreement, ...]
    differences: tuple[Difference, ...]


def compare(one: Dataset, other: Dataset) -> Comparison:
    """Return how far two codings of the same articles agree, and what there is to settle.

    First the units are matched, by the rules of ``kzseparatism.workshop.RULES``. Then the variables
    are compared on the units that both have: words of vocabularies, dates and how precise they are,
    numbers, yes or no, countries, links, and the words of parts. Links are the same if they lead
    to records that are the same unit. Texts of one's own, such as summaries, are not compared.
    Needs the extra ``workshop``.
    """
    for name, dataset in (("one", one), ("other", other)):
        if not isinstance(dataset, Dataset):
            raise WrongTypeError(name, dataset, "is not a Dataset", "load or read one")
    units = tuple(match_units(one, other))
    same = {match.other.id: match.one.id for table in units for match in table.both}
    compared = [_Compared(table, same) for table in units]
    return Comparison(
        units=units,
        variables=tuple(found for table in compared for found in table.variables()),
        differences=tuple(found for table in compared for found in table.differences()),
    )


def figures(comparison: Comparison) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return the rows of the two tables of a comparison, as a person reads them.

    The first has the units of each table, the second the agreement on each variable.
    """
    units = [
        {
            "table": one.table,
            "in both": str(len(one.both)),
            "first only": str(len(one.only_one)),
            "second only": str(len(one.only_other)),
            "in both, of all": f"{one.percentage:.0f} %",
        }
        for one in comparison.units
    ]
    return units, [_row(one) for one in comparison.variables]


def _row(one: VariableAgreement) -> dict[str, str]:
    found = one.agreement
    items = f"{one.items_in_both} of {one.items_in_either}" if one.items_in_either else ""
    return {
        "table": one.table,
        "variable": one.variable,
        "units": str(found.units),
        "agreement": f"{found.percentage:.0f} %",
        "alpha": "" if found.alpha is None else f"{found.alpha:.2f}",
        "items": items,
        "values": f"{found.values}, most {found.commonest} ({100 * found.share:.0f} %)",
    }


class _Compared:
    """What two codings say of the units of one table."""

    def __init__(self, units: Units, same: Mapping[str, str]) -> None:
        self.units = units
        self.said = [
            (match, _values(match.one, None), _values(match.other, same)) for match in units.both
        ]

    def variables(self) -> Iterator[VariableAgreement]:
        names = list(self.said[0][1]) if self.said else []
        for name in names:
            pairs = [(ours[name], theirs[name]) for _, ours, theirs in self.said]
            texts = [(_text(ours), _text(theirs)) for ours, theirs in pairs]
            if {text for pair in texts for text in pair} == {NOTHING}:
                continue  # neither coding says anything of it
            both = either = None
            if isinstance(pairs[0][0], frozenset):
                both = sum(len(ours & theirs) for ours, theirs in pairs)
                either = sum(len(ours | theirs) for ours, theirs in pairs)
            yield VariableAgreement(
                table=self.units.table,
                variable=name,
                agreement=agreement(texts),
                items_in_both=both,
                items_in_either=either,
            )

    def differences(self) -> Iterator[Difference]:
        for match, ours, theirs in self.said:
            for name, value in ours.items():
                if _text(value) != _text(theirs[name]):
                    yield self._difference(match.one, match.other, name, value, theirs[name])
        for record in self.units.only_one:
            yield self._difference(record, None, UNIT, THERE, MISSING)
        for record in self.units.only_other:
            yield self._difference(None, record, UNIT, MISSING, THERE)

    def _difference(
        self, one: Record | None, other: Record | None, variable: str, first: Any, second: Any
    ) -> Difference:
        there = [record for record in (one, other) if record is not None]
        cited = dict.fromkeys(str(citation) for record in there for citation in record.citations)
        return Difference(
            table=self.units.table,
            one="" if one is None else one.id,
            other="" if other is None else other.id,
            paragraphs=" ".join(cited),
            variable=variable,
            first=_text(first),
            second=_text(second),
        )


def _text(value: object) -> str:
    """Return a value as it is compared and shown; several items in order of the alphabet."""
    if isinstance(value, frozenset):
        return " ".join(sorted(value)) or NOTHING
    return str(value)


def _values(record: Record, same: Mapping[str, str] | None) -> dict[str, Any]:
    """Return what a record says, by variable: a text, or a set of texts where there may be more.

    ``same`` has, for the id of a record of the second coding, that of the same unit in the first.
    """
    values: dict[str, Any] = {}
    kind: Any = type(record)
    for name, holding in askable(kind).items():
        held = holding.kind
        value = getattr(record, name)
        if not isinstance(held, type):
            continue
        if issubclass(held, Part):
            values |= _of_parts(name, held, value)
        elif issubclass(held, FuzzyDate):
            values[name] = NOTHING if value is None else str(value)
            values[f"{name} precision"] = NOTHING if value is None else value.precision
        elif _is_code(kind, name, holding):
            values[name] = _coded(value, same)
    return values


def _is_code(kind: type, name: str, holding: Holding) -> bool:
    """Return whether a field holds what a coder chooses, and not a text of the coder's own."""
    if name not in holdings(kind):
        # Of what is derived, only a word of a list says more than what it is derived from.
        return issubclass(holding.kind, Vocabulary)
    if issubclass(holding.kind, Vocabulary | bool | int | Term | Entity):
        return True
    if holding.kind is not str:
        return False
    check: Any = getattr(attrs.fields_dict(kind)[name], "validator", None)
    return country in (check, getattr(check, "validator", None))


def _coded(value: Any, same: Mapping[str, str] | None) -> Any:
    if isinstance(value, tuple):
        return frozenset(_coded(item, same) for item in value)
    if isinstance(value, Record) and same is not None:
        # Two codings may have one id for two things.
        return same.get(value.id, f"{value.id}{ONLY_SECOND}")
    if is_identified(value):
        return value.id
    if isinstance(value, bool):
        return "yes" if value else "no"
    return NOTHING if value is None else str(value)


def _of_parts(name: str, kind: type, parts: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    for field, holding in holdings(kind).items():
        if isinstance(holding.kind, type) and issubclass(holding.kind, Vocabulary):
            yield f"{name}: {field}", frozenset(str(getattr(part, field)) for part in parts)
