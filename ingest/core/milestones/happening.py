"""Did it happen, is it planned, or does the text say neither? And on which day?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from ingest.core.milestones.choosing import named_beside
from ingest.core.milestones.dates import Known
from ingest.core.milestones.dating import Costed, date_of_clock, is_new_day, resolved
from ingest.core.milestones.languages import FoundCue
from ingest.core.milestones.text import Sentence, SoFar
from ingest.core.milestones.words import MISHAPS, Form
from ingest.model import MilestoneType

_OF_STAGES: frozenset[MilestoneType] = frozenset({"landing", "undocking"})
"""What rocket stages do as well."""
_NEVER_PLANNED = MISHAPS | {"delay"}
_LONG_AGO, _SOON, _JUST_OVER = 300, 45, 15
"""Days."""
_FIRST_TO = re.compile(r"\bfirst (?:[\w-]+ ){0,4}to (?:[\w-]+ ){0,2}$")
"""Who was the first to land has landed, if a day goes with it; else it may be yet to come."""
_IF = re.compile(r"\W*(?:(?:if|wenn|falls|si|если)\s|如果|假如|もし)[^,，、]{3,150}[,，、]")
_AS_PLANNED = re.compile(
    r"plan|well|weather|permit|recall|remember|gut|glatt|wetter|bien|prévu|météo|previsto|tiempo|нормальн|успешн|погод"
    r"|хорошо|план|顺利|计划|天气|一切|順調|予定|天候"
)
"""What follows "if all goes well" is a plan; what follows other conditions is not told."""
_AT_FIRST = re.compile(r"ursprünglich|original|initial|inicial|изначально|первоначально|当初|原")
"""The day planned at first has passed, so that nothing happened on it; but a delay has."""
_OPEN = (Form.BARE, Form.PRESENT)
"""Forms that leave open whether it happened."""
_DAYS = re.compile(
    r"(?:tage?n?|wochen?|monate?n?|jahre?n?|days?|weeks?|months?|years?|jours?|semaines?|mois|ans"
    r"|días?|semanas?|mes|meses|años?)\b|\b(?:дн[яе]|сутк|недел|месяц|год|лет\b)|日[目間后後]|天后|年"
)
"""In such a sentence a mishap may be days from what was told before."""
_AHEAD = (Form.FUTURE, Form.SCHEDULED)
_BEFORE_CLAUSE, _NEAR, _OPENING, _RESUMED = 15, 40, 30, 25


def when(
    cue: FoundCue,
    cues: Sequence[FoundCue],
    stated: Sequence[Costed],
    sentence: Sentence,
    so_far: SoFar,
) -> tuple[bool, Known | None] | None:
    """Whether it is planned, and its date; None where the text states no event."""
    if cue.form in _OPEN and not stated and sentence.compared(cue.start):
        # "after the launch" only says when something else happened, unless it says whose;
        # "after several delays" says that there were some
        before = sentence.happened_before(cue.start)
        told = before and (cue.type == "delay" or named_beside(cue, sentence))
        return (False, None) if told else None
    planned = _is_planned(cue, sentence, stated, so_far)
    if _is_put_off(cue, cues, sentence) and not (planned is None and _is_refused(cue, sentence)):
        planned, stated = _when_put_off(cue, cues, stated, sentence, so_far, planned=planned)
    if planned is None:
        return None
    if cue.type in _NEVER_PLANNED:
        planned = False  # "will" and "set to" belong to something else
    known = resolved(stated, sentence, so_far, planned=planned)
    known = known or date_of_clock(cue, sentence, so_far)
    if not (known or stated or planned or _DAYS.search(sentence.text)) and cue.type in MISHAPS:
        known = so_far.day_before()
    if planned and known:
        known = _just_over(known, stated, sentence, so_far) or known
    return _against_today(cue, stated, known, sentence, so_far, planned=planned)


def _just_over(
    known: Known, stated: Sequence[Costed], sentence: Sentence, so_far: SoFar
) -> Known | None:
    """The day some days ago that was planned for, rather than nearly a year ahead: "was to"."""
    today = so_far.published.day
    if today is None or (known.first - today).days < _LONG_AGO:
        return None
    behind = resolved(stated, sentence, so_far, planned=False)
    just = behind is not None and 0 < (today - behind.first).days <= _JUST_OVER
    return behind if just else None


def _against_today(
    cue: FoundCue,
    stated: Sequence[Costed],
    known: Known | None,
    sentence: Sentence,
    so_far: SoFar,
    *,
    planned: bool,
) -> tuple[bool, Known | None]:
    """Whether it is planned after all, and its date, as the day of publication shows."""
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


def _when_put_off(
    cue: FoundCue,
    cues: Sequence[FoundCue],
    stated: Sequence[Costed],
    sentence: Sentence,
    so_far: SoFar,
    *,
    planned: bool | None,
) -> tuple[bool | None, Sequence[Costed]]:
    """What is put off did not happen, nor will it on the old day: "postponed to July 31"."""
    days = [(0, day) for day in sentence.dates if is_new_day(day, cues, sentence)]
    if planned and not stated and not days:
        return planned, days
    new, today = resolved(days, sentence, so_far, planned=True), so_far.published.day
    if new and today and 0 < (new.first - today).days < _LONG_AGO:
        return True, days
    return (_lies_ahead(cue, days, sentence, so_far) or None), days


def _is_planned(
    cue: FoundCue, sentence: Sentence, stated: Sequence[Costed], so_far: SoFar
) -> bool | None:
    """True for planned, False for happened, None where the text does not say that it is either."""
    words, text = sentence.language, sentence.text
    start, end = sentence.clause(cue)
    if _is_refused(cue, sentence):
        return None
    if is_exclaimed(cue, sentence):
        return False
    if _FIRST_TO.search(text, start, cue.start):
        return False if stated and (sentence.flights or so_far.main) else None
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


def is_exclaimed(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether it is all that the sentence says: "Liftoff!"."""
    return (
        sentence.text.endswith(("!", "！"))
        and not sentence.text[: cue.start].strip("¡ \n")
        and not sentence.text[cue.end :].strip("!！ ")
    )


