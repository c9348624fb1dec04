"""What stands in a picture, in points from its top left corner, before anything draws it.

The three pictures are laid out here, without matplotlib: so their words can be had without it, and
their layout can be tested as numbers.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

Point: TypeAlias = tuple[float, float]
Mark: TypeAlias = Literal["circle", "square", "diamond"]
Stroke: TypeAlias = Literal["solid", "dashed", "dotted"]
Align: TypeAlias = Literal["left", "center", "right"]

INK, QUIET, FAINT, PAPER = "#1b1b1b", "#595959", "#c9c9c4", "#fbfbf8"
# Three colours that people who see red and green alike tell apart. Whatever they say is said by a
# shape or in words, too.
BLUE, RUST, GREEN = "#1f5f9e", "#a04e00", "#2f6b3a"


@attrs.frozen(kw_only=True)
class Box:
    """A rectangle: filled, hatched in the colour of its edge, or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str = PAPER
    edge: str = QUIET
    hatched: bool = False


@attrs.frozen(kw_only=True)
class Dot:
    """A mark for one day, or for an actor."""

    x: float
    y: float
    radius: float
    mark: Mark = "circle"
    fill: str
    edge: str


@attrs.frozen(kw_only=True)
class Line:
    """A line through points; with three of them it bends towards the second. The arrow is last."""

    points: tuple[Point, ...]
    colour: str = QUIET
    width: float = 0.8
    stroke: Stroke = "solid"
    arrow: bool = False


@attrs.frozen(kw_only=True)
class Label:
    """A line of text; ``y`` is where its letters stand."""

    x: float
    y: float
    text: str
    size: float = 8
    colour: str = INK
    align: Align = "left"
    bold: bool = False


Shape: TypeAlias = Box | Dot | Line | Label


@attrs.frozen(kw_only=True)
class Scene:
    """A page of a size in points, and its shapes, the later ones upon the earlier."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def paler(colour: str, share: float) -> str:
    """Return a colour mixed with white; ``share`` is how much of the colour is left, 0 to 1.

    >>> paler("#1f5f9e", 0), paler("#1f5f9e", 1)
    ('#ffffff', '#1f5f9e')
    """
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is; rather too much than too little for words in sentences."""
    widest = sum(letter in "mwMW@%" for letter in text)
    wide = sum(letter.isupper() or ord(letter) > 0x3FF for letter in text)
    return size * (0.6 * len(text) + 0.3 * widest + 0.15 * wide)


def fitted(text: str, width: float, size: float) -> str:
    """Return a text cut so that it is no wider than ``width``; three dots stand for the rest.

    >>> fitted("North Kazakhstan region", 60, 8)
    'North Kaza…'
    """
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, width: float, size: float, lines: int) -> list[str]:
    """Return a text in so many lines at most, broken between words, the last one cut if need be."""
    words, found = text.split(), [""]
    while words:
        longer = f"{found[-1]} {words[0]}".strip()
        if found[-1] and width_of(longer, size) > width:
            if len(found) == lines:
                found[-1] = f"{found[-1]} {' '.join(words)}"
                break
            found.append("")
        else:
            found[-1] = longer
            words.pop(0)
    return [fitted(line, width, size) for line in found]
