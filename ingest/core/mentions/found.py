"""A name found in a text, while it is not yet decided whether it counts."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import EntryId


@dataclass(slots=True, eq=False)
class Found:
    """``start``/``end`` index the original text, ``begin``/``stop`` the folded copy."""

    start: int
    end: int
    begin: int
    stop: int
    entry: EntryId
    kind: str
    name: str
    confidence: float
    reason: str
    known: bool = True
    open: bool = False
    """Whether other names in the text may still raise the confidence."""
    full: bool = True
    """Whether the span is a name of its own, not a surname or a further number of a list."""
