//! Clutter that one start tag gives away: its name, role, names and hiddenness, without what it holds.
//!
//! Both ways through the crate ask this: the stream that drops clutter as it passes, and the classifier, which also
//! knows what an element holds and overrules it where a page's main text would go.

use crate::article::Removed;
use crate::html::{Attr, Tag};

/// Why an element with this start tag is clutter whatever it holds; `None` for most. `attrs` are decoded.
///
/// Readers' comments are among it, and on a forum page they may be the content: who knows the page must decide.
pub(crate) fn clutter<'a>(tag: Tag, attrs: impl IntoIterator<Item = (Attr, &'a str)>) -> Option<Removed> {
    let by_tag = by_tag(tag);
    if by_tag.is_some() || matches!(tag, Tag::Html | Tag::Body | Tag::Head | Tag::Main) || is_data(tag) {
        return by_tag;
    }
    let mut shown = false;
    let mut class = "";
    let mut hidden = false;
    let mut by_name = None;
    for (attr, value) in attrs {
        match attr {
            Attr::Hidden => hidden |= !value.eq_ignore_ascii_case("until-found"),
            Attr::Style => hidden |= hides(value),
            Attr::Role => {
                shown |= value == "tabpanel";
                by_name = by_role(tag, value).or(by_name);
            }
            Attr::AriaModal if value.eq_ignore_ascii_case("true") => by_name = Some(Removed::Dialog),
            Attr::DataAdSlot | Attr::DataAdClient | Attr::DataGoogleQueryId | Attr::DataAd => by_name = Some(Removed::Advert),
            // React streams content into hidden boxes of such ids, and moves it into place by script.
            Attr::Id => {
                shown |= value.starts_with("S:");
                by_name = by_name.or_else(|| by_names(tag, value).filter(|_| !tag.is_heading()));
            }
            Attr::Class => {
                class = value;
                by_name = by_name.or_else(|| by_names(tag, value));
            }
            _ => {}
        }
    }
    let by_name = by_name.filter(|reason| !is_inline(tag) || may_be_inline(*reason));
    let is_folded = || tokens(class).any(|token| FOLDED.binary_search(&token.as_str()).is_ok());
    by_name.or((hidden && !shown && !is_folded()).then_some(Removed::Hidden))
}

/// Whether an element's attributes say that readers unfold it: what is hidden there is content.
pub(crate) fn is_folded<'a>(mut attrs: impl Iterator<Item = (Attr, &'a str)>) -> bool {
    attrs.any(|(attr, value)| match attr {
        Attr::Class => tokens(value).any(|token| FOLDED.binary_search(&token.as_str()).is_ok()),
        Attr::Role => value == "tabpanel",
        Attr::Hidden => value.eq_ignore_ascii_case("until-found"),
        Attr::Id => value.starts_with("S:"),
        _ => false,
    })
}

/// Elements that say nothing of clutter by their names: parts of tables, metadata and single controls.
const fn is_data(tag: Tag) -> bool {
    matches!(tag, Tag::Meta | Tag::Link | Tag::Base | Tag::Title | Tag::Col | Tag::Colgroup | Tag::Tbody | Tag::Thead | Tag::Br)
}

/// Elements that mostly stand inside sentences.
const fn is_inline(tag: Tag) -> bool {
    tag.is_formatting()
        || matches!(tag, Tag::Span | Tag::Time | Tag::Cite | Tag::Abbr | Tag::Mark | Tag::Sub | Tag::Sup | Tag::Q | Tag::Ins)
}

/// Reasons that also hold inside a sentence: there, a link named for the pop-up that it opens is a link.
const fn may_be_inline(reason: Removed) -> bool {
    matches!(reason, Removed::Hidden | Removed::Navigation | Removed::Share | Removed::Advert)
}

const fn by_tag(tag: Tag) -> Option<Removed> {
    Some(match tag {
        Tag::Nav | Tag::Menu => Removed::Navigation,
        Tag::Footer => Removed::Footer,
        Tag::Dialog => Removed::Dialog,
        Tag::Search | Tag::Select | Tag::Datalist | Tag::Textarea | Tag::Input | Tag::Progress | Tag::Meter => Removed::Form,
        Tag::Script | Tag::Style => Removed::Code,
        _ => return None,
    })
}

