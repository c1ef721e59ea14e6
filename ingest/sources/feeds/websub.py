"""WebSub: asks the hubs of feeds to tell us of news, and takes what they tell.

Looked at after each poll, so that leases are renewed without a schedule of their own. What a hub
sends is proof that something is new, no more: the feed becomes due at once, and is polled as ever.
So there is one way in which feeds are read, in processes that may be lost, and a hub can add
nothing that the feed itself does not say. While a lease holds, a feed is polled as rarely as any.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from ingest import log
from ingest.core.feeds import websub
from ingest.http import Http, HttpError
from ingest.model import Feed, FeedId
from ingest.settings import Settings
from ingest.store import Store

logger = log.get(__name__)

REST = timedelta(seconds=10)
"""Between two polls of a feed, however often its hub calls."""


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Keeps subscriptions alive. Does nothing without ``feeds.public_url``."""

    settings: Settings
    store: Store
    http: Http
    clock: Callable[[], datetime] = log.now

    def after_poll(self, feed_id: FeedId) -> None:
        """Subscribe to a feed that names a hub, where that is to be done now."""
        feed = self.store.feeds.find(feed_id) if self.settings.feeds.public_url else None
        if feed is not None and feed.hub and feed.topic and self._is_time(feed):
            self._subscribe(feed, feed.hub, feed.topic)

    def _is_time(self, feed: Feed) -> bool:
        now = self.clock()
        if feed.state != "active" or (
            feed.hub_asked is not None and now - feed.hub_asked < websub.ASK_AGAIN
            and (feed.hub_until is None or feed.hub_until > now)
        ):  # fmt: skip
            return False
        return feed.hub_until is None or feed.hub_until - now < websub.RENEW

    def _subscribe(self, feed: Feed, hub: str, topic: str) -> None:
        secret = feed.hub_secret or secrets.token_urlsafe(32)
        # Before asking: the hub may verify while we still wait for its answer.
        self.store.feeds.change(feed.id, hub_secret=secret, hub_asked=self.clock())
        form = {
            "hub.mode": "subscribe",
            "hub.topic": topic,
            "hub.callback": self.settings.feeds.public_url.rstrip("/")
            + websub.path_of(feed.id, secret),
            "hub.lease_seconds": str(int(websub.LEASE.total_seconds())),
            "hub.secret": secret,
        }
        try:
            answer = self.http.post(
                hub,
                urlencode(form).encode(),
                headers={"Content-Type": "application/x-www-form-urlencoded"},
            )
        except HttpError as error:
            logger.warning("websub.failed", feed=feed.id, hub=hub, error=str(error))
            return
        logger.info("websub.asked", feed=feed.id, hub=hub, status=answer.status)


@dataclass(frozen=True, slots=True)
class Callback:
    """What hubs tell us, at the address that we gave them."""

    store: Store
    clock: Callable[[], datetime] = log.now

    def verify(self, feed_id: str, token: str, *, mode: str, topic: str, lease: str | None) -> bool:
        """Whether we want what a hub says that we asked for; a subscription holds from then on."""
        feed = self._find(feed_id, token)
        if feed is None or topic != feed.topic:
            # Of a feed that is followed no more, the end of a subscription is wanted.
            return False
        if mode == "subscribe" and feed.state == "active" and feed.hub_asked is not None:
            until = self.clock() + websub.lease_of(lease)
            self.store.feeds.change(feed.id, hub_until=until)
            logger.info("websub.subscribed", feed=feed.id, until=until.isoformat())
            return True
        if mode in ("denied", "unsubscribe") and (mode == "denied" or feed.state != "active"):
            self.store.feeds.change(feed.id, hub_until=None)
            logger.info("websub.ended", feed=feed.id, mode=mode)
            return True
        return False

    def take(self, feed_id: str, token: str, body: bytes, signature: str | None) -> bool:
        """Take what a hub sends: the feed is due now, if the hub can prove that it is the hub.
        False where there is no such subscription."""
        feed = self._find(feed_id, token)
        if feed is None or feed.state != "active":
            return False
        if not websub.is_signed(body, feed.hub_secret or "", signature):
            logger.warning("websub.not_signed", feed=feed.id)
            return True  # it must not learn whether it guessed right
        due = self.clock()
        if feed.polled is not None:
            due = max(due, feed.polled + REST)
        if feed.next_poll > due:
            self.store.feeds.change(feed.id, next_poll=due)
        logger.info("websub.told", feed=feed.id)
        return True

    def _find(self, feed_id: str, token: str) -> Feed | None:
        feed = self.store.feeds.find(feed_id)
        known = feed is not None and feed.hub_secret and websub.is_token(token, feed.hub_secret)
        return feed if known else None
