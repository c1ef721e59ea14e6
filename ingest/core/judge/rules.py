"""The layers of identity, from the surest to the one that weighs most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ingest.core.judge.compare import Comparison
from ingest.core.judge.conflict import SHORT_NOTICE, conflict
from ingest.core.judge.headlines import Headlines
from ingest.core.judge.subject import Subject, Thresholds, gap, same_site
from ingest.model import ArticleId

_STUB = 40
_A_SENTENCE = 8
_A_PASSAGE = 15
"""Shingles of another story that are no chance."""
_SOME = 1 / 3
"""Of the containment that is enough: from there on it is worth a look whether the rest was only
reworded,"""
_MOST = 2 / 3
"""and this is the share of the text that must have been."""
_RECURS_AFTER = timedelta(days=3)
"""A site that prints the same few words again so much later means another occasion."""
_LONG = 200
"""Words that nobody writes twice."""


@dataclass(frozen=True, slots=True)
class Case:
    """One article beside those that it may repeat."""

    subject: Subject
    candidates: Sequence[Subject]
    """Newest first."""
    thresholds: Thresholds
    compare: Callable[[Subject, Subject], Comparison]


@dataclass(frozen=True, slots=True)
class Finding:
    """The article that ``subject`` repeats or changes, and by which layer that was found.

    With ``base`` None the article is new; ``refused`` then says why the nearest is another story.
    """

    layer: str
    base: Subject | None
    revision: bool = False
    refused: tuple[Subject, str] | None = None


def find(case: Case) -> Finding:
    """The first layer's finding, or that the article is new."""
    for layer in (same_bytes, same_guid, same_address, same_text):
        finding = layer(case)
        if finding is not None:
            return finding
    return similar_text(case)


def same_bytes(case: Case) -> Finding | None:
    for other in case.candidates:
        if other.digest == case.subject.digest:
            return Finding("bytes", other)
    return None


def same_guid(case: Case) -> Finding | None:
    key = case.subject.fingerprint.guid_key
    same = [other for other in case.candidates if key and other.fingerprint.guid_key == key]
    return _same_page("guid", case, same)


def same_address(case: Case) -> Finding | None:
    key = case.subject.fingerprint.url_key
    same = [other for other in case.candidates if key and other.fingerprint.url_key == key]
    return _same_page("url", case, same)


def same_text(case: Case) -> Finding | None:
    """Word for word the same, unless it is a notice that a headline or another week makes new."""
    for other in case.candidates:
        if not _equal(case.subject, other):
            continue
        recurs = case.subject.fingerprint.words < _LONG and same_site(case.subject, other)
        window = _RECURS_AFTER if recurs else case.thresholds.exact_window
        if gap(case.subject, other) > window:
            continue
        headlines = case.compare(case.subject, other).headlines
        if case.subject.fingerprint.words >= SHORT_NOTICE or headlines in _ALIKE:
            return Finding("text", other)
    return None


def similar_text(case: Case) -> Finding:
    """The article that shares most, if it shares enough and nothing speaks against it."""
    near = [
        other
        for other in case.candidates
        if abs(case.subject.received - other.received) <= case.thresholds.window
    ]
    enough = [o for o in near if _compare(case, o).containment >= case.thresholds.containment]
    best = max(enough, key=lambda o: _rank(_compare(case, o)), default=None) or _retold(case, near)
    if best is None:
        return Finding("none", None)
    compared, apart = _compare(case, best), gap(case.subject, best)
    reason = _is_roundup(case, best, near) or conflict(compared, apart)
    if reason:
        return Finding("none", None, refused=(best, reason))
    return Finding("near", best, revision=_is_revision(case, best))


# ------------------------------------------------------------------ one page, again

_ALIKE = (Headlines.SAME, Headlines.NEAR)


