"""The order in which rows can be read that link to rows of their own table."""

from __future__ import annotations

from collections.abc import Mapping, Set as AbstractSet
from graphlib import CycleError, TopologicalSorter

# Each search for a circle looks at every row: hostile data must not make it take hours.
_MOST_SEARCHES = 50


def without_circles(links: Mapping[int, AbstractSet[int]]) -> tuple[list[int], list[list[int]]]:
    """Return the nodes that stand in no circle, each after those it links to, and the circles.

    Links into a circle are left out of the order. After many searches the nodes that are still
    in or behind a circle are returned as one.

    >>> without_circles({1: {2}, 2: {3}, 3: {2}, 4: {4}, 5: set()})
    ([1, 5], [[4], [2, 3]])
    """
    circles = [[node] for node in links if node in links[node]]
    left = set(links) - {node for (node,) in circles}
    for _ in range(_MOST_SEARCHES):
        order, circle = _sorted(links, left)
        if not circle:
            return order, circles
        circles.append(circle)
        left -= set(circle)
    order, circle = _sorted(links, left)
    rest = sorted(left - set(order))
    return order, [*circles, rest] if rest else circles


def _sorted(
    links: Mapping[int, AbstractSet[int]], left: AbstractSet[int]
) -> tuple[list[int], list[int]]:
    """Return the nodes in order, as far as that goes, and a circle among them, if there is one."""
    sorter = TopologicalSorter({node: links[node] & left for node in sorted(left)})
    circle: list[int] = []
    try:
        sorter.prepare()
    except CycleError as error:
        # The last node of the circle is the first again, and links point backwards.
        circle = error.args[1][:0:-1]
        first = circle.index(min(circle))
        circle = circle[first:] + circle[:first]
    order: list[int] = []
    while ready := sorter.get_ready():
        order.extend(ready)
        sorter.done(*ready)
    return order, circle
