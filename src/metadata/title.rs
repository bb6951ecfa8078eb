//! Which title is the article's, and what of it is the site's name.

use std::ops::{Range, RangeInclusive};

use super::claims::{Claims, Field};
use super::dates::{self, Order};
use super::parts::parts;
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
    /// Folded, without spaces: of what the page calls its site, and the telling labels of its host.
    names: Vec<String>,
    /// First letters of the names of several words.
    initials: Vec<String>,
    /// Whether the page is the site's front page, whose subject is the site.
    pub(super) is_front_page: bool,
}

/// Labels of a host that name no site.
const HOST_LABELS: &[&str] = &[
    "www",
    "www1",
    "www2",
    "amp",
    "com",
    "org",
    "net",
    "edu",
    "gov",
    "blog",
    "blogs",
    "news",
    "forum",
    "forums",
    "community",
    "discuss",
    "docs",
    "shop",
    "store",
    "support",
    "help",
    "info",
    "wiki",
    "mil",
    "learn",
    "developer",
    "developers",
    "promotions",
    "app",
    "dev",
    "guide",
    "guides",
    "online",
    "health",
    "design",
];

/// Shorter names prove nothing when they are found inside others.
const MIN_NAME_CHARS: usize = 4;

/// How much longer than the site's name a part may be that holds it: "Example | The Example Company Blog".
const MAX_NAME_RATIO: usize = 3;

/// Most words of a part that begins with a short name of the site: "REI Co-op".
const MAX_NAME_WORDS: usize = 3;

impl Site {
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>, url: &str) -> Self {
        let (host, path) = url.split_once("://").map_or(("", ""), |(_, rest)| rest.split_once('/').unwrap_or((rest, "")));
        let labels = host.split('.').filter(|label| label.len() > 2 && !HOST_LABELS.contains(label));
        let names: Vec<&str> = names.collect();
        let initials = names.iter().map(|name| initials(name)).filter(|initials| initials.len() > 2).collect();
        let names = names.into_iter().chain(labels).map(squeeze).filter(|name| !name.is_empty()).collect();
        let is_front_page = !host.is_empty() && path.split(['?', '#']).next().is_none_or(str::is_empty);
        Self { names, initials, is_front_page }
    }

    /// Whether a text is but the site's name, whole or with a word or two about it.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let squeezed = squeeze(text);
        let chars = squeezed.chars().count();
        let folded = fold(text);
        let (first_word, words) = (folded.split(' ').next().unwrap_or_default(), folded.split(' ').count());
        self.is_exactly(text)
            || self.names.iter().any(|name| {
                let length = name.chars().count();
                let holds = length >= MIN_NAME_CHARS && squeezed.contains(name.as_str()) && chars < length * MAX_NAME_RATIO;
                let begins = chars + 1 >= MIN_NAME_CHARS && name.starts_with(&squeezed);
                let first = length + 1 >= MIN_NAME_CHARS && words <= MAX_NAME_WORDS && first_word == *name;
                holds || begins || first || (chars >= MIN_NAME_CHARS && name.contains(&squeezed))
            })
    }

    /// Whether a text is a name of the site, or its initials.
    pub(super) fn is_exactly(&self, text: &str) -> bool {
        let squeezed = squeeze(text);
        let short = initials(text);
        squeezed.is_empty()
            || self.names.contains(&squeezed)
            || self.initials.contains(&squeezed)
            || (short.len() > 2 && self.names.contains(&short))
    }
}

/// Words that initials leave out.
const UNINITIALED: &[&str] = &["and", "of", "the", "for", "in", "on", "at", "de", "la", "und", "et", "y"];

fn initials(name: &str) -> String {
    fold(name).split(' ').filter(|word| !UNINITIALED.contains(word)).filter_map(|word| word.chars().next()).collect()
}

