"""A day of 200 simulated feeds: how often each is asked, and how long its entries wait.

    python -m bench.feed_day [--days 1] [--watched 0] [--seeds 1]

The feeds are made: wires that publish around the clock, newsrooms with office hours in several
time zones, agencies that publish in bursts, weekly columns, blogs that write now and then, dead
ones. None of them says how long its answer stays fresh. Each shows its newest 25 entries, nine
feeds in ten with dates. A fake clock runs through the day; what decides is the service's own code
(``changes``, ``outcome``, ``schedule``) with its default settings. Fixed polling every 15 minutes,
from a random minute on, sees the very same entries. ``--watched`` days are polled before the day
that is counted: with 0, every feed is new.
"""

from __future__ import annotations

import argparse
import heapq
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ingest.core import ids
from ingest.core.feeds import changes, outcome
from ingest.core.feeds.outcome import Plan, Told
from ingest.core.feeds.schedule import Bounds
from ingest.core.normalise.feed_entry import Listing
from ingest.model import Feed, SeenEntry
from ingest.settings import Feeds

DAY = datetime(2026, 5, 6, tzinfo=UTC)
"""A Wednesday."""
HISTORY = timedelta(days=120)
SHOWN = 25
FIXED = timedelta(minutes=15)
KINDS = {
    "wire": 10,
    "newsroom": 30,
    "office": 60,
    "bursts": 30,
    "weekly": 30,
    "now and then": 20,
    "dead": 20,
}


@dataclass(frozen=True)
class Made:
    """A simulated feed: when its entries appear, and whether it dates them."""

    name: str
    kind: str
    appears: Sequence[datetime]
    dated: bool


def make(number: int, kind: str, chance: random.Random, *, until: datetime) -> Made:
    """A feed of that kind, with its own habits."""
    zone = chance.choice([-7, -5, 0, 1, 3, 8, 9])
    first = DAY - HISTORY
    times: list[datetime] = []
    peak, a_day = chance.uniform(9, 15), _volume(kind, chance)
    weekly = (chance.randrange(7), chance.uniform(8, 18))
    for day in range((until - first).days + 1):
        start = first + timedelta(days=day)
        weekend = start.weekday() >= 5
        if kind == "wire":
            times += _hours(start, _poisson(a_day, chance), lambda: chance.uniform(0, 24))
        elif kind in ("newsroom", "office"):
            quiet = 0.35 if kind == "newsroom" else 0.05
            count = _poisson(a_day * (quiet if weekend else 1), chance)
            width = 4.0 if kind == "newsroom" else 2.5
            times += _hours(start, count, lambda: chance.gauss(peak, width) - zone)  # noqa: B023
        elif kind == "bursts" and not weekend:
            for _ in range(_poisson(a_day, chance)):
                burst = chance.gauss(peak, 4) - zone
                size = chance.randint(3, 8)
                times += _hours(start, size, lambda: burst + chance.expovariate(2))  # noqa: B023
        elif kind == "weekly" and start.weekday() == weekly[0]:
            at = chance.gauss(weekly[1], 0.5) - zone
            size = chance.randint(1, 3)
            times += _hours(start, size, lambda: at + chance.uniform(0, 0.2))  # noqa: B023
        elif kind == "now and then":
            times += _hours(start, _poisson(a_day, chance), lambda: chance.uniform(0, 24))
        elif kind == "dead" and day < 10:
            times += _hours(start, 1, lambda: chance.uniform(0, 24))
    return Made(f"{kind}-{number}", kind, sorted(times), chance.random() < 0.9)


def _volume(kind: str, chance: random.Random) -> float:
    low, high = {
        "wire": (100, 250),
        "newsroom": (15, 50),
        "office": (1, 8),
        "bursts": (0.5, 2),
        "now and then": (0.1, 0.5),
    }.get(kind, (0, 0))
    return chance.uniform(low, high)


def _poisson(mean: float, chance: random.Random) -> int:
    count, at = 0, chance.expovariate(1.0)
    while at < mean:
        count, at = count + 1, at + chance.expovariate(1.0)
    return count


def _hours(start: datetime, count: int, draw: object) -> list[datetime]:
    assert callable(draw)
    return [start + timedelta(hours=draw()) for _ in range(count)]


# ------------------------------------------------------------------ two ways to poll


@dataclass
class Outcome:
    """Requests of each feed within the day, and each entry's wait in minutes."""

    requests: dict[str, int]
    waits: dict[str, list[float]]
    missed: int = 0


def fixed(
    feeds: Sequence[Made], chance: random.Random, *, begin: datetime, end: datetime
) -> Outcome:
    """Every feed every 15 minutes."""
    told = Outcome(defaultdict(int), defaultdict(list))
    for feed in feeds:
        phase = chance.random() * FIXED
        told.requests[feed.name] = int((end - begin) / FIXED)
        for appeared in feed.appears:
            if begin <= appeared < end:
                polls = (appeared - begin - phase) / FIXED
                wait = (-polls % 1) * FIXED
                told.waits[feed.name].append(wait.total_seconds() / 60)
    return told


