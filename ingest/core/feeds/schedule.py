"""When a feed is asked next: often while something new is likely, rarely while it is not.

From when entries appeared so far we know about how many to expect at each hour of the week. A feed
is asked again when the entries to be expected by then would have waited for ``PATIENCE`` together.
Waits are counted by their squares: one entry that waits for an hour is worse than four that wait
for a quarter, so that no feed is left behind for the sake of the busiest. A feed with an entry an
hour is thus asked about every eight minutes, were it not for ``Bounds``, one with an entry a day
about every twenty, or less often when it never has any at such an hour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from ingest.model import FeedId, Rhythm

PATIENCE = 2.3
"""Squared minutes of waiting that one request is worth."""
HALF_LIFE_DAYS = 14.0
"""Habits change: what was seen this long ago counts half."""
BURST_HALF_LIFE_HOURS = 1.0
BURST_SHARE = 0.5
"""How much of the rate of the last hours is believed to go on."""
PRIOR_ENTRIES, PRIOR_DAYS = 0.2, 0.1
"""What is believed of a feed that nobody watched yet, and how firmly."""
EVEN_HOURS, EVEN_WEEKDAYS = 4.0, 6.0
"""Entries that must be seen before hours, or days, count as much as an even spread."""
FIRST_DAYS = 30.0
"""How far back the dates in a new feed are believed."""
STEP = 2.0
"""Minutes for which the rate counts as even."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds between two polls of a feed, at least and at most."""

    shortest: float
    longest: float


def observe(
    rhythm: Rhythm, appeared: Sequence[datetime], *, since: datetime | None, now: datetime
) -> Rhythm:
    """The rhythm after a poll at ``now`` that found entries which appeared at those times.

    ``since`` is the poll before; where there is none, the feed's own dates tell how long it took to
    fill, and with that as much as days of watching.
    """
    times = sorted(time for time in appeared if time <= now)
    if since is None:
        watched = min(_days(now - times[0]), FIRST_DAYS) if times else 0.0
        times = [time for time in times if now - time <= timedelta(days=FIRST_DAYS)]
    else:
        watched = max(_days(now - since), 0.0)
    rhythm = _faded(rhythm, now)
    hours, weekdays, recent = list(rhythm.hours), list(rhythm.weekdays), rhythm.recent
    for time in times:
        age = max(_days(now - time), 0.0)
        weight = 0.5 ** (age / HALF_LIFE_DAYS)
        hours[time.hour] += weight
        weekdays[time.weekday()] += weight
        recent += 0.5 ** (age * 24 / BURST_HALF_LIFE_HOURS)
    # Days are faded like entries, as if each had been counted when it passed.
    days = rhythm.days + HALF_LIFE_DAYS / math.log(2) * (1 - 0.5 ** (watched / HALF_LIFE_DAYS))
    return replace(
        rhythm,
        hours=tuple(hours),
        weekdays=tuple(weekdays),
        days=days,
        recent=recent,
        as_of=now,
    )


def _faded(rhythm: Rhythm, now: datetime) -> Rhythm:
    if rhythm.as_of is None or now <= rhythm.as_of:
        return rhythm
    age = _days(now - rhythm.as_of)
    kept = 0.5 ** (age / HALF_LIFE_DAYS)
    return replace(
        rhythm,
        hours=tuple(count * kept for count in rhythm.hours),
        weekdays=tuple(count * kept for count in rhythm.weekdays),
        days=rhythm.days * kept,
        recent=rhythm.recent * 0.5 ** (age * 24 / BURST_HALF_LIFE_HOURS),
        as_of=now,
    )


def seconds_until_next(rhythm: Rhythm, *, now: datetime, bounds: Bounds) -> float:
    """How long to wait before asking again, by what is to be expected until then."""
    rhythm = _faded(rhythm, now)
    seen = sum(rhythm.hours)
    hours, weekdays = _hours(rhythm, seen), _weekdays(rhythm, seen)
    a_minute = _entries_a_day(rhythm, seen) / 1440
    fading = math.log(2) / (BURST_HALF_LIFE_HOURS * 60)
    burst = BURST_SHARE * rhythm.recent * fading
    expected = waited = squares = minutes = 0.0
    while minutes * 60 < bounds.longest and squares < PATIENCE:
        at = now + timedelta(minutes=minutes)
        rate = a_minute * hours[at.hour] * weekdays[at.weekday()]
        rate += burst * math.exp(-fading * minutes)
        # What the entries of before the step, and those within it, wait by its end.
        squares += 2 * waited * STEP + expected * STEP**2 + rate * STEP**3 / 3
        waited += expected * STEP + rate * STEP**2 / 2
        expected += rate * STEP
        minutes += STEP
    return min(max(minutes * 60, bounds.shortest), bounds.longest)


def _entries_a_day(rhythm: Rhythm, seen: float) -> float:
    stated = rhythm.stated_seconds
    prior = 86_400 / stated * PRIOR_DAYS if stated else PRIOR_ENTRIES
    return (seen + prior) / (rhythm.days + PRIOR_DAYS)


def _hours(rhythm: Rhythm, seen: float) -> list[float]:
    """How much more than evenly each hour of the day has, neighbours taken along."""
    counts = rhythm.hours
    smooth = [
        (counts[hour - 1] + 2 * counts[hour] + counts[(hour + 1) % 24]) / 4 for hour in range(24)
    ]
    return [(count + EVEN_HOURS / 24) / (seen + EVEN_HOURS) * 24 for count in smooth]


def _weekdays(rhythm: Rhythm, seen: float) -> list[float]:
    return [(count + EVEN_WEEKDAYS / 7) / (seen + EVEN_WEEKDAYS) * 7 for count in rhythm.weekdays]


def _days(length: timedelta) -> float:
    return length.total_seconds() / 86_400


def seconds_after_failures(failures: int, *, bounds: Bounds, longest: float) -> float:
    """How long to wait after so many failures in a row: twice as long each time, up to a bound."""
    return float(min(bounds.shortest * 2.0 ** min(failures - 1, 30), longest))


def spread(seconds: float, feed: FeedId, now: datetime) -> float:
    """The wait, up to a tenth longer or shorter, so that feeds which began together part."""
    drawn = sha256(f"{feed} {now.isoformat()}".encode()).digest()
    return seconds * (0.9 + 0.2 * int.from_bytes(drawn[:4]) / 2**32)
