"""Numerals of flights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core.mentions import numbers


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("7", 7),
        ("020", 20),
        ("XX", 20),
        ("XIV", 14),
        ("IX", 9),
        ("二十", 20),
        ("二十一", 21),
        ("十", 10),
        ("十五", 15),
        ("一百零三", 103),
        ("二〇", 20),
    ],
)
def test_a_numeral_is_read_however_it_is_written(token: str, value: int) -> None:
    assert numbers.parse(token) == value


@pytest.mark.parametrize(
    "token", ["", "1234", "IIII", "VX", "xx", "二二二二", "十十", "二十十", "百百", "A"]
)
def test_what_is_no_numeral_of_a_flight_is_refused(token: str) -> None:
    assert numbers.parse(token) is None


@given(st.integers(min_value=1, max_value=399))
def test_a_roman_numeral_is_read_as_it_was_written(number: int) -> None:
    assert numbers.parse(numbers.to_roman(number)) == number


@given(st.text(alphabet="〇零○一二三四五六七八九十百两IVXLC0123456789", max_size=9))
def test_any_row_of_digits_is_read_or_refused(token: str) -> None:
    value = numbers.parse(token)

    assert value is None or 0 <= value <= 999
