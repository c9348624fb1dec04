"""Wrong implementations of the query for cases with a stage in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import kzseparatism as kz
from implementations.mistakes import Mistakes

WRONG = Mistakes("cases_between")
_Chosen = Callable[[kz.Case, str | None], Iterable[kz.Stage]]


def _choosing(*laws: str) -> Callable[[_Chosen], _Chosen]:
    """Return a decorator that makes a query of the choice of stages to look at."""

    def kept(chosen: _Chosen) -> _Chosen:
        def query(
            start: Any = None,
            end: Any = None,
            *,
            stage: str | None = None,
            match: str = "possible",
            among: Iterable[kz.Case],
        ) -> list[kz.Case]:
            window = kz.Window.of(start, end)
            found = []
            for case in among:
                for part in chosen(case, stage):
                    when = part.date
                    if when and match == "coded":
                        when = when.without_qualifier()
                    fits = when and (when.meets if match == "possible" else when.lies_in)
                    if fits and fits(window.start, window.end):
                        found.append(case)
                        break
            return sorted(found, key=lambda case: str(case.id))

        WRONG.add(chosen.__name__, chosen, query, laws)
        return chosen

    return kept


@_choosing("one_stage_is_enough")
def looks_at_the_first_stage(case: kz.Case, stage: str | None) -> Iterable[kz.Stage]:
    """Look at the first stage alone."""
    return [part for part in case.stages[:1] if stage in (None, part.kind)]


@_choosing("one_stage_is_enough")
def looks_at_the_last_stage(case: kz.Case, stage: str | None) -> Iterable[kz.Stage]:
    """Look at the last stage alone."""
    return [part for part in case.stages[-1:] if stage in (None, part.kind)]


@_choosing("a_stage_keeps_its_own_date")
def ignores_the_kind(case: kz.Case, stage: str | None) -> Iterable[kz.Stage]:  # noqa: ARG001
    """Look at all stages, whatever kind was asked for."""
    return case.stages


@_choosing("a_stage_keeps_its_own_date")
def pairs_the_kind_with_another_date(case: kz.Case, stage: str | None) -> Iterable[kz.Stage]:
    """Look at all stages of a case that has one of the kind asked for."""
    return case.stages if stage is None or stage in [part.kind for part in case.stages] else ()


@WRONG.told_by("one_stage_is_certain")
def wants_all_stages_in_the_window(
    *bounds: Any, match: Any = "possible", among: Iterable[kz.Case], **options: Any
) -> list[kz.Case]:
    """Be certain of a case only where all of its stages lie in the window."""
    window = kz.Window.of(*bounds)
    return [
        case
        for case in kz.cases_between(*bounds, match=match, among=among, **options)
        if match == "possible"
        or all(part.date and part.date.lies_in(window.start, window.end) for part in case.stages)
    ]


@WRONG.told_by("a_stage_may_be_asked_for_certainly")
def forgets_match_with_a_kind(
    *bounds: Any, match: Any = "possible", among: Iterable[kz.Case], **options: Any
) -> list[kz.Case]:
    """Ask for what is possible as soon as a kind of stage is given."""
    asked: Any = "possible" if "stage" in options else match
    return list(kz.cases_between(*bounds, match=asked, among=among, **options))


@WRONG.told_by("a_case_without_stages_is_nowhere")
def takes_cases_without_dates(
    *bounds: Any, match: Any = "possible", among: Iterable[kz.Case], **options: Any
) -> list[kz.Case]:
    """Let a case of which no date is told be possible at any time."""
    among = list(among)
    found = [*kz.cases_between(*bounds, match=match, among=among, **options)]
    if match == "possible":
        found += [case for case in among if not any(part.date for part in case.stages)]
    return sorted(found, key=lambda case: str(case.id))
