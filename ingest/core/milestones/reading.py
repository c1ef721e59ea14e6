"""Cue by cue: did it happen, is it planned, or does the text say neither?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from ingest.core.milestones import text as texts
from ingest.core.milestones.choosing import flight_of, listed_with, named_beside, people_of
from ingest.core.milestones.dates import Known
from ingest.core.milestones.dating import Costed, date_of_clock, dates_of, resolved
from ingest.core.milestones.languages import FoundCue, Language
from ingest.core.milestones.text import Sentence, SoFar
from ingest.core.milestones.words import Form
from ingest.model import Article, EntryId, Mention, MilestoneType

_WITHOUT_FLIGHT: frozenset[MilestoneType] = frozenset(
    {"launch", "landing", "docking", "undocking", "spacewalk", "death"}
)
"""What may be told of people alone, on a day, where the flight is not named."""
_MISHAPS: frozenset[MilestoneType] = frozenset({"anomaly", "death"})
_OF_STAGES: frozenset[MilestoneType] = frozenset({"landing", "undocking"})
"""What rocket stages do as well."""
_AHEAD = (Form.FUTURE, Form.SCHEDULED)
_OPEN = (Form.BARE, Form.PRESENT)
"""Forms that leave open whether it happened."""
_OF_CREWED_SHIPS = _WITHOUT_FLIGHT - {"death"}
_CREW = re.compile(
    r"astronau|[ck]osmonau|taikonau|spationau|raumfahrer|raumfähre|raumstation|space station"
    r"|so[jy]us|soyuz|soyouz|crew dragon|starliner|союз|ソユーズ|クルードラゴン|联盟号|龙飞船"
    r"|shuttle|космонавт|астронавт|экипаж|мкс|шаттл|transbordador|tripula|navette|équipage|besatzung"
    r"|宇宙飛行士|シャトル|乗組員|宇航员|航天员|乘组|航天飞机|太空人"
)
"""Who flies, and in what: words by which an unnamed flight is known to be one with people."""
_EVIDENCE = 300
"""Characters of a sentence that are passed on: what publishers' rights allow."""
_CLOSE = 60
_LONG_AGO, _SOON = 300, 45
"""Days."""
_FIRST_TO = re.compile(r"\bfirst (?:[\w-]+ ){0,4}to (?:[\w-]+ ){0,2}$")
"""Who was the first to land has landed, if a day goes with it; else it may be yet to come."""
_DURING = re.compile(
    r"(?:during|while|при|во время|beim|bei der|lors d\w+|durante|の際|时)\W{0,2}\w{0,4}\W?$"
)
_DAYS = re.compile(
    r"(?:tage?n?|days?|weeks?|months?|years?|jours?|mois|ans|días?|años?)\b|дн[яе]|сутк|日[目間后後]|天后"
)
"""In such a sentence a mishap may be days from what was told before."""
_QUOTES = " \"'”’»)）」_"
_BEFORE_CLAUSE, _NEAR, _AT_CLAUSE_START = 15, 40, 3


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
    so_far = texts.begin(article, mentions, language)
    for sentence in texts.sentences(text, mentions, spans, language):
        cues = _cues(sentence) if sentence.stems else []
        for cue in cues:
            statement = _read_cue(cue, cues, sentence, so_far, text)
            if statement is None:
                continue
            sentence.told = True
            yield statement
            for other in listed_with(statement.mission, sentence):
                if other != statement.mission:
                    people = people_of(other, sentence, so_far)
                    yield replace(statement, mission=other, people=people)
        so_far.remember(sentence)


def _cues(sentence: Sentence) -> list[FoundCue]:
    """The cues of a sentence that is no question."""
    if sentence.text.rstrip(_QUOTES).endswith(("?", "？")):
        return []
    cues = sentence.language.find_cues(sentence.text, sentence.stems)
    if len(cues) > 1:  # what is scheduled is said by another cue, unless there is only a mishap
        events = [cue for cue in cues if cue.form is not Form.SCHEDULED]
        return events if any(cue.type not in _MISHAPS for cue in events) else cues
    return cues


