"""The subcommands that watch over a dataset or hand it on: check, format, verify, export."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import attrs

from kzseparatism.cli.session import Session
from kzseparatism.dataset import Dataset
from kzseparatism.errors import DataErrors
from kzseparatism.evidence import verify as verify_documents
from kzseparatism.integrity import check as check_dataset
from kzseparatism.reading.directories import canonical_files, load, read
from kzseparatism.reading.files import problem_of_folder
from kzseparatism.workshop.to_do import to_do


def check(arguments: Namespace) -> int:
    """Apply every rule to a dataset; print each problem on a line."""
    if arguments.directory is None:
        return _report([str(problem) for problem in check_dataset(load())])
    try:
        dataset = read(arguments.directory)
    except DataErrors as errors:
        if problem_of_folder(str(arguments.directory)):
            raise
        return _report([str(error) for error in errors.problems])
    finished = arguments.finished or dataset.about.finished
    held = attrs.evolve(dataset, about=attrs.evolve(dataset.about, finished=finished))
    problems = [str(problem) for problem in check_dataset(held)]
    # What is open in a finished dataset is among the problems already.
    left = () if finished else to_do(dataset)
    for one in left:
        print(f"to do: {one}")
    code = _report([*problems, *_not_canonical(dataset, Path(arguments.directory))])
    if left:
        print(f"{len(left)} to do; the dataset is not marked as finished")
    elif not finished:
        print("nothing is to do: the dataset can be marked as finished")
    return code


def _report(problems: list[str]) -> int:
    for problem in problems:
        print(problem)
    count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
    print(count if problems else "no problems: every rule holds")
    return 1 if problems else 0


def _not_canonical(dataset: Dataset, directory: Path) -> Iterator[str]:
    for name, _ in _changed_files(dataset, directory):
        yield f"{name}: $: is not in canonical form; run 'kzseparatism format {directory}'"


def _changed_files(dataset: Dataset, directory: Path) -> Iterator[tuple[Path, str]]:
    for name, text in canonical_files(dataset):
        path = directory / name
        # A dataset that leaves the regions out uses the shipped ones, and need not have them.
        if path.exists() and path.read_bytes() != text.encode():
            yield path, text


def format_files(arguments: Namespace) -> int:
    """Write the files of a dataset in canonical form, or say which would change."""
    directory = Path(arguments.directory)
    try:
        dataset = read(directory)
    except DataErrors as errors:
        if problem_of_folder(str(arguments.directory)):
            raise
        return _report([str(error) for error in errors.problems])
    changed = list(_changed_files(dataset, directory))
    for path, text in changed:
        if not arguments.check:
            path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{'would rewrite' if arguments.check else 'rewrote'} {path}")
    if not changed:
        print("every file is in canonical form")
    return 1 if changed and arguments.check else 0


def export_file(arguments: Namespace) -> int:
    """Write a dataset as a file for other programs, and say where it is."""
    # Formats bring modules that no other subcommand needs.
    from kzseparatism.exporting import export  # noqa: PLC0415

    dataset = load() if arguments.data is None else read(arguments.data)
    path = export(
        dataset, arguments.target, arguments.form, names=arguments.names, force=arguments.force
    )
    print(f"wrote {path} ({path.stat().st_size // 1000} kB)")
    return 0


def verify(session: Session, arguments: Namespace) -> int:
    """Compare a dataset with the documents in a folder."""
    verification = verify_documents(arguments.directory, session.dataset)
    print(verification.report())
    return 0 if verification.complete else 1
