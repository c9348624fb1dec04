"""People, bodies, outlets and groups that act, speak, are spoken to or are prosecuted."""

from __future__ import annotations

from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.fields import (
    as_date,
    as_parts,
    as_tuple,
    country,
    each,
    flag,
    is_a,
    line,
    lines,
    location,
    means,
    record_fields,
)
from kzseparatism.model.place import Place
from kzseparatism.model.record import DatedPart, Record
from kzseparatism.vocab import ActorKind


def _is_actor(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None:
        is_a(Actor)(instance, attribute, value)


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Role(DatedPart):
    """A post, membership or rank that a document gives an actor."""

    title: str = attrs.field(
        validator=line, metadata=means("The role as reported, without ideological labels.")
    )
    organisation: Actor | None = attrs.field(
        default=None, validator=_is_actor, metadata=means("The body in which the role is held.")
    )
    place: Place | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(is_a(Place)),
        metadata=means("The place for which, or at which, the role is held."),
    )
    former: bool = attrs.field(
        default=False,
        validator=flag,
        metadata=means("Whether the document reports the role as past."),
    )
    date: FuzzyDate | None = attrs.field(
        default=None,
        converter=as_date,
        metadata=means("A day on which a document shows the actor in the role."),
    )


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Actor(Record):
    """Somebody or something that acts, speaks, is spoken to, publishes or is prosecuted."""

    _label_field = "name"

    name: str = attrs.field(validator=line, metadata=means("The fullest form printed."))
    aliases: tuple[str, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=lines,
        metadata=means("Every other spelling that occurs in the documents."),
    )
    kind: ActorKind = attrs.field(converter=ActorKind, metadata=means("What sort of actor it is."))
    named: bool = attrs.field(
        default=True, validator=flag, metadata=means("Whether a document gives a name.")
    )
    private: bool = attrs.field(
        default=False,
        metadata=means(
            "Whether it is a named person known only as accused, convicted or third person; the "
            "name is then kept in a file of its own."
        ),
    )
    country: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(country),
        metadata=means("ISO 3166-1 alpha-2 code of office, seat or residence, as printed."),
    )
    roles: tuple[Role, ...] = attrs.field(
        default=(),
        converter=as_parts,
        validator=each(Role),
        metadata=means("The posts and memberships that the documents give it."),
    )

    @private.validator
    def _only_named_people_are_private(
        self,
        attribute: attrs.Attribute[bool],
        value: bool,  # noqa: FBT001 - attrs calls it
    ) -> None:
        flag(self, attribute, value)
        if value and not (self.named and self.kind is ActorKind.PERSON):
            complaint = "fits a named person only"
            remedy = "there is nothing to hide here"
            raise InvalidValueError(location(self, attribute), value, complaint, remedy)

    @property
    def pseudonym(self) -> str:
        """What is shown instead of a private person's name: the neutral id in brackets."""
        return f"[{self.id}]"

    @property
    def public_name(self) -> str:
        """The name, or the pseudonym of a private person."""
        return self.pseudonym if self.private else self.name
