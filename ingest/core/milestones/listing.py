"""Flights that share what one cue tells: "Shenzhou-23 and -24", "A to April and B to May"."""

from __future__ import annotations

import re

from ingest.core.milestones.languages import FoundCue
from ingest.core.milestones.text import SHIFTS, Sentence
from ingest.model import EntryId, Mention

_LATTER = re.compile(
    r"\b(?:the latter|ce dernier|cette dernière|letzter\w+|este último|последн\w+)\b"
)
_IN_LIST = re.compile(
    r"(?:载人飞行任务|载人飞船|货运飞船|飞船|任务)?[\s,、，和与及«»\"]{0,3}"
    r"(?:(?:and|und|et|y|и|mission|missions) ?)?[«»\"]?"
)
_UNTIL = re.compile(
    r"[»”“\"]?(?:を|(?:\s(?:to|until|till|for|auf|bis|à|au|en|jusqu['’](?:à|en)|a|al|hasta|para|на|до)\s)"
    r"(?:(?:early|late|mid|no earlier than|the|anfang|mitte|ende|den|dem|début|fin|mi|le|el"
    r"|principios de|mediados de|finales de|начал\w|середин\w|кон\w{2})[\s-]){0,2})"
)
"""Between a flight and the day to which it is put off."""
_AND_THEN = re.compile(
    r"(?:\sгода)?[\s,]{1,2}(?:(?:and|und|et|y|e|и|а|while)\s)?(?:l[ae]s? |den |die )?[«\"„“]?"
    r"|(?:半ば|末|初め|前半|後半)?(?:に|へ|まで)?[、，]"
)
"""Between that day and the next flight put off."""


def listed_with(mission: EntryId | None, cue: FoundCue, sentence: Sentence) -> tuple[EntryId, ...]:
    """The flight, and those named in one list with it: "Shenzhou-23、Shenzhou-24".

    What is put off may have its new days in between: "delayed A to April and B to May".
    """
    if mission is None or _LATTER.search(sentence.text, *sentence.clause(cue)):
        return ()
    flights = sentence.flights
    for position, flight in enumerate(flights):
        if flight.id != mission:
            continue
        first = last = position
        while first > 0 and _lists(flights[first - 1], flights[first], cue, sentence):
            first -= 1
        while last + 1 < len(flights) and _lists(flights[last], flights[last + 1], cue, sentence):
            last += 1
        if first < last:
            return tuple(dict.fromkeys(one.id for one in flights[first : last + 1]))
    return (mission,)


def _lists(one: Mention, other: Mention, cue: FoundCue, sentence: Sentence) -> bool:
    text = sentence.text
    start = one.end - sentence.start
    end = max(start, other.start - sentence.start)
    if one.id.startswith(SHIFTS) != other.id.startswith(SHIFTS):
        return False
    if cue.type == "delay" and not start <= cue.start < end:
        days = [day for day in sentence.dates if start < day.start and day.end < end]
        if days and _UNTIL.fullmatch(text, start, days[0].start):
            after = other.end - sentence.start
            return _AND_THEN.fullmatch(text, days[-1].end, end) is not None and any(
                _UNTIL.fullmatch(text, after, day.start) for day in sentence.dates
            )
    return _IN_LIST.fullmatch(text, start, end) is not None
