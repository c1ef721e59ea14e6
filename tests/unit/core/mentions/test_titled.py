"""A title and a surname, without the full name anywhere."""

from __future__ import annotations

from datetime import UTC, datetime

from ingest.core.mentions import read
from ingest.model import Article, Reading, Timestamp

from . import compiled


def reading(text: str, language: str, year: int | None) -> Reading:
    published = None
    if year is not None:
        value = datetime(year, 6, 1, tzinfo=UTC)
        published = Timestamp(raw="", value=value, precision="day", zone="stated", method="test")
    article = Article(
        title=None, paragraphs=(text,), form="json", language=language, published=published
    )
    return read(article, compiled.matcher())


def people(found: Reading) -> set[str]:
    return {mention.id for mention in found.mentions if mention.kind == "person"}


def test_the_only_bearer_of_a_surname_is_meant() -> None:
    found = reading("На МКС работает космонавт Кононенко.", "ru", None)

    assert people(found) == {"oleg-kononenko"}


def test_of_several_bearers_the_one_whose_flight_is_named_is_meant() -> None:
    found = reading("Astronaut Kelly flew on Soyuz TMA-16M to the ISS.", "en", None)

    assert people(found) == {"scott-kelly"}


def test_of_several_bearers_the_one_in_space_about_that_time_is_meant() -> None:
    found = reading("美国宇航员威廉姆斯在国际空间站接受采访。", "zh", 2024)

    assert people(found) == {"sunita-williams"}


def test_where_nobody_stands_out_nobody_is_meant_and_explain_says_so() -> None:
    found = reading("Astronaut Kelly visited the International Space Station.", "en", 1975)

    assert people(found) == set()
    seen = [one for one in found.candidates if one.surface == "Kelly"]
    assert len(seen) > 1
    assert all(not one.taken and "nobody stands out" in one.reason for one in seen)


def test_a_surname_without_a_title_names_nobody() -> None:
    found = reading("Kononenko spoke of the International Space Station.", "en", 2024)

    assert people(found) == set()
