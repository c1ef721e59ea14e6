"""What must hold of the repository itself: that its documents, locks and deployment files tell the
truth about the code beside them."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pydantic import BaseModel

import workers.cli  # noqa: F401  adds the commands that start processes
from ingest.cli import cli
from ingest.settings import CHECKOUT, PREFIX, Settings, load_settings
from workers.health import CHECKS

PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))]
WITH_CELERY = {"billiard", "kombu", "redis"}
"""celery[redis] says which versions of these fit it; declared beside it, they would fall out."""
NEVER_IMPORTED = {"lxml-html-clean", "tzdata"}
"""What trafilatura needs of lxml; time zones for systems without their own."""
LOCKS = {"requirements.lock": False, "requirements-dev.lock": True}
COMPOSE = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def read(path: Path | str) -> str:
    return (CHECKOUT / path).read_text(encoding="utf-8")


def setting_keys(model: type[BaseModel] = Settings, prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from setting_keys(kind, f"{prefix}{name}.")
        else:
            yield prefix + name


def subcommand(group: click.Group, name: str) -> click.Command:
    found = group.get_command(click.Context(group), name)
    assert found is not None, f"there is no command {name}"
    return found


def command_names(group: click.Group = cli, prefix: str = "missionfeed") -> Iterator[str]:
    for name in group.list_commands(click.Context(group)):
        command = subcommand(group, name)
        if isinstance(command, click.Group):
            yield from command_names(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}"


def commands_shown(page: Path) -> Iterator[str]:
    """The lines of a page's shell examples that call us."""
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            shown = re.search(r"(?:^|\s|/)(missionfeed|run\.sh)((?:\s+[^#|;&>]+)?)", line)
            if shown and not line.startswith("#"):
                yield f"{shown[1]} {shown[2].strip()}"


# ------------------------------------------------------------------ settings


def test_the_settings_file_shows_every_setting_with_its_default() -> None:
    lines = re.sub(r"^#(?=[a-z_]+ = )", "", read("config/missionfeed.toml"), flags=re.MULTILINE)
    shown: dict[str, Any] = {}
    for section, values in tomllib.loads(lines).items():
        inner = values.items() if isinstance(values, dict) else [(None, values)]
        shown |= {f"{section}.{key}" if key else section: value for key, value in inner}
    assert set(shown) == set(setting_keys()) - {"config"}  # where the file itself lies
    defaults = Settings.model_validate({}).model_dump(mode="json")
    for key, value in shown.items():
        default: Any = defaults
        for part in key.split("."):
            default = default[part]
        if default is None:
            assert value == "", f"{key} is unset by default"
        elif key in ("seeds", "data"):
            assert Path(default) == CHECKOUT / value
        else:
            assert value == default, key


@pytest.mark.parametrize("key", list(setting_keys()))
def test_every_setting_is_explained_to_operators(key: str) -> None:
    assert f"| `{key}` |" in read("docs/operate.md")


# ------------------------------------------------------------------ commands


@pytest.mark.parametrize("command", list(command_names()))
def test_every_command_is_documented(command: str) -> None:
    assert any(command in page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("line", sorted({line for page in PAGES for line in commands_shown(page)}))
def test_commands_shown_in_the_documents_exist(line: str) -> None:
    program, *words = shlex.split(line)
    if program == "run.sh":
        if words[:1] in (["setup"], ["test"], ["lock"]):
            assert f"  {words[0]})" in read("run.sh")
            return
        words = ["run", *words]
    command: click.Command = cli
    while isinstance(command, click.Group):
        assert words, line
        command = subcommand(command, words.pop(0))
    options = {option for parameter in command.params for option in parameter.opts}
    options |= {option for parameter in command.params for option in parameter.secondary_opts}
    assert {word for word in words if re.match("--?[a-z]", word)} <= options | {"-h", "--help"}


@pytest.mark.parametrize("script", ["run.sh", ".ci/run"])
def test_scripts_can_be_run(script: str) -> None:
    assert os.access(CHECKOUT / script, os.X_OK)
    subprocess.run(["bash", "-n", CHECKOUT / script], check=True)


# ------------------------------------------------------------------ compose and image


def own_services() -> dict[str, dict[str, Any]]:
    return {n: s for n, s in COMPOSE["services"].items() if s["image"].startswith("missionfeed:")}


@pytest.mark.parametrize("service", list(own_services().values()), ids=list(own_services()))
def test_services_call_commands_with_settings_that_exist(
    service: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert subcommand(cli, service["command"][0])
    for name, value in service["environment"].items():
        monkeypatch.setenv(name, re.sub(r"\$\{\w+:-(\w[^}]*)\}", r"\1", str(value)))
    settings = load_settings()
    assert (
        settings.database
        == "postgresql+psycopg://missionfeed:missionfeed@postgres:5432/missionfeed"
    )
    assert settings.redis_url == "redis://valkey:6379/0"


def test_services_are_checked_for_health_or_run_once() -> None:
    for name, service in COMPOSE["services"].items():
        if service["restart"] == "no":
            continue
        test = service["healthcheck"]["test"]
        if name in own_services():
            assert test[:4] == ["CMD", "python", "-m", "workers.health"]
            assert CHECKS.keys() >= {test[4]}


def test_nothing_hinders_many_workers() -> None:
    assert not {"container_name", "ports"} & COMPOSE["services"]["worker"].keys()
    grace = int(COMPOSE["services"]["worker"]["stop_grace_period"].removesuffix("s"))
    assert grace > Settings().work.time_limit_seconds


def test_images_from_elsewhere_are_pinned_to_a_version() -> None:
    images = {s["image"] for s in COMPOSE["services"].values()} - {"missionfeed:local"}
    images |= set(re.findall(r"^FROM (\S+)", read("Dockerfile"), re.MULTILINE))
    for image in images:
        assert re.search(r":\d+", image), image


def test_only_this_machine_reaches_published_ports() -> None:
    for service in COMPOSE["services"].values():
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))


