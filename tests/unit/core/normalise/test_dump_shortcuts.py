"""Where lines of a dump are passed over without a closer look, the closer look finds nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.core.normalise import bylines, date_lines, headline, labels, writers, zones
from ingest.core.normalise.body import Judged, State
from ingest.core.normalise.line_score import score
from ingest.core.normalise.lines import Line
from ingest.core.normalise.outlets import outlets
from ingest.core.normalise.text import line as one_line
from ingest.model import Source

SOURCES = (
    Source(id="courier", name="The Orbital Courier", names=("Courier", "orbitalcourier.example")),
    Source(id="nature", name="Lune & Étoile", names=("Étoile du Soir", "Lune")),
    Source(id="wire", name="Agence Orbitale", names=("AO", "Orbital Wire"), agency=True),
    Source(id="wide", name="軌道新聞", names=("軌道",)),
)
LETTERS = st.text("aBéßŉǰΣςИи_ 9'’-“・軌道のİſKकी\u0345\u0301", max_size=40)
WORDS = st.sampled_from(
    "The storm Orbital COURIER courier Straße STRASSE только Тольконет agence AO wire Étoile 軌道 "
    "Lune lune passes über nature | » – © , : 2025".split()
)
TEXTS = st.one_of(LETTERS, st.lists(WORDS, max_size=12).map(" ".join)).map(one_line).filter(bool)


def judged(text: str) -> Judged:
    row = score(Line(text, 0), None, True, Judged)
    row.state = State.BODY
    return row


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("ΑΣ ς ǰunge ᾳ α\u0345β ŉ İstanbul")
def test_the_words_of_a_judged_line_are_those_of_its_text(text: str) -> None:
    assert headline._words_of(judged(text)) == headline._words(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=10), TEXTS, st.sampled_from([0, 390, 399, 700]))
@example(["только"], "Тольконет", 0)
@example(["storm"], "The storm passes", 400)
@example([*["x " * 330] * 9, "x " * 28 + "passes"], "The storm passes", 0)
def test_a_line_shares_as_many_words_with_the_parts_of_a_story_as_with_the_whole(
    story: list[str], text: str, before: int
) -> None:
    story = [one_line("x " * before + part) for part in story]
    rows = [judged(part) for part in story]
    cut = " ".join(part[: headline.PARAGRAPH] for part in story)[: headline.STORY]
    words = headline._words(text)

    shared, number = headline._shared(judged(text), headline._vocabulary(rows, 0))

    assert shared == len(words & headline._words(cut))
    assert number in (0, len(words))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_line_is_folded_alike_with_and_without_a_pattern(text: str) -> None:
    assert headline._folded(judged(text)) == headline._fold(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 40))
def test_the_fold_of_a_line_begins_with_that_of_its_beginning(text: str, cut: int) -> None:
    assert zones.fold(text).startswith(zones.fold(text[:cut]))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("More from Orbital Wire")
@example("Étoile du Soir")
@example("号外軌道新聞")
def test_no_source_is_named_where_none_may_be(text: str) -> None:
    index, words = outlets(SOURCES), judged(text).words

    assert index.within(text) is None or index.may_name(text, words)
    assert index.on_a_line(text, words) is None or index.may_name(text, words)
    assert index.agency_in(text) is None or index.may_name_agency(text, words)


@pytest.mark.parametrize(
    "pattern",
    [
        bylines._CRUMB,
        bylines.PLACE_AGENCY,
        labels._CAPTION_LABEL,
        labels._TOPIC,
        labels._PARTS,
        headline._ADDRESS,
        headline._MARKED,
    ],
)
@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_is_not_sought_in_lines_of_letters_alone_has_other_characters(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern))

    assert not text.replace(" ", "").isalpha(), text


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_mark_before_a_line_is_no_letter_and_an_address_has_a_sign(data: st.DataObject) -> None:
    marked = data.draw(st.from_regex(headline._MARKED, fullmatch=True))
    address = data.draw(st.from_regex(headline._ADDRESS, fullmatch=True))

    assert not marked[0].isalnum()
    assert any(sign in address for sign in ("@", ":", "www."))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_period_or_a_deadline_has_digits(data: st.DataObject) -> None:
    text = data.draw(st.from_regex(date_lines._NOT_OF_THE_STORY))

    assert date_lines._DIGIT.search(text), text


@settings(max_examples=200, deadline=None)
@given(st.from_regex(writers._NAME_IN_PLACE, fullmatch=True))
def test_a_name_in_a_place_has_the_word_before_the_place(text: str) -> None:
    tidy = one_line(text)

    if writers._NAME_IN_PLACE.fullmatch(tidy):
        assert not writers._IN.isdisjoint(judged(tidy).words), tidy


@pytest.mark.parametrize(
    "start",
    [
        "This post", "dieser Beitrag", "DIESE SEITE", "Cet article", "cette page", "Esta página",
        "este artículo", "Questo articolo", "created", "Erstellt", "aktualisiert", "Erschienen",
        "Erscheinungsdatum", "Last updated", "page last updated", "Zuletzt", "Дата публикации",
        "дата публикации", "最后更新", "最終更新",
    ],
)  # fmt: skip
def test_a_line_that_says_when_the_page_was_made_is_known_by_its_first_letter(start: str) -> None:
    assert date_lines._OF_THIS_PAGE.match(start)
