"""Entries from poll to poll: the same, changed, new; and feeds that keep no promise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core.feeds.identity import Entry, Verdict, decide, remembered
from ingest.model import SeenEntry

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
STORY = "The cargo ship left the station on Monday after six months, the agency said."


def entry(n: int, **values: Any) -> dict[str, Any]:
    return {
        "guid": f"urn:entry:{n}",
        "link": f"https://news.example/{n}",
        "title": f"Cargo ship number {n} docks with the station",
        "summary": f"Ship {n}. {STORY}",
        "published": f"Mon, 0{n % 9 + 1} May 2026 10:00:00 GMT",
        **values,
    }


class Feed:
    """A feed as its poller sees it: what is remembered from poll to poll, and nothing else."""

    def __init__(self) -> None:
        self.known: dict[str, SeenEntry] = {}
        self.documents = 0
        self.now = NOW

    def poll(
        self, entries: Sequence[Entry], *, after: timedelta = timedelta(minutes=15)
    ) -> list[str]:
        return [verdict.kind for verdict in self.verdicts(entries, after=after)]

    def verdicts(self, entries: Sequence[Entry], *, after: timedelta) -> list[Verdict]:
        self.now += after
        verdicts = decide(entries, self.known, now=self.now)
        for verdict in verdicts:
            self.documents += verdict.kind in ("new", "changed")
            for seen in remembered(verdict, f"d-{self.documents}", now=self.now):
                self.known[seen.key] = seen
        return verdicts


@pytest.fixture
def feed() -> Feed:
    return Feed()


def test_an_entry_is_new_once(feed: Feed) -> None:
    assert feed.poll([entry(1), entry(2)]) == ["new", "new"]
    assert feed.poll([entry(3), entry(1), entry(2)]) == ["new", "same", "same"]


def test_an_entry_that_stands_twice_in_a_feed_is_one(feed: Feed) -> None:
    assert feed.poll([entry(1), entry(1)]) == ["new", "same"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Cargo ship number 1 leaves the station"},
        {"summary": f"Ship 1. {STORY} It landed."},
        {"content": [f"<p>Ship 1. {STORY}</p><p>It burnt up over the Pacific.</p>"]},
    ],
)
def test_an_entry_that_says_something_else_has_changed(feed: Feed, change: dict[str, Any]) -> None:
    feed.poll([entry(1), entry(2)])
    assert feed.poll([entry(1, **change), entry(2)]) == ["changed", "same"]
    assert feed.poll([entry(1, **change), entry(2)]) == ["same", "same"]


@pytest.mark.parametrize(
    "change",
    [
        {"updated": "2026-05-04T12:00:00Z"},
        {"link": "https://news.example/1?utm_source=rss&utm_medium=feed"},
        {"link": "https://news.example/1?session=81d0a7"},
        {"summary": f"<p>Ship  1.\n{STORY}</p>"},
        {"summary": f"Ship 1. {STORY} <p>1,024 views</p>"},
        {"summary": f"<p>Ship 1. {STORY}</p><p>浏览:3412次 | 12 Kommentare</p>"},
        {"summary": f"<p>Ship 1. {STORY}</p><p>3 minutes ago</p>"},
        {"summary": f"<p>Ship 1. {STORY}</p><p>Advertisement</p>"},
        {"summary": f"<p>Ship 1. {STORY}</p><a href='/ad?n=7'><img src='/ad.png?n=7'></a>"},
        {"summary": f"<p>Ship 1. {STORY}</p><ul><li><a href=/x>Another story</a></li></ul>"},
        {"summary": f"<p>Ship 1. {STORY}</p><script>var t = 1747;</script>"},
        {"summary": f"<p>Ship&nbsp;1. {STORY.replace('agency', '<b>agency</b>')}</p>"},
        {"tags": ["Space", "Stations"]},
        {"feed": {"title": "News", "notes": ["bytes were replaced"]}},
    ],
)
def test_an_entry_that_says_the_same_has_not_changed(feed: Feed, change: dict[str, Any]) -> None:
    feed.poll([entry(1), entry(2)])
    assert feed.poll([entry(1, **change), entry(2)]) == ["same", "same"]


def test_one_guid_for_all_tells_nothing(feed: Feed) -> None:
    assert feed.poll([entry(n, guid="1") for n in (1, 2)]) == ["new", "new"]
    assert feed.poll([entry(n, guid="1") for n in (3, 1, 2)]) == ["new", "same", "same"]
    assert all(
        "guid" not in v.entry for v in decide([entry(1, guid="1"), entry(2, guid="1")], {}, now=NOW)
    )


def test_a_guid_with_the_headline_changes_with_it(feed: Feed) -> None:
    def written(title: str) -> dict[str, Any]:
        return entry(1, title=title, guid=f"News: {title.upper()}!")

    assert feed.poll([written("Cargo ship docks late")]) == ["new"]
    assert feed.poll([written("Cargo ship docks very late")]) == ["changed"]


def test_a_new_guid_at_every_poll_makes_nothing_new(feed: Feed) -> None:
    for poll in range(4):
        kinds = feed.poll([entry(n, guid=f"{poll}-{n}") for n in range(5)])
        assert kinds == ["same" if poll else "new"] * 5


def test_new_guids_and_new_links_at_every_poll_make_nothing_new(feed: Feed) -> None:
    for poll in range(4):
        entries = [
            entry(n, guid=f"{poll}-{n}", link=f"https://n.example/?{poll}{n}") for n in range(5)
        ]
        assert feed.poll(entries) == ["same" if poll else "new"] * 5


def test_notices_of_the_same_words_are_each_new(feed: Feed) -> None:
    notices = [entry(n, title="Flare alert", summary="") for n in range(8)]
    assert feed.poll(notices[:4]) == ["new"] * 4
    assert feed.poll(notices[4:]) == ["new"] * 4


def test_a_guid_that_is_a_place_in_the_list_moves_on(feed: Feed) -> None:
    first = [entry(n, guid=str(place)) for place, n in enumerate((4, 3, 2, 1))]
    later = [entry(n, guid=str(place)) for place, n in enumerate((5, 4, 3, 2))]
    assert feed.poll(first) == ["new"] * 4
    assert feed.poll(later)[1:] == ["same"] * 3
    assert feed.documents == 5


def test_a_guid_that_is_a_place_in_the_list_moves_on_without_links_too(feed: Feed) -> None:
    def listed(newest: int) -> list[dict[str, Any]]:
        return [entry(newest - place, guid=str(place), link=None) for place in range(5)]

    assert feed.poll(listed(5)) == ["new"] * 5
    for newest in (6, 7, 8, 9):
        assert feed.poll(listed(newest)) == ["new", *["moved"] * 4]
    assert feed.documents == 9
    assert feed.poll(listed(9)) == ["same"] * 5


def test_a_new_scheme_of_guids_is_seen_through(feed: Feed) -> None:
    feed.poll([entry(n) for n in range(3)])
    assert (
        feed.poll([entry(n, guid=f"https://news.example/?p={n}") for n in range(3)]) == ["same"] * 3
    )


def test_a_link_to_the_front_page_tells_nothing(feed: Feed) -> None:
    def bare(n: int) -> dict[str, Any]:
        return entry(n, guid=None, link="https://news.example/")

    assert feed.poll([bare(1)]) == ["new"]
    assert feed.poll([bare(2), bare(1)]) == ["new", "same"]


def test_without_guid_and_link_headline_and_date_tell(feed: Feed) -> None:
    def bare(n: int, **values: Any) -> dict[str, Any]:
        return entry(n, guid=None, link=None, **values)

    assert feed.poll([bare(1), bare(2)]) == ["new", "new"]
    assert feed.poll([bare(1, summary="It is late."), bare(2)]) == ["changed", "same"]


def test_without_date_too_the_words_tell(feed: Feed) -> None:
    bare = [{"summary": f"Ship {n}. {STORY}"} for n in range(3)]
    assert feed.poll(bare[:2]) == ["new", "new"]
    assert feed.poll(bare) == ["same", "same", "new"]


def test_a_feed_that_rewrites_all_at_each_poll_raises_no_storm(feed: Feed) -> None:
    for poll in range(20):
        feed.poll([entry(n, summary=f"{STORY} Our word of the day: {poll * n}") for n in range(10)])
    assert feed.documents == 10


def test_a_feed_that_was_rewritten_once_is_taken_when_it_has_settled(feed: Feed) -> None:
    feed.poll([entry(n) for n in range(10)])
    longer = [
        entry(n, content=[f"Ship {n}. {STORY} And here is the whole story."]) for n in range(10)
    ]
    assert feed.poll(longer) == ["held"] * 10
    assert feed.poll(longer) == ["changed"] * 10
    assert feed.poll(longer) == ["same"] * 10


def test_an_entry_that_never_rests_is_taken_now_and_then(feed: Feed) -> None:
    for n in range(24):
        feed.poll(
            [entry(1, summary=f"{STORY} {n} people wait."), entry(2)], after=timedelta(minutes=10)
        )
    assert 5 <= feed.documents <= 9


def test_an_entry_that_is_put_back_is_the_same(feed: Feed) -> None:
    feed.poll([entry(n) for n in range(5)])
    feed.poll([entry(n, summary=f"{STORY} Oops {n}.") for n in range(5)])
    assert feed.poll([entry(n) for n in range(5)]) == ["same"] * 5


def test_keys_are_short_whatever_the_guid(feed: Feed) -> None:
    (verdict,) = decide([entry(1, guid="g" * 2**20)], {}, now=NOW)
    assert {len(key) for key in verdict.keys} == {32}


_field = st.one_of(
    st.none(), st.integers(), st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3)
)  # fmt: skip
_entries = st.lists(
    st.dictionaries(
        st.sampled_from(["guid", "link", "title", "summary", "content", "published", "feed"]),
        _field,
    ),
    max_size=8,
)


@given(_entries)
def test_any_feed_is_the_same_when_it_is_polled_again(entries: list[dict[str, Any]]) -> None:
    feed = Feed()
    feed.poll(entries)
    assert set(feed.poll(entries)) <= {"same"}
