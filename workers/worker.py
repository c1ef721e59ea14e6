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

import structlog
from celery import signals
from celery.platforms import SecurityWarning

from ingest import log, wiring
from ingest.settings import Settings
from workers import tasks
from workers.app import Missionfeed, create_app

logger = log.get(__name__)


def run(settings: Settings, *, processes: int | None = None) -> int:
    """Work until SIGTERM; returns the exit code."""
    app = create_app(settings)
    stages = wiring.build_stages(settings)
    gc.collect()
    gc.freeze()  # keeps the processes from copying the catalogue's memory by counting references

    def open_in_process(**_: Any) -> None:
        # Only the main process acts on SIGTERM: it lets this one finish its batch.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        app.journey = wiring.open_journey(settings, stages=stages)

    signals.worker_process_init.connect(open_in_process, weak=False)
    signals.worker_ready.connect(_say_ready, weak=False)
    _log_as_we_do()
    worker = _worker(app, processes or settings.work.processes or os.cpu_count() or 1)
    worker.start()
    return int(worker.exitcode or 0)


def _worker(app: Missionfeed, processes: int) -> Any:
    assert tasks.process is not None  # registered by its import
    return app.Worker(
        pool="prefork",
        concurrency=processes,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
    )


def _log_as_we_do() -> None:
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
    # Celery warns root of pickled messages; we accept JSON only.
    warnings.simplefilter("ignore", SecurityWarning)


def _bind_task(task_id: str, **_: Any) -> None:
    structlog.contextvars.bind_contextvars(task=task_id)


def _unbind_task(**_: Any) -> None:
    structlog.contextvars.unbind_contextvars("task")


def _say_ready(**_: Any) -> None:
    logger.info("worker.ready")
