# ruff: noqa: E501  one sentence a line reads best
"""What a sentence states of a flight is found with its date; what it only supposes is not.

All sentences are written for this test about public facts, or about unnamed crews.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core import milestones, sentences
from ingest.core.milestones.languages import LANGUAGES, language
from ingest.core.milestones.stems import stems
from ingest.core.milestones.words import listed
from ingest.model import Article, Mention, Milestone, Timestamp

FLIGHTS = {
    "shenzhou-20": ("Shenzhou-20", "神舟二十号", "神舟20号", "Шэньчжоу-20"),
    "shenzhou-19": ("Shenzhou-19", "神舟十九号", "神舟19号"),
    "soyuz-ms-27": ("Soyuz MS-27", "Союз МС-27", "Союза МС-27", "Soyouz MS-27", "Sojus MS-27", "ソユーズMS-27"),
    "soyuz-ms-26": ("Soyuz MS-26", "Союз МС-26", "Soyouz MS-26", "Sojus MS-26"),
    "spacex-crew-10": ("Crew-10",),
    "apollo-17": ("Apollo 17",),
    "voyager-1": ("Voyager 1",),
    "expedition-73": ("Expedition 73",),
}  # fmt: skip
STATIONS = {
    "iss": ("International Space Station", "ISS", "МКС", "国际空间站"),
    "tiangong": ("天宫", "Tiangong"),
}
PEOPLE = {
    "chen-dong": ("Chen Dong", "陈冬"),
    "fei-junlong": ("Fei Junlong",),
    "jonny-kim": ("Jonny Kim",),
    "eugene-cernan": ("Eugene Cernan",),
    "richard-truly": ("Richard Truly",),
}
TIES = {"chen-dong": "shenzhou-20", "jonny-kim": "soyuz-ms-27", "eugene-cernan": "apollo-17"}


def mentions(text: str) -> list[Mention]:
    found = []
    for kind, names in (("mission", FLIGHTS), ("station", STATIONS), ("person", PEOPLE)):
        for id_, surfaces in names.items():
            for surface in surfaces:
                start = text.find(surface)
                while start >= 0:
                    found.append(
                        Mention(
                            id=id_,
                            kind=kind,  # type: ignore[arg-type]
                            name=id_,
                            surface=surface,
                            start=start,
                            end=start + len(surface),
                            sentence="",
                            mission=TIES.get(id_) if kind == "person" else None,
                            basis="stated",
                        )
                    )
                    start = text.find(surface, start + 1)
    return found


def find(text: str, code: str, published: str | None = "2025-04-26") -> tuple[Milestone, ...]:
    stamp = None
    if published is not None:
        value = datetime.fromisoformat(published).replace(tzinfo=UTC)
        stamp = Timestamp(raw=published, value=value, precision="day", zone="stated", method="test")
    article = Article(title=None, paragraphs=(text,), form="json", language=code, published=stamp)
    spans = sentences.split(text, code)
    return milestones.find(article, mentions(text), sentences=spans)


def told(text: str, code: str, published: str | None = "2025-04-26") -> list[str]:
    return [
        f"{one.type} {one.mission} {one.date} {one.status}" for one in find(text, code, published)
    ]


STATED = [
    # English
    ("en", "It is the Shenzhou-20 mission, which was launched on April 24, 2025.", "launch shenzhou-20 2025-04-24 happened"),
    ("en", "China launched the Shenzhou-20 spacecraft on Thursday.", "launch shenzhou-20 2025-04-24 happened"),
    ("en", "Voyager 1, launched in 1977, still sends data.", "launch voyager-1 1977 happened"),
    ("en", "The launch of Crew-10 took place on March 14.", "launch spacex-crew-10 2025-03-14 happened"),
    ("en", "Shenzhou-20 is scheduled to dock with the station tomorrow.", "docking shenzhou-20 2025-04-27 planned"),
    ("en", "Crew-10 will splash down off Florida in August.", "landing spacex-crew-10 2025-08 planned"),
    ("en", "Soyuz MS-26 undocked yesterday after seven months.", "undocking soyuz-ms-26 2025-04-25 happened"),
    ("en", "The capsule of Soyuz MS-26 touched down in Kazakhstan on Sunday.", "landing soyuz-ms-26 2025-04-20 happened"),
    ("en", "The Shenzhou-20 crew conducted a spacewalk on May 22, 2025.", "spacewalk shenzhou-20 2025-05-22 planned"),
    ("en", "The launch of Soyuz MS-27 was delayed by two days.", "delay soyuz-ms-27 None happened"),
    ("en", "Jonny Kim was assigned to the Soyuz MS-27 crew.", "crew_assigned soyuz-ms-27 None happened"),
    ("en", "Crew-10 arrived at the International Space Station on March 16, 2025.", "docking spacex-crew-10 2025-03-16 happened"),
    # Chinese
    ("zh", "4月24日，神舟二十号载人飞船发射取得圆满成功。", "launch shenzhou-20 2025-04-24 happened"),
    ("zh", "昨天，神舟二十号与空间站完成对接。", "docking shenzhou-20 2025-04-25 happened"),
    ("zh", "神舟十九号返回舱将于4月29日在东风着陆场着陆。", "landing shenzhou-19 2025-04-29 planned"),
    ("zh", "神舟二十号乘组计划于下月进行出舱活动。", "spacewalk shenzhou-20 2025-05 planned"),
    # Russian
    ("ru", "Корабль «Союз МС-27» стартовал 8 апреля 2025 года с Байконура.", "launch soyuz-ms-27 2025-04-08 happened"),
    ("ru", "«Союз МС-26» приземлился в воскресенье.", "landing soyuz-ms-26 2025-04-20 happened"),
    ("ru", "Запуск корабля «Союз МС-27» запланирован на 30 апреля.", "launch soyuz-ms-27 2025-04-30 planned"),
    ("ru", "Космонавты «Союза МС-27» вчера вышли в открытый космос.", "spacewalk soyuz-ms-27 2025-04-25 happened"),
    # French
    ("fr", "Le vaisseau Soyouz MS-27 a décollé mardi 8 avril.", "launch soyuz-ms-27 2025-04-08 happened"),
    ("fr", "Soyouz MS-26 s'est posé dimanche au Kazakhstan.", "landing soyuz-ms-26 2025-04-20 happened"),
    ("fr", "Le lancement de Crew-10 est prévu le 2 mai.", "launch spacex-crew-10 2025-05-02 planned"),
    # German
    ("de", "Sojus MS-27 ist am 8. April gestartet.", "launch soyuz-ms-27 2025-04-08 happened"),
    ("de", "Die Kapsel von Sojus MS-26 landete am Sonntag.", "landing soyuz-ms-26 2025-04-20 happened"),
    ("de", "Crew-10 soll morgen an der ISS andocken.", "docking spacex-crew-10 2025-04-27 planned"),
    # Spanish
    ("es", "La nave Shenzhou-20 despegó el jueves.", "launch shenzhou-20 2025-04-24 happened"),
    ("es", "La cápsula Soyuz MS-26 aterrizó el 20 de abril de 2025.", "landing soyuz-ms-26 2025-04-20 happened"),
    ("es", "La Crew-10 regresará a la Tierra en agosto.", "landing spacex-crew-10 2025-08 planned"),
    # Japanese
    ("ja", "神舟20号は4月24日に打ち上げられた。", "launch shenzhou-20 2025-04-24 happened"),
    ("ja", "ソユーズMS-27は昨日、ドッキングに成功した。", "docking soyuz-ms-27 2025-04-25 happened"),
    ("ja", "神舟20号の打ち上げは来月に予定されている。", "launch shenzhou-20 2025-05 planned"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected"), STATED)
def test_a_stated_milestone_is_found_with_flight_date_and_status(
    code: str, text: str, expected: str
) -> None:
    assert told(text, code) == [expected]


SILENT = [
    ("en", "Shenzhou-20 did not launch on Thursday.", "denied"),
    ("en", "Crew-10 could launch as early as May 2.", "hedged"),
    ("en", "If Crew-10 launches on May 2, the crew stays longer.", "hypothetical"),
    ("en", "Shenzhou-20 failed to dock with the station on Friday.", "it did not"),
    ("en", "Workers inspected the launch pad of Crew-10 on Friday.", "a launch pad is no launch"),
    ("en", "The landing site of Apollo 17 was photographed in 2011.", "a site is no landing"),
    ("en", "NASA launched a website about Crew-10 in March.", "websites do not fly"),
    ("en", "Before the launch, the Crew-10 astronauts met their families.", "a time, not an event"),
    ("en", "Crew-10 is currently docked at the station.", "a state, not an event"),
    ("en", "It was the first test since Apollo 17.", "nothing happens to Apollo 17"),
    ("en", "The astronauts trained to land Crew-10 on Monday.", "training"),
    ("en", "Fei Junlong was the first to perform a spacewalk from the station.", "who he is"),
    ("zh", "如果神舟二十号发射推迟，将另行通知。", "hypothetical"),
    ("zh", "神舟二十号发射场天气晴朗。", "a launch site"),
    ("zh", "神舟二十号航天员进行了出舱活动训练。", "training"),
    ("ru", "«Союз МС-27» не стартовал в четверг.", "denied"),
    ("ru", "Экипаж «Союза МС-27» мог бы вернуться на Землю в мае.", "hypothetical"),
    ("fr", "Soyouz MS-27 n'a pas décollé mardi.", "denied"),
    ("fr", "Soyouz MS-27 pourrait décoller mardi.", "hedged"),
    ("de", "Sojus MS-27 ist am Dienstag nicht gestartet.", "denied"),
    ("de", "Sojus MS-27 könnte am Dienstag starten.", "hedged"),
    ("es", "La nave Shenzhou-20 no despegó el jueves.", "denied"),
    ("es", "La nave Shenzhou-20 podría despegar el jueves.", "hedged"),
    ("ja", "神舟20号の打ち上げは中止された。", "cancelled"),
    ("ja", "神舟20号が打ち上げられた場合、乗組員は半年滞在する。", "hypothetical"),
]


@pytest.mark.parametrize(("code", "text", "why"), SILENT)
def test_what_is_denied_hedged_or_no_event_is_no_milestone(code: str, text: str, why: str) -> None:
    assert told(text, code) == [], why


def test_the_spacecraft_means_the_flight_the_text_is_about() -> None:
    text = "Shenzhou-20 is in orbit. The spacecraft docked with the station on April 25, 2025."
    assert told(text, "en") == ["docking shenzhou-20 2025-04-25 happened"]


def test_people_without_a_flight_beside_them_stand_for_their_flight() -> None:
    text = "Jonny Kim trained in Houston. Crew-10 is in orbit. Kim's day came: Jonny Kim launched on April 8, 2025."
    assert told(text, "en") == ["launch soyuz-ms-27 2025-04-08 happened"]


def test_each_event_of_a_sentence_takes_its_own_date() -> None:
    text = "Soyuz MS-26 launched on September 11, 2024 and landed on April 20, 2025."
    assert told(text, "en") == [
        "launch soyuz-ms-26 2024-09-11 happened",
        "landing soyuz-ms-26 2025-04-20 happened",
    ]


def test_each_flight_of_a_sentence_keeps_its_own_event() -> None:
    text = "Crew-10 docked on March 16, 2025, days after Soyuz MS-26 undocked."
    assert "docking spacex-crew-10 2025-03-16 happened" in told(text, "en")
    assert "undocking soyuz-ms-26 None happened" in told(text, "en")


def test_repeats_make_one_milestone_with_the_fuller_date() -> None:
    text = "China launched Shenzhou-20 in April. Shenzhou-20 was launched on April 24, 2025."
    assert told(text, "en") == ["launch shenzhou-20 2025-04-24 happened"]


def test_a_shift_on_the_station_is_not_what_was_launched() -> None:
    text = "Soyuz MS-27 with the crew of Expedition 73 lifted off on April 8, 2025."
    assert told(text, "en") == ["launch soyuz-ms-27 2025-04-08 happened"]


def test_people_of_the_sentence_belong_unless_tied_to_another_flight() -> None:
    text = "Shenzhou-20 with Chen Dong aboard lifted off on Thursday, Jonny Kim said."
    (launch,) = find(text, "en")
    assert launch.people == ("chen-dong",)


def test_a_death_needs_no_flight_but_a_person_and_a_day() -> None:
    (death,) = find("Richard Truly died on February 27, 2024.", "en")
    assert (death.type, death.mission, death.people) == ("death", None, ("richard-truly",))


def test_a_spacewalk_with_no_flight_named_is_told_of_the_station() -> None:
    text = "Two cosmonauts of the International Space Station completed a spacewalk on Friday."
    assert told(text, "en") == ["spacewalk iss 2025-04-25 happened"]


def test_without_a_day_of_publication_half_a_date_stays_unknown() -> None:
    assert told("Shenzhou-20 was launched on Thursday.", "en", None) == [
        "launch shenzhou-20 None happened"
    ]


def test_an_anniversary_is_not_the_day_of_the_event() -> None:
    (landing,) = find("Fifty years ago today, the Apollo 17 crew splashed down.", "en")
    assert landing.date is None


def test_the_milestone_holds_its_sentence_and_the_place_of_its_cue() -> None:
    text = "Weather was fine. Shenzhou-20 lifted off on Thursday."
    (launch,) = find(text, "en")
    assert text[launch.start : launch.end] == "lifted off"
    assert launch.sentence == "Shenzhou-20 lifted off on Thursday."


def test_a_language_that_is_not_read_gives_nothing() -> None:
    assert told("Shenzhou-20 was launched on April 24, 2025.", "xx") == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_expression_has_a_stem_and_every_macro_is_known(code: str) -> None:
    compiled = language(code)
    assert compiled is not None
    reached = {number for numbers in compiled.by_stem for number in numbers}
    assert reached == set(range(len(compiled.expressions)))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("launch(?:es|ing)?", {"launch"}),
        ("(?:took|taken) off", {"took", "taken"}),
        ("(?:landed|splashed down)", {"landed", "splashed down"}),
        ("space[ -]?walks?", {"space"}),
        ("(?:re)?docked(?! at)", {"docked"}),
        (r"sent (?:\w+ ){0,3}into orbit", {"into orbit"}),
        (r"x{2}abc+", {"xabc"}),
    ],
)
def test_stems_are_the_longest_letters_that_every_match_holds(
    expression: str, expected: set[str]
) -> None:
    assert stems(expression) == expected


def test_an_expression_without_fixed_letters_has_no_stem() -> None:
    with pytest.raises(ValueError, match="No stem"):
        stems(r"\w+(?:abc)?")


def test_listed_pieces_stand_apart_by_bars_and_lines() -> None:
    assert listed("a | b(?:c|\\\n   d)\n e") == ("a", "b(?:c|d)", "e")


WORDS = st.sampled_from(
    "Shenzhou-20 launched landed on April 24, 2025 99 May will not the crew ( ) “ ” . 31 "
    "February 日 月 年 神舟二十号 发射 对接 запуск Союз МС-27 打ち上げ ISS Chen Dong İ ß".split(" ")
)


@given(st.lists(WORDS, max_size=60).map(" ".join), st.sampled_from(sorted(LANGUAGES)))
def test_no_text_raises_and_spans_lie_within_it(text: str, code: str) -> None:
    for one in find(text, code):
        assert 0 <= one.start < one.end <= len(text)
        assert one.date is None or datetime.fromisoformat(f"{one.date}-01-01"[:10])
