//! Poems and addresses in `pre`: lines of words, and no code.

use super::token::classes;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// Elements that lines of words hold; others, and classes on them, are a highlighter's.
const PLAIN: &[Tag] = &[Tag::A, Tag::B, Tag::Br, Tag::Em, Tag::I, Tag::Small, Tag::Strong, Tag::Sup];

/// More text than this is a plain-text document, whose layout is its own.
const MAX_BYTES: usize = 20_000;

/// Parts of the lines, in tenths: so many begin with a capital and have words in small letters, and fewer name a value.
const MOST: usize = 8;
const HALF: usize = 5;

/// Whether a `pre` holds lines of words alone.
pub(super) fn is_verse(tape: &Tape, id: ElementId) -> bool {
    let is_plain = |id: ElementId| PLAIN.contains(&tape.tag(id)) && tape.attr(id, Attr::Class).is_none();
    let holds_others = tape.inside(id).iter().any(|event| matches!(*event, Event::Enter(child) if !is_plain(child)));
    let is_named = classes(tape, id).next().is_some() || tape.element(id).parent.is_some_and(|parent| tape.tag(parent) == Tag::Code);
    !holds_others && !is_named && are_verses(&tape.text_content(id))
}

fn are_verses(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_allowed = |c: char| c.is_alphanumeric() || c == ' ' || ".,;:!?'\"’‘“”«»–—-…()、。，！？".contains(c);
    let share = |is: &dyn Fn(&str) -> bool| lines.iter().filter(|line| is(line)).count() * 10;
    let begins = |line: &str| line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let is_word = |word: &str| word.chars().skip(1).any(char::is_lowercase);
    let is_keyword = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let reads = |line: &str| line.split(' ').count() > 1 && line.split(' ').any(is_word) && !line.split(' ').next().is_some_and(is_keyword);
    let names_value = |line: &str| line.contains(": ");
    text.len() < MAX_BYTES
        && lines.len() > 1
        && lines.iter().all(|line| line.chars().all(is_allowed) && !line.contains("  ") && !line.contains("()"))
        && share(&begins) >= lines.len() * MOST
        && share(&reads) >= lines.len() * MOST
        && share(&names_value) < lines.len() * HALF
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verses_are_told_from_code() {
        assert!(are_verses(
            "The ferry goes at break of day,\n  And comes again at night;\n\nNo one who sees her on her way\n  Would have her out of sight.\n"
        ));
        assert!(are_verses("Jane Doe\n12 High Street\n1234 Example City"));
        for text in [
            "let a = 1;\nlet b = 2;",
            "SELECT name\nFROM ships",
            "sudo ufw default deny incoming\nsudo ufw enable",
            "Name: Ferry\nPort: North Port",
            "Ship   Cars\nAnna   40",
            "import java.util.List;\nimport java.util.Map;",
            "One line alone",
            "foo()\nBar()",
        ] {
            assert!(!are_verses(text), "{text}");
        }
    }
}
