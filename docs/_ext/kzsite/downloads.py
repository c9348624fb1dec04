"""What can be downloaded from the site: the files, and the page with their sizes and digests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from kzsite.markup import table

FOLDER = "downloads"
_KILO = 1000


def downloads(files: Mapping[str, tuple[bytes, str]]) -> str:
    """Return the table of files, each by its name, with what it is, its size and its digest."""
    rows = [
        [
            f'<a href="{FOLDER}/{name}" download>{name}</a>',
            told,
            _size(len(content)),
            f'<code class="digest">{hashlib.sha256(content).hexdigest()}</code>',
        ]
        for name, (content, told) in files.items()
    ]
    return table(["file", "what it is", "size", "SHA-256"], rows) + "\n"


def _size(number: int) -> str:
    """Return a number of bytes as a person reads it."""
    if number < _KILO:
        return f"{number} bytes"
    kilo = number / _KILO
    return f"{kilo:.0f} kB" if kilo < _KILO else f"{kilo / _KILO:.1f} MB"
