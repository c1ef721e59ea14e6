"""The operator's corrections of what was judged: one story parted in two, two made one.

A correction is stored with its reason and with how each article stood before, so it can be undone.
It changes nothing about reading or judging: articles that come later are judged beside the
articles as they stand now and join the cluster of the one they are most like, the newest of
equals. Reading stored documents again leaves clusters alone.

Readers are told what follows. A story that is parted off is told as if it had come by itself. One
that is joined to another takes back what it said and is a copy from now on. Where the newest
version of a story is another one now, the difference is told as that of a revision. The ids of
these events hold the correction's number, so each says its thing once however often two articles
are parted and joined again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ingest import log
from ingest.core.events import Told, events_of, events_of_leaving
from ingest.core.fingerprint import fingerprint
from ingest.core.judge.compare import Comparison
from ingest.core.judge.correcting import Member, join, restore, split
from ingest.core.judge.versions import with_changes
from ingest.errors import MissionfeedError
from ingest.model import Article, ArticleId, Catalogue, Event, Judgement, Reading
from ingest.store import Store, articles, corrections
from ingest.store.corrections import Correction
from ingest.store.journal import Head

logger = log.get(__name__)

NO_REASON = "The operator gave no reason."


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that was made, the articles that stand otherwise now, and what was told."""

    correction: Correction
    members: tuple[Member, ...]
    events: tuple[Event, ...]


class Corrections:
    """Parts and joins clusters, and takes that back."""

    def __init__(
        self, store: Store, catalogue: Catalogue, *, clock: Callable[[], datetime] = log.now
    ) -> None:
        self.store = store
        self._catalogue = catalogue
        self._now = clock

    def close(self) -> None:
        self.store.close()

    def split(self, article: ArticleId, *, reason: str = NO_REASON) -> Corrected:
        """``article``, and what was linked through it, is a story of its own from now on."""

        def under_lock(head: Head) -> Corrected:
            cluster = _cluster(head, article)
            if cluster == article:
                raise MissionfeedError(
                    f"{article} is the first article of its cluster.",
                    hint="Split off the other article: `missionfeed cluster show` lists them.",
                )
            why = f"Parted from {cluster} by the operator: {reason}"
            before = corrections.members(head.connection, [cluster])
            return self._correct(
                head, "split", article, cluster, reason, before, split(before, article, why=why)
            )

        return self._commit(under_lock)

    def join(self, one: ArticleId, other: ArticleId, *, reason: str = NO_REASON) -> Corrected:
        """The clusters of both articles are one story from now on, under the older one's id."""

        def under_lock(head: Head) -> Corrected:
            clusters = {_cluster(head, one), _cluster(head, other)}
            if len(clusters) == 1:
                raise MissionfeedError(f"{one} and {other} are in one cluster already.")
            before = corrections.members(head.connection, clusters)
            into = before[0].cluster
            joined = next(cluster for cluster in clusters if cluster != into)
            changed = join(
                [member for member in before if member.cluster == into],
                [member for member in before if member.cluster == joined],
                why=f"Joined to {into} by the operator: {reason}",
            )
            return self._correct(head, "join", joined, into, reason, before, changed)

        return self._commit(under_lock)

    def undo(self, number: int, *, reason: str = NO_REASON) -> Corrected:
        """Articles stand as before correction ``number``; those that came since go with the
        article that they were linked to."""

        def under_lock(head: Head) -> Corrected:
            made = self._undoable(head, number)
            ids = {member.id for member in made.before}
            clusters = {made.article, made.other}
            clusters |= {_cluster(head, one) for one in ids}
            before = corrections.members(head.connection, clusters)
            corrections.mark_undone(head.connection, number, now=self._now())
            return self._correct(
                head,
                "undo",
                made.article,
                made.other,
                reason,
                before,
                restore(before, made.before),
            )

        return self._commit(under_lock)

    # ------------------------------------------------------------------ under the lock

    def _undoable(self, head: Head, number: int) -> Correction:
        made = corrections.find(head.connection, number)
        if made is None:
            raise MissionfeedError(
                f"There is no correction {number}.", hint="`missionfeed cluster list` shows them."
            )
        if made.action == "undo":
            raise MissionfeedError(
                f"Correction {number} took another one back.", hint="Make that one again instead."
            )
        if made.undone is not None:
            raise MissionfeedError(f"Correction {number} is undone already.")
        ids = {member.id for member in made.before}
        for later in corrections.listed(head.connection, after=number):
            if later.action == "undo" or later.undone is not None:
                continue
            if ids & {member.id for member in later.before}:
                raise MissionfeedError(
                    f"Correction {later.number} came after {number} and touched the same articles.",
                    hint=f"Undo that first: missionfeed cluster undo {later.number}",
                )
        return made

    def _correct(
        self,
        head: Head,
        action: str,
        article: ArticleId,
        other: ArticleId,
        reason: str,
        before: Sequence[Member],
        changed: Sequence[Member],
    ) -> Corrected:
        now = self._now()
        ids = {member.id for member in changed}
        made = Correction(
            number=corrections.next_number(head.connection),
            action=action,
            article=article,
            other=other,
            reason=reason,
            made=now,
            undone=None,
            before=tuple(member for member in before if member.id in ids),
        )
        after = sorted(
            [*(member for member in before if member.id not in ids), *changed],
            key=lambda member: member.number,
        )
        told = list(_Telling(head, self._catalogue, made, now).tell(before, after))
        corrections.put(head.connection, changed)
        corrections.add(head.connection, made)
        head.append(told)
        return Corrected(made, tuple(changed), tuple(told))

    def _commit(self, work: Callable[[Head], Corrected]) -> Corrected:
        corrected = self.store.commit(work)
        made = corrected.correction
        logger.info(
            "cluster.corrected",
            number=made.number,
            action=made.action,
            article=made.article,
            other=made.other,
            reason=made.reason,
            articles=len(corrected.members),
            events=len(corrected.events),
        )
        return corrected


