"""Fetching from others: one polite client for feeds, pages and hubs.

It says who it is and whom to write to, takes no longer and no more than it was told to, calls
public addresses only, on every hop, and remembers nothing (no cookies, no proxies from the
environment). Redirects are followed by hand, so that each hop is judged and counted.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass

import httpcore2
import httpx2

from ingest import __version__
from ingest.core import addresses
from ingest.http import targets
from ingest.http.dialling import Backend, Deadline
from ingest.http.errors import HttpError, Trouble
from ingest.settings import Http as Settings

__all__ = ["Answer", "Http", "HttpError", "Trouble", "Validators"]

PERMANENT = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)
CHECK_SECONDS = 5.0
REMARK = 4096
"""Bytes that are read of an answer that is no success: enough to tell a person what it says."""
_ENCODINGS = ("gzip", "deflate", "br")


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer of ``url`` said to ask with: has it changed since?"""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in stated.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in the end, whatever its status.

    ``url`` is the address that answered, without credentials. ``body`` is decoded and whole for a
    success (2xx); of anything else it is the beginning. ``moved_to`` is set where the address asked
    has moved for good: the last address reached by permanent redirects alone.
    """

    status: int
    url: str
    headers: Mapping[str, str]
    """Names are found in any case."""
    body: bytes
    moved_to: str | None = None


class Http:
    """The client. Holds no connections between calls, and may be shared by threads."""

    def __init__(self, settings: Settings, *, tls: Callable[[], ssl.SSLContext] | None = None):
        self._settings = settings
        self._networks = addresses.networks(settings.private)
        self._hosts = {host.lower() for host in settings.private}
        self._make_tls = tls or httpcore2.default_ssl_context
        self._tls: ssl.SSLContext | None = None

    @property
    def user_agent(self) -> str:
        contact = f" (+{self._settings.contact})" if self._settings.contact else ""
        return f"Missionfeed/{__version__}{contact}"

    def check(self, url: str) -> None:
        """Raise :class:`HttpError` where ``url`` may not be called, or its host has no address.
        Nothing is connected to."""
        here = targets.parse(url)
        backend = Backend(Deadline(CHECK_SECONDS), networks=self._networks, hosts=self._hosts)
        port = here.port or (443 if here.scheme == "https" else 80)
        backend.addresses(here.raw_host.decode("ascii"), port)

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        validators: Validators | None = None,
        limit: int | None = None,
        cut: bool = False,
        deadline: float | None = None,
    ) -> Answer:
        """What ``url`` answers, redirects followed. Raises :class:`HttpError` where that cannot be
        had in ``deadline`` seconds and ``limit`` decoded bytes (by default those of the settings),
        unless the body may be ``cut`` there.

        ``headers`` are sent on every hop, so there must be no secret in them; ``validators`` to the
        address that they came from only.
        """
        until = Deadline(deadline or self._settings.timeout_seconds)
        here = targets.parse(url)
        first, seen, moved, permanent = here, [targets.shown(here)], None, True
        while True:
            sent = {**targets.credentials(first, here), **(headers or {})}
            if validators is not None and validators.url == targets.shown(here):
                sent |= validators.headers()
            with self._answer("GET", here, sent, b"", until) as response:
                status = response.status_code
                location = response.headers.get("location")
                if status not in REDIRECTS or not location:
                    most = limit or self._settings.response_bytes
                    body = _body(response, most, until, cut=cut)
                    return Answer(status, targets.shown(here), response.headers, body, moved)
            here = targets.redirected(here, location, seen)
            permanent = permanent and status in PERMANENT
            moved = targets.shown(here) if permanent else moved

    def post(
        self,
        url: str,
        body: bytes,
        *,
        headers: Mapping[str, str] | None = None,
        deadline: float | None = None,
    ) -> Answer:
        """What ``url`` answers to ``body``. Redirects are not followed: a form or an event is for
        whoever it was sent to. The answer's body is the beginning only, or nothing where it breaks
        off: its status says what became of ``body``, and that came."""
        until = Deadline(deadline or self._settings.timeout_seconds)
        here = targets.parse(url)
        sent = {**targets.credentials(here, here), **(headers or {})}
        with self._answer("POST", here, sent, body, until) as response:
            try:
                said = _body(response, REMARK, until, cut=True)
            except (HttpError, httpcore2.TimeoutException, httpcore2.NetworkError):
                said = b""
            return Answer(response.status_code, targets.shown(here), response.headers, said)

    @contextmanager
    def _answer(
        self,
        method: str,
        url: httpx2.URL,
        headers: Mapping[str, str],
        body: bytes,
        deadline: Deadline,
    ) -> Iterator[httpx2.Response]:
        usual = {
            "User-Agent": self.user_agent,
            "Accept": "*/*",
            "Accept-Encoding": ", ".join(_ENCODINGS),
        }
        request = httpx2.Request(
            method, targets.bare(url), headers={**usual, **headers}, content=body
        )
        backend = Backend(deadline, networks=self._networks, hosts=self._hosts)
        pool = httpcore2.ConnectionPool(
            ssl_context=self._secure() if url.scheme == "https" else None,
            max_connections=1,
            keepalive_expiry=0,
            network_backend=backend,
        )
        with closing(pool), _translated(url, deadline):
            core = pool.handle_request(
                httpcore2.Request(
                    method,
                    httpcore2.URL(
                        scheme=url.raw_scheme,
                        host=url.raw_host,
                        port=url.port,
                        target=url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=body,
                )
            )
            stream = _Stream(core)
            yield httpx2.Response(core.status, headers=core.headers, stream=stream)

    def _secure(self) -> ssl.SSLContext:
        if self._tls is None:  # reading the certificates of the system takes a while
            self._tls = self._make_tls()
        return self._tls


class _Stream(httpx2.SyncByteStream):
    """The body as httpx2 takes it, which knows how to decode it in bounded pieces."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


