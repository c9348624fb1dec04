"""The dataset as one page that opens from a file, asks no other computer, and can be searched.

What matches is worked out here, in Python; the scripts of the page only compare and show.
"""

from kzseparatism.exploring.writing import explorer

__all__ = ["explorer"]
