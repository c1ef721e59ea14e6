"""What a page states of itself: JSON-LD, OpenGraph and other meta elements, microdata, ``<time>``.

Every value is a string as it stands there, with the best statement first; ``draft`` reads them. The
tree is walked once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree
from lxml import html as lxml_html

from ingest.core import urls
from ingest.core.normalise import (
    html_authors,
    html_dates,
    html_labels,
    html_marks,
    html_published,
    html_title,
    html_tree,
    json_ld,
    meta_names,
    text,
)
from ingest.core.normalise.draft import Draft, Stated

MAX_SUBHEADINGS = 15
MAX_VALUES = 50
"""Values of a property of microdata that are read."""


@dataclass(slots=True)
class Metadata:
    """The statements of one page, each list best first or in the page's order."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    """The contents of ``<meta>`` by name or property in lower case."""
    properties: dict[str, list[str]] = field(default_factory=dict)
    """The values of microdata by property."""
    nodes: list[Mapping[str, Any]] = field(default_factory=list)
    """The JSON-LD objects that are articles."""
    title: str = ""
    heading: lxml_html.HtmlElement | None = None
    """The heading that is the headline."""
    headings: list[str] = field(default_factory=list)
    home: list[str] = field(default_factory=list)
    """The headings that lead to the site's front: they name it."""
    subheadings: list[str] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)
    """The ``datetime`` (or text) of each ``<time>``, with its marks."""
    authors: tuple[str, ...] = ()
    credits: list[str] = field(default_factory=list)
    """Short lines in elements named as an author's, and beside the headline."""
    captions: list[str] = field(default_factory=list)
    paths: list[list[str]] = field(default_factory=list)
    """The steps of each breadcrumb, from the site's front."""
    rights: str | None = None
    scripts: list[str] = field(default_factory=list)
    elements: list[lxml_html.HtmlElement] = field(default_factory=list)
    """All of the tree. While they are held, lxml need not wrap them anew on each walk."""
    published: list[Stated] = field(default_factory=list)
    updated: list[Stated] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None

    def draft(self, paragraphs: Sequence[str], notes: Sequence[str]) -> Draft:
        """What it all comes to, with the paragraphs that were found."""
        title = _title(self)
        if (
            title
            and paragraphs
            and paragraphs[0] in (*self.headings, *self.subheadings)
            and html_tree.key(title) in html_tree.key(paragraphs[0])
        ):
            paragraphs = paragraphs[1:]  # the headline, with its kicker
        return Draft(
            form="html",
            title=title,
            paragraphs=paragraphs,
            published=self.published,
            updated=self.updated,
            publisher=next(_publishers(self), None) or html_title.site(self.title, title),
            authors=self.authors,
            section=_sections(self, title),
            language=self.language or self._first(meta_names.LANGUAGE),
            url=self.address,
            captions=self.captions,
            rights=self.rights,
            credits=self.credits,
            notes=notes,
        )

    @property
    def address(self) -> str | None:
        """Where the page says that it stands."""
        stated = (self.canonical, self._first(meta_names.URL), *json_ld.texts(self.nodes, "url"))
        return next((url for url in stated if url), None)

    @property
    def description(self) -> str | None:
        """The sentence by which the page describes itself; often its story's first, or its lead."""
        return self._first(meta_names.DESCRIPTION)

    @property
    def bodies(self) -> list[str]:
        """The story's text, as the page states it for programs; often not at all."""
        return list(json_ld.texts(self.nodes, "articleBody"))

    def _first(self, names: Sequence[str]) -> str | None:
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def read(tree: lxml_html.HtmlElement, source: str) -> Metadata:
    """Everything that the page states of itself; a look at its source saves walks of its tree."""
    found = Metadata(
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    for script in tree.iter("script"):
        _read_script(script, found)
    # Nothing else is read of them, and every walk to come is shorter.
    etree.strip_elements(tree, "script", "style", "template", with_tail=False)
    found.elements = list(tree.iter())
    if len(found.nodes) > 1:
        _leave_others_out(found, tree)
    found.heading = html_tree.headline(tree)
    for element in tree.iter("meta", "link", "title", "h1", "h2", "time"):
        _READERS[element.tag](element, found)
    marked = any(map(source.__contains__, _ITEMPROP))
    for element in cast(list[lxml_html.HtmlElement], _PROPERTIES(tree) if marked else []):
        values = found.properties.setdefault(element.get("itemprop").lower(), [])
        if len(values) < MAX_VALUES:
            value = element.get("content") or element.get("datetime")
            value = value or (element.get("title") if element.tag == "abbr" else None)
            value = value or _text(element)
            if value and len(value) <= 2000:
                values.append(value)
    marks = html_marks.find(tree, found.elements, source)
    found.paths += html_labels.breadcrumbs(marks.breadcrumbs)
    found.captions = html_labels.captions(marks.captions)
    found.rights = html_labels.rights(
        marks.foot,
        [
            *json_ld.texts(found.nodes, "copyrightNotice"),
            *(value for name in meta_names.RIGHTS for value in found.meta.get(name, ())),
        ],
    )
    shown = html_authors.marked(marks.authors), list(html_authors.beside(found.heading))
    found.credits = [*shown[0], *shown[1]]
    found.authors = _authors(found, *shown)
    found.published, updated = html_published.choose(
        list(_published(found)),
        list(_dated(found)),
        found.scripts,
        tree,
        found.heading,
        found.address,
    )
    found.updated = [*_updated(found), *updated]
    return found


_PROPERTIES = etree.XPath("//*[@itemprop]")
_ITEMPROP = ("itemprop", "itemProp", "ITEMPROP")
"""How the attribute is written: a look for it saves a walk of the tree."""


def _text(element: lxml_html.HtmlElement) -> str:
    return text.line("".join(element.itertext()))


def _read_meta(element: lxml_html.HtmlElement, found: Metadata) -> None:
    name = element.get("property") or element.get("name") or element.get("http-equiv")
    content = text.line(element.get("content") or "", 2000)
    if name and content:
        found.meta.setdefault(name.strip().lower(), []).append(content)


def _read_link(element: lxml_html.HtmlElement, found: Metadata) -> None:
    if "canonical" in (element.get("rel") or "").lower().split() and found.canonical is None:
        found.canonical = element.get("href")


def _read_script(element: lxml_html.HtmlElement, found: Metadata) -> None:
    if not element.text:
        return
    found.scripts.append(element.text)
    if "ld+json" in (element.get("type") or "").lower():
        for node in json_ld.objects(element.text):
            if json_ld.is_article(node):
                found.nodes.append(node)
            elif steps := json_ld.crumbs(node):
                found.paths.append(steps)


def _leave_others_out(found: Metadata, tree: lxml_html.HtmlElement) -> None:
    """Keep the articles whose headline stands in the window's title, if there are any, and those
    without one: pages describe stories that they link to as well."""
    window = html_tree.key(next((title.text or "" for title in tree.iter("title")), ""))
    names = [[html_tree.key(name) for name in json_ld.texts([n], "headline")] for n in found.nodes]
    own = [any(name and name in window for name in each) for each in names]
    if any(own):
        kept = zip(found.nodes, names, own, strict=True)
        found.nodes = [node for node, each, is_own in kept if is_own or not each]


def _read_title(element: lxml_html.HtmlElement, found: Metadata) -> None:
    # Pictures drawn inside the page have titles too; the page's own comes first.
    found.title = found.title or text.line(element.text or "", text.MAX_TITLE)


def _read_heading(element: lxml_html.HtmlElement, found: Metadata) -> None:
    if heading := text.line(html_tree.shown(element), text.MAX_TITLE):
        names = found.home if html_tree.names_site(element) else found.headings
        names.append(heading)


def _read_subheading(element: lxml_html.HtmlElement, found: Metadata) -> None:
    if len(found.subheadings) < MAX_SUBHEADINGS and (heading := html_tree.shown(element)):
        found.subheadings.append(text.line(heading, text.MAX_TITLE))


def _read_time(element: lxml_html.HtmlElement, found: Metadata) -> None:
    if (when := element.get("datetime") or _text(element)) and not html_dates.in_comment(element):
        marks = (
            f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('pubdate')}"
        )
        found.times.append((when, marks.lower()))


