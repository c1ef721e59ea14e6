"""What stands around an article on a page: menus, share rows, teasers, appeals, legal lines.

Cues are looked up, not searched: a short line is folded to a key and found in a table, so a
language is added by adding words (``№`` stands for any number). Only what must be searched inside longer lines is a pattern.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Cue(StrEnum):
    """What a line of furniture says of itself and of what follows."""

    MENU = "menu"
    SHARE = "share"
    INSERT = "insert"
    """Begins a few lines put into the story: "read also", an advertisement, a newsletter box."""
    FOOT = "foot"
    """Begins what usually follows a story: teasers, tags, the author's portrait."""
    COMMENTS = "comments"
    """Begins what readers wrote."""
    LEGAL = "legal"
    """A line of the page's foot: rights, terms, imprint."""
    APPEAL = "appeal"
    """Prose that is not the story's: cookies, subscriptions, warnings about browsers."""
    NOTICE = "notice"
    """What an error page, a login or a cookie wall says."""


_PHRASES: dict[Cue, str] = {
    Cue.MENU: """
        home|homepage|menu|open menu|close menu|search|sign in|sign up|log in|login|
        logout|register|subscribe|skip to content|skip to main content|skip navigation|
        skip to navigation|my account|newsletters|contact|contact us|about|about us|
        about me|archive|archives|forum|newspaper|mobile|live|watch live|video|
        videos|audio|podcasts|sitemap|site map|help|faq|careers|jobs|advertise|
        advertising|close|more|next|previous|previous post|next post|post navigation|
        top|back to top|back to the top|english|listen|print|sections|startseite|
        suche|suchen|anmelden|abmelden|registrieren|abo|abonnement|menü|menü öffnen|
        zum inhalt springen|kontakt|hilfe|übersicht|nach oben|zum seitenanfang|mehr|
        zurück|weiter|schließen|zur startseite|hauptnavigation|accueil|rechercher|
        connexion|se connecter|s'abonner|s’abonner|passer au contenu principal|en direct|
        accéder au direct|à la une|haut de page|retour en haut|aller au contenu|inicio|
        portada|buscar|suscríbete|iniciar sesión|regístrate|menú|saltar al contenido|ir
        al contenido|volver arriba|главная|главное|поиск|войти|вход|регистрация|меню|
        наверх|еще|ещё|подписаться|首页|网站首页|登录|注册|退出|返回顶部|搜索|导航|返回首页|回到顶部|更多|
        トップ|ホーム|検索|メニュー|閉じる|本文へ移動|本文へスキップ|ログイン|ページトップへ|ページの先頭へ|inizio|cerca|
        accedi|abbonati|vai al contenuto|zoeken|inloggen|szukaj|zaloguj się|hledat|
        přihlásit se""",
    Cue.SHARE: """
        share|save|share this|share this:|share this article|share this story|share this
        post|share - wechat|share on facebook|share on twitter|share on x|share on
        linkedin|share on whatsapp|share via email|tweet|email|e-mail|email this|
        facebook|twitter|x|x.com|linkedin|whatsapp|wechat|reddit|pinterest|telegram|
        instagram|youtube|tumblr|pocket|flipboard|copy link|copy url|link copied|print
        this|click to share on facebook|follow us|like loading|loading|like this|like
        this:|bookmark|reply|comment|comments|add us as a preferred source|share full
        article|gift this article|listen to article|listen to this article|font size|text
        size|a a|teilen|link kopieren|drucken|merken|artikel teilen|auf facebook
        teilen|auf twitter teilen|kommentieren|artikel zum hören|artikel drucken|per
        e-mail versenden|vorlesen|feedback|partager|partager cet article|imprimer|copier
        le lien|envoyer par email|écouter|écouter l'article|ajouter à mes favoris|
        compartir|compartir en facebook|compartir en whatsapp|compartir en twitter|copiar
        enlace|imprimir|guardar|enviar por correo|comentarios|escuchar|поделиться|
        печать|распечатать|сохранить|скопировать ссылку|вконтакте|одноклассники|
        комментарии|分享|分享到|分享到：|分享让更多人看到|打印|收藏|小字号|大字号|字号|微信|微博|扫一扫|シェア|シェアする|
        印刷|ツイート|保存|condividi|stampa|delen|udostępnij|sdílet|sdílet článek""",
    Cue.INSERT: """
        advertisement|ad|ads|sponsored|promoted|advertising|story continues below
        advertisement|article continues below|continue reading|read more|read also|see
        also|also read|related|related:|you may like|you might also like|more from|
        watch|watch now|watch:|read next|up next|recommended|learn more|don't miss|
        must read|most popular|editor's picks|sign up here|get the newsletter|newsletter|
        trending|trending now|in this story|table of contents|contents|key takeaways|
        anzeige|werbung|lesen sie auch|mehr zum thema|auch interessant|lesen sie mehr|
        weiterlesen|siehe auch|das könnte sie auch interessieren|artikel lesen|link zum artikel|
        publicité|publicite|lire aussi|à lire aussi|a lire aussi|voir aussi|lire la
        suite|la suite après cette publicité|sur le même sujet|je m’abonne|je m'abonne|le
        résumé de la semaine|publicidad|para saber más|para leer más|saber más|más información|lea también|lee también|te puede
        interesar|leer más|ver también|anuncio|le puede interesar|реклама|читайте также|
        читать также|смотрите также|по теме|подробнее|материалы по теме|广告|相关阅读|延伸阅读|
        点击播报本文|相关链接|関連記事|あわせて読みたい|広告|おすすめ|leggi anche|pubblicità|lees ook|
        advertentie|reklama|czytaj także|související|čtěte také|leia também|publicidade""",
    Cue.FOOT: """
        related stories|related articles|related news|related posts|related content|
        related topics|related terms|more on this story|more to explore|explore more|keep
        exploring|most read|most viewed|most popular stories|most viewed in № hours|top
        stories|recent posts|recent articles|latest news|latest stories|latest|popular
        posts|recommended stories|recommended for you|you may also like|more stories|more
        news|more from this section|about the author|about author|tags|tag|tagged|
        topics|categories|category|filed under|posted in|photo|photos|discover more
        topics|comment from the forums|all rights reserved|share post|popular|trending
        stories|read more articles|what to read next|what's next|view all posts|subscribe
        to newsletters|weitere artikel|mehr lesen über|verwandte artikel|ähnliche artikel|
        themen|schlagwörter|schlagworte|meistgelesen|das könnte dich auch interessieren|
        auch spannend|ähnliche beiträge|weitere beiträge|über den autor|über die autorin|
        aktuelle beiträge|neueste beiträge|weitere themen|mehr aus|weitere inhalte zum
        thema|zum thema|die wichtigsten news des tages als newsletter|les plus lus|
        articles liés|articles similaires|à propos de l'auteur|mots-clés|mots clés|dans
        la même rubrique|sur le même thème|contenus sponsorisés|nos derniers articles|plus
        d'articles|lo más visto|lo más leído|más leídas|noticias relacionadas|artículos
        relacionados|archivado en|etiquetas|sobre la firma|te recomendamos|lo último|más
        noticias|últimas noticias|temas relacionados|лента новостей|новости по теме|
        похожие материалы|популярное|теги|рекомендуем|самое читаемое|последние новости|
        главное за сутки|другие новости|обсуждения|推荐阅读|相关新闻|热门新闻|热点新闻|猜你喜欢|相关报道|
        更多新闻|编辑推荐|为您推荐|最新新闻|精彩推荐|24小时热门|おすすめコンテンツ|注目ワード|関連ニュース|アクセスランキング|関連リンク|
        人気記事|最新記事|ランキング|articoli correlati|potrebbe interessarti|meer over|powiązane|
        zobacz także|mohlo by vás zajímat|notícias relacionadas""",
    Cue.APPEAL: """
        empfohlener redaktioneller inhalt|externer inhalt|empfohlener externer inhalt|
        contenu externe|contenido externo|external content|this content is hosted by a third party""",
    Cue.COMMENTS: """
        leave a comment|leave a reply|leave a reply cancel reply|post a comment|write a
        comment|add a comment|add your comment|join the conversation|join the discussion|
        show comments|view comments|comments are closed|№ comments|№ comment|№ responses|
        № response|comments (№)|no comments|no comments yet|submit comment|post comment|
        your email address will not be published|№ kommentare|№ kommentar|kommentare|
        schreibe einen kommentar|kommentar schreiben|kommentar verfassen|leserbrief
        schreiben|diskutieren sie mit|kommentar hinterlassen|antworten abbrechen|№
        commentaires|laisser un commentaire|commentaires|ajouter un commentaire|réagir|
        deja un comentario|deja una respuesta|оставить комментарий|发表评论|网友评论|我要评论|コメント|
        コメントを書く|lascia un commento|commenti|reacties|komentarze|dodaj komentarz|diskuse""",
    Cue.LEGAL: """
        terms of use|terms and conditions|terms of service|privacy policy|cookie policy|
        cookies policy|cookie settings|privacy|legal notice|privacy statement|licensing &
        reprints|do not share or sell my info|registration number|registration number: #|
        search for|impressum|datenschutz|datenschutzerklärung|nutzungsbedingungen|agb|
        mentions légales|politique de confidentialité|conditions générales|aviso legal|
        política de privacidad|política de cookies|condiciones de uso|загрузить еще|
        пользовательское соглашение|политика конфиденциальности|关于我们|联系我们|版权声明|网站声明|
        免责声明|ご意見・お問い合わせ|お問い合わせ|利用規約|プライバシーポリシー|informativa privacy|note legali""",
}  # fmt: skip

