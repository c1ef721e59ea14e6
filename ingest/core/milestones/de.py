"""The German words of milestones."""

from __future__ import annotations

from ingest.core.milestones.words import Words, cues, listed, numbered, weekdays

WORDS = Words(
    cues=(
        *cues(
            "undocking",
            past=r"""
                abgedockt | abgekoppelt | abgelegt
                legte[n]? (?:[^;:]{1,80}? )?ab(?=[.,;!]|$| und)
                (?:verließ(?:en)?|verlassen) <station>
            """,
            bare=r"""
                Abdocken | Abkoppeln | Abdockmanöver | abzudocken | abdocken
                dockt\w* (?:[^;:]{1,60}? )?ab | verlässt <station>
            """,
        ),
        *cues(
            "docking",
            past=r"""
                kam(?:en)? (?:[^;:]{1,60}? )?<station> an(?=[.,;!]|$| und) | angedockt
                angekoppelt | (?:dockte|koppelte)n?(?! (?:[^;:]{1,60}? )?ab\b)
                (?:an|auf|bei) <station> (?:angekommen|eingetroffen)
                erreichten? (?:[^;:]{1,60}? )?<station>
            """,
            bare=r"""
                (?:An|an)docken | Ankopp(?:eln|lung) | (?:An)?dockmanöver | Kopplung(?:smanöver)?
                anzudocken | (?:dockt|koppelt)(?! (?:[^;:]{1,60}? )?ab\b)
                erreich(?:t|en) <station>
            """,
        ),
        *cues(
            "spacewalk",
            past=r"""
                (?:ins (?:freie )?(?:All|Weltall)) ausgestiegen
            """,
            bare=r"""
                Außenbord(?:einsatz\w*|einsätze\w*|aktivität\w*|manöver\w*|arbeiten)
                Weltraum(?:spazierg\w+|ausstieg\w*) | Spaziergang im (?:All|Weltall|Weltraum)
                EVA
            """,
        ),
        *cues(
            "launch",
            future=r"""
                (?:Flug|Mission)[^.;]{0,60}? (?:ist|sind) (?:für|im) [^.;]{1,40}? (?:geplant|\
                vorgesehen|angesetzt)
            """,
            past=r"""
                (?:ins All|ins Weltall|zur (?:ISS|Raumstation|Internationalen Raumstation)|\
                zum Mond|zum Mars) aufgebrochen
                gestartet(?:e[nrs]?)? | startete[nt]? | abgehoben
                hob(?:en)? (?:[^;:]{1,80}? )?ab(?=[.,;!]|$| und)
                (?:ins (?:Weltall|All|Weltraum)|in den (?:Weltraum|Orbit)|\
                in die (?:\w+ )?Umlaufbahn|zur ISS|zum Mond) (?:geflogen|gebracht|geschickt|\
                gestartet|befördert|geschossen)
                flog(?:en)? (?:[^;:]{1,60}? )?(?:ins (?:Weltall|All)|in den (?:Weltraum|Orbit))
                (?:im Orbit|die (?:Erd)?umlaufbahn|den Orbit) erreicht
            """,
            bare=r"""
                (?:ins All|ins Weltall|zur (?:ISS|Raumstation|Internationalen Raumstation)|\
                zum Mond|zum Mars) aufbrechen
                (?:Raketen|Erst|Jungfern|Welt)?start(?:s|es)?(?!-?(?:platz|rampe|fenster|\
                gelände|versuch|phase|termine?n?|bahn))
                Liftoff | starten | startet(?! eine (?:Kampagne|Initiative|Umfrage)) | zu starten
                abheben | hebt (?:[^;:]{1,70}? )?ab
                (?:fliegt|fliegen) (?:[^;:]{1,60}? )?(?:ins (?:Weltall|All)|zur (?:ISS|\
                Raumstation|Internationalen Raumstation)|zum Mond)
                (?:ISS|Raumstation|All|Weltall|Mond) fliegen
            """,
        ),
        *cues(
            "landing",
            past=r"""
                ging(?:en)? (?:[^;:]{1,80}? )?nieder | gelandet(?:e[nrs]?)? | landete[nt]?
                gewassert | wasserte[n]? | aufgesetzt
                setzte[n]? (?:[^;:]{1,80}? )?auf(?=[.,;!]|$| und)
                (?:zur Erde|auf die Erde|von der ISS) (?:\w+ )?(?:zurück)?gekehrt
                zur Erde zurückgekehrt | kehrte[n]? (?:[^;:]{1,60}? )?(?:zur|auf die) Erde zurück
            """,
            bare=r"""
                (?:Mond|Mars|Bruch|Not)?landung(?!s(?:platz|gebiet|zone|stelle|modul|fähre|\
                system|versuch))
                Wasserung | (?<!zu )landen(?!de) | landet | zu landen | wassern | wassert
                Rückkehr (?:zur Erde|auf die Erde)
                kehr(?:t|en) (?:[^;:]{1,60}? )?(?:zur|auf die) Erde zurück
                zur Erde zurück(?:kehren|kommen|fliegen)
            """,
        ),
        *cues(
            "crew_assigned",
            past=r"""
                (?:nominiert|ausgewählt|ernannt|benannt|bestimmt|berufen)
            """,
        ),
        *cues(
            "handover",
            past=r"""
                (?:das Kommando|den Befehl) (?:[^;:]{1,40}? )?(?:übergeben|übernommen)
                übernahm(?:en)? (?:[^;:]{1,40}? )?das Kommando | abgelöst
                löste[n]? (?:[^;:]{1,40}? )?ab
            """,
            bare=r"""
                Kommandoübergabe | Kommandowechsel | Ablösung
            """,
        ),
        *cues(
            "delay",
            past=r"""
                verschoben | verzögert(?:e|en)? | verlegt | verschob(?:en)?
            """,
            bare=r"""
                Verschiebung | Verzögerung\w* | Verspätung
            """,
        ),
        *cues(
            "anomaly",
            past=r"""
                brach(?:en)? (?:[^;:]{1,60}? )?(?:Feuer|Brand) aus
                (?:Feuer|Brand) (?:ausbrach|ausgebrochen)
                (?:Leck|Riss|Defekt)\w* (?:[^.;]{1,30} )?(?:entdeckt|festgestellt|gefunden)
                explodiert(?:e|en)? | verunglückt(?:e|en)? | abgestürzt
                stürzte[n]? (?:[^;:]{1,80}? )?(?:ab|auf den (?:Mond|Mars)) | zerbrach
                auseinandergebrochen | zerbrochen | brach(?:en)? (?:[^;:]{1,50}? )?auseinander
                ausgefallen | gescheitert | misslang
            """,
            bare=r"""
                Explosion | Absturz | Unglück
                (?:Helium|Ammoniak|Kühlmittel|Luft|Treibstoff)?-?[Ll]ecks? | Panne\w?
                Katastrophe | Defekt\w*
            """,
        ),
        *cues(
            "death",
            past=r"""
                gestorben | starb(?:en)? | ums Leben (?:gekommen|kamen|kam)
                kam(?:en)? (?:[^;:]{1,60}? )?ums Leben | getötet | verstorben
            """,
            bare=r"""
                Tod
            """,
        ),
    ),
    planned=r"""
        soll(?:en|te|ten)? | wird | werden | will | wollen | plant | planen | geplant\w*
        vorgesehen | bevorstehend\w* | voraussichtlich | erwartet | frühestens | nächste[nrs]?
        kommende[nrs]? | beabsichtig\w+ | angesetzt | möchte\w* | darf | dürfen
        vor(?= dem (?:Start|Flug))
    """,
    happened=r"""
        erfolgte\w* | erfolgreich\w* | geglückt | gelungen | gelang | absolviert\w*
        durchgeführt\w* | fand(?:en)? statt | unternahm\w* | vollendet\w* | erstmals | war | hat
        haben | waren
    """,
    refused=r"""
        jedes Mal | jedesmal | oft | regelmäßig | immer | \w*film\w* | dokumentation | buch
        roman | ausstellung | videospiel | derzeit | zurzeit | momentan | nicht | kein\w* | nie
        niemals | ohne(?! Besatzung| Crew) | falls | wenn | ob | könnte\w* | kann | können
        konnte\w* nicht | möglicherweise | vielleicht | womöglich | wäre\w* | würde\w* | hätte\w*
        statt | abgesagt\w* | bevor | simul\w+ | übung\w* | trainier\w+ | angeblich | ursprünglich
        hofft | hoffen
    """,
    doubted=r"""
        \w*film\w* | buch | roman | unklar | ungewiss | dementier\w+ | bestreite\w* | gerücht\w*
        offen
    """,
    refused_after=r"""
        abgesagt | nicht | gescheitert | gestrichen | abgebrochen | unmöglich
    """,
    conjunctions="""
        und | aber | während | als | nachdem | bevor | weil | wobei | dass | sondern
    """,
    reported="""
        dass | ob | wann
    """,
    stands_for_flight=r"""
        er | sie | es | seine[nrms]? | ihre[nrms]?
        (?:der|die|das|dem|den|des|diese[rs]?) (?:[\w-]+ ){0,2}?(?:\w*[Rr]aumschiff\w*|\
        \w*[Kk]apsel|\w*[Ss]onde|\w*[Mm]ission|\w*[Bb]esatzung|Crew|\w*[Rr]aumfähre|\
        \w*[Rr]akete|\w*[Ff]lug\w*|Astronaut\w*|Kosmonaut\w*|Raumfahrer\w*|\w*[Rr]over|Shuttle|\
        Lander|\w*[Ss]atellit\w*|\w*[Tt]eleskop|\w*[Ff]rachter|[Ss]tart|[Ll]andung|Starship)
    """,
    comparison=r"""
        (?:seit|nach|vor|wie|anders als|ablösen|statt)(?: (?:der|dem|den|die|das|seine[rm]|\
        ihre[rm]|Mission|Crew)){0,3}
    """,
    months=numbered("""
        januar/jan/jänner februar/feb märz/mrz april/apr mai juni/jun juli/jul august/aug
        september/sept/sep oktober/okt november/nov dezember/dez
    """),
    weekdays=weekdays("""
        montag/montags/montagabend/montagmorgen/montagnachmittag
        dienstag/dienstagabend/dienstagmorgen mittwoch/mittwochabend/mittwochmorgen
        donnerstag/donnerstagabend/donnerstagmorgen
        freitag/freitagabend/freitagmorgen/freitagnachmittag
        samstag/sonnabend/samstagabend/samstagmorgen sonntag/sonntagabend/sonntagmorgen
    """),
    relative={
        "heute": ("day", 0),
        "gestern": ("day", -1),
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
    next_day=listed("am nächsten tag | am folgenden tag | am tag darauf | tags darauf"),
    macros={
        "station": r"""
            (?:der |die |zur |zur Internationalen )?(?:ISS|(?:Internationale[nr]? )?Raumstation|\
            Station)
        """,
    },
)
