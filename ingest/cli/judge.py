"""``missionfeed judge``: replay a file of articles through the judge, for tuning and audits."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any

import click

from ingest.cli.output import console, echo_json, json_option, receipt_text
from ingest.cli.tables import show_rows
from ingest.core.fingerprint import fingerprint, paragraph_hashes
from ingest.core.judge import Subject, Thresholds, judge_batch
from ingest.model import Article, Judgement, Reading, Timestamp
from ingest.store import Store, schema
from ingest.store.clusters import Versions
from ingest.store.journal import Head, StoredArticle

__all__ = ["judge"]

_PARAGRAPHS = re.compile(r"\n\s*\n")
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the file: an article, its id, and when it arrived."""

    id: str
    received: datetime
    digest: str
    article: Article


@click.command("judge")
@click.argument("file", type=click.File("rb"))
@json_option
def judge(file: IO[bytes], as_json: bool) -> None:
    """Replay FILE through the judge on a scratch store; your own store is not touched.

    FILE has one article a line, as JSON in order of arrival: schema.org's identifier, headline,
    articleBody, url, publisher, datePublished, inLanguage, with dateReceived; the short names id,
    title, text, site, published and fetched serve as well. '-' reads standard input.
    """
    from ingest.settings import load_settings
    from ingest.wiring import thresholds

    judged = replay(_entries(file), thresholds(load_settings()))
    if as_json:
        for entry, judgement in judged:
            echo_json(_row(entry, judgement))
    else:
        _print(judged)


def _print(judged: Iterable[tuple[Entry, Judgement]]) -> None:
    show_rows(
        console(),
        ("article", "decision", "of", "why"),
        long=("why",),
        rows=[
            (entry.id, receipt_text(judgement.decision), judgement.of, judgement.why)
            for entry, judgement in judged
        ],
    )


def replay(entries: Iterable[Entry], thresholds: Thresholds) -> Iterator[tuple[Entry, Judgement]]:
    """Judge articles one by one with the code of the service, on an in-memory database."""
    store = Store("sqlite://", source="urn:missionfeed:judge")
    try:
        schema.migrate(store.database)
        for entry in entries:
            yield entry, _judge_next(store, entry, thresholds)
    finally:
        store.close()


def _judge_next(store: Store, entry: Entry, thresholds: Thresholds) -> Judgement:
    known = store.boilerplate(
        paragraph_hashes(entry.article), minimum=thresholds.boilerplate_clusters
    )
    subject = Subject(
        id=entry.id,
        cluster=entry.id,
        number=0,
        received=entry.received,
        digest=entry.digest,
        fingerprint=fingerprint(entry.article, boilerplate=known),
    )
    _, candidates = store.look_up([subject], thresholds=thresholds)
    judged = judge_batch([subject], candidates, thresholds=thresholds)[0]

    def write(head: Head) -> Judgement:
        judgement = Versions(head.connection, [judged], thresholds).place(subject, judged)
        stored = StoredArticle(
            document=entry.id,
            subject=subject,
            article=entry.article,
            reading=Reading((), ()),
            judgement=judgement,
            versions=("", "", ""),
        )
        head.add_articles([stored])
        return judgement

    return store.commit(write)


# ------------------------------------------------------------------ reading the file


def _entries(file: IO[bytes]) -> Iterator[Entry]:
    seen: set[str] = set()
    received = _BEGINNING
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise click.ClickException(f"Line {number} is not JSON: {error}.") from error
        if not isinstance(fields, dict):
            raise click.ClickException(f"Line {number} is not a JSON object.")
        entry = _entry(fields, number, line, received)
        if entry.id in seen:
            raise click.ClickException(f"Line {number} has the id {entry.id} of an earlier line.")
        seen.add(entry.id)
        received = entry.received
        yield entry


def _entry(fields: dict[str, Any], number: int, line: bytes, before: datetime) -> Entry:
    """``before`` is when the article on the line before arrived: the time of one without a date."""
    text = _first(fields, "articleBody", "text") or ""
    title = _first(fields, "headline", "title", "name")
    if not (text or title):
        click.echo(
            f"Line {number} has neither articleBody (text) nor headline (title): it is judged as "
            "an article without words.",
            err=True,
        )
    published = _date(fields, number, "datePublished", "published")
    return Entry(
        id=_first(fields, "identifier", "id", "@id") or f"line-{number}",
        received=_date(fields, number, "dateReceived", "fetched") or published or before,
        digest=hashlib.sha256(line).hexdigest(),
        article=Article(
            title=title,
            paragraphs=tuple(" ".join(p.split()) for p in _PARAGRAPHS.split(text) if p.strip()),
            form="json",
            language=_first(fields, "inLanguage", "language"),
            published=_timestamp(published),
            site=_first(fields, "site", "publisher"),
            url=_first(fields, "url"),
            guid=_first(fields, "guid"),
        ),
    )


def _first(fields: dict[str, Any], *names: str) -> str | None:
    """The first of the named fields that is there, as text; the name of a thing that has one."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str | int) and str(value).strip():
            return str(value)
    return None


def _date(fields: dict[str, Any], number: int, *names: str) -> datetime | None:
    stated = _first(fields, *names)
    if stated is None:
        return None
    try:
        value = datetime.fromisoformat(stated)
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise click.ClickException(
            f"Line {number}: {stated!r} is not an ISO 8601 date (2025-04-24T17:17:00+08:00)."
        ) from error


def _timestamp(value: datetime | None) -> Timestamp | None:
    if value is None:
        return None
    return Timestamp(
        raw=value.isoformat(), value=value, precision="second", zone="stated", method="json"
    )


def _row(entry: Entry, judgement: Judgement) -> dict[str, Any]:
    return {
        "id": entry.id,
        "decision": judgement.decision,
        "of": judgement.of,
        "similarity": judgement.similarity,
        "layer": judgement.layer,
        "why": judgement.why,
    }