def _read_cue(
    cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence, so_far: SoFar, text: str
) -> Statement | None:
    stated = dates_of(cue, cues, sentence)
    when = _when(cue, cues, stated, sentence, so_far)
    if when is None:
        return None
    planned, known = when
    certain = (known is not None or planned) and _needs_no_subject(cue, sentence)
    mission, cost = flight_of(cue, sentence, so_far, certain=certain)
    if _did_not_land(cue, cues, sentence):
        return None
    if cue.type == "death" and not sentence.people and not sentence.flights and so_far.person:
        mission = None  # "he died on August 25"
    people = people_of(mission, sentence, so_far)
    if cue.type in _WITHOUT_FLIGHT and not sentence.people and mission is None:
        people = so_far.person if cue.type == "death" else so_far.crew
    named = any(flight.id == mission for flight in sentence.flights)
    if cue.form is Form.SCHEDULED and not (known and named and cost <= _CLOSE):
        return None
    if mission is None and not (known and _is_told_without_flight(cue, people, sentence, so_far)):
        return None
    told = named or known or planned or mission == so_far.only
    if cue.type == "launch" and not told:
        return None  # "when he flew into space": no flight, no day
    if cue.type == "death" and not (people or named or mission == so_far.only):
        return None
    if cue.type == "crew_assigned" and not (people and named):
        return None
    return Statement(
        type=cue.type,
        mission=mission,
        planned=planned,
        date=known,
        people=people,
        start=sentence.start + cue.start,
        end=sentence.start + cue.end,
        sentence=_evidence(text[sentence.start : sentence.start + len(sentence.text)], cue),
        cost=cost + (stated[0][0] if stated else 0),
        crews=tuple(one.id for one in sentence.flights if one.crew and one.id != mission),
    )


def _did_not_land(cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence) -> bool:
    """Whether the landing only says when a mishap was: "broke apart while returning to Earth"."""
    return (
        cue.type == "landing"
        and cue.form is Form.BARE
        and any(other.type in _MISHAPS for other in cues)
        and _DURING.search(sentence.text, max(0, cue.start - 20), cue.start) is not None
    )


def _is_told_without_flight(
    cue: FoundCue, people: Sequence[EntryId], sentence: Sentence, so_far: SoFar
) -> bool:
    """Whether it identifies itself, by people or in a text that names no flight at all."""
    if people:
        return cue.type in _WITHOUT_FLIGHT
    if so_far.places or cue.type not in _OF_CREWED_SHIPS:
        return False
    start, end = sentence.clause(cue)
    if cue.type != "launch":  # so much else is launched that its very clause must name a crew
        start = 0
    return _CREW.search(sentence.text, start, end) is not None


