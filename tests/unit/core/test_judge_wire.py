"""What news agencies send: repeats, updates and wrap-ups, and many reports of one template."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from ingest.core.fingerprint import fingerprint
from ingest.core.judge import Subject, Thresholds, judge_batch
from ingest.model import Article, Judgement

NOON = datetime(2025, 6, 18, 12, 0, tzinfo=UTC)

TITLE = "Ariane maker says next flight slips to autumn"
STORY = (
    (
        "The maker of the Ariane rocket said on Wednesday that its next flight will not take place "
        "before October, because a valve of the upper stage has to be made again."
    ),
    (
        "Engineers found the fault when they filled the tank for a rehearsal. Nobody was near the pad, "
        "and the rocket went back to its hall the same evening, a spokeswoman said."
    ),
    (
        "Customers have been told. Two weather satellites and a telescope wait for their flight, and "
        "the operators expect no damage from some more months in storage."
    ),
    (
        "The company still hopes to launch four times this year and eight times in the next, its "
        "director said in March, as two more buildings at the factory become ready."
    ),
)
OTHER = (
    (
        "Fishermen on the island have agreed with the spaceport on when their boats must stay in "
        "harbour, ending a dispute that went on for three summers."
    ),
    "From now on they will be told a week ahead, and are paid for each day that they lose.",
)
PHRASE = "Officials said on Wednesday morning"
THIRD = (
    (
        "A school in the north has spoken to the station by radio. Ten pupils asked what one eats in "
        "orbit, how one sleeps, and whether a football flies straight where nothing falls."
    ),
    "The contact lasted nine minutes, until the station sank below the hills.",
)


def judged(*articles: tuple[str, Sequence[str], str, float]) -> list[Judgement]:
    """Each a headline, paragraphs, a site, and hours after the first."""
    subjects = [
        Subject(
            id=str(number),
            cluster=str(number),
            number=0,
            received=NOON + timedelta(hours=hours),
            digest=str(number),
            fingerprint=fingerprint(
                Article(
                    title=title,
                    paragraphs=tuple(paragraphs),
                    form="json",
                    language="en",
                    site=site,
                )
            ),
        )
        for number, (title, paragraphs, site, hours) in enumerate(articles)
    ]
    return judge_batch(subjects, {}, thresholds=Thresholds())


@pytest.mark.parametrize("mark", ["RPT-", "REFILE-", "RPT - "])
def test_a_story_sent_again_is_a_copy(mark: str) -> None:
    _, found = judged(
        (TITLE, STORY, "wire.example", 0),
        (f"{mark}{TITLE}", ("(Repeats story of the morning)", *STORY), "wire.example", 3),
    )
    assert (found.decision, found.of) == ("copy", "0")


@pytest.mark.parametrize("mark", ["UPDATE 1-", "CORRECTED-", "WRAPUP 2-"])
def test_a_story_sent_with_more_to_say_is_a_revision(mark: str) -> None:
    _, found = judged(
        (TITLE, STORY, "wire.example", 0),
        (f"{mark}{TITLE}", (STORY[0], *OTHER, *STORY[1:]), "wire.example", 3),
    )
    assert (found.decision, found.of) == ("revision", "0")


@pytest.mark.parametrize("seed", range(20))
def test_a_flash_is_found_by_the_story_that_follows(seed: int) -> None:
    chance = random.Random(seed)
    words = [f"{chance.choice('bdfgklmnprst')}{chance.choice('aeiou')}{n}n" for n in range(400)]
    first, *rest = (" ".join(words[i : i + 20]).capitalize() + "." for i in range(0, 400, 20))
    flash, story = judged(
        (TITLE, (first,), "wire.example", 0), (TITLE, (first, *rest), "wire.example", 0.2)
    )
    assert flash.decision == "new"
    assert (story.decision, story.of) == ("revision", "0")


def stake(buyer: str, bought: str, share: str) -> tuple[str, Sequence[str]]:
    return f"{buyer} HAS {share} PCT OF {bought}".upper(), (
        f"{buyer} said in a filing that it holds {share} pct of the stock of {bought}.",
        (
            "The company said it bought the stock as an investment, and may buy more or sell some "
            "as the market goes. It does not seek a seat on the board, it said."
        ),
        (
            "Both companies build parts of satellites and employ some hundreds of people each. Their "
            "shares changed little, and neither of them wished to say more about the matter."
        ),
    )


def payout(company: str, record: str) -> tuple[str, Sequence[str]]:
    return f"{company} SETS PAYOUT".upper(), (
        "Qtly div 25 cts vs 25 cts prior",
        "Pay May 1",
        f"Record {record}",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (stake("Orbita Corp", "Telestar Inc", "6.4"), stake("Launchco", "Skyport Ltd", "11.1")),
        (payout("Orbita Corp", "April 3"), payout("Launchco Inc", "April 3")),
        (payout("Orbita Corp", "April 3"), payout("Launchco Inc", "April 10")),
    ],
)
def test_notices_of_one_template_are_told_apart_by_what_they_name(
    one: tuple[str, Sequence[str]], other: tuple[str, Sequence[str]]
) -> None:
    _, found = judged((*one, "wire.example", 0), (*other, "wire.example", 2))
    assert found.decision == "new", found.why


def test_of_reports_of_one_template_the_one_under_the_same_headline_is_repeated() -> None:
    title, notice = stake("Orbita Corp", "Telestar Inc", "6.4")
    sent = [(title, (*notice, *OTHER)), stake("Orbita Corp", "Skyport Ltd", "6.4")]
    mended = [p.replace("6.4", "6.8").replace("some hundreds of", "400") for p in notice]
    found = judged(
        *((*call, "wire.example", hour) for hour, call in enumerate(sent)),
        (f"CORRECTED-{title}", mended, "wire.example", 4),
    )
    assert (found[-1].decision, found[-1].of) == ("revision", "0"), found[-1].why


def test_spelling_and_house_style_are_no_other_names() -> None:
    ours = (
        "SpaceX has said that two private citizens paid to be flown around the Moon next year.",
        "Leader Kim Jong Un watched the start on Feb. 7 from a hall at the Sohae site, it said.",
        "The craft will not land, but pass behind it and come home after a week in free fall.",
        "Both passengers have paid a deposit, and are to be examined by doctors in the autumn.",
    )
    theirs = (
        "Two private citizens paid to be flown around the moon next year, according to SpaceX.",
        "Leader Kim Jong-un watched the start on February 7 from a hall at the Sohae site.",
        *ours[2:],
        "Its seats were made for four.",
        "Nobody has been so far from home since the last crew of Apollo came back to the ground.",
    )
    _, found = judged(
        ("Two tourists booked for a trip around the Moon", ours, "first.example", 0),
        ("First holiday behind the far side", theirs, "second.example", 5),
    )
    assert (found.decision, found.of) == ("copy", "0"), found.why


def test_a_digest_of_several_stories_is_none_of_them() -> None:
    found = judged(
        (TITLE, STORY[:2], "wire.example", 0),
        ("Island boats and rockets share the sea", OTHER, "wire.example", 1),
        ("Pupils talk to the station", THIRD, "wire.example", 1),
        ("WRAPUP 1-Space news at 1700 GMT", (*STORY[:2], *OTHER, *THIRD), "wire.example", 4),
    )
    assert found[-1].decision == "new"
    assert "among passages of other stories" in found[-1].why


def test_a_next_story_with_the_same_background_is_a_story() -> None:
    _, found = judged(
        (TITLE, (f"{PHRASE} so: {STORY[0]}", STORY[1], *OTHER), "wire.example", 0),
        ("Pupils talk to the station", (f"{PHRASE} this: {THIRD[0]}", *OTHER), "wire.example", 9),
    )
    assert found.decision == "new"
    assert "both begin with a story of their own" in found.why
