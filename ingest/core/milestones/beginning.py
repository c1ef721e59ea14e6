"""What is known of an article before its first sentence is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.core.milestones import dates
from ingest.core.milestones.dates import Known, Published
from ingest.core.milestones.languages import Language
from ingest.core.milestones.text import SHIFTS, SoFar, Story, lower
from ingest.model import Article, EntryId, Mention

_LEAD = 500
"""A flight that is named once is what the text is about if it stands within so many characters."""
_HEAD = 120
_LONGEST_UNDATED = 20_000
"""So much of a text without a day of publication is searched for one to hold on to."""


def begin(article: Article, mentions: Sequence[Mention], story: Story, language: Language) -> SoFar:
    """What is known of an article before its first sentence is read."""
    flights = [mention for mention in mentions if mention.kind == "mission"]
    ships = [flight for flight in flights if not flight.id.startswith(SHIFTS)]
    ties = _ties(mentions, {flight.id for flight in flights})
    crewed = {flight.id for flight in flights if flight.crew}.union(*ties.values())
    flown = _flown(mentions)
    main = _main([flight.id for flight in ships or flights])
    if main is None and len({ship.id for ship in ships}) > 1:
        aboard = [flight for tied in ties.values() for flight in sorted(tied)]
        main = _main([*(ship.id for ship in ships), *aboard])
    main_crewed = _main([ship.id for ship in ships if ship.id in crewed])
    tied = frozenset().union(*ties.values())
    so_far = SoFar(
        story, _published(article), main, main_crewed, ties, flown, frozenset(crewed), tied
    )
    for flight in flights:
        so_far.places[flight.id].append(flight.start)
    if so_far.published.known is None:
        so_far.published = Published(None, _whole_dates(article.text, language))
    so_far.year_ahead = _year_ahead(article, so_far.published.known)
    if len({ship.id for ship in ships}) == 1 and (len(ships) > 1 or ships[0].start < _LEAD):
        so_far.only = ships[0].id
    return so_far


def _published(article: Article) -> Published:
    stamp = article.published
    if stamp is None or stamp.value is None:
        return Published(None)
    value, precision = stamp.value, stamp.precision
    month = value.month if precision != "year" else None
    return Published(
        Known(value.year, month, value.day if month and precision != "month" else None)
    )


def _year_ahead(article: Article, today: Known | None) -> int | None:
    """The next year, if title or first line name it and not the year of publication."""
    if today is None:
        return None
    head = f"{article.title or ''} {article.text[:_HEAD].partition(chr(10))[0]}"
    named = str(today.year + 1) in head and str(today.year) not in head
    return today.year + 1 if named else None


def _whole_dates(text: str, language: Language) -> tuple[Known, ...]:
    found = language.calendar.find(lower(text[:_LONGEST_UNDATED]))
    return tuple(
        known
        for one in found
        if one.year and one.day and (known := dates.valid(one.year, one.month, one.day))
    )


def _main(flights: Sequence[EntryId]) -> EntryId | None:
    """The flight of the text: named most often, and either first or twice as often as others."""
    if not flights:
        return None
    counts = Counter(flights).most_common(2)
    (most, count), second = counts[0], counts[1][1] if len(counts) > 1 else 0
    if count >= 2 * second or (count >= max(second, 2) and most == flights[0]):
        return most
    return None


def _ties(mentions: Sequence[Mention], named: set[EntryId]) -> dict[EntryId, frozenset[EntryId]]:
    ties: dict[EntryId, dict[bool, set[EntryId]]] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.mission is not None:
            stated = mention.basis != "catalogue"
            if stated or mention.mission in named:
                ties.setdefault(mention.id, {}).setdefault(stated, set()).add(mention.mission)
    return {person: frozenset(by.get(True) or by[False]) for person, by in ties.items()}


def _flown(mentions: Sequence[Mention]) -> dict[EntryId, frozenset[EntryId]]:
    flown: dict[EntryId, set[EntryId]] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.mission is not None:
            flown.setdefault(mention.id, set()).add(mention.mission)
    return {person: frozenset(flights) for person, flights in flown.items()}
