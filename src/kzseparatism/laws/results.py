"""Laws about the results of all queries that are given records to ask among."""

from __future__ import annotations

from hypothesis import strategies as st

from kzseparatism.laws.code import Once
from kzseparatism.laws.law import law
from kzseparatism.laws.territory import cases_by_region
from kzseparatism.laws.trial import Trial
from kzseparatism.laws.windows import BAD_WORDS, BETWEEN, statements_around

EVERY = (*BETWEEN, statements_around, cases_by_region)


@law(*EVERY)
def nothing_is_invented(trial: Trial) -> None:
    """Every record that comes back is one of those that were given, and comes back once."""
    given = trial.records()
    match = trial.match()
    found = trial.ask(*trial.question(given), match=match, among=given)
    if any(record not in given for record in found) or len(set(found)) < len(found):
        trial.fail("none but the given records, each once")


@law(*EVERY, needs=["match"])
def certain_implies_possible(trial: Trial) -> None:
    """Whatever is certain is also possible."""
    given = trial.records(min_size=1)
    question = trial.question(given)
    possible = trial.ask(*question, match="possible", among=given)
    for record in trial.ask(*question, match="certain", among=given):
        if record not in possible:
            trial.fail(f"{record.id} among the possible, as it is certain")


@law(*BETWEEN, statements_around, needs=["match", "coded"])
def coded_lies_between_certain_and_possible(trial: Trial) -> None:
    """Whatever is certain is coded there too, and whatever is coded there is possible."""
    given = trial.records(min_size=1)
    question = trial.question(given)
    certain, coded, possible = (
        trial.ask(*question, match=match, among=given) for match in ("certain", "coded", "possible")
    )
    for record in (*certain, *coded):
        if record not in possible or (record in certain and record not in coded):
            trial.fail(f"{record.id} at each less sure word as well")


@law(*EVERY)
def order_of_records_makes_no_difference(trial: Trial) -> None:
    """In which order the records are given makes no difference."""
    given = trial.records(min_size=2)
    question, match = trial.question(given), trial.match()
    found = trial.ask(*question, match=match, among=given)
    again = trial.ask(*question, match=match, among=trial.draw(st.permutations(given)))
    trial.want_records(again, found, "the same records in the same order")


@law(*EVERY)
def records_are_read_once_and_left_alone(trial: Trial) -> None:
    """The records may be anything that can be gone through once, and are left alone."""
    given = trial.keep("given", trial.records(min_size=1))
    before, question, match = list(given), trial.question(given), trial.match()
    found = trial.ask(*question, match=match, among=given)
    trial.want_records(trial.evaluate("given"), before, "the list that was given to stay as it was")
    again = trial.ask(*question, match=match, among=Once(before))
    trial.want_records(again, found, "the same from an iterator as from a list")


@law(*EVERY)
def nothing_is_kept_between_calls(trial: Trial) -> None:
    """What was asked before makes no difference."""
    given = trial.records(min_size=1)
    ids = {record.id for record in given}
    others = [record for record in trial.records() if record.id not in ids]
    question = trial.question(given)
    found = trial.ask(*question, match="possible", among=given)
    trial.ask(*question, match="possible", among=others)
    if trial.ask(*question, match="possible", among=[]):
        trial.fail("nothing, as nothing is given")
    again = trial.ask(*question, match="possible", among=given)
    trial.want_records(again, found, "the same as the first time")


@law(*EVERY)
def answers_stand_in_order(trial: Trial) -> None:
    """Answers stand in the documented order: of time and then id, or of id alone."""
    given = trial.records(min_size=2)
    found = trial.ask(*trial.question(given), match="possible", among=given)
    wanted = trial.subject.sorted(found)
    trial.want_records(found, wanted, f"the order {', '.join(record.id for record in wanted)}")


@law(*EVERY, needs=["match"])
def an_unknown_match_is_refused(trial: Trial) -> None:
    """Any match but the documented words is a ValueError."""
    given = trial.records()
    word = trial.one_of(*BAD_WORDS)
    trial.must_raise(ValueError, *trial.question(given), match=word, among=given)


@law(*EVERY)
def the_definition_is_met(trial: Trial) -> None:
    """Whatever is asked, the answer or the error is what the definition says."""
    given = trial.keep("given", trial.draw(trial.subject.crowd()))
    before = list(given)
    for _ in range(trial.draw(st.integers(1, 20))):
        question, options, wanted = trial.subject.any_question(trial, before)
        among = trial.one_of(given, given, Once(before))
        if isinstance(wanted, type):
            trial.must_raise(wanted, *question, **options, among=among)
        else:
            trial.want_records(trial.ask(*question, **options, among=among), wanted)
            if given != before:
                trial.want_records(trial.evaluate("given"), before)