fn by_role(tag: Tag, role: &str) -> Option<Removed> {
    Some(match role.trim() {
        "navigation" | "menu" | "menubar" | "toolbar" => Removed::Navigation,
        "contentinfo" => Removed::Footer,
        "banner" => Removed::Header,
        "complementary" => Removed::Sidebar,
        "dialog" | "alertdialog" | "tooltip" | "status" => Removed::Dialog,
        "search" | "searchbox" | "combobox" | "listbox" | "option" | "radiogroup" => Removed::Form,
        _ => return None,
    })
    .filter(|_| tag != Tag::Article)
}

/// Whether an inline style takes the element off the page. Spaces may stand anywhere but inside words.
fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let Some((name, value)) = declaration.split_once(':') else { return false };
        let value = value.trim();
        match name.trim() {
            "display" => value.get(..4).is_some_and(|none| none.eq_ignore_ascii_case("none")),
            "visibility" => value.get(..6).is_some_and(|hidden| hidden.eq_ignore_ascii_case("hidden")),
            _ => false,
        }
    })
}

/// The first reason that an element's classes, or its id, give.
fn by_names(tag: Tag, names: &str) -> Option<Removed> {
    names.split_ascii_whitespace().find_map(|name| by_name(tag, name))
}

fn by_name(tag: Tag, name: &str) -> Option<Removed> {
    let (mut found, mut first) = (None, None);
    let mut before: Option<Token> = None;
    for (index, token) in tokens(name).enumerate() {
        if index == MAX_WORDS {
            return None;
        }
        let text = token.as_str();
        if !SHAPES.may_have(text) {
            before = Some(token);
            continue;
        }
        if NEUTRAL.binary_search(&text).is_ok() {
            return None;
        }
        let pair = before.as_ref().and_then(|before| lookup_pair(before.as_str(), text));
        found = found.or(pair).or_else(|| lookup(ANYWHERE, text));
        if before.is_none() {
            first = lookup(AT_AN_END, text);
        }
        before = Some(token);
    }
    let last = before.and_then(|last| lookup(AT_AN_END, last.as_str()));
    // A paragraph or a line of text is never clutter for a word at one end of a class: a theme may style it so.
    let at_an_end = match tag {
        Tag::P | Tag::Span | Tag::Td | Tag::Tr | Tag::Article | Tag::Table | Tag::Blockquote | Tag::Figure => None,
        _ => first.or(last),
    };
    found.or(at_an_end)
}

/// The lengths of a table's words, a bit each, by first letter: tells most words from all of a table's at a glance.
pub(crate) struct Shapes([u32; 26]);

impl Shapes {
    pub(crate) const fn none() -> Self {
        Self([0; 26])
    }

    /// These shapes and a word's.
    pub(crate) const fn with(mut self, word: &str) -> Self {
        let bytes = word.as_bytes();
        if !bytes.is_empty() && bytes[0].is_ascii_lowercase() {
            self.0[(bytes[0] - b'a') as usize] |= 1 << bytes.len();
        }
        self
    }

    pub(crate) fn may_have(&self, word: &str) -> bool {
        let first = word.as_bytes().first().filter(|first| first.is_ascii_lowercase());
        first.is_some_and(|first| self.0[usize::from(first - b'a')] & (1 << word.len()) != 0)
    }
}

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
const SHAPES: Shapes = shapes();

fn lookup(table: &[(&str, Removed)], token: &str) -> Option<Removed> {
    table.binary_search_by_key(&token, |(word, _)| word).ok().map(|index| table[index].1)
}

fn lookup_pair(first: &str, second: &str) -> Option<Removed> {
    PAIRS.binary_search_by_key(&(first, second), |&(first, second, _)| (first, second)).ok().map(|index| PAIRS[index].2)
}

/// A name of more words is a heading's text made an id.
const MAX_WORDS: usize = 5;

/// Longer parts of names are none of the words that the tables have.
const MAX_TOKEN_BYTES: usize = 16;

/// A part of a name in lower case, on the stack.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    bytes: [u8; MAX_TOKEN_BYTES],
    length: u8,
}

