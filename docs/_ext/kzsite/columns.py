"""The columns of the lists: each record in words, what matters most first, and how it is sorted."""

from __future__ import annotations

from functools import singledispatch
from html import escape
from typing import Any

import attrs

from kzseparatism.citing import by_document, document_in_brief, paragraphs_in_words
from kzseparatism.dates import FuzzyDate
from kzseparatism.dates.wording import length, with_doubt
from kzseparatism.model import (
    Actor,
    Case,
    Discrepancy,
    Event,
    Place,
    Provision,
    Record,
    Region,
    Source,
    Statement,
)
from kzseparatism.views.outcome import offences, regions, sentences, verdict
from kzseparatism.views.row import cells, names_of
from kzsite.address import anchor_of, page_of
from kzsite.headline import title_of
from kzsite.order import last_step, place_in_time

_LATEST = "9999-12-31"


@attrs.frozen
class Column:
    """A cell of a list: its heading, its HTML, and the text by which it is sorted.

    ``choices`` are the words by which a reader can keep its row.
    """

    heading: str
    html: str
    key: str = ""
    largest_first: bool = False
    choices: tuple[str, ...] = ()


@singledispatch
def columns(record: Any, base: str) -> list[Column]:
    """Return a record as the cells of a row; ``base`` leads to the folder of the dataset."""
    row = cells(record)
    *others, last = row.items()
    return [_title(last[0], record, base, last[1]), *(Column(*_plain(*one)) for one in others)]


@columns.register
def _case(case: Case, base: str) -> list[Column]:
    last = last_step(case)
    when = f"{last.kind.value}: {with_doubt(last.date)}" if last else "no date"
    longest = max((one.months or 0 for one in case.sentences), default=0)
    return [
        _title("case", case, base),
        _choice("verdict", verdict(case), verdict(case).partition(" (")[0]),
        Column("sentence", escape(sentences(case)), f"{longest:012.3f}", largest_first=True),
        _choice("region", regions(case), *_units(case)),
        _text("offence", offences(case)),
        Column("date", escape(when), _by_date(last.date if last else None)),
        _sources(case, base),
    ]


@columns.register
def _statement(statement: Statement, base: str) -> list[Column]:
    how = [statement.attribution.value]
    if statement.disputed:
        how.append(f"disputed: {statement.dispute.value}")
    if statement.relayed_by:
        how.append(f"relayed by {names_of(statement.relayed_by)}")
    return [
        _title("what was said", statement, base, statement.summary),
        _text("speaker", names_of(statement.speakers)),
        _date(statement.date),
        _choice("stance", statement.stance.value),
        _text("how reported", "; ".join(how)),
        _sources(statement, base),
    ]


@columns.register
def _event(event: Event, base: str) -> list[Column]:
    return [
        _title("event", event, base, event.title),
        _date(event.date),
        _choice("kind", _words(event.kind.value)),
        _text("place", "; ".join(place.name for place in event.places)),
        _text("according to", names_of(event.according_to) or "the document"),
        _sources(event, base),
    ]


@columns.register
def _actor(actor: Actor, base: str) -> list[Column]:
    roles = dict.fromkeys(
        ("former " if role.former else "")
        + role.title
        + (f", {role.organisation.name}" if role.organisation else "")
        for role in actor.roles
    )
    return [
        _title("actor", actor, base, actor.name),
        _choice("kind", _words(actor.kind.value)),
        _text("role", "; ".join(roles)),
        _text("country", actor.country or ""),
        _sources(actor, base),
    ]


@columns.register
def _place(place: Place, base: str) -> list[Column]:
    units = " or ".join(unit.name for unit in place.regions) or "in no single region"
    certain = units if len(place.regions) < 2 else f"possibly {units}"
    return [
        _title("place", place, base, place.name),
        _text("region", certain),
        _text("country", place.country),
        _sources(place, base),
    ]


