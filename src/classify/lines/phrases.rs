//! What pages print around their articles: for each reason, the lines that go for it, in the languages that most pages are in.

use crate::article::Removed;
use crate::words::Words;

/// What readers do that pages count.
pub(super) const COUNTED: Words = Words(
    "comment|comments|followers|like|likes|min read|mins read|minute read|minutes read|reaction|reactions|replies|\
         reply|share|shares|upvote|upvotes|view|views|vote|votes",
);

/// Lines that say nothing of the article.
pub(super) const ALONE: &[(Removed, Words)] = &[
    (
        Removed::Advert,
        Words(
            "ad|ads|advert|advertentie|advertisement|advertisement - members don't see this ad|\
         advertisement continue reading below|advertisements|advertising|anuncio|anzeige|\
         article continues after advertisement|article continues below|article continues below this ad|\
         continua após a publicidade|continue reading below|la suite après cette publicité|la suite après la publicité|\
         paid content|promoted|pubblicità|publicidad|publicidade|publicité|quảng cáo|reklam|reklama|reklamlar|\
         scroll to continue|scroll to continue with content|sponsored|sponsored content|\
         story continues below advertisement|werbung|διαφήμιση|реклама|פרסומת|آگهی|إعلان|تبلیغات|विज्ञापन|スポンサーリンク|广告|広告|\
         廣告|광고",
        ),
    ),
    (
        Removed::Appeal,
        Words(
            "apoie|apóyanos|become a member|become a patron|become a supporter|buy me a coffee|doe|doe agora|dona ora|donar|donate|\
         donate now|doneer|faire un don|give now|haz una donación|help us|jetzt spenden|make a donation|sostienici|soutenez-nous|\
         spenden|steun ons|support independent journalism|support our journalism|support our work|support the paper|support us|\
         unterstützen sie uns|wesprzyj nas|поддержать|תמכו בנו|תרמו|تبرع|寄付|捐款|支持我们",
        ),
    ),
    (
        Removed::Comments,
        Words(
            "0 comments|add a comment|ajouter un commentaire|antworten|be the first to comment|beantwoorden|bình luận|\
         comentar|comentarios|comentários|comment|commenta|commentaires|commenter|commenti|comments|deixe um comentário|\
         deja un comentario|deja una respuesta|did this help|did you find this helpful|dodaj komentarz|\
         join the conversation|join the discussion|komentarze|kommentar schreiben|kommentare|laisser un commentaire|\
         lascia un commento|leave a comment|leave a reply|no|no comments|no comments yet|odpowiedz|post a comment|\
         post comment|quote|reacties|reageer|reply|report|responder|rispondi|répondre|show comments|view all comments|\
         view comments|viết bình luận|was this article helpful|was this helpful|was this page helpful|write a comment|\
         yes|yorum yap|yorum yaz|yorumlar|ý kiến bạn đọc|αφήστε ένα σχόλιο|σχόλια|комментарии|комментировать|\
         оставить комментарий|ответить|הוסף תגובה|תגובות|اترك تعليقا|ارسال نظر|التعليقات|تعليقات|دیدگاه ها|رد|نظر شما|\
         نظرات|टिप्पणियां|टिप्पणी करें|コメント|コメントする|コメントを書く|发表评论|回复|回覆|留言|评论|返信|댓글|의견 남기기",
        ),
    ),
    (
        Removed::Consent,
        Words(
            "accept|accept all|accept all cookies|accept cookies|accepter|accepteren|accetta|accetta tutti|aceitar|aceptar|\
         aceptar todo|akzeptieren|alle akzeptieren|aviso legal|cookie preferences|cookie settings|datenschutz|impressum|\
         manage cookies|manage preferences|mentions légales|politique de confidentialité|polityka prywatności|\
         política de privacidad|política de privacidade|privacy|privacy policy|reject all|terms and conditions|terms of service|\
         terms of use|tout accepter|we use cookies|your privacy choices|zaakceptuj|политика конфиденциальности|принять|\
         מדיניות פרטיות|سياسة الخصوصية|プライバシーポリシー|同意する|接受|隐私政策",
        ),
    ),
    (
        Removed::Footer,
        Words(
            "all rights reserved|alle rechte vorbehalten|alle rechten voorbehouden|copyright|riproduzione riservata|\
         todos los derechos reservados|todos os direitos reservados|tous droits réservés|tutti i diritti riservati|\
         tüm haklari saklidir|wszelkie prawa zastrzeżone|все права защищены|כל הזכויות שמורות|انتهای پیام|\
         جميع الحقوق محفوظة|सर्वाधिकार सुरक्षित|版权所有|무단 전재 및 재배포 금지",
        ),
    ),
    (
        Removed::Links,
        Words(
            "add to bag|add to basket|add to cart|add to compare|add to favorites|add to wish list|add to wishlist|\
         adicionar ao carrinho|aggiungi al carrello|ajouter au panier|all posts|article suivant|articolo successivo|\
         artikel drucken|añadir al carrito|back|back to blog|back to top|başa dön|book a demo|bottom of page|buy now|\
         bài tiếp theo|check price|click here|close|collapse|compare|contact sales|contact us|continue reading|\
         czytaj więcej|discover more|do koszyka|en savoir plus|expand|filter by|find out more|get a demo|get started|\
         get started now|go back|home|in bài viết|in den warenkorb|in winkelwagen|learn more|leer más|lees meer|\
         lees verder|leggi di più|leggi tutto|leia mais|lire la suite|load more|meer lezen|mehr anzeigen|mehr erfahren|\
         mehr lesen|menu|more|nach oben|newer posts|next|next article|next post|older posts|open|powrót na górę|previous|\
         previous article|previous post|próximo artigo|quick view|read full article|read full review|read less|read more|\
         read now|read the full story|request a demo|retour à l'accueil|saiba mais|schedule a demo|scopri di più|\
         scroll to top|see all|see full bio|see more|seguir leyendo|shop now|show all|show less|show more|sign up free|\
         siguiente artículo|skip to content|skip to main content|skip to navigation|sonraki haber|sort by|\
         start free trial|start your free trial|talk to sales|terug naar boven|to top|top of page|torna su|try for free|\
         try it free|ver mais|ver más|view all|view details|view more|view more posts|view profile|voir plus|\
         volgende artikel|voltar ao topo|volver arriba|về đầu trang|watch demo|weiterlesen|więcej|yazdir|zurück|εκτύπωση|\
         επόμενο άρθρο|в корзину|ещё|наверх|подробнее|распечатать|следующая статья|читать далее|הדפסה|הוסף לסל|\
         הכתבה הבאה|חזרה למעלה|קרא עוד|أضف إلى السلة|اقرأ المزيد|العودة إلى الأعلى|المزيد|المقال التالي|بازگشت به بالا|\
         طباعة|لینک کوتاه|چاپ|अगला लेख|प्रिंट करें|もっと見る|カートに入れる|前の記事|加入购物车|更多|查看更多|次の記事|続きを読む|詳しくはこちら|返回顶部|閱讀更多|阅读更多|\
         다음 기사|더 보기|맨 위로|이전 기사",
        ),
    ),
    (
        Removed::Meta,
        Words(
            "actualizado|aggiornato|aktualisiert|audio|auteur|author|autor|autore|by|categories|category|click to expand|\
         code select all|editor|empfohlener redaktioneller inhalt|etiketler|etiquetas|filed under|gepubliceerd|\
         getty images|image credit|last edited|last updated|listen|listen to article|listen to this article|loading|\
         min lesezeit|min read|minute read|minutes read|mis à jour|original poster|pause|photo credit|play|posted by|\
         posted in|posted on|pubblicato|publicado|published|publié|read time|reading time|schlagwörter|tagged|tagi|tags|\
         topics|updated|veröffentlicht|written by|wrote on|étiquettes|ετικέτες|автор|обновлено|опубликовано|теги|תגיות|\
         الكاتب|الوسوم|برچسب ها|تگ ها|टैग्स|カテゴリー|タグ|作者|分类|标签|標籤",
        ),
    ),
    (
        Removed::Paywall,
        Words(
            "al abonnee|alleen voor abonnees|already a member|already a subscriber|already a subscriber? log in|\
         already a subscriber? sign in|already have an account|already have an account? log in|\
         article réservé aux abonnés|article réservé à nos abonnés|artikel freischalten|\
         contenido exclusivo para suscriptores|contenuto riservato agli abbonati|continue reading with a subscription|\
         déjà abonné|exclusivo para assinantes|jetzt weiterlesen|já é assinante|log in to continue|\
         log in to continue reading|members only|nur für abonnenten|register to continue reading|riservato agli abbonati|\
         réservé aux abonnés|sei già abbonato|solo para suscriptores|subscribe to continue reading|\
         subscribe to keep reading|subscribe to read|subscribe to read the full story|subscribe to unlock|\
         subscribers only|this article is for members only|this article is for subscribers only|\
         this content is for subscribers only|to continue reading|to read the full article|tylko dla subskrybentów|\
         unlock this article|want to keep reading|want to read more|weiterlesen mit|ya eres suscriptor|\
         you have reached the free limit|you have reached your free article limit|\
         you have reached your limit of free articles|you've reached your free article limit|you've reached your limit|\
         только для подписчиков|למנויים בלבד|للمشتركين فقط|この記事は有料会員限定です|会员专享|会員限定記事",
        ),
    ),
    (
        Removed::Share,
        Words(
            "artikel teilen|bookmark|chia sẻ|compartilhar|compartilhe|compartir|condividi|connect with us|copied|copy link|\
         deel dit artikel|delen|drucken|email|email this|email this article|facebook|follow|follow us|follow us on|\
         follow us on social media|imprimer|imprimir|instagram|like|like this|likes|link copied|linkedin|merken|partager|\
         partager l'article|partilhar|paylaş|pin|pin it|pin this|pinterest|print|print this article|print this page|\
         reddit|save|save article|share|share article|share on facebook|share on linkedin|share on twitter|share on x|\
         share this|share this article|share this page|share this post|share this story|share via email|\
         share with friends|stampa|teilen|telegram|tweet|tweet this|twitter|udostępnij|whatsapp|κοινοποίηση|μοιραστείτε|\
         поделиться|שתף|اشتراک گذاری|به اشتراک بگذارید|شارك|مشاركة|शेयर करें|साझा करें|シェア|シェアする|ツイート|共有|分享|分享到|공유|좋아요",
        ),
    ),
    (
        Removed::SignUp,
        Words(
            "aanmelden|abbonati|abone ol|abonneer|abonnieren|accedi|after newsletter promotion|anmelden|assine|\
         assine nossa newsletter|by signing up|create a free account|create account|create an account|entrar|\
         free daily newsletter|free newsletter|free weekly newsletter|get our newsletter|iniciar sesión|inloggen|\
         inscreva-se|inscrivez-vous à notre newsletter|iscriviti|iscriviti alla newsletter|je m'abonne|join now|\
         join our mailing list|join our newsletter|log in|login|newsletter|newsletter abonnieren|newsletter sign up|\
         newsletter signup|no spam|register|register now|registrati|registrieren|regístrate|s'abonner|s'inscrire|\
         schrijf je in|se connecter|sign in|sign up|sign up for our newsletter|sign up for our newsletters|sign up now|\
         sign up to request clarification or add additional context in comments|sign up today|stay connected|\
         stay in touch|stay informed|stay up to date|stay updated|subscribe|subscribe now|subscribe to newsletter|\
         subscribe to our newsletter|subscribe today|subskrybuj|suscribirse|suscríbete|suscríbete a nuestra newsletter|\
         thank you for subscribing|thanks for signing up|thanks for subscribing|you are not logged in|zaloguj się|\
         zapisz się|đăng ký|đăng ký nhận bản tin|εγγραφή|войти|подписаться|подписка|регистрация|הירשם|اشترك|تسجيل الدخول|\
         عضویت در خبرنامه|सब्सक्राइब करें|メールマガジン|メールマガジン登録|ログイン|注册|点击订阅|無料会員登録|登入|登录|登録|訂閱|订阅|구독|구독하기|로그인",
        ),
    ),
    (
        Removed::Related,
        Words(
            "ayrica okuyun|benzer haberler|bài viết liên quan|continua a leggere|czytaj dalej|có thể bạn quan tâm|\
         devamini oku|guarda anche|haberin devami|ilgili haberler|ilginizi çekebilir|recommended video|related article|\
         related video|son dakika haberleri|tin cùng chuyên mục|tin liên quan|tin mới nhất|vedi anche|ver también|\
         voir aussi|xem thêm|đọc thêm|δείτε επίσης|δημοφιλή|διαβάστε ακόμη|διαβάστε επίσης|διαβάστε περισσότερα|\
         σχετικά άρθρα|להמשך קריאה|ראו גם|اخبار مرتبط|ادامه مطلب|بیشتر بخوانید|شاهد أيضا|شاهد أيضاً|مطالب مرتبط|\
         همچنین بخوانید|आगे पढ़ें|इसे भी पढ़ें|और पढ़ें|ताज़ा खबरें|यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|संबंधित समाचार|\
         阅读全文|더 읽기",
        ),
    ),
    (Removed::AuthorBox, Words("về tác giả|yazar hakkinda|درباره نویسنده|लेखक के बारे में")),
    (
        Removed::Form,
        Words(
            "you cannot delete your posts in this forum|you cannot edit your posts in this forum|\
         you cannot post attachments in this forum|you cannot post new topics in this forum|\
         you cannot reply to topics in this forum|you may not edit your posts|you may not post attachments|\
         you may not post new threads|you may not post replies",
        ),
    ),
];

