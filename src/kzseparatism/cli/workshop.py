"""The subcommands for people who code documents."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from kzseparatism import workshop
from kzseparatism.cli.coding import DETAILS
from kzseparatism.cli.output import as_table, terminal_width
from kzseparatism.cli.streams import shown
from kzseparatism.errors import DataErrors
from kzseparatism.reading import read
from kzseparatism.workshop import Article, Changes, Details, Difference, Shift
from kzseparatism.workshop.books import texts_of
from kzseparatism.workshop.comparison import figures
from kzseparatism.workshop.folder import ARTICLES


def new(arguments: Namespace) -> int:
    """Begin a dataset; show the numbered paragraphs, and what is to do."""
    articles = workshop.new(
        arguments.directory,
        arguments.articles,
        details=_details(arguments),
        title=arguments.title,
        licence=arguments.licence,
        authors=arguments.authors,
        own_regions=arguments.own_regions,
    )
    return _tell(articles, arguments.directory)


def add(arguments: Namespace) -> int:
    """Add articles to a dataset; show the numbered paragraphs, and what is to do."""
    articles = workshop.add(arguments.directory, arguments.articles, details=_details(arguments))
    return _tell(articles, arguments.directory)


def workbook(arguments: Namespace) -> int:
    """Write the workbook of a dataset, or read one back into its folder."""
    if arguments.read is not None:
        return _take(arguments)
    directory, target = Path(arguments.directory), Path(arguments.output)
    dataset = read(directory)
    folder = Path(arguments.articles) if arguments.articles else directory / ARTICLES
    workshop.write_workbook(
        dataset,
        target,
        names=arguments.names,
        texts=texts_of(dataset, folder),
        force=arguments.force,
    )
    private = sum(actor.private for actor in dataset.actors)
    print(f"wrote {target}")
    if private and not arguments.names:
        print(
            f"the names of {private} private persons are pseudonyms in it, so it can't be read "
            "back: for a workbook to work in, use --names"
        )
    return 0


def _take(arguments: Namespace) -> int:
    try:
        taken = workshop.take_workbook(
            arguments.read, arguments.directory, removing=arguments.removing
        )
    except DataErrors as errors:
        if not any(one.origin == Path(arguments.read).name for one in errors.problems):
            raise
        for problem in errors.problems:
            print(shown(str(problem)))
        print(f"nothing was written: {_count(len(errors.problems), 'problem')} in the workbook")
        return 1
    for note in taken.notes:
        print(shown(f"note: {note}"))
    for name, changes in taken.changes.items():
        if changes.any:
            print(f"{name}: {_changed(changes)}")
    left = len(workshop.to_do(taken.dataset))
    print(f"wrote {arguments.directory}: {f'{left} to do' if left else 'nothing is to do'}")
    return 0


def compare(arguments: Namespace) -> int:
    """Say how far two codings agree, and what there is to settle."""
    one, other = read(arguments.one), read(arguments.other)
    if not arguments.names:
        one, other = one.pseudonymised(), other.pseudonymised()
    found = workshop.compare(one, other)
    if arguments.table:
        found = attrs.evolve(
            found,
            units=tuple(units for units in found.units if units.table == arguments.table),
            variables=tuple(row for row in found.variables if row.table == arguments.table),
            differences=tuple(row for row in found.differences if row.table == arguments.table),
        )
    units, variables = figures(found)
    if units:
        print(as_table(units, terminal_width()), end="\n\n")
    for table in dict.fromkeys(row["table"] for row in variables):
        rows = [_without_table(row) for row in variables if row["table"] == table]
        print(f"{table}\n{as_table(rows, terminal_width())}", end="\n\n")
    if arguments.output:
        workshop.write_settling(one, other, found, arguments.output, force=arguments.force)
        print(f"wrote {arguments.output}")
    else:
        for row in found.differences:
            print(shown(_difference(row)))
    print(f"{_count(len(found.differences), 'difference')} to settle")
    return 0


def _without_table(row: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in row.items() if name != "table"}


def _difference(row: Difference) -> str:
    where = f"{row.table} {row.one or '-'} / {row.other or '-'} ({row.paragraphs})"
    return f"{where}: {row.variable}: {row.first} / {row.second}"


def _changed(changes: Changes) -> str:
    parts = ((changes.new, "new"), (changes.changed, "changed"), (changes.gone, "gone"))
    return ", ".join(f"{len(ids)} {word}" for ids, word in parts if ids)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _details(arguments: Namespace) -> Details:
    return Details(**{name: getattr(arguments, name) for name in DETAILS})


def _tell(articles: Sequence[Article], directory: str) -> int:
    for article in articles:
        print(shown(f"{article.id}: {article.source.title} ({article.source.file_name})"))
        for number, text in enumerate(article.paragraphs, start=1):
            print(shown(_paragraph(f"{article.id}#{number}", text)))
        print()
    left = len(workshop.to_do(read(directory)))
    print(f"wrote {directory}: {left} to do, which 'kzseparatism check {directory}' lists")
    return 0


def _paragraph(name: str, text: str) -> str:
    lines = textwrap.wrap(text, max(40, terminal_width() - 4)) or [""]
    return "\n".join([f"  {name}", *(f"    {line}" for line in lines)])


def reread(arguments: Namespace) -> int:
    """Say where the paragraphs of an article are now, and renumber what cites them if asked."""
    found = workshop.reread(
        arguments.directory, arguments.article, source=arguments.source, apply=arguments.apply
    )
    name, before, now = found.source.id, found.source.paragraphs, found.article.source.paragraphs
    if found.unchanged:
        print(f"{name}: all {before} paragraphs are as they were coded")
    else:
        print(f"{name}: {before} paragraphs before, {now} now")
    for shift in found.shifts:
        if not shift.stays:
            print(shown(f"  {_shift(name, shift)}"))
    if found.applied:
        print(f"wrote {arguments.directory}: the citations have the new numbers")
    elif found.article.source.sha256 != found.source.sha256:
        print("nothing was written: use --apply to renumber the citations")
    return 0


def _shift(source: str, shift: Shift) -> str:
    cited = f"; cited by {', '.join(shift.cited_by)}" if shift.cited_by else ""
    if shift.before is None:
        return f'{source}#{shift.now} is new: "{shift.opening_now} ..."'
    if shift.now is None:
        return f'{source}#{shift.before} is gone: "{shift.opening_before} ..."{cited}'
    moved = "" if shift.before == shift.now else f" is now {source}#{shift.now}"
    changed = (
        f', has other words ("{shift.opening_now} ..."): read it again' if shift.changed else ""
    )
    return f"{source}#{shift.before}{moved}{changed}{cited}"
