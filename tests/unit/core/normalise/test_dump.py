"""Reading text dumps: samples of our own in the shapes of pages, and what must always hold."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.normalise import dump
from ingest.model import Article, Reason, Rejection, Source

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SOURCES = (
    Source(
        id="orbit-daily",
        name="Orbit Daily",
        zone="Asia/Shanghai",
        names=("Orbit Daily Information Co",),
    ),
    Source(id="xinhua", name="Xinhua", zone="Asia/Shanghai", agency=True, names=("新华社",)),
    Source(id="tass", name="TASS", zone="Europe/Moscow", agency=True),
    Source(id="kosmos-zeitung", name="Kosmos-Zeitung", zone="Europe/Berlin", language="de"),
)
PARAGRAPHS = tuple(
    """\
BEIJING -- The Shenzhou-20 crew bolted new debris shields to the station on Thursday, the control \
center said, and returned to the airlock after six hours.
Commander Chen Dong and Chen Zhongrui worked outside while Wang Jie moved the robotic arm from the \
cabin of the core module.
"The panels look simple, but they have to be lined up to within a millimeter," an engineer said.
The crew was launched on April 24, 2025, and is the ninth to live aboard the station.""".splitlines()
)
CAPTION = "A screen shows the crew at work outside the station, June 26, 2025. [Photo/Xinhua]"
RIGHTS = (
    "Copyright 1995 - 2025. All rights reserved. The content published in this site belongs to "
    "Orbit Daily Information Co. Without written authorization it shall not be republished."
)
PAGE = f"""Search
HOME
WORLD
BUSINESS
SPORTS
Home / China / Society

Crew fits debris shields on the station in a six-hour spacewalk

Xinhua | Updated: 2025-06-26 21:47
Share
Share - WeChat
{CAPTION}

{PARAGRAPHS[0]}

{PARAGRAPHS[1]}

{PARAGRAPHS[2]}

Read also
How the station changed a city
Ten soups for a cold evening

{PARAGRAPHS[3]}

Related Stories
A rover gets a new name
Bank holds rates for a third month
Top
BACK TO THE TOP
English
{RIGHTS}
Registration Number: 130349
FOLLOW US
"""


def read(text: str) -> Article:
    result = dump.read(text, sources=SOURCES, received=NOW)
    assert isinstance(result, Article), result
    return result


def refused(text: str) -> Rejection:
    result = dump.read(text, sources=SOURCES, received=NOW)
    assert isinstance(result, Rejection), result
    return result


def test_the_story_is_taken_without_the_page_around_it() -> None:
    assert read(PAGE).paragraphs == PARAGRAPHS


def test_the_head_of_a_page_is_read() -> None:
    article = read(PAGE)
    assert article.title == "Crew fits debris shields on the station in a six-hour spacewalk"
    assert article.publisher == "Orbit Daily"
    assert article.site == "orbit-daily"
    assert article.agency == "Xinhua"
    assert article.place == "Beijing"
    assert article.section == ("China", "Society")
    assert article.captions == (CAPTION,)
    assert article.rights == RIGHTS
    assert article.language == "en"
    assert article.form == "dump"


def test_a_date_without_offset_is_in_the_zone_of_the_source() -> None:
    published = read(PAGE).published
    assert published is not None
    assert published.value is not None
    assert published.value.isoformat() == "2025-06-26T21:47:00+08:00"
    assert (published.precision, published.zone) == ("minute", "assumed")
    assert published.raw == "Xinhua | Updated: 2025-06-26 21:47"


def test_wrapping_at_a_column_changes_no_paragraph() -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(line, 78)) for line in PAGE.splitlines())
    assert wrapped != PAGE
    article = read(wrapped)
    assert article.paragraphs == PARAGRAPHS
    assert article.captions == (CAPTION,)
    assert article.rights == RIGHTS


def test_blank_lines_are_not_needed() -> None:
    assert read("\n".join(line for line in PAGE.splitlines() if line)).paragraphs == PARAGRAPHS


def test_invisible_characters_and_carriage_returns_change_nothing() -> None:
    dirty = PAGE.replace("station", "sta\u00adtion").replace(" the ", " the\u200b ")
    assert read("\ufeff" + dirty.replace("\n", "\r\n")).paragraphs == PARAGRAPHS


def test_comments_are_no_story_though_they_are_longer() -> None:
    comment = (
        "Somebody says:\nJuly 1, 2025 at 5:46 pm\n\nWe stood on the beach and saw nothing at all, "
        "but the children talked about it for a week and wanted to go again.\n\nReply\n\n"
    )
    page = PAGE.replace("Related Stories", "7 thoughts on “Crew fits shields”\n\n" + comment * 7)
    assert read(page).paragraphs == PARAGRAPHS


def test_the_portrait_of_the_author_is_no_story() -> None:
    head = PAGE.replace(
        "Xinhua | Updated: 2025-06-26 21:47", "By Alex Penfield published June 26, 2025"
    )
    foot = (
        "Alex Penfield\nContributing Writer\nAlex has written about space since 2011 and once lost a "
        "shoe while waiting for a rocket.\n\nRelated Stories"
    )
    article = read(head.replace("Related Stories", foot))
    assert article.paragraphs == PARAGRAPHS
    assert article.authors == ("Alex Penfield",)


def test_a_title_in_the_browsers_bar_names_the_site() -> None:
    title = "Crew fits debris shields on the station in a six-hour spacewalk"
    page = PAGE.replace(RIGHTS, "").replace("Orbit Daily", "")
    article = read(f"{title} - The Evening Star\n\n{page}")
    assert article.title == title
    assert article.publisher == "The Evening Star"


RUSSIAN = """Главное
Спорт
Культура
Общество
Наука
16:42 14.05.2025 (обновлено: 17:05 14.05.2025)
82406
Космонавты сфотографировали из космоса лесные пожары
МОСКВА, 14 мая. /TASS/. Космонавты, прибывшие на станцию на корабле "Союз МС-27", передали \
на Землю снимки лесных пожаров, сообщила пресс-служба госкорпорации.
"Дым тянется на несколько сотен километров, ночью видна цепочка огней", - рассказал командир.
Читайте также: Чего не хватает на орбите
По данным региональных властей, на утро среды в крае действовали 32 лесных пожара.
Теги
Космос
Комментарии
© 2025 TASS
"""
CHINESE = """首页|国际|地方|财经|科技
某某网>>科技

