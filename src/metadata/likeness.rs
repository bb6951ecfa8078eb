//! How like a heading and a title are.

use std::ops::RangeInclusive;

use super::parts::parts;
use super::site::Site;
use super::text::{fold, holds_words};
use super::title::Heading;

/// A heading that a title holds is the title's short form only if it has this share of its words: "Discord" is none of
/// "How we got into Discord and hundreds of others".
pub(super) const SHORT_FORM: f64 = 0.3;

/// A title folded, whole and in parts.
pub(super) struct Folded {
    pub(super) whole: String,
    parts: Vec<String>,
}

impl Folded {
    pub(super) fn new(title: &str) -> Self {
        Self { whole: fold(title), parts: parts(title).into_iter().map(|part| fold(&title[part])).collect() }
    }
}

/// The heading that is most like one of the titles: an `h1` if it is like enough, otherwise another that is equal.
pub(super) fn confirmed<'a>(titles: &[Folded], headings: &[&'a Heading], site: &Site, least: f64) -> Option<&'a Heading> {
    let best = |level: RangeInclusive<u8>, least: f64| {
        let mut best: Option<(f64, &Heading)> = None;
        for heading in headings.iter().filter(|heading| level.contains(&heading.level)) {
            let folded = fold(&heading.text);
            let likeness = titles.iter().map(|title| likeness(&folded, title)).fold(0.0, f64::max);
            // A heading with little but the site's name is like any title that ends with it.
            let is_masthead = likeness < PART && site.is_name(&heading.text) && folded.split(' ').count() <= MAX_MASTHEAD_WORDS;
            if likeness >= least && !is_masthead && best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, heading));
            }
        }
        best.map(|(_, heading)| heading)
    };
    // Without an `h1`, a heading that the title begins with is as good.
    let least_below = if headings.iter().any(|heading| heading.level == 1) { EQUAL } else { PART };
    best(1..=1, least).or_else(|| best(2..=3, least_below))
}

/// Most words of a site's name at its head: what says more is of the page.
const MAX_MASTHEAD_WORDS: usize = 3;

/// Likeness of equal titles.
const EQUAL: f64 = 3.0;

/// Likeness of a heading and a title that has it as one of its parts: "Boots" and "Boots: all that we have for hiking".
const PART: f64 = 2.0;

/// Least likeness of texts one of which holds the other.
pub(super) const HOLDS: f64 = 1.0;

/// Words of a part after the first that is no section's name.
const MIN_LATER_WORDS: usize = 3;

/// 0 to 1 by shared words, 1 to 2 if one holds the other, [`PART`], or [`EQUAL`] if they are equal.
fn likeness(heading: &str, title: &Folded) -> f64 {
    if heading.is_empty() || title.whole.is_empty() {
        return 0.0;
    }
    if heading == title.whole {
        return EQUAL;
    }
    let words = heading.split(' ').count();
    if title.parts.iter().enumerate().any(|(index, part)| part == heading && (index == 0 || words >= MIN_LATER_WORDS)) {
        return PART;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (heading.split(' ').collect(), title.whole.split(' ').collect());
    let shared = a.iter().filter(|word| b.contains(word)).count();
    let share = shared as f64 / a.len().max(b.len()) as f64;
    // Titles for search engines keep an old year.
    let letters = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    let holds = holds_words(&title.whole, heading) || holds_words(heading, &title.whole) || letters(heading) == letters(&title.whole);
    match (holds, share >= SHORT_FORM) {
        (true, true) => HOLDS + share,
        (true, false) => 0.0,
        (false, _) => share,
    }
}

/// Shorter words say nothing of what a text is about.
const MIN_TELLING_CHARS: usize = 4;

/// Whether two folded texts share a word that says something, or are too short to tell.
pub(super) fn shares_word(a: &str, b: &str) -> bool {
    let telling =
        |text: &str| text.split(' ').filter(|word| word.chars().count() >= MIN_TELLING_CHARS).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (telling(a), telling(b));
    b.is_empty() || a.iter().any(|word| b.contains(word))
}
