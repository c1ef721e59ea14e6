"""Stored documents read again by today's versions; readers are told the differences (rule 10).

::

    articles ─► page      those that other versions read, in the order in which they came
                 │
                 ▼
               read       normalise ─► find mentions and milestones    (pure, in a child process)
                 │
                 ▼        ONE transaction under the log's head lock for each page
               settle     compare with what readers know ─► new reading + versions ─► events

What readers know of a story is what its newest version says (``store.clusters``), so only that one
raises events: a copy never told anything, and what an older version said was settled when the next
one came. Clusters and judgements are left alone: how an article was judged, or an operator's
correction of that, is no matter of reading.

A page is done or not done, whatever is killed when: the versions that select an article are
replaced in the transaction that tells its differences. Two runs at once do no harm either: an
article that was read again in between is left to whoever did it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import islice

from msgspec.json import encode

from ingest import log
from ingest.core.events import Told, events_of_rereading
from ingest.core.fingerprint import Fingerprint, fingerprint, paragraph_hashes
from ingest.errors import MissionfeedError
from ingest.guard import Lost, in_child
from ingest.journey import Stages
from ingest.model import (
    Article,
    ArticleId,
    Document,
    EntryId,
    Event,
    Judgement,
    Milestone,
    Normalised,
    Reading,
    Reason,
    Rejection,
    Unpacked,
)
from ingest.store import Store
from ingest.store.journal import Head, to_json
from ingest.store.rereading import ReadAgain, Selection, Standing, ToRead, Versions, put
from ingest.store.rereading import standing as standing_of

logger = log.get(__name__)

PAGES = 16
"""A child process reads as many pages: it has to warm up."""
_VERSIONS = ("normaliser", "linker", "catalogue")


_Outcome = tuple[Article, Reading] | Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What reading one stored article again came to.

    ``kept`` says why nothing was read from its document today; then it stays as it was. ``untold``
    says why its differences raise no events. ``changed`` names the parts of the article itself
    that are read otherwise; ``events`` is what readers are told of all this.
    """

    article: ArticleId
    number: int
    cluster: ArticleId
    path: str | None
    title: str | None
    before: Versions
    after: Versions
    kept: Rejection | None = None
    untold: str | None = None
    gained: tuple[EntryId, ...] = ()
    lost: tuple[EntryId, ...] = ()
    milestones_gained: tuple[Milestone, ...] = ()
    milestones_lost: tuple[Milestone, ...] = ()
    changed: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(
            self.kept
            or self.gained
            or self.lost
            or self.milestones_gained
            or self.milestones_lost
            or self.changed
            or self.events
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """A stored article beside what is read from its document today."""

    stored: ToRead
    outcome: _Outcome
    fingerprint: Fingerprint | None
    """Only where the article itself reads otherwise."""


class Reprocess:
    """Reads stored articles again, a page at a time."""

    def __init__(
        self,
        store: Store,
        stages: Stages,
        *,
        batch: int,
        batch_bytes: int,
        clock: Callable[[], datetime] = log.now,
    ) -> None:
        self.store = store
        self.stages = stages
        self._batch = batch
        self._batch_bytes = batch_bytes
        self._now = clock

    def run(self, selection: Selection, *, dry_run: bool = False) -> Iterator[Difference]:
        """Read again what ``selection`` holds; one difference an article, the empty ones too.

        A page is committed before its differences are handed out. Raises
        :class:`~ingest.errors.MissionfeedError` where an article is asked for that is not stored.
        """
        if unknown := self.store.unknown_articles(selection.articles):
            raise MissionfeedError(
                f"There is no article {', '.join(unknown[:5])}.",
                hint="`missionfeed articles` lists them.",
            )
        after = 0
        while stored := self.store.to_read_again(
            selection, after=after, limit=self._batch * PAGES, most_bytes=self._batch_bytes
        ):
            after = stored[-1].row.number
            # What ends its process must not end this one, which stores while that one reads.
            outcomes = in_child(self._read_one, [one.document for one in stored])
            pairs = zip(stored, outcomes, strict=True)
            while page := list(islice(pairs, self._batch)):
                read = self._read(page)
                yield from self._compare(read) if dry_run else self._settle(read)

    # ------------------------------------------------------------------ before the lock

    def _read(self, page: Sequence[tuple[ToRead, _Outcome | Lost]]) -> list[_Read]:
        found = [
            (stored, _lost(outcome) if isinstance(outcome, Lost) else outcome)
            for stored, outcome in page
        ]
        changed = {
            stored.row.id: outcome[0]
            for stored, outcome in found
            if not isinstance(outcome, Rejection) and _differ(stored.row.article, outcome[0])
        }
        boilerplate = self.store.boilerplate(
            {h for article in changed.values() for h in paragraph_hashes(article)},
            minimum=self.stages.thresholds.boilerplate_clusters,
        )
        made = {id_: fingerprint(one, boilerplate=boilerplate) for id_, one in changed.items()}
        return [_Read(stored, outcome, made.get(stored.row.id)) for stored, outcome in found]

    def _read_one(self, document: Document) -> _Outcome:
        try:
            outcome = self.stages.normalise(document)
            if isinstance(outcome, Article):
                return outcome, replace(self.stages.read(outcome), candidates=())
            return _refused(outcome)
        except MemoryError:
            return Rejection(Reason.TOO_COMPLEX, "Reading it takes too much memory today.")
        except Exception as error:
            logger.exception("document.failed", document=document.id, path=document.path)
            return Rejection(
                Reason.INTERNAL_ERROR, f"Missionfeed fails on it today ({type(error).__name__})."
            )

    # ------------------------------------------------------------------ comparing and storing

    def _compare(self, read: Sequence[_Read]) -> list[Difference]:
        """What would be told and stored."""
        standing = self.store.standing([one.stored.row.id for one in read])
        return [self._difference(one, standing[one.stored.row.id], self._now()) for one in read]

    def _settle(self, read: Sequence[_Read]) -> list[Difference]:
        def under_lock(head: Head) -> list[Difference]:
            now = self._now()
            standing = standing_of(head.connection, [one.stored.row.id for one in read])
            mine = [
                one for one in read if standing[one.stored.row.id].times == one.stored.times
            ]  # the others were read again by somebody else in between
            found = [self._difference(one, standing[one.stored.row.id], now) for one in mine]
            put(head, list(self._written(mine)))
            head.append([event for difference in found for event in difference.events])
            return found

        found = self.store.commit(under_lock)
        logger.info(
            "articles.read_again",
            articles=len(found),
            different=sum(map(bool, found)),
            events=sum(len(one.events) for one in found),
        )
        return found

    def _written(self, read: Sequence[_Read]) -> Iterator[ReadAgain]:
        for one in read:
            if isinstance(one.outcome, Rejection):
                continue
            row, (article, reading) = one.stored.row, one.outcome
            unchanged = one.fingerprint is None and to_json(row.reading) == to_json(reading)
            if unchanged and row.versions == self.stages.versions:
                continue
            yield ReadAgain(
                id=row.id,
                number=row.number,
                article=article,
                reading=reading,
                fingerprint=one.fingerprint,
                versions=self.stages.versions,
            )

    def _difference(self, read: _Read, standing: Standing, now: datetime) -> Difference:
        row = read.stored.row
        found = Difference(
            article=row.id,
            number=row.number,
            cluster=standing.cluster,
            path=read.stored.document.path,
            title=row.article.title,
            before=row.versions,
            after=self.stages.versions,
            untold=_untold(row.id, standing),
        )
        if isinstance(read.outcome, Rejection):
            return replace(found, kept=read.outcome, after=row.versions)
        article, reading = read.outcome
        old, new = _named(row.reading), _named(reading)
        told_before, told_now = _stated(row.reading), _stated(reading)
        return replace(
            found,
            title=article.title,
            gained=tuple(entry for entry in new if entry not in old),
            lost=tuple(entry for entry in old if entry not in new),
            milestones_gained=tuple(m for gist, m in told_now.items() if gist not in told_before),
            milestones_lost=tuple(m for gist, m in told_before.items() if gist not in told_now),
            changed=tuple(_differ(row.article, article)),
            events=() if found.untold else tuple(self._events(read, standing, now)),
        )

    def _events(self, read: _Read, standing: Standing, now: datetime) -> list[Event]:
        assert not isinstance(read.outcome, Rejection)
        row, (article, reading) = read.stored.row, read.outcome
        told = Told(
            id=row.id,
            article=article,
            reading=reading,
            judgement=Judgement(
                decision="revision",
                of=row.id,
                cluster=standing.cluster,
                similarity=None,
                layer="none",
                why=_why(row.versions, self.stages.versions),
            ),
            previous=row.reading,
            times=standing.times + 1,
        )
        return events_of_rereading(told, row.article, catalogue=self.stages.catalogue, now=now)


def _lost(lost: Lost) -> Rejection:
    return Rejection(
        Reason.KILLED_WORKER,
        f"Reading it takes too long, or too much memory, today ({lost.signal}).",
    )


def _refused(outcome: Normalised) -> Rejection:
    if isinstance(outcome, Unpacked):
        return Rejection(Reason.NO_ARTICLE, "It is read as a file of several articles today.")
    assert isinstance(outcome, Rejection)
    return outcome


def _untold(article: ArticleId, standing: Standing) -> str | None:
    if standing.version is None:
        return "a copy, of which mentions are not told"
    if standing.newest != article:
        return f"an older version of {standing.newest}"
    return None


def _named(reading: Reading) -> dict[EntryId, None]:
    return dict.fromkeys(mention.id for mention in reading.mentions)


def _stated(reading: Reading) -> dict[tuple[str | None, ...], Milestone]:
    return {(m.type, m.mission, m.date, m.status): m for m in reading.milestones}


def _differ(before: Article, after: Article) -> list[str]:
    """The names of what reads otherwise; dates with another offset differ."""
    if to_json(before) == to_json(after):
        return []
    differ = [
        field.name
        for field in fields(Article)
        if encode(getattr(before, field.name)) != encode(getattr(after, field.name))
    ]
    return ["text" if name == "paragraphs" else name for name in differ]


def _why(before: Versions, after: Versions) -> str:
    pairs = zip(_VERSIONS, before, after, strict=True)
    other = [name for name, old, new in pairs if old != new]
    what = f"another version of its {', '.join(other)}" if other else "other settings"
    return f"The page did not change: Missionfeed read what it had stored again, with {what}."
