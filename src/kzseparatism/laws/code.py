"""Values as the Python code that makes them, so that a report can be asked again."""

from __future__ import annotations

import ast
import re
import sys
import sysconfig
import traceback
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dateutil.relativedelta import relativedelta

from kzseparatism import vocab
from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import shortened
from kzseparatism.laws import records
from kzseparatism.model import Region
from kzseparatism.model.fields import is_identified

# An answer with more records than this is not from what was given.
_MOST_SHOWN = 6
_VOCABULARIES = (vocab.SiteRelation, vocab.StageKind)
# What a report's code may need, by the module that has it.
_NAMES: dict[str, dict[str, Any]] = {
    "datetime": {
        "UTC": UTC, "date": date, "datetime": datetime, "timedelta": timedelta,
        "timezone": timezone,
    },
    "dateutil.relativedelta": {"relativedelta": relativedelta},
    "kzseparatism": {"FuzzyDate": FuzzyDate, **{kind.__name__: kind for kind in _VOCABULARIES}},
    "kzseparatism.laws.records": {
        name: getattr(records, name)
        for name in ("actor", "case", "event", "region", "site", "stage", "statement")
    },
}  # fmt: skip
NAMESPACE: Mapping[str, Any] = {
    name: value for values in _NAMES.values() for name, value in values.items()
}
_FOREIGN = (Path(__file__).parents[1], *map(Path, map(sysconfig.get_path, ("stdlib", "purelib"))))


class Once:
    """Records that can be gone through once, as a generator's can."""

    def __init__(self, items: Iterable[Any]) -> None:
        self.items: tuple[Any, ...] = tuple(items)
        self._rest = iter(self.items)

    def __iter__(self) -> Iterator[Any]:
        return self._rest


def as_code(value: Any, names: Mapping[int, str] = MappingProxyType({})) -> str:
    """Return the code of a value; ``names`` are the variables that hold some, by ``id()``.

    Any other record is the variable that is called by its id.
    """
    if id(value) in names:
        return names[id(value)]
    if is_identified(value):
        return f"region({value.id!r})" if isinstance(value, Region) else value.id
    if isinstance(value, list | tuple):
        return f"[{', '.join(as_code(item, names) for item in value)}]"
    if isinstance(value, Once):
        return f"iter({as_code(value.items, names)})"
    if isinstance(value, vocab.Vocabulary):
        return f"{type(value).__name__}.{value.name}"
    return repr(value).replace("datetime.", "")


def as_answer(value: Any) -> str:
    """Return what came back, in a line: records as their ids, and what is long cut short."""
    if is_identified(value):
        return value.id
    if isinstance(value, list | tuple) or type(value).__name__ == "Table":
        items = list(value)
        if all(map(is_identified, items)):
            ids = [item.id for item in items[:_MOST_SHOWN]]
            more = [f"and {len(items) - _MOST_SHOWN} more"] if len(items) > _MOST_SHOWN else []
            return f"[{', '.join(ids + more)}]"
    # Where an object is in memory says nothing, and is another place each time.
    return re.sub(r" at 0x[0-9a-f]+", "", shortened(value))


def as_line(error: BaseException) -> str:
    """Return an error in a line: its name, its words, and the place in the caller's own code."""
    words = shortened(" ".join(str(error).split()))[1:-1]
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not _is_foreign(frame.filename)]
    place = f" ({Path(own[-1].filename).name}, line {own[-1].lineno})" if own else ""
    return f"{type(error).__name__}: {words}{place}"


def _is_foreign(file: str) -> bool:
    """Return whether a file is the library's, an installed package's, or Python's own."""
    return file == "<string>" or any(Path(file).is_relative_to(folder) for folder in _FOREIGN)


def import_of(function: Any, name: str) -> str:
    """Return the line that imports a function under a name, or "" for what can't be imported."""
    module = getattr(function, "__module__", None)
    own = getattr(function, "__qualname__", "")
    if module in (None, "__main__") or getattr(sys.modules.get(module), own, None) is None:
        return ""
    return f"from {module} import {own}" + (f" as {name}" if own != name else "")


def imports_of(code: str) -> tuple[str, ...]:
    """Return the lines that import what code uses."""
    used = {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
    wanted = {module: sorted(used & names.keys()) for module, names in _NAMES.items()}
    return tuple(
        f"from {module} import {', '.join(names)}" for module, names in wanted.items() if names
    )
