"""Data directories with faults, made at random: what the library makes of each, and what it says.

``Ground`` is a folder with a valid dataset; ``outcome`` spoils a few of its files, reads the
folder, and puts the files right again. One number makes one mutant, always the same.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import kzseparatism as kz
from kzseparatism.cli.main import main
from kzseparatism.integrity import check

_ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1251", "cp1252", "koi8-r", "utf-7")
_WORDS = (
    *("", " ", "x", "none", "2023-13", "2023-05?", "[..]", "[2024..2023]", "P1Y", "P-1Y", "KZ"),
    *("made-up-gazette#0", "made-up-gazette#99999999999", "a#b#c", "#", "<script>", "=1+1", "\\"),
    *("\u202ereversed", "\x1b[31m", "\u0000", "\ud800", "e\u0301", "İı", "\n", "nemo-nobody"),
)


class Ground:
    """A folder with a valid dataset, to be spoilt and put right again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        self.content = {name: json.loads(text) for name, text in self.files.items()}
        self.names = list(_texts(self.content["private_names.json"]))
        self.ids = [text for text in _texts(self.content) if len(text) < 30 and "-" in text]

    def outcome(self, seed: int) -> Outcome:
        """Return what came of one mutant."""
        spoilt = dict(_spoilt(self, random.Random(seed)))  # noqa: S311 - no secret
        try:
            for name, content in spoilt.items():
                self._put(name, content)
            return self._read(spoilt, with_command=seed % 10 == 0)
        finally:
            for name in spoilt:
                path = self.folder / name
                if path.is_dir():
                    path.rmdir()
                path.write_bytes(self.files[name])

    def _put(self, name: str, content: bytes | None) -> None:
        path = self.folder / name
        if content is None or content == b"/":
            path.unlink()
            if content is not None:
                path.mkdir()
        else:
            path.write_bytes(content)

    def _read(self, spoilt: dict[str, bytes | None], *, with_command: bool) -> Outcome:
        start = time.process_time()
        said: list[str] = []
        kind = "read"
        try:
            dataset = kz.read(self.folder)
            said += [text for problem in check(dataset) for text in (str(problem), repr(problem))]
            dataset.pseudonymised()
        except kz.DataErrors as errors:
            kind = "errors"
            said += [str(errors), repr(errors), *traceback.format_exception(errors)]
            said += [text for one in errors.problems for text in (str(one), repr(one))]
        except Exception:  # noqa: BLE001 - that is what is looked for
            return Outcome("crash", traceback.format_exc(), time.process_time() - start)
        if with_command:
            said.append(_printed("check", str(self.folder)))
            said.append(_printed("actors", "--data", str(self.folder)))
        seconds = time.process_time() - start
        text = "\n".join(said).casefold()
        for name in self._still_private(spoilt):
            if name.casefold() in text:
                line = next(line for line in said if name.casefold() in line.casefold())
                # Where the name is a real one, what is printed here must not have it either.
                at = line.casefold().index(name.casefold())
                return Outcome("name", f"{line[max(0, at - 300) : at]}<the name>", seconds)
        if len(max(said, default="", key=len)) > 2_000_000:
            return Outcome("long", max(said, key=len)[:2_000], seconds)
        return Outcome(kind, "", seconds)

    def _still_private(self, spoilt: dict[str, bytes | None]) -> Iterator[str]:
        """Yield the names that the file of private names still has, and their last words."""
        content = spoilt.get("private_names.json", self.files["private_names.json"]) or b""
        text = content.decode("utf-8", errors="ignore")
        actors = spoilt.get("actors.json", self.files["actors.json"]) or b""
        public = actors.decode("utf-8", errors="ignore").casefold()
        for name in self.names:
            if json.dumps(name, ensure_ascii=False) in text:
                yield name
                last = name.split()[-1]
                if len(last) > 4 and last.casefold() not in public:
                    yield last


class Outcome:
    """What came of a mutant: *read*, *errors*, or a fault of ours: *crash*, *name*, *long*."""

    def __init__(self, kind: str, text: str, seconds: float) -> None:
        self.kind = kind
        self.text = text
        self.seconds = seconds

    @property
    def is_fault(self) -> bool:
        """Whether the library did what it never may do."""
        return self.kind not in ("read", "errors")


