//! Boxes that say "note", "warning" and the like, as documentation generators and site kits write them.

use super::token::{classes, has_word, words};
use crate::document::CalloutKind;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// Words that make a box a callout when its kind is named beside them.
const BOXES: &[&str] = &[
    "admonition",
    "admonitionblock",
    "alert",
    "callout",
    "notecard",
    "hint",
    "custom",
    "aside",
    "notice",
    "admon",
    "message",
    "infobox",
    "msg",
];

/// What a page calls a callout, and the kind that it is.
const KINDS: &[(&str, CalloutKind)] = &[
    ("note", CalloutKind::Note),
    ("info", CalloutKind::Note),
    ("information", CalloutKind::Note),
    ("abstract", CalloutKind::Note),
    ("summary", CalloutKind::Note),
    ("todo", CalloutKind::Note),
    ("question", CalloutKind::Note),
    ("example", CalloutKind::Note),
    ("quote", CalloutKind::Note),
    ("seealso", CalloutKind::Note),
    ("primary", CalloutKind::Note),
    ("secondary", CalloutKind::Note),
    ("light", CalloutKind::Note),
    ("default", CalloutKind::Note),
    ("tip", CalloutKind::Tip),
    ("hint", CalloutKind::Tip),
    ("success", CalloutKind::Tip),
    ("check", CalloutKind::Tip),
    ("important", CalloutKind::Important),
    ("warning", CalloutKind::Warning),
    ("warn", CalloutKind::Warning),
    ("attention", CalloutKind::Warning),
    ("caution", CalloutKind::Caution),
    ("danger", CalloutKind::Caution),
    ("error", CalloutKind::Caution),
    ("failure", CalloutKind::Caution),
    ("bug", CalloutKind::Caution),
];

/// The callout that an element is, if it is one.
pub(super) fn kind(tape: &Tape, id: ElementId) -> Option<CalloutKind> {
    if !matches!(tape.tag(id), Tag::Div | Tag::Aside | Tag::Section | Tag::Blockquote | Tag::Details | Tag::P | Tag::Figure | Tag::Other) {
        return None;
    }
    if let Some(named) = tape.attr(id, Attr::DataCallout) {
        return Some(of_word(named).unwrap_or(CalloutKind::Note));
    }
    let list: Vec<_> = classes(tape, id).collect();
    let is_aside = matches!(tape.tag(id), Tag::Aside | Tag::Details) && list.len() == 1 && of_word(list[0]).is_some();
    let is_box = list.iter().any(|class| is_box(class));
    if !is_aside && !is_box {
        return None;
    }
    // "hint" names the box before it names a kind of it: "hint hint--warning".
    let all = || list.iter().filter(|class| !class.starts_with("callout-style-")).flat_map(|class| words(class));
    let found = all().filter(|word| *word != "hint").find_map(of_word).or_else(|| all().find_map(of_word));
    found.or_else(|| has_word(tape, id, &["admonition", "callout"]).then_some(CalloutKind::Note))
}

/// A box's own class: the word first, as in "alert-info", or "custom-block"; not "callout-title" within one.
fn is_box(class: &str) -> bool {
    let mut parts = words(class);
    let first = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_part = words(class).any(|word| {
        ["title", "content", "icon", "body", "heading", "inner", "close", "link", "image", "quote"]
            .iter()
            .any(|part| word.eq_ignore_ascii_case(part))
    });
    if is_part {
        return false;
    }
    match first.as_str() {
        "custom" => class == "custom-block",
        "infobox" | "notice" => class.contains('-') || class == "notice",
        // Forums call posts and what is beside them messages too.
        "message" | "msg" => words(class).count() == 2 && words(class).nth(1).and_then(of_word).is_some(),
        "markdown" => class.starts_with("markdown-alert"),
        "theme" => class.starts_with("theme-admonition"),
        "starlight" => class.starts_with("starlight-aside"),
        first => BOXES.contains(&first),
    }
}

fn of_word(word: &str) -> Option<CalloutKind> {
    KINDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, kind)| *kind)
}

/// The element that is a callout's title: the first that holds text, if its class says so.
pub(super) fn title(tape: &Tape, id: ElementId) -> Option<ElementId> {
    let enters = tape.inside(id).iter().take(40).filter_map(|event| match *event {
        Event::Enter(child) => Some(child),
        _ => None,
    });
    enters.filter(|child| tape.tag(*child) != Tag::Svg).find(|child| {
        tape.tag(*child) == Tag::Summary
            || has_word(tape, *child, &["title", "heading", "admonitionHeading", "header"])
            || (tape.tag(*child) == Tag::Div && has_word(tape, *child, &["admonitionHeading"]))
            || classes(tape, *child).any(|class| class.starts_with("admonitionHeading"))
    })
}

/// Names of kinds that generators print where the author gives no title. Others ("See also", "Todo") say more than the kind.
const PRINTED: &[&str] = &["note", "info", "tip", "hint", "success", "important", "warning", "attention", "caution", "danger", "error"];

/// Whether a title only repeats what kind of callout it is.
pub(super) fn is_default_title(title: &str, kind: CalloutKind) -> bool {
    let title = title.trim_matches(|c: char| !c.is_alphanumeric());
    of_word(title) == Some(kind) && PRINTED.iter().any(|name| title.eq_ignore_ascii_case(name))
}
