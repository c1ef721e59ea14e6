"""What one article says of missions and crews, from text to mentions."""

from __future__ import annotations

import pytest

from ingest.core.mentions import read
from ingest.model import Article, Mention, Reading

from . import compiled


def reading(*paragraphs: str, language: str = "en", title: str | None = None) -> Reading:
    article = Article(title=title, paragraphs=paragraphs, form="json", language=language)
    return read(article, compiled.matcher())


def ties(found: Reading) -> set[tuple[str, str | None, str | None]]:
    return {
        (mention.id, mention.role, mention.mission)
        for mention in found.mentions
        if mention.kind == "person" and (mention.role or mention.mission)
    }


def surfaces(found: Reading, entry: str) -> list[str]:
    spans = sorted({(m.start, m.surface) for m in found.mentions if m.id == entry})
    return [surface for _, surface in spans]


def only(found: Reading, entry: str) -> Mention:
    (mention,) = [mention for mention in found.mentions if mention.id == entry]
    return mention


def test_a_surname_means_the_person_named_in_full_before() -> None:
    found = reading(
        "Astronaut Nie Haisheng flew into space three times.",
        "Nie said that training in the spacecraft simulator was hard.",
    )

    assert surfaces(found, "nie-haisheng") == ["Nie Haisheng", "Nie"]


def test_one_sentence_may_tie_a_person_to_two_missions() -> None:
    found = reading(
        "Astronaut Nie Haisheng spoke to students.",
        "Nie, who was the commander of both the Shenzhou-10 and Shenzhou-12 missions, smiled.",
    )

    assert ties(found) == {
        ("nie-haisheng", "commander", "shenzhou-10"),
        ("nie-haisheng", "commander", "shenzhou-12"),
    }


def test_a_tie_that_only_the_catalogue_knows_says_so() -> None:
    found = reading(
        "The Shenzhou-12 spacecraft docked with the space station.", "Liu Boming waved."
    )

    mention = only(found, "liu-boming")
    assert (mention.mission, mention.basis) == ("shenzhou-12", "catalogue")


def test_a_person_with_no_tie_stands_once_without_a_mission() -> None:
    found = reading("Astronaut Peggy Whitson gave a talk about life in space.")

    mention = only(found, "peggy-whitson")
    assert (mention.mission, mention.role, mention.basis) == (None, None, None)


def test_roles_of_a_list_go_to_their_names() -> None:
    found = reading(
        "The space shuttle flew STS-30 with Commander David M. Walker, Pilot Ronald J. Grabe, and "
        "Mission Specialists Norman E. Thagard and Mary L. Cleave."
    )

    assert ties(found) == {
        ("david-walker", "commander", "sts-30"),
        ("ronald-grabe", "pilot", "sts-30"),
        ("norman-thagard", "mission-specialist", "sts-30"),
        ("mary-cleave", "mission-specialist", "sts-30"),
    } or {role for _, role, _ in ties(found)} == {"commander", "pilot", "mission-specialist"}


def test_a_flight_newer_than_the_catalogue_is_found_with_its_crew() -> None:
    found = reading(
        "Astronaut Zhang Lu will be the commander of Shenzhou-41, the space agency said."
    )

    mission = only(found, "shenzhou-41")
    assert not mission.known
    assert mission.name == "Shenzhou 41"
    assert ("zhang-lu", "commander", "shenzhou-41") in ties(found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Shenzhou-20 crew waved from orbit."),
        ("en", "The crew of Shenzhou-20 waved from orbit."),
        ("en", "Shenzhou-20 astronauts waved from orbit."),
        ("zh", "神舟二十号航天员乘组顺利返回。"),
        ("zh", "神舟二十号乘组顺利返回。"),
        ("ru", "Экипаж корабля «Шэньчжоу-20» вернулся на Землю."),
        ("fr", "L'équipage de Shenzhou-20 est rentré sur Terre."),
        ("de", "Die Besatzung von Shenzhou-20 ist gelandet."),
        ("es", "La tripulación de la nave Shenzhou-20 regresó."),
        ("ja", "神舟20号のクルーが帰還した。"),
    ],
)
def test_a_crew_as_a_body_is_marked_on_its_mission(language: str, text: str) -> None:
    assert only(reading(text, language=language), "shenzhou-20").crew


def test_a_spacecraft_alone_is_not_a_crew() -> None:
    assert not only(reading("The Shenzhou-20 spacecraft left the station."), "shenzhou-20").crew


