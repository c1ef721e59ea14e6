"""The project's own catalogue, loaded and compiled once for all tests of mentions."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ingest import catalogue
from ingest.core.mentions import Matcher, compile_matcher
from ingest.model import Catalogue

CONFIG = Path(__file__).parents[4] / "config" / "catalogue"


@cache
def entries() -> Catalogue:
    return catalogue.load(CONFIG)


@cache
def matcher() -> Matcher:
    return compile_matcher(entries())
