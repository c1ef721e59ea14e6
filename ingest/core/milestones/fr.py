"""The French words of milestones."""

from __future__ import annotations

from ingest.core.milestones.words import Words, counting, cues, listed, numbered, weekdays

WORDS = Words(
    cues=(
        *cues(
            "undocking",
            past=r"""
                (?:s['’](?:est|était|étant) |se (?:sont|soit|serait) )?désa(?:marr|rrim)ée?s?
                (?:a|ont|avait|avaient) <adverb>quitté <station>(?! pour une sortie)
                (?:s['’](?:est|était)|se sont) <adverb>(?:détaché|séparé|éloigné)e?s? (?:de|\
                du) \
                <station>
                quitt(?:a|èrent) <station> | se détach(?:a|èrent) (?:de|du)
            """,
            future=r"""
                quitter(?:a|ont) <station> | se désa(?:marr|rrim)er(?:a|ont)
                se (?:détacher|séparer)(?:a|ont) (?:de|du) <station>
            """,
            present=r"""
                se désa(?:marr|rrim)e(?:nt)? | quitt(?:e|ent) <station>
                se (?:détach|sépar)(?:e|ent) (?:de|du) <station>
            """,
            bare=r"""
                désamarrage | désarrimage | (?:se )?désa(?:marr|rrim)er | quitter <station>
                départ (?:de|du) <station>
            """,
        ),
        *cues(
            "docking",
            past=r"""
                (?:s['’](?:est|était)|se (?:sont|étaient)) <adverb>(?:amarré|arrimé)e?s?
                (?<!est )(?<!sont )(?<!était )(?<!étaient )(?<!reste )(?:amarré|arrimé)e?s? (?:à|\
                au|\
                avec)(?! bord)
                (?:a|ont|avait) <adverb>(?:rejoint|atteint|rallié) <station>
                (?:a|ont|avait|avaient) <adverb>(?:accosté|gagné <station>)
                (?:est|sont|était) <adverb>arrivée?s? (?:[^;:]{1,60}? )?(?:à|dans|à bord de) \
                <station>
                s['’]amarr(?:a|èrent) | s['’]arrim(?:a|èrent)
                arrivée?s? (?:[^;:,]{1,40}? )?(?:à|à bord de|dans) <station>
            """,
            future=r"""
                s['’](?:amarrer|arrimer)(?:a|ont) | (?:rejoindr|atteindr)(?:a|ont) <station>
                arriver(?:a|ont) (?:à|dans|à bord de) <station> | accoster(?:a|ont)
            """,
            present=r"""
                s['’](?:amarr|arrim)(?:e|ent) | arriv(?:e|ent) (?:à|dans|à bord de) <station>
                (?:rejoi(?:nt|gnent)|attei(?:nt|gnent)) <station>
            """,
            bare=r"""
                (?<!dés)amarrage | (?<!dés)arrimage | s['’](?:amarrer|arrimer) | accostage
                (?:rejoindre|rallier|atteindre) <station> | jonction avec <station>
                arrivée (?:[^;:,]{1,40}? )?(?:à|à bord de|dans) <station>
            """,
        ),
        *cues(
            "spacewalk",
            past=r"""
                (?:est|sont|était|étaient) <adverb>sortie?s? (?:[^;:,]{1,30}? )?dans \
                (?:l['’]espace|le vide)
            """,
            future=r"""
                sortir(?:a|ont) (?:[^;:,]{1,30}? )?(?:dans l['’]espace|dans le vide|de <station>)
            """,
            bare=r"""
                sorties? (?:\w+ )?(?:extra-?véhiculaires?|dans l['’]espace|spatiales?|orbitales?)
                promenades? (?:extra-?véhiculaires?|dans l['’]espace|spatiales?)
                marches? (?:dans l['’]espace|spatiales?) | EVA
                sortir (?:[^;:,]{1,30}? )?(?:dans l['’]espace|dans le vide)
                activités? extra-?véhiculaires?
            """,
        ),
        *cues(
            "launch",
            scheduled=r"""
                (?:est|sont) (?:\w+ )?(?:prévue?s?|programmée?s?|attendue?s?) (?:pour|en|le|fin|\
                début)
            """,
            past=r"""
                (?:effectu|accompl|réalis)\w+ (?:son|leur|sa) (?:premier|second|deuxième|\
                troisième|quatrième|dernier) vol
                vol(?:é|a|èrent|ait) (?:\w+ ){0,2}(?:en|à bord d['’e]\w*|sur) (?:la |une |\
                deux )?(?:navettes?|Soyouz|capsule)
                (?:a|ont|avait) (?:placé|mis) (?:[^.;,]{1,40} )?(?:en|sur) orbite
                (?<!une )(?<!la )(?<!faire )(?<!fait )(?<!en )parti(?:e|s|\
                es)? (?:[^.;,]{1,40} )?(?:de|du|vers|pour) (?:Jiuquan|Baïkonour|\
                Cap Canaveral|Kourou|Wenchang|Floride|cosmodrome|<space>|<station>)
                (?:^|[,(] ?)partie?s? le
                (?:a|ont|avait|avaient|est|sont|fut|furent|était|été|étaient|\
                ayant) <adverb>(?:été )?(?:lancé|décollé|tiré|propulsé)e?s?<not a launch>
                (?:emport|emmen|propuls)(?:ait|aient|a|èrent) (?:[^.;]{1,60} )?(?:vers|dans) <space>
                (?<!défi )(?<!appel )(?<!projet )(?<!programme )lancée?s?<not a launch>
                décoll(?:a|èrent) | s['’]envol(?:a|èrent)
                (?:s['’](?:est|était)|se sont|s['’]étant) <adverb>(?:envolé|élancé|arraché)e?s?
                (?:a|ont|avait) pris (?:le chemin|la route|la direction) d(?:e|u)
                (?:a|ont|avait) pris (?:son|leur) envol | lança (?!un appel)
                (?<!étaient )(?<!s['’]est )(?<!se sont )\
                (?:mis|mise|placé|placée|envoyé|envoyée|lancé|lancée)s? (?:\w+ )?(?:en|sur) orbite
                (?:parti|envoyé|propulsé|expédié|emmené|emporté|embarqué)e?s? (?:[^.;]{1,60} )?\
                (?:dans|pour|vers|à destination de) (?:<space>|<station>)
                (?:a|ont|avait) (?:envoyé|propulsé|expédié|emmené|emporté) (?:[^.;]{1,60} )?\
                (?:en orbite|(?:dans|pour|vers) (?:<space>|<station>))
                premi(?:er|ère) (?!sortie|marche|promenade)(?:\w+ ){1,2}(?:dans l['’]espace|\
                en orbite)
                (?:a|ont|avait) (?:définitivement )?quitté (?:la Terre|le sol|le pas de tir)
                (?:a|ont) (?:effectué|accompli|réalisé) (?:[^.;,]{1,40} )?vol (?:spatial|orbital|\
                dans l['’]espace)
                rejoint (?:l['’]espace|l['’]orbite) | vol(?:a|èrent) (?:autour de|vers) la Lune
            """,
            future=r"""
                ne (?:décoller|s['’]envoler|partir|voler)(?:a|ont) (?:pas avant|\
                qu['’](?:en|au|à|le|fin|début|après))
                ne sera pas (?:lancé|envoyé|tiré)e?s? avant
                (?:décoller|s['’]envoler|s['’]élancer|partir)(?:a|ont)
                (?:ser(?:a|ont)) <adverb>(?:lancé|envoyé|mis en orbite|tiré|propulsé)e?s?
                (?:lancer)(?:a|ont)<not a launch>
                (?:emmèner|emmener|emmèn|enverr|emporter|propulser|transporter|voler|prendr)\
                (?:a|ont|era|eront) (?:[^.;]{1,60} )?(?:dans|vers|autour de|jusqu['’]à|pour|à) \
                (?:<space>|<station>)
                prendr(?:a|ont) (?:son|leur) envol
            """,
            present=r"""
                (?:décoll|s['’]envol|s['’]élanc)(?:e|ent)
                (?:envo(?:ie|ient)|emmène|emporte|propulse)(?:nt)? (?:[^.;]{1,60} )?(?:dans|\
                vers|\
                autour de) (?:<space>|<station>)
                pren(?:d|nent) (?:son|leur) envol
                lance(?:nt)?(?= (?:la sonde|la mission|le vaisseau|un satellite|le satellite|\
                son vaisseau|la capsule|l['’]équipage|trois|quatre|un vaisseau|une sonde|un cargo))
            """,
            bare=r"""
                tir(?= (?:de|du|d['’]|est|aura|a|sera))(?! (?:au but|de barrage|à l['’]arc))
                lancements?(?! (?:du programme|d['’]un (?:programme|projet|appel)|\
                de la campagne|d['’]une (?:campagne|étude)))
                décollages? | décoller | s['’](?:envol|élanc)er | lancer<not a launch>
                mise (?:en|sur) orbite | prendre (?:son|leur) envol
                partir (?:vers|pour) (?:<space>|<station>)
                (?:envol|départ) (?:[^.;,]{1,40} )?(?:vers|pour|de) (?:<space>|<station>|Baïkonour|\
                Cap Canaveral|Jiuquan)
                (?:envoyer|emmener|voyager|voler) (?:[^.;]{1,60} )?(?:dans|vers|autour de) \
                (?:<space>|<station>)
            """,
        ),
        *cues(
            "landing",
            past=r"""
                (?:a|ont|avait|avaient|ayant) <adverb>(?:atterri|amerri|aluni|plongé dans|\
                retrouvé (?:le plancher des vaches|la terre ferme)|touché (?:le sol|terre|\
                l['’]eau|la surface)|regagné la Terre|rejoint la Terre|\
                retrouvé la Terre|foulé|marché sur la Lune)
                (?:s['’](?:est|était|étant)|se (?:sont|\
                soit)) <adverb>posée?s?(?= (?:\w+ ){0,4}(?:sur|dans|à|au|en|le|la|lundi|mardi|\
                mercredi|jeudi|vendredi|samedi|dimanche|près|hier|avec|sans|sans|comme)|[,.])
                atterrit | se pos(?:a|èrent) | aluni(?:t|rent) | posent sur la Lune | atterrirent
                amerri(?:t|rent) | foul(?:a|èrent) (?:le sol|la surface)
                (?:est|sont|était|étaient) <adverb>(?:revenu|rentré|retourné|de retour|\
                redescendu|retombé)e?s? (?:[^;:.,]{1,40}? )?(?:sur|à) (?:la )?(?:Terre|terre)
                (?:a|ont|avait|avaient) <adverb>(?:rapporté|ramené|\
                rapatrié) (?:[^;:.,]{1,40}? )?\
                sur (?:la )?Terre
                (?:rapporté|ramené|rapatrié|revenu|rentré)e?s? (?:[^;:.,]{1,30}? )?sur (?:la )?Terre
                (?:est|sont|était) <adverb>arrivée?s? (?:sur|à la surface de) (?:Mars|\
                la Lune|Vénus|la Terre|Terre)
                arrivée?s? sur (?:Mars|la Lune|Vénus|Titan)
                (?:revenu|rentré)e?s? (?:sain(?:e?s)? et sau(?:f|ve)s?|de <station>)
            """,
            future=r"""
                (?:atterrir|amerrir|alunir)(?:a|ont) | se poser(?:a|ont)
                (?:reviendr|rentrer|retourner|regagner|redescendr)(?:a|\
                ont) (?:[^;:.,]{1,30}? )?(?:sur )?\
                (?:la )?Terre
                (?:(?:doi(?:t|vent)|devrai(?:t|ent)) <adverb>(?:rentrer|revenir)|(?:rentrer|\
                reviendr)(?:a|ont))(?= (?:le|en|fin|début|mi-\w+|lundi|mardi|mercredi|jeudi|\
                vendredi|samedi|dimanche|au printemps|à l['’](?:été|automne))\b)
                (?:rapporter|ramèner|ramener)(?:a|ont) (?:[^;:.,]{1,40}? )?sur (?:la )?Terre
            """,
            present=r"""
                (?:atterri|amerri|aluni)(?:t|ssent)
                se pos(?:e|ent) (?:sur|en douceur|à la surface|dans)
                (?:revien(?:t|nent)|rentre(?:nt)?|retourne(?:nt)?|\
                regagne(?:nt)?) (?:sur )?(?:la )?Terre
            """,
            bare=r"""
                retour (?:des? |du |d['’])(?:[\w'’-]+ ){1,4}(?:est|sera|aura)(?= )
                atterrissages?(?! (?:d['’]urgence|des avions)) | amerrissages? | alunissages?
                atterrir | amerrir | alunir | se poser (?:sur|en douceur|à la surface|dans)
                (?:revenir|rentrer|retourner|regagner)(?: sur)? (?:la )?terre
                (?:leur|son) retour(?= (?:est|sera|était|aura|a))
                retour (?:[^;:.,]{1,30}? )?(?:sur|à) (?:la )?terre | retour miraculeux
            """,
        ),
        *cues(
            "crew_assigned",
            past=r"""
                (?:a|ont) (?:présenté|dévoilé|annoncé) l['’]équipage
                (?:a|ont) (?:présenté|dévoilé|annoncé) (?:\w+ ){0,3}(?:équipage|noms des)
                (?:a|ont|avait) été <adverb>(?:sélectionné|désigné|nommé|choisi|affecté|\
                assigné|\
                retenu)e?s? (?:pour|comme|parmi|par|à)
                (?:a|ont|avait|avaient) <adverb>(?:sélectionné|désigné|nommé|choisi|affecté|\
                assigné|retenu)(?! (?:le site|un|une))
                (?:sélectionné|désigné|nommé|choisi|affecté|assigné|retenu)e?s? (?:pour|comme|à) \
                (?:la mission|participer|commandant|voler|l['’]équipage|un vol|le vol|être)
            """,
        ),
        *cues(
            "handover",
            past=r"""
                (?:a|ont) passé le (?:relais|témoin)
                (?:a|ont|avait) (?:pris|transmis|remis|passé|cédé|confié) (?:\w+ ){0,2}(?:le \
                commandement|les commandes|les clés)
                (?:a|ont) (?:relevé|pris la relève)
            """,
            future=r"""
                prendr(?:a|ont) (?:la relève|le commandement|les commandes)
                (?:relèver|relever)(?:a|ont)
                (?:succéder)(?:a|ont)
            """,
            bare=r"""
                passation (?:de commandement|de pouvoirs?|des commandes) | prendre la relève
                (?:passage|changement|transfert) de commandement | prendre le commandement
            """,
        ),
        *cues(
            "delay",
            past=r"""
                clouée?s? au sol | plus tard que prévu | reports?(?= dus?\b| en raison| à cause)
                reports?(?= (?:du|de la|de son|d['’]) ?(?:lancement|décollage|tir|mission|vol|\
                départ))
                (?:a|ont|ait|aient|avait|est|sont|sera|seront) <adverb>(?:(?:été|encore|\
                de nouveau|à nouveau|plusieurs fois|une nouvelle fois) )*(?:reporté|\
                retardé|décalé|repoussé|ajourné|différé)e?s?
                (?:décidé|contraint\w*|obligé\w*|forcé\w*|dû|décide\w*) (?:\w+ ){0,2}(?:de |\
                à |d['’])?(?:reporter|repousser|retarder|ajourner|différer)(?= (?:\S+ ){0,3}\
                (?:l['’])?(?:lancement|décollage|vol|retour|mission|amarrage|atterrissage|sortie|\
                départ|tir)\b)
                (?:reporté|repoussé|retardé|décalé)e?s? (?:à|au|de|d['’]|en|pour|plusieurs|sine)
                (?:repouss|report|retard|décal|ajourn)(?:e|ent|a|èrent)(?= (?:le|la|les|l['’]|son|\
                sa|leur|au|artemis|crew|de|d['’]|à)\b)
            """,
            bare=r"""
                retards?
            """,
        ),
        *cues(
            "anomaly",
            present=r"""
                conna(?:ît|issent) (?:[\w'’]+ ){0,2}(?:problèmes?|difficultés?|pannes?|avaries?)
                se désintègre(?:nt)? | explose(?:nt)? | s['’]écrase(?:nt)?
            """,
            past=r"""
                (?<=atterri )en urgence | (?<=amerri )en urgence | (?<=atterrissage )d['’]urgence
                (?:présent|détect|découv|constat|repér)\w+ (?:[^.;,]{1,30} )?(?:micro-?)?fissures?
                (?:perdu|perte de|perdit) (?:le )?contrôle | hors de contrôle
                (?:fuite|panne|avarie|défaillance|anomalie)s? (?:a|ont) (?:touché|frappé|affecté|\
                empêché|contraint)
                (?:un |l['’])?incendie (?:s['’]est déclaré|a éclaté|a tué)
                (?:fuites?|fissures?|pannes?|anomalies?|problèmes?) [^.;]{0,40}? ?(?:a|ont) été \
                (?:détecté|découvert|constaté|repéré)e?s?
                (?:a|ont|avait) <adverb>(?:explosé|pris feu|connu une?|subi|rencontré|échoué|\
                perdu (?:le )?contact|percuté|heurté|avorté)
                (?:s['’](?:est|était)|se sont) <adverb>(?:désintégré|écrasé|brisé|disloqué|\
                abîmé)e?s?
                (?:en|dans (?:le|un)) mode (?:sans échec|de sécurité|sécurisé|survie)
                écrasée?s? | explos(?:a|èrent) | s['’](?:écras|abîm)(?:a|e|èrent) | se désintégra
                (?:a|ont|avait) (?:été )?(?:endommagé|percuté|touché|frappé)e?s? par
                contact (?:\w+ ){0,2}(?:a été |fut )?perdu
            """,
            bare=r"""
                avaries? | explosions? | désintégration | perte (?:de|du) contact
                accidents?(?! (?:de la route|vasculaire)) | défaillances? | dysfonctionnements?
                fuites? (?:d['’](?:air|ammoniac|hélium|hydrogène|oxygène)|de (?:liquide|\
                carburant))
                incendie(?! de forêt) | pannes? | catastrophe | tragédies?
                échec (?:du|de la) (?:lancement|mission|alunissage|atterrissage|tir)
            """,
        ),
        *cues(
            "death",
            past=r"""
                (?:est|sont) (?:mort|décédé)e?s? | s['’](?:est|était) éteinte? | mour(?:ut|urent)
                (?:a|ont|avaient|avait) (?:péri|trouvé la mort|perdu la vie|été tué\w*)
                trouv(?:a|èrent) la mort | péri(?:t|rent) | décédée?s? | disparue?s? (?:le|en|à)
                (?:a|ont) (?:coûté la vie|tué) | coût(?:a|èrent|ant) la vie | tuant
            """,
            bare=r"""
                morts? (?:de|du|des)(?= ) | décès | disparition de(?= )
            """,
        ),
    ),
    planned=r"""
        (?:effectuer|réaliser|accomplir|mener|mèner|conduir)(?:a|ont)
        aura lieu | auront lieu | se déroulera | interviendra
        prévue?s? | prévoi\w+ | doit | doivent | devrai(?:t|ent) | va | vont | programmée?s?
        attendue?s? | compte(?:nt)? | prépare\w* | planifiée?s? | prochain\w*
        fixée?s? | avant fin | d['’]ici | souhaite\w* | espère\w* | veut | veulent | objectif
    """,
    happened=r"""
        s['’]est produite? | réussi\w* | succès | effectué\w* | réalisé\w* | lors (?:du|de)
        a eu lieu | ont eu lieu | accompli\w* | au cours | mené\w* | terminé\w* | historique
    """,
    refused=r"""
        envisag\w+
        sans doute | probablement | vraisemblablement
        ouvr\w+ (?:ainsi |donc )?la voie | chaque fois | souvent | régulièrement | films?
        documentaires? | livres? | romans?
        exposition | jeu vidéo | actuellement | toujours | ne(?! \w+ (?:pas|qu['’]) avant)
        n['’]\w* | pas(?! avant) | jamais | sans(?! équipage) | si | s['’]ils? | peut-être
        pourrai(?:t|ent) | peut | peuvent
        pourra | annul\w+ | au lieu | éventuel\w* | possible\w* | aurait
        auraient | devai(?:t|ent)(?: \S+){0,4} ?$ | serait | seraient | initialement | censée?s?
        afin de
        rien ne dit | personne | capables? | permettr\w+ | exclu\w* | démen\w+ | coûte\w*
    """,
    rehearsed=r"""
        simul\w* | [sm]['’]entraîn\w+ | entraînements? | entraînée?s? (?:à|pour|au)
        répèt\w+ | répét(?:er|é|ition)\w*""",
    days_later=r"<n> jours? (?:plus tard|après)(?! (?:le|la|son|sa|leur|l['’]))",
    hours_later=r"<n> heures? plus tard",
    days_ago=r"il y a <n> jours?",
    months_ago=r"il y a <n> mois",
    days_earlier=r"<n> jours (?:plus tôt|auparavant|avant)(?! (?:le|la|son|sa|leur|l['’]))",
    years_ago=r"il y a(?: plus de| environ| près de| tout juste| exactement)? <n> ans",
    anniversary=r"il y a (?:aujourd['’]hui <n> ans|<n> ans (?:aujourd['’]hui|jour pour jour))",
    weekday_and_day=True,
    counts=counting(
        "un deux trois quatre cinq six sept huit neuf dix",
        "vingt trente quarante cinquante soixante",
        "-",
    ),
    doubted=r"""
        peut-être | espérai\w+
        films? | documentaires? | livres? | romans? | incertain\w* | démen\w+ | nie\w* | rumeurs?
        ignore
    """,
    refused_after=r"""
        devai(?:t|ent) avoir lieu | annulée?s? | n['’]a pas | ne (?:se|sera) | impossible
    """,
    conjunctions="""
        et | mais | où | qui | que | dont | lorsque | quand | tandis | après | avant | alors
    """,
    reported="""
        que | quand | si
    """,
    stages=r"""
        (?:premier|deuxième|second)s? étages? | étage (?:principal|supérieur) | boosters? | coiffe
    """,
    stands_for_flight=r"""
        (?:Columbia|Challenger|Discovery|Atlantis|Endeavour|Orion|Starliner|Crew Dragon|Dragon|\
        Soyouz)(?! \d)
        (?:deux|trois|quatre|cinq|six|sept) (?:\w+ )?(?:astronautes|cosmonautes|spationautes|\
        taïkonautes|hommes)
        une? (?:\w+ ){0,2}(?:capsule|vaisseau|équipage|navette)
        il | elle | ils | elles | son | sa
        (?:l['’]|le |la |les |cette |ce |cet |leur )(?:[\w'’-]+ ){0,2}?(?:vaisseau\w*|équipage|\
        capsule|sonde|mission|engin|appareil|astronautes?|cosmonautes?|spationautes?|navette|\
        fusée|module|atterrisseur|rover|satellite|vol|télescope|cargo|lancement|décollage|\
        atterrissage|amarrage|aventure|retour|tir)
    """,
    comparison=r"""
        (?:depuis|après|suite à|à la suite d[eu]|dus? (?:à|au)|avant|comme|contrairement à|\
        remplacer\w*(?: le vaisseau de)?|\
        relev\w+|rejoindr\w+|\
        succédant à)(?: (?:l['’])?(?:le|la|les|mission|équipage|vaisseau|capsule|de|\
        du|d|retour(?: \w+)?|départ|plusieurs|deux|trois|quatre)){0,5}(?: l['’])?
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
        "hier soir": ("day", -1),
        "demain matin": ("day", 1),
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
    same_day=listed("le même jour | le jour même | ce jour-là"),
    next_day=listed("le lendemain | le jour suivant | au lendemain | un jour plus tard"),
    day_before=listed("la veille | le jour précédent | un jour plus tôt"),
    macros={
        "station": r"""
            (?:l['’]ISS|(?:la|une|leur|\
            sa) (?:station)(?: spatiale| orbitale)?(?: internationale|\
             chinoise)?(?: ISS| Tiangong| Mir)?|la SSI|Mir|Tiangong|l['’]avant-poste orbital|\
            le laboratoire orbital|bord de (?:l['’]ISS|la station))
        """,
        "adverb": r"""
            (?:(?:(?!probab|vraisem|éventu|appar)\w+ment|donc|enfin|ensuite|aussi|déjà|bien|ainsi|\
            finalement|également) ){0,2}
        """,
        "space": r"""
            (?:l['’]espace|l['’]orbite|la Lune|Mars|Mercure|Jupiter|Saturne|le cosmos|les étoiles|\
            l['’]astéroïde|la comète|Titan|Vénus)
        """,
        "not a launch": r"""
            (?! (?:un|une|le|la|les|des|de|du|son|sa) (?:nouve\w+ )?(?:programme|projet|appel|\
            concours|campagne|enquête|étude|initiative|site|débat|alerte|offre|produit))
        """,
    },
)
