"""The English words of milestones."""

from __future__ import annotations

from ingest.core.milestones.words import Words, counting, cues, listed, numbered, weekdays

WORDS = Words(
    cues=(
        *cues(
            "undocking",
            past=r"""
                cast off from <station>
                undocked
                (?:departed|left|leaves|exited|detached from|separated from|released from|\
                pulled away from|\
                backed away from|unberthed from)(?: from)? <station>(?!['’]s (?:[\w-]+ )\
                {0,2}airlock)
                unberthed
            """,
            bare=r"""
                depart(?:ing)? (?:for|toward) (?:Earth|home)
                undocking | undock | unberth(?:ing)? | depart(?:ing|ure)? (?:from |of )?<station>
                leav(?:e|ing) <station>(?!['’]s (?:[\w-]+ ){0,2}airlock)
            """,
            present=r"""
                undocks | unberths | departs (?:from )?<station>
            """,
        ),
        *cues(
            "spacewalk",
            past=r"""
                (?:hours?|minutes) outside (?:of )?<station>
                walk(?:ed|ing) in space
                (?:two|three|four|five|six|seven|eight|several|\
                \d+) (?:[\w-]+ ){0,2}space[ -]?walks
                (?:floated|ventured|stepped|went|worked|climbed) (?:out|\
                outside)(?: of)?(?: (?:the )?(?:space station|station|spacecraft|capsule|airlock|\
                shuttle|ISS)|(?=\son\s|\sfor\s|[,.]))
            """,
            bare=r"""
                space[ -]?walks?(?! (?:suits?|tools?|training|hardware|gear|team|preparations?))
                (?:float|venture|step|go|head|work)(?:s|ing)? outside (?:the|of|on|for|to)
                moonwalks? | EVAs? | extra-?vehicular activit(?:y|ies) | excursions? outside
            """,
        ),
        *cues(
            "launch",
            future=r"""
                (?:will not|won['’]t) (?:launch|fly|lift off)(?= (?:\w+ ){0,2}(?:before|until|\
                earlier)\b)
                (?:slated|scheduled|set|due|planned|targeted) to fly(?! by| as)
                will (?:carry|take|send|fly|ferry|deliver) (?:[\w-]+ ){0,8}(?:to|into|\
                around) (?:space|\
                orbit|the moon|Mars|<station>)
            """,
            scheduled=r"""
                (?:is|are|now|currently) (?:\w+ )?(?:planned|scheduled|targeted|targeting|slated|\
                set|due|expected|pencilled in|penciled in)(?: for| in)?(?=\s(?:no earlier|late|\
                early|mid|spring|summer|autumn|fall|winter|january|february|march|april|may|june|\
                july|august|september|october|november|december|20\d\d|monday|tuesday|wednesday|\
                thursday|friday|saturday|sunday|the))
            """,
            past=r"""
                (?:carried|ferried|took|brought) (?:[\w-]+ ){0,3}(?:crew|trio|duo|quartet|\
                astronauts?|cosmonauts?|him|her|them) (?:[\w-]+ ){0,2}to <station>
                flew (?:\w+ ){0,3}(?:on|aboard) (?:the |two |three |\
                four )?(?:space )?shuttles?(?! (?:missions?|flights?) (?:deputy|director))
                (?:left|departed) (?:Florida|Kazakhstan|Baikonur|Cape Canaveral|Jiuquan|Wenchang|\
                Kourou|Vandenberg)
                (?:rocketed|streaked|departed|left) (?:\w+ ){0,4}(?:off the pad|\
                from the (?:launch )?pad|the launch ?pad|bound for|away from|skyward)
                launched<not a launch> | lifted off | blasted off | took off | taken off
                (?:soared|rocketed|roared|thundered|flew|flown|blasted|hurtled|was sent|\
                were sent|been sent) (?:\w+ ){0,2}(?:in)?to (?:space|orbit|the sky|\
                Earth orbit|low Earth orbit)
                (?:rocketed|soared|streaked) (?:off )?toward(?:s)? <station>
                rode (?:[\w'’-]+ ){0,5}(?:in)?to (?:space|orbit|the sky)
                (?:placed|put|propelled|carried|delivered|lofted|\
                boosted) (?:\w+ ){0,3}?in(?:to)? (?:\w+ )?orbit
                (?:left|leaving) (?:the )?Earth(?!['’]s)(?: orbit)? | lofted
                began (?:its|their|his|\
                her) (?:\w+ ){0,2}(?:journey|voyage|trip)
                (?:set out|set off) (?:for|to|on) | (?:soared|climbed|roared) (?:aloft|skyward|off)
                (?:sent|put|carried) (?:[\w-]+ ){1,6}on (?:its|their) way
                en route to (?:<station>|the moon|Mars)
                reached (?:space|orbit) | orbited (?:the )?(?:Earth|Moon|planet)
                (?:went|gone|going) up (?:in|on|aboard)
                (?<!who )flew (?:on |aboard |in )?(?:the )?(?:Gemini|Apollo|Mercury|Soyuz|\
                Vostok|Voskhod|STS|Shenzhou)[- ][\w-]{1,8}(?: [\w-]{1,5})?(?= in (?:\w+ )?\
                (?:19|20)\d\d)
                (?:made|began) (?:\w+ ){0,4}(?:space ?flight|orbital flight|\
                flight into space)
                (?:set off|departed|headed) (?:\w+ ){0,2}(?:for|to|toward) (?:space|orbit|\
                the moon|Mars|\
                <station>)
                sent (?:\w+ ){0,6}(?:in)?to (?:space|orbit|the moon|Mars|the International|\
                <station>)
            """,
            bare=r"""
                launch(?:ing)?<not a launch> | lift-?offs? | lift(?:ing)? off | loft(?:ing)?
                (?:circle|orbit|fly around|loop around|swing around|fly past|flying around|\
                travel around) \
                the moon
                journey (?:to|around) (?:the moon|Mars)
                mission (?:to|around) the moon(?= next)
                send(?:s|ing)? (?:[\w-]+ ){0,10}(?:in)?to (?:space|orbit|the moon|Mars|\
                <station>)
                blast(?:ing)?[ -]?off | tak(?:e|ing) off | takeoff
                (?:fly|flies|flying|go|goes|head|heads|travel|be sent|\
                be flown) (?:in)?to (?:space|orbit)
            """,
            present=r"""
                sets off (?:for|to)(?= )
                launches<not a launch>(?! (?:of|from|and|in the|per|by)) | lifts off | blasts off
                takes off | lofts | (?:sends|carries) (?:[\w-]+ ){0,6}(?:in)?to (?:space|orbit)
            """,
        ),
        *cues(
            "landing",
            past=r"""
                (?:plunged|dropped|splashed|parachuted) (?:\w+ ){0,2}(?:into|\
                in) the (?:\w+ )?(?:Pacific|Atlantic|ocean|sea|Gulf)
                (?:is|are|was|were) (?:now |safely )?back (?:home )?on (?:Earth|the ground|Earth)
                (?:is|are) (?:finally |safely )?home(?=[.,;]|$| (?:after|from)\b)
                set down (?:on|in|at) | (?:stuck|nailed) (?:its|the|a) (?:\w+ ){0,2}landing
                (?:arrived|landed|reached) (?:safely )?(?:on|at) (?:Mars|the moon|Venus|Titan|\
                the lunar)
                settled (?:down )?on(?:to)? (?:the )?(?:\w+ )?surface
                (?:reached|hit) the (?:lunar|Martian) surface | came down (?:in|on|near|off)
                put (?:\w+ ){0,6}on the moon | (?:walked|stood|set foot|stepped) on(?:to)? the \
                (?:moon|lunar surface)
                brought (?:[\w-]+ ){0,8}(?:back )?home
                (?<!never )landed<not a landing> | splashed down | touched down | parachuted
                (?:returned|came|come|went|gone|got|arrived) (?:safely |back )*(?:to Earth|\
                home to Earth|from space|back on Earth|from orbit|home)
                (?:flew|flown|brought) (?:\w+ ){0,4}(?:back )?(?:to Earth|home)
                returned (?:safely(?=[.,;]|$| (?:on|from|after)\b)|empty|uncrewed|unoccupied|\
                without (?:a |its |their )?(?:crew|astronauts)|(?:\w+ ){0,3}(?:on|aboard|in) \
                (?:the |a )?(?:[\w-]+ ){0,3}(?:spacecraft|capsule|shuttle))
                made (?:a|an|its|their|the) (?!emergency)(?:\w+[ -]){0,3}(?:landing|\
                touchdown|splashdown)
            """,
            bare=r"""
                due to return(?! to (?:the )?(?:space|station|ISS|moon))
                splash-?downs? | touch-?downs? | landing<not a landing> | (?:due back|due home)
                homecoming
                (?:return|come back) (?:in|on|next|later)(?= (?:early |late |mid-?|this )?\
                (?:january|february|march|april|may|june|july|august|september|october|november|\
                december|\
                spring|summer|autumn|fall|winter|week|month|year|monday|tuesday|wednesday|\
                thursday|friday|saturday|sunday)\b)
                land<not a landing>(?! (?:use|of|and|area|mass|surface|on which))
                (?:splash|slash|touch)(?:ing)? down | set foot on | walk on the moon
                re-?entry(?! (?:vehicle|capsule|heat|profile))
                (?:return|come|head|get)(?:s|ing)? (?:safely |back )*(?:to Earth|\
                home(?: to Earth)?|from space)
                parachuting
            """,
            present=r"""
                lands<not a landing> | splashes down | touches down
                parachutes(?= (?:to|back|down))
            """,
        ),
        *cues(
            "docking",
            past=r"""
                (?:hooked up|mated|attached itself|attached) (?:with|to) <station>
                (?<!seen )(?<!pictured )(?<!remained )(?<!remain )(?<!is )(?<!are )docked
                berthed | linked up(?: with)? | latched on ?to | (?:captured|grappled) by
                (?:pulled|slid) into (?:\w+ ){0,4}(?:port|docking)
                (?:reached|boarded|arrived at) the complex(?! \d)
                arrived (?:[^;:]{1,60}? )?(?:at|on|aboard|to) <station> | reached <station>
            """,
            bare=r"""
                dock(?:ing)?<not a docking> | berth(?:ing)?<not a docking>
                link(?:s|ing)?[- ]up | rendezvous(?: and dock(?:ing)?)?
                (?:arrive|arriving|arrival|reach) (?:at|on|aboard|to)? ?<station>
            """,
            present=r"""
                docks<not a docking> | berths | (?:arrives|reaches) (?:at|on|aboard|to)? ?<station>
            """,
        ),
        *cues(
            "crew_assigned",
            past=r"""
                (?:joined|joins|join) the (?:[\w-]+ ){0,4}crew(?= (?:of|as|for)|[.,])
                (?:announced|introduced|unveiled|revealed|named) (?!that )(?:the |\
                its )?(?:[\w'’-]+ ){0,4}?(?:crew|astronauts)(?![ -](?:\d|access|arm|quarters))
                (?:was|were|is|are|been|has|have|had|has been|NASA) (?:\w+ ){0,2}?(?:selected|\
                assigned|named|chosen|picked|tapped|appointed|announced) (?:as|to|for|\
                by \w+ (?:as|to|for))
                (?:announced|named|introduced|selected) [^.;]{1,160}? (?:as|to|for) (?:the |\
                a )?(?:[\w'’-]+ ){0,3}(?:crew|mission)(?! director)
                (?:named|naming|tapped|picked|chose|selected|appointed|\
                assigned) (?:[\w.'’-]+ ){1,8}(?:as )?\
                (?:the )?(?:commander|pilot|mission specialist|flight engineer)
                (?:selected|assigned|named|chose|picked|tapped|\
                appointed) (?:\w+ ){0,4}?(?:astronauts?|cosmonauts?|crew(?: members?)?)
            """,
        ),
        *cues(
            "handover",
            future=r"""
                will relieve
            """,
            past=r"""
                took over (?:the )?(?:station|ISS|duties|watch)
                handed over | handed (?:[\w'’]+ ){0,4}command | took command
                (?:took over|assumed|relinquished|passed|turned over|transferred) (?:the )?command
                relieved
            """,
            bare=r"""
                change[- ]of[- ]command | hand-?overs? | hand over | take over (?:from|command)
            """,
        ),
        *cues(
            "delay",
            past=r"""
                (?:kept|keeps?) (?:[\w'’-]+ ){1,6}on the ground | later than (?:planned|scheduled)
                (?:mov(?:ed|es)|bump(?:ed|s)) (?:the )?(?:\w+ ){0,2}(?:launch|liftoff|landing|\
                return|spacewalk) (?:[\w'’-]+ ){0,4}(?:to|from)
                (?:has been|have been|was|were|is|are) held up
                (?:had|decided|opted|elected) to (?:scrub|delay|postpone|call off|push back)(?= \
                (?:[\w'’-]+ ){0,6}(?:launch|lift-?off|flight|mission|return|landing|docking|\
                undocking|splashdown|spacewalk|departure|attempt)\b)
                push(?:ed|es)? [^.;]{1,40}? back(?= |[.,;]|$) | delayed | postponed
                push(?:ed|es) (?:back|to|(?:[\w'’-]+ ){1,5}to) | slips to | slips? (?:again|further)
                (?:forced|forces|led) (?:\w+ ){0,4}to (?:scrub|delay|postpone|call off|stand down)
                slipped | scrubbed | rescheduled | put off | stood down
                called off
            """,
            bare=r"""
                delays? | postponements? | scrubs? | slips? to | postpones? | delaying
            """,
        ),
        *cues(
            "anomaly",
            past=r"""
                (?:made|make|making) (?:an |its |their )emergency(?= (?:landing|splashdown|\
                return)\b)
                began (?:to |a )?(?:\w+ ){0,2}(?:tumbl\w+|spin\w*) | (?:leaks?|cracks?) appeared
                (?:was|were) lost(?= (?:in|on|when|after|during|shortly|soon)|[,.])
                (?:thrusters?|engines?|parachutes?|boosters?|computers?|batter(?:y|ies)|\
                valves?) (?:[\w'’-]+ ){0,5}failed
                (?:slammed|smashed|plowed|crash-landed) (?:in)?(?:to|on) (?:the )?(?:moon|Mars|\
                lunar|Martian|surface|ground)
                (?:lost|losing) (?:cabin )?(?:pressure|power|control|altitude)
                (?:a |the )?fire (?:broke out|swept through|started)
                (?:a |the )?fire(?= (?:that )?killed)
                (?:\w+ )?(?:leaks?|cracks?|malfunctions?|anomal(?:y|ies)|faults?) (?:was|were|\
                has been|have been) (?:\w+ )?(?:discovered|detected|found|reported|noticed)
                (?:in|into|entered) (?:\w+ ){0,2}safe mode | spun out of control | tipped over
                (?:lost|losing) (?:communications?|communication) with | went silent
                failed to (?:reach orbit|open|deploy|ignite|separate|dock|undock)
                exploded | disintegrated | broke (?:up|apart) | crashed | malfunctioned | aborted
                lost contact with | blew up | sprang a leak | caught fire
                (?:suffered|experienced|reported|discovered|detected|encountered|ran into|\
                had) (?:\w+[ -]){0,4}?(?:leaks?|malfunctions?|anomal(?:y|ies)|failures?|\
                problems?|glitch(?:es)?|issues?|fire|explosion|damage|cracks?)
                (?:failed|stuck|damaged) (?:thrusters?|parachutes?|engines?|antenna)
            """,
            bare=r"""
                (?:helium|coolant|ammonia|air|propellant|fuel|hydrogen|oxygen|thruster) leaks?
                (?:launch|thruster|engine|parachute|oxygen tank|booster) (?:failures?|abort|\
                malfunction|explosion|problems?)
                explosion | malfunctions? | disaster | cabin fire | anomaly
            """,
        ),
        *cues(
            "death",
            past=r"""
                crew (?:[\w'’-]+ ){0,4}(?:was|were) (?:lost|killed)
                found dead | died | dies | passed away | perished | was killed | were killed
                lost (?:his|her|their) li(?:fe|ves)
                (?<!nearly )(?<!almost )(?:killed|killing)(?! (?:off|time)\b)(?! (?:[\w-]+ ){0,3}?\
                (?:programs?|\
                programmes?|projects?|missions?|plans?|engines?|funding)\b)
                (?<!nearly )(?<!almost )(?:cost|costing|claimed|claiming|took|taking) the \
                (?:life|lives) of
                (?:cost|costing) (?:[\w.'’-]+ ){1,8}(?:his|her|their) li(?:fe|ves)
            """,
            bare=r"""
                deaths? of
            """,
        ),
    ),
    planned=r"""
        (?:was|were) to(?= (?:be|launch|land|return|dock|undock|lift|fly|splash|touch|blast|take|\
        leave|depart)\b)
        takes? place
        will(?: \w+ly)?(?: be)? | shall | should(?! have| not|n['’]t) | (?:is|are) to
        (?:is|are|was|were|been|be) (?:\w+ly )?(?:expected|scheduled|set|slated|planned|due|\
        targeted|targeting|going|poised|ready|about|booked|to be)
        plans? | planning | expects? | aims? | aiming | intends? | scheduled | targeted
        targeting | slated | no earlier than | not earlier than | upcoming | prepares? | preparing
        wants? to | hopes? to | ahead of | in preparation for | counting down to | awaits?
        awaiting | set for | planned | to be | would | await | next
    """,
    happened=r"""
        successful(?:ly)? | conduct(?:ed|ing) | perform(?:ed|ing) | complet(?:ed|ing)
        carried out | finished | made | wrapped up | concluded | undertook | took place | occurred
        happened | participated in | marked | witnessed | upon
    """,
    refused=r"""
        consider(?:s|ed|ing)? | rule[sd]? out | ruling out | weigh(?:s|ed|ing)?
        supposed to | probably | presumably | reportedly | feared
        (?:pav|clear)(?:e|es|ed|ing) the (?:way|path) | every time | each time | whenever | often
        usually | always | regularly | ^had | ^were
        ^should | should have | should not | no plans? | films? | movies? | documentar(?:y|ies)
        books? | novels?
        exhibitions? | video games? | podcasts? | album | currently | still | remain(?:s|ed)?
        while | intended | no one | nobody | none of | not
        never | \w*n['’]t | cannot | can't
        without(?! a? ?crew) | unable to | failed to | fails to | if | whether | unless | could
        might | may(?! \d) | can | possibly | perhaps | potentially | hopes? | hoped
        hoping | want(?:s|ed)? | wish(?:es)? | cancel+ed | instead of
        had been (?:scheduled|planned|expected|due)
        previously (?:planned|scheduled|expected|set) | was originally | were originally
        originally | would have | prevented | how | dreams? of | such as | possible | capabilit\w+
        designed to
        capable of | able to | ability to | required to | used to | rumou?r\w* | alleged\w*
        no longer | proposed | proposal | option
    """,
    rehearsed=r"simulat\w+ | practi[cs]\w+ | rehears\w+ | train\w* (?:for|to)",
    days_later=r"<n> days? (?:later(?! than)|after that|afterwards)",
    hours_later=r"<n>(?: and a half)? hours? (?:later|afterwards)",
    days_ago=r"<n> days? (?:ago|earlier(?= this))",
    months_ago=r"<n> months ago",
    days_earlier=r"<n> days? (?:earlier(?! this)|before that|previously)",
    years_ago=r"<n> years ago(?! (?:today|to the day))",
    anniversary=r"<n> years ago (?:today|to the day)",
    day_alone=r"(?<![^\W_])on the (\d{1,2})(?:st|nd|rd|th)(?=[.,;)]|$| (?:at|from|and|after)\b)",
    counts=counting(
        "one two three four five six seven eight nine ten",
        "twenty thirty forty fifty sixty",
        "-",
    ),
    doubted=r"""
        reject\w* | dismiss\w* | fears? | feared | unlikely | hop(?:es?|ed|ing)
        according to rumou?rs
        films? | movies? | documentar(?:y|ies) | books? | novels? | unclear | unknown | uncertain
        den(?:y|ies|ied) | rumou?r\w* | reports? that | false | speculat\w+ | no plans?
    """,
    refused_after=r"""
        (?:is|are|was|were|remains?) (?:\w+ )?(?:possible|likely|unlikely|uncertain|unclear)
        would | (?:is|are|was|were) (?:false|untrue|wrong)
        (?:has|have|had|was|were|is|are|been) (?:\w+ ){0,2}?(?:cancel+ed|called off|scrapped|\
        denied|ruled out|impossible|in doubt)
        (?:was|were) aborted (?:at the last|[^.;,]{0,30}before)
        is not | was not | has not | isn't | did not happen
        had been (?:scheduled|planned|expected) | was originally
    """,
    conjunctions="""
        and | but | while | whereas | after | before | as | when | which | who | that | where
        until | since | because | although | though | with
    """,
    reported="""
        that | whether | when | how | if
    """,
    stages=r"(?:first|second|upper|lower|rocket|core) stages? | boosters? | fairings?",
    stands_for_flight=r"""
        it | its | they | their | the (?:two|three|four|six|seven) | the orbiter | the lander
        (?:Columbia|Challenger|Discovery|Atlantis|Endeavour|Orion|Starliner|Crew Dragon|Dragon|\
        Soyuz|Progress)(?! \d)
        (?:two|three|four|five|six|seven) (?:\w+ )?(?:astronauts|cosmonauts|crew ?members|people|\
        men)
        an? (?:\w+ ){0,2}(?:capsule|spacecraft|crew|shuttle)
        (?:the|this|that|unmanned|crewed|uncrewed|cargo|new) (?:[\w'’-]+ ){0,3}?(?:spacecraft|\
        spaceship|ship|capsule|crew|crews|mission|probe|craft|vehicle|vessel|flight|astronauts|\
        cosmonauts|taikonauts|trio|quartet|duo|pair|shuttle|lander|rover|orbiter|rocket|\
        satellite|telescope|module|freighter|crewmates|crew members|launch|lift-?off|landing|\
        splashdown|touchdown|docking|undocking)
    """,
    comparison=r"""
        (?:since|after|before|like|unlike|than|until|following|from|prior to|replac\w+|\
        reliev\w+|join\w*|as well as|including|compared (?:with|to)|the previous|the next|\
        welcom\w+|similar to)(?: (?:the|several|two|three|four|many|repeated|\
        NASA['’]s|SpaceX|crew of|SpaceX['’]s|last|\
        first|its)){0,4}
    """,
    months=numbered("""
        january/jan february/feb march/mar april/apr may june/jun july/jul august/aug
        september/sept/sep october/oct november/nov december/dec
    """),
    weekdays=weekdays("""
        monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thurs friday/fri saturday/sat
        sunday
    """),
    relative={
        "today": ("day", 0),
        "tonight": ("day", 0),
        "this morning": ("day", 0),
        "this afternoon": ("day", 0),
        "this evening": ("day", 0),
        "yesterday": ("day", -1),
        "last night": ("day", -1),
        "tomorrow": ("day", 1),
        "this month": ("month", 0),
        "last month": ("month", -1),
        "next month": ("month", 1),
        "this year": ("year", 0),
        "last year": ("year", -1),
        "next year": ("year", 1),
        "later this year": ("year", 0),
        "earlier this year": ("year", 0),
        "earlier this month": ("month", 0),
        "later this month": ("month", 0),
        "this spring": ("year", 0),
        "this summer": ("year", 0),
        "this fall": ("year", 0),
        "this autumn": ("year", 0),
    },
    same_day=listed("the same day | that day | that same day"),
    next_day=listed("the next day | the following day | a day later | next day"),
    day_before=listed("a day earlier | the day before | one day earlier | the previous day"),
    macros={
        "station": r"""
            (?:the )?(?:(?:International|Tiangong|Chinese|Chinese Tiangong|orbiting|\
            Mir) )?(?:space station|ISS|Tiangong(?! space)|\
            orbiting (?:laborator(?:y|ies)|lab|outpost|complex)|\
            orbital (?:outpost|laboratory|lab|complex)|station|outpost)
        """,
        "not a launch": r"""
            (?![ -](?:footage|photos?|pictures?|videos?|images?|scenes?|crowds?|parties|viewing|\
            pads?|vehicles?|sites?|cent(?:er|re)s?|complex|windows? (?:of|last)|\
            director|systems?|services?|provider|operations|abort|escape|facilit\w+|campaign|\
            control|teams?|rockets?|coverage|attempts?|days?|weather|processing|tower|base|\
            capabilit\w+|schedule|costs?|market|compan\w+|contracts?|preparations?|readiness|\
            rehearsals?|simulation|support|broadcast|industry|cadence|manifest|mass|\
            configuration|phase|conductor|area|zone|officials?|customers?|sequence|personnel|\
            agreement|partners?|range|loads?|entry|mount|blog|of an?|(?:a|an|its|their|the|new|\
            another)? ?(?:new )?(?:program\w*|campaign|investigation|website|initiative|project|\
            challenge|competition|product|book|album|service|app|series|inquiry|study|company|\
            career|search|survey))\b)
        """,
        "not a landing": r"""
            (?![ -](?:sites?|gear|systems?|zones?|modules?|crafts?|rovers?|legs?|areas?|pads?|\
            technolog\w+|party|strip|page|vehicles?|program\w*|missions?|tests?|capabilit\w+|\
            attempts?|ellipse|simulat\w+|services?|approach|rehearsal|radar|rights?|ship|craft|\
            facility|spots?|field|a (?:job|role|deal|contract)|technique)\b)
        """,
        "not a docking": r"""
            (?![ -](?:ports?|stations?|adapters?|mechanisms?|systems?|modules?|rings?|hatch\w*|\
            compartments?|radar|targets?|tests?|hardware|hub|node|bay|practice|technolog\w+)\b)
        """,
        "eva": r"""
            (?:space ?walks?|space-walks?|EVAs?|extra-?vehicular activit(?:y|ies)|\
            excursions? outside)
        """,
    },
)
