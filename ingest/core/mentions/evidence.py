"""How far the words around a name, and in the whole text, say that it is about space.

An unmistakable name ("Shenzhou-20") needs no evidence. A name that is an ordinary word
("Perseverance"), an acronym or shared with others is believed as far as the text speaks of space
and not of football. The figures become the confidence of a mention.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ingest.core.mentions.matcher import Cue, Hits

_NEAR = 110
_BESIDE = 45


@dataclass(slots=True)
class Evidence:
    """The telling words of one text: where they stand and how many different ones there are."""

    starts: list[list[int]]
    ends: list[list[int]]
    space: int
    setting: int
    elsewhere: int
    breaks: list[int]
    """Where paragraphs end: what stands in another one is not near."""
    flights: int = 0
    """How many different flights and stations stand in the text under unmistakable names."""

    def near(self, cue: Cue, start: int, end: int, distance: int) -> bool:
        """Whether a telling word of its paragraph is within ``distance`` of a folded span."""
        starts, ends = self.starts[cue], self.ends[cue]
        place = bisect_left(self.breaks, start)
        first = start - distance
        if place and self.breaks[place - 1] > first:
            first = self.breaks[place - 1]
        last = end + distance
        if place < len(self.breaks) and self.breaks[place] < last:
            last = self.breaks[place]
        for index in range(bisect_left(starts, first), len(starts)):
            if starts[index] > last:
                return False
            if ends[index] <= start or starts[index] >= end:
                return True
        return False

    def last_before(self, cue: Cue, start: int, distance: int) -> int | None:
        """Where a telling word ends at most ``distance`` characters before a folded span."""
        starts, ends = self.starts[cue], self.ends[cue]
        place = bisect_left(self.breaks, start)
        first = max(start - distance, self.breaks[place - 1] if place else 0)
        for index in range(bisect_left(starts, start) - 1, -1, -1):
            if ends[index] <= start:
                return ends[index] if ends[index] >= first else None
        return None

    def precedes(self, cue: Cue, start: int, distance: int) -> bool:
        """Whether a telling word ends within ``distance`` characters before a folded span."""
        return self.last_before(cue, start, distance) is not None

    def follows(self, cue: Cue, end: int, distance: int) -> bool:
        """Whether a telling word begins within ``distance`` characters behind a folded span."""
        starts = self.starts[cue]
        place = bisect_left(starts, end)
        return place < len(starts) and starts[place] <= end + distance

    def strength(self, start: int, end: int) -> float:
        """Evidence for space around a folded span: about 0 (none) to 3 (beyond doubt)."""
        score = 0.3 * min(self.space, 5) + 0.1 * min(self.setting, 6)
        score += 0.8 * min(self.flights, 1) + 0.2 * min(self.flights, 3)
        if self.near(Cue.SPACE, start, end, _NEAR):
            score += 0.6
        elif self.near(Cue.SETTING, start, end, _NEAR):
            score += 0.2
        if self.near(Cue.ELSEWHERE, start, end, _BESIDE):
            score -= 0.9
        return max(score - 0.08 * min(self.elsewhere, 8), 0.0)

    def belief(self, start: int, end: int) -> float:
        """``strength`` as a confidence: 0.5 where the evidence is 0.8."""
        strength = self.strength(start, end)
        return strength / (strength + 0.8)


def weigh(hits: Hits, title: Hits, text: str) -> Evidence:
    """The evidence of a folded ``text``; sorts the cues of ``hits``.

    The title's words count for the whole, but stand nowhere in the text.
    """
    starts: list[list[int]] = []
    ends: list[list[int]] = []
    for found in hits.cues:
        found.sort()
        starts.append([start for start, _, _ in found])
        ends.append([end for _, end, _ in found])
    space, setting, elsewhere = (
        len({index for _, _, index in (*hits.cues[cue], *title.cues[cue])})
        for cue in (Cue.SPACE, Cue.SETTING, Cue.ELSEWHERE)
    )
    return Evidence(starts, ends, space, setting, elsewhere, _paragraph_ends(text))


def _paragraph_ends(text: str) -> list[int]:
    """Two newlines are folded to two blanks, two blanks to one."""
    out = []
    place = text.find("  ")
    while place >= 0:
        out.append(place)
        place = text.find("  ", place + 2)
    return out
