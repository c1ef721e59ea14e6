"""``missionfeed subscribers``: who is called with events, and how each of them does."""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.opening import opened
from ingest.cli.output import ago, console, data_option, echo_json, json_option, said, span
from ingest.cli.tables import show_rows
from ingest.errors import MissionfeedError

if TYPE_CHECKING:
    from ingest.model import Position, Webhook
    from ingest.settings import Settings
    from ingest.store import Store

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
_STYLES = {"active": "green", "paused": "yellow", "failed": "red", "failing": "red"}
OLD_SECRET = timedelta(hours=24)
"""How long a secret still signs after it was replaced."""


@click.group()
def subscribers() -> None:
    """Call others with events: add, list, pause, resume, remove, replay, rotate (webhooks)."""


@subscribers.command()
@click.argument("name")
@click.argument("url")
@click.option("--mission", metavar="ID", help="Only events of this mission, e.g. shenzhou-20.")
@click.option("--person", metavar="ID", help="Only events that name this person.")
@click.option("--type", "kind", metavar="T", help="Only this type, or types that hold this word.")
@click.option(
    "--after",
    type=click.IntRange(min=0),
    help="Begin above position N; 0 is the whole log (default: with what comes from now on).",
)
@click.option("--secret", metavar="WHSEC", help="Sign with this one (default: a new one).")
@data_option
@json_option
def add(
    name: str,
    url: str,
    mission: str | None,
    person: str | None,
    kind: str | None,
    after: int | None,
    secret: str | None,
    data: Path | None,
    as_json: bool,
) -> None:
    """Call URL with each event from now on. NAME is yours to choose."""
    from ingest import log
    from ingest.core import webhooks
    from ingest.http import targets
    from ingest.model import Webhook

    if not _NAME.fullmatch(name):
        raise MissionfeedError(
            f"{name!r} is no name.", hint="Letters, digits, '-', '_' and '.', at most 64 of them."
        )
    targets.parse(url)
    if secret is not None:
        webhooks.check_secret(secret)
    with opened(data) as (settings, store):
        position = _position(store, after)
        _doubt(settings, mission=mission, person=person, kind=kind)
        now = log.now()
        new = Webhook(
            name=name,
            url=url,
            secret=secret or _new_secret(),
            mission=mission,
            person=person,
            type=kind and kind.lower(),  # as all types are
            added=now,
            position=position,
            next_try=now,
        )
        if not store.webhooks.add(new):
            raise MissionfeedError(
                f"There is a subscriber {name!r} already.",
                hint=f"Name another, or take that one away: missionfeed subscribers remove {name}",
            )
        _doubt_address(settings, url)
        last = store.last_position()
    if as_json:
        echo_json({**as_dict(new, last), "secret": new.secret})
        return
    click.echo(f"{name} is called at {_shown(url)} with what comes after position {position}.")
    click.echo(f"Its calls are signed with this secret, which is not shown again:\n{new.secret}")


@subscribers.command(name="list")
@data_option
@json_option
def list_(data: Path | None, as_json: bool) -> None:
    """Who is called, how far each of them is, and what is wrong."""
    with opened(data) as (_, store):
        called = store.webhooks.all()
        last = store.last_position()
    if as_json:
        for webhook in called:
            echo_json(as_dict(webhook, last))
        return
    if not called:
        console().print("Nobody is called yet. Add one: missionfeed subscribers add NAME URL")
        return
    _show(called, last)


@subscribers.command()
@click.argument("name")
@data_option
def pause(name: str, data: Path | None) -> None:
    """Do not call NAME until it is resumed. What comes meanwhile waits."""
    with opened(data) as (_, store):
        find(store, name)
        store.webhooks.change(name, state="paused")
    click.echo(f"{name} is paused.")


@subscribers.command()
@click.argument("name")
@data_option
def resume(name: str, data: Path | None) -> None:
    """Call NAME again, at once, from where it stands."""
    from ingest import log

    with opened(data) as (_, store):
        found = find(store, name)
        store.webhooks.resume(name, now=log.now())
        behind = store.last_position() - found.position
    click.echo(f"{name} is called again; it is {_positions(behind)} behind.")


@subscribers.command()
@click.argument("name")
@data_option
def remove(name: str, data: Path | None) -> None:
    """Call NAME no more, and forget it and its secret."""
    with opened(data) as (_, store):
        find(store, name)
        store.webhooks.remove(name)
    click.echo(f"{name} is called no more.")


@subscribers.command()
@click.argument("name")
@click.option(
    "--after", type=click.IntRange(min=0), required=True, help="Above which position to go on."
)
@data_option
def replay(name: str, after: int, data: Path | None) -> None:
    """Call NAME with all events above a position, again or for the first time.

    A position ahead of where it stands passes over what lies between.
    """
    from ingest import log

    with opened(data) as (_, store):
        found = find(store, name)
        store.check_cursor(after)
        store.webhooks.replay(name, after, now=log.now())
    click.echo(f"{name} goes on after position {after} (it was at {found.position}).")
    if found.state != "active":
        click.echo(f"It is {found.state}: missionfeed subscribers resume {name}", err=True)


