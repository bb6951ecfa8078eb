//! Which title is the article's, and what of it is the site's name.

use std::ops::Range;

use super::claims::{Claims, Field};
use super::text::{fold, holds_words};
use crate::article::Source;

/// A heading of the page that may be the title, or an element that the page marks as one.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) text: String,
    /// 1 for `h1` and for what the page marks as its title.
    pub(super) level: u8,
    /// Index of the event that enters it.
    pub(super) event: u32,
}

/// The names that the site goes by.
#[derive(Debug, Default)]
pub(super) struct Site {
    /// Folded, without spaces.
    names: Vec<String>,
    /// The most telling label of the host: `example` of `www.example.co.uk`.
    host: String,
}

/// Labels of a host that name no site.
const HOST_LABELS: &[&str] = &[
    "www",
    "www2",
    "m",
    "amp",
    "com",
    "co",
    "org",
    "net",
    "edu",
    "gov",
    "ac",
    "io",
    "blog",
    "blogs",
    "news",
    "forum",
    "forums",
    "community",
    "discuss",
    "en",
    "docs",
    "shop",
    "store",
    "support",
    "help",
    "info",
    "wiki",
    "go",
    "mil",
];

/// Shorter names prove nothing when they are found inside others.
const MIN_NAME_CHARS: usize = 4;

/// How much longer than the site's name a part may be that holds it: "Example | The Example Company Blog".
const MAX_NAME_RATIO: usize = 3;

impl Site {
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>, url: &str) -> Self {
        let names = names.map(squeeze).filter(|name| !name.is_empty()).collect();
        let host = url.split("://").nth(1).unwrap_or_default().split(['/', '?', '#', ':']).next().unwrap_or_default();
        let labels = host.split('.').filter(|label| !HOST_LABELS.contains(label) && label.len() > 2);
        let host = labels.max_by_key(|label| label.len()).map(squeeze).unwrap_or_default();
        Self { names, host }
    }

    /// Whether a text is but the site's name, whole or with a word or two about it.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let squeezed = squeeze(text);
        let chars = squeezed.chars().count();
        if squeezed.is_empty() {
            return true;
        }
        let initials: String = fold(text).split(' ').filter_map(|word| word.chars().next()).collect();
        if !self.host.is_empty() && (squeezed == self.host || (initials == self.host && initials.len() > 2)) {
            return true;
        }
        std::iter::once(&self.host).chain(&self.names).any(|name| {
            let length = name.chars().count();
            let holds = length >= MIN_NAME_CHARS && squeezed.contains(name.as_str()) && chars < length * MAX_NAME_RATIO;
            let held = chars >= MIN_NAME_CHARS && name.contains(&squeezed);
            squeezed == *name || holds || held
        })
    }

    /// Whether a text is exactly a name of the site.
    fn is_exactly(&self, text: &str) -> bool {
        let squeezed = squeeze(text);
        squeezed == self.host || self.names.contains(&squeezed)
    }
}

