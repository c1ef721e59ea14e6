"""The drop folder on a real folder and a real store; only its clock is turned by hand."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ingest.errors import MissionfeedError
from ingest.model import DocumentId, Reason, Receipt, ReceiptRow
from ingest.settings import Limits, Settings, Watch, Work
from ingest.sources.drop import DropFolder
from ingest.store import Store
from ingest.wiring import migrate, open_store

SETTLE = 1.0


class Desk:
    """A drop folder with its store and clock; the queue is a list, and may be out of order."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self.settings = settings
        self.store = store
        self.time = 1000.0
        self.queued: list[DocumentId] = []
        self.queue_works = True
        self.folder = self.restarted()

    def restarted(self) -> DropFolder:
        """A new process: nothing is left but the store."""
        self.folder = DropFolder(self.settings, self.store, self._queue, clock=lambda: self.time)
        return self.folder

    def _queue(self, documents: Sequence[DocumentId]) -> None:
        if not self.queue_works:
            raise ConnectionError("no broker")
        self.queued += documents

    def put(self, name: str | bytes, content: bytes = b"Shenzhou-20 lifted off.") -> Path:
        path = Path(os.fsdecode(os.path.join(os.fsencode(self.settings.seeds), os.fsencode(name))))
        path.write_bytes(content)
        return path

    def settle(self) -> None:
        """Look, let the settle time pass, look again."""
        self.folder.scan()
        self.time += SETTLE
        self.folder.scan()

    def receipts(self) -> list[ReceiptRow]:
        return self.store.receipts()

    def the_receipt(self) -> ReceiptRow:
        (row,) = self.receipts()
        return row

    def raw(self) -> list[bytes]:
        found = [self.store.document(row.document) for row in self.receipts()]
        return [document.raw for document in found if document is not None]


