"""Sentence by sentence: which cue, did it happen, which flight, which date, which people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.core.milestones import dates
from ingest.core.milestones.dates import Known, Published, Stated
from ingest.core.milestones.languages import Language
from ingest.core.milestones.words import Form
from ingest.model import Article, EntryId, Mention, MilestoneType

_AT_STATIONS: frozenset[MilestoneType] = frozenset({"spacewalk", "handover", "anomaly", "delay"})
"""What may be told of a station where no flight is named."""
_WITHOUT_FLIGHT: frozenset[MilestoneType] = frozenset({"launch", "landing", "spacewalk", "death"})
"""What may be told of people alone."""
_NEEDS_PEOPLE: frozenset[MilestoneType] = frozenset({"crew_assigned", "death"})
_CLAUSE_COST, _PARENTHESIS_COST, _AFTER_COST, _COMPARISON_COST = 40, 30, 25, 80
_DATE_REACH = 160
_CARRIED_SENTENCES = 4
_MAX_SENTENCE = 1_500
"""Longer ones are lists or furniture; no milestone needs so many words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One cue, read: a milestone before repeats are merged. ``named``: in its own sentence."""

    type: MilestoneType
    mission: EntryId | None
    planned: bool
    date: Known | None
    people: tuple[EntryId, ...]
    start: int
    end: int
    sentence: str
    named: bool


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
        start = max((b[0] for b in self.boundaries if b[1] <= cue.start()), default=0)
        end = min((b[0] for b in self.boundaries if b[0] >= cue.end()), default=len(self.text))
        return start, end

    def boundaries_between(self, a: int, b: int) -> int:
        low, high = min(a, b), max(a, b)
        return sum(low <= start < high for start, _ in self.boundaries)


@dataclass(slots=True)
class _Text:
    """What the text said so far."""

    published: Published
    flight: EntryId | None = None
    flight_age: int = 0
    """Sentences since ``flight`` was named."""
    main: EntryId | None = None
    """The flight that the article is about, where one stands out."""
    date: Known | None = None

    @property
    def topic(self) -> EntryId | None:
        if self.flight is not None and self.flight_age <= _CARRIED_SENTENCES:
            return self.flight
        return self.main


def read(
    article: Article, mentions: Sequence[Mention], spans: Sequence[tuple[int, int]], words: Language
) -> list[Statement]:
    """Every statement of ``article``, in order, repeats included."""
    text = article.text
    flights = [mention for mention in mentions if mention.kind == "mission"]
    so_far = _Text(_published(article), main=_main(flights))
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
    """The flight named most often, if it is named twice as often as the next one."""
    counts = Counter(mention.id for mention in flights).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] < 2 * counts[1][1]):
        return None
    return counts[0][0]


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
    named = [one for one in sentence.flights if not _compared(sentence, one, words)]
    if named or sentence.flights:
        so_far.flight, so_far.flight_age = (named or sentence.flights)[0].id, 0
    for stated in sentence.dates:
        known = dates.resolve(stated, planned=False, published=so_far.published, before=so_far.date)
        if known is not None and (known.month is not None or so_far.date is None):
            so_far.date = known


def _compared(sentence: _Sentence, mention: Mention, words: Language) -> bool:
    """Whether the flight is named for comparison only ("the first since Apollo 17")."""
    position = mention.start - sentence.start
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
    cues = list(words.cues.finditer(sentence.text))
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
    stated = _date_of(cue, cues, sentence)
    planned = _status(cue, form, sentence, stated, so_far, words)
    if planned is None:
        return None
    known = (
        dates.resolve(stated, planned=planned, published=so_far.published, before=so_far.date)
        if stated
        else None
    )
    latest = so_far.published.known.last if so_far.published.known else None
    if known and latest and not planned and known.first > latest and so_far.published.day:
        planned = True
    mission, named = _flight_of(cue, type_, sentence, so_far, words)
    people = _people_of(mission, sentence)
    if mission is None and not (type_ in _WITHOUT_FLIGHT and people and known):
        return None
    if type_ in _NEEDS_PEOPLE and not people:
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
        named=named,
    )


def _status(
    cue: re.Match[str],
    form: Form,
    sentence: _Sentence,
    stated: Stated | None,
    so_far: _Text,
    words: Language,
) -> bool | None:
    """True for planned, False for happened, None where the text does not say that it is either."""
    start, end = sentence.clause(cue)
    left, right = sentence.text[start : cue.start()], sentence.text[cue.end() : end]
    if words.refused.search(left) or words.refused_after.search(right):
        return None
    if words.planned.search(left):
        return True
    if form is Form.FUTURE:
        return True
    if form is Form.PAST:
        return False
    if words.planned.search(right):
        return True
    if words.happened.search(left) or words.happened.search(right):
        return False
    if stated is None:
        return None
    known = dates.resolve(stated, planned=True, published=so_far.published, before=so_far.date)
    today = so_far.published.known
    return bool(known and today and known.first > today.last)


def _date_of(
    cue: re.Match[str], cues: Sequence[re.Match[str]], sentence: _Sentence
) -> Stated | None:
    """The date nearest to ``cue``, counting clauses and parentheses, that is not another cue's."""
    best: tuple[int, Stated] | None = None
    for stated in sentence.dates:
        cost = _date_cost(cue, stated, sentence)
        if cost > _DATE_REACH or any(
            _stands_between(other, cue, stated) for other in cues if other is not cue
        ):
            continue
        if best is None or cost < best[0]:
            best = (cost, stated)
    return best[1] if best else None


