"""What an article says of itself: that it corrects or updates an earlier one, or repeats it.

Agencies write it before the headline ("UPDATE 2-", "CORRECTED-", "RPT-"), or in a sentence of its
own ("(Corrects number of jobs)", "An earlier version of this article ..."), and so do sites.
"""

from __future__ import annotations

import re

_BEGINS = r"(?:\A|(?<=[:|]\s))\W{0,4}"
"""A headline begins, or goes on after what a site puts before it: "Report: UPDATE 2-"."""
_ENDS = r"[\s\d]{0,6}[-:|/)\]：〕】）]"
_UPDATE = re.compile(
    rf"{_BEGINS}(?:(?-i:UPDATED?|CORRECTED)\b[\s\d]{{0,6}}[-:|]?"
    r"|(?:update[ds]?|correct(?:ed|ion)|wrapup|aktualisiert|korrektur|berichtigung|mise à jour"
    r"|actualis[ée]|rectificatif|actualizaci[óo]n|correcci[óo]n|atualiza[çc][ãa]o|corre[çc][ãa]o"
    r"|aggiornamento|correzione|обновлено|исправлено|уточнение|дополнено"
    rf"|更新|更正|訂正|続報|续报|續報|续讯|정정|수정)\b{_ENDS})\W{{0,4}}",
    re.IGNORECASE,
)
_REPEAT = re.compile(
    rf"{_BEGINS}(?:rpt|refile|repeat|wiederholung|повтор|再送|重发|重發)\b{_ENDS}\W{{0,4}}",
    re.IGNORECASE,
)
_NOTE = (
    r"correct\w*|updat\w+|adds|recasts|clarif\w+|writethru|berichtig\w+|korrektur|korrigiert"
    r"|aktualisier\w+|rectificatif|corrig\w+|actuali[sz]\w+|mise à jour|correc[cç]\w+|atuali[sz]\w+"
    r"|correzione|aggiorna\w+|исправл\w+|уточн\w+|обновл\w+|дополн\w+"
)
_CORRECTS = re.compile(
    rf"\A\W{{0,3}}(?:(?<=[(\[])(?:{_NOTE})\b|(?:{_NOTE})\b[^.:]{{0,30}}:)"
    r"|\b(?:earlier|previous) version of (?:this|the)\b|\bfrüheren (?:version|fassung)\b"
    r"|\bversion (?:antérieure|précédente) de\b|\b(?:versión|versão) anterior d"
    r"|\bversione precedente d|\b(?:предыдущей|прежней) версии\b"
    r"|\b(?:story|article|report|post|page) (?:has been|was) (?:updated|corrected|amended)\b"
    r"|更正|訂正|此前版本|早前版本|정정합니다|바로잡습니다",
    re.IGNORECASE,
)


def update_mark(headline: str) -> str:
    """ "UPDATE 2-", "CORRECTED:" or the like at the beginning of the headline; "" without one."""
    found = _UPDATE.search(headline)
    return found.group().casefold() if found else ""


def unmarked(headline: str) -> str:
    """The headline without what marks it as an update or a repeat."""
    return _UPDATE.sub("", _REPEAT.sub("", headline, count=1), count=1)


def corrects(sentence: str) -> bool:
    """Whether the sentence says that an earlier version was corrected or brought up to date."""
    return _CORRECTS.search(sentence) is not None
