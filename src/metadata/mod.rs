//! What the page says of itself.
//!
//! Each source has its own file, which turns it into claims; this file decides between them, by one table. A few fields
//! need the finished article: [`complete`] fills those.

mod authors;
mod claims;
mod clock;
mod dates;
mod excerpt;
mod far;
mod found;
mod given;
mod json_ld;
mod language;
mod lenient_json;
mod likeness;
mod look;
mod margins;
mod marks;
mod meta;
mod microdata;
mod names;
mod page;
mod parts;
mod raw;
mod site;
#[cfg(test)]
mod tests;
mod text;
mod title;
mod tokens;
mod visible;
#[rustfmt::skip] // Lists of words, one of which fills a page when each has its own line.
mod words;

pub(crate) use given::give;
pub(crate) use raw::add_raw;

use claims::{Claim, Claims, Field};
use dates::Order;
use excerpt::first_paragraph;
use found::{Found, is_logo};
use page::Page;
use site::Site;

use crate::article::{Metadata, PageType, Source};
use crate::blocks::Block;
use crate::document::Document;
use crate::summary;
use crate::tape::Tape;
use crate::urls::Base;

use Source::{
    BylineText, Citation, DublinCore, HtmlAttribute, JsonLd, Link, Meta, Microdata, Microformat, OpenGraph, Parsely, Rdfa, Sailthru,
    TimeElement, Twitter,
};

/// Whom to believe about what, the most trusted source first. For the title the page's headings count too: [`title`].
const PRECEDENCE: &[(Field, &[Source])] = &[
    (Field::Title, &[JsonLd, Citation, DublinCore, OpenGraph, Parsely, Sailthru, Twitter, Microdata, Rdfa, Source::TitleElement, Meta]),
    (
        Field::Author,
        &[JsonLd, DublinCore, Citation, Parsely, Sailthru, Microdata, OpenGraph, Rdfa, Twitter, Meta, Link, Microformat, BylineText],
    ),
    (
        Field::Published,
        &[
            JsonLd,
            OpenGraph,
            Parsely,
            Citation,
            Sailthru,
            Microdata,
            DublinCore,
            Rdfa,
            Meta,
            Microformat,
            TimeElement,
            BylineText,
            Source::Url,
        ],
    ),
    (Field::Modified, &[JsonLd, OpenGraph, Microdata, DublinCore, Rdfa, Meta, Microformat, TimeElement, BylineText]),
    (Field::Description, &[JsonLd, DublinCore, OpenGraph, Meta, Twitter, Sailthru, Microdata, Rdfa, Citation]),
    (Field::SiteName, &[JsonLd, OpenGraph, Meta, Citation]),
    (Field::Image, &[OpenGraph, JsonLd, Twitter, Parsely, Sailthru, Link, Microdata, Rdfa, Meta]),
    (Field::Canonical, &[Link, OpenGraph]),
    (Field::Favicon, &[Link, Meta]),
    (Field::Section, &[JsonLd, OpenGraph, Parsely, Microdata, Rdfa, Meta]),
    (Field::Tag, &[OpenGraph, JsonLd, Parsely, Sailthru, Meta, Citation, DublinCore, Microdata]),
    (Field::Lang, &[HtmlAttribute, Meta, JsonLd, DublinCore, OpenGraph, Citation, Microdata]),
];

/// The sources of a field in order of trust.
fn sources(field: Field) -> &'static [Source] {
    PRECEDENCE.iter().find(|(known, _)| *known == field).map_or(&[], |(_, sources)| sources)
}

/// The claims about a field in order of trust.
fn ranked(claims: &Claims, field: Field) -> impl Iterator<Item = &Claim> {
    sources(field).iter().flat_map(move |source| claims.of(field, *source))
}

