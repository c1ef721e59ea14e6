"""What servers say of when to ask again, well and badly."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core.feeds import caching

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Mon, 04 May 2026 12:30:00 GMT", 1800.0),
        ("Monday, 04-May-26 12:30:00 GMT", 1800.0),
        ("Mon May  4 12:30:00 2026", 1800.0),
        ("Mon, 04 May 2026 14:30:00 +0200", 1800.0),
        ("Mon, 04 May 2026 11:00:00 GMT", 0.0),
        ("999999999999999999999", 86_400.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("１２０", None),
        ("Mon, 99 May 2026 99:99:99 GMT", None),
    ],
)
def test_retry_after(stated: str, seconds: float | None) -> None:
    assert caching.retry_after({"retry-after": stated}, NOW) == seconds


@pytest.mark.parametrize(
    ("headers", "ttl", "seconds"),
    [
        ({}, None, 0.0),
        ({"cache-control": "public, max-age=600"}, None, 600.0),
        ({"cache-control": "MAX-AGE=600", "age": "500"}, None, 100.0),
        ({"cache-control": "max-age=100", "age": "500"}, None, 0.0),
        ({"cache-control": 'max-age="600"'}, None, 600.0),
        ({"cache-control": "s-maxage=600"}, None, 0.0),
        ({"cache-control": "no-cache, max-age=600"}, None, 0.0),
        ({"cache-control": "max-age=99999999"}, None, 3600.0),
        ({"expires": "Mon, 04 May 2026 12:10:00 GMT"}, None, 600.0),
        (
            {"expires": "Mon, 04 May 2026 12:10:00 GMT", "date": "Mon, 04 May 2026 12:05:00 GMT"},
            None,
            300.0,
        ),
        ({"expires": "0"}, None, 0.0),
        ({"cache-control": "max-age=60", "expires": "Mon, 04 May 2026 12:10:00 GMT"}, None, 60.0),
        ({}, "30", 1800.0),
        ({"cache-control": "max-age=60"}, "5", 300.0),
        ({}, "525600", 3600.0),
        ({}, "-1", 0.0),
        ({}, "an hour", 0.0),
    ],
)
def test_fresh_for(headers: dict[str, str], ttl: str | None, seconds: float) -> None:
    assert caching.fresh_for(headers, ttl, NOW) == seconds


@pytest.mark.parametrize(
    ("update", "seconds"),
    [
        (("hourly", None), 3600.0),
        (("hourly", "2"), 1800.0),
        ((" Daily ", "1"), 86_400.0),
        (("weekly", "0"), 604_800.0),
        (("hourly", "99999"), 60.0),
        (("sometimes", "1"), None),
        (("hourly", "often"), None),
        ((None, "4"), None),
    ],
)
def test_stated_seconds(update: tuple[str | None, str | None], seconds: float | None) -> None:
    assert caching.stated_seconds(update) == seconds


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ('"abc"', '"abc"'),
        ('W/"abc"', 'W/"abc"'),
        ("", None),
        ("x" * 5000, None),
        ("a\nb", None),
        ("“é”", None),
    ],
)
def test_only_validators_that_can_be_sent_back_are_kept(stated: str, kept: str | None) -> None:
    assert caching.validator({"etag": stated}, "etag") == kept


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=10))
def test_nothing_that_a_server_says_raises(one: str, other: str, ttl: str) -> None:
    headers = {"retry-after": one, "cache-control": other, "expires": one, "date": other}
    assert (caching.retry_after(headers, NOW) or 0.0) >= 0
    assert 0 <= caching.fresh_for({**headers, "age": ttl}, ttl, NOW) <= 3600
    assert caching.validator({"etag": one}, "etag") in (one.strip(), None)
