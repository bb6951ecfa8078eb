//! Which parts of a page are margins: what they say is not of the page's own article.

use std::cell::Cell;

use super::text::{class_words, is_among};
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
const LAYOUT_WORDS: &[&str] = &["with", "has", "no", "layout", "page", "body", "main", "content", "open", "under", "below", "above"];

/// A page's margins: menus, footers, comments, other articles' teasers.
pub(super) struct Margins<'a> {
    pub(super) tape: &'a Tape,
    /// Whether each element is a margin by itself, once that was asked: those near the root are asked of for all.
    known: Vec<Cell<Option<bool>>>,
}

impl<'a> Margins<'a> {
    pub(super) fn new(tape: &'a Tape) -> Self {
        Self { tape, known: vec![Cell::new(None); tape.elements().len()] }
    }

    /// Whether an element stands in a margin. What is around an article or the main part is not looked at.
    pub(super) fn hold(&self, id: ElementId) -> bool {
        let tape = self.tape;
        for id in tape.ancestors(id).take(MAX_CLIMB) {
            let (tag, element) = (tape.tag(id), tape.element(id));
            let holds_page = ((element.exit - element.enter) as usize) * 2 > tape.events().len();
            if holds_page {
                continue;
            }
            if self.is_margin(id) {
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

    fn is_margin(&self, id: ElementId) -> bool {
        let known = &self.known[id.index()];
        known.get().unwrap_or_else(|| {
            let answer = is_margin(self.tape, id);
            known.set(Some(answer));
            answer
        })
    }
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
    let words: Vec<&str> = class_words(block).collect();
    let holds = |list: &[&str]| words.iter().any(|word| is_among(list, word));
    let is_widget = words.first().is_some_and(|word| word.eq_ignore_ascii_case("widget"));
    is_widget || (holds(ASIDE_WORDS) && !holds(LAYOUT_WORDS))
}
