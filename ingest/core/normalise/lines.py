"""The lines of a text dump: split, cleaned, and joined again where something wrapped them.

Mail programs, terminals and "save as text" break paragraphs at a fixed column. Every judgement on
lines fails on such text (a paragraph's second half looks like a list entry), so the breaks are
undone first. A break is one of wrapping if the next line's first word would not have fitted: that
holds for every break inside a wrapped paragraph and seldom for any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.core.normalise.text import harmless

MAX_LINES = 20_000
"""Lines that are looked at. A page with more is a log or a table, not an article."""
MIN_WIDTH, MAX_WIDTH = 40, 132
"""Columns at which text is known to be wrapped."""

_ENDS = re.compile(r"[.!?…。！？:;»”\"')\]]$")
_WIDE_END = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]$")
_WIDE_START = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
_NEW_ITEM = re.compile(r"[-–—•*·▪■●▶►]\s|\d{1,3}[.)]\s|[A-Z][A-Z ]{3,}:")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dump, with how many blank lines stand before it."""

    text: str
    gap: int


def split(text: str) -> list[Line]:
    """The lines that hold something, tidy inside; a tab ends a line, as it parts cells and menus."""
    out: list[Line] = []
    gap = 0
    for raw in harmless(text).replace("\u00a0", " ").split("\n"):
        if not raw or raw.isspace():
            gap += 1
            continue
        for cell in raw.split("\t") if "\t" in raw else (raw,):
            tidy = " ".join(cell.split())
            if tidy:
                out.append(Line(tidy, gap))
                gap = 0
        if len(out) >= MAX_LINES:
            break
    return rejoin(out)


def rejoin(lines: list[Line]) -> list[Line]:
    """The lines with breaks of wrapping undone, if the whole text is wrapped."""
    width = wrap_width(lines)
    if width is None:
        return lines
    out: list[list[str]] = []
    gaps: list[int] = []
    previous = ""
    for line in lines:
        if previous and not line.gap and _continues(previous, line.text, width):
            out[-1].append(line.text)
        else:
            out.append([line.text])
            gaps.append(line.gap)
        previous = line.text
    return [Line(_join(parts), gap) for parts, gap in zip(out, gaps, strict=True)]


def wrap_width(lines: list[Line]) -> int | None:
    """The column at which the text was wrapped, or None where lines are as long as they like."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 3:
        return None
    width = lengths[-1 - len(lengths) // 100]  # one line in a hundred may be a long address
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    full = breaks = 0
    for line, following in zip(lines, lines[1:], strict=False):
        if following.gap or len(line.text) < width * 0.6 or _ENDS.search(line.text):
            continue
        breaks += 1
        full += _would_not_fit(line.text, following.text, width)
    return width if full >= 2 and full >= 0.7 * breaks else None


def _would_not_fit(text: str, following: str, width: int) -> bool:
    if _WIDE_START.match(following):
        return len(text) + 2 >= width
    first = following.split(" ", 1)[0]
    hyphen = first.find("-")  # wrapping also breaks after a hyphen
    if 0 < hyphen < len(first) - 1:
        first = first[: hyphen + 1]
    return len(text) + 1 + len(first) > width


def _continues(text: str, following: str, width: int) -> bool:
    if not _would_not_fit(text, following, width) or len(text) < width * 0.5:
        return False
    return not (_ENDS.search(text) and _NEW_ITEM.match(following))


def _join(parts: list[str]) -> str:
    out = parts[0]
    for part in parts[1:]:
        wide = _WIDE_END.search(out) and _WIDE_START.match(part)
        hyphen = out.endswith("-") and len(out) > 1 and out[-2].isalnum() and part[:1].isalnum()
        out += part if wide or hyphen else " " + part
    return out
