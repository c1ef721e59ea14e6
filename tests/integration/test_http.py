"""The client, against a real server that answers well and badly."""

from __future__ import annotations

import gzip
import os
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from typing import Any

import brotli
import pytest

from ingest.http import Http, HttpError, Trouble, Validators, dialling
from ingest.settings import Http as HttpSettings
from tests.feed_server import (
    FeedServer,
    Route,
    drip,
    encoded,
    endless,
    raw,
    redirect,
    serve,
    status,
)

FEED = b"<rss version='2.0'><channel><title>Flights</title></channel></rss>"
MIB = 2**20


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with serve() as made:
        yield made


def client(**settings: Any) -> Http:
    return Http(HttpSettings(**{"private": ("127.0.0.1",), "timeout_seconds": 20.0, **settings}))


def trouble(url: str, *, http: Http | None = None, **options: Any) -> HttpError:
    with pytest.raises(HttpError) as caught:
        (http or client()).get(url, **options)
    assert str(caught.value).endswith((".", "?"))
    return caught.value


# ------------------------------------------------------------------ asking


def test_it_says_who_asks_and_whom_to_write_to(server: FeedServer) -> None:
    server.routes["/feed"] = FEED
    answer = client(contact="https://desk.example.org/bot").get(f"{server.url}/feed")
    assert (answer.status, answer.url, answer.body) == (200, f"{server.url}/feed", FEED)
    asked = server.seen[0].headers
    assert asked["user-agent"].startswith("Missionfeed/")
    assert asked["user-agent"].endswith("(+https://desk.example.org/bot)")
    assert asked["accept-encoding"] == "gzip, deflate, br"
    assert "cookie" not in asked


def test_no_proxy_of_the_environment_is_used(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.routes["/feed"] = FEED
    assert client().get(f"{server.url}/feed").body == FEED


def test_validators_go_to_the_address_that_they_came_from_alone(server: FeedServer) -> None:
    server.routes |= {"/feed": redirect("/there"), "/there": status(304)}
    here = Validators(f"{server.url}/feed", '"1"', "Mon, 23 Nov 2026 10:00:00 GMT")
    there = Validators(f"{server.url}/there", '"2"')
    assert client().get(f"{server.url}/feed", validators=here).status == 304
    assert client().get(f"{server.url}/feed", validators=there).status == 304
    told = [(seen.path, seen.headers.get("if-none-match")) for seen in server.seen]
    assert told == [("/feed", '"1"'), ("/there", None), ("/feed", None), ("/there", '"2"')]
    assert server.seen[0].headers["if-modified-since"] == "Mon, 23 Nov 2026 10:00:00 GMT"


def test_a_post_is_answered_and_follows_no_redirect(server: FeedServer) -> None:
    server.routes |= {"/hub": status(202, "queued"), "/moved": redirect("/hub", 307)}
    answer = client().post(f"{server.url}/hub", b"a=1", headers={"Content-Type": "text/plain"})
    assert (answer.status, answer.body) == (202, b"queued")
    assert client().post(f"{server.url}/moved", b"a=1").status == 307
    assert [seen.body for seen in server.seen] == [b"a=1", b"a=1"]


# ------------------------------------------------------------------ bodies


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "br", "identity"])
def test_bodies_are_unpacked(server: FeedServer, encoding: str) -> None:
    packed = {
        "gzip": gzip.compress(FEED),
        "x-gzip": gzip.compress(FEED),
        "deflate": zlib.compress(FEED),
        "br": brotli.compress(FEED),
        "identity": FEED,
    }[encoding]
    server.routes["/feed"] = encoded(packed, encoding)
    assert client().get(f"{server.url}/feed").body == FEED


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_bomb_is_given_up_at_the_limit(server: FeedServer, encoding: str) -> None:
    zeros = bytes(64 * MIB)
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding]
    server.routes["/bomb"] = encoded(pack(zeros), encoding)
    assert trouble(f"{server.url}/bomb", limit=MIB).code is Trouble.TOO_LARGE


def test_an_endless_body_is_given_up_at_the_limit(server: FeedServer) -> None:
    server.routes["/endless"] = endless
    assert trouble(f"{server.url}/endless", limit=MIB).code is Trouble.TOO_LARGE


