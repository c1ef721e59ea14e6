"""Fetches the page of an entry that was taken with its summary, where the site allows it.

The entry itself was stored, and is told of, long before: its page makes it a revision. So nothing
waits for a page, and one that cannot be had leaves the summary as it stands, with a sentence why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urljoin

from protego import Protego

from ingest import log
from ingest.core import ids
from ingest.core.feeds import fulltext
from ingest.http import Answer, Http, HttpError, Trouble, Validators
from ingest.model import FEED_ENTRY, Arrival, Document, DocumentId, WantedPage
from ingest.settings import Settings
from ingest.store import Store
from ingest.store.feeds import host_of
from ingest.store.pages import TRIES

logger = log.get(__name__)

AGENT = "Missionfeed"
"""The name that robots.txt may call us by."""
ROBOTS_BYTES = 512 * 1024
"""Of a longer robots.txt the beginning counts (RFC 9309 asks for 500 KiB)."""
ROBOTS_KEPT = timedelta(hours=1)
MAX_HOSTS = 1_000
LONGEST_REST = timedelta(minutes=1)
"""More than this of a Crawl-delay is not kept to: the page would be no news any more."""
AGAIN = (timedelta(minutes=1), timedelta(minutes=5))
"""Waits before the second and the third try."""
ACCEPT = "text/html, application/xhtml+xml, */*;q=0.5"
NOT_MODIFIED, TOO_MANY, SERVER_ERROR = 304, 429, 500
_STANDS = "The summary stands for the text"


@dataclass(frozen=True, slots=True)
class _Robots:
    """What a site says to programs. ``rules`` is None where it says nothing."""

    rules: Protego | None
    until: datetime


@dataclass(slots=True)
class Fetcher:
    """Fetches one page after the other. Remembers for an hour what sites say to programs."""

    settings: Settings
    store: Store
    http: Http
    clock: Callable[[], datetime] = log.now
    _robots: dict[str, _Robots] = field(default_factory=dict)

    def fetch(self, document: DocumentId) -> list[DocumentId]:
        """Fetch the page of an entry; the id of the document that it makes, to be queued now."""
        page = self.store.pages.find(document)
        entry = self.store.document(document)
        if page is None or page.outcome is not None or entry is None:
            return []
        rest = timedelta(seconds=self.settings.feeds.host_delay_seconds)
        try:
            robots = self._robots_of(page.url)
            if robots.rules is not None:
                stated = timedelta(seconds=robots.rules.crawl_delay(AGENT) or 0)
                rest = max(rest, min(stated, LONGEST_REST))
                if not robots.rules.can_fetch(page.url, AGENT):
                    return self._settle(page, f"{_STANDS}: robots.txt forbids to fetch its page.")
            return self._read(page, entry, self._ask(page))
        except HttpError as error:
            return self._later(page, str(error))
        finally:
            self.store.feeds.free_host(host_of(page.url), at=self.clock() + rest)

    def _ask(self, page: WantedPage) -> Answer:
        before = self.store.pages.earlier(page)
        asked = Validators(page.url, before.etag, before.last_modified) if before else None
        return self.http.get(
            page.url, headers={"Accept": ACCEPT}, validators=asked, limit=fulltext.MAX_PAGE
        )

    def _read(self, page: WantedPage, entry: Document, answer: Answer) -> list[DocumentId]:
        if answer.status == NOT_MODIFIED:
            return self._settle(page, "Its page has not changed since it was read.")
        if answer.status == TOO_MANY or answer.status >= SERVER_ERROR:
            return self._later(page, f"its page answers with status {answer.status}.")
        if not 200 <= answer.status < 300:
            return self._settle(page, f"{_STANDS}: its page answers with status {answer.status}.")
        raw = fulltext.with_page(entry.raw, answer.body, url=answer.url)
        if isinstance(raw, str):
            return self._settle(page, f"{_STANDS}: its page cannot be read. {raw}")
        made = Document(
            id=ids.document_id("page", page.document.encode()),
            source="feed",
            raw=raw,
            received=self.clock(),
            url=entry.url,
            media_type=FEED_ENTRY,
        )
        return self._settle(
            page,
            f"Its page was fetched, and is document {made.id}.",
            arrival=Arrival(document=made),
            etag=answer.headers.get("etag"),
            last_modified=answer.headers.get("last-modified"),
        )

    def _settle(
        self,
        page: WantedPage,
        outcome: str,
        *,
        arrival: Arrival | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> list[DocumentId]:
        logger.info("page.settled", document=page.document, url=page.url, outcome=outcome)
        return self.store.pages.settle(
            page.document,
            outcome,
            arrival=arrival,
            etag=etag,
            last_modified=last_modified,
            now=self.clock(),
        )

    def _later(self, page: WantedPage, why: str) -> list[DocumentId]:
        """Try again in a while, or give up after the last try."""
        if page.tries >= TRIES:
            return self._settle(page, f"{_STANDS}, after {TRIES} tries: {why}")
        self.store.pages.again(page.document, at=self.clock() + AGAIN[max(page.tries, 1) - 1])
        return []

    def _robots_of(self, url: str) -> _Robots:
        """What the site says; raises ``HttpError`` where it cannot be asked now."""
        host, now = host_of(url), self.clock()
        known = self._robots.get(host)
        if known is not None and known.until > now:
            return known
        answer = self.http.get(urljoin(url, "/robots.txt"), limit=ROBOTS_BYTES, cut=True)
        if answer.status == TOO_MANY or answer.status >= SERVER_ERROR:
            raise NoRobots(answer.status)
        rules = None
        if 200 <= answer.status < 300:
            rules = Protego.parse(answer.body.decode("utf-8", "replace"))
        if len(self._robots) >= MAX_HOSTS:
            self._robots.clear()
        self._robots[host] = _Robots(rules, now + ROBOTS_KEPT)
        return self._robots[host]


class NoRobots(HttpError):
    """A site that cannot say what programs may do: they may do nothing (RFC 9309)."""

    def __init__(self, status: int) -> None:
        super().__init__(Trouble.PROTOCOL, f"robots.txt answers with status {status}.")
