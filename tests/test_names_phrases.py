"""Words and phrases: how a question is read, and what fits it."""

from __future__ import annotations

import pytest

import kzseparatism as kz
from kzseparatism.names.phrases import has_all, phrases, position_of
from kzseparatism.names.spelling import words


def test_how_a_question_is_read() -> None:
    """Words are looked for one by one, phrases and words with hyphens as a run."""
    assert phrases("text", "terrorist state") == (("terorist",), ("state",))
    assert phrases("text", '"terrorist state" now') == (("terorist", "state"), ("now",))
    assert phrases("text", "«Народный совет»") == (("narodni", "sovet"),)
    assert phrases("text", "Ust-Kamenogorsk") == (("ust", "kamenogorsk"),)
    assert phrases("text", "now, now") == (("now",),)


@pytest.mark.parametrize("text", ["", "  ", "...", '""', "a" * 201])
def test_nothing_to_look_for(text: str) -> None:
    """Text without a word, or too long, is refused, and the argument is named."""
    with pytest.raises(kz.InvalidValueError, match=r"offence: "):
        phrases("offence", text)


def test_other_refusals() -> None:
    """A single quotation mark, and anything but text."""
    with pytest.raises(kz.InvalidValueError, match="a quotation mark without a second one"):
        phrases("text", '"terrorist state')
    with pytest.raises(kz.WrongTypeError, match="is not text"):
        phrases("text", None)  # type: ignore[arg-type]
    assert phrases("text", "a" * 200)


def test_whole_words_fit() -> None:
    """Runs fit in any order, but each run only as it stands."""
    text = words("The Terrorist State, and a statement")
    assert has_all(text, phrases("text", "state terrorist"))
    assert has_all(text, phrases("text", '"terrorist state"'))
    assert not has_all(text, phrases("text", '"state terrorist"'))
    assert not has_all(text, phrases("text", "stat"))
    assert position_of(("zzz",), ()) is None
