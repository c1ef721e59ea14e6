"""Starts ``missionfeed`` as a person does, and asks it questions through its command line."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from ingest.model import Receipt, ReceiptRow
from ingest.settings import Settings, load_settings
from ingest.store import Store
from ingest.wiring import open_store
from workers.valkey import free_port

DEADLINE = 90.0
COMMAND = [sys.executable, "-m", "workers.cli"]


class Installation:
    """A seeds folder and a data folder, and the commands on them."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.seeds = folder / "seeds"
        self.data = folder / "data"
        self.environment = {**os.environ, **environment}
        self.environment["MISSIONFEED_SEEDS"] = str(self.seeds)
        self.environment["MISSIONFEED_DATA"] = str(self.data)
        self.seeds.mkdir(parents=True, exist_ok=True)
        self.log = folder / "run.log"

    def command(self, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*COMMAND, *arguments],
            env=self.environment,
            input=stdin,
            capture_output=True,
            timeout=DEADLINE,
        )

    @property
    def settings(self) -> Settings:
        return load_settings(seeds=self.seeds, data=self.data)

    def store(self) -> closing[Store]:
        """The run's own store, to look at."""
        return closing(open_store(self.settings))

    def settled(self) -> int:
        """How many documents have their receipt."""
        with self.store() as store:
            counts = store.counts()
        return sum(counts.values()) - counts.get(Receipt.QUEUED, 0)

    def lines(self, *arguments: str) -> list[dict[str, Any]]:
        done = self.command(*arguments, "--json")
        assert done.returncode == 0, done.stderr.decode()
        return [json.loads(line) for line in done.stdout.splitlines()]

    @contextmanager
    def process(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """A command that runs for the length of a block; its output goes to ``self.log``."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [*COMMAND, *arguments], env=self.environment, stdout=log, stderr=log
            )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(DEADLINE)
                finally:
                    process.kill()
                    process.wait()

    @contextmanager
    def running(self, *options: str) -> Iterator[subprocess.Popen[bytes]]:
        """``missionfeed run``, from when its worker is ready."""
        already = self.said("worker.ready")
        with self.process("run", "--port", str(free_port()), *options) as process:
            eventually(
                lambda: self.said("worker.ready") > already or process.poll() is not None,
                because=self.logged,
            )
            assert process.poll() is None, self.logged()
            yield process

    def said(self, event: str) -> int:
        """How often an event stands in the log so far."""
        return self.logged().count(f'"{event}"')

    def logged(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def told(self) -> dict[str, Any]:
        """What the run says of itself in the data folder."""
        found: dict[str, Any] = json.loads((self.data / "run.json").read_text())
        return found

    def part(self, name: str) -> int:
        """The process id of a part of the run."""
        parent = self.told()["pid"]
        for pid, (_, command) in family(parent).items():
            if f"workers.cli {name}" in command and "-c exec" not in command:
                return pid
            if name == "valkey" and "-server" in command:
                return pid
        raise AssertionError(f"no part {name}: {family(parent)}")


def family(ancestor: int) -> dict[int, tuple[int, str]]:
    """All descendants of a process: their parents and their command lines."""
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid=,ppid=,stat=,args="], capture_output=True, text=True, check=True
    )
    rows = [line.split(None, 3) for line in listed.stdout.splitlines()]
    processes = {int(row[0]): (int(row[1]), row[3]) for row in rows if not row[2].startswith("Z")}
    found: dict[int, tuple[int, str]] = {}
    while True:
        more = {
            pid: known
            for pid, known in processes.items()
            if pid not in found and (known[0] == ancestor or known[0] in found)
        }
        if not more:
            return found
        found |= more


def alive(pids: list[int]) -> list[int]:
    """Those of ``pids`` that still run."""
    return [pid for pid in pids if _is_alive(pid)]


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        if Path("/proc/self").exists():
            return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def eventually(
    condition: Callable[[], object],
    *,
    seconds: float = DEADLINE,
    because: Callable[[], object] = lambda: "",
) -> None:
    """Wait until ``condition`` holds, or fail after a deadline saying ``because``."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, f"did not happen within {seconds} s: {because()}"
        time.sleep(0.05)


WORDS = """antenna battery booster burn cabin cargo comet control countdown crater descent dust
engine fairing flight fuel gravity hatch heater helmet horizon ice image instrument ion lander
laser launch lens magnet mirror module moon nozzle orbit oxygen panel parachute payload phase
planet plasma probe pump radar radio relay rocket rover sample sensor shield signal solar spectrum
stage station storm suit surface tank telescope thruster tower tracker valve vacuum voltage water
window wing""".split()


def pages(number: int, *, seed: int = 1, prefix: str = "page") -> dict[str, str]:
    """Different news pages as a browser's text, every fifth of which names a mission."""
    chance = random.Random(seed)
    made = {}
    for i in range(number):
        sentences = [
            " ".join(chance.choices(WORDS, k=14)).capitalize() + f" {chance.randrange(10**6)}."
            for _ in range(8)
        ]
        if i % 5 == 0:
            sentences.insert(2, f"The Shenzhou-{i % 16 + 5} crew watched from the control room.")
        title = " ".join(chance.choices(WORDS, k=7)).capitalize()
        body = "\n\n".join(" ".join(sentences[k : k + 3]) for k in range(0, 9, 3))
        made[f"{prefix}-{i:05d}.txt"] = f"{title}\n\nUpdated: 2025-06-18 11:33\n\n{body}\n"
    return made


def drop(folder: Path, files: dict[str, str]) -> None:
    """Put files into a folder, each renamed into place."""
    for name, text in files.items():
        part = folder.parent / f"{name}.part"
        part.write_text(text, encoding="utf-8")
        part.rename(folder / name)


def assert_sound(installation: Installation) -> list[ReceiptRow]:
    """What holds after whatever was killed: receipts for all, positions 1..N, no event twice."""
    with installation.store() as store:
        rows = store.receipts()
        events = store.events(0, 10**6)
    assert {row.receipt for row in rows} <= {Receipt.NEW, Receipt.COPY, Receipt.REVISION}, rows
    assert [event.position for event in events] == list(range(1, len(events) + 1))
    assert len({event.id for event in events}) == len(events)
    return rows
