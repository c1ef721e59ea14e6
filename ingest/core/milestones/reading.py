"""Sentence by sentence: which cue, did it happen, which flight, which date, which people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from ingest.core.milestones import dates
from ingest.core.milestones.dates import Known, Published, Stated
from ingest.core.milestones.languages import Language
from ingest.core.milestones.words import Form
from ingest.model import Article, EntryId, Mention, MilestoneType

_AT_STATIONS: frozenset[MilestoneType] = frozenset({"spacewalk", "handover"})
"""What may be told of a station where no flight is named."""
_WITHOUT_FLIGHT: frozenset[MilestoneType] = frozenset({"launch", "landing", "spacewalk", "death"})
"""What may be told of people alone."""
_NEEDS_PEOPLE: frozenset[MilestoneType] = frozenset({"crew_assigned", "death"})
_OF_CREWS: frozenset[MilestoneType] = frozenset({"spacewalk", "handover", "crew_assigned", "death"})
"""What befalls flights with people on board only."""
_OF_SHIPS: frozenset[MilestoneType] = frozenset({"launch", "landing", "docking", "undocking"})
_SHIFTS = ("expedition-", "mir-eo-")
"""Ids of station shifts: their crews fly, they do not."""
# Costs are counted in characters: how much further away a thing seems for what lies between.
_CLAUSE_COST, _PARENTHESIS_COST, _AFTER_COST = 30, 60, 40
_CARRIED_COST, _SHARED_COST, _FAR = 60, 25, 120
_DATE_REACH = 400
_CARRIED_SENTENCES = 4
_BEFORE_CLAUSE, _NEAR = 15, 40
_TITLES = re.compile(r"『[^』]{1,200}』|《[^》]{1,200}》")
"""Books, films and cited articles: what their titles say is no statement of this text."""
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?:[:h.]\d\d|\s?[时時点點]|\s?[ap]\.?m)")
_MAX_SENTENCE = 1_500
"""Longer ones are lists or furniture; no milestone needs so many words."""


_Costed = tuple[int, Stated]


@dataclass(frozen=True, slots=True)
class Statement:
    """One cue, read: a milestone before repeats are merged."""

    type: MilestoneType
    mission: EntryId | None
    planned: bool
    date: Known | None
    people: tuple[EntryId, ...]
    start: int
    end: int
    sentence: str
    cost: int
    """How far-fetched the flight and the date are: characters, more or less."""


@dataclass(slots=True)
class _Sentence:
    """A sentence with what stands in it; all positions count from the start of the text."""

    text: str
    start: int
    flights: list[Mention]
    stations: list[Mention]
    people: list[Mention]
    dates: list[Stated] = field(default_factory=list)
    boundaries: list[tuple[int, int]] = field(default_factory=list)

    def clause(self, cue: re.Match[str]) -> tuple[int, int]:
        """Start and end, in the sentence, of the clause around ``cue``."""
        starts = [b[0] for b in self.boundaries if b[1] <= cue.start()]
        start = starts[-1] if starts else 0
        end = min((b[0] for b in self.boundaries if b[0] >= cue.end()), default=len(self.text))
        return start, end

    def boundaries_between(self, a: int, b: int) -> int:
        """How many clauses end between two places; ", which" ends one only."""
        low, high = min(a, b), max(a, b)
        return sum(
            low <= start < high and (number == 0 or start - self.boundaries[number - 1][1] > 1)
            for number, (start, _) in enumerate(self.boundaries)
        )


@dataclass(slots=True)
class _Text:
    """What the text said so far."""

    published: Published
    flight: EntryId | None = None
    flight_age: int = 0
    """Sentences since ``flight`` was named."""
    station: EntryId | None = None
    main: EntryId | None = None
    """The flight that the article is about, where one stands out."""
    crewed: frozenset[EntryId] = frozenset()
    """Flights to which the article ties people."""
    ties: dict[EntryId, frozenset[EntryId]] = field(default_factory=dict)
    """Person -> their flights: those that the text states, else those that the catalogue knows."""
    date: Known | None = None
    date_age: int = 0

    @property
    def topic(self) -> EntryId | None:
        if self.main is not None:
            return self.main
        return self.flight if self.flight_age <= _CARRIED_SENTENCES else None


def read(
    article: Article, mentions: Sequence[Mention], spans: Sequence[tuple[int, int]], words: Language
) -> list[Statement]:
    """Every statement of ``article``, in order, repeats included."""
    text = article.text
    flights = [mention for mention in mentions if mention.kind == "mission"]
    ships = [mention for mention in flights if not mention.id.startswith(_SHIFTS)]
    ties = _ties(mentions)
    crewed = {mention.id for mention in flights if mention.crew}
    so_far = _Text(
        _published(article),
        main=_main(ships or flights),
        crewed=frozenset(crewed.union(*ties.values())),
        ties=ties,
    )
    statements: list[Statement] = []
    for sentence in _sentences(text, mentions, spans):
        cued = len(sentence.text) <= _MAX_SENTENCE and bool(
            words.stems.find_matches_as_indexes(sentence.text.lower())
        )
        if cued or any(map(str.isdigit, sentence.text)):
            sentence.dates = dates.find(sentence.text, words.dates, words.words)
        if cued:
            statements += _read_sentence(sentence, so_far, words)
        _remember(sentence, so_far, words)
    return statements


def _ties(mentions: Sequence[Mention]) -> dict[EntryId, frozenset[EntryId]]:
    named = {mention.id for mention in mentions if mention.kind == "mission"}
    ties: dict[EntryId, dict[bool, set[EntryId]]] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.mission is not None:
            stated = mention.basis != "catalogue"
            if not stated and mention.mission not in named:
                continue
            ties.setdefault(mention.id, {}).setdefault(stated, set()).add(mention.mission)
    return {person: frozenset(by[True in by]) for person, by in ties.items()}


def _published(article: Article) -> Published:
    stamp = article.published
    if stamp is None or stamp.value is None:
        return Published(None)
    value, precision = stamp.value, stamp.precision
    if precision == "year":
        return Published(Known(value.year))
    if precision == "month":
        return Published(Known(value.year, value.month))
    return Published(Known(value.year, value.month, value.day))


def _main(flights: Sequence[Mention]) -> EntryId | None:
    """The flight of the text: named most often, and either first or twice as often as others."""
    if not flights:
        return None
    counts = Counter(mention.id for mention in flights).most_common(2)
    (most, count), second = counts[0], counts[1][1] if len(counts) > 1 else 0
    if count >= 2 * second or (count > second and most == flights[0].id):
        return most
    return None


def _sentences(
    text: str, mentions: Sequence[Mention], spans: Sequence[tuple[int, int]]
) -> Iterator[_Sentence]:
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    starts = [mention.start for mention in ordered]
    for start, end in spans:
        here = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        yield _Sentence(
            text=text[start:end],
            start=start,
            flights=[mention for mention in here if mention.kind == "mission"],
            stations=[mention for mention in here if mention.kind == "station"],
            people=[mention for mention in here if mention.kind == "person"],
        )


def _remember(sentence: _Sentence, so_far: _Text, words: Language) -> None:
    """Keep the flight and the date of this sentence for those that follow."""
    so_far.flight_age += 1
    so_far.date_age += 1
    ships = [one for one in sentence.flights if not one.id.startswith(_SHIFTS)]
    named = [one for one in ships if not _compared(sentence, one.start, words)] or ships
    if named:
        so_far.flight, so_far.flight_age = named[0].id, 0
    if sentence.stations:
        so_far.station = sentence.stations[0].id
    for stated in sentence.dates:
        known = dates.resolve(stated, planned=False, published=so_far.published, before=so_far.date)
        if known is not None and (known.month is not None or so_far.date is None):
            so_far.date, so_far.date_age = known, 0


def _compared(sentence: _Sentence, start: int, words: Language) -> bool:
    """Whether what begins at ``start`` is there for comparison ("the first since Apollo 17")."""
    position = start - sentence.start
    return words.comparison.search(sentence.text, max(0, position - 40), position) is not None


def _read_sentence(sentence: _Sentence, so_far: _Text, words: Language) -> Iterator[Statement]:
    taken = [
        (mention.start - sentence.start, mention.end - sentence.start)
        for mention in (*sentence.flights, *sentence.stations, *sentence.people)
    ] + [(stated.start, stated.end) for stated in sentence.dates]
    sentence.boundaries = [
        match.span()
        for match in words.boundary.finditer(sentence.text)
        if not any(start <= match.start() < end for start, end in taken)
    ]
    titles = [match.span() for match in _TITLES.finditer(sentence.text)]
    cues = [
        cue
        for cue in words.cues.finditer(sentence.text)
        if not any(start < cue.start() < end for start, end in titles)
    ]
    for cue in cues:
        statement = _read_cue(cue, cues, sentence, so_far, words)
        if statement is not None:
            yield statement


def _read_cue(
    cue: re.Match[str],
    cues: Sequence[re.Match[str]],
    sentence: _Sentence,
    so_far: _Text,
    words: Language,
) -> Statement | None:
    type_, form = words.kinds[cue.lastgroup or ""]
    stated = _dates_of(cue, cues, sentence)
    if form is Form.BARE and _compared(sentence, sentence.start + cue.start(), words):
        # "nine days after the launch": a date of another clause is not the launch's
        stated = [
            (cost, one)
            for cost, one in stated
            if not sentence.boundaries_between(cue.start(), one.start)
        ]
        if not stated:
            return None
    planned = _status(cue, form, sentence, stated, so_far, words)
    if planned is None:
        return None
    known = _resolved(stated, planned, so_far, sentence) or _date_of_clock(
        cue, sentence, so_far, words
    )
    today = so_far.published.day
    if known and today and not planned and known.first > today + timedelta(days=1):
        planned = True
    mission, cost = _flight_of(
        cue, type_, sentence, so_far, words, certain=known is not None or planned
    )
    people = _people_of(mission, sentence, so_far)
    if mission is None and not (type_ in _WITHOUT_FLIGHT and known and (people or known.day)):
        return None
    if type_ in _NEEDS_PEOPLE and not people and not (type_ == "death" and cost < _FAR):
        return None
    return Statement(
        type=type_,
        mission=mission,
        planned=planned,
        date=known,
        people=people,
        start=sentence.start + cue.start(),
        end=sentence.start + cue.end(),
        sentence=sentence.text,
        cost=cost + (stated[0][0] if stated else 0),
    )


def _status(
    cue: re.Match[str],
    form: Form,
    sentence: _Sentence,
    stated: Sequence[_Costed],
    so_far: _Text,
    words: Language,
) -> bool | None:
    """True for planned, False for happened, None where the text does not say that it is either."""
    start, end = sentence.clause(cue)
    left, right = sentence.text[start : cue.start()], sentence.text[cue.end() : end]
    if words.refused.search(left) or words.refused_after.search(right):
        return None
    if words.planned.search(left) or form is Form.FUTURE:
        return True
    if form is Form.PAST:
        return False
    if words.words.verbs_last:
        right = sentence.text[cue.end() : cue.end() + _NEAR]
    if words.planned.search(right):
        return True
    if words.happened.search(
        sentence.text, max(start - _BEFORE_CLAUSE, cue.start() - _NEAR), min(end, cue.end() + _NEAR)
    ):
        return False
    if not words.words.verbs_last and words.planned.search(sentence.text, 0, start):
        return True
    return _lies_ahead(stated, so_far, sentence)


def _lies_ahead(stated: Sequence[_Costed], so_far: _Text, sentence: _Sentence) -> bool | None:
    """Whether the nearest day that the date may mean comes after the day of publication."""
    ahead, behind = (_resolved(stated, planned, so_far, sentence) for planned in (True, False))
    if ahead is None or behind is None:
        return None if ahead is behind else ahead is not None
    today = so_far.published.known
    if today is None:
        return False
    if ahead == behind:
        return ahead.first > today.last
    return ahead.first - today.last < today.first - behind.first


def _resolved(
    stated: Sequence[_Costed], planned: bool, so_far: _Text, sentence: _Sentence
) -> Known | None:
    """The first of ``stated`` whose meaning can be known."""
    for _, one in stated:
        known = dates.resolve(
            one,
            planned=planned,
            published=so_far.published,
            before=_year_before(one, sentence) or so_far.date,
        )
        if known is not None:
            return known
    return None


def _year_before(one: Stated, sentence: _Sentence) -> Known | None:
    """The date with a year that stands last before ``one`` in its own sentence."""
    years = [
        Known(other.year, other.month, other.day)
        for other in sentence.dates
        if other.end <= one.start and other.year is not None
    ]
    return years[-1] if years else None


def _date_of_clock(
    cue: re.Match[str], sentence: _Sentence, so_far: _Text, words: Language
) -> Known | None:
    """The day of a bare time of day ("11时，飞船...对接"): the one that the text gave last."""
    start, end = sentence.clause(cue)
    if not _CLOCK.search(sentence.text, max(0, start - 30), end):
        return None
    before = [(0, stated) for stated in sentence.dates if stated.end <= cue.start()][-1:]
    if sentence.dates:
        return _resolved(before, False, so_far, sentence)
    if words.words.spaced or so_far.date_age > 1 or so_far.date is None:
        return None
    return so_far.date if so_far.date.day else None


def _dates_of(
    cue: re.Match[str], cues: Sequence[re.Match[str]], sentence: _Sentence
) -> list[_Costed]:
    """The dates that may be those of ``cue`` with their costs, nearest first.

    A date belongs to the cue to which it is nearest, and to others in its clause.
    """
    own = []
    for stated in sentence.dates:
        cost = _date_cost(cue, stated, sentence)
        others = [
            _date_cost(other, stated, sentence)
            for other in cues
            if other.lastgroup != cue.lastgroup
        ]
        shared = sentence.boundaries_between(cue.start(), stated.start) == 0
        if cost <= _DATE_REACH and (shared or cost <= min(others, default=cost) + _SHARED_COST):
            own.append((cost, stated))
    if not own and len(sentence.dates) == 1:
        cost = _date_cost(cue, sentence.dates[0], sentence)
        return [(cost, sentence.dates[0])] if cost <= _FAR else []
    return sorted(own, key=lambda pair: pair[0])


def _date_cost(cue: re.Match[str], stated: Stated, sentence: _Sentence) -> int:
    if stated.end <= cue.start():
        distance = cue.start() - stated.end
    else:
        distance = max(0, stated.start - cue.end())
    cost = distance + _CLAUSE_COST * sentence.boundaries_between(cue.start(), stated.start) // 2
    opened = max(sentence.text.rfind(mark, 0, stated.start) for mark in "(（")
    closed = max(sentence.text.rfind(mark, 0, stated.start) for mark in ")）")
    if opened > closed and not opened < cue.start() < stated.start:
        cost += _PARENTHESIS_COST
    return cost


def _flight_of(
    cue: re.Match[str],
    type_: MilestoneType,
    sentence: _Sentence,
    so_far: _Text,
    words: Language,
    *,
    certain: bool,
) -> tuple[EntryId | None, int]:
    """The flight that ``cue`` speaks of, and how far-fetched that is (0: named beside it).

    ``certain`` says that the cue is more than a noun in passing: a date or a plan goes with it.
    """
    named = _named_flight(cue, type_, sentence, so_far, words)
    if named is not None and named[1] <= _FAR:
        return named
    by_people = _flight_of_people(cue, sentence, so_far)
    if by_people is not None:
        return by_people, _CARRIED_COST
    topic = so_far.topic
    if topic is not None and (type_ not in _OF_CREWS or topic in so_far.crewed):
        _, end = sentence.clause(cue)
        if (
            named is not None
            or words.stands_for_flight.search(sentence.text, 0, end)
            or (certain and topic == so_far.main)
        ):
            return topic, _CARRIED_COST
    if named is not None:
        return named
    if type_ in _AT_STATIONS:
        return (sentence.stations[0].id if sentence.stations else so_far.station), _CARRIED_COST
    return None, _CARRIED_COST


def _named_flight(
    cue: re.Match[str], type_: MilestoneType, sentence: _Sentence, so_far: _Text, words: Language
) -> tuple[EntryId, int] | None:
    """The flight of the sentence that seems nearest to ``cue``, with its cost."""
    best: tuple[EntryId, int] | None = None
    for mention in sentence.flights:
        if type_ in _OF_CREWS and so_far.crewed and mention.id not in so_far.crewed:
            continue
        cost = _flight_cost(cue, mention, sentence)
        if type_ in _OF_SHIPS and mention.id.startswith(_SHIFTS):
            cost += _FAR
        if _compared(sentence, mention.start, words):
            cost += _FAR
        if best is None or cost < best[1]:
            best = (mention.id, cost)
    return best


def _flight_of_people(cue: re.Match[str], sentence: _Sentence, so_far: _Text) -> EntryId | None:
    """The flight of the people beside ``cue``: that of the text, or the only one they share."""
    _, end = sentence.clause(cue)
    ties = [
        so_far.ties[mention.id]
        for mention in sentence.people
        if mention.start - sentence.start < end and mention.id in so_far.ties
    ]
    if not ties:
        return None
    shared = frozenset.intersection(*ties)
    if so_far.topic in shared:
        return so_far.topic
    flights = [flight for flight in shared if not flight.startswith(_SHIFTS)] or list(shared)
    return flights[0] if len(flights) == 1 else None


def _flight_cost(cue: re.Match[str], mention: Mention, sentence: _Sentence) -> int:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if end <= cue.start():
        return cue.start() - end + _CLAUSE_COST * sentence.boundaries_between(end, cue.start())
    distance = max(0, start - cue.end())
    between = sentence.boundaries_between(cue.end(), start)
    if distance <= 8 and not between:  # "the launch of X", "发射神舟二十号"
        return distance
    return distance + _AFTER_COST + 2 * _CLAUSE_COST * between


def _people_of(mission: EntryId | None, sentence: _Sentence, so_far: _Text) -> tuple[EntryId, ...]:
    """The people of the sentence who belong to the milestone, in the order of the text."""
    named = dict.fromkeys(mention.id for mention in sentence.people)
    return tuple(
        person
        for person in named
        if mission is None or mission in so_far.ties.get(person, (mission,))
    )
