"""The register: what lists tables or kinds of record agrees with it."""

from __future__ import annotations

import ast
from pathlib import Path

import attrs
import pytest

import kzseparatism as kz
from kzseparatism import model
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.tables import TABLES, holdings, kinds


def test_a_dataset_has_exactly_the_tables_of_the_register() -> None:
    """The fields of Dataset are its description and the tables, in the order of the register."""
    assert [field.name for field in attrs.fields(kz.Dataset)] == ["about", *TABLES, "directory"]
    assert [name for name, _ in kz.load().tables()] == list(TABLES)
    for name, kind in TABLES.items():
        table = getattr(kz.load(), name)
        assert {type(record) for record in table} == {kind}
        assert kz.load().table_of(kind) is table


def test_a_kind_without_a_table_is_refused() -> None:
    """Parts and other types have no table."""
    for kind in (kz.Stage, str):
        with pytest.raises(kz.WrongTypeError, match="is not a kind of record that has a table"):
            kz.load().table_of(kind)  # type: ignore[type-var]


def test_the_kinds_are_all_classes_of_the_model() -> None:
    """Each kind stands once: that of a table, then the parts that it is the first to have."""
    assert len(set(kinds())) == len(kinds())
    public = {getattr(model, name) for name in model.__all__} - {kz.Record}
    assert set(kinds()) == public
    assert [kind for kind in kinds() if kind in TABLES.values()] == list(TABLES.values())
    for kind in kinds():
        assert issubclass(kind, Entity) or issubclass(kind, Part) or kind is kz.Citation


def test_what_a_field_holds() -> None:
    """A list, a value that may be missing, and a plain one are told apart."""
    held = holdings(kz.Statement)
    assert (held["speakers"].kind, held["speakers"].many) == (kz.Actor, True)
    assert (held["date"].kind, held["date"].many) == (kz.FuzzyDate, False)
    assert (held["summary"].kind, held["summary"].many) == (str, False)
    assert list(held) == [field.name for field in attrs.fields(kz.Statement)]


def test_the_facade_names_what_its_rooms_offer() -> None:
    """The names for type checkers, written once in the facade, are those found at run time."""
    tree = ast.parse(Path(kz.__file__).read_text(encoding="utf-8"))
    (block,) = (one for one in tree.body if isinstance(one, ast.If))
    imported = [
        str(alias.asname)
        for one in block.body
        if isinstance(one, ast.ImportFrom)
        for alias in one.names
    ]
    declared = [
        one.target.id
        for one in block.body
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    ]
    assert len(set(imported)) == len(imported)
    assert sorted(declared) == sorted([*TABLES, "__version__"])
    assert sorted([*imported, *TABLES]) == sorted([*kz.__all__, *kz._SUBMODULES])
    for name in kz.__all__:
        assert getattr(kz, name) is not None
    assert dir(kz) == sorted([*imported, *declared])


def test_an_unknown_name_is_an_attribute_error() -> None:
    """Neither a slip nor a private name of a room is found in the facade."""
    for name in ("statments", "Entity", "canonical_files", "__wrapped__", "_R"):
        with pytest.raises(AttributeError, match=f"has no attribute '{name}'"):
            getattr(kz, name)
