"""Pages that are revised, and pages that flip between versions: numbered, told, but no storm."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from ingest.journey import Journey
from ingest.model import Receipt
from ingest.returns import tell_due
from ingest.store import Store
from tests.contract.test_journey import NOW, PAGE, dropped, events, kinds, take

OTHER = PAGE.replace("nine crews", "ten crews").replace(
    "in the summer.\n", "in the summer. The Shenzhou-21 crew will do that.\n"
)
THIRD = PAGE.replace("six hours", "eight hours")


def flip(journey: Journey, *texts: str, minutes: int = 10) -> list[Receipt]:
    """One file that says each of ``texts`` in turn; its receipts."""
    found = []
    for turn, text in enumerate(texts):
        # each time the page around the article differs, as it does on the web
        page = text.replace("Share\n", f"Share\n{turn} comments\n")
        received = NOW + timedelta(minutes=minutes * turn)
        found += take(journey, dropped(page, "page.txt", received=received))
    return found


def story(store: Store) -> set[str]:
    """The missions that readers hold for the story, after all that they were told."""
    named: set[str] = set()
    for event in events(store):
        if event["type"].endswith("mission.mentioned.v1"):
            named.add(event["mission"])
        elif event["type"].endswith("mission.mention_withdrawn.v1"):
            named.discard(event["mission"])
    return named


def told(store: Store) -> Counter[str]:
    return Counter(kind for kind, _ in kinds(events(store)))


def revisions(store: Store) -> list[dict[str, Any]]:
    return [e["data"] for e in events(store) if e["type"].endswith("article.revised.v1")]


def test_revisions_are_numbered_and_say_what_changed(journey: Journey) -> None:
    flip(journey, PAGE, OTHER, THIRD)
    (cluster,) = {row.cluster for row in journey.store.articles()}
    first, second, third = journey.store.versions(cluster)
    assert [first.version, second.version, third.version] == [1, 2, 3]
    assert first.changes is None
    assert second.changes is not None
    assert second.changes.added == ("The Shenzhou-21 crew will do that.",)
    ((before, after),) = second.changes.changed
    assert "nine crews" in before
    assert "ten crews" in after
    one, two = revisions(journey.store)
    assert (one["version"], two["version"]) == (2, 3)
    assert one["sentences"] == {"added": 1, "removed": 0, "changed": 1}
    assert one["changed"] == [{"before": before, "after": after}]
    assert two["sentences"] == {"added": 0, "removed": 1, "changed": 2}


def test_a_page_that_goes_back_is_told_so(journey: Journey) -> None:
    assert flip(journey, PAGE, OTHER, PAGE) == [Receipt.NEW, Receipt.REVISION, Receipt.REVISION]
    assert "shenzhou-21" not in story(journey.store)
    last = revisions(journey.store)[-1]
    assert last["removed"] == ["The Shenzhou-21 crew will do that."]
    assert last["why"].startswith("The page went back")


def test_a_page_that_flips_raises_no_storm(journey: Journey) -> None:
    flip(journey, *[PAGE, OTHER] * 6, minutes=2)
    assert told(journey.store)["article.revised"] == 2
    assert told(journey.store)["mission.mention_withdrawn"] == 1
    rows = [event.id for event in journey.store.events(limit=1000)]
    assert len(rows) == len(set(rows))


def test_flips_within_one_batch_are_placed_beside_each_other(journey: Journey) -> None:
    pages = [
        dropped(text.replace("Share\n", f"Share\n{turn} comments\n"), "page.txt")
        for turn, text in enumerate([PAGE, OTHER] * 3)
    ]
    assert Counter(take(journey, *pages)) == {
        Receipt.NEW: 1,
        Receipt.REVISION: 2,
        Receipt.COPY: 3,
    }


def test_what_the_page_shows_in_the_end_is_told_after_the_pause(journey: Journey) -> None:
    store, catalogue = journey.store, journey.stages.catalogue
    flip(journey, PAGE, OTHER, PAGE, OTHER)
    assert "shenzhou-21" not in story(store)
    assert tell_due(store, catalogue, now=NOW + timedelta(minutes=45)) == 0
    later = NOW + timedelta(minutes=90)
    assert tell_due(store, catalogue, now=later) == 1
    assert "shenzhou-21" in story(store)
    assert tell_due(store, catalogue, now=later) == 0
    assert revisions(store)[-1]["version"] == 4
    assert [row.receipt for row in store.receipts()][-1] == Receipt.REVISION


def test_a_page_that_ends_as_readers_know_it_needs_no_word(journey: Journey) -> None:
    store = journey.store
    flip(journey, PAGE, OTHER, PAGE, OTHER, PAGE)
    before = store.last_position()
    assert tell_due(store, journey.stages.catalogue, now=NOW + timedelta(days=1)) == 0
    assert store.last_position() == before


def test_a_slow_return_is_told_each_time(journey: Journey) -> None:
    receipts = flip(journey, PAGE, OTHER, PAGE, OTHER, minutes=90)
    assert receipts == [Receipt.NEW, Receipt.REVISION, Receipt.REVISION, Receipt.REVISION]


@pytest.mark.parametrize("name", ["reprint.txt", "again.txt"])
def test_an_old_text_in_another_file_is_a_copy_and_no_return(journey: Journey, name: str) -> None:
    flip(journey, PAGE, OTHER)
    assert take(journey, dropped(PAGE, name, received=NOW + timedelta(hours=3))) == [Receipt.COPY]


def test_the_same_arrivals_raise_the_same_events(journey: Journey, store_url: str) -> None:
    """Ids follow from what was said: they are no counters and no chance."""
    flip(journey, PAGE, OTHER, PAGE, OTHER)
    tell_due(journey.store, journey.stages.catalogue, now=NOW + timedelta(days=1))
    ids = {json.loads(event.body)["id"] for event in journey.store.events(limit=1000)}
    assert len(ids) == journey.store.last_position()
