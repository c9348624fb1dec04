"""What every format is made of."""

from __future__ import annotations

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.tidying import Tidy, tidy


@attrs.frozen(kw_only=True)
class Material:
    """A dataset with the names as they may be shown, and its relations.

    ``name`` is the name of the file without its ending, for formats that say it inside.
    """

    dataset: Dataset
    relations: Tidy
    name: str

    @classmethod
    def of(cls, dataset: Dataset, *, name: str, names: bool) -> Material:
        """Return the material of a dataset; private persons by pseudonym unless ``names``."""
        shown = dataset if names else dataset.pseudonymised()
        return cls(dataset=shown, relations=tidy(shown), name=name)
