"""The French words of milestones."""

from __future__ import annotations

from ingest.core.milestones.words import Words, cues, listed, numbered, weekdays

WORDS = Words(
    cues=(
        *cues(
            "undocking",
            past=r"""
                (?:s['’](?:est|était|étant) |se (?:sont|soit) )?désamarrée?s?
                (?:a|ont|avait|avaient) quitté <station>
                (?:s['’]est|se sont) (?:détaché|séparé)e?s? de <station>
            """,
            future=r"""
                quitter(?:a|ont) <station> | se désamarrer(?:a|ont)
            """,
            bare=r"""
                désamarrage | (?:se )?désamarrer? | quitt(?:e|ent|er) <station>
            """,
        ),
        *cues(
            "docking",
            past=r"""
                (?:s['’](?:est|était)|se (?:sont|étaient)) (?:\w+ment )?(?:amarré|arrimé)e?s?
                amarrée?s? (?:à|avec) | (?:a|ont|avait) (?:rejoint|atteint) <station>
                (?:est|sont) arrivée?s? (?:[^;:]{1,60}? )?(?:à|dans) <station>
            """,
            future=r"""
                s['’](?:amarrer|arrimer)(?:a|ont) | (?:rejoindr|atteindr)(?:a|ont) <station>
                arriver(?:a|ont) (?:à|dans) <station>
            """,
            bare=r"""
                (?<!dés)amarrage | arrimage | s['’](?:amarrer?|arrimer?) | rejoindre <station>
            """,
        ),
        *cues(
            "spacewalk",
            past=r"""
                (?:est|sont) sortie?s? dans (?:l['’]espace|le vide)
            """,
            bare=r"""
                sorties? (?:extra-?véhiculaires?|dans l['’]espace|spatiales?)
                marches? dans l['’]espace | EVA
            """,
        ),
        *cues(
            "launch",
            past=r"""
                parti(?:e|s|es)? (?:[^.;,]{1,30} )?(?:de|du) (?:Jiuquan|Baïkonour|Cap Canaveral|\
                Kourou|Wenchang|Floride|cosmodrome)
                (?:a|ont|avait|avaient|est|sont|fut|furent|était|été|\
                ayant) (?:\w+ment )?(?:été )?(?:lancé|décollé|tiré)e?s?<not a launch>
                lancée?s?<not a launch> | décolla | décollèrent | s['’](?:est|était) envolée?
                se sont envolée?s
                (?:mis|mise|placé|placée|envoyé|envoyée)s? (?:\w+ )?(?:en|sur) orbite
                (?:parti|partie|envoyé|envoyée)s? (?:dans|pour|vers) l['’]espace
                premi(?:er|ère) (?:\w+ ){1,2}(?:dans l['’]espace|en orbite)
            """,
            future=r"""
                (?:vol|mission)[^.;,]{0,40}? (?:est|sont) prévue?s? (?:pour|en|le)
                (?:décoller|s['’]envoler|partir)(?:a|ont)
                (?:ser(?:a|ont)) (?:lancé|envoyé|mis en orbite|tiré)e?s?
                lancer(?:a|ont)<not a launch>
            """,
            bare=r"""
                lancements?(?! (?:du programme|d['’]un (?:programme|projet|appel)|\
                de la campagne|d['’]une (?:campagne|étude)))
                décollages? | décoll(?:e|ent|er) | s['’]envol(?:e|ent|er) | lancer<not a launch>
                mise (?:en|sur) orbite
                lance(?= (?:la sonde|la mission|le vaisseau|un satellite|le satellite|\
                son vaisseau))
            """,
        ),
        *cues(
            "landing",
            past=r"""
                (?:a|ont|avait|avaient|ayant) (?:\w+ment )?(?:atterri|amerri|aluni|\
                touché le sol|regagné la Terre)
                (?:s['’](?:est|était)|se (?:sont|\
                soit)) (?:\w+ment )?posée?s? (?:\w+ ){0,3}(?:sur|dans|à|au|en)
                atterrit | se posa | se posèrent | aluni(?:t|rent) | posent sur la Lune
                (?:est|sont|était) (?:revenu|rentré|retourné|de retour)e?s? (?:\w+ment )?(?:sur|\
                à) (?:la )?(?:Terre|terre)
                (?:est|sont) de retour sur (?:la )?Terre
            """,
            future=r"""
                (?:atterrir|amerrir|alunir)(?:a|ont) | se poser(?:a|ont)
                (?:reviendr|rentrer|retourner)(?:a|ont) sur (?:la )?Terre
            """,
            bare=r"""
                atterrissages?(?! (?:d['’]urgence|des avions)) | amerrissages? | alunissages?
                atterrir | amerrir | alunir | se poser?(?:nt)? (?:sur|en douceur|à la surface)
                (?:revenir|rentrer|retourner|regagner)(?: sur)? (?:la )?[Tt]erre
                retour (?:sur|à) (?:la )?[Tt]erre | retour miraculeux
            """,
        ),
        *cues(
            "crew_assigned",
            past=r"""
                (?:a|ont|avait) été (?:\w+ment )?(?:sélectionné|désigné|nommé|choisi|\
                retenu)e?s? (?:pour|comme|parmi|par)
                (?:sélectionné|désigné|nommé|choisi)e?s? (?:pour|comme) (?:la mission|\
                participer|commandant)
            """,
        ),
        *cues(
            "handover",
            past=r"""
                (?:a|ont) (?:pris|transmis|remis|passé) le commandement
                (?:a|ont) (?:relevé|pris la relève)
            """,
            future=r"""
                prendr(?:a|ont) la relève | relèver(?:a|ont)
            """,
            bare=r"""
                passation (?:de commandement|de pouvoir) | prendre la relève
            """,
        ),
        *cues(
            "delay",
            past=r"""
                (?:a|ont|ait|aient|avait|est|sont) (?:été |encore |de nouveau )?(?:reporté|\
                retardé|décalé|repoussé|ajourné)e?s?
                (?:reporté|repoussé|retardé)e?s? (?:à|au|de|d['’]|en|pour|plusieurs)
            """,
            bare=r"""
                reports?(?= (?:du|de la|de son) (?:lancement|décollage|tir|mission|vol))
                retards?
            """,
        ),
        *cues(
            "anomaly",
            past=r"""
                (?:un |l['’])?incendie (?:s['’]est déclaré|a éclaté|a tué)
                (?:fuites?|fissures?|pannes?|anomalies?) [^.;]{0,40}? ?(?:a|ont) été (?:détecté|\
                découvert|constaté)e?s?
                (?:a|ont|avait) (?:explosé|pris feu|connu|subi|rencontré|perdu le contact|échoué)
                (?:s['’]est|se sont) (?:désintégré|écrasé|brisé)e?s? | écrasée?s?
            """,
            bare=r"""
                avaries? | explosions? | désintégration
                accidents?(?! (?:de la route|vasculaire))
                fuites? (?:d['’](?:air|ammoniac|hélium|hydrogène|oxygène)|de (?:liquide|\
                carburant))
                pannes? | catastrophe | tragédies?
            """,
        ),
        *cues(
            "death",
            past=r"""
                (?:est|sont) (?:mort|décédé)e?s?
                (?:a|ont) (?:péri|trouvé la mort|perdu la vie|été tué\w*) | décédée?s?
            """,
            bare=r"""
                morts? (?:de|du|des)(?= ) | décès
            """,
        ),
    ),
    planned=r"""
        prévue?s? | prévoi\w+ | doit | doivent | devrai(?:t|ent) | va | vont | programmée?s?
        attendue?s? | envisage\w* | compte(?:nt)? | prépare\w* | planifiée?s? | prochain\w*
        fixée?s? | avant fin | d['’]ici | souhaite\w* | espère\w* | veut | veulent | objectif
    """,
    happened=r"""
        s['’]est produite? | réussi\w* | succès | effectué\w* | réalisé\w* | lors (?:du|de)
        a eu lieu | ont eu lieu | accompli\w* | au cours | mené\w* | terminé\w* | historique
    """,
    refused=r"""
        chaque fois | souvent | régulièrement | films? | documentaires? | livres? | romans?
        exposition | jeu vidéo | actuellement | toujours | ne | n['’]\w* | pas | jamais
        sans(?! équipage) | si | s['’]ils? | peut-être | pourrai(?:t|ent) | peut | peuvent
        pourra | annul\w+ | au lieu | éventuel\w* | possible\w* | simul\w+ | entraîn\w+ | aurait
        auraient | devait | devaient | serait | seraient | initialement | censée?s? | afin de
        capables? | permettr\w+
    """,
    doubted=r"""
        films? | documentaires? | livres? | romans? | incertain\w* | démen\w+ | nie\w* | rumeurs?
        ignore
    """,
    refused_after=r"""
        annulée?s? | n['’]a pas | ne (?:se|sera) | impossible
    """,
    conjunctions="""
        et | mais | où | qui | que | dont | lorsque | quand | tandis | après | avant | alors
    """,
    reported="""
        que | quand | si
    """,
    stands_for_flight=r"""
        il | elle | ils | elles | son | sa
        (?:l['’]|le |la |les |cette |ce |cet |leur )(?:[\w'’-]+ ){0,2}?(?:vaisseau\w*|équipage|\
        capsule|sonde|mission|engin|appareil|astronautes?|cosmonautes?|spationautes?|navette|\
        fusée|module|atterrisseur|rover|satellite|vol|télescope|cargo|lancement|décollage|\
        atterrissage|amarrage|aventure)
    """,
    comparison=r"""
        (?:depuis|après|suite à|avant|comme|contrairement à|remplacer\w*|relev\w+|rejoindr\w+|\
        succédant à)(?: (?:le|la|les|mission|équipage|de|du)){0,4}(?: l['’])?
    """,
    months=numbered("""
        janvier/janv février/févr/fevrier mars avril/avr mai juin juillet/juil août/aout
        septembre/sept octobre/oct novembre/nov décembre/déc
    """),
    weekdays=weekdays("""
        lundi mardi mercredi jeudi vendredi samedi dimanche
    """),
    relative={
        "aujourd'hui": ("day", 0),
        "aujourd’hui": ("day", 0),
        "ce matin": ("day", 0),
        "ce soir": ("day", 0),
        "hier": ("day", -1),
        "avant-hier": ("day", -2),
        "demain": ("day", 1),
        "après-demain": ("day", 2),
        "ce mois-ci": ("month", 0),
        "le mois dernier": ("month", -1),
        "le mois prochain": ("month", 1),
        "cette année": ("year", 0),
        "l'an dernier": ("year", -1),
        "l’an dernier": ("year", -1),
        "l'année dernière": ("year", -1),
        "l’année dernière": ("year", -1),
        "l'an prochain": ("year", 1),
        "l’an prochain": ("year", 1),
        "l'année prochaine": ("year", 1),
        "l’année prochaine": ("year", 1),
    },
    same_day=listed("le même jour | ce jour-là"),
    next_day=listed("le lendemain | le jour suivant"),
    macros={
        "station": r"""
            (?:l['’]ISS|la (?:Station|station)(?: spatiale| orbitale)?(?: internationale|\
             chinoise)?|la SSI)
        """,
        "not a launch": r"""
            (?! (?:un|une|le|la|les|des|de|du|son|sa) (?:nouve\w+ )?(?:programme|projet|appel|\
            concours|campagne|enquête|étude|initiative|site|débat|alerte|offre|produit))
        """,
    },
)
