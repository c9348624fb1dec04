"""The extra ``[hypothesis]``, or a word about how to install it."""

from __future__ import annotations

__all__ = ["hypothesis"]

try:
    import hypothesis
except ModuleNotFoundError as _error:
    if _error.name != "hypothesis":
        raise
    _MESSAGE = (
        "this needs the extra kzseparatism[hypothesis]: python -m pip install 'hypothesis>=6.150'"
    )
    raise ModuleNotFoundError(_MESSAGE, name="hypothesis") from None
