"""The folded copy of a text, and the way back."""

from __future__ import annotations

import pytest

from ingest.core.mentions.fold import fold, fold_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("López-Alegría", "lopez alegria"),
        ("Shenzhou–20", "shenzhou-20"),
        ("Chang’e", "chang'e"),
        ("神舟二十號", "神舟二十号"),
        ("劉洋", "刘洋"),
        ("Фёдор", "федор"),
        ("ＩＳＳ", "iss"),
        ("«Союз»", '"союз"'),
        ("ユーリイ・ガガーリン", "ユーリイ·ガガーリン"),
        ("Sławosz", "slawosz"),
    ],
)
def test_spellings_that_a_reader_takes_for_equal_fold_to_the_same(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    "text",
    [
        "The crew of Shen\u00adzhou-20 is home.",
        "Le  cosmonaute Gagarine et Shenzhou-20",
        "Jose\u0301 flew; Shenzhou-20 did not.",
        "İstanbul: Shenzhou-20",
        "\u200bShenzhou-20",
    ],
)
def test_a_span_of_the_copy_leads_back_to_the_original(text: str) -> None:
    folded = fold(text)
    begin = folded.text.index("zhou 20")
    stop = begin + len("zhou 20")

    start, end = folded.original(begin, stop)

    assert text[start:end] == "zhou-20"
    assert folded.folded(start, end) == (begin, stop)
