"""The coursework kit as a file: the exercises, and neither answers nor notes for teachers."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAME = "coursework.zip"
TOLD = "the exercises of the coursework, without the answers"
_KEPT_BACK = ("answers", "teacher.md", "__pycache__", "exercises.md")
# The same folder makes the same file, whenever it is packed.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def kit(coursework: Path) -> bytes:
    """Return the zip file of a folder of exercises."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in sorted(coursework.rglob("*")):
            name = path.relative_to(coursework)
            if path.is_file() and not set(name.parts) & set(_KEPT_BACK):
                entry = ZipInfo(f"coursework/{name.as_posix()}", _EPOCH)
                entry.external_attr = 0o644 << 16
                entry.compress_type = ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return packed.getvalue()