fn squeeze(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// A title without the site's name at its end or start, and without what Substack and others add ("by Jane Doe").
fn without_site(title: &str, site: &Site, authors: &[String]) -> String {
    let parts = parts(title);
    let (mut first, mut last) = (0, parts.len());
    let is_extra = |range: &Range<usize>| {
        let text = title[range.clone()].trim();
        let name = fold(text.strip_prefix("by ").unwrap_or(text));
        site.is_name(text) || calls_itself_site(&name) || authors.contains(&name)
    };
    while last > first + 1 && is_extra(&parts[last - 1]) {
        last -= 1;
    }
    // "Title | Section | Site"
    if last < parts.len() && last > first + 1 {
        let mark = |index: usize| title[parts[index - 1].end..parts[index].start].trim();
        let words = |index: usize| title[parts[index].clone()].split_whitespace().count();
        let is_section = mark(last - 1) == mark(last) && STRONG_MARKS.contains(&mark(last)) && words(last - 1) <= MAX_SECTION_WORDS;
        last -= usize::from(is_section && words(first) > MAX_SECTION_WORDS);
    }
    let is_label = |range: &Range<usize>| THREAD_LABELS.contains(&fold(&title[range.clone()]).as_str());
    while !site.is_front_page && first + 1 < last && (is_extra(&parts[first]) || is_label(&parts[first])) {
        first += 1;
    }
    match (parts.get(first), parts.get(last.wrapping_sub(1))) {
        (Some(from), Some(to)) => title[from.start..to.end].trim().to_owned(),
        _ => title.to_owned(),
    }
}

/// What forums write before a thread's title.
const THREAD_LABELS: &[&str] =
    &["thread", "topic", "view topic", "viewing topic", "view thread", "viewing thread", "thema", "sujet", "tema"];

/// Last words of names that sites give themselves, and words of phrases that only end like them ("Start your blog").
const SITE_WORDS: &[&str] = &["blog", "weblog", "website", "homepage", "page", "forum", "forums", "newsroom", "wiki"];
const PHRASE_WORDS: &[&str] = &["a", "an", "your", "my", "our", "to", "this", "on", "for", "one", "per", "web", "landing"];

/// Longest name, in words.
const MAX_SITE_WORDS: usize = 4;

/// Whether a folded part of a title is the name of a site by its words: "Rust Blog", "Jane's Pottery Page".
fn calls_itself_site(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    (2..=MAX_SITE_WORDS).contains(&words.len())
        && words.last().is_some_and(|last| SITE_WORDS.contains(last))
        && !words.iter().any(|word| PHRASE_WORDS.contains(word))
}

/// Marks that stand between a title, its section and its site, and hardly inside a title.
const STRONG_MARKS: &[&str] = &["|", "/", "::", "»", "«", "·", "•", "›", "‹"];

/// Longest section's name, in words.
const MAX_SECTION_WORDS: usize = 3;

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

/// The share of words that a heading and a title have in common at least if they are the same title in other words. On
/// an article's page the writer's headline and the title for search engines may differ much; on other pages a heading
/// that differs is a slogan. Measured: shares from 0.2 to 0.35 and from 0.5 to 0.7 give the same within half a point.
const SAME_TITLE_ON_ARTICLE: f64 = 0.25;
const SAME_TITLE: f64 = 0.5;

/// A heading that a title holds is the title's short form only if it has this share of its words: "Discord" is none of
/// "How we got into Discord and hundreds of others".
const SHORT_FORM: f64 = 0.3;

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
    let candidates: Vec<(String, Source)> = ORDER
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

/// A title folded, whole and in parts.
struct Folded {
    whole: String,
    parts: Vec<String>,
}

impl Folded {
    fn new(title: &str) -> Self {
        Self { whole: fold(title), parts: parts(title).into_iter().map(|part| fold(&title[part])).collect() }
    }
}

/// The heading that is most like one of the titles: an `h1` if it is like enough, otherwise another that is equal.
fn confirmed<'a>(titles: &[Folded], headings: &[&'a Heading], site: &Site, least: f64) -> Option<&'a Heading> {
    let best = |level: RangeInclusive<u8>, least: f64| {
        let mut best: Option<(f64, &Heading)> = None;
        for heading in headings.iter().filter(|heading| level.contains(&heading.level)) {
            let folded = fold(&heading.text);
            let likeness = titles.iter().map(|title| likeness(&folded, title)).fold(0.0, f64::max);
            // A heading with little but the site's name is like any title that ends with it.
            let is_masthead = likeness < EQUAL && site.is_name(&heading.text);
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

/// Likeness of equal titles.
const EQUAL: f64 = 3.0;

/// Likeness of a heading and a title that has it as one of its parts: "Boots" and "Boots: all that we have for hiking".
const PART: f64 = 2.0;

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
    let holds = holds_words(&title.whole, heading) || holds_words(heading, &title.whole);
    match (holds, share >= SHORT_FORM) {
        (true, true) => 1.0 + share,
        (true, false) => 0.0,
        (false, _) => share,
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
