"""Articles as the judge gets them, for tests of what it decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from ingest.core.fingerprint import fingerprint
from ingest.core.judge import Subject
from ingest.model import Article

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def subject(
    name: str,
    paragraphs: Sequence[str],
    *,
    title: str,
    language: str,
    site: str,
    hours: float = 0,
) -> Subject:
    """An article that arrived so many hours after noon, in a cluster of its own."""
    article = Article(
        title=title, paragraphs=tuple(paragraphs), form="json", language=language, site=site
    )
    return Subject(
        id=name,
        cluster=name,
        number=0,
        received=NOON + timedelta(hours=hours),
        digest=name,
        fingerprint=fingerprint(article),
    )
