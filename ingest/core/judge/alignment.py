"""Two texts laid side by side, sentence by sentence: what the later changed of the earlier."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

from rapidfuzz import fuzz, process

from ingest.core.fingerprint import Sentence
from ingest.core.judge.specifics import (
    Specifics,
    names_conflict,
    specifics,
    without_numbers,
)
from ingest.core.judge.units import converted
from ingest.core.normalise import furniture
from ingest.core.normalise.furniture_signs import Sign, signs
from ingest.core.words import tokenise

_ALIKE = 60.0
"""Sentences of this similarity (0..100, normalised edit distance) are versions of one another."""
_MAX_SENTENCES = 400
"""Sentences that differ, on each side, that are compared with each other at most."""
_MAX_FURNITURE = 300
"""Characters. What is longer is taken for the article's."""
_LEAST_WORDS = 6
_PROSE_WORDS = 16
_PROSE_ENDS = tuple(".!?…:;,\"”»’')）」』。！？")


@dataclass(frozen=True)
class Change:
    """A sentence of the earlier text, and its version in the later one."""

    before: str
    after: str

    @cached_property
    def stated_before(self) -> Specifics:
        return specifics(self.before)

    @cached_property
    def stated_after(self) -> Specifics:
        return specifics(self.after)

    @property
    def has_other_numbers(self) -> bool:
        """Whether each version states a number that the other does not, in whatever unit."""
        return all(self._own_numbers)

    @property
    def has_other_names(self) -> bool:
        return names_conflict(self.stated_before, self.stated_after)

    @property
    def is_conflict(self) -> bool:
        """Whether each version states a number or a name that the other does not."""
        return self.has_other_numbers or self.has_other_names

    @cached_property
    def replaced(self) -> int:
        """Numbers in whose place another stands now."""
        before, after = self.stated_before, self.stated_after
        if self.has_other_numbers and self._has_same_frame:
            pairs = zip(before.sequence, after.sequence, strict=False)
            return sum(one != other for one, other in pairs)
        return min(map(len, self._own_numbers))

    @property
    def replaces_time(self) -> bool:
        """Whether another time of day stands in the place of one."""
        pairs = zip(self.stated_before.sequence, self.stated_after.sequence, strict=False)
        return any(one != other and ":" in one and ":" in other for one, other in pairs)

    @property
    def kept(self) -> int:
        """Numbers that stand in both versions; "one" and "1 dollar" tell nothing."""
        before, after = self.stated_before, self.stated_after
        if self.has_other_numbers and self._has_same_frame:
            pairs = zip(before.sequence, after.sequence, strict=False)
            return sum(one == other != "1" for one, other in pairs)
        return len((before.numbers & after.numbers) - {"1"})

    @cached_property
    def _own_numbers(self) -> tuple[frozenset[str], frozenset[str]]:
        before, after = self.stated_before, self.stated_after
        one, other = before.numbers - after.numbers, after.numbers - before.numbers
        if not (one and other):
            return frozenset(), frozenset()
        in_other_units = converted(before.text, after.text)
        return one - in_other_units[0], other - in_other_units[1]

    @cached_property
    def _has_same_frame(self) -> bool:
        """Whether the versions differ in nothing but their numbers."""
        return without_numbers(self.before) == without_numbers(self.after)

    @property
    def is_correction(self) -> bool:
        """Whether the versions differ in their numbers only."""
        return self.has_other_numbers and self._has_same_frame


@dataclass(frozen=True)
class Alignment:
    """``same`` stands in both texts, word for word; ``changed`` in two versions; ``pieces`` counts
    the later text's sentences that are part of a longer one, or joined from several."""

    same: tuple[str, ...]
    changed: tuple[Change, ...]
    pieces: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    openings: tuple[float, float]
    """How much of the later, and of the earlier text stands before anything that they share."""

    @property
    def common(self) -> int:
        """Sentences of the later text that stand in the earlier one, in whatever form."""
        return len(self.same) + len(self.changed) + self.pieces

    @cached_property
    def conflicts(self) -> int:
        """Changed sentences with other numbers or names on both sides."""
        return sum(change.is_conflict for change in self.changed)

    @cached_property
    def conflicts_in_both(self) -> int:
        """Changed sentences with other numbers and other names."""
        return sum(change.has_other_numbers and change.has_other_names for change in self.changed)

    @property
    def conflict_share(self) -> float:
        return self.conflicts / max(1, self.common)

    @cached_property
    def number_conflicts(self) -> int:
        return sum(change.has_other_numbers for change in self.changed)

    @cached_property
    def corrections(self) -> int:
        return sum(change.is_correction for change in self.changed)

    @cached_property
    def replaced(self) -> int:
        """Numbers in whose place another stands now."""
        return sum(change.replaced for change in self.changed)

    @cached_property
    def renewal(self) -> float:
        """The share of the numbers that are others now, 0..1."""
        kept = sum(change.kept for change in self.changed)
        kept += sum(len(stated.numbers - {"1"}) for stated in self._stated_in_both)
        return self.replaced / max(1, self.replaced + kept)

    @cached_property
    def agreed(self) -> frozenset[str]:
        """The numbers and names in sentences that stand in both, word for word."""
        return frozenset(told for s in self._stated_in_both for told in s.numbers | s.names)

    @cached_property
    def agreed_names(self) -> frozenset[str]:
        """The names in sentences that stand in both. Text in capitals has none to tell."""
        return frozenset(
            name for s in self._stated_in_both if not s.text.isupper() for name in s.names
        )

    @cached_property
    def _stated_in_both(self) -> list[Specifics]:
        return [specifics(sentence) for sentence in self.same[:_MAX_SENTENCES]]

    @cached_property
    def added_words(self) -> int:
        return _words(self.added)

    @cached_property
    def removed_words(self) -> int:
        return _words(self.removed)


