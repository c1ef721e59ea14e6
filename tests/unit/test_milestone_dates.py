"""Dates inside sentences: what is left open is completed as a reader would, or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core.milestones.dates import Known, Published, resolve
from ingest.core.milestones.languages import LANGUAGES, language

SATURDAY = Published(Known(2025, 4, 26))


def read(
    code: str,
    sentence: str,
    *,
    planned: bool = False,
    published: Published = SATURDAY,
    before: Known | None = None,
) -> list[str | None]:
    words = language(code)
    assert words is not None
    found = words.calendar.find(sentence.lower())
    known = [resolve(one, planned=planned, published=published, before=before) for one in found]
    return [str(one) if one else None for one in known]


@pytest.mark.parametrize(
    ("code", "sentence", "expected"),
    [
        ("en", "on April 24, 2025", "2025-04-24"),
        ("en", "on 24 April 2025", "2025-04-24"),
        ("en", "on Apr. 24", "2025-04-24"),
        ("en", "on Thursday, April 24, at 5:17 p.m.", "2025-04-24"),
        ("en", "in April 2025", "2025-04"),
        ("en", "in May", "2024-05"),
        ("en", "in 1977", "1977"),
        ("en", "on Thursday", "2025-04-24"),
        ("en", "last year", "2024"),
        ("en", "on 2025-04-24", "2025-04-24"),
        ("en", "from December 7-19, 1972", "1972-12-07"),
        ("de", "am 24. April 2025", "2025-04-24"),
        ("de", "am 24.04.2025", "2025-04-24"),
        ("de", "gestern", "2025-04-25"),
        ("fr", "le 1er avril", "2025-04-01"),
        ("fr", "en avril 2025", "2025-04"),
        ("es", "el 24 de abril de 2025", "2025-04-24"),
        ("es", "el pasado mes de abril de 2024", "2024-04"),
        ("ru", "24 апреля 2025 года", "2025-04-24"),
        ("ru", "в апреле", "2025-04"),
        ("zh", "2025年4月24日", "2025-04-24"),
        ("zh", "去年10月30日", "2024-10-30"),
        ("zh", "24日", "2025-04-24"),
        ("zh", "周四", "2025-04-24"),
        ("ja", "今年の3月15日", "2025-03-15"),
        ("ja", "月曜日", "2025-04-21"),
    ],
)
def test_a_stated_date_is_read(code: str, sentence: str, expected: str) -> None:
    assert read(code, sentence) == [expected]


@pytest.mark.parametrize(
    ("code", "sentence", "why"),
    [
        ("en", "The ship may return", "a verb"),
        ("en", "a Long March 5 rocket", "a rocket"),
        ("en", "2025 kilograms-2025-x", "no year"),
        ("en", "on April 31, 2025", "no such day"),
        ("zh", "嫦娥在月面", "the Moon"),
        ("zh", "第20次，历时3小时", "no date"),
        ("de", "morgens", "not tomorrow"),
    ],
)
def test_what_is_no_date_is_not_read(code: str, sentence: str, why: str) -> None:
    assert [one for one in read(code, sentence) if one and len(one) > 4] == [], why


def test_plans_lie_ahead_and_news_behind() -> None:
    assert read("en", "on Thursday", planned=True) == ["2025-05-01"]
    assert read("en", "in January", planned=True) == ["2026-01"]
    assert read("en", "on December 20") == ["2024-12-20"]
    assert read("zh", "3日", planned=True) == ["2025-05-03"]


def test_that_day_and_the_next_are_counted_from_the_date_before() -> None:
    before = Known(2025, 4, 30)
    assert read("en", "the next day", before=before) == ["2025-05-01"]
    assert read("zh", "当天", before=before) == ["2025-04-30"]
    assert read("en", "the next day") == [None]


def test_a_weekday_in_a_text_of_a_known_year_only_gives_the_year() -> None:
    assert read("en", "on Sunday", published=Published(Known(2024))) == ["2024"]


def test_a_day_without_a_year_in_a_text_without_a_date_is_unknown() -> None:
    assert read("en", "on April 24", published=Published(None)) == [None]


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)),
    st.sampled_from(["{0:%d} {m} {0:%Y}", "{m} {0.day}, {0:%Y}"]),
)
def test_any_full_english_date_is_read_back(day: date, form: str) -> None:
    month = ["january", "february", "march", "april", "may", "june", "july", "august",
             "september", "october", "november", "december"][day.month - 1]  # fmt: skip
    assert read("en", "on " + form.format(day, m=month)) == [day.isoformat()]


@given(st.text(max_size=80), st.sampled_from(sorted(LANGUAGES)), st.booleans())
def test_no_text_raises(text: str, code: str, planned: bool) -> None:
    for one in read(code, text, planned=planned, published=Published(None)):
        assert one is None or one[:4].isdigit()
