"""Where things are: first-level units of countries, today's and former ones, and places."""

from __future__ import annotations

import re

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.fields import (
    LANGUAGE_TAG,
    as_date,
    as_parts,
    as_tuple,
    country,
    each,
    flag,
    identifier,
    language,
    line,
    lines,
    location,
    means,
    not_empty,
    record_fields,
    text,
)
from kzseparatism.model.record import Record
from kzseparatism.vocab import RegionKind

_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def _not_before_start(
    instance: Region | RegionName,
    attribute: attrs.Attribute[FuzzyDate | None],
    value: FuzzyDate | None,
) -> None:
    if value and instance.valid_from and value.precedes(instance.valid_from):
        complaint = f"is before {instance.valid_from}, when it began"
        raise InvalidValueError(location(instance, attribute), str(value), complaint)


def _only_of_former_name(
    instance: RegionName, attribute: attrs.Attribute[FuzzyDate | None], value: FuzzyDate | None
) -> None:
    if value and not instance.former:
        complaint = "ends a name that is not former"
        remedy = "mark the name as former, or leave the day out"
        raise InvalidValueError(location(instance, attribute), str(value), complaint, remedy)


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class RegionName(Part):
    """One name of a unit, in one language and script.

    >>> RegionName(text="Северо-Казахстанская область", language="ru").former
    False
    """

    text: str = attrs.field(validator=line, metadata=means("The name as that language writes it."))
    language: str = attrs.field(
        validator=language,
        metadata=means(
            "BCP 47 tag; kk-Latn and ru-Latn are names written in Latin letters.",
            pattern=f"^{LANGUAGE_TAG}$",
        ),
    )
    former: bool = attrs.field(
        default=False,
        validator=flag,
        metadata=means("Whether the unit no longer has this name, though once it had."),
    )
    valid_from: FuzzyDate | None = attrs.field(
        default=None,
        converter=as_date,
        metadata=means("When the unit last took this name; missing if that is not coded."),
    )
    valid_to: FuzzyDate | None = attrs.field(
        default=None,
        converter=as_date,
        validator=[_not_before_start, _only_of_former_name],
        metadata=means("When the unit last gave this name up; missing if that is not coded."),
    )


def _kind(value: RegionKind | str) -> RegionKind:
    return RegionKind(value)


def _code_or_identifier(instance: Region, attribute: attrs.Attribute[str], value: str) -> None:
    line(instance, attribute, value)
    if not _CODE.fullmatch(value):
        identifier(instance, attribute, value)


def _codes(
    instance: Region, attribute: attrs.Attribute[tuple[str, ...]], value: tuple[str, ...]
) -> None:
    lines(instance, attribute, value)
    for code in value:
        if not _CODE.fullmatch(code) or code == instance.id:
            complaint = "is not a former code"
            remedy = "write one of ISO 3166-2 that is not the id, such as KZ-SEV"
            raise InvalidValueError(location(instance, attribute), code, complaint, remedy)


def _display_name_first(
    instance: Region,
    attribute: attrs.Attribute[tuple[RegionName, ...]],
    value: tuple[RegionName, ...],
) -> None:
    if value[0].former:
        complaint = "can't be displayed"
        remedy = "let the first name be one that the unit still has"
        raise InvalidValueError(location(instance, attribute), value[0].text, complaint, remedy)


def _only_of_former(
    instance: Region, attribute: attrs.Attribute[tuple[Region, ...]], value: tuple[Region, ...]
) -> None:
    each(Region)(instance, attribute, value)
    if value and instance.valid_to is None:
        complaint = "follow a unit that still exists"
        remedy = "give valid_to, or no successors"
        raise InvalidValueError(
            location(instance, attribute), [unit.id for unit in value], complaint, remedy
        )
    if any(unit.id == instance.id for unit in value):
        complaint = "can't follow itself"
        remedy = "name the units that took over its territory"
        raise InvalidValueError(location(instance, attribute), instance.id, complaint, remedy)


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Region(Entity):
    """A first-level unit of a country, today's or a former one, with all its names.

    Equal by value, hashed by its id. A unit that was only renamed, or lost a part, is still the
    same unit: its old names and codes are among ``names`` and ``former_codes``.

    >>> display = RegionName(text="North Kazakhstan region", language="en")
    >>> Region(id="KZ-59", kind="region", names=[display]).name
    'North Kazakhstan region'
    >>> Region(id="59", kind="province", names=[display])
    Traceback (most recent call last):
    ...
    kzseparatism.errors.InvalidValueError: Region '59': kind: 'province' is none of region, city
    """

    _label_field = "name"

    id: str = attrs.field(
        validator=_code_or_identifier,
        metadata=means("The ISO 3166-2 code; a lower-case id for a unit that never had one."),
    )
    kind: RegionKind = attrs.field(converter=_kind, metadata=means("What sort of unit it is."))
    names: tuple[RegionName, ...] = attrs.field(
        converter=as_parts,
        validator=[not_empty, each(RegionName), _display_name_first],
        metadata=means("Its names in every language and script; the one to show is first."),
    )
    former_codes: tuple[str, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=_codes,
        metadata=means("ISO 3166-2 codes that this unit once had."),
    )
    valid_from: FuzzyDate | None = attrs.field(
        default=None,
        converter=as_date,
        metadata=means("When it began by law; missing if it is older than independence."),
    )
    valid_to: FuzzyDate | None = attrs.field(
        default=None,
        converter=as_date,
        validator=_not_before_start,
        metadata=means("When it was abolished by law; missing if it still exists."),
    )
    successors: tuple[Region, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=_only_of_former,
        metadata=means("The units that took over its territory, at once or later."),
    )
    note: str = attrs.field(
        default="", validator=text, metadata=means("What the legal dates and names are based on.")
    )

    @property
    def name(self) -> str:
        """The name to show; in the shipped data it is English."""
        return self.names[0].text

    @property
    def former(self) -> bool:
        """Whether the unit has been abolished."""
        return self.valid_to is not None


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Place(Record):
    """A town, district, region or country that a document names."""

    _label_field = "name"

    name: str = attrs.field(validator=line, metadata=means("The fullest form printed."))
    aliases: tuple[str, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=lines,
        metadata=means("Every other spelling that occurs in the documents."),
    )
    country: str = attrs.field(
        validator=country,
        metadata=means(
            "ISO 3166-1 alpha-2 code of the state it lies in, as the United Nations sees it."
        ),
    )
    regions: tuple[Region, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Region),
        metadata=means(
            "The first-level units that it lies in, or may lie in where there are several."
        ),
    )
