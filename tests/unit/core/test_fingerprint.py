"""Fingerprints: the same text gives the same shingles, whatever it is written with and around."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.fingerprint import (
    MAX_CHARACTERS,
    WINDOW,
    Fingerprint,
    fingerprint,
    paragraph_hashes,
    winnow,
)
from ingest.core.words import measure, tokenise
from ingest.model import Article

texts = st.text(max_size=300)
words = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=5, max_size=120)


def of(
    *paragraphs: str, boilerplate: frozenset[int] = frozenset(), **fields: str | None
) -> Fingerprint:
    article = Article(title=None, paragraphs=paragraphs, form="json", **fields)  # type: ignore[arg-type]
    return fingerprint(article, boilerplate=boilerplate)


@given(st.lists(texts, max_size=6), st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_fingerprint_and_always_the_same(
    paragraphs: list[str], url: str, guid: str
) -> None:
    made = of(*paragraphs, url=url, guid=guid, site="site.example")
    assert made == of(*paragraphs, url=url, guid=guid, site="site.example")
    assert set(made.marks) <= set(made.shingles)
    assert all(-(2**63) <= value < 2**63 for value in (*made.shingles, made.text_hash))
    assert all(sentence.tokens for sentence in made.sentences)


def test_lone_surrogates_are_taken_as_they_are() -> None:
    assert of("one \ud800 two three four five six").shingles


@given(words)
def test_case_width_quotes_and_punctuation_change_nothing(found: list[str]) -> None:
    plain = of(" ".join(found))
    wide = "".join(chr(ord(c) + 0xFEE0) for c in " — ".join(found).upper() if c not in " —")
    styled = of("“" + ", ".join(found).upper() + ".”")
    assert styled.shingles == plain.shingles
    assert styled.text_hash == plain.text_hash
    assert tokenise(wide) == ["".join(found)]


@given(words)
def test_a_shingle_is_five_words(found: list[str]) -> None:
    assert len(of(" ".join(found)).shingles) == len(found) - 4


def test_a_text_of_fewer_words_is_one_shingle() -> None:
    assert len(of("Soyuz has landed").shingles) == 1
    assert of().shingles == ()
    assert of("…").shingles == ()


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("神舟二十号载人飞船发射取得圆满成功", 17 * 5 / 8),
        ("ロケットの打ち上げに成功した", 10 * 4 / 8 + 4 * 5 / 8),
        ("ยานอวกาศลงจอดแล้ว", 17 * 3 / 8),
        ("Союз приземлился в степи", 4),
        ("अंतरिक्ष यान सफलतापूर्वक उतरा", 4),
    ],
)
def test_scripts_without_blanks_are_measured_in_characters(text: str, length: float) -> None:
    assert measure(tokenise(text)) == pytest.approx(length)


def test_chinese_is_cut_into_runs_of_eight_characters_wherever_it_is_cut_from() -> None:
    whole = of("神舟二十号载人飞船与空间站组合体成功实现自主快速交会对接，航天员乘组状态良好。")
    part = of("与空间站组合体成功实现自主快速交会对接")
    assert len(whole.shingles) == 37 - 7
    assert set(part.shingles) < set(whole.shingles)


def test_a_mixed_text_shares_its_shingles_with_either_part() -> None:
    english = "the crew of the station greeted the visitors warmly"
    chinese = "航天员乘组在空间站迎接来访的客人"
    mixed = set(of(f"{english} {chinese}").shingles)
    assert set(of(english).shingles) < mixed
    assert set(of(chinese).shingles) < mixed


@given(st.lists(st.integers(0, 1000), min_size=WINDOW * 8, max_size=400), st.data())
def test_winnowing_keeps_its_guarantee(values: list[int], data: st.DataObject) -> None:
    """Any passage of ``WINDOW`` shingles holds a mark, so two texts that share one share a mark."""
    marks = set(winnow(np.array(values, dtype=np.int64)))
    start = data.draw(st.integers(0, len(values) - WINDOW))
    passage = values[start : start + WINDOW]
    assert marks.intersection(passage)
    assert min(passage) in marks


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=200))
def test_a_smaller_window_keeps_what_a_larger_one_keeps(values: list[int]) -> None:
    shingles = np.array(values, dtype=np.int64)
    assert set(winnow(shingles, 16)) <= set(winnow(shingles, 4))


def test_boilerplate_is_left_out_of_shingles_and_sentences_but_not_of_the_text() -> None:
    story = " ".join(f"word{i}" for i in range(30)) + "."
    appeal = "Support our reporters with a small gift every month, please."
    known = frozenset(hashes_of(appeal))
    without = of(story, appeal, boilerplate=known)
    assert without.shingles == of(story).shingles
    assert [s.raw for s in without.sentences] == [story]
    assert without.text_hash == of(story, appeal).text_hash


def test_a_text_that_is_all_boilerplate_is_kept() -> None:
    appeal = "Support our reporters with a small gift every month, please."
    known = frozenset(hashes_of(appeal))
    assert of(appeal, boilerplate=known).shingles == of(appeal).shingles


def test_short_paragraphs_are_never_boilerplate() -> None:
    assert hashes_of("Read more", "By our staff", "The crew is well and on its way home.") == (
        hashes_of("The crew is well and on its way home.")
    )


def test_an_endless_text_is_compared_by_its_beginning() -> None:
    long = "word " * MAX_CHARACTERS
    made = of(long)
    assert len(made.shingles) < MAX_CHARACTERS
    assert made.text_hash != of(long + "more").text_hash


def test_a_long_address_makes_a_short_key_of_its_own() -> None:
    page = "https://site.example/" + "a" * 3000
    one, other = of(url=page).url_key, of(url=page + "b").url_key
    assert one is not None
    assert other is not None
    assert len(one) == len(other) == 500
    assert one != other


def test_a_guid_counts_only_within_its_source() -> None:
    assert of(guid="17", site=None).guid_key is None
    assert of(guid="17", site="a.example").guid_key != of(guid="17", site="b.example").guid_key


@settings(max_examples=20)
@given(st.integers(0, sys.maxunicode))
def test_every_character_is_a_token_a_blank_or_nothing(code: int) -> None:
    assert len(tokenise(f"a {chr(code)} b")) >= 2 or chr(code) == "&"


def hashes_of(*paragraphs: str) -> Sequence[int]:
    return paragraph_hashes(Article(title=None, paragraphs=paragraphs, form="json"))
