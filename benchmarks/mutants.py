"""Read many data directories with faults, and count what came of them.

    python benchmarks/mutants.py 100000 [FIRST]

Each mutant is a number, so that what was found can be tried again: ``FIRST`` is the first one.
Nineteen in twenty are made of the miniature dataset of the tests, the others of the shipped data.
Exit code 1 says that a mutant crashed the reader, printed a private name, or took too long.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import kzseparatism as kz
import miniature
from kzseparatism.reading.directories import write
from spoilt import Ground

_MOST_SECONDS = 10


def main() -> int:
    """Run the mutants that the command line asks for."""
    number, first = (*map(int, sys.argv[1:]), 0)[:2] if sys.argv[1:] else (1_000, 0)
    counts: Counter[str] = Counter()
    slowest = (0.0, -1)
    with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
        write(kz.load(), large)
        grounds = [Ground(miniature.write(Path(small))), Ground(Path(large))]
        for seed in range(first, first + number):
            outcome = grounds[seed % 20 == 5].outcome(seed)
            counts[outcome.kind] += 1
            slowest = max(slowest, (outcome.seconds, seed))
            if outcome.is_fault:
                print(f"mutant {seed}: {outcome.kind}: {outcome.text}", flush=True)
    kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
    print(f"{number} mutants from {first}: {kinds}; slowest {slowest[0]:.2f} s ({slowest[1]})")
    return int(set(counts) - {"read", "errors"} != set() or slowest[0] > _MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
