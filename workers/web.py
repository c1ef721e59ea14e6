"""``missionfeed web``: the page and its API."""

from __future__ import annotations

import os
import socket
from urllib.parse import urlsplit

import uvicorn

from ingest import log
from ingest.errors import MissionfeedError
from ingest.settings import Settings
from ingest.web import create_app
from workers.process import opened_store

logger = log.get(__name__)

GRACE_SECONDS = 2
"""How long answers under way may take at shutdown."""


def run(settings: Settings) -> int:
    """Serve until SIGTERM."""
    _check_address(settings.web.host, settings.web.port)
    with opened_store(settings) as store:
        # Where hubs call us, by whatever name a proxy is reached.
        public = urlsplit(settings.feeds.public_url).hostname
        hosts = [*settings.web.hosts, *([public] if public else [])]
        app = create_app(store, hosts=hosts, stopping=lambda: server.should_exit)
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                host=settings.web.host,
                port=settings.web.port,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        logger.info("web.started", url=f"http://{settings.web.host}:{settings.web.port}/")
        server.run()
    return 0


def _check_address(host: str, port: int) -> None:
    """Raise an error that says what to do unless the page can listen there: the server itself
    would log the system's words and exit."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, _, _, _, address in found:
            socket.create_server(address[:2], family=family).close()
    except OSError as error:
        # Not the text of the error, which names the address once more.
        is_name = isinstance(error, socket.gaierror)
        why = error.strerror if is_name else os.strerror(error.errno or 0)
        raise MissionfeedError(
            f"The web page cannot listen on {host}, port {port}: {why}.",
            hint="Set web.host to an address of this machine and web.port to a port that is free "
            "(MISSIONFEED_WEB__HOST, MISSIONFEED_WEB__PORT).",
        ) from error
