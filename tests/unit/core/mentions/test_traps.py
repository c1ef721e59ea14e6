"""The trap suite: what must be found, what must not, in seven languages."""

from __future__ import annotations

import pytest

from ingest.core.mentions import read
from ingest.model import Article

from . import compiled, traps


@pytest.mark.parametrize("trap", traps.ALL, ids=lambda trap: f"{trap.language}: {trap.why}")
def test_a_sentence_names_what_a_reader_finds_in_it(trap: traps.Trap) -> None:
    article = Article(title=None, paragraphs=(trap.text,), form="json", language=trap.language)

    reading = read(article, compiled.matcher())

    assert {mention.id for mention in reading.mentions} == trap.found, trap.why


def test_the_suite_covers_seven_languages_and_half_of_it_are_negatives() -> None:
    assert len(traps.ALL) >= 150
    assert {trap.language for trap in traps.ALL} == {"en", "zh", "ru", "fr", "de", "es", "ja"}
    negatives = sum(not trap.found for trap in traps.ALL)
    assert negatives >= 0.45 * len(traps.ALL)
