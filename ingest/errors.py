"""Errors that a person is meant to read: what was wrong, where, and what to do about it."""

from __future__ import annotations


class MissionfeedError(Exception):
    """Something the user or operator can mend. The command line prints it without a traceback.

    ``str(error)`` is a whole sentence or two: what was wrong and where; ``hint`` says what to do.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class SettingsError(MissionfeedError):
    """A setting is unknown, has the wrong type, or contradicts another."""

    exit_code = 2


class CatalogueError(MissionfeedError):
    """The catalogue cannot be used: a broken file, reference or alias."""

    exit_code = 2


class AlreadyRunning(MissionfeedError):
    """Another ``missionfeed run`` owns the data folder."""


class StoreError(MissionfeedError):
    """The database cannot be reached, or its schema is not the one this version needs."""


class CursorAhead(MissionfeedError):
    """A cursor that this log never reached: it belongs to another one. To wait for what comes after
    it would be silence for days, and then a gap."""


class StreamAhead(MissionfeedError):
    """The Redis stream holds positions that the log never reached: it belongs to another log."""
