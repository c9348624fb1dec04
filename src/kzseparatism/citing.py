"""How to cite the data, a record, a paragraph or an article, for people and reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Any, Literal, TypeAlias, get_args
from urllib.parse import quote

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model import Actor, Citation, LedgerRow, Record, Source
from kzseparatism.model.families import Entity
from kzseparatism.names.spelling import fold
from kzseparatism.reading import load

__all__ = ["cite"]

Style: TypeAlias = Literal["text", "bibtex", "csl-json", "ris"]
STYLES: tuple[str, ...] = get_args(Style)
_IN_KEY = re.compile(r"[a-z0-9]+")
_WORDS_OF_KEY = 4


@attrs.frozen(kw_only=True)
class _Reference:
    """What a citation says, before it is written in a style. Empty texts are left out."""

    key: str
    is_article: bool
    author: str
    title: str
    published_in: str = ""
    place: str = ""  # the paragraph of an article; the articles that a record is based on
    day: FuzzyDate | None = None
    version: str = ""
    url: str = ""
    note: str = ""

    @property
    def year(self) -> str:
        """The year as text, or nothing if it may be one of several."""
        return "" if self.day is None or self.day.year is None else str(self.day.year)

    @property
    def remarks(self) -> str:
        """The place and the note, for styles that have one field for both."""
        return ". ".join(filter(None, (self.place, self.note)))


def cite(
    thing: Entity | Citation | Style | str | None = None,
    style: Style | None = None,
    *,
    dataset: Dataset | None = None,
) -> str:
    """Return how to cite a dataset, or one thing in it, with the versions of code and data.

    Of another dataset than the shipped one, the version is its own, and the code a note.

    ``thing`` is a record, a Source (the article), a Citation or LedgerRow (one paragraph), or the
    id of one, such as "putin-no-statehood", "worldcrunch" or "worldcrunch#38"; left out, the
    dataset as a whole. ``style`` is "text" (the default), "bibtex", "csl-json" or "ris"; a style
    given alone is that of the dataset. Private persons are cited by pseudonym. Without
    ``dataset`` ids are looked up in the shipped one.

    Raises ``UnknownIdError`` for an unknown id, ``InvalidValueError`` for an unknown style.

    >>> cite().partition(" (")[0]
    'The kzseparatism authors'
    >>> print(cite("window-on-eurasia#4"))
    Paul Goble (2014-05-23). Window on Eurasia: Russian ... Window on Eurasia, paragraph 4...
    """
    if style is None and isinstance(thing, str) and thing in STYLES:
        thing, style = None, thing
    if style is not None and style not in STYLES:
        remedy = f"write one of {', '.join(STYLES)}"
        raise InvalidValueError("style", style, "is not a style of citation", remedy)
    known = load() if dataset is None else dataset
    return _WRITERS[style or "text"](_reference(thing, known))


def _reference(thing: object, dataset: Dataset) -> _Reference:
    if isinstance(thing, str):
        thing = dataset.get(thing)
    if thing is None:
        return _of_dataset(dataset)
    if isinstance(thing, Source):
        return _of_article(thing)
    if isinstance(thing, Citation | LedgerRow):
        citation = thing if isinstance(thing, Citation) else thing.paragraph
        article = _of_article(citation.source)
        key = f"{article.key}-{citation.paragraph}"
        return attrs.evolve(article, key=key, place=f"Paragraph {citation.paragraph}")
    if isinstance(thing, Entity):
        return _of_record(thing, dataset)
    remedy = "give a record, a Source, a Citation, or an id"
    raise WrongTypeError("thing", thing, "can't be cited", remedy)


def _of_dataset(dataset: Dataset) -> _Reference:
    about, code = dataset.about, version("kzseparatism")
    reference = _Reference(
        key="kzseparatism",
        is_article=False,
        author=about.authors,
        title=about.title,
        day=FuzzyDate.parse(about.coded),
        version=code,
        note=f"Data version {about.version} (coded {about.coded})",
    )
    if about.title == load().about.title:
        return reference
    # Another dataset has a version of its own: that of the library says how it was read.
    return attrs.evolve(
        reference,
        key="-".join(_IN_KEY.findall(fold(about.title))[:_WORDS_OF_KEY]) or "dataset",
        version=about.version,
        note=f"Coded {about.coded}, read with kzseparatism {code}",
    )


def _of_record(record: Entity, dataset: Dataset) -> _Reference:
    whole = _of_dataset(dataset)
    label = record.public_name if isinstance(record, Actor) else record.label
    cited = citations_in_words(record.all_citations) if isinstance(record, Record) else ()
    return attrs.evolve(
        whole,
        key=record.id,
        title=f"{type(record).__name__} {record.id}: {label.rstrip('.')}",
        published_in=whole.title,
        place=f"Based on {'; '.join(cited)}" if cited else "",
    )


def _of_article(source: Source) -> _Reference:
    doubt = "The date of publication is inferred" if source.published.qualifier else ""
    return _Reference(
        key=source.id,
        is_article=True,
        author=source.author,
        title=source.title,
        published_in=source.outlet,
        day=source.published,
        url=source.url or "",
        note=doubt,
    )


def citations_in_words(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Return citations in words, a text for each document: "EAN 2017, paragraph 4 (ean-report)"."""
    return tuple(
        f"{document_in_brief(source)}, {paragraphs_in_words(numbers)} ({source.id})"
        for source, numbers in by_document(citations).items()
    )


