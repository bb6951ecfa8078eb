//! Which title is the article's, and what of it is the site's name.

use super::claims::{Claims, Field};
use super::dates::{self, Order};
use super::likeness::{Folded, HOLDS, SHORT_FORM, confirmed, shares_word};
use super::parts::parts;
use super::site::{Extras, MAX_SECTION_WORDS, Site};
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

/// The page's own headline if any of its sources confirms it; otherwise its one heading, if that may name it, or the best
/// source, without the site's name.
pub(super) fn choose(claims: &Claims, headings: &[Heading], site: &Site) -> Chosen {
    let authors = claims.all(Field::Author).map(|claim| fold(&claim.text)).collect();
    let extras = Extras { site, authors };
    let candidates = candidates(claims, headings, &extras);
    let headings = possible(headings, claims, &extras);
    let choice = Choice { claims, extras, candidates, headings, is_article: super::says_article(claims) };
    choice.confirmed().or_else(|| choice.sole()).unwrap_or_else(|| choice.named())
}

/// What the title is chosen from.
struct Choice<'a> {
    claims: &'a Claims,
    extras: Extras<'a>,
    /// What each source calls the page, without the site's name.
    candidates: Vec<(String, Source)>,
    headings: Vec<&'a Heading>,
    is_article: bool,
}

impl Choice<'_> {
    /// The heading that a source confirms.
    fn confirmed(&self) -> Option<Chosen> {
        let least = match (self.extras.site.is_front_page, self.is_article) {
            (true, _) => HOLDS,
            (false, true) => SAME_TITLE_ON_ARTICLE,
            (false, false) if agree(&self.candidates) => HOLDS,
            (false, false) => SAME_TITLE,
        };
        let titles: Vec<Folded> = self.candidates.iter().map(|(title, _)| Folded::new(title)).collect();
        let heading = confirmed(&titles, &self.headings, self.extras.site, least)?;
        let shown = shown(heading, self.claims, &self.extras);
        let named = named_within(&shown, &titles, self.is_article).map(|index| &self.candidates[index]);
        let title = named.map_or((shown, Source::Heading), |(title, source)| (before_bar(title).to_owned(), *source));
        Some(Chosen { title: Some(title), heading: Some(heading.clone()) })
    }

    /// The only heading, where it may name the page though no source says so.
    fn sole(&self) -> Option<Chosen> {
        let is_untold = self.candidates.iter().all(|(title, source)| *source == Source::TitleElement || is_cut(title));
        let is_catalogued = self.candidates.first().is_some_and(|(_, source)| LIBRARIES.contains(source));
        let may_name = !self.extras.site.is_front_page && (is_untold || !self.is_article) && !is_catalogued;
        let heading = sole(&self.headings).filter(|heading| may_name && names_page(heading, is_untold))?;
        let title = shown(heading, self.claims, &self.extras);
        Some(Chosen { title: Some((title, Source::Heading)), heading: Some(heading.clone()) })
    }

    /// What the best source says that does not only name the site; without any, the first heading.
    fn named(&self) -> Chosen {
        let heading = self.headings.iter().find(|heading| heading.level == 1).copied();
        // Of a front page the site is the subject.
        let site = self.extras.site;
        let best = self.candidates.iter().find(|(title, _)| site.is_front_page || !site.is_name(title)).or(self.candidates.first());
        let title = best.map(|(title, source)| match source {
            Source::TitleElement => (before_bar(without_last_part(title)).to_owned(), *source),
            _ => (before_bar(title).to_owned(), *source),
        });
        let title = title.or_else(|| heading.map(|heading| (heading.text.clone(), Source::Heading)));
        Chosen { title, heading: heading.cloned() }
    }
}

/// The headings that may be the title: no paragraphs, nor the site's name or what else stands behind a title.
fn possible<'a>(headings: &'a [Heading], claims: &Claims, extras: &Extras<'_>) -> Vec<&'a Heading> {
    let behind = behind_titles(claims, extras);
    let is_told = claims.all(Field::Title).any(|claim| claim.source != Source::TitleElement);
    let is_paragraph = |text: &str| is_told && text.split_whitespace().nth(MAX_HEADING_WORDS).is_some();
    let is_behind = |text: &str| !behind.is_empty() && behind.contains(&fold(text));
    let may_be = |text: &str| !extras.site.is_exactly(text) && !is_paragraph(text) && !is_behind(text);
    headings.iter().filter(|heading| may_be(&heading.text)).collect()
}

/// A longer heading, in words, is a paragraph in large letters if any source but the `<title>` names the page.
const MAX_HEADING_WORDS: usize = 30;

