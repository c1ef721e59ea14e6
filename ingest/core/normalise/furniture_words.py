"""The words of furniture by language: what lines of menus, share rows, teasers and feet say.

Data for ``furniture``. A phrase stands in lower case, without marks at its edges; ``№`` stands for
any number. To add a language, add its words to each list.
"""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "menu": """
        home|homepage|menu|open menu|close menu|search|sign in|sign up|log in|login|logout|
        register|subscribe|skip to content|skip to main content|skip navigation|
        skip to navigation|my account|newsletters|contact|contact us|about|about us|about me|
        archive|archives|forum|newspaper|mobile|live|watch live|video|videos|audio|podcasts|
        sitemap|site map|help|faq|careers|jobs|advertise|advertising|close|more|next|previous|
        previous post|next post|post navigation|top|back to top|back to the top|english|listen|
        print|sections|startseite|suche|suchen|anmelden|abmelden|registrieren|abo|abonnement|
        menü|menü öffnen|zum inhalt springen|kontakt|hilfe|übersicht|nach oben|zum seitenanfang|
        mehr|zurück|weiter|schließen|zur startseite|hauptnavigation|accueil|rechercher|
        connexion|se connecter|s'abonner|s’abonner|passer au contenu principal|en direct|
        accéder au direct|à la une|haut de page|retour en haut|aller au contenu|inicio|portada|
        buscar|suscríbete|iniciar sesión|regístrate|menú|saltar al contenido|ir al contenido|
        volver arriba|главная|главное|поиск|войти|вход|регистрация|меню|наверх|еще|ещё|
        подписаться|首页|网站首页|登录|注册|退出|返回顶部|搜索|导航|返回首页|回到顶部|更多|
        トップ|ホーム|検索|メニュー|閉じる|本文へ移動|本文へスキップ|ログイン|ページトップへ|
        ページの先頭へ|inizio|cerca|accedi|abbonati|vai al contenuto|zoeken|inloggen|szukaj|
        zaloguj się|hledat|přihlásit se|
        breadcrumb|my news|watch live tv|live tv|watch tv|get the app|download app|edition|
        e-paper|epaper|print edition|
        today's paper|print subscriptions|search jobs|weather|horoscopes|games|crosswords|
        puzzles|shop|store|events|rss|rss feeds|subscribe now|
        start free trial|manage account|log out|sign out|sign in / register|login/register|
        toggle navigation|toggle menu|show search|submit search|search query|
        all news|all topics|all sections|my subscriptions|show more|load more|view more|
        see more|see all|view all|previous article|next article|prev|prev story|next story|
        previous story|
        go to contents|go to navigation|skip to footer|skip to search|jump to content|
        back to home|back to homepage|front page|
        aktuelles|nachrichten|mediathek|zur app|mein konto|mein profil|newsticker|meldungen|
        zum hauptinhalt springen|zur navigation springen|zum menü|
        merkliste|inhalt|abonnieren|
        retour à l'accueil|retour à la page d’accueil|mon compte|aller à la navigation|
        aller au menu|plan du site|le direct|en continu|voir plus|afficher plus|s'identifier|
        créer un compte|le journal|flash actu|boutique|jeux|météo|
        última hora|ver más|cargar más|mi cuenta|crear cuenta|registrarme|hemeroteca|
        edición impresa|ir al menú|cerrar|siguiente|anterior|directo|en vivo|
        карта сайта|контакты|о нас|редакция|вакансии|подписка|архив|все новости|показать еще|
        загрузить ещё|назад|вперед|личный кабинет|перейти к содержанию|рассылка|эфир|
        网站地图|客户端|手机版|移动版|繁體|繁体|关注我们|加载更多|点击加载更多|查看更多|上一篇|
        下一篇|上一页|下一页|
        新着|速報|会員登録|有料会員登録|マイページ|もっと見る|一覧|前へ|次へ|サイトマップ|
        ヘルプ|
        로그인|회원가입|메뉴|검색|홈|본문 바로가기|메뉴 바로가기|전체메뉴|구독|더보기|맨위로|
        이전|다음|
        início|pesquisar|entrar|assinar|assine|cadastre-se|ir para o conteúdo|
        pular para o conteúdo|fazer login|minha conta|ver mais|carregar mais|últimas|ao vivo|
        fechar|voltar ao topo|
        menu principale|ricerca|registrati|mostra altro|chiudi|torna su|home page|in diretta|
        il mio profilo|edicola|
        strona główna|zarejestruj się|menu główne|więcej|przejdź do treści|zamknij|na żywo|
        ana sayfa|anasayfa|giriş yap|üye ol|arama|ara|kapat|daha fazla|içeriğe geç|son dakika|
        canlı|
        الرئيسية|بحث|تسجيل الدخول|القائمة|اشترك|المزيد|تخطي إلى المحتوى|بث مباشر|
        होम|खोजें|लॉग इन|साइन इन|मेन्यू|और देखें|लाइव टीवी|
        start|nyheter|logga in|meny|sök|prenumerera|hem|søg|log ind|abonner|hoofdmenu|abonneren|
        mijn account|meer|naar hoofdinhoud|
        domů|přihlášení|vyhledávání|předplatné|головна|пошук|увійти|beranda|cari|masuk|daftar""",
    "share": """
        share|save|copied|перейти в медиабанк|会員ログイン|select voice|choose your listening speed|
        share this|share this:|share this article|share this story|share this post|
        share - wechat|share on facebook|share on twitter|share on x|share on linkedin|
        share on whatsapp|share via email|tweet|email|e-mail|email this|facebook|twitter|x|
        x.com|linkedin|whatsapp|wechat|reddit|pinterest|telegram|instagram|youtube|tumblr|
        pocket|flipboard|copy link|copy url|link copied|print this|click to share on facebook|
        follow us|like loading|loading|like this|like this:|bookmark|reply|comment|comments|
        add us as a preferred source|share full article|gift this article|listen to article|
        listen to this article|font size|text size|a a|teilen|link kopieren|drucken|merken|
        artikel teilen|auf facebook teilen|auf twitter teilen|kommentieren|artikel zum hören|
        artikel drucken|per e-mail versenden|vorlesen|feedback|partager|partager cet article|
        imprimer|copier le lien|envoyer par email|écouter|écouter l'article|
        ajouter à mes favoris|compartir|compartir en facebook|compartir en whatsapp|
        compartir en twitter|copiar enlace|imprimir|guardar|enviar por correo|comentarios|
        escuchar|поделиться|печать|распечатать|сохранить|скопировать ссылку|вконтакте|
        одноклассники|комментарии|分享|分享到|分享到：|分享让更多人看到|打印|收藏|小字号|大字号|
        字号|微信|微博|扫一扫|シェア|シェアする|印刷|ツイート|保存|condividi|stampa|delen|
        udostępnij|sdílet|sdílet článek|
        share this page|share via|share options|share link|share on messenger|share on reddit|
        link|copy|copy link to clipboard|linked in|messenger|
        threads|bluesky|mastodon|truth social|snapchat|tiktok|line|viber|sms|rss feed|
        google news|follow on google news|add to favorites|add to reading list|read later|
        save for later|saved|save article|save story|
        like|thank you for liking|follow|follow us on social media|followed|print page|
        print article|listen to this page|listen to the article|listen to story|
        text settings|story text|small|standard|large|wide|width|size|links|a+|a-|aa|a- a a+|
        a a a|increase font size|decrease font size|reading mode|dark mode|republish|
        republish this article|reuse this content|
        view image in fullscreen|open image in gallery|toggle caption|hide caption|show caption|
        enlarge image|enlarge this image|image gallery|open gallery|fullscreen|play|play video|
        pause|mute|unmute|watch video|now playing|video player|audio player|listen now|
        cite|cite this|permissions|rights and permissions|
        vorlesen lassen|artikel anhören|artikel vorlesen|artikel merken|artikel verschenken|
        verschenken|zur merkliste|kopieren|schriftgröße|per mail|versenden|kommentare lesen|pdf|
        diesen artikel teilen|bild vergrößern|vollbild|beitrag teilen|seite drucken|
        teilen per e-mail|
        offrir l’article|offrir l'article|lire plus tard|ajouter à vos favoris|copier|
        lien copié|envoyer|envoyer à un ami|enregistrer|sauvegarder|classer|écouter cet article|
        lecture audio|partager sur facebook|partager sur twitter|partager via|
        réutiliser ce contenu|agrandir l'image|plein écran|suivre|
        compartir en x|compartir en linkedin|compartir por correo|enlace copiado|
        guardar artículo|escuchar artículo|escuchar noticia|síguenos|síguenos en|seguinos|
        seguir|enviar|ampliar|ampliar foto|comentar|ver comentarios|
        поделиться ссылкой|ссылка скопирована|копировать ссылку|отправить|в закладки|
        добавить в избранное|слушать|прослушать|версия для печати|телеграм|одноклассниках|дзен|
        max|выйти из полноэкранного режима|развернуть на весь экран|подписаться на канал|
        нравится|
        分享到微信|分享到微博|分享至|朋友圈|qq空间|新浪微博|微信好友|复制链接|点赞|评论|
        参与评论|字体|字体：小 中 大|小 中 大|大|中|小|放大字体|缩小字体|举报|转发|语音播报|
        听新闻|
        ポスト|ポストする|記事をシェア|ブックマーク|はてなブックマーク|メール|コピー|
        リンクをコピー|記事を保存|クリップ|クリップする|文字サイズ|拡大|縮小|list|フォロー|
        フォローする|いいね|共有|共有する|
        공유|공유하기|공유하기 버튼|좋아요|인쇄|글자크기|글자 크기|북마크|저장|댓글|카카오톡|
        페이스북|트위터|링크 복사|url 복사|기사 공유|글씨크기 조절하기|
        compartilhar|compartilhe|partilhar|copiar link|salvar|salvar artigo|ouvir|
        enviar por e-mail|comente|tamanho da fonte|siga-nos|
        condividi su facebook|copia link|salva|ascolta|ascolta l'articolo|invia|commenta|
        dimensione testo|seguici|
        udostępnij artykuł|kopiuj link|zapisz|drukuj|skomentuj|posłuchaj|obserwuj|
        paylaş|yazdır|kaydet|kopyala|bağlantıyı kopyala|yorum yap|yorumlar|dinle|takip et|
        شارك|مشاركة|طباعة|نسخ الرابط|حفظ|استمع|تويتر|فيسبوك|واتساب|
        शेयर करें|शेयर|प्रिंट|सहेजें|फॉलो करें|हमें फॉलो करें|सुनें|
        dela|spara|skriv ut|kopiera länk|lyssna|del|gem|kopier link|lytt|bewaar|kopieer link|
        deel|luister|delen op facebook|tisk|uložit|kopírovat odkaz|поширити|друк|поділитися|
        bagikan|simpan|cetak""",
    "insert": """
        advertisement|ad|ads|sponsored|promoted|advertising|story continues below advertisement|
        article continues below|continue reading|read more|read also|see also|also read|related|
        related:|you may like|you might also like|more from|watch|watch now|watch:|read next|
        up next|recommended|learn more|don't miss|must read|most popular|editor's picks|
        sign up here|get the newsletter|newsletter|trending|trending now|in this story|
        table of contents|contents|key takeaways|anzeige|werbung|lesen sie auch|mehr zum thema|
        auch interessant|lesen sie mehr|weiterlesen|siehe auch|
        das könnte sie auch interessieren|artikel lesen|link zum artikel|publicité|publicite|
        lire aussi|à lire aussi|a lire aussi|voir aussi|lire la suite|
        la suite après cette publicité|sur le même sujet|je m’abonne|je m'abonne|
        le résumé de la semaine|publicidad|para saber más|para leer más|saber más|
        más información|lea también|lee también|te puede interesar|leer más|ver también|anuncio|
        le puede interesar|реклама|читайте также|читать также|смотрите также|по теме|подробнее|
        материалы по теме|广告|相关阅读|延伸阅读|点击播报本文|相关链接|関連記事|
        あわせて読みたい|広告|おすすめ|leggi anche|pubblicità|lees ook|advertentie|reklama|
        czytaj także|související|čtěte také|leia também|publicidade|
        advertisement scroll to continue|advertisement · scroll to continue|scroll to continue|
        scroll down to continue|article continues after advertisement|
        story continues after advertisement|article continues below this ad|
        story continues below|ad feedback|content continues below|continue reading below|
        skip advertisement|skip ad|remove ads|why am i seeing this ad|report this ad|
        promoted content|sponsored content|partner content|paid content|paid post|
        skip past newsletter promotion|after newsletter promotion|skip newsletter|
        free newsletter|newsletter signup|newsletter sign up|
        related coverage|related article|related story|related reading|related video|
        related videos|related links|further reading|also on|more on this|more on this topic|
        more like this|more for you|you might like|read the full story|read the full article|
        read full story|read full bio|read this next|what to read|see more on|
        in case you missed it|icymi|explore more on these topics|dive deeper|go deeper|poll|
        quick poll|vote|quiz|take our quiz|top video|top videos|featured video|watch the video|
        watch this|featured|spotlight|in pictures|photo gallery|photostories|visual stories|
        hot picks|top trends|follow live|live updates|live coverage|
        story highlights|why you can trust scmp|play now|continue reading here|access the video|
        access the image|
        mehr dazu|lesen sie auch:|mehr zu diesem thema|mehr lesen|mehr erfahren|
        passend zum thema|verwandte themen|verwandte links|weiterführende links|
        weiterführende informationen|links zum thema|externe links|weitere links|
        weitere informationen|auch lesenswert|lesetipp|lesetipps|unsere empfehlung|
        unsere empfehlungen|empfehlung der redaktion|zum weiterlesen|dazu passend|siehe dazu|
        inhalt teilen|werbefrei lesen|newsletter abonnieren|jetzt abonnieren|video starten|
        umfrage|das wichtigste in kürze|
        nos articles sur|à lire|à lire également|lire également|lire la suite de l'article|
        à voir aussi|à découvrir|à savoir|pour aller plus loin|pour en savoir plus|
        l’article continue après la publicité|l'article continue après la publicité|
        la suite après la publicité|inscription newsletter|votre newsletter|s’inscrire|
        s'inscrire|sondage|vidéo|en images|dossier|notre dossier|plus d'informations|
        plus d’infos|voir la vidéo|sujets|
        te puede interesar:|también te puede interesar|le recomendamos|recomendado|recomendados|
        relacionado|relacionados|noticia relacionada|más sobre este tema|sigue leyendo|
        continúa leyendo|seguir leyendo|lea además|lee además|mira también|mirá también|
        leé también|seguí leyendo|ver además|el vídeo|vídeo|vídeos|galería|fotogalería|
        publicidad continúa|encuesta|en imágenes|boletín|suscríbete al boletín|
        читать далее|читайте далее|читайте по теме|материал по теме|материалы по теме:|
        ранее по теме|новости партнеров|новости партнёров|новости сми2|партнерский материал|
        спецпроект|видео|смотреть видео|опрос|рекомендованное|рекомендуем почитать|
        вам может быть интересно|вас может заинтересовать|другие материалы|
        подпишитесь на рассылку|это интересно|сюжет|хочешь получать новости в телеграм|
        хочешь получать новости в telegram|
        延伸閱讀|相关新闻：|相关推荐|更多阅读|推荐视频|视频|相关视频|相关专题|点击查看|
        点击进入专题|赞助内容|阅读下一篇|阅读下一篇：|
        関連記事：|関連動画|関連トピックス|合わせて読みたい|あわせて読む|こちらもおすすめ|
        この記事に関するニュース|関連特集|動画|pr|[pr]|スポンサーリンク|写真特集|特集|
        この記事の写真|写真を見る|全ての写真を見る|続きを読む|
        관련기사|관련 기사|관련뉴스|관련 뉴스|함께 보면 좋은 기사|추천기사|추천 기사|광고|
        인기기사|이 기사도 읽어보세요|동영상|
        leia mais|leia mais:|veja também|veja também:|leia também:|saiba mais|
        continua depois da publicidade|continua após a publicidade|relacionadas|
        conteúdo relacionado|recomendado para você|assista|assista também|enquete|
        leggi anche:|per approfondire|approfondimenti|approfondimento|
        articolo continua dopo la pubblicità|continua a leggere|ti potrebbe interessare|
        correlati|guarda anche|video correlati|sondaggio|iscriviti alla newsletter|
        czytaj także:|czytaj również|zobacz też|przeczytaj także|przeczytaj też|polecamy|
        warto przeczytać|dalszy ciąg materiału pod wideo|
        dalsza część artykułu pod materiałem wideo|
        ilgili haberler|ilgili haber|bunlar da ilginizi çekebilir|ayrıca okuyun|
        i̇lgili haberler|önerilen|sponsorlu içerik|video haber|
        اقرأ أيضا|اقرأ أيضاً|إعلان|مواضيع ذات صلة|مقالات ذات صلة|شاهد أيضا|قد يعجبك أيضا|
        यह भी पढ़ें|ये भी पढ़ें|विज्ञापन|इसे भी पढ़ें|संबंधित खबरें|
        läs också|läs även|läs mer|annons|relaterat|læs også|annonce|les også|annonse|lees meer|
        lees verder|meer over dit onderwerp|gerelateerd|více k tématu|přečtěte si také|
        čtěte více|inzerce|читайте також|baca juga|iklan|bài liên quan|quảng cáo""",
    "foot": """
        related stories|related articles|related news|related posts|related content|
        related topics|related terms|more on this story|more to explore|explore more|
        keep exploring|most read|most viewed|most popular stories|most viewed in № hours|
        top stories|recent posts|recent articles|latest news|latest stories|latest|
        popular posts|recommended stories|recommended for you|you may also like|more stories|
        more news|more from this section|about the author|about author|tags|tag|tagged|topics|
        categories|category|filed under|posted in|photo|photos|discover more topics|
        comment from the forums|all rights reserved|share post|popular|trending stories|
        read more articles|what to read next|what's next|view all posts|
        subscribe to newsletters|weitere artikel|mehr lesen über|verwandte artikel|
        ähnliche artikel|themen|schlagwörter|schlagworte|meistgelesen|
        das könnte dich auch interessieren|auch spannend|ähnliche beiträge|weitere beiträge|
        über den autor|über die autorin|aktuelle beiträge|neueste beiträge|weitere themen|
        mehr aus|weitere inhalte zum thema|zum thema|
        die wichtigsten news des tages als newsletter|les plus lus|articles liés|
        articles similaires|à propos de l'auteur|mots-clés|mots clés|dans la même rubrique|
        sur le même thème|contenus sponsorisés|nos derniers articles|plus d'articles|
        lo más visto|lo más leído|más leídas|noticias relacionadas|artículos relacionados|
        archivado en|etiquetas|sobre la firma|te recomendamos|lo último|más noticias|
        últimas noticias|temas relacionados|лента новостей|новости по теме|похожие материалы|
        популярное|теги|рекомендуем|самое читаемое|последние новости|главное за сутки|
        другие новости|обсуждения|推荐阅读|相关新闻|热门新闻|热点新闻|猜你喜欢|相关报道|
        更多新闻|编辑推荐|为您推荐|最新新闻|精彩推荐|24小时热门|おすすめコンテンツ|注目ワード|
        関連ニュース|アクセスランキング|関連リンク|人気記事|最新記事|ランキング|
        articoli correlati|potrebbe interessarti|meer over|powiązane|zobacz także|
        mohlo by vás zajímat|notícias relacionadas|
        more on|more in this section|suggested topics|see all topics|explore topics|
        related topics:|keywords|key words|in this article|mentioned in this article|
        people in this story|companies in this article|article topics|story tags|more to read|
        more coverage|more headlines|most commented|most shared|most liked|most recent|
        most watched|most emailed|trending topics|what's trending|popular now|popular stories|
        popular articles|read more stories|editors' picks|editor’s picks|editor's choice|
        editors picks|from our partners|from around the web|around the web|promoted stories|
        paid stories|we recommend|recommended articles|recommended reading|recommended videos|
        you may have missed|don’t miss|more articles|more posts|other news|other stories|
        similar articles|similar stories|similar news|further articles|latest articles|
        latest posts|latest updates|latest video|latest videos|latest headlines|
        latest press releases|breaking news|mission reports|more from us|discover more|
        discover more stories on|before you go|end of article|end of story|share your thoughts|
        was this article helpful|was this page helpful|rate this article|tell us what you think|
        did you like this article|thanks for sharing|author|authors|about the authors|
        written by|written by:|contributors|author profile|meet the author|our standards|
        corrections|report a correction|report an error|report error|send feedback|
        suggest a correction|have a tip|contact the author|journal reference|media contact|
        media contacts|contacts for media|press contact|contact esa media relations|
        follow the topics in this article|follow topics|
        mehr aus dem ressort|mehr zum thema:|meistgelesene artikel|
        meistgelesene artikel im ressort|am meisten gelesen|beliebte artikel|
        beliebteste artikel|top themen|top-themen|top 5|neueste artikel|neueste nachrichten|
        aktuelle nachrichten|aktuelle meldungen|letzte meldungen|weitere nachrichten|
        weitere meldungen|weitere news|weitere artikel aus diesem ressort|mehr von|
        mehr nachrichten|mehr artikel|themen in diesem artikel|themen dieses artikels|quellen|
        schlagworte zum thema|stichworte|stichwörter|artikelrechte erwerben|fehler melden|
        korrekturhinweise|kontakt zur redaktion|pressekontakt|ansprechpartner|zum autor|
        zur autorin|autor|autorin|der autor|die autorin|passende artikel|newsletter bestellen|
        hinterlassen sie einen kommentar|zum archiv|
        sujets liés|sur les mêmes thèmes|plus sur le sujet|thèmes associés|
        thématiques associées|sur ce sujet|nos lecteurs ont lu ensuite|les plus partagés|
        les plus commentés|les plus consultés|l'actualité en continu|dernières actualités|
        dernières infos|derniers articles|le fil info|fil info|vous aimerez aussi|
        à ne pas manquer|à lire ensuite|lire aussi sur le même sujet|recommandé pour vous|
        recommandés pour vous|contenus recommandés|autres articles|plus d’articles|l’auteur|
        l'auteur|auteur|signaler une erreur|signaler un problème dans l’article|une erreur|
        commenter|contribuer|édition du jour|abonnez-vous|suivez-nous|suivez nous|partenaires|
        más sobre|más de|temas de la noticia|temas|etiquetas de la noticia|en esta noticia|
        además en|lo más leído de|lo más comentado|lo más compartido|lo más reciente|
        noticias de hoy|otras noticias|artículos recomendados|contenido patrocinado|
        contenido relacionado|comparte esta noticia|sobre el autor|sobre la autora|
        acerca del autor|reportar un error|conforme a los criterios|normas|mostrar comentarios|
        te puede gustar|no te pierdas|
        новости|главные новости|главные новости дня|новости дня|новости компаний|картина дня|
        лента|лента дня|самое популярное|популярные новости|популярные материалы|читают сейчас|
        сейчас читают|выбор редакции|самое важное|самое интересное|сюжеты|ключевые слова|
        персоны|метки|темы|тэги|упомянутые|обсуждаемое|обсудить|что думаешь|оцени|еще по теме|
        ещё по теме|еще новости|другие материалы рубрики|последние материалы|свежие новости|
        все новости партнеров|предыдущая новость|следующая новость|об авторе|автор|авторы|
        нашли ошибку|сообщить об ошибке|заметили ошибку|увидели ошибку|фоторепортаж|
        最新|最新闻|最新资讯|最新文章|最热|热门|热点|热门推荐|热点推荐|热榜|热搜|热文排行|
        排行榜|新闻排行|点击排行|今日热点|推荐|大家都在看|更多精彩|更多推荐|更多相关|相关文章|
        相关标签|文章关键词|文章关键词：|评论区|全部评论|最新评论|我要反馈|我要纠错|纠错|
        图文直播|精彩图片|高清图集|深度观察|作者简介|返回列表|上一条|下一条|打印本页|关闭窗口|
        点击收起全文|展开全文|扫描二维码|热门文章|延伸阅读：|
        トピックス|トップニュース|新着ニュース|最新ニュース|新着記事一覧|ニュース一覧|記事一覧|
        おすすめ記事|おすすめニュース|今週のトップ10|人気記事ランキング|アクセスランキング：|
        よく読まれている記事|話題の記事|注目の記事|注目記事|ピックアップ|こんな特集も|
        関連キーワード|キーワード|タグ|この記事を書いた人|筆者|著者|執筆者|編集部おすすめ|
        編集者のおすすめ|最新の記事|あなたへのおすすめ|pr情報|スペシャル|連載|バックナンバー|
        前の記事|次の記事|
        많이 본 뉴스|많이 본 기사|가장 많이 본 뉴스|인기 뉴스|인기뉴스|최신기사|최신 기사|
        최신뉴스|실시간 뉴스|오늘의 주요뉴스|주요뉴스|주요 뉴스|이 시각 주요뉴스|추천뉴스|태그|
        키워드|기자 프로필|기자의 다른 기사|저작권자|다른 기사|
        mais lidas|mais lidos|mais vistas|mais notícias|últimas notícias|notícias relacionadas:|
        artigos relacionados|outras notícias|tópicos|assuntos|tags:|sobre o autor|veja mais|
        conteúdo patrocinado|destaques|tudo sobre|
        più letti|i più letti|articoli più letti|ultime notizie|ultime news|altri articoli|
        altre notizie|notizie correlate|argomenti|potrebbe interessarti anche|
        tutti gli articoli|l'autore|raccomandati|in evidenza|
        najnowsze|najpopularniejsze|najczęściej czytane|więcej na ten temat|podobne artykuły|
        powiązane artykuły|tagi|słowa kluczowe|o autorze|inne artykuły|ostatnie wiadomości|
        tematy|
        son haberler|çok okunanlar|en çok okunanlar|en çok okunan|etiketler|diğer haberler|
        popüler haberler|önerilen haberler|günün önemli haberleri|yazarın diğer yazıları|gündem|
        الأكثر قراءة|الأكثر مشاهدة|آخر الأخبار|وسوم|الكلمات الدلالية|أخبار ذات صلة|
        المزيد من الأخبار|كلمات مفتاحية|موضوعات متعلقة|اخترنا لك|
        सबसे ज्यादा पढ़े गए|ताजा खबरें|ताज़ा ख़बरें|टैग्स|टैग|संबंधित समाचार|और पढ़ें|
        mest läst|mest lästa|senaste nytt|senaste|relaterade artiklar|ämnen|mest læste|seneste|
        emner|mest lest|siste nytt|siste|meest gelezen|laatste nieuws|net binnen|onderwerpen|
        gerelateerde artikelen|nejčtenější|nejnovější|štítky|témata|související články|
        nejčtenější články|популярне|останні новини|теги:|новини за темою|terpopuler|
        berita terkait|terkini|topik|tin liên quan|đọc nhiều""",
    "appeal": """
        empfohlener redaktioneller inhalt|externer inhalt|empfohlener externer inhalt|
        contenu externe|contenido externo|external content|
        this content is hosted by a third party""",
    "comments": """
        leave a comment|leave a reply|leave a reply cancel reply|post a comment|write a comment|
        add a comment|add your comment|join the conversation|join the discussion|show comments|
        view comments|comments are closed|№ comments|№ comment|№ responses|№ response|
        comments (№)|no comments|no comments yet|submit comment|post comment|
        your email address will not be published|№ kommentare|№ kommentar|kommentare|
        schreibe einen kommentar|kommentar schreiben|kommentar verfassen|leserbrief schreiben|
        diskutieren sie mit|kommentar hinterlassen|antworten abbrechen|№ commentaires|
        laisser un commentaire|commentaires|ajouter un commentaire|réagir|deja un comentario|
        deja una respuesta|оставить комментарий|发表评论|网友评论|我要评论|コメント|
        コメントを書く|lascia un commento|commenti|reacties|komentarze|dodaj komentarz|diskuse|
        see comments|read comments|read the comments|all comments|loading comments|
        comments have closed|comments (optional)|reader comments|top comments|comment section|
        comments policy|community guidelines|
        sign in to comment|log in to comment|login to comment|log in to leave a comment|
        sign in or create your account to join the discussion|be the first to comment|
        your comment|your name|newest|oldest|most liked comments|
        kommentare anzeigen|alle kommentare|zu den kommentaren|kommentare öffnen|
        jetzt kommentieren|diskussion|diskutieren|ihr kommentar|leserkommentare|
        voir les commentaires|voir les contributions|lire les commentaires|
        tous les commentaires|vos commentaires|vos réactions|réactions|
        soyez le premier à commenter|le fil de discussion|
        comentarios de los lectores|ver los comentarios|todos los comentarios|
        escribe un comentario|añadir comentario|
        комментировать|написать комментарий|добавить комментарий|ваш комментарий|
        читать комментарии|все комментарии|показать комментарии|
        写评论|网友跟帖|参与讨论|コメント一覧|コメントする|コメントを見る|みんなのコメント|
        댓글 쓰기|댓글쓰기|전체 댓글|
        comentários|deixe um comentário|deixe o seu comentário|ver comentários|
        lascia il tuo commento|i commenti|vedi i commenti|reageer|reacties lezen|kommentarer|
        skriv en kommentar|yorum yaz|yorumunuzu yazın|yorum gönder|التعليقات|أضف تعليقا|
        اترك تعليقا|टिप्पणियां|टिप्पणी करें|přidat komentář|komentáře|коментарі|
        skomentuj artykuł""",
    "legal": """
        terms of use|terms and conditions|terms of service|privacy policy|cookie policy|
        cookies policy|cookie settings|privacy|legal notice|privacy statement|
        licensing & reprints|do not share or sell my info|registration number|
        registration number: #|search for|impressum|datenschutz|datenschutzerklärung|
        nutzungsbedingungen|agb|mentions légales|politique de confidentialité|
        conditions générales|aviso legal|política de privacidad|política de cookies|
        condiciones de uso|загрузить еще|пользовательское соглашение|
        политика конфиденциальности|关于我们|联系我们|版权声明|网站声明|免责声明|
        ご意見・お問い合わせ|お問い合わせ|利用規約|プライバシーポリシー|informativa privacy|
        note legali|
        terms|terms & conditions|terms and conditions of use|privacy notice|privacy & cookies|
        privacy and cookies|privacy centre|privacy center|your privacy choices|
        your privacy rights|your ad choices|ad choices|adchoices|cookies|cookies notice|
        cookie notice|cookie preferences|manage cookies|manage preferences|accessibility|
        accessibility statement|digital accessibility|accessibility help|disclaimer|
        editorial policy|editorial guidelines|ethics policy|corrections policy|code of ethics|
        do not sell my personal information|do not sell or share my personal information|
        ccpa notice|gdpr|site index|topic sitemap|modern slavery statement|about this site|
        about our ads|advertise with us|tip us off|securedrop|complaints & corrections|
        closed captioning|legal|legal information|imprint|publishing principles|
        cookie-einstellungen|cookies & tracking|utiq verwalten|barrierefreiheit|nutzungsrechte|
        text- & nutzungsrechte|widerruf|privatsphäre|privacy-einstellungen|mediadaten|
        nutzungsbasierte onlinewerbung|jugendschutz|datenschutzhinweise|
        datenschutzeinstellungen|kündigung|abo kündigen|
        gestion des cookies|gérer les cookies|gérer mes cookies|données personnelles|cgu|cgv|
        conditions générales d'utilisation|conditions générales de vente|charte|
        charte du groupe|accessibilité|qui sommes-nous|nous contacter|crédits|
        politique de cookies|préférences cookies|
        términos y condiciones|términos de uso|configuración de cookies|quiénes somos|
        contáctenos|contacto|política de protección de datos|condiciones de contratación|
        accesibilidad|protección de datos|configurar cookies|
        правовая информация|условия использования|условия использования информации|
        политика обработки персональных данных|правила использования материалов|
        обработка персональных данных|политика cookies|о проекте|о компании|рекламодателям|
        обратная связь|правила цитирования|
        隐私政策|使用条款|服务条款|法律声明|版权保护|版权信息|招聘信息|人才招聘|广告服务|
        网站律师|诚聘英才|举报电话|违法和不良信息举报|意见反馈|友情链接|合作伙伴|联系方式|
        個人情報保護方針|個人情報の取り扱い|個人情報|サイトポリシー|著作権について|著作権|
        会社概要|運営会社|特定商取引法に基づく表記|広告掲載|アクセシビリティ|クッキーポリシー|
        免責事項|リンクについて|
        개인정보처리방침|개인정보취급방침|이용약관|청소년보호정책|회사소개|광고안내|저작권규약|
        저작권 안내|고충처리|사이트맵|윤리강령|기사제보|
        termos de uso|política de privacidade|fale conosco|quem somos|anuncie|expediente|
        configurações de privacidade|preferências de cookies|ficha técnica|
        privacy policy e cookie|informativa sulla privacy|termini e condizioni|condizioni d'uso|
        contatti|chi siamo|redazione|preferenze cookie|dichiarazione di accessibilità|
        polityka prywatności|regulamin|o nas|ustawienia prywatności|polityka cookies|
        gizlilik politikası|kullanım şartları|kullanım koşulları|künye|iletişim|hakkımızda|kvkk|
        çerez politikası|reklam|
        سياسة الخصوصية|شروط الاستخدام|اتصل بنا|من نحن|أعلن معنا|
        गोपनीयता नीति|उपयोग की शर्तें|हमारे बारे में|संपर्क करें|विज्ञापन दें|
        integritetspolicy|kontakta oss|om oss|personuppgifter|privatlivspolitik|personvern|
        privacybeleid|gebruiksvoorwaarden|cookie-instellingen|ochrana osobních údajů|
        podmínky užití|політика конфіденційності|kebijakan privasi|tentang kami|hubungi kami|
        chính sách bảo mật""",
}
"""Whole lines, by kind (the values of ``furniture.Cue``)."""

