"""What a language file of this folder holds: the words by which milestones are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from ingest.model import MilestoneType


class Form(Enum):
    """How a cue states its event."""

    PAST = "past"
    """A finite past or a participle: it happened, unless a word before it says otherwise."""
    FUTURE = "future"
    """A future form, or a present that only plans take: it is planned."""
    PRESENT = "present"
    """A finite present ("lands"): as BARE, but beside a weekday it speaks of the next one."""
    SCHEDULED = "scheduled"
    """Says that something is planned for a day, not what: a launch, if nothing else does."""
    BARE = "bare"
    """A noun, an infinitive or a present ("launch"): the words around it and the date decide."""


MISHAPS: frozenset[MilestoneType] = frozenset({"anomaly", "death"})


@dataclass(frozen=True, slots=True)
class Cue:
    type: MilestoneType
    form: Form
    pattern: str


_CONTINUED = re.compile(r"\\\n\s*")

Unit = Literal["day", "week", "month", "year", "anniversary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language. Every ``str`` is a regular expression, matched against lower-case text.

    A list of alternatives stands apart by `` | `` or line ends. ``<name>`` stands for one of
    ``macros``. Nothing may repeat without a bound: texts come from strangers.
    """

    cues: tuple[Cue, ...]
    planned: str
    """Before a cue: it is planned (``will``, ``is scheduled to``, ``将``)."""
    happened: str
    """Beside a bare cue: it did happen (``successful``, ``conducted``, ``after its``)."""
    refused: str
    """Before a cue, in its clause: denied, hedged or hypothetical."""
    rehearsed: str
    """The same: only practised. A mishap in a rehearsal is a mishap all the same."""
    refused_after: str
    """After a cue, in its clause: the same (``was cancelled``)."""
    stages: str
    """Parts of a rocket: that they come off, land or are caught is no event of the flight."""
    stands_for_flight: str
    """What may stand for the flight the text is about: ``the spacecraft``, ``the crew``, ``it``."""
    comparison: str
    """Before a name: it is there for comparison only (``since``, ``after``, ``unlike``)."""
    months: dict[str, int]
    weekdays: dict[str, int]
    """Lower-case word -> 0 for Monday ... 6 for Sunday."""
    relative: dict[str, tuple[Unit, int]]
    """Lower-case word -> what it is relative to the day of publication."""
    same_day: tuple[str, ...]
    """``that day``: the date stated before."""
    next_day: tuple[str, ...]
    """``the next day``: relative to the date stated before."""
    day_before: tuple[str, ...]
    """``a day earlier``: the same, backwards."""
    days_later: str
    """``two days later``: ``<n>`` stands for the number of days from the date stated before."""
    hours_later: str
    """``three hours later``: the same day, unless they are many."""
    days_ago: str
    """``two days ago``: ``<n>`` stands for the number of days before publication."""
    days_earlier: str
    """``two days earlier``: before the date stated before."""
    months_ago: str
    """``three months ago``: a month."""
    years_ago: str
    """``fifty years ago``: a year."""
    anniversary: str
    """``fifty years ago today``: that very day."""
    day_alone: str = ""
    """A day of the month without its month, other than after a weekday: ``on the 21st,``."""
    weekday_and_day: bool = False
    """Whether a weekday may be followed by a day of the month alone: ``viernes 10``."""
    counts: dict[str, int]
    """Numbers in letters, as they stand in ``days_later`` and ``days_ago``."""
    doubted: str
    """In the clause before "that" or "when": what it reports is in doubt (``it is unclear``)."""
    reported: str = "that"
    """Words that begin a reported clause."""
    conjunctions: str = ""
    """Words that begin a clause, beside punctuation."""
    verbs_last: bool = False
    """Whether what says "planned" comes after its event, as in Japanese."""
    macros: dict[str, str] = field(default_factory=dict)
    spaced: bool = True
    """Whether words stand apart, so that a word must end where its expression ends."""
    simplified: bool = False
    """Whether traditional Han characters are read as the simplified ones."""


def numbered(names: str) -> dict[str, int]:
    """Groups of words apart by blanks, alternatives by ``/``: word -> position, from 1."""
    return {
        word: position
        for position, group in enumerate(names.split(), start=1)
        for word in group.split("/")
    }


def counting(units: str, tens: str, joint: str, *, units_first: bool = False) -> dict[str, int]:
    """Numbers in letters: ``units`` from 1, ``tens`` from 20, and what ``joint`` makes of both."""
    ones = numbered(units)
    counts = dict(ones)
    for word, position in numbered(tens).items():
        ten = 10 * (position + 1)
        counts[word] = ten
        for one, count in ones.items():
            if count < 10:
                both = (one, word) if units_first else (word, one)
                counts[joint.join(both)] = ten + count
    return counts


def weekdays(names: str) -> dict[str, int]:
    """As :func:`numbered`, from 0 for Monday."""
    return {word: position - 1 for word, position in numbered(names).items()}


def listed(lines: str) -> tuple[str, ...]:
    """The pieces of a text that stand apart by `` | `` or line ends.

    A backslash at the end of a line joins it to the next.
    """
    joined = _CONTINUED.sub("", lines)
    pieces = (piece for line in joined.split("\n") for piece in line.strip().split(" | "))
    return tuple(piece for piece in pieces if piece)


def cues(
    type_: MilestoneType,
    *,
    past: str = "",
    future: str = "",
    present: str = "",
    scheduled: str = "",
    bare: str = "",
) -> Iterator[Cue]:
    """The cues of one event. Of two expressions that may match, the longer is to stand first."""
    forms = {
        Form.PAST: past,
        Form.FUTURE: future,
        Form.PRESENT: present,
        Form.BARE: bare,
        Form.SCHEDULED: scheduled,
    }
    for form, lines in forms.items():
        if lines:
            yield Cue(type_, form, lines)