impl Token {
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

/// The words of a class or id: it parts at punctuation, digits and changes of case (`relatedPosts`, `related_posts-2`).
pub(crate) fn tokens(name: &str) -> impl Iterator<Item = Token> {
    let bytes = name.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !bytes[at].is_ascii_alphabetic() {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_alphabetic() && (at == start || !starts_word(bytes, at)) {
            at += 1;
        }
        let word = &bytes[start..at];
        let mut token = Token { bytes: [0; MAX_TOKEN_BYTES], length: 0 };
        if word.len() <= MAX_TOKEN_BYTES {
            token.bytes[..word.len()].copy_from_slice(word);
            token.bytes.make_ascii_lowercase();
            token.length = word.len() as u8;
        }
        (!word.is_empty()).then_some(token)
    })
}

/// Whether a capital letter at `at` begins a word: `postBody`, and `Body` in `HTMLBody`.
fn starts_word(bytes: &[u8], at: usize) -> bool {
    let is_lower = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_lowercase);
    bytes[at].is_ascii_uppercase() && (is_lower(at - 1) || is_lower(at + 1))
}

/// Words for parts that readers unfold: what is hidden there is content.
const FOLDED: &[&str] = &["accordion", "answer", "collapse", "collapsible", "expandable", "faq", "panel", "tab", "tabs"];

/// Words that make a name say something else than its other words do: `has-sidebar`, `category-newsletter`.
const NEUTRAL: &[&str] = &[
    "body", "cat", "category", "content", "contents", "disable", "disabled", "enable", "enabled", "free", "has", "hide", "layout", "main",
    "no", "not", "overlay", "page", "postid", "show", "status", "sticky", "tag", "template", "term", "theme", "type", "with", "without",
];

/// Words that name clutter wherever they stand in a name.
const ANYWHERE: &[(&str, Removed)] = &[
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
const AT_AN_END: &[(&str, Removed)] = &[
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
const PAIRS: &[(&str, &str, Removed)] = &[
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tag: Tag, attrs: &[(Attr, &str)]) -> Option<Removed> {
        clutter(tag, attrs.iter().copied())
    }

    fn class(name: &str) -> Option<Removed> {
        check(Tag::Div, &[(Attr::Class, name)])
    }

    #[test]
    fn tables_are_sorted() {
        assert!(NEUTRAL.is_sorted() && FOLDED.is_sorted());
        assert!(ANYWHERE.is_sorted_by_key(|(word, _)| word));
        assert!(AT_AN_END.is_sorted_by_key(|(word, _)| word));
        assert!(PAIRS.is_sorted_by_key(|(first, second, _)| (first, second)));
    }

    #[test]
    fn names_part_at_punctuation_digits_and_case() {
        let split = |name: &str| tokens(name).map(|token| token.as_str().to_owned()).collect::<Vec<_>>().join(" ");
        assert_eq!(split("relatedPosts_2-col"), "related posts col");
        assert_eq!(split("HTMLBody"), "html body");
        assert_eq!(split("--é--"), "");
    }

    #[test]
    fn names_are_matched_by_whole_words() {
        assert_eq!(class("post-share"), Some(Removed::Share));
        assert_eq!(class("shareholders"), None);
        assert_eq!(class("article-body has-sidebar"), None);
        assert_eq!(class("left sidebar"), Some(Removed::Sidebar));
        assert_eq!(class("cookieBanner"), Some(Removed::Consent));
        assert_eq!(class("entry category-newsletter"), None);
        assert_eq!(class("screen-reader-text"), Some(Removed::Hidden));
    }

    #[test]
    fn hidden_is_clutter_unless_streamed_or_to_be_found() {
        assert_eq!(check(Tag::Div, &[(Attr::Hidden, "")]), Some(Removed::Hidden));
        assert_eq!(check(Tag::Div, &[(Attr::Hidden, ""), (Attr::Id, "S:1")]), None);
        assert_eq!(check(Tag::Div, &[(Attr::Hidden, "until-found")]), None);
        assert_eq!(check(Tag::Div, &[(Attr::Style, "color:red; display : none")]), Some(Removed::Hidden));
        assert_eq!(check(Tag::P, &[(Attr::Style, "display:block")]), None);
    }

    #[test]
    fn roles_and_tags() {
        assert_eq!(check(Tag::Nav, &[]), Some(Removed::Navigation));
        assert_eq!(check(Tag::Div, &[(Attr::Role, "contentinfo")]), Some(Removed::Footer));
        assert_eq!(check(Tag::Body, &[(Attr::Class, "sidebar")]), None);
        assert_eq!(check(Tag::Form, &[]), None);
    }
}
