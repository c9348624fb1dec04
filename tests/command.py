"""What the tests of the command share."""

from __future__ import annotations

import pytest

import kzseparatism as kz


def pseudonymise_once(patch: pytest.MonkeyPatch) -> None:
    """Pseudonymise the shipped dataset once for all calls: it takes most of the time of a call."""
    whole, make = kz.load(), kz.Dataset.pseudonymised
    view = whole.pseudonymised()
    patch.setattr(kz.Dataset, "pseudonymised", lambda one: view if one is whole else make(one))
