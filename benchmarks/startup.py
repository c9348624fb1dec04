"""What a fresh process pays: for the import, and for load and two queries.

Run: python benchmarks/startup.py. The yardstick is importing what the library stands on, measured
in the same run; every figure is processor time, net of the bare interpreter, the best of several.
All of it runs from byte code, as what an installer has put in place does.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile

REPEATS = 25
YARDSTICK = "import attrs, cattrs, dateutil.relativedelta, json"
QUESTIONS = (
    "import kzseparatism as kz; kz.load(); "
    "kz.statements_between('2021-09', '2022-08'); kz.cases_by_region('North Kazakhstan')"
)
CASES = {
    "import attrs, cattrs, relativedelta, json (the yardstick)": YARDSTICK,
    "import kzseparatism (aim: at most 0.3)": "import kzseparatism",
    "its dates": "from kzseparatism import FuzzyDate",
    "its records": "import kzseparatism.model",
    "its reader, nothing read": "import kzseparatism.reading",
    "load()": "import kzseparatism as kz; kz.load()",
    "load() and two queries (aim: 1.6)": QUESTIONS,
}


def seconds(code: str, byte_code: str) -> float:
    """Return how much processor time a fresh interpreter takes to run ``code``.

    What it compiles it keeps in the folder ``byte_code``, for the next time.
    """
    settings = {**os.environ, "PYTHONPYCACHEPREFIX": byte_code, "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env=settings)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print each case as a ratio to the yardstick."""
    best = dict.fromkeys(["pass", *CASES.values()], float("inf"))
    with tempfile.TemporaryDirectory() as byte_code:
        # In turns, so that a busy moment of the machine hits every case alike.
        for _ in range(REPEATS):
            for code in best:
                best[code] = min(best[code], seconds(code, byte_code))
    yardstick = best[YARDSTICK] - best["pass"]
    for name, code in CASES.items():
        net = best[code] - best["pass"]
        print(f"{net / yardstick:5.2f}  {net * 1000:6.1f} ms  {name}")


if __name__ == "__main__":
    main()
