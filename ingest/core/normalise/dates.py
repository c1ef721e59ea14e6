"""Dates as pages state them, in words and digits, to aware times with how sure we are.

``find`` sees every date in a line, ``parse`` reads one stated string. The forms: ISO 8601 and
RFC 5322, and what pages print in English, Chinese, Japanese, Korean, Russian, German, French,
Spanish and their neighbours. General date parsers guess where a page is silent (a missing year, a
zone, the order of day and month) and say nothing of it; here every guess is either refused or
recorded in the ``Timestamp``. The time of collection only serves to resolve "2 hours ago" and to
see that a date lies in the future.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from ingest.core.normalise.date_context import of_something_else, of_update
from ingest.core.normalise.date_forms import (
    MAX_RAW,
    MONTH,
    Found,
    find,
    updated_later,
)
from ingest.core.normalise.datewords import (
    DAY_WORDS,
    MONTHS,
    UPDATED_LABEL,
    ZONES,
)
from ingest.core.normalise.relative_dates import read_relative
from ingest.model import Precision, Timestamp

__all__ = [
    "MAX_RAW",
    "Found",
    "Setting",
    "day_first",
    "find",
    "parse",
    "published_and_updated",
    "read",
]

_Basis = Literal["stated", "assumed", "guess"]

MAX_FUTURE = timedelta(days=366)
"""A page dated later than this after it came in states no usable date."""
FIRST_YEAR = 1900

_MONTH_ONLY = re.compile(rf"\W*{MONTH}\s+(?P<y>(?:19|20)\d\d)\W*", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"\s*(?P<y>(?:19|20)\d\d)(?:-(?P<m>\d\d))?\s*")
_ISO_LIKE = re.compile(r"\d{1,4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,4}")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page tells of all its dates."""

    zone: str | None
    """The IANA name that a silent page of this source means."""
    received: datetime
    """Resolves relative forms, and shows which dates lie ahead."""
    language: str | None
    day_first: bool | None = None
    """How the page's other dates order day and month; None leaves 06/07/2025 to the language."""


def parse(
    raw: str, *, zone: str | None, received: datetime, language: str | None, method: str
) -> Timestamp | None:
    """``read`` for a single string, with no page around it."""
    return read(raw, Setting(zone, received, language), method)


def read(raw: str, setting: Setting, method: str) -> Timestamp | None:
    """The first date that ``raw`` states, or None when it holds no date at all.

    A date that is impossible, too far in the future, or without a year has ``value`` None and keeps
    ``raw``.
    """
    raw = raw.strip()[:MAX_RAW]
    text = unicodedata.normalize("NFKC", raw)
    found = find(text)
    if found:
        return _timestamp(raw, found[0], setting, method)
    coarse = _month_or_year(text)
    if coarse is not None:
        year, month, precision = coarse
        moment = _moment(Found(0, 0, year, month, 1), setting)
        return Timestamp(
            raw=raw, value=moment[0], precision=precision, zone=moment[1], method=method
        )
    relative = read_relative(text, setting.received.astimezone(_zone_of(setting.zone) or UTC))
    if relative is not None:
        value, precision = relative
        return Timestamp(
            raw=raw, value=value, precision=precision, zone="assumed" if setting.zone else "guess",
            method=method + ".relative",
        )  # fmt: skip
    if _ISO_LIKE.search(text) or re.fullmatch(r"[\d\s:./-]{6,30}", text):
        return _unusable(raw, method)
    return None


def published_and_updated(
    raw: str, setting: Setting, method: str
) -> tuple[Timestamp | None, Timestamp | None]:
    """The dates of a line that may state both, told apart by the words before each.

    A line that only says "Updated" gives its date as published too late to be called that by the
    page, so the caller decides; here it is returned as updated, with published None.
    """
    raw = raw.strip()[:MAX_RAW]
    if not _MAY_STATE.search(raw):
        return None, None
    text = raw if raw.isascii() else unicodedata.normalize("NFKC", raw)
    published = updated = None
    last = 0
    stated = find(text)
    for n, found in enumerate(stated):
        begin, last = last, found.end
        if of_something_else(text[begin : found.start]):
            continue
        stamp = _timestamp(raw, found, setting, method)
        # a machine's date glued to a reader's one: a theme's hidden "updated"
        hidden = found.second is not None and n + 1 < len(stated) and stated[n + 1].start == last
        if hidden or of_update(text, found, begin):
            updated = updated or stamp
        else:
            published = published or stamp
    if published is not None and updated is None and len(stated) == 1:
        later = updated_later(text, stated[0])
        updated = _timestamp(raw, later, setting, method) if later else None
    if not stated:
        label = UPDATED_LABEL.search(text)
        first = text[: label.start()] if label else text
        published = read(first, setting, method) if first.strip() else None
        updated = read(text[label.start() :], setting, method) if label else None
    return published, updated


_MAY_STATE = re.compile(
    rf"\d|\bago\b|[^\x00-\x7f]|{DAY_WORDS.pattern}|\b(?:vor|il y a|hace) ", re.IGNORECASE
)
"""Digits or words of time; most lines of a head have neither."""


