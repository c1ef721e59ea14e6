"""How fast are documents read, text dumps and HTML pages, on one core?

``python -m bench.normalise [--documents 300]`` reads generated text dumps, then the same stories as
HTML pages with menus, teasers and metadata, through the stage that the service runs; and the same
pages with trafilatura's ``extract(fast=True)``, readability-lxml and newspaper4k. The latter two
are asked only if they are installed (``.venv/bin/pip install --group bench``).

The stage always reads title, dates, authors, section, captions and rights along with the text. Like
for like is therefore the comparison with trafilatura *with metadata*, and with newspaper4k, which
reads metadata too; trafilatura's text alone, and readability-lxml (text and title), do less. Prints
documents a second and the ratios: the best of three rounds that alternate between the readers, in
processor time, so that a busy machine slows all alike.
"""

from __future__ import annotations

import argparse
import html
import importlib
import json
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import trafilatura

from bench.dumps import dumps
from ingest import catalogue
from ingest.core.normalise import registry
from ingest.model import Article
from ingest.settings import load_settings

RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)
ROUNDS = 3
TEASERS = 40

Reader = Callable[[str, str], bool]
"""Reads a document, given its name and text; says whether it found a text in it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=300)
    number = parser.parse_args().documents
    texts = list(dumps(number))
    pages = [(name.replace(".txt", ".html"), page(text)) for name, text in texts]
    ours = our_reader()
    readers: dict[str, tuple[Reader, Sequence[tuple[str, str]]]] = {
        "text dumps": (ours, texts),
        "HTML pages": (ours, pages),
        **{label: (reader, pages) for label, reader in others().items()},
    }
    best = dict.fromkeys(readers, float("inf"))
    for reader, documents in readers.values():
        reader(*documents[0])  # what is loaded on first use is no part of the rate
    for _ in range(ROUNDS):
        for label, (reader, documents) in readers.items():
            best[label] = min(best[label], seconds(reader, documents))
    for label, (_, documents) in readers.items():
        size = sum(len(text) for _, text in documents) / number / 1000
        ratio = f"{best[label] / best['HTML pages']:8.2f}" if documents is pages else ""
        print(f"{label:<28}{size:6.1f} kB each {number / best[label]:7.0f} a second{ratio}")
    print("Last column: how many times faster our HTML pages are read than by this reader.")


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
        "trafilatura, with metadata": with_metadata,
        "trafilatura, text alone": body,
    }
    try:
        readability = importlib.import_module("readability")
        found["readability-lxml"] = lambda _, text: bool(readability.Document(text).summary())
    except ModuleNotFoundError as error:
        missing("readability-lxml", error)
    try:
        newspaper = importlib.import_module("newspaper")

        def with_newspaper(_name: str, text: str) -> bool:
            article = newspaper.Article("https://site.example/story", language="en")
            article.download(input_html=text)
            article.parse()
            return bool(article.text)

        found["newspaper4k"] = with_newspaper
    except ModuleNotFoundError as error:
        missing("newspaper4k", error)
    return found


def missing(package: str, error: ModuleNotFoundError) -> None:
    print(f"{package} is left out ({error}): .venv/bin/pip install --group bench")


def seconds(reader: Reader, documents: Sequence[tuple[str, str]]) -> float:
    """Processor seconds to read all documents once."""
    began = time.process_time()
    read = sum(reader(name, text) for name, text in documents)
    spent = time.process_time() - began
    assert read == len(documents), f"{len(documents) - read} of the generated ones were rejected"
    return spent


def page(text: str) -> str:
    """A generated dump's story as a page: its lines in elements, among links and metadata."""
    top, _, rest = text.partition("\n\n")
    title, _, rest = rest.partition("\n\n")
    head, *paragraphs, foot = rest.split("\n\n")
    source, _, caption = head.split("\n", 2)
    day = source.split("Updated: ")[1].replace(" ", "T") + ":00Z"
    stated = {"@type": "NewsArticle", "headline": title, "datePublished": day}
    links = "".join(f'<li><a href="/{n}">{html.escape(n)}</a></li>' for n in top.split("\n"))
    teasers = "".join(
        f'<div class="teaser"><a href="/story/{n}"><img src="/{n}.jpg" alt=""><h3>Another story, '
        f"number {n}</h3></a><span>{n} minutes ago</span></div>"
        for n in range(TEASERS)
    )
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:type" content="article">'
        f'<script type="application/ld+json">{json.dumps(stated)}</script>'
        f"<style>{'.teaser { margin: 0 }' * 100}</style></head><body><nav><ul>{links}</ul></nav>"
        f"<main><article><h1>{title}</h1><time datetime={day!r}>{html.escape(source)}</time>"
        f"<figure><img src='/a.jpg' alt=''><figcaption>{caption}</figcaption></figure>\n{body}"
        f"</article><aside>{teasers}</aside></main><footer><p>{foot}</p></footer></body></html>"
    )


if __name__ == "__main__":
    main()
