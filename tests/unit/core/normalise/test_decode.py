"""Bytes to text, in every codec that news comes in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core.normalise.decode import Decoded, decode
from ingest.model import Reason, Rejection

RUSSIAN = (
    "Космический корабль пристыковался к станции в понедельник. Экипаж открыл люк и перешёл на "
    "борт. Следующий пуск намечен на весну, сообщила пресс-служба.\n"
)
CHINESE = (
    "飞船于星期一凌晨与空间站对接成功。航天员打开舱门，进入空间站。下一次发射计划在春天进行。\n"
)
TAIWANESE = (
    "太空船於星期一凌晨與太空站對接成功。太空人打開艙門，進入太空站。下一次發射計畫在春天。\n"
)
JAPANESE = (
    "補給船は月曜日に宇宙ステーションへ到着した。乗組員はハッチを開けて、荷物を運び込んだ。\n"
)
KOREAN = "우주선이 월요일 새벽에 우주정거장에 도킹했다. 승무원들은 해치를 열고 안으로 들어갔다.\n"
FRENCH = "Le vaisseau s'est amarré à la station. L'équipage a été accueilli à bord, où il reste.\n"
GERMAN = "Das Raumschiff hat am Montag an der Station angedockt. Für die Besatzung wird es spät.\n"
POLISH = "Statek dotarł do stacji w poniedziałek. Załoga otworzyła właz, później śniła.\n"
QUOTED = "The crew said “go” – and Dragon’s café module was ready for its first flight.\n"


def decoded(raw: bytes) -> Decoded:
    result = decode(raw)
    assert isinstance(result, Decoded)
    return result


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (QUOTED, "utf-16-be"),
        (CHINESE, "utf-16"),
        (RUSSIAN, "utf-32"),
        (QUOTED, "utf-32-le"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (KOREAN, "euc_kr"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp1251"),
        (FRENCH, "latin_1"),
        (GERMAN, "cp1252"),
        (QUOTED, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
    ],
)
@pytest.mark.parametrize("times", [1, 40])
def test_the_text_is_the_same_in_every_codec(text: str, codec: str, times: int) -> None:
    assert decoded((text * times).encode(codec)).text == text * times


@pytest.mark.parametrize(
    "declaration", ['<meta charset="{}">', '<?xml version="1.0" encoding="{}"?>']
)
@pytest.mark.parametrize(
    ("text", "label", "codec"),
    [
        (RUSSIAN, "windows-1251", "cp1251"),
        (RUSSIAN, "KOI8-R", "koi8_r"),
        (CHINESE, "gb2312", "gb18030"),
        (QUOTED, "iso-8859-1", "cp1252"),
        (JAPANESE, "Shift_JIS", "cp932"),
    ],
)
def test_a_declared_codec_is_believed_as_browsers_mean_it(
    declaration: str, text: str, label: str, codec: str
) -> None:
    whole = declaration.format(label) + text[:40]
    result = decoded(whole.encode(codec))
    assert result.text == whole


@pytest.mark.parametrize("label", ["utf-8", "utf-16", "utf-7", "x-bogus", "base64", "cp037"])
def test_a_declaration_that_cannot_be_true_is_not_believed(label: str) -> None:
    whole = f'<meta charset="{label}">' + RUSSIAN * 3
    assert decoded(whole.encode("cp1251")).text == whole


def test_utf8_is_recognised_whatever_is_declared() -> None:
    whole = '<meta charset="iso-8859-1">' + RUSSIAN
    assert decoded(whole.encode()).text == whole


def test_utf7_is_never_guessed() -> None:
    assert decoded(b"a +ADw-script+AD4- b").text == "a +ADw-script+AD4- b"


def test_bytes_that_are_no_utf8_are_replaced_and_noted() -> None:
    result = decoded(RUSSIAN.encode() + b"\xff\xfe end")
    assert result.text == RUSSIAN + "\ufffd\ufffd end"
    assert result.notes


def test_a_surrogate_written_as_utf8_does_not_get_through() -> None:
    result = decoded(RUSSIAN.encode() + b"\xed\xa0\x80")
    assert not any("\ud800" <= c <= "\udfff" for c in result.text)


@pytest.mark.parametrize("raw", [b"\0" * 100, bytes(range(32)) * 100])
def test_binary_data_is_refused(raw: bytes) -> None:
    result = decode(raw)
    assert isinstance(result, Rejection)
    assert result.code == Reason.BINARY


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    result = decode(raw)
    if isinstance(result, Decoded):
        result.text.encode()


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    raw = text.encode()
    if not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert decoded(raw).text == text
