"""How two texts differ: shared shingles first, and sentence by sentence where that is enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from rapidfuzz import fuzz, process

from ingest.core.fingerprint import Fingerprint, Sentence, tokenise
from ingest.core.judge.specifics import (
    names_conflict,
    numbers_conflict,
    specifics,
    without_numbers,
)

_ALIKE = 60.0
"""Sentences of this similarity (0..100, normalised edit distance) are versions of one another."""
_MAX_SENTENCES = 400
"""Sentences that differ, on each side, that are compared with each other at most."""
_LEAST_WORDS = 6
_PROSE_WORDS = 16
_PROSE_END = re.compile(r"[.!?…:;,\"”»’')）」』。！？]\s*\Z")
_MARK = re.compile(
    r"\W{0,4}(?:update[ds]?\b[\s\d]{0,6}[-:|]?|correct(?:ed|ion)\b[\s:(-]{0,4}|rpt\b|refile\b"
    r"|wrapup\b[\s\d]{0,6}[-:]|aktualisiert\b|korrektur\b|mise à jour\b|actualizaci[óo]n\b"
    r"|обновлено\b|更新|更正|訂正|续报|速报更新)\W{0,4}",
    re.IGNORECASE,
)


class Headlines(Enum):
    """How two headlines stand to each other."""

    SAME = "same"
    NEAR = "near"
    OTHER = "other"
    CONFLICT = "conflict"
    """Alike, but with another number or name: two instances of one template."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts sentence by sentence: what the later one changed of the earlier one."""

    same: int
    aligned: int
    """Sentences of the later text that are versions, or pieces, of an earlier one."""
    changed: tuple[tuple[str, str], ...]
    """The versions, as (before, after)."""
    added: tuple[str, ...]
    removed: tuple[str, ...]
    conflicts: int
    """Changed sentences with other numbers or names on both sides."""
    number_conflicts: int
    corrections: int
    """Changed sentences that differ in their numbers only."""
    agreed: frozenset[str]
    """The numbers and names in sentences that stand in both."""

    @property
    def conflict_share(self) -> float:
        return self.conflicts / max(1, self.same + self.aligned)

    @property
    def added_words(self) -> int:
        return _words(self.added)

    @property
    def removed_words(self) -> int:
        return _words(self.removed)


class Comparison:
    """A later text beside an earlier one. What is costly is worked out when asked for, once."""

    def __init__(self, later: Fingerprint, earlier: Fingerprint) -> None:
        self.later = later
        self.earlier = earlier

    @cached_property
    def shared(self) -> frozenset[int]:
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
    def openings(self) -> tuple[float, float]:
        """How much of the later, and of the earlier text stands before anything that they share."""
        return self._opening(self.later.shingles), self._opening(self.earlier.shingles)

    def _opening(self, shingles: Sequence[int]) -> float:
        own = next((i for i, shingle in enumerate(shingles) if shingle in self.shared), 0)
        return own / max(1, len(shingles))

    @cached_property
    def headlines(self) -> Headlines:
        return compare_headlines(self.later.title, self.earlier.title)

    @cached_property
    def alignment(self) -> Alignment:
        return align(prose(self.later.sentences), prose(self.earlier.sentences))

    @cached_property
    def changed_lines(self) -> int:
        """Lines that are no sentences, such as rows of a table or a crew list, whose numbers or
        names are others now."""
        later, earlier = (
            [s for s in text.sentences if not _is_prose(s)] for text in (self.later, self.earlier)
        )
        return align(later, earlier).conflicts

    @property
    def _sizes(self) -> tuple[int, int]:
        return len(self.later.shingle_set), len(self.earlier.shingle_set)


def is_marked_update(headline: str) -> bool:
    """Whether the headline begins with "UPDATE 2-", "CORRECTED:" or the like."""
    return _MARK.match(headline) is not None


def compare_headlines(later: str, earlier: str) -> Headlines:
    """How two headlines stand to each other, whatever marks them as updates."""
    a, b = _MARK.sub("", later, count=1), _MARK.sub("", earlier, count=1)
    here, there = tokenise(a), tokenise(b)
    if not here or not there:
        return Headlines.OTHER
    if here == there:
        return Headlines.SAME
    common = len(set(here) & set(there)) / min(len(set(here)), len(set(there)))
    # a word put before them, so that the first word counts as a name as well
    x, y = specifics(f"X {a}"), specifics(f"X {b}")
    if common >= 0.5 and (numbers_conflict(x, y) or names_conflict(x, y)):
        return Headlines.CONFLICT
    alike = fuzz.token_sort_ratio(" ".join(here), " ".join(there))
    if alike >= 90 or (common >= 0.9 and min(len(here), len(there)) >= 4):
        return Headlines.SAME
    if alike >= 65 or common >= 0.7:
        return Headlines.NEAR
    return Headlines.OTHER


def prose(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that say something: not menu lines, teasers' titles and counters."""
    return [s for s in sentences if _is_prose(s)]


def align(later: Sequence[Sentence], earlier: Sequence[Sentence]) -> Alignment:
    """Lay two texts side by side. Sentences may have moved."""
    known = {s.tokens for s in earlier}
    kept = {s.tokens for s in later}
    fresh = [s for s in later if s.tokens not in known][:_MAX_SENTENCES]
    gone = [s for s in earlier if s.tokens not in kept][:_MAX_SENTENCES]
    changed: list[tuple[str, str]] = []
    added: list[str] = []
    matched: set[int] = set()
    pieces = conflicts = number_conflicts = corrections = 0
    for sentence in fresh:
        best = process.extractOne(
            sentence.tokens, [s.tokens for s in gone], scorer=fuzz.ratio, score_cutoff=_ALIKE
        )
        if best is None:
            if _is_piece(sentence, earlier):
                pieces += 1
            else:
                added.append(sentence.raw)
            continue
        before = gone[best[2]]
        matched.add(best[2])
        changed.append((before.raw, sentence.raw))
        here, there = specifics(sentence.raw), specifics(before.raw)
        numbers = numbers_conflict(here, there)
        number_conflicts += numbers
        corrections += numbers and without_numbers(sentence.raw) == without_numbers(before.raw)
        conflicts += numbers or names_conflict(here, there)
    removed = [s.raw for i, s in enumerate(gone) if i not in matched and not _is_piece(s, later)]
    same = [s for s in later if s.tokens in known]
    return Alignment(
        same=len(same),
        aligned=len(changed) + pieces,
        changed=tuple(changed),
        added=tuple(added),
        removed=tuple(removed),
        conflicts=conflicts,
        number_conflicts=number_conflicts,
        corrections=corrections,
        agreed=frozenset(_agreed(same)),
    )


def _agreed(same: Sequence[Sentence]) -> set[str]:
    found: set[str] = set()
    for sentence in same[:_MAX_SENTENCES]:
        told = specifics(sentence.raw)
        found |= told.numbers | told.names
    return found


def _is_prose(sentence: Sentence) -> bool:
    words = sentence.tokens.count(" ") + 1
    return words >= _LEAST_WORDS and (
        words >= _PROSE_WORDS or _PROSE_END.search(sentence.raw) is not None
    )


def _is_piece(sentence: Sentence, others: Sequence[Sentence]) -> bool:
    """Whether the sentence is part of another one, or contains most of one: cut elsewhere."""
    text = sentence.tokens
    return len(text) > 25 and any(
        text in other.tokens or (other.tokens in text and len(other.tokens) > 0.6 * len(text))
        for other in others[:_MAX_SENTENCES]
    )


def _words(sentences: Sequence[str]) -> int:
    return sum(len(tokenise(sentence)) for sentence in sentences)