@dataclass(frozen=True, slots=True)
class _Telling:
    head: Head
    catalogue: Catalogue
    correction: Correction
    now: datetime

    def tell(self, before: Sequence[Member], after: Sequence[Member]) -> Iterator[Event]:
        """What readers must be told when clusters stand as ``after`` says."""
        old, new = _versions(before), _versions(after)
        standing = {member.id: member for member in after}
        for cluster, versions in old.items():
            if cluster not in new:
                yield from self._leaves(standing[cluster], cluster, versions[-1])
        for cluster, versions in new.items():
            if cluster not in old:
                yield from self._appears(versions)
            elif versions[-1].id != old[cluster][-1].id:
                yield from self._stands_corrected(versions[-1], old[cluster][-1])

    def _leaves(self, first: Member, cluster: ArticleId, newest: Member) -> Iterator[Event]:
        """The cluster is no more: what it said is taken back, its first article is a copy."""
        told = self._told(first, previous=self._stored(newest.id)[1])
        yield from events_of_leaving(told, cluster, catalogue=self.catalogue, now=self.now)

    def _appears(self, versions: Sequence[Member]) -> Iterator[Event]:
        """A cluster that was not there: all its versions, as if they had come now."""
        previous = None
        for member in versions:
            told = self._told(member, previous=previous)
            yield from events_of(told, catalogue=self.catalogue, now=self.now)
            previous = told.reading

    def _stands_corrected(self, member: Member, before: Member) -> Iterator[Event]:
        """Another version is the newest: its difference from what readers know."""
        article, known = self._stored(before.id)
        told = self._told(member, previous=known)
        judgement = replace(
            told.judgement, decision="revision", of=before.id, why=self.correction.reason
        )
        compared = Comparison(fingerprint(told.article), fingerprint(article))
        told = replace(told, judgement=with_changes(judgement, compared))
        yield from events_of(told, catalogue=self.catalogue, now=self.now)

    def _told(self, member: Member, *, previous: Reading | None) -> Told:
        article, reading = self._stored(member.id)
        return Told(
            id=member.id,
            article=article,
            reading=reading,
            judgement=Judgement(
                decision=member.relation,
                of=member.of,
                cluster=member.cluster,
                similarity=member.similarity,
                layer=member.layer,
                why=member.why,
                version=member.version,
            ),
            previous=previous,
            correction=self.correction.number,
        )

    def _stored(self, article: ArticleId) -> tuple[Article, Reading]:
        row = articles.find(self.head.connection, article)
        assert row is not None, "a member of a cluster is stored"
        return row.article, row.reading


def _cluster(head: Head, article: ArticleId) -> ArticleId:
    cluster = corrections.cluster_of(head.connection, article)
    if cluster is None:
        raise MissionfeedError(
            f"There is no article {article}.", hint="`missionfeed articles` lists them."
        )
    return cluster


def _versions(members: Sequence[Member]) -> dict[ArticleId, list[Member]]:
    """The versions of each cluster, in order."""
    found: dict[ArticleId, list[Member]] = {}
    for member in sorted(members, key=lambda member: member.version or 0):
        if member.version is not None:
            found.setdefault(member.cluster, []).append(member)
    return found
