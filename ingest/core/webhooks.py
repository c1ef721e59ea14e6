"""Webhooks as the Standard Webhooks specification has them: what a call carries, what an answer
means, and when a call is tried again (https://www.standardwebhooks.com, version 1).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

from standardwebhooks.webhooks import Webhook as Signer

from ingest.core.normalise import text
from ingest.errors import MissionfeedError

SECRET_PREFIX = "whsec_"  # noqa: S105  begins every secret
SECRET_BYTES = 32
LEAST_BYTES = 24
MEDIA_TYPE = "application/cloudevents+json; charset=utf-8"
WAITS = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
"""Before the second try of an event, before the third ...; the last one again and again."""
SPREAD = 0.2
"""Up to this share is added to a wait, so that not all that failed together comes back together."""
LONGEST_WAIT = timedelta(days=1)
"""A ``Retry-After`` beyond it is not believed."""
REMARK = 200
"""Characters of an answer that are shown."""


class NoSecret(MissionfeedError):
    """A text is no secret of a webhook."""


def check_secret(secret: str) -> None:
    """Raise :class:`NoSecret` unless calls can be signed with ``secret``."""
    coded = secret.removeprefix(SECRET_PREFIX)
    try:  # strictly: the library would pass over what is not base64, and so sign with another key
        key = base64.b64decode(coded + "=" * (-len(coded) % 4), validate=True)
    except ValueError:
        key = b""
    if coded == secret or len(key) < LEAST_BYTES:
        raise NoSecret(
            "That is no secret of a webhook.",
            hint=f"It is {SECRET_PREFIX} and at least {LEAST_BYTES} random bytes in base64; one is "
            "made where none is given.",
        )


def headers(event_id: str, body: str, secrets: Sequence[str], *, now: datetime) -> dict[str, str]:
    """What is sent with ``body``: its id, the time, a signature for each secret, and its type.

    The signature is an HMAC-SHA256 over ``id.timestamp.body``. An event has one id however often it
    is sent, so a receiver can tell what it has had.
    """
    stamp = now.astimezone(UTC)  # of any other zone the library would sign the wrong moment
    signed = (Signer(secret).sign(event_id, stamp, body) for secret in secrets)
    return {
        "Content-Type": MEDIA_TYPE,
        "webhook-id": event_id,
        "webhook-timestamp": str(int(stamp.timestamp())),
        "webhook-signature": " ".join(signed),
    }


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call."""

    result: Literal["delivered", "again", "gone"]
    said: str | None = None
    """Why it was not delivered, for people."""
    not_before: timedelta | None = None
    """How long the receiver asks us to wait."""


def judge_answer(status: int, stated: Mapping[str, str], body: bytes, *, now: datetime) -> Outcome:
    """What an answer means. ``stated`` are its headers, found in any case, or in lower case."""
    if 200 <= status < 300:
        return Outcome("delivered")
    remark = text.line(body.decode("utf-8", "replace"), REMARK)
    said = f"It answered {status}{': ' + remark if remark else ''}"
    if status == 410:
        return Outcome("gone", f"{said}. That means that it wants no more calls.")
    if 300 <= status < 400:
        return Outcome(
            "again", f"It answered {status}, a redirect: events are for its own address."
        )
    return Outcome("again", said, retry_after(stated.get("retry-after"), now=now))


def retry_after(value: str | None, *, now: datetime) -> timedelta | None:
    """The wait that a ``Retry-After`` states (RFC 9110, 10.2.3), as far as we believe it."""
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(timedelta(seconds=int(value[:9])), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max(until - now, timedelta()), LONGEST_WAIT)


def wait(failures: int, spread: float, not_before: timedelta | None = None) -> timedelta:
    """How long to wait after so many failures in a row; ``spread`` is a chance from 0 to 1."""
    planned = WAITS[min(failures, len(WAITS)) - 1]
    planned += planned * SPREAD * spread
    return max(planned, not_before) if not_before is not None else planned
