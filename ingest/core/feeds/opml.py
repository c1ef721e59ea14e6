"""OPML: the lists of feeds that feed readers exchange, in both directions.

Folders are outlines around outlines; a flat list may name them in ``category`` instead. Read
leniently, for many programs write it badly (bare ampersands, names in any case), and written
strictly as OPML 2.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from ingest.core import urls
from ingest.core.normalise import bounds, container, decode, feed_source, text
from ingest.model import Reason, Rejection

MAX_FOLDERS = 8
"""Deeper ones are folded into the last."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list: its address, and what the list says of it; outermost folder first."""

    url: str
    title: str | None = None
    site: str | None = None
    folder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """The feeds of a list, each address once, and a sentence on each outline that is no feed's."""

    outlines: tuple[Outline, ...]
    problems: tuple[str, ...] = ()


def read(raw: bytes) -> Read | Rejection:
    """The feeds that an OPML file lists, or why it is none."""
    data = container.unpack(raw, "")
    if isinstance(data, Rejection):
        return data
    decoded = decode.decode(data)
    if isinstance(decoded, Rejection):
        return decoded
    source = text.harmless(decoded.text).lstrip()
    if "<!ENTITY" in source:
        return Rejection(
            Reason.ENTITIES_FORBIDDEN,
            "The list declares XML entities of its own, which can blow up or read files. "
            "Export it again from the program that it comes from.",
        )
    root_name = feed_source.root_element(source)
    if root_name != "opml":
        what = f"its root element is <{root_name}>" if root_name else "it is not XML"
        return Rejection(Reason.NOT_A_FEED, f"This is no OPML list: {what}.")
    if (refused := bounds.check_xml(source)) is not None:
        return refused
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    root = etree.fromstring(feed_source.mended(source).encode(), parser)
    if root is None:
        return Rejection(Reason.MALFORMED_XML, "This OPML list cannot be read: it is broken XML.")
    found: dict[str, Outline] = {}
    problems: list[str] = []
    for body in root.iter("{*}body"):
        _collect(body, (), found, problems)
    if "</opml" not in source.lower():
        problems.append("what came after the end of the file: the list is cut off (no </opml>).")
    return Read(tuple(found.values()), tuple(problems))


def _collect(
    parent: etree._Element,
    folder: tuple[str, ...],
    found: dict[str, Outline],
    problems: list[str],
) -> None:
    """What stands below ``parent``; its depth was bounded before."""
    for element in parent.iterchildren("{*}outline"):
        stated = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        title = text.line(stated.get("title") or stated.get("text") or "", text.MAX_NAME) or None
        address = (stated.get("xmlurl") or "").strip()
        if not address and stated.get("type", "").lower() in ("rss", "atom", "feed"):
            address = (stated.get("url") or "").strip()
        if address:
            url = _address(address)
            if url is None:
                problems.append(f"{title or 'An entry'}: {address[:100]!r} is no http(s) address.")
            else:
                own = folder or _category(stated.get("category", ""))
                outline = Outline(url, title, _address(stated.get("htmlurl", "")), own)
                found.setdefault(url, outline)
        elif not len(element):
            problems.append(f"{title or 'An entry'}: it names no feed (no xmlUrl).")
        inner = folder
        if not address and title and len(element):
            inner = (*folder, title) if len(folder) < MAX_FOLDERS else folder
        _collect(element, inner, found, problems)


def _address(stated: str) -> str | None:
    """The address as it stands, for its server may care, if it is one; ``feed:`` is undone."""
    stated = "".join(stated.split())
    if stated.lower().startswith("feed:"):
        rest = stated[5:]
        stated = rest if rest.lower().startswith("http") else f"https:{rest}"
    return stated if urls.canonical(stated) else None


def _category(stated: str) -> tuple[str, ...]:
    """The first of the categories, which are paths parted by commas."""
    path = stated.partition(",")[0].split("/")
    return text.lines(path)[:MAX_FOLDERS]


def write(outlines: Iterable[Outline], *, title: str, created: str) -> bytes:
    """An OPML 2.0 list of the feeds; ``created`` is an RFC 822 date."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = text.line(title)
    etree.SubElement(head, "dateCreated").text = created
    body = etree.SubElement(root, "body")
    folders: dict[Sequence[str], etree._Element] = {(): body}
    for outline in outlines:
        parent = body
        for depth in range(1, len(outline.folder) + 1):
            path = outline.folder[:depth]
            if path not in folders:
                name = text.line(path[-1])
                folders[path] = etree.SubElement(parent, "outline", text=name, title=name)
            parent = folders[path]
        name = text.line(outline.title or outline.url)
        stated = {"text": name, "title": name, "type": "rss", "xmlUrl": outline.url}
        if outline.site:
            stated["htmlUrl"] = outline.site
        if outline.folder:
            parts = (name.replace("/", " ").replace(",", " ") for name in outline.folder)
            stated["category"] = "/" + "/".join(text.line(part) for part in parts)
        etree.SubElement(parent, "outline", {n: text.harmless(v) for n, v in stated.items()})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
