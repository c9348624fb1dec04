"""Draw the pictures of the documentation with ``kz.plot``: run it to write the SVG files beside it.

It needs the extra ``plots``. The same data and the same version of matplotlib, the one that
``constraints.txt`` names, give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

import kzseparatism as kz

HERE = Path(__file__).parent


def time_line() -> kz.plot.Picture:
    """Return the time line of a case, its events, and what the people named in it said in 2023."""
    case = kz.cases["peoples-council-petropavlovsk"]
    said = kz.statements_by(case.others)
    said = kz.statements_between("2023-03", "2023-11", match="coded", among=said)
    records = [case, *kz.events_about(case), *said]
    return kz.plot.timeline(records, title="The case of the People's Council, Petropavlovsk")


def regions() -> kz.plot.Picture:
    """Return the map of the cases."""
    return kz.plot.regions(kz.cases, title="Cases by region")


def network() -> kz.plot.Picture:
    """Return the diagram of all statements."""
    return kz.plot.network(kz.statements)


PICTURES = {"time-line.svg": time_line, "regions.svg": regions, "network.svg": network}

if __name__ == "__main__":
    for name, draw in PICTURES.items():
        draw().save(HERE / name)
