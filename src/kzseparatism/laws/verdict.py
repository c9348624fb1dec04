"""What a law says of an implementation that breaks it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from kzseparatism.errors import KzSeparatismError
from kzseparatism.laws.code import imports_of

if TYPE_CHECKING:
    from kzseparatism.laws.law import Law


@attrs.frozen
class Step:
    """One thing that was asked, as code, and what came back."""

    code: str
    came_back: str

    def __str__(self) -> str:
        return f"  asked      {self.code}\n  came back  {self.came_back}"


@attrs.frozen
class BrokenLaw:
    """A broken law with the smallest example found: what was given and asked, as Python code.

    ``wanted`` says what the law wants instead of the last thing that came back. ``unsteady``
    means that another answer came back when the same was asked again. ``implementation`` is the
    line that imports what was judged, where it can be imported.
    """

    law: Law
    given: tuple[str, ...]
    asked: tuple[Step, ...]
    wanted: str
    unsteady: bool = False
    implementation: str = ""

    @property
    def imports(self) -> tuple[str, ...]:
        """The lines that import what the code of the report uses."""
        return imports_of("\n".join([*self.given, *(step.code for step in self.asked)]))

    @property
    def code(self) -> str:
        """A script that asks again; the implementation must be there under the query's name."""
        return "\n".join([*self.imports, *self.given, *(step.code for step in self.asked)])

    def __str__(self) -> str:
        lines = [f"{self.law.name}: {self.law.states}"]
        lines += [f"  given      {line}" for line in self.given]
        lines += map(str, self.asked)
        lines.append(f"  the law wants {self.wanted}")
        replay = [self.implementation, *self.imports]
        lines += [f"  to replay  {line}" for line in replay if line]
        if self.unsteady:
            lines.append(
                "  asked again, the answer was another: something besides the question decides"
            )
        return "\n".join(lines)


class BrokenLawError(KzSeparatismError, AssertionError):
    """An implementation breaks laws; ``broken`` has each with its smallest counterexample."""

    def __init__(self, query: str, broken: Iterable[BrokenLaw], judged: int) -> None:
        self.query = query
        self.broken: tuple[BrokenLaw, ...] = tuple(broken)
        self.judged = judged
        super().__init__(query, self.broken, judged)

    def __str__(self) -> str:
        count = f"{len(self.broken)} of {self.judged} laws of {self.query} do not hold"
        return "\n\n".join([count, *map(str, self.broken)])
