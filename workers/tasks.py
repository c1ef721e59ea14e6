"""The tasks. Messages carry ids only; ``ingest.journey`` tells what happens to the documents."""

from __future__ import annotations

from celery import Task, shared_task

from ingest.model import DocumentId, FeedId
from ingest.store.feeds import Lease
from workers import feeding
from workers.app import PAGE, POLL, PROCESS, TICK
from workers.queue import CeleryQueue
from workers.request import ReconnectingRequest


@shared_task(name=PROCESS, bind=True, Request=ReconnectingRequest)  # type: ignore[untyped-decorator]
def process(self: Task, documents: list[DocumentId]) -> None:
    """Give each document its receipt; queue those that were unpacked on the way."""
    unpacked = self.app.journey.process(documents)
    CeleryQueue(self.app)(unpacked)


# Of the following a message is done when it was taken: a poll that is lost is leased again.


@shared_task(name=TICK, bind=True, acks_late=False, Request=ReconnectingRequest)  # type: ignore[untyped-decorator]
def tick(self: Task) -> None:
    """Lease feeds that are due, and send a message for each."""
    feeding.hand_out(self.app, self.app.poller.store)


@shared_task(name=POLL, bind=True, acks_late=False, Request=ReconnectingRequest)  # type: ignore[untyped-decorator]
def poll(self: Task, feed: FeedId, lease: int) -> None:
    """Poll a leased feed; queue the documents that it brought."""
    documents = self.app.poller.poll(Lease(feed, lease))
    CeleryQueue(self.app)(documents)
    self.app.subscriber.after_poll(feed)


@shared_task(name=PAGE, bind=True, acks_late=False, Request=ReconnectingRequest)  # type: ignore[untyped-decorator]
def page(self: Task, entry: DocumentId) -> None:
    """Fetch the page of an entry; queue the document that it makes."""
    documents = self.app.fetcher.fetch(entry)
    CeleryQueue(self.app)(documents)
