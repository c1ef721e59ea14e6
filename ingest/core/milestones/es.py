"""The Spanish words of milestones."""

from __future__ import annotations

from ingest.core.milestones.words import Words, counting, cues, listed, numbered, weekdays

WORDS = Words(
    cues=(
        *cues(
            "undocking",
            past=r"""
                (?:zarp|part)(?:ó|ió|aron|ieron) de(?:sde)? <station>
                (?:se )?desacopl(?:ó|aron|ado|ada|ados) | (?:se )?desenganch(?:ó|aron)
                (?:abandonó|abandonaron|dejó|dejaron) <station>
                (?:ha|han|había|habían) (?:abandonado|dejado) \
                <station>
                (?:se )?(?:separ|desprend|alej)(?:ó|aron|ió|ieron) de(?:l)? <station>
                (?:se (?:ha|han|había) )?separado de(?:l)? <station>
                (?:partió|partieron|salió|salieron) de(?:sde)? <station>
            """,
            future=r"""
                se desacoplar(?:á|án) | (?:abandonar|dejar)(?:á|án) <station>
                se separar(?:á|án) de <station>
            """,
            present=r"""
                se desacopla(?:n)? | (?:abandona|deja)n? <station>
            """,
            bare=r"""
                desacople | desacoplamiento | desacoplar(?:se)? | abandonar <station>
                partida de <station>
            """,
        ),
        *cues(
            "docking",
            past=r"""
                (?:se )?acopl(?:ó|aron)(?! (?:el|un) módulo) | (?:ha|han|había) acoplado
                (?:lleg|arrib)(?:ó|aron|ado) (?:[^;:]{1,60}? )?a <station>
                (?:alcanz|entr)(?:ó|aron) (?:[^;:,]{1,30}? )?(?:a|en)? ?<station>
                atrac(?:ó|aron|ado) | (?:se )?enganch(?:ó|aron|ado) (?:a|al|con)
                (?<!está )(?<!están )(?<!estaba )(?<!permanecen )(?<!permanece )(?<!permaneció )\
                acoplad[oa]s? a <station>
            """,
            future=r"""
                se acoplar(?:á|án) | llegar(?:á|án) (?:\w+ ){0,5}a <station> | atracar(?:á|án)
                alcanzar(?:á|án) <station>
            """,
            present=r"""
                se acopla(?:n)? | atraca(?:n)? | llega(?:n)? (?:\w+ ){0,5}a <station>
            """,
            bare=r"""
                lleg(?:uen|ue|aran) (?:\w+ ){0,3}a <station>
                (?<!des)acopl(?:amiento|e)(?!s) | (?<!des)acoplar(?:se)? | llegada a <station>
                llegar (?:\w+ ){0,3}a <station> | atracar | atraque
            """,
        ),
        *cues(
            "spacewalk",
            past=r"""
                (?:salieron|salió) (?:\w+ ){0,3}(?:al exterior|a caminar|(?:al|hacia el) espacio)
                (?:salieron|salió|caminó|caminaron) (?:\w+ ){0,3}(?:fuera de|en el vacío|\
                de la (?:nave|\
                estación|cápsula|esclusa|escotilla)|del módulo)
                (?:caminó|caminaron|flotó|flotaron) (?:\w+ ){0,2}(?:por|en) el espacio
            """,
            future=r"""
                saldr(?:á|án) (?:\w+ ){0,3}(?:al exterior|al espacio abierto|a caminar)
            """,
            bare=r"""
                (?:caminatas?|paseos?) espacial(?:es)? | caminatas?
                (?:caminatas?|paseos?) (?:por|en) el espacio
                (?:actividad(?:es)?|salidas?) (?:extra-?vehicular(?:es)?|al espacio(?: abierto)?)
                EVA
            """,
        ),
        *cues(
            "launch",
            scheduled=r"""
                (?:está|están) (?:previst|programad|planead)[oa]s? para
            """,
            past=r"""
                (?:parti|sali)(?:ó|eron|do) (?:[^.;]{1,60} )?(?:hacia|rumbo a|con destino a|\
                camino de|camino a|al|a|desde|de|del) (?:<space>|Baikonur|Cabo Cañaveral|Jiuquan|\
                cosmódromo|base|centro|Centro|Florida|<station>)
                (?:lanzó|lanzaron|lanzad[oa]s?)<not a launch> | despeg(?:ó|aron|ado)
                (?:ha|han|había|habían|haber) (?:despegado|lanzado|puesto en órbita|enviado)
                (?:viaj|vol|part|envi|subi|ascendi|llev|transport|mand)(?:ó|aron|ió|ieron|eron|ado|\
                ad[oa]s?) (?:[^.;]{1,50} )?(?:al espacio|a la órbita|hacia <space>|a la EEI|\
                a la ISS|a la Estación|a la Luna|a Marte|alrededor de la Luna)
                (?:puest[oa]|colocad[oa])s? en (?:\w+ )?órbita
                (?:puso|pusieron|colocó|colocaron|situó) (?:[^.;]{1,40} )?en (?:\w+ )?órbita
                (?:realiz|hizo|hicieron|efectu|\
                cumpli)\w* (?:\w+ ){0,3}vuelo (?:\w+ )?(?:espacial|orbital|\
                al espacio)
                orbit(?:ó|aron) (?:alrededor de )?la (?:Tierra|Luna)
                primer[ao]? (?:\w+ ){1,3}(?:en (?:el|llegar al|viajar al|ir al) espacio|en órbita)
                (?:inici|emprendi|comenz|empez)(?:ó|eron|aron) (?:\w+ ){0,3}(?:viaje|misión|camino)
                (?:alcanzó|alcanzaron|llegó al|llegaron al) (?:el )?(?:espacio|la órbita|órbita)
            """,
            future=r"""
                (?:partir|saldr)(?:á|án) (?:[^.;,]{1,60} )?(?:hacia|rumbo|con destino|camino|\
                al espacio)
                no (?:volar|despegar)(?:á|án)(?= antes)
                volar(?:á|án)(?= (?:en|el|a (?:finales|principios|mediados))\b)
                (?:despegar)(?:á|án) | lanzar(?:á|án)<not a launch>
                (?:viajar|volar|llevar|enviar|orbitar)(?:á|án) (?:[^.;]{1,60} )?(?:al espacio|\
                a la (?:EEI|ISS|Estación|Luna|órbita)|hacia <space>|alrededor de la Luna|a Marte|\
                la Luna)
                ser(?:á|án) (?:lanzad|enviad|puest)[oa]s? | se lanzar(?:á|án)
            """,
            present=r"""
                despega(?:n)? | lanza(?:n)? (?:la|el|su|una?|tres|cuatro) (?:\w+ )?(?:nave|sonda|\
                misión|cápsula|satélite|telescopio|robot|carguero|primera?)
                env[ií]a(?:n)? (?:[\w(]+ ){0,5}(?:sonda|nave|misión|robot|satélite|cápsula|\
                astronautas|taikonautas|tripulantes)
                (?:parte|parten|sale|salen|viaja|viajan|vuela|\
                vuelan) (?:[^.;,]{1,40} )?(?:al espacio|\
                hacia <space>|rumbo a)
            """,
            bare=r"""
                lanzamientos?(?! (?:de (?:un|una|la|el|su) (?:programa|campaña|libro|disco|\
                producto)))
                enviar (?:[\w(]+ ){0,5}(?:sonda|nave|misión|robot|satélite|cápsula|\
                astronautas|tripulación|tripulantes)
                despegues? | despegar | lanzar<not a launch> | puesta en órbita
                (?:viajar|volar|ir|partir) (?:[^.;,]{1,40} )?(?:al espacio|hacia <space>|\
                a la (?:EEI|Luna|ISS|Estación))
                (?:partida|salida|viaje) (?:hacia|rumbo a|a|al) <space>
            """,
        ),
        *cues(
            "landing",
            past=r"""
                (?:volvió|volvieron|regresó|regresaron) (?:finalmente )?(?:a bordo|en (?:la|el|\
                su) (?:\w+ )?(?:nave|\
                cápsula|Shenzhou|Soyuz|Crew))
                (?:volv|regres|retorn)(?:ió|ieron|ó|aron) (?:san[oa]s? y salv[oa]s?|a salvo)
                (?:volvió|volvieron|regresó|regresaron) (?:[^;:.,]{1,20} )?de(?:sde)? (?:la EEI|\
                la ISS|la estación)
                (?:tom|toc)(?:ó|aron) tierra | amariz(?:ó|aron|ado)
                (?:aterriz|ameriz|aluniz|amartiz|acuatiz)(?:ó|aron|ado)
                (?:regresó|regresaron|volvió|volvieron|retornó|retornaron|vuelto|retornado|\
                regresado) (?:[^;:.,]{1,40}? )?a (?:la )?(?:tierra|casa)
                (?:trajo|trajeron|devolvió|traído) (?:[^;:.,]{1,40}? )?a (?:la )?tierra
                (?:se )?(?:posó|posaron) (?:[^;:.,]{1,30}? )?(?:en|sobre) | descendió | descendieron
                posado (?:en|sobre) | (?:tocó|tocaron|tocado|pisó|pisaron) (?:tierra|suelo|\
                el suelo|la superficie|la Luna|agua)
                pis(?:ar|ando) (?:la Luna|el suelo)
                (?:está|están|estaban) (?:\w+ )?de (?:vuelta|regreso) en (?:la )?Tierra
                (?:cayó|cayeron) (?:[^;:.,]{1,30}? )?(?:al mar|en el (?:océano|mar|Pacífico|\
                Atlántico))
                (?:llegó|llegaron|llegado|llevó) (?:[^;:.,]{1,30}? )?a (?:Marte|la Luna|la Tierra|\
                la superficie|Venus|Titán)
            """,
            future=r"""
                (?:volver|regresar)(?:á|án) (?:finalmente )?(?:a bordo|en (?:la|el|\
                su) (?:\w+ )?(?:nave|\
                cápsula|Shenzhou|Soyuz|Crew))
                (?:aterrizar|amerizar|alunizar|amartizar)(?:á|án)
                (?:regresar|volver|retornar)(?:á|án) (?:[^;:.,]{1,40}? )?a (?:la )?(?:tierra|\
                casa)
                (?:viajar|llevar)(?:á|án) (?:[^;:.,]{1,30}? )?a (?:la )?Tierra
                (?:regresar|volver)(?:á|án)(?= (?:el|en|este|la próxima|a (?:finales|\
                principios|mediados))\b(?! (?:la|el|su)\b))
                se posar(?:á|án) | traer(?:á|án) (?:[^;:.,]{1,40}? )?a (?:la )?Tierra
            """,
            present=r"""
                (?:aterriza|ameriza|aluniza)n? | se posan? (?:en|sobre)
                (?:regresa|vuelve|retorna)n? (?:\w+ ){0,3}a (?:la )?tierra
            """,
            bare=r"""
                regreso (?:de|del|de la) (?:[\w-]+ ){1,4}(?:está|estaba|será|se espera)
                aterrizajes?(?! (?:forzoso|de aviones)) | amerizajes? | alunizajes? | amartizaje
                (?:aterriza|ameriza|aluniza)r | (?:aterri|ameri|aluni)cen?
                su regreso(?=,? (?:previsto|programado|está|estaba|fue|será|se))
                (?:regreso|retorno|vuelta) (?:[^;:.,]{1,30}? )?a (?:la )?tierra
                (?:regresar|volver|retornar) (?:[^;:.,]{1,30}? )?a (?:la )?tierra
            """,
        ),
        *cues(
            "crew_assigned",
            past=r"""
                tripulación,? [^.;]{0,120}fue (?:presentad|anunciad)a
                (?:present|anunci|revel)(?:ó|aron) (?:\w+ ){0,3}(?:tripulación|nombres de)
                (?:fue|fueron|ha sido|han sido|es|son) (?:designad|seleccionad|elegid|nombrad|\
                escogid|asignad)[oa]s? (?:para|como|por|a)
                (?:seleccionad|elegid|designad|asignad)[oa]s? (?:para|a) (?:la misión|viajar|volar|\
                participar|la tripulación|el vuelo)
                (?:ha|han|había) (?:designado|seleccionado|elegido|nombrado|escogido|asignado)
                (?:designó|seleccionó|eligió|nombró|escogió|asignó)
            """,
        ),
        *cues(
            "handover",
            past=r"""
                (?:entreg|asum|ced|tom|traspas|transfir|pas)(?:ó|ió|aron|\
                ieron) (?:\w+ ){0,3}el mando
                relev(?:ó|aron) | (?:ha|han) (?:entregado|asumido|cedido|tomado) el mando
            """,
            future=r"""
                relevar(?:á|án) | (?:asumir|tomar|entregar)(?:á|án) el mando
            """,
            bare=r"""
                (?:traspaso|cambio|entrega|transferencia) de(?:l)? mando | (?<!de )relevo
                asumir el mando
            """,
        ),
        *cues(
            "delay",
            past=r"""
                suspendid[oa]s?(?= (?:el |por |debido|a causa))
                (?:aplazad|pospuest|retrasad|postergad|demorad|reprogramad)[oa]s?
                (?:aplaz|retras|posterg|demor|reprogram)(?:ó|aron|a|an)(?= (?:el|la|su|los|las|a|\
                al|\
                hasta|para|por|de|artemis|crew)|[.,])
                (?:decidi|oblig|forz|tuv|acord|opt|resolvi)(?:ó|o|aron|eron|ieron) (?:\w+ ){0,3}\
                (?:aplazar|posponer|retrasar|postergar|demorar|reprogramar)(?= (?:\w+ ){0,4}\
                (?:lanzamiento|despegue|regreso|vuelo|misión|acoplamiento|aterrizaje|caminata|\
                salida|desacoplamiento|partida)\b)
                (?:decidi|oblig|forz|tuv|acord|opt)\w{1,5} (?:\w+ ){0,2}(?:aplazar|posponer|\
                retrasar|postergar|demorar)l[oa]s?
                (?:más tarde|después) de lo (?:previsto|planeado)
                pospuso | pospusieron | pospone(?:n)? | se (?:ha )?retras(?:a|ado)
            """,
            bare=r"""
                (?:aplazamiento|retraso|demora|postergación)
            """,
        ),
        *cues(
            "anomaly",
            past=r"""
                (?<=aterrizó )de emergencia | (?<=amerizó )de emergencia
                (?<=aterrizaron )de emergencia | (?<=aterrizaje )de emergencia
                (?:present|detect|descubri|hall|\
                observ)\w* (?:[^.;,]{1,30} )?[“"«]?(?:micro)?(?:grietas?|\
                fisuras?)
                (?:perdió|perdieron|perder) el control | fuera de control
                (?:se produjo|se desató|se declaró) un incendio
                (?:fuga|falla|fallo|avería|grieta)[^.;]{0,40}? (?:fue|fueron|ha sido) (?:detectad|\
                descubiert)[oa]s?
                (?:detectó|detectaron|descubrió|descubrieron|registró) [^.;]{0,30}?(?:fuga|falla|\
                fallo|avería|grieta|anomalía)
                (?:explotó|estalló|se (?:ha )?estrell(?:ó|ado)|se (?:ha )?desintegr(?:ó|ado)|falló|\
                fallaron|se averió|reventó|se incendió|estallado|explotado|se rompió|se partió)
                (?:en|a) (?:\w+ ){0,4}modo seguro | (?:un|el) incendio a bordo
                sufri(?:ó|eron|do) (?:\w+ ){0,3}(?:fuga|avería|falla|fallo|accidente|problema|\
                daño|anomalía)s?
                (?:perdió|perdieron|perdido) (?:el |la )?(?:contacto|comunicación)
                (?:chocó|impactó|colisionó) (?:contra|con|en)
            """,
            bare=r"""
                (?:micro)?(?:grietas|fisuras) en (?:la|una|el|su)
                explosión | accidente(?! (?:de tráfico|cerebro\w*|vial))
                (?:fuga|escape) de (?:amoniaco|amoníaco|helio|hidrógeno|oxígeno|aire|\
                refrigerante|combustible)
                avería | (?:fallas?|fallos?) (?:en|del|técnic[oa]s?|de) | tragedia | desintegración
                pérdida de (?:contacto|comunicación) | catástrofe | desastre
            """,
        ),
        *cues(
            "death",
            past=r"""
                (?:murió|murieron|falleció|fallecieron|pereció|perecieron|fallecid[oa]s?|\
                muert[oa]s? (?:en|durante))
                perdieron la vida | perdió la vida | (?:mató|mataron|matando) a
                (?<!casi )cost(?:ó|aron|ando) la vida | se cobr(?:ó|aron) la vida
                (?:ha|han|había|habían) (?:muerto|fallecido|perdido la vida|perecido)
            """,
            bare=r"""
                (?:muerte|fallecimiento) de
            """,
        ),
    ),
    planned=r"""
        (?:realizar|efectuar|llevar|ejecutar|completar|har)(?:á|án)
        tendrá(?:n)? lugar | se (?:producir|realizar|llevar)á(?:n)?
        previst[oa]s? | prevé\w* | planea\w* | planead[oa]s? | programad[oa]s?
        está(?:n)? previst\w+ | se espera | esperad[oa]s? | va(?:n)? a | deberá(?:n)? | debe(?:n)?
        tiene previsto | quiere(?:n)? | proyecta\w* | prepara\w* | próxim[oa]s? | será | serán
        pretende(?:n)? | cuando falt\w+ | anuncia\w* | se dispone
    """,
    happened=r"""
        se produjo | se produjeron | exitos\w+ | con éxito | realiz\w+ | efectu\w+
        llev(?:ó|aron) a cabo | durante | tuvo lugar | complet\w+ | comenz(?:ó|aron)
        inici(?:ó|aron) | termin(?:ó|aron) | conclu\w+ | hizo | hicieron | fue | ha | han
    """,
    refused=r"""
        probablemente | presuntamente | supuestamente | al parecer
        (?:allan|abr)\w+ (?:el camino|la puerta|la vía) | cada vez | siempre | a menudo | películas?
        documental(?:es)? | libros? | novelas?
        exposición | videojuego | actualmente | todavía | no(?! antes) | nadie | nunca
        jamás
        sin(?! tripula\w+)
        si | podrí\w+ | puede\w* | pueda\w* | quizás? | tal vez | posible\w* | posibl\w+
        cancel\w+ | en (?:lugar|vez) de | habría\w* | sería\w* | debía\w*
        descart\w+ | dud(?:a|an|ó)\w* | ventana | estudia\w* | evalúa\w*
        inicialmente | originalmente | en un principio
        capaz | para poder | espera poder | intent\w+
    """,
    rehearsed=r"simula\w+ | entren\w+ | ensay\w+",
    days_later=r"<n> días? (?:después|más tarde)(?! de)",
    hours_later=r"<n> horas? (?:y media )?(?:después|más tarde)(?! de)",
    days_ago=r"hace <n> días?",
    months_ago=r"hace <n> meses",
    days_earlier=r"<n> días (?:antes|atrás)(?! de)",
    years_ago=r"hace(?: más de| casi| unos| ya)? <n> años",
    anniversary=r"(?:hoy hace|hace hoy) (?:exactamente )?<n> años",
    day_alone=r"(?<![^\W_])(?:el|del|al) día (\d{1,2})(?![\w.,]?\d|\sde\s)",
    weekday_and_day=True,
    counts=counting(
        "un/uno dos tres cuatro cinco seis siete ocho nueve diez",
        "veinte treinta cuarenta cincuenta sesenta",
        " y ",
    ),
    doubted=r"""
        quizás? | tal vez
        películas? | documental(?:es)? | libros? | novelas? | incierto | desmint\w+ | desmient\w+
        nieg\w+ | negó | rumor\w* | se desconoce | se ignora
        dud(?:a|an|ó)\w*
    """,
    refused_after=r"""
        estaban? (?:fijad|previst|programad)[oa]s?
        cancelad[oa]s? | suspendid[oa]s? | no (?:se|fue|será) | imposible | fracas\w+
    """,
    conjunctions="""
        y | e | pero | mientras | cuando | que | donde | aunque | tras | después | antes | luego
    """,
    reported="""
        que | cuándo | si
    """,
    stages=r"(?:primera|segunda) (?:etapa|fase) | propulsor(?:es)? | etapa (?:principal|superior)",
    stands_for_flight=r"""
        (?:Columbia|Challenger|Discovery|Atlantis|Endeavour|Orion|Orión|Starliner|Crew Dragon|\
        Dragon|Soyuz)(?! \d)
        (?:dos|tres|cuatro|cinco|seis|siete) (?:\w+ )?(?:astronautas|cosmonautas|taikonautas|\
        tripulantes)
        una? (?:\w+ ){0,2}(?:cápsula|nave|tripulación|transbordador)
        él | ella | ellos | ellas | su | sus
        (?:el|la|los|las|este|esta|dicha|dicho|al|del) (?:[\w-]+ ){0,2}?(?:naves?|cápsula|sonda|\
        misión|tripulación|tripulantes|astronautas?|cosmonautas?|transbordador|cohete|módulo|\
        vehículo|satélite|aparato|vuelo|robot|rover|carguero|lanzamiento|despegue|aterrizaje|\
        telescopio|artefacto|taikonautas|regreso)
    """,
    comparison=r"""
        (?:desde|tras|después de|antes de|como|a diferencia de|relevar\w*|reemplaz\w+|\
        hasta)(?: (?:vari[oa]s|dos|tres|cuatro|\
        el|la|su|los|las|misión|tripulación|de|del|al|nave)){0,4}
    """,
    months=numbered("""
        enero/ene febrero/feb marzo abril/abr mayo junio/jun julio/jul agosto
        septiembre/setiembre/sept octubre/oct noviembre/nov diciembre/dic
    """),
    weekdays=weekdays("""
        lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo
    """),
    relative={
        "hoy": ("day", 0),
        "esta mañana": ("day", 0),
        "esta noche": ("day", 0),
        "esta tarde": ("day", 0),
        "ayer": ("day", -1),
        "anteayer": ("day", -2),
        "anoche": ("day", -1),
        "pasado mañana": ("day", 2),
        "este mes": ("month", 0),
        "el mes pasado": ("month", -1),
        "el próximo mes": ("month", 1),
        "el mes próximo": ("month", 1),
        "el mes que viene": ("month", 1),
        "este año": ("year", 0),
        "el año pasado": ("year", -1),
        "el próximo año": ("year", 1),
        "el año próximo": ("year", 1),
        "el año que viene": ("year", 1),
        "próximo año": ("year", 1),
    },
    same_day=listed("el mismo día | ese día | ese mismo día"),
    next_day=listed("al día siguiente | el día siguiente | un día después | un día más tarde"),
    day_before=listed("la víspera | un día antes | el día anterior | el día antes"),
    macros={
        "station": r"""
            (?:la |su |el )?(?:EEI|ISS|estación(?: espacial| orbital)?(?: internacional|\
            china)?(?: Tiangong| Mir)?|plataforma orbital|complejo orbital|laboratorio orbital|\
            Tiangong|Mir)
        """,
        "space": r"""
            (?:el espacio|espacio|la órbita|la Luna|Marte|Mercurio|Venus|Júpiter|Saturno|Titán|\
            la EEI|la ISS|el asteroide|la estación)
        """,
        "not a launch": r"""
            (?! (?:un|una|el|la|su|los|las) (?:nuev\w+ )?(?:programa|campaña|proyecto|concurso|\
            iniciativa|libro|disco|producto|servicio|página|llamado|convocatoria|sitio))
        """,
    },
)
