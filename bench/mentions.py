"""How many articles a second does one core read for missions, crews and milestones?

``python -m bench.mentions [--documents 500]`` normalises generated text dumps, then times
``mentions.read`` (milestones included) and some of its parts, each over all articles, and beside
them what a bare look-up of the same names costs with pyahocorasick, flashtext and spaCy's
EntityRuler, as far as these are installed (dependency group ``bench``). A look-up knows no word
boundaries of Chinese, no numbers beyond the catalogue, no crew and no milestone; it is the floor.
The best of three rounds counts, in processor time, so that what else the machine does matters less.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from bench.dumps import dumps
from ingest import catalogue
from ingest.core import mentions, sentences
from ingest.core.mentions.fold import fold
from ingest.core.normalise import registry
from ingest.model import Article, Catalogue, Mission, Person
from ingest.settings import load_settings

RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)
ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=500)
    articles = generated(parser.parse_args().documents)
    settings = load_settings()
    matcher = mentions.compile_matcher(catalogue.load(settings.catalogue_dir))
    characters = sum(len(article.text) for article in articles)
    size = sum(len(article.text.encode()) for article in articles)
    print(f"{len(articles)} articles of {characters // len(articles)} characters")
    print(f"{'':<34}{'ms':>8}{'a second':>10}{'MB/s':>8}")
    parts: dict[str, Callable[[Article], Any]] = {
        "mentions and milestones": lambda article: mentions.read(article, matcher),
        "  cutting sentences": lambda article: sentences.split(article.text, article.language),
        "  folding": lambda article: fold(article.text),
        "  folding and scanning": lambda article: matcher.scan(fold(article.text)),
    }
    parts |= beside(sorted(aliases(matcher.catalogue)))
    for name, part in parts.items():
        each = seconds(part, articles) / len(articles)
        mega = size / len(articles) / each / 1e6
        print(f"{name:<34}{each * 1e3:8.3f}{1 / each:10.0f}{mega:8.1f}")


def aliases(known: Catalogue) -> set[str]:
    """Every name of every entry."""
    entries: list[Mission | Person] = [*known.missions.values(), *known.people.values()]
    return {
        name
        for entry in entries
        for name in (entry.name, *(alias for listed in entry.aliases.values() for alias in listed))
    }


def beside(names: list[str]) -> dict[str, Callable[[Article], Any]]:
    """Other people's look-ups of the same names, of those libraries that are installed."""
    parts: dict[str, Callable[[Article], Any]] = {}
    for library, build in (
        ("pyahocorasick", with_pyahocorasick),
        ("flashtext", with_flashtext),
        ("spaCy EntityRuler", with_spacy),
    ):
        try:
            parts[f"{library}, {len(names)} names"] = build(names)
        except ImportError:
            print(f"{library} is not installed: pip install --group bench")
    return parts


def with_pyahocorasick(names: list[str]) -> Callable[[Article], Any]:
    automaton = import_module("ahocorasick").Automaton()  # pyahocorasick's name for itself
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return lambda article: list(automaton.iter(article.text))


def with_flashtext(names: list[str]) -> Callable[[Article], Any]:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    for name in names:
        processor.add_keyword(name)
    return lambda article: processor.extract_keywords(article.text)


def with_spacy(names: list[str]) -> Callable[[Article], Any]:
    import spacy

    pipeline = spacy.blank("xx")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    return lambda article: pipeline(article.text).ents


def generated(number: int) -> list[Article]:
    """Normalised articles of ``number`` generated dumps."""
    sources = catalogue.load_sources(load_settings().sources_dir)
    articles = [
        registry.normalise(
            text.encode(), name=name, media_type="text/plain", received=RECEIVED, sources=sources
        )
        for name, text in dumps(number)
    ]
    return [article for article in articles if isinstance(article, Article)]


def seconds(part: Callable[[Article], Any], articles: list[Article]) -> float:
    """Processor time of ``part`` over all ``articles``: the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for article in articles:
            part(article)
        best = min(best, time.process_time() - began)
    return best


if __name__ == "__main__":
    main()