@columns.register
def _region(region: Region, base: str) -> list[Column]:
    until = f"until {with_doubt(region.valid_to)}" if region.valid_to else "exists today"
    since = f"since {with_doubt(region.valid_from)}" if region.valid_from else ""
    return [
        _title("region", region, base, region.name),
        _text("code", region.id),
        _choice("kind", region.kind.value),
        _text("valid", ", ".join(filter(None, (since, until)))),
    ]


@columns.register
def _provision(provision: Provision, base: str) -> list[Column]:
    maximum = length(provision.maximum) if provision.maximum else "not reported"
    return [
        _title("provision", provision, base),
        _text("offence", provision.offence),
        _text("maximum penalty", maximum),
        _text("force", provision.force.value.replace("_", " ") if provision.force else ""),
        _date(provision.date),
        _sources(provision, base),
    ]


@columns.register
def _discrepancy(discrepancy: Discrepancy, base: str) -> list[Column]:
    return [
        _title("what does not fit", discrepancy, base, discrepancy.summary),
        _choice("kind", discrepancy.kind.value),
        _text("how it was coded", discrepancy.resolution),
        _sources(discrepancy, base),
    ]


@columns.register
def _source(source: Source, base: str) -> list[Column]:
    return [
        _title("article", source, base),
        Column("published", escape(with_doubt(source.published)), _by_date(source.published)),
        _text("author", source.author or "none printed"),
        Column("paragraphs", str(source.paragraphs), f"{source.paragraphs:06}"),
        Column("address", article_link(source)),
    ]


def article_link(source: Source, text: str = "read the article") -> str:
    """Return a link to an article on the web as HTML, or nothing if its address is not known."""
    if not (source.url or "").startswith(("https://", "http://")):
        return ""
    name = f"{text}, {document_in_brief(source)}" if text == "article" else text
    return f'<a class="reference external" href="{escape(str(source.url))}">{escape(name)}</a>'


def _title(heading: str, record: Any, base: str, text: str = "") -> Column:
    words = text or title_of(record)
    html = f'<a href="{page_of(record, base)}">{escape(words)}</a>'
    return Column(heading, html, words.casefold())


def _text(heading: str, text: str) -> Column:
    return Column(*_plain(heading, text))


def _choice(heading: str, text: str, *words: str) -> Column:
    return Column(*_plain(heading, text), choices=words or (text,))


def _units(case: Case) -> tuple[str, ...]:
    """Return the names of the units where a case may lie, as the query by region finds it."""
    coded = [unit for site in case.sites for unit in site.place.regions]
    units = [unit for one in coded for unit in (one, *one.successors)]
    return tuple(dict.fromkeys(unit.name for unit in units)) or (regions(case),)


def _plain(heading: str, text: str) -> tuple[str, str, str]:
    # What has nothing to say stands last.
    return heading, escape(text), text.casefold() or "\N{HANGUL SYLLABLE HIH}"


def _date(date: FuzzyDate | None) -> Column:
    return Column("date", escape(with_doubt(date)), _by_date(date))


def _by_date(date: FuzzyDate | None) -> str:
    undated, *days = place_in_time(date)
    return _LATEST if undated else " ".join(days)


def _sources(record: Record, base: str) -> Column:
    """Return where a record is said: paragraphs that lead to the ledger, and the article itself."""
    told = []
    for source, numbers in by_document(record.all_citations).items():
        page, words = page_of(source, base), paragraphs_in_words(sorted(numbers))
        ledger = f'<a href="{page}#{anchor_of(min(numbers))}">{escape(words)}</a>'
        read = article_link(source, "article")
        told.append(
            f"{escape(document_in_brief(source))}, {ledger}" + (f" ({read})" if read else "")
        )
    first = min((citation.source.outlet for citation in record.all_citations), default="")
    return Column("source", "<br>".join(told), first.casefold())


def _words(word: str) -> str:
    return word.replace("_", " ")
