"""Which date belongs to a cue, and which day it means: by nearness, as for flights."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.core.milestones import dates
from ingest.core.milestones.dates import Known, Stated
from ingest.core.milestones.languages import FoundCue
from ingest.core.milestones.text import Sentence, SoFar
from ingest.core.milestones.words import MISHAPS, Form

_CLAUSE, _PARENTHESIS, _SHARED, _DATE_REACH = 30, 60, 25, 400
_LENT, _NEAR_DELAY, _COMMA = 40, 30, 8
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?:[:h.]\d\d|\s?[时時点點]|\s?[ap]\.?m)")
_AND = re.compile(r"\b(?:and|und|et|y|e|и)\b")
_PUT_OFF_TO = re.compile(
    r"(?:\b(?:to|until|till|from|for|auf|bis|von|vom|für|à|au|du|jusqu['’]au|pour|prévue?|al|a|hasta|para|del"
    r"|на|до|с|со)\s(?:(?:the|le|el|dem|den|der|no earlier than|early|late|early)\s)?|[至到于])$"
)
_NEW = re.compile(
    r"(?:\b(?:to|until|till|auf|bis|au|à|jusqu['’]au|al|hasta|на|до)\s(?:(?:the|den|dem|el|le)\s)?|[至到])$"
)
_FOR = re.compile(r"\b(?:for|für|pour|para)\s(?:(?:the|den|le|el)\s)?$")
_UNTIL = re.compile(r"[^、。]{0,12}?(?:に(?!打)|へ|まで|以降)")
_FROM_OR_TO = re.compile(r"[^、。]{0,12}?(?:から|に(?!打)|へ|まで|以降|予定)")
_SAID_THAT = re.compile(
    r"\b(?:said|announced|reported|confirmed|mitgeteilt|mitteilte|teilte mit|erklärte"
    r"|annoncé|déclaré|indiqué|anunció|informó|dijo|confirmó|сообщил\w*|заявил\w*|объявил\w*)[^.;]{0,30}"
    r"[ ,](?:that|dass|que|что)\b"
)
"""A day before it is the day of saying so."""
_SAID = re.compile(
    r"\b(?:said|announced|told|reported|sagte|erklärte|teilte|mitteilte|berichtete|dit|déclaré|annoncé"
    r"|indiqué|précisé|dijo|anunció|informó|declaró|сообщил\w*|заявил\w*|объявил\w*|рассказал\w*)\b"
    r"|述べ|発表|明らかに|表示|宣布|透露"
)
"""In a clause of its own with a day: somebody said so on that day."""

Costed = tuple[int, Stated]


def dates_of(cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence) -> list[Costed]:
    """The dates that may be those of ``cue`` with their costs, nearest first.

    A date belongs to the cue to which it is nearest, and to others in its clause.
    """
    rivals = [
        other
        for other in cues
        if (other.type, other.form) != (cue.type, cue.form)
        and not {other.type, cue.type} <= MISHAPS
        and not _tells_time(other, sentence)
    ]
    own = _nearest(cue, cues, rivals, sentence)
    if not own and len(sentence.dates) == 1 and any(other.form is cue.form for other in rivals):
        # "will undock and splash down in August": one date for both
        own = [
            (_DATE_REACH, one)
            for one in sentence.dates
            if _AND.search(sentence.text, cue.end, max(cue.end, one.start))
        ]
    begin, _ = sentence.clause(cue)
    if (
        begin
        and cue.type != "crew_assigned"
        and _SAID_THAT.search(sentence.text, max(0, begin - 40), begin + 8)
    ):
        own = [one for one in own if one[1].start >= begin]  # "said on Friday that it docked"
    if cue.type == "delay":
        own = [one for one in own if one[0] <= _NEAR_DELAY and not _is_target(one[1], sentence)]
    if cue.type == "delay" or (cue.type == "anomaly" and rivals) or _tells_time(cue, sentence):
        own = [one for one in own if not _clauses_between(cue, one[1], cues, sentence)]
    return sorted(own, key=lambda costed: costed[0])


def _nearest(
    cue: FoundCue, cues: Sequence[FoundCue], rivals: Sequence[FoundCue], sentence: Sentence
) -> list[Costed]:
    """The dates that are nearer to ``cue`` than to its rivals, or about as near."""
    own: list[Costed] = []
    if not sentence.dates:
        return own
    asides = [(begin, end) for begin, end in sentence.relative_clauses if end <= cue.start]
    for stated in sentence.dates:
        if any(begin <= stated.start < end for begin, end in asides):
            continue  # "who flew in 1968, died"
        if stated.start > cue.end and _is_of_other_part(cue, stated, sentence):
            continue
        if (
            cue.type != "delay"
            and cue.type != "crew_assigned"
            and _is_of_saying(stated, cue, sentence)
        ):
            continue
        cost = _date_cost(cue, stated, cues, sentence)
        nearest = min((_date_cost(other, stated, cues, sentence) for other in rivals), default=cost)
        shared = _clauses_between(cue, stated, cues, sentence) == 0
        if any(
            other.type == "death" and _date_cost(other, stated, cues, sentence) < cost
            for other in rivals
        ):
            continue  # "the last man who landed there, X, died on Monday"
        if cost <= _DATE_REACH and (shared or cost <= nearest + _SHARED):
            lent = not shared and nearest < cost  # of another clause, and another event's there
            own.append((cost + _LENT * lent, stated))
    return own


def _is_of_other_part(cue: FoundCue, stated: Stated, sentence: Sentence) -> bool:
    """Whether a semicolon, or the beginning of a last relative clause, ends what ``cue`` tells."""
    if any(mark in sentence.text for mark in ";；") and any(
        sentence.text[at] in ";；" for at, _ in sentence.boundaries if cue.end <= at < stated.start
    ):
        return True
    return any(cue.end <= begin < stated.start for begin in sentence.last_relatives)


def _is_of_saying(stated: Stated, cue: FoundCue, sentence: Sentence) -> bool:
    """Whether it is the day on which somebody said what another clause tells."""
    start, end = 0, len(sentence.text)
    for begin, stop in sentence.boundaries:
        if stop <= stated.start:
            start = stop
        elif begin >= stated.end:
            end = begin
            break
    return not start <= cue.start < end and _SAID.search(sentence.text, start, end) is not None


def is_new_day(stated: Stated, cues: Sequence[FoundCue], sentence: Sentence) -> bool:
    """Whether it is the day to which a delay puts something off, not the one from which."""
    before = sentence.text[max(0, stated.start - 24) : stated.start]
    named = _NEW.search(before) or _UNTIL.match(sentence.text, stated.end)
    if named is not None:
        return True
    of_week = stated.weekday is not None and not _FOR.search(before)
    return any(
        cue.type == "delay"
        and cue.start < stated.start
        # "was scrubbed on Wednesday": the day on which it was, if no other clause gives it
        and not (of_week and not sentence.boundaries_between(cue.end, stated.start))
        for cue in cues
    )


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
    if stated.end <= cue.start and sentence.comma_after(stated.end):
        cost += _COMMA  # "who flew in 1968, died on Friday"
    opened = max(sentence.text.rfind(mark, 0, stated.start) for mark in "(（")
    closed = max(sentence.text.rfind(mark, 0, stated.start) for mark in ")）")
    if opened > closed and not opened < cue.start < stated.start:
        cost += _PARENTHESIS
    if sentence.language.words.spaced and sentence.compared(stated.start):
        cost += _PARENTHESIS  # "since December"
    if stated.relative == ("year", 0) and len(sentence.dates) > 1:
        cost += _PARENTHESIS  # "on April 25, the first of this year"
    return cost


def resolved(
    stated: Sequence[Costed], sentence: Sentence, so_far: SoFar, *, planned: bool
) -> Known | None:
    """The first of ``stated`` whose meaning can be known."""
    for _, one in stated:
        known = _after_full_date(one, sentence) or _in_year_told(one, sentence, so_far, planned)
        if known is None:
            before = None
            if one.after is not None:
                before = _day_before(one, sentence, so_far, planned) or so_far.date_before(
                    of_day=True
                )
            elif one.month is None and one.day and so_far.published.day:
                before = so_far.date_before(1)
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


def _in_year_told(one: Stated, sentence: Sentence, so_far: SoFar, planned: bool) -> Known | None:
    """A day without a year in a paragraph about a year long ago: "1969. ... On July 20 ..."."""
    if planned or one.day is None or one.month is None or one.year or one.relative:
        return None
    told = _year_before(one, sentence) or so_far.year_told()
    today = so_far.published.known
    if told is None or today is None or told.year > today.year - 2:
        return None
    later_year = (one.month, one.day) < (told.month or 1, told.day or 1)
    return dates.valid(told.year + later_year, one.month, one.day)


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
