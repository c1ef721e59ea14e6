"""Roles that a text states in lists reach every name of the list, and no other."""

from __future__ import annotations

import pytest

from ingest.core.mentions import read
from ingest.model import Article

from . import compiled

CREW_10 = {
    "anne-mcclain": "commander",
    "nichole-ayers": "pilot",
    "takuya-onishi": "mission-specialist",
    "kirill-peskov": "mission-specialist",
}
SOYUZ_MS_27 = {
    "sergey-ryzhikov": "commander",
    "alexey-zubritsky": "flight-engineer",
    "jonny-kim": "flight-engineer",
}


def roles(text: str, language: str) -> dict[str, str]:
    article = Article(title=None, paragraphs=(text,), form="json", language=language)
    return {
        mention.id: mention.role
        for mention in read(article, compiled.matcher()).mentions
        if mention.kind == "person" and mention.role and mention.basis == "stated"
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "Crew-10 lifted off with commander Anne McClain, pilot Nichole Ayers, and mission "
                "specialists Takuya Onishi of JAXA and Kirill Peskov of Roscosmos."
            ),
            CREW_10,
        ),
        (
            "de",
            (
                "An Bord der Crew-10 sind Kommandantin Anne McClain, Pilotin Nichole Ayers sowie die "
                "Missionsspezialisten Takuya Onishi und Kirill Peskow."
            ),
            CREW_10,
        ),
        (
            "fr",
            (
                "La mission Crew-10 emporte la commandante Anne McClain, la pilote Nichole Ayers et "
                "les spécialistes de mission Takuya Onishi et Kirill Peskov."
            ),
            CREW_10,
        ),
        (
            "es",
            (
                "La Crew-10 está integrada por la comandante Anne McClain, la piloto Nichole Ayers y "
                "los especialistas de misión Takuya Onishi y Kirill Peskov."
            ),
            CREW_10,
        ),
        (
            "ru",
            (
                "В экипаж «Союза МС-27» входят командир Сергей Рыжиков, бортинженеры Алексей Зубрицкий "
                "и Джонатан Ким."
            ),
            SOYUZ_MS_27,
        ),
        (
            "en",
            (
                "The Soyuz MS-27 crew: Sergey Ryzhikov, commander; Alexey Zubritsky, flight engineer; "
                "and Jonny Kim, flight engineer."
            ),
            SOYUZ_MS_27,
        ),
        (
            "en",
            "Soyuz MS-27 carries Alexey Zubritsky and Jonny Kim, flight engineers.",
            {name: role for name, role in SOYUZ_MS_27.items() if role == "flight-engineer"},
        ),
        (
            "en",
            (
                "Commander: Anne McClain (NASA)\n\nPilot: Nichole Ayers\n\n"
                "Mission specialist: Takuya Onishi"
            ),
            {name: role for name, role in CREW_10.items() if name != "kirill-peskov"},
        ),
        (
            "en",
            (
                "Sergey Ryzhikov (Roscosmos), commander\n\n"
                "Alexey Zubritsky (Roscosmos), flight engineer\n\nJonny Kim"
            ),
            {name: role for name, role in SOYUZ_MS_27.items() if name != "jonny-kim"},
        ),
        (
            "zh",
            "神舟二十号航天员乘组由陈冬、陈中瑞和王杰组成，陈冬担任指令长。",
            {"chen-dong": "commander"},
        ),
    ],
)
def test_a_plural_role_is_that_of_all_names_listed(
    language: str, text: str, expected: dict[str, str]
) -> None:
    assert roles(text, language) == expected


def test_a_single_role_is_that_of_one_name_only() -> None:
    text = "Soyuz MS-27 carries commander Sergey Ryzhikov and Jonny Kim."
    assert roles(text, "en") == {"sergey-ryzhikov": "commander"}
