"""The one place that builds real parts from settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ingest.errors import StoreError
from ingest.model import Article, Catalogue, Document, Normalised, Reading
from ingest.settings import Settings
from ingest.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.catalogue.wikidata import Wikidata
    from ingest.core.judge import Thresholds
    from ingest.corrections import Corrections
    from ingest.deliver import Delivery
    from ingest.http import Http
    from ingest.journey import Journey, Stages
    from ingest.reprocess import Reprocess
    from ingest.sources.feeds.pages import Fetcher
    from ingest.sources.feeds.polling import Poller
    from ingest.sources.feeds.websub import Subscriber


def open_store(settings: Settings, *, check: bool = True) -> Store:
    """The store, whose schema fits; raises ``StoreError`` where it does not."""
    if check and settings.database_url is None and not settings.database_file.exists():
        # To look must not make a folder: its name may be a slip.
        raise StoreError(
            f"The data folder {settings.data} holds no database.",
            hint="Start Missionfeed with ./run.sh, or name the folder that it uses: --data DIR. "
            "(For separate processes: missionfeed migrate.)",
        )
    store = Store(settings.database, source=settings.instance)
    if check:
        store.check()
    return store


def migrate(settings: Settings) -> None:
    """Bring the database's schema to this version."""
    from ingest.store import schema

    store = open_store(settings, check=False)
    try:
        schema.migrate(store.database)
    finally:
        store.close()


def begin(settings: Settings) -> None:
    """Make the database of a data folder that was never used: feeds may be named before the first
    run. One of the operator's is left to ``missionfeed migrate``."""
    from ingest.store import schema

    store = open_store(settings, check=False)
    try:
        if settings.database_url is None and schema.version(store.database) is None:
            schema.migrate(store.database)
    finally:
        store.close()


def load_catalogue(settings: Settings) -> Catalogue:
    """The catalogue; a compiled copy is kept in the data folder, so that the next start is fast."""
    from ingest import catalogue

    return catalogue.load(settings.catalogue_dir, cache=settings.data / "cache")


def thresholds(settings: Settings) -> Thresholds:
    """What the judge decides by."""
    from ingest.core.judge import Thresholds

    return Thresholds(
        window=timedelta(days=settings.dedup.window_days),
        exact_window=timedelta(days=settings.dedup.exact_days),
        containment=settings.dedup.containment,
        boilerplate_clusters=settings.dedup.boilerplate_clusters,
        postings=settings.dedup.postings,
        return_pause=timedelta(hours=settings.dedup.return_hours),
    )


def build_stages(settings: Settings) -> Stages:
    """The pure stages, bound to catalogue, sources and thresholds. Costs about a second, once a
    process: worker processes are forked after it."""
    from ingest import catalogue as catalogues
    from ingest.core import mentions
    from ingest.core.normalise import registry
    from ingest.journey import Stages

    catalogue = load_catalogue(settings)
    sources = catalogues.load_sources(settings.sources_dir)
    matcher = mentions.compile_matcher(catalogue)

    def read(article: Article) -> Reading:
        return mentions.read(article, matcher, threshold=settings.mentions.threshold)

    def normalise_document(document: Document) -> Normalised:
        return registry.normalise(
            document.raw,
            name=document.path,
            media_type=document.media_type,
            received=document.received,
            sources=sources,
            url=document.url,
        )

    return Stages(
        normalise=normalise_document,
        read=read,
        catalogue=catalogue,
        thresholds=thresholds(settings),
        versions=(
            registry.VERSION,
            mentions.VERSION,
            catalogue.version,
        ),
    )


def guarded_stages(stages: Stages, settings: Settings) -> Stages:
    """The stages with a bound on each document's time and memory: for processes that can be lost
    (see :mod:`ingest.guard`)."""
    from ingest.guard import guarded

    seconds, memory = settings.limits.document_seconds, settings.limits.document_memory

    def normalise(document: Document) -> Normalised:
        with guarded(seconds, memory):
            return stages.normalise(document)

    def read(article: Article) -> Reading:
        with guarded(seconds, memory):
            return stages.read(article)

    return replace(stages, normalise=normalise, read=read)


