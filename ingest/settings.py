"""Settings: ``config/missionfeed.toml``, overridden by ``MISSIONFEED_*`` environment variables.

A nested setting is reached with two underscores: ``MISSIONFEED_WATCH__SETTLE_SECONDS=0.5``.
Unknown keys, in the file or the environment, are errors that name the key.
"""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PositiveFloat,
    PositiveInt,
    ValidationError,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from ingest.errors import SettingsError

PREFIX = "MISSIONFEED_"
CHECKOUT = Path(__file__).resolve().parent.parent
"""Where ``config/`` and ``seeds/`` lie beside the code: a checkout, or ``/app`` in the image."""

MIB = 2**20
Seconds = Annotated[float, Field(gt=0)]
Share = Annotated[float, Field(ge=0, le=1)]


def _begins(schemes: tuple[str, ...], example: str) -> AfterValidator:
    """A URL that begins as one of ``schemes``, or none at all."""

    def check(url: str | None) -> str | None:
        if url and not url.lower().startswith(schemes):
            raise ValueError(f"It looks like {example}")
        return url

    return AfterValidator(check)


_POSTGRES = ("postgresql://", "postgres://")
"""As many services hand it out. SQLAlchemy wants to know the driver, and we have but one."""
DatabaseUrl = Annotated[
    str | None,
    _begins(
        ("sqlite://", "postgresql+psycopg://", *_POSTGRES),
        "postgresql://user:password@host/name or sqlite:////path/file",
    ),
]
Redis = Annotated[
    str | None,
    _begins(("redis://", "rediss://", "unix://"), "redis://host:6379/0"),
]
Broker = Annotated[
    str | None,
    _begins(
        ("redis://", "rediss://", "redis+socket://", "sentinel://", "amqp://", "amqps://"),
        "redis://host:6379/1 or amqp://user:password@host",
    ),
]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Watch(_Section):
    """The drop folder."""

    settle_seconds: Seconds = 0.3
    """A file is stable, and taken, when nothing about it changed for this long."""
    rescan_seconds: Seconds = 2.0
    """How often the folder is listed; notifications from the system are only a hint."""
    polling: bool = False
    """Do not ask the system for notifications (network mounts): rescan only."""
    after: Literal["keep", "archive", "delete"] = "keep"
    """What happens to a file once it is safely stored."""
    archive_to: Path | None = None
    """Where ``archive`` moves files; by default ``archive/`` in the data folder."""


class Work(_Section):
    """Taking documents through the journey."""

    batch: PositiveInt = 64
    """Documents a Celery message at most."""
    batch_bytes: PositiveInt = 32 * MIB
    processes: int = Field(default=0, ge=0)
    """Worker processes; 0 means one a core."""
    requeue_after_seconds: Seconds = 30.0
    """A document still ``queued`` after this long is queued again."""
    tries: PositiveInt = 3
    """How often a document may kill its worker before it is rejected."""
    time_limit_seconds: PositiveInt = 60
    """A worker busy for longer with one batch is killed; its documents are tried again alone."""


class Limits(_Section):
    document_bytes: int = Field(default=16 * MIB, ge=1, le=16 * MIB)
    """Larger documents are rejected unread. The parsers are bounded for no more than 16 MiB."""
    document_seconds: PositiveInt = 30
    """A process that reads one document for longer is ended."""
    document_memory: int = Field(default=512 * MIB, ge=64 * MIB)
    """Bytes that reading one document may take (Linux)."""


class Mentions(_Section):
    threshold: Share = 0.5
    """Candidates below this confidence are refused (``explain`` shows them)."""


class Dedup(_Section):
    """When two articles are one story. The defaults are the measured ones (docs/dedup.md)."""

    window_days: PositiveFloat = 7
    exact_days: PositiveFloat = 30
    containment: Share = 0.45
    boilerplate_clusters: PositiveInt = 3
    postings: PositiveInt = 64
    return_hours: PositiveFloat = 1
    """How often at most readers are told of a page that goes back and forth."""


class Http(_Section):
    """Fetching from others: feeds, pages, hubs."""

    contact: str = ""
    """An address of a page or a mailbox, which our User-Agent carries to those whom we ask."""
    private: tuple[str, ...] = ()
    """Hosts, addresses and networks that may be called although they are not public."""
    timeout_seconds: Seconds = 30.0
    """For one answer as a whole, redirects included."""
    response_bytes: PositiveInt = 15 * MIB
    """Of one answer, unpacked."""


class Feeds(_Section):
    """Polling feeds."""

    shortest_seconds: Seconds = 600.0
    """Between two polls of a feed that has something new all the time."""
    longest_seconds: Seconds = 4 * 3600.0
    """Between two polls of a feed that hardly ever has."""
    longest_failing_seconds: Seconds = 24 * 3600.0
    """Between two polls of a feed that fails and fails."""
    host_delay_seconds: float = Field(default=2.0, ge=0)
    """Rest of a host between two requests."""
    processes: PositiveInt = 4
    """How many feeds are polled at once."""
    time_limit_seconds: PositiveInt = 90
    """A process busy with one feed for longer is ended; the feed is tried again later."""
    public_url: str = Field(default="", pattern=r"^(https?://[^\s?#]+)?$")
    """Where the web page is reached from outside: hubs (WebSub) get addresses under it."""


class Relay(_Section):
    """The log -> the Redis stream."""

    stream: str = "missionfeed:events"
    batch: PositiveInt = 500
    poll_seconds: Seconds = 0.05


