"""What is around a text: gzip is taken off, and other kinds are told by their first bytes."""

from __future__ import annotations

import re
import zlib

from ingest.core.normalise.bounds import MAX_BYTES
from ingest.model import Reason, Rejection

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}\Z")
_GZIP = b"\x1f\x8b\x08"
# First bytes of kinds that are no text, with what people call them and their usual suffixes.
_KINDS: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    (b"%PDF-", "a PDF", (".pdf",)),
    (
        b"PK\x03\x04",
        "a ZIP archive or an office document",
        (".zip", ".docx", ".xlsx", ".epub", ".odt"),
    ),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", (".doc", ".xls", ".ppt", ".msg")),
    (b"\x89PNG\r\n\x1a\n", "a picture", (".png",)),
    (b"\xff\xd8\xff", "a picture", (".jpg", ".jpeg")),
    (b"GIF8", "a picture", (".gif",)),
    (b"RIFF", "a picture, sound or film", (".webp", ".wav", ".avi")),
    (b"\x7fELF", "a program", (".so", ".bin")),
    (b"MZ", "a program", (".exe", ".dll")),
    (b"SQLite format 3\0", "a database", (".db", ".sqlite", ".sqlite3")),
    (b"BZh", "a bzip2 archive", (".bz2",)),
    (b"\xfd7zXZ\0", "an xz archive", (".xz",)),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", (".7z",)),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", (".zst",)),
    (b"Rar!\x1a\x07", "a RAR archive", (".rar",)),
    (b"{\\rtf", "an RTF document", (".rtf",)),
    (b"OggS", "a sound or film", (".ogg",)),
    (b"ID3", "a sound", (".mp3",)),
    (b"bplist00", "a binary property list or web archive", (".plist", ".webarchive")),
)


def suffix(name: str) -> str:
    """The suffix of a file name, in lower case; that before ``.gz`` for a gzipped file."""
    match = _SUFFIX.search(name.lower().removesuffix(".gz"))
    return match[0] if match else ""


def unpack(raw: bytes, name: str) -> bytes | Rejection:
    """The bytes of the text itself, or why there is none in them."""
    if len(raw) > MAX_BYTES:
        return _too_large("The document is larger")
    if raw.startswith(_GZIP):
        unpacked = _gunzip(raw)
        if isinstance(unpacked, Rejection):
            return unpacked
        raw = unpacked
    if not raw.strip():
        return Rejection(Reason.EMPTY, "The document is empty, or holds only blanks.")
    return _other_kind(raw, name) or raw


def _too_large(what: str) -> Rejection:
    return Rejection(
        Reason.TOO_LARGE,
        f"{what} than {MAX_BYTES >> 20} MiB. Save the article by itself.",
    )


def _gunzip(raw: bytes) -> bytes | Rejection:
    """What a gzip file holds, never more than the limit; a second layer is not opened."""
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        data = stream.decompress(raw, MAX_BYTES + 1)
    except zlib.error:
        return Rejection(
            Reason.BINARY, "The document begins as a gzip file, but is damaged. Save it again."
        )
    if len(data) > MAX_BYTES:
        return _too_large("The gzipped document unpacks to more")
    if not stream.eof:
        return Rejection(
            Reason.BINARY, "The gzipped document is cut off. Save it again when it is complete."
        )
    return data


def _other_kind(raw: bytes, name: str) -> Rejection | None:
    for magic, kind, suffixes in _KINDS:
        if raw.startswith(magic) and (len(magic) > 3 or 0 in raw[:64]):
            named_so = suffix(name) in suffixes
            return Rejection(
                Reason.UNSUPPORTED_TYPE if named_so else Reason.BINARY,
                f"The document is {kind}, which is not read. Save the article as text or HTML.",
            )
    return None
