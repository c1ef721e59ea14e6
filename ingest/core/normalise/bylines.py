"""Who wrote a text, where, and for whom: bylines, datelines, source lines, rights, sections.

Small readers of one line or paragraph each, used for dumps and for the bodies of every other form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.core.normalise import furniture
from ingest.core.normalise.date_forms import MONTH_NAMES
from ingest.core.normalise.furniture_signs import Sign, signs
from ingest.core.normalise.outlets import Outlets, fold, outlets
from ingest.model import Source

_DASH = re.compile(r"\s?(?:--+|—|–|―)\s?|\s-\s|\.-\s")
_MARKED = re.compile(
    r"^(?P<before>[^/]{2,70}?)\s?/\s?(?P<agency>[^/\d]{2,40}?)\s?/\s?[.,:-]{0,2}\s"
)
_BRACKET = re.compile(r"[(（\[/](?P<agency>[^()（）\[\]/]{2,40})[)）\]/]")
_COLON = re.compile(r"^(?P<place>[A-Z][A-Z]{2,}(?: [A-Z]{2,}){0,2}): (?=[A-Z“\"'])")
_CHINESE = re.compile(
    r"^[(（【\[]?(?P<agency>[\u4e00-\u9fffA-Za-z]{2,8}?)"
    r"(?P<place>[\u4e00-\u9fff]{2,9}?)\s?"
    r"(?:(?:(?:19|20)\d\d年)?\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊|消息)"
    r"(?:\s?[(（]\s?(?:记者|記者)\s?(?P<authors>[^)）]{2,40})[)）])?"
)
_JAPANESE = re.compile(r"^【(?P<place>[^＝=】]{2,12})[＝=][^】]{2,16}】")
_MONTH_WORDS = re.compile(rf"(?<![^\W\d_])(?:{MONTH_NAMES})(?![^\W\d_])\.?", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the opening of a first paragraph states: "BEIJING, June 26 (Xinhua) -- ..."."""

    agency: str | None
    place: str | None
    authors: tuple[str, ...] = ()


def dateline(paragraph: str, sources: Sequence[Source] = ()) -> Dateline | None:
    """The dateline at the start of a paragraph, or None where it has none."""
    head = paragraph[:140]
    index = outlets(sources)
    japanese = _JAPANESE.match(head)
    if japanese:
        return Dateline(None, japanese["place"])
    chinese = _CHINESE.match(head)
    if chinese:
        return _chinese_dateline(chinese, index)
    marked = _MARKED.match(head)
    if marked and (found := index.agency_in(marked["agency"])) is not None:
        return Dateline(found.name, place_name(marked["before"]))
    colon = _COLON.match(head)
    if colon:
        return Dateline(None, place_name(colon["place"]))
    cut = _DASH.search(head, 2)
    if cut is None or cut.start() > 90:
        return None
    before, after = head[: cut.start()], head[cut.end() :]
    agency = None
    bracket = _BRACKET.search(before)
    if bracket is not None:
        agency = index.agency_in(bracket["agency"])
        before = before[: bracket.start()] + " " + before[bracket.end() :]
    named = index.agency_in(after[:30])
    if agency is None and named is not None and _starts_with(after, named):
        agency = named
    if agency is None and (ending := index.agency_in(before[-24:])) is not None:
        agency = ending
    dated = bool(re.search(r"\d", before)) and bool(_MONTH_WORDS.search(before))
    place = place_name(before)
    capitals = place is not None and _is_upper(before.split(",")[0])
    if agency is None and not capitals and not (dated and bracket):
        return None
    return Dateline(agency.name if agency else None, place)


def place_before_colon(paragraph: str) -> str | None:
    """The place in "New Delhi: The astronaut ...", for papers that set their datelines so."""
    match = _PLACE_COLON.match(paragraph)
    return match[1] if match else None


_PLACE_COLON = re.compile(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?): (?=[A-Z])")