def _printed(*arguments: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        main(arguments)
    return out.getvalue()


def _spoilt(ground: Ground, chance: random.Random) -> Iterator[tuple[str, bytes | None]]:
    for name in chance.sample(sorted(ground.files), chance.choice((1, 1, 1, 2, 3))):
        content = json.loads(ground.files[name])
        for _ in range(chance.choice((1, 1, 2, 5))):
            content = _changed(content, ground, chance)
        if chance.random() < 0.8:
            text = json.dumps(content, ensure_ascii=chance.random() < 0.1)
            yield name, text.encode("utf-8", errors="surrogatepass")
        else:
            yield name, chance.choice(_BYTES)(ground.files[name], chance)


def _changed(content: Any, ground: Ground, chance: random.Random) -> Any:
    """Return JSON content with one change somewhere inside."""
    way = _way_to_somewhere(content, chance)
    if not way:
        return _value(ground, chance)
    *to, last = way
    inner = content
    for step in to:
        inner = inner[step]
    change = chance.random()
    if change < 0.45:
        inner[last] = _value(ground, chance)
    elif change < 0.6:
        del inner[last]
    elif isinstance(inner, list):
        inner.insert(chance.randrange(len(inner) + 1), chance.choice((inner[last], {}, None)))
    elif change < 0.8:
        inner[str(_key(ground, chance))] = inner.pop(last)
    else:
        inner[str(_key(ground, chance))] = _value(ground, chance)
    return content


def _way_to_somewhere(content: Any, chance: random.Random) -> list[Any]:
    way: list[Any] = []
    while isinstance(content, dict | list) and content and (not way or chance.random() < 0.85):
        steps = list(content) if isinstance(content, dict) else range(len(content))
        way.append(chance.choice(steps))
        content = content[way[-1]]
    return way


def _key(ground: Ground, chance: random.Random) -> Any:
    keys = ("id", "name", "aliases", "private", "citations", "date", "note", "[" * 1_000)
    return chance.choice((*keys, _value(ground, chance)))


def _value(ground: Ground, chance: random.Random) -> Any:
    name = chance.choice(ground.names or [""])
    kinds: tuple[Callable[[], Any], ...] = (
        lambda: chance.choice((None, True, False, 0, 1, -1, 1.5, 10**30, 1e308)),
        lambda: chance.choice(_WORDS),
        lambda: chance.choice(ground.ids),
        lambda: [chance.choice(ground.ids) for _ in range(chance.randrange(4))],
        lambda: chance.choice(([], {}, [[]], {"id": {}}, [None], [{}], [[[[["x"]]]]])),
        lambda: (
            chance.choice(("x", "[", "é", "a b ", "\u0301")) * chance.choice((10, 1_000, 50_000))
        ),
        lambda: name,
        lambda: chance.choice((name.upper(), name.split()[-1], [name], {name: name}, f"x {name}.")),
        lambda: f"{'y ' * chance.randrange(200)}{name}{' z' * chance.randrange(200)}",
        lambda: name.casefold().replace(" ", chance.choice("-_#")),
        lambda: _nested(chance.choice((5, 50, 400))),
    )
    return chance.choice(kinds)()


def _nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _with_other_bytes(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 9)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _encoded(content: bytes, chance: random.Random) -> bytes:
    return content.decode().encode(chance.choice(_ENCODINGS), errors="replace")


def _twice_in_a_row(content: bytes, chance: random.Random) -> bytes:
    text = content.decode()
    at = chance.randrange(len(text) + 1)
    return (text[:at] + text[max(0, at - 30) :]).encode()


def _deep(content: bytes, chance: random.Random) -> bytes:
    bracket = chance.choice((b"[", b'{"a":'))
    return bracket * chance.choice((900, 100_000)) + content


def _large(content: bytes, chance: random.Random) -> bytes:
    return chance.choice((b"9" * 5_000, b'"' + b"x" * 300_000 + b'"', content + b" " * 300_000))


_BYTES: tuple[Callable[[bytes, random.Random], bytes | None], ...] = (
    *(_cut, _with_other_bytes, _encoded, _twice_in_a_row, _deep, _large),
    lambda _content, _chance: None,
    lambda _content, _chance: b"",
    lambda _content, _chance: b"/",
    lambda _content, _chance: b"NaN",
)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
