"""What each language says around missions and crews: one file a language, registered in ``ALL``.

Words are written as a reader would and folded when the matcher is compiled. All languages are read
in every text, because texts quote each other's names.
"""

from __future__ import annotations

from ingest.core.mentions.languages import de, en, es, fr, ja, ru, zh
from ingest.core.mentions.languages.words import Language, Role

ALL: tuple[Language, ...] = (
    en.LANGUAGE,
    zh.LANGUAGE,
    ru.LANGUAGE,
    fr.LANGUAGE,
    de.LANGUAGE,
    es.LANGUAGE,
    ja.LANGUAGE,
)

__all__ = ["ALL", "Language", "Role"]
