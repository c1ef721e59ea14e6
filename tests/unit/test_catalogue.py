"""The shipped catalogue is sound, and each way of breaking one is found where it stands."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest.catalogue import Problem, check, load, load_sources
from ingest.cli.catalogue import catalogue as catalogue_command
from ingest.errors import CatalogueError

CONFIG = Path(__file__).parents[2] / "config"
SHIPPED = CONFIG / "catalogue"

MISSIONS = """\
# a comment
shenzhou-20:
  name: Shenzhou 20
  kind: crewed
  series: shenzhou
  number: 20
  country: NO
  launch: 2025-04-24
  launch_utc: 2025-04-24T09:17:31Z
  station: tiangong
  crew:
    - {person: chen-dong, role: commander}
  aliases:
    en: [Shenzhou 20, SZ-20]
    zh: [神舟二十号]

tiangong:
  name: Tiangong space station
  kind: station
  aliases:
    en: [Tiangong]
  weak_aliases:
    en: [Tiangong]
"""
PEOPLE = """\
chen-dong:
  name: Chen Dong
  family: Chen
  nationality: CN
  missions: [shenzhou-20]
  aliases:
    en: [Chen Dong]
"""
SERIES = """\
shenzhou:
  name: Shenzhou
  kind: crewed
  max_known_number: 20
  stems:
    en: [Shenzhou]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "missions").mkdir()
    (tmp_path / "people").mkdir()
    (tmp_path / "missions" / "shenzhou.yaml").write_text(MISSIONS, encoding="utf-8")
    (tmp_path / "people" / "cmsa.yaml").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "series.yaml").write_text(SERIES, encoding="utf-8")
    return tmp_path


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def only_problem(folder: Path) -> Problem:
    problems = check(folder)
    assert len(problems) == 1, problems
    return problems[0]


def test_the_shipped_catalogue_has_no_errors() -> None:
    assert [problem for problem in check(SHIPPED) if problem.level == "error"] == []


def test_the_shipped_catalogue_knows_a_crew_that_came_home_on_another_ship() -> None:
    known = load(SHIPPED)
    crew = known.missions["shenzhou-20"].crew
    assert (crew[0].person, crew[0].role) == ("chen-dong", "commander")
    assert {member.returned_on for member in crew} == {"shenzhou-21"}
    assert known.missions["shenzhou-20"].landing_crew == ()
    assert known.people["fei-junlong"].missions == ("shenzhou-6", "shenzhou-15")


def test_every_example_of_a_shipped_series_holds_its_stem_or_is_a_known_flight() -> None:
    known = load(SHIPPED)
    aliases = {
        name
        for mission in known.missions.values()
        for names in mission.aliases.values()
        for name in names
    }
    unmatched = [
        (series.id, example)
        for series in known.series.values()
        for language, examples in series.examples.items()
        for example in examples
        if example not in aliases
        and language in series.stems
        and not any(
            stem.replace(" ", "").casefold()[:4] in example.replace(" ", "").casefold()
            for stem in (*series.stems[language], *series.forms.get(language, ()))
        )
    ]
    allowed = {"MS-28", "корабль МС-28", "第73远征队", "第73次長期滞在", "73-й экспедиции"}
    assert [pair for pair in unmatched if pair[1] not in allowed] == []


def test_a_sound_catalogue_is_read_with_types(folder: Path) -> None:
    assert check(folder) == []
    mission = load(folder).missions["shenzhou-20"]
    assert mission.launch == date(2025, 4, 24)
    assert mission.launch_utc == datetime(2025, 4, 24, 9, 17, 31, tzinfo=UTC)
    assert mission.number == 20
    assert mission.country == "NO", "Norway is no boolean"
    assert mission.aliases["zh"] == ("神舟二十号",)


