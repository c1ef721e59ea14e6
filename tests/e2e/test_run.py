"""``missionfeed run`` as a person meets it: all parts real, nothing in-process."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis

from ingest.model import Receipt
from tests.e2e.running import Installation, alive, assert_sound, drop, eventually, family, pages

pytestmark = pytest.mark.timeout(400)


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One run that several tests look at; it ends by SIGTERM."""
    installation = Installation(tmp_path_factory.mktemp("running"))
    with installation.running() as process:
        yield installation
        relatives = list(family(process.pid))
        process.terminate()
        assert process.wait(30) == 0, installation.logged()
    assert len(relatives) > 5
    assert alive(relatives) == []
    assert not (installation.data / "run.json").exists()


def stream(installation: Installation) -> list[tuple[str, dict[str, str]]]:
    told = installation.told()
    with redis.Redis.from_url(told["redis_url"], decode_responses=True) as client:
        found: Any = client.xrange(told["stream"])
        return [(entry, fields) for entry, fields in found]


def wait_for_receipts(installation: Installation, number: int) -> None:
    eventually(lambda: installation.settled() >= number, because=installation.logged)


# ------------------------------------------------------------------ while it runs


def test_a_dropped_file_becomes_events_for_a_consumer_group(running: Installation) -> None:
    told = running.told()
    with redis.Redis.from_url(
        told["redis_url"], decode_responses=True, socket_timeout=60
    ) as client:
        client.xgroup_create(told["stream"], "desk", id="0", mkstream=True)
        drop(running.seeds, pages(6))
        wait_for_receipts(running, 6)
        log = running.lines("events")
        got: list[tuple[str, str]] = []
        while len(got) < len(log):
            answer: Any = client.xreadgroup("desk", "one", {told["stream"]: ">"}, block=50_000)
            got += [(entry, fields["id"]) for _, entries in answer for entry, fields in entries]
    assert got == [(f"{int(event['sequence'])}-0", event["id"]) for event in log]
    assert {"org.missionfeed.article.published.v1", "org.missionfeed.mission.mentioned.v1"} <= {
        event["type"] for event in log
    }


def test_a_name_that_is_not_utf8_stops_nothing(running: Installation) -> None:
    number = running.settled()
    first, second = pages(2, seed=7).values()
    (running.seeds / os.fsdecode(b"\xff\xfe.txt")).write_text(first)
    wait_for_receipts(running, number + 1)
    (running.seeds / "after.txt").write_text(second)
    wait_for_receipts(running, number + 2)


def test_a_flushed_stream_is_filled_again(running: Installation) -> None:
    with running.store() as store:
        number = store.last_position()
    eventually(lambda: len(stream(running)) == number)
    before = stream(running)
    with redis.Redis.from_url(running.told()["redis_url"]) as client:
        client.flushall()
    eventually(lambda: stream(running) == before)


def test_a_submission_gets_its_receipt(running: Installation) -> None:
    (text,) = pages(1, seed=3).values()
    done = running.command("submit", "-", "--json", stdin=text.encode())
    assert done.returncode == 0, done.stderr.decode()
    assert b'"receipt": "new"' in done.stdout


def test_a_second_run_on_the_same_data_is_refused(running: Installation) -> None:
    second = running.command("run", "--once")
    assert second.returncode == 1
    assert f"already running on the data folder {running.data}" in second.stderr.decode()
    assert str(running.told()["pid"]) in second.stderr.decode()


# ------------------------------------------------------------------ once


def test_once_takes_what_lies_there_reports_and_ends(installation: Installation) -> None:
    drop(installation.seeds, pages(3))
    (installation.seeds / "empty.txt").touch()
    done = installation.command("run", "--once")
    assert done.returncode == 0, done.stderr.decode()
    table = done.stdout.decode()
    assert "page-00000.txt" in table
    assert "4 documents: 3 new, 1 rejected" in table
    for line in done.stderr.decode().splitlines():
        assert json.loads(line)["event"]
    assert not (installation.data / "run.json").exists()