def test_a_body_that_is_announced_as_too_large_is_not_read(server: FeedServer) -> None:
    server.routes["/large"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
    assert trouble(f"{server.url}/large", limit=MIB).code is Trouble.TOO_LARGE


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (encoded(b"no gzip", "gzip"), Trouble.ENCODING),
        (encoded(gzip.compress(gzip.compress(FEED)), "gzip, gzip"), Trouble.ENCODING),
        (encoded(FEED, "zstd"), Trouble.ENCODING),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort"), Trouble.PROTOCOL),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), Trouble.PROTOCOL),
        (raw(b"this is no HTTP\r\n\r\n"), Trouble.PROTOCOL),
        (raw(b""), Trouble.PROTOCOL),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n"), Trouble.PROTOCOL),
        (status(206, "a part", Content_Range="bytes 0-5/10"), Trouble.PROTOCOL),
    ],
    ids=["no-gzip", "twice", "zstd", "short", "chunks", "no-http", "nothing", "headers", "206"],
)
def test_broken_answers_are_told_apart(server: FeedServer, answer: Route, code: Trouble) -> None:
    server.routes["/broken"] = answer
    assert trouble(f"{server.url}/broken").code is code


def test_more_than_was_announced_is_not_read(server: FeedServer) -> None:
    server.routes["/long"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a/><b/>")
    assert client().get(f"{server.url}/long").body == b"<a/>"


def test_of_a_failure_only_the_beginning_is_read(server: FeedServer) -> None:
    server.routes["/gone"] = status(410, "x" * MIB)
    answer = client().get(f"{server.url}/gone", limit=10)
    assert answer.status == 410
    assert 0 < len(answer.body) <= 4096


# ------------------------------------------------------------------ time


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
def test_a_slow_drip_ends_at_the_deadline(server: FeedServer, head: bytes) -> None:
    server.routes["/slow"] = drip(head)
    assert trouble(f"{server.url}/slow", deadline=0.4).code is Trouble.TIMEOUT


def test_the_deadline_is_for_all_redirects_together(server: FeedServer) -> None:
    def slowly(to: str) -> Route:
        def answer(exchange: Any) -> None:
            exchange.stopping(0.3)
            exchange.reply(status=302, headers={"Location": to})

        return answer

    server.routes |= {f"/{i}": slowly(f"/{i + 1}") for i in range(5)} | {"/5": FEED}
    assert trouble(f"{server.url}/0", deadline=0.7).code is Trouble.TIMEOUT


def test_a_name_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def hang(*_: Any, **__: Any) -> Any:
        released.wait(30)
        raise socket.gaierror("late")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    began = time.monotonic()
    assert trouble("http://feeds.example.org/", deadline=0.2).code is Trouble.TIMEOUT
    assert time.monotonic() - began < 20
    released.set()


# ------------------------------------------------------------------ redirects


def test_only_permanent_redirects_from_the_start_move_an_address(server: FeedServer) -> None:
    server.routes |= {
        "/301": redirect("/308", 301),
        "/308": redirect("/feed", 308),
        "/302": redirect("/301", 302),
        "/then": redirect("/307", 301),
        "/307": redirect("/feed", 307),
        "/feed": FEED,
    }
    moved = {path: client().get(server.url + path).moved_to for path in ("/301", "/302", "/then")}
    assert moved == {"/301": f"{server.url}/feed", "/302": None, "/then": f"{server.url}/307"}


@pytest.mark.parametrize("to", ["/a", "/b", "/a#again"])
def test_circles_end(server: FeedServer, to: str) -> None:
    server.routes |= {"/a": redirect("/b"), "/b": redirect(to)}
    assert trouble(f"{server.url}/a").code is Trouble.REDIRECTS
    assert len(server.seen) <= 3


def test_long_chains_end(server: FeedServer) -> None:
    server.routes |= {f"/{i}": redirect(f"/{i + 1}") for i in range(50)}
    assert trouble(f"{server.url}/0").code is Trouble.REDIRECTS
    assert len(server.seen) == 6


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "http://", "//[::1/"]
)
def test_redirects_lead_to_http_only(server: FeedServer, to: str) -> None:
    server.routes["/a"] = redirect(to)
    assert trouble(f"{server.url}/a").code in (Trouble.ADDRESS, Trouble.REDIRECTS)


