"""What one entry cannot know of itself: references, crews, dates, aliases shared by two entries."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ingest.catalogue.problems import Problem
from ingest.catalogue.reading import ReadCatalogue
from ingest.catalogue.synced import FOLDER
from ingest.model import Mission, Person, Series

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_QID = re.compile(r"Q[1-9][0-9]*")
_COUNTRY = re.compile(r"[A-Z]{2,3}")
_FIRST_YEAR = 1903
"""Nothing was launched before Tsiolkovsky's paper; an earlier year is a slip of the keyboard."""

Report = Callable[..., Problem]


def cross_check(read: ReadCatalogue) -> list[Problem]:
    """Everything that is wrong between entries, or within a typed entry."""
    return [
        *_missions(read),
        *_people(read),
        *_series(read),
        *_wikidata_twice(read),
        *_alias_collisions(read),
    ]


def _missions(read: ReadCatalogue) -> Iterator[Problem]:
    for mission in read.catalogue.missions.values():
        error = read.entries[Mission, mission.id].problem
        yield from _identity(mission.id, mission.wikidata, error)
        yield from _aliases(mission.aliases, error)
        yield from _weak_aliases(mission, error)
        yield from _mission_references(mission, read, error)
        yield from _mission_dates(mission, error)
        yield from _crew(mission, read, error)


def _mission_references(mission: Mission, read: ReadCatalogue, error: Report) -> Iterator[Problem]:
    catalogue = read.catalogue
    for field, kind in (("station", "station"), ("programme", "programme")):
        target = getattr(mission, field)
        if target is None:
            continue
        entry = catalogue.missions.get(target)
        if entry is None and (Mission, target) not in read.entries:
            yield error(
                f"Field {field} names {target!r}, which is no entry.",
                f"Correct it, or add that {kind} to missions/{kind}s.yaml.",
                at=field,
            )
        elif entry is not None and entry.kind != kind:
            yield error(
                f"Field {field} names {target!r}, which is a {entry.kind} entry.",
                f"Name a {kind}.",
                at=field,
            )
    if mission.series is not None and (Series, mission.series) not in read.entries:
        yield error(
            f"Field series names {mission.series!r}, which is no series.",
            "Correct it, or add the series to series.yaml.",
            at="series",
        )
    series = catalogue.series.get(mission.series or "")
    top = series.max_known_number if series else None
    # what the sync found is newer than the series, and does not wait for it
    found = read.entries[Mission, mission.id].file.startswith(FOLDER)
    if top is not None and not found and mission.number and top < mission.number <= 1900:
        yield error(
            f"Number {mission.number} is above the max_known_number {top} of its series.",
            "Raise it in series.yaml.",
            at="number",
        )


def _mission_dates(mission: Mission, error: Report) -> Iterator[Problem]:
    begin = mission.launch or mission.start
    for field in ("launch", "start", "end"):
        day: date | None = getattr(mission, field)
        if day is not None and day.year < _FIRST_YEAR:
            yield error(f"Field {field} is {day}: before spaceflight.", "Correct it.", at=field)
    if begin and mission.end and mission.end < begin:
        yield error(
            f"It ends ({mission.end}) before it begins ({begin}).", "Correct one.", at="end"
        )
    if mission.launch_utc and mission.launch_utc.date() != mission.launch:
        yield error(
            f"launch_utc ({mission.launch_utc:%Y-%m-%d}) is not the day of launch"
            f" ({mission.launch}).",
            "Dates are UTC days; correct one.",
            at="launch_utc",
        )
    if mission.launch_local and (
        not mission.launch or abs((mission.launch_local - mission.launch).days) > 1
    ):
        yield error("launch_local is not next to launch.", "Correct one.", at="launch_local")


def _crew(mission: Mission, read: ReadCatalogue, error: Report) -> Iterator[Problem]:
    seen: set[str] = set()
    for member in mission.crew:
        if member.person in seen:
            yield error(f"The crew names {member.person} twice.", "Remove one.", at="crew")
        seen.add(member.person)
        person = read.catalogue.people.get(member.person)
        if (Person, member.person) not in read.entries:
            yield error(
                f"The crew names {member.person!r}, who is in no file.",
                "Correct the id, or add the person under people/.",
                at="crew",
            )
        elif person is not None and mission.id not in _flights(person):
            yield error(
                f"The crew names {member.person}, whose own entry does not name {mission.id}.",
                f"Add {mission.id} to the missions, expeditions or assigned of {member.person}.",
                at="crew",
            )
        if member.returned_on is not None and (Mission, member.returned_on) not in read.entries:
            yield error(
                f"{member.person} returned on {member.returned_on!r}, which is no entry.",
                "Name the mission that brought them home.",
                at="crew",
            )
    for landed in mission.landing_crew or ():
        if (Person, landed) not in read.entries:
            yield error(
                f"landing_crew names {landed!r}, who is in no file.",
                "Correct the id, or add the person under people/.",
                at="landing_crew",
            )


