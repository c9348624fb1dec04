"""The picture of who speaks to whom, about whom, and in answer to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import hypot, sqrt

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model import Actor, Statement
from kzseparatism.plot.picture import Picture
from kzseparatism.plot.scene import (
    BLUE,
    GREEN,
    QUIET,
    RUST,
    Dot,
    Label,
    Line,
    Point,
    Scene,
    Shape,
    Stroke,
    fitted,
    wrapped,
)
from kzseparatism.plot.subjects import amount, number_of, subjects
from kzseparatism.plot.ties import WAYS, Tie, Ties, Way, ties_among

MARGIN, TOP, WIDTH = 14.0, 58.0, 580.0
_LABEL, _RADIUS, _ROW = 138.0, 5.0, 40.0
_LOOKS: dict[Way, tuple[str, Stroke]] = {
    "to": (BLUE, "solid"),
    "about": (RUST, "dashed"),
    "in answer to": (GREEN, "dotted"),
}
_REMEDY = "give statements, such as kz.statements or kz.statements_by(...)"
_MOST = 30


def network(
    statements: Iterable[Statement], *, most: int = 15, title: str = "", names: bool = False
) -> Picture:
    """Return a diagram of who speaks to whom, about whom, and in answer to whom.

    An arrow leads from a speaker to an addressee (a solid line), to an actor spoken of (dashed), or
    to a speaker who is answered (dotted). The more statements say so, the thicker the arrow is.
    Only the ``most`` actors with most such statements are shown, 2 to 30 of them; more than fifteen
    are hard to read. The text has every arrow with its number of statements. Below the picture
    stands what was left out: other actors and their arrows, actors who speak about themselves, and
    statements that are to nobody, about nobody and answer nothing.

    Private persons are shown by pseudonym unless ``names`` is true. Raises ``WrongTypeError`` for
    other kinds of record, ``InvalidValueError`` for a number outside 2 to 30.
    """
    if isinstance(most, bool) or not isinstance(most, int):
        raise WrongTypeError("most", most, "is not a whole number")
    if not 2 <= most <= _MOST:
        raise InvalidValueError("most", most, f"is not between 2 and {_MOST}")
    given = subjects(statements, (Statement,), _REMEDY, names=names)
    ties = ties_among(given, most)
    heading = title or f"Who speaks to, about and in answer to whom: {number_of(given)}"
    left_out = _left_out(ties)
    listed = [
        f"- {ties.actors[tie.speaker].name}, {tie.way}, {ties.actors[tie.other].name}: "
        f"{amount(tie.statements, 'statement')}"
        for tie in ties.shown
    ]
    first = f"{amount(len(ties.actors), 'actor')}, {amount(len(ties.shown), 'arrow')}."
    return Picture(
        title=heading,
        text="\n".join([first, *listed, f"Left out: {left_out}."]),
        scene=_scene(heading, ties, left_out),
    )


def _left_out(ties: Ties) -> str:
    told = [
        amount(ties.actors_left_out, "actor") if ties.actors_left_out else "",
        amount(ties.ties_left_out, "arrow") if ties.ties_left_out else "",
        f"{amount(ties.to_themselves, 'arrow')} of actors to themselves"
        if ties.to_themselves
        else "",
        f"{amount(ties.silent, 'statement')} to nobody, about nobody and in answer to nothing"
        if ties.silent
        else "",
    ]
    return "; ".join(filter(None, told)) or "nothing"


def _scene(heading: str, ties: Ties, left_out: str) -> Scene:
    around = _around(ties)
    stands = _stands(around)
    rows = -(-len(around) // 2)
    bottom = TOP + _ROW * max(rows, 1)
    shapes: list[Shape] = [*_legend(), *(_arrow(tie, stands) for tie in ties.shown)]
    for actor, (x, y) in stands.items():
        shapes.append(Dot(x=x, y=y, radius=_RADIUS, fill="#ffffff", edge=QUIET))
        shapes += _name(ties.actors[actor], x, y)
    note = f"Left out: {left_out}." if around else f"No arrow. Left out: {left_out}."
    for row, line in enumerate(wrapped(note, WIDTH - 2 * MARGIN, 8, 2)):
        shapes.append(Label(x=MARGIN, y=bottom + 16 + 11 * row, text=line))
    text = fitted(heading, WIDTH - 2 * MARGIN, 11)
    shapes.append(Label(x=MARGIN, y=20, text=text, size=11, bold=True))
    return Scene(width=WIDTH, height=bottom + 38, shapes=tuple(shapes))


def _legend() -> Iterator[Shape]:
    for at, way in enumerate(WAYS):
        x = MARGIN + 118 * at
        colour, stroke = _LOOKS[way]
        ends = (x, 37.0), (x + 30, 37.0)
        yield Line(points=ends, colour=colour, width=1.3, stroke=stroke, arrow=True)
        yield Label(x=x + 36, y=40, text=f"speaks {way}" if at < 2 else way, size=7.5)


def _around(ties: Ties) -> list[str]:
    """Return the actors in an order in which those with ties stand near each other.

    Pairs are swapped as long as that makes the arrows shorter; every step makes them shorter, so
    it ends, and always in the same way.
    """
    order = list(ties.actors)
    pulls: dict[tuple[str, str], int] = {}
    for tie in ties.shown:
        pair = min(tie.speaker, tie.other), max(tie.speaker, tie.other)
        pulls[pair] = pulls.get(pair, 0) + tie.statements

    def length(around: list[str]) -> int:
        at = {actor: index for index, actor in enumerate(around)}
        size = len(around)
        total = 0
        for (one, other), pull in pulls.items():
            apart = abs(at[one] - at[other])
            total += pull * min(apart, size - apart)
        return total

    best, better = length(order), True
    while better:
        better = False
        for one in range(len(order)):
            for other in range(one + 1, len(order)):
                swapped = list(order)
                swapped[one], swapped[other] = order[other], order[one]
                if length(swapped) < best:
                    order, best, better = swapped, length(swapped), True
    return order


def _stands(around: list[str]) -> dict[str, Point]:
    """Return where each actor stands: down the right side and up the left one, on an ellipse.

    The rows are equally far apart, so that two names never meet.
    """
    rows = -(-len(around) // 2)
    middle, wide, high = WIDTH / 2, WIDTH / 2 - MARGIN - _LABEL, _ROW * max(rows, 1) / 2
    found: dict[str, Point] = {}
    for index, actor in enumerate(around):
        right = index < rows
        row = index if right else len(around) - 1 - index
        y = TOP + _ROW * (row + 0.5)
        share = sqrt(max(0.0, 1 - ((y - TOP - high) / (high * 1.15)) ** 2))
        found[actor] = (middle + wide * share * (1 if right else -1), y)
    return found


def _arrow(tie: Tie, stands: dict[str, Point]) -> Line:
    """Return the arrow of a tie: bent inwards, those of another way or direction elsewhere."""
    (x1, y1), (x2, y2) = stands[tie.speaker], stands[tie.other]
    middle = (x1 + x2) / 2, (y1 + y2) / 2
    centre = WIDTH / 2, sum(y for _, y in stands.values()) / len(stands)
    inwards = centre[0] - middle[0], centre[1] - middle[1]
    far, apart = hypot(*inwards) or 1.0, hypot(x2 - x1, y2 - y1)
    bend = min(far, apart * (0.35 + 0.3 * WAYS.index(tie.way))) / far
    # An arrow and the one back lie on two sides of the same line.
    control = (
        middle[0] + inwards[0] * bend + (y1 - y2) * 0.07,
        middle[1] + inwards[1] * bend + (x2 - x1) * 0.07,
    )
    colour, stroke = _LOOKS[tie.way]
    width = min(0.7 + 0.5 * tie.statements, 4)
    points = (_near((x1, y1), control), control, _near((x2, y2), control))
    return Line(points=points, colour=colour, width=width, stroke=stroke, arrow=True)


def _near(end: Point, towards: Point) -> Point:
    """Return the point beside an actor's mark at which an arrow begins or ends."""
    far = hypot(towards[0] - end[0], towards[1] - end[1]) or 1.0
    share = (_RADIUS + 2) / far
    return end[0] + (towards[0] - end[0]) * share, end[1] + (towards[1] - end[1]) * share


def _name(actor: Actor, x: float, y: float) -> Iterator[Shape]:
    right = x >= WIDTH / 2
    edge = x + (_RADIUS + 5) * (1 if right else -1)
    room = WIDTH - MARGIN - edge if right else edge - MARGIN
    lines = wrapped(actor.name, room, 8, 3)
    for row, line in enumerate(lines):
        down = y + 3 + 9.5 * (row - (len(lines) - 1) / 2)
        yield Label(x=edge, y=down, text=line, align="left" if right else "right")
