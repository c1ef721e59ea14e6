"""Ids that follow from what a thing is, so that work done twice makes no second thing."""

from __future__ import annotations

from hashlib import sha256

from ingest.model import ArticleId, DocumentId, FeedId


def digest(raw: bytes) -> str:
    """SHA-256 of the bytes, in hex."""
    return sha256(raw).hexdigest()


def document_id(source: str, key: bytes) -> DocumentId:
    """The id of the document that ``source`` tells from its others by ``key``."""
    return f"d-{sha256(source.encode() + bytes(1) + key).hexdigest()[:16]}"


def entry_id(parent: DocumentId, number: int) -> DocumentId:
    """The id of the document that is entry ``number`` of an unpacked file."""
    return document_id("entry", f"{parent}/{number}".encode())


def feed_id(url: str) -> FeedId:
    """The id of the feed that was added under ``url``; it stays when the feed moves."""
    return f"f-{sha256(url.encode()).hexdigest()[:16]}"


def article_id(document: DocumentId) -> ArticleId:
    """The article that a document holds: one document holds one article at most."""
    return f"a-{document.removeprefix('d-')}"


def event_id(*parts: str) -> str:
    """The id of the event that says ``parts``: 32 hex digits."""
    return sha256(bytes(1).join(part.encode() for part in parts)).hexdigest()[:32]
