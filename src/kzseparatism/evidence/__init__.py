"""Whether the dataset tells the truth about the documents."""

from kzseparatism.evidence.text import digest, normalised, opening, paragraphs
from kzseparatism.evidence.verification import Verification, verify

__all__ = ["Verification", "digest", "normalised", "opening", "paragraphs", "verify"]
