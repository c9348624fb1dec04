"""The page as text: a template filled with style, scripts and data, and a policy for them.

Every text of the data is escaped where it is put in; nothing is left to the templates.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kzseparatism.dataset import Dataset
from kzseparatism.exploring.content import content
from kzseparatism.exploring.introduction import introduction
from kzseparatism.exploring.plain_tables import plain_tables

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SLOT = re.compile(r"\{\{(\w+)\}\}")
# In a script these signs could end it, or begin a comment; as escapes they mean the same in JSON.
_IN_SCRIPTS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def document(dataset: Dataset, *, names: bool = False) -> str:
    """Return a dataset as one HTML page; private persons by pseudonym unless ``names`` is true."""
    shown = dataset if names else dataset.pseudonymised()
    style, script = _without_comments(_text("style.css")), "".join(_scripts())
    slots = {
        "title": escape(shown.about.title),
        "policy": _policy(style, script),
        "style": style,
        "introduction": introduction(shown, names=names),
        "tables": plain_tables(shown),
        "data": _json(content(shown, names=names)),
        "script": script,
    }
    # One pass, so that a text of the data that looks like a slot stays a text.
    return _SLOT.sub(lambda slot: slots[slot[1]], _text("page.html"))


def _policy(style: str, script: str) -> str:
    """Return the policy of the page: no request at all, and no style or script but its own."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_IN_SCRIPTS)


def _scripts() -> Iterator[str]:
    """Yield the scripts in one function, in the order of their names."""
    yield '(() => {\n"use strict";\n'
    for name in sorted(path.name for path in (_folder() / "script").iterdir()):
        if name.endswith(".js"):
            yield _without_comments(_text(f"script/{name}"))
    yield "})();\n"


def _without_comments(text: str) -> str:
    """Return a text without indents, empty lines and lines of comment, which nobody has to load."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*")))


def _text(name: str) -> str:
    return (_folder() / name).read_text(encoding="utf-8")


def _folder() -> Traversable:
    return files("kzseparatism.exploring") / "page"
