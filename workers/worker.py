"""``missionfeed worker``: takes messages of ids and gives their documents receipts.

The catalogue is loaded once, before the processes are forked, and shared by them; each then opens
a database connection of its own.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import warnings
from typing import Any

import billiard.util
import celery.apps.worker
import structlog
from celery import signals
from celery.exceptions import CPendingDeprecationWarning
from celery.platforms import SecurityWarning

from ingest import log, wiring
from ingest.guard import die_when_time_is_up
from ingest.journey import Stages
from ingest.model import Article, Document
from ingest.settings import Settings
from workers import tasks
from workers.app import QUEUE, Missionfeed, create_app

logger = log.get(__name__)

_TEXT = b"A crew goes to the station\n\n" + 8 * (
    b"The crew of three is to lift off on 24 April, to dock with the station six hours later, and "
    b"to stay there for half a year, as the agency said on Wednesday.\n\n"
)


def run(settings: Settings, *, processes: int | None = None) -> int:
    """Work until SIGTERM; returns the exit code."""
    app = create_app(settings)
    stages = wiring.build_stages(settings)
    _warm_up(stages)
    guarded = wiring.guarded_stages(stages, settings)
    gc.collect()
    gc.freeze()  # keeps the processes from copying the catalogue's memory by counting references

    def open_in_process(**_: Any) -> None:
        # Only the main process acts on SIGTERM: it lets this one finish its batch.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        die_when_time_is_up()
        app.journey = wiring.open_journey(settings, stages=guarded)

    signals.worker_process_init.connect(open_in_process, weak=False)
    signals.worker_ready.connect(_say_ready, weak=False)
    log_as_we_do()
    app.worker = prefork(app, processes or settings.work.processes or os.cpu_count() or 1, QUEUE)
    app.worker.start()
    return int(app.worker.exitcode or 0)


def _warm_up(stages: Stages) -> None:
    """Read a page before the fork: models and patterns are loaded at their first use, which takes
    most of a second, and would be loaded by every process for itself."""
    for raw in (_TEXT, b"<html><body><article><p>" + _TEXT + b"</p></article></body></html>"):
        page = Document(id="d-warm-up", source="submission", raw=raw, received=log.now())
        outcome = stages.normalise(page)
        if isinstance(outcome, Article):
            stages.read(outcome)


def prefork(app: Missionfeed, processes: int, queue: str) -> Any:
    """A Celery worker on ``queue``, with so many processes."""
    assert tasks.process is not None  # registered by its import
    return app.Worker(
        queues=[queue],
        pool="prefork",
        concurrency=processes,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
    )


def log_as_we_do() -> None:
    """Celery leaves logging alone when somebody answers this signal; task ids go on every line."""
    signals.setup_logging.connect(lambda **_: None, weak=False)
    signals.task_prerun.connect(_bind_task, weak=False)
    signals.task_postrun.connect(_unbind_task, weak=False)
    for name in (
        "celery.app.trace",
        "celery.apps.worker",
        "celery.worker.consumer.connection",
        "celery.worker.strategy",
    ):
        logging.getLogger(name).setLevel(logging.WARNING)
    # It would print beside the log that it was asked to end.
    celery.apps.worker.safe_say = lambda *_: None
    # It would print beside the log that a process ended; the request tells it, with its message.
    logging.getLogger(billiard.util.LOGGER_NAME).addHandler(logging.NullHandler())
    # Celery warns root of pickled messages (we accept JSON only), and at each lost connection of a
    # setting that future versions may change.
    warnings.simplefilter("ignore", SecurityWarning)
    warnings.simplefilter("ignore", CPendingDeprecationWarning)


def _bind_task(task_id: str, **_: Any) -> None:
    structlog.contextvars.bind_contextvars(task=task_id)


def _unbind_task(**_: Any) -> None:
    structlog.contextvars.unbind_contextvars("task")


def _say_ready(**_: Any) -> None:
    logger.info("worker.ready")
