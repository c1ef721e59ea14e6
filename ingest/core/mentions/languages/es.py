"""Spanish."""

from __future__ import annotations

from ingest.core.mentions.languages.words import Language

LANGUAGE = Language(
    code="es",
    space=(
        "astronauta", "cosmonauta", "taikonauta", "nave espacial", "estación espacial",
        "transbordador", "agencia espacial", "caminata espacial", "sonda espacial",
        "telescopio espacial", "cosmódromo", "espacial", "órbita", "alunizaje", "ingravidez",
        "vehículo robot", "programa lunar", "en el espacio", "al espacio", "módulo lunar",
        "astronáutic", "acoplamiento", "ameriz", "amartiz", "aterrizador", "en marte", "marciano",
    ),
    setting=(
        "cohete", "lanzamiento", "luna", "marte", "satélite", "planeta", "asteroide", "cometa",
        "sonda", "cápsula", "despeg", "aterriz", "tripula", "espacio", "acopla",
        "regresó a la tierra", "regresaron a la tierra", "regreso a la tierra",
    ),
    elsewhere=(
        "película", "álbum", "canción", "novela", "teatro", "futbol", "fútbol", "actor", "actriz",
        "serie de televisión", "restaurante", "vehículo chrysler", "automóvil", "regidor",
        "bomberos", "regata", "dios griego", "diosa", "dioses", "mitología", "bar", "hotel",
    ),
    astronaut=("astronauta", "cosmonauta", "taikonauta", "turista espacial"),
    crew=("tripulación", "tripulantes", "astronautas", "cosmonautas"),
    roles={
        "comandante": "commander", "piloto": "pilot", "ingeniero de vuelo": "flight-engineer",
        "ingeniera de vuelo": "flight-engineer", "ingenieros de vuelo": "flight-engineer",
        "especialista de misión": "mission-specialist",
        "especialistas de misión": "mission-specialist",
        "especialista de carga": "payload-specialist", "turista espacial": "participant",
    },
    officials=("director", "directora", "administrador", "jefe", "presidente", "vicecomandante"),
    rockets=("cohete", "lanzador"),
    programme=("programa", "proyecto", "misiones"),
    generic_station=("estación espacial", "estación orbital"),
    flying=(
        "lanzamiento", "despeg", "cápsula", "ameriz", "amarizó", "aterriz", "cohete", "acopl",
        "nave", "regreso de", "se estrelló", "misión",
        "regresó a la tierra", "regresaron a la tierra", "regreso a la tierra",
    ),
    chinese_station=("estación espacial china",),
)  # fmt: skip
