"""What must hold of the installed wheel: run with its interpreter, away from the sources."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import files, metadata, requires
from importlib.util import find_spec
from pathlib import Path

import kzseparatism as kz
from kzseparatism.cli.completion import SCRIPTS

PACKAGES = {"attrs", "cattrs", "python-dateutil"}


def main() -> None:
    """Check that data, types and licences are there, and that nothing else is needed."""
    assert "site-packages" in str(kz.__file__), "the package is not the installed one"
    for absent in ("hypothesis", "pandas", "pytest"):
        assert find_spec(absent) is None, f"{absent} is installed, so its absence is not tested"
    names = {str(path).removeprefix("kzseparatism/") for path in files("kzseparatism") or ()}
    assert "py.typed" in names
    assert {"data/statements.json", "data/schemas/statements.schema.json"} <= names
    assert {f"cli/shells/{script}" for script in SCRIPTS.values()} <= names
    assert any(name.endswith("share/man/man1/kzseparatism.1") for name in names)
    assert not [name for name in names if name.endswith(".txt") and "/data/" in name]
    needed = {
        line.split(";")[0].split(">")[0]
        for line in requires("kzseparatism") or ()
        if "extra" not in line
    }
    assert needed == PACKAGES, needed
    assert metadata("kzseparatism")["License-Expression"] == "MIT AND CC-BY-4.0"
    dataset = kz.load()
    assert kz.check(dataset) == ()
    certain = kz.statements_between("2021-09", "2022-08", match="certain")
    assert "medvedev-page-artificial-state" in certain.ids
    assert "hypothesis" not in sys.modules
    for name in kz.__all__:
        getattr(kz, name)
    for module in ("kzseparatism.laws", "kzseparatism.strategies"):
        told = ""
        try:
            import_module(module)
        except ModuleNotFoundError as error:
            told = str(error)
        assert "kzseparatism[hypothesis]" in told, f"{module} does not say what it needs"
    assert not Path("src").exists(), "run this away from the sources"
    sys.stdout.write(f"installed: {dataset!r:.60}...\n")


if __name__ == "__main__":
    main()
