"""Doubtful names that bear each other out: a ship with its crew, a flight with its station.

"Vostok 6" alone may be anything and a full name may have other bearers, but both together in one
text are the flight and its cosmonaut.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.core.mentions.found import Found
from ingest.core.mentions.namesakes import flights
from ingest.model import Catalogue, EntryId

_NAMED_AS_SHIPS = frozenset(["programme-vostok", "programme-voskhod"])
_SHIP_BEFORE = re.compile(r"\b(?:корабл[яюьеом]{1,2}(?: спутник[а-я]{0,2})?|на борту) \"?$")
_BORNE_OUT = 0.85
_BESIDE_ITS_STATION = 0.65
_RIGHT_BEFORE = 40
_SEVERAL, _DOUBTED_TOGETHER = 3, 0.22
"""So many probes with the names of ordinary words in one text that speaks somewhat of space."""
_FULL = 0.25
"""What somebody named in full is believed at least without any other evidence."""


def bear_out(catalogue: Catalogue, missions: list[Found], persons: list[Found]) -> None:
    """Raise the confidence of ``open`` names that another name of the text belongs with."""
    if not any(item.open and item.confidence < _BORNE_OUT for item in (*missions, *persons)):
        return
    there = {item.entry for item in missions if item.open or item.confidence >= _BORNE_OUT}
    people = {item.entry for item in persons if item.confidence >= _FULL}
    crews = {entry for person in people for entry in flights(catalogue.people[person])}
    for item in persons:
        if item.open and item.confidence < _BORNE_OUT and item.confidence >= _FULL:
            person = catalogue.people[item.entry]
            flown = flights(person)
            flown |= {station for entry in flown for station in _stations(catalogue, entry)}
            flown &= there
            crewmates = sum(
                not flights(person).isdisjoint(flights(catalogue.people[other]))
                for other in people
                if other != item.entry
            )
            if flown or (crewmates and not person.common_name):
                item.confidence = _BORNE_OUT
                item.reason += ", with " + ("a mission of theirs" if flown else "a crewmate")
    spans: dict[EntryId, list[tuple[int, int]]] = defaultdict(list)
    for item in missions:
        if item.entry in there:
            spans[item.entry].append((item.begin, item.stop))
    for item in missions:
        if not item.open or item.confidence >= _BORNE_OUT:
            continue
        if item.entry in crews:
            item.confidence = _BORNE_OUT
            item.reason += ", with one of its crew"
        elif any(
            begin >= item.stop or item.begin >= stop  # the Mir of "Mir 97" says nothing more
            for station in _stations(catalogue, item.entry)
            for begin, stop in spans[station]
        ):
            item.confidence = max(item.confidence, _BESIDE_ITS_STATION)
            item.reason += ", with its station"
    doubtful = [item for item in missions if item.open and item.confidence >= _DOUBTED_TOGETHER]
    if len({item.entry for item in doubtful}) >= _SEVERAL:
        for item in doubtful:
            if item.confidence < _BESIDE_ITS_STATION:
                item.confidence = _BESIDE_ITS_STATION
                item.reason += ", with others like it"
    visited = {
        station
        for item in missions
        if item.confidence >= _BESIDE_ITS_STATION
        for station in _stations(catalogue, item.entry)
    } | {station for entry in crews for station in _stations(catalogue, entry)}
    for item in missions:
        if item.open and item.entry in visited and item.confidence < _BESIDE_ITS_STATION:
            item.confidence = _BESIDE_ITS_STATION
            item.reason += ", with a flight to it"


def settle_ships(
    catalogue: Catalogue, folded: str, missions: list[Found], persons: list[Found]
) -> None:
    """Make the ship «Восток» the flight of whom the text names, where that leaves only one.

    The first Soviet ships were known by their programme's name alone.
    """
    for item in missions:
        if item.entry not in _NAMED_AS_SHIPS:
            continue
        if not _SHIP_BEFORE.search(folded, max(0, item.begin - 24), item.begin):
            continue
        others = {other.entry for other in missions if other.confidence >= _BESIDE_ITS_STATION}
        crews = {
            entry
            for person in persons
            if person.confidence >= _FULL
            for entry in flights(catalogue.people[person.entry])
        }
        meant = {
            entry
            for entry in others | crews
            if (mission := catalogue.missions.get(entry)) and mission.programme == item.entry
        }
        if len(meant) > 1:
            meant &= _flown_by_the_nearest(catalogue, folded, item, persons)
        if len(meant) == 1:
            item.entry = meant.pop()
            item.kind, item.name = "mission", catalogue.missions[item.entry].name
            item.confidence = max(item.confidence, _BORNE_OUT)
            item.reason = "the only ship of that name that a person of the text flew"


def _flown_by_the_nearest(
    catalogue: Catalogue, folded: str, item: Found, persons: list[Found]
) -> set[EntryId]:
    """The flights of whom the sentence names right before a ship: Гагарин на корабле «Восток»."""
    before = [
        person
        for person in persons
        if person.confidence >= _FULL
        and 0 <= item.begin - person.stop <= _RIGHT_BEFORE
        and folded.find(". ", person.stop, item.begin) < 0
    ]
    nearest = max(before, key=lambda person: person.stop, default=None)
    return set(flights(catalogue.people[nearest.entry])) if nearest else set()


def _stations(catalogue: Catalogue, entry: EntryId) -> set[EntryId]:
    mission = catalogue.missions.get(entry)
    if mission is None or mission.kind != "crewed" or mission.station is None:
        return set()
    return {mission.station}
