"""Ways out: one module each. A gateway hands the log's events on, and knows where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ingest.errors import MissionfeedError
from ingest.model import LoggedEvent, Position


class GatewayError(MissionfeedError):
    """The other side cannot be reached or refuses to write, for now: try again later."""


class Gateway(Protocol):
    """Where events go to, in order of their positions.

    Both methods raise :class:`GatewayError` when the other side cannot be reached.
    """

    def last_position(self) -> Position:
        """The position of the last event that the other side has; 0 when it has none."""
        ...

    def publish(self, events: Sequence[LoggedEvent], *, after: Position) -> bool:
        """Hand on ``events``, all or none, if the last one there is still ``after``.

        False when it is not: another relay was quicker, or what was there is lost.
        """
        ...
