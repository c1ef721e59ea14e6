"""``missionfeed cluster``: look at a story, part it, join it, take it back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ingest import log
from ingest.cli import cli
from ingest.core import ids
from ingest.model import Arrival, Document
from ingest.settings import load_settings
from ingest.wiring import migrate, open_journey
from tests.integration.test_looking import PAGE

REVISED = PAGE.replace("three spacewalks", "four spacewalks")


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """An article and its revision; their ids."""
    monkeypatch.setenv("MISSIONFEED_DATA", str(tmp_path))
    settings = load_settings()
    migrate(settings)
    journey = open_journey(settings)
    for name, page in (("one.txt", PAGE), ("two.txt", REVISED)):
        document = Document(
            id=ids.document_id("drop", name.encode()),
            source="drop",
            raw=page.encode(),
            received=log.now(),
            path=name,
        )
        journey.process(journey.store.take([Arrival(document=document)], now=log.now()))
    one, two = journey.store.articles()
    journey.close()
    return one.id, two.id


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


def rows(*arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_story_is_shown_parted_and_put_together_again(stored: tuple[str, str]) -> None:
    one, two = stored
    before = rows("cluster", "show", two)
    assert [(r["id"], r["relation"], r["version"]) for r in before] == [
        (one, "new", 1),
        (two, "revision", 2),
    ]
    (done,) = rows("cluster", "split", two, "--reason", "Another crew.")
    assert (done["action"], done["reason"]) == ("split", "Another crew.")
    assert [r["cluster"] for r in done["articles"]] == [two]
    assert [r["id"] for r in rows("cluster", "show", two)] == [two]
    assert "Another crew." in run("cluster", "show", two).output
    run("cluster", "undo", str(done["number"]))
    assert rows("cluster", "show", two) == before
    assert [r["action"] for r in rows("cluster", "list")] == ["split", "undo"]


def test_two_stories_are_joined_under_the_older_id(stored: tuple[str, str]) -> None:
    one, two = stored
    run("cluster", "split", two)
    output = run("cluster", "join", two, one).output
    assert "To take it back: missionfeed cluster undo 2" in " ".join(output.split())
    assert [r["cluster"] for r in rows("cluster", "show", one)] == [one, one]


def test_what_cannot_be_done_is_said_in_a_sentence(stored: tuple[str, str]) -> None:
    one, _ = stored
    for arguments, complaint in (
        (("split", one), "is the first article of its cluster"),
        (("show", "a-nothing"), "There is no article a-nothing"),
        (("undo", "9"), "There is no correction 9"),
    ):
        result = run("cluster", *arguments)
        assert result.exit_code != 0
        assert complaint in result.output


def test_versions_are_shown_with_what_changed(stored: tuple[str, str]) -> None:
    _, two = stored
    for command in ("articles", "explain"):
        output = run(command, two).output
        assert "version 2" in output
        assert "- The three spacewalks" in output
        assert "+ The four spacewalks" in output
    (row,) = rows("articles", two)
    assert row["version"] == 2
    assert len(row["changes"]["changed"]) == 1


def test_nothing_corrected_is_said_so(stored: tuple[str, str]) -> None:
    assert "Nothing was corrected." in run("cluster", "list").output
