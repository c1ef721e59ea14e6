"""Which of several people of one name is meant: whose mission, crewmates or years the text has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.model import Catalogue, EntryId, Person

_ACTIVE_WITHIN = 1
"""Years between a text and a flight for which it is news that somebody flies."""
_FAR = 200


def flights(person: Person) -> set[EntryId]:
    """Everything that the catalogue says a person flew, joined or is assigned to."""
    return {*person.missions, *person.expeditions, *person.assigned}


@dataclass(slots=True)
class Setting:
    """What a text tells about who may be meant in it."""

    catalogue: Catalogue
    missions: set[EntryId]
    """Named, and believed."""
    year: int | None
    """In which it was published."""
    text: str = ""
    """The folded text."""
    crewmates: set[EntryId] = field(default_factory=set)
    """Flights of the people whom it names in full."""

    def flies_here(self, person: Person) -> bool:
        """Whether a mission of that person is named."""
        return not self.missions.isdisjoint(flights(person))

    def years_away(self, person: Person) -> int:
        """Years between the text and the person's nearest flight; many where that is unknown."""
        if self.year is None:
            return _FAR
        away = _FAR
        for entry in flights(person):
            mission = self.catalogue.missions.get(entry)
            if mission is None:
                continue
            begin = mission.launch or mission.start
            end = mission.end or begin
            if begin is not None and end is not None:
                away = min(away, max(begin.year - self.year, self.year - end.year, 0))
            elif entry in person.assigned:
                away = 0
        return away

    def is_active(self, person: Person) -> bool:
        """Whether the person flew, flies or will fly about the time of the text, as a trade."""
        return person.agency != "private" and self.years_away(person) <= _ACTIVE_WITHIN

    def rank(self, person: Person) -> tuple[bool, bool, int]:
        """The smaller, the likelier."""
        return (
            not self.flies_here(person),
            self.crewmates.isdisjoint(flights(person)),
            self.years_away(person),
        )

    def meet(self, people: Iterable[EntryId]) -> None:
        """Take note of people who are named beyond doubt."""
        for person in people:
            self.crewmates |= flights(self.catalogue.people[person])

    def likeliest(self, people: Iterable[EntryId]) -> tuple[EntryId, str] | None:
        """The one of ``people`` who alone is meant, with the reason; None where nobody stands out.

        Who flies on a mission of the text is, then who flies with one named in it, then who alone
        flew about that time.
        """
        persons = [self.catalogue.people[one] for one in people]
        for reason, holds in (
            ("a mission of theirs is named", self.flies_here),
            ("a crewmate is named", lambda one: not self.crewmates.isdisjoint(flights(one))),
            ("in space about that time", self.is_active),
        ):
            those = [person for person in persons if holds(person)]
            if len(those) == 1:
                return those[0].id, reason
            if those:
                persons = those
        return None
