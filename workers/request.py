"""A worker that reconnects when it could not tell the broker that a message is done.

Celery logs a failed acknowledgement and goes on. The message then counts as under way for ever, and
once as many are as a worker may hold, it asks for no more and never notices that its connection is
gone: alive, ready, and idle for good. (Met after killing Redis under load.)
"""

from __future__ import annotations

from typing import NoReturn

from celery.worker.request import Request


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

    def _reconnect(self, error: Exception) -> None:
        """Raise the error where the loop expects connection errors; here it would be lost."""

        def fail() -> NoReturn:
            raise error

        self.task.app.worker.hub.call_soon(fail)
