"""What Celery's handling of a message lacks.

**A worker that reconnects when it could not tell the broker that a message is done.**

Celery logs a failed acknowledgement and goes on. The message then counts as under way for ever, and
once as many are as a worker may hold, it asks for no more and never notices that its connection is
gone: alive, ready, and idle for good. (Met after killing Redis under load.)

**A sentence, not a traceback, when a process ended amid a message.** It is expected (see
``ingest.guard``): the documents are taken again, one by one.
"""

from __future__ import annotations

from typing import Any, NoReturn

from billiard.exceptions import WorkerLostError
from celery.worker.request import Request

from ingest import log

logger = log.get(__name__)


class ReconnectingRequest(Request):  # type: ignore[misc]
    """Ends the consumer's loop when a message cannot be answered; Celery then connects anew."""

    acknowledged: bool

    def acknowledge(self) -> None:
        if not self.acknowledged:
            self.acknowledged = True
            try:
                self.message.ack()
            except self._connection_errors as error:
                self._reconnect(error)

    def reject(self, requeue: bool = False) -> None:
        if not self.acknowledged:
            self.acknowledged = True
            try:
                self.message.reject(requeue=requeue)
            except self._connection_errors as error:
                self._reconnect(error)

    def on_failure(
        self, exc_info: Any, send_failed_event: bool = True, return_ok: bool = False
    ) -> None:
        error = getattr(exc_info.exception, "exc", exc_info.exception)
        lost = isinstance(error, WorkerLostError)
        if lost:
            logger.warning("worker.process_lost", task=self.id, error=str(error))
        super().on_failure(exc_info, send_failed_event, return_ok or lost)

    def _reconnect(self, error: Exception) -> None:
        """Raise the error where the loop expects connection errors; here it would be lost."""

        def fail() -> NoReturn:
            raise error

        self.task.app.worker.hub.call_soon(fail)
