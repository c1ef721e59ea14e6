"""How much does the service cost around its pure functions?

``python -m bench.journey [--documents 2000]`` generates text dumps, lets ``missionfeed run --once``
take them (watcher, Celery workers, SQLite, Valkey, relay: everything), and does the same work with
the same pure functions in plain loops, one process a core. Prints documents a second of both and
their ratio; nothing is cached between the two.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from bench.dumps import dumps

RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=2000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        for name, text in dumps(arguments.documents):
            (seeds / name).write_text(text, encoding="utf-8")
        service = run_once(seeds, Path(folder, "data"))
        pure = pure_loops(seeds)
    number = arguments.documents
    print(f"documents             {number:7}")
    for name, seconds in (("run --once, from start", service), ("pure functions alone", pure)):
        print(f"{name:<22}{seconds:7.2f} s  {number / seconds:7.0f} a second")
    print(f"ratio                 {pure / service:7.2f}")


def run_once(seeds: Path, data: Path) -> float:
    """Seconds from start to exit of the whole service."""
    command = [sys.executable, "-m", "workers.cli", "run", "--once"]
    began = time.perf_counter()
    subprocess.run(
        [*command, "--seeds", str(seeds), "--data", str(data)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - began


def pure_loops(seeds: Path) -> float:
    """Seconds to read all files with the stages' pure functions, one process a core."""
    files = sorted(seeds.iterdir())
    cores = os.cpu_count() or 1
    began = time.perf_counter()
    with ProcessPoolExecutor(cores) as pool:
        read = sum(pool.map(_read, [files[i::cores] for i in range(cores)]))
    assert read == len(files), f"{len(files) - read} of the generated pages were rejected"
    return time.perf_counter() - began


def _read(files: list[Path]) -> int:
    from ingest.core.fingerprint import fingerprint
    from ingest.model import Article, Document
    from ingest.settings import load_settings
    from ingest.wiring import build_stages

    stages = build_stages(load_settings())
    read = 0
    for path in files:
        document = Document(
            id=path.name,
            source="drop",
            raw=path.read_bytes(),
            received=RECEIVED,
            path=path.name,
        )
        article = stages.normalise(document)
        if isinstance(article, Article):
            fingerprint(article)
            stages.read(article)
            read += 1
    return read


if __name__ == "__main__":
    main()
