"""Reading files that strangers put there, and moving or deleting them once they are stored."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import signal
import stat
from dataclasses import dataclass
from pathlib import Path

from ingest.sources.drop.decide import Look

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class ChangedError(Exception):
    """The file is not what the last look saw: look again."""


class BeingWrittenError(Exception):
    """Another process has the file open for writing."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why the system does not let us read the file, in its words."""

    why: str


def look(path: bytes) -> Look | None:
    """How ``path`` looks now, or None if there is nothing (any more)."""
    try:
        return look_of(os.lstat(path))
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return None
        raise


def look_of(found: os.stat_result) -> Look:
    return Look(found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def read(path: bytes, expected: Look, *, even_if_open: bool = False) -> bytes | Unreadable:
    """The content of a regular file that looks as ``expected``, before and after.

    Never follows a link, never waits on a FIFO, and never reads more than ``expected.size`` bytes
    and one. Raises :class:`ChangedError`, or :class:`BeingWrittenError` unless ``even_if_open``.
    """
    try:
        descriptor = os.open(path, _READ)
    except OSError as error:
        return _unreadable(error)
    try:
        if look_of(os.fstat(descriptor)) != expected or not stat.S_ISREG(expected.mode):
            raise ChangedError
        if not even_if_open and _has_writer(descriptor):
            raise BeingWrittenError
        raw = _read_up_to(descriptor, expected.size + 1)
        if look_of(os.fstat(descriptor)) != expected or len(raw) != expected.size:
            raise ChangedError
    except OSError as error:
        return _unreadable(error)
    else:
        return raw
    finally:
        os.close(descriptor)


def _unreadable(error: OSError) -> Unreadable:
    """What the system says against this file; other errors are of the moment, or of a change."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EIO):
        return Unreadable(error.strerror or str(error))
    raise ChangedError from error


def _read_up_to(descriptor: int, size: int) -> bytes:
    parts = []
    while size > 0 and (part := os.read(descriptor, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _has_writer(descriptor: int) -> bool:
    """Whether some process has the file open for writing, where the system can tell.

    Linux grants a read lease only on a file that nobody has open for writing (fcntl(2),
    F_SETLEASE). The lease is given back at once; should a writer come in between, the kernel's
    note to us is a signal that is ignored by default.
    """
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    return False


def archive(path: bytes, folder: Path, digest: str) -> Path:
    """Move a file into ``folder`` under its own name, or one with its digest where that is taken.

    Nothing is ever overwritten, and at no moment does the file exist nowhere: it gets its second
    name first (a hard link, or a copy across devices), then loses its old one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = os.fsdecode(os.path.basename(path))
    stem, dot, ending = name.partition(".")
    number = 0
    target = folder / name
    while not _give_second_name(path, target):
        number += 1
        more = f"-{number}" if number > 1 else ""
        target = folder / f"{stem}-{digest[:8]}{more}{dot}{ending}"
    os.unlink(path)
    return target


def _give_second_name(path: bytes, target: Path) -> bool:
    """Make ``target`` the same file as ``path``; False when another file has that name."""
    try:
        os.link(path, target, follow_symlinks=False)
    except FileExistsError:
        # Killed between the link and the unlink: the other name is this very file.
        return os.path.samestat(os.lstat(path), os.lstat(target))
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EMLINK):
            raise
        return _copy(path, target)
    return True


def _copy(path: bytes, target: Path) -> bool:
    part = target.with_name(f".{target.name[:200]}.partial")
    try:
        with open(path, "rb") as source, open(part, "wb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
        shutil.copystat(path, os.fsencode(part))
        with open(target, "xb"):  # claims the name, or fails
            pass
        os.replace(part, target)
    except FileExistsError:
        return False
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()
    return True
