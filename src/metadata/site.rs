//! The names that a site goes by, and titles without them.

use super::parts::parts;
use super::text::fold;

/// The names that the site goes by.
#[derive(Debug, Default)]
pub(super) struct Site {
    /// Folded, without spaces: of what the page calls its site, and the telling labels of its host.
    names: Vec<String>,
    /// First letters of the names of several words.
    initials: Vec<String>,
    /// The whole host, without `www`.
    host: String,
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
        let host = split(url).0;
        let labels = host.split('.').filter(|label| label.len() > 2 && !HOST_LABELS.contains(label));
        let names: Vec<&str> = names.collect();
        let initials = names.iter().map(|name| initials(name)).filter(|initials| initials.len() > 2).collect();
        let names = names.into_iter().chain(labels).map(squeeze).filter(|name| !name.is_empty()).collect();
        let whole_host = squeeze(host.strip_prefix("www.").unwrap_or(host));
        Self { names, initials, host: whole_host, is_front_page: is_front_page(url) }
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
            || self.host == squeezed
            || self.initials.contains(&squeezed)
            || (short.len() > 2 && self.names.contains(&short))
    }
}

/// Whether an address is that of a site's front page.
pub(super) fn is_front_page(url: &str) -> bool {
    let (host, path) = split(url);
    !host.is_empty() && path.split(['?', '#']).next().is_none_or(str::is_empty)
}

/// The host of an address, and what follows it.
fn split(url: &str) -> (&str, &str) {
    url.split_once("://").map_or(("", ""), |(_, rest)| rest.split_once('/').unwrap_or((rest, "")))
}

/// Words that initials leave out.
const UNINITIALED: &[&str] = &["and", "of", "the", "for", "in", "on", "at", "de", "la", "und", "et", "y"];

fn initials(name: &str) -> String {
    fold(name).split(' ').filter(|word| !UNINITIALED.contains(word)).filter_map(|word| word.chars().next()).collect()
}

fn squeeze(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// What stands beside titles.
pub(super) struct Extras<'a> {
    pub(super) site: &'a Site,
    /// The page's authors, folded: Substack and others add "by Jane Doe".
    pub(super) authors: Vec<String>,
}

impl Extras<'_> {
    /// A title without the site's name and the authors' at its end or start.
    pub(super) fn strip(&self, title: &str) -> String {
        let parts = parts(title);
        let text = |index: usize| title[parts[index].clone()].trim();
        let mark = |index: usize| title[parts[index - 1].end..parts[index].start].trim();
        let (mut first, mut last) = (0, parts.len());
        // A colon has the title's own words at both sides: "Example Cloud: what is new".
        while last > first + 1 && self.hold(text(last - 1), mark(last - 1) != ":") {
            last -= 1;
        }
        // "Title | Section | Site"
        if last < parts.len() && last > first + 1 {
            let words = |index: usize| text(index).split_whitespace().count();
            let is_section = mark(last - 1) == mark(last) && STRONG_MARKS.contains(&mark(last)) && words(last - 1) <= MAX_SECTION_WORDS;
            last -= usize::from(is_section && words(first) > MAX_SECTION_WORDS);
        }
        let is_label = |index: usize| THREAD_LABELS.contains(&fold(text(index)).as_str());
        // What begins like the site's name may be a product's: "Example Phone – 2 GB".
        let is_extra = |index: usize| self.hold(text(index), false) || is_label(index);
        while !self.site.is_front_page && first + 1 < last && is_extra(first) {
            first += 1;
        }
        match (parts.get(first), parts.get(last.wrapping_sub(1))) {
            (Some(from), Some(to)) => title[from.start..to.end].trim().to_owned(),
            _ => title.to_owned(),
        }
    }

    /// Whether a part of a title is surely a site's name.
    pub(super) fn name_site(&self, title: &str) -> bool {
        parts(title).into_iter().any(|part| self.hold(title[part].trim(), false))
    }

    /// Whether a part of a title is none of it. `is_loose`: whether it may say more than the site's name.
    fn hold(&self, part: &str, is_loose: bool) -> bool {
        let name = fold(part.strip_prefix("by ").unwrap_or(part));
        let is_site = if is_loose { self.site.is_name(part) } else { self.site.is_exactly(part) };
        is_site || calls_itself_site(&name) || self.authors.contains(&name)
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
pub(super) const MAX_SECTION_WORDS: usize = 3;
