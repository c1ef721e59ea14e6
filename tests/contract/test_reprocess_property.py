"""However arrivals, revisions, copies and new catalogues follow each other: who adds up the events
knows what the newest versions say, and nothing is told twice."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.core.judge import Thresholds
from ingest.journey import Journey, Stages
from ingest.model import Arrival, Article, Catalogue, Document, Mention, Reading
from ingest.reprocess import Reprocess
from ingest.store import Store, schema
from ingest.store.rereading import Selection
from tests.contract.test_likeness import story

NOW = datetime(2025, 6, 18, 12, 0, tzinfo=UTC)
TOPICS = ("comet", "rover")
WORDS = ("alpha", "beta", "gamma", "delta")

known_words = st.frozensets(st.sampled_from(WORDS))
arrivals = st.tuples(st.sampled_from(TOPICS), st.sampled_from(("one", "two")), known_words)
"""An article on a topic at a site, that names these words."""
catalogues = known_words
"""Everything is read again by a catalogue that knows these."""


def stages(known: frozenset[str]) -> Stages:
    """Stages whose catalogue knows these words; a document is site, title, then paragraphs."""

    def normalise(document: Document) -> Article:
        site, title, *paragraphs = document.raw.decode().split("\n")
        return Article(
            title=title,
            paragraphs=tuple(paragraphs),
            form="dump",
            language="en",
            site=site,
            url=f"https://{site}/{title}",
        )

    def read(article: Article) -> Reading:
        words = sorted(known.intersection(article.text.split()))
        return Reading(
            tuple(
                Mention(
                    id=word, kind="mission", name=word, surface=word, start=0, end=5, sentence=word
                )
                for word in words
            ),
            (),
        )

    return Stages(
        normalise=normalise,
        read=read,
        catalogue=Catalogue({}, {}, {}, ""),
        thresholds=Thresholds(),
        versions=("1", "1", "+".join(sorted(known))),
    )


def document(number: int, topic: str, site: str, words: frozenset[str]) -> Document:
    told = "The names of this hour are " + " and ".join([*sorted(words), "no others"]) + " at all."
    text = "\n".join([f"{site}.example", topic, told, *story(topic, 5)])
    return Document(
        id=f"d-{number:016d}",
        source="drop",
        raw=text.encode(),
        received=NOW + timedelta(hours=number),
        path=f"{number}.txt",
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(arrivals, catalogues), min_size=2, max_size=9), catalogues)
def test_events_add_up_to_what_the_newest_versions_say(
    steps: list[tuple[str, str, frozenset[str]] | frozenset[str]], at_last: frozenset[str]
) -> None:
    with closing(Store("sqlite://", source="urn:missionfeed:test")) as store:
        schema.migrate(store.database)
        known: frozenset[str] = frozenset(WORDS[:2])
        for number, step in enumerate([*steps, at_last]):
            if isinstance(step, tuple):
                one = document(number, *step)
                store.take([Arrival(document=one)], now=NOW)
                Journey(store, stages(known), clock=lambda: NOW).process([one.id])
            else:
                known = step
                today = stages(known)
                work = Reprocess(store, today, batch=2, batch_bytes=10_000)
                list(work.run(Selection(unless=today.versions)))
        _check(store, known)


def _check(store: Store, known: frozenset[str]) -> None:
    rows = store.articles()
    today = stages(known)
    assert all(row.reading == today.read(row.article) for row in rows)
    newest = {row.cluster: row for row in rows if row.version is not None}
    want = {(row.cluster, m.id) for row in newest.values() for m in row.reading.mentions}
    held: Counter[tuple[str, str]] = Counter()
    for event in (json.loads(logged.body) for logged in store.events(limit=10_000)):
        if event["subject"].startswith("mission/"):
            key = event["data"]["article"]["cluster"], event["mission"]
            held[key] += 1 if event["type"].endswith("mission.mentioned.v1") else -1
            assert held[key] in (0, 1), "told twice, or withdrawn before it was told"
    assert {key for key, number in held.items() if number} == want
