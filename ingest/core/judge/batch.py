"""Judging articles in the order of their arrival, each beside those stored and those before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.core.judge.compare import Comparison
from ingest.core.judge.rules import Case, Finding, find
from ingest.core.judge.subject import Subject, Thresholds
from ingest.core.judge.why import explain
from ingest.model import ArticleId, Judgement


class Memo:
    """Comparisons made once: what was compared before the lock costs nothing under it."""

    def __init__(self) -> None:
        self._made: dict[tuple[ArticleId, ArticleId], Comparison] = {}

    def compare(self, later: Subject, earlier: Subject) -> Comparison:
        key = later.id, earlier.id
        if key not in self._made:
            self._made[key] = Comparison(later.fingerprint, earlier.fingerprint)
        return self._made[key]


def judge(
    subject: Subject,
    candidates: Sequence[Subject],
    *,
    thresholds: Thresholds,
    memo: Memo | None = None,
) -> Judgement:
    """Judge one article beside ``candidates``, which are in the order of their arrival."""
    memo = memo or Memo()
    others = [other for other in reversed(candidates) if other.id != subject.id]
    finding = find(Case(subject, others, thresholds, memo.compare))
    return _judgement(subject, finding, thresholds, memo)


def judge_batch(
    subjects: Sequence[Subject],
    candidates: Mapping[ArticleId, Sequence[Subject]],
    *,
    thresholds: Thresholds,
    memo: Memo | None = None,
) -> list[Judgement]:
    """Judge ``subjects`` in order. ``candidates`` are what the store found for each; those of the
    same batch that came before are found here."""
    memo = memo or Memo()
    earlier = _Earlier(thresholds)
    judgements = []
    for subject in subjects:
        stored = sorted(candidates.get(subject.id, ()), key=lambda other: other.number)
        near = [*stored, *earlier.like(subject)]
        judgement = judge(subject, near, thresholds=thresholds, memo=memo)
        judgements.append(judgement)
        earlier.add(replace(subject, cluster=judgement.cluster))
    return judgements


class _Earlier:
    """The articles of a batch that are judged already, found as the store finds its own."""

    def __init__(self, thresholds: Thresholds) -> None:
        self._thresholds = thresholds
        self._subjects: list[Subject] = []
        self._by_key: dict[tuple[str, str | int], list[int]] = defaultdict(list)
        self._by_mark: dict[int, list[int]] = defaultdict(list)

    def add(self, subject: Subject) -> None:
        index = len(self._subjects)
        self._subjects.append(subject)
        for key in _keys(subject):
            self._by_key[key].append(index)
        for mark in subject.fingerprint.marks:
            self._by_mark[mark].append(index)

    def like(self, subject: Subject) -> list[Subject]:
        """In order of arrival: those with a key in common, and those that share the most marks."""
        found = {index for key in _keys(subject) for index in self._by_key.get(key, ())}
        shared: Counter[int] = Counter()
        for mark in subject.fingerprint.marks:
            shared.update(self._by_mark.get(mark, ()))
        found.update(likeliest(shared, len(subject.fingerprint.marks), self._thresholds))
        return [self._subjects[index] for index in sorted(found)]


def likeliest(shared: Mapping[int, int], marks: int, thresholds: Thresholds) -> list[int]:
    """Of the articles, by number, that share marks: those worth comparing, the newest of equals.

    One shared mark is chance, unless the text is so short that it has only few.
    """
    least = 2 if marks > 6 else 1
    enough = [number for number, count in shared.items() if count >= least]
    enough.sort(key=lambda number: (-shared[number], -number))
    return enough[: thresholds.candidates]


def _keys(subject: Subject) -> list[tuple[str, str | int]]:
    fingerprint = subject.fingerprint
    keys: list[tuple[str, str | int]] = [
        ("digest", subject.digest),
        ("text", fingerprint.text_hash),
    ]
    if fingerprint.url_key:
        keys.append(("url", fingerprint.url_key))
    if fingerprint.guid_key:
        keys.append(("guid", fingerprint.guid_key))
    return keys


def _judgement(subject: Subject, finding: Finding, thresholds: Thresholds, memo: Memo) -> Judgement:
    base = finding.base
    beside = base or (finding.refused[0] if finding.refused else None)
    compared = memo.compare(subject, beside) if beside else None
    if base is None or compared is None:
        return Judgement(
            decision="new",
            of=None,
            cluster=subject.id,
            similarity=None,
            layer=finding.layer,
            why=explain(subject, finding, compared, thresholds),
        )
    exact = finding.layer in {"bytes", "text"}
    return Judgement(
        decision="revision" if finding.revision else "copy",
        of=base.id,
        cluster=base.cluster,
        similarity=1.0 if exact else round(compared.containment, 4),
        layer=finding.layer,
        why=explain(subject, finding, compared, thresholds),
        added=_added(compared) if finding.revision else (),
        removed=_removed(compared) if finding.revision else (),
    )


def _added(compared: Comparison) -> tuple[str, ...]:
    """Sentences of the later text that were not there, or not so."""
    changes = compared.alignment
    return (*changes.added, *(change.after for change in changes.changed))


def _removed(compared: Comparison) -> tuple[str, ...]:
    changes = compared.alignment
    return (*changes.removed, *(change.before for change in changes.changed))
