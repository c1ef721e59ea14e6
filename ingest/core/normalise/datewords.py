"""The words of dates by language: months, zones, labels, relative days. Data for ``dates``."""

from __future__ import annotations

import re

_MONTH_NAMES = {
    "en": "january february march april may june july august september october november "
    "december",
    "en_short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de_short": "jän feb mär apr mai jun jul aug sep okt nov dez",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr_short": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "es_short": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "it_short": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "pt_short": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "januari februari maart april mei juni juli augustus september oktober november "
    "december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru_short": "янв фев мар апр май июн июл авг сен окт ноя дек",
    "ru_base": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада "
    "грудня",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "sv": "januari februari mars april maj juni juli augusti september oktober november "
    "december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta "
    "elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "hu": "január február március április május június július augusztus szeptember október "
    "november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie "
    "noiembrie decembrie",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "id_short": "jan feb mar apr mei jun jul agu sep okt nov des",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου "
    "οκτωβρίου νοεμβρίου δεκεμβρίου",
}  # fmt: skip

MONTHS: dict[str, int] = {
    name: number
    for names in _MONTH_NAMES.values()
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9, "setiembre": 9, "jänner": 1, "feber": 2, "mrz": 3, "maerz": 3, "févr": 2, "fév": 2,
     "sent": 9, "сент": 9, "нояб": 11, "февр": 2, "дек": 12, "juill": 7, "aout": 8}  # fmt: skip
"""Month names and abbreviations, lower case and without a full stop, to 1..12."""

ZONES: dict[str, str | int] = {
    "utc": 0, "gmt": 0, "bst": 60, "wet": 0, "west": 60, "cet": 60, "cest": 120, "mez": 60,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180, "по москве": 180, "sast": 120,
    "ist": 330, "pkt": 300, "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "pht": 480, "awst": 480,
    "jst": 540, "kst": 540, "acst": 570, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "brt": -180, "art": -180,
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver",
    "pt": "America/Los_Angeles", "eastern": "America/New_York", "eastern time": "America/New_York",
    "pacific time": "America/Los_Angeles", "central time": "America/Chicago",
    "beijing time": "Asia/Shanghai", "moscow time": "Europe/Moscow", "北京时间": "Asia/Shanghai",
    "ar": "America/Argentina/Buenos_Aires", "hora peninsular": "Europe/Madrid",
    "heure de paris": "Europe/Paris", "日本時間": "Asia/Tokyo", "israel time": "Asia/Jerusalem",
}  # fmt: skip
"""Zone words, lower case, to minutes east of UTC or an IANA name."""

HOME_ZONES = {
    "zh": "Asia/Shanghai", "ja": "Asia/Tokyo", "ko": "Asia/Seoul", "de": "Europe/Berlin",
    "fr": "Europe/Paris", "it": "Europe/Rome", "ru": "Europe/Moscow", "uk": "Europe/Kyiv",
    "pl": "Europe/Warsaw", "cs": "Europe/Prague", "nl": "Europe/Amsterdam", "tr": "Europe/Istanbul",
    "sv": "Europe/Stockholm", "da": "Europe/Copenhagen", "no": "Europe/Oslo", "fi": "Europe/Helsinki",
    "hu": "Europe/Budapest", "ro": "Europe/Bucharest", "el": "Europe/Athens", "hi": "Asia/Kolkata",
    "id": "Asia/Jakarta", "vi": "Asia/Ho_Chi_Minh", "th": "Asia/Bangkok", "he": "Asia/Jerusalem",
}  # fmt: skip
"""The zone of most readers of a language: a guess for a source that nobody has listed."""

_WEEKDAYS = (
    "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|"
    "sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|"
    "jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|星期[一二三四五六日天]|"
    "[周週][一二三四五六日]|[月火水木金土日]曜日?|[一二三四五六日月火水木金土]"
)
WEEKDAY = re.compile(_WEEKDAYS, re.IGNORECASE)
CONNECTORS = (
    r"[\s,.\-–—|•·@/()<>\[\]:T]|(?:at|um|à|a las|a la|às|kl\.?|klo|в|о|ore|alle|as|г\.|года|"
    r"updated at|time|klokken|om|u|den|of|on|le|am|el|vom|" + _WEEKDAYS + r")(?![^\W\d_])"
)
"""What may stand between a date and its time of day (a pattern)."""

UPDATED_LABEL = re.compile(
    r"(?:last\s)?\b(?:updated?|modified|revised|edited)\b|обновлен|изменен|modifié|mis(?:e)? à jour|"
    r"mise à jour|aktualisier|geändert|letzte änderung|zuletzt|stand:|actualizad|actualización|modificad|modifica il|atualizad|atualização|aggiornat|aggiornament|"
    r"bijgewerkt|uppdatera|opdatere|oppdater|更新|修改|修订|수정|업데이트|aktualizac|aktualizov|päivitet",
    re.IGNORECASE,
)
"""Words before a date that say it is not the first publication."""

PUBLISHED_LABEL = re.compile(
    r"mise en ligne|erschien(?:en)?\b|erscheinungsdatum|\b(?:published|posted|date|issued|first published|publish date|released)\b|publié|"
    r"veröffentlicht|erstellt|publicad|pubblicat|gepubliceerd|publicerad|publiceret|publisert|"
    r"опубликован|дата|发布|發布|发表|時間|时间|公開|投稿|配信|掲載|opublikowan|publikov",
    re.IGNORECASE,
)

