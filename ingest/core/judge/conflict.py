"""The conflict guard: why two similar texts are two stories all the same.

Reports of one template share most of their words. They are told apart by what they name: other
numbers, other names, another day. A correction changes numbers, too, so what stands between them
counts: a story that is mended still tells of the same people and places.
"""

from __future__ import annotations

from datetime import timedelta

from ingest.core.judge.compare import Comparison
from ingest.core.judge.headlines import Headlines

SHORT_NOTICE = 60
"""Words. Shorter texts are often the same but for what the headline says."""
_A_SENTENCE = 8
_CLOSE = 0.85
"""Containment from which only few words differ."""
_EQUAL = 0.995
"""Containment from which none do."""
_TELLING = 4
"""Names, or numbers and names, that two texts must agree in where little else tells them apart."""
_FEW = 3
"""Numbers that are others now. Fewer may have been wrong."""
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
"""Languages in which a capital letter tells no name from another noun."""
_SAME_DAY = timedelta(hours=20)


def conflict(compared: Comparison, apart: timedelta) -> str | None:
    """Why two similar texts, which appeared so far ``apart``, are two stories, or None."""
    headlines = compared.headlines
    if min(compared.later.words, compared.earlier.words) < SHORT_NOTICE:
        if headlines is Headlines.CONFLICT:
            return "but it is a short notice and the headlines name different things"
        if (
            headlines is Headlines.OTHER
            and compared.coverage >= 0.3
            and len(compared.alignment.agreed) < _TELLING
        ):
            return "but it is a short notice under another headline"
    if compared.containment < _EQUAL:
        reason = _other_edition(compared, apart)
        if reason:
            return reason
    if headlines is Headlines.CONFLICT and compared.containment < 0.6 and not compared.says_updated:
        return "but the headlines name different things, and the texts say much else"
    if compared.containment < 0.5 and compared.alignment.common < 2:
        return "but hardly a sentence of the one stands in the other"
    if (
        compared.containment < 0.7
        and headlines is Headlines.OTHER
        and min(compared.alignment.openings) > 1 / 3
    ):
        return "but only their ends agree: both begin with a story of their own"
    return None


def _other_edition(compared: Comparison, apart: timedelta) -> str | None:
    """Why a text with the same words is of another event or another day, by its numbers and names:
    a launch, a forecast, a market report."""
    headlines, changes = compared.headlines, compared.alignment
    share = changes.conflict_share
    if changes.conflicts and apart < _SAME_DAY and _is_mended(compared):
        return None
    if headlines is Headlines.CONFLICT and changes.conflicts and share >= 0.12:
        return "but headlines and sentences name different things"
    if changes.replaced >= _FEW and changes.renewal >= (0.4 if share >= 0.3 else 0.7):
        return "but nearly all its numbers are different ones"
    if changes.replaced == _FEW - 1 and changes.renewal >= 0.5 and share >= 0.3:
        return "but half of its numbers are different ones"
    loose = headlines is not Headlines.SAME and compared.containment < _CLOSE
    if share >= 0.3 and (loose or apart >= _SAME_DAY):
        if changes.conflicts >= 2:
            return f"but {changes.conflicts} of its sentences name different numbers or names"
        if changes.conflicts_in_both:
            return "but a sentence names different numbers and names"
    if (
        apart >= _SAME_DAY
        and headlines is Headlines.SAME
        and changes.replaced
        and changes.renewal >= 0.5
    ):
        return "but it is another day's, with other numbers"
    return None


def _is_mended(compared: Comparison) -> bool:
    """Whether it is the same text with some figures put right: it says so, or the sentences between
    them tell of the same people and places, which those of a template do not."""
    changes = compared.alignment
    if changes.conflicts > changes.corrections:
        return False
    if compared.says_updated:
        return True
    return (
        compared.headlines is not Headlines.CONFLICT
        and changes.conflict_share <= 0.5
        and changes.removed_words < _A_SENTENCE
        and not any(change.replaces_time for change in changes.changed)
        and compared.later.language not in _NOUNS_IN_CAPITALS
        and len(changes.agreed_names) >= _TELLING
    )
