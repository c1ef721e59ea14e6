"""How fast are documents read, text dumps and HTML pages, on one core?

``python -m bench.normalise [--documents 200]`` reads generated text dumps, bare ones and such as
outlets' pages make, then the same stories as HTML pages, small ones and such as outlets send
(``bench.pages``), through the stage that the service runs; and the same pages with trafilatura's
``extract(fast=True)``, readability-lxml and newspaper4k. The latter two are asked only if they are
installed (``.venv/bin/pip install --group bench``).

The stage always reads title, dates, authors, section, captions and rights along with the text. Like
for like is therefore the comparison with trafilatura *with metadata*, and with newspaper4k, which
reads metadata too; trafilatura's text alone, and readability-lxml (text and title), do less. Prints
documents a second and the ratios: the best of three rounds, each with documents of its own, which
the readers take in turns, in processor time, so that a busy machine slows all alike.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import trafilatura

from bench.dumps import SEED, dumps
from bench.pages import pages
from ingest import catalogue
from ingest.core.normalise import registry
from ingest.model import Article
from ingest.settings import load_settings

RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)
ROUNDS = 3
TURN = 50
"""Documents that a reader reads before it is the next one's turn."""

Documents = Sequence[tuple[str, str]]
"""Documents as ``(file name, text)``."""
Reader = Callable[[str, str], bool]
"""Reads a document, given its name and text; says whether it found a text in it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=200)
    number = parser.parse_args().documents
    seeds = [SEED + n for n in range(ROUNDS)]
    ours = {"Missionfeed": our_reader()}
    compare(ours, "text dumps", [list(dumps(number, seed)) for seed in seeds])
    long = [list(dumps(number, seed, long=True)) for seed in seeds]
    compare(ours, "text dumps between menus and teasers", long)
    readers = {**ours, **others()}
    small = [list(pages(number, seed, large=False)) for seed in seeds]
    compare(readers, "small HTML pages", small)
    large = [list(pages(max(number // 4, 1), seed, large=True)) for seed in seeds]
    compare(readers, "large HTML pages", large)
    print("Last column: how many times faster Missionfeed is than this reader.")


def compare(readers: Mapping[str, Reader], kind: str, rounds: Sequence[Documents]) -> None:
    """Read the documents of each round with each of the readers, and print how many a second each
    reads."""
    for reader in readers.values():
        reader(*rounds[0][0])  # what is loaded on first use is no part of the rate
    best = dict.fromkeys(readers, float("inf"))
    for documents in rounds:
        spent = dict.fromkeys(readers, 0.0)
        for few in batched(documents, TURN):
            for label, reader in readers.items():
                spent[label] += seconds(reader, few)
        best = {label: min(best[label], spent[label]) for label in readers}
    size = sum(len(text) for _, text in rounds[0]) / len(rounds[0]) / 1000
    print(f"{kind}, {size:.1f} kB each")
    for label, least in best.items():
        ratio = least / best["Missionfeed"]
        print(f"  {label:<34}{len(rounds[0]) / least:7.0f} a second{ratio:8.2f}")


def our_reader() -> Reader:
    """The stage that the service runs."""
    sources = catalogue.load_sources(load_settings().sources_dir)

    def read(name: str, text: str) -> bool:
        found = registry.normalise(
            text.encode(), name=name, media_type=None, received=RECEIVED, sources=sources
        )
        return isinstance(found, Article)

    return read


def others() -> dict[str, Reader]:
    """The libraries that are installed, each in the way that its documentation shows."""

    def body(_name: str, text: str) -> bool:
        return bool(trafilatura.extract(text, fast=True))

    def with_metadata(_name: str, text: str) -> bool:
        return bool(trafilatura.extract(text, fast=True, with_metadata=True))

    found: dict[str, Reader] = {
        "trafilatura fast, text alone": body,
        "trafilatura fast, with metadata": with_metadata,
    }
    try:
        readability = importlib.import_module("readability")
        found["readability-lxml"] = lambda _, text: bool(readability.Document(text).summary())
    except ModuleNotFoundError as error:
        missing("readability-lxml", error)
    try:
        newspaper = importlib.import_module("newspaper")

        def with_newspaper(_name: str, text: str) -> bool:
            article = newspaper.Article(
                "https://site.example/story", language="en", fetch_images=False
            )
            article.download(input_html=text)
            article.parse()
            return bool(article.text)

        found["newspaper4k"] = with_newspaper
    except ModuleNotFoundError as error:
        missing("newspaper4k", error)
    return found


def missing(package: str, error: ModuleNotFoundError) -> None:
    print(f"{package} is left out ({error}): .venv/bin/pip install --group bench")


def batched(documents: Documents, number: int) -> Iterator[Documents]:
    return (documents[n : n + number] for n in range(0, len(documents), number))


def seconds(reader: Reader, documents: Documents) -> float:
    """Processor seconds to read all documents once."""
    began = time.process_time()
    read = sum(reader(name, text) for name, text in documents)
    spent = time.process_time() - began
    assert read == len(documents), f"{len(documents) - read} of the generated ones were rejected"
    return spent


if __name__ == "__main__":
    main()
