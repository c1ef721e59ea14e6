"""Sentences that are easy to read wrongly, each with what a reader finds in it, and why.

``found`` are the ids of all entries that the sentence names, no more and no less; an empty set is a
sentence that only looks as if it named something.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trap:
    language: str
    text: str
    found: frozenset[str]
    why: str


def _trap(language: str, text: str, found: str, why: str) -> Trap:
    return Trap(language, text, frozenset(found.split()), why)


ENGLISH = [
    _trap("en", "The Shenzhou-2 spacecraft flew without a crew.", "shenzhou-2", "not Shenzhou-20"),
    _trap("en", "The Shenzhou-20 spacecraft docked in space.", "shenzhou-20", "not Shenzhou-2"),
    _trap("en", "Shenzhou XX lifted off from Jiuquan.", "shenzhou-20", "Roman number"),
    _trap(
        "en", "He commanded Shenzhou-6 and -15.", "shenzhou-6 shenzhou-15", "list shares the name"
    ),
    _trap(
        "en", "Shenzhou 33 will carry three taikonauts.", "shenzhou-33", "newer than the catalogue"
    ),
    _trap(
        "en",
        "They lived in orbit during Expeditions 69-70.",
        "expedition-69 expedition-70",
        "a range names both ends",
    ),
    _trap("en", "The space shuttle flew STS-51 in 1993.", "sts-51", "STS-51 is not STS-51-L"),
    _trap("en", "The space shuttle was lost on STS-51-L.", "sts-51-l", "STS-51-L is not STS-51"),
    _trap("en", "Soyuz TMA-18 docked with the ISS.", "soyuz-tma-18 iss", "TMA-18 is not TMA-18M"),
    _trap("en", "Soyuz TMA-18M docked with the ISS.", "soyuz-tma-18m iss", "TMA-18M is not TMA-18"),
    _trap("en", "A Soyuz-2.1a rocket launched the satellite.", "", "a rocket's type"),
    _trap("en", "The Soyuz-5 rocket will use a new engine.", "", "a rocket, not a ship of 1969"),
    _trap(
        "en", "A Long March-2F rocket stood on the launch pad.", "", "a rocket has a number, too"
    ),
    _trap("en", "Google released Gemini 2.5 for developers.", "", "a version of a language model"),
    _trap("en", "Google says Gemini 3 is its best chatbot yet.", "", "an AI model, not Gemini 3"),
    _trap(
        "en",
        "NASA astronauts practised rendezvous in orbit on Gemini 8.",
        "gemini-8",
        "the ship, with space around it",
    ),
    _trap("en", "The band Apollo 440 released an album.", "", "a band"),
    _trap("en", "Apollo 11 landed on the Moon in 1969.", "apollo-11", "the landing"),
    _trap("en", "The Apollo Theater in Harlem reopens with a film.", "", "a theatre"),
    _trap("en", "Surgeons at Apollo Hospitals saved the actor.", "", "a chain of hospitals"),
    _trap("en", "Apollo was the Greek god of music.", "", "a god"),
    _trap("en", "Apollo Global Management bought the company.", "", "a company"),
    _trap("en", "Galileo is the European satellite navigation system.", "", "navigation, no probe"),
    _trap(
        "en",
        "NASA's Galileo spacecraft entered orbit around Jupiter.",
        "galileo",
        "the probe",
    ),
    _trap("en", "A new show starts on the Discovery Channel.", "", "a channel"),
    _trap("en", "He drove his Dodge Challenger to work.", "", "a car"),
    _trap("en", "Perseverance and hard work won them the league.", "", "an ordinary word"),
    _trap(
        "en",
        "NASA's Perseverance rover drills into the surface of Mars.",
        "perseverance",
        "the rover",
    ),
    _trap("en", "Her curiosity led her to a career in law.", "", "an ordinary word, small letters"),
    _trap("en", "The album won a Juno Award in Canada.", "", "a music prize"),
    _trap("en", "The Juno spacecraft photographed Jupiter's moons.", "juno", "the probe"),
    _trap("en", "Dawn broke over the quiet village.", "", "morning"),
    _trap("en", "They had no hope of an opportunity.", "", "ordinary words"),
    _trap("en", "The team showed great spirit in the second half.", "", "an ordinary word"),
    _trap("en", "A rowing crew of 9 trained on the river.", "", "a crew with a number of people"),
    _trap("en", "The film's crew 7 worked through the night.", "", "a film crew"),
    _trap(
        "en",
        "NASA's SpaceX Crew-9 astronauts returned to Earth.",
        "spacex-crew-9",
        "the flight",
    ),
    _trap("en", "Star Wars: Skeleton Crew starts on Disney.", "", "a series"),
    _trap("en", "The polar expedition 33 years ago failed.", "", "years, and on ice"),
    _trap("en", "Expedition 5 reached the pole on skis.", "", "an expedition on ice"),
    _trap("en", "He liked the film Apollo 13 by Ron Howard.", "", "a film named after a flight"),
    _trap("en", "The Ford Expedition 2024 has a new engine.", "", "a car with a model year"),
    _trap("en", "Soyuz MS-29 carries three people to the ISS.", "soyuz-ms-29 iss", "the ship"),
    _trap("en", "The patient learned that he had MS-29 antibodies.", "", "medicine"),
    _trap(
        "en", "Progress MS-31 brought food to the ISS.", "progress-ms-31 iss", "cargo, not Soyuz"
    ),
    _trap("en", "Progress on 8 of the 12 goals was slow.", "", "an ordinary word"),
    _trap("en", "Mars 2020 was the plan.", "", "a year without any word of space"),
    _trap("en", "Chocolate bars such as Mars 3 for 2 sell well.", "", "a chocolate bar"),
    _trap("en", "Exit 38 of NS-38 is closed for works.", "", "a road"),
    _trap(
        "en",
        "Blue Origin flew six people to space on New Shepard NS-31.",
        "ns-31",
        "the flight",
    ),
    _trap("en", "The Seattle Mariners won 10 games.", "", "a club"),
    _trap("en", "Mariner 10 was the first spacecraft to visit Mercury.", "mariner-10", "the probe"),
    _trap(
        "en",
        "Astronaut Fei Junlong commanded Shenzhou-15.",
        "fei-junlong shenzhou-15",
        "family name first",
    ),
    _trap(
        "en",
        "Astronaut Junlong Fei commanded Shenzhou-15.",
        "fei-junlong shenzhou-15",
        "given name first",
    ),
    _trap("en", "Mark Kelly, an American singer, toured Spain.", "", "a namesake with a trade"),
    _trap("en", "John Young (1870–1954), American singer.", "", "a namesake of another century"),
    _trap(
        "en",
        "Commander John Young walked on the Moon during Apollo 16.",
        "john-young apollo-16",
        "his mission is named",
    ),
    _trap("en", "David Brown won the race in London.", "", "a name that many bear"),
    _trap("en", "The Mayor spoke at the Michael Collins barracks.", "", "a name that many bear"),
    _trap(
        "en",
        "NASA astronaut Jonny Kim flew to the space station.",
        "jonny-kim iss",
        "a common name, but he is said to fly",
    ),
    _trap(
        "en",
        "China's space station has hosted nine crews of astronauts.",
        "tiangong",
        "the station under another name",
    ),
    _trap("en", "The China Manned Space Agency named a new director.", "", "an agency"),
    _trap("en", "Ten nations signed the Artemis Accords on space.", "", "a treaty"),
    _trap(
        "en",
        "Artemis II sent four astronauts around the Moon.",
        "artemis-2",
        "Roman number",
    ),
    _trap("en", "Artemis is the goddess of the hunt in Greek mythology.", "", "a goddess"),
    _trap("en", "The Viking 2 cruise ship docked in Oslo.", "", "a ship on water"),
    _trap("en", "Star Trek: Voyager ran for seven seasons.", "", "a television series"),
    _trap(
        "en",
        "Voyager 1 is the most distant spacecraft from Earth.",
        "voyager-1",
        "the probe",
    ),
    _trap("en", "He wrote the arcade video games Voyager 1 and Controller.", "", "a game"),
    _trap("en", "Unity 22 of the game engine is out.", "", "software"),
    _trap("en", "The hospital unit used Orion 6 monitors.", "", "a device"),
    _trap("en", "Sentinel newspapers printed 1 edition.", "", "a newspaper"),
    _trap("en", "The Genesis of the project is a long story.", "", "an ordinary word"),
    _trap("en", "NASA engineers tested the Luna 25 spacecraft data.", "luna-25", "the lander"),
    _trap("en", "Luna Maya, 25, is an Indonesian actress.", "", "a person's name and age"),
]

CHINESE = [
    _trap("zh", "神舟二十号载人飞船发射成功。", "shenzhou-20", "Chinese numeral"),
    _trap("zh", "神舟二十一号载人飞船发射成功。", "shenzhou-21", "not 神舟二十号"),
    _trap("zh", "神舟二十號太空船發射成功。", "shenzhou-20", "traditional characters"),
    _trap("zh", "神舟20号飞船与空间站对接。", "shenzhou-20 tiangong", "arabic number"),
    _trap("zh", "神舟三十五号飞船将搭载三名航天员。", "shenzhou-35", "newer than the catalogue"),
    _trap("zh", "长征二号F遥二十一运载火箭竖立在发射塔架。", "", "a rocket's serial number"),
    _trap("zh", "神舟电脑公司推出新款手机。", "", "a computer maker"),
    _trap("zh", "精神一直很好，他说。", "", "神 and 一 inside other words"),
    _trap("zh", "嫦娥六号从月球背面采样返回。", "change-6", "the probe"),
    _trap("zh", "嫦娥奔月是中秋节的故事。", "", "the goddess"),
    _trap("zh", "天问一号探测器着陆火星。", "tianwen-1", "the probe"),
    _trap("zh", "屈原的《天问》是一首长诗。", "", "a poem"),
    _trap("zh", "东方红一号是中国第一颗人造卫星。", "dong-fang-hong-1", "not 东方一号"),
    _trap("zh", "航天员陈冬担任指令长。", "chen-dong", "two characters, said to fly"),
    _trap("zh", "演员王杰出演这部电影。", "", "a namesake who acts"),
    _trap("zh", "歌手刘洋发行新专辑。", "", "a namesake who sings"),
    _trap("zh", "航天员刘洋、陈冬和蔡旭哲进入空间站。", "liu-yang chen-dong cai-xuzhe tiangong", "a list"),
    _trap("zh", "航天员费俊龙曾执行神舟六号和神舟十五号任务。", "fei-junlong shenzhou-6 shenzhou-15", "two flights"),
    _trap("zh", "航天員費俊龍曾執行神舟六號任務。", "fei-junlong shenzhou-6", "traditional characters"),
    _trap("zh", "国际空间站迎来联盟MS-28飞船。", "iss soyuz-ms-28", "a Russian ship in Chinese"),
    _trap("zh", "阿波罗11号首次登上月球。", "apollo-11", "Apollo in Chinese"),
    _trap("zh", "太阳神阿波罗是希腊神话中的神。", "", "a god"),
    _trap("zh", "他在火星3号餐厅吃饭。", "", "a restaurant"),
    _trap("zh", "双子座的人今年运势很好。", "", "a sign of the zodiac"),
    _trap("zh", "他乘坐的航班于三月二十号起飞。", "", "a date, not a flight into space"),
    _trap("zh", "天舟九号货运飞船为空间站送去物资。", "tianzhou-9 tiangong", "cargo"),
]  # fmt: skip

RUSSIAN = [
    _trap("ru", "На корабле «Союз МС-28» летят космонавты.", "soyuz-ms-28", "Cyrillic series"),
    _trap("ru", "Корабль «Союз MC-28» стартовал с Байконура.", "soyuz-ms-28", "Latin MC for МС"),
    _trap("ru", "Экипаж «Союза ТМА-18» вернулся из космоса.", "soyuz-tma-18", "genitive of the ship"),
    _trap("ru", "Экипаж «Союза ТМА-18М» вернулся из космоса.", "soyuz-tma-18m", "the M block"),
    _trap("ru", "Ракета «Союз-2.1а» вывела спутник на орбиту.", "", "a rocket's type"),
    _trap("ru", "Советский Союз распался в 1991 году.", "", "a country"),
    _trap("ru", "Полёт Юрия Гагарина изменил мир.", "yuri-gagarin", "genitive; мир is the world"),
    _trap("ru", "Космонавт Олег Кононенко работает на МКС.", "oleg-kononenko iss", "by name"),
    _trap("ru", "Вместе с Олегом Кононенко на МКС летит астронавт.", "oleg-kononenko iss", "instrumental"),
    _trap("ru", "Кононенко Олег Дмитриевич — космонавт Роскосмоса.", "oleg-kononenko", "family name first"),
    _trap("ru", "Экипаж 73-й длительной экспедиции на МКС завершил работу.", "expedition-73 iss", "ordinal"),
    _trap("ru", "Антарктическая экспедиция открыла станцию «Восток».", "", "a station on the ice"),
    _trap("ru", "Восток страны накрыли дожди.", "", "a part of the country"),
    _trap("ru", "Корабль «Восток-1» с космонавтом на борту вышел на орбиту.", "vostok-1", "the ship"),
    _trap("ru", "Мир во всём мире — наша цель.", "", "peace and world"),
    _trap("ru", "Космонавты работали на орбитальной станции «Мир».", "mir", "the station"),
    _trap("ru", "В городе прогремел салют в честь праздника.", "", "fireworks"),
    _trap("ru", "Станция «Салют-7» была на орбите девять лет.", "salyut-7", "the station"),
    _trap("ru", "В прокат вышел фильм «Салют-7».", "", "a film"),
    _trap("ru", "Луна-парк открылся 25 мая.", "", "an amusement park"),
    _trap("ru", "Аппарат «Луна-25» разбился о поверхность Луны.", "luna-25", "the lander"),
    _trap("ru", "Прогресс в переговорах достигнут за 31 день.", "", "an ordinary word"),
    _trap("ru", "Грузовой корабль «Прогресс МС-31» пристыковался к МКС.", "progress-ms-31 iss", "cargo"),
    _trap("ru", "Чемпионка по теннису Венера обыграла соперницу.", "", "a given name"),
    _trap("ru", "На «Шэньчжоу-20» летят три тайконавта.", "shenzhou-20", "Chinese ship in Russian"),
    _trap("ru", "Юрий Гагарин стал первым человеком в космосе.", "yuri-gagarin", "nominative"),
]  # fmt: skip

FRENCH = [
    _trap("fr", "La sonde spatiale Galileo a exploré Jupiter.", "galileo", "the probe"),
    _trap("fr", "Galileo est le système européen de navigation par satellite.", "", "navigation"),
    _trap("fr", "L'astronaute Thomas Pesquet a rejoint l'ISS.", "thomas-pesquet iss", "by name"),
    _trap("fr", "L'équipage de Soyouz MS-27 est arrivé à la station spatiale.", "soyuz-ms-27 iss", "French spelling"),
    _trap("fr", "La fusée Soyouz-2.1b a décollé de Kourou.", "", "a rocket's type"),
    _trap("fr", "Apollo 13 a failli tourner au drame dans l'espace.", "apollo-13", "the flight"),
    _trap("fr", "Apollon est le dieu grec des arts.", "", "a god"),
    _trap("fr", "Le groupe de rock Voyager sort un album.", "", "a band"),
    _trap("fr", "La sonde Voyager 2 a survolé Neptune.", "voyager-2", "the probe"),
    _trap("fr", "L'esprit d'équipe et la persévérance ont payé.", "", "ordinary words"),
    _trap("fr", "Mars 3 fois de suite, c'est trop de pluie.", "", "a month"),
    _trap("fr", "La station spatiale chinoise accueille trois taïkonautes.", "tiangong", "by its owner"),
    _trap("fr", "Les taïkonautes de Shenzhou-20 sont rentrés de l'espace.", "shenzhou-20", "the flight"),
]  # fmt: skip

GERMAN = [
    _trap("de", "Die Raumfahrer flogen mit Sojus MS-27 zur ISS.", "soyuz-ms-27 iss", "German spelling"),
    _trap("de", "Mir ist heute kalt, sagte sie.", "", "a pronoun"),
    _trap("de", "Die Raumstation Mir verglühte über dem Pazifik.", "mir", "the station"),
    _trap("de", "Der Astronaut Alexander Gerst lebte auf der Raumstation ISS.", "alexander-gerst iss", "by name"),
    _trap("de", "Sigmund Jähn war der erste Deutsche im Weltall.", "sigmund-jahn", "with umlaut"),
    _trap("de", "Kosmonaut Sigmund Jaehn flog mit Sojus 31 ins Weltall.", "sigmund-jahn soyuz-31", "ae for ä"),
    _trap("de", "Apollo-Optik schließt drei Filialen.", "", "a chain of shops"),
    _trap("de", "Apollo 8 umrundete den Mond.", "apollo-8", "the flight"),
    _trap("de", "Der FC Vorwärts schlug Rotation Luna 3 zu 1.", "", "a football result"),
    _trap("de", "Die Sonde Rosetta erreichte den Kometen.", "rosetta", "the probe"),
    _trap("de", "Der Stein von Rosetta steht im Museum.", "", "the stone"),
    _trap("de", "Die chinesische Raumstation bekommt Besuch von Shenzhou 21.", "tiangong shenzhou-21", "by its owner"),
    _trap("de", "Columbus entdeckte Amerika im Jahr 1492.", "", "the sailor"),
]  # fmt: skip

SPANISH = [
    _trap("es", "La nave Shenzhou-20 despegó con tres astronautas.", "shenzhou-20", "the flight"),
    _trap("es", "El Apolo 11 llegó a la Luna en 1969.", "apollo-11", "Spanish spelling"),
    _trap("es", "Luna, de 25 años, es cantante.", "", "a given name and an age"),
    _trap("es", "La Luna 3 días después del eclipse.", "", "the Moon and days"),
    _trap("es", "La sonda Luna 25 se estrelló en la superficie lunar.", "luna-25", "the lander"),
    _trap("es", "El astronauta Pedro Duque viajó a la Estación Espacial Internacional.", "pedro-duque iss", "by name"),
    _trap("es", "Compró un Chrysler Challenger modelo 2014.", "", "a car"),
    _trap("es", "Soyuz MS-27 llevó a la tripulación a la estación espacial.", "soyuz-ms-27 iss", "the ship"),
    _trap("es", "El cohete Soyuz-2.1b despegó de la Guayana.", "", "a rocket's type"),
    _trap("es", "El Hospital Apolo abre sus puertas.", "", "a hospital"),
    _trap("es", "La esperanza es lo último que se pierde.", "", "an ordinary word"),
    _trap("es", "La sonda espacial Juno orbita Júpiter.", "juno", "the probe"),
]  # fmt: skip

JAPANESE = [
    _trap("ja", "若田光一宇宙飛行士が国際宇宙ステーションに到着した。", "koichi-wakata iss", "by name"),
    _trap("ja", "アポロ11号は1969年に月面に着陸した。", "apollo-11", "katakana and counter"),
    _trap("ja", "競走馬アポロマーベリックが引退した。", "", "a horse"),
    _trap("ja", "探査機はやぶさ2が小惑星から帰還した。", "hayabusa2", "the probe"),
    _trap("ja", "東北新幹線はやぶさ2号は定刻に着いた。", "", "a train"),
    _trap("ja", "ソユーズMS-27宇宙船が打ち上げられた。", "soyuz-ms-27", "the ship"),
    _trap("ja", "神舟20号の乗組員が宇宙から帰還した。", "shenzhou-20", "Japanese characters"),
    _trap("ja", "エミールは朝早く起きた。", "", "ミール inside another word"),
    _trap("ja", "宇宙ステーション「ミール」は2001年に落下した。", "mir", "the station"),
    _trap("ja", "ジェミニ座の流れ星を見た。", "", "the constellation"),
    _trap("ja", "きぼうを持って生きよう。", "", "hope"),
    _trap("ja", "スペースシャトルのSTS-116ミッションが宇宙へ出発した。", "sts-116", "the flight"),
]  # fmt: skip

ALL = [*ENGLISH, *CHINESE, *RUSSIAN, *FRENCH, *GERMAN, *SPANISH, *JAPANESE]
