"""Connections to judged addresses only, which end when their time is over.

A host name is resolved once, every address that comes out is judged, and one that passed is dialled
itself: a name that resolves differently the second time changes nothing. The name stays in the
``Host`` header and in TLS, so certificates are checked against it.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Collection, Iterable
from typing import Any, TypeAlias

import httpcore2

from ingest.core import addresses
from ingest.core.addresses import Network
from ingest.http.errors import HttpError, Trouble

SocketOption: TypeAlias = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)

CONNECT_SECONDS = 10.0
"""For one address; the next one may answer."""


class Deadline:
    """A moment on the monotonic clock after which nothing may go on."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._at = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until then; raises :class:`HttpError` when there are none."""
        left = self._at - time.monotonic()
        if left <= 0:
            raise HttpError(
                Trouble.TIMEOUT, f"The answer was not whole within {self.seconds:g} seconds."
            )
        return left


class Backend(httpcore2.NetworkBackend):
    """How httpcore gets its connections: resolved, judged, dialled, all before ``deadline``."""

    def __init__(
        self, deadline: Deadline, *, networks: Collection[Network], hosts: Collection[str]
    ) -> None:
        self._deadline = deadline
        self._networks = networks
        self._hosts = hosts
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  the deadline counts
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore2.NetworkStream:
        judged = self.addresses(host, port)
        failure: Exception | None = None
        for address in judged:
            seconds = min(self._deadline.left(), CONNECT_SECONDS)
            try:
                stream = self._inner.connect_tcp(
                    address, port, seconds, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return Stream(stream, self._deadline)
        self._deadline.left()
        raise HttpError(
            Trouble.CONNECT, f"{host} does not take connections at port {port}: {failure}."
        ) from failure

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of ``host`` that may be called; raises where there is none."""
        found = resolve(host, port, self._deadline.left())
        if host.lower() in self._hosts:
            return found
        reasons = {address: addresses.refuse(address, self._networks) for address in found}
        passed = [address for address, reason in reasons.items() if reason is None]
        if not passed:
            raise HttpError(
                Trouble.REFUSED,
                f"{host} is not called: {next(iter(reasons.values()))}",
                hint="A host of your own network must be named in the setting `http.private`.",
            )
        return passed


class Stream(httpcore2.NetworkStream):
    """A connection on which everything together takes no longer than the deadline allows."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: Any,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        inner = self._inner
        try:
            secured = inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        except httpcore2.ConnectTimeout:
            raise
        except httpcore2.ConnectError as error:
            raise HttpError(
                Trouble.TLS, f"No secure connection to {server_hostname} could be made: {error}."
            ) from error
        return Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """The numeric addresses of a host name, in the system's order.

    The system's resolver knows no deadline, so it is asked in a thread, which is left behind when
    it takes too long.
    """
    answer: list[list[str] | Exception] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.append(list(dict.fromkeys(str(address[0]) for *_, address in found)))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    thread = threading.Thread(target=ask, name="resolve", daemon=True)
    thread.start()
    thread.join(seconds)
    if not answer:
        raise HttpError(Trouble.TIMEOUT, f"The name {host} was not resolved in {seconds:.0f} s.")
    if isinstance(answer[0], Exception):
        raise HttpError(Trouble.DNS, f"The name {host} could not be resolved: {_said(answer[0])}.")
    return answer[0]


def _said(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).rstrip(".")
