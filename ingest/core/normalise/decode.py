"""Bytes to text: which codec a document is written in, and what had to be replaced.

The order: a byte order mark; the zero bytes of UTF-16 and UTF-32 without one; strict UTF-8, which
other text is practically never; what the document declares of itself; UTF-8 with a few broken
bytes; and last a detector, on a bounded part. UTF-7 is never guessed: it hides markup.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import chardet

from ingest.model import Reason, Rejection

SAMPLE = 64 * 1024
"""Bytes that are looked at to tell a codec."""

# Longest first: UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The declaration of an XML or HTML source, in the bytes where browsers look for it, and more.
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})"
    rb"|<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})",
    re.IGNORECASE,
)
# What pages mean by a label (WHATWG Encoding): mostly the larger set of the same family.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "cp950",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
}
# What the detector may answer: the codecs that news comes in.
_CODECS = (
    "gb18030", "big5hkscs", "cp932", "shift_jis_2004", "euc_jis_2004", "cp949", "euc_kr",
    "koi8-r", "koi8-u", "cp1251", "cp866", "mac-cyrillic", "iso8859-5",
    "cp1250", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "iso8859-1", "iso8859-2", "iso8859-7", "iso8859-9", "iso8859-15", "mac-roman",
)  # fmt: skip
# Declared, these cannot be what bytes are that passed the looks before; UTF-7 hides markup.
_NEVER = ("utf-7", "utf-8", "utf-16", "utf-32", "utf_", "cp037", "cp500", "cp1140", "cp1026")
_HIGH = re.compile(rb"[\x80-\xff]")
_EAST_ASIAN = re.compile(
    r"[\t\n\r -~\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\x0b\f\r\x1b"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a document as it stands there, with the codec that it was read with."""

    text: str
    codec: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes) -> Decoded | Rejection:
    """The text that the bytes hold, or why they hold none."""
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return _read(raw[len(mark) :], codec)
    if (wide := _wide_codec(raw[:SAMPLE])) is not None:
        return _read(raw, wide)
    if _looks_binary(raw[:SAMPLE]):
        return Rejection(
            Reason.BINARY,
            "The document holds binary data, not text. Save the page as text or HTML.",
        )
    if _ISO_2022_JP.search(raw[:SAMPLE]) and (found := _strictly(raw, "iso2022_jp")):
        return found
    return _strictly(raw, "utf-8") or _as_declared(raw) or _broken_utf8(raw) or _detected(raw)


def _read(raw: bytes, codec: str) -> Decoded:
    """Decoded with what cannot be read replaced, and a note when something was."""
    try:
        return Decoded(raw.decode(codec), codec)
    except UnicodeDecodeError as error:
        note = f"bytes that are not {codec} were replaced, the first at byte {error.start}"
    return Decoded(raw.decode(codec, "replace"), codec, (note,))


def _strictly(raw: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(codec), codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide_codec(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: zero bytes, and all of them where its high bytes are."""
    if b"\0" not in sample:
        return None
    sample = sample[: len(sample) // 4 * 4]
    zeros = [sample[i::4].count(0) for i in range(4)]
    units = len(sample) // 4
    if units < 4 or not sum(zeros):
        return None
    if sum(zeros) * 50 >= len(sample):
        if min(zeros[2:]) == units and zeros[0] * 3 < units:
            return "utf-32-le"
        if min(zeros[:2]) == units and zeros[3] * 3 < units:
            return "utf-32-be"
        for codec, high, low in (("utf-16-le", (1, 3), (0, 2)), ("utf-16-be", (0, 2), (1, 3))):
            if not any(zeros[i] for i in low) and all(zeros[i] for i in high):
                decoded = sample.decode(codec, "replace")
                readable = sum(c.isprintable() or c.isspace() for c in decoded)
                return codec if readable * 20 > len(decoded) * 19 else None
    return _wide_east_asian(sample)


def _wide_east_asian(sample: bytes) -> str | None:
    """UTF-16 of a script whose characters seldom have a zero byte, and some on either side: by far
    most are East Asian or ASCII. Latin text looks like Chinese so, but has few bytes above 127,
    and hardly a zero."""
    if max(len(_HIGH.findall(sample)), sample.count(0)) * 7 < len(sample):
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        decoded = sample.decode(codec, "replace")
        if len(_EAST_ASIAN.findall(decoded)) * 20 > len(decoded) * 19:
            return codec
    return None


def _looks_binary(sample: bytes) -> bool:
    """More control bytes than a damaged text has."""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > 32 and controls * 20 > len(sample)


def _as_declared(raw: bytes) -> Decoded | None:
    match = _DECLARED.search(raw, 0, SAMPLE)
    if match is None:
        return None
    label = (match[1] or match[2]).decode("ascii").lower()
    try:
        codec = codecs.lookup(label).name
    except LookupError:
        return None
    if codec.startswith(_NEVER) or not codecs.lookup(codec)._is_text_encoding:
        return None
    return _strictly(raw, _MEANT.get(codec, codec))


def _broken_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few bytes that are not: most of what is beyond ASCII is well formed."""
    sample = raw[: 4 * SAMPLE]
    high = len(_HIGH.findall(sample))
    well_formed = sum(len(s) for s in _UTF8_SEQUENCE.findall(sample))
    return _read(raw, "utf-8") if well_formed * 2 >= high and well_formed else None


def _detected(raw: bytes) -> Decoded:
    """What the detector takes it for, among the codecs that news comes in."""
    guess = chardet.detect(raw[:SAMPLE], include_encodings=_CODECS, prefer_superset=False)
    label = str(guess["encoding"] or "cp1252")
    codec = codecs.lookup(label).name
    return _read(raw, _MEANT.get(codec, codec))