_DIGITS = re.compile(r"\d[\d.,\u202f ]*")
_EDGES = " .,:;!?…·•|/\\>»«<-–—()[]{}*+#\"'“”„：。、▼▲▶►→←↑"


def key(text: str) -> str:
    """A short line as it stands in the table: lower case, bare of marks, numbers as ``№``."""
    return " ".join(_DIGITS.sub("№ ", text.lower()).strip(_EDGES).split())


TABLE: dict[str, Cue] = {
    key(phrase): cue
    for cue, phrases in _PHRASES.items()
    for phrase in " ".join(phrases.split()).replace("| ", "|").split("|")
}
_STARTS: tuple[tuple[str, Cue], ...] = tuple(
    (start, cue)
    for cue, starts in {
        Cue.INSERT: (
            "read more:", "read also:", "see also:", "related:", "also read:", "more:", "watch:",
            "read next:", "recommended:", "read more ", "sign up for", "subscribe to",
            "lesen sie auch", "mehr zum thema", "lies auch", "auch interessant:",
            "lire aussi", "à lire aussi", "lire également", "à lire :", "voir aussi",
            "lea también", "lee también", "leer más:", "más información:", "también te puede",
            "читайте также", "читайте:", "смотрите также", "leggi anche", "lees ook", "czytaj też",
            "相关阅读", "延伸阅读", "点击播报本文", "関連：", "あわせて読む",
            "follow the story by", "get our", "download our app",
        ),
        Cue.SHARE: ("click to share", "click to email", "click to print", "share on ", "share via "),
        Cue.FOOT: (
            "tags:", "tags ", "tagged ", "tagged:", "posted in ", "filed under", "categories:",
            "category:", "topics:", "keywords:", "related topics", "latest in ", "more from ",
            "schlagwörter:", "schlagworte:", "themen:", "kategorien:", "kategorie:", "abgelegt unter",
            "veröffentlicht in", "mots-clés", "mots clés", "classé dans", "étiquettes", "etiquetas:",
            "archivado en", "теги:", "метки:", "рубрика:", "рубрики:", "关键词", "标签", "published by ",
            "view all posts by", "discover more topics", "most viewed in", "more on ",
            "(责编", "（责编", "(责任编辑", "（责任编辑", "责任编辑", "责编", "(编辑", "[责任编辑", "【责任编辑",
            "responsible editor", "page last updated", "powered by ",
        ),
        Cue.COMMENTS: (
            "your email address will not", "deine e-mail-adresse wird nicht", "you must be logged in",
            "votre adresse e-mail ne sera pas", "tu dirección de correo electrónico no será",
            "kommentare (", "comments (", "leave a reply", "leave a comment",
            "schreibe einen kommentar",
        ),
        Cue.LEGAL: (
            "copyright", "©", "(c) ", "all rights reserved", "alle rechte vorbehalten",
            "tous droits réservés", "todos los derechos", "все права защищены", "版权所有",
            "registration number", "license for", "proudly powered", "сетевое издание",
            "互联网新闻信息服务许可证",
        ),
    }.items()
    for start in starts
)  # fmt: skip
_STARTS_BY_LETTER: dict[str, tuple[tuple[str, Cue], ...]] = {}
for _start, _cue in _STARTS:
    _STARTS_BY_LETTER[_start[0]] = (*_STARTS_BY_LETTER.get(_start[0], ()), (_start, _cue))

