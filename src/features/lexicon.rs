//! The words that pages name their parts with, as data: each matched by whole token.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

/// A set of groups of words.
pub(crate) type Groups = u64;

/// How many groups of names there are, those of tags included.
pub(crate) const NAME_GROUPS: usize = TAGS_FROM + TAGS.len();

/// How many groups of names come from classes, ids and the like.
const TAGS_FROM: usize = NAMES.len();

/// How many groups of words of the text there are.
pub(crate) const TEXT_GROUPS: usize = TEXT.len();

/// Class, id, role, itemprop and test names. Plurals in -s match too.
const NAMES: [(&str, &str); 44] = [
    ("content", "content maincontent contentbody pagecontent sitecontent contentarea"),
    ("article", "article articlebody articlecontent story storybody blogposting newsarticle techarticle"),
    ("entry", "entry post posting blogpost postcontent entrycontent postbody blog single"),
    ("main", "main primary mainbody"),
    ("body", "body text copy richtext rte prose wysiwyg paragraph bodytext longform textblock markdown markdownbody freetext"),
    ("comment", "comment commenting disqus livefyre commentlist respond ugc spotim coral fbcomments"),
    ("reply", "reply answer question response responses accepted"),
    ("thread", "forum thread topic message discussion board bbs phpbb vbulletin conversation posttext messagetext cooked viewtopic"),
    ("user", "user avatar profile member username poster signature sig reputation badge karma rank"),
    ("footer", "footer foot bottom colophon footnav sitefooter pagefooter globalfooter"),
    ("header", "header head masthead banner top topbar toolbar siteheader pageheader globalheader"),
    ("nav", "nav navigation navbar menu submenu megamenu topnav subnav mainmenu navmenu sitenav dropdown menuitem flyout"),
    ("breadcrumb", "breadcrumb crumb breadcrumblist"),
    ("sidebar", "sidebar side aside rail sidebar1 sidebar2 secondary complementary widget leftcol rightcol widgetarea rightrail sidenav"),
    (
        "related",
        "related recommend recommended recommendation recirc more similar trending popular mostread latest readmore readnext further promoted alsolike outbrain taboola upsell crosssell crosssells upsells upnext suggested suggestion interlink recent",
    ),
    (
        "share",
        "share sharing social socials sharebar sharebutton sharethis addthis addtoany follow facebook twitter linkedin pinterest instagram whatsapp like likes",
    ),
    (
        "ad",
        "ad ads advert advertisement advertising adsense adslot sponsor sponsored dfp gpt adunit admanager affiliate promo promotion promotional",
    ),
    ("author", "author byline bio writer contributor authorbio authorbox vcard authors aboutauthor"),
    ("meta", "meta metadata date time timestamp published publish datetime postmeta pubdate postdate info byline dateline"),
    ("caption", "caption figcaption credit wpcaption imagecaption photocredit credits attribution"),
    ("image", "image img photo picture figure gallery slideshow carousel slider swiper thumbnail thumb lightbox media slide slick"),
    ("title", "title headline heading hed name subject pagetitle"),
    ("tag", "tag tags category categories label keyword taxonomy topics tagcloud section kicker eyebrow"),
    (
        "signup",
        "newsletter subscribe subscription signup optin mailchimp mailing mailinglist paywall paid premium regwall inline-newsletter klaviyo hubspot subscriber donate donation appeal",
    ),
    ("consent", "cookie consent gdpr cookiebanner ccpa onetrust cookies privacy notice disclaimer legal terms copyright policy disclosure"),
    ("overlay", "modal popup overlay dialog lightbox drawer offcanvas popover tooltip toast alert notification hidden hide invisible"),
    ("screenreader", "sr only visuallyhidden screenreader assistive offscreen skip skiplink"),
    ("pager", "pagination pager paging next prev previous pagenav page older newer postnav loadmore"),
    ("card", "card tile teaser grid listing item cell box panel masonry promo cards"),
    ("list", "list listitem feed stream archive results result collection items directory index loop"),
    ("product", "product sku woocommerce productdetail pdp variant swatch merchandise"),
    (
        "price",
        "price pricing cost cart basket shop store buy addtocart checkout wishlist qty quantity shipping delivery stock offer sale discount minicart bag payment",
    ),
    ("review", "review rating star ratings testimonial feedback trustpilot yotpo bazaarvoice reviews stars judgeme"),
    (
        "details",
        "description detail details spec specs specification attribute features feature summary overview additional productdescription characteristics ingredients",
    ),
    (
        "lead",
        "lead intro standfirst excerpt dek deck abstract synopsis subtitle subhead subheading lede tagline blurb introduction highlights",
    ),
    ("faq", "faq accordion collapse collapsible tab tabs tabpanel toggle expandable expander"),
    ("docs", "docs doc documentation wiki mw manual guide tutorial reference help knowledgebase kb api devdocs mdx vp sphinx readme"),
    ("code", "code highlight pre snippet codeblock syntax prism hljs example"),
    ("toc", "toc tableofcontents contents jump anchor onthispage outline jumplinks"),
    ("hero", "hero jumbotron cta callout action button btn link getstarted banner"),
    ("form", "form input field search filter sort facet login register account signin newsletterform contactform searchbox refine"),
    ("embed", "embed video player audio podcast youtube vimeo tweet iframe transcript"),
    ("place", "contact address location map phone tel hours store-locator office branch"),
    ("reference", "footnote reference citation note source endnote bibliography notes reflist"),
];

