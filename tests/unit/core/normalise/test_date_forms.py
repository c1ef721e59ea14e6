"""The signs that forms of dates are looked for by: a form matches nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.normalise import date_forms

FORMS = dict(enumerate(date_forms._FORMS))


@settings(max_examples=300, deadline=None)
@given(st.data())
@pytest.mark.parametrize("number", FORMS)
def test_no_form_matches_where_its_sign_is_not_found(number: int, data: st.DataObject) -> None:
    sign, form = FORMS[number]
    text = data.draw(st.from_regex(form))
    assert form.search(text)
    assert date_forms._SIGNS[sign].search(text), text
    assert date_forms._QUICK.search(text), text


def test_every_sign_is_that_of_a_form() -> None:
    assert {sign for sign, _ in FORMS.values()} == set(date_forms._SIGNS)
