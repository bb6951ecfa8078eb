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

/// A mark's element holds few others.
const MARK_EVENTS: usize = 8;

/// Whether an element shows but a mark, such as the point between a date and a count: without it what it parts still stands
/// apart.
pub(super) fn is_mark(tape: &Tape, id: ElementId) -> bool {
    let inside = tape.inside(id);
    let mut texts = inside.iter().filter_map(|event| match *event {
        Event::Text(text) => Some(tape.text(text).trim()).filter(|text| !text.is_empty()),
        _ => None,
    });
    let is_mark = |text| matches!(text, "·" | "•" | "∙" | "⋅" | "|" | "/" | "-" | "–" | "—");
    inside.len() <= MARK_EVENTS && texts.next().is_some_and(is_mark) && texts.next().is_none()
}

/// Whether an element is the title of the text right after it, as in `<li><b>Four times a day</b>The ferry …`: what its block
/// begins with, before a sentence that begins anew.
pub(super) fn ends_title(tape: &Tape, id: ElementId) -> bool {
    let element = tape.element(id);
    let (before, after) = (&tape.events()[..element.enter as usize], tape.events().get(element.exit as usize + 1));
    let Some(Event::Text(next)) = after else { return false };
    let is_blank = |event: &&Event| matches!(event, Event::Text(text) if tape.text(*text).trim().is_empty());
    let opens = matches!(before.iter().rev().find(|event| !is_blank(event)), Some(Event::Enter(parent)) if tape.tag(*parent).is_block());
    opens && is_title_before(&tape.text_content(id), tape.text(*next))
}

fn is_title_before(title: &str, text: &str) -> bool {
    let mut next = text.chars();
    let begins =
        next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(|second| !second.is_uppercase()) && text.contains(' ');
    let is_phrase = title.trim_start().contains(' ') && title.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    begins && (is_phrase || title.ends_with(['.', '?', '!', ':']))
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
        // A post's number.
        _ if first == '#' => is_word && second.is_some_and(|c| c.is_ascii_digit()),
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
            ("Jul 14, 2013", "#11"),
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

    #[test]
    fn titles_are_apart_from_their_texts() {
        assert!(is_title_before("Global Partnerships", "We have built a strong network."));
        assert!(is_title_before("01.", "Can it sail?"));
        assert!(!is_title_before("Better", "Help vs. others"));
        assert!(!is_title_before("O", "nce upon a time"));
        assert!(!is_title_before("the ferry", ", which sails"));
    }
}
