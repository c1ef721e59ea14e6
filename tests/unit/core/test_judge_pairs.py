"""Pairs of texts as outlets print them: what an agency sends again, reprints, and look-alikes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.core.judge import Subject, Thresholds, judge

from .judging import subject

PAIRS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("judge_pairs.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_the_later_of_two_texts(pair: dict[str, Any]) -> None:
    first = _subject("a", pair, _paragraphs(pair["earlier"]["text"]))
    found = judge(_subject("b", pair, _later(pair)), [first], thresholds=Thresholds())
    assert found.decision == pair["is"], found.why


def _subject(name: str, pair: dict[str, Any], paragraphs: list[str]) -> Subject:
    text, number = (pair["earlier"], 0) if name == "a" else (pair["later"], 1)
    return subject(
        name,
        paragraphs,
        title=text["title"],
        language=pair.get("language", "en"),
        site=pair.get("sites", ["first.example"] * 2)[number],
        hours=number * pair["hours"],
    )


def _later(pair: dict[str, Any]) -> list[str]:
    made = pair["later"]
    text = made.get("text", pair["earlier"]["text"])
    for one, other in made.get("swap", {}).items():
        assert one in text
        text = text.replace(one, other)
    return [*made.get("above", []), *_paragraphs(text)[: made.get("keep")], *made.get("below", [])]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]
