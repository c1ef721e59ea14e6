"""Why an answer could not be had: a stable code, beside the sentence for people."""

from __future__ import annotations

from enum import StrEnum

from ingest.errors import MissionfeedError


class Trouble(StrEnum):
    ADDRESS = "bad_address"
    """Not http or https, or no host in it."""
    REFUSED = "refused_address"
    """It leads to an address that is not public, and was not called."""
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    """The answer was not whole in time."""
    REDIRECTS = "redirects"
    """Too many, or in a circle."""
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    PROTOCOL = "protocol"
    """The answer breaks the rules of HTTP: its length is wrong, it ends too early."""


class HttpError(MissionfeedError):
    """No usable answer came. ``str(error)`` is the sentence for people."""

    def __init__(self, code: Trouble, message: str, *, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.code = code
