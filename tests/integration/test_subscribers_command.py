"""``missionfeed subscribers`` as people use it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import workers.cli  # noqa: F401 - adds what needs a queue
from ingest import log
from ingest.cli import cli
from ingest.core import webhooks
from ingest.model import Webhook
from ingest.settings import load_settings
from ingest.store import Store
from ingest.wiring import open_store
from tests.webhooks import OTHER_SECRET, SECRET, webhook, write_events

Command = Callable[..., Result]
URL = "http://127.0.0.1:9/hook"
FIELDS = {
    "name", "url", "mission", "person", "type", "state", "position", "behind", "added",
    "last_delivered", "failures", "failing_since", "next_try", "error",
}  # fmt: skip


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MISSIONFEED_HTTP__PRIVATE", '["127.0.0.1"]')
    return tmp_path / "data"


@pytest.fixture
def subscribers(data: Path) -> Command:
    """Runs ``missionfeed subscribers ...`` on a data folder of its own."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["subscribers", *arguments, "--data", str(data)])

    return run


@pytest.fixture
def store(data: Path, empty_database: Path) -> Iterator[Store]:
    """That folder's store, with five events in the log."""
    settings = load_settings(data=data)
    data.mkdir()
    shutil.copy(empty_database, settings.database_file)
    opened = open_store(settings)
    write_events(opened, 5)
    yield opened
    opened.close()


def listed(subscribers: Command) -> list[dict[str, Any]]:
    return [json.loads(line) for line in subscribers("list", "--json").stdout.splitlines()]


def only(store: Store) -> Webhook:
    (found,) = store.webhooks.all()
    return found


def done(result: Result) -> Result:
    assert result.exit_code == 0, result.output
    return result


def assert_refused(result: Result, *said: str, code: int = 1) -> None:
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    for words in said:
        assert words in " ".join(result.output.split())


# ------------------------------------------------------------------ add


def test_one_may_be_added_before_the_first_run(subscribers: Command, data: Path) -> None:
    added = done(subscribers("add", "desk", URL))
    assert added.stderr == ""
    secret = added.stdout.splitlines()[-1]
    webhooks.check_secret(secret)
    (found,) = listed(subscribers)
    assert (found["name"], found["url"], found["position"]) == ("desk", URL, 0)
    with closing(open_store(load_settings(data=data))) as store:
        assert only(store).secret == secret


def test_a_database_of_the_operators_is_not_made_by_the_way(
    subscribers: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MISSIONFEED_DATABASE_URL", f"sqlite:///{tmp_path / 'theirs.sqlite3'}")
    assert_refused(subscribers("list"), "migrate")


def test_one_begins_with_what_comes_from_now_on(subscribers: Command, store: Store) -> None:
    assert "after position 5" in done(subscribers("add", "desk", URL)).stdout
    assert only(store).position == 5


@pytest.mark.parametrize(("after", "behind"), [("0", 5), ("3", 2), ("5", 0)])
def test_one_may_begin_anywhere_in_the_log(
    subscribers: Command, store: Store, after: str, behind: int
) -> None:
    added = json.loads(done(subscribers("add", "desk", URL, "--after", after, "--json")).stdout)
    assert (added["position"], added["behind"]) == (int(after), behind)
    (found,) = listed(subscribers)
    assert (found["position"], found["behind"]) == (int(after), behind)


def test_all_is_shown_as_json_and_the_secret_when_added_only(
    subscribers: Command, store: Store
) -> None:
    filters = ("--mission", "shenzhou-20", "--person", "chen-dong", "--type", "Milestone")
    arguments = ("add", "desk", URL, *filters, "--secret", SECRET, "--json")
    added = json.loads(done(subscribers(*arguments)).stdout)
    assert added.keys() == FIELDS | {"secret"}
    assert added["secret"] == SECRET
    (found,) = listed(subscribers)
    assert found == {key: added[key] for key in FIELDS}
    assert (found["mission"], found["person"]) == ("shenzhou-20", "chen-dong")
    assert found["type"] == "milestone"  # as the types are written, which some databases tell apart
    assert (found["state"], found["failures"], found["next_try"]) == ("active", 0, None)


def test_secrets_are_made_anew_each_time(subscribers: Command, store: Store) -> None:
    for number in range(3):
        done(subscribers("add", f"desk-{number}", URL))
    secrets = {found.secret for found in store.webhooks.all()}
    assert len(secrets) == 3
    for secret in secrets:
        webhooks.check_secret(secret)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("", URL), "is no name"),
        ((".desk", URL), "is no name"),
        (("a desk", URL), "is no name"),
        (("desk\n", URL), "is no name"),
        (("d\x1b[2Jesk", URL), "is no name"),
        (("пульт", URL), "Letters, digits"),
        (("d" * 65, URL), "at most 64"),
        (("desk", "127.0.0.1/hook"), "begins with http:// or https://"),
        (("desk", "ftp://127.0.0.1/hook"), "begins with http:// or https://"),
        (("desk", "http://"), "begins with http:// or https://"),
        (("desk", URL, "--type", "mileston-e"), "org.missionfeed.mission.milestone.v1"),
        (("desk", URL, "--after", "6"), "ahead of the log, which ends at 5"),
        (("desk", URL, "--secret", "hunter2"), "no secret"),
        (("desk", URL, "--secret", "whsec_" + "!" * 40), "at least 24 random bytes"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    subscribers: Command, store: Store, arguments: tuple[str, ...], said: str
) -> None:
    assert_refused(subscribers("add", *arguments), said)
    assert store.webhooks.all() == []