fn squeeze(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Marks that part a title from the site's name, with white space at both sides …
const SPACED_MARKS: &[&str] = &[
    "|", "-", "–", "—", "―", "·", "•", "»", "«", "›", "‹", "/", ":", "::", "~", "*", "\\", ">", "<", "@", "∣", "⋆", "●", "→", "←", "◆",
    "━", "//", "||", "--", "|",
];

/// … and those that do so without.
const BARE_MARKS: &[char] = &['|', '｜', '∣', '＜', '＞', '丨'];

/// The parts of a title as byte ranges.
fn parts(title: &str) -> Vec<Range<usize>> {
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

/// A title without the site's name at its end or start, and without what Substack and others add ("by Jane Doe").
fn without_site(title: &str, site: &Site, authors: &[String]) -> String {
    let parts = parts(title);
    let (mut first, mut last) = (0, parts.len());
    let is_extra = |range: &Range<usize>| {
        let text = title[range.clone()].trim();
        site.is_name(text) || authors.iter().any(|author| fold(text.strip_prefix("by ").unwrap_or(text)) == *author)
    };
    // From the last part that is the site's name on, all is the site's: "Title | Section | Site | Slogan".
    while last > first + 1 && is_extra(&parts[last - 1]) {
        last -= 1;
    }
    while first + 1 < last && is_extra(&parts[first]) {
        first += 1;
    }
    match (parts.get(first), parts.get(last.wrapping_sub(1))) {
        (Some(from), Some(to)) => title[from.start..to.end].trim().to_owned(),
        _ => title.to_owned(),
    }
}

/// Sources of titles in order of trust, before it is asked what the headings say.
const ORDER: &[Source] = &[
    Source::JsonLd,
    Source::Citation,
    Source::DublinCore,
    Source::OpenGraph,
    Source::Parsely,
    Source::Sailthru,
    Source::Twitter,
    Source::Microdata,
    Source::Rdfa,
    Source::TitleElement,
    Source::Meta,
];

/// A heading whose words are this share of a title's (or the title's of the heading's) is the same title in other words.
const SAME_TITLE: f64 = 0.5;

/// The title, where it was found, and the heading that shows it.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) title: Option<(String, Source)>,
    pub(super) heading: Option<Heading>,
}

/// The page's own headline if any of its sources confirms it; otherwise the best source, without the site's name.
pub(super) fn choose(claims: &Claims, headings: &[Heading], site: &Site) -> Chosen {
    let authors: Vec<String> = claims.all(Field::Author).map(|claim| fold(&claim.text)).collect();
    let candidates: Vec<(String, Source)> = ORDER
        .iter()
        .flat_map(|source| claims.of(Field::Title, *source).take(1))
        .map(|claim| (without_site(&claim.text, site, &authors), claim.source))
        .filter(|(title, _)| !title.is_empty())
        .collect();
    let headings: Vec<&Heading> = headings.iter().filter(|heading| !site.is_exactly(&heading.text)).collect();
    if let Some(heading) = confirmed(&candidates, &headings) {
        return Chosen { title: Some((heading.text.clone(), Source::Heading)), heading: Some(heading.clone()) };
    }
    let first_h1 = headings.iter().find(|heading| heading.level == 1).copied().cloned();
    let named = candidates.iter().find(|(title, _)| !site.is_name(title)).or(candidates.first()).cloned();
    let title = named.or_else(|| first_h1.as_ref().map(|heading| (heading.text.clone(), Source::Heading)));
    Chosen { title, heading: first_h1 }
}

/// The heading that is most like one of the candidates: an `h1` if it is like enough, otherwise another that is equal.
fn confirmed<'a>(candidates: &[(String, Source)], headings: &[&'a Heading]) -> Option<&'a Heading> {
    let best = |level: std::ops::RangeInclusive<u8>, least: f64| {
        let mut best: Option<(f64, &Heading)> = None;
        for heading in headings.iter().filter(|heading| level.contains(&heading.level)) {
            for (title, _) in candidates {
                let likeness = likeness(&fold(&heading.text), &fold(title));
                if likeness >= least && best.is_none_or(|(most, _)| likeness > most) {
                    best = Some((likeness, heading));
                }
            }
        }
        best.map(|(_, heading)| heading)
    };
    best(1..=1, SAME_TITLE).or_else(|| best(2..=3, EQUAL))
}

/// Likeness of equal titles.
const EQUAL: f64 = 3.0;

/// 0 to 1 by shared words, 1 to 2 if one holds the other, [`EQUAL`] if they are equal.
fn likeness(heading: &str, title: &str) -> f64 {
    if heading.is_empty() || title.is_empty() {
        return 0.0;
    }
    if heading == title {
        return EQUAL;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (heading.split(' ').collect(), title.split(' ').collect());
    let shared = a.iter().filter(|word| b.contains(word)).count();
    let share = shared as f64 / a.len().max(b.len()) as f64;
    match holds_words(title, heading) || holds_words(heading, title) {
        true => 1.0 + share,
        false => share,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(claims: &[(Source, &str)], headings: &[(u8, &str)], names: &[&str], url: &str) -> (String, Source) {
        let mut all = Claims::default();
        for (source, text) in claims {
            all.add(Field::Title, *source, text);
        }
        let headings: Vec<Heading> =
            headings.iter().map(|(level, text)| Heading { text: (*text).to_owned(), level: *level, event: 0 }).collect();
        choose(&all, &headings, &Site::new(names.iter().copied(), url)).title.expect("a title")
    }

    #[test]
    fn titles_lose_the_sites_name() {
        for (text, expected) in [
            ("Ferry returns | Example News", "Ferry returns"),
            ("Ferry returns - Example News", "Ferry returns"),
            ("Example News: Ferry returns", "Ferry returns"),
            ("Example News » Ferry returns", "Ferry returns"),
            ("Ferry returns – to the island – Example News", "Ferry returns – to the island"),
            ("Ferry: a history", "Ferry: a history"),
            ("Spider-Man - No Way Home", "Spider-Man - No Way Home"),
            ("Ferry returns｜Example News", "Ferry returns"),
            ("Example News", "Example News"),
        ] {
            let chosen = title(&[(Source::TitleElement, text)], &[], &["Example News"], "");
            assert_eq!(chosen, (expected.to_owned(), Source::TitleElement));
        }
    }

    #[test]
    fn the_pages_own_headline_counts_when_it_is_confirmed() {
        let claims = [(Source::TitleElement, "Ferry: a history | Example")];
        assert_eq!(title(&claims, &[(1, "Ferry: a history")], &[], "https://example.com/").1, Source::Heading);
        assert_eq!(title(&claims, &[(1, "Example"), (2, "Ferry: a history")], &[], "https://example.com/").0, "Ferry: a history");
        assert_eq!(
            title(&claims, &[(1, "Something else")], &[], "https://example.com/"),
            ("Ferry: a history".to_owned(), Source::TitleElement)
        );
    }
}
