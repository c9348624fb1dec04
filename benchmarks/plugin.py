"""What ``import hypothesis`` costs with our entry point, and without.

Run: python benchmarks/plugin.py. Each is timed inside a fresh interpreter, in turns; every figure
is the best of several. Without any plugin, hypothesis doesn't look for one; beside that stands the
same look without our entry point, so that the difference is what this package alone adds.
"""

from __future__ import annotations

import os
import subprocess
import sys

REPEATS = 25
TIMED = """
import importlib.metadata, time
start = time.perf_counter()
import hypothesis
print(time.perf_counter() - start)
"""
# Hypothesis asks for the entry points of its group; ours is left out of the answer.
WITHOUT_OURS = """
import importlib.metadata
every = importlib.metadata.entry_points
def others(**asked):
    return [entry for entry in every(**asked) if entry.name != "kzseparatism"]
importlib.metadata.entry_points = others
"""
WITH_OURS = WITHOUT_OURS.replace('!= "kzseparatism"', '!= ""')
CASES = {
    "no plugins at all": (TIMED, {"HYPOTHESIS_NO_PLUGINS": "1"}),
    "plugins but ours": (WITHOUT_OURS + TIMED, {}),
    "with our entry point (aim: at most 5 ms more)": (WITH_OURS + TIMED, {}),
    "and with our records loaded": ("import kzseparatism.model" + WITH_OURS + TIMED, {}),
}


def seconds(code: str, environment: dict[str, str]) -> float:
    """Return how long ``import hypothesis`` takes in a fresh interpreter."""
    result = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )
    return float(result.stdout)


def main() -> None:
    """Print each case as a ratio to the import without our entry point, and in milliseconds."""
    best = dict.fromkeys(CASES, float("inf"))
    # In turns, so that a busy moment of the machine hits every case alike.
    for _ in range(REPEATS):
        for name, case in CASES.items():
            best[name] = min(best[name], seconds(*case))
    without = best["plugins but ours"]
    for name, time in best.items():
        print(f"{time / without:6.3f}  {time * 1000:7.1f} ms  {name}")


if __name__ == "__main__":
    main()
