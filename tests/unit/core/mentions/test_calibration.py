"""From belief to confidence and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.core.mentions import calibration

SHARES = st.floats(min_value=0, max_value=1)


@given(SHARES, SHARES)
def test_who_believes_more_is_surer(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert 0 <= calibration.confidence(low) <= calibration.confidence(high) <= 0.99


@given(st.floats(min_value=0.02, max_value=0.98))
def test_the_belief_that_a_threshold_asks_for_has_that_confidence(threshold: float) -> None:
    least = calibration.belief(threshold)

    assert abs(calibration.confidence(least) - threshold) < 0.02


def test_a_threshold_of_0_takes_everything_and_1_nothing_doubtful() -> None:
    assert calibration.belief(0) == 0
    assert calibration.belief(1) == 1
