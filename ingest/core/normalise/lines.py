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
from itertools import islice, pairwise
from typing import NamedTuple

from ingest.core.normalise import dates, furniture
from ingest.core.normalise.text import line as one_line

MAX_LINES = 20_000
"""Lines that are read. A page with more is a log or a table, and the article notes the cut."""
MIN_WIDTH, MAX_WIDTH = 40, 132
"""Columns at which text is known to be wrapped."""
SAME = 16
"""Characters by which a line repeats another."""

_END = re.compile(r"[.!?…।؟۔。！？:;»”\"')\]]\s*$")
_WIDE_START = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
_BROKEN_WORD = re.compile(r"[^\W\d_]{3}-\s*$")
_NEW_ITEM = re.compile(r"[-–—•*·▪■●▶►]\s|\d{1,3}[.)]\s|[A-Z][A-Z ]{3,}:")


class Line(NamedTuple):
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
    return _without_spacing(out[: MAX_LINES + 1])


def _without_spacing(found: list[Line]) -> list[Line]:
    """Gaps that stand between all lines say nothing; what is left of the others does."""
    least = min((line.gap for line in found[1:]), default=0)
    return [Line(line.text, max(0, line.gap - least)) for line in found] if least else found


def _joined(raw: list[str]) -> list[str]:
    """The raw lines with breaks of wrapping undone, if the whole text is wrapped.

    By characters, or by the columns of a terminal, in which wide characters take two.
    """
    lengths = [len(line) for line in raw]
    width = wrap_width(raw, lengths)
    if any(not line.isascii() and _WIDE_START.search(line) for line in raw[:200]):
        columns = [_columns(line) for line in raw]
        if 2 * sum(columns) > 3 * sum(lengths) or width is None:
            found = wrap_width(raw, columns)
            width, lengths = (found, columns) if found else (width, lengths)
    if width is None:
        return raw
    whole = not any(map(_BROKEN_WORD.search, raw))
    out: list[list[str]] = []
    previous, length = "", 0
    for line, its_length in zip(raw, lengths, strict=True):
        if previous and line.strip() and _continues(previous, length, line, width, whole):
            out[-1].append(_glue(previous.rstrip(), line.lstrip()) + line.strip())
        else:
            out.append([line])
        previous, length = line, its_length
    return [parts[0] if len(parts) == 1 else _concatenated(parts) for parts in out]


def _columns(line: str) -> int:
    return len(line) + len(_WIDE_START.findall(line))


def _concatenated(parts: list[str]) -> str:
    return "".join([parts[0].rstrip(), *parts[1:]])


def wrap_width(raw: list[str], lengths: list[int]) -> int | None:
    """The column at which the text was wrapped, or None where lines are as long as they like.

    Most breaks are then of lines that had no room for the next word; or fewer, where lists of
    headlines stand beside the paragraphs, if there are many or the next lines go on in lower case.
    """
    filled = sorted(length for length in islice(_filled(raw, lengths), MAX_LINES))
    if len(filled) < 3:
        return None
    width = filled[-1 - len(filled) // 100]  # one line in a hundred may be a long address
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    full = breaks = lower = 0
    for (line, following), length in islice(zip(pairwise(raw), lengths, strict=False), MAX_LINES):
        if length >= width * 0.6 and following.strip() and not _END.search(line[-3:]):
            breaks += 1
            if _would_not_fit(length, following, width):
                full += 1
                lower += following.lstrip()[0].islower() or _goes_on(line, following)
    enough = full >= 2 and full >= 0.6 * breaks
    beside_lists = (full >= 6 or lower >= 2) and full >= 0.35 * breaks
    return width if enough or beside_lists else None


def _goes_on(line: str, following: str) -> int:
    """Whether a sentence of a wide script goes on: twice, since one is as sure as two elsewhere."""
    wide = _WIDE_START.match(line[-1:]) and _WIDE_START.match(following)
    return 2 * bool(wide and following.rstrip()[-1:] in "。！？")


def _filled(raw: list[str], lengths: list[int]) -> Iterator[int]:
    return (n for line, n in zip(raw, lengths, strict=True) if line and not line.isspace())


def _would_not_fit(length: int, following: str, width: int, whole: bool = False) -> bool:
    """Whether the next line's first word had no room; ``whole`` if words are never broken."""
    following = following.lstrip()
    if _WIDE_START.match(following):
        return length + 4 >= width  # a mark that may not begin a line takes another one along
    first = following.split(" ", 1)[0]
    hyphen = first.find("-")  # wrapping also breaks after a hyphen
    if not whole and 0 < hyphen < len(first) - 1:
        first = first[: hyphen + 1]
    return length + 1 + len(first) > width


def _continues(line: str, length: int, following: str, width: int, whole: bool) -> bool:
    length -= len(line) - len(line.rstrip())
    if length < width * 0.5 or not _would_not_fit(length, following, width, whole):
        return False
    following = following.strip()
    if len(following) >= SAME and (following in line or following[:SAME] == line.lstrip()[:SAME]):
        return False  # a headline and its repetition, or the end of a path
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
    """What stood at a break that wrapping made: nothing in wide scripts and after hyphens, but for
    those that stand for a word ("Luft- und Raumfahrt")."""
    wide = _WIDE_START.match(before[-1:]) or _WIDE_START.match(after)
    hyphen = before.endswith("-") and before[-2:-1].isalnum() and after[:1].isalnum()
    return "" if wide or (hyphen and after.split(" ", 1)[0] not in _AND) else " "


_AND = frozenset(["und", "oder", "bzw.", "bis", "sowie", "and", "or", "to", "et", "ou", "en", "of"])
