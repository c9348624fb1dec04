"""Whether the dataset tells the truth about the documents."""

from kzseparatism.evidence.text import digest as digest, normalised as normalised
from kzseparatism.evidence.verification import Verification, verify

__all__ = ["Verification", "verify"]
