//! Lines that pages print around their articles, in the languages that most pages are in: a table each, matched whole.

mod phrases;

use std::sync::LazyLock;

use foldhash::HashMap;

use crate::article::Removed;
use crate::words::Words;

use phrases::COUNTED;

static ALONE: LazyLock<HashMap<&str, Removed>> = LazyLock::new(|| each(phrases::ALONE).collect());
static HEADS: LazyLock<HashMap<&str, Removed>> = LazyLock::new(|| each(phrases::HEADS).collect());
/// In order, for the search for the longest.
static BEGINNINGS: LazyLock<Vec<(&str, Removed)>> = LazyLock::new(|| {
    let mut beginnings: Vec<_> = each(phrases::BEGINNINGS).collect();
    beginnings.sort_unstable_by_key(|(known, _)| *known);
    beginnings
});

/// The lines of a table, each with its reason.
fn each(table: &'static [(Removed, Words)]) -> impl Iterator<Item = (&'static str, Removed)> {
    table.iter().flat_map(|(reason, lines)| lines.iter().map(|line| (line, *reason)))
}

/// The longest line of the tables, in words.
pub(crate) const MAX_WORDS: u32 = 12;

/// The longest text that is looked at, in bytes: ten times the longest line of the tables.
const MAX_BYTES: usize = 1000;

/// Why a whole line goes that stands alone, if it is one of those that pages print.
pub(crate) fn alone(line: &str) -> Option<Removed> {
    let line = fold(line);
    ALONE.get(&*line).copied().or_else(|| is_count(&line).then_some(Removed::Share))
}

/// Why what a line heads goes with it, if it is one of those that pages print.
pub(crate) fn heads(line: &str) -> Option<Removed> {
    HEADS.get(&*fold(line)).copied()
}

/// Case, and marks around a line, do not matter. Nothing is left of one that is none, by its length.
fn fold(line: &str) -> String {
    if line.len() > MAX_BYTES {
        return String::new();
    }
    written_once(line.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// A text as the tables have it: in lower case, with one apostrophe, one i where Turkish has two, and a space where Persian
/// joins words without one.
fn written_once(text: &str) -> String {
    const DOT_ABOVE: char = '\u{307}';
    const JOINED: char = '\u{200c}';
    let lower = text.to_lowercase();
    let chars = lower.chars().filter(|c| *c != DOT_ABOVE).map(|c| match c {
        '’' => '\'',
        'ı' => 'i',
        JOINED => ' ',
        c => c,
    });
    chars.collect()
}

/// Whether a line only counts what readers did: "17 likes".
fn is_count(line: &str) -> bool {
    let Some((count, what)) = line.split_once(' ') else { return false };
    let is_number =
        count.starts_with(|c: char| c.is_ascii_digit()) && count.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | 'k' | 'm'));
    is_number && COUNTED.has(what)
}

/// Why a short line goes that begins in a known way: it leads elsewhere.
pub(crate) fn beginning(text: &str) -> Option<Removed> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let text = written_once(text.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let at = BEGINNINGS.partition_point(|(known, _)| *known <= text.as_str());
    // Of the beginnings before it in order, the nearest that it has: shorter ones stand further up.
    BEGINNINGS[..at].iter().rev().take(NEAR).find(|(known, _)| text.starts_with(known)).map(|(_, reason)| *reason)
}

/// How many beginnings may stand in order between a line and its own.
const NEAR: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_one_reason() {
        for table in [phrases::ALONE, phrases::HEADS, phrases::BEGINNINGS] {
            let lines: std::collections::HashSet<&str> = each(table).map(|(line, _)| line).collect();
            assert_eq!(lines.len(), each(table).count());
            assert!(lines.iter().all(|line| line.trim() == *line && !line.is_empty()));
        }
    }

    #[test]
    fn counts_of_what_readers_did_are_no_text() {
        assert_eq!(alone("1.2k Likes"), Some(Removed::Share));
        assert_eq!(alone("17 likes a day"), None);
        assert_eq!(alone("3 eggs"), None);
    }

    #[test]
    fn lines_are_matched_whole_and_without_their_marks() {
        assert_eq!(heads("» Related Articles:"), Some(Removed::Related));
        assert_eq!(heads("Don’t miss"), Some(Removed::Related));
        let whole = "Related articles of the constitution";
        assert_eq!((alone(whole), heads(whole)), (None, None));
        assert_eq!(beginning("READ MORE: Mills ask again"), Some(Removed::Related));
        assert_eq!(beginning("Reading is good"), None);
        assert_eq!(heads("关于作者"), Some(Removed::AuthorBox));
    }
}
