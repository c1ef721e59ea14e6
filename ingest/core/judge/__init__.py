"""Is an article new, a copy or a revision? Judged by its text, one reason at a time.

    same bytes -> same GUID -> same address -> same text -> similar text, unless it conflicts
                                                            -> copy or revision

Each step is a function in ``rules`` that gives a judgement or passes. Similar means that enough of
the shorter text's shingles stand in the other; conflicting means that, laid side by side, the
sentences name different numbers or names, as two reports of one template do. Nothing is ever
deleted for being similar: a judgement only links an article to another and says why.
"""

from __future__ import annotations

from ingest.core.judge.batch import Memo, judge, judge_batch, keys, likeliest
from ingest.core.judge.subject import Subject, Thresholds
from ingest.core.judge.versions import Version, place, returned

__all__ = [
    "Memo",
    "Subject",
    "Thresholds",
    "Version",
    "judge",
    "judge_batch",
    "keys",
    "likeliest",
    "place",
    "returned",
]
