//! The words of classes and ids that name clutter.

use super::tokens::Shapes;
use crate::article::Removed;

/// Words for parts that readers unfold: what is hidden there is content.
pub(super) const FOLDED: &[&str] = &["accordion", "answer", "collapse", "collapsible", "expandable", "faq", "panel", "tab", "tabs"];

/// Words that make a name say something else than its other words do: `has-sidebar`, `category-newsletter`.
pub(super) const NEUTRAL: &[&str] = &[
    "body", "cat", "category", "content", "contents", "disable", "disabled", "enable", "enabled", "free", "has", "hide", "layout", "main",
    "no", "not", "overlay", "page", "postid", "show", "status", "sticky", "tag", "template", "term", "theme", "type", "with", "without",
];

/// Words that name clutter wherever they stand in a name.
pub(super) const ANYWHERE: &[(&str, Removed)] = &[
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
pub(super) const AT_AN_END: &[(&str, Removed)] = &[
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
pub(super) const PAIRS: &[(&str, &str, Removed)] = &[
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

const fn shapes() -> Shapes {
    let mut shapes = Shapes::none();
    let mut index = 0;
    while index < ANYWHERE.len() {
        shapes = shapes.with(ANYWHERE[index].0);
        index += 1;
    }
    index = 0;
    while index < AT_AN_END.len() {
        shapes = shapes.with(AT_AN_END[index].0);
        index += 1;
    }
    index = 0;
    while index < PAIRS.len() {
        shapes = shapes.with(PAIRS[index].0).with(PAIRS[index].1);
        index += 1;
    }
    index = 0;
    while index < NEUTRAL.len() {
        shapes = shapes.with(NEUTRAL[index]);
        index += 1;
    }
    shapes
}

/// Of all words that [`by_name`] looks for.
pub(super) const SHAPES: Shapes = shapes();

pub(super) fn lookup(table: &[(&str, Removed)], token: &str) -> Option<Removed> {
    table.binary_search_by_key(&token, |(word, _)| word).ok().map(|index| table[index].1)
}

pub(super) fn lookup_pair(first: &str, second: &str) -> Option<Removed> {
    PAIRS.binary_search_by_key(&(first, second), |&(first, second, _)| (first, second)).ok().map(|index| PAIRS[index].2)
}
