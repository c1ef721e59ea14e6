"""Judging articles in the order of their arrival, each beside those stored and those before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from ingest.core.judge.compare import Comparison
from ingest.core.judge.rules import Case, Finding, find
from ingest.core.judge.subject import Subject, Thresholds
from ingest.core.judge.versions import with_changes
from ingest.core.judge.why import explain
from ingest.model import ArticleId, Judgement


class Memo:
    """What was worked out before the lock, so that under it only what arrived since costs time."""

    def __init__(self) -> None:
        self._compared: dict[tuple[ArticleId, ArticleId], Comparison] = {}
        self._judged: dict[tuple[ArticleId, ...], Judgement] = {}
        self._alike: dict[tuple[ArticleId, ...], list[list[int]]] = {}

    def compare(self, later: Subject, earlier: Subject) -> Comparison:
        key = later.id, earlier.id
        if key not in self._compared:
            self._compared[key] = Comparison(later.fingerprint, earlier.fingerprint)
        return self._compared[key]

    def judge(
        self, subject: Subject, candidates: Sequence[Subject], thresholds: Thresholds
    ) -> Judgement:
        """As :func:`judge`; the same again for the same candidates in the same clusters."""
        key = subject.id, *(one for other in candidates for one in (other.id, other.cluster))
        if key not in self._judged:
            case = Case(subject, candidates[::-1], thresholds, self.compare)
            self._judged[key] = _judgement(subject, find(case), thresholds, self)
        return self._judged[key]

    def alike(self, subjects: Sequence[Subject], thresholds: Thresholds) -> list[list[int]]:
        """As :func:`_alike`, for the same batch again."""
        key = tuple(subject.id for subject in subjects)
        if key not in self._alike:
            self._alike[key] = _alike(subjects, thresholds)
        return self._alike[key]


def judge(
    subject: Subject,
    candidates: Sequence[Subject],
    *,
    thresholds: Thresholds,
    memo: Memo | None = None,
) -> Judgement:
    """Judge one article beside ``candidates``, which are in the order of their arrival."""
    others = [other for other in candidates if other.id != subject.id]
    return (memo or Memo()).judge(subject, others, thresholds)


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
    judgements: list[Judgement] = []
    for subject, earlier in zip(subjects, memo.alike(subjects, thresholds), strict=True):
        stored = sorted(candidates.get(subject.id, ()), key=lambda other: other.number)
        same_batch = [replace(subjects[i], cluster=judgements[i].cluster) for i in earlier]
        judgements.append(judge(subject, [*stored, *same_batch], thresholds=thresholds, memo=memo))
    return judgements


def _alike(subjects: Sequence[Subject], thresholds: Thresholds) -> list[list[int]]:
    """For each subject those before it, in order, that have a key in common with it or share the
    most marks: found as the store finds its own."""
    by_key: dict[tuple[str, str | int], list[int]] = defaultdict(list)
    by_mark: dict[int, list[int]] = defaultdict(list)
    times = Counter(chain.from_iterable(subject.fingerprint.marks for subject in subjects))
    common = {mark for mark, count in times.items() if count > 1}
    found = []
    for index, subject in enumerate(subjects):
        near: set[int] = set()
        for key in keys(subject):
            near.update(by_key[key])
            by_key[key].append(index)
        near.update(likeliest(subject.fingerprint.marks, by_mark, thresholds))
        for mark in common.intersection(subject.fingerprint.marks):
            by_mark[mark].append(index)
        found.append(sorted(near))
    return found


def likeliest(
    marks: Collection[int], holders: Mapping[int, Collection[int]], thresholds: Thresholds
) -> list[int]:
    """Of the articles (by number) that hold some of ``marks``, those worth comparing, best first.

    A mark that few articles hold tells more than one that many do; of equals the newest counts. One
    shared mark is chance, unless the text is so short that it has only few.
    """
    held = [holders[mark] for mark in marks if mark in holders]
    shared = Counter(chain.from_iterable(held))
    least = 2 if len(marks) > 6 else 1
    enough = {number for number, count in shared.items() if count >= least}
    weight = dict.fromkeys(enough, 0.0)
    for numbers in held:
        for number in enough.intersection(numbers):  # mostly none: chance is not worth weighing
            weight[number] += 1 / len(numbers)
    return sorted(enough, key=lambda number: (-weight[number], -number))[: thresholds.candidates]


def keys(subject: Subject) -> list[tuple[str, str | int]]:
    """What an article has in common with those that are the same page or the same text."""
    fingerprint = subject.fingerprint
    found: list[tuple[str, str | int]] = [
        ("digest", subject.digest),
        ("text_hash", fingerprint.text_hash),
    ]
    if fingerprint.url_key:
        found.append(("url_key", fingerprint.url_key))
    if fingerprint.guid_key:
        found.append(("guid_key", fingerprint.guid_key))
    return found


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
            version=1,
            text_of=subject.id,
        )
    exact = finding.layer in {"bytes", "text"}
    judgement = Judgement(
        decision="revision" if finding.revision else "copy",
        of=base.id,
        cluster=base.cluster,
        similarity=1.0 if exact else round(compared.containment, 4),
        layer=finding.layer,
        why=explain(subject, finding, compared, thresholds),
    )
    return with_changes(judgement, compared) if finding.revision else judgement
