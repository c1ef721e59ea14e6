"""The webhooks of the store: whose turn it is, and who may write what came of a call."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from ingest.model import Webhook
from ingest.store import Store
from ingest.store.webhooks import WebhookLease
from tests.webhooks import NOW, OTHER_SECRET, SECRET, webhook, write_events

SOON = NOW + timedelta(seconds=30)
LATER = NOW + timedelta(hours=1)


def lease(store: Store, now: datetime = NOW, limit: int = 100) -> list[WebhookLease]:
    return store.webhooks.lease(now=now, until=now + (SOON - NOW), limit=limit)


def lease_one(store: Store, now: datetime = NOW) -> WebhookLease:
    (held,) = lease(store, now)
    return held


def names(leases: list[WebhookLease]) -> list[str]:
    return [held.webhook.name for held in leases]


def find(store: Store, name: str = "desk") -> Webhook:
    return {found.name: found for found in store.webhooks.all()}[name]


def moved_on(store: Store, held: WebhookLease, position: int, **values: Any) -> bool:
    return store.webhooks.moved_on(held, position, **{"until": SOON, "delivered": NOW, **values})


def failed(store: Store, held: WebhookLease, *, give_up: bool = False) -> None:
    store.webhooks.failed(
        held, "It answered 500", failures=3, since=NOW, next_try=LATER, give_up=give_up
    )


@pytest.fixture
def desk(store: Store) -> Store:
    """A store with three events and a webhook that has none of them."""
    write_events(store, 3)
    assert store.webhooks.add(webhook())
    return store


# ------------------------------------------------------------------ who is called


def test_a_webhook_is_stored_as_it_is(store: Store) -> None:
    whole = webhook(
        old_secret=OTHER_SECRET,
        old_until=LATER,
        mission="shenzhou-20",
        person="chen-dong",
        type="mission",
        state="failed",
        position=7,
        next_try=LATER,
        delivered=NOW,
        failures=3,
        failing_since=NOW,
        error="It said no.",
    )
    assert store.webhooks.add(whole)
    assert store.webhooks.all() == [whole]


def test_a_name_is_given_once(store: Store) -> None:
    assert store.webhooks.add(webhook(position=5))
    assert not store.webhooks.add(webhook(url="https://other.example.org/", position=9))
    assert store.webhooks.add(webhook("other", added=NOW - timedelta(days=1)))
    assert store.webhooks.all() == [
        webhook("other", added=NOW - timedelta(days=1)),
        webhook(position=5),
    ]


def test_of_those_who_add_a_name_at_once_one_does(store: Store) -> None:
    added: list[bool] = []
    together(8, lambda n: added.append(store.webhooks.add(webhook(position=n))))
    assert sorted(added) == [False] * 7 + [True]
    assert len(store.webhooks.all()) == 1


def test_one_is_changed_or_removed_and_the_others_are_not(desk: Store) -> None:
    desk.webhooks.add(webhook("other"))
    assert desk.webhooks.change("desk", secret=OTHER_SECRET, old_secret=SECRET, old_until=LATER)
    assert desk.webhooks.all() == [
        webhook(secret=OTHER_SECRET, old_secret=SECRET, old_until=LATER),
        webhook("other"),
    ]
    assert desk.webhooks.remove("desk")
    assert desk.webhooks.all() == [webhook("other")]
    assert not desk.webhooks.remove("desk")
    assert not desk.webhooks.change("desk", state="paused")
    assert not desk.webhooks.replay("desk", 0, now=NOW)
    assert names(lease(desk)) == ["other"]


# ------------------------------------------------------------------ whose turn it is


def test_only_one_that_is_active_behind_the_log_and_has_waited_is_due(store: Store) -> None:
    for new in (
        webhook("due"),
        webhook("behind", position=2),
        webhook("later", next_try=NOW + timedelta(microseconds=1)),
        webhook("up-to-date", position=3),
        webhook("paused", state="paused"),
        webhook("failed", state="failed"),
    ):
        store.webhooks.add(new)
    assert not store.webhooks.is_due(now=NOW)  # the log is empty
    assert not store.webhooks.is_under_way(now=NOW)
    write_events(store, 3)
    assert store.webhooks.is_due(now=NOW)
    leased = lease(store)
    assert sorted(names(leased)) == ["behind", "due"]
    assert not store.webhooks.is_due(now=NOW)
    for held in leased:
        assert store.webhooks.is_under_way(now=NOW)
        store.webhooks.remove(held.webhook.name)
    assert not store.webhooks.is_under_way(now=NOW)


def test_a_lease_tells_how_it_stood_and_is_given_once(desk: Store) -> None:
    held = lease_one(desk)
    assert held.webhook == webhook()
    assert lease(desk) == []
    assert not desk.webhooks.is_due(now=NOW)
    assert desk.webhooks.is_under_way(now=NOW)
    desk.webhooks.release(held)
    assert names(lease(desk)) == ["desk"]


def test_a_lease_ends_by_itself_and_is_good_until_another_takes_it(desk: Store) -> None:
    held = lease_one(desk)
    just_before = SOON - timedelta(microseconds=1)
    assert not desk.webhooks.is_due(now=just_before)
    assert lease(desk, just_before) == []
    assert desk.webhooks.is_due(now=SOON)
    assert moved_on(desk, held, 1, until=LATER)
    assert lease(desk, SOON) == []
    assert lease_one(desk, LATER).webhook.position == 1


def test_what_is_called_is_under_way_and_what_waits_after_a_failure_is_not(desk: Store) -> None:
    held = lease_one(desk)
    desk.webhooks.change("desk", state="paused")
    assert desk.webhooks.is_under_way(now=NOW)
    failed(desk, held)
    desk.webhooks.release(held)
    assert not desk.webhooks.is_under_way(now=LATER)
    desk.webhooks.change("desk", state="active")
    assert not desk.webhooks.is_under_way(now=LATER - timedelta(microseconds=1))
    assert desk.webhooks.is_under_way(now=LATER)


def test_one_that_is_behind_is_under_way_at_every_moment(desk: Store) -> None:
    """Or ``run --once`` would end between two of its calls."""
    ends = threading.Event()

    def call() -> None:
        while not ends.is_set():
            for held in lease(desk):
                desk.webhooks.release(held)

    thread = threading.Thread(target=call)
    thread.start()
    looks = [desk.webhooks.is_under_way(now=NOW) for _ in range(300)]
    ends.set()
    thread.join()
    assert all(looks)


def test_the_longest_waiting_come_first_and_then_all_have_their_turn(store: Store) -> None:
    """One that is always behind must not keep the others from being called."""
    write_events(store, 3)
    for n, name in enumerate("cab"):
        store.webhooks.add(webhook(name, next_try=NOW - timedelta(minutes=3 - n)))
    turns = []
    for second in range(6):
        (held,) = lease(store, NOW + timedelta(seconds=second), limit=1)
        turns.append(held.webhook.name)
        store.webhooks.release(held)
    assert "".join(turns) == "cabcab"


def test_two_who_lease_at_once_never_get_the_same(store: Store) -> None:
    write_events(store, 1)
    for n in range(40):
        store.webhooks.add(webhook(f"desk-{n}", next_try=NOW - timedelta(seconds=n % 3)))
    got: list[str] = []

    def take(_: int) -> None:
        while leased := lease(store, limit=3):
            got.extend(names(leased))

    together(6, take)
    got += names(lease(store))
    assert sorted(got) == sorted(f"desk-{n}" for n in range(40))


def together(number: int, work: Any) -> None:
    """Run ``work`` in so many threads that begin at the same moment."""
    ready = threading.Barrier(number)

    def run(n: int) -> None:
        ready.wait(20)
        work(n)

    threads = [threading.Thread(target=run, args=[n]) for n in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# ------------------------------------------------------------------ what came of a call


def test_a_delivery_moves_it_on_and_forgets_failures(store: Store) -> None:
    write_events(store, 3)
    store.webhooks.add(webhook(failures=2, failing_since=NOW, error="It answered 500"))
    held = lease_one(store)
    assert moved_on(store, held, 2, until=LATER)
    assert find(store) == webhook(position=2, delivered=NOW)
    assert lease(store, SOON) == []  # the lease goes on
    assert names(lease(store, LATER)) == ["desk"]


def test_what_was_passed_over_is_no_delivery(store: Store) -> None:
    write_events(store, 3)
    troubled = webhook(failures=2, failing_since=NOW, error="It answered 500")
    store.webhooks.add(troubled)
    assert moved_on(store, lease_one(store), 3, delivered=None)
    assert find(store) == replace(troubled, position=3)


def test_after_a_pause_what_was_taken_is_written_and_no_more_is_sent(desk: Store) -> None:
    held = lease_one(desk)
    desk.webhooks.change("desk", state="paused")
    assert not moved_on(desk, held, 1)
    assert find(desk) == webhook(state="paused", position=1, delivered=NOW)


def test_a_failure_is_told_and_put_off(desk: Store) -> None:
    held = lease_one(desk)
    failed(desk, held)
    desk.webhooks.release(held)
    assert find(desk) == webhook(
        failures=3, failing_since=NOW, error="It answered 500", next_try=LATER
    )
    assert lease(desk, LATER - timedelta(microseconds=1)) == []
    assert names(lease(desk, LATER)) == ["desk"]


def test_given_up_it_has_failed_unless_it_was_paused_meanwhile(store: Store) -> None:
    write_events(store, 1)
    store.webhooks.add(webhook("active"))
    store.webhooks.add(webhook("paused"))
    leased = lease(store)
    store.webhooks.change("paused", state="paused")
    for held in leased:
        failed(store, held, give_up=True)
        store.webhooks.release(held)
    told = {"failures": 3, "failing_since": NOW, "error": "It answered 500", "next_try": LATER}
    assert find(store, "active") == webhook("active", state="failed", **told)
    assert find(store, "paused") == webhook("paused", state="paused", **told)
    assert lease(store, LATER) == []


def test_resumed_it_goes_on_from_where_it_stands(desk: Store) -> None:
    held = lease_one(desk)
    moved_on(desk, held, 2)
    failed(desk, held, give_up=True)
    desk.webhooks.release(held)
    assert desk.webhooks.resume("desk", now=NOW)
    assert lease_one(desk).webhook == webhook(position=2, delivered=NOW)


# ------------------------------------------------------------------ leases that were lost


def assert_writes_nothing(store: Store, lost: WebhookLease) -> None:
    """Whether somebody else holds a lease by now or not."""
    lease(store)
    before = store.webhooks.all()
    assert not moved_on(store, lost, 1)
    assert not moved_on(store, lost, 3, delivered=None)
    failed(store, lost, give_up=True)
    store.webhooks.release(lost)
    assert store.webhooks.all() == before
    assert lease(store) == [], "it released the lease of another"


def test_a_lease_that_ran_out_is_anothers(desk: Store) -> None:
    (old,) = desk.webhooks.lease(now=NOW, until=NOW, limit=1)
    new = lease_one(desk)
    assert_writes_nothing(desk, old)
    assert moved_on(desk, new, 1)
    assert find(desk).position == 1


def test_a_replay_moves_it_both_ways_and_ends_the_lease(store: Store) -> None:
    write_events(store, 4)
    store.webhooks.add(webhook(position=2, failures=2, failing_since=NOW, error="It said no."))
    held = lease_one(store)
    for after in (0, 1, 3):
        assert store.webhooks.replay("desk", after, now=NOW)
        assert find(store) == webhook(position=after)
        assert store.webhooks.is_due(now=NOW)
        assert_writes_nothing(store, held)


def test_a_replay_does_not_resume(desk: Store) -> None:
    desk.webhooks.change("desk", state="paused")
    assert desk.webhooks.replay("desk", 1, now=NOW)
    assert find(desk) == webhook(state="paused", position=1)


def test_one_added_under_the_name_of_one_removed_is_another(desk: Store) -> None:
    held = lease_one(desk)
    desk.webhooks.remove("desk")
    assert_writes_nothing(desk, held)
    desk.webhooks.add(webhook(added=NOW + timedelta(microseconds=1)))
    assert_writes_nothing(desk, held)
    assert find(desk).position == 0


def test_resumed_amid_a_call_what_comes_of_that_is_not_written(desk: Store) -> None:
    held = lease_one(desk)
    assert desk.webhooks.resume("desk", now=NOW)
    assert_writes_nothing(desk, held)
    assert find(desk) == webhook()
    assert not desk.webhooks.resume("nobody", now=NOW)


def test_all_leases_are_taken_back_at_once(store: Store) -> None:
    for name in ("desk", "other"):
        store.webhooks.add(webhook(name))
    write_events(store, 1)
    held = lease(store)
    store.webhooks.release_all()
    assert names(lease(store)) == ["desk", "other"]
    for one in held:
        assert_writes_nothing(store, one)


def test_a_type_is_told_by_what_stands_behind_the_prefix_of_all(store: Store) -> None:
    kinds = ("article.published.v1", "crew.mentioned.v1", "mission.mentioned.v1")
    for kind in kinds:
        write_events(store, 1, type=f"org.missionfeed.{kind}")
    positions = {
        word: [event.position for event in store.events(type=word)]
        for word in ("mission", "Mentioned", "org.missionfeed.crew.mentioned.v1", "%", "nothing")
    }
    assert positions == {
        "mission": [3],
        "Mentioned": [2, 3],
        "org.missionfeed.crew.mentioned.v1": [2],
        "%": [],
        "nothing": [],
    }
