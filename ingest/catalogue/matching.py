"""Which of our entries an item of Wikidata is: by its id, else by number, name and date."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from ingest.catalogue.wikidata_item import Item, Qid
from ingest.core.mentions.series import compile_series
from ingest.model import Catalogue, EntryId, Mission, Person

_DELAY_DAYS = 366
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A flight of a numbered series: the id that it has, or will have."""

    id: EntryId
    series: str
    number: int


class Matcher:
    """Our entries, to be found by what Wikidata says of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.by_qid: dict[Qid, EntryId] = {}
        self.missions: dict[str, set[EntryId]] = defaultdict(set)
        self.people: dict[str, set[EntryId]] = defaultdict(set)
        for entries, named in (
            (catalogue.missions.values(), self.missions),
            (catalogue.people.values(), self.people),
        ):
            for entry in entries:
                if entry.wikidata is not None:
                    self.by_qid[entry.wikidata] = entry.id
                for name in (entry.name, *(n for listed in entry.aliases.values() for n in listed)):
                    named[folded(name)].add(entry.id)
        self._series = compile_series(catalogue)
        stems = [
            (stem, series.id)
            for series in catalogue.series.values()
            for stem in series.stems.get("en", ())
        ]
        self._stems = sorted(stems, key=lambda pair: -len(pair[0]))

    def flight(self, item: Item) -> tuple[EntryId | None, str | None]:
        """Our id of a flight, and why it is not clear which that is, if so.

        No id and no doubt: it is none of ours.
        """
        if (known := self.by_qid.get(item.qid)) is not None:
            return known, None
        found = {id_ for name in item.names.get("en", ()) for id_ in self.missions[folded(name)]}
        if (numbered := self.numbered(item)) is not None and numbered.id in self.catalogue.missions:
            found = {numbered.id}
        if not found:
            return None, None
        if len(found) > 1:
            return None, f"its names are those of {', '.join(sorted(found))}"
        mission = self.catalogue.missions[found.pop()]
        return self._unless(mission, _other_day(mission, item), item)

    def person(self, item: Item) -> tuple[EntryId | None, str | None]:
        """Our id of a person, as :meth:`flight`."""
        if (known := self.by_qid.get(item.qid)) is not None:
            return known, None
        found = {id_ for name in item.names.get("en", ()) for id_ in self.people[folded(name)]}
        if not found:
            return None, None
        if len(found) > 1:
            return None, f"its names are those of {', '.join(sorted(found))}"
        person = self.catalogue.people[found.pop()]
        born = person.born and item.born and person.born != item.born
        other = f"born {person.born}, not {item.born}" if born else None
        return self._unless(person, other, item)

    def _unless(
        self, entry: Mission | Person, other: str | None, item: Item
    ) -> tuple[EntryId | None, str | None]:
        if entry.wikidata not in (None, item.qid):
            other = f"whose Wikidata id is {entry.wikidata}"
        if other is not None:
            return None, f"it has the name of {entry.id}, {other}"
        return entry.id, None

    def numbered(self, item: Item) -> Numbered | None:
        """The flight of a series that the label names, if it names one."""
        label = item.label or ""
        for stem, series in self._stems:
            found = re.fullmatch(rf"(?:NASA'?s? )?{re.escape(stem)}[ -]?0*(\d{{1,3}})", label)
            if found is not None:
                number = int(found[1])
                return Numbered(self._series[series].entry(number)[0], series, number)
        return None


def _other_day(mission: Mission, item: Item) -> str | None:
    """Whether ours was launched on another day than theirs (the local one may be next to it)."""
    ours, theirs = mission.launch, item.launch
    if ours is None or theirs is None or abs((ours - theirs).days) <= 1:
        return None
    if mission.unconfirmed and abs((ours - theirs).days) <= _DELAY_DAYS:
        return None  # a planned launch moves
    return f"launched on {ours}, not {theirs}"


def folded(name: str) -> str:
    """A name as it is compared: without case, accents and hyphens."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-‐-―·•.’']", " ", plain).split())


def slug(name: str) -> EntryId:
    """An id made of a name in Latin letters; empty where it has none."""
    plain = unicodedata.normalize("NFKD", name).casefold().encode("ascii", "ignore").decode()
    return _SLUG.sub("-", plain.replace("'", "")).strip("-")
