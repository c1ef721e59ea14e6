"""How stored articles are looked up: what is asked, on what connection, by which plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, text

from bench.lookups import SHARED_BUFFERS
from ingest.core.judge import Thresholds
from ingest.store import Store, likeness_statements, schema
from ingest.store.likeness_statements import KEYS, many
from tests.contract.test_likeness import NOON, THRESHOLDS, article, found, keep, story, subject


def test_the_newest_number_is_told_whether_or_not_anything_is_found(store: Store) -> None:
    one = subject("b", article(story("comet")))
    assert store.look_up([one], thresholds=THRESHOLDS) == (0, {"b": []})
    for topic in ("rover", "probe"):
        keep(store, topic, article(story(topic)))
    assert store.look_up([one], thresholds=THRESHOLDS) == (2, {"b": []})
    newest, candidates = store.look_up(
        [subject("c", article(story("rover")))], thresholds=THRESHOLDS
    )
    assert (newest, len(candidates["c"])) == (2, 1)


@pytest.mark.parametrize(
    "guid",
    [
        'a "quoted" one',
        r"back\slash",
        "{braces, commas}",
        "it's %s 100%",
        "номер 7 — 第七号",
        "null",
    ],
)
def test_a_key_may_hold_any_character(store: Store, guid: str) -> None:
    keep(store, "a", article(story("comet"), guid=guid))
    assert found(store, subject("b", article(story("rover"), guid=guid))) == {"b": ["a"]}
    assert found(store, subject("c", article(story("probe"), guid=guid[1:]))) == {"c": []}


def test_of_a_page_with_many_versions_the_newest_are_looked_at(store: Store) -> None:
    page = "https://site.example/page"
    for i in range(9):
        keep(store, f"a{i}", article(story(f"topic{i}"), url=page), after=timedelta(days=i))
    assert found(store, subject("b", article(story("rover"), url=page))) == {
        "b": ["a5", "a6", "a7", "a8"]
    }


def test_what_is_loaded_has_the_time_of_its_arrival_in_utc(store: Store) -> None:
    keep(store, "a", article(story("comet")), after=timedelta(microseconds=7))
    _, candidates = store.look_up([subject("b", article(story("comet")))], thresholds=THRESHOLDS)
    arrived = candidates["b"][0].received
    assert arrived == NOON + timedelta(microseconds=7)
    assert arrived.utcoffset() == timedelta()


def test_a_look_up_is_two_statements_however_much_is_found(store: Store) -> None:
    if not store.database.is_sqlite:
        pytest.skip("SQLite's driver tells what it is given; what is given is the same on both")
    said: list[str] = []
    for topic in ("comet", "rover"):
        keep(store, topic, article(story(topic)))

    def listen(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.set_trace_callback(said.append)

    store.database.look_up(listen)
    both = [subject("b", article(story("comet"))), subject("c", article(story("rover")))]
    assert found(store, *both) == {"b": ["comet"], "c": ["rover"]}
    assert len(said) == 2


def test_a_query_runs_in_the_transaction_of_its_connection(store: Store) -> None:
    keep(store, "a", article(story("comet"), guid="7"))
    change = text("UPDATE articles SET guid_key = 'elsewhere 8' WHERE id = 'a'")

    def within(connection: Connection) -> list[str]:
        connection.execute(change)
        query = likeness_statements.sharing_query(connection.dialect.name)
        wanted = {name: many([]) for name in ("hash", *KEYS)} | {"guid_key": many(["elsewhere 8"])}
        rows = query.rows(connection, after=0, per_mark=1, per_key=1, **wanted)
        return [str(numbers) for _, _, numbers in rows]

    assert store.database.transact(within) == ["[1]"]


# ------------------------------------------------------------------ PostgreSQL


@pytest.fixture
def on_postgres(postgres_url: str) -> Store:
    store = Store(postgres_url, source="urn:missionfeed:test")
    schema.migrate(store.database)
    return store


def end_all_connections(url: str) -> int:
    """As a server does that restarts; returns how many there were."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        ended = connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchall()
    return len(ended)