def test_a_name_is_given_once(subscribers: Command, store: Store) -> None:
    done(subscribers("add", "desk", URL))
    before = only(store)
    again = subscribers("add", "desk", "http://127.0.0.1:9/other")
    assert_refused(again, "There is a subscriber 'desk' already", "subscribers remove desk")
    assert only(store) == before
    assert before.secret not in again.output


def test_what_the_catalogue_does_not_know_is_only_said(subscribers: Command, store: Store) -> None:
    """It may come to know it: missions are flown that nobody has heard of yet."""
    added = done(
        subscribers("add", "desk", URL, "--mission", "shenzou-20", "--person", "chen-dong")
    )
    assert "does not know 'shenzou-20'" in added.stderr
    assert "shenzhou-20" in added.stderr
    assert "chen-dong" not in added.stderr
    assert only(store).mission == "shenzou-20"


def test_an_address_that_will_not_be_called_is_only_said(
    subscribers: Command, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who calls may run elsewhere, with other settings."""
    monkeypatch.delenv("MISSIONFEED_HTTP__PRIVATE")
    added = done(subscribers("add", "desk", URL, "--json"))
    assert "Mind: 127.0.0.1 is not called" in added.stderr
    assert "http.private" in added.stderr
    assert json.loads(added.stdout)["name"] == "desk"
    assert only(store).url == URL


# ------------------------------------------------------------------ list, status


@pytest.fixture
def troubled(store: Store) -> Store:
    """With subscribers in every state."""
    now = log.now()
    store.webhooks.add(webhook("well", position=5, delivered=now, added=now - timedelta(days=4)))
    store.webhooks.add(
        webhook(
            "failing",
            url="https://me:pass-word@failing.example.org/hook",
            failures=3,
            failing_since=now,
            next_try=now + timedelta(hours=5),
            error="It answered 500: \x1b[2Jout of order",
            mission="shenzhou-20",
            added=now - timedelta(days=3),
        )
    )
    store.webhooks.add(webhook("paused", state="paused", added=now - timedelta(days=2)))
    store.webhooks.add(webhook("failed", state="failed", failures=9, added=now - timedelta(days=1)))
    return store


def test_who_is_called_and_how_they_do_is_listed(subscribers: Command, troubled: Store) -> None:
    shown = done(subscribers("list")).output
    lines = shown.splitlines()
    assert [line.split()[:2] for line in lines if line.split()[0] in
            ("well", "failing", "paused", "failed")] == [
        ["well", "active"], ["failing", "failing"], ["paused", "paused"], ["failed", "failed"],
    ]  # fmt: skip
    for words in ("https://failing.example.org/hook", "only shenzhou-20", "in 5 h", "out of order"):
        assert words in shown
    assert "\x1b" not in shown
    assert "never" in shown


def test_no_secret_and_no_password_is_ever_shown_again(
    subscribers: Command, troubled: Store, data: Path
) -> None:
    troubled.webhooks.change("well", old_secret=OTHER_SECRET, old_until=log.now())
    told = "".join(
        done(CliRunner().invoke(cli, [*command, "--data", str(data)])).output
        for command in (
            ["subscribers", "list"],
            ["subscribers", "list", "--json"],
            ["status"],
            ["status", "--json"],
            ["subscribers", "pause", "well"],
            ["subscribers", "resume", "well"],
            ["subscribers", "replay", "well", "--after", "0"],
            ["subscribers", "remove", "failing"],
        )
    )
    assert "failing" in told
    for secret in (SECRET, OTHER_SECRET, "pass-word"):
        assert secret.removeprefix("whsec_") not in told


def test_json_tells_what_people_see(subscribers: Command, troubled: Store) -> None:
    well, failing, paused, failed = listed(subscribers)
    assert all(found.keys() == FIELDS for found in (well, failing, paused, failed))
    assert (well["behind"], failing["behind"]) == (0, 5)
    assert well["last_delivered"].endswith("Z")
    assert (failing["state"], failing["failures"]) == ("active", 3)
    assert failing["next_try"] > failing["failing_since"]
    assert (paused["state"], failed["state"], failed["next_try"]) == ("paused", "failed", None)


def test_nobody_is_called_yet(subscribers: Command) -> None:
    assert "subscribers add NAME URL" in done(subscribers("list")).output
    assert listed(subscribers) == []


def test_the_status_counts_them(troubled: Store, data: Path) -> None:
    shown = done(CliRunner().invoke(cli, ["status", "--data", str(data)])).output
    assert "1 active, 1 failed, 1 failing, 1 paused" in shown
    told = done(CliRunner().invoke(cli, ["status", "--json", "--data", str(data)])).stdout
    counts = {"active": 1, "failing": 1, "paused": 1, "failed": 1}
    assert json.loads(told)["subscribers"] == counts


# ------------------------------------------------------------------ afterwards


@pytest.mark.parametrize(
    "command", [("pause",), ("resume",), ("remove",), ("replay", "--after", "0"), ("rotate",)]
)
def test_a_name_that_there_is_not_is_told_with_near_ones(
    subscribers: Command, store: Store, command: tuple[str, ...]
) -> None:
    verb, *options = command
    assert_refused(subscribers(verb, "newsdesk", *options), "no subscriber 'newsdesk'", "list")
    store.webhooks.add(webhook("news-desk"))
    before = only(store)
    assert_refused(subscribers(verb, "newsdesk", *options), "Near ones: news-desk.")
    assert only(store) == before


def test_one_is_paused_and_resumed(subscribers: Command, store: Store) -> None:
    store.webhooks.add(webhook(position=2))
    done(subscribers("pause", "desk"))
    assert only(store).state == "paused"
    assert "3 positions behind" in done(subscribers("resume", "desk")).stdout
    assert only(store).state == "active"
    assert store.webhooks.is_due(now=log.now())


def test_one_that_failed_is_called_again_at_once(subscribers: Command, store: Store) -> None:
    soon = log.now() + timedelta(hours=20)
    trouble: dict[str, Any] = {
        "failures": 9,
        "failing_since": log.now(),
        "error": "It answered 410",
    }
    store.webhooks.add(webhook(position=4, state="failed", next_try=soon, **trouble))
    assert "1 position behind" in done(subscribers("resume", "desk")).stdout
    found = only(store)
    assert (found.state, found.failures, found.failing_since) == ("active", 0, None)
    assert (found.error, found.position) == (None, 4)
    assert store.webhooks.is_due(now=log.now())


def test_one_is_removed(subscribers: Command, store: Store) -> None:
    store.webhooks.add(webhook())
    store.webhooks.add(webhook("other"))
    done(subscribers("remove", "desk"))
    assert only(store).name == "other"


@pytest.mark.parametrize("after", [0, 2, 5])
def test_one_is_set_back_or_ahead(subscribers: Command, store: Store, after: int) -> None:
    store.webhooks.add(webhook(position=3))
    replayed = done(subscribers("replay", "desk", "--after", str(after)))
    assert f"after position {after} (it was at 3)" in replayed.stdout
    assert replayed.stderr == ""
    assert only(store).position == after


def test_none_is_set_ahead_of_the_log_or_nowhere(subscribers: Command, store: Store) -> None:
    store.webhooks.add(webhook(position=3))
    assert_refused(subscribers("replay", "desk", "--after", "6"), "ahead of the log")
    assert_refused(subscribers("replay", "desk", "--after", "-1"), "--after", code=2)
    assert_refused(subscribers("replay", "desk"), "--after", code=2)
    assert only(store).position == 3


@pytest.mark.parametrize("state", ["paused", "failed"])
def test_a_replay_of_one_that_is_not_called_says_so(
    subscribers: Command, store: Store, state: str
) -> None:
    store.webhooks.add(webhook(state=state))
    replayed = done(subscribers("replay", "desk", "--after", "1"))
    assert f"It is {state}: missionfeed subscribers resume desk" in replayed.stderr
    assert (only(store).state, only(store).position) == (state, 1)


@pytest.mark.parametrize("own", [OTHER_SECRET, None])
def test_a_new_secret_is_shown_once_and_the_old_one_signs_for_a_day(
    subscribers: Command, store: Store, own: str | None
) -> None:
    store.webhooks.add(webhook())
    rotated = done(subscribers("rotate", "desk", *(["--secret", own] if own else [])))
    found = only(store)
    assert rotated.stdout.splitlines()[-1] == found.secret
    assert found.secret == (own or found.secret) != SECRET
    webhooks.check_secret(found.secret)
    assert found.old_secret == SECRET
    assert SECRET not in rotated.output
    assert found.old_until is not None
    assert timedelta(hours=23.9) < found.old_until - log.now() <= timedelta(hours=24)
    assert f"until {found.old_until:%Y-%m-%d %H:%M} UTC" in " ".join(rotated.stdout.split())


def test_a_bad_new_secret_changes_nothing(subscribers: Command, store: Store) -> None:
    store.webhooks.add(webhook())
    assert_refused(subscribers("rotate", "desk", "--secret", "hunter2"), "no secret")
    assert only(store) == webhook()
