"""Judges exercise.py by datasets of people who do not exist: run ``python -m pytest`` here."""

import csv
import io
import re
from collections.abc import Callable
from functools import partial
from random import Random

import attrs
import exercise
import pytest
from hypothesis import Phase, find, settings, strategies as st
from hypothesis.errors import NoSuchExample

import kzseparatism as kz
from kzseparatism import laws
from kzseparatism.strategies import actors, cases, datasets, statements

Rows = list[dict[str, str]]

# While your work is judged, the library does not give the answer.
NOT_YOURS = partial(pytest.fail.Exception, pytrace=False)
export = laws.own_work(exercise.export, "Dataset.pseudonymised", "privacy", error=NOT_YOURS)


@st.composite
def outspoken(draw: st.DrawFn) -> kz.Dataset:
    """Generate datasets in which people say their name, and titles name people."""
    people = draw(st.lists(actors(kinds=st.just("person")), min_size=1, max_size=3))
    somebody, nothing = st.sampled_from(people), st.nothing()
    name = st.sampled_from([name for one in people for name in names(one)])
    case = draw(cases(defendants=somebody, stages=nothing, charges=nothing, sentences=nothing))
    case = attrs.evolve(case, title=draw(st.just(case.title) | name.map("The case of {}".format)))
    words = st.just("I said nothing.") | name.map("I am {}.".format)
    plain = statements(speakers=somebody, cases=nothing, allow_private=False)
    said = [
        attrs.evolve(one, cases=(case,), quotes=(draw(words),), attribution="direct")
        for one in draw(st.lists(plain, min_size=1, max_size=2))
    ]
    return kz.Dataset(
        about=kz.load().about,
        actors=kz.Table(people),
        cases=kz.Table([case]),
        statements=kz.Table(said),
    )


MADE_UP = pytest.mark.parametrize(
    "made_up",
    [
        pytest.param(datasets(min_size=1, max_size=1), id="people-of-all-sorts"),
        pytest.param(outspoken(), id="people-who-say-their-name"),
    ],
)


@MADE_UP
def test_no_name_leaks(made_up: st.SearchStrategy[kz.Dataset]) -> None:
    """No name of a private person is in the file, whichever column it came from."""
    judge(made_up, leak)


@MADE_UP
def test_nothing_else_is_lost(made_up: st.SearchStrategy[kz.Dataset]) -> None:
    """What names nobody private is in the file, word for word, and every defendant is."""
    judge(made_up, loss)


def test_no_name_leaks_from_the_shipped_dataset() -> None:
    """The same for the real dataset; no name is printed here, either."""
    complaint = leak(kz.load(), read(export(kz.load())))
    if complaint:
        pytest.fail(complaint, pytrace=False)


def judge(
    made_up: st.SearchStrategy[kz.Dataset], complaint_of: Callable[[kz.Dataset, Rows], str]
) -> None:
    """Fail with the complaint about the first dataset about which there is one."""

    def complaint(dataset: kz.Dataset) -> str:
        try:
            rows = read(export(dataset))
        except Exception as error:  # noqa: BLE001 - whatever is raised, the student is told
            return f"export() raised {type(error).__name__}: {error}"
        return complaint_of(dataset, rows)

    # Without the search for a smaller one: the complaint says what matters of the dataset.
    tried = settings(max_examples=60, database=None, deadline=None, phases=[Phase.generate])
    try:
        found = find(
            made_up,
            lambda dataset: complaint(dataset) != "",
            settings=tried,
            random=Random(0),  # noqa: S311 - the same datasets every time
        )
    except NoSuchExample:
        return
    pytest.fail(complaint(found), pytrace=False)


def read(text: str) -> Rows:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def leak(dataset: kz.Dataset, rows: Rows) -> str:
    """Return a sentence about a private person's name that is in the rows, or ""."""
    public = [name for one in dataset.actors if not one.private for name in names(one)]
    public_words = set(" ".join(public).casefold().split())
    for person in dataset.actors.where(lambda one: one.private):
        last_words = {name.split()[-1] for name in names(person)}
        telling = [word for word in last_words if word.casefold() not in public_words]
        for name in (*names(person), *telling):
            whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
            for row in rows:
                for column, cell in row.items():
                    if whole.search(cell):
                        return (
                            f"The column {column!r} of the case {row['case']} has a name of "
                            f"{person.id}, who is a private person."
                        )
    return ""


def anybody(dataset: kz.Dataset, text: str) -> str:
    """Return a text in which it makes no difference which private person is meant."""
    ids = [re.escape(one.id) for one in dataset.actors if one.private]
    return re.sub(rf"\[({'|'.join(ids)})\]", "[somebody]", text) if ids else text


def names(actor: kz.Actor) -> tuple[str, ...]:
    """Return every name of an actor."""
    return (actor.name, *actor.aliases)


def loss(dataset: kz.Dataset, rows: Rows) -> str:
    """Return a sentence about what is not in the rows as it should be, or ""."""
    hidden = dataset.pseudonymised()
    if [row.get("case") for row in rows] != list(dataset.cases.ids):
        return f"There should be one row for each case, in the order {', '.join(dataset.cases.ids)}"
    for case, row in zip(hidden.cases, rows, strict=True):
        said = hidden.statements.where(lambda one, case=case: case in one.cases)
        right = {
            "title": case.title,
            "status": str(case.status),
            "defendants": "; ".join(actor.name for actor in case.defendants),
            "quotes": " / ".join(quote for one in said for quote in one.quotes),
        }
        for column, cell in right.items():
            # Who of several people of one name is meant, nobody can know.
            if anybody(dataset, row.get(column) or "") != anybody(dataset, cell):
                return (
                    f"The column {column!r} of the case {case.id} reads {row.get(column)!r}, and "
                    f"should read {cell!r}."
                )
    return ""
