"""``missionfeed inspect``: what would be read from a file. Stores nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.output import console, echo_json, json_option, said
from ingest.cli.tables import show_rows
from ingest.errors import MissionfeedError
from ingest.guard import Lost, in_child
from ingest.model import (
    FEED_ENTRY,
    Article,
    Document,
    Reading,
    Reason,
    Rejection,
    Timestamp,
    Unpacked,
)

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.journey import Stages
    from ingest.settings import Settings


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@json_option
@click.option(
    "--explain",
    is_flag=True,
    help="Each line of a text dump or page and each name seen: kept or not, and why.",
)
def inspect(files: tuple[str, ...], as_json: bool, explain: bool) -> None:
    """What would be read from FILE ('-': standard input): article, mentions, milestones."""
    from ingest.settings import load_settings
    from ingest.wiring import build_stages, guarded_stages

    settings = load_settings()
    if explain:
        for name in files:
            _explain(name, _bytes_of(name, settings.limits.document_bytes), settings)
        return
    stages = guarded_stages(build_stages(settings), settings)

    def read(name: str) -> list[_Result]:
        raw = _bytes_of(name, settings.limits.document_bytes)
        try:
            return list(_results(stages, name, raw))
        except MemoryError:
            return [_lost(name)]

    # What hangs or eats memory ends that process, not this one.
    for name, results in zip(files, in_child(read, files), strict=True):
        for result in [_lost(name)] if isinstance(results, Lost) else results:
            if as_json:
                echo_json(result.as_dict())
            else:
                result.show(console())


def _lost(name: str) -> _Result:
    reason = "Reading it took too long, or too much memory (settings limits.document_...)."
    return _Result(name, None, Rejection(Reason.TIMEOUT, reason), Reading((), ()))


def _bytes_of(name: str, limit: int) -> bytes:
    try:
        stream = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115
        with stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        raise MissionfeedError(f"{name} cannot be read: {error.strerror}.") from error
    if len(raw) > limit:
        raise MissionfeedError(
            f"{name} is larger than {limit // 2**20} MiB.",
            hint="The limit is the setting limits.document_bytes.",
        )
    return raw


class _Result:
    """What one document, or one entry of an unpacked file, was read as."""

    def __init__(
        self, path: str, entry: int | None, outcome: Article | Rejection, reading: Reading
    ):
        self.path, self.entry, self.outcome, self.reading = path, entry, outcome, reading
        self.stated: tuple[str | None, str | None] = (None, None)
        """Headline and address of an entry that is no article, to tell which it is."""

    def as_dict(self) -> dict[str, Any]:
        rejected = isinstance(self.outcome, Rejection)
        title, url = self.stated
        nothing = Article(title=title, paragraphs=(), form="none", url=url)
        article = nothing if isinstance(self.outcome, Rejection) else self.outcome
        return {
            "path": self.path,
            **({"entry": self.entry} if self.entry is not None else {}),
            "verdict": "rejected" if rejected else "article",
            "code": self.outcome.code.value if isinstance(self.outcome, Rejection) else None,
            "reason": self.outcome.reason if isinstance(self.outcome, Rejection) else None,
            **article_dict(article),
            **reading_dict(self.reading),
        }

    def show(self, screen: Console) -> None:
        name = self.path if self.entry is None else f"{self.path} #{self.entry}"
        screen.rule(said(name), align="left")
        if any(self.stated):
            screen.print(said("  ".join(filter(None, self.stated)), style="dim"))
        if isinstance(self.outcome, Rejection):
            screen.print(
                said(f"rejected ({self.outcome.code}): {self.outcome.reason}", style="red")
            )
        else:
            show_article(screen, self.outcome, self.reading)


def _results(stages: Stages, name: str, raw: bytes) -> Iterator[_Result]:
    from ingest import log
    from ingest.core.normalise import feed_entry

    document = Document(id="d-inspect", source="submission", raw=raw, received=log.now(), path=name)
    outcome = stages.normalise(document)
    if not isinstance(outcome, Unpacked):
        yield _result(stages, name, None, outcome)
        return
    for number, (media_type, entry) in enumerate(outcome.entries, start=1):
        part = Document(
            id="d-inspect",
            source="submission",
            raw=entry,
            received=document.received,
            path=name,
            entry=number,
            media_type=media_type,
        )
        read = stages.normalise(part)
        assert not isinstance(read, Unpacked)
        result = _result(stages, name, number, read)
        if isinstance(read, Rejection) and media_type == FEED_ENTRY:
            result.stated = feed_entry.stated(entry)
        yield result


def _result(stages: Stages, name: str, entry: int | None, outcome: Article | Rejection) -> _Result:
    nothing = Reading((), ())
    reading = stages.read(outcome) if isinstance(outcome, Article) else nothing
    return _Result(name, entry, outcome, reading)


def _explain(name: str, raw: bytes, settings: Settings) -> None:
    from ingest import catalogue, log
    from ingest.cli.explain import show_candidates
    from ingest.core.normalise.registry import explain, normalise
    from ingest.wiring import build_stages

    sources = catalogue.load_sources(settings.sources_dir)
    screen = console()
    screen.rule(said(name), align="left")
    now = log.now()
    lines = explain(raw, name=name, received=now, sources=sources)
    if not lines:
        screen.print(
            "Only text dumps and HTML are judged line by line; this is another form, or no text."
        )
    for line in lines:
        shown = f"{line.score:7.2f}  {line.role:<7}  {line.text:<60.60}  {line.why}"
        style = "" if line.kept else "dim"
        screen.print(said(shown, style), no_wrap=True, overflow="ignore", crop=False)
    outcome = normalise(raw, name=name, media_type=None, received=now, sources=sources)
    if isinstance(outcome, Rejection):
        screen.print(said(f"rejected ({outcome.code}): {outcome.reason}", style="red"))
    elif isinstance(outcome, Article):
        screen.print()
        candidates = build_stages(settings).read(outcome).candidates
        show_candidates(screen, candidates, threshold=settings.mentions.threshold)


# ------------------------------------------------------------------ forms


def article_dict(article: Article) -> dict[str, Any]:
    """An article as ``inspect --json`` and ``articles --json`` show it."""
    return {
        "title": article.title,
        "text": article.text,
        "captions": list(article.captions),
        **_stamp("published", article.published),
        **_stamp("updated", article.updated),
        "language": article.language,
        "publisher": article.publisher,
        "agency": article.agency,
        "authors": list(article.authors),
        "place": article.place,
        "section": list(article.section),
        "url": article.url,
        "rights": article.rights,
        "form": article.form,
        "codec": article.codec,
        "notes": list(article.notes),
    }


def _stamp(name: str, stamp: Timestamp | None) -> dict[str, Any]:
    from ingest.core.events import iso

    return {
        name: iso(stamp),
        f"{name}_precision": stamp.precision if stamp and stamp.value else None,
        f"{name}_zone": stamp.zone if stamp and stamp.value else None,
        f"{name}_raw": stamp.raw if stamp else None,
        f"{name}_method": stamp.method if stamp else None,
    }


def reading_dict(reading: Reading) -> dict[str, Any]:
    """Mentions and milestones as ``inspect --json`` and ``articles --json`` show them."""
    return {
        "mentions": [
            {
                "id": m.id,
                "kind": m.kind,
                "name": m.name,
                "surface": m.surface,
                "start": m.start,
                "end": m.end,
                "sentence": m.sentence,
                "role": m.role,
                "mission": m.mission,
                "basis": m.basis,
                "confidence": round(m.confidence, 3),
                "known": m.known,
                "crew": m.crew,
            }
            for m in reading.mentions
        ],
        "milestones": [
            {
                "type": m.type,
                "mission": m.mission,
                "status": m.status,
                "date": m.date,
                "people": list(m.people),
                "sentence": m.sentence,
                "start": m.start,
                "end": m.end,
            }
            for m in reading.milestones
        ],
    }


def show_article(screen: Console, article: Article, reading: Reading) -> None:
    """An article for people: head, text, then what it speaks of."""
    from rich.table import Table

    screen.print(said(article.title or "(no title)", style="bold"))
    facts = Table.grid(padding=(0, 2))
    stamp = article.published
    published = (
        f"{stamp.value.isoformat()} ({stamp.precision}, zone {stamp.zone})"
        if stamp and stamp.value
        else None
    )
    for name, value in (
        ("published", published),
        ("publisher", article.publisher),
        ("agency", article.agency),
        ("authors", ", ".join(article.authors)),
        ("place", article.place),
        ("section", " / ".join(article.section)),
        ("language", article.language),
        ("url", article.url),
        ("captions", "\n".join(article.captions)),
        ("rights", article.rights),
        ("notes", "; ".join(article.notes)),
    ):
        if value:
            facts.add_row(f"[dim]{name}[/]", said(value))
    screen.print(facts)
    screen.print()
    for paragraph in article.paragraphs:
        screen.print(said(paragraph))
        screen.print()
    if reading.mentions:
        _show_mentions(screen, reading)
    if reading.milestones:
        screen.print()
        _show_milestones(screen, reading)


def _show_mentions(screen: Console, reading: Reading) -> None:
    first = {(m.id, m.role, m.mission): m for m in reversed(reading.mentions)}
    show_rows(
        screen,
        ("mentioned", "as", "role", "mission", "sure", "sentence"),
        long=("sentence",),
        rows=[
            (
                m.id,
                m.surface,
                m.role,
                m.mission,
                f"{m.confidence:.2f}",
                said(m.sentence, style="dim"),
            )
            for m in reversed(first.values())
        ],
    )


def _show_milestones(screen: Console, reading: Reading) -> None:
    show_rows(
        screen,
        ("milestone", "mission", "date", "status", "people", "sentence"),
        long=("sentence",),
        rows=[
            (
                m.type,
                m.mission,
                m.date,
                m.status,
                ", ".join(m.people),
                said(m.sentence, style="dim"),
            )
            for m in reading.milestones
        ],
    )
