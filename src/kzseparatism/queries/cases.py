"""Questions about cases. Every answer is in the order of ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from kzseparatism.dates import Window
from kzseparatism.dates.window import period
from kzseparatism.model import Actor, Case, Place, Region
from kzseparatism.model.fields import DateLike
from kzseparatism.names.phrases import phrases
from kzseparatism.names.regions import placements
from kzseparatism.queries.question import (
    Match,
    WindowMatch,
    in_order_of_id,
    in_window,
    records_of,
    wants_certainty,
    window_match,
)
from kzseparatism.queries.subject import actor_of, place_of, region_of, require_state
from kzseparatism.queries.time_index import TimeIndex
from kzseparatism.table import Table, worked_out
from kzseparatism.vocab import CaseStatus, SiteRelation, StageKind


def cases_by_region(
    region: Region | str,
    *,
    match: Match = "possible",
    relation: SiteRelation | str | None = None,
    among: Iterable[Case] | None = None,
) -> Table[Case]:
    """Return the cases with a site in a region, by id.

    ``region`` is a Region, a name in any of its languages, or a present or former code. Text is
    looked up among the regions of the dataset that the cases come from, then the shipped ones.
    *possible*: some site lies, or may lie, in it, also by way of a former unit that it succeeded.
    *certain*: some site lies in it and can lie nowhere else. ``relation`` asks for sites of that
    sort only. Sites abroad are in no region.

    Raises ``UnknownNameError`` or ``AmbiguousNameError`` (both ``LookupError``) for a region that
    can't be found, ``InvalidValueError`` (a ``ValueError``) for an unknown ``match`` or relation.
    """
    certainly = wants_certainty(match)
    cases = records_of(Case, among)
    wanted = region_of(region, None if among is None else cases, Case)
    sort = None if relation is None else SiteRelation(relation)
    found = worked_out(cases, f"regions {sort}", partial(_by_region, relation=sort))
    return in_order_of_id(
        (case for case, surely in found.get(wanted.id, ()) if surely or not certainly), Case
    )


def _by_region(
    cases: Table[Case], relation: SiteRelation | None
) -> dict[str, list[tuple[Case, bool]]]:
    """Return the cases with a site that may lie in each region, and whether one surely does."""
    found: dict[str, list[tuple[Case, bool]]] = {}
    for case in cases:
        sure: dict[str, bool] = {}
        sites = (site for site in case.sites if relation is None or site.relation is relation)
        # Many sites may lie in one unit, at the head of many that succeed each other.
        for units in dict.fromkeys(site.place.regions for site in sites):
            for region, placed in placements(units).items():
                sure[region] = sure.get(region, False) or placed == "certain"
        for region, surely in sure.items():
            found.setdefault(region, []).append((case, surely))
    return found


def cases_by_place(
    place: Place | str,
    *,
    relation: SiteRelation | str | None = None,
    among: Iterable[Case] | None = None,
) -> Table[Case]:
    """Return the cases with a site at a place, by id.

    Text is looked up among the places that the cases refer to. ``relation`` asks for sites of that
    sort only. Only this place counts, not what lies in it: for a region ask ``cases_by_region``.
    The name of a region is an ``UnknownNameError`` that says so; the id of a place never is.
    """
    cases = records_of(Case, among)
    wanted = place_of(place, None if among is None else cases, Case).id
    sort = None if relation is None else SiteRelation(relation)
    return in_order_of_id(
        (
            case
            for case in cases
            if any(
                site.place.id == wanted and (sort is None or site.relation is sort)
                for site in case.sites
            )
        ),
        Case,
    )


def cases_by_offence(text: str, *, among: Iterable[Case] | None = None) -> Table[Case]:
    """Return the cases with a charge for an offence in these words, by id.

    Looked at are the offence of each charge and that of its provision, as reported. Every word of
    ``text`` has to be in one of them, as a whole word, in any case or alphabet; words in quotation
    marks have to stand together. Raises ``InvalidValueError`` for text without a word or of more
    than 200 characters.
    """
    from kzseparatism.queries.case_parts import is_for  # noqa: PLC0415 - few ask about parts

    runs = phrases("offence", text)
    return in_order_of_id(
        (
            case
            for case in records_of(Case, among)
            if any(is_for(charge, runs) for charge in case.charges)
        ),
        Case,
    )


def cases_by_jurisdiction(country: str, *, among: Iterable[Case] | None = None) -> Table[Case]:
    """Return the cases with which the authorities of a state dealt, by id.

    ``country`` is an ISO 3166-1 alpha-2 code such as "KZ".
    """
    require_state(country, Case)
    return in_order_of_id(
        (case for case in records_of(Case, among) if case.jurisdiction == country), Case
    )


def cases_between(
    start: Window | DateLike | None = None,
    end: DateLike | None = None,
    *,
    stage: StageKind | str | None = None,
    match: WindowMatch = "possible",
    among: Iterable[Case] | None = None,
) -> Table[Case]:
    """Return the cases with a stage in a window of days, both ends included, by id.

    ``stage`` asks for stages of that kind only. *possible*: the range of some stage meets the
    window. *coded*: that of some stage lies inside it. *certain*: the same, and it is unqualified.
    Stages without a date count for none. A period names all its days; None is an open end.

    Raises ``InvalidValueError`` for a reversed or qualified window and for unknown words,
    ``WrongTypeError`` for a bound of another type.
    """
    how = window_match(match)
    window = Window.of(start, end)
    kind = None if stage is None else StageKind(stage)
    index = worked_out(records_of(Case, among), f"stages {kind}", partial(_by_stage, kind=kind))
    return in_order_of_id({case.id: case for case in in_window(index, window, how)}.values(), Case)


def _by_stage(cases: Table[Case], kind: StageKind | None) -> TimeIndex[Case]:
    return TimeIndex(
        (stage.date, case.id, case)
        for case in cases
        for stage in case.stages
        if stage.date is not None and (kind is None or stage.kind is kind)
    )


def cases_by_status(
    status: CaseStatus | str,
    *,
    on: DateLike | None = None,
    among: Iterable[Case] | None = None,
) -> Table[Case]:
    """Return the cases with exactly this status, by id.

    With ``on``, the status that had certainly been reached by the end of that day.
    """
    wanted = CaseStatus(status)
    day = None if on is None else period("on", on).latest
    return in_order_of_id(
        (
            case
            for case in records_of(Case, among)
            if (case.status if day is None else case.status_on(day)) is wanted
        ),
        Case,
    )


def cases_involving(actor: Actor | str, *, among: Iterable[Case] | None = None) -> Table[Case]:
    """Return the cases in which an actor is a defendant, a convict or otherwise named, by id.

    Text is looked up among the actors that the cases refer to. The name of an outlet or platform
    that none of the cases involves is an ``UnknownNameError`` that says what to ask in its place.
    """
    cases = records_of(Case, among)
    wanted = actor_of(actor, None if among is None else cases, Case)
    found = in_order_of_id(
        (case for case in cases if any(one.id == wanted.id for one in _involved(case))), Case
    )
    if not found:
        from kzseparatism.queries.referral import explain_nothing  # noqa: PLC0415 - seldom

        explain_nothing(actor, wanted, Case)
    return found


def _involved(case: Case) -> Iterator[Actor]:
    yield from case.defendants
    yield from case.others
    for stage in case.stages:
        yield from stage.defendants
    for charge in case.charges:
        yield from charge.defendants
    for sentence in case.sentences:
        yield from sentence.convicts
