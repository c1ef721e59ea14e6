"""What a call of a webhook carries, what an answer means, and when it is tried again."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook as Verifier
from standardwebhooks.webhooks import WebhookVerificationError

from ingest import log
from ingest.core import webhooks
from ingest.core.webhooks import LONGEST_WAIT, REMARK, SPREAD, WAITS, NoSecret, Outcome
from tests.webhooks import OTHER_SECRET, SECRET, signed_by

NOW = datetime(2026, 5, 4, 12, 0, 0, 654_321, tzinfo=UTC)
BODY = '{"subject": "mission/shenzhou-20", "data": {"title": "Экипаж «Шэньчжоу-20» 神舟"}}'
HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # controls, line ends among them
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"  # line ends, and what turns text around
    "\ud800-\udfff]"
)

# ------------------------------------------------------------------ what is sent


def test_a_call_says_what_it_is_and_when() -> None:
    sent = webhooks.headers("e-1", BODY, [SECRET], now=NOW)
    assert sent["webhook-id"] == "e-1"
    assert sent["webhook-timestamp"] == "1777896000"
    assert sent["Content-Type"] == "application/cloudevents+json; charset=utf-8"
    assert all(value.isascii() for value in sent.values())


@given(st.text(st.characters(codec="utf-8")), st.binary(min_size=24, max_size=64))
def test_a_signature_is_that_of_the_specification(body: str, key: bytes) -> None:
    secret = "whsec_" + base64.b64encode(key).decode()
    sent = webhooks.headers("e-1", body, [secret], now=NOW)
    assert signed_by(sent, body.encode(), secret, OTHER_SECRET) == [secret]
    assert signed_by(sent, body.encode() + b" ", secret) == []
    assert signed_by({**sent, "webhook-id": "e-2"}, body.encode(), secret) == []


def test_the_librarys_receivers_take_it_and_nothing_else() -> None:
    sent = webhooks.headers("e-1", BODY, [SECRET], now=log.now())
    assert Verifier(SECRET).verify(BODY, sent)["subject"] == "mission/shenzhou-20"
    for body, secret in ((BODY + " ", SECRET), (BODY, OTHER_SECRET)):
        with pytest.raises(WebhookVerificationError):
            Verifier(secret).verify(body, sent)


@pytest.mark.parametrize("hours", [-12, -3.5, 5.75, 14])
def test_the_moment_is_the_same_in_every_zone(hours: float) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=hours)))
    sent = webhooks.headers("e-1", BODY, [SECRET], now=there)
    assert sent == webhooks.headers("e-1", BODY, [SECRET], now=NOW)


def test_each_of_two_secrets_signs() -> None:
    sent = webhooks.headers("e-1", BODY, [SECRET, OTHER_SECRET], now=log.now())
    assert signed_by(sent, BODY.encode(), SECRET, OTHER_SECRET) == [SECRET, OTHER_SECRET]
    for secret in (SECRET, OTHER_SECRET):
        assert Verifier(secret).verify(BODY, sent)


# ------------------------------------------------------------------ secrets


@given(st.binary(min_size=24, max_size=64), st.booleans())
def test_what_signs_is_a_secret(key: bytes, padded: bool) -> None:
    coded = base64.b64encode(key).decode()
    secret = "whsec_" + (coded if padded else coded.rstrip("="))
    webhooks.check_secret(secret)
    assert webhooks.headers("e-1", BODY, [secret], now=NOW)["webhook-signature"]


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "whsec_",
        "whsec_" + "!" * 40,
        "whsec_" + base64.b64encode(bytes(23)).decode(),
        "whsec_" + "A" * 33,  # no length that base64 has
        "whsec_" + "-" * 40 + "A" * 8,  # which is another alphabet, and would be passed over
        "whsec_" + "ä" * 40,
        SECRET + "\n",
        SECRET.upper(),
        SECRET.removeprefix("whsec_"),
        "correct horse battery staple correct horse",
    ],
)
def test_what_is_no_secret_is_refused_with_what_one_is(secret: str) -> None:
    with pytest.raises(NoSecret) as refused:
        webhooks.check_secret(secret)
    assert "whsec_" in (refused.value.hint or "")
    assert len(secret) < 20 or secret not in f"{refused.value} {refused.value.hint}"


# ------------------------------------------------------------------ when it is tried again


@given(
    st.integers(min_value=1, max_value=10**6),
    st.floats(min_value=0, max_value=1),
    st.none() | st.timedeltas(min_value=timedelta(), max_value=LONGEST_WAIT),
)
def test_a_wait_is_as_long_as_planned_or_asked_and_hardly_longer(
    failures: int, spread: float, asked: timedelta | None
) -> None:
    waited = webhooks.wait(failures, spread, asked)
    planned = WAITS[min(failures, len(WAITS)) - 1]
    least = max(planned, asked or timedelta())
    assert least <= waited <= least * (1 + SPREAD)
    assert waited <= webhooks.wait(failures + 1, spread, asked)


def test_the_first_wait_is_seconds_and_the_last_a_day() -> None:
    assert (webhooks.wait(1, 0), webhooks.wait(9, 0)) == (timedelta(seconds=5), timedelta(days=1))
    assert webhooks.wait(1, 1) == timedelta(seconds=6)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (None, None),
        ("0", timedelta()),
        (" 120 ", timedelta(seconds=120)),
        ("86401", LONGEST_WAIT),
        ("9" * 5000, LONGEST_WAIT),
        ("-5", None),
        ("1.5", None),
        ("1e3", None),
        ("٣٠", None),
        ("³", None),
        ("", None),
        ("soon", None),
        ("Mon, 04 May 2026 12:02:00 GMT", timedelta(minutes=2)),
        ("Monday, 04-May-26 12:02:00 GMT", timedelta(minutes=2)),
        ("Mon May  4 12:02:00 2026", timedelta(minutes=2)),  # the third form of RFC 9110, no zone
        ("Mon, 04 May 2026 14:02:00 +0200", timedelta(minutes=2)),
        ("Mon, 04 May 2026 11:00:00 GMT", timedelta()),
        ("Fri, 31 Dec 9999 23:59:59 -2359", LONGEST_WAIT),
        ("Mon, 01 Jan 0001 00:00:00 +2359", timedelta()),
        ("Mon, 99 May 2026 12:02:00 GMT", None),
        ("1 Jan 99999 00:00:00 GMT", None),
    ],
)
def test_retry_after_is_believed_for_a_day(stated: str | None, expected: timedelta | None) -> None:
    now = NOW.replace(microsecond=0)
    assert webhooks.retry_after(stated, now=now) == expected


@given(
    st.text()
    | st.from_regex(r"\A[A-Z][a-z]{2}, \d{1,3} [A-Z][a-z]{2} \d{1,5} [\d:]{1,8} [+\-]?\w{0,5}\Z")
)
def test_whatever_retry_after_says_the_wait_has_bounds(stated: str) -> None:
    waited = webhooks.retry_after(stated, now=NOW)
    assert waited is None or timedelta() <= waited <= LONGEST_WAIT


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)))
def test_a_date_is_waited_for(moment: datetime) -> None:
    moment = moment.replace(tzinfo=UTC, microsecond=0)
    waited = webhooks.retry_after(format_datetime(moment, usegmt=True), now=NOW)
    assert waited == min(max(moment - NOW, timedelta()), LONGEST_WAIT)


# ------------------------------------------------------------------ what an answer means


def judge(status: int, body: bytes = b"", **stated: str) -> Outcome:
    named = {name.replace("_", "-"): value for name, value in stated.items()}
    return webhooks.judge_answer(status, named, body, now=NOW)


@pytest.mark.parametrize("status", [200, 202, 204, 299])
def test_every_success_is_a_delivery(status: int) -> None:
    assert judge(status, b"\xff", retry_after="60") == Outcome("delivered")


@pytest.mark.parametrize("status", [199, 400, 401, 404, 409, 411, 500, 502, 504, 999])
def test_others_are_tried_again_and_told(status: int) -> None:
    assert judge(status, b"no\r\n such hook") == Outcome(
        "again", f"It answered {status}: no such hook"
    )
    assert judge(status).said == f"It answered {status}"


@pytest.mark.parametrize("status", [429, 503, 500])
def test_who_asks_for_time_gets_it(status: int) -> None:
    assert judge(status, retry_after="120").not_before == timedelta(minutes=2)
    assert judge(status).not_before is None


@pytest.mark.parametrize("status", [301, 302, 304, 307, 308])
def test_a_redirect_is_told_and_what_it_says_is_not_repeated(status: int) -> None:
    outcome = judge(status, b"<a href='https://elsewhere.example.org/'>", location="https://x/")
    assert (outcome.result, outcome.not_before) == ("again", None)
    assert outcome.said is not None
    assert outcome.said.startswith(f"It answered {status}, a redirect")
    assert "elsewhere" not in outcome.said


def test_410_is_the_end_and_nothing_else_is() -> None:
    outcome = judge(410, b"unsubscribed")
    assert outcome.result == "gone"
    assert "410: unsubscribed." in (outcome.said or "")
    assert [status for status in range(100, 600) if judge(status).result == "gone"] == [410]


@pytest.mark.parametrize("status", [410, 500])
@pytest.mark.parametrize(
    "remark",
    [
        b"\x1b[2J\x1b]0;title\x07gone\x00",
        "\u202emoc.elpmaxe\u2066\u200f".encode(),
        b"\xff\xfe\xc3(\xed\xa0\x80",
        "ab\u2028cd\x85ef\r\n\tgh".encode(),
        "ä".encode() * 100_000,
        b"\xf0\x9f\x98" * 2_000,
        ("a" + "\u0301" * 5_000).encode(),
    ],
    ids=["escapes", "bidi", "no-utf8", "lines", "long", "cut", "piles"],
)
def test_a_hostile_remark_becomes_one_short_harmless_line(remark: bytes, status: int) -> None:
    said = judge(status, remark).said
    assert said is not None
    assert HARMFUL.search(said) is None
    assert len(said) <= REMARK + 80


@given(st.integers(100, 999), st.binary(max_size=300), st.text(max_size=40))
def test_no_answer_is_without_a_meaning(status: int, body: bytes, stated: str) -> None:
    outcome = judge(status, body, retry_after=stated)
    assert (outcome.said is None) == (outcome.result == "delivered")
    assert HARMFUL.search(outcome.said or "") is None
