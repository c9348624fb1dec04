"""The drawn files: the same bytes every time, readable by everybody, whole or not at all.

They need matplotlib, which the plain test command does not install; ``nox -s tests`` does.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.plot import drawing
from kzseparatism.plot.scene import BLUE, INK, Box, Label, Scene, paler, width_of
from kzseparatism.plot.tile_map import _PALEST
from records import statement

SVG = "{http://www.w3.org/2000/svg}"
HERE = Path(__file__).parents[1]


@pytest.fixture
def mpl() -> Any:
    """Return matplotlib, or skip the test and say why."""
    return pytest.importorskip("matplotlib", reason="to draw needs matplotlib: nox -s tests has it")


def pictures() -> list[kz.plot.Picture]:
    """Return one picture of each sort, of shipped records."""
    return [
        kz.plot.timeline(kz.statements_between("2021-09", "2023-04", match="certain")),
        kz.plot.timeline([*kz.statements, *kz.events, *kz.cases]),
        kz.plot.regions(kz.cases),
        kz.plot.network(kz.statements),
    ]


PICTURES = pytest.mark.parametrize("picture", pictures(), ids=repr)


@PICTURES
def test_an_svg_says_what_it_shows(mpl: Any, picture: kz.plot.Picture) -> None:  # noqa: ARG001
    """It is an image with a name and a description, and its words are text."""
    root = ET.fromstring(picture.svg())  # noqa: S314 - a file of our own
    assert root.get("role") == "img"
    named, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert named is not None
    assert described is not None
    assert (named.text, described.text) == (picture.title, picture.text)
    assert root.get("aria-labelledby") == named.get("id")
    assert root.get("aria-describedby") == described.get("id")
    words = {text.text for text in root.iter(f"{SVG}text")}
    shown = {one.text for one in picture._scene.shapes if isinstance(one, Label)}
    assert shown <= words


@PICTURES
def test_the_same_picture_is_the_same_bytes(mpl: Any, picture: kz.plot.Picture) -> None:
    """Neither the user's settings nor what was drawn before change a file."""
    svg, png = picture.svg(), picture.png()
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "red", "svg.fonttype": "path"}):
        assert picture.svg() == svg
        assert picture.png() == png
        assert mpl.rcParams["font.size"] == 30
    assert "<dc:date>" not in svg
    assert "Matplotlib v" not in svg


def test_another_process_draws_the_same_bytes(mpl: Any) -> None:  # noqa: ARG001
    """A fresh Python with another hash seed and another time zone writes the same file."""
    code = "import kzseparatism as kz; print(kz.plot.network(kz.statements).svg())"
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Almaty", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert result.stdout == kz.plot.network(kz.statements).svg() + "\n"


@PICTURES
def test_no_word_leaves_the_page(mpl: Any, picture: kz.plot.Picture) -> None:  # noqa: ARG001
    """Drawn with the real letters, every text is inside the figure."""
    figure = picture.figure()
    figure.canvas.draw()
    width, height = figure.canvas.get_width_height()
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        assert box.x0 >= -1, text.get_text()
        assert box.x1 <= width + 1, text.get_text()
        assert -1 <= box.y0 <= box.y1 <= height + 1, text.get_text()


@pytest.mark.parametrize(
    "text", ["North Kazakhstan region", "Российские националисты", "WWW @ MMM", "иллюстрация ій"]
)
def test_texts_are_not_wider_than_they_are_taken_for(mpl: Any, text: str) -> None:  # noqa: ARG001
    """The width that the layout reckons with is enough for the real letters, bold ones too."""
    for bold in (False, True):
        label = Label(x=0, y=20, text=text, size=10, bold=bold)
        figure = drawing.figure_of(Scene(width=400, height=40, shapes=(label,)))
        figure.canvas.draw()
        (drawn,) = figure.axes[0].texts
        wide = drawn.get_window_extent().width * 72 / figure.dpi
        assert wide <= width_of(text, 10) * (1.08 if bold else 1)


def darkness(box: Box) -> float:
    """Return how dark a page is drawn on the whole with a box of this look, from 0 to 255."""
    here = attrs.evolve(box, x=5, y=5, width=80)
    figure = drawing.figure_of(Scene(width=90, height=20, shapes=(here,)))
    written = io.BytesIO()
    figure.savefig(written, format="raw", dpi=144)
    raw = written.getvalue()
    return 255 - (sum(raw[0::4]) + sum(raw[1::4]) + sum(raw[2::4])) / (len(raw) * 3 / 4)


def test_doubt_is_never_darker_than_certainty(mpl: Any) -> None:  # noqa: ARG001
    """As drawn, a hatched bar is lighter than a sure one, and a hatched strip than any tile."""
    sure, unsure = (
        next(
            box
            for box in kz.plot.timeline([statement("a", when)])._scene.shapes
            if isinstance(box, Box) and box.height > 8.5
        )
        for when in ("2023-05", "2023-05?")
    )
    assert darkness(unsure) < darkness(sure)
    boxes = [one for one in kz.plot.regions(kz.cases)._scene.shapes if isinstance(one, Box)]
    strip = next(one for one in boxes if one.hatched)
    # The palest tile that there can be: one certain record where another unit has very many.
    palest = paler(BLUE, _PALEST)
    tile = attrs.evolve(strip, fill=palest, edge=palest, hatched=False)
    assert darkness(strip) < darkness(tile)


