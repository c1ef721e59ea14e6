"""The tasks. Messages carry ids only; ``ingest.journey`` tells what happens to the documents."""

from __future__ import annotations

from celery import Task, shared_task

from ingest.model import DocumentId
from workers.app import PROCESS
from workers.queue import CeleryQueue
from workers.request import ReconnectingRequest


@shared_task(name=PROCESS, bind=True, Request=ReconnectingRequest)  # type: ignore[untyped-decorator]
def process(self: Task, documents: list[DocumentId]) -> None:
    """Give each document its receipt; queue those that were unpacked on the way."""
    unpacked = self.app.journey.process(documents)
    CeleryQueue(self.app)(unpacked)
