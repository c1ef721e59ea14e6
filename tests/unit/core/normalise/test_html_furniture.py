"""A full sentence is not scored where nothing could come of it: here it is, to compare."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.core.normalise import furniture, html_furniture, line_score
from ingest.core.normalise.line_score import Scored
from ingest.core.normalise.lines import Line

WORDS = (
    "the crew of Meridian docked with a station on 5 June 2026 at 10:30 UTC | Space • Orbit · "
    "Ana reported: 12/05/2026 »Ruhe« — der Frachter корабль à Related: Published ( ) A. B. / ... !"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=30, max_size=60), st.sampled_from(".!?…"))
def test_a_sentence_that_is_passed_by_would_have_scored_as_a_story_s(
    words: list[str], mark: str
) -> None:
    line = " ".join(words)[: html_furniture.MAX_FURNITURE - 1] + mark
    if not html_furniture._is_sentence(line):
        return
    row = line_score.score(Line(line, 1), None, True, Scored)
    assert row.score > html_furniture.LEAST_SCORE or row.cue in html_furniture._LEFT_OUT
    assert not row.marker
    assert not row.caption
    assert row.cue is furniture.cue(line)
