"""Harmless text: what is removed, what stays, and that doing it twice changes nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core.normalise import text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\x00b\x07c", "abc"),
        ("a\r\nb\rc\u2028d\x85e\x0bf", "a\nb\nc\nd\ne\nf"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;owned\x07a", "a"),
        ("Launch \u202egnitset\u202c \u2066x\u2069", "Launch gnitset x"),
        ("zero\u200bwidth\ufeff so\u00adft", "zerowidth soft"),
        ("a\ud800b", "a\ufffdb"),
        ("x\ufffe\U0010ffff\U000e0041y", "xy"),
        (
            "plain \u201cquotes\u201d \u2014 \u98de\u8239",
            "plain \u201cquotes\u201d \u2014 \u98de\u8239",
        ),
    ],
)
def test_what_does_harm_unseen_is_removed(source: str, expected: str) -> None:
    assert text.harmless(source) == expected


def test_joiners_stay_where_a_script_or_an_emoji_needs_them() -> None:
    persian, astronaut = (
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\U0001f468\u200d\U0001f680",
    )
    assert text.harmless(persian + astronaut) == persian + astronaut
    assert text.harmless("a\u200db \u200c") == "ab "


def test_a_pile_of_accents_is_cut() -> None:
    assert len(text.harmless("e" + "\u0301" * 20_000)) == 5


def test_a_line_is_cut_at_a_blank() -> None:
    assert text.line("one two  three\nfour", 12) == "one two…"
    assert text.line("a" * 100, 10) == "a" * 9 + "…"
    assert len(text.line("crew " * 200_000, text.MAX_TITLE)) <= text.MAX_TITLE


@given(st.text())
def test_harmless_text_stays_as_it_is(source: str) -> None:
    once = text.harmless(source)
    assert text.harmless(once) == once
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t" for c in once)


@given(st.text())
def test_a_line_is_one_line_and_stays_as_it_is(source: str) -> None:
    line = text.line(source)
    assert text.line(line) == line
    assert line == " ".join(line.split())
    line.encode()
