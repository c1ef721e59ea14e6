"""How fast are documents read, text dumps and HTML pages, on one core?

``python -m bench.normalise [--documents 300]`` reads generated text dumps, then the same stories as
HTML pages with menus, teasers and metadata, through the stage that the service runs, beside
trafilatura's ``extract(fast=True)`` on the same pages, for the text alone and with the metadata
that the stage reads too. Prints documents a second and the ratios; the best of three rounds that
alternate between the readers, so that a busy machine slows all alike.
"""

from __future__ import annotations

import argparse
import html
import json
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import trafilatura

from bench.dumps import dumps
from ingest.model import Article, Document
from ingest.settings import load_settings
from ingest.wiring import build_stages

RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)
ROUNDS = 3
TEASERS = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=300)
    number = parser.parse_args().documents
    texts = list(dumps(number))
    pages = [(name.replace(".txt", ".html"), page(text)) for name, text in texts]
    normalise = build_stages(load_settings()).normalise

    def ours(name: str, text: str) -> bool:
        document = Document(id=name, source="drop", raw=text.encode(), received=RECEIVED, path=name)
        return isinstance(normalise(document), Article)

    def body(_name: str, text: str) -> bool:
        return bool(trafilatura.extract(text, fast=True))

    def with_metadata(_name: str, text: str) -> bool:
        return bool(trafilatura.extract(text, fast=True, with_metadata=True))

    readers: dict[str, tuple[Callable[[str, str], bool], Sequence[tuple[str, str]]]] = {
        "text dumps": (ours, texts),
        "HTML pages": (ours, pages),
        "trafilatura, text only": (body, pages),
        "trafilatura, metadata too": (with_metadata, pages),
    }
    best = dict.fromkeys(readers, float("inf"))
    for reader, documents in readers.values():
        reader(*documents[0])  # what is loaded on first use is no part of the rate
    for _ in range(ROUNDS):
        for label, (reader, documents) in readers.items():
            best[label] = min(best[label], seconds(reader, documents))
    for label, (_, documents) in readers.items():
        size = sum(len(text) for _, text in documents) / number / 1000
        print(f"{label:<26}{size:6.1f} kB each {number / best[label]:7.0f} a second")
    for label in [label for label in readers if label.startswith("trafilatura")]:
        print(f"HTML pages : {label:<26}{best[label] / best['HTML pages']:6.2f}")


def seconds(reader: Callable[[str, str], bool], documents: Sequence[tuple[str, str]]) -> float:
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
