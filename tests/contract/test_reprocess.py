"""Rule 10 on every database: stored documents read again, and exactly the differences told."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from ingest.corrections import Corrections
from ingest.errors import MissionfeedError
from ingest.journey import Journey, Stages
from ingest.model import (
    Article,
    Document,
    Mention,
    Milestone,
    Normalised,
    Reading,
    Reason,
    Receipt,
    Rejection,
)
from ingest.reprocess import Difference, Reprocess
from ingest.store import Store
from ingest.store.rereading import Selection
from tests.contract.test_journey import NOW, PAGE, dropped, events, kinds, take

OTHER = """\
Home / Space / Missions

Rover drivers wait for the dust to settle

Orbit Daily | Updated: 2025-06-17 09:20

PASADENA -- The Perseverance rover has not moved for nine days, because the wind over the crater \
carries more dust than the cameras can look through, its drivers told reporters on Monday.

They use the pause to look through pictures that were taken in May, and have found a slope that \
nobody had planned to visit. Whether the wheels would hold there is what they argue about now.

The drivers hope for clear air by the weekend, and for a shorter way to the rim after that.
"""


def version(stages: Stages, catalogue: str, **more: Any) -> Stages:
    """The stages of another version of the catalogue."""
    return replace(stages, versions=(*stages.versions[:2], catalogue), **more)


def without(stages: Stages, entry: str) -> Callable[[Article], Reading]:
    """A linker that does not know ``entry``."""

    def read(article: Article) -> Reading:
        reading = stages.read(article)
        return Reading(
            tuple(m for m in reading.mentions if entry not in (m.id, m.mission)),
            tuple(m for m in reading.milestones if m.mission != entry),
        )

    return read


def also(stages: Stages, entry: str) -> Callable[[Article], Reading]:
    """A linker that finds ``entry``, and a docking of it, in the first word of any text."""

    def read(article: Article) -> Reading:
        reading = stages.read(article)
        mention = Mention(
            id=entry, kind="mission", name=entry, surface="B", start=0, end=1, sentence="B."
        )
        milestone = Milestone(
            type="docking",
            mission=entry,
            status="happened",
            date="2025-06-17",
            people=(),
            sentence="B.",
            start=0,
            end=1,
        )
        return Reading((*reading.mentions, mention), (*reading.milestones, milestone))

    return read


def again(
    store: Store, stages: Stages, selection: Selection | None = None, **how: Any
) -> list[Difference]:
    """What reading again found; only articles that differ."""
    work = Reprocess(store, stages, batch=2, batch_bytes=1_000_000)
    chosen = selection or Selection(unless=stages.versions)
    return [one for one in work.run(chosen, **how) if one]


def told_after(store: Store, position: int) -> list[tuple[str, str]]:
    return kinds(events(store, position))


def test_what_is_found_now_is_told_and_what_is_not_is_withdrawn(
    journey: Journey, stages: Stages
) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    before = store.last_position()
    (found,) = again(store, version(stages, "b", read=without(stages, "shenzhou-15")))
    assert "shenzhou-15" in found.lost
    assert told_after(store, before) == [
        ("mission.mention_withdrawn", "mission/shenzhou-15"),
        ("crew.mention_withdrawn", "crew/shenzhou-15"),
    ]
    (row,) = store.articles()
    assert row.versions[2] == "b"
    assert "shenzhou-15" not in {mention.id for mention in row.reading.mentions}


def test_a_milestone_that_went_is_told_by_a_revision_of_the_article_by_itself(
    store: Store, stages: Stages
) -> None:
    take(Journey(store, replace(stages, read=also(stages, "shenzhou-21"))), dropped(PAGE))
    before = store.last_position()
    (found,) = again(store, version(stages, "b"))
    revised, *rest = events(store, before)
    assert revised["data"]["of"] == revised["data"]["article"]["id"] == found.article
    assert [m["mission"] for m in revised["data"]["milestones_withdrawn"]] == ["shenzhou-21"]
    assert revised["data"]["version"] is None, "it is no new version"
    assert "catalogue" in revised["data"]["why"]
    assert kinds(rest) == [("mission.mention_withdrawn", "mission/shenzhou-21")]


def test_a_dry_run_shows_the_events_and_stores_nothing(journey: Journey, stages: Stages) -> None:
    store = journey.store
    take(journey, dropped(PAGE), dropped(OTHER, "other.txt"))
    before, rows = store.last_position(), store.articles()
    changed = version(stages, "b", read=also(stages, "shenzhou-21"))
    shown = again(store, changed, dry_run=True)
    assert (store.last_position(), store.articles()) == (before, rows)
    again(store, changed)
    promised = [event.id for difference in shown for event in difference.events]
    assert [event["id"] for event in events(store, before)] == promised
    assert len(promised) == 4


def test_what_was_read_by_these_versions_is_left_alone(journey: Journey, stages: Stages) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    changed = version(stages, "b", read=also(stages, "shenzhou-21"))
    assert again(store, changed)
    before = store.last_position()
    work = Reprocess(store, changed, batch=2, batch_bytes=1)
    assert list(work.run(Selection(unless=changed.versions))) == []
    assert [bool(one) for one in work.run(Selection())] == [False]
    assert store.last_position() == before


def test_back_and_forth_between_two_catalogues_tells_every_turn(
    journey: Journey, stages: Stages
) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    less = without(stages, "shenzhou-15")
    turns = [("b", less), ("a", stages.read), ("b", less), ("a", stages.read)]
    told = []
    for name, read in turns:
        before = store.last_position()
        again(store, version(stages, name, read=read))
        told.append([kind for kind, _ in told_after(store, before)])
    assert (
        told
        == [
            ["mission.mention_withdrawn", "crew.mention_withdrawn"],
            ["mission.mentioned", "crew.mentioned"],
        ]
        * 2
    )


def test_copies_gain_mentions_silently(journey: Journey, stages: Stages) -> None:
    store = journey.store
    assert take(journey, dropped(PAGE), dropped(PAGE, "again.txt")) == [Receipt.NEW, Receipt.COPY]
    before = store.last_position()
    first, copy = again(store, version(stages, "b", read=also(stages, "shenzhou-21")))
    assert first.events
    assert copy.gained == ("shenzhou-21",)
    assert (copy.events, bool(copy.untold)) == ((), True)
    assert {event["data"]["article"]["id"] for event in events(store, before)} == {first.article}
    assert [m.id for row in store.articles() for m in row.reading.mentions].count(
        "shenzhou-21"
    ) == 2


def test_only_the_newest_version_of_a_story_is_told_of(journey: Journey, stages: Stages) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    changed = PAGE.replace("nine crews", "ten crews").replace(
        "in the summer.\n", "in the summer. The Shenzhou-21 crew will do that.\n"
    )
    assert take(journey, dropped(changed, received=NOW + timedelta(hours=1))) == [Receipt.REVISION]
    first, second = (row.id for row in store.articles())
    before = store.last_position()
    found = again(store, version(stages, "b", read=without(stages, "shenzhou-15")))
    assert [(one.article, bool(one.events)) for one in found] == [(first, False), (second, True)]
    assert told_after(store, before) == [
        ("mission.mention_withdrawn", "mission/shenzhou-15"),
        ("crew.mention_withdrawn", "crew/shenzhou-15"),
    ]


def test_what_an_operator_corrected_stays_and_says_what_is_told(
    journey: Journey, stages: Stages
) -> None:
    store = journey.store
    take(journey, dropped(PAGE), dropped(PAGE, "again.txt"), dropped(OTHER, "other.txt"))
    first, copy, other = (row.id for row in store.articles())
    by_hand = Corrections(store, stages.catalogue)
    by_hand.split(copy)
    by_hand.join(first, other)
    stands = [(row.cluster, row.relation, row.version, row.why) for row in store.articles()]
    before = store.last_position()
    found = again(store, version(stages, "b", read=also(stages, "shenzhou-21")))
    assert [(one.article, bool(one.events)) for one in found] == [
        (first, True),
        (copy, True),
        (other, False),
    ]
    assert {event["data"]["article"]["id"] for event in events(store, before)} == {first, copy}
    assert [(r.cluster, r.relation, r.version, r.why) for r in store.articles()] == stands
    by_hand.undo(2)
    told = told_after(store, before)
    assert told.count(("mission.mentioned", "mission/shenzhou-21")) == 3


def test_a_revision_after_a_rereading_tells_what_differs_from_that(
    journey: Journey, stages: Stages
) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    again(store, version(stages, "b", read=without(stages, "shenzhou-15")))
    before = store.last_position()
    changed = PAGE.replace("nine crews", "ten crews")
    assert take(journey, dropped(changed, received=NOW + timedelta(hours=1))) == [Receipt.REVISION]
    assert ("mission.mentioned", "mission/shenzhou-15") in told_after(store, before)
    assert ("mission.mentioned", "mission/shenzhou-20") not in told_after(store, before)


def test_every_reader_ends_where_a_fresh_start_would_have_led(
    journey: Journey, stages: Stages
) -> None:
    """Mentions minus withdrawals, over the whole log, are what today's versions say."""
    store = journey.store
    take(journey, dropped(PAGE), dropped(OTHER, "other.txt"), dropped(PAGE, "copy.txt"))
    changed = version(
        stages, "b", read=also(replace(stages, read=without(stages, "tiangong")), "x")
    )
    again(store, changed)
    held: Counter[tuple[str, str]] = Counter()
    for event in events(store):
        kind = event["type"].split(".")[3]
        if kind in ("mentioned", "mention_withdrawn") and event["subject"].startswith("mission/"):
            key = event["data"]["article"]["cluster"], event["mission"]
            held[key] += 1 if kind == "mentioned" else -1
    want = {
        (row.cluster, mention.id)
        for row in store.articles()
        if row.relation != "copy"
        for mention in row.reading.mentions
        if mention.kind != "person"
    }
    assert {key for key, number in held.items() if number} == want
    assert set(held.values()) <= {0, 1}


