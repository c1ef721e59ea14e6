"""Which of a page's dates is the one of its publication, and the zone in which the page shows it.

What a page states for programs is best, but statements disagree (a theme's, a plug-in's), and many
are in UTC where the page shows its readers another day. What stands beside the headline settles
both: it chooses among statements, and it shows how far the page's clock is from UTC.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from lxml import html as lxml_html

from ingest.core.normalise import dates, feed_dates, html_beside, html_dates, html_times
from ingest.core.normalise.draft import Stated

MAX_BESIDE = 6
MAX_SHOWN = 4
"""Dates that are looked at, of those that a page only shows."""
MAX_STATED = 40

_UTC = frozenset({"Z", "UTC", "GMT", "+00:00", "+0000"})
_WEST = timedelta(hours=-12)
_EAST = timedelta(hours=14)
_STEP = timedelta(minutes=15)
_SECOND = timedelta(seconds=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def choose(
    stated: Sequence[Stated],
    dated: Sequence[Stated],
    scripts: Sequence[str],
    tree: lxml_html.HtmlElement,
    heading: lxml_html.HtmlElement | None,
    address: str | None,
) -> tuple[list[Stated], list[Stated]]:
    """The dates of publication and those of updates that are only shown, each best first.

    ``stated`` are those stated as of publication, ``dated`` others that are made for programs,
    ``scripts`` the page's scripts, whose data may state some,
    ``heading`` is the headline in the tree.
    """
    stated, dated = _readable(stated), _readable(dated)
    updates: list[Stated] = []
    if any(one.method == "html.time" for one in (*stated, *dated)):
        late, others = html_times.sort_out(tree, heading)
        updates = [one for one in dated if _is_time(one, late)]
        stated = [one for one in stated if not _is_time(one, others)]
        dated = [one for one in dated if not _is_time(one, late | others)]
    every = [*stated, *dated][:MAX_STATED]
    times = [one for one in every if one.method == "html.time"]
    untimed = [one for one in every if one not in times]
    if len(_days(times)) > 1 and untimed and untimed[0] is every[0]:
        every = untimed  # some of these elements are of the teasers of other articles
    if stated and not _doubtful(every):
        return _timed_first(every, stated), updates
    beside = list(islice(html_beside.beside(heading), MAX_BESIDE))
    rest: list[tuple[bool, Stated]] = []
    if not (stated and beside):
        rest = list(islice(html_dates.elsewhere(tree, heading, address), MAX_SHOWN))
    near = [one for updated, one in beside if not updated]
    far = [one for updated, one in rest if not updated]
    if stated:
        shown = near if beside else far
        days = _days([*html_dates.in_address(address), *shown][:1])
        clocks = [*(one for one in every if _instant(one) is None), *shown]
        agreed = _timed_first([*_agreed(every, shown[:1]), *near], [*stated, *near])
        return [_localised(one, clocks, days) for one in agreed], updates
    days = _days(near[:1])
    agreed = [_localised(one, near, days) for one in every if _near(one, days)]
    built = [] if near else list(html_dates.in_scripts(scripts))
    published = [*agreed, *times, *near, *every, *built, *far]
    # "Today, 7:30" is as likely of when the page was saved: it comes after whole dates.
    published.sort(key=lambda one: not dates.find(one.raw))
    updates += [one for updated, one in (*beside, *rest) if updated]
    return _timed_first(published, published), _not_before(published[:1], updates)


def _not_before(published: Sequence[Stated], updates: Sequence[Stated]) -> list[Stated]:
    """The updates without those from before the page was published: they are of something else."""
    first = min(_days(published), default=date.min)
    return [one for one in updates if max(_days([one]), default=date.min) >= first]


def _readable(stated: Sequence[Stated]) -> list[Stated]:
    """The statements, with moments that only programs write in a form that is read."""
    return [
        one if dates.find(one.raw) else replace(one, raw=feed_dates.rewritten(one.raw))
        for one in stated
    ]


def _is_time(one: Stated, raws: frozenset[str]) -> bool:
    return one.method == "html.time" and one.raw in raws


def _doubtful(stated: Sequence[Stated]) -> bool:
    """Whether statements disagree about the day, the first is in UTC, or none has a time of day."""
    if len(_days(stated)) > 1 or _instant(stated[0]) is not None:
        return True
    return all(found.hour is None for one in stated for found in dates.find(one.raw)[:1])


def _timed_first(ranked: Sequence[Stated], stated: Sequence[Stated]) -> list[Stated]:
    """The dates, with one first that states a time of day, if the first states its day alone."""
    first = next(iter(dates.find(ranked[0].raw)), None) if ranked else None
    if first is None or first.hour is not None:
        return list(ranked)

    def is_timed(one: Stated) -> bool:
        found = next(iter(dates.find(one.raw)), None)
        return found is not None and _local(found) is not None and _day(found) == _day(first)

    timed = [one for one in ranked if one in stated and is_timed(one)]
    return [*timed[:1], *ranked]


def _agreed(stated: Sequence[Stated], shown: Sequence[Stated]) -> list[Stated]:
    """The statements, with one first whose day the page shows, if the first one's is not shown.

    Only if as many kinds of statement have its day as have the first one's: what is shown may be
    of an update.
    """
    days = _days(shown)
    kinds = {(day, one.method) for one in stated for day in _days([one])}
    backed = Counter(day for day, _ in kinds)
    least = max((backed[day] for day in _days(stated[:1])), default=0)

    def is_agreed(one: Stated) -> bool:
        return _near(one, days) and max(backed[day] for day in _days([one])) >= least

    return sorted(stated, key=lambda one: not is_agreed(one))


def _near(one: Stated, days: set[date]) -> bool:
    """Whether the page shows the day of a statement, in whatever zone."""
    if (instant := _instant(one)) is None:
        return bool(_days([one]) & days)
    return bool({(instant + _WEST).date(), instant.date(), (instant + _EAST).date()} & days)


def _localised(one: Stated, shown: Sequence[Stated], days: set[date]) -> Stated:
    """A statement in UTC with the distance from it at which the page tells the same moment.

    A time of day in ``shown``, the dates on the page's clock, tells the distance. A day alone only
    tells that there is one, and the least in full hours is taken; the moment stays as stated.
    """
    if (instant := _instant(one)) is None:
        return one
    for found in (found for each in shown for found in dates.find(each.raw)[:2]):
        if (local := _local(found)) is not None:
            distance = local - instant.replace(second=0)
            if _WEST <= distance <= _EAST and not distance % _STEP:
                return replace(one, distance=distance)
    distance = next((_to_day(instant, day) for day in days), timedelta())
    return replace(one, distance=distance) if distance and _WEST <= distance <= _EAST else one


def _to_day(instant: datetime, day: date) -> timedelta:
    """The least distance in full hours that puts a moment into a day."""
    begins = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the page's own clock
    if instant < begins:
        return -((instant - begins) // _HOUR) * _HOUR
    return min((begins + _DAY - instant - _SECOND) // _HOUR, 0) * _HOUR


def _instant(one: Stated) -> datetime | None:
    """The time of day that a statement gives in UTC, without its zone; None where it gives none."""
    found = next(iter(dates.find(one.raw)), None)
    if found is None or found.zone is None or found.zone.upper() not in _UTC:
        return None
    local = _local(found)
    return local.replace(second=found.second or 0) if local is not None else None


def _local(found: dates.Found) -> datetime | None:
    """A date with its time of day, to the minute, on the clock that it was written by."""
    if found.hour is None or found.minute is None or (day := _day(found)) is None:
        return None
    return datetime(day.year, day.month, day.day, found.hour, found.minute)  # noqa: DTZ001


def _days(stated: Sequence[Stated]) -> set[date]:
    return {
        day
        for one in stated
        for found in dates.find(one.raw)[:1]
        if (day := _day(found)) is not None
    }


def _day(found: dates.Found) -> date | None:
    try:
        return date(found.year, found.month, found.day)
    except ValueError:
        return None