def day_first(lines: Iterable[str]) -> bool | None:
    """Whether the dates in lines that leave no doubt stand day first ("14/04/2025"), or month
    first; None where no line tells, or they disagree."""
    seen: set[bool] = set()
    for line in lines:
        for match in _NUMBERS.finditer(line[:MAX_RAW]):
            first, second = int(match[1]), int(match[2])
            if max(first, second) > 12 >= min(first, second) > 0 and max(first, second) <= 31:
                seen.add(first > 12)
    return seen.pop() if len(seen) == 1 else None


_NUMBERS = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:(?:19|20)\d\d|\d\d)(?![\d/])")


def _timestamp(raw: str, found: Found, setting: Setting, method: str) -> Timestamp:
    value, basis = _moment(found, setting)
    if value is None:
        return _unusable(raw, method)
    precision: Precision = "day"
    if found.hour is not None:
        precision = "hour" if found.minute is None else "minute"
        if found.second is not None:
            precision = "second"
    return Timestamp(raw=raw, value=value, precision=precision, zone=basis, method=method)


def _unusable(raw: str, method: str) -> Timestamp:
    return Timestamp(raw=raw, value=None, precision=None, zone=None, method=method)


def _moment(found: Found, setting: Setting) -> tuple[datetime | None, _Basis | None]:
    orders = [(found.month, found.day)]
    if found.ambiguous is not None:
        orders.append((found.day, found.month))
        if _month_first(found, setting):
            orders.reverse()
    value, basis = _at(found, *orders[0], setting)
    if value is not None and len(orders) > 1 and value - setting.received > timedelta(days=1):
        other = _at(found, *orders[1], setting)
        if other[0] is not None and other[0] <= setting.received:
            return other  # no story is from tomorrow
    return value, basis


def _at(
    found: Found, month: int, day: int, setting: Setting
) -> tuple[datetime | None, _Basis | None]:
    try:
        clock = time(found.hour or 0, found.minute or 0, found.second or 0)
        naive = datetime.combine(date(found.year, month, day), clock)  # its zone comes next
    except ValueError:
        return None, None
    local = _zone_of(setting.zone)
    stated = _stated_zone(found.zone, naive, local)
    basis: _Basis = "stated" if stated else "assumed" if local else "guess"
    value = naive.replace(tzinfo=stated or local or UTC)
    if found.year < FIRST_YEAR or naive == _EPOCH or naive.year > 9990:
        return None, None
    if value - setting.received > MAX_FUTURE:
        return None, None
    return value, basis


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - what content systems print where they know no date


def _month_first(found: Found, setting: Setting) -> bool:
    """Whether 06/07/2025 is 7 June: in English, but not where English is written day first. Where
    nobody has told where that is, the zone beside the date tells it."""
    if setting.day_first is not None:
        return not setting.day_first
    zone = setting.zone
    if setting.language not in (None, "en"):
        return False
    if zone is None:
        return setting.language == "en" and not _is_east(found.zone)
    return zone.startswith("America/") or zone in ("Asia/Manila", "Pacific/Honolulu")


def _is_east(words: str | None) -> bool:
    """Whether a stated zone is one of Europe, Asia or Australia; UTC is anybody's."""
    stated = _stated_zone(words, _EPOCH, None)
    if words is None or stated is None or words.upper() in ("Z", "UTC"):
        return False
    return (stated.utcoffset(_EPOCH) or timedelta()) >= timedelta()


@cache
def _zone_of(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # a name that is malformed or that no database has
        return None


def _stated_zone(words: str | None, naive: datetime, local: tzinfo | None) -> tzinfo | None:
    """The zone that a page states. An abbreviation means the source's own zone where it fits:
    CST is China's on a Chinese page, America's elsewhere."""
    if not words:
        return None
    compact = words.upper().replace(" ", "").replace("−", "-")
    if compact in ("Z", "UTC", "GMT"):
        return UTC
    offset = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", compact)
    if offset:
        minutes = int(offset.group(2)) * 60 + int(offset.group(3) or 0)
        if minutes > 14 * 60:
            return None
        return timezone(timedelta(minutes=-minutes if offset.group(1) == "-" else minutes))
    if local is not None and naive.replace(tzinfo=local).tzname() == compact:
        return local
    meaning = ZONES[words.lower()]
    return _zone_of(meaning) if isinstance(meaning, str) else timezone(timedelta(minutes=meaning))


def _month_or_year(text: str) -> tuple[int, int, Precision] | None:
    match = _MONTH_ONLY.fullmatch(text)
    if match:
        return int(match["y"]), MONTHS[match["m"].lower().rstrip(".")], "month"
    match = _YEAR_MONTH.fullmatch(text)
    if match and match["m"] and 1 <= int(match["m"]) <= 12:
        return int(match["y"]), int(match["m"]), "month"
    if match and not match["m"]:
        return int(match["y"]), 1, "year"
    return None
