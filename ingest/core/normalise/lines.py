"""The lines of a text dump: joined again where something wrapped them, cleaned, and counted.

Mail programs, terminals and "save as text" break paragraphs at a fixed column. Every judgement on
lines fails on such text (a paragraph's second half looks like a list entry), so the breaks are
undone first, on the raw lines: cleaning changes their lengths. A break is one of wrapping if the
next line's first word would not have fitted: that holds for every break inside a wrapped paragraph
and seldom for any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from ingest.core.normalise import dates, furniture
from ingest.core.normalise.text import line as one_line

MAX_LINES = 20_000
"""Lines that are read. A page with more is a log or a table, and the article notes the cut."""
MIN_WIDTH, MAX_WIDTH = 40, 132
"""Columns at which text is known to be wrapped."""

_END = re.compile(r"[.!?…।؟۔。！？:;»”\"')\]]\s*$")
_WIDE_START = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
_NEW_ITEM = re.compile(r"[-–—•*·▪■●▶►]\s|\d{1,3}[.)]\s|[A-Z][A-Z ]{3,}:")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dump, tidy inside, with how many blank lines stand before it."""

    text: str
    gap: int


def split(text: str) -> list[Line]:
    """The lines that hold something. A tab ends a line: it parts entries of menus and tables.

    At most one more than ``MAX_LINES``, which tells that there are more than are read.
    """
    out: list[Line] = []
    gap = 0
    for raw in _joined(text.splitlines()):
        if not raw or raw.isspace():
            gap += 1
            continue
        cells = raw.split("\t") if "\t" in raw else (raw,)
        for cell in cells:
            tidy = one_line(cell)
            if tidy:
                out.append(Line(tidy, gap))
                gap = 0
        if len(out) > MAX_LINES:
            break
    return out[: MAX_LINES + 1]


def _joined(raw: list[str]) -> list[str]:
    """The raw lines with breaks of wrapping undone, if the whole text is wrapped."""
    width = wrap_width(raw)
    if width is None:
        return raw
    out: list[list[str]] = []
    previous = ""
    for line in raw:
        if previous and line.strip() and _continues(previous, line, width):
            out[-1].append(_glue(previous.rstrip(), line.lstrip()) + line.strip())
        else:
            out.append([line])
        previous = line
    return [parts[0] if len(parts) == 1 else _concatenated(parts) for parts in out]


def _concatenated(parts: list[str]) -> str:
    return "".join([parts[0].rstrip(), *parts[1:]])


def wrap_width(raw: list[str]) -> int | None:
    """The column at which the text was wrapped, or None where lines are as long as they like."""
    lengths = sorted(len(line) for line in islice(_filled(raw), MAX_LINES))
    if len(lengths) < 3:
        return None
    width = lengths[-1 - len(lengths) // 100]  # one line in a hundred may be a long address
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    full = breaks = 0
    for line, following in islice(pairwise(raw), MAX_LINES):
        length = len(line)
        if length >= width * 0.6 and following.strip() and not _END.search(line[-3:]):
            breaks += 1
            full += _would_not_fit(length, following, width)
    most = full >= 2 and full >= 0.6 * breaks
    many = full >= 6 and full >= 0.35 * breaks  # lists of headlines stand beside the paragraphs
    return width if most or many else None


def _filled(raw: list[str]) -> Iterator[str]:
    return (line for line in raw if line and not line.isspace())


def _would_not_fit(length: int, following: str, width: int) -> bool:
    following = following.lstrip()
    if _WIDE_START.match(following):
        return length + 2 >= width
    first = following.split(" ", 1)[0]
    hyphen = first.find("-")  # wrapping also breaks after a hyphen
    if 0 < hyphen < len(first) - 1:
        first = first[: hyphen + 1]
    return length + 1 + len(first) > width


def _continues(line: str, following: str, width: int) -> bool:
    if len(line) < width * 0.5 or not _would_not_fit(len(line.rstrip()), following, width):
        return False
    following = following.strip()
    if not following[0].islower() and (furniture.cue(following) or _is_date(following)):
        return False
    return not _END.search(line[-3:]) or not _NEW_ITEM.match(following)


def _is_date(line: str) -> bool:
    """Whether a line is little else than a date: that begins no line of a paragraph."""
    if len(line) > 60 or line.endswith("."):
        return False
    found = dates.find(line)
    return bool(found) and 2 * sum(each.end - each.start for each in found) >= len(line)


def _glue(before: str, after: str) -> str:
    """What stood at a break that wrapping made: nothing in wide scripts and after hyphens."""
    wide = _WIDE_START.match(before[-1:]) and _WIDE_START.match(after)
    hyphen = before.endswith("-") and before[-2:-1].isalnum() and after[:1].isalnum()
    return "" if wide or hyphen else " "