def ours(
    feeds: Sequence[Made], *, start: datetime, begin: datetime, end: datetime, until: datetime
) -> Outcome:
    """As the service does it: from ``start`` on, counted between ``begin`` and ``end``, and then on
    until everything of that time has come."""
    settings = Feeds()
    plan = Plan(
        Bounds(settings.shortest_seconds, settings.longest_seconds),
        settings.longest_failing_seconds,
    )
    told = Outcome(defaultdict(int), defaultdict(list))
    queue: list[tuple[datetime, int]] = []
    states: list[Feed] = []
    memories: list[dict[str, SeenEntry]] = [{} for _ in feeds]
    received: list[int] = []
    for number in range(len(feeds)):
        url = f"https://{number}.example.org/feed"
        states.append(
            Feed(id=ids.feed_id(url), url=url, origin="added", added=start, next_poll=start)
        )
        received.append(0)
        heapq.heappush(queue, (start, number))
    while queue and queue[0][0] < until:
        now, number = heapq.heappop(queue)
        feed, state = feeds[number], states[number]
        if begin <= now < end:
            told.requests[feed.name] += 1
        there = received[number]
        while there < len(feed.appears) and feed.appears[there] <= now:
            there += 1
        answer = Told(state.url, {}, None)
        if state.succeeded is not None and there == received[number]:
            states[number] = outcome.unchanged(state, answer, now=now, plan=plan)
        else:
            shown = range(max(there - SHOWN, 0), there)
            listing = Listing(entries=[_entry(feed, n) for n in reversed(shown)])
            found = changes.changes(state, listing.entries, memories[number], now=now)
            memories[number] |= {entry.key: entry for entry in found.entries}
            states[number] = outcome.read(
                state, answer, listing, found, f"{there}", now=now, plan=plan
            )
            for n in range(received[number], there):
                appeared = feed.appears[n]
                if begin <= appeared < end and appeared >= start:
                    told.waits[feed.name].append((now - appeared).total_seconds() / 60)
                    told.missed += n not in shown
            received[number] = there
        heapq.heappush(queue, (states[number].next_poll, number))
    return told


def _entry(feed: Made, number: int) -> dict[str, object]:
    entry: dict[str, object] = {
        "title": f"Story {number} of {feed.name} with a headline of its own",
        "link": f"https://{feed.name.replace(' ', '-')}.example.org/{number}",
        "guid": f"{feed.name}/{number}",
        "summary": f"What story {number} says in a sentence or two, and no more than that.",
    }
    if feed.dated:
        entry["published"] = feed.appears[number].isoformat(timespec="seconds")
    return entry


# ------------------------------------------------------------------ the table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--days", type=int, default=1, help="days that are counted")
    parser.add_argument("--watched", type=int, default=0, help="days polled before them")
    parser.add_argument("--seeds", type=int, default=1, help="so many sets of feeds")
    options = parser.parse_args()
    begin, end = DAY, DAY + timedelta(days=options.days)
    until = end + timedelta(days=1)
    for seed in range(1, options.seeds + 1):
        chance = random.Random(seed)
        kinds = [kind for kind, count in KINDS.items() for _ in range(count)]
        feeds = [make(n, kind, chance, until=until) for n, kind in enumerate(kinds)]
        rows = {
            "every 15 minutes": fixed(feeds, chance, begin=begin, end=end),
            "missionfeed": ours(
                feeds,
                start=begin - timedelta(days=options.watched),
                begin=begin,
                end=end,
                until=until,
            ),
        }
        print(f"set {seed}: {len(feeds)} feeds, {options.days} day(s) from {begin:%A}")
        print(
            f"  {'':18}{'requests a feed':>16}{'entries':>9}{'mean':>8}{'median':>8}{'p95':>8}  min"
        )
        for name, told in rows.items():
            _print(name, told, feeds, None, options.days)
        for kind in KINDS:
            for name, told in rows.items():
                _print(f"{kind}: {name[:5]}", told, feeds, kind, options.days)
        assert not rows["missionfeed"].missed, "entries were never seen"


def _print(name: str, told: Outcome, feeds: Sequence[Made], kind: str | None, days: int) -> None:
    chosen = [feed.name for feed in feeds if kind in (None, feed.kind)]
    asked = sum(told.requests[feed] for feed in chosen) / len(chosen) / days
    waits = sorted(wait for feed in chosen for wait in told.waits[feed])
    if not waits:
        print(f"  {name:<18}{asked:>16.1f}{0:>9}")
        return
    mean = sum(waits) / len(waits)
    middle, late = waits[len(waits) // 2], waits[int(len(waits) * 0.95)]
    print(f"  {name:<18}{asked:>16.1f}{len(waits):>9}{mean:>8.1f}{middle:>8.1f}{late:>8.1f}")


if __name__ == "__main__":
    main()
