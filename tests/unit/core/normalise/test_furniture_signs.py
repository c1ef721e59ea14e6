"""The literals that furniture is looked for by, and its patterns, say the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.normalise import furniture
from ingest.core.normalise.furniture_signs import Sign, signs

PATTERNS = {
    Sign.APPEAL: furniture.APPEAL,
    Sign.RIGHTS: furniture.RIGHTS,
    Sign.NOTICE: furniture.NOTICE,
}


@settings(max_examples=400, deadline=None)
@given(st.data())
@pytest.mark.parametrize("sign", PATTERNS)
def test_no_pattern_matches_where_none_of_its_literals_stands(
    sign: Sign, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(PATTERNS[sign]))

    assert sign in signs(text), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the capsule came down at noon, the agency said.", set()),
        ("sign up for our newsletter", {Sign.APPEAL}),
        ("copyright 2025 the orbital courier. all rights reserved.", {Sign.APPEAL, Sign.RIGHTS}),
        ("error 404: the page could not be found", {Sign.NOTICE}),
        ("© орбитальный вестник", {Sign.RIGHTS}),
        ("无断 页面不存在", {Sign.NOTICE}),
    ],
)
def test_a_line_has_the_signs_of_what_it_says(text: str, expected: set[Sign]) -> None:
    assert signs(text) == expected
