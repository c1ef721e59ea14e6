"""Case endings of Russian names, and how other languages spell them in Latin letters.

Names are declined by their endings alone (Zaliznyak's regular patterns for given names, surnames
and the nouns that ships are called after). A form too many costs nothing: it is a string that no
text holds.
"""

from __future__ import annotations

import re
from itertools import product

_BETWEEN_VOWELS = re.compile("(?<=[aeiouy])s(?=[aeiouyj])")
"""German and French write it twice: Wassili, Afanassiev."""
_HARD = ("", "а", "у", "а", "ом", "е")
_SURNAME = ("", "а", "у", "а", "ым", "е")
_SOFT = ("ь", "я", "ю", "я", "ем", "е")
_SOFT_FEMININE = ("ь", "и", "и", "ь", "ью", "и")
_ADJECTIVE = ("ий", "ого", "ому", "ого", "им", "ом")
_ADJECTIVE_HARD = ("ый", "ого", "ому", "ого", "ым", "ом")
_ADJECTIVE_FEMININE = ("ая", "ой", "ой", "ую", "ой", "ой")
_CASES = 6
_NO_VOWEL = {"павел": "павл", "лев": "льв", "петр": "петр"}


def decline(name: str, fixed: frozenset[str] = frozenset()) -> set[str]:
    """All case forms of a folded Cyrillic name of one to five words; each word in the same case.

    Words in ``fixed`` (acronyms) stay as they are.

    Surnames may also stay as they are, as foreign women's do ("с Пегги Уитсон").
    """
    words = name.split(" ")
    if len(words) > 5:
        return {name}
    tables = [[(word,) * _CASES] if word in fixed else _forms(word) for word in words]
    out = {name}
    for case in range(_CASES):
        for choice in product(*(_in_case(table, case) for table in tables)):
            out.add(" ".join(choice))
    return out


def _in_case(table: list[tuple[str, ...]], case: int) -> set[str]:
    forms = {row[case] for row in table}
    return set(sorted(forms)[:4])


def _forms(word: str) -> list[tuple[str, ...]]:
    """Possible declensions of a word: rows of six case forms."""
    same = (word,) * _CASES
    if not word or not ("а" <= word[-1] <= "я") or len(word) < 3:
        return [same]
    stem = word[:-1]
    if word in _NO_VOWEL:
        rows = [_row(_NO_VOWEL[word], _HARD)]
    elif word.endswith(("ов", "ев", "ин", "ын")):
        rows = [_row(word, _SURNAME), _row(word, _HARD)]
    elif word.endswith(("ова", "ева", "ина")):
        feminine = tuple(stem + end for end in ("а", "ой", "ой", "у", "ой", "ой"))
        rows = [feminine, _row(stem, ("а", "ы", "е", "у", "ой", "е"))]
    elif word.endswith("ий"):
        rows = [_row(word[:-2], _ADJECTIVE), _row(stem, ("й", "я", "ю", "я", "ем", "и"))]
    elif word.endswith(("ый", "ой")):
        rows = [_row(word[:-2], (word[-2:], *_ADJECTIVE_HARD[1:]))]
    elif word.endswith("ая"):
        rows = [_row(word[:-2], _ADJECTIVE_FEMININE)]
    elif word.endswith("ия"):
        rows = [_row(stem, ("я", "и", "и", "ю", "ей", "и"))]
    elif word[-1] == "й":
        rows = [_row(stem, ("й", "я", "ю", "я", "ем", "е"))]
    elif word[-1] == "ь":
        rows = [_row(stem, _SOFT), _row(stem, _SOFT_FEMININE)]
    elif word[-1] == "а":
        soft = stem[-1] in "гкхжшщч"
        rows = [_row(stem, ("а", "и" if soft else "ы", "е", "у", "ой", "е"))]
    elif word[-1] == "я":
        rows = [_row(stem, ("я", "и", "е", "ю", "ей", "е"))]
    elif word[-1] in "оеиуыэю":
        return [same]
    else:
        rows = [_row(word, _HARD), same]
    return rows


def _row(stem: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem + end for end in endings)


_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_SCHEMES: tuple[dict[str, str], ...] = (
    {},
    {"й": "i", "ю": "iu", "я": "ia"},
    {"й": "j", "ю": "ju", "я": "ja", "х": "h", "ж": "z", "ч": "c", "ш": "s", "ц": "c"},
    {"в": "w", "ж": "sch", "з": "s", "й": "i", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
     "щ": "schtsch", "ю": "ju", "я": "ja"},
    {"gu": "gu", "у": "ou", "ж": "j", "й": "i", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou",
     "я": "ia"},
    {"gu": "gu", "ж": "zh", "й": "i", "х": "j", "ю": "iu", "я": "ia"},
    {"gu": "gu", "й": "y", "х": "j", "ж": "y", "ю": "yu", "я": "ya"},
)  # fmt: skip
"""English (BGN), passport, scholarly, German, French and two Spanish habits."""


def latin_spellings(name: str) -> set[str]:
    """Latin spellings of a folded Cyrillic name of two words, each word by any one scheme."""
    words = name.split(" ")
    if len(words) != 2:
        return set()
    spellings = [{form for scheme in _SCHEMES for form in _spell(word, scheme)} for word in words]
    return {" ".join(choice) for choice in product(*spellings)}


def latin_words(word: str) -> set[str]:
    """Latin spellings of one Cyrillic word in small letters; ё is also io, jo and yo: Fjodor."""
    out = set()
    for vowel in ("е", "yo", "io", "jo") if "ё" in word else ("е",):
        for scheme in _SCHEMES:
            for form in _spell(word.replace("ё", vowel), scheme):
                out |= {form, form.replace("ks", "x"), _BETWEEN_VOWELS.sub("ss", form)}
                if form.startswith("e"):
                    out |= {"ie" + form[1:], "je" + form[1:], "ye" + form[1:]}
                if form.startswith(("iu", "yu", "ju")):
                    out |= {"iou" + form[2:], "you" + form[2:]}
    return out


def _spell(word: str, scheme: dict[str, str]) -> set[str]:
    letters = [scheme.get(char, _LATIN.get(char, char)) for char in word]
    for index, char in enumerate(word):
        if char == "г" and word[index + 1 : index + 2] in ("е", "и") and "gu" in scheme:
            letters[index] = scheme["gu"]
    out = {"".join(letters)}
    if word.endswith(("ий", "ый")):
        base = "".join(letters[:-2])
        out |= {base + ending for ending in ("y", "iy", "i", "ij", "ii")}
    if scheme.get("у") == "ou" and word.endswith("ин"):
        out.add("".join(letters) + "e")
    soft = [
        index
        for index, char in enumerate(word)
        if char == "е" and (index == 0 or word[index - 1] in "аеиоуыэюяьъ")
    ]
    for index in soft:  # Yelena, Artemyev
        letters[index] = "ye"
    return out | {"".join(letters)} if soft else out
