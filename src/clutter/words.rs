//! The words of classes and ids that name clutter.

use super::tokens::{Key, Shapes, Token, key};
use crate::article::Removed;

/// Words for parts that readers unfold: what is hidden there is content.
const FOLDED: [&str; 10] = ["accordion", "answer", "collapse", "collapsible", "expandable", "expander", "faq", "panel", "tab", "tabs"];

/// Words that make a name say something else than its other words do: `has-sidebar`, `category-newsletter`.
const NEUTRAL: [&str; 29] = [
    "body", "cat", "category", "content", "contents", "disable", "disabled", "enable", "enabled", "free", "has", "hide", "layout", "main",
    "no", "not", "overlay", "page", "postid", "show", "status", "sticky", "tag", "template", "term", "theme", "type", "with", "without",
];

/// Words that name clutter wherever they stand in a name.
const ANYWHERE: [(&str, Removed); 63] = [
    ("addthis", Removed::Share),
    ("addtoany", Removed::Share),
    ("adsbygoogle", Removed::Advert),
    ("adsense", Removed::Advert),
    ("adslot", Removed::Advert),
    ("adunit", Removed::Advert),
    ("advert", Removed::Advert),
    ("advertisement", Removed::Advert),
    ("advertising", Removed::Advert),
    ("adverts", Removed::Advert),
    ("breadcrumb", Removed::Navigation),
    ("breadcrumbs", Removed::Navigation),
    ("captcha", Removed::Form),
    ("colophon", Removed::Footer),
    ("commentform", Removed::Comments),
    ("consent", Removed::Consent),
    ("cookie", Removed::Consent),
    ("cookiebot", Removed::Consent),
    ("cookies", Removed::Consent),
    ("didomi", Removed::Consent),
    ("disqus", Removed::Comments),
    ("editsection", Removed::Navigation),
    ("flyout", Removed::Dialog),
    ("gdpr", Removed::Consent),
    ("hamburger", Removed::Navigation),
    ("lightbox", Removed::Dialog),
    ("mainmenu", Removed::Navigation),
    ("megamenu", Removed::Navigation),
    ("minicart", Removed::Form),
    ("modal", Removed::Dialog),
    ("navbar", Removed::Navigation),
    ("navigation", Removed::Navigation),
    ("newsletter", Removed::SignUp),
    ("offcanvas", Removed::Navigation),
    ("onetrust", Removed::Consent),
    ("optin", Removed::SignUp),
    ("outbrain", Removed::Related),
    ("pagination", Removed::Navigation),
    ("popover", Removed::Dialog),
    ("popup", Removed::Dialog),
    ("recirc", Removed::Related),
    ("recirculation", Removed::Related),
    ("recommended", Removed::Related),
    ("relatedposts", Removed::Related),
    ("searchform", Removed::Form),
    ("sharedaddy", Removed::Share),
    ("sharethis", Removed::Share),
    ("shariff", Removed::Share),
    ("sidenav", Removed::Navigation),
    ("signup", Removed::SignUp),
    ("skiplink", Removed::Navigation),
    ("skiplinks", Removed::Navigation),
    ("snackbar", Removed::Dialog),
    ("socials", Removed::Share),
    ("submenu", Removed::Navigation),
    ("subnav", Removed::Navigation),
    ("subscribe", Removed::SignUp),
    ("taboola", Removed::Related),
    ("topnav", Removed::Navigation),
    ("trending", Removed::Related),
    ("usercentrics", Removed::Consent),
    ("visuallyhidden", Removed::Hidden),
    ("wishlist", Removed::Form),
];

/// Words that name clutter where a name begins or ends with them: `share-bar`, `post-share`, but not `market-share-chart`.
const AT_AN_END: [(&str, Removed); 16] = [
    ("ads", Removed::Advert),
    ("comments", Removed::Comments),
    ("copyright", Removed::Footer),
    ("footer", Removed::Footer),
    ("login", Removed::Form),
    ("masthead", Removed::Header),
    ("menu", Removed::Navigation),
    ("nav", Removed::Navigation),
    ("pager", Removed::Navigation),
    ("related", Removed::Related),
    ("respond", Removed::Comments),
    ("share", Removed::Share),
    ("sharing", Removed::Share),
    ("sidebar", Removed::Sidebar),
    ("social", Removed::Share),
    ("sponsored", Removed::Advert),
];

