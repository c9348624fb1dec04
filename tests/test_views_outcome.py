"""What came of a case, in words: no case is called more than its stages say."""

from __future__ import annotations

from hypothesis import given

import kzseparatism as kz
import records as made
from kzseparatism import strategies as st
from kzseparatism.views.outcome import offences, regions, sentence, sentences, verdict


@given(case=st.cases())
def test_only_a_verdict_is_called_one(case: kz.Case) -> None:
    """A case is called convicted, sanctioned or acquitted exactly when its status is that."""
    decided = case.status in ("convicted", "sanctioned", "acquitted")
    assert verdict(case).startswith("no verdict") != decided
    assert case.status.value in verdict(case)


@given(case=st.cases())
def test_every_offence_and_sentence_is_told(case: kz.Case) -> None:
    """No charge and no sentence of a case is left out."""
    assert all(charge.offence in offences(case) for charge in case.charges)
    assert all(sentence(one) in sentences(case) for one in case.sentences)


def test_the_longest_sentence_stands_first() -> None:
    """Sentences are told from the longest to the shortest."""
    assert sentences(kz.cases["peoples-council-petropavlovsk"]) == "9 years (1 person); 7 years"


def test_a_sentence_that_nobody_reports_is_not_none() -> None:
    """A conviction without a reported sentence differs from a case without a verdict."""
    assert sentences(kz.cases["verdicts-on-supporters"]) == "not reported"
    assert sentences(kz.cases["accused-who-apologised"]) == "none"
    assert offences(kz.cases["ust-kamenogorsk-plot-1999"]) == "not reported"


def test_a_fine_is_told_as_a_fine() -> None:
    """Nothing but a length alone reads as a prison term, and a fine is told to the cent."""
    told = {
        "imprisonment": "2 years",
        "suspension": "suspension for 2 years",
        "dismissal": "dismissal for 2 years",
        "other": "something else for 2 years",
    }
    for penalty, words in told.items():
        assert sentence(made.sentence(penalty=penalty, term="P2Y")) == words
    fine = made.sentence(penalty="fine", amount="1500.50", currency="KZT", people=2)
    assert sentence(fine) == "a fine of 1500.50 KZT (2 people)"
    assert sentence(made.sentence(penalty="fine")) == "a fine"
    fined = made.case(kind="administrative", stages=[made.stage("fine")])
    assert (verdict(fined), sentences(fined)) == ("sanctioned", "not reported")


def test_a_region_that_is_only_possible_is_said_to_be() -> None:
    """Units of which one is meant stand after "possibly"; a place abroad is no region."""
    assert regions(kz.cases["prosecutions-after-august-2014"]) == (
        "possibly Akmola region or Kostanay region or Pavlodar region or North Kazakhstan region "
        "or East Kazakhstan region"
    )
    assert regions(kz.cases["ust-kamenogorsk-plot-1999"]) == "East Kazakhstan region"
    assert regions(kz.cases["attempts-since-independence"]) == "no single region"


@given(case=st.cases())
def test_the_regions_are_those_that_the_query_finds(case: kz.Case) -> None:
    """Whatever unit is told as certain, the query finds certainly, and the rest possibly."""
    told, _, maybe = regions(case).partition("possibly ")
    for unit in {unit for site in case.sites for unit in site.place.regions}:
        certain = kz.cases_by_region(unit, match="certain", among=[case])
        assert bool(certain) == (unit.name in told.split("; ")), unit
        assert certain or unit.name in maybe