def test_a_look_up_finds_its_way_after_the_server_restarted(
    on_postgres: Store, postgres_url: str
) -> None:
    keep(on_postgres, "a", article(story("comet")))
    one = subject("b", article(story("comet")[:3]))
    assert found(on_postgres, one) == {"b": ["a"]}
    assert end_all_connections(postgres_url) >= 2  # one for look-ups, one for all else
    assert found(on_postgres, one) == {"b": ["a"]}
    on_postgres.close()


def test_a_look_up_that_fails_is_the_drivers_error_and_the_next_one_works(
    on_postgres: Store,
) -> None:
    def ask(numbers: str) -> int:
        query = likeness_statements.load_query("postgresql")
        return on_postgres.database.look_up(lambda c: len(query.rows(c, numbers=numbers, others=2)))

    keep(on_postgres, "a", article(story("comet")))
    assert ask("[1, 2]") == 1
    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        ask("no list")
    assert ask("[1, 2]") == 1
    on_postgres.close()


def test_a_look_up_under_the_lock_is_repeated_with_its_transaction(
    on_postgres: Store, postgres_url: str
) -> None:
    keep(on_postgres, "a", article(story("comet")))
    one = subject("b", article(story("comet")[:3]))
    ended: list[int] = []

    def work(connection: Connection) -> frozenset[int]:
        connection.execute(text("SELECT 1"))
        if not ended:
            ended.append(end_all_connections(postgres_url))
        query = likeness_statements.load_query("postgresql")
        return frozenset(row[0] for row in query.rows(connection, numbers=many([1]), others=2))

    assert on_postgres.database.transact(work) == {1}
    assert ended
    assert found(on_postgres, one) == {"b": ["a"]}
    on_postgres.close()


def test_only_look_ups_are_planned_without_their_values(on_postgres: Store) -> None:
    shown = text("SELECT current_setting('plan_cache_mode'), current_setting('enable_seqscan')")

    def settings(connection: Connection) -> tuple[str, str]:
        mode, scans = connection.execute(shown).one()
        return mode, scans

    database = on_postgres.database
    assert database.look_up(settings) == ("force_generic_plan", "off")
    with database.read() as connection:
        assert settings(connection) == ("auto", "on")

    def under_lock(connection: Connection) -> list[tuple[str, str]]:
        before = settings(connection)
        database.plan_once(connection)
        return [before, settings(connection)]

    planned = [("auto", "on"), ("force_generic_plan", "off")]
    assert database.transact(under_lock) == planned
    assert database.transact(under_lock) == planned, "it ends with its transaction"
    on_postgres.close()


def test_no_table_is_read_through_even_by_a_plan_of_when_it_was_empty(on_postgres: Store) -> None:
    values = {name: many([]) for name in ("hash", *KEYS, "numbers", "hashes")}
    bounds = {"after": 0, "per_mark": Thresholds().postings, "per_key": 4, "others": 2}

    def plans(connection: Connection) -> list[str]:
        lines: list[str] = []
        for make in (
            likeness_statements.sharing_query,
            likeness_statements.load_query,
            likeness_statements.boilerplate_query,
        ):
            query = make("postgresql")
            explained = replace(query, text=f"EXPLAIN {query.text}", readers=())
            lines += [line for (line,) in explained.rows(connection, **values, **bounds)]
        return lines

    plan = on_postgres.database.look_up(plans)
    assert sum("Index" in line for line in plan) >= 10
    assert not [line for line in plan if "Seq Scan" in line]
    on_postgres.close()


def test_look_ups_are_measured_on_a_server_like_the_one_that_is_shipped() -> None:
    compose = (Path(__file__).parents[2] / "docker-compose.yml").read_text()
    assert f'"shared_buffers=${{POSTGRES_SHARED_BUFFERS:-{SHARED_BUFFERS}}}"' in compose
