"""How sure is sure? Fits the confidence of mentions on labelled texts and shows how it holds.

``python -m bench.calibration [FIT.jsonl [HELD_OUT.jsonl ...]]``: without a file, how often
candidates of each confidence are right in the project's own sentences and paragraphs (those of the
tests, which are hard cases). With files, the first one is fitted: printed are the two figures for
``ingest/core/mentions/calibration.py`` and the same table for each file. Each line of a file is a
text with the ids of everything that it names::

    {"text": "...", "language": "en", "published": "2026-05-01", "names": ["shenzhou-20"],
     "unsure": ["iss"], "weight": 1}

``unsure`` ids cost nothing either way; ``weight`` (1) makes a line count less.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ingest import catalogue
from ingest.core import mentions
from ingest.core.mentions import calibration
from ingest.model import Article, Timestamp
from ingest.settings import load_settings

STEPS = 50
PRIOR = 0.5
"""How strongly few texts are held to "confidence is belief"."""
EDGES = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.01)


@dataclass(frozen=True)
class Judged:
    """A candidate, whether it was right, and how much it counts."""

    confidence: float
    right: bool
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE.jsonl")
    files: list[Path] = parser.parse_args().files
    matcher = mentions.compile_matcher(catalogue.load(load_settings().catalogue_dir))
    if files:
        calibration.SHIFT, calibration.SLOPE = 0.0, 1.0
        shift, slope = fit(list(judged(lines(files[0]), matcher)))
        print(f"SHIFT = {shift:.2f}\nSLOPE = {slope:.2f}")
        calibration.SHIFT, calibration.SLOPE = shift, slope
    for name, labelled in [(path.name, lines(path)) for path in files] or [("own texts", own())]:
        print(f"\n{name}\n{'confidence':<14}{'candidates':>11}{'mean':>8}{'right':>8}")
        for low, high, those in bins(judged(labelled, matcher)):
            mean = sum(one.confidence for one in those) / len(those)
            right = sum(one.right for one in those) / len(those)
            print(f"{low:.2f} to {min(high, 1):.2f}  {len(those):>11}{mean:8.2f}{right:8.2f}")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def own() -> list[dict[str, Any]]:
    """The sentences and paragraphs of the tests, in the form of a labelled line."""
    from tests.unit.core.mentions import test_paragraphs, traps

    return [
        *(
            {"text": trap.text, "language": trap.language, "names": list(trap.found)}
            for trap in traps.ALL
        ),
        *(
            {
                "text": "\n".join(one.lines),
                "language": one.language,
                "published": f"{one.year}-06-01" if one.year else None,
                "names": list(one.named),
                "unsure": list(one.optional),
            }
            for one in test_paragraphs.paragraphs()
        ),
    ]


def judged(texts: list[dict[str, Any]], matcher: mentions.Matcher) -> Iterator[Judged]:
    """Each entry that a text may name, under its most probable candidate."""
    for labelled in texts:
        best: dict[str, float] = {}
        for candidate in mentions.read(article(labelled), matcher).candidates:
            if not candidate.reason.startswith("part of"):
                best[candidate.id] = max(best.get(candidate.id, 0.0), candidate.confidence)
        for entry, confidence in best.items():
            if entry not in labelled.get("unsure", ()):
                right = entry in labelled["names"]
                yield Judged(confidence, right, labelled.get("weight", 1.0))


def article(labelled: dict[str, Any]) -> Article:
    day = labelled.get("published")
    published = None
    if day:
        value = datetime.fromisoformat(day).replace(tzinfo=UTC)
        published = Timestamp(raw=day, value=value, precision="day", zone="guess", method="labels")
    return Article(
        title=labelled.get("title"),
        paragraphs=tuple(labelled["text"].split("\n\n")),
        form="json",
        language=labelled.get("language"),
        published=published,
    )


def fit(data: list[Judged]) -> tuple[float, float]:
    """The logistic curve (shift, slope) of the least log loss, by Newton's method."""
    shift, slope = 0.0, 1.0
    for _ in range(STEPS):
        to_shift, to_slope = -PRIOR * shift, -PRIOR * (slope - 1)
        bend, cross, twist = PRIOR, 0.0, PRIOR
        for one in data:
            odds = calibration.log_odds(one.confidence)
            expected = 1 / (1 + math.exp(-(shift + slope * odds)))
            miss = one.weight * (one.right - expected)
            spread = one.weight * expected * (1 - expected)
            to_shift += miss
            to_slope += miss * odds
            bend += spread
            cross += spread * odds
            twist += spread * odds * odds
        determinant = bend * twist - cross * cross
        shift += (twist * to_shift - cross * to_slope) / determinant
        slope += (bend * to_slope - cross * to_shift) / determinant
    return shift, slope


def bins(found: Iterator[Judged]) -> Iterator[tuple[float, float, list[Judged]]]:
    """Candidates by confidence, where there are any."""
    by_edge: dict[int, list[Judged]] = defaultdict(list)
    for one in found:
        by_edge[sum(one.confidence >= edge for edge in EDGES) - 1].append(one)
    for place in sorted(by_edge):
        yield EDGES[place], EDGES[place + 1], by_edge[place]


if __name__ == "__main__":
    main()
