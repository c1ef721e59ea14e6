"""Draws the picture of README: what the commands really print, run on the samples in seeds/.

.venv/bin/python docs/images/draw.py
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).resolve().parent
WIDTH = 118
SHOWN = [
    ("missionfeed receipts", ["receipts"], None),
    (
        "missionfeed events --mission shenzhou-19",
        ["events", "--mission", "shenzhou-19"],
        None,
    ),
]
"""What the picture shows: the line, the command behind it, and how many of its lines."""


def main() -> None:
    screen = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    with tempfile.TemporaryDirectory() as data:
        missionfeed("run", "--once", data=data)
        for line, command, lines in SHOWN:
            screen.print(Text("$ ", style="bold green").append(line, style="bold"))
            output = missionfeed(*command, data=data).splitlines()
            for row in output[:lines]:
                shown = Text.from_ansi(row.rstrip())
                screen.print(shown, no_wrap=True, overflow="ellipsis", crop=True)
            screen.print(Text("..." if lines and len(output) > lines else ""))
    picture = screen.export_svg(title="Missionfeed")
    # No font from somewhere else: whoever opens the picture calls nobody.
    picture = re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    (HERE / "events.svg").write_text(picture, encoding="utf-8")


def missionfeed(*arguments: str, data: str) -> str:
    """What a command prints, in colour."""
    done = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "workers.cli", *arguments],
        env={
            **os.environ,
            "MISSIONFEED_DATA": data,
            "MISSIONFEED_LOG_LEVEL": "ERROR",
            "FORCE_COLOR": "1",
            "COLUMNS": str(WIDTH),
        },
        cwd=HERE.parent.parent,
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout.decode()


if __name__ == "__main__":
    main()