@subscribers.command()
@click.argument("name")
@click.option("--secret", metavar="WHSEC", help="The new one (default: one is made).")
@data_option
def rotate(name: str, secret: str | None, data: Path | None) -> None:
    """Give NAME a new secret. For a day the old one signs beside it."""
    from ingest import log
    from ingest.core import webhooks

    if secret is not None:
        webhooks.check_secret(secret)
    with opened(data) as (_, store):
        found = find(store, name)
        new = secret or _new_secret()
        until = log.now() + OLD_SECRET
        store.webhooks.change(name, secret=new, old_secret=found.secret, old_until=until)
    click.echo(
        f"{name} has a new secret, which is not shown again; until {until:%Y-%m-%d %H:%M} UTC the "
        f"old one signs beside it.\n{new}"
    )


# ------------------------------------------------------------------ shared


def find(store: Store, name: str) -> Webhook:
    """The webhook of that name; raises where there is none."""
    from ingest.cli.finding import near

    called = {webhook.name: webhook for webhook in store.webhooks.all()}
    if name in called:
        return called[name]
    close = near(name, called)
    raise MissionfeedError(
        f"There is no subscriber {name!r}.",
        hint=f"Near ones: {', '.join(close)}." if close else "See: missionfeed subscribers list",
    )


def as_dict(webhook: Webhook, last: Position) -> dict[str, Any]:
    """A subscriber as ``subscribers list --json`` shows it: all but its secret."""
    return {
        "name": webhook.name,
        "url": _shown(webhook.url),
        "mission": webhook.mission,
        "person": webhook.person,
        "type": webhook.type,
        "state": webhook.state,
        "position": webhook.position,
        "behind": max(last - webhook.position, 0),
        "added": webhook.added,
        "last_delivered": webhook.delivered,
        "failures": webhook.failures,
        "failing_since": webhook.failing_since,
        "next_try": webhook.next_try if webhook.state == "active" and webhook.failures else None,
        "error": webhook.error,
    }


def _position(store: Store, after: int | None) -> int:
    if after is None:
        return store.last_position()
    store.check_cursor(after)
    return after


def _doubt(
    settings: Settings, *, mission: str | None, person: str | None, kind: str | None
) -> None:
    """Refuse a type that there is not, and say which names the catalogue does not know."""
    from ingest.cli.finding import unknown
    from ingest.core.events import TYPES, types_like

    if kind and not types_like(kind):
        raise MissionfeedError(
            f"No event has a type like {kind!r}.", hint=f"The types are {', '.join(TYPES)}."
        )
    for doubt in unknown(settings, mission=mission, person=person):
        click.echo(doubt, err=True)


def _doubt_address(settings: Settings, url: str) -> None:
    """Say where an address will not be called. Who calls may know more hosts than this machine."""
    from ingest import wiring
    from ingest.http import HttpError

    try:
        wiring.open_http(settings).check(url)
    except HttpError as error:
        click.echo(" ".join(filter(None, (f"Mind: {error}", error.hint))), err=True)


def _new_secret() -> str:
    from ingest.core.webhooks import SECRET_BYTES, SECRET_PREFIX

    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode("ascii")


def _shown(url: str) -> str:
    """An address without its password."""
    from ingest.http import targets

    return targets.shown(targets.parse(url))


def _positions(number: int) -> str:
    return f"{number} position{'' if number == 1 else 's'}"


def _show(called: Sequence[Webhook], last: Position) -> None:
    from ingest import log

    now = log.now()

    def cells(webhook: Webhook) -> list[Any]:
        told = said(_shown(webhook.url))
        wanted = [webhook.type, webhook.mission, webhook.person]
        if any(wanted):
            only = f" only {', '.join(one for one in wanted if one)}"
            told.append_text(said(only, style="dim"))
        if webhook.error:
            told.append("\n")
            told.append_text(said(webhook.error, style="red"))
        behind = max(last - webhook.position, 0)
        waits = webhook.state == "active" and webhook.failures
        return [
            said(webhook.name, style="bold"),
            said(webhook.health, style=_STYLES[webhook.health]),
            str(webhook.position),
            str(behind) if behind else "",
            ago(now - webhook.delivered) if webhook.delivered else "never",
            f"in {span(webhook.next_try - now)}" if waits else "",
            told,
        ]

    names = ("name", "state", "position", "behind", "last taken", "next try", "called at")
    show_rows(console(), names, long=("called at",), rows=[cells(each) for each in called])
