"""The door between hypothesis and the records: ``st.from_type`` knows them from either side.

Hypothesis calls ``register`` whenever it is imported, and nothing that goes wrong here may break
that import. So this module imports nothing but the standard library, nothing is loaded that is
not loaded already, and what it registers are functions that load the strategies when asked.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from operator import attrgetter
from typing import Any, TypeVar, get_args

_PACKAGE = "kzseparatism"
# Which strategy makes values of a type, by the module that the type is in.
# fmt: off
STRATEGIES = {
    "dates": {"FuzzyDate": "fuzzy_dates", "Term": "terms", "Window": "dates.exact_windows"},
    "model": {
        "Actor": "actors", "Case": "cases", "Charge": "charges", "Citation": "citations",
        "Discrepancy": "discrepancies", "Event": "events", "LedgerRow": "ledger_rows",
        "Place": "places", "Provision": "provisions", "Region": "regions",
        "RegionName": "region_names", "Role": "roles", "Sentence": "sentences", "Site": "sites",
        "Source": "sources", "Stage": "stages", "Statement": "statements",
    },
    "table": {"Table": "tables"},
    "dataset": {"Dataset": "datasets"},
}
# fmt: on
_registered: set[str] = set()


def register() -> None:
    """Tell hypothesis how to make values of the types that are loaded; never fail.

    Called by hypothesis when it is imported, and by this package whenever it has loaded a public
    name: whichever comes last finds the other there.
    """
    with suppress(Exception):
        hypothesis = sys.modules.get("hypothesis")
        strategies = getattr(hypothesis, "strategies", None)
        if strategies is not None and len(_registered) < len(STRATEGIES):
            for module, makers in STRATEGIES.items():
                loaded = sys.modules.get(f"{_PACKAGE}.{module}")
                if loaded is not None and module not in _registered:
                    for name, maker in makers.items():
                        strategies.register_type_strategy(getattr(loaded, name), _making(maker))
                    _registered.add(module)


def _making(maker: str) -> Any:
    """Return a function that makes the strategy of this name when hypothesis asks for it."""

    def make(kind: Any) -> Any:
        strategy = attrgetter(maker)(import_module(f"{_PACKAGE}.strategies"))
        of = [one for one in get_args(kind) if not isinstance(one, TypeVar)]
        if not of:
            return strategy()
        # A table of some type: its records are found as hypothesis finds that type.
        return strategy(records=sys.modules["hypothesis"].strategies.from_type(*of))

    return make
