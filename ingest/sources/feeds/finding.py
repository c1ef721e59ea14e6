"""From an address that a person gave to the feed that they mean: it, or one that its page names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ingest.core import ids
from ingest.core.feeds import discovery, reading
from ingest.core.feeds.discovery import Candidate
from ingest.core.normalise import decode, fragment
from ingest.core.normalise.feed_entry import Listing
from ingest.errors import MissionfeedError
from ingest.http import Answer, Http, HttpError
from ingest.model import Feed, Reason, Rejection

HOPS = 2
"""Pages that are looked at on the way: the one given, and one that it leads to."""


class NoFeed(MissionfeedError):
    """There is no feed at an address, nor does its page name one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that was read once. ``others`` are more that the page names."""

    url: str
    listing: Listing
    others: tuple[Candidate, ...] = ()

    def feed(self, *, now: datetime) -> Feed:
        """The feed as it is followed from now on."""
        return Feed(
            id=ids.feed_id(self.url),
            url=self.url,
            origin="added",
            added=now,
            title=fragment.inline(self.listing.title or "") or None,
            site=self.listing.site,
            next_poll=now,
        )


def find(http: Http, address: str) -> Found:
    """The feed at ``address``, or the likeliest of those that the page there names.

    Raises :class:`NoFeed`, or :class:`~ingest.http.HttpError` where ``address`` gives no answer.
    """
    asked = address.strip()
    if "://" not in asked:
        asked = f"https://{asked}"
    answer = http.get(asked)
    if not 200 <= answer.status < 300:
        raise NoFeed(
            f"{asked} answers with status {answer.status}, not with a feed.",
            hint="Open it in a browser. If it works there, the server turns programs away.",
        )
    listing = reading.read(answer.body, url=answer.url)
    if isinstance(listing, Listing):
        return Found(answer.moved_to or asked, listing)
    if listing.code not in (Reason.NOT_A_FEED, Reason.MALFORMED_XML, Reason.MALFORMED_JSON):
        raise NoFeed(f"The feed at {asked} cannot be read.", hint=listing.reason)
    found = _named_by(http, answer, hops=HOPS - 1)
    if found is None:
        raise NoFeed(
            f"There is no feed at {asked}, and none was found by its page.",
            hint="Look on the site for a link called RSS, Atom or Feed, and add that address.",
        )
    return found


def _named_by(http: Http, answer: Answer, *, hops: int) -> Found | None:
    decoded = decode.decode(answer.body)
    if isinstance(decoded, Rejection):
        return None
    named = discovery.candidates(decoded.text, answer.url)
    for number, candidate in enumerate(named):
        try:
            theirs = http.get(candidate.url)
        except HttpError:
            continue
        if not 200 <= theirs.status < 300:
            continue
        listing = reading.read(theirs.body, url=theirs.url)
        if isinstance(listing, Listing):
            others = tuple(c for c in named[number + 1 :] if c.how in ("link", "anchor"))
            return Found(theirs.moved_to or candidate.url, listing, others)
        if candidate.how == "refresh" and hops and (found := _named_by(http, theirs, hops=0)):
            return found
    return None