def _chinese_dateline(match: re.Match[str], index: Outlets) -> Dateline | None:
    authors = _split_names(match["authors"])
    head = match["agency"] + match["place"]
    for n in range(len(head) - 1, 1, -1):
        if (found := index.names.get(fold(head[:n]))) is not None:
            place = head[n:]
            if (writer := _WRITER_AND_PLACE.fullmatch(place)) is not None:
                authors, place = (writer[1],), writer[2]
            return Dateline(found.name if found.agency else None, place or None, authors)
    if head.startswith("本报"):
        return Dateline(None, head[2:], authors)
    return None


_WRITER_AND_PLACE = re.compile(r"(?:记者|記者)([\u4e00-\u9fff]{2,3})([\u4e00-\u9fff]{2,4})")
"""As in Taiwan: "(中央社記者張璦台北21日電)"."""


def _starts_with(text: str, source: Source) -> bool:
    return any(fold(text).startswith(fold(name)) for name in (source.name, *source.names))


def place_name(text: str) -> str | None:
    """The place in the words before a dateline's dash, in ordinary case, or None if it is none."""
    text = _MONTH_WORDS.sub(" ", text)
    text = re.sub(r"\d+(?:st|nd|rd|th)?", " ", text)
    text = re.split(r"[,;(/]|\.\s", text)[0]
    words = text.strip(" .,:;-–—\"'[]【】").split()
    if not words or len(words) > 4 or not _LETTER.match(words[0]) or not words[0][0].isupper():
        return None
    name = " ".join(words)
    if len(name) > 40 or len(name) < 2:
        return None
    return name.title().replace("’S", "’s").replace("'S", "'s") if _is_upper(name) else name


def _is_upper(text: str) -> bool:
    letters = _LETTER.findall(text)
    return len(letters) >= 2 and all(c.isupper() for c in letters)


# --------------------------------------------------------------------------- authors

_BY = re.compile(
    r"^[\s(（【\[]*(?:(?:(?:story|words|text|report|written|reporting|posted|reviewed|edited|photographs?)\s+)?(?:by|von|par|por)\b|di(?=\s(?-i:[A-Z])\S+\s(?-i:[A-Z]))|"
    r"(?:authors?|autor(?:in|en|a|es)?|auteurs?|автор(?:ы)?|текст|author|text|texto|texte|redaktion)\s?[:：]|"
    r"(?:本报|本网|新华社|中新社|人民网|[\u4e00-\u9fff]{2,6}(?=记者\s[\u4e00-\u9fff]))?\s?(?:记者|記者)|作者|撰文|文(?=\s?[:：/／]))\s?[:：/／]?\s*",
    re.IGNORECASE,
)  # fmt: skip
_STOP = re.compile(
    rf"\s(?=(?:{MONTH_NAMES})\.?\s\d)|"
    r"\s[|•·/–—-]\s|\s?[|•·,;(（<]\s?|\s(?:published|posted|updated)\b|\s(?:last|on|at|in|for|via|is|am|vom|le|el|il|contributing|staff)\s|"
    r"\s(?=\d)|(?<=\w)[.:]\s|\s?@",
    re.IGNORECASE,
)  # fmt: skip
_PARTICLES = frozenset(
    "de del della di da dos das du van von der den ter ten la le el al bin bint ibn zu y e d' af av".split()
)  # fmt: skip
_AND = re.compile(r"\s?(?:,|、|&|;|/|\s(?:and|und|et|y|e|и|en)\s)\s?")
_NOT_NAMES = frozenset(
    "news staff team editor editors editorial correspondent reporter writer desk agency agencies press "
    "redaktion redazione rédaction redacción communications office service services times daily post "
    "tribune media online international world sports science home page image photo video read more "
    "share comments the new latest today breaking university institute center centre department museum "
    "newsroom admin group studio magazine journal company foundation ministry space station system day "
    "contributing senior chief published updated posted mon tue wed thu fri sat sun".split()
)  # fmt: skip
_WIDE_NAME = re.compile(r"[\u4e00-\u9fff·]{2,8}|[\u3040-\u30ff\u4e00-\u9fff]{2,10}")


