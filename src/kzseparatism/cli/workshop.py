"""The subcommands for people who code documents."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from collections.abc import Sequence

from kzseparatism import workshop
from kzseparatism.cli.coding import DETAILS
from kzseparatism.cli.output import terminal_width
from kzseparatism.cli.streams import shown
from kzseparatism.reading import read
from kzseparatism.workshop import Article, Details


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
