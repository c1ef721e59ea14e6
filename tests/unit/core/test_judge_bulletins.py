"""Bulletins that come again within the day, under the same headline, with other numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.core.judge import Thresholds, judge

from .judging import subject

BULLETINS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("bulletins.yaml").read_text(encoding="utf-8")
)
PAIRS = 60
HAN = "零一二三四五六七八九"


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda one: f"{one['language']} {one['title']}")
def test_other_numbers_make_another_bulletin(bulletin: dict[str, Any]) -> None:
    """A few have most of their numbers in common by chance, and are not told apart."""
    chance = random.Random(bulletin["title"])
    refused = sum(
        _judged(bulletin, *(_filled(bulletin, style, chance) for _ in range(2))) == "new"
        for style in (_digits, _wide, _numerals)
        for _ in range(PAIRS)
        if style is _digits or bulletin["language"] in {"zh", "ja"}
    )
    asked = PAIRS * (3 if bulletin["language"] in {"zh", "ja"} else 1)
    assert refused >= 0.95 * asked


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda one: f"{one['language']} {one['title']}")
def test_one_number_put_right_makes_a_revision(bulletin: dict[str, Any]) -> None:
    chance = random.Random(bulletin["title"])
    numbers = _drawn(bulletin, chance)
    mended = {**numbers, "b": numbers["b"] + 1}
    texts = (_with(bulletin, one, _digits) for one in (numbers, mended))
    assert _judged(bulletin, *texts, hours=0.2) == "revision"


def _judged(bulletin: dict[str, Any], one: str, other: str, *, hours: float = 6) -> str:
    earlier, later = (
        subject(
            name,
            text.strip().split("\n\n"),
            title=bulletin["title"],
            language=bulletin["language"],
            site="first.example",
            hours=after,
        )
        for name, text, after in (("a", one, 0.0), ("b", other, hours))
    )
    return judge(later, [earlier], thresholds=Thresholds()).decision


def _filled(bulletin: dict[str, Any], style: Callable[[str], str], chance: random.Random) -> str:
    return _with(bulletin, _drawn(bulletin, chance), style)


def _drawn(bulletin: dict[str, Any], chance: random.Random) -> dict[str, int]:
    return {name: chance.randint(*bounds) for name, bounds in bulletin["numbers"].items()}


def _with(bulletin: dict[str, Any], numbers: dict[str, int], style: Callable[[str], str]) -> str:
    filled: str = bulletin["text"].format(**{name: str(n) for name, n in numbers.items()})
    return re.sub(r"(?<![\d.])\d{1,5}(?![\d.])", lambda found: style(found[0]), filled)


def _digits(number: str) -> str:
    return number


def _wide(number: str) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in number)


def _numerals(number: str) -> str:
    """Up to 99 as they are said, beyond digit for digit."""
    if len(number) > 2:
        return "".join(HAN[int(digit)] for digit in number)
    tens, ones = divmod(int(number), 10)
    before = HAN[tens] if tens > 1 else ""
    return (f"{before}十" if tens else "") + (HAN[ones] if ones or not tens else "")