def _evidence(sentence: str, cue: FoundCue) -> str:
    """The sentence, or of a long one what stands around ``cue``."""
    if len(sentence) <= _EVIDENCE:
        return sentence
    begin = max(0, min(cue.start - _EVIDENCE // 2, len(sentence) - _EVIDENCE + 2))
    end = begin + _EVIDENCE - 2
    return ("…" if begin else "") + sentence[begin:end] + ("…" if end < len(sentence) else "")


def _when(
    cue: FoundCue,
    cues: Sequence[FoundCue],
    stated: Sequence[Costed],
    sentence: Sentence,
    so_far: SoFar,
) -> tuple[bool, Known | None] | None:
    """Whether it is planned, and its date; None where the text states no event."""
    if cue.form in _OPEN and not stated and sentence.compared(cue.start):
        # "after the launch" only says when something else happened, unless it says whose
        named = sentence.happened_before(cue.start) and named_beside(cue, sentence)
        return (False, None) if named else None
    planned = _is_planned(cue, sentence, stated, so_far)
    if planned is False and cue.form in _OPEN and _is_put_off(cue, cues, sentence):
        # "the launch was postponed": what is put off did not happen
        planned = _lies_ahead(cue, stated, sentence, so_far) or None
    if planned is None:
        return None
    known = resolved(stated, sentence, so_far, planned=planned)
    known = known or date_of_clock(cue, sentence, so_far)
    if not (known or stated or planned or _DAYS.search(sentence.text)) and cue.type in _MISHAPS:
        known = so_far.day_before()
    today = so_far.published.day
    if known and today and not planned and (today - known.first).days > _LONG_AGO:
        # "on April 10" of a text of April 2: who means last year's says so
        ahead = resolved(stated, sentence, so_far, planned=True)
        if ahead and 0 < (ahead.first - today).days <= _SOON:
            known = ahead
    if known and today and known.first > today + timedelta(days=1):
        if cue.type == "delay":  # "delayed to April": the day of what is put off
            return planned, None
        planned = True
    return planned, known


def _needs_no_subject(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether it may speak of the text's flight without naming it: "splashdown on April 10"."""
    if cue.form is Form.BARE or not sentence.language.words.spaced:
        return True
    return cue.start - sentence.clause(cue)[0] <= _AT_CLAUSE_START


def _is_planned(
    cue: FoundCue, sentence: Sentence, stated: Sequence[Costed], so_far: SoFar
) -> bool | None:
    """True for planned, False for happened, None where the text does not say that it is either."""
    words, text = sentence.language, sentence.text
    start, end = sentence.clause(cue)
    if (
        words.refused.search(text, start, cue.start)
        or (cue.type not in _MISHAPS and words.rehearsed.search(text, start, cue.start))
        or words.doubted.search(text, start, cue.start)
        or words.refused_after.search(text, cue.end, end)
        or (cue.type in _OF_STAGES and _is_of_stage(cue, sentence))
    ):
        return None
    if words.reported.match(text, start) and words.doubted.search(text, 0, start):
        return None
    if _FIRST_TO.search(text, start, cue.start):
        return False if stated and sentence.flights else None
    if cue.type == "delay" and cue.form is Form.PAST:
        return False  # "will be postponed": who says so has postponed it
    if words.planned.search(text, start, cue.end) or cue.form in _AHEAD:
        return True
    if words.words.verbs_last and words.planned.search(text, cue.end, end):
        return True
    if cue.form is Form.PAST:
        if words.words.verbs_last and not text.endswith("た", 0, cue.end):
            # "分離し、同日…帰還する予定": the end of the sentence may say it for all its verbs
            ahead = words.planned.search(text, cue.end) and stated
            return bool(ahead and _lies_ahead(cue, stated, sentence, so_far))
        return False
    last = cue.end + _NEAR if words.words.verbs_last else end
    if words.planned.search(text, cue.end, last):
        return True
    if cue.type == "anomaly" and not stated:
        return False  # "an explosion": who speaks of one, and does not doubt it, says there was one
    nearest = max(start - _BEFORE_CLAUSE, cue.start - _NEAR, 0)
    if words.happened.search(text, nearest, min(end, cue.end + _NEAR)):
        return False
    if not words.words.verbs_last and words.planned.search(text, 0, start):
        return True
    return _lies_ahead(cue, stated, sentence, so_far)


def _is_of_stage(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether a part of the rocket does it, as its clause or a sentence without a flight says."""
    begin = sentence.clause(cue)[0] if sentence.flights else 0
    stages = sentence.language.stages
    return stages.search(sentence.text, begin, cue.end + _BEFORE_CLAUSE) is not None


def _is_put_off(cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence) -> bool:
    """Whether its clause says that it was delayed, or goes on to say so: "X, due now, is late"."""
    start, end = sentence.clause(cue)
    return any(
        other.type == "delay"
        and (
            start <= other.start < end
            or (cue.end <= other.start and sentence.boundaries_between(cue.end, other.start) <= 2)
        )
        for other in cues
    )


def _lies_ahead(
    cue: FoundCue, stated: Sequence[Costed], sentence: Sentence, so_far: SoFar
) -> bool | None:
    """Whether the nearest day that the date may mean comes after the day of publication."""
    if stated and stated[0][1].weekday is not None:
        # newspapers say "on Sunday" of the last one, "will" or a present of the next
        return cue.form is Form.PRESENT
    ahead = resolved(stated, sentence, so_far, planned=True)
    behind = resolved(stated, sentence, so_far, planned=False)
    if ahead is None or behind is None:
        if ahead is behind:  # a day that cannot be completed: it was, or there is no day at all
            return False if stated else None
        return ahead is not None
    today = so_far.published.known
    if today is None:
        return False
    if ahead == behind:
        return ahead.first > today.last
    # in doubt it is news: what lies ahead is mostly said to
    return 3 * (ahead.first - today.last) < today.first - behind.first
