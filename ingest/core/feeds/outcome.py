"""What a poll comes to: the feed as it stands after it, and when to ask again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from ingest.core.feeds import caching, schedule, websub
from ingest.core.feeds.changes import Changes
from ingest.core.feeds.identity import Entry
from ingest.core.feeds.schedule import Bounds
from ingest.core.normalise import dates, fragment
from ingest.core.normalise.feed_entry import Listing
from ingest.model import Feed, Rhythm

TOO_MANY_REQUESTS, UNAVAILABLE = 429, 503
_SENTENCES = {
    401: "The server asks for a name and a password (401). Add the feed with an address that holds "
    "them: https://name:password@host/...",
    403: "The server refuses to give us the feed (403).",
    404: "There is nothing at this address any more (404).",
    429: "The server asks for fewer requests (429).",
    503: "The server is not available at the moment (503).",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """How often feeds are asked, in seconds: while all is well, and at most rarely when not."""

    bounds: Bounds
    longest_failing: float


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says beside its body. ``url`` answered; the feed moved to ``moved_to``."""

    url: str
    headers: Mapping[str, str]
    moved_to: str | None


def read(
    feed: Feed,
    told: Told,
    listing: Listing,
    found: Changes,
    digest: str,
    *,
    now: datetime,
    plan: Plan,
) -> Feed:
    """The feed after it was read in full."""
    since = feed.succeeded
    rhythm = replace(feed.rhythm, stated_seconds=caching.stated_seconds(listing.update))
    appeared = [_appeared(entry, since, now) for entry in found.new]
    rhythm = schedule.observe(rhythm, [t for t in appeared if t], since=since, now=now)
    wait = _wait(feed, rhythm, caching.fresh_for(told.headers, listing.ttl_minutes, now), now, plan)
    # An entry that has to stand unchanged for a poll needs one that shows it.
    stated = websub.links(told.headers.get("link"))
    settled = not any(entry.held for entry in found.entries)
    return replace(
        _well(feed, told, rhythm, wait, now),
        etag=caching.validator(told.headers, "etag") if settled else None,
        last_modified=caching.validator(told.headers, "last-modified") if settled else None,
        validators_url=told.url,
        digest=digest if settled else None,
        title=fragment.inline(listing.title or "") or feed.title,
        site=listing.site or feed.site,
        changed=now if found.arrivals else feed.changed,
        hub=stated.get("hub") or next(iter(listing.hubs), None),
        topic=stated.get("self") or listing.topic or told.url,
    )


def unchanged(feed: Feed, told: Told, *, now: datetime, plan: Plan) -> Feed:
    """The feed after its server said that nothing changed, or sent the same bytes once more."""
    rhythm = schedule.observe(feed.rhythm, [], since=feed.succeeded, now=now)
    wait = _wait(feed, rhythm, caching.fresh_for(told.headers, None, now), now, plan)
    return _well(feed, told, rhythm, wait, now)


def gone(feed: Feed, *, now: datetime) -> Feed:
    """The feed after its server said that it is gone for good (410): it is asked no more."""
    return replace(
        feed,
        state="gone",
        polled=now,
        failures=feed.failures + 1,
        code="status_410",
        error="The server says that the feed is gone for good (410); it is not asked any more. "
        "`missionfeed feeds resume` asks again.",
    )


def refused(
    feed: Feed, status: int, headers: Mapping[str, str], *, now: datetime, plan: Plan
) -> Feed:
    """The feed after a status that brings nothing; a server's Retry-After is kept to."""
    sentence = _SENTENCES.get(status)
    if sentence is None and status >= 500:
        sentence = f"The server failed ({status})."
    sentence = sentence or f"The server answered with status {status}, which brings no feed."
    retry = caching.retry_after(headers, now) if status in (429, 503) else None
    return failed(feed, f"status_{status}", sentence, now=now, plan=plan, at_least=retry)


def failed(
    feed: Feed, code: str, error: str, *, now: datetime, plan: Plan, at_least: float | None = None
) -> Feed:
    """The feed after a poll that failed, to be asked again later each time."""
    failures = feed.failures + 1
    wait = schedule.seconds_after_failures(
        failures, bounds=plan.bounds, longest=plan.longest_failing
    )
    wait = max(schedule.spread(wait, feed.id, now), at_least or 0.0)
    return replace(
        feed,
        polled=now,
        failures=failures,
        code=code,
        error=error,
        next_poll=now + timedelta(seconds=wait),
    )


def _well(feed: Feed, told: Told, rhythm: Rhythm, wait: float, now: datetime) -> Feed:
    return replace(
        feed,
        url=_moved(feed.url, told.moved_to),
        polled=now,
        succeeded=now,
        failures=0,
        error=None,
        code=None,
        rhythm=rhythm,
        next_poll=now + timedelta(seconds=wait),
    )


def _moved(url: str, moved_to: str | None) -> str:
    """Where to ask from then on. An address with a name and a password stays: where it moved to we
    would have none."""
    return url if moved_to is None or "@" in urlsplit(url).netloc else moved_to


def _wait(feed: Feed, rhythm: Rhythm, fresh: float, now: datetime, plan: Plan) -> float:
    """Seconds until the next poll: by what is expected, not while the answer is fresh by the
    server's word, and rarely where a hub tells us of news."""
    if feed.hub_until is not None and feed.hub_until > now:
        wait = plan.bounds.longest
    else:
        wait = schedule.seconds_until_next(rhythm, now=now, bounds=plan.bounds)
    return max(schedule.spread(wait, feed.id, now), fresh)


def _appeared(entry: Entry, since: datetime | None, now: datetime) -> datetime | None:
    """When an entry appeared: its own date if that can be, else now. In a feed that is read for the
    first time an entry without a date tells nothing."""
    raw = entry.get("published") or entry.get("updated")
    found = (
        dates.parse(
            raw[: dates.MAX_RAW], zone=None, received=now, language=None, method="feed.published"
        )
        if isinstance(raw, str)
        else None
    )
    value = found.value if found is not None else None
    if since is None:
        return value
    return value if value is not None and since <= value <= now else now
