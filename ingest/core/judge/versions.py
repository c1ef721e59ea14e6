"""The versions of a cluster: what readers were told of it in turn, numbered 1, 2, 3 ...

A page may go back to a text that it had before: a correction that is taken back, or a site that
hands out two versions in turn. The first return is a revision like any other, since readers must
know. Should the page go on so, a revision each time would be a storm, so for a while further
returns are kept back as copies; what the page shows at the end of the pause is told then, if it is
not what readers know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ingest.core.judge.compare import Comparison
from ingest.core.judge.subject import Subject
from ingest.model import ArticleId, Changes, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The newest version of a cluster: what readers know of it.

    ``text_of`` is the article whose text it has, another one's if it was a return. The keys
    tell on which page it stood.
    """

    id: ArticleId
    cluster: ArticleId
    number: int
    text_of: ArticleId
    url_key: str | None
    guid_key: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A judgement with its place among the versions of its cluster.

    A return is kept back until ``due``; where the page is ``settled``, none is kept back any more,
    since readers know what it shows.
    """

    judgement: Judgement
    due: datetime | None = None
    settled: bool = False


def place(
    subject: Subject,
    judgement: Judgement,
    *,
    newest: Version | None,
    text_of: ArticleId | None,
    told_return: Callable[[], datetime | None],
    pause: timedelta,
) -> Placed:
    """Number a revision, and find out whether a copy is a return.

    ``text_of`` is the article whose text stands in ``judgement.of``; ``told_return`` gives when
    the cluster's last return arrived that readers were told of. A return that is told becomes a
    revision of ``newest``, still without its changes.
    """
    if judgement.decision == "new":
        return Placed(judgement)
    if judgement.decision == "revision":
        number = newest.number + 1 if newest else 2
        return Placed(replace(judgement, version=number, text_of=subject.id), settled=True)
    judgement = replace(judgement, text_of=text_of or judgement.of)
    if newest is None or not _is_page_of(subject, newest):
        return Placed(judgement)
    if judgement.text_of == newest.text_of:
        return Placed(judgement, settled=True)
    last = told_return()
    if last is not None and abs(subject.received - last) < pause:
        return Placed(replace(judgement, why=f"{judgement.why} {_held(pause)}"), due=last + pause)
    return Placed(returned(judgement, newest), settled=True)


def returned(judgement: Judgement, newest: Version) -> Judgement:
    """The judgement of a page that shows the text of an earlier version again."""
    return replace(
        judgement,
        decision="revision",
        of=newest.id,
        version=newest.number + 1,
        why=f"The page went back from version {newest.number} to what it said before. "
        f"{judgement.why}",
    )


def with_changes(judgement: Judgement, compared: Comparison) -> Judgement:
    """The judgement of a revision with the sentences that differ."""
    found = compared.alignment
    changed = tuple((change.before, change.after) for change in found.changed)
    return replace(judgement, changes=Changes(found.added, found.removed, changed))


def _is_page_of(subject: Subject, newest: Version) -> bool:
    """Whether ``subject`` is the page that showed the newest version: found at the same address,
    under the same GUID or in the same file. A publisher may have the story on two pages."""
    keys = subject.fingerprint
    return any(
        here is not None and here == there
        for here, there in (
            (keys.url_key, newest.url_key),
            (keys.guid_key, newest.guid_key),
            (subject.path, newest.path),
        )
    )


def _held(pause: timedelta) -> str:
    hours = pause.total_seconds() / 3600
    return (
        "The page goes back and forth between versions: what it shows is told again after "
        f"{hours:g} hour{'' if hours == 1 else 's'}."
    )
