"""One record in a line for a reader."""

from __future__ import annotations

from typing import Any

from kzseparatism.codebook import words
from kzseparatism.dataset import Dataset
from kzseparatism.model.tables import TABLES, askable
from kzseparatism.reading import load
from kzseparatism.views.outline import outline


def test_a_case_says_what_came_of_it() -> None:
    """Verdict, offence, sentence, time, region and source of a case, in words."""
    assert outline(load().cases["petropavlovsk-video-chat-december-2021"]) == {
        "title": "Two people sentenced over a video chat in December 2021",
        "verdict": "convicted",
        "offence": "separatism",
        "sentences": "5 years (2 people)",
        "stages": ("conduct: December 2021; sentence: a day from 1 December 2021 to 2 July 2022"),
        "region": "North Kazakhstan region",
        "source": "Worldcrunch 2024, paragraphs 29 and 30",
    }


def test_what_is_doubtful_is_said() -> None:
    """A statement of a range says that it is one day; a region that is only possible says so."""
    row = outline(load().statements["putin-no-statehood"])
    assert row["date"] == "a day from 26 August 2014 to 31 August 2014"
    assert row["region"] == "no single region"
    row = outline(load().cases["prosecutions-after-august-2014"])
    assert row["region"].startswith("possibly Akmola region or ")


def test_records_of_one_table_have_one_set_of_headings() -> None:
    """A table has the same columns in every row, and no cell holds anything but text."""
    for name, table in load().pseudonymised().tables():
        lines = [outline(record) for record in table]
        assert len({tuple(line) for line in lines}) == 1, name
        assert all(type(text) is str for line in lines for text in line.values())


def test_every_heading_is_explained() -> None:
    """A heading is a field of its records, or a word that the codebook explains."""
    explained = {word.name for word in words()}
    dataset: Dataset = load()
    for name in TABLES:
        kind: Any = TABLES[name]
        for heading in outline(getattr(dataset, name)[0]):
            field = heading.replace(" ", "_")
            assert field in askable(kind) or heading in explained, (name, heading)


def test_no_code_with_an_underscore_is_shown() -> None:
    """Words of vocabularies are words."""
    dataset = load()
    for name in TABLES.keys() - {"ledger"}:  # which no reader is shown
        rows = [outline(record) for record in getattr(dataset, name)]
        shown = [(key, text) for row in rows for key, text in row.items() if key != "id"]
        assert not [(key, text) for key, text in shown if "_" in text]


def test_a_length_is_in_words() -> None:
    """The maximum of a provision is years, not a code."""
    lengths = [outline(one)["maximum"] for one in load().provisions]
    assert "15 years" in lengths
    assert not [one for one in lengths if one.startswith("P")]