BROKEN = {
    "an unknown field": ("missions/shenzhou.yaml", "station: tiangong", "stations: tiangong", 10),
    "an unknown crew field": ("missions/shenzhou.yaml", "role: comm", "rolle: comm", 11),
    "a bad date": ("missions/shenzhou.yaml", "launch: 2025-04-24", "launch: 2025-02-30", 8),
    "a word for a number": ("missions/shenzhou.yaml", "number: 20", "number: XX", 6),
    "an unknown kind": ("missions/shenzhou.yaml", "kind: crewed", "kind: manned", 4),
    "an empty field": ("missions/shenzhou.yaml", "series: shenzhou", "series:", 5),
    "an empty alias": ("missions/shenzhou.yaml", "en: [Shenzhou 20, SZ-20]", "en: [' ']", 13),
    "an empty alias list": ("missions/shenzhou.yaml", "zh: [神舟二十号]", "zh: []", 13),
    "an alias twice": ("missions/shenzhou.yaml", "SZ-20]", "Shenzhou 20]", 13),
    "an unknown language": ("missions/shenzhou.yaml", "zh: [", "chinese: [", 13),
    "an unknown station": ("missions/shenzhou.yaml", "station: tiangong", "station: mir", 10),
    "a station that is a flight": (
        "missions/shenzhou.yaml",
        "station: tiangong",
        "station: shenzhou-20",
        10,
    ),
    "an unknown programme": (
        "missions/shenzhou.yaml",
        "station: tiangong",
        "programme: programme-x",
        10,
    ),
    "an unknown series": ("missions/shenzhou.yaml", "series: shenzhou", "series: senzhou", 5),
    "a number above its series": ("missions/shenzhou.yaml", "number: 20", "number: 21", 6),
    "a launch time on another day": ("missions/shenzhou.yaml", "24T09", "25T09", 9),
    "an end before the launch": (
        "missions/shenzhou.yaml",
        "station: tiangong",
        "end: 2025-04-01",
        10,
    ),
    "an id that is no slug": (
        "missions/shenzhou.yaml",
        "tiangong:\n",
        "Tian_gong: {name: X, kind: station}\n\ntiangong:\n",
        17,
    ),
    "a ship home that is unknown": (
        "missions/shenzhou.yaml",
        "role: commander",
        "role: commander, returned_on: shenzhou-99",
        11,
    ),
    "a landing crew that is unknown": (
        "missions/shenzhou.yaml",
        "station: tiangong",
        "landing_crew: [li-si]",
        10,
    ),
    "a weak alias that is none": (
        "missions/shenzhou.yaml",
        "en: [Tiangong]\n  weak",
        "en: [T]\n  weak",
        22,
    ),
    "a country spelt out": ("people/cmsa.yaml", "nationality: CN", "nationality: China", 4),
    "a bad Wikidata id": ("people/cmsa.yaml", "nationality: CN", "wikidata: '17'", 4),
    "a series without stems": ("series.yaml", "  stems:\n    en: [Shenzhou]\n", "", 1),
    "a form without its number": ("series.yaml", "stems:", "forms:", 5),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_entry_is_found_with_file_line_and_remedy(folder: Path, case: str) -> None:
    name, old, new, line = BROKEN[case]
    edit(folder, name, old, new)
    problems = [problem for problem in check(folder) if problem.level == "error"]
    assert (name, line) in [(problem.file, problem.line) for problem in problems], problems
    assert all(problem.id and problem.message and problem.remedy for problem in problems)
    with pytest.raises(CatalogueError, match=name):
        load(folder)


def test_an_unknown_field_is_named_with_the_likely_one(folder: Path) -> None:
    edit(folder, "missions/shenzhou.yaml", "station: tiangong", "staton: tiangong")
    problem = only_problem(folder)
    assert problem.id == "shenzhou-20"
    assert "'staton'" in problem.message
    assert "'station'" in problem.remedy


def test_a_crew_member_nobody_knows_is_found(folder: Path) -> None:
    edit(folder, "missions/shenzhou.yaml", "person: chen-dong", "person: chen-ding")
    problems = {problem.id: problem for problem in check(folder)}
    assert "'chen-ding', who is in no file" in problems["shenzhou-20"].message
    assert "whose crew does not name chen-dong" in problems["chen-dong"].message


def test_a_crew_member_whose_own_entry_lacks_the_flight_is_found(folder: Path) -> None:
    edit(folder, "people/cmsa.yaml", "  missions: [shenzhou-20]\n", "")
    problem = only_problem(folder)
    assert problem.id == "shenzhou-20"
    assert "does not name shenzhou-20" in problem.message


def test_an_id_in_two_files_is_found_with_the_place_of_the_first(folder: Path) -> None:
    shutil.copy(folder / "people" / "cmsa.yaml", folder / "people" / "other.yaml")
    problem = only_problem(folder)
    assert problem.file == "people/other.yaml"
    assert "people/cmsa.yaml:1" in problem.message


def test_an_id_twice_in_one_file_is_found(folder: Path) -> None:
    path = folder / "people" / "cmsa.yaml"
    path.write_text(PEOPLE + "\n" + PEOPLE, encoding="utf-8")
    assert "'chen-dong' stands twice" in only_problem(folder).message


def test_a_family_name_spelt_otherwise_is_a_warning(folder: Path) -> None:
    edit(folder, "people/cmsa.yaml", "family: Chen", "family: Tschen")
    problem = only_problem(folder)
    assert (problem.level, problem.line) == ("warning", 3)


def test_a_name_shared_by_two_people_is_a_warning_and_loads(folder: Path) -> None:
    twin = PEOPLE.replace("chen-dong:", "chen-dong-2:").replace("[shenzhou-20]", "[]")
    (folder / "people" / "twin.yaml").write_text(twin, encoding="utf-8")
    problem = only_problem(folder)
    assert problem.level == "warning"
    assert "chen-dong and chen-dong-2" in problem.message
    assert len(load(folder).people) == 2


@pytest.mark.parametrize(
    "text",
    ["a: [1, 2\nb: 3\n", "a:\n\tname: x\n", "- just\n- words\n", "hello", "a: &x [*x]\n", "a: b\n"],
)
def test_a_file_that_is_no_catalogue_is_named_with_a_line(folder: Path, text: str) -> None:
    (folder / "missions" / "bad.yaml").write_text(text, encoding="utf-8")
    problem = only_problem(folder)
    assert problem.file == "missions/bad.yaml"
    assert problem.line is not None
    with pytest.raises(CatalogueError, match=r"missions/bad\.yaml:\d+"):
        load(folder)


def test_bytes_that_are_no_utf8_are_named(folder: Path) -> None:
    (folder / "people" / "latin.yaml").write_bytes(b"jos\xe9:\n  name: Jos\xe9\n")
    assert "UTF-8" in only_problem(folder).remedy


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="nowhere"):
        load(tmp_path / "nowhere")


