"""Polls one feed: asks, reads, compares, and stores what is new in one transaction.

Whatever ends this process before that transaction's commit, nothing happened: the lease runs out
and the feed is polled again. What comes after it, queueing the new documents, is made good by the
reconciler. A poll that is done twice finds everything stored already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest import log
from ingest.core import ids
from ingest.core.feeds import changes, fulltext, outcome, reading
from ingest.core.feeds.outcome import Plan, Told
from ingest.core.feeds.schedule import Bounds
from ingest.errors import StoreError
from ingest.http import Answer, Http, HttpError, Validators
from ingest.model import DocumentId, Feed, Polled, Reason, Rejection, WantedPage
from ingest.settings import Settings
from ingest.store import Store
from ingest.store.feeds import Lease, host_of

logger = log.get(__name__)

TRIES = 2
"""Polls in a row that may end without a word (the poller was killed, say) before the feed counts as
one that ends whoever reads it."""
LEASE_SECONDS = 10.0
"""What a poll has beyond its time limit, before another one may begin."""
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)
NOT_MODIFIED, GONE = 304, 410


@dataclass(frozen=True, slots=True)
class Poller:
    """What polling needs. ``guard`` bounds the reading of a feed where this process may be lost."""

    settings: Settings
    store: Store
    http: Http
    clock: Callable[[], datetime] = log.now
    guard: Callable[[], AbstractContextManager[None]] = nullcontext

    def poll(self, held: Lease) -> list[DocumentId]:
        """Poll a leased feed; the ids of the new documents, which are to be queued now."""
        now = self.clock()
        limit = timedelta(seconds=self.settings.feeds.time_limit_seconds + LEASE_SECONDS)
        feed = self.store.feeds.begin(held, now=now, until=now + limit)
        if feed is None:
            return []  # somebody else has it
        try:
            polled = self._result(*self._ask(feed, now))
            queued = self.store.feeds.settle(held, polled, now=self.clock())
        except StoreError:
            raise  # nobody's fault here: the lease runs out and the feed is polled again
        except Exception as error:  # something in it cannot be read, or stored
            polled = self._result(*self._broken(feed, error, now))
            queued = self.store.feeds.settle(held, polled, now=self.clock())
        after = polled.feed
        logger.info(
            "feed.polled",
            feed=feed.id,
            host=host_of(after.url),  # the address may hold a password
            new=len(polled.arrivals),
            error=after.error,
            next=after.next_poll.isoformat(timespec="seconds"),
        )
        return queued

    def _ask(self, feed: Feed, now: datetime) -> tuple[Feed, changes.Changes]:
        nothing = changes.Changes()
        if feed.begun > TRIES:
            return self._killed(feed, now), nothing
        try:
            answer = self.http.get(
                feed.url,
                headers={"Accept": ACCEPT},
                validators=Validators(feed.validators_url, feed.etag, feed.last_modified)
                if feed.validators_url
                else None,
            )
        except HttpError as error:
            said = f"{error} {error.hint or ''}".strip()
            return outcome.failed(feed, error.code, said, now=now, plan=self._plan()), nothing
        told = Told(answer.url, answer.headers, answer.moved_to)
        if answer.status == GONE:
            return outcome.gone(feed, now=now), nothing
        asked = feed.etag or feed.last_modified
        if answer.status == NOT_MODIFIED and asked:
            return outcome.unchanged(feed, told, now=now, plan=self._plan()), nothing
        if not 200 <= answer.status < 300:
            after = outcome.refused(feed, answer.status, answer.headers, now=now, plan=self._plan())
            return after, nothing
        return self._read(feed, answer, told, now)

    def _read(
        self, feed: Feed, answer: Answer, told: Told, now: datetime
    ) -> tuple[Feed, changes.Changes]:
        digest = ids.digest(answer.body)
        if digest == feed.digest and feed.failures == 0:
            return outcome.unchanged(feed, told, now=now, plan=self._plan()), changes.Changes()
        known = self.store.feeds.entries(feed.id)
        with self.guard():
            listing = reading.read(answer.body, url=answer.url)
            if isinstance(listing, Rejection):
                return (
                    outcome.failed(feed, listing.code, listing.reason, now=now, plan=self._plan()),
                    changes.Changes(),
                )
            found = changes.changes(feed, listing.entries, known, now=now)
            after = outcome.read(feed, told, listing, found, digest, now=now, plan=self._plan())
        return after, found

    def _result(self, after: Feed, found: changes.Changes) -> Polled:
        rest = timedelta(seconds=self.settings.feeds.host_delay_seconds)
        free = self.clock() + rest
        if after.code in ("status_429", "status_503"):
            free = max(free, min(after.next_poll, free + timedelta(hours=1)))
        return Polled(
            feed=after,
            host_free=free,
            arrivals=found.arrivals,
            entries=found.entries,
            forgotten=found.forgotten,
            pages=tuple(self._pages(after, found)),
        )

    def _pages(self, feed: Feed, found: changes.Changes) -> Iterator[WantedPage]:
        """The pages to fetch, of entries that came with a summary only."""
        now = self.clock()
        for arrival in found.arrivals:
            url = fulltext.wanted(arrival.document.raw, feed.full_text, now=now)
            if url is not None:
                yield WantedPage(document=arrival.document.id, feed=feed.id, url=url, due=now)

    def _broken(self, feed: Feed, error: Exception, now: datetime) -> tuple[Feed, changes.Changes]:
        """A failure of ours is this feed's alone, and told as what it is."""
        logger.error("feed.failed", feed=feed.id, host=host_of(feed.url), exc_info=error)
        what = (
            "Reading this feed took too much memory."
            if isinstance(error, MemoryError)
            else f"Reading this feed failed by a mistake of ours ({type(error).__name__}); the log "
            "has the details. Please report it."
        )
        said = f"{what} It is tried again later."
        failed = outcome.failed(feed, Reason.INTERNAL_ERROR, said, now=now, plan=self._plan())
        return failed, changes.Changes()

    def _killed(self, feed: Feed, now: datetime) -> Feed:
        return outcome.failed(
            feed,
            "killed_poller",
            f"The last {TRIES} polls ended without a result: reading this feed took too long or "
            "too much memory. It is tried again later.",
            now=now,
            plan=self._plan(),
        )

    def _plan(self) -> Plan:
        stated = self.settings.feeds
        return Plan(
            Bounds(stated.shortest_seconds, stated.longest_seconds), stated.longest_failing_seconds
        )
