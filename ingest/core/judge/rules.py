"""The layers of identity, from the surest to the one that weighs most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ingest.core.judge.compare import Comparison
from ingest.core.judge.headlines import Headlines, is_marked_update
from ingest.core.judge.subject import Subject, Thresholds, gap, same_site
from ingest.model import ArticleId

_SHORT_NOTICE = 60
"""Words. Shorter texts are often the same but for what the headline says."""
_STUB = 40
_A_SENTENCE = 8
_A_PASSAGE = 15
"""Shingles of another story that are no chance."""
_CLOSE = 0.85
"""Containment from which only few words differ."""
_EQUAL = 0.995
"""Containment from which none do."""
_TELLING = 4
"""Numbers and names that two short texts must agree in, to be one story under two headlines."""
_SAME_DAY = timedelta(hours=20)
_RECURS_AFTER = timedelta(days=3)
"""A site that prints the same words again so much later means another occasion."""


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
        window = _RECURS_AFTER if same_site(case.subject, other) else case.thresholds.exact_window
        if gap(case.subject, other) > window:
            continue
        headlines = case.compare(case.subject, other).headlines
        if case.subject.fingerprint.words >= _SHORT_NOTICE or headlines in _ALIKE:
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
    if not enough:
        return Finding("none", None)
    best = max(enough, key=lambda o: _rank(_compare(case, o)))
    reason = _is_roundup(case, best, near) or _conflict(case, best)
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


def _conflict(case: Case, best: Subject) -> str | None:
    """Why two similar texts are two stories all the same, or None."""
    compared = _compare(case, best)
    headlines, apart = compared.headlines, gap(case.subject, best)
    if min(compared.later.words, compared.earlier.words) < _SHORT_NOTICE:
        if headlines is Headlines.CONFLICT:
            return "but it is a short notice and the headlines name different things"
        if (
            headlines is Headlines.OTHER
            and compared.coverage >= 0.3
            and len(compared.alignment.agreed) < _TELLING
        ):
            return "but it is a short notice under another headline"
    if compared.containment < _EQUAL:
        reason = _other_edition(compared, apart)
        if reason:
            return reason
    if compared.containment < 0.5 and compared.alignment.common < 2:
        return "but hardly a sentence of the one stands in the other"
    if (
        compared.containment < 0.7
        and headlines is Headlines.OTHER
        and min(compared.alignment.openings) > 1 / 3
    ):
        return "but only their ends agree: both begin with a story of their own"
    return None


def _other_edition(compared: Comparison, apart: timedelta) -> str | None:
    """Why a text with the same words is of another event or another day, by its numbers and names:
    a launch, a forecast, a market report."""
    headlines, changes = compared.headlines, compared.alignment
    share = changes.conflict_share
    if headlines is Headlines.CONFLICT and changes.conflicts and share >= 0.12:
        return "but headlines and sentences name different things"
    if changes.replaced >= 3 and changes.renewal >= (0.6 if share >= 0.3 else 0.8):
        return "but nearly all its numbers are different ones"
    loose = headlines is not Headlines.SAME and compared.containment < _CLOSE
    if share >= 0.3 and (loose or apart >= _SAME_DAY):
        if changes.conflicts >= 2:
            return f"but {changes.conflicts} of its sentences name different numbers or names"
        if changes.conflicts_in_both:
            return "but a sentence names different numbers and names"
    if (
        apart >= _SAME_DAY
        and headlines is Headlines.SAME
        and changes.replaced
        and changes.renewal >= 0.5
    ):
        return "but it is another day's, with other numbers"
    return None


def _is_revision(case: Case, best: Subject) -> bool:
    """A publisher that changes its own article revises it; another's edits make a copy, unless it
    corrects a number."""
    compared = _compare(case, best)
    changes = compared.alignment
    marked = is_marked_update(compared.later.title) and not is_marked_update(compared.earlier.title)
    if changes.corrections:
        return True
    if same_site(case.subject, best):
        return bool(changes.changed) or changes.added_words >= 15 or marked
    return marked and (changes.number_conflicts > 0 or changes.added_words >= 15)


def _compare(case: Case, other: Subject) -> Comparison:
    return case.compare(case.subject, other)


def _equal(one: Subject, other: Subject) -> bool:
    return one.fingerprint.text_hash == other.fingerprint.text_hash