def settings_for(folder: Path, **watch: object) -> Settings:
    (folder / "seeds").mkdir(exist_ok=True)
    return Settings(
        seeds=folder / "seeds",
        data=folder / "data",
        watch=Watch.model_validate({"settle_seconds": SETTLE, **watch}),
        limits=Limits(document_bytes=1000),
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_for(tmp_path)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    migrate(settings)
    opened = open_store(settings)
    yield opened
    opened.close()


@pytest.fixture
def desk(settings: Settings, store: Store) -> Desk:
    return Desk(settings, store)


def test_a_settled_file_becomes_a_queued_document(desk: Desk) -> None:
    desk.put("page.txt", b"Tianhe docked.")
    desk.settle()
    row = desk.the_receipt()
    assert (row.path, row.receipt, row.source) == ("page.txt", Receipt.QUEUED, "drop")
    assert desk.queued == [row.document]
    assert desk.raw() == [b"Tianhe docked."]


def test_a_file_still_being_written_is_taken_once_and_whole(desk: Desk) -> None:
    with (desk.settings.seeds / "page.txt").open("wb") as file:
        for part in (b"one ", b"two ", b"three"):
            file.write(part)
            file.flush()
            desk.folder.scan()
            desk.time += SETTLE / 2
            desk.folder.scan()
    desk.settle()
    assert desk.raw() == [b"one two three"]


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux tells of writers")
def test_a_file_that_pauses_but_is_still_open_is_waited_for(desk: Desk) -> None:
    with (desk.settings.seeds / "page.txt").open("wb") as file:
        file.write(b"one ")
        file.flush()
        desk.settle()
        desk.settle()
        assert desk.receipts() == []
        file.write(b"two")
    desk.settle()
    assert desk.raw() == [b"one two"]


def test_a_writer_that_never_closes_is_not_waited_for_forever(desk: Desk) -> None:
    with (desk.settings.seeds / "page.txt").open("wb") as file:
        file.write(b"one")
        file.flush()
        desk.settle()
        desk.time += 60
        desk.settle()
        assert desk.raw() == [b"one"]


def test_nothing_is_taken_twice_over_restarts(desk: Desk) -> None:
    desk.put("page.txt")
    desk.settle()
    desk.restarted()
    desk.settle()
    assert len(desk.receipts()) == 1


def test_a_restart_before_the_store_took_a_file_misses_nothing(desk: Desk) -> None:
    desk.put("page.txt")
    desk.folder.scan()
    desk.restarted()
    desk.settle()
    assert len(desk.receipts()) == 1


def test_a_changed_file_is_a_new_document(desk: Desk) -> None:
    desk.put("page.txt", b"first")
    desk.settle()
    desk.put("page.txt", b"second")
    desk.settle()
    assert sorted(desk.raw()) == [b"first", b"second"]


def test_a_touched_file_is_not(desk: Desk) -> None:
    path = desk.put("page.txt")
    desk.settle()
    os.utime(path, (1, 1))
    desk.settle()
    desk.restarted().scan()
    assert len(desk.receipts()) == 1
    assert desk.store.seen_files()[os.fsencode(path)].mtime_ns == 10**9


def test_a_file_dropped_again_after_it_went_gets_a_receipt_of_its_own(desk: Desk) -> None:
    path = desk.put("page.txt")
    desk.settle()
    path.unlink()
    desk.settle()
    assert desk.store.seen_files() == {}
    desk.put("page.txt")
    desk.settle()
    assert len(desk.receipts()) == 2


def test_a_file_that_goes_before_it_is_read_leaves_no_trace(desk: Desk) -> None:
    path = desk.put("page.txt")
    desk.folder.scan()
    path.unlink()
    desk.settle()
    assert desk.receipts() == []


def test_a_failed_queue_loses_nothing(desk: Desk) -> None:
    desk.queue_works = False
    desk.put("page.txt")
    desk.settle()
    assert desk.the_receipt().receipt is Receipt.QUEUED
    assert desk.queued == []


def test_names_that_are_not_utf8_are_files_like_others(desk: Desk) -> None:
    desk.put(b"caf\xe9.txt")
    desk.settle()
    assert desk.the_receipt().path == "caf\\xe9.txt"
    desk.restarted()
    desk.settle()
    assert len(desk.receipts()) == 1


def test_what_is_no_input_says_why_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = desk.settings.seeds
    (seeds / "folder").mkdir()
    (seeds / "link").symlink_to("/etc/hostname")
    os.mkfifo(seeds / "fifo")
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(seeds)  # a socket's path must be short
        listening.bind("socket")
    desk.put("empty.txt", b"")
    desk.put("large.txt", bytes(1001))
    desk.put(".hidden")
    desk.put("page.html.part")
    desk.put("desktop.ini")
    for _ in range(3):
        desk.settle()
    (seeds / "folder" / "inside.txt").write_bytes(b"x")
    desk.put("page.html.part", b"more of it")
    desk.restarted()
    desk.settle()
    told = {row.path: (row.receipt, row.code) for row in desk.receipts()}
    assert told == {
        "folder": (Receipt.IGNORED, Reason.DIRECTORY),
        "link": (Receipt.REJECTED, Reason.SYMLINK),
        "fifo": (Receipt.REJECTED, Reason.NOT_REGULAR),
        "socket": (Receipt.REJECTED, Reason.NOT_REGULAR),
        "empty.txt": (Receipt.REJECTED, Reason.EMPTY),
        "large.txt": (Receipt.REJECTED, Reason.TOO_LARGE),
        ".hidden": (Receipt.IGNORED, Reason.HIDDEN),
        "page.html.part": (Receipt.IGNORED, Reason.TEMPORARY),
        "desktop.ini": (Receipt.IGNORED, Reason.SYSTEM),
    }
    assert len(desk.receipts()) == len(told)
    assert all(row.reason for row in desk.receipts())
    assert desk.queued == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_rejected(desk: Desk) -> None:
    desk.put("secret.txt").chmod(0)
    desk.settle()
    assert desk.the_receipt().code is Reason.NOT_READABLE


def test_a_temporary_name_is_read_once_it_has_its_final_one(desk: Desk) -> None:
    path = desk.put("page.html.part", b"whole")
    desk.settle()
    path.rename(desk.settings.seeds / "page.html")
    desk.settle()
    assert {row.path: row.receipt for row in desk.receipts()} == {
        "page.html.part": Receipt.IGNORED,
        "page.html": Receipt.QUEUED,
    }


def test_a_file_renamed_into_place_is_taken_at_the_first_look(desk: Desk) -> None:
    outside = desk.settings.data / "page.txt"
    outside.write_bytes(b"whole")
    os.utime(outside, (10**9, 10**9))
    outside.rename(desk.settings.seeds / "page.txt")
    desk.folder.scan()
    assert desk.raw() == [b"whole"]


def test_a_hint_takes_a_file_without_listing_the_folder(desk: Desk) -> None:
    hinted, other = desk.put("hinted.txt"), desk.put("other.txt")
    for _ in range(2):
        desk.folder.scan([os.fsencode(hinted)])
        desk.time += SETTLE
    assert [row.path for row in desk.receipts()] == [hinted.name]
    hinted.unlink()
    desk.folder.scan([os.fsencode(hinted)])
    assert desk.store.seen_files() == {}
    assert other.exists()


def test_many_files_go_in_batches(tmp_path: Path) -> None:
    settings = settings_for(tmp_path).model_copy(update={"work": Work(batch=4, batch_bytes=50)})
    migrate(settings)
    store = open_store(settings)
    batches: list[int] = []
    folder = DropFolder(
        settings, store, lambda documents: batches.append(len(documents)), clock=lambda: 0.0
    )
    for number in range(10):
        path = settings.seeds / f"{number}.txt"
        path.write_bytes(b"short")
        os.utime(path, (number, number))
    (settings.seeds / "long.txt").write_bytes(bytes(60))
    os.utime(settings.seeds / "long.txt", (5, 5))
    folder.scan()
    assert batches == [4, 3, 4]
    assert [row.path for row in store.receipts()][:3] == ["0.txt", "1.txt", "2.txt"]
    store.close()


@pytest.mark.parametrize("after", ["archive", "delete"])
def test_a_stored_file_is_put_away(tmp_path: Path, after: str) -> None:
    settings = settings_for(tmp_path, after=after)
    migrate(settings)
    store = open_store(settings)
    desk = Desk(settings, store)
    desk.put("page.txt", b"one")
    desk.put("empty.txt", b"")
    desk.settle()
    desk.settle()
    assert sorted(os.listdir(settings.seeds)) == ["empty.txt"]
    archived = {path.name: path.read_bytes() for path in (settings.data / "archive").glob("*")}
    assert archived == ({"page.txt": b"one"} if after == "archive" else {})
    assert store.document(desk.receipts()[0].document) is not None
    store.close()


def test_an_archived_file_never_overwrites_another(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, after="archive")
    migrate(settings)
    store = open_store(settings)
    desk = Desk(settings, store)
    for content in (b"one", b"two", b"one"):
        desk.put("page.txt", content)
        desk.settle()
        desk.settle()
    kept = sorted(path.read_bytes() for path in (settings.data / "archive").iterdir())
    assert kept == [b"one", b"one", b"two"]
    assert len(store.receipts()) == 3
    store.close()


def test_a_file_stored_before_a_kill_is_put_away_at_the_next_start(tmp_path: Path) -> None:
    keeping = settings_for(tmp_path)
    migrate(keeping)
    store = open_store(keeping)
    desk = Desk(keeping, store)
    desk.put("page.txt", b"one")
    desk.settle()
    archiving = Desk(settings_for(tmp_path, after="archive"), store)
    archiving.folder.scan()
    assert (keeping.data / "archive" / "page.txt").read_bytes() == b"one"
    assert len(store.receipts()) == 1
    store.close()


def test_the_drop_folder_cannot_be_its_own_archive(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, after="archive", archive_to=tmp_path / "seeds")
    migrate(settings)
    store = open_store(settings)
    with pytest.raises(MissionfeedError, match="archive_to"):
        Desk(settings, store)
    store.close()


def test_another_folders_memory_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    desk.put("page.txt")
    desk.settle()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other = Desk(desk.settings.model_copy(update={"seeds": elsewhere}), desk.store)
    other.settle()
    assert len(desk.store.seen_files()) == 1


def test_draining_leaves_a_file_that_keeps_changing(desk: Desk) -> None:
    desk.put("page.txt")
    desk.folder.drain(patience=0.0)
    assert desk.receipts() == []
