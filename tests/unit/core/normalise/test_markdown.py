"""Markdown: told conservatively, read to plain paragraphs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.normalise.registry import normalise
from ingest.model import Article, Normalised, Rejection

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)
TEXT = """\
The **cargo ship** docked with [the station](https://daily.example/station) early on Monday.

## What it carries

- food for the crew
- water

> It went well, the agency said.
"""
FRONT = """\
---
title: "Cargo ship docks: all well"
date: 2026-01-05
authors: [A. Writer, B. Reporter]
url: https://daily.example/a
lang: en
tags: *unused
---
""".replace("tags: *unused\n", "")


def read(source: str, name: str | None = None) -> Normalised:
    return normalise(source.encode(), name=name, media_type=None, received=RECEIVED, sources=())


def article(source: str, name: str | None = None) -> Article:
    result = read(source, name)
    assert isinstance(result, Article)
    return result


def test_marks_are_read_not_shown() -> None:
    result = article("# Cargo ship docks\n\n" + TEXT)
    assert result.form == "markdown"
    assert result.title == "Cargo ship docks"
    assert result.paragraphs == (
        "The cargo ship docked with the station early on Monday.",
        "What it carries",
        "food for the crew",
        "water",
        "It went well, the agency said.",
    )


def test_front_matter_says_what_it_is() -> None:
    result = article(FRONT + TEXT)
    assert result.title == "Cargo ship docks: all well"
    assert result.authors == ("A. Writer", "B. Reporter")
    assert result.url == "https://daily.example/a"
    assert result.published is not None
    assert result.published.raw == "2026-01-05"
    assert result.published.method == "markdown.front_matter"


@pytest.mark.parametrize(
    "front",
    ["---\ntitle: [broken\n---\n", "---\ntitle: a\nx: &a [*a]\n---\n", "---\n- a\n- b\n---\n"],
)
def test_broken_front_matter_is_left_out(front: str) -> None:
    assert article(front + "# Cargo ship docks\n\n" + TEXT, "a.md").title == "Cargo ship docks"


@pytest.mark.parametrize(
    "source",
    [
        "Cargo ship docks\n\n* * *\n\nThe ship docked early on Monday, the agency said today.\n"
        * 3,
        "# 1 in our list\n\nThe ship docked early on Monday, the agency said on its page.\n\nMore.",
        "- Home\n- World\n- Space\n\nCargo ship docks\n\nThe ship docked early on Monday morning.",
    ],
)
def test_a_dump_with_stars_and_hashes_is_no_markdown(source: str) -> None:
    result = read(source, "a.txt")
    assert not isinstance(result, Article) or result.form == "dump"


def test_markup_inside_markdown_does_not_survive() -> None:
    result = article("# Cargo ship docks\n\n<script>alert(1)</script>\n\n" + TEXT, "a.md")
    assert "alert" not in result.text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("# - > * _ ` [ ]( ) ![ | --- \n \n\n word <b> : title".split(" "))
        | st.text(max_size=9)
    )
)
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    assert isinstance(read("".join(pieces), "a.md"), Article | Rejection)


def test_front_matter_in_toml_is_read() -> None:
    front = '+++\ntitle = "Cargo ship docks"\ndate = 2026-01-05T10:00:00+01:00\n'
    result = article(front + 'authors = ["A. Writer"]\n+++\n' + TEXT)
    assert result.title == "Cargo ship docks"
    assert result.authors == ("A. Writer",)
    assert result.published is not None
    assert result.published.value == datetime(2026, 1, 5, 9, tzinfo=UTC)


def test_a_byline_below_the_headline_says_who_and_when() -> None:
    result = article("# Cargo ship docks\n\n*By Mara Quill, 5 January 2026*\n\n" + TEXT)
    assert result.authors == ("Mara Quill",)
    assert result.published is not None
    assert result.published.raw.endswith("5 January 2026")
    assert result.paragraphs[0].startswith("The cargo ship")
