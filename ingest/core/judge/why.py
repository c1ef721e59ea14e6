"""The sentence that tells a person why an article was judged so."""

from __future__ import annotations

from ingest.core.judge.compare import Comparison
from ingest.core.judge.rules import Finding
from ingest.core.judge.subject import Subject, Thresholds, same_site

_HOW = {
    "bytes": "The same bytes as",
    "guid": "The same entry of the same source as",
    "url": "The same address as",
    "text": "Word for word the text of",
}
_MAX_TITLE = 90


def explain(
    subject: Subject, finding: Finding, compared: Comparison | None, thresholds: Thresholds
) -> str:
    """One sentence for people. ``compared`` is with the article found, or with the one refused."""
    if finding.base is None:
        return _new(finding, compared, thresholds)
    if finding.layer == "near" and compared:
        place = _place(subject, finding.base)
        reworded = compared.containment < thresholds.containment
        nearly = " word for word and the rest nearly so" if reworded else ""
        head = f"{_percent(compared)} of its text stands{nearly} in {_name(finding.base)}, {place}"
    else:
        head = f"{_HOW[finding.layer]} {_name(finding.base)}"
    if finding.layer in {"bytes", "text"} or compared is None:
        return f"{head}."
    return f"{head}; {_changes(compared)}."


def _new(finding: Finding, compared: Comparison | None, thresholds: Thresholds) -> str:
    if finding.refused is None or compared is None:
        return f"Nothing like it arrived within {thresholds.window.days} days."
    other, reason = finding.refused
    return f"{_percent(compared)} of its text stands in {_name(other)}, {reason}."


def _percent(compared: Comparison) -> str:
    """The share of the article's own text, unless it is the longer one."""
    shared = len(compared.shared) / max(1, len(compared.later.shingle_set))
    return f"{shared:.0%}"


def _name(subject: Subject) -> str:
    title = subject.fingerprint.title
    if len(title) > _MAX_TITLE:
        title = title[: _MAX_TITLE - 1].rstrip() + "…"
    return f"“{title}” ({subject.id})" if title else subject.id


def _place(subject: Subject, other: Subject) -> str:
    if same_site(subject, other):
        return "published by the same site"
    known = other.fingerprint.site or other.fingerprint.publisher
    return f"published by {known}" if known else "whose publisher is not known"


def _changes(compared: Comparison) -> str:
    if compared.later.text_hash == compared.earlier.text_hash:
        return "the text is the same"
    changes = compared.alignment
    counts = [
        (len(changes.added), "added"),
        (len(changes.changed), "changed"),
        (len(changes.removed), "left out"),
    ]
    told = [f"{count} {what}" for count, what in counts if count]
    if not told:
        return "no sentence differs"
    noun = "sentence" if told[0].startswith("1 ") else "sentences"
    first, *rest = told
    count, _, what = first.partition(" ")
    return ", ".join([f"{count} {noun} {what}", *rest])
