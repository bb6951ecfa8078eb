//! Where two inline elements touch in the source and stand apart on the page: style alone parts a name from a date.

use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// Whether an element touches the one before it without a space, and both are data of their own: brand and model, year and
/// length, number and date. Parts of one word ("You" and "Tube", an initial and its word, digits) stay together.
pub(super) fn parts(tape: &Tape, id: ElementId) -> bool {
    let element = tape.element(id);
    let Some(Event::Exit(before)) = element.enter.checked_sub(1).map(|at| tape.events()[at as usize]) else { return false };
    if tape.element(before).parent != element.parent || !is_styled(tape, before) || !is_styled(tape, id) {
        return false;
    }
    let text = |event: &Event| match *event {
        Event::Text(text) => Some(tape.text(text)).filter(|text| !text.is_empty()),
        _ => None,
    };
    let (left, right) = (tape.inside(before).iter().rev().find_map(text), tape.inside(id).iter().find_map(text));
    left.zip(right).is_some_and(|(left, right)| are_apart(left, right))
}

/// Elements that a style sheet may set apart: those of plain emphasis it seldom does.
fn is_styled(tape: &Tape, id: ElementId) -> bool {
    match tape.tag(id) {
        Tag::A | Tag::Time => true,
        Tag::Span | Tag::Small | Tag::B | Tag::Strong | Tag::Em | Tag::I | Tag::Label => tape.attr(id, Attr::Class).is_some(),
        _ => false,
    }
}

/// A shorter text may be the start of a word: "Mc", "You".
const MIN_CHARS: usize = 4;

fn are_apart(left: &str, right: &str) -> bool {
    let (Some(last), mut next) = (left.chars().next_back(), right.chars()) else { return false };
    let (Some(first), second) = (next.next(), next.next()) else { return false };
    let is_word = left.chars().count() >= MIN_CHARS;
    let begins_name = first.is_uppercase() && second.is_none_or(|second| !second.is_uppercase());
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    match last {
        ')' | ']' | '%' => first.is_uppercase() || first.is_ascii_digit(),
        ':' => !left.ends_with("::") && begins_name,
        c if c.is_ascii_digit() && first.is_ascii_digit() => !is_number(left) || !is_number(right),
        c if c.is_ascii_digit() => first.is_uppercase() && (is_word || begins_name && right.contains(' ')),
        c if c.is_lowercase() => is_word && (first.is_uppercase() || first.is_ascii_digit()),
        c if c.is_uppercase() => begins_name && second.is_some() && left.chars().rev().take(2).all(char::is_uppercase) && is_word,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_are_apart_and_parts_of_words_are_not() {
        for (left, right) in [
            ("Merrell", "Moab 3"),
            ("1994", "2h 22m"),
            ("[#1]", "2006-05-04"),
            ("$123.95", "Was $154.95"),
            ("Luke Gaspar", "Field Engineer"),
            ("Drake Maye", "295"),
            ("HOKA", "Kaha 3"),
            ("SKU: CAR714", "MFR: 7343"),
            ("Author:", "Jane Doe"),
        ] {
            assert!(are_apart(left, right), "{left}|{right}");
        }
        for (left, right) in [
            ("You", "Tube"),
            ("S", "pecific"),
            ("1", "2"),
            ("19", "99"),
            ("AC", "TUARIAL"),
            ("ACTU", "ARIAL"),
            ("string", "[]"),
            ("std::", "Vec"),
            ("CO", "2"),
            ("10:", "30"),
            ("1", "st"),
        ] {
            assert!(!are_apart(left, right), "{left}|{right}");
        }
    }
}
