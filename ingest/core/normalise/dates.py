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
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from ingest.core.normalise.datewords import (
    CONNECTORS,
    DAY_WORDS,
    MONTHS,
    RELATIVE,
    UNITS,
    UPDATED_LABEL,
    ZONES,
)
from ingest.model import Precision, Timestamp

_Basis = Literal["stated", "assumed", "guess"]

MAX_RAW = 300
"""Characters of a string that are looked at: no date stands in more."""
MAX_FUTURE = timedelta(days=366)
"""A page dated later than this after it came in states no usable date."""
FIRST_YEAR = 1900

_Y = r"(?P<y>(?:19|20)\d\d)(?:(?!\d)|(?=\d{1,2}:\d\d))"  # "20258:04": the time glued on
_NAMES = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_M = rf"(?P<m>{_NAMES})(?![^\W\d_])\.?"
_D = r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?"
_PATTERNS = tuple(
    re.compile(pattern)  # for text in lower case: folding letters takes most of the time
    for pattern in (
        r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?P<sep>[-/.‐-―])\s?(?P<m>\d\d?)\s?(?P=sep)\s?(?P<d>\d\d?)(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=t\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)\s(?P<m>\d\d)/(?P<d>\d\d)(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일号]",
        r"令和\s?(?P<era>\d{1,2}|元)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日",
        rf"{_D}[\s\-/]{{0,3}}(?:de\s|of\s|d['’])?{_M},?[\s\-/]{{0,3}}(?:del?\s|of\s)?{_Y}",
        rf"(?<![^\W\d_]){_M}\s{{0,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d),?\s{{0,3}}{_Y}",
        rf"(?<!\d)(?P<y>(?:19|20)\d\d)[.,]?\s{{1,3}}{_M}\s{{1,3}}(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<![\d.])(?P<a>\d\d?)(?P<sep>[./-])\s?(?P<b>\d\d?)(?P=sep)\s?{_Y}",
        r"(?<![\d.])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>\d\d)(?![\d.,])",
    )
)
_CLOCK = (
    r"(?P<half>上午|下午|午前|午後|凌晨|早上|中午|晚上|오전|오후)?\s?"
    r"(?:(?P<h>\d{1,2})\s?(?:[:h時时点시]|(?<=\d)\.(?=\d\d\s?(?:Uhr|h\b|[ap]\.?m|[A-Z]{2,4}\b)))\s?(?P<mi>\d{2})?"
    r"(?!\d)\s?(?:[分분]|(?::(?P<s>\d{2})(?:[.,]\d{1,9})?)|min\b)?|(?P<h2>\d{1,2})(?=\s?[ap]\.?m))"
    r"(?:\s?(?P<ap>[ap])\.?m\b\.?)?(?:\s?(?:Uhr|hrs?\b\.?|h\b|ч\.|часов))?"
)
_ZONE_WORDS = "|".join(sorted(map(re.escape, ZONES), key=len, reverse=True))
_OFFSET = (
    r"\s?\(?(?P<zone>Z(?![A-Za-z])|(?:UTC|GMT)?\s?[+\-−]\d{1,2}:?\d{2}(?!\d)|"
    r"(?:UTC|GMT)\s?[+\-−]\d{1,2}(?!\d)|"
    rf"(?:{_ZONE_WORDS})(?:(?![^\W_])|(?=Updated|Published)))"
)
_TIME_AFTER = re.compile(rf"(?:{CONNECTORS}){{0,8}}{_CLOCK}(?:{_OFFSET})?", re.IGNORECASE)
_TIME_BEFORE = re.compile(
    rf"(?<![\d.:]){_CLOCK}(?:{_OFFSET})?\)?(?:{CONNECTORS}){{0,6}}$", re.IGNORECASE
)
_MONTH_ONLY = re.compile(rf"\W*{_M}\s+(?P<y>(?:19|20)\d\d)\W*", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"\s*(?P<y>(?:19|20)\d\d)(?:-(?P<m>\d\d))?\s*")
_QUICK = re.compile(r"(?:19|20)\d\d|\d[./]\s?\d{1,2}[./]\d\d|令和")
_ISO_LIKE = re.compile(r"\d{1,4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,4}")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line: its span, its parts as stated, and the words for its zone if any."""

    start: int
    end: int
    year: int
    month: int
    day: int
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    ambiguous: tuple[int, int] | None = None
    """The two numbers of a form such as 06/07/2025, whose order is a matter of language."""


def parse(
    raw: str, *, zone: str | None, received: datetime, language: str | None, method: str
) -> Timestamp | None:
    """The first date that ``raw`` states, or None when it holds no date at all.

    ``zone`` is the IANA name that a silent page of this source means; ``received`` resolves
    relative forms; ``language`` decides the order of 06/07/2025. A date that is impossible, too far
    in the future, or without a year has ``value`` None and keeps ``raw``.
    """
    raw = raw.strip()[:MAX_RAW]
    text = unicodedata.normalize("NFKC", raw)
    found = find(text)
    if found:
        return _timestamp(raw, found[0], zone, received, language, method)
    coarse = _month_or_year(text)
    if coarse is not None:
        year, month, precision = coarse
        moment = _moment(Found(0, 0, year, month, 1), zone, received, language)
        return Timestamp(
            raw=raw, value=moment[0], precision=precision, zone=moment[1], method=method
        )
    relative = _relative(text, zone, received)
    if relative is not None:
        value, precision = relative
        return Timestamp(
            raw=raw, value=value, precision=precision, zone="assumed" if zone else "guess",
            method=method + ".relative",
        )  # fmt: skip
    if _ISO_LIKE.search(text) or re.fullmatch(r"[\d\s:./-]{6,30}", text):
        return _unusable(raw, method)
    return None


def published_and_updated(
    raw: str, *, zone: str | None, received: datetime, language: str | None, method: str
) -> tuple[Timestamp | None, Timestamp | None]:
    """The dates of a line that may state both, told apart by the words before each.

    A line that only says "Updated" gives its date as published too late to be called that by the
    page, so the caller decides; here it is returned as updated, with published None.
    """
    raw = raw.strip()[:MAX_RAW]
    text = unicodedata.normalize("NFKC", raw)
    published = updated = None
    last = 0
    for found in find(text):
        before = text[last : found.start]
        last = found.end
        stamp = _timestamp(raw, found, zone, received, language, method)
        if UPDATED_LABEL.search(before):
            updated = updated or stamp
        else:
            published = published or stamp
    if published is None and updated is None:
        published = parse(raw, zone=zone, received=received, language=language, method=method)
        if published is not None and UPDATED_LABEL.search(text):
            published, updated = None, published
    return published, updated


def find(text: str) -> list[Found]:
    """Every full date (with a year) in ``text``, from left to right, each with its time of day."""
    text = text[:MAX_RAW]
    return list(_find(text)) if _QUICK.search(text) else []


@lru_cache(maxsize=256)  # several readers look at the same few lines of a page
def _find(text: str) -> tuple[Found, ...]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that is two in lower case: places would not fit
        lowered = "".join(map(_lower, text))
    spans: list[re.Match[str]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(lowered):
            if all(match.end() <= m.start() or match.start() >= m.end() for m in spans):
                spans.append(match)
    spans.sort(key=lambda m: m.start())
    out: list[Found] = []
    for n, match in enumerate(spans):
        lower = out[-1].end if out else 0
        upper = spans[n + 1].start() if n + 1 < len(spans) else len(text)
        out.append(_with_time(text, match, lower, upper))
    return tuple(out)


def _lower(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


def _with_time(text: str, match: re.Match[str], lower: int, upper: int) -> Found:
    groups = match.groupdict()
    year, month, day, ambiguous = _parts(groups)
    clock = _TIME_AFTER.match(text, match.end(), upper)
    start, end = match.start(), match.end()
    hour = minute = second = zone = None
    times = _clock(clock)
    if clock is not None and times is not None:
        end = clock.end()
    else:
        window = max(lower, match.start() - 40)
        clock = _TIME_BEFORE.search(text[window : match.start()])
        times = _clock(clock)
        if clock is not None and times is not None:
            start = window + clock.start()
    if clock is not None and times is not None:
        hour, minute, second = times
        zone = clock.group("zone")
    return Found(start, end, year, month, day, hour, minute, second, zone, ambiguous)


def _parts(groups: dict[str, str | None]) -> tuple[int, int, int, tuple[int, int] | None]:
    if groups.get("era"):
        year = 2018 + (1 if groups["era"] == "元" else int(groups["era"] or 1))
    else:
        year = int(groups["y"] or 0)
    if year < 100:
        year += 2000 if year < 70 else 1900
    if groups.get("a"):
        first, second = int(groups["a"] or 0), int(groups["b"] or 0)
        if groups["sep"] == "." or first > 12:
            return year, second, first, None
        if second > 12:
            return year, first, second, None
        return year, second, first, (first, second)
    name = groups["m"] or ""
    month = int(name) if name.isdigit() else MONTHS[name.lower().rstrip(".")]
    return year, month, int(groups["d"] or 0), None


def _clock(match: re.Match[str] | None) -> tuple[int, int | None, int | None] | None:
    """Hour, minute and second of a matched time of day, or None where it is none."""
    if match is None:
        return None
    groups = match.groupdict()
    hour = int(groups["h"] or groups["h2"])
    if groups["h"] and groups["mi"] is None and not re.search(r"[h時时点시]", match.group()):
        return None
    minute = int(groups["mi"]) if groups["mi"] else None
    if groups["ap"] or groups["half"]:
        late = (groups["ap"] or "").lower() == "p" or groups["half"] in _AFTERNOON
        if late and hour < 12:
            hour += 12
        elif not late and hour == 12 and groups["half"] != "中午":
            hour = 0
    if hour > 23 or (minute or 0) > 59:
        return None
    return hour, minute, int(groups["s"]) if groups["s"] and int(groups["s"]) < 60 else None


_AFTERNOON = {"下午", "午後", "晚上", "오후"}


def _timestamp(
    raw: str, found: Found, zone: str | None, received: datetime, language: str | None, method: str
) -> Timestamp:
    value, basis = _moment(found, zone, received, language)
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


def _moment(
    found: Found, zone: str | None, received: datetime, language: str | None
) -> tuple[datetime | None, _Basis | None]:
    month, day = found.month, found.day
    if found.ambiguous is not None and _month_first(language, zone):
        month, day = found.ambiguous
    try:
        clock = time(found.hour or 0, found.minute or 0, found.second or 0)
        naive = datetime.combine(date(found.year, month, day), clock)  # its zone comes next
    except ValueError:
        return None, None
    local = _zone_of(zone)
    stated = _stated_zone(found.zone, naive, local)
    basis: _Basis = "stated" if stated else "assumed" if local else "guess"
    value = naive.replace(tzinfo=stated or local or UTC)
    if found.year < FIRST_YEAR or naive == _EPOCH or naive.year > 9990:
        return None, None
    if value - received > MAX_FUTURE:
        return None, None
    return value, basis


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - what content systems print where they know no date


def _month_first(language: str | None, zone: str | None) -> bool:
    """Whether 06/07/2025 is 7 June: in English, but not where English is written day first."""
    if language not in (None, "en"):
        return False
    if zone is None:
        return language == "en"
    return zone.startswith("America/") or zone in ("Asia/Manila", "Pacific/Honolulu")


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


def _relative(text: str, zone: str | None, received: datetime) -> tuple[datetime, Precision] | None:
    """ "2 hours ago", "вчера, 18:20", "3小时前", counted back from ``received``."""
    local = received.astimezone(_zone_of(zone) or UTC)
    for pattern in RELATIVE:
        match = pattern.search(text)
        if match:
            number = match["n"]
            count = int(number) if number.isdigit() else 1
            unit = UNITS[match["unit"].lower()]
            if count > 1000:
                return None
            if unit >= 1440:
                day = (local - timedelta(minutes=count * unit)).replace(
                    hour=0, minute=0, second=0, microsecond=0
                )
                return day, "day" if unit == 1440 else "month"
            moment = (local - timedelta(minutes=count * unit)).replace(second=0, microsecond=0)
            if unit == 60:
                return moment.replace(minute=0), "hour"
            return moment, "minute"
    match = DAY_WORDS.search(text)
    if not match:
        return None
    back = 1 if match.lastgroup == "yesterday" else 0
    day = (local - timedelta(days=back)).replace(hour=0, minute=0, second=0, microsecond=0)
    times = _clock(re.compile(_CLOCK, re.IGNORECASE).search(text, match.end()))
    if times is None:
        return day, "day"
    return day.replace(hour=times[0], minute=times[1] or 0), "minute"
