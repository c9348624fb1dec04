"""The laws of looking names up: of actors, and of regions."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from kzseparatism.laws.asking import Ask
from kzseparatism.laws.law import Law, laws_of, states
from kzseparatism.laws.made_up import actor, statement_by
from kzseparatism.model import Actor, Region
from kzseparatism.reading import load
from kzseparatism.strategies import regions

# Two share a surname; one body has a bare surname for its name.
_YEVGENY = actor("a", "Yevgeny Nobodov", "E. Nobodov of Nowhere")
_MARIA = actor("b", "Maria Nobodova", "Мария Нободова", "M. Ничеева")
_FYODOR = actor("c", "Fyodor Nowherov")
_BROTHER = actor("d", "Fyodor Nobodov")
_CLUB = actor("e", "Nowherov", kind="organisation")
_NAMESAKE = actor("f", "Yevgeny Nobodov", "M. Ничеева")
_CAST = (_YEVGENY, _MARIA, _FYODOR)

_SPELLINGS = {
    "a": ("Evgeny Nobodov", "Евгений Нободов", "Yevgeniy Nobodov", "Evgenii Nobodov"),
    "b": ("Mariya Nobodova", "МАРИЯ НОБОДОВА", "Maria Nobódova"),
    "c": ("Fedor Nowherov", "Fёdor Nowherov"),
}


def _somebody(draw: st.DrawFn) -> tuple[Actor, list[Actor]]:
    given = draw(st.permutations(_CAST))
    return draw(st.sampled_from(given)), given


def _leads_to(ask: Ask, name: str, given: Sequence[Actor], wanted: Actor) -> None:
    found = ask.value(name, among=given)
    if getattr(found, "id", None) != wanted.id:
        ask.wants(f"{wanted.id}, who is called {name!r}")


@states("The id of an actor finds the actor.")
def an_id_finds_its_actor(draw: st.DrawFn, ask: Ask) -> None:
    """Break where only names are looked up."""
    somebody, given = _somebody(draw)
    _leads_to(ask, somebody.id, given, somebody)


@states("The name of an actor finds the actor.")
def a_name_finds_its_actor(draw: st.DrawFn, ask: Ask) -> None:
    """Break where names are not looked up at all."""
    somebody, given = _somebody(draw)
    _leads_to(ask, somebody.name, given, somebody)


@states("Every alias of an actor finds the actor.")
def an_alias_finds_its_actor(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the first name alone is looked up."""
    given = draw(st.permutations(_CAST))
    somebody = draw(st.sampled_from([_YEVGENY, _MARIA]))
    _leads_to(ask, draw(st.sampled_from(somebody.aliases)), given, somebody)


