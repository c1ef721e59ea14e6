"""What the tests of webhooks share: a log, one who is called with it, and what that one checks."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ingest.core.events import TYPES
from ingest.model import Event, Webhook
from ingest.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode()
OTHER_SECRET = "whsec_" + base64.b64encode(bytes(range(100, 132))).decode()


def webhook(name: str = "desk", **values: Any) -> Webhook:
    """One that begins at the beginning of the log, and may be called at ``NOW``."""
    usual = {
        "url": f"https://{name}.example.org/hook",
        "secret": SECRET,
        "added": NOW,
        "position": 0,
        "next_try": NOW,
    }
    return Webhook(**{"name": name, **usual, **values})


def write_events(store: Store, number: int, **values: Any) -> list[str]:
    """Write so many more events to the log; returns their ids."""
    first = store.last_position() + 1
    new = [
        Event(
            **{
                "id": f"e-{i}",
                "type": TYPES[0],
                "subject": f"article/a-{i}",
                "time": NOW,
                "data": {"title": f"Экипаж {i} вышел на орбиту"},
                "article": f"a-{i}",
                **values,
            }
        )
        for i in range(first, first + number)
    ]
    store.commit(lambda head: head.append(new))
    return [event.id for event in new]


def signed_by(headers: Mapping[str, str], body: bytes, *secrets: str) -> list[str]:
    """Those of ``secrets`` whose signature a call bears; the names of ``headers`` are lower case.

    Standard Webhooks, by the standard library: HMAC-SHA256 over ``id.timestamp.body`` with the
    bytes that stand behind ``whsec_`` in base64; a blank parts signatures, each has its version.
    """
    stated = (headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body)
    borne = headers["webhook-signature"].split(" ")

    def signature(secret: str) -> str:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        signed = hmac.digest(key, b".".join(stated), hashlib.sha256)
        return "v1," + base64.b64encode(signed).decode()

    return [secret for secret in secrets if signature(secret) in borne]
