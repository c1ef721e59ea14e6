"""The parts of a judged dump by index, and the last corrections of its story by the headline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.core.normalise.body import Judged, State, opening
from ingest.core.normalise.furniture import Cue

LEAST_APPEAL = 0.6
"""Score below which an appeal among the paragraphs is taken out on its own."""
TITLE_WITHIN = 12
"""Lines above the story that are its head where no headline was found."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Where the headline stands, and the first and last line of the story proper."""

    title: int
    first: int
    last: int

    @property
    def between(self) -> range:
        """The lines between headline and story: date, byline, share row, captions."""
        return range(self.title + 1, self.first)


def zones_of(judged: list[Judged], title_at: int | None) -> Zones:
    """The zones of a page whose story has been settled."""
    last = max((n for n, row in enumerate(judged) if row.in_story), default=len(judged) - 1)
    first = opening(judged)
    title = title_at if title_at is not None else max(0, first - TITLE_WITHIN)
    return Zones(title, first, last)


def settle(judged: list[Judged], title_at: int | None) -> None:
    """Take out of the story what the headline shows to be none of it."""
    for n in range(opening(judged)):
        if judged[n].marker and judged[n].in_story:
            judged[n].state = State.INSERT
    for row in judged:
        appeal = row.cue is Cue.APPEAL and row.score < LEAST_APPEAL
        if row.in_story and (appeal or not any(map(str.isalnum, row.text))):
            row.state = State.INSERT
    if title_at is None:
        return
    title = fold(judged[title_at].text)
    for row in judged[: title_at + 1]:
        row.state = State.HEAD
    for row in judged[title_at : title_at + 6]:
        if fold(row.text) == title:
            row.state = State.HEAD


def fold(text: str) -> str:
    """A line as it is compared with another: its words, case-folded."""
    return " ".join(re.findall(r"\w+", text.casefold()))
