"""The operator's word against the judge: what then stands, what readers are told, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from ingest.core.judge.correcting import Member
from ingest.corrections import Corrections
from ingest.errors import MissionfeedError
from ingest.journey import Journey
from ingest.model import Receipt
from tests.contract.test_journey import NOW, PAGE, dropped, events, kinds, take

REPRINT = PAGE.replace("Space Wire", "Daily Orbit").replace("The inspection took", "It took")
REVISED = PAGE.replace(
    "in the summer.\n", "in the summer. The Shenzhou-21 crew will do that.\n"
).replace("nine crews", "ten crews")
OTHER = """\
Recovery teams rehearse on the steppe

Space Wire | Updated: 2025-06-18 12:10

JIUQUAN -- Helicopters and trucks of the recovery service met on the steppe on Wednesday to \
rehearse the return of the Shenzhou-20 crew, which is planned for the autumn.

The teams practised by day and by night, in wind that blew sand over the landing zone, and took an \
hour from the first signal to the opening of the hatch of a capsule that is used for training.

Doctors said that they had brought new stretchers, and that tents would be heated this time. They \
had been asked to do so by crews who came home in the cold of December.
"""


@pytest.fixture
def corrections(journey: Journey) -> Corrections:
    return Corrections(journey.store, journey.stages.catalogue)


def came(journey: Journey, *texts: str) -> list[str]:
    """Take texts in one after the other; the ids of their articles."""
    known = len(journey.store.articles())
    for text in texts:
        known += 1
        received = NOW + timedelta(minutes=known)
        take(journey, dropped(text, f"{known}.txt", received=received))
    return [row.id for row in journey.store.articles()][-len(texts) :]


def clusters(journey: Journey) -> list[str]:
    return [row.cluster for row in journey.store.articles()]


def standing(journey: Journey) -> list[tuple[str, str, int | None]]:
    return [(row.cluster, row.relation, row.version) for row in journey.store.articles()]


def test_a_copy_that_is_split_off_is_told_as_a_story_of_its_own(
    journey: Journey, corrections: Corrections
) -> None:
    first, copy = came(journey, PAGE, REPRINT)
    before = journey.store.last_position()
    done = corrections.split(copy, reason="Another inspection.")
    assert standing(journey) == [(first, "new", 1), (copy, "new", 1)]
    told = kinds(events(journey.store, before))
    assert told[0] == ("article.published", f"article/{copy}")
    assert ("mission.mentioned", "mission/shenzhou-20") in told
    assert len(told) == len(done.events)
    receipt = journey.store.receipts()[-1]
    assert (receipt.receipt, receipt.cluster, receipt.of) == (Receipt.NEW, copy, None)
    assert "Another inspection." in (receipt.reason or "")


def test_what_came_through_an_article_goes_with_it(
    journey: Journey, corrections: Corrections
) -> None:
    first, copy, copied_again = came(journey, PAGE, REPRINT, REPRINT + "\nMore.\n")
    assert journey.store.articles()[-1].of == copy
    corrections.split(copy)
    assert clusters(journey) == [first, copy, copied_again and copy]


def test_later_articles_follow_the_correction(journey: Journey, corrections: Corrections) -> None:
    first, copy = came(journey, PAGE, REPRINT)
    corrections.split(copy)
    came(journey, REPRINT.replace("Share", "Share this"), PAGE.replace("Share", "Share this"))
    assert clusters(journey) == [first, copy, copy, first]


def test_splitting_off_a_revision_tells_the_story_as_it_was(
    journey: Journey, corrections: Corrections
) -> None:
    first, revision = came(journey, PAGE, REVISED)
    assert standing(journey)[1] == (first, "revision", 2)
    before = journey.store.last_position()
    corrections.split(revision)
    told = [e for e in events(journey.store, before) if e["data"]["article"]["cluster"] == first]
    assert kinds(told)[0][0] == "article.revised"
    assert ("mission.mention_withdrawn", "mission/shenzhou-21") in kinds(told)


def test_two_stories_that_are_joined_are_told_once(
    journey: Journey, corrections: Corrections
) -> None:
    first, other = came(journey, PAGE, OTHER)
    before = journey.store.last_position()
    corrections.join(other, first, reason="One report in two parts.")
    assert standing(journey) == [(first, "new", 1), (first, "copy", None)]
    told = events(journey.store, before)
    assert ("mission.mention_withdrawn", "mission/shenzhou-20") in kinds(told)
    assert kinds(told)[-1] == ("article.republished", f"article/{other}")
    assert {e["data"]["article"]["cluster"] for e in told[:-1]} == {other}
    assert told[-1]["data"]["article"]["cluster"] == first
    assert came(journey, OTHER.replace("Space Wire", "Daily Orbit"))
    assert clusters(journey) == [first, first, first]


@pytest.mark.parametrize("texts", [(PAGE, REPRINT, REVISED), (PAGE, REVISED, REVISED + "\nEnd.\n")])
def test_a_split_can_be_undone(
    journey: Journey, corrections: Corrections, texts: tuple[str, ...]
) -> None:
    _, second, _ = came(journey, *texts)
    before = standing(journey)
    split = corrections.split(second)
    assert standing(journey) != before
    corrections.undo(split.correction.number)
    assert standing(journey) == before
    again = corrections.split(second)
    assert {e.id for e in again.events}.isdisjoint(e.id for e in split.events)


def test_a_join_can_be_undone_and_articles_that_came_since_go_with_theirs(
    journey: Journey, corrections: Corrections
) -> None:
    first, other = came(journey, PAGE, OTHER)
    before = standing(journey)
    joined = corrections.join(first, other)
    came(journey, OTHER.replace("Space Wire", "Daily Orbit"))
    corrections.undo(joined.correction.number)
    assert standing(journey)[:2] == before
    assert clusters(journey) == [first, other, other]
    told = kinds(events(journey.store))
    assert told.count(("article.published", f"article/{other}")) == 2


def test_corrections_are_kept_with_their_reasons(
    journey: Journey, corrections: Corrections
) -> None:
    _, copy = came(journey, PAGE, REPRINT)
    number = corrections.split(copy, reason="Not the same.").correction.number
    corrections.undo(number)
    split, undo = journey.store.corrections()
    assert (split.action, split.article, split.reason) == ("split", copy, "Not the same.")
    assert split.undone is not None
    assert (undo.action, undo.undone) == ("undo", None)


def test_what_cannot_be_corrected_says_why(journey: Journey, corrections: Corrections) -> None:
    first, copy = came(journey, PAGE, REPRINT)
    attempts: list[tuple[Callable[[], object], str]] = [
        (lambda: corrections.split(first), "is the first article of its cluster"),
        (lambda: corrections.split("a-0000000000000000"), "There is no article"),
        (lambda: corrections.join(first, copy), "in one cluster already"),
        (lambda: corrections.undo(7), "There is no correction 7"),
    ]
    for work, complaint in attempts:
        with pytest.raises(MissionfeedError, match=complaint):
            work()
    one = corrections.split(copy)
    two = corrections.join(first, copy)
    with pytest.raises(MissionfeedError, match=f"Correction {two.correction.number} came after"):
        corrections.undo(one.correction.number)


def test_a_story_that_was_split_by_hand_makes_its_paragraphs_no_boilerplate_of_the_old(
    journey: Journey, corrections: Corrections
) -> None:
    first, copy = came(journey, PAGE, REPRINT)
    corrections.split(copy)
    corrections.join(first, copy)
    corrections.undo(2)
    corrections.undo(1)
    assert clusters(journey) == [first, first]
    members: list[Member] = journey.store.members(copy)
    assert [member.id for member in members] == [first, copy]