def authors_of(line: str, sources: Sequence[Source] = ()) -> tuple[str, ...]:
    """The people named by a byline ("By A and B | The Daily | June 1"), in ordinary case.

    Outlets and agencies that stand as authors are left out; a line without a byline's word gives
    nothing.
    """
    match = _BY.match(line[:200])
    if match is None or not match.group().strip():
        return ()
    rest = line[match.end() : 200]
    wide = re.match(r"[\u4e00-\u9fff·、 　]{2,40}", rest)
    if wide:
        return _split_names(re.sub(r"(?:摄|报道|摄影报道)$", "", wide.group().strip()))
    names: list[str] = []
    index = outlets(sources)
    for part in _AND.split(rest):
        cut = _STOP.search(part)
        name = part[: cut.start()] if cut else part
        if index.within(part[: len(name) + 6]) is not None:  # the cut may fall within its name
            break
        if not is_name(name, index, alone=True):
            break
        names.append(ordinary_case(name))
        if cut:
            break
    return tuple(dict.fromkeys(names))


def is_name(text: str, index: Outlets, *, alone: bool = False) -> bool:
    """Whether a short line reads as a person's name; ``alone`` allows one word ("By Marnie")."""
    text = text.strip(" .,:;")
    words = text.split()
    if not 2 <= len(text) <= 50 or not (1 if alone else 2) <= len(words) <= 5:
        return False
    if not words[0][:1].isupper() or any(map(str.isdigit, text)):
        return False
    if any(word.lower().strip(".") in _NOT_NAMES for word in words):
        return False
    if any(len(word) == 1 and word.isalpha() and word not in "yeÉ" for word in words):
        return False  # a preposition; initials have a full stop
    if re.search(r"\.\w{2}", text) or re.search(r"[^\w\s.'’\-]", text):
        return False
    big = [w for w in words if w.lower() not in _PARTICLES]
    if not all(w[:1].isupper() for w in big):
        return False
    if len(big) < (1 if alone else 2):
        return False
    if _is_upper(text) and (not alone or len(text) <= 4):
        return False
    if index.by_name(text) is not None or furniture.cue(text) is not None:
        return False
    return index.agency_in(text) is None and index.within(text) is None


def ordinary_case(name: str) -> str:
    """A name that is all capitals in ordinary case."""
    name = name.strip(" .,:;")
    return name.title() if _is_upper(name) and len(name) > 3 else name


def _split_names(text: str | None) -> tuple[str, ...]:
    if not text:
        return ()
    text = text.strip(" 　:：")
    parts = [p for p in re.split(r"[、，,;；/]", text) if p.strip()]
    out: list[str] = []
    for part in parts:
        part = part.strip()
        two = re.fullmatch(r"([\u4e00-\u9fff])[ 　]+([\u4e00-\u9fff])", part)
        for name in [part.replace(" ", "").replace("　", "")] if two else re.split(r"[ 　]+", part):
            if _WIDE_NAME.fullmatch(name) or (name and not out):
                out.append(name)
    return tuple(dict.fromkeys(out))


# --------------------------------------------------------------------------- agency and source

PLACE_AGENCY = re.compile(
    r"(?P<place>[A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ]{2,}){0,2})\s?\|\s?(?P<agency>[A-ZÀ-Þ]{2,12})"
)
"""A line of capitals, "SÃO PAULO | REUTERS"."""
_ONLY_CREDIT = re.compile(
    r"photo|image|foto|bild|摄|图|credit|©|getty|copyright|фото|crédit", re.IGNORECASE
)


def agency_of(line: str, sources: Sequence[Source] = ()) -> str | None:
    """The agency that a byline, source line or closing note names, or None.

    Photo credits name agencies too, and are passed over.
    """
    found = outlets(sources).agency_in(line) if len(line) <= 160 else None
    return found.name if found is not None and not _ONLY_CREDIT.search(line) else None


def source_for(
    sources: Sequence[Source],
    *,
    host: str | None = None,
    text: str | None = None,
    publisher: str | None = None,
) -> Source | None:
    """The source that published a page: by its host, by the publisher's name, by a line of text."""
    index = outlets(sources)
    if host and (found := index.by_host(host)) is not None:
        return found
    if publisher and (found := index.by_name(publisher) or index.by_host(publisher)) is not None:
        return found
    return index.within(text) if text else None


# --------------------------------------------------------------------------- sections and rights

