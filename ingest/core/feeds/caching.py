"""What a server says of when to ask again, and with what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_RETRY = 86_400.0
"""Seconds that a server can put us off for at a time."""
LONGEST_FRESH = 3_600.0
"""Seconds for which its word that nothing changes is taken."""
MAX_VALIDATOR = 1_000
_MAX_AGE = re.compile(r"(?:\A|[\s,;])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
_PERIODS = {
    "hourly": 3_600.0,
    "daily": 86_400.0,
    "weekly": 604_800.0,
    "monthly": 2_592_000.0,
    "yearly": 31_536_000.0,
}


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that the server asks to be left alone for, in either form; None if it does not."""
    stated = headers.get("retry-after", "").strip()
    if stated.isdecimal() and stated.isascii():
        seconds = float(stated[:12])
    elif (until := _date(stated)) is not None:
        seconds = (until - now).total_seconds()
    else:
        return None
    return min(max(seconds, 0.0), LONGEST_RETRY)


def fresh_for(headers: Mapping[str, str], ttl_minutes: str | None, now: datetime) -> float:
    """Seconds for which asking again would bring the same answer, by the server's own word.

    The longest of ``Cache-Control: max-age``, else ``Expires``, and the feed's ``ttl``; never more
    than :data:`LONGEST_FRESH`: some say a year.
    """
    ttl = (ttl_minutes or "").strip()
    minutes = float(ttl[:6]) if ttl.isdecimal() and ttl.isascii() else 0.0
    return min(max(_cached_for(headers, now), minutes * 60, 0.0), LONGEST_FRESH)


def _cached_for(headers: Mapping[str, str], now: datetime) -> float:
    control = headers.get("cache-control", "")
    if re.search(
        r"no-cache|no-store|must-revalidate\s*,\s*max-age\s*=\s*0", control, re.IGNORECASE
    ):
        return 0.0
    if (stated := _MAX_AGE.search(control)) is not None:
        age = headers.get("age", "").strip()
        return float(stated[1]) - (float(age[:10]) if age.isdecimal() and age.isascii() else 0.0)
    expires = _date(headers.get("expires", ""))
    said_at = _date(headers.get("date", "")) or now
    return (expires - said_at).total_seconds() if expires is not None else 0.0


def stated_seconds(update: tuple[str | None, str | None]) -> float | None:
    """How often the feed changes by its own word (``sy:updatePeriod``, ``sy:updateFrequency``)."""
    period, frequency = update
    seconds = _PERIODS.get((period or "").strip().lower())
    times = (frequency or "1").strip()
    if seconds is None or not (times.isdecimal() and times.isascii()):
        return None
    return seconds / min(max(float(times[:6]), 1.0), seconds / 60)


def validator(headers: Mapping[str, str], name: str) -> str | None:
    """An ``ETag`` or ``Last-Modified`` to ask with next time, if it may be sent back as it is."""
    stated = headers.get(name, "").strip()
    plain = stated.isascii() and stated.isprintable() and len(stated) <= MAX_VALIDATOR
    return stated if stated and plain else None


def _date(stated: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(stated.strip()[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
