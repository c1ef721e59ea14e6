"""What ``missionfeed run --once`` prints at its end."""

from __future__ import annotations

from datetime import datetime

from ingest import wiring
from ingest.cli import output, receipts
from ingest.settings import Settings

ROWS = 50


def print_receipts(settings: Settings, began: datetime) -> None:
    """A table of this run's receipts (the newest of them), and a line that counts them all."""
    screen = output.console()
    store = wiring.open_store(settings)
    try:
        rows = store.receipts(settled_after=began)
        if not rows:
            screen.print("Nothing new. What was taken before:")
            rows = store.receipts()
        behind = [w.name for w in store.webhooks.all() if w.health in ("failing", "failed")]
    finally:
        store.close()
    receipts.show(screen, rows[-ROWS:])
    if len(rows) > ROWS:
        screen.print(f"... and {len(rows) - ROWS} more: missionfeed receipts", style="dim")
    screen.print(receipts.summary(rows))
    if behind:
        names = ", ".join(behind)
        screen.print(
            f"Not all was taken by: {names}. See: missionfeed subscribers list", style="red"
        )