_COMMENT_HEAD = re.compile(
    r"^(?:\d{1,6} )?(?:comments?|responses?|replies|thoughts?|kommentare?|antworten|commentaires?|"
    r"comentarios?|комментари\w{0,3}|ответ\w{0,2}|reacties|commenti)(?: (?:on|to|zu|sur|en|к)\b.*| ?\(?\d{0,6}\)?)$"
)  # fmt: skip
_SAYS = re.compile(r"^.{1,40} (?:says|said|sagt|schreibt|dit|dice|пишет)(?:\s?:| am\b| on\b)")

PHOTO = re.compile(
    r"^\W{0,3}(?:photo(?:graph)?s?|image|picture|credit|foto|bild|symbolbild|archivbild|imagen|crédit|"
    r"fotografía|фото|снимок|图片|图|写真|画像|illustration|screenshot|titelbild|file photo|getty)\s?"
    r"(?:credits?|source|by|caption|courtesy|von|de|d'|：|:|/|©|来源)|"
    r"[\[(（](?:photo|file photo|image|picture|foto|bild|credit|图)\b.{0,60}[\])）]|"
    r"\b(?:photo|image|picture|photograph) (?:credits?|by|courtesy|provided)\b|"
    r"(?:[|/©(] ?|^)(?:getty images|reuters|afp|ap photo|associated press|epa|shutterstock|istock|"
    r"unsplash|dpa|imago|keystone)\b.{0,40}$|"
    r"/(?:getty|reuters|afp|ap|tass|xinhua|epa|dpa|nasa|esa|bbc)\b.{0,30}$|"
    r"[.…»”)] (?:efe|afp|ap|reuters|dpa|epa|nasa|esa|getty|europa press|tass|xinhua)$|"
    r"(?:新华社|中新社|人民网|记者).{0,14}(?:摄|发)$|摄影[:：]|(?:提供|撮影)$|^© .{1,80}$|. © [^.]{2,60}$",
    re.IGNORECASE,
)
"""What stands in captions and credits."""

