"""Reading items of Wikidata: whatever stands in them, and which names are taken over."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ingest.catalogue import facts
from ingest.catalogue.wikidata_item import Item, item

scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
words = st.sampled_from(
    "id labels aliases claims en zh value P31 P569 P619 P1029 mainsnak datavalue rank time "
    "precision lastrevid".split()
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=4)
)


def named(**names: list[str]) -> Item:
    listed = {language: tuple(ones) for language, ones in names.items()}
    return Item(qid="Q1", rev=1, human=False, label=names["en"][0], names=listed)


def claim(value: Any, rank: str = "normal") -> dict[str, Any]:
    return {"mainsnak": {"datavalue": {"value": value}}, "rank": rank}


def day(text: str, precision: int = 11) -> dict[str, Any]:
    return {"time": f"+{text}T00:00:00Z", "precision": precision}


@given(st.dictionaries(words, values, max_size=6))
def test_an_item_of_any_shape_can_be_read(entity: dict[str, Any]) -> None:
    facts.of_flight(item(entity), crewed=True, numbered=False)
    facts.of_person(item(entity))


def test_a_date_counts_to_the_day_and_if_there_is_one() -> None:
    def launch(*claims: dict[str, Any]) -> Any:
        return item({"id": "Q1", "claims": {"P619": list(claims)}}).launch

    assert str(launch(claim(day("2025-04-24")))) == "2025-04-24"
    assert launch(claim(day("2025-04-00", precision=10))) is None
    assert launch(claim(day("2025-04-24")), claim(day("2025-04-25"))) is None
    preferred = claim(day("2025-04-25"), "preferred")
    assert str(launch(claim(day("2025-04-24")), preferred)) == "2025-04-25"
    assert launch(claim(day("2025-04-24"), "deprecated")) is None


def test_names_that_mean_other_things_as_well_are_left_out() -> None:
    flight = named(en=["SpaceX Crew-9", "Crew-9", "Nine", "Crew Dragon flight (NASA)", "Crew Nine"])
    assert facts.of_flight(flight, crewed=True, numbered=True)["aliases"] == {
        "en": ["SpaceX Crew-9", "Crew-9"]
    }
    soyuz = named(en=["Soyuz MS-30", "MS-30", "MS 30", "76S"])
    assert facts.of_flight(soyuz, crewed=True, numbered=True)["aliases"] == {"en": ["Soyuz MS-30"]}
    shuttle = named(en=["STS-135", "Space Shuttle flight 135"])
    assert facts.of_flight(shuttle, crewed=True, numbered=True)["aliases"]["en"][0] == "STS-135"
    person = named(en=["Chen Dong", "Chen", "CD"], zh=["陈冬", "陈"])
    assert facts.of_person(person)["aliases"] == {"en": ["Chen Dong"], "zh": ["陈冬"]}


def test_the_family_name_comes_from_its_item_else_from_the_end() -> None:
    person = named(en=["Zhang Lu"])
    told = facts.new_person(person, "Zhang")
    assert (told["family"], told["given"], told["name_order"]) == ("Zhang", "Lu", "family-first")
    guessed = facts.new_person(named(en=["Butch Wilmore"]), None)
    assert (guessed["family"], guessed["given"]) == ("Wilmore", "Butch")
    assert "name_order" not in guessed
