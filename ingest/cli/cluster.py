"""``missionfeed cluster``: which articles are one story, and the operator's word on that."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.output import console, data_option, echo_json, json_option, receipt_text
from ingest.cli.tables import show_rows
from ingest.errors import MissionfeedError

if TYPE_CHECKING:
    from ingest.core.judge.correcting import Member
    from ingest.corrections import Corrected, Corrections
    from ingest.store.corrections import Correction

_reason = click.option("--reason", help="Why: it stands on the receipts and in the list.")


@click.group()
def cluster() -> None:
    """Articles that are one story. Part or join them where they were judged wrongly.

    A correction lasts: reading again leaves it alone, and articles that come later are judged
    beside the articles as they stand now.
    """


@cluster.command()
@click.argument("article")
@data_option
@json_option
def show(article: str, data: Path | None, as_json: bool) -> None:
    """The articles of a cluster, and the corrections that made it so."""
    from ingest.settings import load_settings
    from ingest.wiring import open_store

    with closing(open_store(load_settings(data=data))) as store:
        members = store.members(article)
        if not members:
            raise MissionfeedError(
                f"There is no article {article}.", hint="`missionfeed articles` lists them."
            )
        made = store.corrections(of_clusters=[members[0].cluster])
    if as_json:
        for member in members:
            echo_json(_member(member))
        return
    _print_members(members)
    if made:
        console().print()
        _print_corrections(made)


@cluster.command()
@click.argument("article")
@_reason
@data_option
@json_option
def split(article: str, reason: str | None, data: Path | None, as_json: bool) -> None:
    """Make ARTICLE, and all that was linked through it, a story of its own."""
    _correct(lambda by: by.split(article, **_given(reason)), data, as_json)


@cluster.command()
@click.argument("one")
@click.argument("other")
@_reason
@data_option
@json_option
def join(one: str, other: str, reason: str | None, data: Path | None, as_json: bool) -> None:
    """Make the stories of two articles one, under the older one's id."""
    _correct(lambda by: by.join(one, other, **_given(reason)), data, as_json)


@cluster.command()
@click.argument("number", type=click.IntRange(min=1))
@_reason
@data_option
@json_option
def undo(number: int, reason: str | None, data: Path | None, as_json: bool) -> None:
    """Take back the correction NUMBER, as `list` shows it."""
    _correct(lambda by: by.undo(number, **_given(reason)), data, as_json)


@cluster.command("list")
@data_option
@json_option
def list_(data: Path | None, as_json: bool) -> None:
    """All corrections, in order."""
    from ingest.settings import load_settings
    from ingest.wiring import open_store

    with closing(open_store(load_settings(data=data))) as store:
        made = store.corrections()
    if as_json:
        for one in made:
            echo_json(_correction(one))
    elif made:
        _print_corrections(made)
    else:
        console().print("Nothing was corrected.")


def _given(reason: str | None) -> dict[str, str]:
    return {"reason": reason} if reason else {}


def _correct(work: Callable[[Corrections], Corrected], data: Path | None, as_json: bool) -> None:
    from ingest import log
    from ingest.settings import load_settings
    from ingest.wiring import open_corrections

    settings = load_settings(data=data)
    log.configure(settings.log_level, settings.log_format)  # standard error: it is an audit trail
    with closing(open_corrections(settings)) as corrections:
        done = work(corrections)
    if as_json:
        echo_json(
            {
                **_correction(done.correction),
                "articles": [_member(member) for member in done.members],
                "events": [event.id for event in done.events],
            }
        )
        return
    _print_members(done.members)
    made = done.correction
    console().print(
        f"Correction {made.number}: articles that stand otherwise: {len(done.members)}, events "
        f"told: {len(done.events)}. To take it back: missionfeed cluster undo {made.number}"
    )


def _member(member: Member) -> dict[str, Any]:
    return {
        "id": member.id,
        "cluster": member.cluster,
        "relation": member.relation,
        "version": member.version,
        "of": member.of,
        "similarity": member.similarity,
        "layer": member.layer,
        "why": member.why,
        "document": member.document,
    }


def _correction(made: Correction) -> dict[str, Any]:
    return {
        "number": made.number,
        "action": made.action,
        "article": made.article,
        "other": made.other,
        "reason": made.reason,
        "made": made.made,
        "undone": made.undone,
    }


def _print_members(members: list[Member] | tuple[Member, ...]) -> None:
    show_rows(
        console(),
        ("article", "cluster", "relation", "version", "of", "why"),
        long=("why",),
        rows=[
            (
                member.id,
                member.cluster,
                receipt_text(member.relation),
                str(member.version or ""),
                member.of,
                member.why,
            )
            for member in members
        ],
    )


def _print_corrections(made: list[Correction]) -> None:
    show_rows(
        console(),
        ("correction", "made", "what", "article", "other", "undone", "reason"),
        long=("reason",),
        rows=[
            (
                str(one.number),
                f"{one.made:%Y-%m-%d %H:%M}",
                one.action,
                one.article,
                one.other,
                f"{one.undone:%Y-%m-%d %H:%M}" if one.undone else "",
                one.reason,
            )
            for one in made
        ],
    )
