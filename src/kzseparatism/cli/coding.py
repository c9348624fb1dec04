"""The options of the subcommands for people who code documents."""

from __future__ import annotations

from kzseparatism.cli.options import Commands, add_names, new_command
from kzseparatism.cli.usage import Parser
from kzseparatism.model import Record
from kzseparatism.model.tables import TABLES

# Said of every article of one call; each is a field of a source.
DETAILS = {
    "outlet": "who published the articles",
    "author": "who is printed as their author",
    "published": "when they were published, as EDTF",
    "language": "the language they are written in, as a BCP 47 tag",
    "url": "their address on the web",
}
_CODED = tuple(name for name, kind in TABLES.items() if issubclass(kind, Record))


def add_coding(commands: Commands) -> None:
    """Add the subcommands by which a dataset is begun, and grows."""
    command = _with_articles(
        commands, "new", "begin a dataset of your own from articles", "new my-data gazette.txt"
    )
    command.add_argument("--title", metavar="TEXT", default="", help="what to call the dataset")
    command.add_argument(
        "--licence", metavar="ID", default="", help="its licence, as an SPDX identifier"
    )
    command.add_argument(
        "--authors", metavar="TEXT", default="", help="whom to cite as its authors"
    )
    command.add_argument(
        "--own-regions",
        action="store_true",
        help="begin with an empty table of regions, for another country than Kazakhstan",
    )
    _with_articles(commands, "add", "add articles to a dataset", "add my-data herald.html")
    _add_reread(commands)
    _add_workbook(commands)
    _add_compare(commands)


def _with_articles(commands: Commands, name: str, summary: str, example: str) -> Parser:
    command = new_command(commands, name, summary, example)
    command.add_argument("directory", metavar="DIR", help="the folder of the dataset")
    command.add_argument(
        "articles",
        metavar="ARTICLE",
        nargs="+",
        help="a text file in UTF-8, HTML, or a page that a browser has saved; its name becomes "
        "the id of the source",
    )
    for option, meaning in DETAILS.items():
        command.add_argument(f"--{option}", metavar="TEXT", default="", help=meaning)
    return command


def _add_workbook(commands: Commands) -> None:
    command = new_command(
        commands,
        "workbook",
        "write the workbook of a dataset for coders, or read it back",
        "workbook my-data -o book.xlsx\n  kzseparatism workbook --read book.xlsx my-data",
    )
    command.add_argument("directory", metavar="DIR", help="the folder of the dataset")
    way = command.add_mutually_exclusive_group(required=True)
    way.add_argument("-o", "--output", metavar="BOOK", help="write this workbook (.xlsx)")
    way.add_argument(
        "--read", metavar="BOOK", help="read this workbook, and write what it says into DIR"
    )
    command.add_argument(
        "--articles",
        metavar="FOLDER",
        help="show the paragraphs beside the ledger; the folder articles in DIR if left out",
    )
    command.add_argument("--force", action="store_true", help="replace a workbook that is there")
    command.add_argument(
        "--removing",
        action="store_true",
        help="with --read: let records go that are no longer in the workbook",
    )
    add_names(command)


def _add_compare(commands: Commands) -> None:
    command = new_command(
        commands,
        "compare",
        "say how far two codings of the same articles agree",
        "compare coded-by-anna coded-by-ben -o differences.xlsx",
    )
    command.add_argument("one", metavar="ONE", help="the folder of the first coding")
    command.add_argument("other", metavar="OTHER", help="the folder of the second coding")
    command.add_argument("--table", choices=_CODED, help="compare the records of this table only")
    command.add_argument(
        "-o", "--output", metavar="BOOK", help="write the differences to settle into this workbook"
    )
    command.add_argument("--force", action="store_true", help="replace a workbook that is there")
    add_names(command)


def _add_reread(commands: Commands) -> None:
    command = new_command(
        commands,
        "reread",
        "say where the paragraphs of a changed article are now, and renumber citations",
        "reread my-data gazette.txt --apply",
    )
    command.add_argument("directory", metavar="DIR", help="the folder of the dataset")
    command.add_argument("article", metavar="ARTICLE", help="the article as it is now")
    command.add_argument(
        "--source", metavar="ID", default="", help="of which source, if its file has another name"
    )
    command.add_argument(
        "--apply", action="store_true", help="change the dataset; else only say what would change"
    )
