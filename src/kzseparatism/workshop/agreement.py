"""How far two codings agree on one variable: percentage, and Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from kzseparatism._optional import optional


@attrs.frozen(kw_only=True, order=False)
class Agreement:
    """How far two codings agree, and what the figures rest on.

    ``units`` are the units that both codings have, ``same`` those on which they say the same.
    ``values`` are the different values that either uses; ``commonest`` is the one that is used
    most, and ``share`` how often, from 0 to 1: where nearly all is one value, a high percentage
    says little. ``alpha`` is Krippendorff's alpha for nominal data: 1 for full agreement, 0 for
    what chance would give. It is None where there is one value only, or no unit.
    """

    units: int
    same: int
    values: int
    commonest: str
    share: float
    alpha: float | None

    @property
    def percentage(self) -> float:
        """The units on which the codings say the same, of a hundred; 0 where there is no unit."""
        return 100 * self.same / self.units if self.units else 0.0


def agreement(pairs: Iterable[tuple[str, str]]) -> Agreement:
    """Return how far two codings agree that say these pairs of values, one pair a unit.

    Needs the extra ``workshop``; without it this is a ``MissingExtraError``.
    """
    listed = list(pairs)
    counts = Counter(value for pair in listed for value in pair)
    commonest, number = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return Agreement(
        units=len(listed),
        same=sum(one == other for one, other in listed),
        values=len(counts),
        commonest=commonest,
        share=number / (2 * len(listed)) if listed else 0.0,
        alpha=_alpha(listed, sorted(counts)) if len(counts) > 1 else None,
    )


def _alpha(pairs: list[tuple[str, str]], values: list[str]) -> float:
    number = {value: index for index, value in enumerate(values)}
    coded = [[number[pair[coder]] for pair in pairs] for coder in (0, 1)]
    krippendorff = optional("krippendorff", extra="workshop")
    return float(krippendorff.alpha(coded, level_of_measurement="nominal"))
