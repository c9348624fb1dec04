"""Cases that nobody tried."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from kzseparatism.model import Actor, Case, Charge, Citation, Sentence, Site, Stage
from kzseparatism.strategies.actors import actors_known_or_new
from kzseparatism.strategies.case_parts import charges, sentences, sites, stages
from kzseparatism.strategies.coherence import made_coherent
from kzseparatism.strategies.options import check_flag, strategy_or
from kzseparatism.strategies.sources import cited
from kzseparatism.strategies.texts import countries, lines, texts
from kzseparatism.strategies.world import free_ids, some_of, worlds
from kzseparatism.vocab import CaseKind


@st.composite
def cases(
    draw: st.DrawFn,
    *,
    kinds: st.SearchStrategy[CaseKind] | None = None,
    defendants: st.SearchStrategy[Actor] | None = None,
    others: st.SearchStrategy[Actor] | None = None,
    sites: st.SearchStrategy[Site] | None = None,
    stages: st.SearchStrategy[Stage] | None = None,
    charges: st.SearchStrategy[Charge] | None = None,
    sentences: st.SearchStrategy[Sentence] | None = None,
    coherent: bool = False,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Case:
    """Generate cases of every kind, at home and abroad, with up to three stages in any order.

    Each option draws one of the elements that its name says; ``st.nothing()`` leaves them out.
    With ``coherent``, the parts of a case are about its own defendants, its stages stand in order
    and no term is longer than a hundred years, as ``kzseparatism.check`` asks; that nothing is
    dated after its documents is left to ``dates`` and ``citations``. They shrink to a case of
    which nothing is told.
    """
    check_flag("coherent", coherent)
    case = Case(
        citations=draw(cited(citations)),
        id=draw(free_ids("case")),
        title=draw(lines()),
        kind=draw(strategy_or("kinds", kinds, st.sampled_from(CaseKind), str)),
        jurisdiction=draw(countries()),
        summary=draw(lines()),
        defendants=draw(some_of("defendants", Actor, _people("defendants", defendants))),
        others=draw(some_of("others", Actor, _people("others", others))),
        people=draw(st.none() | st.integers(1, 1_000)),
        sites=draw(some_of("sites", Site, strategy_or("sites", sites, _any_sites()))),
        stages=draw(
            some_of("stages", Stage, strategy_or("stages", stages, _any_stages()), max_size=3)
        ),
        charges=draw(some_of("charges", Charge, strategy_or("charges", charges, _any_charges()))),
        sentences=draw(
            some_of("sentences", Sentence, strategy_or("sentences", sentences, _any_sentences()))
        ),
        note=draw(texts()),
    )
    world = draw(worlds)
    return world.add(made_coherent(case) if coherent or world.strict else case)


def _people(name: str, given: st.SearchStrategy[Actor] | None) -> st.SearchStrategy[Actor]:
    return strategy_or(name, given, actors_known_or_new())


@cache
def _any_sites() -> st.SearchStrategy[Site]:
    return sites()


@cache
def _any_stages() -> st.SearchStrategy[Stage]:
    return stages()


@cache
def _any_charges() -> st.SearchStrategy[Charge]:
    return charges()


@cache
def _any_sentences() -> st.SearchStrategy[Sentence]:
    return sentences()