def test_a_submission_waits_in_the_store_for_the_next_run(installation: Installation) -> None:
    assert installation.command("migrate").returncode == 0
    page = installation.data / "page.txt"
    page.write_text(pages(1)["page-00000.txt"])
    done = installation.command("submit", "--no-wait", str(page))
    assert done.returncode == 0, done.stderr.decode()
    # Nobody works: there is no receipt to wait for, however patient one is.
    waited = installation.command("submit", "--timeout", "3600", str(page))
    assert (waited.returncode, b"queued" in waited.stdout) == (1, True), waited.stderr.decode()
    assert installation.command("run", "--once").returncode == 0
    with installation.store() as store:
        row, second = store.receipts()
    assert (row.path, row.source, row.receipt) == ("page.txt", "submission", Receipt.NEW)
    assert second.receipt is Receipt.COPY
    again = installation.command("run", "--once")
    assert again.returncode == 0
    assert "Nothing new" in again.stdout.decode()


# ------------------------------------------------------------------ ends, wanted or not


def test_ctrl_c_ends_everything(installation: Installation) -> None:
    with installation.running() as process:
        relatives = list(family(process.pid))
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0, installation.logged()
    assert alive(relatives) == []


@pytest.mark.parametrize("part", ["relay", "valkey"])
def test_when_a_part_is_killed_the_run_says_which_and_ends(
    installation: Installation, part: str
) -> None:
    with installation.running() as process:
        relatives = list(family(process.pid))
        os.kill(installation.part(part), signal.SIGKILL)
        assert process.wait(60) == 1
    assert f"The part '{part}' ended unexpectedly, by signal 9" in installation.logged()
    eventually(lambda: alive(relatives) == [], because=lambda: alive(relatives))


def test_killed_amid_work_nothing_is_lost_or_told_twice(installation: Installation) -> None:
    number = 400
    drop(installation.seeds, pages(number))
    with installation.running() as process:
        wait_for_receipts(installation, 20)
        relatives = list(family(process.pid))
        os.kill(installation.part("worker"), signal.SIGKILL)
        os.kill(installation.part("valkey"), signal.SIGKILL)
        assert process.wait(60) == 1
    with installation.running() as process:
        wait_for_receipts(installation, 100)
        relatives += family(process.pid)
        process.kill()
        process.wait()
    eventually(lambda: alive(relatives) == [], because=lambda: alive(relatives))
    assert installation.settled() < number
    done = installation.command("run", "--once")
    assert done.returncode == 0, done.stderr.decode()
    rows = assert_sound(installation)
    assert len({row.path for row in rows}) == len(rows) == number


# ------------------------------------------------------------------ what cannot work


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"MISSIONFEED_WATHC__POLLING": "1"}, "MISSIONFEED_WATHC__POLLING"),
        ({"MISSIONFEED_SEEDS": "/dev/null"}, "seeds folder /dev/null cannot be used"),
        ({"MISSIONFEED_DATA": "/dev/null/data"}, "data folder /dev/null/data cannot be used"),
    ],
)
def test_what_cannot_work_is_said_in_a_sentence(
    installation: Installation, environment: dict[str, str], said: str
) -> None:
    installation.environment |= environment
    done = installation.command("run", "--once")
    assert done.returncode in (1, 2)
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_port_that_is_taken_is_named(installation: Installation, valkey: str) -> None:
    port = valkey.rpartition(":")[2].partition("/")[0]
    installation.environment["MISSIONFEED_REDIS_PORT"] = port
    done = installation.command("run", "--once")
    assert done.returncode == 1
    assert f"Port {port} on 127.0.0.1 is taken" in done.stderr.decode()


def test_a_port_of_the_page_that_is_taken_is_named(installation: Installation, valkey: str) -> None:
    port = valkey.rpartition(":")[2].partition("/")[0]
    installation.environment["MISSIONFEED_WEB__PORT"] = port
    done = installation.command("web")
    assert done.returncode == 1
    assert f"cannot listen on 127.0.0.1, port {port}: Address already in use" in (
        done.stderr.decode()
    )
