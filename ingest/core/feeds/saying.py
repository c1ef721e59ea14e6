"""What an entry of a feed says, without all that changes though nothing is said.

Only words count: not markup, addresses, letter case, punctuation or white space; not scripts and
styles; not counters ("1,024 views", "3 minutes ago"), nor the labels of advertisements; and not a
block that is nothing but links, which is a list of other articles. Read by a tokenizer in linear
time and without a tree: this is asked of every entry whose bytes changed, at every poll.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import unescape
from typing import Any

MOST = 200_000
"""Characters of a text that are looked at."""

_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|(/?)([A-Za-z][A-Za-z0-9]{0,15})[^<>]{0,4000}>)", re.DOTALL)
_UNREAD = frozenset({"script", "style", "template", "noscript", "iframe", "svg"})
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code em font i img ins kbd mark q s small span strike strong sub "
    "sup time tt u var wbr".split()
)
_WORDS = re.compile(r"\w+")
_COUNTED = (
    r"views?|reads?|hits|comments?|repl(?:y|ies)|responses?|shares?|likes?|votes?|visits?|"
    r"downloads?|bookmarks?|ratings?|"
    r"aufrufe?|kommentare?|vues?|commentaires?|partages?|visitas|vistas|comentarios?|lecturas|"
    r"просмотр\w{0,3}|комментари\w{0,3}|отзыв\w{0,2}|лайк\w{0,2}|"
    r"次?(?:阅读|浏览|点击|观看|评论|点赞|转发|收藏|跟贴|回复)|回?(?:閲覧|再生)|件のコメント|コメント|조회|댓글"
)
# All for text in lower case. Each begins with what is rare in a text: patterns that begin with one
# of many words are tried at every letter.
_COUNTER = re.compile(
    rf"\d(?:[\d.,\u00a0\u202f ]{{0,12}}[km万亿]?\s?(?:{_COUNTED})(?![^\W\d_])"
    r"|\d{0,2}\s?(?:seconds?|sec|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\s(?:ago|left)"
    r"|\d{0,2}\s(?:секунд\w?|минут\w?|час\w{0,2}|дн\w{1,2}|день)\sназад"
    r"|\d{0,2}\s?(?:秒|分钟|分鐘|分|小时|小時|時間|天|日)前)"
)
_LABEL_AT = re.compile(r"[:：(（]\s?\d")
_LABELLED = re.compile(
    rf"(?:{_COUNTED}|阅读|浏览|点击|评论|点赞|조회수)[量数]?"
    r"\s?[:：(（]\s?\d[\d., ]{0,12}[次人回]?[)）]?"
)
_AGE = re.compile(
    r"(?:vor|il y a|hace)\s\d{1,3}\s(?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|secondes?"
    r"|minutes?|heures?|jours?|segundos?|minutos?|horas?|días?)"
)
_ADVERTISEMENT = re.compile(
    r"\W*(?:advertisement|advertorial|sponsored(?:\s(?:content|post))?|promoted|anzeige|werbung"
    r"|реклама|publicité|publicidad|广告|廣告)\W*"
)
SHORT = 40
"""Characters that the label of an advertisement has at most."""


def said(entry: Mapping[str, Any]) -> str:
    """The digest of what the entry says: of its headline and the fuller of its texts."""
    bodies = [*_texts(entry, "content")[:3], *_texts(entry, "summary")]
    title = _words(" ".join(_texts(entry, "title")))
    body = max((_words(source) for source in dict.fromkeys(bodies)), key=len, default="")
    return sha256(f"{title}\0{body}".encode("utf-8", "replace")).hexdigest()[:32]


def folded(source: str | None) -> str:
    """The words of a line as they are compared: in one case and one spelling, without markup."""
    return _words((source or "")[:2_000])


def _texts(entry: Mapping[str, Any], name: str) -> list[str]:
    value = entry.get(name)
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, str)]


def _words(source: str) -> str:
    kept = (_lasting(" ".join(block.split()).casefold()) for block in _blocks(source[:MOST]))
    whole = unicodedata.normalize("NFKC", " ".join(kept))
    return " ".join(_WORDS.findall(whole))


def _lasting(block: str) -> str:
    """A block of text without counters, ages and labels of advertisements."""
    block = _COUNTER.sub(" ", block)
    if _LABEL_AT.search(block):
        block = _LABELLED.sub(" ", block)
    if "vor " in block or "il y a" in block or "hace " in block:
        block = _AGE.sub(" ", block)
    return "" if len(block) <= SHORT and _ADVERTISEMENT.fullmatch(block) else block


def _blocks(source: str) -> Iterator[str]:
    """The text of each block that says something beside its links."""
    if "<" not in source and "&lt;" in source:
        source = unescape(source)  # escaped once more than was meant
    run: list[str] = []
    telling = inside = False
    unread: str | None = None
    position = 0
    for match in _TAG.finditer(source):
        text = source[position : match.start()]
        position = match.end()
        if unread is None:
            run.append(text)
            telling = telling or (not inside and _says(text))
        name = (match[2] or "").lower()
        closes = bool(match[1])
        if unread is not None:
            unread = None if closes and name == unread else unread
        elif name in _UNREAD:
            unread = None if closes else name
        elif name == "a":
            inside = not closes
        if name and name not in _INLINE:
            if telling:
                yield unescape("".join(run))
            run, telling = [], False
    run.append("" if unread else source[position:])
    if telling or _says(run[-1]):
        yield unescape("".join(run))


def _says(text: str) -> bool:
    return any(map(str.isalnum, unescape(text) if "&" in text else text))