/// Headings over what is not the article.
pub(super) const HEADS: &[(Removed, Words)] = &[
    (
        Removed::Appeal,
        Words(
            "apoie|apóyanos|become a member|donate|donate now|faire un don|help support|jetzt spenden|make a donation|sostienici|\
         soutenez-nous|steun ons|support independent journalism|support our journalism|support our work|support the paper|\
         support us|unterstützen sie uns|wesprzyj nas|поддержите нас|ご支援のお願い|支持我们",
        ),
    ),
    (
        Removed::AuthorBox,
        Words(
            "about author|about the author|about the authors|about the contributor|about the writer|acerca del autor|\
         author bio|author information|contributors|informazioni sull'autore|meet the author|meet the authors|o autorze|\
         over de auteur|sobre a autora|sobre el autor|sobre la autora|sobre o autor|sull'autore|the author|về tác giả|\
         yazar hakkinda|zum autor|à propos de l'auteur|über den autor|über die autorin|об авторе|על הכותב|درباره نویسنده|\
         عن الكاتب|लेखक के बारे में|この記事を書いた人|作者简介|关于作者|著者について|關於作者",
        ),
    ),
    (
        Removed::Comments,
        Words(
            "add a comment|add comment|add your comment|ajouter un commentaire|bình luận|cancel reply|comentarios|\
         comentários|commentaires|commenti|comments|deixe um comentário|deixe uma resposta|deja un comentario|\
         deja una respuesta|dejar un comentario|discussion|dodaj komentarz|geef een reactie|join the conversation|\
         join the discussion|komentarze|kommentar schreiben|kommentare|laisser un commentaire|laissez un commentaire|\
         lascia un commento|leave a comment|leave a reply|leave a review|leave comment|leave your comment|\
         leserkommentare|plaats een reactie|post a comment|reacties|reader comments|responses|réagir|\
         schreibe einen kommentar|schreiben sie einen kommentar|write a comment|write a review|yorumlar|zostaw komentarz|\
         ý kiến bạn đọc|σχόλια|добавить комментарий|комментарии|оставить комментарий|הוספת תגובה|כתיבת תגובה|תגובות|\
         أضف تعليقا|اترك تعليقا|التعليقات|دیدگاه ها|نظرات|टिप्पणियां|コメント|コメントを投稿|コメントを残す|发表评论|留言|發佈留言|發表評論|网友评论|评论|댓글",
        ),
    ),
    (Removed::Footer, Words("disclaimer|disclaimers|disclosures|important disclosures|legal|legal notice|privacy overview")),
    (
        Removed::Navigation,
        Words(
            "article contents|contenido|contents|in this article|in this guide|in this post|indice|inhalt|inhaltsverzeichnis|\
         inhoudsopgave|jump to|on this page|page contents|quick links|sommaire|sommario|spis treści|tabla de contenidos|\
         table des matières|table of contents|what's in this article|índice|índice de conteúdo|оглавление|содержание|\
         תוכן עניינים|المحتويات|目录|目次|目錄",
        ),
    ),
    (
        Removed::Paywall,
        Words(
            "already a subscriber|log in to continue reading|nur für abonnenten|register to continue reading|riservato agli abbonati|\
         réservé aux abonnés|solo para suscriptores|subscribe to continue reading|subscribe to keep reading|\
         subscribe to read more|this article is for subscribers only|to continue reading|you have reached the free limit|\
         you have reached your free article limit|会員限定記事",
        ),
    ),
    (
        Removed::Related,
        Words(
            "aanbevolen|aktuelle nachrichten|also in|also of interest|also on|also read|also worth checking out|\
         altri articoli|archives|around the web|articles connexes|articles liés|articles recommandés|articles récents|\
         articles similaires|articoli correlati|articoli simili|artigos relacionados|artículos relacionados|\
         as mais lidas|auch interessant|benzer haberler|blogroll|bài viết liên quan|categories|\
         ceci pourrait vous intéresser|consigliati|contenido relacionado|continue exploring|continue reading|correlati|\
         customers also bought|customers also viewed|customers who bought this also bought|czytaj także|czytaj też|\
         có thể bạn quan tâm|da leggere|das könnte dich auch interessieren|das könnte ihnen auch gefallen|\
         das könnte sie auch interessieren|dernières actualités|dernières nouvelles|discover more|\
         dit vind je misschien ook leuk|don't miss|dont miss|editor's choice|editor's pick|editor's picks|\
         editors' choice|editors' picks|empfehlungen|empfohlen|entradas recientes|entradas relacionadas|explore further|\
         explore more|explore more topics|featured articles|featured content|featured posts|featured products|\
         featured resources|featured stories|frequently bought together|from our partners|from the web|\
         further reading from|gerelateerd|gerelateerde artikelen|gerelateerde berichten|health categories to explore|\
         i più letti|ilgili haberler|ilginizi çekebilir|in case you missed it|keep reading|laatste nieuws|latest|\
         latest articles|latest blog posts|latest from|latest from our blog|latest insights|latest news|latest posts|\
         latest stories|latest updates|lea también|lee también|leer también|lees ook|lees verder|leggi anche|leia também|\
         les plus lus|les plus populaires|lesen sie auch|lesen sie mehr|lire aussi|lo más leído|lo más visto|mais lidas|\
         mais notícias|meer artikelen|meer nieuws|meest gelezen|mehr zum thema|meist gelesen|meistgelesen|\
         meistgelesene artikel|more articles|more by this author|more for you|more from|more from author|\
         more from our blog|more from the author|more from this author|more in this section|more like this|more news|\
         more on this story|more on this topic|more posts|more posts you may enjoy|more reading|more stories|\
         more to discover|more to explore|more to read|most discussed|most popular|most read|most recent|most viewed|\
         must read|must reads|más artículos|más leídas|más noticias|najczęściej czytane|najpopularniejsze|\
         neueste artikel|neueste beiträge|new on|new topics|next up|noticias relacionadas|notizie correlate|\
         notícias relacionadas|ook interessant|ostatnie wpisy|other articles|other news|other popular categories|\
         other posts|other posts you may enjoy|other posts you may like|other posts you'll love|other stories|our picks|\
         paid content|partner content|people also bought|people also search for|people also viewed|più letti|\
         plus d'articles|podobne artykuły|podobne wpisy|polecane|popular|popular articles|popular now|popular posts|\
         popular searches|popular stories|popular topics|posts relacionados|posts you may enjoy|potrebbe interessarti|\
         potrebbe interessarti anche|powiązane|powiązane artykuły|promoted stories|przeczytaj również|przeczytaj także|\
         quizás te interese|read also|read more|read next|recent|recent articles|recent blog posts|recent news|\
         recent posts|recent stories|recent topics|recently added|recently viewed|recently viewed products|recomendadas|\
         recomendado|recomendados|recommendations|recommended|recommended articles|recommended content|\
         recommended for you|recommended posts|recommended reading|recommended stories|relacionado|relacionados|related|\
         related article|related articles|related blog posts|related blogs|related content|related coverage|\
         related discussions|related insights|related links|related news|related pages|related post|related posts|\
         related products|related questions|related reading|related resources|related stories|related story|\
         related to this article|related topics|related videos|saiba mais|see also on|shop related|similar articles|\
         similar discussions|similar news|similar posts|similar products|similar stories|similar threads|similar topics|\
         son dakika haberleri|sponsored content|sponsored stories|suggested articles|suggested for you|suggested reading|\
         suggested topics|sur le même sujet|sur le même thème|tags|también te puede interesar|te podría interesar|\
         te puede interesar|te recomendamos|temas relacionados|the latest|ti potrebbe interessare|tin cùng chuyên mục|\
         tin liên quan|tin mới nhất|top articles|top news|top posts|top stories|trending|trending articles|trending news|\
         trending now|trending stories|trending topics|ultime notizie|ultimi articoli|up next|upcoming events|\
         veja também|verwandte artikel|verwandte beiträge|verwandte themen|você pode gostar|você também pode gostar|\
         vous aimerez aussi|vous pourriez aussi aimer|watch more|watch next|watch now|weitere artikel|weitere beiträge|\
         weitere nachrichten|weitere themen|what to read next|you may also be interested in|you may also enjoy|\
         you may also like|you may be interested in|you may like|you might also be interested in|you might also enjoy|\
         you might also like|you might be interested in|you might like|zobacz także|zobacz też|à découvrir|à la une|\
         à lire aussi|à lire également|ähnliche artikel|ähnliche beiträge|últimas noticias|últimas notícias|δημοφιλή|\
         σχετικά άρθρα|вам может понравиться|другие новости|материалы по теме|по теме|популярное|последние новости|\
         похожие записи|похожие материалы|похожие статьи|рекомендуем|самое читаемое|смотрите также|статьи по теме|\
         читайте также|читать также|אולי יעניין אותך|הנקראות ביותר|כתבות נוספות|כתבות קשורות|מאמרים נוספים|מומלצים|\
         עוד בנושא|קראו גם|آخر الأخبار|أخبار ذات صلة|اخبار مرتبط|اقرأ أيضا|اقرأ أيضاً|اقرأ ايضا|الأكثر قراءة|\
         الأكثر مشاهدة|المزيد من الأخبار|ذات صلة|قد يعجبك أيضا|قد يهمك|مطالب مرتبط|مقالات ذات صلة|مواضيع ذات صلة|\
         ताज़ा खबरें|संबंधित खबरें|संबंधित समाचार|あわせて読みたい|おすすめ|おすすめ記事|こちらもおすすめ|アクセスランキング|ランキング|人気の記事|人気記事|你可能也喜歡|延伸閱讀|\
         延伸阅读|推荐阅读|推薦閱讀|新着記事|更多文章|更多新闻|最新文章|最新新闻|最新記事|次に読む|热门推荐|热门文章|热门新闻|熱門文章|猜你喜欢|相关推荐|相关文章|相关新闻|相关链接|相关阅读|相關報導|相關文章|\
         相關新聞|関連キーワード|関連トピックス|関連ニュース|関連リンク|関連記事|관련 기사|관련기사|많이 본 뉴스|인기 기사|추천 기사",
        ),
    ),
    (
        Removed::Share,
        Words(
            "artikel teilen|comparte|compartilhe|compartir|condividi|condividi questo articolo|deel dit artikel|delen|partager|\
         partager cet article|share|share on|share this|share this article|share this entry|share this page|share this post|\
         share this story|share with friends|sharing is caring|spread the word|teilen|udostępnij|поделиться|поделиться ссылкой|\
         שתפו|شارك|シェアする|分享|分享到",
        ),
    ),
    (
        Removed::SignUp,
        Words(
            "abonnez-vous à notre newsletter|abonnieren sie unseren newsletter|assine nossa newsletter|boletín|connect with us|\
         don't miss out|follow us|get our newsletter|get the latest|get the latest news|get the newsletter|get updates|\
         inscrivez-vous à la newsletter|inscrivez-vous à notre newsletter|iscriviti alla newsletter|\
         iscriviti alla nostra newsletter|jetzt anmelden|join our community|join our mailing list|join our newsletter|\
         never miss a post|never miss a story|newsletter|newsletter abonnieren|newsletter anmeldung|newsletter sign up|\
         newsletter signup|newsletters|nieuwsbrief|our newsletter|receba nossa newsletter|schrijf je in voor onze nieuwsbrief|\
         sign up for our free newsletter|sign up for our newsletter|sign up for our newsletters|sign up for the newsletter|\
         sign up for updates|sign up to our newsletter|stay connected|stay in the loop|stay in touch|stay informed|\
         stay up to date|stay updated|subscribe|subscribe for updates|subscribe now|subscribe to blog via email|\
         subscribe to our blog|subscribe to our newsletter|subscribe to our newsletters|subscribe to the newsletter|\
         subscribe via email|suscríbete a nuestra newsletter|suscríbete a nuestro boletín|zapisz się do newslettera|\
         подпишитесь на нашу рассылку|подпишитесь на рассылку|הרשמה לניוזלטר|اشترك في النشرة البريدية|النشرة البريدية|ニュースレター|\
         メルマガ登録|訂閱電子報|订阅我们",
        ),
    ),
];

