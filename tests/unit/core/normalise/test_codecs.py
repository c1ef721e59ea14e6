"""The same stories in every codec that news comes in: as dump and as HTML, they read the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ingest.core.normalise.registry import normalise
from ingest.model import Article

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)

STORIES = {
    "en": (
        "Cargo ship docks with station",
        "The ship docked on Monday – two days after its launch from Florida’s coast.",
        "“It went as planned,” the agency said. The café module’s hatch opens on Tuesday.",
    ),
    "de": (
        "Frachter erreicht die Raumstation",
        "Der Frachter hat am Montag früh an der Station angelegt, wie die Behörde mitteilte.",
        "Für die Besatzung bringt er Wasser, Äpfel und größere Ersatzteile, hieß es dazu.",
    ),
    "fr": (
        "Un cargo s’amarre à la station",
        "Le vaisseau s’est amarré lundi à la station, où l’équipage l’attendait déjà.",
        "Il apporte de l’eau, des vêtements et des pièces détachées, a précisé l’agence.",
    ),
    "pl": (
        "Statek towarowy dotarł do stacji",
        "Statek zacumował w poniedziałek rano, dwa dni po starcie z przylądka, podała agencja.",
        "Załoga otworzy właz we wtorek i zacznie przenosić żywność, wodę i części zamienne.",
    ),
    "cs": (
        "Nákladní loď dorazila ke stanici",
        "Loď se v pondělí ráno připojila ke stanici, dva dny po startu, oznámila agentura.",
        "Posádka otevře průlez v úterý a začne přenášet potraviny, vodu a náhradní díly.",
    ),
    "ru": (
        "Грузовой корабль пристыковался к станции",
        "Корабль пристыковался к станции в понедельник, через двое суток после запуска.",
        "Экипаж откроет люк во вторник и начнёт разгрузку, сообщила пресс-служба агентства.",
    ),
    "uk": (
        "Вантажний корабель прибув на станцію",
        "Корабель пристикувався до станції в понеділок, через дві доби після запуску з космодрому.",
        "Екіпаж відкриє люк у вівторок і почне розвантаження, повідомили в агентстві її речники.",
    ),
    "el": (
        "Το σκάφος έφτασε στον σταθμό",
        "Το σκάφος συνδέθηκε με τον σταθμό τη Δευτέρα, δύο ημέρες μετά την εκτόξευσή του.",
        "Το πλήρωμα θα ανοίξει την πόρτα την Τρίτη και θα αρχίσει την εκφόρτωση, ανακοινώθηκε.",
    ),
    "tr": (
        "Kargo gemisi istasyona ulaştı",
        "Gemi, fırlatılışından iki gün sonra pazartesi sabahı istasyona kenetlendi, diye açıklandı.",
        "Mürettebat kapağı salı günü açacak ve yiyecek, su ile yedek parçaları taşımaya başlayacak.",
    ),
    "he": (
        "ספינת המשא הגיעה לתחנה",
        "ספינת המשא עגנה בתחנה ביום שני בבוקר, יומיים לאחר שיגורה, כך מסרה הסוכנות.",
        "הצוות יפתח את הפתח ביום שלישי ויתחיל לפרוק מזון, מים וחלקי חילוף מן הספינה.",
    ),
    "ar": (
        "سفينة الشحن تصل إلى المحطة",
        "التحمت سفينة الشحن بالمحطة صباح الاثنين بعد يومين من إطلاقها، كما أعلنت الوكالة.",
        "وسيفتح الطاقم الباب يوم الثلاثاء ويبدأ في نقل الطعام والماء وقطع الغيار إلى المحطة.",
    ),
    "zh": (
        "货运飞船与空间站完成对接",
        "货运飞船于星期一凌晨与空间站成功对接，此前它已经飞行了两天，航天局说。",
        "航天员将在星期二打开舱门，把食品、饮用水和备件搬进空间站，并开始新的实验。",
    ),
    "zh-tw": (
        "貨運太空船與太空站完成對接",
        "貨運太空船於星期一凌晨與太空站成功對接，此前它已經飛行了兩天，太空總署說。",
        "太空人將在星期二打開艙門，把食品、飲用水和備件搬進太空站，並開始新的實驗。",
    ),
    "ja": (
        "補給船が宇宙ステーションに到着",
        "補給船は月曜日の早朝、打ち上げから二日後に宇宙ステーションへ到着した。",
        "乗組員は火曜日にハッチを開けて、食料や水、交換部品を運び込む予定だと発表された。",
    ),
    "ko": (
        "화물 우주선 우주정거장에 도착",
        "화물 우주선이 발사 이틀 뒤인 월요일 새벽에 우주정거장에 도킹했다고 당국이 밝혔다.",
        "승무원들은 화요일에 해치를 열고 식량과 물, 예비 부품을 옮기기 시작할 예정이다.",
    ),
}
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
CODECS = {
    "en": ("cp1252", "mac-roman"),
    "de": ("cp1252", "latin-1", "iso8859-15"),
    "fr": ("cp1252",),
    "pl": ("cp1250", "iso8859-2"),
    "cs": ("cp1250", "iso8859-2"),
    "ru": ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5"),
    "uk": ("cp1251", "koi8-u"),
    "el": ("cp1253", "iso8859-7"),
    "tr": ("cp1254", "iso8859-9"),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    "zh": ("gb18030", "gb2312"),
    "zh-tw": ("big5", "big5hkscs"),
    "ja": ("shift_jis", "cp932", "euc_jp", "iso2022_jp"),
    "ko": ("euc_kr", "cp949"),
}
CASES = [(language, codec) for language, codecs in CODECS.items() for codec in (*UNICODE, *codecs)]


def read(source: str, codec: str, name: str) -> Article:
    result = normalise(
        source.encode(codec), name=name, media_type=None, received=RECEIVED, sources=()
    )
    assert isinstance(result, Article)
    return result


def page(language: str, head: str = "") -> str:
    title, *paragraphs = STORIES[language]
    story = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<!doctype html>\n<html><head>{head}<title>{title}</title></head><body>"
        f"<article><h1>{title}</h1>\n{story}</article></body></html>\n"
    )


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_a_dump_reads_the_same_in_every_codec(language: str, codec: str) -> None:
    title, *paragraphs = STORIES[language]
    source = "\n\n".join((title, *paragraphs)) + "\n"
    result = read(source, codec, "page.txt")
    assert (result.title, result.paragraphs) == (title, tuple(paragraphs))


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">', '<meta charset="x-none">'])
@pytest.mark.parametrize(("language", "codec"), CASES)
def test_html_reads_the_same_without_a_declaration_or_with_a_wrong_one(
    language: str, codec: str, head: str
) -> None:
    title, *paragraphs = STORIES[language]
    result = read(page(language, head), codec, "page.html")
    assert (result.title, result.paragraphs) == (title, tuple(paragraphs))


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_html_reads_the_same_with_its_codec_declared(language: str, codec: str) -> None:
    title, *paragraphs = STORIES[language]
    label = {"mac-roman": "macintosh", "latin-1": "iso-8859-1"}.get(codec, codec)
    result = read(page(language, f'<meta charset="{label}">'), codec, "page.html")
    assert (result.title, result.paragraphs) == (title, tuple(paragraphs))
