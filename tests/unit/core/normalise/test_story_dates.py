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


def read(*lines: str, received: datetime = NOW) -> Article:
    found = dump.read("\n".join([*MENU, *lines]), sources=(), received=received)
    assert isinstance(found, Article), found
    return found


def published(*lines: str, received: datetime = NOW) -> Timestamp | None:
    return read(*lines, received=received).published


def day(stamp: Timestamp | None) -> str | None:
    return stamp.value.date().isoformat() if stamp is not None and stamp.value else None


def minute(stamp: Timestamp | None) -> str | None:
    """What the stamp states of its own clock: the day alone, or day and time."""
    if stamp is None or stamp.value is None:
        return None
    return (
        f"{stamp.value:%Y-%m-%d}" if stamp.precision == "day" else f"{stamp.value:%Y-%m-%d %H:%M}"
    )


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


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        # a label in a line of its own, and lines that correct each other
        (["Published", "18 March 2025", "Last updated", "19 March 2025 — See all updates"],
         "2025-03-18", "2025-03-19"),
        (["March 18, 2025 at 11:05 PM UTC", "Updated on", "March 19, 2025 at 9:12 AM UTC"],
         "2025-03-18 23:05", "2025-03-19 09:12"),
        (["Wed 19 Mar 2025 10.21 GMT", "First published on Tue 18 Mar 2025 22.07 GMT"],
         "2025-03-18 22:07", "2025-03-19 10:21"),
        (["Mar 19, 2025 09:12 am IST", "Published On Mar 18, 2025 22:41 pm IST"],
         "2025-03-18 22:41", "2025-03-19 09:12"),
        (["Posted Tue 18 Mar 2025 at 11:05pm", "Tuesday 18 Mar 2025 at 11:05pm",
          "Updated Wed 19 Mar 2025 at 1:12am"], "2025-03-18 23:05", "2025-03-19 01:12"),
        (["PUBLISHED: 23:05, 18 March 2025 | UPDATED: 09:12, 19 March 2025"],
         "2025-03-18 23:05", "2025-03-19 09:12"),
        (["Published Tue, Mar 18 20256:05 PM EDTUpdated Wed, Mar 19 20259:12 AM EDT"],
         "2025-03-18 18:05", "2025-03-19 09:12"),
        (["Publicado 18 de marzo de 2025Última actualización 19 de marzo de 2025"],
         "2025-03-18", "2025-03-19"),
        (["18/03/2025 | 23h05", "Atualização: 19/03/2025 | 09h12"],
         "2025-03-18 23:05", "2025-03-19 09:12"),
        (["입력 2025.03.18. 23:05업데이트 2025.03.19. 09:12"], "2025-03-18 23:05", "2025-03-19 09:12"),
        # marked behind the date
        (["2025年3月18日 23:05 (2025年3月19日 1:12更新)"], "2025-03-18 23:05", "2025-03-19 01:12"),
        (["出版：2025-03-18 23:05 更新：2025-03-19 09:12"], "2025-03-18 23:05", "2025-03-19 09:12"),
        # forms
        (["2025", "03/18", "23:05:15", "来源：新华网"], "2025-03-18 23:05", None),
        (["2025年(令和7年)3月18日"], "2025-03-18", None),
        (["2025年3月18日 火曜 午後11:05"], "2025-03-18 23:05", None),
        (["2025年3月18日 週二 下午11:05"], "2025-03-18 23:05", None),
        (["18 Mar, 2025 11:05 PM3 mins to read"], "2025-03-18 23:05", None),
        (["18/03/2025, 11:05 p. m."], "2025-03-18 23:05", None),
        (["March 18, 2025 08:30 ET | Source: Star Launch Inc."], "2025-03-18 08:30", None),
        (["Posted in Launches on March 18, 2025 by Kay"], "2025-03-18", None),
        (["Received: 10 January 2025 / Accepted: 1 March 2025 / Published: 18 March 2025"],
         "2025-03-18", None),
        # an update that is older than what it updates is another story's
        (["March 18, 2025", "Updated March 12, 2025"], "2025-03-18", None),
    ],
)  # fmt: skip
def test_published_and_updated_as_outlets_print_them(
    lines: list[str], first: str, last: str | None
) -> None:
    found = read(TITLE, *lines, *STORY)
    assert (minute(found.published), minute(found.updated)) == (first, last)


