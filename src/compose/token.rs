//! Class names and ids as whole words, since `ad` is no part of `header`.

use crate::html::Attr;
use crate::tape::{ElementId, Tape};

/// The element's classes, as they stand.
pub(super) fn classes(tape: &Tape, id: ElementId) -> impl Iterator<Item = &str> {
    tape.attr(id, Attr::Class).unwrap_or_default().split_ascii_whitespace()
}

/// Whether one of the element's classes is one of these, letter case aside.
pub(super) fn has_class(tape: &Tape, id: ElementId, names: &[&str]) -> bool {
    classes(tape, id).any(|class| names.iter().any(|name| class.eq_ignore_ascii_case(name)))
}

/// The words of a name: split at anything but letters and digits.
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether one of the words of the element's classes is one of these, letter case aside.
pub(super) fn has_word(tape: &Tape, id: ElementId, list: &[&str]) -> bool {
    classes(tape, id).flat_map(words).any(|word| list.iter().any(|name| word.eq_ignore_ascii_case(name)))
}
