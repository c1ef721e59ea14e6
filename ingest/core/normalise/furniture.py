"""What stands around an article on a page: menus, share rows, teasers, appeals, legal lines.

Cues are looked up, not searched: a short line is folded to a key and found in a table, so a
language is added by adding words (``furniture_words``). Only what must be searched inside longer
lines is a pattern.
"""

from __future__ import annotations

import re
from enum import StrEnum

from ingest.core.normalise.furniture_words import PHRASES, STARTS


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


_DIGITS = re.compile(r"\d[\d.,\u202f ]*")
_EDGES = " .,:;!?…·•|/\\>»«<-–—()[]{}*+#\"'“”„：。、▼▲▶►→←↑"


def key(text: str) -> str:
    """A short line as it stands in the table: lower case, bare of marks, numbers as ``№``."""
    return _bare(text.lower())


def _bare(lowered: str) -> str:
    return " ".join(_DIGITS.sub("№ ", lowered).strip(_EDGES).split())


TABLE: dict[str, Cue] = {}
for _cue, _phrases in PHRASES.items():
    for _phrase in " ".join(_phrases.split()).replace("| ", "|").split("|"):
        TABLE.setdefault(key(_phrase), Cue(_cue))
_LISTED = tuple(
    (phrase.replace("_", " "), Cue(cue))
    for cue, phrases in STARTS.items()
    for phrase in " ".join(phrases.split()).replace("| ", "|").split("|")
)
_STARTS = {
    two: tuple((start, cue) for start, cue in _LISTED if start.startswith(two) or start == two[0])
    for two in {start[:2] for start, _ in _LISTED}
}
"""How lines begin, by their first two letters (or by one that is all): few begin like any."""

BOILERPLATE = re.compile(
    r"\W{0,3}(?:about (?!half|a |an |one|two|three|\d)\S|über (?:das|die|den|uns)\b|à propos d|acerca de|sobre (?:a|o|la|el) |о компании|"
    r"forward[- ]looking statement|safe harbor|notes? (?:to|for) editors|media contacts?|press contacts?|pressekontakt)",
    re.IGNORECASE,
)
"""How the heading of a company's own portrait begins, below a press release."""
_COUNTER = re.compile(
    r"^(?:\W{0,3}\d[\d.,]{0,8}\s?[km]?\s?(?:views?|likes?|shares?|reads?|просмотр\w{0,2}|vues|visitas|文字|阅读|浏览|조회)|"
    r"(?:reading time|read time|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura|tempo de leitura|tempo di lettura|"
    r"время (?:на )?чтени\w|czas czytania|阅读时间|读了时间|読了時間)\b.{0,16}|"
    r"\W{0,3}\d{1,2}[ -]?min(?:ut\w{0,2})?s?\.?(?: read| de lecture| de lectura| de leitura| lesezeit)?|"
    r"\d{1,2} ?(?:of|/) ?\d{1,2}\W{0,3}|.{2,24}\(\d\d:\d\d\))$"
)  # fmt: skip
"""Counts and lengths that a head shows: views, minutes to read, which picture of how many."""
_COMMENT_HEAD = re.compile(
    r"^(?:\d{1,6} )?(?:comments?|responses?|replies|thoughts?|kommentare?|antworten|commentaires?|"
    r"comentarios?|комментари\w{0,3}|ответ\w{0,2}|reacties|commenti)(?: (?:on|to|zu|sur|en|к)\b.*| ?\(?\d{0,6}\)?)$"
)  # fmt: skip
_SAYS = re.compile(
    r"^.{1,40} (?:says|said|sagt|schreibt|dit|dice|пишет)(?:\s?:$|\s?: (?=\w+ \d|\d)| (?:am|on) (?:\w+,? )?(?:\w+ )?\d)"
)
_TELLING = tuple(
    "comment|response|replies|thought|kommentar|antworten|comentario|комментари|ответ|reacties|"
    "about |über |à propos|acerca de|sobre |о компании|forward|safe harbor|note|media contact|"
    "press contact|pressekontakt|reading time|read time|lesezeit|lesedauer|temps de lecture|"
    "lecture|tiempo de|tempo d|время|czas czytania|阅读时间|读了时间|読了時間".split("|")
)
"""How lines of words alone begin if a pattern of counts, comments or portraits matches them."""
_TELLING_LETTERS = frozenset(start[:2] for start in _TELLING)

