"""Paragraphs in seven languages, and everything that they name (``paragraphs.txt``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.core.mentions import read
from ingest.model import Article, Timestamp

from . import compiled

FILE = Path(__file__).with_name("paragraphs.txt")


@dataclass(frozen=True)
class Paragraph:
    language: str
    year: int | None
    named: frozenset[str]
    optional: frozenset[str]
    lines: tuple[str, ...]


def paragraphs() -> list[Paragraph]:
    blocks = re.split(r"\n\s*\n", FILE.read_text(encoding="utf-8").strip())
    return [_paragraph(block) for block in blocks if not block.startswith("#")]


def _paragraph(block: str) -> Paragraph:
    head, *lines = block.split("\n")
    where, _, ids = head.partition("|")
    language, _, year = where.strip().partition(" ")
    return Paragraph(
        language,
        int(year) if year else None,
        frozenset(one for one in ids.split() if not one.startswith("?")),
        frozenset(one[1:] for one in ids.split() if one.startswith("?")),
        tuple(lines),
    )


def article(paragraph: Paragraph) -> Article:
    published = None
    if paragraph.year:
        value = datetime(paragraph.year, 6, 1, tzinfo=UTC)
        published = Timestamp(
            raw=str(paragraph.year), value=value, precision="day", zone="stated", method="test"
        )
    return Article(
        title=None,
        paragraphs=paragraph.lines,
        form="json",
        language=paragraph.language,
        published=published,
    )


@pytest.mark.parametrize(
    "paragraph", paragraphs(), ids=lambda paragraph: f"{paragraph.language}: {paragraph.lines[0]}"
)
def test_a_paragraph_names_what_a_reader_finds_in_it(paragraph: Paragraph) -> None:
    reading = read(article(paragraph), compiled.matcher())

    found = {mention.id for mention in reading.mentions}
    assert found - paragraph.optional == paragraph.named
