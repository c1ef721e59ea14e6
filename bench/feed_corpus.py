"""Is every feed of a folder read: no crash, no hang, the right titles and links?

``python -m bench.feed_corpus DIR [--json]`` reads each file in ``DIR`` as the service does, once as
a file that was dropped and once as the answer of an address, each in a process that is ended after
five seconds. A row for each file: how it was read, its entries, how many of them have a title and a
link; ``--json`` prints the titles and links themselves; ``--compare`` each title and link that is
not what feedparser makes of the same file. Exits with 1 if one crashed or hung.

A corpus to begin with is the test suite of feedparser: ``pip download --no-deps --no-binary :all:
feedparser``, unpacked.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import feedparser

from ingest.catalogue import load_sources
from ingest.core import urls
from ingest.core.feeds import reading
from ingest.core.normalise import feed_entry, fragment
from ingest.core.normalise.registry import normalise
from ingest.model import Article, Rejection, Unpacked
from ingest.settings import load_settings

SECONDS = 5.0
RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Result:
    """What became of one file. ``drop`` is ``article``, ``feed`` or the code of its rejection;
    ``poll`` is ``feed`` or that code; either is ``crashed`` or ``hung`` where reading failed."""

    file: str
    drop: str = "hung"
    poll: str = "hung"
    seconds: float = 0.0
    entries: list[dict[str, Any]] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--compare", action="store_true", help="print what differs from feedparser")
    arguments = parser.parse_args()
    totals: Counter[str] = Counter()
    slowest = 0.0
    for result in results(arguments.folder):
        totals["files"] += 1
        totals[f"drop: {result.drop}"] += 1
        totals[f"poll: {result.poll}"] += 1
        totals["entries"] += len(result.entries)
        titled = sum(bool(entry["title"]) for entry in result.entries)
        linked = sum(bool(entry["link"]) for entry in result.entries)
        totals["entries with a title"] += titled
        totals["entries with a link"] += linked
        slowest = max(slowest, result.seconds)
        if arguments.compare:
            totals.update(compare(arguments.folder / result.file, result))
        elif arguments.json:
            print(json.dumps(asdict(result), ensure_ascii=False))
        else:
            print(
                f"{result.drop:20} {result.poll:20} {len(result.entries):6} {titled:6} {linked:6} "
                f"{result.seconds:7.3f} s  {result.file}"
            )
    for name, number in sorted(totals.items()):
        print(f"{number:8} {name}", file=sys.stderr)
    print(f"{slowest:8.3f} s for the slowest", file=sys.stderr)
    return int(any("crashed" in name or "hung" in name for name in totals))


def compare(path: Path, result: Result) -> Iterator[str]:
    """What feedparser makes of the same file, entry by entry; prints and counts what differs."""
    try:
        theirs = feedparser.parse(io.BytesIO(path.read_bytes())).entries
    except Exception as error:
        print(f"{result.file}: feedparser raises {error!r}")
        return
    if len(theirs) != len(result.entries):
        print(f"{result.file}: {len(result.entries)} entries, feedparser {len(theirs)}")
        yield "files with more or fewer entries than feedparser finds"
        return
    for ours, entry in zip(result.entries, theirs, strict=True):
        told = {
            "title": (ours["title"] or "", fragment.inline(entry.get("title") or "")),
            "link": (ours["link"] or "", urls.canonical(entry.get("link") or "") or ""),
        }
        for name, (mine, other) in told.items():
            if mine.partition("#")[0] != other.partition("#")[0]:
                print(f"{result.file}: {name} {mine!r}, feedparser {other!r}")
                yield f"{name}s that are not feedparser's"


def results(folder: Path) -> Iterator[Result]:
    """What becomes of each file below the folder; the reader is replaced where it does not end."""
    reader = Reader()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        yield reader.read(path, str(path.relative_to(folder)))
    reader.close()


class Reader:
    """A process that reads files until one takes too long."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self.ours, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=serve, args=[theirs], daemon=True)
        self.process.start()
        theirs.close()
        self.ours.recv()  # what is loaded on first use is no part of a file's time

    def read(self, path: Path, name: str) -> Result:
        result = Result(name)
        began = time.perf_counter()
        for way in ("drop", "poll"):
            self.ours.send((way, str(path)))
            outcome, entries = self._answer()
            setattr(result, way, outcome)
            result.entries = entries or result.entries
        result.seconds = round(time.perf_counter() - began, 4)
        return result

    def _answer(self) -> tuple[str, list[dict[str, Any]]]:
        with suppress(EOFError):
            if self.ours.poll(SECONDS):
                answer: tuple[str, list[dict[str, Any]]] = self.ours.recv()
                return answer
        outcome = "hung" if self.process.is_alive() else "crashed"
        self.close()
        self._start()
        return outcome, []

    def close(self) -> None:
        self.process.kill()
        self.process.join()
        self.ours.close()


def serve(pipe: Connection) -> None:
    """Answers with the outcome of each file, and the titles and links of its entries."""
    sources = load_sources(load_settings().sources_dir)
    dropped(b"<rss><channel><item><title>A first feed</title></item></channel></rss>", "x", sources)
    pipe.send(None)
    while True:
        way, path = pipe.recv()
        raw = Path(path).read_bytes()
        try:
            outcome = dropped(raw, Path(path).name, sources) if way == "drop" else polled(raw)
        except Exception as error:
            print(f"{path}: {error!r}", file=sys.stderr)
            outcome = ("crashed", [])
        pipe.send(outcome)


def dropped(raw: bytes, name: str, sources: Any) -> tuple[str, list[dict[str, Any]]]:
    whole = normalise(raw, name=name, media_type=None, received=RECEIVED, sources=sources)
    if isinstance(whole, Rejection):
        return whole.code.value, []
    if isinstance(whole, Article):
        return "article", []
    assert isinstance(whole, Unpacked)
    entries = []
    for media_type, entry in whole.entries:
        read = normalise(
            entry, name=None, media_type=media_type, received=RECEIVED, sources=sources
        )
        article = read if isinstance(read, Article) else None
        title, link = (article.title, article.url) if article else feed_entry.stated(entry)
        entries.append(
            {
                "title": title,
                "link": link,
                "published": str(article.published.value)
                if article and article.published
                else None,
                "rejected": read.code.value if isinstance(read, Rejection) else None,
            }
        )
    return "feed", entries


def polled(raw: bytes) -> tuple[str, list[dict[str, Any]]]:
    listing = reading.read(raw, url="https://feed.example/feed")
    return (listing.code.value if isinstance(listing, Rejection) else "feed"), []


if __name__ == "__main__":
    sys.exit(main())
