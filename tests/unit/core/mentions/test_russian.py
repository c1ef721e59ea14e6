"""Case endings, and Latin spellings of Russian names."""

from __future__ import annotations

import pytest

from ingest.core.mentions import russian


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("юрий гагарин", "юрия гагарина"),
        ("юрий гагарин", "юрием гагариным"),
        ("федор юрчихин", "федором юрчихиным"),
        ("сергей рыжиков", "сергею рыжикову"),
        ("валентина терешкова", "валентины терешковой"),
        ("анна кикина", "анну кикину"),
        ("андрей борисенко", "андрея борисенко"),
        ("павел беляев", "павла беляева"),
        ("георгий гречко", "георгием гречко"),
        ("александр скворцов", "александре скворцове"),
        ("сергей рязанский", "сергеем рязанским"),
        ("гарретт рейсман", "гарретта рейсмана"),
        ("пегги уитсон", "пегги уитсон"),
        ("международная космическая станция", "международной космической станции"),
        ("аполлон", "аполлоне"),
        ("артемида", "артемиду"),
    ],
)
def test_a_name_is_known_in_every_case(name: str, form: str) -> None:
    assert form in russian.decline(name)


def test_an_acronym_has_no_cases() -> None:
    forms = russian.decline("союз тма", frozenset(["тма"]))

    assert "союза тма" in forms
    assert all(form.endswith(" тма") for form in forms)


def test_a_long_name_is_left_as_it_is() -> None:
    assert russian.decline("раз два три четыре пять шесть") == {"раз два три четыре пять шесть"}


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("федор юрчихин", "fedor yurchikhin"),
        ("федор юрчихин", "fedor jurtschichin"),
        ("федор юрчихин", "fedor iourtchikhine"),
        ("федор юрчихин", "fedor iurchijin"),
        ("сергей рязанский", "serguei ryazanskiy"),
        ("юрий маленченко", "yuri malenchenko"),
        ("елена кондакова", "yelena kondakova"),
        ("олег артемьев", "oleg artemyev"),
    ],
)
def test_every_language_spells_russian_names_in_its_own_way(name: str, spelling: str) -> None:
    assert spelling in russian.latin_spellings(name)