STARTS: dict[str, str] = {
    "share": """
        click to share|click to email|click to print|share on_|share via_|
        share this|share on|share to_|follow us on|follow on_|teilen auf|auf facebook|
        auf x teilen|partager sur|compartir en|поделиться в|分享到|分享至|シェア|공유하기|
        compartilhar no|compartilhe|condividi su|condividi|udostępnij|paylaş:""",
    "insert": """
        dieser text wurde von einer ki|dieser text wurde mit ki|diese zusammenfassung wurde|
        notre dossier_|подробнее — в|подробнее читайте|
        read more:|read also:|see also:|related:|also read:|more:|watch:|read next:|
        recommended:|read more_|sign up for|subscribe to|lesen sie auch|mehr zum thema|
        lies auch|auch interessant:|lire aussi|à lire aussi|lire également|à lire :|voir aussi|
        lea también|lee también|leer más:|más información:|también te puede|читайте также|
        читайте:|смотрите также|leggi anche|lees ook|czytaj też|相关阅读|延伸阅读|点击播报本文|
        関連：|あわせて読む|follow the story by|get our|download our app|
        read full|also read|related coverage|related article|further reading:|more on this|
        must read:|don't miss:|in case you missed|you may also like|you might also like|
        advertisement|story continues|article continues|skip past|poll:|click here to|
        click to read|follow our|follow live|join our whatsapp|watch on|listen to our|
        newsletter:|sign up to|sign up now|subscribe for|a version of this article|more about_|
        lesen sie dazu|lesen sie hier|lesen sie mehr|mehr dazu|siehe auch|lesetipp:|
        hier geht es zu|hier lesen sie|abonnieren sie|das könnte sie|nos articles sur|
        à lire également|a lire également|à voir aussi|la suite après|l’article continue|
        inscrivez-vous à|recevez_|te puede interesar|te recomendamos|le puede interesar|
        lee además|lea además|mira también|mirá también|leé también|más sobre_|sigue leyendo|
        ver también|материалы по теме|материал по теме|читать также|подробнее:|подпишитесь на|
        подписывайтесь на|смотрите:|новости партнеров|延伸閱讀|相关报道：|推荐阅读|点击阅读|
        相关新闻：|更多阅读|関連記事|【関連|＞＞|≫|合わせて読|▶ 관련|관련기사|관련 기사|[관련|
        vea también|vea además|auch lesen:|para comentar debes|gefällt dir unser|
        get regular updates|
        leia mais|leia também|veja também|saiba mais:|per approfondire|approfondisci|
        guarda anche|czytaj także|czytaj również|zobacz też|zobacz także|przeczytaj też|
        ayrıca okuyun|ilgili haber|i̇lgili haber|اقرأ أيض|شاهد أيض|यह भी पढ़ें|ये भी पढ़ें|
        läs också|läs även|læs også|les også|čtěte také|přečtěte si|читайте також|baca juga|
        xem thêm""",
    "foot": """
        sua assinatura pode|você já conhece as vantagens|recurso exclusivo para assinantes|
        get latest updates on_|get more updates|
        you have already liked|tu suscripción se está usando|¿quieres añadir otro usuario|
        die wiedergabe wurde unterbrochen|speichern sie ihre lieblingsartikel|
        tags:|tags_|tagged_|tagged:|posted in_|filed under|categories:|category:|topics:|
        keywords:|related topics|latest in_|more from_|schlagwörter:|schlagworte:|themen:|
        kategorien:|kategorie:|abgelegt unter|veröffentlicht in|mots-clés|mots clés|classé dans|
        étiquettes|etiquetas:|archivado en|теги:|метки:|рубрика:|рубрики:|关键词|标签|
        published by_|view all posts by|discover more topics|most viewed in|more on_|(责编|
        （责编|(责任编辑|（责任编辑|责任编辑|责编|(编辑|[责任编辑|【责任编辑|responsible editor|
        page last updated|powered by_|
        this entry was posted|this post was|this article was published|dieser beitrag wurde|
        dieser eintrag wurde|dieser artikel wurde|diese seite wurde zuletzt|cet article a été|
        esta entrada fue|questo articolo è stato|ten wpis|lecture du monde en cours|
        vous pouvez lire le monde sur|read more about|more about:|topics in this|see more on|
        see all topics|explore more|more stories from|in:|file under|filed under:|
        about the author|written by_|author:|edited by|editing by|reporting by|(reporting by|
        additional reporting|with files from|correction:|our standards:|topic:|contact:|
        media contact|press contact|location:|suggested topics|mehr zum thema|mehr aus|mehr von|
        stichwörter:|stichworte:|schlagwort:|quelle:|quellen:|redaktion:|
        dieses thema im programm|über dieses thema|zur person|kontakt:|sujets liés|sujets :|
        thèmes :|tags :|signaler|sur le même|crédits :|rédaction :|temas:|temas relacionados|
        en esta noticia|etiquetas|fuente:|con información de|redacción:|ключевые слова|сюжет:|
        темы:|тема:|тэги:|источник:|редактор:|автор:|фото на обложке|рубрика|еще по теме|
        нашли опечатку|нашли ошибку|если вы заметили|编辑：|编辑:|[编辑|【编辑|（编辑|
        文章关键词|关键词：|标签：|标签:|审核：|校对：|监制|【纠错|【责任|值班主任|【我要纠错|
        本文来源|原标题：|原标题:|声明：|免责声明|タグ：|タグ:|キーワード：|関連キーワード|
        関連タグ|関連トピック|▼関連|■関連|【関連記事|文／|取材・文|編集部：|編集／|출처|
        저작권자|ⓒ|<저작권|[저작권|무단 전재|무단전재|제보는|태그|키워드|tópicos:|assuntos:|
        edição:|fonte:|argomenti:|fonte:|riproduzione riservata|© riproduzione|tagi:|źródło:|
        słowa kluczowe|etiketler:|kaynak:|editör:|وسوم:|المصدر:|टैग|trefwoorden|bron:|zdroj:|
        štítky:|ämnen:|källa:|kilde:|джерело:|sumber:|editor:|từ khóa""",
    "comments": """
        pingback von_|pingback:|trackback:|
        your email address will not|deine e-mail-adresse wird nicht|you must be logged in|
        votre adresse e-mail ne sera pas|tu dirección de correo electrónico no será|
        kommentare (|comments (|leave a reply|leave a comment|schreibe einen kommentar|
        comments policy|comments are|be the first to comment|sign in to comment|
        log in to comment|join the conversation|view all_|soyez le premier|
        voir les commentaires|ver comentarios|mostrar comentarios|kommentare anzeigen|
        комментарии (|комментарии:|评论(|评论（|コメント（|댓글_""",
    "legal": """
        特别声明：|特别声明:|notice: the content above|
        copyright|©|(c)_|all rights reserved|alle rechte vorbehalten|tous droits réservés|
        todos los derechos|все права защищены|版权所有|registration number|license for|
        proudly powered|сетевое издание|互联网新闻信息服务许可证|
        copyright ©|© copyright|all content ©|tutti i diritti|todos os direitos|wszelkie prawa|
        tüm hakları|جميع الحقوق|सर्वाधिकार|alla rättigheter|alle rettigheter|alle rechten|
        všechna práva|усі права|hak cipta|bản quyền|版权声明|京icp|沪icp|粤icp|icp备|京公网安备|
        网上传播视听|服务邮箱|违法和不良信息|举报电话|制作单位|사업자등록|등록번호|발행인|
        청소년보호책임자|대표전화|свидетельство о регистрации|регистрационный номер|
        на сайте применяются|на информационном ресурсе|вся информация, размещенная|
        при использовании материалов|настоящий ресурс|18+|16+|12+|6+|p.iva|partita iva|
        reg. trib|direttore responsabile|issn|cnpj|künye""",
}
"""How lines begin, by kind; ``_`` stands for a blank at the end."""
