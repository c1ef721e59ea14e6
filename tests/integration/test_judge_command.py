"""``missionfeed judge``: a file of articles in, a decision with its reason out, always the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ingest.cli.judge import judge

TEXT = """\
The forward port of the station was inspected on Tuesday by two members of the crew, who found it \
in the same state in which it had been left in the spring.

The inspection took six hours and ended earlier than planned, because the cover of the port opened \
at the first attempt and nothing had to be greased.

Engineers on the ground said that the port would be used again before the end of the year, and \
that its seals would be looked at once more in the summer.

The station has hosted nine crews so far, and a tenth is in training for a flight in the autumn.
"""


def article(**fields: Any) -> dict[str, Any]:
    return {
        "identifier": "first",
        "headline": "Docking port checked before the next crew arrives",
        "articleBody": TEXT,
        "publisher": {"@type": "Organization", "name": "Space Wire"},
        "url": "https://wire.example/port",
        "dateReceived": "2025-06-18T04:00:00Z",
        **fields,
    }


REPRINT = article(
    identifier="reprint",
    publisher="Daily Example",
    url="https://daily.example/port",
    articleBody=TEXT.rsplit("\n\n", 1)[0],
)
UPDATE = article(
    identifier="update", articleBody=TEXT.replace("nine crews", "ten crews") + "\nNo more is known."
)


def run(
    folder: Path, *lines: dict[str, Any] | str, options: tuple[str, ...] = ("--json",)
) -> Result:
    file = folder / "articles.jsonl"
    file.write_text(
        "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    )
    return CliRunner().invoke(judge, [str(file), *options])


def test_each_article_gets_a_decision_in_order(tmp_path: Path) -> None:
    result = run(tmp_path, article(), REPRINT, UPDATE)
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [(row["id"], row["decision"], row["of"]) for row in rows] == [
        ("first", "new", None),
        ("reprint", "copy", "first"),
        ("update", "revision", "first"),
    ]
    assert rows[1]["similarity"] > 0.9
    assert all(row["why"].endswith(".") for row in rows)


def test_the_short_names_of_the_fields_serve_as_well(tmp_path: Path) -> None:
    long = run(tmp_path, article(), REPRINT).output
    names = {
        "identifier": "id",
        "headline": "title",
        "articleBody": "text",
        "dateReceived": "fetched",
        "publisher": "site",
        "url": "url",
    }
    lines = [{names[k]: v for k, v in one.items()} for one in (article(), REPRINT)]
    assert run(tmp_path, *lines).output == long


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    lines = (article(), REPRINT, UPDATE)
    assert run(tmp_path, *lines).stdout_bytes == run(tmp_path, *lines).stdout_bytes


def test_people_get_a_table(tmp_path: Path) -> None:
    output = run(tmp_path, article(), REPRINT, options=()).output
    assert "reprint" in output
    assert "published by Space Wire" in " ".join(output.split())


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "Line 2 is not JSON"),
        ("[1]", "Line 2 is not a JSON object"),
        (json.dumps(article()), "Line 2 has the id first of an earlier line"),
        (json.dumps(article(identifier="x", dateReceived="yesterday")), "is not an ISO 8601 date"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    result = run(tmp_path, article(), line)
    assert result.exit_code == 1
    assert complaint in result.output


def test_the_settings_of_the_service_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = article(identifier="half", url="https://other.example/port", publisher="Other Wire")
    half["articleBody"] = TEXT.split("\n\n", 2)[0] + "\n\n" + ("Nothing else is known. " * 9)
    (_, before) = [json.loads(line) for line in run(tmp_path, article(), half).stdout.splitlines()]
    monkeypatch.setenv("MISSIONFEED_DEDUP__CONTAINMENT", "1")
    (_, after) = [json.loads(line) for line in run(tmp_path, article(), half).stdout.splitlines()]
    assert (before["decision"], after["decision"]) == ("copy", "new")


def test_an_article_without_words_is_told_of(tmp_path: Path) -> None:
    result = run(tmp_path, article(), {"a": 1})
    assert result.exit_code == 0
    assert "Line 2 has neither" in result.stderr
    assert len(result.stdout.splitlines()) == 2
