"""No input of a megabyte keeps a processor busy for five seconds, from bytes to fingerprint.

Quadratic parsers and patterns show on long repetitions of short pieces. Processor time is counted,
which a busy machine does not stretch.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.core.fingerprint import fingerprint
from ingest.journey import Stages
from ingest.model import Article, Document
from ingest.settings import Settings
from ingest.wiring import build_stages

MEGABYTE = 10**6
PROCESSOR_SECONDS = 5

TEXT = [
    *(
        "a ",
        "A. ",
        "1",
        "1.",
        "The crew of ",
        "Shenzhou-1 ",
        "Soyuz MS-1, ",
        "Expedition 1-",
        "STS-",
    ),
    *(
        "Apollo 1 and ",
        "commander ",
        "By A. ",
        "BEIJING, April 1 (",
        "Updated: ",
        "2025-01-",
        "Jan. ",
    ),
    *(
        "神舟二十",
        "航天员、",
        "2025年",
        "。",
        "Союз МС-",
        "космонавт ",
        "am 14. ",
        "한",
        "ไ",
        "\u200b",
    ),
    *("\n", "\n\n", "«", "(", "“", "—", " | ", "http://a/?", "a@a.", "&amp;", "\t", "©", "e\u0301"),
    *(
        "launched on Monday. ",
        "one two three four five six seven. ",
        "# ",
        "[a](",
        "```\n",
        '{"a":',
    ),
]
MARKUP = [
    *("<p>a</p>", "<div>", "<span>a", "<li>a</li>", "<td>a", '<a href="x">a</a> ', "<br>a", "<b>"),
    *('<time datetime="2025-01-01">', '<meta name="date" content="2025">', "<h1>a</h1>", "<!--"),
    *("<figure><figcaption>a</figcaption></figure>", "<article>", '<p class="author">', "<style>"),
    *("<p>The crew of three landed on Monday, the agency said.</p>", "<![CDATA[", "<item><title>a"),
]


@pytest.fixture(scope="module")
def stages() -> Stages:
    return build_stages(Settings())


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    pieces=st.lists(st.sampled_from(TEXT + MARKUP), min_size=1, max_size=5),
    head=st.sampled_from(
        [
            "",
            "<html><body>",
            "<?xml version='1.0'?><rss><channel>",
            "A headline\n\nThe crew lifted off.\n\n",
        ]
    ),
    name=st.sampled_from(["x.txt", "x.html", "x.md", "x.xml", "x.json"]),
)
def test_a_megabyte_takes_seconds_at_most(
    stages: Stages, pieces: list[str], head: str, name: str
) -> None:
    piece = "".join(pieces)
    raw = (head + piece * (MEGABYTE // len(piece.encode()) + 1)).encode()[:MEGABYTE]
    document = Document(
        id="d-0", source="submission", raw=raw, received=datetime(2026, 1, 1, tzinfo=UTC), path=name
    )
    began = time.process_time()
    outcome = stages.normalise(document)
    if isinstance(outcome, Article):
        stages.read(outcome)
        fingerprint(outcome, boilerplate=frozenset())
    assert time.process_time() - began < PROCESSOR_SECONDS
