"""Tables for people: whatever the width of the terminal, nothing that is said is lost."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from rich.console import Console

from ingest.cli.tables import LONGEST_NAME, show_rows

SENTENCE = "The feed is not whole: it has no end (</rss>), as if it was cut off."
ROWS = [
    ("13:05:45", "three-missions-of-spring.rss", "rejected", SENTENCE, "d-0123456789abcdef"),
    ("13:05:46", "b.txt", None, None, "a-fedcba9876543210"),
]


def printed(width: int, rows: Sequence[Sequence[str | None]]) -> str:
    screen = Console(width=width, file=io.StringIO(), force_terminal=False)
    columns = ("received", "document", "receipt", "reason", "article")
    show_rows(screen, columns, long=("reason",), rows=rows)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 100, 130, 200])
def test_every_cell_can_be_read_whole_at_every_width(width: int) -> None:
    shown = printed(width, ROWS)
    words = " ".join(shown.split())
    for cell in ("13:05:45", "three-missions-of-spring.rss", "d-0123456789abcdef"):
        assert cell in shown
    assert "…" not in shown
    assert all(word in words for word in SENTENCE.split())
    assert max(len(line) for line in shown.splitlines()) <= width


def test_a_wide_terminal_has_one_line_a_row() -> None:
    assert len(printed(140, ROWS).splitlines()) == 3


def test_a_narrow_terminal_has_the_sentence_below_its_row() -> None:
    header, first, sentence, *_ = printed(80, ROWS).splitlines()
    assert header.split() == ["received", "document", "receipt", "article"]
    assert first.split() == [cell for cell in ROWS[0] if cell and cell != SENTENCE]
    assert sentence.strip() == SENTENCE


def test_cells_that_are_empty_keep_their_place_on_a_narrow_terminal() -> None:
    assert printed(80, ROWS).splitlines()[-1].split() == [
        "13:05:46",
        "b.txt",
        "-",
        "a-fedcba9876543210",
    ]


def test_one_endless_name_does_not_squeeze_the_table() -> None:
    endless = ("13:05:45", "x" * 4 * LONGEST_NAME, "new", SENTENCE, "d-0123456789abcdef")
    assert SENTENCE in printed(170, [*ROWS, endless])


def test_text_from_outside_is_neither_markup_nor_control() -> None:
    shown = printed(130, [("1", "[bold]x[/bold]\x1b[31m", "new", "[link=x]y", "d")])
    assert "[bold]x[/bold]" in shown
    assert "[link=x]y" in shown
    assert "\x1b" not in shown
