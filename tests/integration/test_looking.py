"""The commands that look: inspect, receipts, articles, events, explain, status, migrate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import redis
from click.testing import CliRunner, Result

from ingest import log
from ingest.cli import COMMANDS, cli
from ingest.cli.events import line
from ingest.core import ids
from ingest.model import Arrival, Document
from ingest.settings import load_settings
from ingest.wiring import migrate, open_journey

PAGE = """\
Home / Space / Missions

Crew looks back on six months aboard the station

Space Wire | Updated: 2025-05-06 09:15
Share
The landing site in the Gobi Desert. [Photo/Agencies]

BEIJING -- The Shenzhou-19 crew landed at the Dongfeng site on April 30, 2025, after half a year \
in orbit, and met reporters for the first time on Tuesday.

Cai Xuzhe, the commander of Shenzhou-19, said that the first meal on the ground had tasted better \
than anything that he could remember, although it had only been a bowl of noodles.

The three spacewalks of the mission were the longest that the programme has seen so far, and the \
last of them ended only when the oxygen in the suits ran low, the engineers told the reporters.

Back to top
Copyright 2025 Space Wire. All rights reserved.
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds one article and one rejected document; the commands only look."""
    folder = tmp_path_factory.mktemp("data")
    settings = load_settings(data=folder)
    migrate(settings)
    journey = open_journey(settings)
    for name, raw in (("page.txt", PAGE.encode()), ("empty.txt", b" \n")):
        document = Document(
            id=ids.document_id("drop", name.encode()),
            source="drop",
            raw=raw,
            received=log.now(),
            path=name,
        )
        journey.process(journey.store.take([Arrival(document=document)], now=log.now()))
    journey.close()
    return folder


@pytest.fixture(autouse=True)
def data(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the commands find by the environment."""
    monkeypatch.setenv("MISSIONFEED_DATA", str(filled))
    return filled


def run(*arguments: str, **more: Any) -> Result:
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False, **more)


