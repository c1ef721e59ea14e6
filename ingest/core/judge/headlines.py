"""How two headlines stand to each other."""

from __future__ import annotations

import re
from enum import Enum

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from ingest.core.judge.notes import unmarked
from ingest.core.judge.specifics import names_conflict, numbers_conflict, specifics
from ingest.core.words import tokenise

_NUMBER = re.compile(r"\d+")


class Headlines(Enum):
    """How two headlines stand to each other."""

    SAME = "same"
    NEAR = "near"
    OTHER = "other"
    CONFLICT = "conflict"
    """Alike, but with another number or name: two instances of one template."""


def compare_headlines(later: str, earlier: str) -> Headlines:
    """How two headlines stand to each other, whatever marks them as updates."""
    a, b = unmarked(later), unmarked(earlier)
    here, there = tokenise(a), tokenise(b)
    if not here or not there:
        return Headlines.OTHER
    if here == there:
        return Headlines.SAME
    # a word put before them, so that the first word counts as a name as well
    x, y = specifics(f"X {a}"), specifics(f"X {b}")
    in_order = Indel.normalized_similarity(*map(_pattern, (here, there)))
    if in_order >= 0.5 and (numbers_conflict(x, y) or names_conflict(x, y)):
        return Headlines.CONFLICT
    common = len(set(here) & set(there)) / min(len(set(here)), len(set(there)))
    alike = fuzz.token_sort_ratio(" ".join(here), " ".join(there))
    if alike >= 90 or (common >= 0.9 and min(len(here), len(there)) >= 4):
        return Headlines.SAME
    if alike >= 65 or common >= 0.7:
        return Headlines.NEAR
    return Headlines.OTHER


def _pattern(words: list[str]) -> list[str]:
    """The words with every number masked: reports of one template differ in those first."""
    return [_NUMBER.sub("#", word) for word in words]