def _body(response: httpx2.Response, limit: int, deadline: Deadline, *, cut: bool = False) -> bytes:
    """The decoded body; raises ``HttpError`` above ``limit``, unless it may be ``cut`` there."""
    status = response.status_code
    if status == httpx2.codes.PARTIAL_CONTENT:
        raise HttpError(Trouble.PROTOCOL, "The server sent a part (206), for which nobody asked.")
    if not response.is_success:
        limit, cut = REMARK, True
    encodings = [
        e for e in response.headers.get("content-encoding", "").lower().split(",") if e.strip()
    ]
    known = all(e.strip() in (*_ENCODINGS, "identity", "x-gzip") for e in encodings)
    if not known or len(encodings) > 1:
        if cut:
            return b""
        raise HttpError(
            Trouble.ENCODING, f"The answer is encoded as {', '.join(encodings)}, which is not read."
        )
    if encodings == ["x-gzip"]:
        response.headers["content-encoding"] = "gzip"
    stated = response.headers.get("content-length", "")
    if not cut and not encodings and stated.isdecimal() and int(stated[:20]) > limit:
        raise _too_large(limit)
    parts: list[bytes] = []
    size = 0
    try:
        for part in response.iter_bytes():
            deadline.left()
            parts.append(part)
            size += len(part)
            if size > limit:
                if cut:
                    return b"".join(parts)[:limit]
                raise _too_large(limit)
    except (HttpError, httpx2.DecodingError, httpcore2.ProtocolError):
        if not cut:
            raise
    return b"".join(parts)


def _too_large(limit: int) -> HttpError:
    return HttpError(
        Trouble.TOO_LARGE, f"The answer has more than {limit:,} bytes when it is unpacked."
    )


@contextmanager
def _translated(url: httpx2.URL, deadline: Deadline) -> Iterator[None]:
    """What the libraries raise, as errors for people."""
    try:
        yield
    except httpcore2.TimeoutException as error:
        seconds = deadline.seconds
        message = f"{url.host} did not answer in full within {seconds:g} seconds."
        raise HttpError(Trouble.TIMEOUT, message) from error
    except httpx2.DecodingError as error:
        message = f"What {url.host} sent cannot be unpacked as its Content-Encoding says: {error}."
        raise HttpError(Trouble.ENCODING, message) from error
    except httpcore2.ProtocolError as error:
        raise HttpError(
            Trouble.PROTOCOL, f"{url.host} broke the rules of HTTP: {str(error).rstrip('.')}."
        ) from error
    except httpcore2.NetworkError as error:
        raise HttpError(
            Trouble.CONNECT, f"The connection to {url.host} broke: {str(error).rstrip('.')}."
        ) from error