def _people(read: ReadCatalogue) -> Iterator[Problem]:
    for person in read.catalogue.people.values():
        error = read.entries[Person, person.id].problem
        yield from _identity(person.id, person.wikidata, error)
        yield from _aliases(person.aliases, error)
        if person.family not in person.name:
            slip = error(
                f"The family name {person.family!r} is no part of {person.name!r}.",
                "Spell both alike, so that a surname alone is recognised.",
                at="family",
            )
            yield replace(slip, level="warning")
        if person.nationality is not None and not _COUNTRY.fullmatch(person.nationality):
            yield error(
                f"Nationality {person.nationality!r} is no country code.",
                "Use two capital letters (ISO 3166), or SU.",
                at="nationality",
            )
        for flight in _flights(person):
            mission = read.catalogue.missions.get(flight)
            if (Mission, flight) not in read.entries:
                yield error(
                    f"It names {flight!r}, which is no mission.",
                    "Correct the id, or add the mission.",
                    at="missions",
                )
            elif mission and person.id not in {member.person for member in mission.crew}:
                yield error(
                    f"It names {flight}, whose crew does not name {person.id}.",
                    f"Add {person.id} to the crew of {flight}, or remove {flight} here.",
                    at="missions",
                )


def _series(read: ReadCatalogue) -> Iterator[Problem]:
    for series in read.catalogue.series.values():
        error = read.entries[Series, series.id].problem
        yield from _identity(series.id, None, error)
        yield from _aliases(series.stems, error, key="stems")
        yield from _aliases(series.forms, error, key="forms")
        if not series.stems and not series.forms:
            yield error("It has neither stems nor forms.", "Add `stems: {en: [Name]}`.")
        for form in (form for forms in series.forms.values() for form in forms):
            if form.count("{n}") != 1:
                yield error(
                    f"The form {form!r} has no place for the number.",
                    "Write {n} there.",
                    at="forms",
                )


def _identity(id_: str, wikidata: str | None, error: Report) -> Iterator[Problem]:
    if not _SLUG.fullmatch(id_):
        yield error(
            f"The id {id_!r} is no slug.", "Use lower-case letters, digits and single hyphens."
        )
    if wikidata is not None and not _QID.fullmatch(wikidata):
        yield error(f"{wikidata!r} is no Wikidata id.", "Write it as Q12345.", at="wikidata")


def _aliases(
    aliases: dict[str, tuple[str, ...]], error: Report, *, key: str = "aliases"
) -> Iterator[Problem]:
    for language, names in aliases.items():
        if not _LANGUAGE.fullmatch(language):
            yield error(f"{language!r} in {key} is no language.", "Use ISO 639-1 codes.", at=key)
        if not names:
            yield error(f"The list {key}.{language} is empty.", "Fill it or leave it out.", at=key)
        for name in names:
            if not name.strip():
                yield error(f"{key}.{language} holds an empty name.", "Remove it.", at=key)
            elif name != name.strip() or not name.isprintable():
                yield error(
                    f"{name!r} in {key}.{language} has blanks around it or unprintable characters.",
                    "Remove them.",
                    at=key,
                )
        for name in {name for name in names if names.count(name) > 1}:
            yield error(f"{name!r} stands twice in {key}.{language}.", "Remove one.", at=key)


def _weak_aliases(mission: Mission, error: Report) -> Iterator[Problem]:
    for language, names in mission.weak_aliases.items():
        for name in names:
            if name not in mission.aliases.get(language, ()):
                yield error(
                    f"{name!r} in weak_aliases.{language} is not among its aliases.",
                    f"Add it to aliases.{language} as well, or remove it.",
                    at="weak_aliases",
                )


def _wikidata_twice(read: ReadCatalogue) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    entries: list[Mission | Person] = [
        *read.catalogue.missions.values(),
        *read.catalogue.people.values(),
    ]
    for entry in entries:
        if entry.wikidata is None:
            continue
        other = holders.setdefault(entry.wikidata, entry.id)
        if other != entry.id:
            yield read.entries[type(entry), entry.id].problem(
                f"{entry.wikidata} is also the Wikidata id of {other}.",
                "Remove it from one of them.",
                at="wikidata",
            )


def _alias_collisions(read: ReadCatalogue) -> Iterator[Problem]:
    """Two entries of one kind under one name: allowed, but the text must then tell them apart."""
    holders: dict[tuple[str, str], set[tuple[type, str]]] = defaultdict(set)
    for mission in read.catalogue.missions.values():
        for name in _all_names(mission):
            holders["mission", name].add((Mission, mission.id))
    for person in read.catalogue.people.values():
        for name in _all_names(person):
            holders["person", name].add((Person, person.id))
    for (_, name), keys in sorted(holders.items()):
        if len(keys) < 2:
            continue
        ids = sorted(id_ for _, id_ in keys)
        entry = read.entries[next(key for key in keys if key[1] == ids[-1])]
        yield Problem(
            level="warning",
            file=entry.file,
            line=entry.line,
            id=entry.id,
            message=f"{name!r} names {' and '.join(ids)}.",
            remedy="Give each a name of its own where one exists; otherwise the text decides.",
        )


def _all_names(entry: Mission | Person) -> set[str]:
    names = {entry.name, *(name for names in entry.aliases.values() for name in names)}
    return {" ".join(unicodedata.normalize("NFKC", name).casefold().split()) for name in names}


def _flights(person: Person) -> tuple[str, ...]:
    return person.missions + person.expeditions + person.assigned
