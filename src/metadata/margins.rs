//! Which parts of a page are margins: what they say is not of the page's own article.

use super::text::class_words;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};

/// Levels that are climbed to see where an element is.
const MAX_CLIMB: usize = 64;

/// Words of the classes and ids of regions that say nothing of the page's own article.
const ASIDE_WORDS: &[&str] = &[
    "comment",
    "comments",
    "related",
    "sidebar",
    "footer",
    "recommended",
    "recommendations",
    "trending",
    "popular",
    "newsletter",
    "nav",
    "navigation",
    "menu",
    "disqus",
    "respond",
    "recirculation",
    "teaser",
    "teasers",
    "carousel",
    "testimonial",
    "testimonials",
    "modal",
    "cookie",
    "promo",
    "latest",
    "breadcrumb",
    "breadcrumbs",
    "cart",
];

/// Words that make a class one of a layout, which may name the margins that it has.
const LAYOUT_WORDS: &[&str] = &["with", "has", "no", "layout", "page", "body", "main", "content", "open"];

/// Whether an element stands in the page's margins: menus, footers, comments, other articles' teasers. What is around an
/// article or the main part is not looked at.
pub(super) fn is_aside(tape: &Tape, id: ElementId) -> bool {
    for id in tape.ancestors(id).take(MAX_CLIMB) {
        let (tag, element) = (tape.tag(id), tape.element(id));
        let holds_page = ((element.exit - element.enter) as usize) * 2 > tape.events().len();
        if holds_page {
            continue;
        }
        if is_margin(tape, id) {
            return true;
        }
        match tag {
            Tag::Article | Tag::Main => return false,
            // Inside an article, footers and asides hold its own byline.
            Tag::Footer | Tag::Aside => {
                return !tape.ancestors(id).take(MAX_CLIMB).any(|id| matches!(tape.tag(id), Tag::Article | Tag::Main));
            }
            _ => {}
        }
    }
    false
}

/// Whether an element is a margin by its tag, role, class or id.
fn is_margin(tape: &Tape, id: ElementId) -> bool {
    matches!(tape.tag(id), Tag::Nav | Tag::Dialog | Tag::Template)
        || tape.attrs(id).any(|(attr, value)| match attr {
            Attr::Class | Attr::Id => value.split_ascii_whitespace().any(names_margin),
            Attr::Hidden => true,
            Attr::AriaHidden => value == "true",
            Attr::Role => matches!(value, "navigation" | "contentinfo" | "dialog"),
            _ => false,
        })
}

/// Whether a class is one of a margin. Modifiers (`article--sidebar-right`) and utilities (`md:[grid-area:sidebar]`)
/// are not, nor are a builder's own (`elementor-widget`).
fn names_margin(token: &str) -> bool {
    let block = token.split("--").next().unwrap_or_default();
    if block.contains([':', '[']) {
        return false;
    }
    let words = class_words(block);
    let holds = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    words.first().is_some_and(|word| word == "widget") || (holds(ASIDE_WORDS) && !holds(LAYOUT_WORDS))
}
