"""From belief to confidence: how often a candidate of that belief is right.

The rules weigh a candidate by hand-made figures (its belief); they order candidates well, but a
belief of 0.7 is right more often than seven times in ten. A logistic curve over the log odds of the
belief (Platt 1999) makes it the share that was right among labelled texts. ``bench.calibration``
fits the two figures and prints how well they hold; ``docs/mentions.md`` has the table.
"""

from __future__ import annotations

import math
from functools import lru_cache

SHIFT = 0.24
SLOPE = 2.70
_CERTAIN = 0.01
"""Nothing is said beyond 0.01 and 0.99: no labelled set is large enough for that."""


def confidence(belief: float) -> float:
    """The confidence (0..1) for a belief (0..1); monotone, to three places."""
    return _confidence(belief, SHIFT, SLOPE)


def belief(confidence: float) -> float:
    """The belief (0..1) from which a candidate has at least this confidence (0..1)."""
    if confidence in (0, 1):
        return confidence
    return _logistic((log_odds(confidence) - SHIFT) / SLOPE)


def log_odds(probability: float) -> float:
    """Of a probability cut to 0.01..0.99."""
    cut = min(max(probability, _CERTAIN), 1 - _CERTAIN)
    return math.log(cut / (1 - cut))


@lru_cache(maxsize=1 << 12)
def _confidence(belief: float, shift: float, slope: float) -> float:
    return round(min(_logistic(shift + slope * log_odds(belief)), 1 - _CERTAIN), 3)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))
