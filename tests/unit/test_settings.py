"""Settings: the file, the environment above it, the command line above both; typos are errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import SettingsError
from ingest.settings import load_settings


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MISSIONFEED_CONFIG", str(tmp_path))
    return tmp_path / "missionfeed.toml"


def test_defaults_hold_without_a_file(config: Path) -> None:
    settings = load_settings()
    assert settings.work.batch == 64
    assert settings.database.startswith("sqlite:///")


def test_the_environment_stands_above_the_file(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text("[watch]\nsettle_seconds = 5\nrescan_seconds = 7\n", encoding="utf-8")
    monkeypatch.setenv("MISSIONFEED_WATCH__SETTLE_SECONDS", "0.5")
    settings = load_settings()
    assert (settings.watch.settle_seconds, settings.watch.rescan_seconds) == (0.5, 7)


def test_the_command_line_stands_above_both(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('data = "/from/file"\n', encoding="utf-8")
    monkeypatch.setenv("MISSIONFEED_DATA", "/from/environment")
    assert load_settings().data == Path("/from/environment")
    assert load_settings(data=Path("/from/command/line")).data == Path("/from/command/line")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("colour = 'red'", "colour"),
        ("[watch]\nsetle_seconds = 1", "watch.setle_seconds"),
        ("[work]\nbatch = 'many'", "work.batch"),
        ("[watch]\nafter = 'shred'", "watch.after"),
        ("redis_port = 70000", "redis_port"),
    ],
)
def test_a_wrong_setting_is_named(config: Path, text: str, key: str) -> None:
    config.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=key.replace(".", r"\.")):
        load_settings()


@pytest.mark.parametrize("name", ["MISSIONFEED_COLOUR", "MISSIONFEED_WATCH__COLOUR"])
def test_an_unknown_variable_is_named(
    config: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "1")
    with pytest.raises(SettingsError, match=name):
        load_settings()


def test_a_broken_file_is_named_with_the_line(config: Path) -> None:
    config.write_text("[watch\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"missionfeed\.toml.*line 1"):
        load_settings()


def test_a_password_in_the_database_url_is_not_shown(config: Path) -> None:
    from ingest.store.database import Database

    shown = Database("postgresql+psycopg://user:secret@localhost/news").shown
    assert "secret" not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [("WEB__HOSTS", "news.example"), ("HTTP__PRIVATE", "10.0.0.0/8"), ("WEB", "port=1")],
)
def test_a_list_that_is_no_json_is_named_with_how_to_write_it(
    config: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"MISSIONFEED_{name}", value)
    with pytest.raises(SettingsError, match=f"MISSIONFEED_{name} .*{value}") as failed:
        load_settings()
    assert '["one", "two"]' in str(failed.value.hint)


@pytest.mark.parametrize("key", ["redis_url", "broker_url", "database_url"])
def test_an_address_of_another_kind_is_refused_with_an_example(
    config: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv(f"MISSIONFEED_{key.upper()}", "mysql://host/name")
    with pytest.raises(SettingsError, match=f"{key}.*It looks like"):
        load_settings()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_an_address_of_postgresql_may_leave_the_driver_out(
    config: Path, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setenv("MISSIONFEED_DATABASE_URL", f"{scheme}://u:p@host:5432/name")
    assert load_settings().database == "postgresql+psycopg://u:p@host:5432/name"


def test_a_config_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MISSIONFEED_CONFIG", "/no/such/folder")
    with pytest.raises(SettingsError, match="/no/such/folder is not there"):
        load_settings()
