"""Which missions and crews an article names, with the sentence that shows each.

``compile_matcher`` once a process, then ``read`` for each article; the rules are drawn in
``reading``.
"""

from __future__ import annotations

from ingest.core.mentions.matcher import Matcher, compile_matcher
from ingest.core.mentions.reading import read

VERSION = "mentions-5"
"""Raised with every change that may find other mentions in the same text."""

__all__ = ["VERSION", "Matcher", "compile_matcher", "read"]
