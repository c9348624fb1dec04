"""Kazakhstan's first-level units: regions, cities with the standing of one, and former ones."""

from __future__ import annotations

import re

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.fields import (
    each,
    flag,
    fuzzy,
    identifier,
    line,
    lines,
    linked_by_id,
    means,
    place_of,
    several,
    some,
    text,
)
from kzseparatism.model.shown import Shown
from kzseparatism.vocab import RegionKind

LANGUAGES = ("en", "kk", "kk-Latn", "ru", "ru-Latn")
_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def _language(instance: RegionName, attribute: attrs.Attribute[str], value: str) -> None:
    line(instance, attribute, value)
    if value not in LANGUAGES:
        remedy = f"is none of {', '.join(LANGUAGES)}"
        raise InvalidValueError(place_of(instance, attribute), value, remedy)


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class RegionName(Shown):
    """One name of a unit, in one language and script.

    >>> RegionName(text="Северо-Казахстанская область", language="ru").former
    False
    """

    text: str = attrs.field(validator=line, metadata=means("The name as that language writes it."))
    language: str = attrs.field(
        validator=_language,
        metadata=means("BCP 47 tag; kk-Latn and ru-Latn are names written in Latin letters."),
    )
    former: bool = attrs.field(
        default=False,
        validator=flag,
        metadata=means("Whether the unit no longer has this name, though once it had."),
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
            remedy = "is no former code; write one of ISO 3166-2 that is not the id, such as KZ-SEV"
            raise InvalidValueError(place_of(instance, attribute), code, remedy)


def _display_name_first(
    instance: Region,
    attribute: attrs.Attribute[tuple[RegionName, ...]],
    value: tuple[RegionName, ...],
) -> None:
    if value[0].language != "en" or value[0].former:
        remedy = "can't be displayed; let the first name be English and not a former one"
        raise InvalidValueError(place_of(instance, attribute), value[0].text, remedy)


def _not_before_start(
    instance: Region, attribute: attrs.Attribute[FuzzyDate | None], value: FuzzyDate | None
) -> None:
    if value and instance.valid_from and value.precedes(instance.valid_from):
        remedy = f"is before {instance.valid_from}, when the unit began"
        raise InvalidValueError(place_of(instance, attribute), str(value), remedy)


def _only_of_former(
    instance: Region, attribute: attrs.Attribute[tuple[Region, ...]], value: tuple[Region, ...]
) -> None:
    each(Region)(instance, attribute, value)
    if value and instance.valid_to is None:
        remedy = "follow a unit that still exists; give valid_to, or no successors"
        raise InvalidValueError(place_of(instance, attribute), [unit.id for unit in value], remedy)
    if any(unit.id == instance.id for unit in value):
        remedy = "can't follow itself; name the units that took over its territory"
        raise InvalidValueError(place_of(instance, attribute), instance.id, remedy)


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Region(Shown):
    """A first-level unit of Kazakhstan, today's or a former one, with all its names.

    Equal by value, hashed by its id. A unit that was only renamed, or lost a part, is still the
    same unit: its old names and codes are among ``names`` and ``former_codes``.

    >>> display = RegionName(text="North Kazakhstan region", language="en")
    >>> Region(id="KZ-59", kind="region", names=[display]).name
    'North Kazakhstan region'
    >>> Region(id="59", kind="province", names=[display])
    Traceback (most recent call last):
    ...
    kzseparatism.errors.InvalidValueError: RegionKind: 'province' is none of region, city
    """

    id: str = attrs.field(
        validator=_code_or_identifier,
        metadata=means("The ISO 3166-2 code; a lower-case id for a unit that never had one."),
    )
    kind: RegionKind = attrs.field(converter=_kind, metadata=means("What sort of unit it is."))
    names: tuple[RegionName, ...] = attrs.field(
        converter=several,
        validator=[some, each(RegionName), _display_name_first],
        metadata=means("Its names in every language and script; the English one to show is first."),
    )
    former_codes: tuple[str, ...] = attrs.field(
        default=(),
        converter=several,
        validator=_codes,
        metadata=means("ISO 3166-2 codes that this unit once had."),
    )
    valid_from: FuzzyDate | None = attrs.field(
        default=None,
        converter=fuzzy,
        metadata=means("When it came into being by law; absent if before independence."),
    )
    valid_to: FuzzyDate | None = attrs.field(
        default=None,
        converter=fuzzy,
        validator=_not_before_start,
        metadata=means("When it was abolished by law; absent if it still exists."),
    )
    successors: tuple[Region, ...] = attrs.field(
        default=(),
        converter=several,
        validator=_only_of_former,
        metadata=means("The units that took over its territory, at once or later."),
    )
    note: str = attrs.field(
        default="", validator=text, metadata=means("What the legal dates and names rest on.")
    )

    @property
    def name(self) -> str:
        """The English name to show."""
        return self.names[0].text

    @property
    def former(self) -> bool:
        """Whether the unit has been abolished."""
        return self.valid_to is not None
