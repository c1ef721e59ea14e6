"""When a feed is asked again: what follows from its habits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core.feeds import schedule
from ingest.core.feeds.schedule import Bounds
from ingest.model import Rhythm

MONDAY = datetime(2026, 5, 4, tzinfo=UTC)
BOUNDS = Bounds(shortest=60.0, longest=4 * 3600.0)


def watched(*hours: float, days: int = 21, weekends: bool = True) -> Rhythm:
    """A feed with entries at these hours of each day, watched for that many days until Monday."""
    times = [
        day + timedelta(hours=hour)
        for back in range(days, 0, -1)
        for day in [MONDAY - timedelta(days=back)]
        for hour in hours
        if weekends or day.weekday() < 5
    ]
    begin = MONDAY - timedelta(days=days)
    rhythm = schedule.observe(Rhythm(), [], since=begin, now=begin)
    return schedule.observe(rhythm, times, since=begin, now=MONDAY)


def minutes(rhythm: Rhythm, hour: float, *, day: int = 0) -> float:
    now = MONDAY + timedelta(days=day, hours=hour)
    return schedule.seconds_until_next(rhythm, now=now, bounds=BOUNDS) / 60


def test_the_busier_a_feed_the_sooner_it_is_asked() -> None:
    waits = [minutes(watched(*range(0, 24, step)), 12) for step in (1, 2, 6, 24)]
    assert waits == sorted(waits)
    assert waits[0] < 10 < waits[-1]


def test_a_feed_is_asked_by_day_and_hardly_at_night() -> None:
    rhythm = watched(9, 10, 11, 12, 13, 14, 15, 16, 17)
    assert minutes(rhythm, 12) < 10
    assert minutes(rhythm, 0) > 25
    # In the early morning the wait does not reach far into the hours that count.
    assert minutes(rhythm, 6) < 3 * 60 + 15


def test_a_feed_that_rests_at_weekends_is_left_alone_then() -> None:
    rhythm = watched(9, 12, 15, days=42, weekends=False)
    assert minutes(rhythm, 12, day=5) > 1.5 * minutes(rhythm, 12)


def test_a_burst_is_followed_and_forgotten() -> None:
    rhythm = watched(12)
    now = MONDAY + timedelta(hours=3)
    burst = [now - timedelta(minutes=5 * i) for i in range(4)]
    rhythm = schedule.observe(rhythm, burst, since=MONDAY, now=now)
    assert minutes(rhythm, 3) < 10
    assert minutes(rhythm, 14) > 15


def test_a_feed_that_falls_silent_is_asked_less_and_less() -> None:
    rhythm, waits = watched(*range(24)), []
    for week in range(1, 9):
        now = MONDAY + timedelta(weeks=week)
        rhythm = schedule.observe(rhythm, [], since=now - timedelta(weeks=1), now=now)
        waits.append(minutes(rhythm, 24 * 7 * week))
    assert waits == sorted(waits)
    assert waits[-1] > 2 * waits[0]


def test_a_new_feed_is_judged_by_its_dates() -> None:
    def first(*ages: float) -> float:
        times = [MONDAY - timedelta(days=age) for age in ages]
        return minutes(schedule.observe(Rhythm(), times, since=None, now=MONDAY), 0)

    busy, slow, dead = first(*(i / 24 for i in range(1, 26))), first(1, 8, 15, 22), first(400, 500)
    assert busy <= 10 < slow < dead
    assert first() < dead


def test_what_a_feed_states_counts_until_it_is_known() -> None:
    hourly = Rhythm(stated_seconds=3600.0)
    monthly = Rhythm(stated_seconds=30 * 86400.0)
    assert minutes(hourly, 12) < minutes(Rhythm(), 12) < minutes(monthly, 12)


@given(
    ages=st.lists(st.floats(0, 60), max_size=60),
    gap=st.floats(0, 400),
    since=st.none() | st.floats(0, 30),
    shortest=st.floats(1, 3600),
)
def test_waits_stay_within_bounds_and_rhythms_finite(
    ages: list[float], gap: float, since: float | None, shortest: float
) -> None:
    bounds = Bounds(shortest, max(shortest, 14_400.0))
    times = [MONDAY - timedelta(days=age) for age in ages]
    before = None if since is None else MONDAY - timedelta(days=since)
    rhythm = schedule.observe(Rhythm(), times, since=before, now=MONDAY)
    later = MONDAY + timedelta(days=gap)
    wait = schedule.seconds_until_next(rhythm, now=later, bounds=bounds)
    assert bounds.shortest <= wait <= bounds.longest
    assert all(0 <= count < 1e6 for count in (*rhythm.hours, *rhythm.weekdays, rhythm.recent))


def test_failures_double_the_wait_up_to_a_bound() -> None:
    waits = [
        schedule.seconds_after_failures(n, bounds=BOUNDS, longest=86_400.0) for n in range(1, 40)
    ]
    assert waits[:3] == [60, 120, 240]
    assert waits[-1] == 86_400.0
    assert waits == sorted(waits)


@pytest.mark.parametrize("wait", [60.0, 14_400.0])
def test_feeds_that_began_together_part_and_each_keeps_its_time(wait: float) -> None:
    drawn = [schedule.spread(wait, f"f-{i}", MONDAY) for i in range(50)]
    assert drawn == [schedule.spread(wait, f"f-{i}", MONDAY) for i in range(50)]
    assert 0.9 * wait <= min(drawn) < 0.95 * wait < 1.05 * wait < max(drawn) <= 1.1 * wait
