"""A web server on this machine that answers as told, well or badly: a real one, for real clients.

A route is a function that gets the open request and answers it; ``seen`` holds what was asked, in
order. What is written to ``wfile`` goes out as it is, so that answers may break any rule.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Seen:
    """A request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


class Exchange(BaseHTTPRequestHandler):
    """One open request: ``reply`` answers it by the rules, ``wfile`` by none."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def reply(
        self, body: bytes | str = b"", status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response_only(status)
        for name, value in {"Content-Length": str(len(data)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def stopping(self, seconds: float = 0.0) -> bool:
        """Whether the server is being closed; waits that long to see."""
        return self.server.stop.wait(seconds)

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        seen = Seen(
            self.command,
            self.path,
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
        )
        self.server.owner.seen.append(seen)
        self.close_connection = True
        route = self.server.owner.routes.get(self.path.partition("?")[0])
        try:
            if route is None:
                self.reply("nothing here", 404)
            elif callable(route):
                route(self)
            else:
                self.reply(route)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client had enough

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: Any) -> None:
        pass


Route = Callable[[Exchange], None] | bytes | str


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, owner: FeedServer, host: str) -> None:
        self.owner = owner
        self.stop = threading.Event()
        super().__init__((host, 0), Exchange)


@dataclass
class FeedServer:
    """``routes`` by path may be changed at any time."""

    url: str = ""
    routes: dict[str, Route] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [seen.path for seen in self.seen]


@contextmanager
def serve(host: str = "127.0.0.1") -> Iterator[FeedServer]:
    """A running server on a free port; ``url`` has no slash at its end."""
    made = FeedServer()
    server = _Server(made, host)
    made.url = f"http://{host}:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()


def redirect(to: str, status: int = 302, **headers: str) -> Route:
    return lambda exchange: exchange.reply(status=status, headers={"Location": to, **headers})


def status(code: int, body: str = "", **headers: str) -> Route:
    """An answer of that status; an underscore in a header's name stands for its hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda exchange: exchange.reply(body, code, named)


def encoded(body: bytes, encoding: str) -> Route:
    return lambda exchange: exchange.reply(body, headers={"Content-Encoding": encoding})


def drip(head: bytes = b"HTTP/1.1 200 OK\r\n\r\n") -> Route:
    """A byte now and then, for as long as the server stands."""

    def answer(exchange: Exchange) -> None:
        exchange.wfile.write(head)
        while not exchange.stopping(0.02):
            exchange.wfile.write(b"x")
            exchange.wfile.flush()

    return answer


def endless(exchange: Exchange) -> None:
    exchange.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while not exchange.stopping():
        exchange.wfile.write(b"<item/>" * 4096)


def raw(answer: bytes) -> Route:
    def write(exchange: Exchange) -> None:
        exchange.wfile.write(answer)

    return write
