"""People by the order of their names, initials, patronymics, titles and standards of writing."""

from __future__ import annotations

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.names.people import PersonNames

PUTIN = PersonNames.of(
    ["Vladimir Putin", "Putin", "Vladimir Vladimirovich"], ["President", "head of the party"]
)
TOKAYEV = PersonNames.of(["Kassym-Jomart Tokayev", "Tokayev"])
MARIA = PersonNames.of(["Maria Nobodova"])
ATAMAN = PersonNames.of(["Viktor Nemov", "Ataman Viktor Nemov"], ["ataman"])
TWO_SURNAMES = PersonNames.of(["Ivan Nemov (Alterov)", "Nemov", "Alterov"])


@pytest.mark.parametrize(
    ("person", "form"),
    [
        (PUTIN, "Putin, Vladimir"),
        (PUTIN, "Putin Vladimir"),
        (PUTIN, "V. Putin"),
        (PUTIN, "Putin V.V."),
        (PUTIN, "В.В.Путин"),
        (PUTIN, "Путин, Владимир Владимирович"),
        (PUTIN, "Vladimir Vladimirovich Putin"),
        (PUTIN, "Uladzimir Putin"),
        (PUTIN, "President Putin"),
        (PUTIN, "president V. Putin"),
        (PUTIN, "Mr Putin"),
        (PUTIN, "Putin"),
        (TOKAYEV, "K. Tokayev"),
        (TOKAYEV, "K.-J. Tokayev"),
        (TOKAYEV, "Токаев К.-Ж.К."),
        (TOKAYEV, "Tokayev, Kassym Jomart"),
        (TOKAYEV, "Tokayev Kassym-Jomart Kemeluly"),
        (TOKAYEV, "Токаев Касым-Жомарт Кемелевич"),
        (TOKAYEV, "Tokayev Kassym-Jomart Kemel uly"),
        (MARIA, "Nobodova, M. I."),
        (MARIA, "Нободова Мария Ивановна"),
        (ATAMAN, "Ataman Nemov"),
        (ATAMAN, "Nemov V."),
        (TWO_SURNAMES, "Alterov, Ivan"),
        (TWO_SURNAMES, "I. Nemov"),
    ],
)
def test_forms_that_fit(person: PersonNames, form: str) -> None:
    """Every word of the form is the person's, or a patronymic that nothing speaks against."""
    assert person.fit(form)


@pytest.mark.parametrize(
    ("person", "form"),
    [
        (PUTIN, "Vladimir, Putin"),
        (PUTIN, "Putin, Vladimir, V."),
        (PUTIN, "Vladimir Ivanovich Putin"),
        (PUTIN, "V.I. Putin"),
        (PUTIN, "D. Putin"),
        (PUTIN, "Mrs Putin"),
        (PUTIN, "Minister Putin"),
        (PUTIN, "Head Putin"),
        (PUTIN, "Vladimir Vladimirovich Ivanov"),
        (PUTIN, "Vladimirovich, Vladimir"),
        (PUTIN, "Putin Vladimir Vladimirovich junior"),
        (PUTIN, "V."),
        (PUTIN, ""),
        (PUTIN, ","),
        (TOKAYEV, "J. Tokayev"),
        (TOKAYEV, "Kassym Tokayev"),
        (TOKAYEV, "K.-S. Tokayev"),
        (MARIA, "Mr Nobodova"),
        (MARIA, "Nobodov Maria"),
        (ATAMAN, "A. Nemov"),
        (ATAMAN, "Colonel Nemov"),
        (PUTIN, "Putin Vladimir " + "x" * 100),
        (PUTIN, " ".join(["Putin"] * 9)),
    ],
)
def test_forms_that_do_not(person: PersonNames, form: str) -> None:
    """A word that is another's, or that nobody vouches for, keeps the form from the person."""
    assert not person.fit(form)


def test_letters_and_sounds_of_initials() -> None:
    """An initial is compared by its sound in Cyrillic, in Latin by its first letter as well."""
    shyngys = PersonNames.of(["Shyngys Nemov"])
    assert shyngys.fit("Ш. Nemov")
    assert shyngys.fit("Sh. Nemov")
    assert shyngys.fit("S. Nemov")
    assert not shyngys.fit("С. Nemov")
    yevgeny = PersonNames.of(["Yevgeny Nemov"])
    assert all(yevgeny.fit(f"{initial} Nemov") for initial in ("Y.", "Ye.", "E.", "Е."))


@pytest.mark.parametrize(
    ("form", "actor"),
    [
        ("Nazarbayev, Nursultan", "nazarbayev"),
        ("Назарбаев Н. А.", "nazarbayev"),
        ("Lavrov Sergey Viktorovich", "lavrov"),
        ("Sergej Lavrov", "lavrov"),
        ("Sergei Lawrow", "lavrov"),
        ("Dmitrij Medvedev", "medvedev"),
        ("Leonid Sluckij", "slutsky"),
        ("Mariâ Zaharova", "zakharova"),
        ("Zacharova, Marija", "zakharova"),
        ("Evgenij Fëdorov", "fyodorov"),
        ("Александр Лукашенко", "lukashenko"),
        ("Aliaksandr Lukashenka", "lukashenko"),
        ("Lukashenko A.G.", "lukashenko"),
        ("Lukashenka", "lukashenko"),
        ("Borodavkin A. N.", "borodavkin"),
        ("President Putin", "putin"),
    ],
)
def test_forms_in_the_dataset(form: str, actor: str) -> None:
    """The forms of public figures lead to them."""
    assert kz.find_actor(form).id == actor


@pytest.mark.parametrize("word", ["president", "media", "woman", "Astana", "deputies", "German"])
def test_a_word_of_a_description_is_nobody(word: str) -> None:
    """A word that only descriptions of the unnamed have leads to nobody."""
    with pytest.raises(kz.UnknownNameError):
        kz.find_actor(word)


def test_two_people_of_one_form_are_refused() -> None:
    """Where a form fits two, both are named and nobody is found."""
    two = [
        attrs.evolve(kz.actors["putin"], id=one, name=f"{one} Nemov") for one in ("ivan", "igor")
    ]
    with pytest.raises(kz.AmbiguousNameError) as caught:
        kz.find_actor("Nemov I.", among=two)
    assert len(caught.value.candidates) == 2
    assert kz.find_actor("Nemov, Igor", among=two).id == "igor"