def renamed(stages: Stages, **changes: Any) -> Callable[[Document], Normalised]:
    def normalise(document: Document) -> Normalised:
        outcome = stages.normalise(document)
        return replace(outcome, **changes) if isinstance(outcome, Article) else outcome

    return normalise


def test_a_title_that_is_read_otherwise_is_told(journey: Journey, stages: Stages) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    before = store.last_position()
    new = version(stages, "b", normalise=renamed(stages, title="Another title"))
    (found,) = again(store, new)
    assert found.changed == ("title",)
    (revised,) = events(store, before)
    assert revised["data"]["article"]["title"] == "Another title"
    (row,) = store.receipts()
    assert (row.title, row.receipt) == ("Another title", Receipt.NEW)


def test_text_that_is_read_otherwise_is_stored_and_found_but_not_told(
    journey: Journey, stages: Stages
) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    before = store.last_position()
    (row,) = store.articles()
    more = (
        *row.article.paragraphs,
        "A line that was taken for furniture until now, of some words.",
    )
    new = version(stages, "b", normalise=renamed(stages, paragraphs=more))
    (found,) = again(store, new)
    assert (found.changed, found.events) == (("text",), ())
    assert store.last_position() == before
    assert store.articles()[0].article.paragraphs == more
    reprint = PAGE.replace("Space Wire", "Daily Orbit")
    assert take(Journey(store, new), dropped(reprint, "reprint.txt")) == [Receipt.COPY]


