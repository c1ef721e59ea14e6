"""``missionfeed feeds``: which feeds are followed, and how they do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ingest.cli import opening
from ingest.cli.output import ago, console, data_option, echo_json, json_option, said, span
from ingest.cli.tables import show_rows
from ingest.errors import MissionfeedError

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.model import Feed
    from ingest.settings import Settings
    from ingest.store import Store

F = TypeVar("F", bound=Callable[..., Any])
_STYLES = {"active": "green", "paused": "yellow", "gone": "red", "failing": "red"}
OPML_BYTES = 16 * 2**20


@click.group()
def feeds() -> None:
    """Follow feeds: add, list, pause, resume, remove, poll, import, export."""


def full_text_option(command: F) -> F:
    return click.option(
        "--full-text",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Fetch the pages of entries: where only a summary is there, always, or never.",
    )(command)


@feeds.command()
@click.argument("url")
@full_text_option
@click.option("--folder", default="", help="Where it stands among the others, such as Space/News.")
@data_option
@json_option
def add(url: str, full_text: Any, folder: str, data: Path | None, as_json: bool) -> None:
    """Follow the feed at URL, or the one that the page there names."""
    from dataclasses import replace

    from ingest import log, wiring
    from ingest.sources.feeds import finding

    with opened(data) as (settings, store):
        found = finding.find(wiring.open_http(settings), url)
        path = tuple(part.strip() for part in folder.split("/") if part.strip())
        feed = replace(found.feed(now=log.now()), full_text=full_text, folder=path)
        is_new = bool(store.feeds.add([feed]))
        followed = find(store, feed.url)
    if as_json:
        echo_json({**as_dict(followed, 0), "added": is_new})
        return
    number = len(found.listing.entries)
    what = f"{number} entr{'y' if number == 1 else 'ies'} now" if is_new else "followed already"
    click.echo(f"{followed.id} {feed.title or 'without a title'} <{feed.url}>: {what}.")
    for other in found.others:
        click.echo(f"The page also names: {other.url} {said(other.title)}", err=True)


@feeds.command(name="list")
@data_option
@json_option
def list_(data: Path | None, as_json: bool) -> None:
    """The feeds that are followed, and how each of them does."""
    with opened(data) as (_, store):
        followed = store.feeds.all()
        entries = store.feeds.entry_counts()
    if as_json:
        for feed in followed:
            echo_json(as_dict(feed, entries.get(feed.id, 0)))
        return
    screen = console()
    if not followed:
        screen.print("No feed is followed yet. Add one: missionfeed feeds add URL")
        return
    _show(screen, followed, entries)


@feeds.command()
@click.argument("feed")
@data_option
def pause(feed: str, data: Path | None) -> None:
    """Do not poll FEED (its id or address) until it is resumed."""
    with opened(data) as (_, store):
        found = find(store, feed)
        store.feeds.change(found.id, state="paused", code=None, error=None)
    click.echo(f"{found.id} {found.url} is paused.")


@feeds.command()
@click.argument("feed")
@data_option
def resume(feed: str, data: Path | None) -> None:
    """Poll FEED (its id or address) again, from now on."""
    from ingest import log

    with opened(data) as (_, store):
        found = find(store, feed)
        store.feeds.change(found.id, state="active", code=None, error=None, next_poll=log.now())
    click.echo(f"{found.id} {found.url} is polled again.")


@feeds.command()
@click.argument("feed")
@data_option
def remove(feed: str, data: Path | None) -> None:
    """Follow FEED (its id or address) no longer. What came from it stays."""
    with opened(data) as (_, store):
        found = find(store, feed)
        store.feeds.remove(found.id)
    click.echo(f"{found.id} {found.url} is followed no longer.")
    if found.origin == "config":
        click.echo("It stands in config/feeds/ too: take it out there, or it comes back.", err=True)


@feeds.command(name="import")
@click.argument("source", metavar="FILE|-", type=click.File("rb"))
@full_text_option
@data_option
def import_(source: Any, full_text: Any, data: Path | None) -> None:
    """Follow all feeds of an OPML list."""
    from ingest import log
    from ingest.core import ids
    from ingest.core.feeds import opml
    from ingest.model import Feed, Rejection

    listed = opml.read(source.read(OPML_BYTES + 1))
    if isinstance(listed, Rejection):
        raise MissionfeedError(f"The list cannot be imported. {listed.reason}")
    if not listed.outlines:
        raise MissionfeedError(
            " ".join(["The list names no feed.", *(f"Left out: {p}" for p in listed.problems)]),
            hint="In an OPML list, each feed is an <outline> with its address in xmlUrl.",
        )
    now = log.now()
    new = [
        Feed(
            id=ids.feed_id(outline.url),
            url=outline.url,
            origin="opml",
            added=now + timedelta(microseconds=number),  # in the order of the list
            full_text=full_text,
            folder=outline.folder,
            title=outline.title,
            site=outline.site,
            next_poll=now,
        )
        for number, outline in enumerate(listed.outlines)
    ]
    with opened(data) as (_, store):
        added = len(store.feeds.add(new))
    known = len(new) - added
    already = f", {known} {'was' if known == 1 else 'were'} followed already" if known else ""
    click.echo(f"{added} feed{'' if added == 1 else 's'} added{already}.")
    for problem in listed.problems:
        click.echo(f"Left out: {problem}", err=True)


@feeds.command()
@data_option
def export(data: Path | None) -> None:
    """Print all feeds as an OPML list."""
    from ingest import log
    from ingest.core.feeds import opml
    from ingest.core.feeds.opml import Outline

    with opened(data) as (_, store):
        outlines = [Outline(f.url, f.title, f.site, f.folder) for f in store.feeds.all()]
    created = format_datetime(log.now(), usegmt=True)
    sys.stdout.buffer.write(opml.write(outlines, title="Missionfeed", created=created))


# ------------------------------------------------------------------ shared


@contextmanager
def opened(data: Path | None) -> Iterator[tuple[Settings, Store]]:
    """The settings and their store; what ``config/feeds/`` declares is followed already."""
    from ingest import wiring

    with opening.opened(data) as (settings, store):
        wiring.follow_declared(settings, store)
        yield settings, store


def find(store: Store, named: str) -> Feed:
    """The feed of that id, address, or beginning of an id; raises where that is not one."""
    from ingest.core import urls

    followed = store.feeds.all()
    exact = [feed for feed in followed if named in (feed.id, feed.url)]
    alike = [f for f in followed if f.id.startswith(named) or urls.key(f.url) == urls.key(named)]
    found = exact or alike
    if len(found) == 1:
        return found[0]
    what = "names several feeds" if found else "names no feed that is followed"
    raise MissionfeedError(f"{named!r} {what}.", hint="See: missionfeed feeds list")


def as_dict(feed: Feed, entries: int) -> dict[str, Any]:
    """A feed as ``feeds list --json`` shows it."""
    interval = feed.next_poll - feed.polled if feed.polled else None
    return {
        "id": feed.id,
        "url": feed.url,
        "title": feed.title,
        "site": feed.site,
        "folder": list(feed.folder),
        "origin": feed.origin,
        "state": feed.state,
        "healthy": feed.error is None,
        "error": feed.error,
        "code": feed.code,
        "failures": feed.failures,
        "last_polled": feed.polled,
        "last_ok": feed.succeeded,
        "last_changed": feed.changed,
        "next_poll": feed.next_poll if feed.state == "active" else None,
        "interval_seconds": round(interval.total_seconds()) if interval else None,
        "entries": entries,
        "full_text": feed.full_text,
        "hub": feed.hub,
        "hub_until": feed.hub_until,
    }


def _show(screen: Console, followed: Sequence[Feed], entries: dict[str, int]) -> None:
    from ingest import log

    now = log.now()

    def cells(feed: Feed) -> list[Any]:
        health = "failing" if feed.state == "active" and feed.failures else feed.state
        told = said(feed.title)
        told.append_text(said(f"{' ' if feed.title else ''}{feed.url}", style="dim"))
        if feed.error:
            told.append("\n")
            told.append_text(said(feed.error, style="red"))
        every = feed.next_poll - feed.polled if feed.polled else None
        return [
            feed.id,
            said(health, style=_STYLES[health]),
            ago(now - feed.succeeded) if feed.succeeded else "never",
            _until(feed, now),
            span(every) if every and feed.state == "active" else "",
            str(entries.get(feed.id, 0)),
            told,
        ]

    names = ("id", "state", "last ok", "next poll", "every", "entries", "feed")
    show_rows(screen, names, long=("feed",), rows=[cells(feed) for feed in followed])


def _until(feed: Feed, now: datetime) -> str:
    if feed.state != "active":
        return ""
    return f"in {span(feed.next_poll - now)}" if feed.next_poll > now else "now"
