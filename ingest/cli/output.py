"""What the commands share: common options, JSON lines, and text from strangers made printable."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

F = TypeVar("F", bound=Callable[..., Any])

RECEIPT_STYLES = {
    "queued": "yellow",
    "new": "bold green",
    "copy": "cyan",
    "revision": "magenta",
    "rejected": "red",
    "ignored": "dim",
    "unpacked": "blue",
}


def data_option(command: F) -> F:
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        help="The data folder (default: setting `data`).",
    )(command)


def json_option(command: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(command)


def echo_json(value: dict[str, Any]) -> None:
    """One JSON object on one line. Lone surrogates, which UTF-8 cannot carry, become ``?``."""
    line = json.dumps(value, ensure_ascii=False, default=_plain)
    click.echo(line.encode("utf-8", "replace").decode("utf-8"))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    raise TypeError(f"{type(value).__name__} has no JSON form")


def console() -> Console:
    """Standard output: coloured on a terminal, plain and as wide as needed in a pipe."""
    from rich.console import Console

    screen = Console(highlight=False)
    if not screen.is_terminal:
        screen.width = max(screen.width, 160)
    return screen


def said(text: str | None, style: str = "") -> Text:
    """Text that came from outside, without markup or control characters of its own."""
    from rich.text import Text

    shown = "".join(
        c if c.isprintable() else "·" if c == "\t" else f"\\x{ord(c):02x}" for c in text or ""
    )
    return Text(shown, style=style)


def receipt_text(receipt: str) -> Text:
    from rich.text import Text

    return Text(receipt, style=RECEIPT_STYLES.get(receipt, ""))


def ago(passed: timedelta) -> str:
    return f"{span(passed)} ago"


def span(passed: timedelta) -> str:
    """A stretch of time in its largest fitting unit: ``3 h``."""
    seconds = max(passed.total_seconds(), 0)
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"