/// Reads a page's metadata. `base` is what its relative URLs are resolved against.
pub(crate) fn metadata(tape: &Tape, blocks: &[Block], base: &Base) -> Metadata {
    let mut page = Page::read(tape);
    let address = base.link("").map(|url| url.as_str().to_owned()).unwrap_or_default();
    let canonical = ranked(&page.claims, Field::Canonical).find_map(|claim| Some((web_address(base, &claim.text)?, claim.source)));
    page.structured(canonical.as_ref().map(|(url, _)| url.as_str()), &address);

    let site_url = canonical.as_ref().map_or(address.as_str(), |(url, _)| url);
    let mut site = Site::new(page.claims.all(Field::SiteName).map(|claim| claim.text.as_str()), site_url);
    // Some sites call their front page the canonical address of all.
    site.is_front_page &= address.is_empty() || site::is_front_page(&address);
    let chosen = title::choose(&page.claims, &page.headings, &site);
    let lang = ranked(&page.claims, Field::Lang).find_map(|claim| Some((language::bcp47(&claim.text)?, claim.source)));
    let order = order(lang.as_ref().map(|(tag, _)| tag.as_str()), site_url);
    let (event, title) = (chosen.heading.as_ref().map(|heading| heading.event), chosen.title.as_ref().map_or("", |(title, _)| title));
    let neighbourhood = visible::Neighbourhood::new(&page.margins, blocks, event, title, order);
    let is_article = says_article(&page.claims);
    if !site.is_front_page {
        neighbourhood.claim(&page.marks, is_article, &mut page.claims);
    }
    if let Some(moment) = dates::in_url(site_url).or_else(|| dates::in_url(&address)) {
        page.claims.add(Field::Published, Source::Url, &moment.iso());
    }

    let mut found = Found::default();
    found.put("title", chosen.title, |metadata, title| metadata.title = Some(title));
    found.put("lang", lang, |metadata, lang| metadata.lang = Some(lang));
    found.put("dir", page.dir.map(|dir| (dir, HtmlAttribute)), |metadata, dir| metadata.dir = Some(dir));
    found.put("canonicalUrl", canonical, |metadata, url| metadata.canonical_url = Some(url));
    found.plain(&page.claims, base);
    found.authors(&page.claims, base, &site);
    found.times(&page.claims, order);
    found.metadata
}

/// Fills the fields that need the finished article: its language and direction, excerpt and picture, where the page
/// does not say.
///
/// What was read near the title of a page that turned out to be a list is its first entry's, on that of a product it is of
/// its release or of a review: it goes.
pub(crate) fn complete(metadata: &mut Metadata, document: &Document, text: &str, page_type: PageType) {
    let mut found = Found { metadata: std::mem::take(metadata) };
    if matches!(page_type, PageType::Listing | PageType::Collection | PageType::Product) {
        found.drop_visible();
    }
    if found.metadata.lang.is_none() {
        let lang = language::detect(text).map(|lang| (lang.to_owned(), Source::Text));
        found.put("lang", lang, |metadata, lang| metadata.lang = Some(lang));
    }
    if found.metadata.dir.is_none() {
        let dir = found.metadata.lang.as_deref().and_then(language::direction_of_language).or_else(|| language::direction_of_text(text));
        found.put("dir", dir.map(|dir| (dir, Source::Text)), |metadata, dir| metadata.dir = Some(dir));
    }
    if found.metadata.excerpt.is_none() {
        let excerpt = first_paragraph(document).map(|text| (text, Source::Text));
        found.put("excerpt", excerpt, |metadata, excerpt| metadata.excerpt = Some(excerpt));
    }
    if found.metadata.image.is_none() {
        let image = summary::images(document).into_iter().map(|image| image.src).find(|url| !is_logo(url));
        found.put("image", image.map(|url| (url, Source::Text)), |metadata, url| metadata.image = Some(url));
    }
    *metadata = found.metadata;
}

/// Which comes first in `3/4/2024`: the month in the United States and the Philippines, and where English names no
/// country and no country's host says otherwise; else the day.
fn order(lang: Option<&str>, url: &str) -> Order {
    let host = url.split("://").nth(1).unwrap_or_default().split(['/', ':', '?', '#']).next().unwrap_or_default();
    let is_country =
        host.rsplit('.').next().is_some_and(|label| label.len() == 2 && !matches!(label, "us" | "io" | "ai" | "co" | "me" | "tv" | "ph"));
    match lang.map(|tag| tag.split_once('-').unwrap_or((tag, ""))) {
        Some((_, "US" | "PH")) => Order::MonthFirst,
        Some(("en", "")) | None if !is_country => Order::MonthFirst,
        _ => Order::DayFirst,
    }
}

/// An address that leads to the Web.
fn web_address(base: &Base, reference: &str) -> Option<String> {
    let url = base.link(reference)?;
    url.as_str().starts_with("http").then(|| url.as_str().to_owned())
}

/// Whether the page's own data say that it is an article, with a date or by its type.
fn says_article(claims: &Claims) -> bool {
    let structured = [JsonLd, OpenGraph, Microdata, Parsely, Citation, DublinCore, Meta];
    let is_typed = claims.all(Field::Type).any(|claim| claim.text.eq_ignore_ascii_case("article"));
    is_typed || structured.iter().any(|source| claims.has(Field::Published, *source))
}
