"""No message about data prints the name of a private person, or a word of one."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz
import miniature
from kzseparatism.cli.main import main
from kzseparatism.errors import DataError
from kzseparatism.privacy import Discretion
from miniature import PRIVATE_ALIAS, PRIVATE_ID, PRIVATE_NAME, Content, row

HIDDEN = "[private person]"
SURNAME = PRIVATE_NAME.split()[-1]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"value: '{PRIVATE_NAME}' must be a list", f"value: '{HIDDEN}' must be a list"),
        (f"value: '{SURNAME}' must be a list", f"value: '{HIDDEN}' must be a list"),
        ("quidam-ignotus", HIDDEN),
        ("QUIDAM_IGNOTUS", HIDDEN),
        ("Квидам Игнотус", HIDDEN),
        ("Ígnotus, Quidam", HIDDEN),
        ("'to Ignotusov and the others'", f"'to {HIDDEN} and the others'"),
        ("QuidamIgnotus", HIDDEN),
        ("'xxx Ign...ry'", f"'xxx {HIDDEN}...ry'"),
        ("'xxx...tus said'", f"'xxx...{HIDDEN} said'"),
        ("...tus said", f"...{HIDDEN} said"),
        ("'tus said'", "'tus said'"),
        (r"'\nIgnotus\u200b'", rf"'\n{HIDDEN}\u200b'"),
        ("'Ignominious' is nobody", "'Ignominious' is nobody"),
        ("is no list; write it in brackets", "is no list; write it in brackets"),
        ("", ""),
    ],
)
def test_names_and_their_words_are_hidden(said: str, shown: str) -> None:
    """In any alphabet, joined or cut off; everything else stays as it is."""
    discretion = Discretion([PRIVATE_NAME, PRIVATE_ALIAS], ["Nemo Nobody"])
    assert discretion.text(said) == shown
    assert discretion.text(shown) == shown


@pytest.mark.parametrize(
    ("public", "said", "shown"),
    [
        (["Nemo Ignotus"], "'Ignotus'", "'Ignotus'"),
        (["Nemo Ignotus"], "'Quidam Ignotus'", f"'{HIDDEN}'"),
        (["Nemo Ignotus"], "'nemo-ignotus'", "'nemo-ignotus'"),
        (["Quidam Ignotus"], "'Ignotus'", f"'{HIDDEN}'"),
        ([], "'Nemo Ignotus'", f"'Nemo {HIDDEN}'"),
    ],
)
def test_words_of_public_names_give_nobody_away(public: list[str], said: str, shown: str) -> None:
    """But a public name that is the private one makes none of its words public."""
    assert Discretion([PRIVATE_NAME], public).text(said) == shown


def test_short_words_are_hidden_in_whole_names_only() -> None:
    """A word of one or two letters says nothing alone."""
    discretion = Discretion(["Li Bo"], [])
    assert discretion.text("Li is a list about Bo; Li Bo, LI-BO") == (
        f"Li is a list about Bo; {HIDDEN}"
    )


def test_a_word_of_three_letters_is_hidden_alone() -> None:
    """From three letters on a word may tell who is meant, and from five on inside another, too."""
    discretion = Discretion(["Quidam Ign", "Nemos Alter"], [])
    assert discretion.text("Ign, of whom") == f"{HIDDEN}, of whom"
    assert discretion.text("Ignor, Nemosov") == f"Ignor, {HIDDEN}"


@pytest.mark.parametrize(("between", "people"), [(" ", 1), (", ", 1), (" - ", 1), (" -- ", 2)])
def test_words_with_signs_between_them_are_one_person(between: str, people: int) -> None:
    """Up to three signs may stand between the words of one name."""
    told = Discretion([PRIVATE_NAME], []).text(PRIVATE_NAME.replace(" ", between))
    assert told.count(HIDDEN) == people


def test_nothing_is_done_where_there_is_nothing_to_hide() -> None:
    """The same problem comes back, and an empty name hides nothing."""
    problem = DataError("cases.json", "$[1]", "some-case", "is something")
    assert Discretion([], []).error(problem) is problem
    assert Discretion(["", "***"], []).error(problem) is problem
    hidden = Discretion([PRIVATE_NAME], []).error(
        DataError("cases.json", "$[1].note", "ignotus-case", f"says {PRIVATE_NAME}")
    )
    assert hidden == DataError("cases.json", "$[1].note", f"{HIDDEN}-case", f"says {HIDDEN}")


def test_many_names_cost_a_message_nothing() -> None:
    """What is looked at is each letter of a message, and not each name."""
    discretion = Discretion((f"Aliquis Nomen{number:05}" for number in range(20_000)), [])
    looks = 0

    class Counted(dict[Any, Any]):
        """A dictionary that counts how often it is asked."""

        def __contains__(self, key: object) -> bool:
            nonlocal looks
            looks += 1
            return super().__contains__(key)

    discretion._inside._first = Counted(discretion._inside._first)
    assert discretion.text("value: 'Nomen19999' must be a list") == (
        f"value: '{HIDDEN}' must be a list"
    )
    assert 0 < looks < 200


def _set(record_id: str, **values: Any) -> Callable[[Content], object]:
    return lambda content: row(content, record_id).update(values)


SLIPS: dict[str, Callable[[Content], object]] = {
    "list": _set("nobody-replies", speakers=PRIVATE_NAME),
    "link": _set("nobody-replies", speakers=[PRIVATE_NAME]),
    "citation": _set("nobody-replies", citations=[PRIVATE_NAME]),
    "word": _set("nobody-replies", stance=PRIVATE_NAME),
    "date": _set("nobody-replies", date=PRIVATE_NAME),
    "flag": _set(PRIVATE_ID, private=PRIVATE_NAME),
    "id": _set("nemo-nobody", id=PRIVATE_NAME),
    "good id": _set("nemo-nobody", id="quidam-ignotus"),
    "country": _set("nemo-nobody", country=PRIVATE_ALIAS),
    "surname": _set("exampleville", regions=[SURNAME]),
    "blank": _set("exampleville", name=f"{PRIVATE_NAME} "),
    "twice": _set("exampleville", aliases=[PRIVATE_NAME, PRIVATE_NAME]),
    "long": _set("exampleville", country="x " * 25 + PRIVATE_NAME + " y" * 200),
    "end": _set("exampleville", country="x " * 500 + PRIVATE_NAME),
    "term": lambda content: row(content, "made-up-case")["sentences"][0].update(term=PRIVATE_NAME),
    "key": lambda content: row(content, "made-up-case").update({PRIVATE_NAME: 1}),
    "unmarked": lambda content: row(content, PRIVATE_ID).pop("private"),
    "names list": lambda content: content.update(private_names=[PRIVATE_NAME]),
    "names of text": lambda content: content["private_names"].update({PRIVATE_ID: PRIVATE_NAME}),
    "names by name": lambda content: content["private_names"].update(
        {PRIVATE_NAME: {"name": PRIVATE_NAME}}
    ),
    "about": lambda content: content["dataset"].update({PRIVATE_NAME: ""}),
    "note": _set("exampleville", note=f"{PRIVATE_NAME} lives here."),
    "records": _set("two-arrests", records=[PRIVATE_NAME]),
    "unknown record": _set("two-arrests", records=["quidam-ignotus"]),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_slips_are_reported_without_the_name(
    slip: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever a private name slipped in: no error, no problem and no output prints it."""
    content = miniature.content()
    SLIPS[slip](content)
    miniature.write(tmp_path, content)
    said = [_all_that_is_said(tmp_path)]
    assert main(["check", str(tmp_path)]) == 1
    main(["actors", "--data", str(tmp_path)])
    printed = capsys.readouterr()
    said += [printed.out, printed.err]
    for text in said:
        assert "ignotus" not in text.casefold()
    shows_values = ("list", "link", "citation", "word", "date", "flag", "id", "key", "long", "end")
    assert HIDDEN in said[0] or slip not in shows_values


def _all_that_is_said(directory: Path) -> str:
    try:
        problems = kz.check(kz.read(directory))
    except kz.DataErrors as errors:
        lines = [str(errors), repr(errors), *traceback.format_exception(errors)]
        return "\n".join([*lines, *map(repr, errors.problems)])
    return "\n".join([*map(str, problems), *map(repr, problems)])


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda content: content[:-9],
        lambda content: content[:60],
        lambda content: content.decode().encode("utf-16"),
        lambda content: content.replace(b"{", b"[", 1),
        lambda content: b"\xff" + content,
    ],
)
def test_names_of_an_unreadable_file_are_hidden(
    spoilt: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """Names are names even where their file is cut off, or in another encoding."""
    content = miniature.content()
    SLIPS["list"](content)
    path = miniature.write(tmp_path, content) / "private_names.json"
    path.write_bytes(spoilt(path.read_bytes()))
    said = _all_that_is_said(tmp_path)
    assert "ignotus" not in said.casefold()
    assert f"'{HIDDEN}' must be a list" in said
