"""``missionfeed migrate``: the database's schema."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.cli.output import data_option


@click.command()
@data_option
def migrate(data: Path | None) -> None:
    """Create the database's tables, or bring them to this version."""
    from ingest.settings import load_settings
    from ingest.store.tables import SCHEMA_VERSION
    from ingest.wiring import migrate as bring

    settings = load_settings(data=data)
    bring(settings)
    click.echo(f"The database is at schema {SCHEMA_VERSION}.")