@pytest.mark.parametrize(
    "line",
    [
        "Launch date: March 14, 2025", "Live on March 28, 2025 at 7 pm, free entry",
        "When: February 28, 2026, 7:00 PM", "Medically reviewed on March 19, 2025",
        "Retrieved November 27, 2025", "By Kay, who joined the paper on 1 May 2019",
        "Termin: 14. März 2025, 19 Uhr", "Rendez-vous le 14 mars 2025 à 19h", "Дата пуска: 14 марта 2025",
        "发射时间：2025年3月14日", "開催日：2025年3月14日（金）", "Kundenbewertung 02.05.2025",
        "The launch on March 14, 2025 was the third of that year", "30. März 2025, 13:15 Uhr - 19:00 Uhr",
        "“We will remember March 14, 2025 for ever”", "50 years after July 17, 1975",
        "Interview conducted March 10, 2025", "Print-Ausgabe 19.03.2025", "Tal día como hoy: 18 de marzo de 1965", "Valid until May 30, 2026",
    ],
)  # fmt: skip
def test_a_date_of_something_else_is_not_the_storys(line: str) -> None:
    found = published(TITLE, line, *STORY)
    assert found is None or found.value is None
    assert day(published(TITLE, line, "March 18, 2025", *STORY)) == "2025-03-18"


def test_a_date_that_lies_ahead_is_none_of_publication() -> None:
    found = published(TITLE, "May 30, 2026", *STORY)
    assert found is not None
    assert (found.value, found.raw) == (None, "May 30, 2026")


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("CAPE CANAVERAL, Fla., Jan. 18, 2026 — ", "2026-01-18"),
        ("HOUSTON, January 18, 2026 /PRNewswire/ -- ", "2026-01-18"),
        ("18.01.2026 – ", "2026-01-18"),
        ("Москва. 18 января 2026 года. ИНТЕРФАКС - ", "2026-01-18"),
        (
            "This article was first published on January 18, 2026 and has been updated. ",
            "2026-01-18",
        ),
        ("On January 14, 2026, the teams stood ready. ", None),
        ("2026年1月14日、技術者は準備を終えた。", None),
        ("77 engineers waited until 14 January 2026 for it. ", None),
    ],
)
def test_a_dateline_dates_a_story_but_a_sentence_that_tells_of_a_day_does_not(
    opening: str, expected: str | None
) -> None:
    assert day(published(TITLE, opening + STORY[0], *STORY[1:])) == expected


TEASERS = ("Storm passes the coast", "March 12, 2025", "Bank holds its rates", "March 13, 2025")


def test_teasers_above_a_headline_do_not_date_it() -> None:
    more = ("Trains are late again", "March 14, 2025")
    assert published(*TEASERS, *more, TITLE, *STORY) is None
    assert day(published(*TEASERS, *more, TITLE, "March 18, 2025", *STORY)) == "2025-03-18"


def test_the_headline_of_another_story_beside_a_date_below_makes_it_that_ones() -> None:
    assert published(TITLE, *STORY, "Related", *TEASERS[:2], "Share") is None


def test_a_lone_date_on_a_page_is_the_storys() -> None:
    menus = ("Storms", "Rates", "Trains", "Travel", "Letters", "Radio", "Quiz", "Puzzles")
    assert day(published("18 March 2025", *menus, *menus, TITLE, *STORY)) == "2025-03-18"
    assert day(published(TITLE, *STORY, "Share", "Print", "18 March 2025")) == "2025-03-18"


def test_the_day_of_an_update_is_the_only_one_that_a_page_may_state() -> None:
    boxes = ("Share", "Print", "Updated: 18 March 2025", "Share")
    found = read(TITLE, *STORY, *STORY[::-1], *boxes, *STORY)
    assert (minute(found.published), found.updated) == ("2025-03-18", None)


def test_a_list_of_news_that_names_the_story_dates_it() -> None:
    others = (
        "Storm passes the coast2025-03-20",
        "Bank holds its rates for a third month2025-03-17",
    )
    assert day(published(TITLE, *STORY, "Newest", *others, f"{TITLE}2025-03-18")) == "2025-03-18"
    pairs = (TITLE, "2025-03-18", "Storm passes the coast", "2025-03-17")
    assert day(published(TITLE, *STORY, "Newest", *pairs)) == "2025-03-18"
    either = ("2025-03-20", TITLE, "2025-03-18", "Storm passes the coast", "2025-03-17")
    assert published(TITLE, *STORY, "Newest", *either) is None


def test_a_post_within_the_story_does_not_date_it() -> None:
    assert published(TITLE, *STORY, "— NASA (@NASA) April 2, 2025") is None


def test_a_line_at_the_foot_that_says_when_it_was_posted_dates_the_story() -> None:
    foot = "Author AnnPosted on 18 March 2025Categories LaunchesTags crew, rocket, station, clamp"
    assert day(published(TITLE, *STORY, foot)) == "2025-03-18"
