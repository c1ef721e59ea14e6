"""What ``catalogue sync`` wrote beside what people wrote: the files below ``wikidata/``.

They only ever add. A field that people's files state stays as they state it; names and flights are
put together. An entry that stands in no other file is taken from here as it is.
"""

from __future__ import annotations

from typing import Any

FOLDER = "wikidata"
"""Of the catalogue's folder; its files are ``missions.yaml`` and ``people.yaml``."""
SAID = "said.jsonl"
"""What Wikidata said at the last sync: tells an edit of ours from an edit of theirs."""

NAMES = ("aliases", "weak_aliases")
LISTS = ("missions", "expeditions", "assigned", "sources")


def merged(own: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """The fields of an entry in people's files, with what the sync added to it."""
    fields = dict(own)
    for key, value in added.items():
        mine = fields.get(key)
        if mine is None:
            fields[key] = value
        elif key in NAMES and isinstance(mine, dict) and isinstance(value, dict):
            fields[key] = {
                language: _both(mine.get(language, []), value.get(language, []))
                for language in [*mine, *(one for one in value if one not in mine)]
            }
        elif key in LISTS:
            fields[key] = _both(mine, value)
    return fields


def _both(mine: Any, added: Any) -> Any:
    if not isinstance(mine, list) or not isinstance(added, list):
        return mine or added
    return [*mine, *(one for one in added if one not in mine)]
