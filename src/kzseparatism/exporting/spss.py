"""Files for SPSS (.sav), one for each relation, in a zip."""

from __future__ import annotations

from kzseparatism._optional import optional
from kzseparatism.exporting.material import Material
from kzseparatism.exporting.statistics import archive_of

_LONGEST = 250
# Where the header has the day and the time of writing.
_DAY, _END = 92, 109


def content(material: Material) -> bytes:
    """Return a zip with a file for each relation, without the time at which it was written."""
    pyreadstat = optional("pyreadstat", extra="statistics")
    return archive_of(material, "sav", pyreadstat.write_sav, _LONGEST, _timeless)


def _timeless(file: bytes) -> bytes:
    return file[:_DAY] + b"01 Jan 00" + b"00:00:00" + file[_END:]
