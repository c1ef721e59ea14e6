"""Cue by cue: what happened, to which flight and whom, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.core.milestones.beginning import begin
from ingest.core.milestones.choosing import dead_of, doers_of, flight_of, people_of
from ingest.core.milestones.dates import Known, Stated
from ingest.core.milestones.dating import dates_of
from ingest.core.milestones.happening import is_exclaimed, when
from ingest.core.milestones.languages import FoundCue, Language
from ingest.core.milestones.listing import listed_with
from ingest.core.milestones.lookalikes import died_elsewhere, is_lookalike, is_lost_with
from ingest.core.milestones.text import Sentence, SoFar, Story
from ingest.core.milestones.words import MISHAPS, Form
from ingest.core.sentences import excerpt
from ingest.model import Article, EntryId, Mention, MilestoneType

_WITHOUT_FLIGHT: frozenset[MilestoneType] = frozenset(
    {"launch", "landing", "docking", "undocking", "spacewalk", "death"}
)
"""What may be told of people alone, on a day, where the flight is not named."""
_OF_CREWED_SHIPS = _WITHOUT_FLIGHT - {"death"}
_CREW = re.compile(
    r"astronau|[ck]osmonau|taikonau|spationau|raumfahrer|raumfähre|raumstation|space station"
    r"|so[jy]us|soyuz|soyouz|crew dragon|starliner|союз|ソユーズ|クルードラゴン|联盟号|龙飞船"
    r"|shuttle|космонавт|астронавт|экипаж|мкс|шаттл|transbordador|tripula|navette|équipage|besatzung"
    r"|宇宙飛行士|シャトル|乗組員|宇航员|航天员|乘组|航天飞机|太空人"
)
"""Who flies, and in what: words by which an unnamed flight is known to be one with people."""
_EMPTY = re.compile(
    r"\b(?:empty|uncrewed|unoccupied|vací[ao]s?|leer|unbemannt\w*|à vide|inhabitée?s?|пуст\w{2}"
    r"|беспилотн\w+)\b|без экипажа|无人|無人"
)
"""A ship without a crew does not bring home whom the sentence names."""
_CLOSE = 60
_AT_CLAUSE_START = 3
_AND_IN = re.compile(r"\s?(?:,|and|et|und|y|e|и|和|、)\s?(?:(?:in|en|im|в|again in)\s)?")
_QUOTES = " \"'”’»)）」_"


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
    crews: tuple[EntryId, ...] = ()
    """Other flights whose crews its sentence names: they may have come home on this one."""


def read(
    article: Article,
    mentions: Sequence[Mention],
    spans: Sequence[tuple[int, int]],
    language: Language,
) -> Iterator[Statement]:
    """Every statement of ``article``, in order, repeats included."""
    text = article.text
    story = Story(text, mentions, spans, language)
    so_far = begin(article, mentions, story, language)
    for sentence in story.sentences(so_far):
        cues = _cues(sentence) if sentence.stems else []
        for cue in cues:
            statement = _read_cue(cue, cues, sentence, so_far, text)
            if statement is None:
                continue
            so_far.told.add(so_far.number)
            yield statement
            yield from _in_other_years(statement, sentence)
            for other in listed_with(statement.mission, cue, sentence):
                if other != statement.mission:
                    people = people_of(other, sentence, so_far)
                    yield replace(statement, mission=other, people=people)
        if sentence.names_any:
            so_far.remember(sentence)


def _in_other_years(statement: Statement, sentence: Sentence) -> Iterator[Statement]:
    """The other flights of "she flew in 1984 and 1990", where no flight is named."""
    told = statement.date
    if statement.type != "launch" or statement.mission or not told or told.month:
        return
    listed: list[Stated] = []
    for day in sentence.dates:
        joined = listed and _AND_IN.fullmatch(sentence.text, listed[-1].end, day.start)
        if not joined and any(one.year == told.year for one in listed):
            break
        listed = [*listed, day] if joined else [day]
    if all(one.year and not one.month for one in listed):
        for one in listed:
            if one.year and one.year != told.year:
                yield replace(statement, date=Known(one.year))


def _cues(sentence: Sentence) -> list[FoundCue]:
    """The cues of a sentence that is no question."""
    if sentence.text.rstrip(_QUOTES).endswith(("?", "？")):
        return []
    cues = sentence.language.find_cues(sentence.text, sentence.stems)
    if len(cues) > 1:  # what is scheduled is said by another cue, unless there is only a mishap
        events = [cue for cue in cues if cue.form is not Form.SCHEDULED]
        return events if any(cue.type not in MISHAPS for cue in events) else cues
    return cues


def _read_cue(
    cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence, so_far: SoFar, text: str
) -> Statement | None:
    if is_lookalike(cue, cues, sentence):
        return None
    stated = dates_of(cue, cues, sentence)
    found = when(cue, cues, stated, sentence, so_far)
    if found is None:
        return None
    planned, known = found
    certain = (
        known is not None or planned or cue.type == "delay" or is_exclaimed(cue, sentence)
    ) and _needs_no_subject(cue, sentence)
    mission, cost = flight_of(cue, sentence, so_far, certain=certain)
    if _is_of_person(mission, cue, cues, sentence, so_far):
        mission = None  # "he died on August 25", long after his flights
    people = _people(mission, cue, cues, sentence, so_far)
    named = any(flight.id == mission for flight in sentence.flights)
    if cue.form is Form.SCHEDULED and not (known and named and cost <= _CLOSE):
        return None
    told_alone = known or (cue.type == "death" and sentence.people)
    if mission is None and not (
        told_alone and _is_told_without_flight(cue, people, sentence, so_far)
    ):
        return None
    told = named or known or planned or mission == so_far.only
    if cue.type == "launch" and not told:
        return None  # "when he flew into space": no flight, no day
    if cue.type == "death" and not (people or named or mission == so_far.only):
        return None
    if cue.type == "crew_assigned" and not (
        (named and (people or _CREW.search(sentence.text, cue.start, cue.end)))
        or (known and mission == so_far.before)
    ):
        return None
    return Statement(
        type=cue.type,
        mission=mission,
        planned=planned,
        date=known,
        people=people,
        start=sentence.start + cue.start,
        end=sentence.start + cue.end,
        sentence=excerpt(
            text[sentence.start : sentence.start + len(sentence.text)], cue.start, cue.end
        ),
        cost=cost + (stated[0][0] if stated else 0),
        crews=tuple(one.id for one in sentence.flights if one.crew and one.id != mission),
    )


def _people(
    mission: EntryId | None,
    cue: FoundCue,
    cues: Sequence[FoundCue],
    sentence: Sentence,
    so_far: SoFar,
) -> tuple[EntryId, ...]:
    """Whom it befalls: those of the sentence, or those whom it means by "she" and "they"."""
    people = people_of(mission, sentence, so_far)
    if cue.type == "death":
        people = dead_of(people, cue, cues, sentence)
    if cue.type == "spacewalk" and not people:
        people = doers_of(sentence, so_far)
    if cue.type in _WITHOUT_FLIGHT and not (people or sentence.people) and mission is None:
        return so_far.person if cue.type == "death" else so_far.crew
    return people


def _is_of_person(
    mission: EntryId | None,
    cue: FoundCue,
    cues: Sequence[FoundCue],
    sentence: Sentence,
    so_far: SoFar,
) -> bool:
    """Whether somebody died, but not on the flight that is named, and in no mishap of one."""
    if cue.type != "death":
        return False
    if sentence.flights:
        return died_elsewhere(mission, cue, cues, sentence)
    if is_lost_with(mission, sentence, so_far):
        return False
    told_whose = bool(sentence.people or so_far.person)
    return told_whose and not any(other.type == "anomaly" for other in cues)


def _is_told_without_flight(
    cue: FoundCue, people: Sequence[EntryId], sentence: Sentence, so_far: SoFar
) -> bool:
    """Whether it identifies itself, by people or in a text that names no flight at all."""
    if people:
        return cue.type in _WITHOUT_FLIGHT and not (
            cue.type in _OF_CREWED_SHIPS
            and _EMPTY.search(sentence.text, *sentence.clause(cue)) is not None
        )
    if so_far.places or cue.type not in _OF_CREWED_SHIPS:
        return False
    start, end = sentence.clause(cue)
    if cue.type != "launch":  # so much else is launched that its very clause must name a crew
        start = 0
    return _CREW.search(sentence.text, start, end) is not None


def _needs_no_subject(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether it may speak of the text's flight without naming it: "splashdown on April 10"."""
    if cue.form is Form.BARE or not sentence.language.words.spaced:
        return True
    return cue.start - sentence.clause(cue)[0] <= _AT_CLAUSE_START
