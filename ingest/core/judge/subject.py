"""What is judged, and the thresholds by which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest.core.fingerprint import Fingerprint
from ingest.model import ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An article as the judge sees it, whether it arrives or is stored already.

    ``cluster`` is its own id until it is judged; ``number`` is its place in the order of arrival,
    0 until it is stored; ``digest`` is the SHA-256 of the document's bytes; ``path`` the file in
    the drop folder that holds it, until it is stored.
    """

    id: ArticleId
    cluster: ArticleId
    number: int
    received: datetime
    digest: str
    fingerprint: Fingerprint
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """When two articles are one story. The defaults are the measured ones (docs/dedup.md)."""

    window: timedelta = timedelta(days=7)
    """How far apart similar texts may have arrived."""
    exact_window: timedelta = timedelta(days=30)
    """The same for word-for-word equal ones."""
    containment: float = 0.45
    """Share of the shorter text's shingles that must stand in the other."""
    boilerplate_clusters: int = 3
    """A paragraph that stands in so many clusters belongs to none of them."""
    postings: int = 64
    """The newest articles that are looked at for one mark."""
    candidates: int = 8
    """The articles that share the most marks and are therefore compared."""
    return_pause: timedelta = timedelta(hours=1)
    """A page that goes back to an earlier version is told of no more than once in so long."""


def gap(one: Subject, other: Subject) -> timedelta:
    """How far apart two articles appeared: by their own dates where both state one, since an old
    page may be saved and dropped today, else by their arrival."""
    a, b = one.fingerprint.published, other.fingerprint.published
    return abs(a - b) if a and b else abs(one.received - other.received)


def same_site(one: Subject, other: Subject) -> bool:
    """Whether one publisher is known to have printed both: by their sites, and where one of these
    is not known, by name."""
    a, b = one.fingerprint, other.fingerprint
    if a.site and b.site:
        return a.site == b.site
    return bool(a.publisher and b.publisher) and a.publisher == b.publisher
