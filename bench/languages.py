"""How well text dumps are read, by language.

``python -m bench.languages`` puts one story, written in many languages (``languages.yaml``), into
pages of that language: menus above it, a share row, a teaser or an appeal within it, lists, a
reader's comment and legal lines below. Each page is made in eight ways (blank lines or none,
wrapped at 78 columns or not, a breadcrumb or a label) and read as the service reads text dumps.
Prints, for each language, the F1 of word 4-grams of the body (single characters in scripts without
blanks), and how many titles, dates to the minute, captions and languages were right.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from ingest import catalogue
from ingest.core.normalise import dump
from ingest.model import Article
from ingest.settings import load_settings

RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)
STORIES = Path(__file__).with_name("languages.yaml")
WIDE = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])")
COLUMNS = 78


def main() -> None:
    sources = catalogue.load_sources(load_settings().sources_dir)
    stories: dict[str, dict[str, Any]] = yaml.safe_load(STORIES.read_text(encoding="utf-8"))
    print("language  pages  body F1  title   date  caption  language")
    every: list[tuple[float, bool, bool, bool, bool]] = []
    for code, words in stories.items():
        rows = []
        for text in pages(words):
            read = dump.read(text, sources=sources, received=RECEIVED)
            rows.append(_judged(read, code, words) if isinstance(read, Article) else _NOTHING)
        every += rows
        _show(code, rows)
    _show("all", every)


_NOTHING = (0.0, False, False, False, False)


def pages(words: dict[str, Any]) -> Iterator[str]:
    """The story of a language in a page, in eight ways."""
    for number in range(8):
        blank = "\n\n" if number % 2 == 0 else "\n"
        path = f"{words['menu'][0]} > {words['section']}" if number % 4 == 3 else words["section"]
        body = list(words["story"])
        if number & 2:
            body.insert(2, f"{words['also']}\n{words['teasers'][0]}")
        else:
            body.insert(3, words["appeal"])
        comments = f"{words['comments']}\n{words['comment']}"
        lines = [
            "\n".join(words["menu"]),
            path,
            words["title"],
            "\n".join([words["date"], *words["share"]]),
            words["caption"],
            *body,
            "\n".join([words["foot"], *words["teasers"]]),
            *([comments] if number % 4 in (0, 3) else []),
            "\n".join([*words["legal"], words["rights"]]),
        ]
        text = blank.join(lines) + "\n"
        yield text if number < 4 else _wrapped(text)


def _wrapped(text: str) -> str:
    lines = (textwrap.wrap(line, COLUMNS) or [""] for line in text.splitlines())
    return "\n".join("\n".join(line) for line in lines)


def _judged(
    read: Article, code: str, words: dict[str, Any]
) -> tuple[float, bool, bool, bool, bool]:
    wanted, found = _grams(" ".join(words["story"])), _grams(" ".join(read.paragraphs))
    body = 2 * sum((wanted & found).values()) / (sum(wanted.values()) + sum(found.values()))
    stamp = read.published
    dated = stamp is not None and stamp.precision == "minute" and stamp.value is not None
    day = dated and stamp is not None and stamp.value is not None and stamp.value.day == 14
    caption = any(_same(words["caption"], each) for each in read.captions)
    return body, _same(words["title"], read.title or ""), day, caption, read.language == code


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _grams(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", WIDE.sub(r" \1 ", text))
    return Counter(zip(*(tokens[n:] for n in range(4)), strict=False))


def _show(code: str, rows: list[tuple[float, bool, bool, bool, bool]]) -> None:
    body, *others = (sum(row[n] for row in rows) / len(rows) for n in range(5))
    title, date, caption, language = others
    figures = f"{body:8.3f} {title:6.2f} {date:6.2f} {caption:8.2f} {language:9.2f}"
    print(f"{code:<8} {len(rows):6} {figures}")


if __name__ == "__main__":
    main()
