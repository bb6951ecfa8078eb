//! The parts of a title, and the marks between them.

use std::ops::Range;

/// Marks that part a title from the site's name, with white space at both sides …
const SPACED_MARKS: &[&str] = &[
    "|", "-", "–", "—", "―", "·", "•", "»", "«", "›", "‹", "/", ":", "::", "~", "*", "\\", ">", "<", "@", "∣", "⋆", "●", "→", "←", "◆",
    "━", "//", "||", "--", "|",
];

/// … and those that do so without.
const BARE_MARKS: &[char] = &['|', '｜', '∣', '丨'];

/// The parts of a title as byte ranges.
pub(super) fn parts(title: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut parts = Vec::new();
    for mark in marks(title) {
        if mark.start > start {
            parts.push(start..mark.start);
        }
        start = mark.end;
    }
    if start < title.len() {
        parts.push(start..title.len());
    }
    parts
}

/// Where the marks between parts are, with the white space at their sides.
fn marks(title: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut start = 0;
    for word in title.split(' ') {
        let end = start + word.len();
        if SPACED_MARKS.contains(&word) {
            marks.push(start.saturating_sub(1)..(end + 1).min(title.len()));
        } else if word.ends_with(':') && end < title.len() {
            marks.push(end - 1..end + 1);
        } else {
            let bare = word.char_indices().filter(|(_, c)| BARE_MARKS.contains(c));
            marks.extend(bare.map(|(at, c)| start + at..start + at + c.len_utf8()));
        }
        start = end + 1;
    }
    marks
}
