"""A scene as a figure of matplotlib, and as the bytes of an SVG or PNG file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from html import escape
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING

from kzseparatism.plot.scene import PAPER, Box, Dot, Label, Line, Mark, Point, Scene, Shape

# An extra, imported only when a picture is drawn.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_ARROW = 6.0
_DASHES = {"solid": "-", "dashed": (0, (5, 2.5)), "dotted": (0, (1.2, 1.8))}
_CORNERS: dict[Mark, tuple[Point, ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
}


def figure_of(scene: Scene) -> Figure:
    """Return the figure of a scene; it belongs to no window and to no state of pyplot's."""
    figure_class = _figure_class()
    with _settings():
        figure = figure_class(figsize=(scene.width / 72, scene.height / 72), facecolor=PAPER)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, scene.width)
        axes.set_ylim(scene.height, 0)
        axes.set_axis_off()
        for order, shape in enumerate(scene.shapes):
            _add(axes, shape, order)
    return figure


def svg_of(scene: Scene, title: str, text: str) -> str:
    """Return an SVG file that is named by its title and described by its text."""
    written = io.BytesIO()
    # Without the day and the version, the same picture is the same bytes.
    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
    with _settings():
        figure_of(scene).savefig(written, format="svg", metadata=nothing)
    # Two pictures on one page need ids of their own.
    key = sha256(f"{title}\n{text}".encode()).hexdigest()[:8]
    head = (
        f'role="img" aria-labelledby="title-{key}" aria-describedby="description-{key}"',
        f'<title id="title-{key}">{escape(title)}</title>',
        f'<desc id="description-{key}">{escape(text)}</desc>',
    )
    before, mark, after = written.getvalue().decode().partition("<svg ")
    attributes, end, rest = after.partition(">\n")
    lines = f"{before}{mark}{head[0]} {attributes}{end}{head[1]}\n{head[2]}\n{rest}"
    return "\n".join(line.rstrip() for line in lines.splitlines()) + "\n"


def png_of(scene: Scene, title: str, text: str, dpi: int) -> bytes:
    """Return a PNG file with the title and the text among its metadata."""
    written = io.BytesIO()
    about = {"Title": title, "Description": text, "Software": None}
    with _settings():
        figure_of(scene).savefig(written, format="png", dpi=dpi, metadata=about)
    return written.getvalue()


def _figure_class() -> type[Figure]:
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "matplotlib":
            raise
        message = (
            "this needs the extra kzseparatism[plots]: python -m pip install 'matplotlib>=3.9'"
        )
        raise ModuleNotFoundError(message, name="matplotlib") from None
    return Figure


@contextmanager
def _settings() -> Iterator[None]:
    _figure_class()  # says which extra is missing
    import matplotlib as mpl

    # Matplotlib's own defaults, whatever the user has set; text stays text, so that it can be
    # found and read aloud; and ids depend on nothing but the picture.
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rc("font", family="DejaVu Sans")
        mpl.rc("hatch", linewidth=0.6)
        mpl.rc("svg", fonttype="none", hashsalt="kzseparatism")
        yield


def _add(axes: Axes, shape: Shape, order: int) -> None:
    match shape:
        case Box():
            _add_box(axes, shape, order)
        case Dot():
            _add_dot(axes, shape, order)
        case Line():
            _add_line(axes, shape, order)
        case Label():
            axes.text(
                shape.x,
                shape.y,
                shape.text,
                fontsize=shape.size,
                color=shape.colour,
                ha=shape.align,
                va="baseline",
                weight="bold" if shape.bold else "normal",
                parse_math=False,  # two dollar signs in a text are no mathematics
                zorder=order,
            )


def _add_box(axes: Axes, box: Box, order: int) -> None:
    from matplotlib.patches import Rectangle

    patch = Rectangle(
        (box.x, box.y),
        box.width,
        box.height,
        facecolor=box.fill,
        edgecolor=box.edge,
        linewidth=0.8,
        hatch="/////" if box.hatched else None,
        zorder=order,
    )
    axes.add_patch(patch)


def _add_dot(axes: Axes, dot: Dot, order: int) -> None:
    from matplotlib.patches import Circle, Polygon

    corners = [
        (dot.x + dot.radius * x, dot.y + dot.radius * y) for x, y in _CORNERS.get(dot.mark, ())
    ]
    patch = Polygon(corners) if corners else Circle((dot.x, dot.y), dot.radius)
    patch.set(facecolor=dot.fill, edgecolor=dot.edge, linewidth=1.1, zorder=order)
    axes.add_patch(patch)


def _add_line(axes: Axes, line: Line, order: int) -> None:
    from matplotlib.patches import PathPatch, Polygon
    from matplotlib.path import Path

    codes = [Path.MOVETO, *([Path.CURVE3] * 2 if len(line.points) == 3 else [Path.LINETO])]
    path = Path(list(line.points), codes)
    look = {"edgecolor": line.colour, "linewidth": line.width, "linestyle": _DASHES[line.stroke]}
    axes.add_patch(PathPatch(path, facecolor="none", zorder=order, **look))
    if line.arrow:
        head = _head(line.points[-2], line.points[-1])
        axes.add_patch(Polygon(head, facecolor=line.colour, edgecolor="none", zorder=order))


def _head(before: Point, end: Point) -> list[Point]:
    """Return the corners of an arrow's head that ends at a point."""
    towards = atan2(end[1] - before[1], end[0] - before[0])
    sides = (towards + pi * 0.86, towards - pi * 0.86)
    return [end, *((end[0] + _ARROW * cos(side), end[1] + _ARROW * sin(side)) for side in sides)]
