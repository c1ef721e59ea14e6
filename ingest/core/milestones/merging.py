"""Texts tell an event more than once: keep one milestone, with the best of what was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.core.milestones.dates import Known
from ingest.core.milestones.reading import Statement
from ingest.model import EntryId, Milestone, MilestoneType

_REPEATABLE: frozenset[MilestoneType] = frozenset({"spacewalk", "docking", "undocking", "anomaly"})
"""What may befall one flight on several days."""

_OFF = 60
_MOON_TO_EARTH = 2
"""Days from a landing on the Moon to that on Earth, at the least."""
_MAX_ALIKE = 30
"""Events of one type and mission that one article tells; a text with more is no article."""


def merge(statements: Iterable[Statement]) -> tuple[Milestone, ...]:
    """One milestone an event, in the order in which the text first tells them."""
    statements = _with_ships_home(list(statements))
    kept: list[Statement] = []
    alike: dict[tuple[MilestoneType, EntryId | None], list[int]] = {}
    for statement in statements:
        positions = alike.setdefault((statement.type, statement.mission), [])
        for position in positions:
            if _same_event(statement, kept[position]):
                kept[position] = _best(kept[position], statement)
                break
        else:
            if len(positions) < _MAX_ALIKE:
                positions.append(len(kept))
                kept.append(statement)
    return tuple(_milestone(statement) for statement in _without_doubles(kept))


def _without_doubles(statements: list[Statement]) -> list[Statement]:
    """All but those without a flight that tell again, of the same people, what has one."""
    return [
        one
        for one in statements
        if one.mission is not None
        or not any(
            other.mission is not None
            and other.type == one.type
            and one.date
            and other.date
            and _compatible(one.date, other.date)
            and set(one.people) & set(other.people)
            for other in statements
        )
    ]


def _with_ships_home(statements: list[Statement]) -> list[Statement]:
    """Landings of a crew on the ship that, as the text says, brought it home."""
    ships = {
        crew: statement.mission
        for statement in statements
        if statement.type == "landing" and not statement.planned and statement.date
        for crew in statement.crews
    }
    return [
        replace(statement, mission=ships[statement.mission])
        if statement.type == "landing" and statement.mission in ships and not statement.date
        else statement
        for statement in statements
    ]


def _same_event(a: Statement, b: Statement) -> bool:
    """Of two statements of one type and mission."""
    if a.mission is None:
        strangers = a.people and b.people and not set(a.people) & set(b.people)
        return not strangers and (_compatible(a.date, b.date) or _one_night(a.date, b.date))
    if a.type == "landing" and _still_to_come(a, b):
        return False
    if a.type == "landing" and _gap(a.date, b.date) >= _MOON_TO_EARTH:
        # a lunar flight lands twice; a plan may have been off by weeks
        return (a.planned or b.planned) and _gap(a.date, b.date) <= _OFF
    return a.type not in _REPEATABLE or _compatible(a.date, b.date) or _one_night(a.date, b.date)


def _still_to_come(a: Statement, b: Statement) -> bool:
    """Whether one has happened and the other is planned for a later month or year.

    "It landed on the asteroid on July 11 and will return to Earth next year."
    """
    done, ahead = (a, b) if b.planned else (b, a)
    return bool(
        ahead.planned
        and not done.planned
        and done.date
        and done.date.day
        and ahead.date
        and not ahead.date.day
        and ahead.date.first > done.date.first
    )


def _compatible(a: Known | None, b: Known | None) -> bool:
    return a is None or b is None or str(a).startswith(str(b)) or str(b).startswith(str(a))


def _one_night(a: Known | None, b: Known | None) -> bool:
    """Whether both are days, one after the other: a spacewalk may end after midnight."""
    return bool(a and b and a.day and b.day and _days_apart(a, b) <= 1)


def _days_apart(a: Known | None, b: Known | None) -> int:
    """Days between two days; 0 where one of them is not known."""
    return abs((a.first - b.first).days) if a and b and a.day and b.day else 0


def _gap(a: Known | None, b: Known | None) -> int:
    """Days that lie between two dates at the least, each as far as it is known."""
    return max(0, (a.first - b.last).days, (b.first - a.last).days) if a and b else 0


def _best(first: Statement, second: Statement) -> Statement:
    """What happened before what is planned, then the more precise, then the nearer at hand."""

    def rank(statement: Statement) -> tuple[bool, int, int]:
        return (not statement.planned, len(str(statement.date or "")), -statement.cost)

    if first.type == "spacewalk" and _one_night(first.date, second.date):
        return min(first, second, key=lambda statement: str(statement.date))  # when it began
    best, other = (second, first) if rank(second) > rank(first) else (first, second)
    return best if best.people else replace(best, people=other.people)


def _milestone(statement: Statement) -> Milestone:
    return Milestone(
        type=statement.type,
        mission=statement.mission,
        status="planned" if statement.planned else "happened",
        date=str(statement.date) if statement.date else None,
        people=statement.people,
        sentence=statement.sentence,
        start=statement.start,
        end=statement.end,
    )
