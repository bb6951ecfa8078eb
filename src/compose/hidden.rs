//! Inline parts that no reader sees, or that only a script's reader hears.

use super::token::has_class;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

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

/// Classes of what only small screens show, by Bootstrap, Foundation, Tailwind and by hand.
const SMALL_SCREENS: &[&str] = &[
    "visible-xs",
    "visible-xs-inline",
    "visible-sm",
    "mobile-only",
    "only-mobile",
    "show-mobile",
    "d-sm-none",
    "d-md-none",
    "d-lg-none",
    "sm:hidden",
    "md:hidden",
    "lg:hidden",
    "hidden-desktop",
    "desktop-hidden",
    "hide-desktop",
    "show-for-small-only",
    "show-for-small",
    "hide-for-medium",
];

/// Classes of what only large screens show.
const LARGE_SCREENS: &[&str] = &[
    "hidden-xs",
    "hidden-sm",
    "desktop-only",
    "only-desktop",
    "show-desktop",
    "d-none",
    "hidden",
    "hidden-mobile",
    "mobile-hidden",
    "hide-mobile",
    "hide-for-small-only",
    "hide-for-small",
    "show-for-medium",
];

/// Whether an inline element says for small screens what the one beside it says for large ones.
pub(super) fn is_for_small_screens(tape: &Tape, id: ElementId) -> bool {
    !tape.tag(id).is_block() && has_class(tape, id, SMALL_SCREENS) && beside(tape, id).any(|other| has_class(tape, other, LARGE_SCREENS))
}

/// The elements right before and after one.
fn beside(tape: &Tape, id: ElementId) -> impl Iterator<Item = ElementId> {
    let element = tape.element(id);
    let is_white = |event: &&Event| matches!(**event, Event::Text(text) if tape.text(text).trim().is_empty());
    let before = tape.events()[..element.enter as usize].iter().rev().take(2).find(|event| !is_white(event));
    let after = tape.events()[element.exit as usize + 1..].iter().take(2).find(|event| !is_white(event));
    let before = before.and_then(|event| if let Event::Exit(other) = *event { Some(other) } else { None });
    let after = after.and_then(|event| if let Event::Enter(other) = *event { Some(other) } else { None });
    before.into_iter().chain(after)
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

/// What a heading's link to the page's start says.
const TOP_MARKS: &[&str] =
    &["top", "back to top", "to top", "return to top", "nach oben", "zum seitenanfang", "haut de page", "volver arriba", "↑", "^"];

/// Whether a link in a heading, beside its words, leads back to the page's start.
fn is_way_up(tape: &Tape, id: ElementId, text: &str) -> bool {
    let heading = tape.ancestors(id).skip(1).take(3).find(|id| tape.tag(*id).is_heading());
    TOP_MARKS.contains(&text) && heading.is_some_and(|heading| tape.text_content(heading).trim().chars().count() > text.chars().count())
}

/// A heading's or term's link to itself, for copying its address; or to the page's start.
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
    leads_within
        && (is_way_up(tape, id, &text)
            || PERMALINK_MARKS.contains(&text.as_str()) && (named || !text.is_empty())
            || (named && text.chars().count() <= 2))
}