class Webhooks(_Section):
    """The log -> subscribers that are called."""

    parallel: PositiveInt = 8
    """Webhooks that are called at once; each is called with one event at a time."""
    timeout_seconds: Seconds = 20.0
    """For one answer."""
    poll_seconds: Seconds = 0.1
    give_up_hours: PositiveFloat = 120.0
    """One that fails for this long is called no more until it is resumed."""


class Web(_Section):
    """The web page and its API."""

    host: str = "127.0.0.1"
    port: int = Field(default=8765, ge=1, le=65535)
    """An embedded run takes a free port where this one is taken and none was asked for."""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1")
    """Names by which it may be addressed; other ones are refused (DNS rebinding)."""


class Settings(BaseSettings):
    """Everything an operator can set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        validate_default=True,
        nested_model_default_partial_update=True,
    )

    instance: str = Field(default="urn:missionfeed:local", min_length=1)
    """The ``source`` of every CloudEvent: a URI that names this installation."""
    config: Path = CHECKOUT / "config"
    seeds: Path = CHECKOUT / "seeds"
    data: Path = CHECKOUT / "data"
    database_url: DatabaseUrl = None
    """SQLAlchemy URL; by default SQLite in the data folder."""
    redis_url: Redis = None
    """Where events are streamed to; embedded runs set it to their own Valkey."""
    broker_url: Broker = None
    """Celery's broker; by default the same Redis."""
    redis_port: int = Field(default=0, ge=0, le=65535)
    """Port of the embedded Valkey on 127.0.0.1; 0 takes a free one and keeps it."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["auto", "console", "json"] = "auto"

    watch: Watch = Watch()
    work: Work = Work()
    limits: Limits = Limits()
    mentions: Mentions = Mentions()
    dedup: Dedup = Dedup()
    http: Http = Http()
    feeds: Feeds = Feeds()
    relay: Relay = Relay()
    webhooks: Webhooks = Webhooks()
    web: Web = Web()

    @property
    def catalogue_dir(self) -> Path:
        return self.config / "catalogue"

    @property
    def sources_dir(self) -> Path:
        return self.config / "sources"

    @property
    def database_file(self) -> Path:
        """Where SQLite's file is, unless ``database_url`` names another database."""
        return self.data.absolute() / "missionfeed.sqlite3"

    @property
    def database(self) -> str:
        """The SQLAlchemy URL in force."""
        scheme, parted, rest = (self.database_url or "").partition("://")
        if scheme + parted in _POSTGRES:
            return f"postgresql+psycopg://{rest}"
        return self.database_url or f"sqlite:///{self.database_file}"

    @property
    def broker(self) -> str | None:
        return self.broker_url or self.redis_url

    @classmethod
    def settings_customise_sources(  # the names are pydantic-settings'
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        # `init_settings` are the file's values: the environment stands above them.
        return env_settings, init_settings


def load_settings(**overrides: Any) -> Settings:
    """Read the settings file and the environment; ``overrides`` (the command line) win over both.

    Raises :class:`SettingsError` naming the key, what is wrong with it, and where it stands.
    """
    config = Path(os.environ.get(f"{PREFIX}CONFIG", CHECKOUT / "config"))
    if not config.is_dir():
        raise SettingsError(
            f"The folder {config} is not there.",
            hint=f"{PREFIX}CONFIG names the folder that holds missionfeed.toml, catalogue/, "
            "sources/ and feeds/.",
        )
    path = config / "missionfeed.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}.") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error
    _check_variables()
    try:
        settings = Settings(**{"config": config, **values})
    except ValidationError as error:
        raise SettingsError(_sentences(error, path), hint=_HINT) from error
    # Not through the constructor, where the environment would win.
    given = {key: value for key, value in overrides.items() if value is not None}
    return settings.model_copy(update=given)


_HINT = f"docs/operate.md lists every setting; environment variables begin with {PREFIX}."


def _check_variables() -> None:
    """pydantic-settings ignores variables that fit no field; a typo must not pass silently. And of
    a list that is no JSON it names the section, but not the variable."""
    for name, value in os.environ.items():
        if not name.startswith(PREFIX):
            continue
        parts = name.removeprefix(PREFIX).lower().split("__")
        fields: Any = Settings.model_fields
        for i, part in enumerate(parts):
            if part not in fields:
                raise SettingsError(f"Unknown setting: environment variable {name}.", hint=_HINT)
            nested = fields[part].annotation
            last = i == len(parts) - 1
            if last and (get_origin(nested) is tuple or hasattr(nested, "model_fields")):
                _check_json(name, value)
            fields = {} if last else getattr(nested, "model_fields", {})


def _check_json(name: str, value: str) -> None:
    try:
        json.loads(value)
    except ValueError as error:
        raise SettingsError(
            f"Environment variable {name} is {value!r}, which is not JSON.",
            hint='A list is written as ["one", "two"], also where it has one member.',
        ) from error


def _sentences(error: ValidationError, path: Path) -> str:
    lines = []
    for problem in error.errors():
        key = ".".join(str(part) for part in problem["loc"])
        if problem["type"] == "extra_forbidden":
            lines.append(f"Unknown setting {key!r} in {path}.")
        else:
            what = problem["msg"].removeprefix("Value error, ").rstrip(".")
            lines.append(f"Setting {key!r} is {problem['input']!r}: {what}.")
    return " ".join(lines)
