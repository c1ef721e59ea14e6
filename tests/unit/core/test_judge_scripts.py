"""The same story in another writing, and reports of one template, in scripts of their own."""

from __future__ import annotations

import pytest

from ingest.core.judge import Thresholds, judge
from ingest.core.judge.specifics import plain, specifics
from ingest.model import Judgement

from .judging import subject


def judged(
    earlier: str, later: str, *, title: str, language: str, site: str = "second.example"
) -> Judgement:
    first = subject("a", [earlier], title=title, language=language, site="first.example")
    second = subject("b", [later], title=title, language=language, site=site, hours=5)
    return judge(second, [first], thresholds=Thresholds())


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("zh", "运载火箭于九时二十分点火发射，飞船进入预定轨道。", "運載火箭於九時二十分點火發射，飛船進入預定軌道。"),
        ("ar", "أعلن إدارة الأرصاد أن القمر أرسل 12 صورة في يوم واحد.", "اعلن ادارة الارصاد ان القمر ارسل ١٢ صورة في يوم واحد."),
        ("th", "ดาวเทียมส่งภาพถ่ายได้ 12 ภาพในวันเดียว", "ดาวเทียมส่งภาพถ่ายได้ ๑๒ ภาพในวันเดียว"),
        ("ru", "Всё идёт по плану, ещё один полёт начнётся 12 мая.", "Все идет по плану, еще один полет начнется 12 мая."),
    ],
)  # fmt: skip
def test_another_way_to_write_the_same_is_the_same_text(
    language: str, one: str, other: str
) -> None:
    found = judged(one, other, title="12", language=language)
    assert (found.decision, found.layer) == ("copy", "text")


WEATHER = {
    "zh": (
        "预计今天白天晴转多云，最高气温{}度，夜间最低气温{}度，偏南风{}级，相对湿度百分之{}。"
        "气象台提醒市民，早晚温差较大，外出请注意添加衣物，驾车出行注意交通安全，关注最新预报。"
    ),
    "ru": (
        "Завтра ожидается переменная облачность, днём до {} градусов, ночью {}. Ветер южный {} "
        "метров в секунду, влажность {} процентов. Давление останется в пределах нормы. Водителям "
        "советуют быть внимательными на дорогах, а пешеходам одеваться по погоде."
    ),
    "ko": (
        "오늘 낮 최고기온은 {}도, 아침 최저기온은 {}도로 예보됐다. 바람은 초속 {}미터, 습도는 "
        "{}퍼센트로 예상된다. 기상청은 내륙을 중심으로 일교차가 크겠다며 건강 관리에 유의해 달라고 "
        "당부했다. 바다에서는 물결이 높게 일겠으니 항해하는 선박은 주의해야 한다."
    ),
}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("zh", ("27", "9", "3", "40"), ("31", "12", "3", "65")),
        ("zh", ("二十七", "九", "三", "四十"), ("三十一", "十二", "五", "六十五")),
        ("zh", ("２７", "９", "３", "４０"), ("３１", "１２", "５", "６５")),
        ("ru", ("27", "9", "3", "40"), ("31", "12", "3", "65")),
        ("ko", ("27", "9", "3", "40"), ("31", "12", "3", "65")),
    ],
)
def test_a_forecast_with_other_numbers_is_another_forecast(
    language: str, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    earlier, later = (WEATHER[language].format(*numbers) for numbers in (one, other))
    found = judged(earlier, later, title="0", language=language, site="first.example")
    assert found.decision == "new", found.why


def test_a_forecast_with_one_number_corrected_is_a_revision() -> None:
    earlier, later = (WEATHER["zh"].format("27", night, "3", "40") for night in ("9", "8"))
    found = judged(earlier, later, title="0", language="zh", site="first.example")
    assert (found.decision, found.of) == ("revision", "a")


@pytest.mark.parametrize(
    ("one", "other"),
    [("22,000", "22.000"), ("22,000", "22 000"), ("1,234.5", "1.234,5"), ("3,9", "3.9")],
)
def test_numbers_in_another_countrys_style_are_the_same(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def test_numbers_stand_in_the_order_in_which_they_are_told() -> None:
    assert specifics(
        "Group 6-12 carried 23 satellites, three of them heavy, 第二十次"
    ).sequence == (
        "6-12",
        "23",
        "3",
        "20",
    )


def test_a_character_that_is_written_by_its_number_is_no_number() -> None:
    assert specifics("It&#8217;s the 20th flight of the 1930âs").sequence == ("20",)
