"""How a record looks where a notebook or a failing property test prints it."""

from __future__ import annotations

from typing import Any

import attrs

from kzseparatism.model.fields import shown_by_id


class Shown:
    """Prints what is told, a field to a line, with links as ids; what is left at default is not.

    The protocol is IPython's, and hypothesis follows it; either passes its printer.
    """

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - theirs
        name = type(self).__name__
        with printer.group(4, f"{name}(", ")"):
            for field in attrs.fields(type(self)):  # type: ignore[arg-type] # mixed into records
                value = getattr(self, field.name)
                if value != field.default:
                    printer.break_()
                    printer.text(f"{field.name}={shown_by_id(value)},")
