"""The command line: what can be asked of Missionfeed without a queue.

``workers.cli`` adds the commands that start processes or queue work, and is what ``missionfeed``
runs. A command's module is imported when the command is run, so that each starts at once.
"""

from __future__ import annotations

import importlib
from typing import Any

import click

from ingest import __version__
from ingest.errors import MissionfeedError

COMMANDS = {
    "articles": "The stored articles, or all of one of them.",
    "catalogue": "What is known of missions and people.",
    "cluster": "Part or join stories that were judged wrongly; undo it.",
    "events": "The event log, in order; --json prints whole CloudEvents.",
    "explain": "Why a document was judged so, and which mentions were taken or refused.",
    "feeds": "Follow feeds: add, list, pause, resume, remove, poll, import, export.",
    "inspect": "What would be read from a file: article, mentions, milestones.",
    "judge": "Replay articles through the judge: new, copy or revision?",
    "migrate": "Create the database's tables, or bring them to this version.",
    "quarantine": "Rejected documents: which, why, and trying them again.",
    "receipts": "What became of each document: new, copy, revision, rejected ...",
    "reprocess": "Read stored documents again, and tell readers the differences.",
    "subscribers": "Call others with events (webhooks): add, list, pause, resume, replay ...",
    "status": "How things stand: documents by receipt, the log, the stream.",
}
"""Each is a function of its name, in the module of its name."""

ADDITIONS: dict[str, str] = {}
"""Modules that add sub-commands to one of these, by its name: those that need a queue."""


class _Group(click.Group):
    """Commands are imported late; errors that a person can mend are printed as sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(
            importlib.import_module(f"ingest.cli.{cmd_name}"), cmd_name
        )
        if cmd_name in ADDITIONS:
            importlib.import_module(ADDITIONS[cmd_name])
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = []
        for name in self.list_commands(ctx):
            if name in COMMANDS:
                rows.append((name, COMMANDS[name]))
            elif (command := self.get_command(ctx, name)) is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(limit=80)))
        with formatter.section("Commands"):
            formatter.write_dl(rows)

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
