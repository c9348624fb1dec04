"""People, bodies, outlets and groups that act, speak, are spoken to or are prosecuted."""

from __future__ import annotations

from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.fields import (
    country,
    dated,
    each,
    flag,
    fuzzy,
    is_a,
    line,
    lines,
    linked_by_id,
    means,
    place_of,
    several,
    text,
)
from kzseparatism.model.place import Place
from kzseparatism.model.record import Part, Record
from kzseparatism.vocab import ActorKind, DateBasis


def _is_actor(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None:
        is_a(Actor)(instance, attribute, value)


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Role(Part):
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
        metadata=means("Whether the document tells of the role as past."),
    )
    date: FuzzyDate | None = attrs.field(
        default=None,
        converter=fuzzy,
        metadata=means("A day on which a document shows the actor in the role."),
    )
    date_text: str = attrs.field(
        default="", validator=text, metadata=means("The words printed for that day.")
    )
    date_basis: DateBasis = attrs.field(
        default=DateBasis.NONE,
        converter=DateBasis,
        validator=dated,
        metadata=means("What that day rests on."),
    )


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Actor(Record):
    """Somebody or something that acts, speaks, is spoken to, publishes or is prosecuted."""

    name: str = attrs.field(validator=line, metadata=means("The fullest form printed."))
    aliases: tuple[str, ...] = attrs.field(
        default=(),
        converter=several,
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
            "Whether it is a named person told of only as accused, convicted or third person, "
            "without an office in a registered body; the name is then kept apart."
        ),
    )
    country: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(country),
        metadata=means("ISO 3166-1 alpha-2 code of office, seat or residence, as printed."),
    )
    roles: tuple[Role, ...] = attrs.field(
        default=(),
        converter=several,
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
            remedy = "fits a named person only; there is nothing to hide here"
            raise InvalidValueError(place_of(self, attribute), value, remedy)
