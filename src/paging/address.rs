//! Addresses as those of pages of a text.

use url::Url;

use super::words::{NUMBERS, PAGES, PARAMETERS};
use crate::urls::percent_decode;

/// No text is in more pages than this: a greater number is a year or an article's own.
const MAX_PAGES: u32 = 200;

/// An address as that of a page of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The text's: the address without the number.
    pub(super) text: String,
    /// The page's number, if there is one.
    pub(super) number: Option<u32>,
    /// Whether a word says that it is a page's.
    pub(super) is_named: bool,
}

impl Reading {
    /// What the text's address ends in, without an extension; empty for a site's start.
    pub(super) fn name(&self) -> &str {
        let path = self.text.split('?').next().unwrap_or_default();
        let last = path.split_once('/').and_then(|(_, path)| path.rsplit('/').next()).unwrap_or_default();
        last.split('.').next().unwrap_or_default()
    }
}

/// All that an address can be: first without a number, then with each number that may be a page's.
pub(super) fn readings(url: &Url) -> Vec<Reading> {
    let path = url.path().trim_end_matches('/');
    let pairs: Vec<_> = url.query().map(|query| query.split('&').filter(|pair| !pair.is_empty()).collect()).unwrap_or_default();
    let reading = |path: &str, pairs: &[&str], number, is_named| {
        let host = url.host_str().unwrap_or_default();
        let text = format!("{}{}?{}", host.strip_prefix("www.").unwrap_or(host), path.trim_end_matches('/'), pairs.join("&"));
        Reading { text, number, is_named }
    };
    let mut readings = vec![reading(path, &pairs, None, false)];
    for (index, pair) in pairs.iter().enumerate() {
        if let Some((name, value)) = pair.split_once('=')
            && let name = percent_decode(name).to_lowercase()
            && [PAGES, PARAMETERS].iter().any(|names| names.has(&name))
            && let Some(number) = number(value)
        {
            let others: Vec<_> = pairs.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, pair)| *pair).collect();
            // `?p=12` is an article's own number, where there is no other name.
            if !path.is_empty() {
                readings.push(reading(path, &others, Some(number), true));
            }
        }
    }
    if let Some((path, number, is_named)) = numbered_path(path) {
        readings.push(reading(&path, &pairs, Some(number), is_named));
    }
    readings
}

/// A path's page number, and the path without it.
fn numbered_path(path: &str) -> Option<(String, u32, bool)> {
    let (folder, last) = path.rsplit_once('/')?;
    let (stem, extension) = match last.rsplit_once('.') {
        Some((stem, extension)) if (1..=5).contains(&extension.len()) && !extension.starts_with(|c: char| c.is_ascii_digit()) => {
            (stem, &last[stem.len()..])
        }
        _ => (last, ""),
    };
    let (before, number, is_spelled) = last_number(stem)?;
    let whole = |name: &str| format!("{folder}/{name}{extension}");
    if before.is_empty() {
        // `/page/2`, `/the-ferry-returns/2`
        let (above, name) = folder.rsplit_once('/')?;
        return match is_word(name) {
            // `/issues/page/2` is how WordPress goes on with a list.
            true => above.rsplit('/').next().is_some_and(is_slug).then(|| (above.to_owned(), number, true)),
            false => (is_slug(name) && !is_spelled).then(|| (format!("{folder}{extension}"), number, false)),
        };
    }
    let name = before.trim_end_matches(['-', '_', ',', '=', '.']);
    let word = name.rsplit(['-', '_', ',', '.']).next().unwrap_or_default();
    if is_word(word) {
        // `/the-ferry/page-2`, `/the-ferry-seite-2.html`
        let rest = name[..name.len() - word.len()].trim_end_matches(['-', '_', ',', '.']);
        return match rest {
            "" => (!folder.is_empty()).then(|| (folder.to_owned(), number, true)),
            rest => Some((whole(rest), number, true)),
        };
    }
    // `/the-ferry_2.html`
    let is_marked = before.len() > name.len() && (!extension.is_empty() || before.ends_with(['_', ',']));
    (is_marked && is_slug(name) && !is_spelled).then(|| (whole(name), number, false))
}

/// The number that a part of a path ends in, what is before it, and whether it is a word, as in `part-two`.
fn last_number(stem: &str) -> Option<(&str, u32, bool)> {
    let before = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    if before.len() < stem.len() {
        return Some((before, number(&stem[before.len()..])?, false));
    }
    let start = stem.rfind(['-', '_']).map_or(0, |at| at + 1);
    let word = percent_decode(&stem[start..]).to_lowercase();
    let index = NUMBERS.iter().position(|names| names.has(&word))?;
    Some((&stem[..start], index as u32 + 1, true))
}

fn is_word(name: &str) -> bool {
    PAGES.has(&percent_decode(name).to_lowercase())
}

/// Whether a part of a path names a text, as `the-ferry-returns` does: a section's name or a year does not.
fn is_slug(name: &str) -> bool {
    name.contains(['-', '_']) || name.len() > 12 && !name.bytes().all(|b| b.is_ascii_digit())
}

fn number(text: &str) -> Option<u32> {
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|number| is_number && *number <= MAX_PAGES)
}
