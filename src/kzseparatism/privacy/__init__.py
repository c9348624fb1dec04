"""Names of private persons: the view without them, and messages that print none."""

from kzseparatism.privacy.messages import Discretion
from kzseparatism.privacy.pseudonyms import (
    SOMEBODY,
    HiddenNames,
    Pseudonymiser,
    last_words,
    private_names,
    pseudonymised,
)

__all__ = [
    "SOMEBODY",
    "Discretion",
    "HiddenNames",
    "Pseudonymiser",
    "last_words",
    "private_names",
    "pseudonymised",
]
