"""What of a feed is to be taken: each entry against what is remembered of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest.core import ids, urls
from ingest.core.feeds.identity import Entry, Verdict, decide, remembered
from ingest.core.normalise import feed_entry, feed_links
from ingest.model import FEED_ENTRY, Arrival, Document, Feed, SeenEntry

REMEMBERED = timedelta(days=30)
"""An entry that is no longer listed is forgotten this long after it last changed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """``arrivals`` are the entries to be read, ``entries`` what to remember, ``forgotten`` the keys
    of old ones, and ``new`` the entries that were never seen before."""

    arrivals: tuple[Arrival, ...] = ()
    entries: tuple[SeenEntry, ...] = ()
    forgotten: tuple[str, ...] = ()
    new: tuple[Entry, ...] = ()


def changes(
    feed: Feed, entries: Sequence[Entry], known: Mapping[str, SeenEntry], *, now: datetime
) -> Changes:
    """What to take of a feed that lists ``entries`` now, and what to remember of it.

    A version of an entry that was taken before makes the same document again, so that a feed which
    alternates between two of them brings nothing the third time.
    """
    arrivals: list[Arrival] = []
    memory: list[SeenEntry] = []
    verdicts = decide(feed_links.told_apart(entries), known, now=now)
    for verdict in reversed(verdicts):  # feeds begin with the newest; the oldest is taken first
        arrival = _arrival(feed, verdict, now)
        if verdict.kind in ("new", "changed"):
            arrivals.append(arrival)
        memory += remembered(verdict, arrival.document.id, now=now)
    listed = {key for verdict in verdicts for key in verdict.keys}
    listed |= {verdict.of.key for verdict in verdicts if verdict.of is not None}
    forgotten = tuple(
        key for key, seen in known.items() if key not in listed and seen.seen < now - REMEMBERED
    )
    new = tuple(verdict.entry for verdict in verdicts if verdict.kind == "new")
    return Changes(tuple(arrivals), tuple(memory), forgotten, new)


def _arrival(feed: Feed, verdict: Verdict, now: datetime) -> Arrival:
    """The entry as a document."""
    link = verdict.entry.get("link")
    key = f"{feed.id}/{verdict.keys[0]}/{verdict.said}"
    return Arrival(
        document=Document(
            id=ids.document_id("feed", key.encode()),
            source="feed",
            raw=feed_entry.write(verdict.entry),
            received=now,
            url=link if isinstance(link, str) else urls.canonical(feed.url),
            media_type=FEED_ENTRY,
        )
    )
