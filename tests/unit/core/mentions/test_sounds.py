"""Names that are written by ear."""

from __future__ import annotations

import pytest

from ingest.core.mentions import sounds


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("yurchikhin", "юрчихин"),
        ("yurchikhin", "jurtschichin"),
        ("yurchikhin", "iourtchikhine"),
        ("yurchikhin", "yurchijin"),
        ("yurchikhin", "尤尔奇欣"),
        ("prokopyev", "prokopjew"),
        ("skvortsov", "skworzow"),
        ("cassidy", "キャシディ"),
        ("cassidy", "卡西迪"),
        ("marshburn", "マーシュバーン"),
        ("marshburn", "маршберн"),
        ("moghbeli", "モグベリ"),
        ("moghbeli", "莫格贝利"),
        ("kimbrough", "金布罗"),
        ("johnson", "约翰逊"),
        ("wiseman", "怀斯曼"),
        ("laliberte", "лалиберте"),
    ],
)
def test_spellings_of_one_name_agree(name: str, written: str) -> None:
    assert sounds.agree(name, written)
    assert sounds.keys(name) & sounds.keys(written)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("yurchikhin", "kononenko"),
        ("cassidy", "卡尔森"),
        ("wilmore", "威廉姆斯"),
        ("glover", "グリーン"),
        ("collins", "колинз-смит"),
        ("koch", "кононенко"),
    ],
)
def test_other_names_do_not(name: str, written: str) -> None:
    assert not sounds.agree(name, written)


def test_an_r_may_be_dropped_but_an_l_may_not() -> None:
    assert sounds.agree("carter", "卡特")
    assert not sounds.agree("kelly", "卡伊")


def test_what_has_no_consonants_has_no_reading() -> None:
    assert sounds.readings("アオイ") == frozenset()
    assert sounds.readings("") == frozenset()