/// How a line begins that leads elsewhere, in lower case. It goes when it is short.
pub(super) const BEGINNINGS: &[(Removed, Words)] = &[
    (
        Removed::Advert,
        Words(
            "affiliate disclosure|this article contains affiliate|this post contains affiliate|this post may contain affiliate|\
         we independently|we may earn",
        ),
    ),
    (
        Removed::Meta,
        Words(
            "actualizado el|aggiornato il|aktualisiert am|atualizado em|bijgewerkt op|categories:|category:|categorías:|\
         czas czytania|etiketler:|etiquetas:|filed under|kategorie:|kategorien:|last updated on|last updated:|leestijd|\
         lesezeit:|mis à jour le|mots-clés|okuma süresi|posted in|schlagworte:|schlagwörter:|son güncelleme|tag:|\
         tagged as|tagged with|tagi:|tagovi:|tags:|tempo de leitura|tempo di lettura|temps de lecture|\
         this entry was posted|tiempo de lectura|to contact the author|to contact the editor|to contact the reporter|\
         topics:|từ khóa:|zuletzt aktualisiert|étiquettes|ετικέτες:|τελευταία ενημέρωση|χρόνος ανάγνωσης|время чтения|\
         метки:|обновлено|последнее обновление|теги:|זמן קריאה|תגיות:|آخر تحديث|آخرین به روزرسانی|الوسوم:|برچسب ها:|\
         زمان مطالعه|كلمات مفتاحية:|وقت القراءة|टैग:|タグ：|更新日：|更新时间|标签：|责任编辑|阅读时间|태그:",
        ),
    ),
    (
        Removed::Related,
        Words(
            "also read:|auch interessant:|ayrica okuyun|bekijk ook|bunu da okuyun|czytaj również|czytaj także|czytaj też|\
         don't miss:|lea más:|lea también|leer también:|lees meer:|lees ook|leggi anche|leggi anche:|leia mais:|\
         leia também|lesen sie auch:|lesen sie mehr:|lire aussi|listen:|mehr zum thema:|more from|more on this|more:|\
         potrebbe interessarti|przeczytaj też|read also:|read more about|read more:|read next:|read:|\
         recommended reading:|recommended:|related article:|related story:|related:|see also:|see more:|siehe auch:|\
         también lee|te puede interesar:|veja também|voir aussi :|watch more:|watch:|xem thêm:|you may also like|\
         you might also like|zobacz także|zobacz też|à lire aussi|à lire également|à voir aussi|δείτε επίσης|\
         διαβάστε ακόμη|διαβάστε επίσης|смотрите также|читайте также|читать также|קראו גם|اقرأ أيض|اقرأ ايضا|\
         بیشتر بخوانید|همچنین بخوانید|इसे भी पढ़ें|यह भी पढ़ें|ये भी पढ़ें|あわせて読みたい|延伸阅读|推荐阅读|相关阅读|関連記事|관련 기사|관련기사",
        ),
    ),
    (
        Removed::Share,
        Words(
            "chia sẻ lên|click to email|click to share|compartilhar no|compartir en|condividi su|delen op|facebook'ta paylaş|\
         partager sur|share on|share this|share via|share with|teilen auf|tweet this|udostępnij na|поделиться в",
        ),
    ),
    (
        Removed::SignUp,
        Words(
            "abonneer je|abonnez-vous|abonnieren sie unseren|bizi facebook|bizi instagram|bültenimize abone|\
         contact the author|contact the reporter|contact the writer|don't miss our top|download our app|download the app|\
         find us on|folgen sie uns|follow us for|follow us on|get our newsletter|get the best of our|got a tip?|\
         have a tip?|inscreva-se|inscrivez-vous|iscriviti alla|join our newsletter|join the conversation in our|\
         join us on|like us on|never miss a|newsletter:|obserwuj nas|privacy notice: newsletters|seguici su|siga-nos|\
         sign up for our|sign up for the|sign up to our|sign up to receive|subscribe to our|subscribe to the|suivez-nous|\
         suscríbete a|síguenos en|theo dõi chúng tôi|volg ons|zapisz się|ακολουθήστε μας|подписывайтесь|подпишитесь|\
         עקבו אחרינו|تابعنا على|ما را در اینستاگرام|ما را در تلگرام|हमें फॉलो|关注我们|扫码关注",
        ),
    ),
    (Removed::Paywall, Words("article réservé aux abonnés|article réservé à nos abonnés")),
    (
        Removed::Appeal,
        Words(
            "do you have an opinion on the issues raised|have you been affected by|please include a contact number|\
         support independent journalism",
        ),
    ),
];
