//! The metadata on its way: what is taken of the claims about each field.

use super::authors::authors;
use super::claims::{Claim, Claims, Field};
use super::dates::{self, Moment, Order};
use super::excerpt::{excerpt, without_references};
use super::site::Site;
use super::{ranked, text, web_address};
use crate::article::{Metadata, Source};
use crate::urls::Base;

use Source::{BylineText, JsonLd, Link, Microformat, TimeElement};

/// Words of a picture's file name that make it no picture of the article.
const LOGO_WORDS: &[&str] = &["logo", "logos", "placeholder", "favicon", "sprite", "blank", "spacer", "avatar", "gravatar"];

pub(super) fn is_logo(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    text::class_words(name).any(|word| text::is_among(LOGO_WORDS, word))
}

/// Sources that lie among what readers see.
const VISIBLE: &[Source] = &[BylineText, TimeElement, Link, Microformat];

/// The metadata on its way, with the source of each field.
#[derive(Default)]
pub(super) struct Found {
    pub(super) metadata: Metadata,
}

impl Found {
    pub(super) fn put<T>(&mut self, name: &'static str, value: Option<(T, Source)>, set: impl FnOnce(&mut Metadata, T)) {
        if let Some((value, source)) = value {
            set(&mut self.metadata, value);
            self.metadata.sources.insert(name, source);
        }
    }

    /// Drops authors and dates that were read from the visible page.
    pub(super) fn drop_visible(&mut self) {
        let Metadata { sources, byline, authors, published_time, modified_time, .. } = &mut self.metadata;
        let mut drop = |name| sources.get(name).is_some_and(|source| VISIBLE.contains(source)) && sources.remove(name).is_some();
        if drop("byline") {
            *byline = None;
        }
        if drop("authors") {
            authors.clear();
        }
        if drop("publishedTime") {
            *published_time = None;
        }
        if drop("modifiedTime") {
            *modified_time = None;
        }
    }

    /// Fields whose best claim is taken as it is.
    pub(super) fn plain(&mut self, claims: &Claims, base: &Base) {
        let text = |field| ranked(claims, field).next().map(|claim| (claim.text.clone(), claim.source));
        self.put(
            "excerpt",
            text(Field::Description).map(|(text, source)| (excerpt(&without_references(&text)), source)),
            |metadata, text| {
                metadata.excerpt = Some(text);
            },
        );
        self.put("siteName", text(Field::SiteName), |metadata, text| metadata.site_name = Some(text));
        self.put("section", text(Field::Section), |metadata, text| metadata.section = Some(text));
        let mut images = ranked(claims, Field::Image).filter(|claim| !is_logo(&claim.text));
        let image = images.find_map(|claim| Some((web_address(base, &claim.text)?, claim.source)));
        self.put("image", image, |metadata, url| metadata.image = Some(url));
        let icon = ranked(claims, Field::Favicon).find_map(|claim| Some((base.image(&claim.text)?.as_str().to_owned(), claim.source)));
        self.put("favicon", icon, |metadata, url| metadata.favicon = Some(url));
        self.put("tags", tags(claims), |metadata, tags| metadata.tags = tags);
    }

    pub(super) fn authors(&mut self, claims: &Claims, base: &Base, site: &Site) {
        let authors = authors(claims, base, site);
        let byline = authors.as_ref().map(|(authors, source)| {
            let names: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
            (names.join(", "), *source)
        });
        self.put("byline", byline, |metadata, byline| metadata.byline = Some(byline));
        self.put("authors", authors, |metadata, authors| metadata.authors = authors);
    }

    /// Whether readers see an author or a date: systems write for each page when it was made, also for those that are no texts.
    fn is_signed_or_dated(&self, claims: &Claims) -> bool {
        !self.metadata.authors.is_empty() || claims.all(Field::Published).any(|claim| VISIBLE.contains(&claim.source))
    }

    /// Dates. One whose day and month can't be told apart is read as the sure ones say.
    pub(super) fn times(&mut self, claims: &Claims, order: Order) {
        let moment = |claim: &Claim| Some((dates::parse(&claim.text, order)?, claim.source));
        let read = |field| -> Dated { ranked(claims, field).filter_map(moment).collect() };
        let (mut published, modified) = (read(Field::Published), read(Field::Modified));
        if self.is_signed_or_dated(claims) && !claims.has(Field::Published, JsonLd) {
            published.splice(0..0, claims.of(Field::Made, JsonLd).filter_map(moment));
        }
        let sure: Vec<jiff::civil::Date> =
            published.iter().chain(&modified).filter(|(moment, _)| moment.is_sure()).map(|(moment, _)| moment.date).collect();
        let settled = |found: Dated| -> Dated { found.into_iter().map(|(moment, source)| (moment.settled(&sure), source)).collect() };
        let (published, modified) = (settled(published), settled(modified));
        let iso = |(moment, source): &(Moment, Source)| (moment.iso(), *source);
        self.put("publishedTime", publication(&published, &modified).map(iso), |metadata, time| metadata.published_time = Some(time));
        self.put("modifiedTime", modified.first().map(iso), |metadata, time| metadata.modified_time = Some(time));
    }
}

/// Moments and who names them, the most trusted source first.
type Dated = Vec<(Moment, Source)>;

/// When a text was published, by all that is said of that and of its changes.
fn publication<'a>(published: &'a Dated, modified: &'a Dated) -> Option<&'a (Moment, Source)> {
    let is_visible = |(_, source): &&(Moment, Source)| VISIBLE.contains(source);
    // What was published after its last change was moved between systems: another source knows better.
    let changed = modified.first().map(|(moment, _)| moment);
    let is_plausible = |(moment, _): &&(Moment, Source)| {
        changed.is_none_or(|changed| moment.date < changed.date || (moment.date == changed.date && !moment.is_same(changed)))
    };
    let best = published.iter().find(is_plausible).or(published.first());
    // Readers are shown when a text was written, where the data say when it was moved to this system.
    let is_earlier = |(shown, _): &&(Moment, Source)| shown.is_sure() && best.is_some_and(|(best, _)| shown.is_days_before(best));
    let shown = published.iter().find(is_visible).filter(is_earlier);
    // Where a page shows its readers only when it was changed, that is the date that it bears. What only its data say of a
    // change is none: systems write it at each build.
    shown.or(best).or_else(|| modified.iter().find(is_visible))
}

/// Most tags of a page that are kept.
const MAX_TAGS: usize = 50;

/// Keywords of the best source that has any, one by one.
fn tags(claims: &Claims) -> Option<(Vec<String>, Source)> {
    let source = ranked(claims, Field::Tag).next()?.source;
    let mut tags: Vec<String> = Vec::new();
    for tag in claims.of(Field::Tag, source).flat_map(|claim| claim.text.split([',', ';', '，', '、'])) {
        let tag = tag.trim();
        if tags.len() < MAX_TAGS && !tag.is_empty() && !tags.iter().any(|seen| seen.eq_ignore_ascii_case(tag)) {
            tags.push(tag.to_owned());
        }
    }
    (!tags.is_empty()).then_some((tags, source))
}
