"""Pages that went back and forth: what they show at the end of the pause is told.

:mod:`ingest.core.judge.versions` says when returns are kept back, and why.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ingest import log
from ingest.core.events import Told, events_of
from ingest.core.fingerprint import fingerprint
from ingest.core.judge import returned
from ingest.core.judge.compare import Comparison
from ingest.core.judge.versions import with_changes
from ingest.model import ArticleId, Catalogue, Event, Judgement
from ingest.store import Store, articles, clusters, corrections
from ingest.store.journal import Head

logger = log.get(__name__)

STEP = 50
"""Clusters a transaction."""


def tell_due(store: Store, catalogue: Catalogue, *, now: datetime) -> int:
    """Tell what pages show now that went back and forth, where their pause is over; returns how
    many were told. Each was received as a copy and becomes a revision."""

    def under_lock(head: Head) -> int:
        due = clusters.due_returns(head.connection, now=now, limit=STEP)
        for cluster, shown in due:
            head.append(_tell(head, catalogue, cluster, shown, now))
            clusters.settle(head.connection, cluster)
        return len(due)

    told = store.commit(under_lock)
    if told:
        logger.info("returns.told", clusters=told)
    return told


def _tell(
    head: Head, catalogue: Catalogue, cluster: ArticleId, shown: ArticleId, now: datetime
) -> list[Event]:
    newest = clusters.newest_versions(head.connection, [cluster]).get(cluster)
    members = {one.id: one for one in corrections.members(head.connection, [cluster])}
    row = articles.find(head.connection, shown)
    before = articles.find(head.connection, newest.id) if newest else None
    if newest is None or row is None or before is None or shown not in members:
        return []  # an operator moved it
    member = members[shown]
    judgement = returned(
        Judgement(
            decision="copy",
            of=member.of,
            cluster=cluster,
            similarity=member.similarity,
            layer=member.layer,
            why=member.why,
        ),
        newest,
    )
    compared = Comparison(fingerprint(row.article), fingerprint(before.article))
    judgement = with_changes(judgement, compared)
    revised = replace(
        member,
        of=judgement.of,
        relation=judgement.decision,
        version=judgement.version,
        why=judgement.why,
    )
    corrections.revise(head.connection, revised, judgement.changes)
    told = Told(
        id=shown,
        article=row.article,
        reading=row.reading,
        judgement=judgement,
        previous=before.reading,
    )
    return events_of(told, catalogue=catalogue, now=now)