_READERS = {
    "meta": _read_meta,
    "link": _read_link,
    "title": _read_title,
    "h1": _read_heading,
    "h2": _read_subheading,
    "time": _read_time,
}


# --------------------------------------------------------------------------- what to take


def _title(page: Metadata) -> str | None:
    stated = [*json_ld.texts(page.nodes, "headline"), *page.properties.get("headline", ())]
    stated += [value for name in meta_names.TITLE for value in page.meta.get(name, ())]
    return html_title.choose(
        stated=stated,
        window=page.title,
        headings=page.headings,
        subheadings=page.subheadings,
        site=[*_publishers(page), *_site_labels(page), *page.home],
    )


def _site_labels(page: Metadata) -> Iterator[str]:
    """The page's host, whole and by its best known part: ``daily.example`` and ``daily``."""
    if host := urls.host(page.address):
        yield host
        yield host.split(".")[0]


def _published(page: Metadata) -> Iterator[Stated]:
    for raw in json_ld.texts(page.nodes, "datePublished"):
        yield Stated(raw, "html.json_ld")
    for name in meta_names.PUBLISHED:
        for raw in page.meta.get(name, ()):
            yield Stated(raw, f"html.meta.{name}")
    for raw in page.properties.get("datepublished", ()):
        yield Stated(raw, "html.microdata")
    for raw, marks in page.times:
        if "publish" in marks:
            yield Stated(raw, "html.time")


