"""Text dumps of pages that nobody has listed: captions, furniture, walls, and what must hold."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.languages import STORIES, pages
from ingest.core.normalise import dump, furniture, lines
from ingest.core.normalise.furniture_words import PHRASES
from ingest.model import Article, Reason, Rejection, Source

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SOURCES = (
    Source(id="afp", name="AFP", zone="Europe/Paris", agency=True, names=("Agence France-Presse",)),
    Source(id="kyodo", name="Kyodo", zone="Asia/Tokyo", agency=True, names=("共同通信",)),
)
TITLE = "Three astronauts come home in another crew's ship"
STORY = (
    "Three astronauts landed in Inner Mongolia on Friday, nine days later than they had planned.",
    "Chen Dong, Chen Zhongrui and Wang Jie had found small cracks in a window of Shenzhou-20.",
    "They came back in Shenzhou-21 instead, which had brought up their successors two weeks before.",
    "An empty ship will now be sent to the station, so that the crew on board has a way home.",
)
TEASERS = ("A rover gets a new name", "Bank holds rates", "Ten soups for a cold evening")
LANGUAGES = yaml.safe_load(STORIES.read_text(encoding="utf-8"))


def outcome(text: str) -> Article | Rejection:
    return dump.read(text, sources=SOURCES, received=NOW)


def read(text: str) -> Article:
    result = outcome(text)
    assert isinstance(result, Article), result
    return result


def page(*head: str, story: tuple[str, ...] = STORY, foot: tuple[str, ...] = ()) -> str:
    menu = "Menu\nWorld\nScience\nSport\nCulture\nSign in"
    return "\n".join([menu, TITLE, "14 November 2025, 17:05", "Share", *head, *story, *foot])


CAPTIONS = (
    "The capsule on the steppe near Dongfeng. Photo: Xinhua",
    "The capsule on the steppe near Dongfeng. Photograph: Xinhua/Getty Images",
    "The capsule stands on the steppe near Dongfeng, China, November 14, 2025. REUTERS/Staff",
    "The capsule on the steppe near Dongfeng (Image credit: CMSA)",
    "The capsule on the steppe near Dongfeng, November 14, 2025. (Pool via AP)",
    "The capsule on the steppe near Dongfeng | AP",
    "The capsule on the steppe near Dongfeng - CMSA / AFP",
    "The capsule stands on the steppe near Dongfeng on the day of the landing, 2025. SpaceX",
    "This photo, taken Nov. 14, 2025, shows the capsule on the steppe near Dongfeng. (Yonhap)",
)


@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize("place", ["above the story", "within it"])
def test_captions_are_told_by_their_credits(caption: str, place: str) -> None:
    if place == "within it":
        article = read(page(story=(*STORY[:2], caption, *STORY[2:])))
    else:
        article = read(page(caption))
    assert article.captions == (caption,)
    assert article.paragraphs == STORY


def test_a_credit_on_a_line_of_its_own_belongs_to_the_caption_above() -> None:
    caption = "The capsule stands on the steppe near Dongfeng."
    article = read(page(caption, "Terry Renna/AP"))
    assert (article.captions, article.paragraphs) == ((caption,), STORY)


def test_the_last_paragraph_is_no_caption_though_an_agency_signs_it() -> None:
    signed = (*STORY[:-1], STORY[-1] + " AFP")
    article = read(page(story=signed, foot=("More on this topic", "A rover gets a new name")))
    assert (article.paragraphs, article.agency, article.captions) == (signed, "AFP", ())


def test_japanese_papers_name_the_agency_behind_the_first_paragraph() -> None:
    words = LANGUAGES["ja"]
    words = {**words, "story": [words["story"][0] + "（共同）", *words["story"][1:]]}
    article = read(next(pages(words)))
    assert article.agency == "Kyodo"
    assert list(article.paragraphs) == words["story"]


def test_the_headline_stands_above_its_subtitle() -> None:
    subtitle = "Chen Dong, Chen Zhongrui and Wang Jie land in Shenzhou-21 after cracks in a window"
    text = page().replace(TITLE, f"{TITLE}\n{subtitle}")
    assert read(text).title == TITLE


def test_quotation_marks_are_no_breadcrumb() -> None:
    title = "Экипаж «Союза МС-27» перешел на борт станции"
    words = {**LANGUAGES["ru"], "title": title}
    assert read(next(pages(words))).title == title


def test_a_companys_portrait_is_no_part_of_its_release() -> None:
    portrait = (
        "About The Rocket Works",
        "The Rocket Works builds engines and stages for customers on four continents since 2006.",
    )
    assert read(page(foot=portrait)).paragraphs == STORY


def test_teasers_with_summaries_below_the_story_are_left_out() -> None:
    foot = (
        "Related articles",
        "Mice settle in",
        "The first mammals on the station are eating well, officials told reporters on Sunday.",
        "Rescue ship ready",
        "An emergency ship stands by at the launch site at all times, the deputy designer said.",
    )
    assert read(page(foot=foot)).paragraphs == STORY


def test_a_time_of_day_below_the_date_belongs_to_it() -> None:
    text = page().replace("14 November 2025, 17:05", "14 noviembre 2025\n10:20h")
    published = read(text).published
    assert published is not None
    assert published.value is not None
    assert (published.value.strftime("%d %H:%M"), published.precision) == ("14 10:20", "minute")


@pytest.mark.parametrize(
    "line",
    [
        "This entry was posted on 14 November 2025 by the desk in Science.",
        "Dieser Beitrag wurde am 14. November 2025 um 17:05 Uhr veröffentlicht.",
        "14 November 2025",
    ],
)
def test_a_date_below_the_story_counts_where_the_head_has_none(line: str) -> None:
    text = page(foot=(line, "Related articles", *TEASERS)).replace(
        "14 November 2025, 17:05\n", "", 1
    )
    published = read(text).published
    assert published is not None
    assert published.value is not None
    assert published.value.date().isoformat() == "2025-11-14"


def test_the_day_by_which_something_ends_is_no_date_of_the_story() -> None:
    text = page().replace(
        "14 November 2025, 17:05", "Vote for the best picture (until 31 May 2025)"
    )
    assert read(text).published is None


@pytest.mark.parametrize(
    ("language", "offset"), [("zh", "+0800"), ("ja", "+0900"), ("de", "+0100"), ("en", "+0000")]
)
def test_the_zone_of_a_source_that_is_not_listed_is_a_guess(language: str, offset: str) -> None:
    published = read(next(pages(LANGUAGES[language]))).published
    assert published is not None
    assert published.value is not None
    assert (published.value.strftime("%z"), published.zone) == (offset, "guess")


WALLS = {
    "en": "Please verify you are a human\nAccess to this page has been denied because we believe "
    "you are using automation tools. Please make sure that Javascript and cookies are enabled.",
    "de": "Jetzt weiterlesen\nSie haben noch kein Abo? Testen Sie uns einen Monat für 1 Euro und "
    "lesen Sie alle Artikel. Danach 9,99 Euro im Monat, jederzeit kündbar.\nJetzt testen",
    "fr": "Votre vie privée\nAvec votre accord, nos 188 partenaires et nous utilisons des cookies "
    "pour accéder à des informations comme votre visite sur ce site. Vous pouvez retirer votre "
    "consentement à tout moment.\nAccepter\nContinuer sans accepter",
    "es": "Inicia sesión para seguir leyendo\nAl registrarte aceptas las condiciones de uso y la "
    "política de privacidad, y que te enviemos comunicaciones que puedes cancelar cuando quieras, "
    "si inicias sesión con tu contraseña.\nCorreo electrónico\nCrear cuenta",
    "ru": "Ошибка 404\nК сожалению, запрашиваемая вами страница не существует. Возможно, она была "
    "удалена или вы набрали неверный адрес.\nНа главную\nЛента новостей",
    "zh": "首页\n新闻\n很抱歉，您要访问的页面不存在或已被删除。\n您可以返回首页，或者稍后再试。\n关于我们",
    "ja": "ニュース\nお探しのページは見つかりませんでした\n移動または削除された可能性があります。\nトップページへ",
}


@pytest.mark.parametrize("language", WALLS)
def test_walls_and_missing_pages_are_refused_in_any_language(language: str) -> None:
    result = outcome(f"Menu\nSport\n{WALLS[language]}\nPrivacy policy")
    assert isinstance(result, Rejection)
    assert result.code is Reason.NO_ARTICLE


def test_a_list_of_other_pages_is_refused() -> None:
    teasers = "".join(
        f"{title}\n{summary}\n{day} November 2025\n"
        for day, title, summary in (
            (20, "Crew named for February", "Four people will stay aboard for nine months."),
            (
                13,
                "Rocket hits the barge",
                "The second flight of the rocket ended on a ship at sea.",
            ),
            (3, "Mice settle in", "The first mammals on the outpost are eating well, they said."),
        )
    )
    result = outcome(f"Home\nSpace\nLaunches\nLatest in Space\n{teasers}Load more\nPrivacy policy")
    assert isinstance(result, Rejection)
    assert "lists other pages" in result.reason


def test_more_lines_than_are_read_are_told() -> None:
    text = page() + "\nAnother row of a long table" * lines.MAX_LINES
    article = read(text)
    assert article.notes == ("only the first 20,000 lines were read",)
    assert dump.explain(text)[-1].role == "cut"
    assert read(page()).notes == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_is_told_from_the_page_in_every_language(language: str) -> None:
    words = LANGUAGES[language]
    for number, text in enumerate(pages(words)):
        if number in (5, 7):
            continue  # wrapped, without blank lines: a full last line does not show that it is last
        article = read(text)
        assert list(article.paragraphs) == words["story"]
        assert (article.title, article.language) == (words["title"], language)


def _lines_of(kind: furniture.Cue) -> list[str]:
    phrases = " ".join(PHRASES[kind].split()).replace("| ", "|").split("|")
    return [phrase.replace("№", "12") for phrase in phrases if len(phrase) > 1]


MENU = _lines_of(furniture.Cue.MENU)
SHARE = _lines_of(furniture.Cue.SHARE)
FOOT = _lines_of(furniture.Cue.FOOT)
LEGAL = _lines_of(furniture.Cue.LEGAL)


@settings(max_examples=150, deadline=None)
@given(
    language=st.sampled_from(sorted(LANGUAGES)),
    menu=st.lists(st.sampled_from(MENU), max_size=12),
    share=st.lists(st.sampled_from(SHARE), max_size=4),
    foot=st.sampled_from(FOOT),
    legal=st.lists(st.sampled_from(LEGAL), max_size=4),
    gap=st.sampled_from(["\n", "\n\n", "\n\n\n"]),
    seed=st.integers(0, 9),
)
def test_furniture_of_any_language_changes_nothing_of_the_story(
    language: str, menu: list[str], share: list[str], foot: str, legal: list[str], gap: str,
    seed: int,
) -> None:  # fmt: skip
    words = LANGUAGES[language]
    teasers = random.Random(seed).sample(TEASERS, 2)
    parts = [*menu, words["title"], words["date"], *share, *words["story"], foot, *teasers, *legal]
    first = read(gap.join(parts))
    assert list(first.paragraphs) == words["story"]
    assert first.title == words["title"]


@settings(max_examples=80, deadline=None)
@given(language=st.sampled_from(sorted(LANGUAGES)), number=st.integers(0, 7))
def test_a_story_that_was_read_is_read_again_as_the_same(language: str, number: int) -> None:
    """Title, blank line and paragraphs, as they are stored, are a page without furniture."""
    first = read(list(pages(LANGUAGES[language]))[number])
    again = read(f"{first.title}\n\n{first.text}")
    assert (again.title, again.paragraphs) == (first.title, first.paragraphs)
    assert again.language == first.language
