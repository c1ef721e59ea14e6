"""``missionfeed web``: the page and its API."""

from __future__ import annotations

from urllib.parse import urlsplit

import uvicorn

from ingest import log
from ingest.settings import Settings
from ingest.web import create_app
from workers.process import opened_store

logger = log.get(__name__)

GRACE_SECONDS = 2
"""How long answers under way may take at shutdown."""


def run(settings: Settings) -> int:
    """Serve until SIGTERM."""
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
