"""German."""

from __future__ import annotations

from ingest.core.mentions.languages.words import Language

LANGUAGE = Language(
    code="de",
    space=(
        "astronaut", "kosmonaut", "raumfahr", "raumschiff", "raumstation", "raumsonde",
        "raumfähre", "raumkapsel", "weltraum", "weltall", "mondlandung", "marsrover", "taikonaut",
        "außenbordeinsatz", "umlaufbahn", "erdumlauf", "zentrum für luft",
        "weltraumteleskop", "esa-",
        "ins all", "im all", "raumflug", "trägerrakete", "mondmission", "raumtransporter",
        "landekapsel", "gewassert", "wasserung im",
    ),
    setting=(
        "rakete", "start", "mond", "mars", "satellit", "planet", "sonde", "kapsel", "landung",
        "orbit", "asteroid", "komet", "besatzung", "crew", "teleskop",
        "zur erde zurück",
    ),
    elsewhere=(
        "film", "album", "band", "roman", "theater", "serie", "schauspieler", "fußball", "verein",
        "restaurant", "auto", "krankenhaus", "klinik", "kino", "spielzeit",
        "griechischer gott", "göttin", "mythologie", "hotel", "kneipe", "feuerwehr", "ruderclub",
        "ruderverein",
    ),
    astronaut=("astronaut", "astronautin", "kosmonaut", "kosmonautin", "raumfahrer", "taikonaut"),
    crew=("crew", "besatzung", "mannschaft", "astronauten", "raumfahrer", "kosmonauten"),
    roles={
        "kommandant": "commander", "kommandantin": "commander", "kommandanten": "commander",
        "pilot": "pilot", "pilotin": "pilot", "bordingenieur": "flight-engineer",
        "bordingenieurin": "flight-engineer", "flugingenieur": "flight-engineer",
        "missionsspezialist": "mission-specialist", "missionsspezialistin": "mission-specialist",
        "missionsspezialisten": "mission-specialist", "bordingenieure": "flight-engineer",
        "bordingenieuren": "flight-engineer", "flugingenieure": "flight-engineer",
        "nutzlastspezialist": "payload-specialist", "weltraumtourist": "participant",
        "forschungskosmonaut": "research-cosmonaut",
    },
    officials=("chef", "direktor", "leiter", "leiterin", "präsident", "minister", "sprecher"),
    rockets=("rakete", "trägerrakete", "raketen"),
    programme=("programm", "projekt", "missionen", "programms"),
    generic_station=("raumstation",),
    flying=(
        "start von", "start der", "der start", "startet", "gestartet", "kapsel", "gelandet",
        "landung", "wasserung", "gewassert", "wassert", "rakete", "abgedockt", "angedockt",
        "abheben", "abgehoben", "countdown", "rückkehr", "abgestürzt",
        "zur erde zurück",
    ),
    chinese_station=("chinesische raumstation", "chinesischen raumstation", "chinas raumstation"),
)  # fmt: skip
