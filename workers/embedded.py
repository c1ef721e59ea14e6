"""``missionfeed run``: everything in one command, with nothing to install.

::

    run ─┬─ valkey      broker and stream, in the data folder
         ├─ worker      one process a core
         ├─ watch       the drop folder, the reconciler
         ├─ poll        feeds: a small process until one is followed (not with --once)
         ├─ relay       the log -> the stream
         └─ web         the page (not with --once)

One folder of data belongs to one run. When a part ends unexpectedly, or the run is asked to stop,
all parts end; when the run is killed they notice, and the next start takes over what was left.
"""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ingest import log, wiring
from ingest.errors import AlreadyRunning, MissionfeedError
from ingest.settings import PREFIX, Settings
from workers import valkey
from workers.parts import Output, Parts
from workers.valkey import Valkey

logger = log.get(__name__)

STREAM_DATABASE, BROKER_DATABASE = 0, 1
RUN_FILE = "run.json"


def run(settings: Settings, output: Output, *, once: bool = False) -> int:
    """Run all parts until one ends or a signal comes; returns the exit code."""
    logger.info("run.starting", data=str(settings.data), seeds=str(settings.seeds))
    prepare_folders(settings)
    with (
        claimed(settings.data),
        valkey.serve(settings.data / "valkey", port=settings.redis_port) as server,
    ):
        wiring.migrate(settings)
        _forget_messages(server)
        _take_over(settings)
        with _told(settings, server):
            return _run_parts(settings, server, output, once=once)


def _run_parts(settings: Settings, server: Valkey, output: Output, *, once: bool) -> int:
    def started() -> None:
        parts.watch("valkey", server.process.wait)
        output.start()

    parts = Parts(output, when_started=started)
    environment = _environment(settings, server)
    parts.add("worker", "worker", environment=environment)
    parts.add("relay", "relay", environment=environment)
    if not once:
        parts.add("web", "web", environment=environment)
        parts.add("poll", "poll", environment=environment)
    parts.add("watch", "watch", "--resume", *["--once"] * once, environment=environment)
    parts.loop()
    for name, code in parts.ended.items():
        if not (once and name == "watch" and code == 0):
            raise MissionfeedError(
                f"The part {name!r} ended unexpectedly, {_how(code)}; the others were ended too.",
                hint="What it said is above. Documents without a receipt are taken up at the next "
                "start.",
            )
    return 0


def _how(code: int) -> str:
    return f"by signal {-code}" if code < 0 else f"with exit code {code}"


def _environment(settings: Settings, server: Valkey) -> dict[str, str]:
    """The environment of the parts: the settings of this run, and where its Valkey is."""
    ours = {
        "SEEDS": settings.seeds.absolute(),
        "DATA": settings.data.absolute(),
        "CONFIG": settings.config.absolute(),
        "REDIS_URL": server.url(STREAM_DATABASE),
        "BROKER_URL": server.url(BROKER_DATABASE),
        "WEB__PORT": settings.web.port,
        "LOG_FORMAT": settings.log_format,
        "LOG_LEVEL": settings.log_level,
    }
    return {**os.environ, **{f"{PREFIX}{key}": str(value) for key, value in ours.items()}}


def _forget_messages(server: Valkey) -> None:
    """Messages of an earlier run say nothing that the database does not say better."""
    client = server.client(BROKER_DATABASE)
    client.flushdb()
    client.close()


def _take_over(settings: Settings) -> None:
    """Webhooks that an earlier run was calling when it ended are to be called now."""
    store = wiring.open_store(settings)
    store.webhooks.release_all()
    store.close()


# ------------------------------------------------------------------ the folders


def prepare_folders(settings: Settings) -> None:
    """Make the data and the drop folder; raises an error that names what cannot be used."""
    for name, folder in (("data", settings.data), ("seeds", settings.seeds)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise MissionfeedError(
                f"The {name} folder {folder} cannot be used: it is a file.",
                hint=f"Name a folder: --{name} DIR.",
            ) from error
        except OSError as error:
            raise _unusable(name, folder, error.strerror) from error
    try:
        with tempfile.TemporaryFile(dir=settings.data):
            pass
    except OSError as error:
        raise _unusable("data", settings.data, error.strerror) from error
    if not os.access(settings.seeds, os.R_OK | os.X_OK):
        raise _unusable("seeds", settings.seeds, "it cannot be listed")


def with_web_port(settings: Settings, asked: int | None) -> Settings:
    """The settings with a port for the web page that is free. One that was asked for and is taken
    is an error; the usual one gives way to another."""
    port = asked or settings.web.port
    if not valkey.is_free(port):
        if asked:
            raise MissionfeedError(
                f"Port {port} on {valkey.HOST} is taken by another program.",
                hint="Name another one: --port N.",
            )
        taken, port = port, valkey.free_port()
        logger.warning("web.port_taken", port=taken, instead=port)
    return settings.model_copy(update={"web": settings.web.model_copy(update={"port": port})})


def _unusable(name: str, folder: Path, why: str | None) -> MissionfeedError:
    return MissionfeedError(
        f"The {name} folder {folder} cannot be used: {why}.",
        hint=f"Give the user who runs Missionfeed the right to it, or name another: --{name} DIR.",
    )


@contextmanager
def claimed(data: Path) -> Iterator[None]:
    """Own the data folder; raises ``AlreadyRunning`` while another run does.

    A record lock: it goes with the process, however that ends, and is not inherited by parts.
    """
    with (data / "run.lock").open("a+") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            owner = read_run_file(data).get("pid")
            process = f" (process {owner})" if owner else ""
            raise AlreadyRunning(
                f"Missionfeed is already running on the data folder {data}{process}.",
                hint="Look at it with `missionfeed status`, stop it, or name another: --data DIR.",
            ) from error
        yield


@contextmanager
def _told(settings: Settings, server: Valkey) -> Iterator[None]:
    """Tell in the data folder, and on the log, where the stream is, for as long as it is there."""
    told = {
        "pid": os.getpid(),
        "redis_url": server.url(STREAM_DATABASE),
        "broker_url": server.url(BROKER_DATABASE),
        "stream": settings.relay.stream,
        "web_url": f"http://{settings.web.host}:{settings.web.port}/",
        "seeds": str(settings.seeds.absolute()),
        "started": log.now().isoformat(timespec="seconds"),
    }
    path = settings.data / RUN_FILE
    whole = path.with_suffix(".new")
    whole.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    whole.replace(path)
    logger.info("run.stream", url=told["redis_url"], stream=told["stream"])
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def read_run_file(data: Path) -> dict[str, Any]:
    """What a run says of itself, while it runs (or if it was killed)."""
    with suppress(OSError, ValueError):
        found = json.loads((data / RUN_FILE).read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}