def test_credentials_stay_with_their_server(server: FeedServer) -> None:
    with serve("127.0.0.1") as other:
        server.routes |= {"/a": redirect("/b"), "/b": redirect(f"http://u:p@{other.url[7:]}/c")}
        other.routes["/c"] = FEED
        answer = client().get(server.url.replace("//", "//desk:s%40crt@") + "/a")
        assert answer.url == f"{other.url}/c"
        sent = [seen.headers.get("authorization") for seen in (*server.seen, *other.seen)]
    assert sent == ["Basic ZGVzazpzQGNydA==", "Basic ZGVzazpzQGNydA==", None]


# ------------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    "host",
    "127.0.0.1 localhost 2130706433 0x7f.1 0177.0.0.1 127.1 0 ①②⑦.0.0.1 [::1] [::ffff:7f00:1] "
    "[64:ff9b::7f00:1]".split(),
)
def test_this_machine_is_not_called_however_it_is_written(server: FeedServer, host: str) -> None:
    port = server.url.rpartition(":")[2]
    error = trouble(f"http://{host}:{port}/feed", http=client(private=()))
    assert error.code in (Trouble.REFUSED, Trouble.DNS, Trouble.ADDRESS)
    assert server.seen == []


def test_a_redirect_to_a_private_address_is_not_followed(server: FeedServer) -> None:
    server.routes["/a"] = redirect("http://169.254.169.254/latest/meta-data/")
    error = trouble(f"{server.url}/a")
    assert error.code is Trouble.REFUSED
    assert "169.254.169.254 is not a public address" in str(error)


def test_a_name_is_resolved_once_and_the_judged_address_dialled(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers differently the second time (DNS rebinding) gains nothing."""
    answers = ["93.184.215.14", "127.0.0.1"]
    asked: list[str] = []
    dialled: list[str] = []

    def resolve(host: str, _port: int, _seconds: float) -> list[str]:
        asked.append(host)
        return [answers[min(len(asked), 2) - 1]]

    def dial(address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        dialled.append(address[0])
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(dialling, "resolve", resolve)
    monkeypatch.setattr(socket, "create_connection", dial)
    assert trouble("http://rebind.example.org/", http=client(private=())).code is Trouble.CONNECT
    assert (asked, dialled) == (["rebind.example.org"], ["93.184.215.14"])


def test_of_several_addresses_only_public_ones_are_dialled(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialled: list[str] = []

    def dial(address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        dialled.append(address[0])
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(dialling, "resolve", lambda *_: ["10.0.0.1", "9.9.9.9", "::1", "8.8.8.8"])
    monkeypatch.setattr(socket, "create_connection", dial)
    trouble("http://mixed.example.org/", http=client(private=()))
    assert dialled == ["9.9.9.9", "8.8.8.8"]


def test_a_named_host_may_be_private(server: FeedServer) -> None:
    server.routes["/feed"] = FEED
    port = server.url.rpartition(":")[2]
    answer = client(private=("localhost",)).get(f"http://localhost:{port}/feed")
    assert answer.body == FEED
    assert server.seen[0].headers["host"] == f"localhost:{port}"


def test_a_name_that_does_not_exist_is_told() -> None:
    assert trouble("http://feeds.invalid/").code is Trouble.DNS


def test_a_port_that_takes_no_connections_is_told() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        assert trouble(f"http://127.0.0.1:{port}/").code is Trouble.CONNECT


def test_a_server_without_tls_is_told(server: FeedServer) -> None:
    url = server.url.replace("http:", "https:")
    assert trouble(f"{url}/feed").code is Trouble.TLS


def test_the_name_is_kept_in_tls() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        heard: list[bytes] = []

        def listen() -> None:
            connection, _ = listener.accept()
            with connection:
                heard.append(connection.recv(4096))

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        url = f"https://localhost:{listener.getsockname()[1]}/"
        assert trouble(url, http=client(private=("localhost",))).code is Trouble.TLS
        thread.join(20)
    assert b"localhost" in heard[0]


@pytest.mark.parametrize("url", ["", "feed", "ftp://example.org/", "http://", "http://a b/", "x:"])
def test_what_is_no_address_is_told(url: str) -> None:
    assert trouble(url).code in (Trouble.ADDRESS, Trouble.DNS)


def test_files_left_open_are_few(server: FeedServer) -> None:
    server.routes |= {"/feed": FEED, "/a": redirect("/feed")}
    http = client()
    http.get(f"{server.url}/a")
    before = len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0
    for _ in range(20):
        http.get(f"{server.url}/a")
    after = len(os.listdir("/proc/self/fd")) if before else 0
    assert after <= before + 3  # the server may be closing its side
