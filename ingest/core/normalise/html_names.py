"""What the names of elements say of them: ``class`` and ``id``, as content systems give them.

The vocabulary is that of the web's themes and systems, much of it as trafilatura (Apache-2.0)
gathered it; see NOTICE. Names are few and come back on every page of a site: each is judged once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_NAMES = 16_384
"""Names that are remembered."""
MAX_NAME = 300
"""Characters of a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Named:
    """What an element is named as."""

    beside: bool = False
    """As something beside the story, such as a menu or a share row. Sites err: it is checked."""
    never: bool = False
    """As readers' comments, a teaser, a picture's caption, or the next article."""
    story: int = 0
    """As the story's element: a bit for each kind of name, the surest first."""


NOTHING = Named()
STATED, ARTICLE, STORY, CONTENT, MAIN = 1, 2, 4, 8, 16
"""Kinds of names of the story's element: the bits of ``Named.story``."""
KINDS = (STATED, ARTICLE, STORY, CONTENT, MAIN)

_BOTH = (
    "^shar|social|viral|newsletter|syndication|tags|sidebar|banner|bread-?crumb|button|author|"
    "[fF]ooter"
)
_BESIDE_ID = re.compile(
    _BOTH + "|^(?:jp-|dpsp-content|ad-)|[sS]hare|[nN]av|menu|related|message-container|premium"
)
_BESIDE_CLASS = re.compile(
    _BOTH + "|^(?:nav|post-nav)|subnav|avigation|navbar|navbox|menu|bar|-ad-|(?:^| )ad[- ]|"
    "dfp[aA]d|outbrain|taboola|criteo|paid-?content|widget|[bB]yline|share-|sociable|embed|"
    "consent|modal-content|permission|elated|next-|-stories|most-popular|more-on|meta|rating|"
    "attachment|timestamp|user-info|user-profile|-icon|article-infos|message-container|slide|"
    "viewport|overlay|options|expand|obfuscated|blurred|factbox"
)
_HIDDEN_ID = re.compile("hidden|reader-comments|akismet|^reply-")
_HIDDEN_CLASS = re.compile(
    "^hide-|comments-title|nocomments|-reply-|message|akismet|suggest-links|-hide-|hide-print|"
    " hidden| hide|noprint|notloaded"
)
_COMMENTS_ID = re.compile("^(?:[cC]omment(?!ary)|comol|disqus_thread|dsq-comments)")
_COMMENTS_CLASS = re.compile("^[cC]omment(?!ary)|(?:article|post)-comments")
_NEXT = re.compile("mvp-post-add-(?:box|wrap)|infinite-?scroll")
_NEVER = re.compile("caption|[tT]easer")

_STATED_ID = re.compile(
    "(?:entry|article|art)-content|article(?:__|-)?(?:content|body)|articleBody"
)
_STATED_CLASS = re.compile(
    "post[-_]text|post-body|post-?entry|post[-_]?[cC]ontent|post_inner_wrapper|article-?[tT]ext|"
    "(?:entry|page|text|article|art)-content|article__(?:content|body|container)|"
    "article-?[bB]ody|ArticleContent|body-text"
)
_STORY_ID = re.compile("^primary|story-body")
_STORY_CLASS = re.compile(
    "^article |post-bodycopy|story-?content|(?:theme|blog|section|single)-content|single-post|"
    "main-column|wpb_text_column|story-body|field-body|[fF]ull[tT]ext"
)
_CONTENT_ID = re.compile("content-main|content-body|contentBody|[mM]ain-[cC]ontent")
_CONTENT_CLASS = re.compile(
    "content[-_]main|content(?:-|__)body|[mM]ain-[cC]ontent|[pP]age-[cC]ontent"
)
_STATED_NAMES = frozenset({"post", "entry"})
_STORY_NAMES = frozenset({"postarea", "art-postcontent", "text", "cell", "story"})

_MAY_BE_BESIDE = frozenset({"div", "li", "dd", "dt", "ul", "ol", "dl", "p", "section", "span"})
_MAY_BE_COMMENTS = frozenset({"div", "section", "details", "ol", "ul"})
_MAY_BE_STORY = frozenset({"article", "div", "main", "section"})


@lru_cache(MAX_NAMES)
def of(tag: str, classes: str, identity: str) -> Named:
    """What an element with this ``class`` and ``id`` is named as."""
    classes, identity = classes[:MAX_NAME], identity[:MAX_NAME]
    beside = _HIDDEN_ID.search(identity) or _HIDDEN_CLASS.search(classes)
    never = None
    if tag in _MAY_BE_BESIDE:
        beside = beside or _BESIDE_ID.search(identity) or _BESIDE_CLASS.search(classes)
        never = _NEVER.search(identity) or _NEVER.search(classes)
        # A page about cookies has them in its classes; the name of a banner comes first.
        beside = beside or re.search("cookie", identity or classes)
    if tag in _MAY_BE_COMMENTS:
        never = never or _COMMENTS_ID.search(identity) or _COMMENTS_CLASS.search(classes)
        never = never or _NEXT.search(identity) or _NEXT.search(classes)
    story = _story(tag, classes, identity) if tag in _MAY_BE_STORY else 0
    return Named(beside is not None, never is not None, story)


def _story(tag: str, classes: str, identity: str) -> int:
    bits = 0
    if (
        classes in _STATED_NAMES
        or _STATED_CLASS.search(classes)
        or identity == "articleContent"
        or _STATED_ID.search(identity)
    ):
        bits |= STATED
    if (
        identity in {"article", "story"}
        or classes in _STORY_NAMES
        or _STORY_ID.search(identity)
        or _STORY_CLASS.search(classes)
    ):
        bits |= STORY
    if (
        "content" in (identity, classes)
        or _CONTENT_ID.search(identity)
        or _CONTENT_CLASS.search(classes)
    ):
        bits |= CONTENT
    if tag != "main" and (classes.startswith("main") or identity.startswith("main")):
        bits |= MAIN
    return bits