def json_lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_inspect_tells_what_would_be_read(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    (read,) = json_lines(run("inspect", "--json", str(page)))
    assert read["verdict"] == "article"
    assert read["title"] == "Crew looks back on six months aboard the station"
    assert read["published_precision"] == "minute"
    assert read["text"].startswith("BEIJING -- The Shenzhou-19 crew")
    assert "Copyright" not in read["text"]
    assert {"shenzhou-19", "cai-xuzhe"} <= {mention["id"] for mention in read["mentions"]}
    for mention in read["mentions"]:
        assert read["text"][mention["start"] : mention["end"]] == mention["surface"]


def test_inspect_reads_standard_input_and_explains_a_rejection() -> None:
    (read,) = json_lines(run("inspect", "--json", "-", input="\n"))
    assert (read["verdict"], read["code"]) == ("rejected", "empty")
    assert read["reason"]


def test_inspect_gives_one_line_for_each_entry_of_a_feed(tmp_path: Path) -> None:
    item = "<item><title>T{0}</title><description>{1}</description></item>"
    text = "The Soyuz MS-27 crew trained on Monday for the docking with the space station. " * 4
    items = item.format(1, text) + item.format(2, text)
    feed = tmp_path / "feed.xml"
    feed.write_text(f"<rss version='2.0'><channel>{items}</channel></rss>", encoding="utf-8")
    assert [line["entry"] for line in json_lines(run("inspect", "--json", str(feed)))] == [1, 2]


def test_inspect_tells_which_entry_was_rejected(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(
        "<rss><channel><item><title>&amp;</title><link>https://n.example/a</link></item></channel></rss>"
    )
    (read,) = json_lines(run("inspect", "--json", str(feed)))
    assert (read["verdict"], read["title"]) == ("rejected", "&")
    assert read["url"] == "https://n.example/a"
    assert "https://n.example/a" in run("inspect", str(feed)).output


def test_inspect_for_people_shows_the_evidence(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    shown = run("inspect", str(page)).output
    assert "shenzhou-19" in shown
    assert "landing" in shown


def test_inspect_names_a_file_that_is_not_there() -> None:
    result = CliRunner().invoke(cli, ["inspect", "no-such-file.txt"])
    assert result.exit_code == 1
    assert "no-such-file.txt cannot be read" in result.output


def test_receipts_tell_what_became_of_each() -> None:
    rows = {row["path"]: row for row in json_lines(run("receipts", "--json"))}
    assert rows["page.txt"]["receipt"] == "new"
    assert rows["page.txt"]["article"].startswith("a-")
    assert (rows["empty.txt"]["receipt"], rows["empty.txt"]["code"]) == ("rejected", "empty")
    assert [r["path"] for r in json_lines(run("receipts", "--json", "--path", "page*"))] == [
        "page.txt"
    ]
    shown = run("receipts").output
    assert "2 documents: 1 new, 1 rejected" in shown or "1 rejected, 1 new" in shown


def test_articles_are_listed_and_shown_whole() -> None:
    (listed,) = json_lines(run("articles", "--json"))
    (whole,) = json_lines(run("articles", "--json", listed["id"]))
    assert whole == listed
    assert whole["relation"] == "new"
    assert "Cai Xuzhe" in run("articles", listed["id"]).output
    assert run("articles", "a-0000000000000000").exit_code == 1


def test_events_are_cloudevents_that_can_be_filtered() -> None:
    logged = json_lines(run("events", "--json"))
    assert [int(event["sequence"]) for event in logged] == list(range(1, len(logged) + 1))
    assert json_lines(run("events", "--json", "--after", str(len(logged)))) == []
    about = json_lines(run("events", "--json", "--mission", "shenzhou-19"))
    assert {event["mission"] for event in about} == {"shenzhou-19"}
    assert json_lines(run("events", "--json", "--person", "cai-xuzhe"))
    assert "shenzhou-19" in run("events").output


@pytest.mark.parametrize("by", ["document", "article", "path"])
def test_explain_finds_a_document_by_each_of_its_names(by: str) -> None:
    (row,) = json_lines(run("receipts", "--json", "--path", "page.txt"))
    (told,) = json_lines(run("explain", "--json", row[by]))
    assert told["receipt"] == "new"
    assert told["events"]
    taken = {one["id"] for one in told["candidates"] if one["taken"]}
    assert "shenzhou-19" in taken
    assert all(one["reason"] for one in told["candidates"])


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of its own, with a feed file of two entries and an article from an address."""
    folder = tmp_path_factory.mktemp("unpacked")
    settings = load_settings(data=folder)
    migrate(settings)
    journey = open_journey(settings)
    item = "<item><title>The {0} landed</title><description>{1}</description></item>"
    items = item.format("Shenzhou-19 crew", PAGE[200:]) + item.format(
        "Soyuz MS-27 crew", PAGE[300:]
    )
    feed = f"<rss version='2.0'><channel>{items}</channel></rss>".encode()
    for name, raw in (("news/a.xml", feed), (None, PAGE.encode())):
        document = Document(
            id=ids.document_id("drop", (name or "").encode()),
            source="drop",
            raw=raw,
            received=log.now(),
            path=name,
            url=None if name else "https://n.example/page",
        )
        queued = journey.store.take([Arrival(document=document)], now=log.now())
        while queued:
            queued = journey.process(queued)
    journey.close()
    return folder


def test_explain_of_a_feed_file_tells_of_the_file_and_its_entries(unpacked: Path) -> None:
    (told,) = json_lines(run("explain", "--json", "--data", str(unpacked), "news/a.xml"))
    assert told["receipt"] == "unpacked"
    assert [entry["entry"] for entry in told["entries"]] == [1, 2]
    shown = run("explain", "--data", str(unpacked), "news/a.xml").output
    assert "news/a.xml #2" in shown


@pytest.mark.parametrize("name", ["news/a.xml #2", "news/a.xml#2"])
def test_explain_finds_one_entry_of_a_file(unpacked: Path, name: str) -> None:
    (told,) = json_lines(run("explain", "--json", "--data", str(unpacked), name))
    assert told["path"] == "news/a.xml"
    assert any("Soyuz" in event["data"]["article"]["title"] for event in told["events"])
    assert run("explain", "--data", str(unpacked), "news/a.xml #3").exit_code == 1


def test_a_page_that_came_from_an_address_is_found_by_it(unpacked: Path) -> None:
    (told,) = json_lines(
        run("explain", "--json", "--data", str(unpacked), "https://n.example/page")
    )
    assert told["receipt"] in ("new", "copy", "revision")
    rows = json_lines(run("receipts", "--json", "--data", str(unpacked), "--path", "*n.example*"))
    assert [row["url"] for row in rows] == ["https://n.example/page"]


def test_a_path_may_be_given_as_the_shell_completes_it(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    monkeypatch.setenv("MISSIONFEED_SEEDS", str(seeds))
    monkeypatch.chdir(tmp_path)
    for name in ("seeds/page.txt", "./seeds/page.txt", str(seeds / "page.txt")):
        (told,) = json_lines(run("explain", "--json", name))
        assert told["path"] == "page.txt"
        (whole,) = json_lines(run("articles", "--json", name))
        assert whole["id"] == told["article"]


def test_articles_says_of_a_document_without_one_what_became_of_it() -> None:
    result = run("articles", "empty.txt")
    assert result.exit_code == 1
    assert "rejected" in result.output
    assert "missionfeed explain d-" in result.output


def test_explain_says_why_there_is_nothing() -> None:
    shown = run("explain", "empty.txt").output
    assert "rejected" in shown
    assert "No events" in shown
    assert run("explain", "d-0000000000000000").exit_code == 1


def test_status_counts_documents_and_events() -> None:
    (told,) = json_lines(run("status", "--json"))
    assert told["documents"] == {"new": 1, "rejected": 1}
    assert told["position"] > 1
    assert "events in the log" in run("status").output


def test_a_narrow_screen_has_room_for_what_an_event_says() -> None:
    for event in json_lines(run("events", "--json")):
        narrow = line(int(event["sequence"]), event, narrow=True).plain
        wide = line(int(event["sequence"]), event).plain
        assert len(narrow) < len(wide)
        assert event["subject"] in narrow
        assert event["type"].split(".")[3] in narrow


def test_events_says_what_is_misspelt_where_it_finds_none() -> None:
    result = run("events", "--mission", "Shenzhu 19", "--type", "milestones")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Near ones: shenzhou-19" in result.stderr
    assert "mission.milestone" in result.stderr
    (told,) = json_lines(run("status", "--json"))
    assert f"ends at {told['position']}" in run("events", "--person", "fei-junlong").stderr
    assert "not know" not in run("events", "--person", "fei-junlong").stderr


def test_status_tells_how_far_the_stream_is(valkey: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert json_lines(run("status", "--json"))[0]["stream"] is None
    monkeypatch.setenv("MISSIONFEED_REDIS_URL", valkey)
    (told,) = json_lines(run("status", "--json"))
    assert told["stream"]["position"] == 0
    last = told["position"]
    assert f"ends at 0; {last} behind the log" in run("status").output
    with redis.Redis.from_url(valkey) as server:
        server.xadd("missionfeed:events", {"event": "{}"}, id=f"{last}-0")
        shown = run("status").output
        assert f"ends at {last}" in shown
        assert "behind" not in shown
        server.xadd("missionfeed:events", {"event": "{}"}, id=f"{last + 1}-0")
        assert f"ends at {last + 1}, ahead of the log" in run("status").output


def test_status_says_why_the_stream_cannot_be_reached_but_no_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MISSIONFEED_REDIS_URL", "redis://:secret@127.0.0.1:1/0")
    (told,) = json_lines(run("status", "--json"))
    assert "refused" in told["stream"]["error"]
    assert "secret" not in run("status").output


def test_a_position_ahead_of_the_log_is_an_error() -> None:
    (told,) = json_lines(run("status", "--json"))
    last = told["position"]
    assert run("events", "--after", str(last)).exit_code == 0
    result = run("events", "--after", str(last + 1))
    assert result.exit_code == 1
    assert f"ends at {last}" in result.output


def test_looking_at_a_folder_that_was_never_used_leaves_it_alone(tmp_path: Path) -> None:
    for command in ("status", "events", "receipts", "articles"):
        result = run(command, "--data", str(tmp_path / "slip"))
        assert result.exit_code == 1
        assert "slip holds no database" in result.output
    assert not (tmp_path / "slip").exists()


def test_the_catalogue_knows_its_entries_by_capitals_and_blanks_too() -> None:
    assert run("catalogue", "show", "Shenzhou 20").exit_code == 0
    result = run("catalogue", "show", "Shenzhu 20")
    assert result.exit_code == 2
    assert "Near ones: shenzhou-20" in result.output


def test_a_database_without_tables_says_what_to_do(tmp_path: Path) -> None:
    result = run("receipts", "--data", str(tmp_path))
    assert result.exit_code == 1
    assert "missionfeed migrate" in result.output
    assert run("migrate", "--data", str(tmp_path)).exit_code == 0
    assert run("receipts", "--data", str(tmp_path)).exit_code == 0


def test_text_from_outside_cannot_drive_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE.replace("Crew looks", "Crew \x1b[31mlooks"), encoding="utf-8")
    assert "\x1b" not in run("inspect", str(page)).output


def test_every_command_of_the_list_is_there() -> None:
    shown = run("--help").output
    for name in COMMANDS:
        assert f"\n  {name} " in shown
        assert run(name, "--help").exit_code == 0
