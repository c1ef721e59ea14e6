"""Who flew on which mission, as the text states it or as the catalogue knows.

A tie is ``stated`` where one sentence names the person and the mission together. Otherwise it is
the ``catalogue``'s: the person is in the crew of a mission that the text names elsewhere. An
expedition is a long shift of changing people: whom a text ties to it stands close by.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from ingest.core.mentions.found import Found
from ingest.core.mentions.languages import Role
from ingest.core.mentions.matcher import Matcher
from ingest.model import EntryId, Mission

_LISTED = re.compile(r"[^.;:!?]{0,45}?(?:[,;]| and| et| y| und| и|、|和|及|与| &)[^.;:!?]{0,30}")
_BACKUP = re.compile(
    r"back ?up|дублир|дублер|резервн|ersatz|reserve|doublure|suplente|de reserva|备份|后备|替补"
    r"|バックアップ|交代要員"
)
_NEXT_SENTENCE = re.compile(r"[.;!?] |[。；！]|  ")
_BACKUP_REACH = 110
_NEAR = 75
_NUMBER_OF_FLIGHT = re.compile(r"-?\d+m?$")
_REACH = 400
"""How far apart, in characters, one sentence may name a person and a mission to tie them."""


@dataclass(slots=True)
class Tie:
    """A person's part in a mission. ``at`` is the index of the occurrence that shows it."""

    person: EntryId
    mission: EntryId | None
    role: Role | None
    stated: bool
    at: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The people and missions of a text, in order, and the sentence in which each stands."""

    matcher: Matcher
    folded: str
    people: list[Found]
    missions: list[Found]
    person_sentences: list[int]
    mission_sentences: list[int]


def tie(
    matcher: Matcher,
    folded: str,
    sentences: list[tuple[int, int]],
    people: list[Found],
    missions: list[Found],
    roles: dict[int, Role],
) -> list[Tie]:
    """All ties of a text, each at the occurrence of the person that shows it best."""
    begins = [start for start, _ in sentences]
    scene = Scene(
        matcher,
        folded,
        people,
        missions,
        [bisect_right(begins, person.start) for person in people],
        [bisect_right(begins, mission.start) for mission in missions],
    )
    ties: dict[tuple[EntryId, EntryId | None], Tie] = {}
    for found in _stated(scene, roles):
        known = ties.get((found.person, found.mission))
        if known is None:
            ties[found.person, found.mission] = found
        elif found.role is not None and known.role is None:
            known.role, known.at = found.role, found.at
    for found in _known(scene):
        ties.setdefault((found.person, found.mission), found)
    return list(ties.values())


def _stated(scene: Scene, roles: dict[int, Role]) -> list[Tie]:
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for index, sentence in enumerate(scene.mission_sentences):
        by_sentence[sentence].append(index)
    out = []
    for at, person in enumerate(scene.people):
        missions = _around(scene, person, by_sentence[scene.person_sentences[at]])
        own = [mission for mission in missions if _flew(scene.matcher, person.entry, mission.entry)]
        for mission in missions:
            if mission in own:
                says_so = not _is_expedition(scene, mission.entry) or _close(scene, at, mission)
            elif not own and _returned(scene.matcher, person.entry, mission.entry):
                says_so = True
            else:
                says_so = (
                    _crew_is_open(scene, mission.entry)
                    and _aboard(scene.folded, person, mission, roles.get(at))
                    and not _is_backup(scene.folded, person)
                )
            if says_so:
                out.append(Tie(person.entry, mission.entry, roles.get(at), stated=True, at=at))
    return out


def _around(scene: Scene, person: Found, indexes: list[int]) -> list[Found]:
    """The missions of a person's sentence within reach of the name; a sentence may be endless."""
    first = bisect_left(indexes, person.begin - _REACH, key=lambda i: scene.missions[i].begin)
    last = bisect_right(indexes, person.stop + _REACH, key=lambda i: scene.missions[i].begin)
    return [scene.missions[index] for index in indexes[first:last]]


