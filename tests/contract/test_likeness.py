"""Finding stored articles that may be alike, on every database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from ingest.core.fingerprint import fingerprint, paragraph_hashes
from ingest.core.judge import Subject, Thresholds, judge_batch
from ingest.model import Article, ArticleId, Judgement, Reading
from ingest.store import Store
from ingest.store.journal import Head, StoredArticle
from ingest.store.likeness import prune
from ingest.store.tables import articles

NOON = datetime(2025, 6, 18, 12, 0, tzinfo=UTC)
THRESHOLDS = Thresholds()


def story(topic: str, paragraphs: int = 4) -> tuple[str, ...]:
    """A text that shares no five words with that of another topic."""
    return tuple(
        f"{topic} number{p} opens with {topic} words{p}, goes on about the {topic} of part {p}, "
        f"and closes, {topic} being what {topic} is, with {topic} thoughts on {topic} chapter{p}."
        for p in range(paragraphs)
    )


def article(
    paragraphs: Sequence[str],
    *,
    title: str = "A title",
    site: str = "site.example",
    url: str | None = None,
    guid: str | None = None,
) -> Article:
    return Article(
        title=title,
        paragraphs=tuple(paragraphs),
        form="json",
        language="en",
        site=site,
        url=url,
        guid=guid,
    )


def subject(name: str, made: Article, *, after: timedelta = timedelta()) -> Subject:
    return Subject(
        id=name,
        cluster=name,
        number=0,
        received=NOON + after,
        digest=f"digest of {name}",
        fingerprint=fingerprint(made),
    )


def keep(store: Store, name: str, made: Article, *, after: timedelta = timedelta()) -> Judgement:
    """Judge an article as the journey does, and store it."""
    one = subject(name, made, after=after)
    _, candidates = store.look_up([one], thresholds=THRESHOLDS)
    judgement = judge_batch([one], candidates, thresholds=THRESHOLDS)[0]
    stored = StoredArticle(
        document=f"d-{name}",
        subject=one,
        article=made,
        reading=Reading((), ()),
        judgement=judgement,
        versions=("1", "1", "1"),
    )
    store.commit(lambda head: head.add_articles([stored]))
    return judgement


def found(store: Store, *subjects: Subject) -> dict[ArticleId, list[ArticleId]]:
    _, candidates = store.look_up(subjects, thresholds=THRESHOLDS)
    return {name: [one.id for one in ones] for name, ones in candidates.items()}


@pytest.mark.parametrize(
    "key", [{"url": "https://site.example/page"}, {"guid": "tag:17"}], ids=["address", "guid"]
)
def test_an_article_is_found_by_its_key_whatever_its_text(
    store: Store, key: dict[str, str]
) -> None:
    keep(store, "a", article(story("comet"), **key))
    assert found(store, subject("b", article(story("rover"), **key))) == {"b": ["a"]}
    assert found(store, subject("b", article(story("rover")))) == {"b": []}


def test_a_part_of_a_text_finds_the_whole(store: Store) -> None:
    keep(store, "a", article(story("comet")))
    keep(store, "other", article(story("rover")))
    part = subject("b", article(story("comet")[1:3], site="elsewhere.example"))
    assert found(store, part) == {"b": ["a"]}


def test_a_batch_is_looked_up_at_once_and_each_finds_its_own(store: Store) -> None:
    for topic in ("comet", "rover", "probe"):
        keep(store, topic, article(story(topic)))
    batch = [subject(f"new {t}", article(story(t)[:3])) for t in ("probe", "comet", "lander")]
    assert found(store, *batch) == {
        "new probe": ["probe"],
        "new comet": ["comet"],
        "new lander": [],
    }


def test_under_the_lock_only_what_came_since_is_read(store: Store) -> None:
    keep(store, "a", article(story("comet")))
    late = subject("c", article(story("comet"), site="elsewhere.example"))
    seen, early = store.look_up([late], thresholds=THRESHOLDS)
    keep(store, "b", article(story("comet")[:3], site="third.example"))

    def since(head: Head) -> list[ArticleId]:
        delta = head.look_up([late], after=seen, thresholds=THRESHOLDS)
        return [one.id for one in delta["c"]]

    assert [one.id for one in early["c"]] == ["a"]
    assert store.commit(since) == ["b"]


def test_what_is_found_comes_back_as_it_was_judged(store: Store) -> None:
    keep(store, "a", article(story("comet"), url="https://site.example/page"))
    keep(store, "b", article(story("comet")[:3], site="elsewhere.example"))
    one = subject("c", article(story("comet")))
    _, candidates = store.look_up([one], thresholds=THRESHOLDS)
    first, second = candidates["c"]
    assert (first.number, first.cluster, first.received) == (1, "a", NOON)
    assert (second.number, second.cluster) == (2, "a")
    assert first.fingerprint.shingles == one.fingerprint.shingles
    assert first.fingerprint.url_key == "site.example/page"


def test_a_text_that_everybody_prints_costs_a_bounded_number_of_rows(store: Store) -> None:
    for i in range(12):
        keep(store, f"a{i:02}", article(story("comet"), site=f"site{i}.example"))
    narrow = Thresholds(postings=3)
    one = subject("b", article(story("comet")[:3], site="last.example"))
    _, candidates = store.look_up([one], thresholds=narrow)
    assert [c.id for c in candidates["b"]] == ["a09", "a10", "a11"]


def test_a_paragraph_of_three_clusters_is_boilerplate(store: Store) -> None:
    appeal = "Our reporters need your support: subscribe today and cancel whenever you like to."
    asked = set(paragraph_hashes(article([appeal])))
    known = []
    for topic in ("comet", "rover", "probe"):
        keep(store, topic, article([*story(topic), appeal]))
        known.append(store.boilerplate(asked, minimum=3))
    assert known == [frozenset(), frozenset(), asked]


def test_copies_of_one_story_make_no_boilerplate(store: Store) -> None:
    for i in range(5):
        keep(store, f"a{i}", article(story("comet"), site=f"site{i}.example"))
    assert store.boilerplate(paragraph_hashes(article(story("comet"))), minimum=3) == frozenset()


def test_boilerplate_that_was_learnt_later_is_left_out_of_what_is_stored(store: Store) -> None:
    appeal = "Our reporters need your support: subscribe today and cancel whenever you like to."
    for topic in ("comet", "rover", "probe"):
        keep(store, topic, article([*story(topic), appeal]))
    one = subject("b", article(story("comet")))
    _, candidates = store.look_up([one], thresholds=THRESHOLDS)
    assert candidates["b"][0].fingerprint.shingles == one.fingerprint.shingles


@pytest.mark.parametrize("paragraphs", [None, "[]", "[7]"])
def test_boilerplate_is_left_out_whatever_is_known_of_the_paragraphs_of_an_article(
    store: Store, paragraphs: str | None
) -> None:
    """It may have been stored before they stood beside it, or when they were hashed otherwise."""
    appeal = "Our reporters need your support: subscribe today and cancel whenever you like to."
    for topic in ("comet", "rover", "probe"):
        keep(store, topic, article([*story(topic), appeal]))
    store.database.transact(lambda c: c.execute(update(articles).values(paragraphs=paragraphs)))
    one = subject("b", article(story("comet")))
    _, candidates = store.look_up([one], thresholds=THRESHOLDS)
    assert candidates["b"][0].fingerprint.shingles == one.fingerprint.shingles


def test_old_marks_are_pruned_in_bounded_steps_and_new_ones_stay(store: Store) -> None:
    topics = ("comet", "rover", "probe", "lander")
    for day, topic in enumerate(topics):
        keep(store, topic, article(story(topic)), after=timedelta(days=day))
    before = NOON + timedelta(days=3)
    steps = [store.database.transact(lambda c: prune(c, before, 2)) for _ in range(3)]
    assert steps == [2, 1, 0]
    asked = [subject(f"new {t}", article(story(t)[:3])) for t in topics]
    assert found(store, *asked) == {
        "new comet": [],
        "new rover": [],
        "new probe": [],
        "new lander": ["lander"],
    }


def test_an_article_whose_marks_are_pruned_is_still_found_by_its_address(store: Store) -> None:
    page = "https://site.example/page"
    keep(store, "a", article(story("comet"), url=page))
    store.database.transact(lambda c: prune(c, NOON + timedelta(days=1), 10))
    assert found(store, subject("b", article(story("comet"), url=page))) == {"b": ["a"]}
