"""Ways in, one module each. A source stores documents first, then queues their ids (rule 1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.model import DocumentId, Reason

Queue = Callable[[Sequence[DocumentId]], None]
"""Tells workers that documents wait for them. It may raise: the reconciler queues them again."""


def refuse_size(size: int, limit: int) -> tuple[Reason, str] | None:
    """Why an input of ``size`` bytes is not read at all, if so: a code and a sentence."""
    if size == 0:
        return Reason.EMPTY, "It is empty. Save the page again and send it once more."
    if size > limit:
        reason = f"It has {size:,} bytes; at most {limit:,} are read. Save the article by itself."
        return Reason.TOO_LARGE, reason
    return None