def _flew(matcher: Matcher, person: EntryId, mission: EntryId) -> bool:
    entry = matcher.catalogue.missions.get(mission)
    return entry is not None and any(member.person == person for member in entry.crew)


def _returned(matcher: Matcher, person: EntryId, mission: EntryId) -> bool:
    """Whether the person went up on another ship and came home on this one."""
    flights = matcher.catalogue.people[person].missions
    crews = [
        matcher.catalogue.missions[flight].crew
        for flight in flights
        if flight in matcher.catalogue.missions
    ]
    return any(
        member.person == person and member.returned_on == mission
        for crew in crews
        for member in crew
    )


def _is_expedition(scene: Scene, mission: EntryId) -> bool:
    entry = scene.matcher.catalogue.missions.get(mission)
    return entry is not None and entry.subtype == "expedition"


def _crew_is_open(scene: Scene, mission: EntryId) -> bool:
    """Whether the crew may hold a person whom the catalogue does not list in it."""
    entry: Mission | None = scene.matcher.catalogue.missions.get(mission)
    if entry is None:
        series = scene.matcher.numbered.get(_NUMBER_OF_FLIGHT.sub("", mission))
        return series is None or series.kind == "crewed"
    return entry.kind == "crewed" and not entry.crew


def _gap(folded: str, person: Found, mission: Found) -> str:
    if person.stop <= mission.begin:
        return folded[person.stop : mission.begin]
    return folded[mission.stop : person.begin]


def _aboard(folded: str, person: Found, mission: Found, role: Role | None) -> bool:
    """Whether a sentence with a mission of unknown crew puts the person aboard."""
    return len(_gap(folded, person, mission)) <= (160 if role is not None else 90)


def _is_backup(folded: str, person: Found) -> bool:
    """Whether a name stands behind "backup" in its sentence; such a one flies another time."""
    before = folded[max(0, person.begin - _BACKUP_REACH) : person.begin]
    found = _BACKUP.search(before)
    return found is not None and _NEXT_SENTENCE.search(before, found.end()) is None


def _close(scene: Scene, at: int, mission: Found) -> bool:
    """Whether a person stands beside an expedition, or in a list with one who does."""
    people = scene.people
    if len(_gap(scene.folded, people[at], mission)) <= _NEAR:
        return True
    after = people[at].begin >= mission.stop
    neighbour = at - 1 if after else at + 1
    while 0 <= neighbour < len(people):
        first, second = sorted((neighbour, neighbour + 1 if after else neighbour - 1))
        between = scene.folded[people[first].stop : people[second].begin]
        if len(between) > 75 or _LISTED.fullmatch(between) is None:
            return False
        if (people[neighbour].begin >= mission.stop) != after:
            return False
        if len(_gap(scene.folded, people[neighbour], mission)) <= _NEAR:
            return True
        neighbour += -1 if after else 1
    return False


def _known(scene: Scene) -> list[Tie]:
    """Crew members of missions that the text names, but not in one sentence with them."""
    peopled = set(scene.person_sentences)
    places: dict[EntryId, list[int]] = defaultdict(list)
    for mission, sentence in zip(scene.missions, scene.mission_sentences, strict=True):
        places[mission.entry].append(sentence)
    out = []
    for at, person in enumerate(scene.people):
        if not person.full or _is_backup(scene.folded, person):
            continue
        entry = scene.matcher.catalogue.people[person.entry]
        for mission_id in (*entry.missions, *entry.expeditions, *entry.assigned):
            if mission_id not in places:
                continue
            if _is_expedition(scene, mission_id) and not any(
                sentence not in peopled and abs(sentence - scene.person_sentences[at]) <= 1
                for sentence in places[mission_id]
            ):
                continue
            known = scene.matcher.catalogue.missions.get(mission_id)
            crew = known.crew if known is not None else ()
            role = next((one.role for one in crew if one.person == person.entry), None)
            out.append(Tie(person.entry, mission_id, role, stated=False, at=at))
    return out