神舟二十号航天员乘组完成第二次出舱活动

2025年06月26日22:31 | 来源：新华社
小字号

　　新华社北京6月26日电（记者某甲、某乙）记者从中国载人航天工程办公室获悉，神舟二十号航天员乘组圆满完成第二次出舱活动。

　　出舱航天员陈冬、陈中瑞在舱外工作约6个半小时，先后完成空间碎片防护装置安装、舱外设备巡检等任务。

　　据介绍，乘组状态良好，计划在返回前再实施一次出舱活动。

分享让更多人看到
推荐阅读
台风生成
返回顶部
关于我们|广告服务
版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用
"""
GERMAN = """Zum Inhalt springen
Anmelden
Menü
Kosmos-Zeitung
Startseite
Politik
Wissenschaft
Raumfahrt
Crew der Raumstation montiert neue Schutzschilde

Zwei Raumfahrer haben sechs Stunden außerhalb gearbeitet. Ein dritter steuerte den Arm.
Von Alex Schreiber
26.06.2025, 15.33 Uhr
X.com
Facebook
Link kopieren

Die Besatzung der Raumstation hat am Donnerstag neue Schutzschilde montiert, wie das Kontrollzentrum \
mitteilte. Der Ausstieg dauerte länger als geplant.

»Die Platten sehen einfach aus«, sagte ein Ingenieur, »aber sie müssen auf den Millimeter passen.«

Anzeige

Im Herbst soll die Besatzung die Station an ihre Nachfolger übergeben und zur Erde zurückkehren.

