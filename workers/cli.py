"""``missionfeed``: the commands of ``ingest.cli``, and those that start processes or queue work.

Heavy imports stand inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli import ADDITIONS, cli
from ingest.cli.output import data_option, json_option

if TYPE_CHECKING:
    from ingest.settings import Settings

ADDITIONS["feeds"] = "workers.poll_now"

seeds_option = click.option(
    "--seeds",
    type=click.Path(path_type=Path),
    help="The drop folder (default: setting `seeds`).",
)
lifeline_option = click.option("--lifeline", is_flag=True, hidden=True)


@cli.command()
@seeds_option
@click.option(
    "--data", type=click.Path(path_type=Path), help="The data folder (default: setting `data`)."
)
@click.option("--once", is_flag=True, help="Take what lies there, finish it, report, stop.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Port of the web page (default: setting `web.port`, or a free one if that is taken).",
)
def run(seeds: Path | None, data: Path | None, once: bool, port: int | None) -> None:
    """Everything in one command: watcher, poller, worker, relay, web page, Valkey. Ctrl-C ends
    it."""
    from ingest import log
    from workers import embedded, report
    from workers.live import LiveView, LogLines

    settings = _begin(seeds=seeds, data=data)
    if not once:
        settings = embedded.with_web_port(settings, port)
    began = log.now()
    live = settings.log_format == "auto" and sys.stdout.isatty() and sys.stderr.isatty()
    output = LiveView(settings) if live else LogLines()
    try:
        code = embedded.run(settings, output, once=once)
    finally:
        output.close()
    if once:
        report.print_receipts(settings, began)
    sys.exit(code)


@cli.command()
@seeds_option
@data_option
@click.option("--once", is_flag=True, help="Stop when all that lies there is done.")
@click.option("--resume", is_flag=True, help="Queue again all that has no receipt yet.")
@lifeline_option
def watch(seeds: Path | None, data: Path | None, once: bool, resume: bool, lifeline: bool) -> None:
    """Watch the drop folder; queue again what was lost (one process)."""
    from workers import watcher

    settings = _begin(lifeline=lifeline, seeds=seeds, data=data)
    sys.exit(watcher.run(settings, once=once, resume=resume))


@cli.command()
@data_option
@click.option("--processes", type=click.IntRange(min=1), help="How many (default: one a core).")
@lifeline_option
def worker(data: Path | None, processes: int | None, lifeline: bool) -> None:
    """Give queued documents their receipts (one process, with children)."""
    from workers import worker as working

    sys.exit(working.run(_begin(lifeline=lifeline, data=data), processes=processes))


@cli.command()
@data_option
@lifeline_option
def poll(data: Path | None, lifeline: bool) -> None:
    """Poll the feeds that are due (one process, with children)."""
    from workers import poller

    sys.exit(poller.run(_begin(lifeline=lifeline, data=data)))


@cli.command()
@data_option
@lifeline_option
def relay(data: Path | None, lifeline: bool) -> None:
    """Hand the log's events to the Redis stream (one process)."""
    from workers import relayer

    sys.exit(relayer.run(_begin(lifeline=lifeline, data=data)))


@cli.command()
@data_option
@lifeline_option
def web(data: Path | None, lifeline: bool) -> None:
    """Serve the web page, its API and the events as a stream (one process)."""
    from workers import web as serving

    sys.exit(serving.run(_begin(lifeline=lifeline, data=data)))


@cli.command()
@click.argument("what", metavar="FILE|URL|-")
@data_option
@json_option
@click.option("--wait/--no-wait", "waiting", default=True, help="Wait for the receipt.")
@click.option("--timeout", type=float, default=60.0, show_default=True, help="Seconds to wait.")
def submit(what: str, data: Path | None, as_json: bool, waiting: bool, timeout: float) -> None:
    """Hand over one document, and see what becomes of it.

    It may be a file, the address of a page, or - for standard input. Exit code 1 where there is no
    receipt within --timeout; the document is stored all the same.
    """
    from ingest.cli import output, receipts
    from workers import submit as submitting

    settings = _begin(data=data, quiet=True)
    document, row = submitting.run(settings, what, seconds=timeout if waiting else None)
    if row is None:
        if as_json:
            output.echo_json({"document": document, "receipt": "queued"})
        else:
            click.echo(f"{document} queued")
        sys.exit(1 if waiting else 0)
    if as_json:
        output.echo_json(receipts.as_dict(row))
    else:
        receipts.show(output.console(), [row])


def _begin(*, lifeline: bool = False, quiet: bool = False, **overrides: Path | None) -> Settings:
    """Read the settings, log as they say, and with ``lifeline`` end with whoever started us."""
    from ingest import log
    from ingest.settings import load_settings

    paths = {key: value.absolute() for key, value in overrides.items() if value is not None}
    settings = load_settings(**paths)
    log.configure("WARNING" if quiet else settings.log_level, settings.log_format)
    if lifeline:
        from workers.lifeline import end_when_orphaned

        end_when_orphaned()
    return settings


def main() -> None:
    """The console script."""
    cli()


if __name__ == "__main__":
    main()
