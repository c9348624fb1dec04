"""From the rows of relations to the files of a dataset: the way back from ``tidy``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from kzseparatism.codebook.variables import Variable, variables
from kzseparatism.model import Citation
from kzseparatism.model.families import Part
from kzseparatism.model.tables import TABLES
from kzseparatism.reading.private import PRIVATE_NAMES
from kzseparatism.tidying.shapes import shapes, singular

_Row: TypeAlias = dict[str, Any]
# The rows of a relation by the key of their owner.
_Owned: TypeAlias = dict[str, dict[tuple[Any, ...], list[_Row]]]
_NAMES = ("name", "aliases")


def files_of(relations: Mapping[str, list[_Row]]) -> dict[str, Any]:
    """Return what each file of a dataset says, by its name; regions and private names too."""
    owned, nouns = _by_owner(relations), _nouns()
    files: dict[str, Any] = {}
    for name, kind in TABLES.items():
        noun = nouns.get(name, "")  # of sources and of the ledger nothing hangs
        rows = [_thing(kind, row, noun, (row["id"],), owned) for row in relations[name]]
        files[f"{name}.json"] = rows
    private: dict[str, Any] = {}
    for actor in files["actors.json"]:
        if actor["private"]:
            private[actor["id"]] = {key: actor.pop(key) for key in _NAMES if actor.get(key)}
            actor.pop("aliases", None)
    files[PRIVATE_NAMES] = private
    return files


def _nouns() -> dict[str, str]:
    """Return by what each table is called in the names of what belongs to its records."""
    return {
        shape.table: shape.relation.columns[0].name.removesuffix("_id")
        for shape in reversed(shapes())
        if shape.relation.name not in TABLES
    }


def _by_owner(relations: Mapping[str, list[_Row]]) -> _Owned:
    owned: _Owned = {}
    for shape in shapes():
        relation = shape.relation
        found: dict[tuple[Any, ...], list[_Row]] = defaultdict(list)
        if shape.variable is not None:
            for row in sorted(relations[relation.name], key=lambda row: row["position"]):
                found[tuple(row[name] for name in relation.key[:-1])].append(row)
        owned[relation.name] = found
    return owned


def _thing(kind: type, row: _Row, noun: str, key: tuple[Any, ...], owned: _Owned) -> _Row:
    """Return a record, or a part of one, as a file has it; what is missing is left out."""
    told: _Row = {}
    for variable in variables(kind):
        if variable.many:
            value: Any = list(_items(variable, f"{noun}_{variable.name}", key, owned))
        else:
            value = _value(variable, row, variable.name)
        if value is not None and value != []:
            told[variable.name] = value
    return told


def _items(variable: Variable, relation: str, key: tuple[Any, ...], owned: _Owned) -> Iterator[Any]:
    for row in owned[relation].get(key, ()):
        if issubclass(variable.holds, Part):
            inner = (*key, row["position"])
            yield _thing(variable.holds, row, singular(relation), inner, owned)
        else:
            name = singular(variable.name)
            yield _value(variable, row, f"{name}_id" if f"{name}_id" in row else name)


def _value(variable: Variable, row: _Row, name: str) -> Any:
    if issubclass(variable.holds, Citation):
        return f"{row['source_id']}#{row['paragraph']}"
    return row[name]
