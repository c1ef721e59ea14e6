"""Rules 1 to 7 on every database: a document in, one receipt and its events out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ingest.core import ids
from ingest.journey import Journey, Stages
from ingest.model import Arrival, Article, Document, Reason, Receipt
from ingest.settings import Dedup
from ingest.store import Store
from tests.event_schemas import check_event
from workers import upkeep

NOW = datetime(2025, 6, 18, 4, 0, tzinfo=UTC)

PAGE = """\
Global Edition
Home / Space / Missions

Docking port checked before the next crew arrives

Space Wire | Updated: 2025-06-18 11:33
Share
The forward port of the station. [Photo/Agencies]

BEIJING -- Two members of the Shenzhou-20 crew inspected the forward docking port of China's space \
station on Tuesday, and found it in the same state in which it had been left in the spring.

The inspection took six hours and ended earlier than planned. The flight controllers had set aside \
a whole day, because the cover of the port had resisted when it was last opened.

Fei Junlong, who commanded the Shenzhou-15 mission, said on the ground that he would have liked to \
be there. He had closed the same cover himself, and remembered that it needed patience.

The station has hosted nine crews so far. Engineers said that the port would be used again before \
the end of the year, and that its seals would be looked at once more in the summer.

Back to top
Copyright 2025 Space Wire. All rights reserved.
"""


def dropped(text: str, name: str = "page.txt", *, received: datetime = NOW) -> Document:
    raw = text.encode()
    key = f"{name}\0{ids.digest(raw)}".encode()
    return Document(
        id=ids.document_id("drop", key), source="drop", raw=raw, received=received, path=name
    )


def take(journey: Journey, *documents: Document) -> list[Receipt]:
    """Take documents in and process them, entries of unpacked files too; their receipts."""
    queued: Sequence[str] = journey.store.take([Arrival(document=d) for d in documents], now=NOW)
    while queued:
        queued = journey.process(queued)
    rows = {row.document: row.receipt for row in journey.store.receipts()}
    return [rows[document.id] for document in documents]


def events(store: Store, after: int = 0) -> list[dict[str, Any]]:
    """The events of the log above ``after``, each checked against its schema."""
    found = [json.loads(event.body) for event in store.events(after)]
    for event in found:
        check_event(event)
    return found


def kinds(found: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    return [
        (event["type"].removeprefix("org.missionfeed.").removesuffix(".v1"), event["subject"])
        for event in found
    ]


def test_a_dropped_page_becomes_an_article_with_events(journey: Journey) -> None:
    assert take(journey, dropped(PAGE)) == [Receipt.NEW]
    told = kinds(events(journey.store))
    assert told[0][0] == "article.published"
    assert ("mission.mentioned", "mission/shenzhou-20") in told
    assert ("mission.mentioned", "mission/shenzhou-15") in told
    assert ("crew.mentioned", "crew/shenzhou-15") in told


def test_positions_are_gap_free_and_stand_in_the_events(journey: Journey) -> None:
    take(journey, dropped(PAGE), dropped(PAGE.replace("docking port", "hatch"), "other.txt"))
    logged = journey.store.events()
    assert [event.position for event in logged] == list(range(1, len(logged) + 1))
    assert [int(json.loads(event.body)["sequence"]) for event in logged] == [
        event.position for event in logged
    ]
    assert journey.store.last_position() == len(logged)


def test_the_same_bytes_under_another_name_are_a_copy(journey: Journey) -> None:
    take(journey, dropped(PAGE))
    before = journey.store.last_position()
    assert take(journey, dropped(PAGE, "again.txt")) == [Receipt.COPY]
    assert [kind for kind, _ in kinds(events(journey.store, before))] == ["article.republished"]


def test_copies_in_one_batch_are_judged_against_each_other(journey: Journey) -> None:
    assert take(journey, dropped(PAGE), dropped(PAGE, "again.txt")) == [Receipt.NEW, Receipt.COPY]


def test_a_changed_page_is_a_revision_that_tells_only_the_difference(journey: Journey) -> None:
    take(journey, dropped(PAGE))
    before = journey.store.last_position()
    changed = PAGE.replace("nine crews", "ten crews").replace(
        "in the summer.\n", "in the summer. The Shenzhou-21 crew will do that.\n"
    )
    assert take(journey, dropped(changed, received=NOW + timedelta(hours=1))) == [Receipt.REVISION]
    told = kinds(events(journey.store, before))
    assert told[0][0] == "article.revised"
    assert [t for t in told if t[0].startswith("mission.")] == [
        ("mission.mentioned", "mission/shenzhou-21")
    ]


def test_work_done_twice_changes_nothing(journey: Journey) -> None:
    document = dropped(PAGE)
    take(journey, document)
    before = journey.store.last_position()
    assert journey.process([document.id]) == []
    assert journey.store.take([Arrival(document=document)], now=NOW) == []
    assert journey.store.last_position() == before


def test_an_input_that_is_no_article_is_rejected_with_a_reason(journey: Journey) -> None:
    assert take(journey, dropped("\x7fELF\x02\x01\x01" + "\0" * 200, "a.txt")) == [Receipt.REJECTED]
    (row,) = journey.store.receipts()
    assert row.code == Reason.BINARY
    assert row.reason
    assert journey.store.last_position() == 0


def test_a_feed_file_is_unpacked_and_a_broken_entry_fails_alone(journey: Journey) -> None:
    good = (
        "<item><title>Crew {n} is ready</title><link>https://news.example/{n}</link>"
        "<description>{t}</description></item>"
    )
    text = (
        "The crew of the Soyuz MS-{n} spacecraft trained for docking on Monday in Star City. " * 3
    )
    items = [good.format(n=n, t=text.format(n=n)) for n in (26, 27)]
    channel = f"<title>F</title>{items[0]}<item></item>{items[1]}"
    feed = f"<rss version='2.0'><channel>{channel}</channel></rss>"
    assert take(journey, dropped(feed, "feed.xml")) == [Receipt.UNPACKED]
    rows = journey.store.receipts()
    assert [(row.entry, row.receipt.value) for row in rows] == [
        (None, "unpacked"),
        (1, "new"),
        (2, "rejected"),
        (3, "new"),
    ]
    assert {row.path for row in rows} == {"feed.xml"}


def test_a_document_that_breaks_a_stage_is_rejected_alone(store: Store, stages: Stages) -> None:
    def read(article: Article) -> Any:
        if "breaks" in article.text:
            raise RuntimeError("planted")
        return stages.read(article)

    journey = Journey(store, replace(stages, read=read))
    bad = dropped(PAGE.replace("resisted", "breaks"), "bad.txt")
    assert take(journey, bad, dropped(PAGE)) == [Receipt.REJECTED, Receipt.NEW]
    (row,) = store.receipts(ids=[bad.id])
    assert row.code == Reason.INTERNAL_ERROR


def test_an_article_that_cannot_be_stored_does_not_fail_its_batch(
    store: Store, stages: Stages
) -> None:
    def read(article: Article) -> Any:
        reading = stages.read(article)
        unstorable: Any = (object(),)  # JSON has no form for it
        return replace(reading, milestones=unstorable) if "breaks" in article.text else reading

    journey = Journey(store, replace(stages, read=read))
    bad = dropped(PAGE.replace("resisted", "breaks"), "bad.txt")
    assert take(journey, bad, dropped(PAGE)) == [Receipt.REJECTED, Receipt.NEW]


def test_a_document_that_keeps_ending_its_worker_is_rejected(store: Store, stages: Stages) -> None:
    def normalise(document: Document) -> Any:
        if document.path == "bad.txt":
            raise SystemExit  # what a killed worker looks like from here: no receipt
        return stages.normalise(document)

    journey = Journey(store, replace(stages, normalise=normalise), tries=3)
    bad, good = dropped(PAGE, "bad.txt"), dropped(PAGE.replace("Tuesday", "Monday"), "good.txt")
    store.take([Arrival(document=bad), Arrival(document=good)], now=NOW)
    for _ in range(3):
        with pytest.raises(SystemExit):
            journey.process([bad.id])
    assert journey.process([bad.id, good.id]) == []
    receipts = {row.path: (row.receipt, row.code) for row in store.receipts()}
    assert receipts["bad.txt"] == (Receipt.REJECTED, Reason.KILLED_WORKER)
    assert receipts["good.txt"] == (Receipt.NEW, None)


def test_an_innocent_document_survives_the_batch_that_was_killed(
    store: Store, stages: Stages
) -> None:
    def normalise(document: Document) -> Any:
        if document.path == "bad.txt":
            raise SystemExit
        return stages.normalise(document)

    journey = Journey(store, replace(stages, normalise=normalise), tries=3)
    bad, good = dropped(PAGE, "bad.txt"), dropped(PAGE, "good.txt")
    both = store.take([Arrival(document=good), Arrival(document=bad)], now=NOW)
    for _ in range(3):
        with pytest.raises(SystemExit):
            journey.process(both)
    journey.process(both)
    receipts = {row.path: row.receipt for row in store.receipts()}
    assert receipts == {"good.txt": Receipt.NEW, "bad.txt": Receipt.REJECTED}
    assert receipts.keys() == {"good.txt", "bad.txt"}


def test_documents_whose_message_was_lost_are_overdue_once(store: Store) -> None:
    document = dropped(PAGE)
    store.take([Arrival(document=document)], now=NOW)

    def overdue(later: float) -> list[str]:
        return store.overdue(
            now=NOW + timedelta(seconds=later), unclaimed_seconds=30, claimed_seconds=75, limit=10
        )

    assert overdue(10) == []
    assert overdue(31) == [document.id]
    assert overdue(32) == []
    store.claim([document.id], now=NOW + timedelta(seconds=40))
    assert overdue(80) == []
    assert overdue(116) == [document.id]


def test_receipts_are_found_by_path(journey: Journey) -> None:
    take(journey, dropped(PAGE, "a_b.txt"), dropped(PAGE, "aXb.txt"))
    assert [row.path for row in journey.store.receipts(path_glob="a_b*")] == ["a_b.txt"]
    assert len(journey.store.receipts(path_glob="a?b.txt")) == 2
    assert len(journey.store.receipts(limit=1)) == 1


def test_events_are_found_by_mission_person_and_type(journey: Journey) -> None:
    take(journey, dropped(PAGE))
    store = journey.store
    by_mission = [json.loads(e.body)["mission"] for e in store.events(mission="shenzhou-20")]
    assert set(by_mission) == {"shenzhou-20"}
    assert store.events(person="fei-junlong")
    assert not store.events(person="yuri-gagarin")
    assert {e.type for e in store.events(type="crew")} == {"org.missionfeed.crew.mentioned.v1"}


def test_what_is_too_old_is_not_compared_with_any_more(journey: Journey) -> None:
    later = NOW + timedelta(days=40)
    take(journey, dropped(PAGE))
    assert upkeep.prune(journey.store, Dedup(), now=NOW, stopping=lambda: False) == 0
    assert upkeep.prune(journey.store, Dedup(), now=later, stopping=lambda: False) == 1
    assert upkeep.prune(journey.store, Dedup(), now=later, stopping=lambda: False) == 0
    reprint = PAGE.replace("Space Wire", "Daily Orbit").replace("The inspection took", "It took")
    assert take(journey, dropped(reprint, "new.txt", received=later)) == [Receipt.NEW]