CREDIT = re.compile(r"©\s?[^\d©]{2,70}")
"""A picture's credit that begins like a rights line, but names no year."""
CREDIT_NAMES = frozenset(
    "nasa esa afp reuters ap epa dpa getty images pa media nasa/esa xinhua tass bbc shutterstock "
    "jaxa roscosmos spacex".split()
)
"""Lines of these words only are credits where they hang on a caption."""
ABOUT_AUTHOR = frozenset(
    ["about the author", "about author", "sobre la firma", "über den autor", "über die autorin",
     "à propos de l'auteur", "об авторе", "zur person", "sobre el autor", "meet the author"]
)  # fmt: skip
"""Keys of lines below which a portrait of the author stands."""

REPLY = frozenset(
    ["reply", "reply to this comment", "antworten", "répondre", "responder", "ответить", "回复",
     "返信", "rispondi", "beantwoorden", "odpowiedz", "odpovědět", "svar", "svara"]
)  # fmt: skip
"""Keys of the lines below each comment."""

PHOTO_SIGNS = frozenset(
    "efe europa photo photos photograph image picture credit credits foto bild symbolbild archivbild imagen "
    "crédit fotografía фото снимок illustration screenshot titelbild getty reuters afp ap associated "
    "epa shutterstock istock unsplash dpa imago keystone tass xinhua nasa esa bbc".split()
)
APPEAL_SIGNS = frozenset(
    "cookie cookies newsletter newsletters sign subscribe log register your privacy terms javascript "
    "blocker adblocker affiliate commission share may earn get follow join like become support "
    "donation donate website site reserved permission datenschutz einwilligung abonnieren "
    "registrieren anmelden werbung werbungen spenden spendenkonto spendenfinanziert kostenlos "
    "unterstützen mail you submitting inscrivez abonnez votre vos installez suscríbete correo cuenta reservan "
    "reserva reservados куки подпишитесь подписывайтесь электронной электронную почту почты "
    "зарегистрируйтесь ссылке download enjoyed liked consider updates news stories rest full "
    "expressed gefallen kommentieren button schaltfläche meinung anmeldung absenden klick willige "
    "réservé réservée exclusivo subscribers abonnenten подписчиков stimme verpassen infos informationen aimé понравился понравилась gustó".split()
)
RIGHTS_SIGNS = frozenset(
    "copyright rights rechte vorbehalten droits derechos права diritti direitos c".split()
)
NOTICE_SIGNS = frozenset(
    "page 404 403 error access robot human browser enable unavailable moment please weiterlesen "
    "seite introuvable trouvée página страница ошибка доступ pagina strony stránka".split()
)


