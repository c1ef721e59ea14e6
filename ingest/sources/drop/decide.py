"""What to do with one entry of the drop folder: what a look saw goes in, a decision comes out.

A file is taken when it is *stable*: nothing about it changed for the settle time, on a monotonic
clock. A file whose content is older than its last change of name (its ``ctime`` lies well after
its ``mtime``) was renamed into place or copied with its times, so it is whole and is taken at once.
Both times come from the same file server, so that this holds on network mounts too.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from typing import Literal

from ingest.model import Reason, Receipt, SeenFile
from ingest.sources import refuse_size

TEMPORARY_ENDS = (
    b"~",
    b".part",
    b".partial",
    b".tmp",
    b".temp",
    b".crdownload",
    b".download",
    b".filepart",
    b".opdownload",
    b".swp",
    b".swx",
    b".bak",
    b".lock",
)
TEMPORARY_STARTS = (b"~$", b"#")
SYSTEM_NAMES = frozenset(
    {b"thumbs.db", b"ehthumbs.db", b"desktop.ini", b"icon\r", b"$recycle.bin", b"lost+found"}
)

_KINDS = {
    stat.S_IFIFO: "a FIFO",
    stat.S_IFSOCK: "a socket",
    stat.S_IFBLK: "a block device",
    stat.S_IFCHR: "a character device",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a path saw (``lstat``, so a link is seen as a link)."""

    mode: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


@dataclass(frozen=True, slots=True)
class Watched:
    """A file that is not taken yet: how it looked, and since when it has not changed (seconds on
    a monotonic clock)."""

    look: Look
    since: float


@dataclass(frozen=True, slots=True)
class Skip:
    """Nothing to do: it is known as it is."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Look again after this many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Take:
    """Read it."""


@dataclass(frozen=True, slots=True)
class Refuse:
    """It is no input: give it its receipt without reading it."""

    receipt: Literal[Receipt.REJECTED, Receipt.IGNORED]
    code: Reason
    reason: str


Decision = Skip | Wait | Take | Refuse


def decide(
    name: bytes,
    look: Look,
    *,
    remembered: SeenFile | None,
    watched: Watched | None,
    now: float,
    settle: float,
    limit: int,
) -> Decision:
    """What to do with the entry ``name``.

    ``remembered`` is what the store knows of the path, ``watched`` what earlier looks saw since it
    last changed, ``now`` and ``settle`` are seconds, ``limit`` is bytes.
    """
    ignored = ignore(name, look.mode)
    if ignored is not None:
        # One receipt a path: a folder and a temporary file change all the time.
        return Skip() if remembered is not None and remembered.digest is None else ignored
    if remembered is not None and is_same(look, remembered):
        return Skip()
    refused = _refuse_kind(look.mode)
    if refused is not None:
        return refused
    if not is_renamed(look, settle):
        since = watched.since if watched is not None and watched.look == look else now
        left = settle - (now - since)
        if left > 0:
            return Wait(left)
    refusal = refuse_size(look.size, limit)
    return Refuse(Receipt.REJECTED, *refusal) if refusal else Take()


def ignore(name: bytes, mode: int) -> Refuse | None:
    """Refuse what is never meant as input, by its name or because it is a folder."""
    lower = name.lower()
    code = reason = None
    if lower in SYSTEM_NAMES:
        code, reason = Reason.SYSTEM, "The system's own file, not an input."
    elif name.startswith(b"."):
        code, reason = Reason.HIDDEN, "Its name begins with a dot. Rename it to have it read."
    elif lower.startswith(TEMPORARY_STARTS) or lower.endswith(TEMPORARY_ENDS):
        code = Reason.TEMPORARY
        reason = "A temporary file by its name; it is read once it has its final name."
    elif stat.S_ISDIR(mode):
        code = Reason.DIRECTORY
        reason = "A folder: what lies in it is not read. Put files into the drop folder itself."
    if code is None or reason is None:
        return None
    return Refuse(Receipt.IGNORED, code, reason)


def is_same(look: Look, remembered: SeenFile) -> bool:
    """Whether a file still looks as it did when it was remembered."""
    return (look.inode, look.size, look.mtime_ns, look.ctime_ns) == (
        remembered.inode,
        remembered.size,
        remembered.mtime_ns,
        remembered.ctime_ns,
    )


def is_renamed(look: Look, settle: float) -> bool:
    """Whether the content is older, by the settle time, than the last change of name or times."""
    return look.size > 0 and look.ctime_ns - look.mtime_ns >= settle * 1e9


def _refuse_kind(mode: int) -> Refuse | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISLNK(mode):
        return Refuse(
            Receipt.REJECTED,
            Reason.SYMLINK,
            "A symbolic link; links are not followed. Copy the file that it points to.",
        )
    kind = _KINDS.get(stat.S_IFMT(mode), "something else")
    return Refuse(
        Receipt.REJECTED,
        Reason.NOT_REGULAR,
        f"Not a file but {kind}. Put regular files into the drop folder.",
    )
