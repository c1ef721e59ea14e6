"""The German words of milestones."""

from __future__ import annotations

from ingest.core.milestones.words import Words, counting, cues, listed, numbered, weekdays

WORDS = Words(
    cues=(
        *cues(
            "undocking",
            past=r"""
                (?:abdockt|abkoppelt|ablegt)en?(?=[.,;!]|$| und)
                abgedockt | abgekoppelt | abgelegt | <station> (?:gelöst|getrennt|abgetrennt)
                (?:dockte|koppelte|legte)n? (?:[^;:]{1,80}? )?ab(?=[.,;!]|$| und)
                (?:löste|trennte)n? sich (?:[^;:]{1,60}? )?von <station>
                verließ(?:en)? (?:[^;:,]{1,60}? )?<station>(?! für)
                (?:hat|haben|hatte|hatten) (?:[^;:,]{1,80}? )?<station> (?:\w+ ){0,2}verlassen
            """,
            present=r"""
                (?:dockt|koppelt|legt) (?:[^;:]{1,60}? )?ab(?=[.,;!]|$| und) | verlässt <station>
            """,
            bare=r"""
                Abdocken | Abkoppeln | Abkopplung | Abdockmanöver | abzudocken | abdocken
                abzukoppeln | <station> (?:zu )?verlassen | (?:von )?<station> ablegen
            """,
        ),
        *cues(
            "docking",
            past=r"""
                kam(?:en)? (?:[^;:]{1,60}? )?<station> an(?=[.,;!]|$| und) | angedockt
                ankam(?:en)?(?=[.,;!]|$| und) | erreichten? das Labor
                angekoppelt | an(?:dockt|koppelt|legt)en?(?=[.,;!]|$| und)
                (?:dockte|koppelte)n?(?! (?:[^;:]{1,60}? )?ab\b)
                (?:an|auf|bei) <station> (?:\w+ ){0,2}(?:angekommen|eingetroffen|angelegt)
                (?:legte|machte)n? (?:[^;:]{1,60}? )?(?:an|am) (?:[^;:]{1,40}? )?(?:an|\
                fest)(?=[.,;!]|$| und)
                erreichten? (?:[^;:]{1,60}? )?<station> | festgemacht
                (?:traf|trafen) (?:[^;:]{1,60}? )?(?:an|auf|bei) <station> ein
                <station>,? wo [^;:]{1,50}? (?:angekommen|eingetroffen|angelegt)
                <station> erreicht(?= hat| haben|[.,])
            """,
            present=r"""
                (?:dockt|koppelt)(?! (?:[^;:]{1,60}? )?ab\b) | erreich(?:t|en) <station>
                legt (?:[^;:]{1,40}? )?<station> an(?=[.,;!]|$| und)
            """,
            bare=r"""
                (?:An|an)docken | Ankopp(?:eln|lung) | (?:An)?dockmanöver | Kopplung(?:smanöver)?
                anzudocken | anzukoppeln | festmachen | festzumachen | <station> anlegen
                Ankunft (?:an|auf|bei) (?:Bord )?<station> | <station> erreichen
                <station> (?:ankommen|eintreffen)
            """,
        ),
        *cues(
            "spacewalk",
            past=r"""
                (?:(?:ins|im) (?:freie[nr]? )?(?:All|Weltall|Weltraum)) ausgestiegen
                aus der (?:ISS|Raumstation|Station|Kapsel|Luke) ausgestiegen
                (?:schwebten?|stiegen|stieg) (?:[^;:]{1,60}? )?(?:ins (?:freie )?(?:All|\
                Weltall)|aus der (?:Luftschleuse|Schleuse|Raumstation)|in den (?:freien )?Weltraum)
            """,
            bare=r"""
                (?:Außenbord|Aussenbord|Außen|Aussen|Weltraum)-?(?:einsatz\w*|einsätze\w*|\
                aktivität\w*|manöver\w*|\
                arbeiten)
                Weltraum-?(?:spazierg\w+|ausstieg\w*) | Spacewalks?
                Spazierg\w+ im (?:All|Weltall|Weltraum) | EVA
                Ausstieg(?:e|s|es)? (?:ins|in den|im|in das) (?:freie[nr]? )?(?:All|Weltall|\
                Weltraum)
                Einsatz außerhalb der (?:Raumstation|ISS|Station)
            """,
        ),
        *cues(
            "launch",
            scheduled=r"""
                Starttermin für
                (?:ist|sind) (?:[^;:,.]{1,50} )?(?:geplant|vorgesehen|angesetzt)
            """,
            future=r"""
                startet nicht vor
            """,
            past=r"""
                <into space> (?:und <into space> )?(?:aufgebrochen|geflogen|gebracht|geschickt|\
                gestartet|befördert|\
                geschossen|transportiert|entsandt|abgehoben|katapultiert|unterwegs)
                aufgebrochen | auf (?:den Weg|die Reise|eine Reise) (?:[^;:]{1,30}? )?(?:gemacht|\
                geschickt|gegangen|gebracht)
                machten? sich (?:[^;:]{1,80}? )?auf (?:den Weg|die Reise)
                brach(?:en)? (?:[^;:]{1,100}? )?auf(?=[.,;!]|$| und)
                gestartet(?:e[nrs]?)? | startete[nt]? | abgehoben
                hob(?:en)? (?:[^;:]{1,120}? )?ab(?=[.,;!]|$| und)
                (?:flog|brachte|schickte|schoss|beförderte|startete|trug|hob|katapultierte|\
                entsandte)(?:en|n)? (?:[^;:]{1,80}? )?<into space>
                (?:im Orbit|die (?:Erd)?umlaufbahn|den Orbit) erreicht
                erreichten? (?:[^;:]{1,40}? )?(?:den Orbit|die (?:Erd)?umlaufbahn)
                umrundete[n]? (?:[^;:]{1,60}? )?(?:die Erde|den Mond)
                trat(?:en)? (?:[^;:]{1,60}? )?(?:die|ihre|seine) Reise (?:[^;:]{1,30}? )?an
            """,
            present=r"""
                startet(?! eine (?:Kampagne|Initiative|Umfrage)) | hebt (?:[^;:]{1,70}? )?ab
                bricht (?:[^;:]{1,70}? )?auf(?=[.,;!]|$| und)
                (?:fliegt|fliegen|schickt|schicken|schießt|bringt|bringen) (?:[^;:]{1,60}? )?\
                <into space>
                (?:macht|machen) sich (?:[^;:]{1,60}? )?auf den Weg
            """,
            bare=r"""
                Abflug(?= (?:der|des|von|zur|zum|ist|war|soll|wird))
                <into space> (?:aufbrechen|fliegen|starten|schicken|bringen|befördern|abheben|\
                transportieren)
                (?:Raketen|Erst|Jungfern|Welt)?start(?:s|es)?(?!-?(?:platz|rampe|fenster|\
                gelände|versuch|phase|termine?n?|bahn|kosten|ups?|technik))
                Lift-?off | starten | zu starten | abheben | abzuheben
                (?:ISS|Raumstation|All|Weltall|Mond|Mars) (?:zu )?fliegen
                um den Mond (?:zu )?(?:fliegen|kreisen)
            """,
        ),
        *cues(
            "landing",
            past=r"""
                (?:den Mond|den Erdtrabanten|die Mondoberfläche) (?:[^;:]{1,40} )?betrat(?:en)?
                (?:kehrte|kam)(?:en|n)? (?:[^;:]{1,60}? )?(?:wohlbehalten |sicher |\
                heil )?zurück(?=[.,;!]|$| und)
                fiel(?:en)? (?:[^;:]{1,40}? )?in den (?:Pazifik|Atlantik|Ozean)
                ging(?:en)? (?:[^;:]{1,80}? )?nieder | gelandet(?:e[nrs]?)? | landete[nt]?
                gewassert | wasserte[n]? | aufgesetzt | niedergegangen
                setzte[n]? (?:[^;:]{1,100}? )?auf(?=[.,;!]|$| und)
                (?:zur|auf die|auf der|auf) Erde (?:\w+ ){0,2}(?:zurück)?(?:gekehrt|gekommen|\
                gebracht|geflogen|geholt|zurück)
                (?:kehrte|kam|flog|kamen|flogen|brachte)n? (?:[^;:]{1,80}? )?(?:zur|auf die) Erde \
                zurück
                (?:kehrte|kam|flog|kamen|flogen|brachte)n? (?:[^;:]{1,80}? )?zurück (?:zur|\
                auf die) Erde
                (?:sind|ist|war|waren) (?:[^;:,]{1,60}? )?(?:zurück|wieder) auf der Erde
                zur Erde zurückgekehrt | von der ISS (?:\w+ )?(?:zurück)?gekehrt
                betrat(?:en)? (?:[^;:]{1,60}? )?(?:den Mond|die Mondoberfläche)
                erreichten? (?:[^;:]{1,40}? )?(?:den Mars|die Marsoberfläche)
            """,
            present=r"""
                landet | wassert
                kehr(?:t|en) (?:[^;:]{1,80}? )?(?:zur|auf die) Erde zurück
                kehr(?:t|en) (?:[^;:]{1,80}? )?zurück (?:zur|auf die) Erde
                kehr(?:t|en) (?:[^;:]{1,60}? )?zurück(?=[.,;!]|$| und)
                setzt (?:[^;:]{1,80}? )?auf (?:dem|der) (?:Mond|Mars|Erde|Mondoberfläche)
            """,
            bare=r"""
                zurück(?:zu)?fliegen | zurück(?:zu)?kehren(?=[.,;!]|$| und)
                (?:Mond|Mars|Bruch|Not|Wasser)?landung(?!s(?:platz|gebiet|zone|stelle|modul|fähre|\
                system|versuch|technik|anflug))
                Wasserung | (?<!zu )landen(?!de) | zu landen | wassern | zu wassern
                Rückkehr (?:[^;:,.]{1,40}? )?(?:zur|auf die) Erde | Heimkehr
                Rückkehr(?= (?:der|des|von|ist|soll|wird|war|am|im|aus)) | aufsetzen | aufzusetzen
                (?:zur|auf die) Erde (?:zurück)?(?:kehren|kommen|fliegen|zukehren|bringen)
                zurück (?:zur|auf die) Erde (?:kehren|kommen|fliegen|bringen)
            """,
        ),
        *cues(
            "crew_assigned",
            past=r"""
                gehör(?:t|en) zur (?:\w+ )?(?:Besatzung|Crew|Mannschaft)
                (?:gab|gibt|stellte|präsentierte)n? (?:[^;:.]{1,60} )?(?:Crew|Besatzung|Namen der)
                (?:Crew|Besatzung|Mannschaft)(?: (?:der|für|von) [^;:.]{1,50}?)? (?:vorgestellt|\
                bekannt ?gegeben|präsentiert)
                (?:nominiert|ausgewählt|ernannt|benannt|bestimmt|berufen|auserkoren|zugeteilt|\
                eingeteilt)
                als (?:Kommandant|Pilot|Bordingenieur|Missionsspezialist)(?:in)? vorgesehen
            """,
        ),
        *cues(
            "handover",
            past=r"""
                (?:das Kommando|den Befehl) (?:[^;:]{1,90}? )?(?:übergeben|übernommen|abgegeben)
                (?:übergab|übernahm)(?:en)? (?:[^;:]{1,30} )?(?:den|die) Schlüssel
                (?:übernahm|übergab)(?:en)? (?:[^;:]{1,80}? )?(?:das )?Kommando | abgelöst
                löste[n]? (?:[^;:]{1,40}? )?ab
            """,
            present=r"""
                (?:übernimmt|übernehmen|übergibt) (?:[^;:]{1,60}? )?(?:das )?Kommando
            """,
            bare=r"""
                Kommandoübergabe | Kommandowechsel | Ablösung | Schichtwechsel | Wachablösung
                Kommando (?:[^;:]{1,40}? )?(?:übernehmen|übergeben)
            """,
        ),
        *cues(
            "delay",
            past=r"""
                später als (?:geplant|vorgesehen) | abgeblasen | aufgeschoben | zu verschieben
                verschoben | verzögert(?:e|en)? | verlegt | verschob(?:en)? | vertagt(?:e|en)?
                verschiebt | verschieben(?! sich (?:die|der) (?:Gewicht|Grenze)) | hinausgezögert
                ausgesetzt | nach hinten (?:gerückt|verschoben)
            """,
            bare=r"""
                Verschiebung | Verzögerung\w* | Verspätung | Startverschiebung | Startabbruch
            """,
        ),
        *cues(
            "anomaly",
            past=r"""
                (?:entdeckt|bestätigt|fand|bemerkt)\w* (?:[^.;,]{1,40} )?Risse
                (?:Kontakt|Funkkontakt|Verbindung|Signal) (?:[^;:]{1,50} )?(?:brach|\
                riss) (?:[^;:]{0,40} )?ab
                (?:trat|tritt|traten) (?:[^;:.]{0,40} )?(?:Kühlmittel|Helium|Treibstoff|Ammoniak|\
                Gas|Luft) aus
                brach(?:en)? (?:[^;:]{1,60}? )?(?:Feuer|Brand) aus
                (?:Feuer|Brand) (?:ausbrach|ausgebrochen)
                (?:Leck|Riss|Defekt|Schaden|Schäden)\w* (?:[^.;]{1,40} )?(?:entdeckt|festgestellt|\
                gefunden|bemerkt|aufgetreten)
                explodiert(?:e|en)? | verunglückt(?:e|en)? | abgestürzt | zerschellt(?:e|en)?
                (?:stürzte|schlug)[n]? (?:[^;:]{1,80}? )?(?:ab|auf den (?:Mond|Mars)|\
                auf dem (?:Mond|Mars))
                zerbrach(?:en)? | auseinandergebrochen | zerbrochen
                brach(?:en)? (?:[^;:]{1,50}? )?auseinander
                ausgefallen | gescheitert | misslang | missglückte? | versagt(?:e|en)?
                fiel(?:en)? (?:[^;:,]{1,50}? )?aus(?=[.,;!]|$| und)
                (?:Kontakt|Funkkontakt|Verbindung) (?:[^;:,]{1,60}? )?(?:verloren|abgebrochen|\
                abgerissen|verlor|brach ab|riss ab)
                (?:verlor|verloren) (?:[^;:,]{1,50}? )?(?:den |die )?(?:Kontakt|Funkkontakt|\
                Verbindung)
                (?:geriet|gerieten) (?:[^;:,]{1,50}? )?außer Kontrolle
                (?:in den|im) (?:Sicherheitsmodus|abgesicherten Modus|Safe-?Mode)
                beschädigt(?:e|en)?(?! (?:Satelliten|Teile|Hardware))
            """,
            bare=r"""
                (?:Hardware|Software|Triebwerks|Computer)fehler
                notlanden | notzulanden
                (?:Betriebs|Funk|Triebwerks|Computer)?störung(?:en)?
                Explosion | Absturz | Unglück | Fehlstart | Notlandung | Startabbruch
                (?:Helium|Ammoniak|Kühlmittel|Luft|Treibstoff)?-?lecks? | Panne\w?
                (?<!Gegen)Feuer an Bord | Brand(?= (?:an Bord|in der|während|bei))
                Katastrophe | Defekts?(?! (?:war|ist|sind)\b) | Triebwerksausfall | Zwischenfall
            """,
        ),
        *cues(
            "death",
            past=r"""
                gestorben | starb(?:en)? | ums Leben (?:gekommen|kamen|kam)
                kam(?:en)? (?:[^;:]{1,80}? )?ums Leben | getötet | verstorben
                tödlich verunglückt(?:e|en)? | verstarb(?:en)?
                kosteten? (?!fast|beinahe)(?:[^;:.]{1,90} )?das Leben
                (?:riss|rissen) (?:[^;:.]{1,90} )?in den Tod
                das Leben (?:gekostet|verloren|kosteten?)
            """,
            bare=r"""
                Tod
            """,
        ),
    ),
    planned=r"""
        erfolgt(?= (?!und )\w) | finde[nt]\w* statt | steht an | stehen an
        soll(?:en|te|ten)? | wird | werden | will | wollen | plant | planen | geplant\w*
        vorgesehen | bevorstehend\w* | voraussichtlich | erwartet | frühestens | nächste[nrs]?
        kommende[nrs]? | beabsichtig\w+ | angesetzt | möchte\w* | darf | dürfen
        vor(?= dem (?:Start|Flug)) | bereite[nt]\w* | Vorbereitung\w*
    """,
    happened=r"""
        (?:ist|sind|sei) (?:[^;:,]{1,60} )?erfolgt
        erfolgte\w* | erfolgreich\w* | geglückt | gelungen | aufgestellt | gelang | absolviert\w*
        durchgeführt\w* | fand(?:en)? statt | unternahm\w* | vollendet\w* | erstmals | war | hat
        haben | waren
    """,
    refused=r"""
        eigentlich (?:sollte|hätte|war|wollte)\w*
        wahrscheinlich | vermutlich | mutmaßlich
        ^(?:wird|werden|sollte|sollten) | möglich\w* | Weg (?:\w+ ){0,2}(?:ebnet\w*|bereitet\w*)
        (?:ebnet|bereitet)\w* (?:\w+ ){0,3}(?:Weg|Boden) | jedes Mal | jedesmal | oft | regelmäßig
        immer | \w*film\w* | dokumentation | buch
        roman | ausstellung | videospiel | derzeit | zurzeit | momentan | nicht(?! vor)
        kein\w* | niemand | nie | niemals | ohne(?! Besatzung| Crew) | falls | wenn | ob
        könnte\w* | kann
        können
        konnte\w* nicht | möglicherweise | vielleicht | womöglich | wäre\w* | würde\w* | hätte\w*
        statt | abgesagt\w* | bevor | angeblich | ursprünglich
        hofft | hoffen | erwäg\w+ | erwog(?:en)? | prüft | prüfen | sollte | ausgeschlossen
    """,
    rehearsed=r"simul\w+ | übung\w* | trainier\w+ | übte[n]? | übt | üben | geübt\w*",
    days_later=r"<n> tage? (?:später|darauf|danach)",
    hours_later=r"<n>(?:einhalb)? stunden? (?:später|danach)",
    days_ago=r"vor <n> tage[n]?(?! (?:start|flug|abflug))",
    months_ago=r"vor <n> monaten",
    days_earlier=r"<n> tage (?:zuvor|vorher|früher)",
    years_ago=r"(?<!heute )vor(?: gut| rund| fast| etwa| knapp| mehr als| genau)? <n> jahren",
    anniversary=r"(?:heute vor|auf den tag genau vor) (?:genau )?<n> jahren",
    counts=counting(
        "einen/ein/eine zwei drei vier fünf sechs sieben acht neun zehn",
        "zwanzig dreißig vierzig fünfzig sechzig",
        "und",
        units_first=True,
    ),
    doubted=r"""
        hoff\w+ | vielleicht | möglicherweise | angeblich\w*
        \w*film\w* | buch | roman | unklar | ungewiss | dementier\w+ | bestreite\w* | gerücht\w*
        offen
    """,
    refused_after=r"""
        schloss\w* (?:[^;:,]{1,40}? )?aus | ausgeschlossen | abgesagt | nicht(?! vor)
        gescheitert | gestrichen | abgebrochen | unmöglich
    """,
    conjunctions="""
        und | aber | während | als | nachdem | bevor | weil | wobei | dass | sondern
    """,
    reported="""
        dass | ob | wann
    """,
    stages=r"""
        (?:erste|zweite|untere|obere)[nr]? Stufe\w* | Booster\w* | (?:Raketen|Haupt|Ober)stufe\w*
    """,
    stands_for_flight=r"""
        (?:Columbia|Challenger|Discovery|Atlantis|Endeavour|Orion|Starliner|Crew Dragon|Dragon|\
        Sojus)(?! \d)
        (?:zwei|drei|vier|fünf|sechs|sieben) (?:\w+ )?(?:Astronaut\w+|Kosmonaut\w+|Raumfahrer\w*|\
        Menschen|Männer)
        ein(?:e|em|er)? (?:\w+ ){0,2}(?:\w*-?kapsel|raumschiff|raumfähre)
        er | sie | es | seine[nrms]? | ihre[nrms]?
        (?:der|die|das|dem|den|des|diese[rs]?) (?:[\w-]+ ){0,2}?(?:[\w-]*raumschiff\w*|\
        [\w-]*kapsel|[\w-]*sonde|[\w-]*mission|[\w-]*besatzung|Crew|[\w-]*raumfähre|\
        [\w-]*rakete|[\w-]*flug\w*|[\w-]*Astronaut\w*|Kosmonaut\w*|Raumfahrer\w*|\
        [\w-]*rover|Shuttle|[\w-]*lander|[\w-]*satellit\w*|[\w-]*teleskop|[\w-]*frachter|\
        start|landung|rückkehr|Starship)
    """,
    comparison=r"""
        (?:seit|nach|vor|wie|anders als|ablösen|statt)(?: (?:mehrere[nr]?|zwei|drei|vier|\
        der|dem|den|die|das|seine[rm]|\
        ihre[rm]|Mission|Crew)){0,3}
    """,
    months=numbered("""
        januar/jan/jänner februar/feb märz/mrz april/apr mai juni/jun juli/jul august/aug
        september/sept/sep oktober/okt november/nov dezember/dez
    """),
    weekdays={
        day + time: number
        for day, number in weekdays(
            "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag"
        ).items()
        for time in ("", *"s abend früh mittag morgen nachmittag nacht vormittag".split())
    },
    relative={
        "heute": ("day", 0),
        "gestern": ("day", -1),
        "heute morgen": ("day", 0),
        "heute früh": ("day", 0),
        "gestern abend": ("day", -1),
        "morgen früh": ("day", 1),
        "vorgestern": ("day", -2),
        "morgen": ("day", 1),
        "übermorgen": ("day", 2),
        "diesen monat": ("month", 0),
        "letzten monat": ("month", -1),
        "vergangenen monat": ("month", -1),
        "nächsten monat": ("month", 1),
        "kommenden monat": ("month", 1),
        "dieses jahr": ("year", 0),
        "in diesem jahr": ("year", 0),
        "letztes jahr": ("year", -1),
        "vergangenes jahr": ("year", -1),
        "im vergangenen jahr": ("year", -1),
        "im vorjahr": ("year", -1),
        "nächstes jahr": ("year", 1),
        "kommendes jahr": ("year", 1),
        "im nächsten jahr": ("year", 1),
        "im kommenden jahr": ("year", 1),
    },
    same_day=listed("am selben tag | am gleichen tag | noch am selben tag"),
    next_day=listed(
        """
        am nächsten tag | am folgenden tag | am tag darauf | tags darauf | einen tag später
        am tag danach
        """
    ),
    day_before=listed(
        """
        einen tag zuvor | am vortag | tags zuvor | am tag davor | am tag zuvor | einen tag vorher
        einen tag früher
        """
    ),
    macros={
        "station": r"""
            (?:der |die |zur |den |zum |ihrem |ihren )?(?:ISS|(?:(?:Internationale|\
            chinesische)[nr]? )?\
            Raumstation(?: ISS| Tiangong| Mir)?|Station(?: Mir)?|Mir|Tiangong|Außenposten(?: der \
            Menschheit)?|Weltraumlabor|Raumlabor)
        """,
        "into space": r"""
            (?:(?:ins|in das) (?:All|Weltall)|in den (?:Weltraum|Orbit|Kosmos)|\
            (?:in (?:die|eine|seine|ihre)|auf (?:die|eine|seine|\
            ihre)) (?:\w+ ){0,2}(?:\w*umlaufbahn|\
            Bahn)|(?:zur|zu der) (?:Internationalen |chinesischen )?(?:Raumstation|\
            ISS)(?: \(?ISS\)?| [„"«]?Tiangong[“"»]?)?|\
            zum (?:Mond|Mars|Merkur|Jupiter|Saturn|Asteroiden \w+|Kometen \w+)|zu einem Asteroiden|\
            um den Mond|(?:in )?Richtung (?:ISS|Raumstation|Mond|Mars|All))
        """,
    },
)