def _is_refused(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether its clause denies it, doubts it or only rehearses it, or it is no event of a ship."""
    words, text = sentence.language, sentence.text
    start, end = sentence.clause(cue)
    refusal = words.refused.search(text, start, cue.start)
    while refusal and cue.type == "delay" and _AT_FIRST.match(refusal[0]):
        refusal = words.refused.search(text, refusal.end(), cue.start)
    return bool(
        refusal
        or (cue.type not in MISHAPS and words.rehearsed.search(text, start, cue.start))
        or words.doubted.search(text, start, cue.start)
        or words.refused_after.search(text, cue.end, end)
        or any(  # "the spacewalk, which was due in May, was cancelled"
            0 <= begin - end <= 1 and words.refused_after.search(text, resumed, resumed + _RESUMED)
            for begin, resumed in sentence.relative_clauses
        )
        or (cue.type in _OF_STAGES and _is_of_stage(cue, sentence))
        or _is_conditional(cue, sentence)
        or (
            (words.reported.match(text, start) or 0 < start <= _OPENING)
            and words.doubted.search(text, 0, start)
        )
    )


def _is_conditional(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether it hangs on the "if" that opens the sentence."""
    condition = _IF.match(sentence.text)
    return (
        condition is not None
        and cue.start >= condition.end()
        and not _AS_PLANNED.search(condition[0])
    )


def _is_of_stage(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether a part of the rocket does it, as its clause or a sentence without a flight says."""
    begin = sentence.clause(cue)[0] if sentence.flights else 0
    stages = sentence.language.stages
    return stages.search(sentence.text, begin, cue.end + _BEFORE_CLAUSE) is not None


def _is_put_off(cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence) -> bool:
    """Whether its clause says that it was delayed, or goes on to say so: "X, due now, is late"."""
    if cue.form not in _OPEN or cue.type in _NEVER_PLANNED:
        return False
    start, end = sentence.clause(cue)
    return any(
        other.type == "delay"
        and not sentence.compared(other.start)  # "now on Wednesday, after several delays"
        and (
            start <= other.start < end
            or (
                cue.end <= other.start
                and sentence.boundaries_between(cue.end, other.start) <= 2
                and sentence.text.find(";", cue.end, other.start) < 0
            )
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
    if ahead.year == so_far.year_ahead and behind.year < ahead.year:
        return True  # "Space in 2027" of a December
    if ahead == behind:
        return ahead.first > today.last
    if cue.form is Form.PRESENT and (today.first - behind.first).days > _SOON:
        return True  # "kehrt am 9. Dezember zurück" of an April
    # in doubt it is news: what lies ahead is mostly said to
    return 3 * (ahead.first - today.last) < today.first - behind.first