_CRUMB = re.compile(r"[»›>/\\→＞]")
_CRUMBS = re.compile(r"\s?(?:>>|»|›|>|/|\\|→|＞)\s?")
_QUOTED = re.compile(r"«[^«»]*»|»[^«»]*«|‹[^‹›]*›")
"""Guillemets around words, which are no marks of a path."""
HOME = frozenset(
    "首頁 home homepage start startseite accueil inicio главная 首页 网站首页 トップ ホーム portada news".split()
)  # fmt: skip


_NO_SECTION = frozenset(["正文", "記事", "article", "artikel", "文章", "详情", "内容"])


def section_path(line: str) -> tuple[str, ...]:
    """The path of a breadcrumb line ("Home / China / Society"), without its first "Home"."""
    if len(line) > 160 or not _CRUMB.search(line):
        return ()
    if re.search(r"\d{4}|https?:|\d/\d", line) or _QUOTED.search(line):
        return ()
    parts = [part.strip(" :") for part in _CRUMBS.split(line)]
    leading = not parts[0]
    parts = [part for part in parts if part]
    if not parts or len(parts) > 6 or any(len(p) > 40 or len(p.split()) > 4 for p in parts):
        return ()
    home = parts[0].lower() in HOME
    if not (leading or home or ">>" in line or "»" in line or "›" in line or " > " in line):
        return ()
    parts = [part for part in parts if part.lower() not in _NO_SECTION]
    return tuple(parts[1:] if home or (len(parts) > 1 and not leading) else parts)


def rights_line(
    lines: Sequence[str], language: str | None = None, publisher: str | None = None
) -> str | None:
    """The line that states the rights in a page, or None.

    The fullest one, preferring the page's own script, and one that names its publisher: a report
    of an agency brings along a line of its own.
    """
    found = [line for line in lines if len(line) < 2_000 and _states_rights(line[:600].lower())]
    if len(found) < 2:
        return found[0] if found else None
    own = language in ("zh", "ja", "ko")
    named = fold(publisher or "").split(" ")[0]

    def points(line: str) -> float:
        by_name = bool(named) and named in fold(line[:300])
        return _rights_points(line) + (own and bool(_WIDE.search(line))) + by_name

    return max(found, key=points)


def _states_rights(lowered: str) -> bool:
    return Sign.RIGHTS in signs(lowered) and furniture.RIGHTS.search(lowered) is not None


_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _rights_points(line: str) -> float:
    points = min(len(line), 300) / 300
    points += 1.0 * bool(re.search(r"©|copyright|版\s?权|著作権", line, re.IGNORECASE))
    points += 0.5 * bool(re.search(r"(?:19|20)\d\d", line))
    points += 0.7 * bool(re.search(r"rights reserved|vorbehalten|réservés|reservad|защищены|所\s?有", line, re.IGNORECASE))  # fmt: skip
    return points


_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright)?\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d)?\s*(?:[-–—]\s?(?:(?:19|20)\d\d)?)?\s*(?:by\s)?(?P<owner>[^.,|•·()\n]{2,60})",
    re.IGNORECASE,
)


MAX_OWNED = 300
"""Characters of a line in which its owner is named."""
_BELONGS = re.compile(r"\bbelongs? to (?:the )?(?P<owner>[A-ZÀ-Þ][^.,|•·()\n]{2,60})")
"""How sites of the mainland's papers say whose their content is."""
_YEARS_BEHIND = re.compile(r"[\s,]+(?:19|20)\d\d(?:\s?[-–—]\s?(?:\d{4})?)?$")


def rights_owner(line: str) -> str | None:
    """Whose the rights are, as a rights line says: "© 2025 The Daily" gives "The Daily"."""
    match = _BELONGS.search(line[:MAX_OWNED])
    if match is None and len(line) < MAX_OWNED:  # longer ones name others too
        match = _OWNER.search(line)
    if match is None:
        return None
    owner = re.split(r"\s(?:all rights|tous droits|alle rechte|todos los|все права|[-–—]\s)", match["owner"], flags=re.IGNORECASE)[0]  # fmt: skip
    owner = re.sub(r"^copyright\s", "", owner, flags=re.IGNORECASE).strip(" -–—:;®™")
    owner = _YEARS_BEHIND.sub("", owner)
    return owner if len(owner) > 2 and not owner.isdigit() else None
