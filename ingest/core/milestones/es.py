"""The Spanish words of milestones."""

from __future__ import annotations

from ingest.core.milestones.words import Words, cues, listed, numbered, weekdays

WORDS = Words(
    cues=(
        *cues(
            "undocking",
            past=r"""
                (?:se )?desacopl(?:ó|aron|ado|ada)
                (?:abandonó|abandonaron|dejó|dejaron) <station> | se separ(?:ó|aron) de <station>
            """,
            future=r"""
                se desacoplar(?:á|án)
            """,
            bare=r"""
                desacople | desacoplamiento | desacoplarse
            """,
        ),
        *cues(
            "docking",
            past=r"""
                (?:se )?acopl(?:ó|aron)(?! (?:el|un) módulo) | (?:ha|han|había) acoplado
                (?:llegó|llegaron|arribó|arribaron) (?:[^;:]{1,60}? )?a <station>
                atrac(?:ó|aron)
            """,
            future=r"""
                se acoplar(?:á|án) | llegar(?:á|án) (?:\w+ ){0,3}a <station> | atracar(?:á|án)
            """,
            bare=r"""
                (?<!des)acopl(?:amiento|e)(?!s) | acoplarse | llegada a <station>
            """,
        ),
        *cues(
            "spacewalk",
            past=r"""
                (?:salieron|salió) (?:\w+ ){0,3}(?:al|hacia el) espacio
            """,
            bare=r"""
                (?:caminatas?|paseos?) espacial(?:es)? | caminatas?
                (?:caminatas?|paseos?) (?:por|en) el espacio
                (?:actividad(?:es)?|salidas?) extra-?vehicular(?:es)? | EVA
            """,
        ),
        *cues(
            "launch",
            past=r"""
                parti(?:ó|eron) (?:[^.;]{1,40} )?(?:hacia|rumbo a) (?:la|el|su) (?:EEI|Estación|\
                estación|Luna|espacio|órbita)
                (?:lanzó|lanzaron|lanzad[oa]s?)<not a launch> | despeg(?:ó|aron|ado)
                (?:viajó|viajaron|voló|volaron|partió|partieron|enviad[oa]s?|envió|\
                enviaron) (?:\w+ ){0,4}?(?:al espacio|a la órbita|hacia el espacio|a la EEI|\
                a la ISS|a la Estación)
                (?:puest[oa]|colocad[oa])s? en órbita
                primer[ao]? (?:\w+ ){1,3}(?:en (?:el|llegar al|viajar al|ir al) espacio|en órbita)
            """,
            future=r"""
                partir(?:á|án) (?:[^.;,]{1,40} )?(?:hacia|rumbo)
                (?:vuelo|misión)[^.;,]{0,40}? (?:está|están) (?:previst|programad)[oa]s? para
                (?:despegar|viajar)(?:á|án) | lanzar(?:á|án)<not a launch>
                ser(?:á|án) (?:lanzad|enviad)[oa]s?
            """,
            bare=r"""
                lanzamientos?(?! (?:de (?:un|una|la|el|su) (?:programa|campaña|libro|disco|\
                producto)))
                env(?:iar|ía) (?:[\w(]+ ){0,5}(?:sonda|nave|misión|robot|satélite|cápsula)
                despegues? | despeg(?:a|an|ar) | lanzar<not a launch> | puesta en órbita
            """,
        ),
        *cues(
            "landing",
            past=r"""
                (?:aterriz|ameriz|aluniz)(?:ó|aron|ado)
                (?:regresó|regresaron|volvió|volvieron|retornó|retornaron|\
                regresado) (?:\w+ ){0,3}?a (?:la )?(?:[Tt]ierra|casa)
                (?:se )?pos(?:ó|aron) (?:en|sobre) | descendió | descendieron
            """,
            future=r"""
                (?:aterrizar|amerizar|alunizar)(?:á|án)
                (?:regresar|volver|retornar)(?:á|án) (?:\w+ ){0,3}?a (?:la )?[Tt]ierra
                se posar(?:á|án)
            """,
            bare=r"""
                aterrizajes?(?! (?:forzoso|de aviones)) | amerizajes? | alunizajes?
                (?:aterriza|ameriza|aluniza)(?:r|n)? | (?:aterri|ameri|aluni)cen?
                (?:regreso|retorno|vuelta) a (?:la )?[Tt]ierra
                (?:regresar|volver|retornar) a (?:la )?[Tt]ierra
            """,
        ),
        *cues(
            "crew_assigned",
            past=r"""
                (?:fue|fueron|ha sido|han sido|es|son) (?:designad|seleccionad|elegid|nombrad|\
                escogid|asignad)[oa]s? (?:para|como|por|a)
                (?:seleccionad|elegid|designad)[oa]s? para (?:la misión|viajar|volar|participar)
            """,
        ),
        *cues(
            "handover",
            past=r"""
                (?:entregó|asumió|cedió|tomó) el mando | relev(?:ó|aron)
            """,
            future=r"""
                relevar(?:á|án)
            """,
            bare=r"""
                (?:traspaso|cambio|entrega) de(?:l)? mando | relevo
            """,
        ),
        *cues(
            "delay",
            past=r"""
                (?:aplazad|pospuest|retrasad|postergad|demorad)[oa]s?
                (?:aplazó|aplazaron|pospuso|pospusieron|retrasó|retrasaron|postergó)
            """,
            bare=r"""
                (?:aplazamiento|retraso|demora|postergación)
            """,
        ),
        *cues(
            "anomaly",
            past=r"""
                (?:se produjo|se desató|se declaró) un incendio
                (?:fuga|falla|avería|grieta)[^.;]{0,40}? (?:fue|fueron|ha sido) (?:detectad|\
                descubiert)[oa]s?
                (?:detectó|detectaron|descubrió|descubrieron) [^.;]{0,30}?(?:fuga|falla|avería|\
                grieta)
                (?:explotó|estalló|se estrelló|se desintegró|falló|se averió|se incendió|\
                estallado|explotado)
                sufri(?:ó|eron|do) (?:\w+ ){0,3}(?:fuga|avería|falla|fallo|accidente|problema|\
                daño)s?
            """,
            bare=r"""
                explosión | accidente(?! (?:de tráfico|cerebro\w*|vial))
                (?:fuga|escape) de (?:amoniaco|amoníaco|helio|hidrógeno|oxígeno|aire|\
                refrigerante|combustible)
                avería | falla (?:en|del|técnica) | tragedia | desintegración
            """,
        ),
        *cues(
            "death",
            past=r"""
                (?:murió|murieron|falleció|fallecieron|pereció|perecieron|fallecid[oa]s?|\
                muert[oa]s? (?:en|durante))
                perdieron la vida | perdió la vida
            """,
            bare=r"""
                (?:muerte|fallecimiento) de
            """,
        ),
    ),
    planned=r"""
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
        cada vez | siempre | a menudo | películas? | documental(?:es)? | libros? | novelas?
        exposición | videojuego | actualmente | todavía | no | nunca | jamás | sin(?! tripula\w+)
        si | podrí\w+ | puede\w* | pueda\w* | quizás? | tal vez | posible\w* | posibl\w+
        cancel\w+ | en (?:lugar|vez) de | simula\w+ | entren\w+ | habría\w* | sería\w* | debía\w*
        inicialmente | originalmente | capaz | para poder | espera poder | intent\w+
    """,
    doubted=r"""
        películas? | documental(?:es)? | libros? | novelas? | incierto | desmint\w+ | desmient\w+
        nieg\w+ | negó | rumor\w* | se desconoce | se ignora
    """,
    refused_after=r"""
        cancelad[oa]s? | suspendid[oa]s? | no (?:se|fue|será) | imposible | fracas\w+
    """,
    conjunctions="""
        y | e | pero | mientras | cuando | que | donde | aunque | tras | después | antes | luego
    """,
    reported="""
        que | cuándo | si
    """,
    stands_for_flight=r"""
        él | ella | ellos | ellas | su | sus
        (?:el|la|los|las|este|esta|dicha|dicho|al|del) (?:[\w-]+ ){0,2}?(?:naves?|cápsula|sonda|\
        misión|tripulación|tripulantes|astronautas?|cosmonautas?|transbordador|cohete|módulo|\
        vehículo|satélite|aparato|vuelo|robot|rover|carguero|lanzamiento|despegue|aterrizaje|\
        telescopio|artefacto|taikonautas)
    """,
    comparison=r"""
        (?:desde|tras|después de|antes de|como|a diferencia de|relevar\w*|reemplaz\w+|\
        hasta)(?: (?:el|la|su|los|las|misión|tripulación|de|del|al|nave)){0,4}
    """,
    months=numbered("""
        enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto
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
    next_day=listed("al día siguiente | el día siguiente"),
    macros={
        "station": r"""
            (?:la )?(?:EEI|ISS|[Ee]stación(?: [Ee]spacial)?(?: [Ii]nternacional)?|\
            plataforma orbital)
        """,
        "not a launch": r"""
            (?! (?:un|una|el|la|su|los|las) (?:nuev\w+ )?(?:programa|campaña|proyecto|concurso|\
            iniciativa|libro|disco|producto|servicio|página|llamado|convocatoria|sitio))
        """,
    },
)
