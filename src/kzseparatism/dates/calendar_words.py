"""The names of months and seasons: those that are shown, and those by which they are known."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")

# The beginnings of the Russian and the Kazakh names, with which their cases begin too.
_STEMS = (
    *(("январ", "қаңтар"), ("феврал", "ақпан"), ("март", "наурыз"), ("апрел", "сәуір")),
    *(("май", "мая", "мае", "мамыр"), ("июн", "маусым"), ("июл", "шілде"), ("август", "тамыз")),
    *(("сентябр", "қыркүйек"), ("октябр", "қазан"), ("ноябр", "қараша"), ("декабр", "желтоқсан")),
)
_OTHER_SEASONS = (
    ("весна", "весной", "көктем"),
    ("лето", "летом", "жаз"),
    ("fall", "осень", "осенью", "күз"),
    ("зима", "зимой", "қыс"),
)


def month_called(word: str) -> int:
    """Return the number of a month from its name in English, Russian or Kazakh, or 0.

    An English name may be cut short after three letters, and the others may stand in any case.

    >>> month_called("Sept"), month_called("мая"), month_called("ma"), month_called("Mayday")
    (9, 5, 0, 0)
    """
    said = word.lower()
    for number, (name, stems) in enumerate(zip(MONTHS, _STEMS, strict=True), start=1):
        if len(said) > 2 and name.lower().startswith(said):
            return number
        if any(said.startswith(stem) and len(said) < len(stem) + 3 for stem in stems):
            return number
    return 0


def season_called(word: str) -> int:
    """Return the number of a season, 1 for spring to 4 for winter, or 0.

    >>> season_called("Fall"), season_called("зимой"), season_called("season")
    (3, 4, 0)
    """
    said = word.lower()
    for number, (name, others) in enumerate(zip(SEASONS, _OTHER_SEASONS, strict=True), start=1):
        if said in (name, *others):
            return number
    return 0
