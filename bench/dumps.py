"""Generated text dumps of news pages: different stories, the same bytes each time.

Each page has menus, a headline, a source line, a caption, a body of 10 to 16 paragraphs of about
4,500 characters that names a few missions and crew members, and a footer. Long ones have what pages
of outlets also hold: 120 entries of menus, the same on all pages of one of twelve outlets, 45
teasers, comments.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

MENU = "HOME\nCHINA\nWORLD\nBUSINESS\nCULTURE\nTRAVEL\nSPORTS\nOPINION\nHome / Science / Space\n"
FOOT = (
    "Top\nBACK TO THE TOP\nEnglish\n"
    "Copyright 2025 The Orbital Courier. All rights reserved. No part of this page may be "
    "republished or used in any form without permission in writing.\nFOLLOW US"
)
MISSIONS = (
    "Shenzhou-19", "Shenzhou-20", "Soyuz MS-27", "SpaceX Crew-10", "Artemis II", "Chang'e-6",
    "Tianwen-2", "Expedition 73", "Axiom Mission 4", "Tianzhou-9", "Progress MS-31", "Apollo 11",
)  # fmt: skip
PEOPLE = ("Chen Dong", "Fei Junlong", "Nichole Ayers", "Reid Wiseman", "Wang Yaping", "Jonny Kim")
NOUNS = (
    "valve antenna greenhouse parachute radiator camera glove treadmill hatch sample battery pump "
    "ring mirror filter freezer arm reflector pipe bag engineer controller diver trainer student "
    "director supplier doctor adviser captain hangar coast dome chamber runway steppe simulator "
    "harbour hall tower model report figure schedule budget meeting village school museum "
    "orchestra "
    "bridge railway forest river market kitchen window ladder garden library"
).split()
ADJECTIVES = (
    "old new heavy light blue narrow quiet noisy distant broken careful early late foreign local "
    "patient nervous famous hidden empty crowded frozen golden wooden electric magnetic optical "
    "thermal spare second final strange gentle rapid steady remote muddy silver hollow "
    "bright dusty "
    "polite curious stubborn cheap costly rare common ancient modern"
).split()
VERBS = (
    "checked delayed rebuilt measured photographed described replaced tested calibrated moved "
    "weighed examined repainted questioned approved admired repaired borrowed returned cleaned "
    "lifted opened closed ignored praised sketched counted sorted wrapped carried"
).split()
LINKS = ("near", "behind", "before", "after", "while", "because", "although", "beside", "until")


OUTLETS = 12
SEED = 20250618


def dumps(number: int, seed: int = SEED, *, long: bool = False) -> Iterator[tuple[str, str]]:
    """``number`` pages as ``(file name, text)``."""
    for index in range(number):
        chance = random.Random(f"{seed}/{index}")
        page = _page(chance, index)
        yield f"page-{index:05}.txt", _between_menus(page, chance, index) if long else page


def _between_menus(page: str, chance: random.Random, index: int) -> str:
    outlet = random.Random(f"outlet {index % OUTLETS}")
    menu = "\n".join(_thing(outlet).title() for _ in range(90))
    foot = "\n".join(_thing(outlet).capitalize() for _ in range(30))
    teasers = "\n".join(_teaser(chance) for _ in range(45))
    comments = "\n".join(
        f"reader{n}\n{chance.randint(1, 9)} hours ago\n{_sentence(chance)}\nReply" for n in range(4)
    )
    return f"{menu}\n{page}\nComments\n{comments}\nMore stories\n{teasers}\n{foot}\n"


def _teaser(chance: random.Random) -> str:
    return f"{_thing(chance).capitalize()} {chance.choice(VERBS)} {_thing(chance)}"


def _page(chance: random.Random, index: int) -> str:
    mission, other = chance.sample(MISSIONS, 2)
    topic = f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}"
    title = f"{mission} crew reports on the {topic}, issue {index}"
    day = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    minute = f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}"
    body = [_paragraph(chance) for _ in range(chance.randint(10, 16))]
    body[0] = f"HOUSTON -- The {mission} mission was in the news again. {body[0]}"
    body[3] += f" {chance.choice(PEOPLE)}, a veteran of {other}, agreed."
    text = "\n\n".join(body)
    return (
        f"{MENU}\n{title}\n\nThe Orbital Courier | Updated: {day} {minute}\nShare\n"
        f"A {chance.choice(NOUNS)} with a {topic}. [Photo/Agencies]\n\n{text}\n\n{FOOT}"
    )


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(3, 5)))


def _sentence(chance: random.Random) -> str:
    link = chance.choice(LINKS)
    first, second, third, fourth = (_thing(chance) for _ in range(4))
    verb, again = chance.sample(VERBS, 2)
    return f"The {first} {verb} the {second} {link} a {third} {again} the {fourth}."


def _thing(chance: random.Random) -> str:
    return f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}"
