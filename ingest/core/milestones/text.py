"""An article as milestones see it: sentences with their clauses, and what was said before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import itemgetter

from ingest.core.han import SIMPLIFIED, TRADITIONAL
from ingest.core.milestones import dates
from ingest.core.milestones.dates import Known, Published, Stated
from ingest.core.milestones.languages import FoundCue, Language
from ingest.model import EntryId, Mention

SHIFTS = ("expedition-", "mir-eo-")
"""Ids of station shifts: their crews fly, they do not."""
_QUOTES = "\"'“‘„«「『（"
_QUOTED_NAME = re.compile(
    r"[\"'“‘„«「『][^\"'“”‘’„«»「」『』.,;:!?，。；：！？]{1,30}[\"'”’“»」』]"
)
"""Quotation marks around a name or a word end no clause."""
_RELATIVE = re.compile(
    r"[\s,–—]{0,3}(?:(?:who|which|whose|qui|dont|que|quien|котор\w{2,3})\b"
    r"|(?:der|die|das|dem|den) (?:am|im|in|an|auf|als|mit|bereits|schon|seit|vor|zuletzt"
    r"|(?:19|20)\d\d)\b)"
)
_BESIDE_NAME, _SAME_STORY = 2, 3
_AFTERWARDS = re.compile(
    r"since|after|following|depuis|après|suite|seit|nach|после|с момента|tras|desde|después|以来"
)
_CARRIED_SENTENCES = 5
_CREW_AGE = 2
_YEARS_AGO = 2
"""A text that speaks of such a year goes on to speak of it; of last year it may not."""
_DATED_SENTENCES = 8
_NOWHERE = 1 << 60
_place = itemgetter(1)
_SIMPLER = str.maketrans(TRADITIONAL + "著", SIMPLIFIED + "着")
_OFTEN = "飛發國時後為會這個與"
"""One of them stands in every news text in traditional characters."""
_MAX_SENTENCE = 1_500
"""Longer ones are lists or furniture; no milestone needs so many words."""
_MAX_DATES = 10
"""A sentence with more of them is a table."""


@dataclass(slots=True)
class Sentence:
    """A sentence in lower case with what stands in it; spans count from its own start."""

    text: str
    start: int
    """Where it begins in the article's text."""
    flights: Sequence[Mention]
    stations: Sequence[Mention]
    people: Sequence[Mention]
    language: Language
    stems: Sequence[tuple[int, int]] = ()
    _dates: list[Stated] | None = None
    _boundaries: list[tuple[int, int]] | None = None
    _clause_ends: list[int] | None = None
    _relatives: list[tuple[int, int]] | None = None
    _last_relatives: list[int] | None = None
    _clauses: dict[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def names_any(self) -> bool:
        return bool(self.flights or self.people or self.stations)

    def take(self, mentions: Sequence[Mention]) -> None:
        """Mentions that stand in it."""
        self.flights = [mention for mention in mentions if mention.kind == "mission"]
        self.stations = [mention for mention in mentions if mention.kind == "station"]
        self.people = [mention for mention in mentions if mention.kind == "person"]

    @property
    def dates(self) -> list[Stated]:
        if self._dates is None:
            names = [
                (mention.start - self.start, mention.end - self.start) for mention in self.flights
            ]
            self._dates = [
                stated
                for stated in self.language.calendar.find(self.text)
                if not any(stated.start < end and start < stated.end for start, end in names)
            ][:_MAX_DATES]
        return self._dates

    @property
    def boundaries(self) -> list[tuple[int, int]]:
        """Where clauses end; not within names and dates."""
        if self._boundaries is None:
            names = [
                self._with_quotes(mention.start - self.start, mention.end - self.start)
                for mention in (*self.flights, *self.stations, *self.people)
            ]
            taken = [*names, *((stated.start, stated.end) for stated in self.dates)]
            if any(mark in self.text for mark in _QUOTES):
                taken += [match.span() for match in _QUOTED_NAME.finditer(self.text)]
            found = [
                match.span()
                for match in self.language.boundary.finditer(self.text)
                if not any(start <= match.start() < end for start, end in taken)
            ]
            self._boundaries = _without_appositions(found, names)
        return self._boundaries

    def _with_quotes(self, start: int, end: int) -> tuple[int, int]:
        """A name's span with the quotation marks around it, which end no clause."""
        quoted = start > 0 and self.text[start - 1] in _QUOTES
        return (start - 1, end + 1) if quoted else (start, end)

    def clause(self, cue: FoundCue) -> tuple[int, int]:
        """Start and end of the clause around ``cue``."""
        known = self._clauses.get(cue.start)
        if known is not None:
            return known
        start, end = 0, len(self.text)
        for boundary in self.boundaries:
            if boundary[1] <= cue.start:
                start = boundary[0]
            elif boundary[0] >= cue.end:
                end = boundary[0]
                break
        self._clauses[cue.start] = start, end
        return start, end

    def comma_after(self, position: int) -> int:
        """The length of the comma that stands there, unless a conjunction follows it."""
        for number, (start, end) in enumerate(self.boundaries):
            if position <= start <= position + 1 and self.text[start] in ",，、":
                following = self.boundaries[number + 1 : number + 2]
                return 0 if following and following[0][0] - end <= 1 else end - position
        return 0

    @property
    def relative_clauses(self) -> list[tuple[int, int]]:
        """Relative clauses after which the sentence goes on: ", who flew in 1968,"."""
        if self._relatives is None:
            self._relatives = []
            for number, (start, end) in enumerate(self.boundaries):
                if not _RELATIVE.match(self.text, start):
                    continue
                later = [one for one in self.boundaries[number + 1 :] if one[0] - end > 1]
                commas = (at for at, one in enumerate(later) if self.text[one[0]] in ",–—")
                at = next(commas, None)
                # ", after ..." begins another clause and resumes none
                if at is not None and not any(
                    one[0] - later[at][1] <= 1 for one in later[at + 1 : at + 2]
                ):
                    self._relatives.append((start, later[at][1]))
        return self._relatives

    @property
    def last_relatives(self) -> list[int]:
        """Where relative clauses begin with which the sentence ends: "X, which left in 2022."."""
        if self._last_relatives is None:
            resumed = {begin for begin, _ in self.relative_clauses}
            self._last_relatives = [
                start
                for start, _ in self.boundaries
                if start not in resumed and _RELATIVE.match(self.text, start)
            ]
        return self._last_relatives

    def boundaries_between(self, a: int, b: int) -> int:
        """How many clauses end between two places; ", which" ends one only."""
        if self._clause_ends is None:
            ends = [-2, *(end for _, end in self.boundaries)]
            self._clause_ends = [
                start
                for (start, _), last in zip(self.boundaries, ends, strict=False)
                if start - last > 1
            ]
        low, high = min(a, b), max(a, b)
        return bisect_left(self._clause_ends, high) - bisect_left(self._clause_ends, low)

    def compared(self, position: int) -> bool:
        """Whether what begins there is named for comparison ("the first since Apollo 17")."""
        return self._comparison(position) is not None

    def happened_before(self, position: int) -> bool:
        """Whether it is compared with as with something past: "after the launch of"."""
        found = self._comparison(position)
        return found is not None and _AFTERWARDS.match(found[0]) is not None

    def _comparison(self, position: int) -> re.Match[str] | None:
        return self.language.comparison.search(self.text, max(0, position - 40), position)


def _without_appositions(
    boundaries: list[tuple[int, int]], names: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The boundaries but for pairs that only set off a name: "the capsule, Soyuz MS-27, landed"."""
    kept: list[tuple[int, int]] = []
    for boundary in boundaries:
        if kept and any(
            0 <= start - kept[-1][1] <= _BESIDE_NAME and 0 <= boundary[0] - end <= 1
            for start, end in names
        ):
            kept.pop()
        else:
            kept.append(boundary)
    return kept


class Story:
    """The sentences of an article, cut and searched only as far as they are asked for."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        spans: Sequence[tuple[int, int]],
        language: Language,
    ) -> None:
        self._lowered = lower(text)
        if language.words.simplified:
            self._lowered = _simplified(self._lowered)
        self._mentions = sorted(mentions, key=lambda mention: (mention.start, mention.end))
        self._spans = spans
        self._language = language
        self._known: dict[int, Sentence] = {}

    def sentences(self, so_far: SoFar) -> Iterator[Sentence]:
        """Those that hold mentions, or stems of what was named before; each is the one at hand."""
        stems = self._language.stems.find_matches_as_indexes(self._lowered, overlapping=True)
        stems.sort(key=_place)
        places = [*(place for _, place, _ in stems), _NOWHERE]
        starts = [*(mention.start for mention in self._mentions), _NOWHERE]
        last = past = 0
        for number, (start, end) in enumerate(self._spans):
            first, hit = last, past
            if starts[first] >= end and places[hit] >= end:
                continue
            last, past = bisect_left(starts, end, first), bisect_left(places, end, hit)
            so_far.number = number
            if last == first and not so_far.says_whose:
                continue
            sentence = self.sentence(number)
            if last > first:
                sentence.take(self._mentions[bisect_left(starts, start, first) : last])
            if past > hit and end - start <= _MAX_SENTENCE:
                hits = stems[bisect_left(places, start, hit) : past]
                sentence.stems = [(stem, place - start) for stem, place, _ in hits]
            yield sentence

    def people(self, number: int) -> tuple[EntryId, ...]:
        """Those whom that sentence names; none where there is no such sentence."""
        start, end = self._spans[number] if number < len(self._spans) else (0, 0)
        first = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        named = dict.fromkeys(
            mention.id
            for mention in takewhile(lambda one: one.start < end, self._mentions[first:])
            if mention.kind == "person"
        )
        return tuple(named)

    def joins(self, one: int, other: int) -> bool:
        """Whether two sentences, the earlier first, stand in one paragraph."""
        return self._lowered.find("\n", self._spans[one][1], self._spans[other][0]) < 0

    def sentence(self, number: int) -> Sentence:
        """That sentence, with what :meth:`sentences` found in it so far."""
        sentence = self._known.get(number)
        if sentence is None:
            start, end = self._spans[number]
            text = self._lowered[start:end]
            sentence = self._known[number] = Sentence(text, start, (), (), (), self._language)
        return sentence


@dataclass(slots=True)
class SoFar:
    """What the article says as a whole, and what it said before the sentence at hand."""

    story: Story
    published: Published
    main: EntryId | None
    """The flight that the article is about, where one stands out."""
    main_crewed: EntryId | None
    """As ``main``, of the flights with a crew."""
    ties: dict[EntryId, frozenset[EntryId]]
    """Person -> their flights: those that the text states, else named ones of the catalogue."""
    flown: dict[EntryId, frozenset[EntryId]]
    """Person -> all flights that the text or the catalogue ties them to, of those named."""
    crewed: frozenset[EntryId]
    """Flights that the article ties to people, or names as crews."""
    tied: frozenset[EntryId]
    """Flights that the article ties to people by name."""
    places: dict[EntryId, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Flight -> where it is named."""
    year_ahead: int | None = None
    """The next year, where the text begins by saying that it is about that one."""
    only: EntryId | None = None
    """The flight of a text that is about one flight and names no other."""
    flight: EntryId | None = None
    """The flight that was named last, in sentence ``flight_at``."""
    flight_at: int = 0
    near: EntryId | None = None
    """That flight, where its sentence names no other."""
    station: EntryId | None = None
    people: tuple[EntryId, ...] = ()
    """Those whom a sentence named last: ``people_at``."""
    people_at: int = 0
    number: int = 0
    """Of the sentence at hand."""
    told: set[int] = field(default_factory=set)
    """Sentences in which a milestone was read."""

    @property
    def before(self) -> EntryId | None:
        """The flight of the sentence before, or of one just before in its paragraph, if alone."""
        back = self.number - self.flight_at
        same = back == 1 or (back <= _SAME_STORY and self.story.joins(self.flight_at, self.number))
        return self.near if same else None

    @property
    def goes_on(self) -> bool:
        """Whether the paragraph spoke of one flight alone just before."""
        return self.before is not None and self.story.joins(self.flight_at, self.number)

    @property
    def topic(self) -> EntryId | None:
        """The flight that "the spacecraft" means."""
        found = self.before or self.main
        if found is not None:
            return found
        return self.flight if self.number - self.flight_at <= _CARRIED_SENTENCES else None

    @property
    def person(self) -> tuple[EntryId, ...]:
        """The one whom "she" means: named alone in the sentence before; nobody else."""
        return self.people if len(self.people) == 1 and self.number - self.people_at <= 1 else ()

    @property
    def crew(self) -> tuple[EntryId, ...]:
        """Those whom "they" means in a text that names no flight: all of the sentence before."""
        if self.names_ships or self.number - self.people_at > _CREW_AGE:
            return self.person
        return self.people

    @property
    def names_ships(self) -> bool:
        return any(not flight.startswith(SHIFTS) for flight in self.places)

    @property
    def says_whose(self) -> bool:
        """Whether a sentence that names nobody and nothing may be of something named before."""
        if self.main or self.main_crewed or self.station or not self.places:
            return True
        return bool(self.topic or self.flight in self.crewed or self.crew)

    def date_before(
        self, sentences: int = _DATED_SENTENCES, *, happened: bool = False, of_day: bool = False
    ) -> Known | None:
        """The date given last, at most so many sentences ago; if wanted, no plan's, or a day."""
        for number in range(self.number - 1, max(-1, self.number - 1 - sentences), -1):
            sentence = self.story.sentence(number)
            if happened and sentence.dates and sentence.language.planned.search(sentence.text):
                continue
            for stated in reversed(sentence.dates):
                known = dates.resolve(stated, planned=False, published=self.published, before=None)
                if known is not None and (known.day if of_day else known.month) is not None:
                    return known
        return None

    def year_told(self) -> Known | None:
        """The date with a year that its paragraph gave last, if that was years ago."""
        today = self.published.known
        for number in range(self.number - 1, max(-1, self.number - 1 - _SAME_STORY), -1):
            if today is None or not self.story.joins(number, self.number):
                return None
            if number not in self.told:
                continue
            for stated in reversed(self.story.sentence(number).dates):
                if stated.year is not None:
                    long_ago = stated.year <= today.year - _YEARS_AGO
                    return Known(stated.year, stated.month, stated.day) if long_ago else None
        return None

    def day_before(self) -> Known | None:
        """The day of the sentence before, where it gives one and tells no event of that day.

        In a text about one flight it may be some sentences back.
        """
        if self.only is not None:
            known = self.date_before(_SAME_STORY, happened=True)
        elif self.number and self.number - 1 not in self.told:
            known = self.date_before(1, happened=True)
        else:
            return None
        return known if known is not None and known.day is not None else None

    def remember(self, sentence: Sentence) -> None:
        """Keep what this sentence names for those that follow."""
        if sentence.people:
            self.people = tuple(dict.fromkeys(mention.id for mention in sentence.people))
            self.people_at = self.number
        if sentence.stations:
            self.station = sentence.stations[0].id
        ships = [flight for flight in sentence.flights if not flight.id.startswith(SHIFTS)]
        if ships:
            named = (ship for ship in ships if not sentence.compared(ship.start - sentence.start))
            self.flight, self.flight_at = next(named, ships[0]).id, self.number
            self.near = self.flight if len({ship.id for ship in ships}) == 1 else None


def _simplified(text: str) -> str:
    """Chinese text in simplified characters, each place kept."""
    return text.translate(_SIMPLER) if any(char in text for char in _OFTEN) else text


def lower(text: str) -> str:
    """Lower case that keeps every place: "İ" has two letters in lower case and stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