def warm_up(stages: Stages) -> None:
    """Read a small page of each kind, so that what libraries load late (language models, HTML
    parsers) is in memory before processes are forked and before the first document waits for it."""
    sentence = "The crew of the next flight trained for its docking with the station on Monday. "
    received = datetime(2025, 1, 1, tzinfo=UTC)
    for number, page in enumerate(
        (f"A title\n\n{sentence * 9}", f"<html><body><article><p>{sentence * 9}</p></article>")
    ):
        document = Document(
            id=f"d-{number}", source="submission", raw=page.encode(), received=received
        )
        outcome = stages.normalise(document)
        if isinstance(outcome, Article):
            stages.read(outcome)


def open_journey(settings: Settings, *, stages: Stages | None = None) -> Journey:
    """The journey on its own store; pass ``stages`` that were built before a fork."""
    from ingest.journey import Journey

    return Journey(
        open_store(settings), stages or build_stages(settings), tries=settings.work.tries
    )


def open_reprocess(settings: Settings) -> Reprocess:
    """Reading stored documents again, each bounded in time and memory."""
    from ingest.reprocess import Reprocess

    stages = build_stages(settings)
    warm_up(stages)
    return Reprocess(
        open_store(settings),
        guarded_stages(stages, settings),
        batch=settings.work.batch,
        batch_bytes=settings.work.batch_bytes,
    )


def open_http(settings: Settings) -> Http:
    """The client for feeds, pages and hubs."""
    from ingest.http import Http

    return Http(settings.http)


def open_poller(settings: Settings, *, may_be_lost: bool = True) -> Poller:
    """What polls feeds, on its own store. In a process that ``may_be_lost``, reading a feed is
    bounded by ending that process."""
    from functools import partial

    from ingest.guard import guarded
    from ingest.sources.feeds.polling import Poller

    poller = Poller(settings, open_store(settings), open_http(settings))
    if not may_be_lost:
        return poller
    limits = settings.limits
    guard = partial(guarded, limits.document_seconds, limits.document_memory)
    return replace(poller, guard=guard)


def open_fetcher(poller: Poller) -> Fetcher:
    """What fetches the pages of entries, on the same store as ``poller``."""
    from ingest.sources.feeds.pages import Fetcher

    return Fetcher(poller.settings, poller.store, poller.http, poller.clock)


def open_subscriber(poller: Poller) -> Subscriber:
    """What asks hubs to tell us of news, on the same store as ``poller``."""
    from ingest.sources.feeds.websub import Subscriber

    return Subscriber(poller.settings, poller.store, poller.http, poller.clock)


def open_delivery(settings: Settings, store: Store) -> Delivery:
    """What calls webhooks."""
    from ingest.deliver import Delivery

    return Delivery(settings.webhooks, store, open_http(settings))


def follow_declared(settings: Settings, store: Store) -> None:
    """Follow what ``config/feeds/`` says; raises ``SettingsError`` where a file cannot be used."""
    from ingest import log
    from ingest.sources.feeds import declared

    listed = declared.load(settings.config / "feeds")
    declared.sync(store, listed, now=log.now())


def open_corrections(settings: Settings) -> Corrections:
    """The operator's corrections of clusters."""
    from ingest.corrections import Corrections

    return Corrections(open_store(settings), load_catalogue(settings))


def open_wikidata(
    settings: Settings, *, api: str | None, sparql: str | None, wait: Callable[[float], None]
) -> Wikidata:
    """Wikidata, or the mirror at these addresses. ``wait`` waits for so many seconds."""
    from ingest.catalogue import wikidata
    from ingest.http import Http

    return wikidata.Wikidata(
        Http(settings.http).get,
        api=api or wikidata.API,
        sparql=sparql or wikidata.SPARQL,
        wait=wait,
    )