/// What stands behind the page's titles, such as the site's name, and is no word of them: a heading that says it is the
/// site's. The front page's is its own.
fn behind_titles(claims: &Claims, extras: &Extras<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for title in claims.all(Field::Title).map(|claim| claim.text.as_str()).filter(|_| !extras.site.is_front_page) {
        let kept = extras.strip(title);
        let behind = title.strip_prefix(&kept).unwrap_or_default();
        let kept = fold(&kept);
        found.extend(parts(behind).into_iter().map(|part| fold(&behind[part])).filter(|part| !holds_words(&kept, part)));
    }
    found
}

/// What each source calls the page, without the site's name.
fn candidates(claims: &Claims, headings: &[Heading], extras: &Extras<'_>) -> Vec<(String, Source)> {
    let best = || super::sources(Field::Title).iter().flat_map(|source| claims.of(Field::Title, *source).take(1));
    let is_structured = |source: Source| matches!(source, Source::JsonLd | Source::Microdata);
    let mut shown: Vec<String> = best().filter(|claim| !is_structured(claim.source)).map(|claim| fold(&claim.text)).collect();
    let is_told = !shown.is_empty();
    // A front page's headings are its entries', as its data may be.
    let vouching = headings.iter().filter(|heading| heading.level == 1 && !extras.site.is_front_page);
    shown.extend(vouching.map(|heading| fold(&heading.text)));
    // Data on a list's first entry, or on a film beside the text, say nothing that the page says.
    let is_others = |text: &str| is_told && !shown.iter().any(|shown| shares_word(shown, &fold(text)));
    // Some templates put the description there.
    let is_description = |text: &str| claims.all(Field::Description).any(|claim| fold(&claim.text) == fold(text));
    best()
        .filter(|claim| !is_structured(claim.source) || !is_others(&claim.text))
        .filter(|claim| claim.source == Source::TitleElement || !is_description(&claim.text))
        .map(|claim| (extras.strip(&claim.text), claim.source))
        .filter(|(title, _)| !title.is_empty())
        .collect()
}

/// So many sources that say the same outvote a heading in other words, where the page is no article with its writer's headline.
const MAJORITY: usize = 3;

/// Whether enough sources call the page the same, and none otherwise.
fn agree(candidates: &[(String, Source)]) -> bool {
    let first = candidates.first().map(|(title, _)| fold(title));
    candidates.len() >= MAJORITY && candidates.iter().all(|(title, _)| Some(fold(title)) == first)
}

/// A heading as the page's title, without what stands behind a bar. It has the site's name only if the page's own titles
/// don't go on after it.
fn shown(heading: &Heading, claims: &Claims, extras: &Extras<'_>) -> String {
    let text = without_count(heading.text.trim_start_matches(|c: char| c.is_whitespace() || LEADING_MARKS.contains(&c)));
    let folded = fold(text);
    let names_site = extras.name_site(text);
    let goes_on = |title: &str| fold(title).strip_prefix(&folded).is_some_and(|rest| rest.starts_with(' '));
    match !names_site && claims.all(Field::Title).any(|claim| goes_on(&claim.text)) {
        true => before_bar(text).to_owned(),
        false => before_bar(&extras.strip(text)).to_owned(),
    }
}

/// Marks before a heading that are the page's style.
const LEADING_MARKS: &[char] = &['/', '|', '»', '›', '•', '·', '>', '–', '—'];

/// Whether a title was cut to a length.
fn is_cut(title: &str) -> bool {
    title.ends_with('…') || title.ends_with("...")
}

/// A list's heading without the number of what it lists: "Boots (158 items)", "Boots (100+)". "Boots (2)" is a part.
fn without_count(heading: &str) -> &str {
    let Some((before, inside)) = heading.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) else { return heading };
    let (number, unit) = inside.split_once(' ').unwrap_or((inside, ""));
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().all(|c| c.is_ascii_digit() || ",.+".contains(c));
    let is_count = number.ends_with('+') && unit.is_empty() || COUNTED.contains(&fold(unit).as_str());
    if is_number && is_count && !before.trim().is_empty() { before.trim_end() } else { heading }
}

/// What lists say they have so many of.
const COUNTED: &[&str] =
    &["item", "items", "product", "products", "result", "results", "artikel", "produkte", "produits", "productos", "articles", "prodotti"];

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

/// Whether a heading that no source confirms is the page's title all the same: a label is, and any where only the
/// `<title>` speaks, which may be the site's.
fn names_page(heading: &Heading, is_untold: bool) -> bool {
    let words = heading.text.split_whitespace().count();
    let is_label = words <= MAX_LABEL_WORDS && !heading.text.ends_with(['.', '!', '?']);
    if is_untold { words > 1 } else { is_label }
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
