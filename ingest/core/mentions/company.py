"""Doubtful names that bear each other out: a ship with its crew, a flight with its station.

"Vostok 6" alone may be anything and a full name may have other bearers, but both together in one
text are the flight and its cosmonaut.
"""

from __future__ import annotations

from collections import defaultdict

from ingest.core.mentions.found import Found
from ingest.core.mentions.namesakes import flights
from ingest.model import Catalogue, EntryId

_BORNE_OUT = 0.85
_BESIDE_ITS_STATION = 0.65
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


def _stations(catalogue: Catalogue, entry: EntryId) -> set[EntryId]:
    mission = catalogue.missions.get(entry)
    if mission is None or mission.kind != "crewed" or mission.station is None:
        return set()
    return {mission.station}
