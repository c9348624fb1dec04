"""The dataset as plain relations, derived from the model and the codebook."""

from kzseparatism.relations.relation import Column, ForeignKey, Relation
from kzseparatism.tidying.collection import Tidy, tidy

__all__ = ["Column", "ForeignKey", "Relation", "Tidy", "tidy"]
