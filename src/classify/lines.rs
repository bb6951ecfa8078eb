//! Lines that pages print around their articles, in the languages that most pages are in: a table each, matched whole.

mod phrases;

use crate::article::Removed;

use phrases::{ALONE, BEGINNINGS, COUNTED, HEADS};

/// What a line of text means that stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Why the line goes where it heads nothing.
    pub(crate) alone: Option<Removed>,
    /// Why what it heads goes with it.
    pub(crate) heads: Option<Removed>,
}

/// The longest line of the tables, in words.
pub(crate) const MAX_WORDS: u32 = 12;

/// What a whole line means, if it is one of those that pages print. Case, and marks around it, do not matter.
pub(crate) fn line(text: &str) -> Line {
    let text = written_once(text.trim_matches(|c: char| !c.is_alphanumeric()));
    Line { alone: lookup(ALONE, &text).or_else(|| is_count(&text).then_some(Removed::Share)), heads: lookup(HEADS, &text) }
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
    is_number && COUNTED.binary_search(&what).is_ok()
}

/// Why a short line goes that begins in a known way: it leads elsewhere.
pub(crate) fn beginning(text: &str) -> Option<Removed> {
    let text = written_once(text.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let at = BEGINNINGS.partition_point(|(known, _)| *known <= text.as_str());
    // Of the beginnings before it in order, the nearest that it has: shorter ones stand further up.
    BEGINNINGS[..at].iter().rev().take(NEAR).find(|(known, _)| text.starts_with(known)).map(|(_, reason)| *reason)
}

/// How many beginnings may stand in order between a line and its own.
const NEAR: usize = 6;

fn lookup(table: &[(&str, Removed)], line: &str) -> Option<Removed> {
    table.binary_search_by_key(&line, |(known, _)| known).ok().map(|index| table[index].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [ALONE, HEADS, BEGINNINGS] {
            assert!(table.is_sorted_by_key(|(line, _)| line));
        }
    }

    #[test]
    fn counts_of_what_readers_did_are_no_text() {
        assert!(COUNTED.is_sorted());
        assert_eq!(line("1.2k Likes").alone, Some(Removed::Share));
        assert_eq!(line("17 likes a day").alone, None);
        assert_eq!(line("3 eggs").alone, None);
    }

    #[test]
    fn lines_are_matched_whole_and_without_their_marks() {
        assert_eq!(line("» Related Articles:").heads, Some(Removed::Related));
        assert_eq!(line("Don’t miss").heads, Some(Removed::Related));
        assert_eq!(line("Related articles of the constitution"), Line { alone: None, heads: None });
        assert_eq!(beginning("READ MORE: Mills ask again"), Some(Removed::Related));
        assert_eq!(beginning("Reading is good"), None);
        assert_eq!(line("关于作者").heads, Some(Removed::AuthorBox));
    }
}
