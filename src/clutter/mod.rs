//! Clutter that one start tag gives away: its name, role, names and hiddenness, without what it holds.
//!
//! Both ways through the crate ask this: the stream that drops clutter as it passes, and the classifier, which also
//! knows what an element holds and overrules it where a page's main text would go.

mod tokens;
mod words;

use crate::article::Removed;
use crate::html::{Attr, Tag};

pub(crate) use tokens::{Key, Shapes, key, tokens};

use tokens::Token;
use words::{SHAPES, anywhere, at_an_end, is_neutral, side_by_side};

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
                shown |= is_panel(value);
                by_name = by_role(tag, value).or(by_name);
            }
            Attr::AriaModal if value.eq_ignore_ascii_case("true") => by_name = Some(Removed::Dialog),
            Attr::DataAdSlot | Attr::DataAdClient | Attr::DataGoogleQueryId | Attr::DataAd => by_name = Some(Removed::Advert),
            // React streams content into hidden boxes of such ids, and moves it into place by script.
            Attr::Id => {
                shown |= value.starts_with("S:");
                by_name = by_name.or_else(|| by_names(tag, value).filter(|reason| !names_a_target(tag, value, *reason)));
            }
            Attr::Class => {
                class = value;
                by_name = by_name.or_else(|| by_names(tag, value));
            }
            _ => {}
        }
    }
    let by_name = by_name.filter(|reason| !is_inline(tag) || may_be_inline(*reason));
    let is_folded = || tokens(class).any(|token| words::is_folded(&token));
    by_name.or((hidden && !shown && !is_folded()).then_some(Removed::Hidden))
}

/// Whether an element's attributes say that readers unfold it: what is hidden there is content.
pub(crate) fn is_folded<'a>(mut attrs: impl Iterator<Item = (Attr, &'a str)>) -> bool {
    attrs.any(|(attr, value)| match attr {
        Attr::Class => tokens(value).any(|token| words::is_folded(&token)),
        Attr::Role => is_panel(value),
        Attr::Hidden => value.eq_ignore_ascii_case("until-found"),
        Attr::Id => value.starts_with("S:"),
        _ => false,
    })
}

/// Roles of parts that readers unfold, one by one.
fn is_panel(role: &str) -> bool {
    matches!(role, "tabpanel" | "region")
}

/// Whether an id is only what links lead to: a heading's, that of a section about cookies, that where menus are skipped to.
fn names_a_target(tag: Tag, id: &str, reason: Removed) -> bool {
    tag.is_heading() || (tag == Tag::Section && reason == Removed::Consent) || (tag != Tag::A && id.starts_with("skip-to-"))
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

/// A name of more words is a heading's text made an id.
const MAX_WORDS: usize = 5;

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
        if SHAPES.may_have(&token) {
            if is_neutral(&token) {
                return None;
            }
            let pair = || before.as_ref().and_then(|before| side_by_side(before, &token));
            found = found.or_else(pair).or_else(|| anywhere(&token));
            if before.is_none() {
                first = at_an_end(&token);
            }
        }
        before = Some(token);
    }
    let last = before.and_then(|last| at_an_end(&last)).filter(|reason| *reason != Removed::Footer || !is_part_of_component(name));
    // A paragraph or a line of text is never clutter for a word at one end of a class: a theme may style it so.
    let at_end = match tag {
        Tag::P | Tag::Span | Tag::Td | Tag::Tr | Tag::Article | Tag::Table | Tag::Blockquote | Tag::Figure => None,
        _ => first.or(last),
    };
    found.or(at_end)
}

/// Whether a name is that of a part of a component, not of the page: `card__footer`, but not `site__footer`.
fn is_part_of_component(name: &str) -> bool {
    const PAGES: [&str; 5] = ["app", "global", "layout", "root", "site"];
    name.rsplit_once("__").is_some_and(|(component, _)| tokens(component).all(|token| !PAGES.contains(&token.as_str())))
}

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
