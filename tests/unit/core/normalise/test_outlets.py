"""The sources that are shipped, and how pages are matched to them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from ingest.core.normalise.outlets import outlets
from ingest.model import Source

CONFIG = Path(__file__).parents[4] / "config" / "sources"


def shipped() -> tuple[Source, ...]:
    found: list[Source] = []
    for path in sorted(CONFIG.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            lists = {key: tuple(entry[key]) for key in ("hosts", "names") if key in entry}
            found.append(Source(**{**entry, **lists}))
    return tuple(found)


SOURCES = shipped()


def test_ids_and_hosts_are_unique() -> None:
    for values in ((s.id for s in SOURCES), (h for s in SOURCES for h in s.hosts)):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_zones_exist() -> None:
    assert len(SOURCES) > 60
    for source in SOURCES:
        assert source.zone is None or ZoneInfo(source.zone)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("© 2025 Guardian News & Media Limited. All rights reserved.", "guardian"),
        ("belongs to China Daily Information Co (CDIC)", "china-daily"),
        ("关于人民网|报社招聘", "people-cn"),
        ("© АО «Коммерсантъ». 16+", "kommersant"),
    ],
)
def test_a_source_is_found_within_a_line(text: str, source: str) -> None:
    found = outlets(SOURCES).within(text)
    assert found is not None
    assert found.id == source


def test_a_line_of_ordinary_words_names_no_source() -> None:
    assert outlets(SOURCES).within("the guardians of the galaxy came to nature") is None
    assert outlets(SOURCES).on_a_line("Welt", ("welt",)) is None


@pytest.mark.parametrize("text", ["map", "AP Stylebook", "wrap", "(AP)", "来源：新华社"])
def test_short_agency_names_count_only_as_they_are_written(text: str) -> None:
    found = outlets(SOURCES).agency_in(text)
    assert (found is not None) == (text in ("AP Stylebook", "(AP)", "来源：新华社"))


def test_a_host_is_matched_with_its_parents_but_not_its_look_alikes() -> None:
    index = outlets(SOURCES)
    news = index.by_host("news.ria.ru")
    assert news is not None
    assert news.id == "ria-novosti"
    assert index.by_host("notria.ru") is None
