//! Which title is the article's, and what of it is the site's name.

use super::claims::{Claims, Field};
use super::dates::{self, Order};
use super::likeness::{Folded, SHORT_FORM, confirmed};
use super::parts::parts;
use super::site::{MAX_SECTION_WORDS, Site, without_site};
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

/// The share of words that a heading and a title have in common at least if they are the same title in other words. On
/// an article's page the writer's headline and the title for search engines may differ much; on other pages a heading
/// that differs is a slogan. Measured: shares from 0.2 to 0.35 and from 0.5 to 0.7 give the same within half a point.
const SAME_TITLE_ON_ARTICLE: f64 = 0.25;
const SAME_TITLE: f64 = 0.5;

/// The title, where it was found, and the heading that shows it.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) title: Option<(String, Source)>,
    pub(super) heading: Option<Heading>,
}

/// [`chosen`], without what stands behind a bar.
pub(super) fn choose(claims: &Claims, headings: &[Heading], site: &Site) -> Chosen {
    let Chosen { title, heading } = chosen(claims, headings, site);
    Chosen { title: title.map(|(title, source)| (before_bar(&title).to_owned(), source)), heading }
}

/// The page's own headline if any of its sources confirms it; otherwise the best source, without the site's name.
fn chosen(claims: &Claims, headings: &[Heading], site: &Site) -> Chosen {
    let authors: Vec<String> = claims.all(Field::Author).map(|claim| fold(&claim.text)).collect();
    let candidates: Vec<(String, Source)> = super::sources(Field::Title)
        .iter()
        .flat_map(|source| claims.of(Field::Title, *source).take(1))
        .map(|claim| (without_site(&claim.text, site, &authors), claim.source))
        .filter(|(title, _)| !title.is_empty())
        .collect();
    let headings: Vec<&Heading> = headings.iter().filter(|heading| !site.is_exactly(&heading.text)).collect();
    let is_article = super::says_article(claims);
    let least = if is_article { SAME_TITLE_ON_ARTICLE } else { SAME_TITLE };
    let titles: Vec<Folded> = candidates.iter().map(|(title, _)| Folded::new(title)).collect();
    if let Some(heading) = confirmed(&titles, &headings, site, least) {
        let shown = without_site(&heading.text, site, &authors);
        let named = named_within(&shown, &titles, is_article).map(|index| candidates[index].clone());
        let title = named.unwrap_or((shown, Source::Heading));
        return Chosen { title: Some(title), heading: Some(heading.clone()) };
    }
    let first_h1 = headings.iter().find(|heading| heading.level == 1).copied().cloned();
    let is_untold = is_article || candidates.iter().all(|(_, source)| *source == Source::TitleElement);
    let is_written = candidates.first().is_some_and(|(_, source)| LIBRARIES.contains(source));
    if let Some(heading) = sole(&headings).filter(|heading| !site.is_front_page && !is_written && names_page(heading, is_untold)) {
        let title = without_site(&heading.text, site, &authors);
        return Chosen { title: Some((title, Source::Heading)), heading: Some(heading.clone()) };
    }
    let named = candidates.iter().find(|(title, _)| !site.is_name(title)).or(candidates.first()).cloned();
    let named = named.map(|(title, source)| match source {
        Source::TitleElement => (without_last_part(&title).to_owned(), source),
        _ => (title, source),
    });
    let title = named.or_else(|| first_h1.as_ref().map(|heading| (heading.text.clone(), Source::Heading)));
    Chosen { title, heading: first_h1 }
}

/// The title that is but a part of the heading that confirms it, whose rest is the count, host or date that the page shows
/// beside it: "Ferry returns (example.com) 87". The headline of an article may say more than the titles for search engines
/// do, so there the rest must be a date or a label: "Title: Ferry returns".
fn named_within(heading: &str, titles: &[Folded], is_article: bool) -> Option<usize> {
    let folded = fold(heading);
    if titles.iter().any(|title| title.whole == folded) {
        return None;
    }
    titles.iter().position(|title| {
        let is_long = title.whole.len() as f64 >= folded.len() as f64 * SHORT_FORM;
        let is_told = || folded.strip_suffix(&title.whole).is_some_and(|before| is_label_or_date(heading, before.trim_end()));
        is_long && holds_words(&folded, &title.whole) && (!is_article || is_told())
    })
}

/// Whether the folded start of a heading is a date, or a word with a colon.
fn is_label_or_date(heading: &str, start: &str) -> bool {
    let is_label = || !start.contains(' ') && heading.split_once(':').is_some_and(|(label, _)| fold(label) == start);
    dates::parse(start, Order::DayFirst).is_some() || is_label()
}

/// A title up to its first bar, if that is long enough for one: what follows is a section, the site, a slogan.
fn before_bar(title: &str) -> &str {
    title.split_once(" | ").map_or(title, |(first, _)| match first.split_whitespace().count() > MAX_LABEL_WORDS {
        true => first.trim_end(),
        false => title,
    })
}

/// Sources for catalogues: their titles are those of the text, not what search engines like.
const LIBRARIES: &[Source] = &[Source::DublinCore, Source::Citation, Source::Parsely, Source::Sailthru];

/// A title before which enough is left is cut at its last mark: a `<title>` ends with the site's name by custom, also
/// where nothing else on the page names the site.
fn without_last_part(title: &str) -> &str {
    let parts = parts(title);
    let [.., before, last] = parts.as_slice() else { return title };
    let words = |text: &str| text.split_whitespace().count();
    let mark = title[before.end..last.start].trim();
    let cuts = mark != ":" && words(&title[last.clone()]) <= MAX_SECTION_WORDS && words(&title[..before.end]) > MAX_LABEL_WORDS;
    if cuts { title[..before.end].trim() } else { title }
}

/// The only `h1`, maybe given twice.
fn sole<'a>(headings: &[&'a Heading]) -> Option<&'a Heading> {
    let mut first = headings.iter().filter(|heading| heading.level == 1);
    let sole = first.next()?;
    first.all(|heading| fold(&heading.text) == fold(&sole.text)).then_some(sole)
}

/// Longest heading, in words, that names a page rather than praises what it sells.
const MAX_LABEL_WORDS: usize = 4;

/// Whether a heading that no source confirms is the page's title all the same: an article's is, and elsewhere a label.
fn names_page(heading: &Heading, is_article: bool) -> bool {
    let words = heading.text.split_whitespace().count();
    let is_label = words <= MAX_LABEL_WORDS && !heading.text.ends_with(['.', '!', '?']);
    if is_article { words > 1 } else { is_label }
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
            ("Ferry returns after long repairs | Harbour | Example News", "Ferry returns after long repairs"),
            ("Ferry returns | EN | Example News", "Ferry returns | EN"),
            ("Ferry returns to the island – My site", "Ferry returns to the island"),
            ("View topic - Ferry returns", "Ferry returns"),
            ("Ferry returns | Island Blog", "Ferry returns"),
            ("Ferries: start your blog", "Ferries: start your blog"),
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