_WIRES = (
    r"getty(?: images)?|reuters|afp|ap photo|ap|associated press|epa|efe|dpa|apa|imago|keystone|"
    r"picture alliance|shutterstock|istock|unsplash|alamy|pa media|pa wire|europa press|xinhua|新华社|"
    r"tass|тасс|риа новости|рейтер|yonhap|연합뉴스|kyodo|共同|時事|ロイター|ansa|lusa|cnsphoto|zuma|sipa|"
    r"maxppp|belga|anp|ritzau|pti|ani|ians|upi|aap|anadolu|zumapress|wireimage|bloomberg|"
    r"the canadian press|keystone-sda|sputnik|imaginechina|jiji"
)
_CREDITED = (
    _WIRES + r"|nasa(?: tv)?|esa|jaxa|roscosmos|роскосмос|spacex|isro|cnsa|cmsa|cnes|dlr|bbc|nhk"
)
_LABELS = (
    r"photo(?:graph)?s?|image|picture|credits?|foto|bild|quelle|imagen|imágenes|crédito?s?|fotografía|illustration|crediti|zdjęcie|fot|"
    r"fotoğraf|фото|снимок|图|图片|图源|图片来源|摄影|写真|画像|사진|صورة|फोटो"
)
_PHOTO_STARTS = re.compile(
    r"\W{0,3}(?:photo(?:graph)?s?|image|picture|credit|foto|bild|symbolbild|archivbild|imagen|crédit|"
    r"fotografía|фото|снимок|图片|图|写真|画像|사진|illustration|screenshot|titelbild|file photo|getty)\s?"
    r"(?:credits?|source|by|caption|courtesy|von|de|d'|：|:|/|©|来源|=)|"
    r"(?:an? )?artist['’]?s? (?:impression|concept|rendering|illustration|view)\b.{3,160}$|"
    r"vue d['’]artiste\b.{3,160}$|künstlerische darstellung\b.{3,160}$|"
    r"(?:recreación|concepción|impresión|ilustración) (?:artística|de artista|del artista)\b.{3,160}$|"
    r"\W{0,3}(?:in )?this (?:\w+ ){0,2}(?:photo|image|picture|handout|screen ?grab|video grab)\b|file(?: photo|[ ,]?[-–—:])|(?:a|an) (?:undated )?handout|"
    r"(?:imagen|foto|fotografía|image|photo) d(?:e |['’])(?:archivo|archives?|illustration)|архивное фото|"
    r"[^。【]{8,}＝(?:[\d０-９]{1,4}[日年月（(]|[^。＝]{2,16}で$)[^。]*$|© .{1,80}$",
    re.IGNORECASE,
)
_PHOTO_WITHIN = re.compile(
    r"[\[(（](?:(?:photo|file photo|supplied|courtesy|handout|pic|image|imagen|picture|foto|bild|credit|crédit|illustra|фото|图|写真|사진|صورة|फोटो)[^\])）]{0,60}|"
    r"(?:source|quelle|fonte|fuente|bron|källa|kilde|źródło)\s?:[^\])）]{0,60})[\])）]|"
    r"\b(?:photo|image|picture|photograph) (?:credits?|by|courtesy|provided)\b|摄影[:：]",
    re.IGNORECASE,
)
_PHOTO_ENDS = re.compile(
    r"\bcredit(?:\.\.\.|…)\s?\S.{0,80}$|[.!] архивное фото$|"
    r"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){1,3} \([A-ZÀ-Þ/. ]{2,24}\)$)|"
    r"[\w)] (?-i:Foto|Photo|Bild|Fotos|Image|Picture|Credit|Fotografía|Imagen|Фото) ?[:：] ?[A-Z©А-Я]\S.{0,40}$|"
    rf"(?:[.…!?»”)|,;＝=]|\s[–—-])\s?(?:file |archiv-?|archive )?(?:{_LABELS})\s?[:：／/]\s?\S.{{0,70}}$|"
    rf"(?:[|/©＝=] ?|\s[–—-]\s|^)(?:{_CREDITED})"
    r"(?:\s?[/|,–-]\s?(?!.*(?:\d{4}|\d:\d)).{2,40}|\s?(?:images?|photo|via .{2,20}))?[)\]]?$|"
    rf"(?<![\w/])(?:{_CREDITED})\s?/\s?[A-Z][\w.'’-]+(?:[ /][\w.'’/ -]{{2,40}})?[)\]]?$|"
    rf"[.)»”] (?:{_WIRES})/[A-Z][a-z].{{0,80}}$|"
    rf"\b(?:via|vía) (?:{_CREDITED})\b.{{0,12}}$|"
    r"[＝=][^。＝=]{0,24}(?:提供|撮影|から|より|通信)$|"
    r"(?:新华社|中新社|人民网|记者).{0,14}(?:摄|发)$|(?:提供|撮影|攝)[)）]?$|\s[–—-]\s?(?:divulgação|reprodução|arquivo(?: pessoal)?|divulgation|archivo)(?:/.{2,40})?$|. © [^.]{2,60}$",
    re.IGNORECASE,
)
_CREDIT_WITHIN = 200
"""Characters at a text's end within which a credit begins that ends it."""