def test_the_cache_gives_the_same_catalogue_and_notices_an_edit(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    fresh = load(folder, cache=cache)
    assert load(folder, cache=cache) == fresh == load(folder)
    edit(folder, "people/cmsa.yaml", "nationality: CN", "nationality: SU")
    edited = load(folder, cache=cache)
    assert edited.people["chen-dong"].nationality == "SU"
    assert edited.version != fresh.version


def test_the_version_is_of_what_is_said_not_of_how_it_is_written(folder: Path) -> None:
    before = load(folder).version
    edit(folder, "missions/shenzhou.yaml", "# a comment", "# another remark")
    edit(folder, "missions/shenzhou.yaml", "[Shenzhou 20, SZ-20]", "['Shenzhou 20', \"SZ-20\"]")
    (folder / "people" / "cmsa.yaml").rename(folder / "people" / "others.yaml")
    assert load(folder).version == before
    edit(folder, "missions/shenzhou.yaml", "SZ-20", "SZ 20")
    assert load(folder).version != before


SYNCED = """\
shenzhou-20:
  launch: 2020-01-01
  end: 2025-11-14
  aliases:
    zh: [神舟二十号, 神舟20号]
    ru: [Шэньчжоу-20]
"""


def test_what_a_sync_wrote_only_adds(folder: Path) -> None:
    (folder / "wikidata").mkdir()
    (folder / "wikidata" / "missions.yaml").write_text(SYNCED, encoding="utf-8")
    assert check(folder) == []
    mission = load(folder).missions["shenzhou-20"]
    assert (mission.launch, mission.end) == (date(2025, 4, 24), date(2025, 11, 14))
    assert mission.aliases["zh"] == ("神舟二十号", "神舟20号")
    assert mission.aliases["ru"] == ("Шэньчжоу-20",)


def test_an_error_in_what_a_sync_wrote_is_found_there(folder: Path) -> None:
    (folder / "wikidata").mkdir()
    wrong = SYNCED.replace("2025-11-14", "2025-13-14")
    (folder / "wikidata" / "missions.yaml").write_text(wrong, encoding="utf-8")
    problem = only_problem(folder)
    assert (problem.file, problem.line) == ("wikidata/missions.yaml", 3)


def test_a_file_that_belongs_nowhere_is_named(folder: Path) -> None:
    (folder / "wikidata").mkdir()
    (folder / "wikidata" / "ships.yaml").write_text(SYNCED, encoding="utf-8")
    assert only_problem(folder).file == "wikidata/ships.yaml"


def test_a_damaged_or_unwritable_cache_does_no_harm(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load(folder, cache=cache)
    (cached,) = cache.iterdir()
    cached.write_bytes(b"\xc1 rubbish")
    assert load(folder, cache=cache) == load(folder)
    assert load(folder, cache=cached / "below-a-file") == load(folder)


def test_sources_are_read_in_order_with_unknown_fields_refused(tmp_path: Path) -> None:
    path = tmp_path / "press.yaml"
    text = (
        "- {id: china-daily, name: China Daily, zone: Asia/Shanghai, hosts: [chinadaily.com.cn]}\n"
    )
    path.write_text(text + "- {id: xinhua, name: Xinhua, agency: true}\n", encoding="utf-8")
    first, second = load_sources(tmp_path)
    assert (first.id, first.hosts, second.agency) == ("china-daily", ("chinadaily.com.cn",), True)
    path.write_text(text.replace("zone", "zonne"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"press\.yaml:1: china-daily: Unknown field 'zonne'"):
        load_sources(tmp_path)


def test_a_source_without_an_id_is_named(tmp_path: Path) -> None:
    (tmp_path / "press.yaml").write_text("\n- {name: China Daily}\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"press\.yaml:2: This item has no id"):
        load_sources(tmp_path)


def test_check_command_exits_1_on_errors_only(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    config = tmp_path_factory.mktemp("config")
    shutil.copytree(folder, config / "catalogue")
    run = CliRunner().invoke
    sound = run(catalogue_command, ["check", "--config", str(config)])
    assert (sound.exit_code, "0 errors" in sound.output) == (0, True)
    edit(config / "catalogue", "people/cmsa.yaml", "family: Chen", "family: ''")
    broken = run(catalogue_command, ["check", "--config", str(config)])
    assert broken.exit_code == 1
    assert "people/cmsa.yaml:3: chen-dong:" in broken.output


def test_show_command_names_crew_with_roles_and_suggests_near_ids() -> None:
    run = CliRunner().invoke
    shown = run(catalogue_command, ["show", "shenzhou-20", "--config", str(CONFIG)])
    assert "Chen Dong (chen-dong): commander, came home on shenzhou-21" in shown.output
    assert "神舟二十号" in shown.output
    assert re.search(r"launch +2025-04-24 +missions/shenzhou\.yaml:\d+", shown.output)
    assert f"Catalogue {load(SHIPPED).version}" in shown.output
    told = run(catalogue_command, ["show", "shenzhou-20", "--config", str(CONFIG), "--json"])
    assert json.loads(told.output)["where"]["crew"].startswith("missions/shenzhou.yaml:")
    missing = run(catalogue_command, ["show", "shenzou-20", "--config", str(CONFIG)])
    assert isinstance(missing.exception, CatalogueError)
    assert "shenzhou-20" in str(missing.exception.hint)