/// Tags and roles that name a part as plainly as a class would.
const TAGS: [&str; 20] = [
    "<article>",
    "<main>",
    "<section>",
    "<aside>",
    "<nav>",
    "<header>",
    "<footer>",
    "<form>",
    "<ul>",
    "<li>",
    "<table>",
    "<td>",
    "<figure>",
    "<a>",
    "<p>",
    "<h>",
    "<blockquote>",
    "<pre>",
    "<hidden>",
    "<dialog>",
];

/// Words of short texts and headings, in the Web's larger languages that write spaces.
const TEXT: [(&str, &str); 18] = [
    (
        "related",
        "related recommended recommend similar trending popular also latest recent verwandte auch weitere ähnliche aussi similaires connexes articles relacionados relacionadas también relacionada correlati anche gerelateerd gerelateerde ook lees także podobne похожие также relaterade liknande benzer ilgili",
    ),
    (
        "comment",
        "comment comments reply replies respond discussion responses kommentar kommentare antworten commentaires commentaire répondre comentarios comentario responder comentar commenti commento rispondi reacties reageer комментарии комментарий ответить komentarze odpowiedz kommentarer svara yorum yorumlar",
    ),
    (
        "subscribe",
        "subscribe newsletter signup inbox subscriber subscribers subscription abonnieren abonnez abonner inscrivez suscríbete suscribirse boletín iscriviti assine nieuwsbrief inschrijven рассылка подписаться подпишитесь prenumerera bülten abone subskrybuj donate",
    ),
    (
        "share",
        "share tweet facebook twitter linkedin whatsapp pinterest instagram youtube telegram follow teilen folgen partager compartir síguenos condividi seguici compartilhar siga delen volg поделиться udostępnij dela följ paylaş",
    ),
    (
        "author",
        "author by written writer editor posted autor auteur autore redakteur redaktion por von par автор door yazar författare bio biography",
    ),
    (
        "login",
        "login log logout register account password forgot signin sign username anmelden registrieren connexion compte iniciar sesión cuenta accedi registrati entrar conta inloggen войти регистрация zaloguj giriş",
    ),
    (
        "policy",
        "cookie cookies privacy consent gdpr policy terms conditions disclaimer datenschutz impressum confidentialité privacidad política cookiebeleid политика polityka prywatności gizlilik",
    ),
    (
        "rights",
        "copyright © rights reserved rechte droits réservés derechos reservados diritti riservati direitos rechten voorbehouden права защищены prawa zastrzeżone inc ltd llc gmbh",
    ),
    (
        "advert",
        "advertisement advertising sponsored promoted affiliate anzeige werbung publicité publicidad pubblicità publicidade advertentie реклама reklama annons reklam",
    ),
    (
        "more",
        "more read continue view see all show learn load mehr weiterlesen lire suite plus leer más leggi continua ler mais verder meer читать далее więcej czytaj läs mer devamı",
    ),
    (
        "browse",
        "home menu skip search next previous prev back top navigation main page older newer close open startseite suche zurück accueil recherche suivant inicio buscar siguiente cerca avanti início главная поиск назад szukaj sök ara",
    ),
    (
        "buy",
        "cart price buy add checkout shipping wishlist stock quantity qty sale basket bag delivery returns warenkorb kaufen preis versand panier acheter prix livraison carrito comprar precio envío carrello acquista prezzo carrinho preço winkelwagen корзина купить цена koszyk kup sepet",
    ),
    (
        "review",
        "review reviews rating ratings stars rated helpful verified bewertung bewertungen avis reseñas opiniones recensioni avaliações beoordelingen отзывы opinie",
    ),
    (
        "details",
        "description specifications specification features details overview specs ingredients dimensions about summary beschreibung eigenschaften details produktdetails caractéristiques descripción características descrizione descrição omschrijving описание характеристики opis",
    ),
    (
        "faq",
        "faq faqs questions answers frequently asked question answer häufige fragen preguntas domande perguntas vragen вопросы pytania",
    ),
    (
        "date",
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ago updated published minutes hours min januar februar märz juni juli oktober dezember janvier février mars avril juin juillet août octobre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio luglio settembre января марта мая июня июля августа",
    ),
    (
        "photo",
        "photo image credit getty reuters picture photograph photographer caption shutterstock courtesy ap afp foto bild quelle crédit imagen fotografía immagine фото zdjęcie",
    ),
    (
        "tags",
        "tags tag topics topic filed categories category posted under themen schlagworte mots étiquettes etiquetas temas categorías argomenti теги tagi",
    ),
];

