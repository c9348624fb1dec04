"""The entry point of hypothesis: ``st.from_type`` knows our types, and no import can fail of it.

Everything runs in fresh interpreters, for what counts is what is imported first.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import kzseparatism as kz
from kzseparatism import _hypothesis
from kzseparatism.model.tables import kinds

pytestmark = pytest.mark.thorough

RECORDS = (
    *("Actor", "Case", "Charge", "Citation", "Discrepancy", "Event", "LedgerRow", "Place"),
    *("Provision", "Region", "RegionName", "Role", "Sentence", "Site", "Source", "Stage"),
    "Statement",
)
VOCABULARIES = (
    *("ActorKind", "Attribution", "CaseKind", "CaseStatus", "DateBasis", "DiscrepancyKind"),
    *("Dispute", "EventKind", "Exclusion", "Force", "Medium", "Penalty", "RegionKind"),
    *("SiteRelation", "StageKind", "Stance"),
)
VALUES = ("FuzzyDate", "Term", "Window", "Table", "Dataset")
TYPES = (*RECORDS, *VALUES, *VOCABULARIES)

# Draws one example of a type, as a test in another project would.
DRAWS = """
def draws(kind):
    from hypothesis import Phase, given, settings, strategies as st

    @settings(max_examples=3, database=None, deadline=None, phases=[Phase.generate])
    @given(st.from_type(kind))
    def run(drawn):
        assert isinstance(drawn, kind), (kind, drawn)
    run()
"""
# Refuses to find what the names say, as if it were not installed or were broken.
BLOCKS = """
import sys

class Blocker:
    def __init__(self, refuses, error=ImportError):
        self.refuses, self.error = refuses, error

    def find_spec(self, name, path=None, target=None):
        if self.refuses(name):
            raise self.error(f"{name} is blocked")

def block(*names, error=ImportError):
    refuses = lambda name: any(name == n or name.startswith(n + ".") for n in names)
    sys.meta_path.insert(0, Blocker(refuses, error))
"""


def fresh(code: str, *options: str) -> str:
    """Return what code prints in a fresh interpreter in which every warning is an error."""
    result = subprocess.run(
        [sys.executable, "-W", "error", *options, "-c", code],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return result.stdout.strip()


def test_every_record_is_named_here() -> None:
    """The types above are the public ones, and the door knows each that is no vocabulary."""
    known = {name for makers in _hypothesis.STRATEGIES.values() for name in makers}
    assert known == {*RECORDS, *VALUES}
    assert {kind.__name__ for kind in kinds()} == {*RECORDS}
    assert set(TYPES) <= set(kz.__all__)
    public = {name for name in kz.__all__ if isinstance(getattr(kz, name), type)}
    vocabularies = {name for name in public if issubclass(getattr(kz, name), str)}
    assert vocabularies == set(VOCABULARIES)


def test_the_entry_point_is_declared() -> None:
    """The metadata of the package names the function, and that is what it loads."""
    (entry,) = entry_points(group="hypothesis", name="kzseparatism")
    assert entry.load() is _hypothesis.register


def test_hypothesis_first() -> None:
    """Hypothesis before us: each type is known as soon as its name is there, be it the first."""
    code = f"""{DRAWS}
import sys, hypothesis
for name in {("Statement", *VALUES, "Stance")}:
    for module in [one for one in sys.modules if one.partition(".")[0] == "kzseparatism"]:
        del sys.modules[module]  # so that each name is the first that is asked for
    import kzseparatism as kz
    draws(getattr(kz, name))
"""
    assert fresh(code) == ""


def test_hypothesis_last() -> None:
    """We before hypothesis: each type is known as soon as hypothesis is there."""
    code = f"""{DRAWS}
import kzseparatism as kz
kinds = [getattr(kz, name) for name in {TYPES}]
import hypothesis
for kind in kinds:
    draws(kind)
"""
    assert fresh(code) == ""


@pytest.mark.parametrize(("early", "late"), [("FuzzyDate", "Statement"), ("Region", "Dataset")])
def test_hypothesis_between(early: str, late: str) -> None:
    """Hypothesis between two of our names: both types are known."""
    code = f"""{DRAWS}
from kzseparatism import {early}
import hypothesis.strategies
from kzseparatism import {late}
draws({early}), draws({late})
"""
    assert fresh(code) == ""


def test_classes_of_a_user_are_made() -> None:
    """A dataclass and an attrs class get tables of the right records, windows in order, terms."""
    code = f"""{DRAWS}
import attrs, dataclasses
import kzseparatism as kz

@dataclasses.dataclass
class Shelf:
    cases: kz.Table[kz.Case]
    anything: kz.Table
    window: kz.Window

@attrs.frozen
class Question:
    said: kz.Table[kz.Statement]
    window: kz.Window
    term: kz.Term | None
    record: kz.Record

from hypothesis import given, settings, strategies as st
lengths = set()

@settings(max_examples=30, database=None, deadline=None)
@given(st.from_type(Shelf), st.from_type(Question))
def run(shelf, question):
    assert all(type(case) is kz.Case for case in shelf.cases)
    assert all(type(said) is kz.Statement for said in question.said)
    assert shelf.window.start <= shelf.window.end
    lengths.update((len(shelf.cases), len(shelf.anything)))
run()
assert len(lengths) > 2
"""
    assert fresh(code) == ""


def test_types_are_found_in_annotations() -> None:
    """Hypothesis finds our strategies from the annotations of a function, and inside tuples."""
    code = f"""{DRAWS}
from hypothesis import given, settings, strategies as st
import kzseparatism as kz

