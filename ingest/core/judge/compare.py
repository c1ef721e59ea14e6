"""A later text beside an earlier one: what of the one stands in the other, and what differs."""

from __future__ import annotations

from functools import cached_property

from rapidfuzz import fuzz

from ingest.core.fingerprint import Fingerprint
from ingest.core.judge.alignment import Alignment, align, is_prose
from ingest.core.judge.headlines import Headlines, compare_headlines
from ingest.core.judge.notes import corrects, update_mark

_CLOSE = 75.0
"""Sentences of this similarity (0..100, normalised edit distance) say the same."""


class Comparison:
    """What is costly is worked out when asked for, once: shared shingles tell most texts apart, and
    only where they are many are the sentences laid side by side."""

    def __init__(self, later: Fingerprint, earlier: Fingerprint) -> None:
        self.later = later
        self.earlier = earlier

    @cached_property
    def shared(self) -> frozenset[int]:
        """The shingles that stand in both."""
        return self.later.shingle_set & self.earlier.shingle_set

    @property
    def containment(self) -> float:
        """The share of the shorter text that stands in the other, 0..1."""
        return len(self.shared) / max(1, min(self._sizes))

    @property
    def coverage(self) -> float:
        """The share of the longer text that stands in the other, 0..1."""
        return len(self.shared) / max(1, *self._sizes)

    @cached_property
    def headlines(self) -> Headlines:
        return compare_headlines(self.later.title, self.earlier.title)

    @cached_property
    def says_updated(self) -> bool:
        """Whether the later text says that it updates or corrects an earlier one, in its headline
        or in a sentence that the earlier text does not have."""
        mark = update_mark(self.later.title)
        if mark and mark != update_mark(self.earlier.title):
            return True
        known = {sentence.tokens for sentence in self.earlier.sentences}
        return any(corrects(s.raw) for s in self.later.sentences if s.tokens not in known)

    @cached_property
    def alignment(self) -> Alignment:
        later, earlier = (
            [s for s in text.sentences if is_prose(s)] for text in (self.later, self.earlier)
        )
        return align(later, earlier)

    @cached_property
    def retold(self) -> float:
        """The share of the shorter text whose sentences stand in the other, if with a misread
        letter or a word exchanged here and there, 0..1."""
        changes = self.alignment
        same = sum(map(len, changes.same))
        close = [c for c in changes.changed if fuzz.ratio(c.before, c.after) >= _CLOSE]
        lengths = [sum(len(s.raw) for s in text.sentences) for text in (self.later, self.earlier)]
        told = sum(len(c.after) for c in close), sum(len(c.before) for c in close)
        return max((same + t) / max(1, n) for t, n in zip(told, lengths, strict=True))

    @cached_property
    def changed_lines(self) -> int:
        """Lines that are no sentences, such as rows of a table or a crew list, whose numbers or
        names are others now."""
        later, earlier = (
            [s for s in text.sentences if not is_prose(s)] for text in (self.later, self.earlier)
        )
        return align(later, earlier).conflicts

    @property
    def _sizes(self) -> tuple[int, int]:
        return len(self.later.shingle_set), len(self.earlier.shingle_set)