@pytest.mark.parametrize(
    ("language", "text", "entry"),
    [
        ("fr", "L'équipage d'Apollo 1 est mort dans un incendie.", "apollo-1"),
        ("fr", "L'équipage MS-28 est arrivé à bord de la station.", "soyuz-ms-28"),
        ("es", "Los astronautas de la Tripulación 9 regresaron.", "spacex-crew-9"),
    ],
)
def test_a_crew_is_told_by_the_word_before_its_flight(language: str, text: str, entry: str) -> None:
    assert only(reading(text, language=language), entry).crew


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "China despegó sin tripulación Shenzhou-22."),
        ("fr", "La Chine a lancé sans équipage Shenzhou-22."),
        ("de", "China startete ohne Besatzung Shenzhou-22."),
    ],
)
def test_a_flight_without_a_crew_names_none(language: str, text: str) -> None:
    assert not only(reading(text, language=language), "shenzhou-22").crew


def test_a_crew_that_came_home_in_another_ship_keeps_its_own_flight() -> None:
    found = reading("神舟二十号航天员陈冬搭乘神舟二十一号飞船返回地球。", language="zh")

    assert {mission for _, _, mission in ties(found)} == {"shenzhou-20"}


def test_an_official_is_not_crew_however_much_the_text_is_about_space() -> None:
    found = reading(
        "NASA Administrator James Webb spoke about astronauts, spacecraft and the space station."
    )

    assert not [mention for mention in found.mentions if mention.kind == "person"]


def test_people_are_found_under_spellings_that_nobody_listed() -> None:
    found = reading(
        "Астронавт Томас Маршбёрн вернулся на корабле «Союз ТМА-07М» с МКС.", language="ru"
    )

    assert ("thomas-marshburn", None, "soyuz-tma-07m") in ties(found)


def test_the_station_without_a_name_is_the_one_named_before() -> None:
    found = reading("Mir was a space station.", "Cosmonauts left the space station in 2000.")

    assert {mention.id for mention in found.mentions} == {"mir"}


def test_the_title_counts_as_evidence_but_holds_no_spans() -> None:
    text = "The rover has found a rock that may hold traces of life, Perseverance scientists say."

    assert not reading(text.replace("rover", "team")).mentions
    found = reading(
        text.replace("rover", "team"), title="NASA's spacecraft on Mars: rover in orbit"
    )
    assert surfaces(found, "perseverance") == ["Perseverance"]


def test_a_long_sentence_is_cut_around_the_name() -> None:
    long = "and so on " * 60
    found = reading(f"{long}the Shenzhou-20 spacecraft docked {long}")

    mention = only(found, "shenzhou-20")
    assert len(mention.sentence) <= 300
    assert "Shenzhou-20" in mention.sentence


def test_every_candidate_says_why_it_was_taken_or_refused() -> None:
    found = reading("Google released Gemini 2.5 and Shenzhou-20 docked with the space station.")

    by_entry = {candidate.id: candidate for candidate in found.candidates}
    assert by_entry["shenzhou-20"].taken
    assert not by_entry["gemini-2"].taken
    assert "version" in by_entry["gemini-2"].reason


def test_a_higher_threshold_finds_no_more_than_a_lower_one() -> None:
    article = Article(
        title=None,
        paragraphs=("The Juno probe and the Dawn of space travel: Apollo 11 on the Moon.",),
        form="json",
        language="en",
    )

    strict = read(article, compiled.matcher(), threshold=0.9)
    lax = read(article, compiled.matcher(), threshold=0.1)

    assert {m.id for m in strict.mentions} <= {m.id for m in lax.mentions}


def test_paragraphs_in_another_order_name_the_same() -> None:
    paragraphs = (
        "Shenzhou-20 docked with the Tiangong space station.",
        "Astronaut Chen Dong waved.",
        "Soyuz MS-27 returned from the ISS with Jonny Kim.",
    )

    def entries(found: Reading) -> set[str]:
        return {mention.id for mention in found.mentions}

    assert entries(reading(*paragraphs)) == entries(reading(*reversed(paragraphs)))


def test_a_short_name_means_the_ship_that_the_text_spoke_of_last() -> None:
    found = reading(
        "Soyuz MS-27 is docked with the ISS. The MS-27 crew waited for Progress MS-31. "
        "MS-31 brought food."
    )

    missions = [mention.id for mention in found.mentions if mention.kind == "mission"]
    assert missions == ["soyuz-ms-27", "soyuz-ms-27", "progress-ms-31", "progress-ms-31"]


def test_a_short_name_means_nothing_without_its_ship() -> None:
    assert not reading("The form MS-27 is for astronauts of the space agency.").mentions


def test_crewmates_listed_by_surname_are_those_of_the_mission_that_is_named() -> None:
    found = reading("Grissom, White und Chaffee starben in Apollo 1.", language="de")

    people = {mention.id for mention in found.mentions if mention.kind == "person"}
    assert people == {"gus-grissom", "ed-white", "roger-chaffee"}


def test_years_of_flights_behind_a_name_are_not_years_of_a_life() -> None:
    found = reading("Космонавт Елена Кондакова (1994, 1997) летала на МКС.", language="ru")

    assert surfaces(found, "yelena-kondakova") == ["Елена Кондакова"]
