"""Where a sentence ends, in seven languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core import sentences

ONE_SENTENCE = [
    ("en", "Dr. Jones of the U.S. Air Force met Col. J. R. Smith on Sept. 12 at St. Louis."),
    ("en", "Flight No. 7 of the U.S. capsule rose at 9 a.m. Eastern time."),
    ("en", "Docking on 2025-04-24 at 23.49 UTC, i.e. after 6.5 hours, was automatic."),
    ("en", '"Is it safe?" she asked from the cupola.'),
    ("ru", "Экипаж, т.е. три космонавта, вернулся в 2008 г. Юрчихин вышел первым."),
    ("ru", "Ю. А. Гагарин и С. П. Королёв встретились на космодроме."),
    ("de", "Am 24. April startete, z.B. um 11 Uhr, die 3. Expedition."),
    ("fr", "M. Dupont et Mme. Durand ont suivi le vol n. 6 de la capsule."),
    ("es", "El Dr. Duque y la Sra. Gil vieron el vol. 3 del informe."),
    ("ja", "飛行士は「順調です。」と述べた。"),
]

SEVERAL = [
    ("en", "It launched. It docked!", ["It launched.", "It docked!"]),
    (
        "en",
        "They trained in the U.S. The crew then left.",
        ["They trained in the U.S.", "The crew then left."],
    ),
    (
        "en",
        '"We are home." Then he waved.',
        ['"We are home."', "Then he waved."],
    ),
    (
        "en",
        "Lift-off was at 4:03:02 p.m. EST. Clouds had delayed it.",
        ["Lift-off was at 4:03:02 p.m. EST.", "Clouds had delayed it."],
    ),
    ("en", "It was Shenzhou-20. Three flew.", ["It was Shenzhou-20.", "Three flew."]),
    ("en", "A headline\nA line below.", ["A headline", "A line below."]),
    ("en", "It ended.[12] Then silence.", ["It ended.[12]", "Then silence."]),
    (
        "zh",
        "神舟二十号发射成功。三名航天员进入空间站！",
        ["神舟二十号发射成功。", "三名航天员进入空间站！"],
    ),
    ("zh", "他说：“很好。”随后返回。", ["他说：“很好。”", "随后返回。"]),
    ("de", "Das war Shenzhou 20. Die Crew ruht.", ["Das war Shenzhou 20.", "Die Crew ruht."]),
    ("ru", "Полёт завершён. Экипаж здоров.", ["Полёт завершён.", "Экипаж здоров."]),
]


@pytest.mark.parametrize(("language", "text"), ONE_SENTENCE)
def test_a_stop_that_shortens_a_word_does_not_end_the_sentence(language: str, text: str) -> None:
    assert sentences.split(text, language) == [(0, len(text))]


@pytest.mark.parametrize(("language", "text", "expected"), SEVERAL)
def test_sentences_are_cut_where_a_reader_would(
    language: str, text: str, expected: list[str]
) -> None:
    assert [text[start:end] for start, end in sentences.split(text, language)] == expected


@given(st.text(alphabet=st.sampled_from("aAб神。.!?\n \"'”’「」1.…[]"), max_size=200))
def test_every_character_that_is_not_blank_lies_in_exactly_one_sentence(text: str) -> None:
    covered = [False] * len(text)
    for start, end in sentences.split(text, None):
        for place in range(start, end):
            assert not covered[place]
            covered[place] = True
    assert all(covered[place] or text[place].isspace() for place in range(len(text)))


@given(st.text(max_size=300), st.sampled_from([None, "en", "de", "ja", "ru"]))
def test_no_sentence_holds_a_newline_or_outer_blanks(text: str, language: str | None) -> None:
    for start, end in sentences.split(text, language):
        sentence = text[start:end]
        assert sentence == sentence.strip()
        assert sentence
        assert "\n" not in sentence


@given(
    st.text(st.sampled_from("ab c。é"), max_size=700),
    st.integers(min_value=0, max_value=700),
    st.integers(min_value=1, max_value=40),
)
def test_an_excerpt_holds_its_place_and_is_short(text: str, at: int, length: int) -> None:
    start = min(at, max(len(text) - length, 0))
    told = text[start : start + length]

    quoted = sentences.excerpt(text, start, start + len(told))

    assert len(quoted) <= sentences.QUOTED
    assert told in quoted
    assert quoted.strip("…") in text


def test_a_long_sentence_is_cut_between_words_and_says_so() -> None:
    words = "the crew of the station worked " * 30
    at = words.index("station", 400)

    quoted = sentences.excerpt(words, at, at + len("station"))

    assert quoted[0] == quoted[-1] == "…"
    assert set(quoted.strip("…").split()) <= set(words.split())