def is_credited(text: str) -> bool:
    """Whether a text says that it is a caption, or names who took a picture."""
    return (
        _PHOTO_STARTS.match(text) is not None
        or _PHOTO_WITHIN.search(text) is not None
        or _PHOTO_ENDS.search(text, max(0, len(text) - _CREDIT_WITHIN)) is not None
    )


SIGNED = re.compile(
    rf"(?:[.…!?»”\")。]\s?[(（\[]?(?:{_CREDITED})|[(（\[](?:{_WIRES}))[)）\]]?$", re.IGNORECASE
)
"""An agency's name behind the last sentence: of a caption, or of a story where none follows."""

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
    "صورة फोटो fonte fuente bron källa kilde źródło source caption handout grab screengrab file quelle imágenes zdjęcie fot fotoğraf 写真 alliance alamy pa apa ansa lusa yonhap kyodo cnsphoto zuma sipa "
    "maxppp belga anp ritzau tt jaxa roscosmos роскосмос тасс рейтер spacex isro cnsa cmsa cnes dlr nhk архивное imagen créditos crédito crediti photographs "
    "supplied courtesy pic divulgação reprodução arquivo divulgation archivo artist artists artiste künstlerische recreación concepción impresión ilustración pti ani ians upi aap "
    "anadolu zumapress wireimage bloomberg canadian sputnik imaginechina jiji "
    "efe europa photo photos photograph image picture credit credits foto bild symbolbild archivbild imagen "
    "crédit fotografía фото снимок illustration screenshot titelbild getty reuters afp ap associated "
    "epa shutterstock istock unsplash dpa imago keystone tass xinhua nasa esa bbc".split()
)
"""Words (lower case) without any of which no text in a script with blanks is credited."""


_APPEAL = (
    r"\bcookies?\b|newsletters?\b.{0,60}\b(?:inbox|subscri|sign|your|send|letter|abonn|anmeld|inscri)|"
    r"\b(?:sign up|subscribe|log in|register) (?:to|for|now|today|here|and)\b|your (?:e-?mail|inbox|browser|account|comment|privacy)\b|"
    r"\byou (?:accept|agree)\b|by (?:signing up|submitting)|privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|\bjavascript\b|ad[- ]?blocker|"
    r"nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|hírlevel|bülten\w* abone|abone ol|(?:نشرتنا|النشرة) البريدية|न्यूज़लेटर|"
    r"buletin kami|daftar ke |розсилк\w|підпишіться|뉴스레터|zapisz się (?:do|na)|přihlaste se k|ενημερωτικ\w+ δελτί|bản tin của|"
    r"フォローすると|登録すると|お届けします|читайте \S+(?: \S+)? в (?:telegram|телеграм|max|дзен|vk)|"
    r"lancez la conversation|participer à la (?:conversation|discussion)|connectez-vous|forward-looking statements|"
    r"receives support from|solely responsible for all content|de cet article à lire|restan? por leer|残り\d+文字|"
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
    r"未经.{0,12}(?:授权|许可)|[非未]經.{0,12}(?:授權|同意|許可)|不得轉載|隱私權|同意並繼續|订阅|请登录|扫描二维码|版权归|"
    r"無断転載|転載を禁じます|会員登録|メールマガジン|ログインして"
)  # fmt: skip
_RIGHTS = (
    r"(?<![^\W\d_Â])©|\(c\) ?(?:19|20)\d\d|^\W{0,4}(?:\w+ ){0,2}copyright\b|"
    r"\bcopyright(?=\W{0,3}(?:©|\(c\)|(?:19|20)\d\d|by\b|notice|$))|all rights reserved|alle rechte vorbehalten|"
    r"tous droits réservés|(?:todos )?los derechos reservados|все права защищены|"
    r"no reproduction|reproduction prohibited|版\s?权\s?所\s?有|"
    r"著作権|無断転載|転載を禁じます|tutti i diritti|todos os direitos"
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
    r"(?:страниц\w+|页面|網頁|ページ|página|seite|pagina).{0,30}(?:не существует|удалена|不存在|被删除|見つかりません|削除された|no existe|existiert nicht|non esiste|não existe)|"
    r"페이지를 찾을 수 없|sayfa bulunamadı|الصفحة غير موجودة|पृष्ठ नहीं मिला|página não encontrada|sidan (?:kunde inte hittas|finns inte)|siden (?:ble|blev) ikke fundet|"
    r"verifying (?:that )?you are (?:a )?human|security of your connection|(?:article|page|story|content) is no longer available|"
    r"(?:artikel|seite|beitrag|inhalt) (?:ist )?(?:leider )?nicht mehr (?:verfügbar|abrufbar)|n['’]est plus disponible|ya no está disponible|"
    r"больше не(?:доступн| доступн| существует)|掲載(?:が|を)?終了|公開(?:が|を)?終了|内容已(?:下线|删除)|não está mais disponível|non è più disponibile|"
    r"access to this page has been denied|unusual (?:traffic|activity)|temporarily unable to service|too many requests|bad gateway|gateway time-?out|internal server error|"
    r"pagina non trovata|pagina niet gevonden|nie znaleziono strony|stránka nenalezena"
)  # fmt: skip

