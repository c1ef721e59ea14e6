"""The parts of a judged dump by index, and the last corrections of its story by the headline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.core.normalise.body import Judged, State, opening
from ingest.core.normalise.furniture import Cue

_BODY, _APPEAL = State.BODY, Cue.APPEAL

_WORD = re.compile(r"\w+")
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
    story: tuple[Judged, ...]
    """The lines of the story."""

    @property
    def between(self) -> range:
        """The lines between headline and story: date, byline, share row, captions."""
        return range(self.title + 1, self.first)


def zones_of(judged: list[Judged], story: list[int], title_at: int | None) -> Zones:
    """The zones of a page whose story has been settled, given the lines of that."""
    last = story[-1] if story else len(judged) - 1
    first = opening(judged)
    title = title_at if title_at is not None else max(0, first - TITLE_WITHIN)
    return Zones(title, first, last, tuple([judged[n] for n in story]))


def settle(judged: list[Judged], title_at: int | None, start: int) -> None:
    """Take out of the story, which begins at ``start``, what the headline shows to be none of it,
    and what can be none."""
    for n, row in enumerate(judged):
        if row.state is _BODY:
            appeal = row.cue is _APPEAL and row.score < LEAST_APPEAL
            above = row.marker and n < start
            if appeal or above or not (row.text[0].isalnum() or any(map(str.isalnum, row.text))):
                row.state = State.INSERT
    if title_at is None:
        return
    title = fold(judged[title_at].text)
    for row in judged[: title_at + 1]:
        row.state = State.HEAD
    for row in judged[title_at : title_at + 6]:
        begins = title.startswith(fold(row.text[:20]))  # few do, and paragraphs are long
        if begins and fold(row.text) == title:
            row.state = State.HEAD


def fold(text: str) -> str:
    """A line as it is compared with another: its words, case-folded."""
    return " ".join(_WORD.findall(text.casefold()))
