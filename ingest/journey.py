"""The journey of a batch of documents, top to bottom. Read this file first.

::

    ids ─► claim            documents that are still queued; those that were lost with a worker
             │              before are taken one by one, and rejected after three tries
             ▼
          read              normalise ─► find mentions and milestones ─► fingerprint     (pure)
             │              a document that fails gets its own rejection, not its batch
             ▼
          look up           candidates among stored articles, compared before the lock is taken
             │
             ▼              ONE transaction under the log's head lock
          settle            judge (new | copy | revision) ─► articles + mentions ─► events
                            ─► receipts; entries of unpacked files become queued documents

Nothing is visible before the commit and everything after it, so a worker may die anywhere: its
documents are still ``queued``, and doing the work twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ingest import log
from ingest.core import ids
from ingest.core.events import Told, events_of
from ingest.core.fingerprint import Fingerprint, fingerprint, paragraph_hashes
from ingest.core.judge import Memo, Subject, Thresholds, judge_batch
from ingest.errors import StoreError
from ingest.model import (
    Arrival,
    Article,
    ArticleId,
    Catalogue,
    Document,
    DocumentId,
    Normalised,
    Reading,
    Reason,
    Receipt,
    Rejection,
    Unpacked,
)
from ingest.store import Store
from ingest.store.clusters import Versions
from ingest.store.journal import Head, StoredArticle

logger = log.get(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The pure stages, bound to their data (catalogue, sources, thresholds) by ``wiring``."""

    normalise: Callable[[Document], Normalised]
    read: Callable[[Article], Reading]
    catalogue: Catalogue
    thresholds: Thresholds
    versions: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """A document that holds an article, with all that was made of it before the lock."""

    document: Document
    article: Article
    reading: Reading
    subject: Subject


@dataclass(frozen=True, slots=True)
class ReadBatch:
    articles: list[ReadArticle]
    unpacked: list[tuple[Document, Unpacked]]
    rejected: list[tuple[Document, Rejection]]


