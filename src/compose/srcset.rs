//! `srcset` by the HTML standard's algorithm ("parse a srcset attribute"), so that commas in URLs are part of them.

use crate::html::decimal;

/// A candidate and how large it says it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate<'a> {
    pub(super) url: &'a str,
    pub(super) size: Size,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    /// Pixels wide.
    Width(u32),
    /// Pixels for each CSS pixel.
    Density(f64),
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{c}' | '\r')
}

/// The candidates in source order; those with faulty descriptors are left out, as in browsers.
pub(super) fn candidates(srcset: &str) -> Vec<Candidate<'_>> {
    let mut candidates = Vec::new();
    let mut rest = srcset;
    loop {
        rest = rest.trim_start_matches(|c| is_space(c) || c == ',');
        if rest.is_empty() {
            return candidates;
        }
        let (word, after) = rest.split_at(rest.find(is_space).unwrap_or(rest.len()));
        let url = word.trim_end_matches(',');
        let (descriptors, after) = match url.len() == word.len() {
            true => split_descriptors(after),
            false => ("", after),
        };
        if let Some(size) = size(descriptors) {
            candidates.push(Candidate { url, size });
        }
        rest = after;
    }
}

/// Up to the next comma that is not between parentheses.
fn split_descriptors(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => return (&text[..at], &text[at + 1..]),
            _ => {}
        }
    }
    (text, "")
}

fn size(descriptors: &str) -> Option<Size> {
    let mut size = None;
    for descriptor in descriptors.split(is_space).filter(|word| !word.is_empty()) {
        let (number, unit) = descriptor.split_at(descriptor.len() - descriptor.chars().next_back().map_or(0, char::len_utf8));
        match (unit, size) {
            ("w", None) => size = Some(Size::Width(number.parse().ok().filter(|width| *width > 0)?)),
            ("x", None) => size = Some(Size::Density(decimal(number)?)),
            ("h", Some(Size::Width(_)) | None) => {
                number.parse::<u32>().ok()?;
            }
            _ => return None,
        }
    }
    Some(size.unwrap_or(Size::Density(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_reads_it() {
        let check = |srcset: &str, expected: &[(&str, Size)]| {
            let found: Vec<_> = candidates(srcset).iter().map(|candidate| (candidate.url, candidate.size)).collect();
            assert_eq!(found, expected, "{srcset}");
        };
        check("a.jpg 1x, b.jpg 2x", &[("a.jpg", Size::Density(1.0)), ("b.jpg", Size::Density(2.0))]);
        check("a.jpg, b.jpg 600w", &[("a.jpg", Size::Density(1.0)), ("b.jpg", Size::Width(600))]);
        check(
            "/w_300,c_fit/a.jpg 300w,/w_600,c_fit/a.jpg 600w",
            &[("/w_300,c_fit/a.jpg", Size::Width(300)), ("/w_600,c_fit/a.jpg", Size::Width(600))],
        );
        check("a.jpg 300w 200h, b.jpg 2q, c.jpg 0w", &[("a.jpg", Size::Width(300))]);
        check("data:image/gif;base64,AAA 1x", &[("data:image/gif;base64,AAA", Size::Density(1.0))]);
        check(" , ,a.jpg,", &[("a.jpg", Size::Density(1.0))]);
        check("a.jpg (1w, 2x) 3x, b.jpg", &[("b.jpg", Size::Density(1.0))]);
        check("", &[]);
    }
}