def _stands_between(other: re.Match[str], cue: re.Match[str], stated: Stated) -> bool:
    low, high = sorted((cue.start(), stated.start))
    return low < other.start() < high and other.lastgroup != cue.lastgroup


def _date_cost(cue: re.Match[str], stated: Stated, sentence: _Sentence) -> int:
    if stated.end <= cue.start():
        distance = cue.start() - stated.end
    else:
        distance = max(0, stated.start - cue.end())
    cost = distance + _CLAUSE_COST * sentence.boundaries_between(cue.start(), stated.start) // 2
    opened = sentence.text.rfind("(", 0, stated.start)
    closed = sentence.text.rfind(")", 0, stated.start)
    if opened > closed and not opened < cue.start() < stated.start:
        cost += _PARENTHESIS_COST
    return cost


def _flight_of(
    cue: re.Match[str], type_: MilestoneType, sentence: _Sentence, so_far: _Text, words: Language
) -> tuple[EntryId | None, bool]:
    """The flight that ``cue`` speaks of, and whether its own sentence names it."""
    best: tuple[int, EntryId] | None = None
    for mention in sentence.flights:
        cost = _flight_cost(cue, mention, sentence)
        if _compared(sentence, mention, words):
            cost += _COMPARISON_COST
        if best is None or cost < best[0]:
            best = (cost, mention.id)
    if best is not None:
        return best[1], True
    if so_far.topic is not None:
        start, _ = sentence.clause(cue)
        if words.stands_for_flight.search(sentence.text[: cue.end()], 0) or start == 0:
            return so_far.topic, False
    linked = {mention.mission for mention in sentence.people if mention.mission is not None}
    if len(linked) == 1 and type_ in _WITHOUT_FLIGHT:
        return linked.pop(), False
    if type_ in _AT_STATIONS and sentence.stations:
        return sentence.stations[0].id, True
    return None, False


def _flight_cost(cue: re.Match[str], mention: Mention, sentence: _Sentence) -> int:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if end <= cue.start():
        return cue.start() - end + _CLAUSE_COST * sentence.boundaries_between(end, cue.start())
    distance = max(0, start - cue.end())
    if distance <= 8:  # "the launch of X", "发射神舟二十号"
        return distance
    return distance + _AFTER_COST + _CLAUSE_COST * sentence.boundaries_between(cue.end(), start)


def _people_of(mission: EntryId | None, sentence: _Sentence) -> tuple[EntryId, ...]:
    """The people of the sentence who belong to the milestone, in the order of the text."""
    missions: dict[EntryId, set[EntryId | None]] = {}
    for mention in sentence.people:
        missions.setdefault(mention.id, set()).add(mention.mission)
    chosen = [
        person
        for person, flights in missions.items()
        if mission is None or mission in flights or flights == {None}
    ]
    return tuple(chosen)