class Journey:
    """Takes documents from ``queued`` to their receipts."""

    def __init__(
        self,
        store: Store,
        stages: Stages,
        *,
        tries: int = 3,
        clock: Callable[[], datetime] = log.now,
    ) -> None:
        self.store = store
        self.stages = stages
        self._tries = tries
        self._now = clock

    def close(self) -> None:
        self.store.close()

    def process(self, documents: Sequence[DocumentId]) -> list[DocumentId]:
        """Give every one of ``documents`` that is still queued its receipt.

        Returns the ids of documents that were unpacked on the way and must be queued now.
        """
        claimed = self.store.claim(documents, now=self._now())
        queued = self._take(claimed.together)
        for lost in claimed.alone:
            document = self.store.claim_alone(lost, now=self._now(), tries=self._tries)
            if document is not None:
                queued += self._take([document])
        return queued

    def _take(self, documents: list[Document]) -> list[DocumentId]:
        if not documents:
            return []
        batch = self._read(documents)
        try:
            return self._settle(batch)
        except StoreError:
            raise  # nobody's fault here: the documents stay queued and are tried again
        except Exception as error:
            # Something in it cannot be judged or stored. Alone, each shows whether it is the one.
            if len(documents) == 1:
                return self._reject(documents[0], error)
            logger.warning("batch.split", documents=len(documents), error=str(error))
            return [queued for document in documents for queued in self._take([document])]

    # ------------------------------------------------------------------ before the lock

    def _read(self, documents: Sequence[Document]) -> ReadBatch:
        batch = ReadBatch([], [], [])
        found: list[tuple[Document, Article, Reading]] = []
        for document in documents:
            outcome, reading = self._read_one(document)
            match outcome:
                case Rejection():
                    batch.rejected.append((document, outcome))
                case Unpacked():
                    batch.unpacked.append((document, outcome))
                case Article():
                    found.append((document, outcome, reading))
        boilerplate = self.store.boilerplate(
            {h for _, article, _ in found for h in paragraph_hashes(article)},
            minimum=self.stages.thresholds.boilerplate_clusters,
        )
        for document, article, reading in found:
            subject = self._subject(document, fingerprint(article, boilerplate=boilerplate))
            batch.articles.append(
                ReadArticle(document=document, article=article, reading=reading, subject=subject)
            )
        return batch

    def _read_one(self, document: Document) -> tuple[Normalised, Reading]:
        """Normalise a document and find what it speaks of. A failure of ours is its rejection."""
        nothing = Reading((), ())
        try:
            outcome = self.stages.normalise(document)
            return outcome, self.stages.read(outcome) if isinstance(outcome, Article) else nothing
        except MemoryError:
            logger.warning("document.memory", document=document.id, path=document.path)
            return _too_complex(), nothing
        except Exception as error:
            logger.exception("document.failed", document=document.id, path=document.path)
            return _internal_error(error), nothing

    def _subject(self, document: Document, made: Fingerprint) -> Subject:
        own = ids.article_id(document.id)
        return Subject(
            id=own,
            cluster=own,
            number=0,
            received=document.received,
            digest=ids.digest(document.raw),
            fingerprint=made,
            path=document.path if document.source == "drop" and document.entry is None else None,
        )

    # ------------------------------------------------------------------ under the lock

    def _settle(self, batch: ReadBatch) -> list[DocumentId]:
        subjects = [read.subject for read in batch.articles]
        memo = Memo()
        seen, early = self.store.look_up(subjects, thresholds=self.stages.thresholds)
        judge_batch(subjects, early, thresholds=self.stages.thresholds, memo=memo)

        def under_lock(head: Head) -> list[DocumentId]:
            now = self._now()
            queued = head.still_queued([d.id for d in _documents(batch)])
            self._settle_articles(head, _only(batch.articles, queued), early, seen, memo, now)
            for document, rejection in batch.rejected:
                if document.id in queued:
                    head.reject(document.id, rejection, now=now)
            entries: list[DocumentId] = []
            for document, unpacked in batch.unpacked:
                if document.id in queued:
                    entries += head.unpack(document, _arrivals(document, unpacked), now=now)
            return entries

        entries = self.store.commit(under_lock)
        logger.info(
            "batch.settled",
            articles=len(batch.articles),
            rejected=len(batch.rejected),
            unpacked=len(batch.unpacked),
            entries=len(entries),
        )
        return entries

    def _settle_articles(
        self,
        head: Head,
        batch: Sequence[ReadArticle],
        early: dict[ArticleId, list[Subject]],
        seen: int,
        memo: Memo,
        now: datetime,
    ) -> None:
        if not batch:
            return
        subjects = [read.subject for read in batch]
        candidates = merged(
            early, head.look_up(subjects, after=seen, thresholds=self.stages.thresholds)
        )
        judgements = judge_batch(subjects, candidates, thresholds=self.stages.thresholds, memo=memo)
        versions = Versions(head.connection, judgements, self.stages.thresholds)
        stored, events = [], []
        for read, judged in zip(batch, judgements, strict=True):
            judgement = versions.place(read.subject, judged)
            stored.append(
                StoredArticle(
                    document=read.document.id,
                    subject=read.subject,
                    article=read.article,
                    reading=read.reading,
                    judgement=judgement,
                    versions=self.stages.versions,
                )
            )
            told = Told(
                id=read.subject.id,
                article=read.article,
                reading=read.reading,
                judgement=judgement,
                previous=versions.previous(judgement),
            )
            events += events_of(told, catalogue=self.stages.catalogue, now=now)
            versions.add(read.subject, judgement, read.reading)
        head.record(stored, events, now=now)

    def _reject(self, document: Document, error: Exception) -> list[DocumentId]:
        logger.error("document.failed", document=document.id, path=document.path, exc_info=error)
        rejection = _internal_error(error)
        now = self._now()

        def under_lock(head: Head) -> list[DocumentId]:
            if head.still_queued([document.id]):
                head.reject(document.id, rejection, now=now)
            return []

        return self.store.commit(under_lock)


def _documents(batch: ReadBatch) -> list[Document]:
    return [
        *(read.document for read in batch.articles),
        *(document for document, _ in batch.rejected),
        *(document for document, _ in batch.unpacked),
    ]


def merged(
    early: dict[ArticleId, list[Subject]], late: dict[ArticleId, list[Subject]]
) -> dict[ArticleId, list[Subject]]:
    """Candidates found before the lock and those that were stored since."""
    found: dict[ArticleId, list[Subject]] = {}
    for subject in {*early, *late}:
        both = (*early.get(subject, ()), *late.get(subject, ()))
        found[subject] = list({candidate.id: candidate for candidate in both}.values())
    return found


def _only(batch: Sequence[ReadArticle], queued: set[DocumentId]) -> list[ReadArticle]:
    return [read for read in batch if read.document.id in queued]


def _arrivals(parent: Document, unpacked: Unpacked) -> list[Arrival]:
    """The entries of an unpacked file as documents of their own, numbered from 1."""
    return [
        Arrival(
            document=Document(
                id=ids.entry_id(parent.id, number),
                source=parent.source,
                raw=raw,
                received=parent.received,
                path=parent.path,
                url=parent.url,
                entry=number,
                parent=parent.id,
                media_type=media_type,
            ),
            receipt=Receipt.QUEUED,
        )
        for number, (media_type, raw) in enumerate(unpacked.entries, start=1)
    ]


def _too_complex() -> Rejection:
    return Rejection(
        Reason.TOO_COMPLEX,
        "Reading it takes more memory than one document may have (setting limits.document_memory). "
        "Save the article by itself, or as plain text.",
    )


def _internal_error(error: Exception) -> Rejection:
    return Rejection(
        Reason.INTERNAL_ERROR,
        f"Missionfeed failed on this document ({type(error).__name__}); this is our mistake, not "
        "the document's. It is kept, the log has the details, and an upgrade can read it again.",
    )