APPEAL, RIGHTS, NOTICE = map(re.compile, (_APPEAL, _RIGHTS, _NOTICE))
"""Patterns for text in lower case; ``furniture_signs`` tells which of them may match at all."""

_WALL = (
    r"cookie|javascript|tracking|\bads?\b|adblock|\bconsent|partners?\b|partenaires|socios\b|parceiros|партн[её]р|"
    r"einwilligung|zustimm|consentement|consentimiento|consenso|согласи[ея]|同意|privacy|datenschutz|vie privée|privacidad|"
    r"\bsubscri|\babonn|\babos?\b|suscri(?:p|b)|assinante|abbona|подписк|подпишитесь|订阅|会员|会員|有料|購読|구독|abone\b|"
    r"\blog ?in\b|\bsign (?:in|up)\b|password|passwort|mot de passe|contraseña|\bsenha\b|пароль|密码|登录|ログイン|パスワード|"
    r"로그인|비밀번호|şifre|inicia(?:r)? sesión|connectez|anmeld|einlogg|войдите|зарегистр|registr(?:er|ier|ar|a|ati|e-se|ate)|"
    r"regístr|create an account|kostenlos|free trial|per month|im monat|par mois|al mes\b|в месяц|月額|testen sie|kündbar|"
    r"publicit|advertis|\bannunci\b|anuncios|werbung|реклам|personal data|legitimate interest|access information|unique identifiers|your choices|"
    r"sans engagement|cancel any|javascript|browser|navigateur|navegador|браузер|浏览器|ブラウザ|personali[sz]|personenbezogen"
)
WALL = re.compile(_WALL)
"""What walls speak of: consent, accounts, subscriptions (a pattern for lower case)."""

SHORT = 90
"""Characters up to which a line can be a cue by itself."""


LONGEST_START = 160
"""Characters up to which a line is furniture by how it begins; a legal line may be longer."""


def cue(text: str, lowered: str | None = None, words_alone: bool | None = None) -> Cue | None:
    """What kind of furniture a line announces itself as, or None.

    Whoever has the line in lower case, and knows whether it is but letters and blanks (as most
    entries of menus are), may say so.
    """
    if lowered is None or words_alone is None:
        lowered = text[:SHORT].lower()
        words_alone = lowered.replace(" ", "").isalpha()
    if len(text) <= SHORT:
        whole = TABLE.get(" ".join(lowered.split()) if words_alone else _bare(lowered))
        if whole is not None:
            return whole
    for start, kind in _STARTS.get(lowered[:2]) or _STARTS.get(lowered[:1], ()):
        if lowered.startswith(start) and (len(text) <= LONGEST_START or kind in _MAY_BE_LONG):
            return kind
    if len(text) > SHORT:
        return None
    if words_alone and not (lowered[:2] in _TELLING_LETTERS and lowered.startswith(_TELLING)):
        return None
    if lowered.endswith("new window)"):
        return Cue.SHARE
    if _COMMENT_HEAD.match(lowered) or _SAYS.match(lowered):
        return Cue.COMMENTS
    if len(text) <= 60 and text[-1:] not in ".!?" and BOILERPLATE.match(text):
        return Cue.FOOT
    return Cue.SHARE if len(text) <= 40 and _COUNTER.match(lowered) else None


_MAY_BE_LONG = (Cue.LEGAL, Cue.COMMENTS)
