"""The names and properties of ``<meta>`` elements that say one thing, in lower case, best first."""

from __future__ import annotations

TITLE = (
    "og:title",
    "twitter:title",
    "headline",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "title",
)
PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published",
    "og:published_time", "og:release_date", "datepublished", "date.published",
    "parsely-pub-date", "sailthru.date",
    "publish-date", "publishdate", "publish_date", "published_time", "pubdate",
    "publication_date", "article_date_original", "dc.date.issued", "dcterms.issued",
    "citation_publication_date",
    "citation_date", "cxenseparse:recs:publishtime", "article.published", "release_date",
    "originalpublicationdate", "weibo:article:create_at", "bt:pubdate", "rnews:datepublished",
)  # fmt: skip
DATED = ("date", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created")
"""What content systems fill with the day of the last change, or of the file, as often."""
UPDATED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article:modified",
    "weibo:article:update_at",
)  # fmt: skip
AUTHOR = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "citation_author", "article:author", "og:article:author", "authors",
    "creator",
)  # fmt: skip
PUBLISHER = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "copyright",
)
SECTION = ("article:section", "og:article:section", "section", "parsely-section")
DESCRIPTION = ("og:description", "description", "twitter:description")
LANGUAGE = ("og:locale", "dc.language", "language", "content-language")
RIGHTS = ("copyright", "dcterms.rights", "dc.rights", "rights")
URL = ("og:url", "twitter:url")
