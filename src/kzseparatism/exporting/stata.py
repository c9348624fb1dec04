"""Files for Stata (.dta), one for each relation, in a zip."""

from __future__ import annotations

import re
from functools import partial

from kzseparatism._optional import optional
from kzseparatism.exporting.material import Material
from kzseparatism.exporting.statistics import archive_of

# Stata has room for so many bytes of a label.
_LONGEST = 80
_STAMP = re.compile(rb"(<timestamp>\x11).{17}(</timestamp>)", re.DOTALL)


def content(material: Material) -> bytes:
    """Return a zip with a file for each relation, without the time at which it was written."""
    pyreadstat = optional("pyreadstat", extra="statistics")
    # The form of Stata 14, which every edition since then reads.
    write = partial(pyreadstat.write_dta, version=14)
    return archive_of(material, "dta", write, _LONGEST, _timeless)


def _timeless(file: bytes) -> bytes:
    return _STAMP.sub(rb"\g<1>01 Jan 2000 00:00\g<2>", file, count=1)
