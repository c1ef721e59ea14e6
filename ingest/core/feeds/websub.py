"""WebSub (W3C Recommendation, 2018): what a subscriber has to compute and to check."""

from __future__ import annotations

import hmac
import re
from datetime import timedelta
from hashlib import sha256

LEASE = timedelta(days=10)
"""What we ask a hub for."""
SHORTEST_LEASE, LONGEST_LEASE = timedelta(minutes=5), timedelta(days=30)
RENEW = timedelta(days=1)
"""A lease that ends sooner than this is renewed, or one of which less than a fifth is left."""
ASK_AGAIN = timedelta(hours=6)
"""A hub that did not confirm is asked again after this."""

_LINK = re.compile(r"<([^<>]{1,4000})>([^<]{0,1000})")
_RELATION = re.compile(
    r"\brel\s{0,4}=\s{0,4}(?:\"([^\"]{0,200})\"|([^\s;,\"]{1,100}))", re.IGNORECASE
)
_METHODS = ("sha256", "sha384", "sha512", "sha1")


def links(header: str | None) -> dict[str, str]:
    """The first address of each relation in a ``Link`` header, such as ``hub`` and ``self``."""
    found: dict[str, str] = {}
    for address, parameters in _LINK.findall((header or "")[:16_000]):
        for quoted, bare in _RELATION.findall(parameters):
            for relation in (quoted or bare).lower().split():
                found.setdefault(relation, address.strip())
    return found


def path_of(feed: str, secret: str) -> str:
    """The path at which a hub reaches us for a feed: nobody can guess it."""
    return f"/websub/{feed}/{_token(secret)}"


def is_token(token: str, secret: str) -> bool:
    return hmac.compare_digest(token.encode(), _token(secret).encode())


def _token(secret: str) -> str:
    return sha256(b"callback\0" + secret.encode()).hexdigest()[:32]


def is_signed(body: bytes, secret: str, header: str | None) -> bool:
    """Whether ``X-Hub-Signature`` (``sha256=...``) shows that the sender knows the secret."""
    method, _, stated = (header or "").strip().partition("=")
    if method.lower() not in _METHODS:
        return False
    made = hmac.new(secret.encode(), body, method.lower()).hexdigest()
    return hmac.compare_digest(made.encode(), stated.strip().lower().encode("utf-8", "replace"))


def lease_of(stated: str | None) -> timedelta:
    """The lease that a hub confirms, within reason."""
    seconds = (
        int(stated)
        if stated and stated.isascii() and stated.isdecimal() and len(stated) < 12
        else None
    )
    if seconds is None:
        return LEASE
    return min(max(timedelta(seconds=min(seconds, 10**9)), SHORTEST_LEASE), LONGEST_LEASE)