def citations_in_brief(citations: Iterable[Citation]) -> str:
    """Return the same in one line and without ids, for a record that names them elsewhere."""
    return "; ".join(
        f"{document_in_brief(source)}, {paragraphs_in_words(numbers)}"
        for source, numbers in by_document(citations).items()
    )


def document_in_brief(source: Source) -> str:
    """Return the outlet of a document and, if one is known, the year: an outlet has several."""
    year = source.published.year
    return source.outlet if year is None else f"{source.outlet} {year}"


def by_document(citations: Iterable[Citation]) -> dict[Source, list[int]]:
    """Return the numbers of the cited paragraphs of each document, in order."""
    numbers: dict[Source, list[int]] = {}
    for citation in citations:
        numbers.setdefault(citation.source, []).append(citation.paragraph)
    return {source: sorted(cited) for source, cited in numbers.items()}


def paragraphs_in_words(numbers: Sequence[int]) -> str:
    """Return paragraph numbers in words.

    >>> paragraphs_in_words([4]), paragraphs_in_words([4, 6, 7])
    ('paragraph 4', 'paragraphs 4, 6 and 7')
    """
    *first, last = numbers
    return f"paragraphs {', '.join(map(str, first))} and {last}" if first else f"paragraph {last}"


def _text(reference: _Reference) -> str:
    author = reference.author or reference.published_in
    if reference.is_article:
        place = f", {reference.place.lower()}" if reference.place else ""
        parts = [
            f"{author} ({reference.day})",
            reference.title,
            reference.published_in + place,
            reference.note,
        ]
    else:
        note = reference.note[:1].lower() + reference.note[1:]
        parts = [
            f"{author} ({reference.year})",
            reference.title,
            f"In: {reference.published_in}" if reference.published_in else "",
            reference.place,
            f"Version {reference.version}, {note}",
        ]
    sentences = [f"{part}." for part in parts if part]
    return " ".join([*sentences, reference.url] if reference.url else sentences)


def _bibtex(reference: _Reference) -> str:
    kind, within = ("online", "organization") if reference.is_article else ("misc", "howpublished")
    fields = {
        "author": _for_tex(reference.author),
        "title": _for_tex(reference.title),
        within: _for_tex(reference.published_in),
        "year": reference.year,
        "version": _for_tex(reference.version),
        "url": quote(reference.url, safe=":/?#[]@!$&'()*+,;=%~"),
        "note": _for_tex(reference.remarks),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{reference.key},\n" + ",\n".join(lines) + "\n}"


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#_$"},
}


def _for_tex(text: str) -> str:
    return re.sub(r"[\\{}~^%&#_$]", lambda match: _TEX[match[0]], text)


def _csl(reference: _Reference) -> str:
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "article" if reference.is_article else "dataset",
        "title": reference.title,
    }
    if reference.author:
        item["author"] = [{"literal": reference.author}]
    if reference.published_in:
        item["container-title"] = reference.published_in
    if reference.day is not None:
        item["issued"] = _issued(reference.day)
    extra = {"version": reference.version, "URL": reference.url, "note": reference.remarks}
    item |= {name: value for name, value in extra.items() if value}
    return json.dumps([item], ensure_ascii=False, indent=2)


def _issued(day: FuzzyDate) -> dict[str, Any]:
    parts = [[part for part in (day.year, day.month, day.day) if part is not None]]
    issued: dict[str, Any] = {"raw": str(day)} if not parts[0] else {"date-parts": parts}
    return issued | ({"circa": True} if day.qualifier else {})


def _ris(reference: _Reference) -> str:
    day = reference.day
    date = "" if day is None else "/".join(_ris_parts(day))
    fields = [
        ("TY", "ELEC" if reference.is_article else "DATA"),
        ("ID", reference.key),
        ("AU", reference.author),
        ("TI", reference.title),
        ("T2", reference.published_in),
        ("PY", reference.year),
        ("DA", date),
        ("ET", reference.version),
        ("UR", reference.url),
        ("N1", reference.remarks),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {value}" for tag, value in fields if value or tag == "ER")


def _ris_parts(day: FuzzyDate) -> list[str]:
    known = [part for part in (day.year, day.month, day.day) if part is not None]
    return [f"{known[0]:04}", *(f"{part:02}" for part in known[1:])] if known else []


_WRITERS: Mapping[str, Callable[[_Reference], str]] = {
    "text": _text,
    "bibtex": _bibtex,
    "csl-json": _csl,
    "ris": _ris,
}
