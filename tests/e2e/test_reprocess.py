"""An edit of the catalogue: what stored articles gain is told once, whatever is killed when."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from ingest.settings import CHECKOUT
from ingest.store import Store
from tests.e2e.running import COMMAND, DEADLINE, Installation, drop, eventually, pages
from tests.event_schemas import check_event

pytestmark = pytest.mark.timeout(400)

PAGES = 20


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Twenty stored articles that speak of a station by a name which the catalogue lacks."""
    folder = tmp_path_factory.mktemp("installation")
    config = folder / "config"
    shutil.copytree(CHECKOUT / "config", config)
    made = Installation(folder, MISSIONFEED_CONFIG=str(config), MISSIONFEED_WORK__BATCH="1")
    named = {
        name: f"{text}\nThe outpost Zvonkaya Gavan stayed in its orbit, the engineers said.\n"
        for name, text in pages(PAGES).items()
    }
    drop(made.seeds, named)
    done = made.command("run", "--once")
    assert done.returncode == 0, done.stderr.decode()
    stations = config / "catalogue" / "missions" / "stations.yaml"
    text = stations.read_text(encoding="utf-8")
    assert "en: [Tiangong space station," in text
    edited = text.replace("en: [Tiangong space station,", "en: [Zvonkaya Gavan, Tiangong station,")
    stations.write_text(edited, encoding="utf-8")
    return made


def wait_for(store: Store, position: int) -> None:
    eventually(lambda: store.last_position() >= position)


def mentions(installation: Installation, after: int) -> list[tuple[str, str]]:
    """Article and mission of every event above ``after``, each a mention."""
    with installation.store() as store:
        told = [json.loads(event.body) for event in store.events(after)]
    for event in told:
        check_event(event)
        assert event["type"] == "org.missionfeed.mission.mentioned.v1"
    return [(event["data"]["article"]["id"], event["mission"]) for event in told]


def test_an_edit_of_the_catalogue_is_told_once_though_every_run_is_killed(
    installation: Installation,
) -> None:
    assert installation.command("catalogue", "check").returncode == 0
    with installation.store() as store:
        before = store.last_position()
    table = installation.command("reprocess", "--dry-run").stdout.decode()
    assert table.count("+ tiangong") == PAGES
    assert f"{PAGES} articles read again: {PAGES} read otherwise" in table
    assert "Nothing was stored" in table
    shown = installation.lines("reprocess", "--dry-run")
    assert [(one["gained"], one["lost"]) for one in shown] == [(["tiangong"], [])] * PAGES
    with installation.store() as store:
        assert store.last_position() == before
        for kills in range(1, 3):
            process = subprocess.Popen(
                [*COMMAND, "reprocess"],
                env=installation.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                wait_for(store, before + 5 * kills)
            finally:
                process.kill()
                process.wait(DEADLINE)
        killed = store.last_position() - before
    rest = installation.lines("reprocess")
    assert len(rest) == PAGES - killed
    assert mentions(installation, before) == [(one["article"], "tiangong") for one in shown]


def test_a_rejected_document_is_listed_and_tried_again(installation: Installation) -> None:
    (installation.seeds / "blob.bin").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(200))
    assert installation.command("run", "--once").returncode == 0
    (rejected,) = installation.lines("quarantine", "list")
    assert (rejected["path"], rejected["kept"]) == ("blob.bin", True)
    assert "blob.bin" in installation.command("quarantine", "list").stdout.decode()
    assert installation.command("quarantine", "retry").returncode == 2
    other = installation.lines("receipts", "--path", "page-00001.txt")[0]["document"]
    refused = installation.command("quarantine", "retry", other)
    assert (refused.returncode, b"not rejected but new" in refused.stderr) == (1, True)
    done = installation.command("quarantine", "retry", rejected["document"])
    assert b"1 document queued again" in done.stdout
    (row,) = installation.lines("receipts", "--path", "blob.bin")
    assert row["receipt"] == "queued"
    assert installation.command("run", "--once").returncode == 0
    (row,) = installation.lines("receipts", "--path", "blob.bin")
    assert row["receipt"] == "rejected"
    assert json.dumps(row["settled"]) > json.dumps(rejected["settled"])
