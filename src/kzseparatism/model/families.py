"""The families that records belong to: what stands in a table, and what is part of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kzseparatism import _views
from kzseparatism.model.fields import repr_by_id
from kzseparatism.model.frozen import Frozen


class Printable(Frozen):
    """Prints its fields one to a line with links as ids, and leaves out what is at its default.

    The protocol is IPython's, and hypothesis follows it; either passes its printer.
    """

    __slots__ = ()

    # One for all kinds: attrs would compile one for each at every start.
    def __repr__(self) -> str:
        fields = attrs.fields(type(self))  # type: ignore[arg-type] # mixed into records
        shown = (f"{field.name}={repr_by_id(getattr(self, field.name))}" for field in fields)
        return f"{type(self).__name__}({', '.join(shown)})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - theirs
        name = type(self).__name__
        with printer.group(4, f"{name}(", ")"):
            for field in attrs.fields(type(self)):  # type: ignore[arg-type] # mixed into records
                value = getattr(self, field.name)
                if value != field.default:
                    printer.break_()
                    printer.text(f"{field.name}={repr_by_id(value)},")

    def _repr_html_(self) -> str:
        """Return the record, or the part, as HTML for notebooks, private persons by pseudonym."""
        text: str = _views.ask("html", "html_record", self)
        return text


class Entity(Printable):
    """What stands in a table under an id of its own, and what others link to; hashed by its id."""

    __slots__ = ()
    if TYPE_CHECKING:

        @property
        def id(self) -> str:
            """The name by which others refer to it, unique and for life."""

    def __hash__(self) -> int:
        return hash(self.id)

    # The field that says what an entity is called.
    _label_field: ClassVar[str] = "title"

    @property
    def label(self) -> str:
        """What it is called: its name, its title or its summary."""
        text: str = getattr(self, self._label_field)
        return text

    def __str__(self) -> str:
        """Return what the record says, one field a line, private persons by pseudonym."""
        text: str = _views.ask("text", "text_record", self)
        return text


class Part(Printable):
    """What has no id, and belongs to one record: a stage, a role, a name of a region."""

    __slots__ = ()
