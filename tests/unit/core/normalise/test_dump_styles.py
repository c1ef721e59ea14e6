"""What pages of different makes show around a story, and what is read from it."""

from __future__ import annotations

import pytest

from ingest import catalogue
from ingest.core.normalise import dump
from ingest.core.normalise.lines import split
from ingest.model import Article
from ingest.settings import load_settings
from tests.unit.core.normalise.test_story_dates import MENU, NOW, STORY, TITLE

SOURCES = catalogue.load_sources(load_settings().sources_dir)
REPRINT = (
    "Copyright 2025 The Associated Press. All rights reserved. "
    "This material may not be published or redistributed."
)
DATE = "21 August 2025, 17:17"


def read(*lines: str) -> Article:
    found = dump.read("\n".join(lines), sources=SOURCES, received=NOW)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (f"{TITLE} - Hellweger Bote", ("© dpa-infocom, dpa:250821-930-941234/1",)),
        ("KXYZ News", (REPRINT, "Copyright 2025 KXYZ. All rights reserved.")),
        ("Orbital Gazette", ("About the Orbital Gazette", "© 2019-2025 Orbital Gazette Ltd.")),
        ("Orbital Gazette", ("Contact", "Write for the Orbital Gazette")),
    ],
)  # fmt: skip
def test_a_page_is_its_own_publisher_though_it_prints_an_agency(
    head: str, foot: tuple[str, ...]
) -> None:
    article = read(head, *MENU, TITLE, DATE, *STORY, *foot)
    name = head.removeprefix(f"{TITLE} - ")
    assert (article.publisher, article.site) == (name, None)
    if len(foot) == 2 and "KXYZ" in name:
        assert article.rights == foot[1]


def test_a_source_whose_name_is_ordinary_words_must_be_written_as_a_name() -> None:
    article = read(*MENU, TITLE, DATE, *STORY, "Faire le point sur la sécheresse")
    assert article.publisher is None


@pytest.mark.parametrize(
    ("lines", "place", "authors"),
    [
        (("Jules Verne in Beijing", DATE, *STORY), "Beijing", ("Jules Verne",)),
        (("SÃO PAULO | REUTERS", DATE, *STORY), "São Paulo", ()),
        (("JULES VERNE", "Madrid - 21 AGO 2025 - 17:17 CEST", *STORY), "Madrid", ("Jules Verne",)),
        (("By Jules Verne August 21, 2025 5:17 pm", *STORY), None, ("Jules Verne",)),
        (("di Jules Verne", DATE, *STORY), None, ("Jules Verne",)),
    ],
)  # fmt: skip
def test_writers_and_places_stand_beside_the_date(
    lines: tuple[str, ...], place: str | None, authors: tuple[str, ...]
) -> None:
    article = read(*MENU, TITLE, *lines)
    assert (article.place, article.authors) == (place, authors)


def test_papers_of_south_asia_set_the_place_before_a_colon() -> None:
    article = read("Hindustan Times", *MENU, TITLE, DATE, f"New Delhi: {STORY[0]}", *STORY[1:])
    assert (article.publisher, article.place) == ("Hindustan Times", "New Delhi")


def test_a_dateline_of_taiwan_names_its_writer() -> None:
    article = read(
        "中央社 CNA", "即時", "科技", "福衛八號首枚衛星 最快10月升空",
        "2025/8/21 17:17（8/21 18:00 更新）",
        "（中央社記者張璦台北21日電）國家太空中心今天表示，福衛八號星系首枚衛星最快10月升空。",
        "這枚衛星的解析度可達1公尺以下，後續7枚將在2031年前陸續發射，國內自製的元件比例達84%。",
    )  # fmt: skip
    assert (article.place, article.agency) == ("台北", "中央社")
    assert article.updated is not None
    assert article.updated.value is not None
    assert article.updated.value.isoformat() == "2025-08-21T18:00:00+08:00"


CAPTION = "The rover's mast casts its shadow on the bed of the lake"


@pytest.mark.parametrize(
    "credit",
    [
        ". File photo: SpaceX", ".Credit...Pool photo for The Times", " in New Delhi. (PTI)",
        ", captado desde Huelva.MIDAS", ". JULES VERNE (REUTERS)", " - Divulgação/Innospace",
        " im Juli. ESA-CNES-Arianespace",
    ],
)  # fmt: skip
def test_credits_of_many_makes_tell_captions(credit: str) -> None:
    article = read(*MENU, TITLE, CAPTION + credit, DATE, *STORY)
    assert article.captions == (CAPTION + credit,)
    assert article.paragraphs == STORY


def test_a_long_credit_below_belongs_to_the_caption() -> None:
    credit = "Credit: NASA, ESA, CSA, with processing by the Southwest Research Institute (SwRI)"
    article = read(*MENU, TITLE, DATE, CAPTION + ".", credit, *STORY)
    assert (article.captions, article.paragraphs) == ((CAPTION + ".",), STORY)


def test_what_a_picture_above_the_headline_shows_is_no_headline() -> None:
    article = read(*MENU, "Ripples beside a wheel", CAPTION + ". | AFP", TITLE, DATE, *STORY)
    assert (article.title, article.captions) == (TITLE, (CAPTION + ". | AFP",))


