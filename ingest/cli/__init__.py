"""The command line: what can be asked of Missionfeed without a queue.

``workers.cli`` adds the commands that start processes or queue work, and is what ``missionfeed``
runs. Heavy imports stand inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

from typing import Any

import click

from ingest import __version__
from ingest.cli import articles, catalogue, events, explain, inspect, judge, receipts, status
from ingest.errors import MissionfeedError


class _Group(click.Group):
    """Errors that a person can mend are printed as sentences, not as tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MissionfeedError as error:
            click.secho(f"Error: {error}", fg="red", err=True)
            if error.hint:
                click.echo(error.hint, err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="missionfeed")
def cli() -> None:
    """News in, space mission events out.

    Drop a saved news page into seeds/ and see which missions and crews it speaks of.
    """


for command in (
    inspect.inspect,
    receipts.receipts,
    articles.articles,
    events.events,
    explain.explain,
    status.status,
    status.migrate,
    judge.judge,
    catalogue.catalogue,
):
    cli.add_command(command)
