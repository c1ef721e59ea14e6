"""The words that furniture's longer patterns cannot do without, found in one pass over a line.

Trying each pattern of appeals, rights lines and notices on each line of a page takes most of the
time that its reading takes, and nearly all lines hold none. So all literals of which a pattern
needs one are looked for at once (Aho and Corasick 1975, through ``ahocorasick_rs``), and a pattern
is tried only where one of its own was found. A test holds literals and patterns together.
"""

from __future__ import annotations

from enum import StrEnum

from ahocorasick_rs import AhoCorasick, Implementation


class Sign(StrEnum):
    """Which of furniture's patterns may match a line."""

    APPEAL = "appeal"
    RIGHTS = "rights"
    NOTICE = "notice"


_LITERALS = {
    Sign.APPEAL: (
        "cookie|newsletter|sign up |subscribe |log in |register |your email|your e-mail|your inbox|"
        "your browser|your account|your comment|your privacy|you accept|you agree|by signing up|"
        "by submitting|privacy policy|privacy notice|terms of |terms and conditions|javascript|"
        "blocker|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|hírlevel|abone|البريدية|न्यूज़लेटर|"
        "buletin kami|daftar ke |розсилк|підпишіться|뉴스레터|zapisz się |přihlaste se k|δελτί|"
        "bản tin của|フォローすると|登録すると|お届けします|читайте |lancez la conversation|"
        "participer à la |connectez-vous|forward-looking|receives support|solely responsible|"
        "de cet article|por leer|残り|affiliate |we may |earn a |get a |follow us on|join our|"
        "join us on|like us on|become a |support our|support us|make a donation|donate|"
        "this site uses|this website uses|reserved|without written |without prior |may not be |"
        "datenschutz|einwilligung|jetzt abonnieren|jetzt registrieren|jetzt anmelden|"
        "e-mail-adresse|werbung auf|werbung und|werbung von|werbungen |spenden|kostenlos testen|"
        "kostenlos abonnieren|unterstütze uns|unterstützen sie uns|"
        "inscrivez-vous|abonnez-vous|votre e|votre adresse |vos données|installez notre|"
        "suscríbete|su correo|tu correo|tu cuenta|los derechos|куки|подпишитесь|подписывайтесь|"
        "электронн|зарегистрируйтесь|перейдите по ссылке|if you enjoyed|if you like|if you found|"
        "consider supporting|consider subscribing|consider donating|regular updates|regular news|"
        "regular stories|latest updates|latest news|latest stories|breaking updates|"
        "breaking news|breaking stories|all the updates|all the news|all the stories|"
        "read the rest|read the full|expressed|gefallen|kommentieren möchten|um den inhalt|"
        "meinung de|anmeldung|mit absenden|mit dem absenden|mit klick|mit dem klick|willige ich|"
        "stimme ich|verpassen|mehr infos|mehr informationen|vous avez aimé|si te |понравил|"
        "nos abonn|aux abonn|para abonn| a abonn|für abonn|nos suscript|aux suscript|"
        "para suscript| a suscript|"
        "subscriber|подписчиков|有料|会員|付费|未经|未經|非經|不得轉載|隱私權|同意並繼續|"
        "订阅|请登录|扫描二维码|版权归|無断転載|転載を禁じます|メールマガジン|ログインして"
    ),
    Sign.RIGHTS: (
        "©|(c)|copyright|rights reserved|rechte vorbehalten|droits réservés|derechos reservados|"
        "права защищены|no reproduction|reproduction prohibited|版|著作権|無断転載|"
        "転載を禁じます|tutti i diritti|todos os direitos"
    ),
    Sign.NOTICE: (
        "be found|page not found|404|403 forbidden|access denied|are you a robot|"
        "you are human|you are a human|checking your browser|enable javascript|enable cookies|"
        "unavailable|just a moment|please log in|please sign in|please subscribe|weiterlesen mit |"
        "nicht gefunden|introuvable|non trouvée|no encontrada|la página|не найдена|доступ |页面|"
        "ページ|не существует|удалена|不存在|被删除|見つかりません|削除された|no existe|"
        "existiert nicht|non esiste|não existe|페이지를|bulunamadı|غير موجودة|नहीं मिला|"
        "não encontrada|sidan |siden |security of your connection|no longer available|"
        "nicht mehr |plus disponible|está disponible|mais disponível|più disponibile|"
        "больше не|終了|内容已|has been denied|unusual traffic|unusual activity|"
        "temporarily unable|too many requests|gateway|internal server error|non trovata|"
        "niet gevonden|nie znaleziono|nenalezena"
    ),
}
_ENTRIES = [(literal, sign) for sign, listed in _LITERALS.items() for literal in listed.split("|")]
_MATCHER = AhoCorasick([literal for literal, _ in _ENTRIES], implementation=Implementation.DFA)
_NONE: frozenset[Sign] = frozenset()


def signs(lowered: str) -> frozenset[Sign]:
    """Which patterns may match a text in lower case; none of the others can."""
    found = _MATCHER.find_matches_as_indexes(lowered, overlapping=True)
    return frozenset(_ENTRIES[index][1] for index, _, _ in found) if found else _NONE