SIGNS = PHOTO_SIGNS | APPEAL_SIGNS | RIGHTS_SIGNS | NOTICE_SIGNS
"""Words (lower case) without any of which no pattern of this module can match a line."""


_APPEAL = (
    r"\bcookies?\b|newsletters?\b.{0,60}\b(?:inbox|subscri|sign|your|send|letter|abonn|anmeld|inscri)|"
    r"\b(?:sign up|subscribe|log in|register) (?:to|for|now|today|here|and)\b|your (?:e-?mail|inbox|browser|account|comment|privacy)\b|"
    r"\byou (?:accept|agree)\b|by (?:signing up|submitting)|privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|\bjavascript\b|ad[- ]?blocker|"
    r"affiliate (?:links?|commission)|we may (?:earn|get|receive|also write)|(?:earn|get) a (?:small )?(?:commission|share)|"
    r"follow us on|join (?:our|us on)|like us on|become a (?:member|patron|supporter)|support (?:our|us)\b|make a donation|donate\b|"
    r"this (?:site|website) uses|reserved\b.{0,80}copyright|without (?:written|prior) (?:permission|authori)|may not be (?:published|reproduced|republished)|"
    r"datenschutz|einwilligung|newsletter|jetzt (?:abonnieren|registrieren|anmelden)|e-mail-adresse|werbung(?:en)? (?:auf|und|von)|"
    r"spenden(?:konto|finanziert)?\b|kostenlos (?:testen|abonnieren)|unterstütze(?:n sie)? uns|"
    r"inscrivez-vous|abonnez-vous|votre (?:adresse )?e-?mail|vos données|installez notre|"
    r"suscríbete|su correo|tu correo|tu cuenta|reserva(?:n|dos)? (?:todos )?los derechos|"
    r"куки|подпишитесь|подписывайтесь|электронн\w{1,3} почт|зарегистрируйтесь|перейдите по ссылке|"
    r"if you (?:enjoyed|liked|like|found)\b|consider (?:supporting|subscribing|donating)|"
    r"(?:regular|latest|breaking|all the) (?:updates|news|stories)\b.{0,60}(?:app|inbox|twitter|facebook|download)|"
    r"read the (?:rest|full (?:story|article))|opinions? expressed|views expressed|"
    r"(?:artikel|beitrag|text|seite) gefallen|kommentieren möchten|(?:button|schaltfläche), um den inhalt|"
    r"meinung de[rs] autor|mit (?:der|ihrer|deiner) anmeldung|mit (?:dem )?(?:absenden|klick)|willige ich|"
    r"stimme ich|verpassen sie|nichts (?:mehr )?verpassen|mehr (?:infos|informationen) (?:finden sie|gibt es|hier)|"
    r"vous avez aimé|si te (?:ha )?gust(?:ó|a|ado)|понравилась? (?:статья|материал)|"
    r"(?:réservée?s?|exclusi\w+) (?:à nos |aux |para |a )(?:abonn|suscript)|subscribers? only|"
    r"für abonnenten|nur für abonn|только для подписчиков|有料(?:会員|記事)|会員限定|付费|"
    r"未经.{0,12}(?:授权|许可)|订阅|请登录|扫描二维码|版权归|"
    r"無断転載|転載を禁じます|会員登録|メールマガジン|ログインして"
)  # fmt: skip
_RIGHTS = (
    r"©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|all rights reserved|alle rechte vorbehalten|"
    r"tous droits réservés|(?:todos )?los derechos reservados|все права защищены|"
    r"版\s?权\s?所\s?有|著作権|無断転載|転載を禁じます|tutti i diritti|todos os direitos"
)
_NOTICE = (
    r"page (?:cannot|could not|can't|can’t) be found|page not found|404 (?:not found|error)|error 404|"
    r"403 forbidden|access denied|are you a robot|verify (?:that )?you are (?:a )?human|checking your browser|"
    r"enable (?:javascript|cookies)|service (?:temporarily )?unavailable|just a moment|"
    r"please (?:log in|sign in|subscribe) to (?:continue|read)|"
    r"weiterlesen mit (?:werbung|abo)|seite (?:wurde )?nicht gefunden|"
    r"page (?:introuvable|non trouvée)|página no encontrada|no se (?:ha )?enc(?:uentra|ontró|ontrado) la página|"
    r"страница не найдена|ошибка 404|доступ (?:ограничен|запрещен)|"
    r"页面不存在|页面未找到|找不到页面|您访问的页面|页面找不到|ページが見つかりません|お探しのページ|"
    r"pagina non trovata|pagina niet gevonden|nie znaleziono strony|stránka nenalezena"
)  # fmt: skip

APPEAL, RIGHTS, NOTICE = (re.compile(p, re.IGNORECASE) for p in (_APPEAL, _RIGHTS, _NOTICE))
LOWER_APPEAL, LOWER_RIGHTS, LOWER_NOTICE = map(re.compile, (_APPEAL, _RIGHTS, _NOTICE))
"""The same for text in lower case: without folding every letter they take a fifth of the time."""

SHORT = 90
"""Characters up to which a line can be a cue by itself."""


def cue(text: str) -> Cue | None:
    """What kind of furniture a line announces itself as, or None."""
    lowered = text[:SHORT].lower()
    for start, kind in _STARTS_BY_LETTER.get(lowered[:1], ()):
        if lowered.startswith(start):
            return kind
    if len(text) > SHORT:
        return None
    if lowered.endswith("new window)"):
        return Cue.SHARE
    if (kind_ := TABLE.get(key(text))) is not None:
        return kind_
    if _COMMENT_HEAD.match(lowered) or _SAYS.match(lowered):
        return Cue.COMMENTS
    return None