def _same_page(layer: str, case: Case, others: Sequence[Subject]) -> Finding | None:
    """The page that we have, if it still holds that article and not another day's."""
    for other in others:
        if _equal(case.subject, other):
            return Finding(layer, other)
    for other in others[:1]:
        if not _still_that_article(case, other):
            continue
        if not _is_touched(_compare(case, other)):
            return Finding(layer, other)
        for older in others[1:]:  # a page that went back, but for a clock or a counter on it
            if not _is_touched(_compare(case, older)) and _still_that_article(case, older):
                return Finding(layer, older)
        return Finding(layer, other, revision=True)
    return None


def _is_touched(compared: Comparison) -> bool:
    """Whether the article on the page changed, and not only what stands around it."""
    changes = compared.alignment
    moved = changes.added_words >= _A_SENTENCE or changes.removed_words >= _A_SENTENCE
    return moved or bool(changes.changed) or compared.changed_lines > 0


def _still_that_article(case: Case, other: Subject) -> bool:
    """A page may carry something new every day, and a feed one GUID for all its entries."""
    compared = _compare(case, other)
    shared, headlines = compared.containment, compared.headlines
    soon = gap(case.subject, other) < timedelta(days=1)
    stub = min(compared.later.words, compared.earlier.words) < _STUB
    if shared >= 0.25 and not (shared < 0.5 and headlines is Headlines.CONFLICT):
        return True
    return soon and (stub or (headlines is Headlines.SAME and shared >= 0.1))


# ------------------------------------------------------------------ similar texts


def _rank(compared: Comparison) -> tuple[bool, bool, float, float]:
    """Of the reports of one template, the one under the same headline is the one repeated."""
    same = compared.headlines is Headlines.SAME
    return compared.containment >= 0.9, same, compared.coverage, compared.containment


def _retold(case: Case, near: Sequence[Subject]) -> Subject | None:
    """The article whose sentences are told again, all a little different: scanned with misread
    letters, or edited throughout. Short notices are alike without being one."""
    if case.subject.fingerprint.words < SHORT_NOTICE:
        return None
    least = _SOME * case.thresholds.containment
    some = [other for other in near if _compare(case, other).containment >= least]
    if not some:
        return None
    best = max(some, key=lambda o: _compare(case, o).containment)
    compared = _compare(case, best)
    if compared.headlines is Headlines.CONFLICT or compared.retold < _MOST:
        return None
    return best if compared.alignment.conflict_share <= 0.2 else None


def _is_roundup(case: Case, best: Subject, near: Sequence[Subject]) -> str | None:
    """Whether the longer text only quotes the shorter among other stories."""
    compared = _compare(case, best)
    same_headline = compared.headlines is Headlines.SAME
    if compared.coverage >= (0.3 if same_headline else 0.5):
        return None
    later_is_longer = len(compared.later.shingle_set) >= len(compared.earlier.shingle_set)
    opening = compared.alignment.openings[0 if later_is_longer else 1]
    if compared.coverage < 0.3 and opening > 0.2 and not same_headline:
        return "which stands in the midst of a longer text"
    if not later_is_longer:
        return None
    others: dict[ArticleId, set[int]] = {}
    for other in near:
        if other.cluster != best.cluster:
            others.setdefault(other.cluster, set()).update(_compare(case, other).shared)
    passages = [len(shared - compared.shared) for shared in others.values()]
    quoted = sum(length for length in passages if length >= _A_PASSAGE)
    # what a longer text quotes most is its story all the same, unless it is little of it
    if quoted and (compared.coverage < 0.3 or quoted >= len(compared.shared)):
        return "among passages of other stories"
    return None


def _is_revision(case: Case, best: Subject) -> bool:
    """A publisher that changes its own article revises it; another's edits make a copy, unless it
    corrects a number."""
    compared = _compare(case, best)
    changes = compared.alignment
    if changes.corrections:
        return True
    if same_site(case.subject, best):
        return bool(changes.changed) or changes.added_words >= 15 or compared.says_updated
    grown = changes.number_conflicts > 0 or changes.added_words >= 15
    return grown and compared.says_updated


def _compare(case: Case, other: Subject) -> Comparison:
    return case.compare(case.subject, other)


def _equal(one: Subject, other: Subject) -> bool:
    return one.fingerprint.text_hash == other.fingerprint.text_hash