def align(later: Sequence[Sentence], earlier: Sequence[Sentence]) -> Alignment:
    """Lay two texts side by side. Sentences may have moved."""
    known = {sentence.tokens for sentence in earlier}
    kept = {sentence.tokens for sentence in later}
    fresh = [s for s in later if s.tokens not in known and not _is_furniture(s)]
    gone = [s for s in earlier if s.tokens not in kept and not _is_furniture(s)]
    versions = _versions(fresh[:_MAX_SENTENCES], gone[:_MAX_SENTENCES])
    matched = set(versions.values())
    unmatched = [s for i, s in enumerate(fresh) if i not in versions]
    added = [s for s in unmatched if not _is_piece(s, earlier)]
    lost = [s for i, s in enumerate(gone) if i not in matched]
    removed = [s for s in lost if not _is_piece(s, later)]
    return Alignment(
        same=tuple(s.raw for s in later if s.tokens in known),
        changed=tuple(Change(gone[old].raw, fresh[new].raw) for new, old in versions.items()),
        pieces=len(unmatched) - len(added),
        added=tuple(s.raw for s in added),
        removed=tuple(s.raw for s in removed),
        openings=(_opening(later, added), _opening(earlier, removed)),
    )


def is_prose(sentence: Sentence) -> bool:
    """Whether it says something, unlike menu lines, teasers' titles and counters."""
    words = sentence.tokens.count(" ") + 1
    return words >= _LEAST_WORDS and (
        words >= _PROSE_WORDS or sentence.raw.rstrip().endswith(_PROSE_ENDS)
    )


@lru_cache(maxsize=4096)
def _is_furniture(sentence: Sentence) -> bool:
    """Whether it is of the page, not the article: a counter, a teaser, an appeal, a rights line."""
    text = sentence.raw
    if len(text) > _MAX_FURNITURE:
        return False
    if furniture.key(text) in furniture.TABLE:
        return True
    lowered = text.lower()
    found = signs(lowered)
    return (Sign.APPEAL in found and furniture.APPEAL.search(lowered) is not None) or (
        Sign.RIGHTS in found and furniture.RIGHTS.search(lowered) is not None
    )


def _versions(fresh: Sequence[Sentence], gone: Sequence[Sentence]) -> dict[int, int]:
    """For each fresh sentence that has one, the gone sentence that it is a version of, by index."""
    before = [sentence.tokens for sentence in gone]
    found = {}
    for index, sentence in enumerate(fresh):
        best = process.extractOne(sentence.tokens, before, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is not None:
            found[index] = best[2]
    return found


def _is_piece(sentence: Sentence, others: Sequence[Sentence]) -> bool:
    """Whether the sentence is part of another one, or contains most of one: cut elsewhere."""
    text = sentence.tokens
    return len(text) > 25 and any(
        text in other.tokens or (other.tokens in text and len(other.tokens) > 0.6 * len(text))
        for other in others[:_MAX_SENTENCES]
    )


def _opening(text: Sequence[Sentence], own: Collection[Sentence]) -> float:
    """The share of a text that stands before the first sentence that the other has, too."""
    alone = set(own)
    before = takewhile(lambda sentence: sentence in alone or _is_furniture(sentence), text)
    return sum(len(s.tokens) for s in before) / max(1, sum(len(s.tokens) for s in text))


def _words(sentences: Sequence[str]) -> int:
    return sum(len(tokenise(sentence)) for sentence in sentences)
