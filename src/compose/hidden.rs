//! Inline parts that no reader sees, or that only a script's reader hears.

use super::token::has_class;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};

/// Classes by which pages keep text off the screen.
const OFF_SCREEN: &[&str] = &[
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screenreader",
    "screen-reader-only",
    "assistive-text",
    "a11y-hidden",
    "u-visually-hidden",
    "element-invisible",
    "hidden-visually",
    "is-visually-hidden",
    "show-for-sr",
    "mw-cite-backlink",
    "mw-editsection",
    "margin-toggle",
];

/// Whether an inline element is not shown. Hidden blocks are the plan's matter: some are only not shown yet.
pub(super) fn is_hidden(tape: &Tape, id: ElementId) -> bool {
    let hidden = || tape.attr(id, Attr::Hidden).is_some_and(|value| !value.eq_ignore_ascii_case("until-found"));
    let styled_away = || !tape.tag(id).is_math() && tape.attr(id, Attr::Style).is_some_and(hides);
    !tape.tag(id).is_block() && (has_class(tape, id, OFF_SCREEN) || hidden() || styled_away())
}

fn hides(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let (name, value) = (name.trim(), value.trim());
        let value = value.split('!').next().unwrap_or_default().trim();
        (name.eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none"))
            || (name.eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden"))
    })
}

/// Marks that a heading's link to itself shows.
const PERMALINK_MARKS: &[&str] = &["", "¶", "#", "§", "🔗", "⚓", "∞", "↩", "link", "permalink", "direct link"];

/// A heading's or term's link to itself, for copying its address.
pub(super) fn is_permalink(tape: &Tape, id: ElementId) -> bool {
    if tape.tag(id) != Tag::A || tape.inside(id).len() > 12 {
        return false;
    }
    let leads_within = tape.attr(id, Attr::Href).is_none_or(|href| href.contains('#'));
    let text = tape.text_content(id);
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')).to_lowercase();
    let named = has_class(
        tape,
        id,
        &["headerlink", "hash-link", "permalink", "anchor-link", "anchorjs-link", "header-anchor", "heading-anchor", "anchorlink"],
    );
    leads_within && (PERMALINK_MARKS.contains(&text.as_str()) && (named || !text.is_empty()) || (named && text.chars().count() <= 2))
}
