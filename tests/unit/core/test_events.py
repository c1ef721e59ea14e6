"""What subscribers are told: rule 6 (copies are silent, revisions tell differences) and rule 9."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from ingest.core import events, sentences
from ingest.core.events import Told, events_of, events_of_rereading, shorten
from ingest.model import (
    Article,
    Catalogue,
    Changes,
    CrewMember,
    Event,
    Judgement,
    Mention,
    Milestone,
    Mission,
    Person,
    Reading,
)
from tests.event_schemas import check_event, validators

NOW = datetime(2025, 6, 18, 4, 0, tzinfo=UTC)
CATALOGUE = Catalogue(
    missions={
        "shenzhou-15": Mission(
            id="shenzhou-15",
            name="Shenzhou-15",
            kind="crewed",
            crew=(CrewMember(person="fei-junlong", role="commander"),),
        ),
        "shenzhou-20": Mission(id="shenzhou-20", name="Shenzhou-20", kind="crewed"),
        "tiangong": Mission(id="tiangong", name="Tiangong space station", kind="station"),
    },
    people={"fei-junlong": Person(id="fei-junlong", name="Fei Junlong", family="Fei")},
    series={},
    version="test",
)
ARTICLE = Article(title="A title", paragraphs=("A paragraph.",), form="dump", language="en")


def mission(entry: str, **more: Any) -> Mention:
    return Mention(
        id=entry,
        kind="station" if entry == "tiangong" else "mission",
        name=entry,
        surface=entry,
        start=0,
        end=5,
        sentence="It flew.",
        **more,
    )


def person(entry: str, **more: Any) -> Mention:
    return Mention(
        id=entry,
        kind="person",
        name="Fei Junlong",
        surface="Fei",
        start=0,
        end=3,
        sentence="Fei flew.",
        **more,
    )


def milestone(kind: Any, entry: str | None, date: str | None) -> Milestone:
    return Milestone(
        type=kind,
        mission=entry,
        status="happened",
        date=date,
        people=(),
        sentence="It was launched.",
        start=0,
        end=16,
    )


def judged(decision: Any) -> Judgement:
    new = decision == "new"
    return Judgement(
        decision=decision,
        of=None if new else "a-0000000000000001",
        cluster="a-0000000000000001",
        similarity=None if new else 0.97,
        layer="none" if new else "near",
        why="For a test.",
        version={"new": 1, "revision": 2, "copy": None}[decision],
        changes=Changes(added=("A sentence was added.",), changed=(("It flew.", "It flew well."),))
        if decision == "revision"
        else Changes(),
    )


def tell(
    reading: Reading, decision: Any = "new", previous: Reading | None = None, **article: Any
) -> list[Event]:
    own = "a-0000000000000001" if decision == "new" else "a-0000000000000002"
    told = Told(
        id=own,
        article=replace(ARTICLE, **article),
        reading=reading,
        judgement=judged(decision),
        previous=previous,
    )
    made = events_of(told, catalogue=CATALOGUE, now=NOW)
    for event in made:
        check_event(as_cloudevent(event))
    return made


def as_cloudevent(event: Event) -> dict[str, Any]:
    optional = {"mission": event.mission, "person": event.person}
    return {
        "specversion": "1.0",
        "id": event.id,
        "source": "urn:test",
        "type": event.type,
        "subject": event.subject,
        "time": "2025-06-18T04:00:00.000Z",
        "datacontenttype": "application/json",
        "sequence": "0" * 19 + "1",
        **{name: value for name, value in optional.items() if value is not None},
        "data": event.data,
    }


def subjects(made: list[Event], kind: str) -> list[str]:
    return [event.subject for event in made if event.type == kind]


def test_a_new_article_tells_all_that_it_names() -> None:
    reading = Reading(
        (
            mission("shenzhou-20"),
            mission("tiangong"),
            person("fei-junlong", mission="shenzhou-15", role="commander", basis="stated"),
        ),
        (milestone("launch", "shenzhou-20", "2025-04-24"),),
    )
    made = tell(reading)
    assert [event.type for event in made] == [
        events.ARTICLE_PUBLISHED,
        events.MISSION_MENTIONED,
        events.MISSION_MENTIONED,
        events.CREW_MENTIONED,
        events.MILESTONE,
    ]
    crew = made[3]
    assert crew.subject == "crew/shenzhou-15"
    assert crew.people == ("fei-junlong",)
    assert crew.data["members"][0]["role"] == "commander"
    assert crew.data["catalogue_crew"] == [
        {"id": "fei-junlong", "name": "Fei Junlong", "role": "commander"}
    ]


def test_a_copy_tells_only_that_it_is_one() -> None:
    made = tell(Reading((mission("shenzhou-20"),), ()), "copy")
    assert [event.type for event in made] == [events.ARTICLE_REPUBLISHED]
    assert made[0].data["of"] == "a-0000000000000001"


def test_a_revision_tells_only_what_changed() -> None:
    launch = milestone("launch", "shenzhou-20", "2025-04-24")
    before = Reading((mission("shenzhou-20"), mission("tiangong")), (launch,))
    after = Reading((mission("shenzhou-20"), mission("shenzhou-21", known=False)), (launch,))
    made = tell(after, "revision", before)
    assert [event.type for event in made] == [
        events.ARTICLE_REVISED,
        events.MISSION_MENTIONED,
        events.MISSION_WITHDRAWN,
    ]
    assert subjects(made, events.MISSION_MENTIONED) == ["mission/shenzhou-21"]
    assert subjects(made, events.MISSION_WITHDRAWN) == ["mission/tiangong"]


def test_a_revision_names_the_milestones_that_went() -> None:
    before = Reading((mission("shenzhou-20"),), (milestone("launch", "shenzhou-20", "2025-04-24"),))
    after = Reading((mission("shenzhou-20"),), (milestone("launch", "shenzhou-20", "2025-04-25"),))
    made = tell(after, "revision", before)
    assert [event.type for event in made] == [events.ARTICLE_REVISED, events.MILESTONE]
    assert made[0].data["milestones_withdrawn"][0]["date"] == "2025-04-24"


def test_a_revision_withdraws_only_the_crew_members_that_went() -> None:
    ties = {"mission": "shenzhou-15", "basis": "stated"}
    before = Reading((person("fei-junlong", **ties), person("zhang-lu", **ties)), ())
    after = Reading((person("fei-junlong", **ties),), ())
    made = tell(after, "revision", before)
    assert subjects(made, events.CREW_MENTIONED) == []
    (withdrawn,) = [event for event in made if event.type == events.CREW_WITHDRAWN]
    assert [member["id"] for member in withdrawn.data["members"]] == ["zhang-lu"]


def test_a_role_that_a_revision_states_is_told() -> None:
    before = Reading((person("fei-junlong", mission="shenzhou-15"),), ())
    after = Reading((person("fei-junlong", mission="shenzhou-15", role="commander"),), ())
    made = tell(after, "revision", before)
    assert subjects(made, events.CREW_MENTIONED) == ["crew/shenzhou-15"]
    assert subjects(made, events.CREW_WITHDRAWN) == []


def test_a_person_without_a_mission_is_told_as_a_person() -> None:
    made = tell(Reading((person("fei-junlong"),), ()))
    assert subjects(made, events.CREW_MENTIONED) == ["person/fei-junlong"]
    assert made[1].person == "fei-junlong"


def test_a_person_tied_elsewhere_in_the_text_is_not_told_twice() -> None:
    made = tell(Reading((person("fei-junlong"), person("fei-junlong", mission="shenzhou-15")), ()))
    assert subjects(made, events.CREW_MENTIONED) == ["crew/shenzhou-15"]


def test_a_crew_named_as_a_body_is_told_without_members() -> None:
    made = tell(Reading((mission("shenzhou-20", crew=True),), ()))
    (crew,) = [event for event in made if event.type == events.CREW_MENTIONED]
    assert crew.data["members"] == []


def test_a_flight_newer_than_the_catalogue_is_told_as_unknown() -> None:
    made = tell(Reading((mission("shenzhou-31", known=False),), ()))
    assert made[1].data["mission"] == {
        "id": "shenzhou-31",
        "name": "shenzhou-31",
        "kind": "mission",
        "known": False,
    }


def test_a_milestone_without_a_mission_is_not_told() -> None:
    made = tell(Reading((), (milestone("launch", None, "2025-04-24"),)))
    assert [event.type for event in made] == [events.ARTICLE_PUBLISHED]


def test_one_milestone_stated_twice_is_told_once() -> None:
    launch = milestone("launch", "shenzhou-20", "2025-04-24")
    made = tell(Reading((), (launch, replace(launch, sentence="Again."))))
    assert len(subjects(made, events.MILESTONE)) == 1


def test_the_same_work_done_twice_makes_the_same_ids() -> None:
    reading = Reading((mission("shenzhou-20"), person("fei-junlong")), ())
    assert [event.id for event in tell(reading)] == [event.id for event in tell(reading)]


def test_ids_of_one_article_are_all_different() -> None:
    reading = Reading(
        (mission("shenzhou-20", crew=True), mission("tiangong"), person("fei-junlong")),
        (
            milestone("launch", "shenzhou-20", "2025-04-24"),
            milestone("docking", "shenzhou-20", "2025-04-24"),
        ),
    )
    made = tell(reading)
    assert len({event.id for event in made}) == len(made)


def test_evidence_never_quotes_more_than_the_limit() -> None:
    long = mission("shenzhou-20")
    made = tell(Reading((replace(long, sentence="word " * 500),), ()), title="t" * 5000)
    assert len(made[1].data["evidence"]["sentence"]) <= sentences.QUOTED
    assert len(made[0].data["article"]["title"]) <= events.TITLE


@pytest.mark.parametrize("limit", [1, 2, 10])
def test_shorten_keeps_the_limit(limit: int) -> None:
    assert len(shorten("abcdefghijklmnop", limit)) == limit
    assert shorten("a", limit) == "a"


def test_every_type_has_a_schema() -> None:
    assert set(validators()) == set(events.TYPES)


# ------------------------------------------------------------------ read again


def tell_again(before: Reading, after: Reading, *, times: int = 2, **changed: Any) -> list[Event]:
    told = Told(
        id="a-0000000000000001",
        article=replace(ARTICLE, **changed),
        reading=after,
        judgement=replace(judged("revision"), of="a-0000000000000001", version=None),
        previous=before,
        times=times,
    )
    made = events_of_rereading(told, ARTICLE, catalogue=CATALOGUE, now=NOW)
    for event in made:
        check_event(as_cloudevent(event))
    return made


def test_an_article_that_is_read_again_tells_the_difference_and_no_revision() -> None:
    made = tell_again(
        Reading((mission("shenzhou-20"),), ()), Reading((mission("shenzhou-15"),), ())
    )
    assert [(event.type, event.subject) for event in made] == [
        (events.MISSION_MENTIONED, "mission/shenzhou-15"),
        (events.MISSION_WITHDRAWN, "mission/shenzhou-20"),
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"title": "Another title"}, True),
        ({"publisher": "Space Wire"}, True),
        ({"language": "de"}, True),
        ({"paragraphs": ("Another paragraph.",)}, False),
        ({"notes": ("A remark.",)}, False),
    ],
)
def test_only_what_events_carry_of_an_article_is_told_when_it_is_read_otherwise(
    changed: dict[str, Any], told: bool
) -> None:
    reading = Reading((mission("shenzhou-20"),), ())
    made = tell_again(reading, reading, **changed)
    assert [event.type for event in made] == [events.ARTICLE_REVISED] * told
    assert all(event.data["of"] == event.article for event in made)


def test_a_milestone_that_is_not_found_any_more_is_told_unless_nobody_knew_it() -> None:
    launch = milestone("launch", "shenzhou-20", "2025-04-24")
    nobodys = replace(launch, mission=None)
    assert tell_again(Reading((), (nobodys,)), Reading((), ())) == []
    (revised,) = tell_again(Reading((), (launch,)), Reading((), ()))
    assert [m["mission"] for m in revised.data["milestones_withdrawn"]] == ["shenzhou-20"]


def test_every_reading_has_ids_of_its_own_that_follow_from_what_is_said() -> None:
    nothing, something = Reading((), ()), Reading((mission("shenzhou-20"),), ())
    made = {
        times: [event.id for event in tell_again(nothing, something, times=times)]
        for times in (1, 2, 3)
    }
    assert made[2] == [event.id for event in tell_again(nothing, something, times=2)]
    assert len({id_ for ids in made.values() for id_ in ids}) == 3
