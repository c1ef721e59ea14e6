"""What subscribers are told of an article: CloudEvents, before the log numbers them.

A new article raises all its mentions and milestones; a copy none of them, only
``article.republished``; a revision only what changed, with withdrawals for what went (rule 6).
``docs/events.md`` describes each type, ``docs/schemas/`` checks it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ingest.core.ids import event_id
from ingest.core.sentences import QUOTED
from ingest.model import (
    Article,
    ArticleId,
    Catalogue,
    Changes,
    EntryId,
    Event,
    Judgement,
    Mention,
    Milestone,
    Reading,
    Timestamp,
)

PREFIX = "org.missionfeed."
ARTICLE_PUBLISHED = f"{PREFIX}article.published.v1"
ARTICLE_REVISED = f"{PREFIX}article.revised.v1"
ARTICLE_REPUBLISHED = f"{PREFIX}article.republished.v1"
MISSION_MENTIONED = f"{PREFIX}mission.mentioned.v1"
MISSION_WITHDRAWN = f"{PREFIX}mission.mention_withdrawn.v1"
CREW_MENTIONED = f"{PREFIX}crew.mentioned.v1"
CREW_WITHDRAWN = f"{PREFIX}crew.mention_withdrawn.v1"
MILESTONE = f"{PREFIX}mission.milestone.v1"
TYPES = (
    ARTICLE_PUBLISHED,
    ARTICLE_REVISED,
    ARTICLE_REPUBLISHED,
    MISSION_MENTIONED,
    MISSION_WITHDRAWN,
    CREW_MENTIONED,
    CREW_WITHDRAWN,
    MILESTONE,
)


def types_like(word: str) -> tuple[str, ...]:
    """The types that ``word`` is, or that hold it behind what all begin with: ``milestone``."""
    looked_for = word.lower().removeprefix(PREFIX)
    return tuple(one for one in TYPES if looked_for in one.removeprefix(PREFIX))


TITLE = 500
CHANGES = 5
"""Added, removed and changed sentences that ``article.revised`` quotes at most, of each."""

Members = dict[EntryId, Mention]
"""The people of one crew event, each with the mention that says most of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that events are made of: an article, what it says, and how it was judged.

    ``previous`` is what subscribers know of its cluster so far (revisions only). ``times`` counts
    how often the article was read: what a later reading says is not what an earlier one said.
    ``correction`` is the number of the operator's correction that it is told for.
    """

    id: ArticleId
    article: Article
    reading: Reading
    judgement: Judgement
    previous: Reading | None = None
    times: int = 1
    correction: int | None = None


def events_of(told: Told, *, catalogue: Catalogue, now: datetime) -> list[Event]:
    """The events that an article raises when it is stored at ``now``, in the order of the log."""
    return list(_Teller(told, catalogue, now).tell())


def events_of_rereading(
    told: Told, before: Article, *, catalogue: Catalogue, now: datetime
) -> list[Event]:
    """The events that a stored article raises when it is read again: what is new, and withdrawals
    for what is not found any more.

    ``article.revised`` (of the article itself) comes first where events carried something of it
    that is read otherwise now, its title or date, or where a milestone went: nothing else could
    tell that. Text that changed raises none, since no event carries the text.
    """
    return list(_Teller(told, catalogue, now).tell_again(before))


def events_of_leaving(
    told: Told, cluster: ArticleId, *, catalogue: Catalogue, now: datetime
) -> list[Event]:
    """The events that the first article of ``cluster`` raises when that becomes part of another
    one: all that the cluster said is withdrawn, and the article is a copy."""
    return list(_Teller(told, catalogue, now).tell_leaving(cluster))


@dataclass(frozen=True, slots=True)
class _Teller:
    told: Told
    catalogue: Catalogue
    now: datetime

    def tell(self) -> Iterator[Event]:
        judgement = self.told.judgement
        if judgement.decision == "copy":
            yield self._article(ARTICLE_REPUBLISHED, of=judgement.of, **self._likeness())
            return
        nothing = Reading((), ())
        if judgement.decision == "new":
            before = nothing
            yield self._article(ARTICLE_PUBLISHED)
        else:
            before = self.told.previous or nothing
            yield self._article(ARTICLE_REVISED, of=judgement.of, **self._changes(before))
        yield from self._missions(before)
        yield from self._crews(before)
        yield from self._milestones(before)

    def tell_again(self, article: Article) -> Iterator[Event]:
        before = self.told.previous or Reading((), ())
        changes = self._changes(before)
        gone = [m for m in changes["milestones_withdrawn"] if m["mission"] is not None]
        if gone or self._link() != self._link(article):
            yield self._article(ARTICLE_REVISED, of=self.told.id, **changes)
        yield from self._missions(before)
        yield from self._crews(before)
        yield from self._milestones(before)

    def tell_leaving(self, cluster: ArticleId) -> Iterator[Event]:
        before = self.told.previous or Reading((), ())
        old = replace(self.told.judgement, cluster=cluster)
        silent = replace(self.told, reading=Reading((), ()), judgement=old)
        teller = _Teller(silent, self.catalogue, self.now)
        yield from teller._missions(before)
        yield from teller._crews(before)
        yield self._article(
            ARTICLE_REPUBLISHED,
            of=self.told.judgement.of,
            **self._likeness(),
            milestones_withdrawn=teller._milestones_gone(before),
        )

    # -- one kind of event each

    def _missions(self, before: Reading) -> Iterator[Event]:
        old, new = _missions(before), _missions(self.told.reading)
        for kind, gone, left in ((MISSION_MENTIONED, new, old), (MISSION_WITHDRAWN, old, new)):
            for entry, mentions in gone.items():
                if entry in left:
                    continue
                best = max(mentions, key=lambda mention: mention.confidence)
                yield self._event(
                    kind,
                    f"mission/{entry}",
                    mission=entry,
                    data={
                        "mission": self._mission(entry, best),
                        "confidence": round(best.confidence, 3),
                        "occurrences": len(mentions),
                        "evidence": _evidence(best),
                    },
                )

    def _crews(self, before: Reading) -> Iterator[Event]:
        old, new = _crews(before), _crews(self.told.reading)
        for kind, here, there in ((CREW_MENTIONED, new, old), (CREW_WITHDRAWN, old, new)):
            for subject, members in here.items():
                known = {(p, m.role) for p, m in there.get(subject, {}).items()}
                changed = {p: m for p, m in members.items() if (p, m.role) not in known}
                if kind == CREW_WITHDRAWN:
                    changed = {p: m for p, m in members.items() if p not in there.get(subject, {})}
                if changed or subject not in there:
                    yield self._crew(kind, subject, changed)

    def _crew(self, kind: str, subject: str, members: Members) -> Event:
        of, _, entry = subject.partition("/")
        mission = entry if of == "crew" else None
        data: dict[str, Any] = {"members": [self._member(m) for m in members.values()]}
        if mission is not None:
            data["mission"] = self._mission(mission, None)
            data["catalogue_crew"] = self._catalogue_crew(mission)
        return self._event(
            kind,
            subject,
            mission=mission,
            person=entry if of == "person" else None,
            people=tuple(members),
            data=data,
        )

    def _milestones(self, before: Reading) -> Iterator[Event]:
        told = {_gist(milestone) for milestone in before.milestones}
        for milestone in self.told.reading.milestones:
            if milestone.mission is None or _gist(milestone) in told:
                continue
            told.add(_gist(milestone))
            yield self._event(
                MILESTONE,
                f"mission/{milestone.mission}",
                mission=milestone.mission,
                people=milestone.people,
                discriminator="/".join(map(str, _gist(milestone))),
                data={
                    "mission": self._mission(milestone.mission, None),
                    "milestone": {
                        "type": milestone.type,
                        "status": milestone.status,
                        "date": milestone.date,
                        "people": [self._person(person) for person in milestone.people],
                    },
                    "evidence": {
                        "sentence": shorten(milestone.sentence, QUOTED),
                        "start": milestone.start,
                        "end": milestone.end,
                    },
                },
            )

    # -- parts

    def _article(self, kind: str, **data: Any) -> Event:
        return self._event(kind, f"article/{self.told.id}", data=data)

    def _event(
        self,
        kind: str,
        subject: str,
        *,
        data: Mapping[str, Any],
        mission: EntryId | None = None,
        person: EntryId | None = None,
        people: tuple[EntryId, ...] = (),
        discriminator: str = "",
    ) -> Event:
        again = [f"reading {self.told.times}"] if self.told.times > 1 else []
        if self.told.correction is not None:
            again.append(f"correction {self.told.correction}")
        return Event(
            id=event_id(kind, self.told.id, subject, discriminator, *again),
            type=kind,
            subject=subject,
            time=self.now,
            data={"article": self._link(), **data},
            article=self.told.id,
            mission=mission,
            person=person,
            people=people,
        )

    def _link(self, article: Article | None = None) -> dict[str, Any]:
        """The article as every event carries it: enough to find it, not to replace it."""
        article = article or self.told.article
        return {
            "id": self.told.id,
            "cluster": self.told.judgement.cluster,
            "title": shorten(article.title, TITLE) if article.title else None,
            "url": article.url,
            "publisher": article.publisher,
            "agency": article.agency,
            "language": article.language,
            "rights": shorten(article.rights, QUOTED) if article.rights else None,
            **published(article.published),
        }

    def _likeness(self) -> dict[str, Any]:
        judgement = self.told.judgement
        return {"similarity": judgement.similarity, "why": judgement.why}

    def _changes(self, before: Reading) -> dict[str, Any]:
        return {
            **self._likeness(),
            "version": self.told.judgement.version,
            **_differing(self.told.judgement.changes),
            "milestones_withdrawn": self._milestones_gone(before),
        }

    def _milestones_gone(self, before: Reading) -> list[dict[str, Any]]:
        kept = {_gist(milestone) for milestone in self.told.reading.milestones}
        return [
            {"type": m.type, "mission": m.mission, "date": m.date, "status": m.status}
            for m in before.milestones
            if _gist(m) not in kept
        ]

    def _mission(self, entry: EntryId, mention: Mention | None) -> dict[str, Any]:
        mission = self.catalogue.missions.get(entry)
        if mission is None:
            name = mention.name if mention else self._name_in_text(entry)
            return {"id": entry, "name": name, "kind": "mission", "known": False}
        kind = mission.kind if mission.kind in ("station", "programme") else "mission"
        return {"id": entry, "name": mission.name, "kind": kind, "known": True}

    def _name_in_text(self, entry: EntryId) -> str:
        return next((m.name for m in self.told.reading.mentions if m.id == entry), entry)

    def _person(self, person: EntryId) -> dict[str, Any]:
        known = self.catalogue.people.get(person)
        return {"id": person, "name": known.name if known else person}

    def _member(self, mention: Mention) -> dict[str, Any]:
        return {
            "id": mention.id,
            "name": mention.name,
            "role": mention.role,
            "basis": mention.basis,
            "confidence": round(mention.confidence, 3),
            "evidence": _evidence(mention),
        }

    def _catalogue_crew(self, entry: EntryId) -> list[dict[str, Any]]:
        mission = self.catalogue.missions.get(entry)
        members = mission.crew if mission else ()
        return [{**self._person(member.person), "role": member.role} for member in members]


def _missions(reading: Reading) -> dict[EntryId, list[Mention]]:
    found: dict[EntryId, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.kind != "person":
            found.setdefault(mention.id, []).append(mention)
    return found


def _crews(reading: Reading) -> dict[str, Members]:
    """The subjects of crew events: a crew by its mission, or a person with no mission named."""
    found: dict[str, Members] = {}
    tied = {m.id for m in reading.mentions if m.kind == "person" and m.mission is not None}
    for mention in reading.mentions:
        if mention.kind != "person":
            if mention.crew:
                found.setdefault(f"crew/{mention.id}", {})
        elif mention.mission is not None:
            _keep(found.setdefault(f"crew/{mention.mission}", {}), mention)
        elif mention.id not in tied:
            _keep(found.setdefault(f"person/{mention.id}", {}), mention)
    return found


def _keep(members: Members, mention: Mention) -> None:
    """Of several mentions of one person keep the one that says most: a stated role first."""

    def weight(one: Mention) -> tuple[bool, bool, float]:
        return one.role is not None, one.basis == "stated", one.confidence

    known = members.get(mention.id)
    if known is None or weight(mention) > weight(known):
        members[mention.id] = mention


def _gist(milestone: Milestone) -> tuple[str, str | None, str | None, str]:
    return milestone.type, milestone.mission, milestone.date, milestone.status


def _differing(changes: Changes) -> dict[str, Any]:
    """How many sentences differ from the version before, and the first of each kind."""
    return {
        "sentences": {
            "added": len(changes.added),
            "removed": len(changes.removed),
            "changed": len(changes.changed),
        },
        "added": [shorten(sentence, QUOTED) for sentence in changes.added[:CHANGES]],
        "removed": [shorten(sentence, QUOTED) for sentence in changes.removed[:CHANGES]],
        "changed": [
            {"before": shorten(before, QUOTED), "after": shorten(after, QUOTED)}
            for before, after in changes.changed[:CHANGES]
        ],
    }


def _evidence(mention: Mention) -> dict[str, Any]:
    return {
        "sentence": shorten(mention.sentence, QUOTED),
        "surface": shorten(mention.surface, QUOTED),
        "start": mention.start,
        "end": mention.end,
    }


def published(stamp: Timestamp | None) -> dict[str, Any]:
    """When an article was published, with how sure that is; nulls where it does not say."""
    known = stamp is not None and stamp.value is not None
    return {
        "published": iso(stamp) if known else None,
        "published_precision": stamp.precision if stamp and known else None,
        "published_zone": stamp.zone if stamp and known else None,
    }


def iso(stamp: Timestamp | None) -> str | None:
    """ISO 8601 with zone; to the minute at least, since RFC 3339 asks for a time."""
    if stamp is None or stamp.value is None:
        return None
    return stamp.value.isoformat(timespec="seconds")


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters, with an ellipsis where something was cut."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