_OTHER = (
    r"launch[ -]?(?:date|day|window)|launch(?:ed|ing)|lift-?off|deadline|due|until|till|through|"
    r"expires?|valid|effective|after|before|received|accepted|conducted|held|retrieved|accessed|archived|reviewed|checked|joined|since|born|died|on this day|"
    r"event date|event:|when|starts?|begins?|ends?|live on|airs?|premieres?|opens?|taken|captured|"
    r"recorded|filmed|in print|print edition|correction|clarification|(?:scheduled|set|planned) for|closing date|"
    r"termin|veranstaltung|beginn|start:|starttermin|startet|gültig|bis|ab|seit|geboren|gestorben|"
    r"abgerufen|frist|nach|vor|(?:print|druck)-?ausgabe|(?:anmelde|einsende|bewerbungs)schluss|wann|aufgenommen|registriert|geplant|"
    r"\w{0,12}bewertung|rendez-vous|consulté|valable|jusqu['’]au|depuis|après|avant|née?|date limite|quand|"
    r"date d(?:e|u) (?:lancement|naissance|début|fin|tir)|à partir|dès|lancement|hasta|desde|"
    r"consultado|nacid[oa]|válid[oa]|cuándo|fecha (?:límite|del? (?:lanzamiento|nacimiento|evento))|"
    r"plazo|lanzamiento|a partir|después de|antes de|(?:tal|un) día como hoy|até|nascid[oa]|quando|data (?:limite|do evento|de lançamento)|prazo|"
    r"lançamento|estreia|estreno|fino|dal|nat[oa]|scadenza|lancio|"
    r"дата (?:пуска|запуска|старта|проведения|события|рождения|обращения)|до|с|со|начало|"
    r"родил(?:ся|ась)|после|в этот день|срок|когда|старт|пуск|запуск|состоится"
)
_OTHER_WIDE = (
    r"(?:发射|發射|开始|結束|结束|截止|活动|会议|举办|开幕|报名|拍摄|访问|有效|召开|比赛|开放)(?:时间|日期|日|期)?|"
    r"摄于|攝於|截至|出生(?:日期)?|生于|開催(?:日時?)?|(?<!稿)(?<!開)(?<!新)(?<!載)(?<!信)日時|締め?切り?|期間|会期|"
    r"打ち?上げ(?:日|予定日?)?|発売日?|生年月日|撮影日?|開始日?|閲覧日?|取得日|放送日?|発表会|발사일|마감|기간|일시"
)
OTHER_LABEL = re.compile(
    rf"(?:\b(?:{_OTHER})\b[\s:(]{{0,4}}(?:[^\W\d_]{{1,6}}\s{{1,2}}){{0,3}}|(?:{_OTHER_WIDE})\W{{0,3}})$",
    re.IGNORECASE,
)
"""Words right before a date that say that it is of something else: a launch, a deadline, a review."""

UNITS: dict[str, int] = {}
"""Words for spans of time to minutes."""
for _minutes, _words in {
    1: "minute minutes min mins minuten minuto minutos minuti минуту минуты минут мин 分钟 分鐘 分 분",
    60: "hour hours hr hrs h std stunde stunden heure heures hora horas ora ore час часа часов "
    "小时 小時 時間 시간",
    1440: "day days tag tage tagen jour jours día días dia dias giorno giorni день дня дней 天 日 일",
    10080: "week weeks woche wochen semaine semaines semana semanas неделю недели недель 周 週間 주",
    43200: "month months monat monaten mois mes meses mese mesi mês месяц месяца месяцев 月 か月 ヶ月 "
    "カ月 개월",
    525600: "year years jahr jahren année an ans año años anno anni ano anos год года лет",
}.items():
    UNITS.update(dict.fromkeys(_words.split(), _minutes))

_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
RELATIVE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.,])(?P<n>\d{{1,4}}|an?|one)\s?(?P<unit>{_UNIT}|[mdw])\sago\b",
        rf"\b(?:vor|il y a|hace|há)\s(?P<n>\d{{1,4}}|einer|einem|une?|una?|uma?)\s?(?P<unit>{_UNIT})\b",
        rf"(?<![\w.,])(?P<n>\d{{1,4}})\s?(?P<unit>{_UNIT})\s(?:назад|fa)\b",
        rf"(?P<n>\d{{1,4}})\s?(?:个|個)?(?P<unit>{_UNIT})\s?(?:前|之前|전)",
    )
)
"""Spans counted back from now: number and unit."""
UNITS |= {"m": 1, "d": 1440, "w": 10080}  # which say so only before "ago"

DAY_WORDS = re.compile(
    r"(?P<yesterday>(?<!\w)(?:yesterday|gestern|hier|ayer|ieri|ontem|вчера|昨天|昨日|어제)(?!\w))|"
    r"(?P<today>(?<!\w)(?:today|heute|aujourd['’]hui|hoy|oggi|hoje|сегодня|今天|本日|오늘)(?!\w))",
    re.IGNORECASE,
)
