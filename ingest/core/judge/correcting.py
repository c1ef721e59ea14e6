"""What an operator's correction does to the articles of a cluster: pure, before anything is stored.

A split takes an article out of its cluster, with all that was linked through it; a join makes the
younger of two clusters copies in the older one. Each gives the articles that stand otherwise now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.model import ArticleId, DocumentId

OPERATOR = "operator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """How an article stands in its cluster: what :class:`~ingest.model.Judgement` says of it.

    ``number`` is its place in the order of arrival; of the versions one is ``version`` 1. A
    revision without a version is one of a cluster that was joined to another.
    """

    id: ArticleId
    number: int
    document: DocumentId
    cluster: ArticleId
    of: ArticleId | None
    relation: Literal["new", "copy", "revision"]
    version: int | None
    similarity: float | None
    layer: str
    why: str


def split(members: Sequence[Member], article: ArticleId, *, why: str) -> list[Member]:
    """``article`` becomes a story of its own, and takes along what was linked through it.
    ``members`` are all of its cluster, in the order of arrival."""
    moved = {article}
    found: list[Member] = []
    versions = 1
    for member in members:
        if member.id == article:
            found.append(_alone(member, why))
        elif member.of in moved:
            moved.add(member.id)
            is_version = member.relation == "revision"
            versions += is_version
            found.append(replace(member, cluster=article, version=versions if is_version else None))
    return found


def join(older: Sequence[Member], younger: Sequence[Member], *, why: str) -> list[Member]:
    """The articles of ``younger`` become part of the cluster ``older``. Its first is a copy now,
    and what revised it no version any more: readers follow the older story's own."""
    cluster = older[0].cluster
    return [
        replace(
            member,
            cluster=cluster,
            of=cluster,
            relation="copy",
            version=None,
            similarity=None,
            layer=OPERATOR,
            why=why,
        )
        if member.id == member.cluster
        else replace(member, cluster=cluster, version=None)
        for member in younger
    ]


def restore(members: Sequence[Member], before: Sequence[Member]) -> list[Member]:
    """Articles stand as they did ``before`` a correction, and those that were linked through them
    since go with them. ``members`` are all of the clusters that the correction touched."""
    stood = {member.id: member for member in before}
    versions: dict[ArticleId, int] = {}
    for member in [m for m in members if m.id not in stood] + list(before):
        versions[member.cluster] = max(versions.get(member.cluster, 0), member.version or 0)
    found = list(before)
    moved = {member.id: member.cluster for member in before}
    for member in members:
        cluster = moved.get(member.of or "")
        if member.id in stood or cluster is None or cluster == member.cluster:
            continue
        moved[member.id] = cluster
        version = None
        if member.version is not None:
            version = versions[cluster] = versions[cluster] + 1
        found.append(replace(member, cluster=cluster, version=version))
    return found


def _alone(member: Member, why: str) -> Member:
    return replace(
        member,
        cluster=member.id,
        of=None,
        relation="new",
        version=1,
        similarity=None,
        layer=OPERATOR,
        why=why,
    )
