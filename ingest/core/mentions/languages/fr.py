"""French."""

from __future__ import annotations

from ingest.core.mentions.languages.words import Language

LANGUAGE = Language(
    code="fr",
    space=(
        "astronaute", "spationaute", "cosmonaute", "taikonaute", "vaisseau spatial",
        "station spatiale", "navette spatiale", "agence spatiale", "sortie extravehiculaire",
        "sonde spatiale", "telescope spatial", "vol habite", "mission spatiale", "cosmodrome",
        "cnes", "l'espace", "vol spatial", "vols spatiaux", "conquete spatiale", "module lunaire",
        "vaisseau cargo", "apesanteur", "amarr", "alunir", "alunissage", "orbite", "amerri",
        "atterrisseur", "sur mars",
    ),
    setting=(
        "fusee", "lancement", "lune", "satellite", "planete", "asteroide", "comete", "spatial",
        "sonde", "capsule", "decoll", "atterri", "equipage", "espace",
        "retour sur terre",
    ),
    elsewhere=(
        "film", "album", "chanson", "groupe de rock", "roman", "theatre", "cinema", "restaurant",
        "joueur", "acteur", "actrice", "serie televisee", "voiture", "navigation par satellite",
        "positionnement", "football", "paquebot",
        "pompiers", "aviron", "dieu grec", "déesse", "mythologie", "bar", "hôtel", "discothèque",
    ),
    astronaut=("astronaute", "spationaute", "cosmonaute", "taikonaute", "touriste spatial"),
    crew=("equipage", "equipages", "astronautes", "spationautes", "cosmonautes"),
    roles={
        "commandant": "commander", "commandante": "commander", "commandant de bord": "commander",
        "pilote": "pilot", "ingenieur de bord": "flight-engineer",
        "ingenieure de bord": "flight-engineer", "ingenieur de vol": "flight-engineer",
        "specialiste de mission": "mission-specialist",
        "specialistes de mission": "mission-specialist",
        "ingenieurs de bord": "flight-engineer", "ingenieurs de vol": "flight-engineer",
        "specialiste de charge utile": "payload-specialist",
        "touriste spatial": "participant", "pilote du module lunaire": "lunar-module-pilot",
        "pilote du module de commande": "command-module-pilot",
    },
    officials=("directeur", "directrice", "administrateur", "responsable", "chef de", "president"),
    rockets=("fusee", "lanceur"),
    programme=("programme", "projet", "missions"),
    generic_station=("station spatiale", "station orbitale"),
    flying=(
        "lancement", "decoll", "capsule", "amerri", "atterri", "fusée", "amarr",
        "vaisseau", "retour de", "écrasé",
        "retour sur terre",
    ),
    chinese_station=("station spatiale chinoise", "station chinoise"),
)  # fmt: skip
