"""When a dump says that its story was published and updated."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ingest.core.normalise import date_lines, dates
from ingest.core.normalise.body import Judged
from ingest.core.normalise.datewords import PUBLISHED_LABEL
from ingest.core.normalise.zones import Zones
from ingest.model import Timestamp

MAX_AHEAD = timedelta(days=1)
"""A page dated later than this after it came in was not published then."""
MAX_BESIDE = 3
"""Lines from a date within which a labelled date corrects it."""
MAX_PARTS = 4

_CLOCK_ONLY = re.compile(
    r"\W{0,3}(?:at |um |à |a las )?\d{1,2}[:.h]\d\d(?::\d\d)?\s?"
    r"(?:[ap]\.?m\.?|uhr|h|hs|hrs)?\s?[A-Za-z]{0,4}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_YEAR_ONLY = re.compile(r"20\d\d年?")
_NUMBERS_ONLY = re.compile(r"[\d/:.月日 ]{1,9}")


@dataclass(slots=True)
class _Dates:
    """What has been read so far, from the best lines on."""

    updated: Timestamp | None = None
    updated_at: int = -9
    """The line that states it: the one beside it may say when the story was published."""
    relative: Timestamp | None = None
    unusable: Timestamp | None = None


def read_dates(
    judged: list[Judged], zones: Zones, zone: str | None, received: datetime, language: str | None
) -> tuple[Timestamp | None, Timestamp | None]:
    """Published and updated, from the lines nearest to the headline.

    Where a page only says when it was updated, that is the only date it gives its story, and it
    stands as published too. "2 hours ago" counts only where no line near by states a date, and only
    if nothing shows that the page is older than what the hours are counted back from.
    """
    slashed = [row.text for row in judged if "/" in row.text]
    order = dates.day_first([text for text in slashed if text.count("/") > 1])
    setting = dates.Setting(zone, received, language, order)
    so_far = _Dates()
    near, distant = date_lines.near(judged, zones), date_lines.distant(judged, zones)
    for n in [*near, *distant]:
        beside = abs(n - so_far.updated_at) == 1
        if n not in near and (so_far.updated or so_far.relative) and not beside:
            break  # the head says when the story is from: dates further away are not its own
        if (found := _published(judged, n, zones, setting, so_far)) is not None:
            return _with_labelled(found, n, so_far, judged, zones, setting)
    if so_far.relative is None and so_far.updated is None:
        for n in date_lines.alone(judged, zones):
            if (found := _published(judged, n, zones, setting, so_far)) is not None:
                return found, None
    found = so_far.relative
    if so_far.updated is not None:
        found = replace(so_far.updated, method=so_far.updated.method + ".updated")
    if found is not None and ".relative" in found.method and _saved_later(judged, received):
        found = replace(found, value=None, precision=None, zone=None)
    return found or so_far.unusable, None


def _published(
    judged: list[Judged], n: int, zones: Zones, setting: dates.Setting, so_far: _Dates
) -> Timestamp | None:
    """The date that line ``n`` gives the story, if it states one; else noted in ``so_far``."""
    p, u = _stated(judged, n, zones, setting)
    if p is not None and ".relative" in p.method:
        if so_far.relative is None and n in zones.between and judged[n].units <= 8:
            so_far.relative = p
        return None
    beside = abs(n - so_far.updated_at) == 1
    if so_far.updated is not None and not (zones.title < n < zones.first or beside):
        return None
    if u is not None and u.value is not None and so_far.updated is None:
        so_far.updated, so_far.updated_at = u, n
    if p is None or p.precision in ("month", "year"):
        return None
    if p.value is None:
        if judged[n].marker or n in zones.between:
            so_far.unusable = so_far.unusable or p
        return None
    if p.precision == "day" and n in zones.between and n + 1 < len(judged):
        p = _with_clock(judged[n].text, judged[n + 1].text, setting) or p
    if p.precision == "day":
        p = _to_the_minute(p, judged, zones, setting)
    return p


def _with_labelled(
    found: Timestamp, at: int, so_far: _Dates, judged: list[Judged], zones: Zones,
    setting: dates.Setting,
) -> tuple[Timestamp, Timestamp | None]:  # fmt: skip
    """Published and updated, with what other lines between headline and story say of both, and an
    update in the line below.

    A date without a label is of an update if "First published" stands beside it with an earlier
    one. No update is older than what it updates.
    """
    published, updated = found, so_far.updated
    below = [at + 1] if at + 1 < len(judged) and at not in zones.between else []
    for n in (n for n in (*zones.between, *below) if n != at and judged[n].marker):
        p, u = _stated(judged, n, zones, setting)
        if updated is None and u is not None and u.value is not None:
            updated = u
        if (
            p is not None and abs(n - at) <= MAX_BESIDE and _is_before(p, published)
            and PUBLISHED_LABEL.search(_line(judged, n))
            and not PUBLISHED_LABEL.search(_line(judged, at))
        ):  # fmt: skip
            published, updated = p, updated or published
    if updated is not None and _is_before(updated, published):
        updated = None
    return published, updated


def _is_before(one: Timestamp, other: Timestamp) -> bool:
    """Whether a date is surely earlier than another: one without a time of day is a whole day."""
    if one.value is None or other.value is None:
        return False
    if "day" in (one.precision, other.precision):
        return one.value.date() < other.value.date()
    return one.value < other.value


def _line(judged: list[Judged], n: int) -> str:
    """A line of the head as it is read: with a label above it, or a date's parts below it."""
    text = judged[n].text
    if _YEAR_ONLY.fullmatch(text):
        parts = [text]
        for row in judged[n + 1 : n + MAX_PARTS]:
            if not _NUMBERS_ONLY.fullmatch(row.text):
                break
            parts.append(row.text)
        return " ".join(parts)
    label = date_lines.label_above(judged, n)
    return f"{label} {text}" if label else text


