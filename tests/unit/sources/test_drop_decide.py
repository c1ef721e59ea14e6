"""What the drop folder does with an entry is a pure decision."""

from __future__ import annotations

import stat
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Reason, Receipt, SeenFile
from ingest.sources.drop.decide import (
    Decision,
    Look,
    Refuse,
    Skip,
    Take,
    Wait,
    Watched,
    decide,
    ignore,
)

SETTLE = 0.3
LIMIT = 1000
FILE = Look(stat.S_IFREG | 0o644, inode=7, size=100, mtime_ns=5_000_000, ctime_ns=5_000_000)


def decided(
    look: Look = FILE,
    name: bytes = b"page.txt",
    *,
    remembered: SeenFile | None = None,
    watched: Watched | None = None,
    now: float = 10.0,
) -> Decision:
    return decide(
        name,
        look,
        remembered=remembered,
        watched=watched,
        now=now,
        settle=SETTLE,
        limit=LIMIT,
    )


def seen(look: Look = FILE, digest: str | None = "abc") -> SeenFile:
    return SeenFile(
        path=b"/seeds/page.txt",
        inode=look.inode,
        size=look.size,
        mtime_ns=look.mtime_ns,
        ctime_ns=look.ctime_ns,
        digest=digest,
    )


def test_a_file_seen_for_the_first_time_waits_to_settle() -> None:
    assert decided() == Wait(SETTLE)


def test_a_file_that_did_not_change_for_the_settle_time_is_taken() -> None:
    assert decided(watched=Watched(FILE, since=9.5)) == Take()


def test_a_file_that_changed_since_waits_the_whole_time_again() -> None:
    before = replace(FILE, size=50)
    assert decided(watched=Watched(before, since=1.0)) == Wait(SETTLE)


def test_a_file_waits_only_for_what_is_left() -> None:
    decision = decided(watched=Watched(FILE, since=9.9))
    assert isinstance(decision, Wait)
    assert decision.seconds == pytest.approx(0.2)


def test_a_file_renamed_into_place_is_taken_at_once() -> None:
    assert decided(replace(FILE, ctime_ns=FILE.mtime_ns + 300_000_000)) == Take()


def test_an_empty_file_is_never_taken_for_a_rename() -> None:
    renamed = replace(FILE, size=0, ctime_ns=FILE.mtime_ns + 10**12)
    assert decided(renamed) == Wait(SETTLE)


def test_a_known_file_is_skipped() -> None:
    assert decided(remembered=seen()) == Skip()


@pytest.mark.parametrize("field", ["inode", "size", "mtime_ns", "ctime_ns"])
def test_a_known_file_that_changed_in_any_way_is_looked_at_again(field: str) -> None:
    changed = replace(FILE, **{field: getattr(FILE, field) + 1})
    assert decided(changed, remembered=seen()) == Wait(SETTLE)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (stat.S_IFLNK, Reason.SYMLINK),
        (stat.S_IFIFO, Reason.NOT_REGULAR),
        (stat.S_IFSOCK, Reason.NOT_REGULAR),
        (stat.S_IFBLK, Reason.NOT_REGULAR),
        (stat.S_IFCHR, Reason.NOT_REGULAR),
    ],
)
def test_what_is_no_file_is_rejected_at_once(kind: int, code: Reason) -> None:
    decision = decided(replace(FILE, mode=kind | 0o644))
    assert isinstance(decision, Refuse)
    assert (decision.receipt, decision.code) == (Receipt.REJECTED, code)


def test_a_link_that_was_refused_is_skipped_until_it_changes() -> None:
    link = replace(FILE, mode=stat.S_IFLNK | 0o777)
    assert decided(link, remembered=seen(link, digest=None)) == Skip()
    assert isinstance(
        decided(replace(link, ctime_ns=9), remembered=seen(link, digest=None)), Refuse
    )


@pytest.mark.parametrize(
    ("size", "code"), [(0, Reason.EMPTY), (LIMIT + 1, Reason.TOO_LARGE), (10**15, Reason.TOO_LARGE)]
)
def test_a_size_is_refused_only_once_it_has_settled(size: int, code: Reason) -> None:
    look = replace(FILE, size=size)
    assert decided(look) == Wait(SETTLE)
    decision = decided(look, watched=Watched(look, since=0.0))
    assert isinstance(decision, Refuse)
    assert (decision.receipt, decision.code) == (Receipt.REJECTED, code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (b".hidden", Reason.HIDDEN),
        (b".syncthing.page.txt.tmp", Reason.HIDDEN),
        (b"page.txt~", Reason.TEMPORARY),
        (b"page.html.part", Reason.TEMPORARY),
        (b"Page.CRDOWNLOAD", Reason.TEMPORARY),
        (b"~$report.txt", Reason.TEMPORARY),
        (b"page.swp", Reason.TEMPORARY),
        (b"Thumbs.db", Reason.SYSTEM),
        (b"desktop.ini", Reason.SYSTEM),
    ],
)
def test_names_that_are_never_input_are_ignored(name: bytes, code: Reason) -> None:
    decision = decided(name=name)
    assert isinstance(decision, Refuse)
    assert (decision.receipt, decision.code) == (Receipt.IGNORED, code)


def test_a_folder_is_ignored_once_however_it_changes() -> None:
    folder = replace(FILE, mode=stat.S_IFDIR | 0o755)
    first = decided(folder, b"2025")
    assert isinstance(first, Refuse)
    assert first.code is Reason.DIRECTORY
    later = replace(folder, mtime_ns=99, ctime_ns=99, size=4096)
    assert decided(later, b"2025", remembered=seen(folder, digest=None)) == Skip()


def test_a_file_under_the_name_of_a_folder_that_went_is_new() -> None:
    folder = replace(FILE, mode=stat.S_IFDIR | 0o755)
    assert decided(FILE, remembered=seen(replace(folder, inode=1), digest=None)) == Wait(SETTLE)


@given(st.binary(min_size=1).filter(lambda name: b"/" not in name and b"\0" not in name))
def test_any_name_gets_a_decision(name: bytes) -> None:
    decision = decided(name=name, watched=Watched(FILE, since=0.0))
    assert decision == (ignore(name, FILE.mode) or Take())


looks = st.builds(
    Look,
    mode=st.sampled_from([stat.S_IFREG | 0o600, stat.S_IFDIR | 0o700, stat.S_IFLNK | 0o777]),
    inode=st.integers(1, 3),
    size=st.integers(0, 2 * LIMIT),
    mtime_ns=st.integers(0, 10**10),
    ctime_ns=st.integers(0, 10**10),
)


@given(looks, st.floats(0, 1e6))
def test_what_was_remembered_as_it_is_is_never_taken_again(look: Look, now: float) -> None:
    digest = "abc" if stat.S_ISREG(look.mode) else None
    assert decided(look, remembered=seen(look, digest), now=now) == Skip()


@given(looks, looks, st.floats(0, 1e6))
def test_nothing_is_taken_that_was_just_seen_to_change(
    before: Look, look: Look, now: float
) -> None:
    decision = decided(look, watched=Watched(before, since=0.0), now=now)
    renamed = look.ctime_ns - look.mtime_ns >= SETTLE * 1e9
    if before != look and not renamed:
        assert decision != Take()
