"""Ways in, one module each. A source stores documents first, then queues their ids (rule 1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.model import DocumentId

Queue = Callable[[Sequence[DocumentId]], None]
"""Tells workers that documents wait for them. It may raise: the reconciler queues them again."""
