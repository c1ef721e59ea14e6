"""Creating and checking the schema (Alembic)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from ingest.errors import StoreError
from ingest.store.database import Database
from ingest.store.tables import SCHEMA_VERSION

if TYPE_CHECKING:
    from alembic.config import Config


def configuration() -> Config:
    """Alembic's settings, without an ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def migrate(database: Database) -> None:
    """Bring the schema to this version; a no-op when it is there already. Safe to run twice at
    once: SQLite's write lock, or an advisory lock on PostgreSQL, lets one pass at a time.
    """

    from alembic import command

    def upgrade(connection: Connection) -> None:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(727266)"))
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    database.transact(upgrade)


def version(database: Database) -> str | None:
    """The schema version in force; None for an empty database."""
    with database.read() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def check(database: Database) -> None:
    """Raise :class:`StoreError` unless the schema is the one that this code was written for."""
    found = version(database)
    if found == SCHEMA_VERSION:
        return
    state = (
        "is empty" if found is None else f"has schema {found}, this version needs {SCHEMA_VERSION}"
    )
    raise StoreError(f"The database {database.shown} {state}.", hint="Run: missionfeed migrate")
