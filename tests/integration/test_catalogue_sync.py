"""``catalogue sync`` against a server that answers in Wikidata's shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from ingest.catalogue import check, load
from ingest.catalogue.wikidata import TRIES, Wikidata, WikidataError
from ingest.cli import cli
from ingest.errors import MissionfeedError
from ingest.http import Http
from ingest.settings import Http as HttpSettings
from tests.feed_server import Exchange, FeedServer, serve, status

MISSIONS = """\
shenzhou-20:
  name: Shenzhou 20
  kind: crewed
  series: shenzhou
  number: 20
  launch: 2025-04-24
  crew:
    - {person: chen-dong, role: commander}
  aliases:
    en: [Shenzhou 20, Shenzhou-20]
    zh: [神舟二十号]
  sources: [compiled]
"""
PEOPLE = """\
chen-dong:
  name: Chen Dong
  family: Chen
  given: Dong
  name_order: family-first
  born: 1978
  missions: [shenzhou-20]
  aliases:
    en: [Chen Dong]
  wikidata: Q101
  sources: [compiled]
"""
SERIES = """\
shenzhou:
  name: Shenzhou
  kind: crewed
  max_known_number: 20
  stems:
    en: [Shenzhou]
    zh: [神舟]
"""


def entity(
    qid: str,
    label: str,
    *,
    human: bool = False,
    rev: int = 1,
    zh: list[str] | None = None,
    **claims: Any,
) -> dict[str, Any]:
    """An item as Wikibase's API gives it: claims by property, dates as text, items by their id."""

    def claim(value: Any) -> dict[str, Any]:
        made: Any = {"id": value, "entity-type": "item"}
        if str(value)[0] == "+":
            text, _, precision = value.partition("/")
            made = {"time": f"{text}T00:00:00Z", "precision": int(precision or 11)}
        return {"mainsnak": {"datavalue": {"value": made}}, "rank": "normal"}

    kind = {"P31": ["Q5"]} if human else {}
    names = [{"language": "zh", "value": name} for name in zh or ()]
    return {
        "id": qid,
        "type": "item",
        "lastrevid": rev,
        "labels": {"en": {"language": "en", "value": label}} | ({"zh": names[0]} if names else {}),
        "aliases": {"zh": names[1:]} if names else {},
        "claims": {
            name: [claim(value) for value in (values if isinstance(values, list) else [values])]
            for name, values in {**kind, **claims}.items()
        },
    }


def items() -> dict[str, dict[str, Any]]:
    """Two flights of 2025 and their crews, as Wikidata could state them."""
    return {
        one["id"]: one
        for one in (
            entity(
                "Q201",
                "Shenzhou 20",
                zh=["神舟二十号", "神舟20号"],
                P619="+2025-04-24",
                P620="+2025-11-14",
                P1029=["Q101", "Q102", "Q103"],
            ),
            entity(
                "Q202",
                "Shenzhou 21",
                zh=["神舟二十一号"],
                P619="+2025-10-31",
                P1029=["Q104", "Q105", "Q106"],
            ),
            entity("Q101", "Chen Dong", human=True, zh=["陈冬"], P569="+1978-12-12"),
            entity("Q102", "Chen Zhongrui", human=True, P569="+1984-00-00/9", P734="Q301"),
            entity("Q103", "Wang Jie", human=True, P734="Q302"),
            entity("Q104", "Zhang Lu", human=True, zh=["张陆"], P734="Q303"),
            entity("Q105", "Wu Fei", human=True, P734="Q304"),
            entity("Q106", "Zhang Hongzhang", human=True, P734="Q303"),
            entity("Q301", "Chen"),
            entity("Q302", "Wang"),
            entity("Q303", "Zhang"),
            entity("Q304", "Wu"),
        )
    }


