"""Where WebSub hubs reach us: ``/websub/<feed>/<token>`` (see ``ingest.sources.feeds.websub``)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse

from ingest.sources.feeds.websub import Callback
from ingest.store import Store

MAX_BODY = 15 * 2**20
"""Bytes that a hub may send; larger ones are answered 413."""
MAX_FIELD = 4096


def router(store: Store) -> APIRouter:
    """The two answers that a subscriber owes to hubs."""
    made = APIRouter(include_in_schema=False)
    callback = Callback(store)

    @made.get("/websub/{feed}/{token}")
    def verify(
        feed: str,
        token: str,
        mode: Annotated[str, Query(alias="hub.mode", max_length=20)],
        topic: Annotated[str, Query(alias="hub.topic", max_length=MAX_FIELD)],
        challenge: Annotated[str, Query(alias="hub.challenge", max_length=MAX_FIELD)] = "",
        lease: Annotated[str | None, Query(alias="hub.lease_seconds", max_length=20)] = None,
    ) -> Response:
        if callback.verify(feed, token, mode=mode, topic=topic, lease=lease):
            return PlainTextResponse(challenge)
        return PlainTextResponse("No such subscription is wanted here.", status_code=404)

    @made.post("/websub/{feed}/{token}")
    async def take(
        feed: str,
        token: str,
        request: Request,
        signature: Annotated[str | None, Header(alias="X-Hub-Signature")] = None,
    ) -> Response:
        body = bytearray()
        async for part in request.stream():
            body += part
            if len(body) > MAX_BODY:
                return PlainTextResponse("That is too much.", status_code=413)
        taken = await run_in_threadpool(callback.take, feed, token, bytes(body), signature)
        if not taken:
            return PlainTextResponse("There is no such subscription.", status_code=404)
        return Response(status_code=202)

    return made