def _dated(page: Metadata) -> Iterator[Stated]:
    """Dates stated for programs, but not as those of publication."""
    for raw, marks in page.times:
        if not any(word in marks for word in ("publish", "updat", "modif")):
            yield Stated(raw, "html.time")
    for name in meta_names.DATED:
        for raw in page.meta.get(name, ()):
            yield Stated(raw, f"html.meta.{name}")


def _updated(page: Metadata) -> Iterator[Stated]:
    for raw in json_ld.texts(page.nodes, "dateModified"):
        yield Stated(raw, "html.json_ld")
    for name in meta_names.UPDATED:
        for raw in page.meta.get(name, ()):
            yield Stated(raw, f"html.meta.{name}")
    for raw in page.properties.get("datemodified", ()):
        yield Stated(raw, "html.microdata")
    for raw, marks in page.times:
        if "updat" in marks or "modif" in marks:
            yield Stated(raw, "html.time")


def _publishers(page: Metadata) -> Iterator[str]:
    yield from page.meta.get("og:site_name", ())
    yield from json_ld.texts(page.nodes, "publisher")
    for name in meta_names.PUBLISHER:
        yield from page.meta.get(name, ())


def _authors(page: Metadata, marked: Sequence[str], beside: Sequence[str]) -> tuple[str, ...]:
    """Who wrote it, as the page states for programs, or shows; at last the site itself.

    ``marked`` are texts in elements named as an author's, ``beside`` those beside the headline.
    """
    stated = [
        list(json_ld.texts(page.nodes, "author")),
        *(page.meta[name] for name in meta_names.AUTHOR if name in page.meta),
        page.properties.get("author", []),
    ]
    return (
        html_authors.of_people(stated, [*_publishers(page), *_site_labels(page)])
        or html_authors.of_bylines(marked)
        or html_authors.of_bylines(beside)
        or html_authors.of_lines(marked)
        or html_authors.of_people(stated, [])
    )


def _sections(page: Metadata, title: str | None) -> list[str]:
    stated = list(json_ld.texts(page.nodes, "articleSection"))
    stated = stated or [value for name in meta_names.SECTION for value in page.meta.get(name, ())]
    return html_labels.section(stated, page.paths, title)