def test_an_article_that_cannot_be_read_today_stays_as_it_was(
    journey: Journey, stages: Stages
) -> None:
    store = journey.store
    take(journey, dropped(PAGE), dropped(OTHER, "bad.txt"))
    before, rows = store.last_position(), store.articles()

    def normalise(document: Document) -> Normalised:
        if document.path == "bad.txt":
            raise SystemExit  # ends the process that reads
        return Rejection(Reason.NO_ARTICLE, "No article today.")

    found = again(store, version(stages, "b", normalise=normalise))
    assert [one.kept.code for one in found if one.kept] == [
        Reason.NO_ARTICLE,
        Reason.KILLED_WORKER,
    ]
    assert (store.last_position(), store.articles()) == (before, rows)


def test_an_article_that_somebody_else_read_again_meanwhile_is_left_to_them(
    journey: Journey, stages: Stages
) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    changed = version(stages, "b", read=also(stages, "shenzhou-21"))

    class Late(Reprocess):
        def _read(self, page: Any) -> Any:
            read = super()._read(page)
            again(store, changed)  # another run is faster
            return read

    before = store.last_position()
    work = Late(store, changed, batch=2, batch_bytes=1_000_000)
    assert list(work.run(Selection(unless=changed.versions))) == []
    assert len(events(store, before)) == 2


