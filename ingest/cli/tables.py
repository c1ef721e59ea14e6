"""Tables for people, whatever the width of their terminal.

Most columns hold ids, dates, words: short, and useless when cut. The others hold sentences. Where
the short ones leave a sentence enough room, the rows are a table; where they do not, as on a
terminal of 80 columns, each row is a line of the short ones with its sentences below.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from ingest.cli.output import said

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

READABLE = 30
"""Columns of the screen that a sentence needs to be read with pleasure."""
GAP = 2
LONGEST_NAME = 44
"""A short cell that is longer is cut in a table, since one must not squeeze all rows."""


def show_rows(
    screen: Console,
    columns: Sequence[str],
    *,
    long: Collection[str],
    rows: Sequence[Sequence[Text | str | None]],
) -> None:
    """Print ``rows``. ``long`` names the columns that hold sentences; plain strings are taken to
    come from outside."""
    cells = [
        [said(cell) if cell is None or isinstance(cell, str) else cell for cell in row]
        for row in rows
    ]
    is_long = [name in long for name in columns]
    taken = sum(
        min(max([len(name), *(row[i].cell_len for row in cells)]), LONGEST_NAME) + GAP
        for i, name in enumerate(columns)
        if not is_long[i]
    )
    if screen.width - taken >= (READABLE + GAP) * sum(is_long):
        _table(screen, columns, is_long, cells)
    else:
        _blocks(screen, columns, is_long, cells)


def _table(
    screen: Console,
    columns: Sequence[str],
    is_long: Sequence[bool],
    rows: Sequence[Sequence[Text]],
) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, takes_rest in zip(columns, is_long, strict=True):
        if takes_rest:
            table.add_column(name, ratio=1, overflow="fold")
        else:
            table.add_column(name, no_wrap=True, overflow="ellipsis", max_width=LONGEST_NAME)
    for row in rows:
        table.add_row(*row)
    screen.print(table)


def _blocks(
    screen: Console,
    columns: Sequence[str],
    is_long: Sequence[bool],
    rows: Sequence[Sequence[Text]],
) -> None:
    """The short cells of a row on a line, in the order that the first line names; those that are
    empty as a dash, so that the others keep their place."""
    from rich.padding import Padding
    from rich.text import Text

    between = Text(" " * GAP)
    names = [name for name, long in zip(columns, is_long, strict=True) if name and not long]
    screen.print("  ".join(names), style="bold")
    for row in rows:
        cells = list(zip(row, is_long, strict=True))
        short = [cell if cell.plain else said("-", style="dim") for cell, long in cells if not long]
        screen.print(between.join(short), overflow="fold")
        for cell, long in cells:
            if long and cell.plain:
                screen.print(Padding(cell, (0, 0, 0, 2 * GAP)), overflow="fold")
