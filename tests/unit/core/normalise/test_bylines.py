"""Datelines, bylines, sections and rights, one line at a time."""

from __future__ import annotations

import pytest

from ingest.core.normalise import bylines
from ingest.core.normalise.bylines import Dateline
from ingest.model import Source

SOURCES = (
    Source(id="xinhua", name="Xinhua", agency=True, names=("新华社", "Xinhua News Agency")),
    Source(id="ap", name="AP", agency=True, names=("Associated Press", "The Associated Press")),
    Source(id="tass", name="TASS", agency=True, names=("ТАСС",)),
    Source(id="ria", name="РИА Новости", agency=True, hosts=("ria.example",)),
    Source(id="dpa", name="dpa", agency=True),
    Source(id="star", name="The Evening Star", hosts=("star.example",), names=("Star Media",)),
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("BEIJING -- The crew came home.", Dateline(None, "Beijing")),
        ("BEIJING, June 26 (Xinhua) -- The crew came home.", Dateline("Xinhua", "Beijing")),
        ("CAPE CANAVERAL, Fla. (AP) — A rocket rose.", Dateline("AP", "Cape Canaveral")),
        ("MOSCOW, June 17. /TASS/. The crew came home.", Dateline("TASS", "Moscow")),
        ("МОСКВА, 14 мая - РИА Новости. Экипаж вернулся.", Dateline("РИА Новости", "Москва")),
        ("Berlin (dpa) - Die Besatzung ist zurück.", Dateline("dpa", "Berlin")),
        ("新华社北京6月26日电 记者获悉", Dateline("Xinhua", "北京")),
        ("新华社北京6月26日电（记者某甲、某乙）获悉", Dateline("Xinhua", "北京", ("某甲", "某乙"))),
    ],
)
def test_datelines_are_read(paragraph: str, expected: Dateline) -> None:
    assert bylines.dateline(paragraph, SOURCES) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "The crew came home - at last.",
        "On Monday, the crew – all three of them – came home.",
        "Two of the crew said (in June) that they would go again.",
        "",
    ],
)
def test_ordinary_openings_are_no_datelines(paragraph: str) -> None:
    assert bylines.dateline(paragraph, SOURCES) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By ALEX PENFIELD | THE EVENING STAR | Updated: 2025-05-09", ("Alex Penfield",)),
        ("By Alex Penfield published June 18, 2025", ("Alex Penfield",)),
        ("By Alex Penfield and Kim Autry", ("Alex Penfield", "Kim Autry")),
        ("Von Alex Schreiber", ("Alex Schreiber",)),
        ("Par : Camille Plume", ("Camille Plume",)),
        ("本报记者 某甲乙", ("某甲乙",)),
        ("By The Associated Press", ()),
        ("By the time the crew came home, it was dark", ()),
        ("The crew came home", ()),
    ],
)
def test_bylines_name_people_only(line: str, names: tuple[str, ...]) -> None:
    assert bylines.authors_of(line, SOURCES) == names


def test_agencies_are_found_in_source_lines_but_not_in_photo_credits() -> None:
    assert bylines.agency_of("Xinhua | Updated: 2025-06-18 11:33", SOURCES) == "Xinhua"
    assert bylines.agency_of("来源：新华社", SOURCES) == "Xinhua"
    assert bylines.agency_of("Photo: Associated Press", SOURCES) is None
    assert bylines.agency_of("It will happen in April", SOURCES) is None


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Home / China / Society", ("China", "Society")),
        ("/ Sciences", ("Sciences",)),
        ("人民网>>科技", ("科技",)),
        ("The crew came home", ()),
        ("12/04/2025", ()),
    ],
)
def test_breadcrumbs_are_section_paths(line: str, path: tuple[str, ...]) -> None:
    assert bylines.section_path(line) == path


def test_a_source_is_told_by_host_name_or_text() -> None:
    assert bylines.source_for(SOURCES, host="www.star.example") == SOURCES[-1]
    assert bylines.source_for(SOURCES, publisher="the evening star") == SOURCES[-1]
    assert (
        bylines.source_for(SOURCES, text="© 2025 Star Media. All rights reserved.") == SOURCES[-1]
    )
    assert bylines.source_for(SOURCES, host="other.example") is None
    assert bylines.source_for(SOURCES, text="Starting today") is None


def test_the_owner_of_the_rights_is_named() -> None:
    assert (
        bylines.rights_owner("© 2025 The Evening Star. All rights reserved.") == "The Evening Star"
    )
    assert bylines.rights_owner("Copyright 1995 - 2025 Star Media") == "Star Media"
    assert bylines.rights_owner("The crew came home") is None
    mainland = (
        "Copyright 2001 - 2025. The content of this site belongs to Star Press. " + "All. " * 60
    )
    assert bylines.rights_owner(mainland) == "Star Press"


def test_the_year_of_a_rights_line_is_no_part_of_the_name() -> None:
    assert bylines.rights_owner("Copyright Lakeside Courier 2025. All rights reserved.") == (
        "Lakeside Courier"
    )
