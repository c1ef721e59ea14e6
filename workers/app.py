"""The Celery app: a queue of document ids, nothing else. Built from settings, never at import.

The database holds the work and the broker only moves ids, so results are ignored, nothing is
retried by Celery, and a message that is lost or comes twice does no harm (rule 1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from celery import Celery

from ingest.settings import Settings
from workers.process import broker_of

if TYPE_CHECKING:
    from ingest.journey import Journey
    from ingest.sources.feeds.pages import Fetcher
    from ingest.sources.feeds.polling import Poller
    from ingest.sources.feeds.websub import Subscriber

QUEUE = "missionfeed"
PROCESS = "missionfeed.process"
FEEDS = "missionfeed.feeds"
"""The pollers' own queue: a slow server must not keep articles waiting."""
TICK, POLL, PAGE = "missionfeed.tick", "missionfeed.poll", "missionfeed.page"


class Missionfeed(Celery):  # type: ignore[misc]
    """The Celery app with what its tasks need: ``worker`` in a worker's main process, ``journey``
    in each process of a worker, ``poller``, ``fetcher`` and ``subscriber`` in each of
    a poller."""

    settings: Settings
    worker: Any
    journey: Journey
    poller: Poller
    fetcher: Fetcher
    subscriber: Subscriber


def create_app(settings: Settings) -> Missionfeed:
    """An app for ``settings.broker``; connects to nothing yet."""
    app = Missionfeed("missionfeed", broker=broker_of(settings), set_as_current=False)
    app.settings = settings
    app.conf.update(_configuration(settings))
    return app


def _configuration(settings: Settings) -> dict[str, Any]:
    return {
        "task_default_queue": QUEUE,
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_ignore_result": True,
        # A message is done when its work is. One whose worker was lost or ran out of time goes back
        # to the queue; the store counts a document's tries, so that this ends.
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "task_acks_on_failure": True,
        "task_acks_on_timeout": False,
        "task_time_limit": settings.work.time_limit_seconds,
        "worker_prefetch_multiplier": 1,
        "worker_hijack_root_logger": False,
        "worker_redirect_stdouts": False,
        "worker_enable_remote_control": False,
        "worker_send_task_events": False,
        "broker_connection_retry_on_startup": True,
        "broker_connection_max_retries": None,
        "broker_transport_options": {
            # For senders: fail at once rather than wait for a broker that is away. The reconciler
            # sends again.
            "max_retries": 1,
            "interval_start": 0,
            "socket_connect_timeout": 3,
            "socket_keepalive": True,
        },
        "enable_utc": True,
    }