def test_the_name_of_a_kind_of_page_is_no_headline() -> None:
    title = "H3ロケット、8号機は10月に打ち上げへ 準天頂衛星を搭載"
    story = (
        "宇宙航空研究開発機構は21日、H3ロケットの8号機を10月に種子島宇宙センターから打ち上げると発表した。",
        "準天頂衛星は、スマートフォンの位置情報などに使われている。7基になれば、他国に頼らずに測位できる。",
    )
    article = read(
        "ログイン", "速報", "朝日新聞デジタル記事", title, "2025年8月21日 17時17分", *story
    )
    assert article.title == title


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (("China / Science", TITLE, DATE), ("China", "Science")),
        (("Artemis 2", TITLE, DATE, "Jules Verne"), ("Artemis 2",)),
        (("Home", "Events", "Launch log", "Our shop", "Live", "Rovers", TITLE, DATE), ("Rovers",)),
    ],
)  # fmt: skip
def test_sections_stand_above_the_headline(
    lines: tuple[str, ...], section: tuple[str, ...]
) -> None:
    assert read("China", "Science", "Search", *lines, *STORY).section == section


def test_a_list_that_the_story_announces_stays_and_teasers_go() -> None:
    listed = ("a camera on a mast", "two drills", "a box of spare bits")
    article = read(*MENU, TITLE, DATE, *STORY[:2], "The rover carries:", *listed, *STORY[2:])
    assert article.paragraphs == (*STORY[:2], "The rover carries:", *listed, *STORY[2:])
    teasers = ("Bank holds rates again", "Storm closes seven schools", "A whale sings louder")
    article = read(*MENU, TITLE, DATE, *STORY[:3], *teasers, STORY[3])
    assert article.paragraphs == STORY


@pytest.mark.parametrize(
    "sentence",
    [
        "The agency testified that nobody had asked for the copyright in the pictures of the lake.",
        "It had been there for 244 days, a spokesman said on behalf of the team that drives it.",
    ],
)
def test_words_of_legal_lines_and_comments_are_no_furniture_in_a_sentence(sentence: str) -> None:
    assert sentence in read(*MENU, TITLE, DATE, *STORY[:2], sentence, *STORY[2:]).paragraphs


def test_comments_that_are_replied_to_end_a_story_however_short() -> None:
    said = "Great to see this, I was worried after the last drive that the wheel would not hold."
    comments = [
        line for n in range(3) for line in (f"Reader {n}", f"August 2{n}, 2025 at 9:01 am", said, "Reply")
    ]  # fmt: skip
    article = read(*MENU, TITLE, DATE, *STORY[:2], "9 Comments", *comments)
    assert article.paragraphs == STORY[:2]


WRAPPED = (
    (("国际空间站上的三名航天员在经过约六个小时的工作之后结束了今年第三次出舱活动，并",
      "安全返回舱内。"),
     "国际空间站上的三名航天员在经过约六个小时的工作之后结束了今年第三次出舱活动，并安全返回舱内。"),
    (("Die Mannschaft trainiert in Köln, wie das Deutsche Zentrum für die Luft-",
      "und Raumfahrt am Donnerstag mitgeteilt hat, noch bis zum Ende der Woche im",
      "Becken."),
     ("Die Mannschaft trainiert in Köln, wie das Deutsche Zentrum für die Luft- und Raumfahrt am "
      "Donnerstag mitgeteilt hat, noch bis zum Ende der Woche im Becken.")),
    (("California has leased a part of its sea bed for the first time to builders of",
      "floating-wind-farms, which nobody had expected of the state so early in this",
      "year."),
     ("California has leased a part of its sea bed for the first time to builders of "
      "floating-wind-farms, which nobody had expected of the state so early in this year.")),
)  # fmt: skip


@pytest.mark.parametrize(("wrapped", "whole"), WRAPPED)
def test_wrapped_lines_are_joined_as_their_words_were(wrapped: tuple[str, ...], whole: str) -> None:
    assert [line.text for line in split("\n".join(["Menu", "", *wrapped]))] == ["Menu", whole]


def test_a_headline_that_is_repeated_below_is_not_joined_to_itself() -> None:
    title = "A rover that had lost its way finds ripples in the bed of a lake on Mars"
    body = (
        "The rover has found ripples in rock that once was the muddy bed of a shallow",
        "lake on Mars, and they can only have been made by wind that moved the water,",
        "so that there cannot have been any ice above it at the time, as had long been",
        "thought by those who had studied pictures of the valley that were taken from",
        "above.",
    )
    found = [line.text for line in split("\n".join([title, title, "", *body]))]
    assert found == [title, title, " ".join(body)]


def test_blank_lines_between_all_lines_say_nothing() -> None:
    assert [line.gap for line in split("a\n\n\nb\n\n\n\n\nc")] == [0, 0, 2]


def test_a_sentence_about_its_writer_below_a_story_is_no_part_of_it() -> None:
    portrait = (
        "Jules Verne has written for this paper since 1863, mostly about the moon and the sea."
    )
    article = read(*MENU, TITLE, "By Jules Verne", DATE, *STORY, portrait)
    assert (article.authors, article.paragraphs) == (("Jules Verne",), STORY)


def test_of_outlets_that_share_a_name_the_one_of_the_pages_language_is_meant() -> None:
    article = read("ABC News", *MENU, TITLE, DATE, *STORY, "© 2025 ABC")
    assert article.publisher == "ABC News"


@pytest.mark.parametrize(
    "below",
    [
        ("Quelle: ntv.de, ckr/dpa", "Raumfahrt", "Mars"),
        ("Jules Verne", "Jules Verne", "Correspondent", "Comments"),
    ],
)
def test_the_last_paragraph_of_a_short_story_is_no_caption_of_what_stands_below(
    below: tuple[str, ...],
) -> None:
    article = read(*MENU, TITLE, "By Jules Verne", DATE, *STORY[:3], *below)
    assert article.paragraphs == STORY[:3]