# ------------------------------------------------------------------ packages


def locked(name: str) -> dict[str, str]:
    found = re.findall(
        r"^([a-z0-9-]+)==(\S+)((?:.*\\\n    --hash=sha256:\w{64})+)", read(name), re.MULTILINE
    )
    packages = re.findall(r"^[^\s#]", read(name), re.MULTILINE)
    assert len(found) == len(packages), "a package without a hash"
    return {package: version for package, version, _ in found}


def declared(*groups: str) -> list[Requirement]:
    wanted = list(PROJECT["project"]["dependencies"])
    for group in ("build", *groups):
        wanted += PROJECT["dependency-groups"][group]
    return [Requirement(line) for line in wanted]


@pytest.mark.parametrize(("name", "development"), list(LOCKS.items()))
def test_locks_fit_what_the_project_declares(name: str, development: bool) -> None:
    lock = locked(name)
    for requirement in declared(*["dev"] * development):
        version = lock[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


@pytest.mark.parametrize("name", list(LOCKS))
def test_locks_name_no_index_and_no_path(name: str) -> None:
    elsewhere = r"^\s*(-i|--index-url|--extra-index-url|--find-links|.*(https?|file):)"
    assert not re.search(elsewhere, read(name), re.MULTILINE)


def test_development_uses_the_versions_that_are_shipped() -> None:
    shipped = locked("requirements.lock").items()
    assert shipped <= locked("requirements-dev.lock").items()


def test_what_we_import_is_declared() -> None:
    every = declared("dev", "bench")
    names: set[str] = {canonicalize_name(requirement.name) for requirement in every} | WITH_CELERY
    for path, package in packages_imported("ingest", "workers", "tests", "bench"):
        assert package in names, f"{path} imports {package}"


def test_what_the_service_installs_is_used() -> None:
    shipped = {Requirement(line).name for line in PROJECT["project"]["dependencies"]}
    used = {package for _, package in packages_imported("ingest", "workers")}
    assert {canonicalize_name(name) for name in shipped} - used == NEVER_IMPORTED


def packages_imported(*folders: str) -> Iterator[tuple[Path, str]]:
    """Each package from elsewhere that a file of ours imports."""
    owners = metadata.packages_distributions()
    own = {"ingest", "workers", "tests", "bench"}
    for path in sorted(file for folder in folders for file in (CHECKOUT / folder).rglob("*.py")):
        for module in imported(path) - own - sys.stdlib_module_names:
            # What only a benchmark needs is not installed; its module has the package's name.
            owner = owners.get(module, [module])[0]
            yield path.relative_to(CHECKOUT), canonicalize_name(owner)


def imported(path: Path) -> set[str]:
    """The top-level modules that a file imports."""
    modules = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            modules |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules.add(node.module.partition(".")[0])
    return modules


# ------------------------------------------------------------------ the rest


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    if not (CHECKOUT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a checkout: what is tracked cannot be told")
    command = ["git", "-c", f"safe.directory={CHECKOUT}", "ls-files", "-z"]
    tracked = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True).stdout.split(
        b"\0"
    )
    for name in filter(None, tracked):
        path = CHECKOUT / os.fsdecode(name)
        if path.is_file():
            found = re.search(rb"(?<![\w.])/(?:home|Users|root)/[\w.]", path.read_bytes())
            assert not found, f"{path} names {found[0]!r}" if found else ""


def test_links_between_the_documents_lead_somewhere() -> None:
    for page in PAGES:
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_environment_prefix_is_the_one_documented() -> None:
    assert PREFIX in read("docs/operate.md")