def test_a_png_has_its_words(mpl: Any) -> None:  # noqa: ARG001
    """The title and the text are among the metadata, and more dots are a larger picture."""
    picture = kz.plot.regions(kz.cases)
    content = picture.png()
    assert content.startswith(b"\x89PNG")
    assert picture.title.encode() in content
    assert b"North Kazakhstan region: 3 certain, 2 more possible" in content
    assert b"Software" not in content
    small, large = (int.from_bytes(picture.png(dpi=dpi)[16:20]) for dpi in (72, 144))
    assert large == 2 * small


def test_files_are_written_by_their_suffix(mpl: Any, tmp_path: Path) -> None:  # noqa: ARG001
    """An SVG, a PNG, and nothing else in the folder; a file that is there is replaced."""
    picture = kz.plot.network(kz.statements)
    target = tmp_path / "who.svg"
    target.write_text("old")
    assert picture.save(target) == target
    assert target.read_text(encoding="utf-8") == picture.svg()
    assert picture.save(str(tmp_path / "who.PNG")).read_bytes() == picture.png()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["who.PNG", "who.svg"]


@pytest.mark.parametrize("name", ["who.pdf", "who", "svg"])
def test_other_suffixes_are_refused(tmp_path: Path, name: str) -> None:
    """Another kind of file is an error that names the two, and nothing is written."""
    with pytest.raises(kz.InvalidValueError, match=r"ends neither in \.svg nor in \.png"):
        kz.plot.network([]).save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_half_a_file_is_never_left(
    mpl: Any,  # noqa: ARG001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """If the file can't be put in its place, the old one stays, and nothing beside it."""
    target = tmp_path / "who.svg"
    target.write_text("old")

    def full(self: Path, other: Path) -> Path:
        raise OSError(28, "No space left on device", str(self), None, str(other))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        kz.plot.network([]).save(target)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize(
    ("dpi", "error"),
    [(9, kz.InvalidValueError), (1201, kz.InvalidValueError), (72.5, kz.WrongTypeError)],
)
def test_dots_are_bounded(dpi: Any, error: type[Exception]) -> None:
    """Too few dots show nothing, and too many fill the memory."""
    with pytest.raises(error, match="dpi: "):
        kz.plot.network([]).png(dpi=dpi)


def test_two_dollar_signs_are_no_mathematics(mpl: Any) -> None:  # noqa: ARG001
    """A text with signs of mathematics, or of HTML, is drawn as it stands."""
    words = "It cost $1 and $2_3^4, <b>&amp;</b>."
    svg = kz.plot.timeline([statement("a", "2023", summary=words)]).svg()
    texts = [one.text or "" for one in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314
    assert any("$1 and $2_3^4, <b>" in text for text in texts)


def test_a_notebook_shows_picture_and_words(mpl: Any) -> None:  # noqa: ARG001
    """The picture is an image with a title, and the words stand below it, escaped."""
    html = kz.plot.timeline([statement("a", "2023", summary="<b>")], title='"A" & B')._repr_html_()
    assert 'alt="&quot;A&quot; &amp; B" src="data:image/svg+xml;base64,' in html
    assert "&lt;b&gt;" in html
    assert "<summary>In words</summary>" in html


def test_without_the_extra_there_are_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without matplotlib the text is there, and drawing says in a line what to install."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    picture = kz.plot.regions(kz.cases)
    assert "3 certain, 2 more possible" in picture.text
    wanted = (
        r"^this needs the extra kzseparatism\[plots\]: python -m pip install 'matplotlib>=3\.9'$"
    )
    for draw in (picture.svg, picture.png, picture.figure):
        with pytest.raises(ModuleNotFoundError, match=wanted):
            draw()
    html = picture._repr_html_()
    assert "3 certain, 2 more possible" in html
    assert "kzseparatism[plots]" in html


def test_importing_the_pictures_imports_no_matplotlib() -> None:
    """The words of a picture cost no import of matplotlib."""
    code = (
        "import sys, kzseparatism as kz; kz.plot.network(kz.statements).text; "
        "print([name for name in sys.modules if name.startswith('matplotlib')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_the_page_saves_pictures(mpl: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """What the page about pictures shows of files works as it stands."""
    page = (HERE / "docs/how-to/pictures.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```py\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for block in blocks:
        exec(block, names)  # noqa: S102 - our own page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2023.png", "regions.svg"]


def test_ink_can_be_read_on_every_tile() -> None:
    """The words on the darkest tile have a contrast of 4.5 to 1 at least."""
    shapes = kz.plot.regions(kz.cases)._scene.shapes
    darkest = min(
        (one.fill for one in shapes if isinstance(one, Box) and one.height > 20), key=light
    )
    assert (light(darkest) + 0.05) / (light(INK) + 0.05) >= 4.5


def light(colour: str) -> float:
    """Return how light a colour is, from 0 to 1, as WCAG reckons it."""
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
