"""The figures of the documentation: in step with their script and with the data."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

import kzseparatism as kz

FOLDER = Path(__file__).parents[1] / "docs" / "figures"
NAMES = ("possible-and-certain.svg", "succession.svg")
PICTURES = ("time-line.svg", "regions.svg", "network.svg")


def script(name: str) -> ModuleType:
    """Return a script that draws figures."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def timeline() -> ModuleType:
    """Return the script that draws the figures about dates and regions."""
    return script("timeline")


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    """Return the script that draws pictures with ``kz.plot``."""
    return script("pictures")


def test_every_figure_has_its_file(timeline: ModuleType, pictures: ModuleType) -> None:
    """The SVG files beside the scripts are those that they draw, no more and no fewer."""
    assert sorted(timeline.FIGURES) == sorted(NAMES)
    assert sorted(pictures.PICTURES) == sorted(PICTURES)
    assert sorted(path.name for path in FOLDER.glob("*.svg")) == sorted([*NAMES, *PICTURES])


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_say_what_is_true_now(pictures: ModuleType, name: str) -> None:
    """The words of a picture are in its file: without matplotlib, too, it is known to be old."""
    picture = pictures.PICTURES[name]()
    root = ET.parse(FOLDER / name).getroot()  # noqa: S314 - a file of our own
    told = [root.findtext(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc")]
    assert told == [picture.title, picture.text], "run docs/figures/pictures.py, and look at them"


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_as_the_script_draws_them(pictures: ModuleType, name: str) -> None:
    """Drawing again gives the same bytes; UPDATE_GOLDEN=1 writes what is drawn now."""
    mpl = pytest.importorskip("matplotlib", reason="to draw needs matplotlib: nox -s tests has it")
    pins = (FOLDER.parents[1] / "constraints.txt").read_text(encoding="utf-8")
    if f"matplotlib=={mpl.__version__}\n" not in pins:
        pytest.skip(f"the pictures are drawn with another matplotlib than {mpl.__version__}")
    drawn, path = pictures.PICTURES[name]().svg().encode(), FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(drawn)
    assert path.read_bytes() == drawn, "run docs/figures/pictures.py, and look at the pictures"


@pytest.mark.parametrize("name", NAMES)
def test_figures_are_as_the_script_draws_them(timeline: ModuleType, name: str) -> None:
    """Drawing again gives the same bytes; UPDATE_GOLDEN=1 writes what is drawn now."""
    drawn, path = timeline.FIGURES[name]().encode(), FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(drawn)
    assert path.read_bytes() == drawn, "run docs/figures/timeline.py, and look at the figures"


@pytest.mark.parametrize("name", [*NAMES, *PICTURES])
def test_figures_say_what_they_show(name: str) -> None:
    """Each is well-formed, is named by its title and description, and says its answers in words."""
    root = ET.parse(FOLDER / name).getroot()  # noqa: S314 - a file of our own
    space = "{http://www.w3.org/2000/svg}"
    ids = {child.get("id") for child in root if child.tag in (f"{space}title", f"{space}desc")}
    named = f"{root.get('aria-labelledby', '')} {root.get('aria-describedby', '')}"
    assert ids == set(named.split())
    assert len(ids) == 2
    assert all(child.text for child in root if child.get("id") in ids)


def test_figure_shows_every_answer(timeline: ModuleType) -> None:
    """The six dates are certain, possible and neither, and each answer stands there as a word."""
    one_by_one = [kz.statements[one] for one in timeline.STATEMENTS]
    answers = [timeline.verdict(one, one.date)[0] for one in one_by_one]
    assert answers == ["certain", "certain", "possible", "possible", "possible", "neither"]
    svg = (FOLDER / "possible-and-certain.svg").read_text(encoding="utf-8")
    for answer in ("certain", "possible", "neither"):
        assert svg.count(f">{answer}: ") == answers.count(answer)


def test_figures_name_no_private_person() -> None:
    """A figure has ids and public words alone: no name or alias of a private person."""
    private = [actor for actor in kz.actors if actor.private]
    texts = [(FOLDER / name).read_text(encoding="utf-8") for name in (*NAMES, *PICTURES)]
    for actor in private:
        assert not any(name in text for name in (actor.name, *actor.aliases) for text in texts)


def test_transfers_stand_in_the_region_table(timeline: ModuleType) -> None:
    """Each transfer is told in a note of its units, and dated as the table has it, if it does.

    From the former unit, the arrows lead to all its successors.
    """
    reached = {"kokshetau-region"}
    for old, new, when in timeline.TRANSFERS:
        one, other = kz.regions[old], kz.regions[new]
        notes = one.note + other.note
        assert one.name.removesuffix(" region") in notes or other.name in notes
        assert kz.FuzzyDate.of(when).earliest.strftime("%Y") in notes
        if other.valid_from is not None:
            assert other.valid_from.earliest == kz.FuzzyDate.of(when).earliest
        if one.valid_to is not None:
            assert one.valid_to == kz.FuzzyDate.of(when)
        reached |= {new} if old in reached else set()
    assert {unit.id for unit in kz.regions["kokshetau-region"].successors} <= reached