Mehr lesen über
Zinsen bleiben niedrig
Impressum
Datenschutz
"""


def test_russian_pages_are_read() -> None:
    article = read(RUSSIAN)
    assert article.language == "ru"
    assert article.title == "Космонавты сфотографировали из космоса лесные пожары"
    assert len(article.paragraphs) == 3
    assert article.place == "Москва"
    assert article.agency == "TASS"
    assert article.published is not None
    assert article.updated is not None
    assert article.published.value is not None
    assert article.published.value.isoformat() == "2025-05-14T16:42:00+03:00"


def test_chinese_pages_are_read() -> None:
    article = read(CHINESE)
    assert article.language == "zh"
    assert article.title == "神舟二十号航天员乘组完成第二次出舱活动"
    assert [p[:4] for p in article.paragraphs] == ["新华社北", "出舱航天", "据介绍，"]
    assert (article.agency, article.place) == ("Xinhua", "北京")
    assert article.authors == ("某甲", "某乙")
    assert article.rights == "版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用"


def test_german_pages_are_read() -> None:
    article = read(GERMAN)
    assert article.language == "de"
    assert article.title == "Crew der Raumstation montiert neue Schutzschilde"
    assert article.paragraphs[-1].startswith("Im Herbst")
    assert "Anzeige" not in article.text
    assert article.authors == ("Alex Schreiber",)
    assert article.published is not None
    assert article.published.value is not None
    assert article.published.value.isoformat() == "2025-06-26T15:33:00+02:00"


@pytest.mark.parametrize(
    "text",
    [
        "Soyuz lands in Kazakhstan\n\nThe crew of three landed on Sunday.\n\nAll are well.",
        "Союз приземлился\n\nЭкипаж вернулся на Землю в воскресенье.\n\nВсе чувствуют себя хорошо.",
        "神舟二十号返回地球\n\n三名航天员周日安全着陆。\n\n身体状况良好。",
    ],
)
def test_a_short_notice_without_a_page_is_taken_as_it_stands(text: str) -> None:
    title, *paragraphs = text.split("\n\n")
    article = read(text)
    assert article.title == title
    assert article.paragraphs == tuple(paragraphs)


def test_what_is_no_article_is_refused_and_says_why() -> None:
    assert refused("").code is Reason.EMPTY
    assert refused(" \n\n\t\n").code is Reason.EMPTY
    assert refused("ab").code is Reason.TOO_SHORT
    assert refused("!?.,;" * 50).code is Reason.NO_ARTICLE
    menu = "\n".join(["Home", "News", "Sport", "World", "Sign in", "Help", "Terms of Use"] * 3)
    assert "no story" in refused(menu).reason
    missing = (
        "Skip to content\nHome\nNews\n\nPage not found\nTry the search.\n\nTerms of Use\nCookies"
    )
    assert "error page" in refused(missing).reason


def test_a_cookie_wall_is_no_article() -> None:
    wall = (
        "Welcome\nContinue with advertising or subscribe\n\nWith your consent we and our 212 partners "
        "store cookies on your device and read information about your browser, so that ads can be "
        "fitted to you. You can change your choice at any time in the privacy policy.\nAccept\n"
        "Learn more\nSubscribe now\nSign in\nImprint\nPrivacy policy\nTerms of use"
    )
    assert refused(wall).code is Reason.NO_ARTICLE


def test_every_line_is_explained() -> None:
    explained = dump.explain(PAGE)
    assert [e.text for e in explained if e.kept] == list(PARAGRAPHS)
    assert [e.text for e in explained if e.role == "title"] == [read(PAGE).title]
    assert all(e.why for e in explained)


_LINES = st.lists(
    st.one_of(
        st.sampled_from(PAGE.splitlines() + RUSSIAN.splitlines() + CHINESE.splitlines()),
        st.text(max_size=60),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(_LINES)
def test_text_is_made_of_the_lines_of_the_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    result = dump.read(text, sources=SOURCES, received=NOW)
    if isinstance(result, Article):
        plain = "".join(c for c in text if c.isalnum())
        for paragraph in (*result.paragraphs, result.title or ""):
            assert "".join(c for c in paragraph if c.isalnum()) in plain


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=6, unique=True))
def test_reading_what_was_read_changes_nothing(paragraphs: list[str]) -> None:
    title = "Crew fits debris shields on the station"
    first = read(title + "\n\n" + "\n\n".join(paragraphs))
    again = read(f"{first.title}\n\n{first.text}")
    assert (again.title, again.paragraphs) == (first.title, first.paragraphs)


def test_records_without_blanks_are_no_article() -> None:
    records = "\n".join(f"unit{n}:x:{n}:{n}:unit:/srv/unit{n}:/usr/bin/false" for n in range(9))

    refused = dump.read(records, sources=SOURCES, received=NOW)

    assert isinstance(refused, Rejection)
    assert refused.code is Reason.NO_ARTICLE


def test_a_very_long_paragraph_is_no_data() -> None:
    paragraph = "The crew went through the list of the day and found nothing amiss. " * 60
    page = f"Home\nWorld\nSpace\n\nA long day in orbit\n\n{paragraph}\n\n{paragraph}\n\nAbout us\nContact"

    result = dump.read(page, sources=SOURCES, received=NOW)

    assert isinstance(result, Article)
    assert len(result.paragraphs) == 2