def speech(said: tuple[kz.Statement, kz.Event], when: kz.FuzzyDate | None) -> list[str]:
    return [said[0].id, said[1].id, str(when)]

@settings(max_examples=3, database=None, deadline=None)
@given(st.builds(speech))
def run(words):
    assert len(words) == 3
run()
"""
    assert fresh(code) == ""


OWN = """
import kzseparatism as kz
from hypothesis import given, settings, strategies as st
mine = object()
st.register_type_strategy(kz.Statement, st.just(mine))
kz.Dataset, kz.FuzzyDate, kz.find_actor  # what comes later must not register ours again
import kzseparatism.strategies

@settings(max_examples=5, database=None)
@given(st.from_type(kz.Statement))
def run(drawn):
    assert drawn is mine
run()
"""


@pytest.mark.parametrize("first", ["", "import hypothesis", "from kzseparatism import Statement"])
def test_registration_of_ones_own_wins(first: str) -> None:
    """A strategy that a user registers for one of our types is the one that is asked."""
    assert fresh(f"{first}{OWN}") == ""


def test_own_registration_before_ours_wins() -> None:
    """Even one that was made before our types were reached by their public names."""
    early = "import hypothesis\nfrom kzseparatism.model import Statement\n"
    registered = "hypothesis.strategies.register_type_strategy(Statement, st.just(mine))"
    code = OWN.replace(
        "mine = object()\nst.register_type_strategy(kz.Statement, st.just(mine))", ""
    )
    head = "from hypothesis import strategies as st\n"
    code = f"{early}{head}mine = object()\n{registered}{code}"
    assert fresh(code) == ""


@pytest.mark.parametrize("first", ["hypothesis", "kzseparatism"])
def test_types_from_the_module_are_known(first: str) -> None:
    """A type imported from its own module is the same type, and known as well."""
    code = f"""{DRAWS}
import {first}
from kzseparatism.model import Statement
from kzseparatism.dates import FuzzyDate
import hypothesis
draws(Statement), draws(FuzzyDate)
"""
    assert fresh(code) == ""


def ours() -> str:
    """Return code that prints which of our modules are loaded."""
    return "import sys; print(*sorted(m for m in sys.modules if m.startswith('kzseparatism')))"


def test_importing_hypothesis_loads_nothing_of_ours() -> None:
    """``import hypothesis`` loads the facade and the door, and no library for them."""
    loaded = fresh(f"import hypothesis; {ours()}")
    assert loaded == "kzseparatism kzseparatism._hypothesis"
    heavy = ["attr", "attrs", "cattr", "cattrs", "dateutil", "pandas"]
    code = f"import hypothesis, sys; print([m for m in {heavy} if m in sys.modules])"
    assert fresh(code) == "[]"


def test_no_strategies_before_they_are_asked_for() -> None:
    """Types, the data and queries load neither the strategies nor, without it, hypothesis."""
    asked = "import kzseparatism as kz; kz.load(); kz.Statement; kz.statements_between('2023')"
    assert "strategies" not in fresh(f"import hypothesis; {asked}; {ours()}")
    assert fresh(f"{asked}; import sys; print('hypothesis' in sys.modules)") == "False"


def test_facade_and_door_need_the_standard_library_alone() -> None:
    """With everything else out of reach they are imported, and the hook does nothing."""
    code = f"""{BLOCKS}
own = ("kzseparatism", "kzseparatism._hypothesis")
refuses = lambda name: name not in own and name.partition(".")[0] not in sys.stdlib_module_names
sys.meta_path.insert(0, Blocker(refuses))
import kzseparatism, kzseparatism._hypothesis
assert kzseparatism._hypothesis.register() is None
"""
    assert fresh(code) == ""


BROKEN = {
    "no attrs": "block('attr', 'attrs')",
    "no cattrs": "block('cattr', 'cattrs')",
    "no dateutil": "block('dateutil')",
    "no model": "block('kzseparatism.model')",
    "broken model": "block('kzseparatism.model', error=RuntimeError)",
    "broken dates": "block('kzseparatism.dates', error=ZeroDivisionError)",
    "empty model": "sys.modules['kzseparatism.model'] = type(sys)('kzseparatism.model')",
    "empty dates": "sys.modules['kzseparatism.dates'] = object()",
    "no model at all": "sys.modules['kzseparatism.model'] = None",
}


@pytest.mark.parametrize("trouble", BROKEN)
def test_hypothesis_is_imported_whatever_is_broken(trouble: str) -> None:
    """Without our dependencies or our modules, hypothesis works, and nothing is said about us."""
    code = f"""{BLOCKS}
{BROKEN[trouble]}
from hypothesis import given, settings, strategies as st
import kzseparatism._hypothesis
kzseparatism._hypothesis.register()
@settings(max_examples=3, database=None)
@given(st.integers())
def run(number):
    assert isinstance(number, int)
run()
"""
    assert fresh(code) == ""


def test_hypothesis_is_imported_without_the_data(tmp_path: Path) -> None:
    """Without the data files hypothesis works, and so do the types that need none of them."""
    package = Path(kz.__file__).parent
    (tmp_path / "kzseparatism").mkdir()
    for entry in package.iterdir():
        if entry.name not in ("data", "__pycache__"):
            (tmp_path / "kzseparatism" / entry.name).symlink_to(entry)
    code = f"""{DRAWS}
import sys
sys.path.insert(0, {str(tmp_path)!r})
import hypothesis, kzseparatism as kz
assert kz.__file__.startswith({str(tmp_path)!r})
draws(kz.FuzzyDate), draws(kz.Source), draws(kz.Stance)
try:
    kz.statements
except kz.DataErrors:
    print("told")
"""
    assert fresh(code) == "told"
