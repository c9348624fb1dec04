"""Where in JSON text something stands, which parsed JSON has forgotten."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from json import JSONDecoder
from typing import TypeAlias

from kzseparatism.errors import shortened

# The way into a JSON value: keys and indexes.
Steps: TypeAlias = Sequence[int | str]

_STRING = r'"(?:[^"\\]|\\.)*"'
# An index, a key that a table does not have (in quotes, as anything may stand there), a field.
_STEP = re.compile(rf"\[(\d+)\]|\[({_STRING})\]|\.(\w+)")
_SIGN = re.compile(rf"({_STRING})|[{{}}\[\]]|NaN|-?Infinity")
_COLON = re.compile(r"[ \t\n\r]*:")
_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = JSONDecoder()


def unknown_step(key: str) -> str:
    """Return the step of a path to a key that no field has.

    >>> unknown_step("titel")
    '["titel"]'
    """
    return f"[{json.dumps(key, ensure_ascii=False)}]"


def steps_of(path: str) -> Steps:
    """Return the steps of a path.

    >>> steps_of('$[12].stages[0]["titel"]')
    [12, 'stages', 0, 'titel']
    """
    return [
        int(index) if index else json.loads(key) if key else field
        for index, key, field in _STEP.findall(path)
    ]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of a character of a text, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def start(text: str) -> int:
    """Return where the value of a whole text begins."""
    return _after_space(text, 0)


def elements(text: str, offset: int) -> list[int]:
    """Return where each element of the list at ``offset`` begins; none if it is no list."""
    found: list[int] = []
    if text[offset] != "[":
        return found
    offset = _after_space(text, offset + 1)
    while text[offset] != "]":
        found.append(offset)
        offset = _next(text, offset)
    return found


def descend(text: str, offset: int, steps: Steps) -> int:
    """Return where the value at the end of some steps is, or the last that is there."""
    for step in steps:
        inner = _member(text, offset, step) if isinstance(step, str) else None
        if isinstance(step, int):
            found = elements(text, offset)
            inner = found[step] if step < len(found) else None
        if inner is None:
            break
        offset = inner
    return offset


def first_refused(text: str) -> tuple[int, str]:
    """Return where and why JSON text that a decoder takes is refused all the same.

    That is the first key that stands twice in its object, or the first number that is none.
    """
    keys: list[set[str]] = []
    for sign in _SIGN.finditer(text):
        if sign[0] in "{[":
            keys.append(set())
        elif sign[0] in "}]":
            keys.pop()
        elif not sign[1]:
            return sign.start(), f"{sign[0]} is not a JSON value"
        elif _COLON.match(text, sign.end()):
            key = json.loads(sign[1])
            if key in keys[-1]:
                return (
                    sign.start(),
                    f"the key {shortened(key)} stands twice in one object; keep one",
                )
            keys[-1].add(key)
    return 0, "is not JSON"


def _after_space(text: str, offset: int) -> int:
    space = _SPACE.match(text, offset)
    return offset if space is None else space.end()


def _member(text: str, offset: int, name: str) -> int | None:
    if text[offset] != "{":
        return None
    offset = _after_space(text, offset + 1)
    while text[offset] != "}":
        key, end = _DECODER.raw_decode(text, offset)
        value = _after_space(text, _after_space(text, end) + 1)
        if key == name:
            return value
        offset = _next(text, value)
    return None


def _next(text: str, offset: int) -> int:
    """Return where the next element or key begins, or the bracket that ends them."""
    _, end = _DECODER.raw_decode(text, offset)
    end = _after_space(text, end)
    return _after_space(text, end + 1) if text[end] == "," else end
