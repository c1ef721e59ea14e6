"""Which date, which flight and which people belong to a cue.

No parser is at hand, so nearness decides: distance in characters, made longer for every clause that
ends in between, and for what grammar makes unlikely (a name after the verb, a date in parentheses,
a flight named for comparison).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.core.milestones import dates
from ingest.core.milestones.dates import Known, Stated
from ingest.core.milestones.languages import FoundCue
from ingest.core.milestones.text import SHIFTS, Sentence, SoFar
from ingest.core.milestones.words import Form
from ingest.model import EntryId, Mention, MilestoneType

FAR = 120
"""What costs more is not beside the cue: the flight of the text comes first then."""
_CLAUSE, _PARENTHESIS, _AFTER, _CARRIED, _SHARED, _DATE_REACH = 30, 60, 40, 60, 25, 400
_LENT, _NEAR_DELAY = 40, 30
_BESIDE = 8
_FLIGHT_REACH = 400
"""How far off, in characters, one of several flights of a person may be named."""
_AT_STATIONS: frozenset[MilestoneType] = frozenset({"spacewalk", "handover"})
"""What may be told of a station where no flight is named."""
_OF_CREWS: frozenset[MilestoneType] = frozenset({"spacewalk", "handover", "crew_assigned", "death"})
"""What befalls flights with people on board only."""
_OF_ANYTHING: frozenset[MilestoneType] = frozenset({"anomaly", "delay", "death"})
"""What befalls other things as well: batteries, visits, people on the ground."""
_MISHAPS: frozenset[MilestoneType] = frozenset({"anomaly", "death"})
_OF_SHIPS: frozenset[MilestoneType] = frozenset({"launch", "landing", "docking", "undocking"})
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?:[:h.]\d\d|\s?[时時点點]|\s?[ap]\.?m)")
_PUT_OFF_TO = re.compile(
    r"(?:\b(?:to|until|till|from|for|auf|bis|von|vom|für|à|au|du|jusqu['’]au|pour|prévue?|al|a|hasta|para|del"
    r"|на|до|с|со)\s(?:(?:the|le|el|dem|den|der|no earlier than|early|late|early)\s)?|[至到于])$"
)
_FROM_OR_TO = re.compile(r"[^、。]{0,12}?(?:から|に(?!打)|へ|まで|以降|予定)")
_ABOARD = re.compile(
    r"(?:\b(?:aboard|on board)(?: of)?(?: the)?(?: \w+)?|\ba bordo de(?:l| la)?(?: nave| cápsula)?"
    r"|\bà bord d(?:u|e la|e)(?: vaisseau| capsule)?|\ban bord (?:der|von|des)"
    r"|на (?:борту )?(?:корабл[ея] )?|搭乘|乘坐)[\s«\"“„]{0,2}$"
)
"""Before a flight: that is the ship, whoever's crew it carries."""
_SAID_THAT = re.compile(
    r"\b(?:said|announced|reported|confirmed|mitgeteilt|mitteilte|teilte mit|erklärte"
    r"|annoncé|déclaré|indiqué|anunció|informó|dijo|confirmó|сообщил\w*|заявил\w*|объявил\w*)[^.;]{0,30}"
    r"[ ,](?:that|dass|que|что)\b"
)
"""A day before it is the day of saying so."""
_IN_LIST = re.compile(r"[\s,、，和与及«»\"]{0,3}(?:(?:and|und|et|y|и|mission|missions) ?)?[«»\"]?")

Costed = tuple[int, Stated]


