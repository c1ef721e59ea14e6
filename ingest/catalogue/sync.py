"""What Wikidata says that the catalogue does not: a proposal, made from three sides.

For every fact there is what our files state, what Wikidata states now, and what it stated at the
last sync. So an edit of ours is told from an edit of theirs, and ours wins: what people's files
state is never touched; a fact of an earlier sync that somebody changed or removed stays changed or
removed; what Wikidata no longer states stays, and is only reported. Pure: values in, values out.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ingest.catalogue import facts, synced
from ingest.catalogue.facts import Facts
from ingest.catalogue.matching import Matcher, folded, slug
from ingest.catalogue.reading import Entry, ReadCatalogue
from ingest.catalogue.wikidata_item import Item, Qid
from ingest.model import EntryId, Mission, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What Wikidata said of one of our entries at the last sync that saw it change."""

    id: EntryId
    qid: Qid
    rev: int
    synced_at: date
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the proposal.

    ``new`` entries, ``added`` facts and ``changed`` ones (ours, from an earlier sync) are written.
    The rest is for a person to look at: ``differs`` (our files state something else, and keep it),
    ``gone`` (not stated any more, and kept), ``confirms`` (an entry that is marked as unconfirmed),
    ``unclear`` (which of our entries it is, or how to take it over).
    """

    action: Literal["new", "added", "changed", "differs", "gone", "confirms", "unclear"]
    kind: Literal["mission", "person"]
    id: EntryId | None
    qid: Qid
    field: str
    ours: Any = None
    theirs: Any = None
    note: str | None = None

    @property
    def written(self) -> bool:
        return self.action in ("new", "added", "changed")


@dataclass(slots=True)
class Proposal:
    """The changes, and what the files of the sync hold once they are made."""

    changes: list[Change] = field(default_factory=list)
    missions: dict[EntryId, Facts] = field(default_factory=dict)
    people: dict[EntryId, Facts] = field(default_factory=dict)
    said: dict[EntryId, Said] = field(default_factory=dict)


def propose(
    found: ReadCatalogue,
    items: Mapping[Qid, Item],
    said: Mapping[EntryId, Said],
    *,
    families: Mapping[Qid, str],
    today: date,
) -> Proposal:
    """Compare ``items`` with the catalogue. ``families`` are the names that family-name items
    stand for; ``today`` tells flights that were from those that will be."""
    return _Proposer(found, items, said, families, today).make()


class _Proposer:
    def __init__(
        self,
        found: ReadCatalogue,
        items: Mapping[Qid, Item],
        said: Mapping[EntryId, Said],
        families: Mapping[Qid, str],
        today: date,
    ) -> None:
        self.found = found
        self.items = items
        self.said = said
        self.families = families
        self.today = today
        self.matcher = Matcher(found.catalogue)
        self.ids: dict[Qid, EntryId] = {}
        self.proposal = Proposal(said=dict(said))
        for (cls, id_), entry in found.entries.items():
            ours = _synced_part(entry)
            if ours is not None and cls in (Mission, Person):
                into = self.proposal.missions if cls is Mission else self.proposal.people
                into[id_] = deepcopy(ours.fields)

    def make(self) -> Proposal:
        flights = [one for one in self.items.values() if not one.human]
        crews = {member for flight in flights for member in flight.crew}
        for one in self.items.values():
            if one.human:
                self._person(one, in_a_crew=one.qid in crews)
        for flight in flights:
            self._flight(flight)
        return self.proposal

    # ------------------------------------------------------------------ entries

    def _person(self, item: Item, *, in_a_crew: bool) -> None:
        id_, doubt = self.matcher.person(item)
        if doubt is not None:
            self._tell("unclear", "person", None, item, "id", theirs=item.label, note=doubt)
            return
        if id_ is None:
            id_ = slug(item.label or "")
            if not in_a_crew or not id_ or item.qid in self._removed():
                return
            if id_ in self.found.catalogue.people or id_ in self.proposal.people:
                note = f"the id {id_} is taken"
                self._tell("unclear", "person", None, item, "id", theirs=item.label, note=note)
                return
            self.proposal.people[id_] = facts.new_person(item, self.families.get(item.family or ""))
            self._tell("new", "person", id_, item, "id", theirs=item.label)
        if id_ in self.ids.values():
            note = f"another item is {id_} already"
            self._tell("unclear", "person", id_, item, "id", theirs=item.label, note=note)
            return
        self.ids[item.qid] = id_
        self._facts("person", id_, item, facts.of_person(item))

    def _flight(self, item: Item) -> None:
        id_, doubt = self.matcher.flight(item)
        if doubt is not None:
            self._tell("unclear", "mission", None, item, "id", theirs=item.label, note=doubt)
            return
        if id_ is None:
            numbered = self.matcher.numbered(item)
            id_ = numbered.id if numbered else slug(item.label or "")
            if not item.crew or item.launch is None or not id_ or item.qid in self._removed():
                return
            if id_ in self.found.catalogue.missions or id_ in self.proposal.missions:
                note = f"the id {id_} is taken"
                self._tell("unclear", "mission", None, item, "id", theirs=item.label, note=note)
                return
            self.proposal.missions[id_] = facts.new_flight(item, numbered)
            self._tell("new", "mission", id_, item, "id", theirs=item.label)
        if id_ in self.ids.values():
            note = f"another item is {id_} already"
            self._tell("unclear", "mission", id_, item, "id", theirs=item.label, note=note)
            return
        self.ids[item.qid] = id_
        ours = self.found.catalogue.missions.get(id_)
        stated = facts.of_flight(
            item,
            crewed=ours is None or ours.kind == "crewed",
            numbered=ours.number is not None if ours else self.matcher.numbered(item) is not None,
        )
        self._facts("mission", id_, item, stated)

    def _removed(self) -> set[Qid]:
        """Items of entries that a sync made and somebody took out again."""
        known = {*self.found.catalogue.missions, *self.found.catalogue.people}
        return {one.qid for one in self.said.values() if one.id not in known}

    # ------------------------------------------------------------------ facts

    def _facts(
        self, kind: Literal["mission", "person"], id_: EntryId, item: Item, stated: Facts
    ) -> None:
        before = self.said[id_].facts if id_ in self.said else {}
        entry = self.found.entries.get((Mission if kind == "mission" else Person, id_))
        into = self.proposal.missions if kind == "mission" else self.proposal.people
        crew_is_clear = True
        for name, theirs in stated.items():
            if name == "aliases":
                self._aliases(kind, id_, item, theirs, before.get(name, {}), entry)
            elif name == "crew":
                crew_is_clear = self._crew(id_, item, before.get(name), entry)
            else:
                self._scalar(kind, id_, item, name, theirs, before.get(name), entry)
        for name in before:
            if name not in stated and name in into.get(id_, {}):
                self._tell("gone", kind, id_, item, name, ours=into[id_][name])
        if not crew_is_clear:  # until it is, it counts as not said
            del stated["crew"]
        known = self.said.get(id_)
        same = known is not None and known.facts == stated and known.qid == item.qid
        self.proposal.said[id_] = Said(
            id=id_,
            qid=item.qid,
            rev=known.rev if known and same else item.rev,
            synced_at=known.synced_at if known and same else self.today,
            facts=stated,
        )

    def _scalar(
        self,
        kind: Literal["mission", "person"],
        id_: EntryId,
        item: Item,
        name: str,
        theirs: str,
        before: str | None,
        entry: Entry | None,
    ) -> None:
        into = self._into(kind, id_)
        news = theirs != before
        own = entry.fields[name] if entry is not None and _is_own(entry, name) else None
        if own is not None:
            if own != theirs and news:
                self._tell("differs", kind, id_, item, name, ours=own, theirs=theirs)
            elif own == theirs and name == "launch" and news and self._unconfirmed(id_):
                self._tell("confirms", kind, id_, item, name, ours=own, theirs=theirs)
            return
        ours = into.get(name)
        if ours == theirs or not news:
            return  # nothing new, or removed by somebody
        if ours == before:
            into[name] = theirs
            action: Literal["changed", "added"] = "changed" if ours is not None else "added"
            self._tell(action, kind, id_, item, name, ours=ours, theirs=theirs)
        else:  # edited by somebody since the last sync
            self._tell("differs", kind, id_, item, name, ours=ours, theirs=theirs)

    def _aliases(
        self,
        kind: Literal["mission", "person"],
        id_: EntryId,
        item: Item,
        theirs: Mapping[str, list[str]],
        before: Mapping[str, list[str]],
        entry: Entry | None,
    ) -> None:
        named = self.matcher.missions if kind == "mission" else self.matcher.people
        held = entry.fields.get("aliases", {}) if entry is not None else {}
        for language, names in theirs.items():
            have = {folded(name) for name in held.get(language, ())}
            fresh: list[str] = []
            for name in names:
                taken = named.get(folded(name), set()) - {id_}
                if name in before.get(language, ()) or folded(name) in have or taken:
                    continue
                have.add(folded(name))
                fresh.append(name)
            if fresh:
                listed = self._into(kind, id_).setdefault("aliases", {})
                listed[language] = [*listed.get(language, []), *fresh]
                for name in fresh:
                    named[folded(name)].add(id_)
                self._tell("added", kind, id_, item, f"aliases {language}", theirs=fresh)
        mine = self._into(kind, id_, make=False).get("aliases", {})
        for language, names in before.items():
            gone = [
                n
                for n in names
                if n not in theirs.get(language, ()) and n in mine.get(language, ())
            ]
            if gone:
                self._tell("gone", kind, id_, item, f"aliases {language}", ours=gone)

    def _crew(
        self, id_: EntryId, item: Item, before: list[Qid] | None, entry: Entry | None
    ) -> bool:
        """Compare a crew; whether its members could be told."""
        if list(item.crew) == before:
            return True
        held = entry.fields.get("crew") if entry is not None else None
        ids = {**self.matcher.by_qid, **self.ids}
        unknown = [member for member in item.crew if member not in ids]
        theirs = [ids.get(member, member) for member in item.crew]
        if held:
            ours = [member.get("person") for member in held]
            if set(ours) != set(theirs):
                self._tell("differs", "mission", id_, item, "crew", ours=ours, theirs=theirs)
        elif unknown:
            note = f"{', '.join(unknown)} could not be told from our people, or are no people"
            self._tell("unclear", "mission", id_, item, "crew", theirs=theirs, note=note)
            return False
        elif before is None:
            self._into("mission", id_)["crew"] = [{"person": person} for person in theirs]
            self._tell("added", "mission", id_, item, "crew", theirs=theirs)
            flown = item.launch is not None and item.launch <= self.today
            for person in theirs:
                self._fly(person, id_, "missions" if flown else "assigned")
        else:  # it was taken over once, and somebody removed it
            self._tell("differs", "mission", id_, item, "crew", ours=None, theirs=theirs)
        return True

    def _fly(self, person: EntryId, flight: EntryId, name: str) -> None:
        """A crew's member names the flight as well: the catalogue asks for both."""
        known = self.found.catalogue.people.get(person)
        if known and flight in known.missions + known.expeditions + known.assigned:
            return
        into = self._into("person", person)
        into[name] = [*into.get(name, []), flight]

    # ------------------------------------------------------------------ parts

    def _into(
        self, kind: Literal["mission", "person"], id_: EntryId, *, make: bool = True
    ) -> Facts:
        entries = self.proposal.missions if kind == "mission" else self.proposal.people
        return entries.setdefault(id_, {}) if make else entries.get(id_, {})

    def _unconfirmed(self, id_: EntryId) -> bool:
        mission = self.found.catalogue.missions.get(id_)
        return mission is not None and mission.unconfirmed

    def _tell(
        self,
        action: Literal["new", "added", "changed", "differs", "gone", "confirms", "unclear"],
        kind: Literal["mission", "person"],
        id_: EntryId | None,
        item: Item,
        name: str,
        **more: Any,
    ) -> None:
        self.proposal.changes.append(
            Change(action=action, kind=kind, id=id_, qid=item.qid, field=name, **more)
        )


def _synced_part(entry: Entry) -> Entry | None:
    """What the sync's own files hold of an entry."""
    return entry if entry.file.startswith(f"{synced.FOLDER}/") else entry.added


def _is_own(entry: Entry, name: str) -> bool:
    """Whether people's files state a field."""
    return name in entry.lines and not entry.file.startswith(f"{synced.FOLDER}/")