/// A group of names that a block's row tells the distance of.
pub(crate) struct Near {
    pub(crate) name: &'static str,
    pub(crate) bit: Groups,
}

/// How many groups those are.
pub(crate) const NEAR_GROUPS: usize = NEAR_NAMES.len();

/// Those that the trees ask for, of all [`NAMES`] and [`TAGS`].
const NEAR_NAMES: [&str; 18] = [
    "content",
    "article",
    "entry",
    "main",
    "consent",
    "overlay",
    "review",
    "lead",
    "faq",
    "<article>",
    "<main>",
    "<footer>",
    "<form>",
    "<ul>",
    "<li>",
    "<figure>",
    "<p>",
    "<pre>",
];

pub(crate) static NEAR: LazyLock<[Near; NEAR_GROUPS]> = LazyLock::new(|| {
    NEAR_NAMES.map(|name| {
        let group = (0..NAME_GROUPS).find(|group| name_group(*group) == name);
        Near { name, bit: group.map_or(0, |group| 1 << group) }
    })
});

/// The group of [`TEXT`] that speaks of comments.
pub(crate) const COMMENT: Groups = 1 << 1;

/// The names of the groups of names, in order.
pub(crate) fn name_group(index: usize) -> &'static str {
    match index.checked_sub(TAGS_FROM) {
        None => NAMES[index].0,
        Some(tag) => TAGS[tag],
    }
}

/// The names of the groups of words, in order.
pub(crate) fn text_group(index: usize) -> &'static str {
    TEXT[index].0
}

/// The group of a tag's or role's name as [`TAGS`] has it.
pub(crate) const fn tag_bit(index: usize) -> Groups {
    1 << (TAGS_FROM + index)
}

static NAME_TABLE: LazyLock<HashMap<&str, Groups>> = LazyLock::new(|| table(&NAMES));
static TEXT_TABLE: LazyLock<HashMap<u64, Groups>> =
    LazyLock::new(|| table(&TEXT).into_iter().map(|(word, groups)| (super::text::hash_word(word), groups)).collect());

fn table(groups: &'static [(&'static str, &'static str)]) -> HashMap<&'static str, Groups> {
    let mut table = HashMap::new();
    for (index, (_, words)) in groups.iter().enumerate() {
        for word in words.split(' ') {
            *table.entry(word).or_default() |= 1 << index;
        }
    }
    table
}

/// The groups of a word of the text, by its hash.
pub(crate) fn text_groups(word: u64) -> Groups {
    TEXT_TABLE.get(&word).copied().unwrap_or_default()
}

/// The groups that a name's tokens are in: tokens end at case changes and at all but letters and digits.
pub(crate) fn name_groups(name: &str) -> Groups {
    let mut groups = 0;
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()) {
        groups |= token_groups(part);
        let bytes = part.as_bytes();
        let mut start = 0;
        for at in 1..bytes.len() {
            let turns = bytes[at].is_ascii_uppercase() && !bytes[at - 1].is_ascii_uppercase();
            let digit = bytes[at].is_ascii_digit() != bytes[at - 1].is_ascii_digit();
            if turns || digit {
                groups |= token_groups(&part[start..at]);
                start = at;
            }
        }
        if start > 0 {
            groups |= token_groups(&part[start..]);
        }
    }
    groups
}

/// The longest name in the table, and some: longer tokens are none of them.
const LONGEST: usize = 24;

fn token_groups(token: &str) -> Groups {
    if token.len() < 2 || token.len() > LONGEST {
        return 0;
    }
    let mut lower = [0; LONGEST];
    let lower = &mut lower[..token.len()];
    lower.copy_from_slice(token.as_bytes());
    lower.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(lower) else { return 0 };
    let find = |word: &str| NAME_TABLE.get(word).copied();
    find(lower).or_else(|| lower.strip_suffix('s').and_then(find)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        let groups = name_groups(text);
        (0..NAME_GROUPS).filter(|index| groups & 1 << index != 0).map(name_group).collect()
    }

    #[test]
    fn groups_are_found_by_name() {
        assert!(NEAR.iter().all(|group| group.bit.is_power_of_two()));
        assert_eq!(text_group(COMMENT.trailing_zeros() as usize), "comment");
    }

    #[test]
    fn names_match_by_whole_token() {
        assert_eq!(names("articleBody"), ["article", "body"]);
        assert_eq!(names("post-content__footer"), ["content", "entry", "footer"]);
        assert_eq!(names("uncommented headers"), ["header"]);
    }
}
