"""How fast are feeds polled, and what does the second poll cost?

``python -m bench.feeds [--feeds 1000] [--entries 25]`` serves so many feeds on this machine, each
on an address of its own, and polls all of them to the end, twice, in one process and then in four
(as the service does by default): asked, read, compared with what is remembered, and stored as
documents. Beside it, lemon24/reader's ``update_feeds`` on the same feeds with one and with ten
workers, into a database of its own. Prints entries a second by the clock and by processor time,
what the server answered, and our memory as it goes.

A poll ends with documents that wait for their receipts; what reading them costs is told by
``bench.normalise`` and ``bench.journey``.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import reader as lemon24

from ingest import log
from ingest.core import ids
from ingest.http import Http
from ingest.model import Feed
from ingest.settings import Feeds, Settings
from ingest.settings import Http as HttpSettings
from ingest.sources.feeds.polling import Poller
from ingest.store import Store, schema

LEASE = timedelta(minutes=5)
AT_ONCE = 16
WORDS = (
    "crew docked station orbit launch cargo capsule engine pad rocket window weather flight test "
    "surface sample rover hatch module solar array burn landing recovery telescope".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=25)
    arguments = parser.parse_args()
    log.configure("ERROR", "console")
    number, entries = arguments.feeds, arguments.entries
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=[theirs, entries], daemon=True)
    server.start()
    port = ours.recv()
    addresses = [f"http://127.{n // 250}.{n % 250}.1:{port}/feed/{n}" for n in range(1, number + 1)]

    def answered() -> str:
        ours.send(None)
        return ", ".join(f"{count} x {status}" for status, count in sorted(ours.recv().items()))

    def report(name: str, work: Callable[[], None]) -> None:
        began, cpu = time.perf_counter(), cpu_seconds()
        work()
        took, used = time.perf_counter() - began, cpu_seconds() - cpu
        total = number * entries
        print(
            f"{name:40} {total / took:8.0f} entries/s  {total / used:8.0f} a CPU second   "
            f"answers: {answered()}"
        )

    with tempfile.TemporaryDirectory() as folder:
        for processes in (1, 4):
            poll_all = open_ours(Path(folder) / f"ours-{processes}", addresses, processes)
            report(f"Missionfeed, {processes} process(es), first poll", poll_all)
            report(f"Missionfeed, {processes} process(es), second poll", poll_all)
        for workers in (1, 10):
            update = open_reader(Path(folder) / f"reader-{workers}.sqlite", addresses, workers)
            report(f"reader, {workers} worker(s), first update", update)
            report(f"reader, {workers} worker(s), second update", update)
    server.kill()


def cpu_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def open_ours(folder: Path, addresses: list[str], processes: int) -> Callable[[], None]:
    folder.mkdir()
    settings = Settings(
        data=folder,
        http=HttpSettings(private=("127.0.0.0/8",)),
        feeds=Feeds(host_delay_seconds=0.0),
    )
    store = Store(settings.database, source="urn:bench")
    schema.migrate(store.database)
    now = log.now()
    store.feeds.add(
        [
            Feed(id=ids.feed_id(url), url=url, origin="added", added=now, next_poll=now,
                 full_text="never")
            for url in addresses
        ]
    )  # fmt: skip

    def poll_all() -> None:
        for feed in store.feeds.all():
            store.feeds.change(feed.id, next_poll=log.now())
        if processes == 1:
            poll_due(settings)
            return
        works = [
            multiprocessing.Process(target=poll_due, args=[settings]) for _ in range(processes)
        ]
        for work in works:
            work.start()
        for work in works:
            work.join()

    return poll_all


def poll_due(settings: Settings) -> None:
    """Poll until nothing is due; prints the most memory that it took, as it went."""
    store = Store(settings.database, source="urn:bench")
    poller = Poller(settings, store, Http(settings.http))
    done, memory = 0, []
    while held := store.feeds.lease(now=log.now(), until=log.now() + LEASE, limit=AT_ONCE):
        for lease in held:
            poller.poll(lease)
            done += 1
            if done % 200 == 0:
                memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)
    store.close()
    print(f"{'':40} most memory so far, every 200 feeds: {memory} MiB", flush=True)


def open_reader(path: Path, addresses: list[str], workers: int) -> Callable[[], None]:
    made = lemon24.make_reader(str(path))
    for address in addresses:
        made.add_feed(address)
    return lambda: made.update_feeds(scheduled=False, workers=workers)


# ------------------------------------------------------------------ the server


def feed(number: int, entries: int) -> bytes:
    """A feed as publishers write them: each entry with a paragraph or two of its own."""
    items = []
    for entry in range(entries):
        seed = sha256(f"{number}/{entry}".encode()).digest()
        text = " ".join(WORDS[b % len(WORDS)] for b in seed * 4)
        link = f"https://n{number}.example/{entry}"
        items.append(
            f"<item><title>{' '.join(text.split()[:8])} {number}</title><link>{link}</link>"
            f"<guid>{link}</guid><pubDate>Mon, 04 May 2026 {entry % 24:02}:00:00 GMT</pubDate>"
            f"<description><![CDATA[<p>{text}</p>]]></description></item>"
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>News {number}</title><link>https://n{number}.example/</link>"
        f"<description>d</description>{''.join(items)}</channel></rss>"
    ).encode()


def serve(pipe: Connection, entries: int) -> None:
    """Serves ``/feed/N``; answers on the pipe with what it answered since it was asked last."""
    answers: Counter[int] = Counter()
    bodies: dict[int, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            number = int(self.path.rpartition("/")[2])
            body = bodies.setdefault(number, feed(number, entries))
            etag = f'"{len(body)}-{number}"'
            same = self.headers.get("If-None-Match") == etag
            answers[304 if same else 200] += 1
            self.send_response_only(304 if same else 200)
            self.send_header("ETag", etag)
            self.send_header("Content-Type", "application/rss+xml")
            if not same:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if not same:
                self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

    server = Server(("", 0), Handler)

    def tell() -> None:
        pipe.send(server.server_address[1])
        while True:
            pipe.recv()
            pipe.send(dict(answers))
            answers.clear()

    threading.Thread(target=tell, daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    main()