@dataclass
class Desk:
    """A catalogue, the server that stands for Wikidata, and the command."""

    folder: Path
    server: FeedServer
    items: dict[str, dict[str, Any]] = field(default_factory=items)

    @property
    def catalogue(self) -> Path:
        return self.folder / "catalogue"

    def answer_items(self, exchange: Exchange) -> None:
        asked = parse_qs(urlsplit(exchange.path).query)["ids"][0].split("|")
        assert len(asked) <= 50
        missing = {qid: {"id": qid, "missing": ""} for qid in asked}
        found = missing | {qid: self.items[qid] for qid in asked if qid in self.items}
        exchange.reply(json.dumps({"entities": found, "success": 1}))

    def answer_query(self, exchange: Exchange) -> None:
        flights = [q for q, one in self.items.items() if "P1029" in one["claims"]]
        rows = [{"m": {"type": "uri", "value": f"http://x/entity/{qid}"}} for qid in flights]
        exchange.reply(json.dumps({"head": {"vars": ["m"]}, "results": {"bindings": rows}}))

    def sync(self, *options: str) -> Result:
        return CliRunner().invoke(
            cli,
            [
                *("catalogue", "sync", "--config", str(self.folder), *options),
                *("--api", f"{self.server.url}/api", "--sparql", f"{self.server.url}/sparql"),
            ],
        )

    def changes(self, *options: str) -> list[dict[str, Any]]:
        """What a sync says, one change a line."""
        done = self.sync("--json", *options)
        assert done.exit_code == 0, (done.output, done.exception)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.catalogue / name
        text = path.read_text(encoding="utf-8")
        assert old in text, text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        found = (path for path in self.catalogue.rglob("*") if path.is_file())
        return {path.relative_to(self.catalogue).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("MISSIONFEED_HTTP__CONTACT", "https://desk.example.org/bot")
    monkeypatch.setenv("MISSIONFEED_HTTP__PRIVATE", '["127.0.0.1"]')
    for name, text in (
        ("missions/shenzhou.yaml", MISSIONS),
        ("people/cmsa.yaml", PEOPLE),
        ("series.yaml", SERIES),
    ):
        path = tmp_path / "catalogue" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with serve() as server:
        made = Desk(tmp_path, server)
        server.routes |= {"/api": made.answer_items, "/sparql": made.answer_query}
        yield made


def short(changes: list[dict[str, Any]]) -> list[tuple[str, str | None, str]]:
    return [(one["action"], one["id"], one["field"]) for one in changes]


# ------------------------------------------------------------------ what is taken over


def test_a_dry_run_shows_all_and_writes_nothing(desk: Desk) -> None:
    before = desk.files()
    shown = short(desk.changes("--dry-run"))
    assert desk.files() == before
    assert ("new", "shenzhou-21", "id") in shown
    assert ("new", "zhang-hongzhang", "id") in shown
    assert ("added", "shenzhou-20", "end") in shown
    assert ("differs", "shenzhou-20", "crew") in shown
    table = desk.sync("--dry-run")
    assert "Zhang Hongzhang" in table.output
    assert "entries that we did not have" in table.output
    assert desk.files() == before


def test_what_is_taken_over_is_a_sound_catalogue_and_comes_once(desk: Desk) -> None:
    before = desk.files()
    written = [one for one in desk.changes() if one["written"]]
    assert written
    assert {name: data for name, data in desk.files().items() if name in before} == before
    assert [one for one in check(desk.catalogue) if one.level == "error"] == []
    known = load(desk.catalogue)
    flight = known.missions["shenzhou-21"]
    assert (flight.series, flight.number, flight.unconfirmed) == ("shenzhou", 21, True)
    assert [m.person for m in flight.crew] == ["zhang-lu", "wu-fei", "zhang-hongzhang"]
    lu = known.people["zhang-lu"]
    assert (lu.family, lu.given, lu.name_order) == ("Zhang", "Lu", "family-first")
    assert lu.missions == ("shenzhou-21",)
    assert known.people["chen-dong"].aliases["zh"] == ("陈冬",)
    ours = known.missions["shenzhou-20"]
    assert (ours.wikidata, str(ours.end)) == ("Q201", "2025-11-14")
    assert ours.aliases["zh"] == ("神舟二十号", "神舟20号")
    files = desk.files()
    assert desk.changes() == []
    assert desk.files() == files


def test_the_written_files_read_like_those_of_people(desk: Desk) -> None:
    desk.changes()
    text = (desk.catalogue / "wikidata" / "missions.yaml").read_text(encoding="utf-8")
    assert (
        """\
shenzhou-21:
  name: Shenzhou 21
  kind: crewed
  series: shenzhou
  number: 21
  launch: 2025-10-31
  crew:
  - {person: zhang-lu}
"""
        in text
    )
    assert "    zh: [神舟二十一号]" in text


def test_show_says_which_names_came_from_whom(desk: Desk) -> None:
    desk.changes()
    shown = CliRunner().invoke(
        cli, ["catalogue", "show", "shenzhou-20", "--config", str(desk.folder)]
    )
    lines = shown.output.splitlines()
    assert [line.split()[-1] for line in lines if "aliases zh" in line] == [
        "missions/shenzhou.yaml:9",
        "wikidata/missions.yaml:6",
    ]
    assert load(desk.catalogue).version in shown.output


def test_only_what_was_asked_for_is_looked_at(desk: Desk) -> None:
    assert {one["kind"] for one in desk.changes("--kind", "people", "--dry-run")} == {"person"}
    assert [seen for seen in desk.server.paths() if seen.startswith("/sparql")] == []


def test_a_file_of_items_serves_as_well_and_nobody_is_asked(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = desk.changes("--dry-run")
    seen = len(desk.server.seen)
    monkeypatch.delenv("MISSIONFEED_HTTP__CONTACT")
    dump = tmp_path / "items.json"
    lines = ",\n".join(json.dumps(one) for one in desk.items.values())
    dump.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    read = desk.changes("--dry-run", "--since", "2025-01-01", "--from", str(dump))
    assert sorted(short(read), key=str) == sorted(short(asked), key=str)
    assert len(desk.server.seen) == seen
    dump.write_text("[\n{\n", encoding="utf-8")
    broken = desk.sync("--from", str(dump))
    assert (broken.exit_code, "items.json:2 is no item" in broken.output) == (1, True)


# ------------------------------------------------------------------ three sides


def test_what_wikidata_changes_later_is_followed(desk: Desk) -> None:
    desk.changes()
    desk.items["Q201"] = entity(
        "Q201", "Shenzhou 20", rev=2, zh=["神舟二十号"], P619="+2025-04-24", P620="+2025-11-15"
    )
    assert short(desk.changes()) == [
        ("changed", "shenzhou-20", "end"),
        ("gone", "shenzhou-20", "aliases zh"),
    ]
    ours = load(desk.catalogue).missions["shenzhou-20"]
    assert str(ours.end) == "2025-11-15"
    assert "神舟20号" in ours.aliases["zh"], "nothing is ever deleted"


def test_an_edit_of_what_was_synced_stays(desk: Desk) -> None:
    desk.changes()
    desk.edit("wikidata/missions.yaml", "end: 2025-11-14", "end: 2025-11-20")
    desk.edit("wikidata/missions.yaml", "[神舟20号]", "[神舟廿号]")
    assert desk.changes() == []
    desk.items["Q201"]["claims"]["P620"] = entity("Q1", "", P620="+2025-11-16")["claims"]["P620"]
    assert short(desk.changes()) == [("differs", "shenzhou-20", "end")]
    ours = load(desk.catalogue).missions["shenzhou-20"]
    assert (str(ours.end), ours.aliases["zh"]) == ("2025-11-20", ("神舟二十号", "神舟廿号"))
    assert desk.changes() == [], "said once"


def test_an_entry_that_somebody_took_out_does_not_come_back(desk: Desk) -> None:
    desk.changes()
    path = desk.catalogue / "wikidata" / "missions.yaml"
    kept = path.read_text(encoding="utf-8").partition("\nshenzhou-21:")[0]
    path.write_text(kept, encoding="utf-8")
    people = desk.catalogue / "wikidata" / "people.yaml"
    text = people.read_text(encoding="utf-8").replace("  missions: [shenzhou-21]\n", "")
    people.write_text(text, encoding="utf-8")
    assert short(desk.changes()) == []
    assert "shenzhou-21" not in load(desk.catalogue).missions


def test_what_people_state_is_never_touched(desk: Desk) -> None:
    desk.edit("missions/shenzhou.yaml", "launch: 2025-04-24", "launch: 2025-04-25")
    (one,) = [
        one for one in desk.changes() if one["field"] == "launch" and one["action"] != "added"
    ]
    assert (one["action"], one["ours"], one["theirs"]) == ("differs", "2025-04-25", "2025-04-24")
    assert str(load(desk.catalogue).missions["shenzhou-20"].launch) == "2025-04-25"


def test_a_planned_launch_that_wikidata_states_as_well_is_said_to_be_so(desk: Desk) -> None:
    desk.edit("missions/shenzhou.yaml", "  number: 20\n", "  number: 20\n  unconfirmed: true\n")
    said = [one for one in desk.changes() if one["action"] == "confirms"]
    assert [(one["id"], one["field"]) for one in said] == [("shenzhou-20", "launch")]


def test_a_namesake_is_for_a_person_to_decide(desk: Desk) -> None:
    desk.items["Q104"] = entity("Q104", "Chen Dong", human=True, P569="+1990-01-01")
    unclear = [one for one in desk.changes() if one["action"] == "unclear"]
    assert [(one["kind"], one["field"]) for one in unclear] == [
        ("person", "id"),
        ("mission", "crew"),
    ]
    assert "Q101" in unclear[0]["note"] or "1978" in unclear[0]["note"]


def test_facts_that_break_the_catalogue_are_refused_before_anything_is_written(desk: Desk) -> None:
    desk.items["Q201"]["claims"]["P620"] = entity("Q1", "", P620="+1999-01-01")["claims"]["P620"]
    before = desk.files()
    done = desk.sync()
    assert done.exit_code == 2
    assert "It ends (1999-01-01) before it begins (2025-04-24)" in done.output
    assert desk.files() == before


# ------------------------------------------------------------------ manners


def test_it_says_who_asks_and_asks_for_fifty_items_at_most(desk: Desk) -> None:
    for number in range(1000, 1120):
        desk.items[f"Q{number}"] = entity(f"Q{number}", f"Sputnik {number}", P619="+1957-10-04")
        desk.items[f"Q{number}"]["claims"]["P1029"] = []
    desk.changes("--dry-run")
    agents = {seen.headers["user-agent"] for seen in desk.server.seen}
    assert len(agents) == 1
    assert "https://desk.example.org/bot" in agents.pop()
    asked = [parse_qs(urlsplit(path).query) for path in desk.server.paths()]
    assert all(one["maxlag"] == ["5"] for one in asked if "ids" in one)
    assert max(one["ids"][0].count("|") + 1 for one in asked if "ids" in one) == 50


def test_without_a_contact_nothing_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MISSIONFEED_HTTP__CONTACT")
    done = desk.sync()
    assert (done.exit_code, desk.server.seen) == (2, [])
    assert "http.contact" in done.output


def client(desk: Desk, waited: list[float]) -> Wikidata:
    http = Http(HttpSettings(contact="https://desk.example.org", private=("127.0.0.1",)))
    return Wikidata(
        http.get,
        api=f"{desk.server.url}/api",
        sparql=f"{desk.server.url}/sparql",
        wait=waited.append,
    )


LAG = json.dumps({"error": {"code": "maxlag", "info": "Waiting: 7 seconds lagged."}})


def test_it_waits_for_as_long_as_it_is_told(desk: Desk) -> None:
    answers = iter(
        [
            status(429, Retry_After="17"),
            status(200, LAG, Retry_After="5"),
            status(503),
            desk.answer_items,
        ]
    )

    def answer(exchange: Exchange) -> None:
        route = next(answers)
        assert callable(route)
        route(exchange)

    desk.server.routes["/api"] = answer
    waited: list[float] = []
    assert [item.label for _, item in client(desk, waited).items(["Q101"])] == ["Chen Dong"]
    assert waited == [17, 5, 20]


def test_it_gives_up_when_it_is_not_wanted(desk: Desk) -> None:
    waited: list[float] = []
    desk.server.routes["/api"] = status(200, LAG, Retry_After="1")
    with pytest.raises(WikidataError, match="too busy"):
        list(client(desk, waited).items(["Q101"]))
    assert waited == [1] * TRIES
    desk.server.routes["/api"] = status(429, Retry_After="86400")
    with pytest.raises(WikidataError, match="too busy"):
        list(client(desk, waited).items(["Q101"]))
    assert waited == [1] * TRIES


@pytest.mark.parametrize(
    "body",
    [
        "<html>down</html>",
        "[]",
        "{}",
        '{"entities": 3}',
        '{"error": {"code": "param-missing"}}',
        "[" * 100_000,
    ],
)
def test_another_answer_than_we_understand_is_an_error_for_people(desk: Desk, body: str) -> None:
    desk.server.routes["/api"] = body
    before = desk.files()
    done = desk.sync()
    assert done.exit_code == 1, done.output
    assert isinstance(done.exception, SystemExit | MissionfeedError)
    assert desk.files() == before


def test_odd_parts_of_an_item_are_left_out(desk: Desk) -> None:
    desk.items["Q101"] = {
        "id": "Q101",
        "lastrevid": "x",
        "labels": {"en": {"value": "Chen\x07 Dong"}, "ru": {"value": ["x"]}, "zh": 3},
        "aliases": {"en": [{"value": "C" * 5000}, None, {}]},
        "claims": {"P569": [{"mainsnak": {"snaktype": "somevalue"}}, 3], "P619": "x", "P31": [{}]},
    }
    ((_, item),) = client(desk, []).items(["Q101"])
    assert (item.names, item.born, item.launch, item.human) == ({}, None, None, False)