def dates_of(cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence) -> list[Costed]:
    """The dates that may be those of ``cue`` with their costs, nearest first.

    A date belongs to the cue to which it is nearest, and to others in its clause.
    """
    rivals = [
        other
        for other in cues
        if (other.type, other.form) != (cue.type, cue.form)
        and not {other.type, cue.type} <= _MISHAPS
        and not _tells_time(other, sentence)
    ]
    own = []
    for stated in sentence.dates:
        cost = _date_cost(cue, stated, cues, sentence)
        nearest = min((_date_cost(other, stated, cues, sentence) for other in rivals), default=cost)
        shared = _clauses_between(cue, stated, cues, sentence) == 0
        if cost <= _DATE_REACH and (shared or cost <= nearest + _SHARED):
            lent = not shared and nearest < cost  # of another clause, and another event's there
            own.append((cost + _LENT * lent, stated))
    begin, _ = sentence.clause(cue)
    if begin and _SAID_THAT.search(sentence.text, max(0, begin - 40), begin + 8):
        own = [one for one in own if one[1].start >= begin]  # "said on Friday that it docked"
    if cue.type == "delay":
        own = [one for one in own if one[0] <= _NEAR_DELAY and not _is_target(one[1], sentence)]
    if cue.type == "delay" or (cue.type == "anomaly" and rivals) or _tells_time(cue, sentence):
        own = [one for one in own if not _clauses_between(cue, one[1], cues, sentence)]
    return sorted(own, key=lambda costed: costed[0])


def _is_target(stated: Stated, sentence: Sentence) -> bool:
    """Whether it is the day to which, or from which, something is put off."""
    return (
        _PUT_OFF_TO.search(sentence.text, max(0, stated.start - 24), stated.start) is not None
        or _FROM_OR_TO.match(sentence.text, stated.end) is not None
    )


def _clauses_between(
    cue: FoundCue, stated: Stated, cues: Sequence[FoundCue], sentence: Sentence
) -> int:
    """How many clauses end between them; the comma of "On August 19, ..." ends none."""
    if stated.start >= cue.end:
        return sentence.boundaries_between(cue.end, stated.start)
    told = any(
        other.end <= stated.start and not sentence.boundaries_between(other.end, stated.start)
        for other in cues
    )
    comma = 0 if told else sentence.comma_after(stated.end)
    return sentence.boundaries_between(stated.end + comma, cue.start)


