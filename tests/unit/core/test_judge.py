"""Copies, revisions and different stories, told apart by their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    publisher: str | None = None,
) -> Subject:
    received = NOON + after
    article = Article(
        title=title,
        paragraphs=tuple(paragraphs),
        form="json",
        publisher=publisher,
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


def test_of_a_page_without_a_publisher_none_is_claimed() -> None:
    found = judged(subject("b", STORY[:-1], site=None), subject("a", site=None))
    assert "whose publisher is not known" in found.why


def test_pages_without_addresses_are_told_apart_by_the_names_of_their_publishers() -> None:
    news = "The crew of four will now stay until the end of May, two weeks longer than planned."
    changed = (*STORY, news)
    first = subject("a", site=None, publisher="Harbour Daily Press")

    own = judged(subject("b", changed, site=None, publisher="Harbour Daily Press"), first)
    another = judged(subject("b", changed, site=None, publisher="Lakeside Courier"), first)

    assert (own.decision, another.decision) == ("revision", "copy")
    assert "Harbour Daily Press" in another.why


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
    assert found.changes.added == (added,)
    ((before, after),) = found.changes.changed
    assert "nine mission crews" in before
    assert "ten mission crews" in after
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


@settings(deadline=None, max_examples=40)
@given(st.permutations(range(6)))
def test_the_order_of_arrival_within_a_second_never_changes_the_clusters(order: list[int]) -> None:
    """Three prints of one story, and three launches told with the same words, one of them twice."""
    launches = [launch("6-12", 23, "Monday", 1067, 8), launch("6-13", 22, "Thursday", 1073, 11)]
    arrivals = [
        subject("story"),
        subject("cut", STORY[:-1], site="second.example"),
        subject("framed", ("Home News Sign in", *STORY, "Most read"), site="third.example"),
        subject("12", launches[0], title="Group 6-12 launched"),
        subject("13", launches[1], title="Group 6-13 launched"),
        subject("13 again", launches[1], title="Group 6-13 launched", site="second.example"),
    ]
    batch = [arrivals[i] for i in order]
    clusters: dict[str, set[str]] = {}
    for one, found in zip(batch, judge_batch(batch, {}, thresholds=THRESHOLDS), strict=True):
        clusters.setdefault(found.cluster, set()).add(one.id)
    assert sorted(map(sorted, clusters.values())) == [
        ["12"],
        ["13", "13 again"],
        ["cut", "framed", "story"],
    ]


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


CHINESE = (
    "记者从中国载人航天工程办公室获悉，空间站第二批国际合作项目的征集工作近日完成，来自十七个国家的科研团队提交了申请。",
    "工程办公室负责人介绍说，入选项目涵盖流体物理、燃烧科学和细胞生物学等方向，将于明年起陆续搭载货运飞船进入轨道。",
    "着陆场系统的副总设计师表示，西部新建的测控站已经投入使用，两颗中继卫星把通信中断的时间缩短到一分钟以内。",
    "空间站自建成以来已接待九个航天员乘组，目前在轨的是神舟二十号乘组，他们将于十月返回东风着陆场。",
)
JAPANESE = (
    "宇宙機関は十八日、軌道上の実験棟を世界の大学に開放すると発表し、最初の募集には十七の研究チームが名乗りを上げた。",
    "担当の理事は「流体や燃焼、細胞の研究を優先し、来年の補給船から順に打ち上げたい」と述べ、選考の考え方を説明した。",
    "地上設備の設計者によると、西部に新しい追跡局が完成し、中継衛星によって通信が途切れる時間は一分ほどに縮まった。",
    "実験棟にはこれまでに九組の飛行士が滞在し、いまは二十番目の飛行の乗組員が任務に就いている。",
)


KOREAN = (
    "항공우주 당국은 수요일 새 관측 위성의 지상 시험을 마쳤으며 다음 달 발사장으로 옮길 예정이라고 밝혔다.",
    "시험은 석 달 동안 진공과 진동 속에서 이어졌고, 담당 연구원은 태양 전지판이 예상보다 빨리 펼쳐졌다고 말했다.",
    "위성은 해마다 가뭄을 겪는 남부 지역의 저수지와 산불을 살피고, 어부들에게 바다의 온도를 알려 주게 된다.",
    "예산은 의회가 지난가을에 승인했으며, 두 번째 위성은 같은 설계로 이 년 뒤에 만들어진다.",
)
THAI = (
    "หน่วยงานอวกาศแถลงเมื่อวันพุธว่าดาวเทียมสำรวจดวงใหม่ผ่านการทดสอบภาคพื้นดินแล้วและจะขนไปยังฐานปล่อยในเดือนหน้า",
    "การทดสอบใช้เวลาสามเดือนในห้องสุญญากาศ วิศวกรกล่าวว่าแผงรับแสงอาทิตย์กางออกเร็วกว่าที่คาดไว้",
    "ดาวเทียมจะเฝ้าดูอ่างเก็บน้ำและไฟป่าทางภาคใต้ และแจ้งอุณหภูมิของทะเลให้ชาวประมงทราบทุกเช้า",
    "รัฐสภาอนุมัติงบประมาณเมื่อปลายปีที่แล้ว และดาวเทียมดวงที่สองจะสร้างตามแบบเดียวกันในอีกสองปี",
)


@pytest.mark.parametrize(
    ("language", "story", "around"),
    [
        ("ko", KOREAN, ("홈 뉴스 경제 문화 날씨", "기사 공유하기", "무단 전재 및 재배포 금지")),
        ("th", THAI, ("หน้าแรก ข่าว กีฬา", "แบ่งปันบทความนี้", "สงวนลิขสิทธิ์")),
        ("zh", CHINESE, ("首页 新闻 国际 军事 财经", "分享到：微信 微博", "责任编辑：小编")),
        ("ja", JAPANESE, ("トップ 速報 政治 経済", "シェアする", "記事の無断転載を禁じます。")),
    ],
)
def test_a_reprint_in_an_asian_script_is_a_copy(
    language: str, story: tuple[str, ...], around: tuple[str, ...]
) -> None:
    first = subject("a", story, title=story[0][:20], language=language)
    reprint = (around[0], around[1], *story[:-1], around[2])
    found = judged(
        subject("b", reprint, title=story[1][:18], site="second.example", language=language), first
    )
    assert (found.decision, found.of, found.layer) == ("copy", "a", "near")


def chinese_launch(number: str, minute: int, seconds: int, flight: str) -> tuple[str, ...]:
    return text(
        f"""
        搭载神舟{number}号载人飞船的运载火箭于今日9时{minute}分在酒泉卫星发射中心点火发射，约{seconds}秒后飞船与火箭分离。

        飞船进入预定轨道，航天员状态良好，发射取得圆满成功，这是我国载人航天工程的第{flight}次发射任务。

        飞船入轨后将按照预定程序与空间站组合体进行自主快速交会对接，航天员将进驻天和核心舱开展科学实验。
        """
    )


@pytest.mark.parametrize(("one", "other"), [("二十", "二十一"), ("20", "21"), ("２０", "２１")])
def test_chinese_flights_told_with_the_same_words_are_two_stories(one: str, other: str) -> None:
    first = subject(
        "a",
        chinese_launch(one, 17, 580, "三十五"),
        title=f"神舟{one}号发射成功",
        language="zh",
    )
    second = subject(
        "b",
        chinese_launch(other, 44, 607, "三十六"),
        title=f"神舟{other}号发射成功",
        language="zh",
        after=timedelta(days=5),
    )
    assert judged(second, first).decision == "new"


def test_full_width_digits_are_no_change() -> None:
    first = subject("a", chinese_launch("20", 17, 580, "35"), title="发射成功", language="zh")
    wide = tuple(
        p.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        for p in first.fingerprint.paragraphs
    )
    found = judged(subject("b", wide, title="发射成功", language="zh", site="b.example"), first)
    assert (found.decision, found.layer) == ("copy", "text")


def test_what_stands_around_an_article_does_not_revise_it() -> None:
    page = "https://first.example/station"
    touched = (
        "Last updated 3:40 p.m.",
        *STORY,
        "217 comments",
        "Subscribe to our newsletter and get all the stories of the week in your inbox.",
        "Copyright 2025 First Example. All rights reserved, in this world and in all the others.",
    )
    found = judged(subject("b", touched, url=page), subject("a", url=page))
    assert (found.decision, found.layer) == ("copy", "url")


def test_a_sentence_taken_out_of_a_page_revises_it() -> None:
    page = "https://first.example/station"
    found = judged(subject("b", STORY[:-1], url=page), subject("a", url=page))
    assert found.decision == "revision"
    assert any("nine mission crews" in sentence for sentence in found.changes.removed)


def test_a_changed_line_of_a_crew_list_revises_the_page() -> None:
    page = "https://first.example/station"
    before = subject("a", (*STORY, "Commander: Ardent Alpha"), url=page)
    after = subject("b", (*STORY, "Commander: Brisk Bravo"), url=page)
    assert judged(after, before).decision == "revision"


def test_a_page_with_a_new_story_every_day_is_new_every_day() -> None:
    page = "https://first.example/today"
    other = launch("6-12", 23, "Monday", 1067, 8)
    found = judged(
        subject("b", other, url=page, title="Group 6-12 launched", after=timedelta(days=1)),
        subject("a", url=page),
    )
    assert found.decision == "new"


def test_a_roundup_that_quotes_an_article_among_others_is_no_copy() -> None:
    quoted = subject("a", STORY[:2])
    others = launch("6-12", 23, "Monday", 1067, 8)
    weather = text(
        """
        Forecasters expect calm and cold mornings on the steppe, with fog along the river that may
        keep the helicopters of the recovery service on the ground until the sun is up.

        Towards the weekend a front brings snow, first in the mountains and then in the plain, and
        the wind turns to the north and freshens to gusts that shake the towers of the launch site.

        The long-range outlook has no surprises: a dry week follows, then the first warm days, and
        with them the mud that every spring turns the roads to the landing zones into soup.
        """
    )
    roundup = subject("b", (*weather, *others, *STORY[:2]), title="The week", site="b.example")
    found = judged(roundup, quoted)
    assert found.decision == "new"
    assert "a longer text" in found.why


def test_the_same_short_notice_weeks_later_is_another_notice() -> None:
    notice = text(
        """
        The range was closed this morning for a rehearsal of the countdown, a spokesperson said.

        Fishermen were asked to stay out of the marked area until noon. The range opens tomorrow.
        """
    )
    first = subject("a", notice, title="Range closed")
    assert judged(subject("b", notice, title="Range closed"), first).decision == "copy"
    later = subject("c", notice, title="Range closed", after=timedelta(days=14))
    assert judged(later, first).decision == "new"


def test_a_long_text_printed_again_weeks_later_is_a_copy() -> None:
    long = (*STORY, *launch("6-12", 23, "Monday", 1067, 8))
    found = judged(subject("b", long, after=timedelta(days=14)), subject("a", long))
    assert (found.decision, found.layer) == ("copy", "text")


def test_an_article_beyond_the_window_is_not_compared() -> None:
    later = subject("b", STORY[:-1], site="second.example", after=timedelta(days=8))
    assert judged(later, subject("a")).decision == "new"


def test_every_decision_says_why_in_a_sentence() -> None:
    first = subject("a", url="https://first.example/station")
    for found in (
        judged(first),
        judged(subject("b", digest="a"), first),
        judged(subject("c", STORY[:-1], url="https://first.example/station"), first),
        judged(subject("d", STORY[:-1], site=None, title=None), first),
        judged(subject("e", site="second.example"), first),
    ):
        assert found.why[0].isupper() or found.why[0].isdigit()
        assert found.why.endswith(".")
        assert len(found.why) < 300