def _with_clock(day: str, clock: str, setting: dates.Setting) -> Timestamp | None:
    """A date whose time of day stands in the line below it."""
    if len(clock) > 24 or not _CLOCK_ONLY.fullmatch(clock):
        return None
    both = dates.read(f"{day} {clock}", setting, "dump.head")
    return both if both is not None and both.precision in ("minute", "second") else None


def _to_the_minute(
    day: Timestamp, judged: list[Judged], zones: Zones, setting: dates.Setting
) -> Timestamp:
    """The same day with a time of day, where another line of the head states it."""
    for n in zones.between:
        if judged[n].marker and not judged[n].caption:
            other, _ = _stated(judged, n, zones, setting)
            exact = other is not None and other.precision in ("minute", "second")
            if exact and other is not None and _same_day(other, day):
                return other
    return day


def _same_day(one: Timestamp, other: Timestamp) -> bool:
    if one.value is None or other.value is None:
        return False
    return one.value.date() == other.value.date()


def _saved_later(judged: list[Judged], received: datetime) -> bool:
    """Whether the latest year on a page shows that it was saved long before it came in."""
    years = [int(y) for row in judged for y in _YEAR.findall(row.text[:400])]
    years = [year for year in years if year <= received.year]
    spring = received.month > 3  # rights lines are a while behind
    return bool(years) and max(years) < received.year - (not spring)


def _stated(
    judged: list[Judged], n: int, zones: Zones, setting: dates.Setting
) -> tuple[Timestamp | None, Timestamp | None]:
    """What a line states; a date that lies ahead keeps its string alone."""
    head = n < zones.first
    line = _line(judged, n) if head else judged[n].text
    stated = dates.published_and_updated(line, setting, "dump.head" if head else "dump.foot")
    published, updated = (_not_ahead(stamp, setting) for stamp in stated)
    return published, updated


def _not_ahead(stamp: Timestamp | None, setting: dates.Setting) -> Timestamp | None:
    if stamp is None or stamp.value is None or stamp.value <= setting.received + MAX_AHEAD:
        return stamp
    return replace(stamp, value=None, precision=None, zone=None)
