"""What queries about time are asked: records and questions, and what the definition says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.laws import records as made
from kzseparatism.laws.law import Laws
from kzseparatism.laws.near_dates import (
    IDS,
    ONE_DAY,
    PERIODS,
    QUALIFIED,
    closed,
    dates,
    moved,
    near_dates,
    near_days,
    several,
)
from kzseparatism.model import Case
from kzseparatism.strategies import lengths, windows
from kzseparatism.vocab import StageKind

if TYPE_CHECKING:
    from kzseparatism.laws.trial import Trial

# What ``match`` must not be.
BAD_WORDS = ("maybe", "Certain", "")
ZONES = (None, UTC, timezone(timedelta(hours=6)), timezone(timedelta(hours=-6)))
# Arguments, options, and what has to come back: records in order, or an error.
Question = tuple[tuple[Any, ...], dict[str, Any], list[Any] | type[Exception]]


@st.composite
def _crowd(draw: st.DrawFn, make: Callable[..., Any]) -> list[Any]:
    size = draw(st.integers(0, len(IDS)))
    few = (draw(dates()), draw(near_dates()), draw(st.sampled_from(QUALIFIED)), None)
    ids = draw(st.permutations(IDS))[:size]
    return [make(record_id, draw(st.sampled_from(few))) for record_id in ids]


@attrs.frozen
class DatedRecords:
    """Records with a date or without, and windows to look for them in."""

    make: Callable[..., Any]
    has_undated: ClassVar[bool] = True  # the query takes the option ``undated``
    matches: ClassVar[tuple[str, ...]] = ("possible", "certain", "coded")

    def records(
        self, *, min_size: int = 0, undated: bool = True, **options: bool
    ) -> st.SearchStrategy[list[Any]]:
        """Generate records, in any order, most of them with dates close to each other."""
        when = dates(**options) | st.none() if undated else dates(**options)
        return several(st.builds(self.make, st.sampled_from(IDS), when), min_size=min_size)

    def crowd(self) -> st.SearchStrategy[list[Any]]:
        """Generate up to six records of which some have the same date, or none."""
        return _crowd(self.make)

    def question(self, trial: Trial, given: Iterable[Any]) -> tuple[Any, ...]:
        """Draw a window whose ends are mostly at, or beside, an end of a date."""
        around = [when for record in given for when in self.dates_of(record)]
        drawn = trial.draw(windows(around=around, allow_text=trial.offers("text")))
        if trial.offers("datetimes"):
            return drawn
        return tuple(bound.date() if isinstance(bound, datetime) else bound for bound in drawn)

    def any_question(self, trial: Trial, given: list[Any]) -> Question:
        """Draw a question, good or bad, with the answer or the error that the definition wants."""
        if trial.rarely():
            return self._bad_question(trial)
        window = self._any_window(trial, given)
        options: dict[str, Any] = {"match": trial.match()}
        found = self.found(given, window, options["match"])
        if self._offers_undated(trial) and options["match"] == "possible" and trial.flip():
            options["undated"] = True
            found += self.sorted(one for one in given if not self.dates_of(one))
        return window, options, found

    def _any_window(self, trial: Trial, given: list[Any]) -> tuple[Any, ...]:
        kinds = ["fitting", "near", "open"]
        kinds += ["periods"] if trial.offers("text") else []
        kinds += ["hours"] if trial.offers("datetimes") else []
        kind = trial.one_of(*kinds)
        if kind == "fitting":
            return self.question(trial, given)
        if kind == "open":
            return None, None
        if kind == "periods":
            period = trial.one_of(*PERIODS)
            return trial.one_of(str(period), period, None), str(period)
        start, end = trial.days(2)
        ends = [end for record in given for when in self.dates_of(record) for end in closed(when)]
        if kind == "hours":
            day = trial.one_of(*ends, start)
            clock, zone = trial.one_of(time(0), time(23, 59)), trial.one_of(*ZONES)
            start = end = datetime.combine(day, clock, zone)
        return start, end

    def _bad_question(self, trial: Trial) -> Question:
        start, end = trial.days(2)
        bad: list[Question] = [
            ((end + ONE_DAY, start), {"match": "possible"}, ValueError),
            ((2023, None), {"match": "possible"}, TypeError),
            ((None, 2023), {"match": "possible"}, TypeError),
        ]
        if trial.offers("text"):
            qualified = trial.one_of(("2023-01~", None), (None, "2023?"), (None, "2023-01-05%"))
            bad.append((qualified, {"match": "possible"}, ValueError))
        if trial.offers("match"):
            bad.append(((start, end), {"match": trial.one_of(*BAD_WORDS)}, ValueError))
        if trial.offers("match") and self._offers_undated(trial):
            word = "coded" if trial.match() == "coded" else "certain"
            bad.append(((None, None), {"match": word, "undated": True}, ValueError))
        question: Question = trial.one_of(*bad)
        return question

    def found(self, given: Iterable[Any], question: Sequence[Any], match: str) -> list[Any]:
        """Return the records that a window holds by the definition, in order."""
        return self._in_window(given, Window.of(*question), match)

    def _in_window(self, given: Iterable[Any], window: Window, match: str) -> list[Any]:
        return self.sorted(
            record
            for record in given
            if any(falls_in(when, window, match) for when in self.dates_of(record))
        )

    def sorted(self, records: Iterable[Any]) -> list[Any]:
        """Return records in the order in which an answer has them."""
        return sorted(records, key=self._order)

    def dates_of(self, record: Any) -> list[FuzzyDate]:
        """Return the dates that the query looks at: one or none."""
        return [] if record.date is None else [record.date]

    def _offers_undated(self, trial: Trial) -> bool:
        return self.has_undated and trial.offers("undated")

    def _order(self, record: Any) -> tuple[Any, ...]:
        ends = [(0, when.earliest, when.latest) for when in self.dates_of(record)]
        return (*(ends or [(1, date.max, date.max)]), record.id)


def falls_in(when: FuzzyDate, window: Window, match: str) -> bool:
    """Return whether a date may lie in a window, does so as it is coded, or certainly does."""
    if match == "possible":
        return when.meets(window.start, window.end)
    coded = window.start <= when.earliest and when.latest <= window.end
    return coded and (match == "coded" or not when.qualifier)


@attrs.frozen
class CasesWithStages(DatedRecords):
    """Cases with up to three stages, each with a date or without."""

    has_undated = False
    make: Callable[..., Any] = lambda one, when: made.case(one, stages=[made.stage("trial", when)])

    def records(
        self, *, min_size: int = 0, undated: bool = True, **options: bool
    ) -> st.SearchStrategy[list[Any]]:
        """Generate cases, in any order, most stages with dates close to each other."""
        when = dates(**options) | st.none() if undated else dates(**options)
        stages = st.builds(made.stage, st.sampled_from(["trial", "arrest", "appeal"]), when)
        several_stages = st.lists(stages, max_size=3, unique=True)
        one = st.builds(
            lambda one, of: made.case(one, stages=of), st.sampled_from(IDS), several_stages
        )
        return several(one, min_size=min_size)

    def crowd(self) -> st.SearchStrategy[list[Any]]:
        """Generate a few cases."""
        return self.records(min_size=1)

    def any_question(self, trial: Trial, given: list[Any]) -> Question:
        """Draw a question, good or bad, now and then for one kind of stage."""
        window, options, wanted = super().any_question(trial, given)
        if isinstance(wanted, list) and trial.offers("stage") and trial.flip():
            kind = trial.one_of(StageKind.TRIAL, StageKind.ARREST, StageKind.APPEAL)
            window_asked = Window.of(*window)
            wanted = self.sorted(
                one
                for one in given
                if any(
                    part.kind is kind
                    and part.date
                    and falls_in(part.date, window_asked, options["match"])
                    for part in one.stages
                )
            )
            options["stage"] = trial.one_of(kind, kind.value)
        return window, options, wanted

    def dates_of(self, record: Case) -> list[FuzzyDate]:
        """Return the dates of the stages."""
        return [stage.date for stage in record.stages if stage.date is not None]

    def _order(self, record: Case) -> tuple[Any, ...]:
        return (record.id,)


@attrs.frozen
class RecordsNearDates(DatedRecords):
    """Records with a date or without, and a date and a length of time to look for them around."""

    def question(self, trial: Trial, given: Iterable[Any]) -> tuple[Any, ...]:
        """Draw a date and a length; often a record is just near enough, or just not."""
        length = timedelta(0) if trial.rarely() else trial.draw(lengths(max_days=60))
        ends = [end for record in given for when in self.dates_of(record) for end in closed(when)]
        if ends and trial.flip():
            day = moved(trial.one_of(*ends), length, back=trial.flip())
            return moved(day, timedelta(trial.one_of(0, 1, -1)), back=False), length
        if trial.offers("text") and trial.flip():
            when = trial.one_of(*QUALIFIED) if trial.flip() else trial.draw(dates())
            return trial.one_of(when, str(when)), length
        day = trial.draw(near_days())
        if trial.offers("datetimes") and trial.flip():
            return datetime.combine(day, time(23, 59)), length
        return day, length

    def any_question(self, trial: Trial, given: list[Any]) -> Question:
        """Draw a question, good or bad, with the answer or the error that the definition wants."""
        when, length = self.question(trial, given)
        if trial.rarely():
            bad: list[Any] = [-ONE_DAY, timedelta(hours=36)]
            if trial.offers("match") and trial.flip():
                return (when, length), {"match": trial.one_of(*BAD_WORDS)}, ValueError
            return (when, trial.one_of(*bad)), {"match": "possible"}, ValueError
        match = trial.match()
        found = self.found(given, (when, length), match)
        return (when, length), {"match": match}, found

    def found(self, given: Iterable[Any], question: Sequence[Any], match: str) -> list[Any]:
        """Return the records that are near by the definition, in order."""
        centre, length = FuzzyDate.of(question[0]), question[1]
        ends = (centre.earliest, centre.latest)
        if match != "possible":
            # Every day of the record has to be near to every day of the date.
            ends = ends[::-1]
        first, last = moved(ends[0], length, back=True), moved(ends[1], length, back=False)
        if first > last or (match == "certain" and centre.qualifier):
            return []
        return self._in_window(given, Window(first, last), match)


statements_between: Laws = Laws("statements_between", DatedRecords(made.statement))
events_between: Laws = Laws("events_between", DatedRecords(made.event))
cases_between: Laws = Laws("cases_between", CasesWithStages())
BETWEEN = (statements_between, events_between, cases_between)
statements_around: Laws = Laws("statements_around", RecordsNearDates(made.statement))
