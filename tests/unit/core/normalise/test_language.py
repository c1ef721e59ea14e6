"""Languages of texts, long and short."""

from __future__ import annotations

import pytest

from ingest.core.normalise import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("神舟二十号", "zh"),
        ("油井亀美也さん 国際宇宙ステーションに到着", "ja"),
        ("Экипаж корабля", "ru"),
        ("우주비행사들이 도착했다", "ko"),
        ("The crew of the station has returned to Earth after six months in orbit", "en"),
        ("Die Besatzung der Raumstation ist nach sechs Monaten zur Erde zurückgekehrt", "de"),
        ("L’équipage de la station est revenu sur Terre après six mois dans l’espace", "fr"),
        ("La tripulación de la estación ha vuelto a la Tierra después de seis meses", "es"),
        ("Екіпаж станції повернувся на Землю після шести місяців", "uk"),
        ("Pablo Álvarez, asignado", "es"),
    ],
)
def test_the_language_of_a_text_is_found(text: str, code: str) -> None:
    assert language.detect(text) == code


@pytest.mark.parametrize("text", ["", "123 456", "!?"])
def test_without_letters_there_is_no_language(text: str) -> None:
    assert language.detect(text) is None
