"""Dates in the words of many languages, and what must not be read into them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core.normalise import date_context, dates
from ingest.model import Timestamp

CN, JP, KR = "Asia/Shanghai", "Asia/Tokyo", "Asia/Seoul"
US, UK, RU = "America/New_York", "Europe/London", "Europe/Moscow"
DE, FR, ES = "Europe/Berlin", "Europe/Paris", "Europe/Madrid"
NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def parse(raw: str, zone: str | None = None, language: str | None = None) -> Timestamp | None:
    return dates.parse(raw, zone=zone, received=NOW, language=language, method="test")


@pytest.mark.parametrize(
    ("raw", "zone", "language", "value", "precision", "basis"),
    [
        ("2025-06-18T11:33:00+08:00", None, None,
         "2025-06-18T11:33:00+08:00", "second", "stated"),
        ("2025-06-18T03:33Z", None, None, "2025-06-18T03:33:00+00:00", "minute", "stated"),
        ("Wed, 18 Jun 2025 11:33:00 GMT", None, None,
         "2025-06-18T11:33:00+00:00", "second", "stated"),
        ("Wed, 18 Jun 2025 11:33:00 -0400", None, None,
         "2025-06-18T11:33:00-04:00", "second", "stated"),
        ("Updated: 2025-06-18 11:33", CN, "en", "2025-06-18T11:33:00+08:00", "minute", "assumed"),
        ("June 18, 2025 1:15PM", US, "en", "2025-06-18T13:15:00-04:00", "minute", "assumed"),
        ("2 August 2025, 09:41 BST", UK, "en", "2025-08-02T09:41:00+01:00", "minute", "stated"),
        ("Fri, Mar 7 202511:33 AM EST", None, "en",
         "2025-03-07T11:33:00-05:00", "minute", "stated"),
        ("17 JUN 2025, 19:08", RU, "en", "2025-06-17T19:08:00+03:00", "minute", "assumed"),
        ("2025年06月26日22:31", CN, "zh", "2025-06-26T22:31:00+08:00", "minute", "assumed"),
        ("2025年6月26日 星期四 下午3:04", CN, "zh", "2025-06-26T15:04:00+08:00", "minute", "assumed"),
        ("2025年8月2日 16時02分", JP, "ja", "2025-08-02T16:02:00+09:00", "minute", "assumed"),
        ("令和7年6月18日", JP, "ja", "2025-06-18T00:00:00+09:00", "day", "assumed"),
        ("2025년 6월 18일 오후 3:04", KR, "ko", "2025-06-18T15:04:00+09:00", "minute", "assumed"),
        ("09:15 03.02.2025", RU, "ru", "2025-02-03T09:15:00+03:00", "minute", "assumed"),
        ("3 февраля 2025 г., 14:05 мск", None, "ru",
         "2025-02-03T14:05:00+03:00", "minute", "stated"),
        ("29.01.2025, 06.58 Uhr", DE, "de", "2025-01-29T06:58:00+01:00", "minute", "assumed"),
        ("18. Juni 2025 um 13:15 Uhr", DE, "de",
         "2025-06-18T13:15:00+02:00", "minute", "assumed"),
        ("Publié le : 12/04/2025 - 08:20", FR, "fr",
         "2025-04-12T08:20:00+02:00", "minute", "assumed"),
        ("Le 1er août 2025 à 08h20", FR, "fr", "2025-08-01T08:20:00+02:00", "minute", "assumed"),
        ("21 oct 2025 - 05:40 CEST", ES, "es", "2025-10-21T05:40:00+02:00", "minute", "stated"),
        ("4 de mayo de 2025 a las 09:01", None, "es",
         "2025-05-04T09:01:00+00:00", "minute", "guess"),
        ("28. Juli 202528. Juli 2025 by Ann", DE, "de",
         "2025-07-28T00:00:00+02:00", "day", "assumed"),
        ("19.10.25, 12:00 Uhr", DE, "de", "2025-10-19T12:00:00+02:00", "minute", "assumed"),
        ("01.21.2025 07:00 AM", US, "en", "2025-01-21T07:00:00-05:00", "minute", "assumed"),
        ("北京时间2025年8月21日17时17分", US, "zh",
         "2025-08-21T17:17:00+08:00", "minute", "stated"),
        ("Moscow time 17:17, 21 August 2025", US, "en",
         "2025-08-21T17:17:00+03:00", "minute", "stated"),
        ("Publicerad 21 augusti 2025 kl 17.17", DE, "sv",
         "2025-08-21T17:17:00+02:00", "minute", "assumed"),
        ("Kamis, 21 Agu 2025 17:17 WIB", None, "id",
         "2025-08-21T17:17:00+07:00", "minute", "stated"),
        ("21 أغسطس 2025", None, "ar", "2025-08-21T00:00:00+00:00", "day", "guess"),
        ("21 अगस्त 2025, 05:17 PM IST", None, "hi",
         "2025-08-21T17:17:00+05:30", "minute", "stated"),
        ("2025-06", None, None, "2025-06-01T00:00:00+00:00", "month", "guess"),
        ("2025", None, None, "2025-01-01T00:00:00+00:00", "year", "guess"),
    ],
)  # fmt: skip
def test_stated_dates_are_read(
    raw: str, zone: str | None, language: str | None, value: str, precision: str, basis: str
) -> None:
    stamp = parse(raw, zone, language)
    assert stamp is not None
    assert stamp.value is not None
    assert (stamp.value.isoformat(), stamp.precision, stamp.zone) == (value, precision, basis)
    assert stamp.raw == raw


def test_an_abbreviation_means_the_zone_of_its_source() -> None:
    chinese, american = parse("2025/6/18 15:07 CST", "Asia/Shanghai"), parse("2025/6/18 15:07 CST")
    assert chinese is not None
    assert american is not None
    assert chinese.value == datetime(2025, 6, 18, 7, 7, tzinfo=UTC)
    assert american.value == datetime(2025, 6, 18, 21, 7, tzinfo=UTC)


def test_the_order_of_day_and_month_follows_language_and_place() -> None:
    us, uk, german = (
        parse("06/07/2025", zone, language)
        for zone, language in ((None, "en"), ("Europe/London", "en"), (None, "de"))
    )
    assert us is not None
    assert uk is not None
    assert german is not None
    assert us.value == datetime(2025, 6, 7, tzinfo=UTC)
    assert uk.value is not None
    assert (uk.value.month, uk.value.day) == (7, 6)
    assert german.value == datetime(2025, 7, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "month"),
    [
        ("06/07/2025 11:05 PM EDT", 6), ("06/07/2025 23:05 UTC", 6), ("06/07/2025 - 23:05 BST", 7),
        ("06/07/2025 23:05 GMT", 7), ("06/07/2025 23:05 IST", 7), ("06/07/2025 23:05 GMT+1", 7),
    ],
)  # fmt: skip
def test_a_stated_zone_tells_the_order_of_day_and_month(raw: str, month: int) -> None:
    stamp = parse(raw, language="en")
    assert stamp is not None
    assert stamp.value is not None
    assert stamp.value.month == month


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("HOUSTON, Texas, March 18, 2025 — The crew", True), ("Frankfurt am Main (18.03.2025) –", True),
        ("On March 14, 2025 - the", False), ("Since 1 May 2019: the", False), ("März 14 2025 war", False),
    ],
)  # fmt: skip
def test_datelines(line: str, expected: bool) -> None:
    found = dates.find(line)[0]
    assert date_context.is_dateline(line[: found.start], line[found.end :]) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The launch on May 3, 2025 was the third", True), ("2025年5月3日，火箭升空", True),
        ("Am 3. Mai 2025 startete die Rakete", True), ("Posted on May 3, 2025 by Ann", False),
        ("Dieser Beitrag wurde aktualisiert am 3. Mai 2025 und geprüft", False), ("2025年5月3日 新华网", False),
        ("On May 3, 2025, the teams stood ready at the pad.", True), ("May 3, 2025 · 4 min read", False),
        ("Le 3 mai 2025, les équipes étaient prêtes sur le pas de tir", True),
        ("Le 3 mai 2025 à 23h05, mis à jour à 23h50 par Anne", False), ("On May 3, 2025 by Ann Lee and others", False), ("By Ann Lee, 3 May 2025", False),
    ],
)  # fmt: skip
def test_a_date_amid_a_sentence(line: str, expected: bool) -> None:
    assert date_context.in_sentence(line) is expected


@pytest.mark.parametrize(
    "raw", ["31 June 2025", "2025-13-45", "0000-00-00", "June 1, 2099", "1970-01-01"]
)
def test_impossible_dates_keep_their_string_and_have_no_value(raw: str) -> None:
    stamp = parse(raw)
    assert stamp is not None
    assert stamp.value is None
    assert stamp.precision is None
    assert stamp.raw == raw


@pytest.mark.parametrize(
    "raw", ["", "no date here", "Chapter 5, page 17", "In 5 minutes", "3:2 after extra time"]
)
def test_a_string_without_a_date_gives_none(raw: str) -> None:
    assert parse(raw) is None


@pytest.mark.parametrize(
    ("raw", "zone", "value", "precision"),
    [
        ("2 hours ago", None, "2026-03-01T10:00:00+00:00", "hour"),
        ("5 minutes ago", None, "2026-03-01T12:25:00+00:00", "minute"),
        ("вчера, 18:20", "Europe/Moscow", "2026-02-28T18:20:00+03:00", "minute"),
        ("3小时前", "Asia/Shanghai", "2026-03-01T17:00:00+08:00", "hour"),
        ("vor 3 Tagen", "Europe/Berlin", "2026-02-26T00:00:00+01:00", "day"),
    ],
)
def test_relative_days_count_back_from_arrival_and_say_so(
    raw: str, zone: str | None, value: str, precision: str
) -> None:
    stamp = parse(raw, zone)
    assert stamp is not None
    assert stamp.value is not None
    assert (stamp.value.isoformat(), stamp.precision) == (value, precision)
    assert stamp.method == "test.relative"


def test_published_and_updated_in_one_line_are_told_apart() -> None:
    published, updated = dates.published_and_updated(
        "16:42 14.05.2025 (обновлено: 17:05 14.05.2025)",
        dates.Setting("Europe/Moscow", NOW, "ru"),
        "test",
    )
    assert published is not None
    assert updated is not None
    assert published.value == datetime(2025, 5, 14, 13, 42, tzinfo=UTC)
    assert updated.value == datetime(2025, 5, 14, 14, 5, tzinfo=UTC)


def test_a_machines_date_glued_to_a_readers_one_is_the_hidden_update() -> None:
    published, updated = dates.published_and_updated(
        "Jules Verne2025-12-07T10:10:52+01:0025. November 2025|",
        dates.Setting("Europe/Berlin", NOW, "de"),
        "test",
    )
    assert published is not None
    assert updated is not None
    assert published.value == datetime(2025, 11, 24, 23, tzinfo=UTC)
    assert updated.value == datetime(2025, 12, 7, 9, 10, 52, tzinfo=UTC)


def test_today_is_published_and_a_time_after_it_updated() -> None:
    published, updated = dates.published_and_updated(
        "Publié aujourd'hui à 07h17, mis à jour à 09h00",
        dates.Setting("Europe/Paris", NOW, "fr"),
        "test",
    )
    assert published is not None
    assert published.value == datetime(2026, 3, 1, 6, 17, tzinfo=UTC)
    assert updated is None


@given(st.text(max_size=200))
def test_any_string_is_survived(raw: str) -> None:
    stamp = parse(raw)
    assert stamp is None or stamp.value is None or stamp.value.tzinfo is not None


@given(st.datetimes(datetime(1971, 1, 1), datetime(2026, 2, 1)), st.integers(-12 * 60, 14 * 60))
def test_iso_dates_come_back_as_they_went(moment: datetime, minutes: int) -> None:
    sign = "-" if minutes < 0 else "+"
    raw = (
        moment.strftime("%Y-%m-%dT%H:%M") + f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    )
    stamp = parse(raw)
    assert stamp is not None
    assert stamp.value is not None
    expected = moment.replace(second=0, microsecond=0, tzinfo=UTC) - timedelta(minutes=minutes)
    assert stamp.value == expected


def test_a_letter_that_is_two_in_lower_case_does_not_move_the_date() -> None:
    text = "İSTANBUL, 5 MAY 2025"
    assert [text[found.start : found.end] for found in dates.find(text)] == ["5 MAY 2025"]