/// Words that name clutter side by side.
const PAIRS: [(&str, &str, Removed); 59] = [
    ("about", "author", Removed::AuthorBox),
    ("ad", "banner", Removed::Advert),
    ("ad", "block", Removed::Advert),
    ("ad", "box", Removed::Advert),
    ("ad", "container", Removed::Advert),
    ("ad", "holder", Removed::Advert),
    ("ad", "label", Removed::Advert),
    ("ad", "placeholder", Removed::Advert),
    ("ad", "slot", Removed::Advert),
    ("ad", "space", Removed::Advert),
    ("ad", "unit", Removed::Advert),
    ("ad", "wrap", Removed::Advert),
    ("ad", "wrapper", Removed::Advert),
    ("ad", "zone", Removed::Advert),
    ("article", "nav", Removed::Navigation),
    ("author", "bio", Removed::AuthorBox),
    ("author", "biography", Removed::AuthorBox),
    ("author", "box", Removed::AuthorBox),
    ("author", "card", Removed::AuthorBox),
    ("author", "profile", Removed::AuthorBox),
    ("bio", "box", Removed::AuthorBox),
    ("cart", "drawer", Removed::Dialog),
    ("comment", "form", Removed::Comments),
    ("comment", "respond", Removed::Comments),
    ("global", "footer", Removed::Footer),
    ("global", "header", Removed::Header),
    ("jp", "relatedposts", Removed::Related),
    ("log", "in", Removed::Form),
    ("mega", "menu", Removed::Navigation),
    ("mini", "cart", Removed::Dialog),
    ("more", "from", Removed::Related),
    ("more", "stories", Removed::Related),
    ("most", "popular", Removed::Related),
    ("most", "read", Removed::Related),
    ("post", "navigation", Removed::Navigation),
    ("reader", "text", Removed::Hidden),
    ("related", "articles", Removed::Related),
    ("related", "content", Removed::Related),
    ("related", "news", Removed::Related),
    ("related", "posts", Removed::Related),
    ("related", "products", Removed::Related),
    ("related", "stories", Removed::Related),
    ("reply", "form", Removed::Comments),
    ("search", "form", Removed::Form),
    ("share", "buttons", Removed::Share),
    ("sign", "in", Removed::Form),
    ("sign", "up", Removed::SignUp),
    ("site", "footer", Removed::Footer),
    ("site", "header", Removed::Header),
    ("skip", "link", Removed::Navigation),
    ("skip", "links", Removed::Navigation),
    ("skip", "to", Removed::Navigation),
    ("social", "links", Removed::Share),
    ("social", "media", Removed::Share),
    ("social", "share", Removed::Share),
    ("sr", "only", Removed::Hidden),
    ("table", "contents", Removed::Navigation),
    ("visually", "hidden", Removed::Hidden),
    ("you", "may", Removed::Related),
];

/// Words in order, as keys.
struct Keys<const N: usize>([Key; N]);

impl<const N: usize> Keys<N> {
    fn find(&self, token: &Token) -> Option<usize> {
        self.0.binary_search(&token.key()).ok()
    }
}

const fn keys<const N: usize>(words: [&str; N]) -> Keys<N> {
    let mut keys = [0; N];
    let mut index = 0;
    while index < N {
        keys[index] = key(words[index]);
        index += 1;
    }
    Keys(keys)
}

const fn words<const N: usize>(table: &[(&'static str, Removed); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut index = 0;
    while index < N {
        words[index] = table[index].0;
        index += 1;
    }
    words
}

const fn pairs() -> [(Key, Key); PAIRS.len()] {
    let mut keys = [(0, 0); PAIRS.len()];
    let mut index = 0;
    while index < PAIRS.len() {
        keys[index] = (key(PAIRS[index].0), key(PAIRS[index].1));
        index += 1;
    }
    keys
}

const fn sides<const N: usize>(pairs: &[(Key, Key); N]) -> ([Key; N], [Key; N]) {
    let (mut first, mut second) = ([0; N], [0; N]);
    let mut index = 0;
    while index < N {
        (first[index], second[index]) = pairs[index];
        index += 1;
    }
    (first, second)
}

static FOLDED_KEYS: Keys<{ FOLDED.len() }> = keys(FOLDED);
static NEUTRAL_KEYS: Keys<{ NEUTRAL.len() }> = keys(NEUTRAL);
static ANYWHERE_KEYS: Keys<{ ANYWHERE.len() }> = keys(words(&ANYWHERE));
static AT_AN_END_KEYS: Keys<{ AT_AN_END.len() }> = keys(words(&AT_AN_END));
static PAIRS_KEYS: [(Key, Key); PAIRS.len()] = pairs();

/// Of all words of names but those that are folded.
pub(super) static SHAPES: Shapes = {
    let (first, second) = sides(&pairs());
    let neutral = Shapes::none().with(&keys(NEUTRAL).0);
    neutral.with(&keys(words(&ANYWHERE)).0).with(&keys(words(&AT_AN_END)).0).with(&first).with(&second)
};

/// Whether a part's name says that readers unfold it.
pub(super) fn is_folded(token: &Token) -> bool {
    FOLDED_KEYS.find(token).is_some()
}

/// Whether a word makes a name say something else.
pub(super) fn is_neutral(token: &Token) -> bool {
    NEUTRAL_KEYS.find(token).is_some()
}

/// What a word names wherever it stands in a name.
pub(super) fn anywhere(token: &Token) -> Option<Removed> {
    ANYWHERE_KEYS.find(token).map(|index| ANYWHERE[index].1)
}

/// What a word names where a name begins or ends with it.
pub(super) fn at_an_end(token: &Token) -> Option<Removed> {
    AT_AN_END_KEYS.find(token).map(|index| AT_AN_END[index].1)
}

/// What two words name side by side.
pub(super) fn side_by_side(first: &Token, second: &Token) -> Option<Removed> {
    PAIRS_KEYS.binary_search(&(first.key(), second.key())).ok().map(|index| PAIRS[index].2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(NEUTRAL_KEYS.0.is_sorted() && FOLDED_KEYS.0.is_sorted());
        assert!(ANYWHERE_KEYS.0.is_sorted() && AT_AN_END_KEYS.0.is_sorted());
        assert!(PAIRS_KEYS.is_sorted());
    }
}
