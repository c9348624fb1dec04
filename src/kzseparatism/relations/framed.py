"""What can be turned into a data frame: a relation, and a table of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from kzseparatism.relations.relation import Relation


class Framed:
    """Gives the data frames of the relation that a subclass is, or makes of itself."""

    __slots__ = ()
    # The column that is the index of a pandas frame; none where no row has a name.
    _index: ClassVar[str | None] = None

    def _relation(self) -> Relation:
        raise NotImplementedError

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a pandas DataFrame, with one type for each column.

        Days are ``datetime64[s]``, words of a vocabulary are categories in its order, whole numbers
        that may be missing are ``Int64``, lists are objects. An empty one has the same types. The
        frame of a ``Table`` is indexed by id. Needs pandas, else it is a ``MissingExtraError``.
        """
        from kzseparatism.relations.dataframes import to_pandas  # noqa: PLC0415 - an extra

        frame = to_pandas(self._relation())
        return frame if self._index is None else frame.set_index(self._index)

    def to_polars(self) -> pl.DataFrame:
        """Return the rows as a Polars DataFrame; words are an ``Enum``, days are ``Date``.

        Needs Polars, else it is a ``MissingExtraError``.
        """
        from kzseparatism.relations.dataframes import to_polars  # noqa: PLC0415 - an extra

        return to_polars(self._relation())

    def to_arrow(self) -> Any:
        """Return the rows as a ``pyarrow.Table``; words are dictionary-encoded, days ``date32``.

        Needs pyarrow, else it is a ``MissingExtraError``.
        """
        from kzseparatism.relations.dataframes import to_arrow  # noqa: PLC0415 - an extra

        return to_arrow(self._relation())

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Hand the rows to whatever takes Arrow: DuckDB, ``pyarrow.table``, ``from_arrow``."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    if not TYPE_CHECKING:  # for type checkers, an unknown attribute is an error as ever

        def __getattr__(self, name: str) -> Any:
            # ``pandas.DataFrame(table)`` takes a sequence of what it does not know for an array,
            # whatever else the sequence offers, and this is what it asks of one.
            hint = "; for a data frame write .to_pandas()" if name == "ndim" else ""
            message = f"{type(self).__name__!r} object has no attribute {name!r}{hint}"
            raise AttributeError(message)
