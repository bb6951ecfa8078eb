//! Lines that pages print around their articles, in the languages that most pages are in: a table each, matched whole.

mod phrases;

use crate::article::Removed;

use phrases::{ALONE, BEGINNINGS, COUNTED, HEADS};

/// The longest line of the tables, in words.
pub(crate) const MAX_WORDS: u32 = 12;

/// Why a whole line goes that stands alone, if it is one of those that pages print.
pub(crate) fn alone(line: &str) -> Option<Removed> {
    let line = fold(line);
    lookup(ALONE, &line).or_else(|| is_count(&line).then_some(Removed::Share))
}

/// Why what a line heads goes with it, if it is one of those that pages print.
pub(crate) fn heads(line: &str) -> Option<Removed> {
    lookup(HEADS, &fold(line))
}

/// Case, and marks around a line, do not matter.
fn fold(line: &str) -> String {
    line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'")
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
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
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
