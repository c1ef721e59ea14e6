"""Which of a dump's dates is its story's, and what its other dates say of that one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ingest.core.normalise import dump
from ingest.model import Article, Timestamp

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MENU = ("Menu", "World", "Science", "Sport", "Sign in")
TITLE = "Rover finds ripples in the bed of a lake on Mars"
STORY = (
    "The rover has found ripples in rock that once was the muddy bed of a shallow lake on Mars.",
    "They can only have been made by wind that moved the water, so there was no ice above it.",
    "Two sets of them stand within a metre of rock, and they are about half a million years apart.",
    "The team had driven up to the layer for another reason, and had not expected to see a shore.",
)


def published(*lines: str, received: datetime = NOW) -> Timestamp | None:
    found = dump.read("\n".join([*MENU, *lines]), sources=(), received=received)
    assert isinstance(found, Article), found
    return found.published


def day(stamp: Timestamp | None) -> str | None:
    return stamp.value.date().isoformat() if stamp is not None and stamp.value else None


def test_a_line_that_is_a_date_counts_before_one_that_mentions_a_date() -> None:
    found = published(
        "26/12/2025 by the web team",
        TITLE,
        "With a chart of all the layers of the lake as they were known on 5.8.2025, in colour",
        *STORY,
    )
    assert day(found) == "2025-12-26"


@pytest.mark.parametrize(
    "period",
    [
        "Reports of 14 - 20 January 2026", "Conference, January 14-20, 2026",
        "Wochenbericht 14. - 20. Januar 2026", "31. Dezember 2025 - 6. Januar 2026",
    ],
)  # fmt: skip
def test_days_from_one_to_another_are_no_date_of_the_story(period: str) -> None:
    assert published(TITLE, period, *STORY) is None


def test_the_day_of_the_visit_above_the_menus_is_no_date_of_the_story() -> None:
    menus = ("Tuesday, February 3, 2026", "Latest", "Weather", "Opinion", "Culture", "Travel")
    assert published(*menus, TITLE, *STORY) is None


def test_other_dates_on_the_page_tell_the_order_of_day_and_month() -> None:
    comments = (
        "Comments",
        "Ann",
        "14/04/2025 at 3:00 pm",
        "What a lovely lake this must have been.",
    )
    assert day(published(TITLE, "12/04/2025 by Kay", *STORY)) == "2025-12-04"
    assert day(published(TITLE, "12/04/2025 by Kay", *STORY, *comments)) == "2025-04-12"


def test_no_story_is_from_tomorrow() -> None:
    arrived = datetime(2025, 4, 13, tzinfo=UTC)
    assert day(published(TITLE, "12/04/2025 by Kay", *STORY, received=arrived)) == "2025-04-12"


@pytest.mark.parametrize("words", ["2 hours ago", "vor 2 Stunden", "2小时前"])
def test_an_old_page_does_not_count_back_from_now(words: str) -> None:
    fresh = published(TITLE, words, *STORY, "© 2026 The Daily")
    assert day(fresh) == "2026-03-01"
    old = published(TITLE, words, *STORY, "© 2022 The Daily")
    assert (old and old.value, old and old.raw) == (None, words)


def test_other_stories_dates_are_not_taken_where_the_head_counts_back() -> None:
    teasers = ("Storm passes", "22 October 2025", "Bank holds rates", "21 October 2025")
    found = published(*teasers, "Science", "Space", "Mars", "Wind", TITLE, "4 months ago", *STORY)
    assert found is not None
    assert found.precision == "month"


@pytest.mark.parametrize(
    "line",
    ["Today we look further", "Hier finden Sie alle Karten", "Heute schon an morgen denken"],
)
def test_a_sentence_about_today_is_no_date(line: str) -> None:
    assert published(TITLE, line, *STORY) is None


def test_an_impossible_date_keeps_its_string() -> None:
    found = published(TITLE, "Published 30 February 2026", *STORY)
    assert found is not None
    assert (found.value, found.raw) == (None, "Published 30 February 2026")


@pytest.mark.parametrize(
    "line",
    [
        "Written by Jules Verne, MA on April 29, 2025", "Author: Verne, 29.04.2025, 13:36",
        "Erscheinungsdatum: 29.04.2025",
    ],
)  # fmt: skip
def test_who_signs_a_story_at_its_end_dates_it(line: str) -> None:
    assert day(published(TITLE, *STORY, line)) == "2025-04-29"


def test_the_date_of_a_comment_is_not_the_storys() -> None:
    said = (
        "What a lovely old shore!",
        "I have been there, and it was cold.",
        "Who would swim there?",
    )
    comments = [line for n, what in enumerate(said) for line in (f"2{n}.09.25 | 18:19 Ann", what)]
    assert published(TITLE, *STORY, "Tested", *comments) is None


def test_a_release_opens_with_what_it_is_and_its_date() -> None:
    opening = f"Pressemitteilung vom 25. Januar 2026 | Berlin - {STORY[0]}"
    assert day(published(TITLE, opening, *STORY[1:])) == "2026-01-25"
