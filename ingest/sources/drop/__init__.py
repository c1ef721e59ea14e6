"""The drop folder: whatever a person puts there becomes a document with a receipt.

::

    start, every rescan_seconds ──► list the folder (the truth)  ─┐
    watchfiles ──► names that changed (a hint, for low latency)  ─┴─► decide ─► read ─► store.take
                                                                               │ one transaction
                     archive or delete, if set  ◄── queue the ids  ◄───────────┘ a batch

What was taken is remembered in the same transaction as the document, so that a kill at any moment
neither loses a file nor takes it twice. File names are bytes throughout: not all are UTF-8.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from queue import Empty, SimpleQueue

from ingest import log
from ingest.core import ids
from ingest.errors import MissionfeedError, StoreError
from ingest.model import Arrival, Document, DocumentId, Reason, Receipt, SeenFile
from ingest.settings import Settings
from ingest.sources import Queue
from ingest.sources.drop import files
from ingest.sources.drop.decide import Look, Refuse, Skip, Take, Wait, Watched, decide
from ingest.sources.drop.hints import Hints
from ingest.store import Store

logger = log.get(__name__)

WRITER_PATIENCE = 30.0
"""Seconds to wait for a file that does not change any more but is still open for writing."""


@dataclass(slots=True)
class _Batch:
    """Arrivals on their way into one transaction."""

    arrivals: list[Arrival] = field(default_factory=list)
    touched: list[SeenFile] = field(default_factory=list)
    """Files whose times changed, but not their content."""
    size: int = 0

    def add(self, arrival: Arrival) -> None:
        self.arrivals.append(arrival)
        self.size += len(arrival.document.raw)


class DropFolder:
    """Watches one folder. :meth:`scan` looks once; :meth:`run` goes on until :meth:`stop`."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        queue: Queue,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = log.now,
    ) -> None:
        self.folder = os.fsencode(settings.seeds.absolute())
        self._watch = settings.watch
        self._work = settings.work
        self._limit = settings.limits.document_bytes
        self._archive = (settings.watch.archive_to or settings.data / "archive").absolute()
        if self._watch.after == "archive" and self._archive == settings.seeds.absolute():
            raise MissionfeedError(
                "The setting watch.archive_to is the drop folder itself.",
                hint="Name another folder, or leave the setting out.",
            )
        self._store = store
        self._queue = queue
        self._clock = clock
        self._now = now
        self._remembered: dict[bytes, SeenFile] | None = None
        self._watched: dict[bytes, Watched] = {}
        self._looks_due: dict[bytes, float] = {}
        self._wake: SimpleQueue[frozenset[bytes] | None] = SimpleQueue()
        self._stopping = False
        self._troubles: set[str] = set()

    # ------------------------------------------------------------------ the loop

    def run(self) -> None:
        """Scan, then watch, until :meth:`stop`. Failures of disk, store or queue are outlived."""
        hints = Hints(self.folder, self._wake.put) if not self._watch.polling else None
        if hints:
            hints.start()
        rescan_at = self._clock()
        while not self._stopping:
            whole = self._clock() >= rescan_at
            self._look(None if whole else self._due())
            if whole:
                rescan_at = self._clock() + self._watch.rescan_seconds
            hinted = self._wait(until=min([rescan_at, *self._looks_due.values()]))
            if hinted:
                self._look(hinted)
        if hints:
            hints.stop()

    def drain(self, *, patience: float) -> None:
        """Take what lies in the folder; files that keep changing for ``patience`` s are left."""
        give_up_at = self._clock() + patience
        self.scan()
        while self._looks_due and not self._stopping and self._clock() < give_up_at:
            self._wait(until=min(self._looks_due.values()))
            self.scan(self._due())
        for path in self._looks_due:
            logger.warning("drop.left_while_changing", path=shown(path))

    def stop(self) -> None:
        """End :meth:`run` soon. May be called from a signal handler."""
        self._stopping = True
        self._wake.put(None)

    def _look(self, paths: Collection[bytes] | None) -> None:
        try:
            self.scan(paths)
        except (OSError, StoreError) as error:
            self._trouble("drop.scan_failed", error)
        else:
            self._over("drop.scan_failed")

    def _due(self) -> list[bytes]:
        now = self._clock()
        return [path for path, at in self._looks_due.items() if at <= now]

    def _wait(self, until: float) -> set[bytes]:
        """Sleep until a look is due, a hint comes, or :meth:`stop`; the paths hinted at."""
        hinted: set[bytes] = set()
        try:
            hinted.update(self._wake.get(timeout=max(0.0, until - self._clock())) or ())
            while True:
                hinted.update(self._wake.get_nowait() or ())
        except Empty:
            return hinted

    # ------------------------------------------------------------------ one look

    def scan(self, paths: Collection[bytes] | None = None) -> None:
        """Look at ``paths``, or at the whole folder, and take what is ready.

        Raises ``StoreError`` or ``OSError``; the next scan then finds the same files again.
        """
        if self._remembered is None:
            self._remembered = self._store.seen_files()
        found = dict(self._list() if paths is None else _look_at(paths))
        batch = _Batch()
        for path, look in sorted(found.items(), key=_age):
            self._consider(path, look, batch)
            if len(batch.arrivals) >= self._work.batch or batch.size >= self._work.batch_bytes:
                self._take(batch)
                batch = _Batch()
        self._take(batch)
        self._forget(
            self._known_paths() - found.keys() if paths is None else set(paths) - found.keys()
        )

    def _list(self) -> Iterator[tuple[bytes, Look]]:
        with os.scandir(self.folder) as entries:
            for entry in entries:
                try:
                    yield entry.path, files.look_of(entry.stat(follow_symlinks=False))
                except FileNotFoundError:
                    continue

    def _consider(self, path: bytes, look: Look, batch: _Batch) -> None:
        """Do with one entry what :func:`decide` says; what is to be stored goes to ``batch``."""
        assert self._remembered is not None
        remembered, now = self._remembered.get(path), self._clock()
        watched = self._watched.get(path)
        decision = decide(
            os.path.basename(path),
            look,
            remembered=remembered,
            watched=watched,
            now=now,
            settle=self._watch.settle_seconds,
            limit=self._limit,
        )
        match decision:
            case Skip():
                self._unwatch(path)
                if remembered is not None and remembered.digest is not None:
                    self._put_away(path, remembered)
            case Wait(seconds):
                self._watch_for(path, look, seconds)
            case Refuse():
                batch.add(self._refusal(path, look, decision))
            case Take():
                self._read(path, look, batch)

    def _read(self, path: bytes, look: Look, batch: _Batch) -> None:
        assert self._remembered is not None
        waited = self._watch_for(path, look, self._watch.settle_seconds)
        try:
            raw = files.read(path, look, even_if_open=waited > WRITER_PATIENCE)
        except (files.ChangedError, files.BeingWrittenError):
            return
        if isinstance(raw, files.Unreadable):
            reason = f"The file cannot be read: {raw.why}. Make it readable for the service."
            refused = Refuse(Receipt.REJECTED, Reason.NOT_READABLE, reason)
            batch.add(self._refusal(path, look, refused))
            return
        digest = ids.digest(raw)
        seen = _seen(path, look, digest)
        remembered = self._remembered.get(path)
        if remembered is not None and remembered.digest == digest:
            batch.touched.append(seen)
            return
        key = b"\0".join((path, digest.encode(), b"%d" % look.mtime_ns, b"%d" % look.ctime_ns))
        batch.add(Arrival(document=self._document(path, key, raw), seen=seen))

    def _refusal(self, path: bytes, look: Look, refused: Refuse) -> Arrival:
        key = b"\0".join((path, refused.code.encode(), b"%d" % look.inode, b"%d" % look.ctime_ns))
        return Arrival(
            document=self._document(path, key, b""),
            receipt=refused.receipt,
            code=refused.code,
            reason=refused.reason,
            seen=_seen(path, look, None),
        )

    def _document(self, path: bytes, key: bytes, raw: bytes) -> Document:
        return Document(
            id=ids.document_id("drop", key),
            source="drop",
            raw=raw,
            received=self._now(),
            path=shown(os.path.basename(path)),
        )

    # ------------------------------------------------------------------ store, queue, put away

    def _take(self, batch: _Batch) -> None:
        if batch.touched:
            self._store.remember_files(batch.touched)
            for seen in batch.touched:
                self._remember(seen)
        if not batch.arrivals:
            return
        queued = self._store.take(batch.arrivals, now=self._now())
        self._enqueue(queued)
        for arrival in batch.arrivals:
            assert arrival.seen is not None
            self._remember(arrival.seen)
            if arrival.seen.digest is not None:
                self._put_away(arrival.seen.path, arrival.seen)
            elif arrival.receipt == Receipt.REJECTED:
                logger.info(
                    "document.refused",
                    path=arrival.document.path,
                    code=arrival.code,
                    reason=arrival.reason,
                )
        logger.info("drop.taken", documents=len(batch.arrivals), queued=len(queued))

    def _enqueue(self, queued: list[DocumentId]) -> None:
        if not queued:
            return
        try:
            self._queue(queued)
        except Exception as error:
            # They are stored: the reconciler queues them again (rule 1).
            self._trouble("drop.enqueue_failed", error)
        else:
            self._over("drop.enqueue_failed")

    def _put_away(self, path: bytes, seen: SeenFile) -> None:
        """Archive or delete a stored file, if it still is what was stored."""
        if self._watch.after == "keep" or seen.digest is None:
            return
        found = files.look(path)
        if found is None or _seen(path, found, seen.digest) != seen:
            return
        try:
            if self._watch.after == "archive":
                files.archive(path, self._archive, seen.digest)
            else:
                os.unlink(path)
        except OSError as error:
            self._trouble(f"drop.{self._watch.after}_failed", error, path=shown(path))

    # ------------------------------------------------------------------ what is known

    def _known_paths(self) -> set[bytes]:
        """Remembered or watched paths in this folder (the memory may know other folders too)."""
        assert self._remembered is not None
        here = os.path.join(self.folder, b"")
        return {
            path
            for path in (*self._remembered, *self._watched)
            if path.startswith(here) and b"/" not in path[len(here) :]
        }

    def _remember(self, seen: SeenFile) -> None:
        assert self._remembered is not None
        self._remembered[seen.path] = seen
        self._unwatch(seen.path)

    def _forget(self, gone: set[bytes]) -> None:
        """A file that is gone is a new document when it comes again."""
        assert self._remembered is not None
        known = gone & self._remembered.keys()
        if known:
            self._store.forget_files(known)
        for path in gone:
            self._remembered.pop(path, None)
            self._unwatch(path)

    def _watch_for(self, path: bytes, look: Look, seconds: float) -> float:
        """Look again in ``seconds``; returns for how long the file has not changed."""
        now = self._clock()
        watched = self._watched.get(path)
        if watched is None or watched.look != look:
            watched = self._watched[path] = Watched(look, now)
        self._looks_due[path] = now + seconds
        return now - watched.since

    def _unwatch(self, path: bytes) -> None:
        self._watched.pop(path, None)
        self._looks_due.pop(path, None)

    def _trouble(self, event: str, error: Exception, **more: str) -> None:
        """Log a failure once, until it is over."""
        if event not in self._troubles:
            self._troubles.add(event)
            logger.error(event, error=str(error), **more)

    def _over(self, event: str) -> None:
        if event in self._troubles:
            self._troubles.discard(event)
            logger.info(f"{event.removesuffix('_failed')}_works_again")


def shown(path: bytes) -> str:
    """A path for people and JSON: bytes that are not UTF-8 as ``\\xNN``."""
    return path.decode("utf-8", "backslashreplace")


def _age(found: tuple[bytes, Look]) -> tuple[int, bytes]:
    """Files are taken in the order in which they were written."""
    return found[1].mtime_ns, found[0]


def _look_at(paths: Iterable[bytes]) -> Iterator[tuple[bytes, Look]]:
    for path in paths:
        look = files.look(path)
        if look is not None:
            yield path, look


def _seen(path: bytes, look: Look, digest: str | None) -> SeenFile:
    return SeenFile(
        path=path,
        inode=look.inode,
        size=look.size,
        mtime_ns=look.mtime_ns,
        ctime_ns=look.ctime_ns,
        digest=digest,
    )
