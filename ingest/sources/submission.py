"""Documents that somebody hands over directly: ``missionfeed submit``, and the API."""

from __future__ import annotations

from datetime import datetime

from ingest.core import ids
from ingest.model import Arrival, Document, Receipt
from ingest.sources import refuse_size


def arrival(
    raw: bytes, *, name: str | None, received: datetime, limit: int, url: str | None = None
) -> Arrival:
    """What to store of a submission. Handing over the same bytes again is a new document: it will
    be judged a copy. More than ``limit`` bytes are refused, and not kept.
    """
    key = b"\0".join((received.isoformat().encode(), (name or url or "").encode(), raw))
    refused = refuse_size(len(raw), limit)
    document = Document(
        id=ids.document_id("submission", key),
        source="submission",
        raw=b"" if refused else raw,
        received=received,
        path=name,
        url=url,
    )
    if refused is None:
        return Arrival(document=document)
    return Arrival(document=document, receipt=Receipt.REJECTED, code=refused[0], reason=refused[1])
