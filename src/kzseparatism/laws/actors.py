"""The laws of looking actors up by name."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from kzseparatism.laws.code import Once
from kzseparatism.laws.law import Laws, law
from kzseparatism.laws.records import actor, statement
from kzseparatism.laws.trial import Trial
from kzseparatism.model import Actor
from kzseparatism.names.spelling import fold, skeleton

find_actor: Laws = Laws("find_actor")

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


def _somebody(trial: Trial) -> tuple[Actor, list[Actor]]:
    given = trial.draw(st.permutations(_CAST))
    return trial.one_of(*given), given


def _leads_to(trial: Trial, name: str, given: Sequence[Actor], wanted: Actor) -> None:
    found = trial.answer(name, among=given)
    if getattr(found, "id", None) != wanted.id:
        trial.fail(f"{wanted.id}, who is called {name!r}")


@law(find_actor)
def an_id_finds_its_actor(trial: Trial) -> None:
    """The id of an actor finds the actor."""
    somebody, given = _somebody(trial)
    _leads_to(trial, somebody.id, given, somebody)


@law(find_actor)
def a_name_finds_its_actor(trial: Trial) -> None:
    """The name of an actor finds the actor."""
    somebody, given = _somebody(trial)
    _leads_to(trial, somebody.name, given, somebody)


@law(find_actor)
def an_alias_finds_its_actor(trial: Trial) -> None:
    """Every alias of an actor finds the actor."""
    given = trial.draw(st.permutations(_CAST))
    somebody = trial.one_of(_YEVGENY, _MARIA)
    _leads_to(trial, trial.one_of(*somebody.aliases), given, somebody)


@law(find_actor)
def capitals_make_no_difference(trial: Trial) -> None:
    """Capitals make no difference."""
    somebody, given = _somebody(trial)
    change = trial.one_of(str.upper, str.lower, str.title)
    _leads_to(trial, change(somebody.name), given, somebody)


@law(find_actor)
def spellings_of_a_name_meet(trial: Trial) -> None:
    """The usual spellings of a name, in either alphabet, find the same actor."""
    somebody, given = _somebody(trial)
    _leads_to(trial, trial.one_of(*_SPELLINGS[somebody.id]), given, somebody)


@law(find_actor)
def a_word_of_its_own_is_enough(trial: Trial) -> None:
    """A whole word that only one actor's names have is enough."""
    given = trial.draw(st.permutations(_CAST))
    word, wanted = trial.one_of(("Yevgeny", _YEVGENY), ("Nobodova", _MARIA), ("Nowherov", _FYODOR))
    _leads_to(trial, word, given, wanted)


@law(find_actor)
def part_of_a_word_is_not_enough(trial: Trial) -> None:
    """Part of a word is not enough: it is a LookupError."""
    _, given = _somebody(trial)
    trial.must_raise(LookupError, trial.one_of("Yevg", "owhero", "Mari", "N"), among=given)


@law(find_actor)
def two_candidates_are_refused(trial: Trial) -> None:
    """A name that fits two actors is a LookupError: nothing is guessed."""
    word = trial.one_of("Nobodov", "Fyodor", "Yevgeny Nobodov", "M. Ничеева")
    by_word = word in ("Nobodov", "Fyodor")
    cast = [_YEVGENY, _BROTHER, _FYODOR] if by_word else [_YEVGENY, _MARIA, _NAMESAKE]
    trial.must_raise(LookupError, word, among=trial.draw(st.permutations(cast)))


@law(find_actor)
def an_exact_name_comes_first(trial: Trial) -> None:
    """An exact name comes before a word of another's name."""
    _leads_to(trial, "Nowherov", trial.draw(st.permutations([_FYODOR, _CLUB, _MARIA])), _CLUB)


@law(find_actor)
def an_unknown_name_is_refused(trial: Trial) -> None:
    """A name that nobody has is a LookupError."""
    _, given = _somebody(trial)
    trial.must_raise(LookupError, trial.one_of("Nemo", "Yevgeny Nobodev", "z"), among=given)


@law(find_actor)
def order_of_actors_makes_no_difference(trial: Trial) -> None:
    """In which order the actors are given makes no difference."""
    given = [_FYODOR, _CLUB, _MARIA]
    name, wanted = trial.one_of(("Nowherov", _CLUB), ("Fyodor Nowherov", _FYODOR))
    _leads_to(trial, name, trial.draw(st.permutations(given)), wanted)
    _leads_to(trial, name, trial.draw(st.permutations(given)), wanted)


@law(find_actor)
def actors_behind_records_are_found(trial: Trial) -> None:
    """Actors are found among the records that name them."""
    given = [statement("x", speaker=_YEVGENY), statement("y", speaker=_MARIA)]
    found = trial.answer("Nobodova", among=given)
    if getattr(found, "id", None) != _MARIA.id:
        trial.fail("b, who made the statement y")
    trial.must_raise(LookupError, "Nowherov", among=given)


@law(find_actor)
def nothing_is_kept_between_calls(trial: Trial) -> None:
    """What was asked before makes no difference."""
    somebody, given = _somebody(trial)
    others = [one for one in given if one is not somebody]
    _leads_to(trial, somebody.name, given, somebody)
    trial.must_raise(LookupError, somebody.name, among=others)
    _leads_to(trial, somebody.name, given, somebody)


@law(find_actor)
def a_blank_name_is_refused(trial: Trial) -> None:
    """A blank name is a ValueError."""
    _, given = _somebody(trial)
    trial.must_raise(ValueError, trial.one_of("", "  "), among=given)


_EVERYBODY = (*_CAST, _BROTHER, _CLUB, _NAMESAKE)
_NAMES = [
    *(name for one in _EVERYBODY for name in (one.id, one.name, *one.aliases)),
    *(spelling for spellings in _SPELLINGS.values() for spelling in spellings),
    *("YEVGENY NOBODOV", "maria nobodova", "Nobodov", "Fyodor", "Yevgeny", "of Nowhere"),
    *("Yevg", "Mari", "owhero", "Nemo", "Yevgeny Nobodev", "z"),
]


@law(find_actor)
def the_definition_is_met(trial: Trial) -> None:
    """Whatever is asked, the actor or the error is what the definition says."""
    for _ in range(trial.draw(st.integers(1, 20))):
        actors = trial.draw(st.lists(st.sampled_from(_EVERYBODY), min_size=2, unique=True))
        words = [word for one in actors for word in (*one.name.split(), one.name, *one.aliases)]
        name = trial.one_of(*words) if trial.flip() else trial.one_of(*_NAMES, "", "  ")
        behind = [statement(f"by{one.id}", speaker=one) for one in actors]
        given = trial.one_of(actors, actors, behind)
        among = trial.one_of(given, Once(given))
        found = _found(name, actors)
        if name.strip() and len(found) == 1:
            _leads_to(trial, name, among, found[0])
        else:
            trial.must_raise(LookupError if name.strip() else ValueError, name, among=among)


def _found(name: str, actors: Sequence[Actor]) -> list[Actor]:
    """Return the actors of the first step that leads anywhere: id, name, spelling, whole words."""
    names = {one: (one.name, *one.aliases) for one in actors}
    words = f" {_levelled(name)} "
    steps = (
        [one for one in actors if one.id == name],
        [one for one in actors if name in names[one]],
        [one for one in actors if skeleton(name) in map(skeleton, names[one])],
        [one for one in actors if any(words in f" {_levelled(text)} " for text in names[one])],
    )
    return next(filter(None, steps), [])


def _levelled(text: str) -> str:
    return " ".join(map(skeleton, fold(text).split()))
