"""A webhook: one event a call, signed, to an address of the subscriber's."""

from __future__ import annotations

from datetime import datetime

from ingest.core import webhooks
from ingest.core.webhooks import Outcome
from ingest.http import Http, HttpError
from ingest.model import LoggedEvent, Webhook


def call(
    http: Http, webhook: Webhook, event: LoggedEvent, *, seconds: float, now: datetime
) -> Outcome:
    """Post ``event``, and say what came of it within ``seconds``. What the other side does never
    raises."""
    secrets = [webhook.secret]
    if webhook.old_secret and webhook.old_until and now < webhook.old_until:
        secrets.append(webhook.old_secret)
    sent = webhooks.headers(event.id, event.body, secrets, now=now)
    try:
        answer = http.post(webhook.url, event.body.encode(), headers=sent, deadline=seconds)
    except HttpError as error:
        return Outcome("again", " ".join(filter(None, (str(error), error.hint))))
    return webhooks.judge_answer(answer.status, answer.headers, answer.body, now=now)
