"""Copies, revisions and different stories, told apart by their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ingest.core.fingerprint import fingerprint
from ingest.core.judge import Memo, Subject, Thresholds, judge, judge_batch
from ingest.model import Article, Judgement, Timestamp

NOON = datetime(2025, 6, 18, 12, 0, tzinfo=UTC)
THRESHOLDS = Thresholds()


def text(written: str) -> tuple[str, ...]:
    """Paragraphs, which stand apart by a blank line."""
    return tuple(" ".join(paragraph.split()) for paragraph in written.split("\n\n"))


STORY = text(
    """
    BEIJING -- Engineers of the country's crewed spaceflight programme said on Tuesday that the
    station in orbit is open to experiments from universities all over the world.

    A director of the agency told reporters that seventeen projects had been chosen in the first
    round, and that the second round would look for work on fluids, flames and cell biology.

    The deputy designer of the landing site said that new tracking stations were being built in
    the west, and that two relay satellites would shorten the gaps in contact to a minute.

    Partners in three regional organisations share the data of the tracking network, which
    according to the designer makes joint flights cheaper for everybody who takes part.

    An astronaut who has flown twice said that from the window of the ship one sees no borders,
    and that he expects his colleagues from other countries to come and look for themselves.

    The station has hosted nine mission crews to date. The crew on board now is that of the
    Shenzhou-20 mission, which was launched on April 24, 2025.
    """
)
TITLE = "Station opens its laboratories to the world's universities"


def subject(
    name: str,
    paragraphs: Sequence[str] = STORY,
    *,
    title: str | None = TITLE,
    site: str | None = "first.example",
    url: str | None = None,
    guid: str | None = None,
    after: timedelta = timedelta(),
    digest: str | None = None,
    language: str = "en",
) -> Subject:
    received = NOON + after
    article = Article(
        title=title,
        paragraphs=tuple(paragraphs),
        form="json",
        language=language,
        site=site,
        url=url,
        guid=guid,
        published=Timestamp(
            raw="", value=received, precision="minute", zone="stated", method="test"
        ),
    )
    return Subject(
        id=name,
        cluster=name,
        number=0,
        received=received,
        digest=digest or name,
        fingerprint=fingerprint(article),
    )


def judged(later: Subject, *earlier: Subject) -> Judgement:
    return judge(later, earlier, thresholds=THRESHOLDS)


def test_the_first_article_is_new() -> None:
    found = judged(subject("a"))
    assert (found.decision, found.of, found.cluster, found.similarity) == ("new", None, "a", None)
    assert found.layer == "none"


def test_the_same_bytes_are_a_copy() -> None:
    found = judged(subject("b", digest="same"), subject("a", digest="same"))
    assert (found.decision, found.of, found.layer, found.similarity) == ("copy", "a", "bytes", 1.0)


def test_another_sites_menu_and_a_lost_last_paragraph_make_a_copy() -> None:
    menu = ("Home News Space Weather Sign in", "Share on your favourite network", "Most read today")
    found = judged(
        subject("b", (*menu, *STORY[:-1], "Back to top"), site="second.example"), subject("a")
    )
    assert (found.decision, found.of, found.layer) == ("copy", "a", "near")
    assert "first.example" in found.why


@pytest.mark.parametrize(
    "same", [{"url": "https://first.example/station"}, {"site": "first.example"}]
)
def test_a_changed_number_and_a_new_sentence_make_a_revision(same: dict[str, str]) -> None:
    last = STORY[-1].replace("nine", "ten")
    added = "The crew of Shenzhou-21 will follow in the autumn, the agency said."
    first = subject("a", url=same.get("url"))
    found = judged(
        subject(
            "b", (*STORY[:-1], f"{last} {added}"), url=same.get("url"), after=timedelta(hours=30)
        ),
        first,
    )
    assert (found.decision, found.of, found.cluster) == ("revision", "a", "a")
    assert added in found.added
    assert any("ten mission crews" in sentence for sentence in found.added)
    assert any("nine mission crews" in sentence for sentence in found.removed)
    assert "1 sentence added, 1 changed" in found.why


def test_the_mobile_address_with_tracking_is_the_same_page() -> None:
    found = judged(
        subject("b", url="https://m.first.example/station?utm_source=feed", title="Station opens"),
        subject("a", url="https://www.first.example/station"),
    )
    assert (found.decision, found.layer) == ("copy", "url")


def test_a_guid_shared_by_all_entries_of_a_feed_joins_nothing() -> None:
    other = tuple(reversed([p.swapcase()[::-1] for p in STORY]))
    found = judged(
        subject("b", other, title="Another thing entirely", guid="feed"), subject("a", guid="feed")
    )
    assert found.decision == "new"


def test_one_guid_with_an_edited_headline_is_one_article() -> None:
    found = judged(
        subject("b", title="Universities invited aboard", guid="17"), subject("a", guid="17")
    )
    assert (found.decision, found.layer) == ("copy", "guid")


def launch(group: str, number: int, day: str, booster: int, flight: int) -> tuple[str, ...]:
    return text(
        f"""
        The company launched its Group {group} mission on {day}, sending {number} satellites to
        low orbit in a flawless countdown.

        The booster, B{booster}, was flying for the {flight}th time. About eight minutes after
        liftoff it landed on the ship that was waiting in the ocean.

        The satellites were set free a little more than an hour after launch, the company said.

        The constellation gives access to the network in places where no cable reaches, and its
        satellites use ion thrusters to climb to the orbit in which they work.
        """
    )


def test_two_launches_told_with_the_same_words_are_two_stories() -> None:
    first = subject("a", launch("6-12", 23, "Monday", 1067, 8), title="Group 6-12 launched")
    second = subject(
        "b",
        launch("6-13", 22, "Thursday", 1073, 11),
        title="Group 6-13 launched",
        after=timedelta(days=3),
    )
    found = judged(second, first)
    assert found.decision == "new"
    assert "different" in found.why


def test_a_page_that_flips_between_two_versions_is_revised_once() -> None:
    address = "https://first.example/station"
    other = (*STORY[:-1], STORY[-1].replace("nine", "ten"))
    arrived: list[Subject] = []
    decisions = []
    for turn in range(6):
        paragraphs = other if turn % 2 else STORY
        one = subject(f"a{turn}", paragraphs, url=address, after=timedelta(hours=turn))
        found = judged(one, *arrived)
        decisions.append(found.decision)
        arrived.append(replace(one, cluster=found.cluster, number=turn + 1))
    assert decisions == ["new", "revision", "copy", "copy", "copy", "copy"]


def test_copies_in_one_batch_are_judged_beside_each_other() -> None:
    batch = [subject(f"a{i}", site=f"site{i}.example", digest=str(i)) for i in range(4)]
    decisions = judge_batch(batch, {}, thresholds=THRESHOLDS)
    assert [(d.decision, d.cluster) for d in decisions] == [
        ("new", "a0"),
        ("copy", "a0"),
        ("copy", "a0"),
        ("copy", "a0"),
    ]


def test_the_order_within_a_batch_changes_which_is_first_but_not_the_clusters() -> None:
    batch = [
        subject("story"),
        subject("reprint", STORY[:-1], site="second.example"),
        subject("other", launch("6-12", 23, "Monday", 1067, 8), title="Group 6-12 launched"),
    ]
    for order in (batch, batch[::-1], batch[1:] + batch[:1]):
        found = judge_batch(order, {}, thresholds=THRESHOLDS)
        clusters: dict[str, set[str]] = {}
        for one, judgement in zip(order, found, strict=True):
            clusters.setdefault(judgement.cluster, set()).add(one.id)
        assert sorted(map(sorted, clusters.values())) == [["other"], ["reprint", "story"]]


def test_what_was_compared_before_is_not_compared_again() -> None:
    memo = Memo()
    first, second = subject("a"), subject("b", STORY[:-1])
    before = judge_batch([second], {"b": [first]}, thresholds=THRESHOLDS, memo=memo)
    made = memo.compare(second, first)
    after = judge_batch([second], {"b": [first]}, thresholds=THRESHOLDS, memo=memo)
    assert after == before
    assert memo.compare(second, first) is made


def test_an_article_without_text_title_or_address_is_judged_all_the_same() -> None:
    empty = subject("a", (), title=None, site=None)
    assert judged(empty).decision == "new"
    assert judged(subject("b", (), title=None, site=None), empty).decision == "new"