def test_a_revision_that_came_while_it_was_read_is_what_readers_know(
    journey: Journey, stages: Stages
) -> None:
    store = journey.store
    take(journey, dropped(PAGE))
    changed = version(stages, "b", read=also(stages, "shenzhou-21"))
    revised = dropped(PAGE.replace("nine crews", "ten crews"), received=NOW + timedelta(hours=1))

    class Late(Reprocess):
        def _read(self, page: Any) -> Any:
            read = super()._read(page)
            if len(store.articles()) == 1:
                assert take(journey, revised) == [Receipt.REVISION]
            return read

    work = Late(store, changed, batch=1, batch_bytes=1)
    first, second = work.run(Selection(unless=changed.versions))
    assert (bool(first.untold), first.events) == (True, ())
    assert [event.mission for event in second.events] == ["shenzhou-21", "shenzhou-21"]


def test_articles_are_chosen_by_id_path_and_time(journey: Journey, stages: Stages) -> None:
    store = journey.store
    take(journey, dropped(PAGE), dropped(OTHER, "o/ther.txt", received=NOW + timedelta(days=2)))
    first, other = (row.id for row in store.articles())
    changed = version(stages, "b", read=also(stages, "shenzhou-21"))

    def chosen(**by: Any) -> list[str]:
        return [one.article for one in again(store, changed, Selection(**by), dry_run=True)]

    assert chosen() == [first, other]
    assert chosen(articles=(other,)) == [other]
    assert chosen(path_glob="o/*") == [other]
    assert chosen(since=NOW + timedelta(days=1)) == [other]
    with pytest.raises(MissionfeedError, match="no article a-17"):
        chosen(articles=(first, "a-17"))


def test_the_table_of_mentions_follows(journey: Journey, stages: Stages) -> None:
    from sqlalchemy import select

    from ingest.store.tables import mentions

    store = journey.store
    take(journey, dropped(PAGE))
    again(store, version(stages, "b", read=also(stages, "shenzhou-21")))
    with store.database.read() as connection:
        named = set(connection.scalars(select(mentions.c.entry_id)))
    assert named == {mention.id for mention in store.articles()[0].reading.mentions}
    assert "shenzhou-21" in named


# ------------------------------------------------------------------ rejected documents


def test_a_rejected_document_that_is_tried_again_gets_a_new_receipt(
    store: Store, stages: Stages
) -> None:
    def read(article: Article) -> Reading:
        raise RuntimeError("planted")

    broken, sound = Journey(store, replace(stages, read=read)), Journey(store, stages)
    document = dropped(PAGE)
    assert take(broken, document) == [Receipt.REJECTED]
    assert store.rejected_codes() == {"internal_error": 1}
    (listed,) = store.rejected(limit=10)
    assert (listed.receipt.document, listed.kept) == (document.id, True)
    assert store.retry(code="binary") == 0
    assert store.retry(code="internal_error") == 1
    assert store.retry(code="internal_error") == 0
    overdue = store.overdue(now=NOW, unclaimed_seconds=600, claimed_seconds=600, limit=10)
    assert overdue == [document.id]
    sound.process(overdue)
    (row,) = store.receipts()
    assert (row.receipt, row.code) == (Receipt.NEW, None)
    assert json.loads(store.events()[0].body)["type"].endswith("article.published.v1")


def test_only_rejected_documents_of_which_something_was_kept_are_tried_again(
    journey: Journey,
) -> None:
    store = journey.store
    take(journey, dropped(PAGE), dropped("", "empty.txt"), dropped("\x7fELF" + "\0" * 200, "a.bin"))
    assert store.rejected_codes() == {"empty": 1, "unsupported_type": 1}
    assert {row.receipt.path: row.kept for row in store.rejected(limit=10)} == {
        "a.bin": True,
        "empty.txt": False,
    }
    assert store.retry(path_glob="*.txt") == 0
    assert store.retry() == 1
    assert {row.path for row in store.receipts() if row.receipt is Receipt.QUEUED} == {"a.bin"}
