"""Copies that arrive at the same moment at several workers: one is new, on every database."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

from ingest.core.fingerprint import fingerprint
from ingest.core.judge import Memo, Subject, Thresholds, judge_batch
from ingest.model import Article, Reading
from ingest.store import Store, articles
from ingest.store.journal import Head, StoredArticle
from tests.contract.test_likeness import story

SITES = 6
STORIES = 6
THRESHOLDS = Thresholds()


def reprint(number: int, site: int) -> tuple[Article, Subject]:
    """Story ``number`` as one site prints it: no two prints are equal, so no key tells them."""
    paragraphs = [f"A line of site{site} above the story.", *story(f"topic{number}", 6)]
    del paragraphs[1 + site % 6]
    made = Article(
        title=f"Story {number}",
        paragraphs=tuple(paragraphs),
        form="json",
        language="en",
        site=f"site{site}.example",
    )
    name = f"a-{number}-{site}"
    return made, Subject(
        id=name,
        cluster=name,
        number=0,
        received=datetime(2025, 6, 18, 12, 0, tzinfo=UTC),
        digest=name,
        fingerprint=fingerprint(made),
    )


def compete(url: str, barrier: Barrier, site: int, looks_again: bool) -> None:
    """Print every story on one site. All sites have looked before any of them commits."""
    store = Store(url, source="urn:missionfeed:test")
    for number in range(STORIES):
        take(store, barrier, *reprint(number, site), looks_again)
        barrier.wait(timeout=60)
    store.close()


def take(store: Store, barrier: Barrier, made: Article, subject: Subject, again: bool) -> None:
    """Take one article, as the journey does."""
    memo = Memo()
    seen, early = store.look_up([subject], thresholds=THRESHOLDS)
    judge_batch([subject], early, thresholds=THRESHOLDS, memo=memo)
    barrier.wait(timeout=60)

    def under_lock(head: Head) -> None:
        late = head.look_up([subject], after=seen, thresholds=THRESHOLDS) if again else {}
        candidates = {subject.id: [*early[subject.id], *late.get(subject.id, [])]}
        judgement = judge_batch([subject], candidates, thresholds=THRESHOLDS, memo=memo)[0]
        stored = StoredArticle(
            document=f"d-{subject.id}",
            subject=subject,
            article=made,
            reading=Reading((), ()),
            judgement=judgement,
            versions=("1", "1", "1"),
        )
        head.add_articles([stored])

    store.commit(under_lock)


def race(store: Store, url: str, *, looks_again: bool) -> Counter[str]:
    """Run it; returns how many prints of each story were judged new."""
    barrier = Barrier(SITES)
    with ThreadPoolExecutor(SITES) as pool:
        for done in [
            pool.submit(compete, url, barrier, site, looks_again) for site in range(SITES)
        ]:
            done.result(timeout=100)
    with store.database.read() as connection:
        rows = articles.newest(connection, limit=None)
    assert len(rows) == SITES * STORIES
    return Counter(row.id.rsplit("-", 1)[0] for row in rows if row.relation == "new")


def test_copies_that_arrive_together_are_one_story(store: Store, store_url: str) -> None:
    assert set(race(store, store_url, looks_again=True).values()) == {1}


def test_without_looking_again_under_the_lock_they_would_not_be(
    store: Store, store_url: str
) -> None:
    """The check above can fail: so it does when the look-up under the lock is left out."""
    assert max(race(store, store_url, looks_again=False).values()) > 1