def _tells_time(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether it only says when something else was: "nine days after the launch"."""
    return cue.form is Form.BARE and sentence.compared(cue.start)


def _date_cost(cue: FoundCue, stated: Stated, cues: Sequence[FoundCue], sentence: Sentence) -> int:
    distance = max(0, cue.start - stated.end, stated.start - cue.end)
    cost = distance + _CLAUSE * _clauses_between(cue, stated, cues, sentence) // 2
    opened = max(sentence.text.rfind(mark, 0, stated.start) for mark in "(（")
    closed = max(sentence.text.rfind(mark, 0, stated.start) for mark in ")）")
    if opened > closed and not opened < cue.start < stated.start:
        cost += _PARENTHESIS
    if sentence.language.words.spaced and sentence.compared(stated.start):
        cost += _PARENTHESIS  # "since December"
    return cost


def resolved(
    stated: Sequence[Costed], sentence: Sentence, so_far: SoFar, *, planned: bool
) -> Known | None:
    """The first of ``stated`` whose meaning can be known."""
    for _, one in stated:
        known = _after_full_date(one, sentence)
        if known is None:
            before = None
            if one.after is not None:
                before = _day_before(one, sentence, so_far, planned) or so_far.date_before()
            elif one.year is None and one.weekday is None:
                before = _year_before(one, sentence) or so_far.date_before()
            known = dates.resolve(one, planned=planned, published=so_far.published, before=before)
        if known is not None:
            return known
    return None


def _after_full_date(one: Stated, sentence: Sentence) -> Known | None:
    """A day without a year after a full date of the sentence: "2024年5月3日发射，6月25日返回"."""
    if one.year is not None or one.day is None or one.relative is not None:
        return None
    full = [other for other in sentence.dates if other.end <= one.start and other.year is not None]
    if not full or full[-1].month is None or full[-1].year is None:
        return None
    if one.month is None:  # "2020年12月6日...，8日"
        return dates.valid(full[-1].year, full[-1].month, one.day)
    later_year = (one.month, one.day) < (full[-1].month, full[-1].day or 1)
    return dates.valid(full[-1].year + later_year, one.month, one.day)


def _day_before(one: Stated, sentence: Sentence, so_far: SoFar, planned: bool) -> Known | None:
    """The day from which "the next day" is counted, where its own sentence gives it."""
    for other in reversed(sentence.dates):
        if other.end <= one.start and other.after is None:
            known = _after_full_date(other, sentence) or dates.resolve(
                other, planned=planned, published=so_far.published, before=None
            )
            if known is not None and known.day is not None:
                return known
    return None


def _year_before(one: Stated, sentence: Sentence) -> Known | None:
    """The date with a year that stands last before ``one`` in its own sentence."""
    years = [
        Known(other.year, other.month, other.day)
        for other in sentence.dates
        if other.end <= one.start and other.year is not None
    ]
    return years[-1] if years else None


def date_of_clock(cue: FoundCue, sentence: Sentence, so_far: SoFar) -> Known | None:
    """The day of a bare time of day ("11时，飞船...对接"): the one that the text gave last."""
    start, end = sentence.clause(cue)
    if not _CLOCK.search(sentence.text, max(0, start - 30), end):
        return None
    if sentence.dates:
        before = [(0, stated) for stated in sentence.dates if stated.end <= cue.start]
        return resolved(before[-1:], sentence, so_far, planned=False)
    if sentence.language.words.spaced:
        return None
    known = so_far.date_before(2)
    return known if known and known.day else None


def flight_of(
    cue: FoundCue, sentence: Sentence, so_far: SoFar, *, certain: bool
) -> tuple[EntryId | None, int]:
    """The flight that ``cue`` speaks of, and how far-fetched that is (0: named beside it).

    ``certain`` says that the cue is more than a noun in passing: a date or a plan goes with it.
    """
    named = _named_flight(cue, sentence, so_far)
    if named is not None and (named[1] <= FAR or _is_only_subject(cue, sentence, named[1])):
        return named
    by_people = _flight_of_people(cue, sentence, so_far)
    if by_people is not None:
        return by_people, _CARRIED
    topic = so_far.topic
    unshipped = topic not in so_far.crewed or so_far.main is None
    if unshipped and named is not None and named[0].startswith(SHIFTS):
        return named  # "left the station as a member of Expedition 27"
    if cue.type in _OF_CREWS and so_far.crewed and topic not in so_far.crewed:
        topic = so_far.flight if so_far.flight in so_far.crewed else None
    if topic is not None and (
        named is not None
        or (topic == so_far.only and cue.form is Form.PAST and cue.type != "delay")
        or (certain and topic == so_far.main)
        or _stands_for_flight(cue, sentence)
    ):
        return topic, _CARRIED
    if named is not None:
        return named
    if cue.type in _AT_STATIONS:
        return (sentence.stations[0].id if sentence.stations else so_far.station), _CARRIED
    return None, _CARRIED


def _is_only_subject(cue: FoundCue, sentence: Sentence, cost: int) -> bool:
    """Whether the sentence names one flight only, first, whatever stands in between."""
    first = sentence.flights[0]
    return (
        cost <= 2 * FAR
        and first.end - sentence.start <= cue.start
        and all(flight.id == first.id for flight in sentence.flights)
        and (cue.type not in _OF_SHIPS or not first.id.startswith(SHIFTS))
        and not sentence.compared(first.start - sentence.start)
    )


def named_beside(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether a flight is named right beside ``cue``: "the launch of Crew-10"."""
    return any(_flight_cost(cue, mention, sentence) <= _BESIDE for mention in sentence.flights)


def _stands_for_flight(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether the sentence speaks of "the spacecraft"; for mishaps and delays, its very clause."""
    start, end = sentence.clause(cue)
    if cue.type not in {"anomaly", "death"}:
        start = 0
    return sentence.language.stands_for_flight.search(sentence.text, start, end) is not None


def _named_flight(cue: FoundCue, sentence: Sentence, so_far: SoFar) -> tuple[EntryId, int] | None:
    """The flight of the sentence that seems nearest to ``cue``, with its cost."""
    best: tuple[EntryId, int] | None = None
    for mention in sentence.flights:
        if cue.type in _OF_CREWS and so_far.crewed and mention.id not in so_far.crewed:
            continue
        cost = _flight_cost(cue, mention, sentence)
        if cue.type in _OF_SHIPS and mention.id.startswith(SHIFTS):
            cost += FAR
        if sentence.compared(mention.start - sentence.start) and not _is_subject(
            cue, mention, sentence
        ):
            cost += FAR
        if best is None or cost < best[1]:
            best = (mention.id, cost)
    return best


def _is_subject(cue: FoundCue, mention: Mention, sentence: Sentence) -> bool:
    """Whether the flight does what the clause says: "after Soyuz MS-26 undocked"."""
    start, _ = sentence.clause(cue)
    return (
        cue.form is not Form.BARE
        and sentence.language.words.spaced
        and start <= mention.start - sentence.start < cue.start
    )


def _flight_cost(cue: FoundCue, mention: Mention, sentence: Sentence) -> int:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if cue.type in _OF_SHIPS and _ABOARD.search(sentence.text, max(0, start - 30), start):
        between = sentence.boundaries_between(min(end, cue.end), max(start, cue.start))
        return _CLAUSE * max(0, between - 1)
    if end <= cue.start:
        return cue.start - end + _CLAUSE * sentence.boundaries_between(end, cue.start)
    distance = max(0, start - cue.end)
    between = sentence.boundaries_between(cue.end, start)
    if distance <= _BESIDE and not between:  # "the launch of X", "发射神舟二十号"
        return distance
    return distance + _AFTER + 2 * _CLAUSE * between


def _flight_of_people(cue: FoundCue, sentence: Sentence, so_far: SoFar) -> EntryId | None:
    """The flight of the people beside ``cue``: that of the text, or the only one they share."""
    _, end = sentence.clause(cue)
    people = [
        mention.id
        for mention in sentence.people
        if mention.start - sentence.start < end and mention.id in so_far.ties
    ]
    if not people:
        return None
    shared = frozenset.intersection(*(so_far.ties[person] for person in people))
    shared = shared or frozenset.intersection(*(so_far.flown[person] for person in people))
    if so_far.topic in shared:
        return so_far.topic
    flights = sorted(flight for flight in shared if not flight.startswith(SHIFTS))
    if len(flights) <= 1:
        return flights[0] if flights else None
    place = sentence.start + cue.start
    near = [(abs(where - place), flight) for flight in flights for where in so_far.places[flight]]
    distance, flight = min(near, default=(_FLIGHT_REACH + 1, ""))
    return flight if distance <= _FLIGHT_REACH else None


def listed_with(mission: EntryId | None, sentence: Sentence) -> tuple[EntryId, ...]:
    """The flight, and those named in one list with it: "Shenzhou-23、Shenzhou-24"."""
    if mission is None:
        return ()
    flights = sentence.flights
    for position, flight in enumerate(flights):
        if flight.id != mission:
            continue
        first = last = position
        while first > 0 and _lists(flights[first - 1], flights[first], sentence):
            first -= 1
        while last + 1 < len(flights) and _lists(flights[last], flights[last + 1], sentence):
            last += 1
        if first < last:
            return tuple(dict.fromkeys(one.id for one in flights[first : last + 1]))
    return (mission,)


def _lists(one: Mention, other: Mention, sentence: Sentence) -> bool:
    between = sentence.text[one.end - sentence.start : other.start - sentence.start]
    return _IN_LIST.fullmatch(between) is not None


def people_of(mission: EntryId | None, sentence: Sentence, so_far: SoFar) -> tuple[EntryId, ...]:
    """The people of the sentence who belong to the milestone, in the order of the text."""
    named = dict.fromkeys(mention.id for mention in sentence.people)
    return tuple(
        person
        for person in named
        if mission is None or mission in so_far.flown.get(person, (mission,))
    )