@states("Capitals make no difference.")
def capitals_make_no_difference(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a name has to be written exactly so."""
    somebody, given = _somebody(draw)
    change = draw(st.sampled_from([str.upper, str.lower, str.title]))
    _leads_to(ask, change(somebody.name), given, somebody)


@states("The usual spellings of a name, in either alphabet, find the same actor.")
def spellings_of_a_name_meet(draw: st.DrawFn, ask: Ask) -> None:
    """Break where Evgeny is somebody else than Yevgeny."""
    somebody, given = _somebody(draw)
    _leads_to(ask, draw(st.sampled_from(_SPELLINGS[somebody.id])), given, somebody)


@states("A whole word that only one actor's names have is enough.")
def a_word_of_its_own_is_enough(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the full name is asked for."""
    given = draw(st.permutations(_CAST))
    word, wanted = draw(
        st.sampled_from([("Yevgeny", _YEVGENY), ("Nobodova", _MARIA), ("Nowherov", _FYODOR)])
    )
    _leads_to(ask, word, given, wanted)


@states("Part of a word is not enough: it is a LookupError.")
def part_of_a_word_is_not_enough(draw: st.DrawFn, ask: Ask) -> None:
    """Break where names are matched by substring, or by likeness."""
    _, given = _somebody(draw)
    ask.refused(LookupError, draw(st.sampled_from(["Yevg", "owhero", "Mari", "N"])), among=given)


@states("A name that fits two actors is a LookupError: nothing is guessed.")
def two_candidates_are_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the first match is returned."""
    word = draw(st.sampled_from(["Nobodov", "Fyodor", "Yevgeny Nobodov", "M. Ничеева"]))
    by_word = word in ("Nobodov", "Fyodor")
    cast = [_YEVGENY, _BROTHER, _FYODOR] if by_word else [_YEVGENY, _MARIA, _NAMESAKE]
    ask.refused(LookupError, word, among=draw(st.permutations(cast)))


@states("An exact name comes before a word of another's name.")
def an_exact_name_comes_first(draw: st.DrawFn, ask: Ask) -> None:
    """Break where all ways of fitting count alike."""
    _leads_to(ask, "Nowherov", draw(st.permutations([_FYODOR, _CLUB, _MARIA])), _CLUB)


@states("A name that nobody has is a LookupError.")
def an_unknown_name_is_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where None comes back, or the nearest."""
    _, given = _somebody(draw)
    ask.refused(LookupError, draw(st.sampled_from(["Nemo", "Yevgeny Nobodev", "z"])), among=given)


@states("In which order the actors are given makes no difference.")
def order_of_actors_makes_no_difference(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the first, or the last, that somehow fits wins."""
    given = [_FYODOR, _CLUB, _MARIA]
    name, wanted = draw(st.sampled_from([("Nowherov", _CLUB), ("Fyodor Nowherov", _FYODOR)]))
    _leads_to(ask, name, draw(st.permutations(given)), wanted)
    _leads_to(ask, name, draw(st.permutations(given)), wanted)


@states("Actors are found among the records that name them.")
def actors_behind_records_are_found(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the shipped actors are searched, or only records that are actors themselves."""
    given = [statement_by("x", _YEVGENY), statement_by("y", _MARIA)]
    found = ask.value("Nobodova", among=given)
    if getattr(found, "id", None) != _MARIA.id:
        ask.wants("b, who made the statement y")
    ask.refused(LookupError, "Nowherov", among=given)


@states("What was asked before makes no difference.")
def nothing_is_kept_between_calls(draw: st.DrawFn, ask: Ask) -> None:
    """Break where an index of other records is asked."""
    somebody, given = _somebody(draw)
    others = [one for one in given if one is not somebody]
    _leads_to(ask, somebody.name, given, somebody)
    ask.refused(LookupError, somebody.name, among=others)
    _leads_to(ask, somebody.name, given, somebody)


@states("A blank name is a ValueError.")
def a_blank_name_is_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where nothing fits everybody."""
    _, given = _somebody(draw)
    ask.refused(ValueError, draw(st.sampled_from(["", "  "])), among=given)


find_actor: tuple[Law, ...] = laws_of(
    "find_actor",
    (
        an_id_finds_its_actor,
        a_name_finds_its_actor,
        an_alias_finds_its_actor,
        capitals_make_no_difference,
        spellings_of_a_name_meet,
        a_word_of_its_own_is_enough,
        part_of_a_word_is_not_enough,
        two_candidates_are_refused,
        an_exact_name_comes_first,
        an_unknown_name_is_refused,
        order_of_actors_makes_no_difference,
        actors_behind_records_are_found,
        nothing_is_kept_between_calls,
        a_blank_name_is_refused,
    ),
)


def _is(ask: Ask, text: str | Region, unit_id: str) -> None:
    if getattr(ask.value(text), "id", None) != unit_id:
        ask.wants(unit_id)


@states("The code of a region finds it, in capitals or not.")
def a_code_finds_its_region(draw: st.DrawFn, ask: Ask) -> None:
    """Break where only names are looked up."""
    unit = draw(regions())
    _is(ask, draw(st.sampled_from([unit.id, unit.id.lower()])), unit.id)


@states("A code that a region once had finds the region.")
def a_former_code_finds_its_region(draw: st.DrawFn, ask: Ask) -> None:
    """Break where only the codes of today are known."""
    unit = draw(st.sampled_from([unit for unit in load().regions if unit.former_codes]))
    _is(ask, draw(st.sampled_from(unit.former_codes)), unit.id)


@states("Every name of a region, in Kazakh, Russian and English, finds it.")
def every_name_finds_its_region(draw: st.DrawFn, ask: Ask) -> None:
    """Break where one language alone is known."""
    # A bare former name may since have become the name of another unit.
    unit = draw(regions())
    names = [name.text for name in unit.names if not name.former]
    _is(ask, draw(st.sampled_from(names)), unit.id)


@states("Capitals, accents and the usual transliterations make no difference.")
def spelling_makes_no_difference(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a name has to be written exactly so."""
    text, code = draw(
        st.sampled_from(
            [
                ("NORTH KAZAKHSTAN REGION", "KZ-59"),
                ("солтүстік қазақстан облысы", "KZ-59"),
                ("Soltustik Qazaqstan oblysy", "KZ-59"),
                ("Zhambyl region", "KZ-31"),
                ("Severo-Kazahstanskaja oblast'", "KZ-59"),
            ]
        )
    )
    _is(ask, text, code)


@states('The word for "region" may be left out, or be another language\'s.')
def the_word_for_region_may_be_left_out(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the full official name is asked for."""
    text = draw(
        st.sampled_from(
            ["North Kazakhstan", "North Kazakhstan oblast", "Северо-Казахстанская", "Pavlodar"]
        )
    )
    _is(ask, text, "KZ-55" if text == "Pavlodar" else "KZ-59")


@states("A bare name that is a unit's own is that unit: Almaty is the city.")
def a_city_is_not_its_region(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the word for region is thrown away before names are compared."""
    _is(ask, draw(st.sampled_from(["Almaty", "Алматы", "Almaty city"])), "KZ-75")
    _is(ask, draw(st.sampled_from(["Almaty region", "Алматы облысы"])), "KZ-19")


@states("A Region finds itself.")
def a_region_finds_itself(draw: st.DrawFn, ask: Ask) -> None:
    """Break where only text is taken."""
    unit = draw(regions())
    _is(ask, unit, unit.id)


@states("Part of a word is not enough: it is a LookupError.")
def part_of_a_region_word_is_not_enough(draw: st.DrawFn, ask: Ask) -> None:
    """Break where names are matched by substring."""
    ask.refused(LookupError, draw(st.sampled_from(["Pavlo", "orth", "KZ-5", "Almat"])))


@states("Words that fit several regions are a LookupError: nothing is guessed.")
def two_regions_are_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the first match is returned."""
    ask.refused(LookupError, draw(st.sampled_from(["oblast", "region", "облысы"])))


@states("The whole country is no region of itself: it is a LookupError.")
def the_country_is_no_region(draw: st.DrawFn, ask: Ask) -> None:
    """Break where "Kazakhstan" is found inside the name of some region."""
    ask.refused(LookupError, draw(st.sampled_from(["Kazakhstan", "KZ", "Қазақстан"])))


@states("A name that no region has is a LookupError.")
def an_unknown_region_is_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where None comes back, or the nearest."""
    ask.refused(LookupError, draw(st.sampled_from(["Nowhere", "KZ-00", "Pavlodur region"])))


@states("A blank name is a ValueError.")
def a_blank_region_is_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where nothing fits every region."""
    ask.refused(ValueError, draw(st.sampled_from(["", "  "])))


find_region: tuple[Law, ...] = laws_of(
    "find_region",
    (
        a_code_finds_its_region,
        a_former_code_finds_its_region,
        every_name_finds_its_region,
        spelling_makes_no_difference,
        the_word_for_region_may_be_left_out,
        a_city_is_not_its_region,
        a_region_finds_itself,
        part_of_a_region_word_is_not_enough,
        two_regions_are_refused,
        the_country_is_no_region,
        an_unknown_region_is_refused,
        a_blank_region_is_refused,
    ),
)
