//! What the page says of itself.
//!
//! Each source has its own file, which turns it into claims; this file decides between them, by one table. A few fields
//! need the finished article: [`complete`] fills those.

mod claims;
mod dates;
mod json_ld;
mod language;
mod lenient_json;
mod meta;
mod microdata;
mod names;
mod text;
mod title;
mod visible;
mod words;

use claims::{Claim, Claims, Field, Kind};
use dates::{Moment, Order};
use names::Trust;
use title::{Heading, Site};

use crate::article::{Author, Direction, Metadata, Source};
use crate::blocks::Block;
use crate::document::{BlockKind, Document};
use crate::html::{Attr, Tag};
use crate::render;
use crate::summary;
use crate::tape::{ElementId, Tape};
use crate::urls::Base;

use Source::{
    BylineText, Citation, DublinCore, HtmlAttribute, JsonLd, Link, Meta, Microdata, Microformat, OpenGraph, Parsely, Rdfa, Sailthru,
    TimeElement, Twitter,
};

/// Whom to believe about what, the most trusted source first. The title is decided in [`title`], with the headings.
const PRECEDENCE: &[(Field, &[Source])] = &[
    (Field::Author, &[JsonLd, DublinCore, Citation, Parsely, Sailthru, Microdata, OpenGraph, Rdfa, Meta, Link, Microformat, BylineText]),
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

/// The claims about a field in order of trust.
fn ranked(claims: &Claims, field: Field) -> impl Iterator<Item = &Claim> {
    let sources = PRECEDENCE.iter().find(|(known, _)| *known == field).map_or([].as_slice(), |(_, sources)| sources);
    sources.iter().flat_map(move |source| claims.of(field, *source))
}

/// Reads a page's metadata. `base` is what its relative URLs are resolved against.
pub(crate) fn metadata(tape: &Tape, blocks: &[Block], base: &Base) -> Metadata {
    let mut page = Page::read(tape);
    let address = base.link("").map(|url| url.as_str().to_owned()).unwrap_or_default();
    let canonical = ranked(&page.claims, Field::Canonical).find_map(|claim| Some((web_address(base, &claim.text)?, claim.source)));
    page.structured(canonical.as_ref().map(|(url, _)| url.as_str()), &address);

    let site_url = canonical.as_ref().map_or(address.as_str(), |(url, _)| url);
    let site = Site::new(page.claims.all(Field::SiteName).map(|claim| claim.text.as_str()), site_url);
    let chosen = title::choose(&page.claims, &page.headings, &site);
    let lang = ranked(&page.claims, Field::Lang).find_map(|claim| Some((language::bcp47(&claim.text)?, claim.source)));
    let order = order(lang.as_ref().map(|(tag, _)| tag.as_str()), site_url);
    let neighbourhood = visible::Neighbourhood::new(tape, blocks, chosen.heading.as_ref().map(|heading| heading.event), order);
    neighbourhood.claim(&page.marks, &mut page.claims);
    if let Some(moment) = dates::in_url(site_url).or_else(|| dates::in_url(&address)) {
        page.claims.add(Field::Published, Source::Url, &moment.iso());
    }

    let mut found = Found::default();
    found.put("title", chosen.title, |metadata, title| metadata.title = Some(title));
    found.put("lang", lang, |metadata, lang| metadata.lang = Some(lang));
    found.put("dir", page.dir.map(|dir| (dir, HtmlAttribute)), |metadata, dir| metadata.dir = Some(dir));
    found.put("canonicalUrl", canonical, |metadata, url| metadata.canonical_url = Some(url));
    found.plain(&page.claims, base);
    found.authors(&page.claims, base);
    found.times(&page.claims, order);
    found.metadata
}

/// Fills the fields that need the finished article: its language and direction, excerpt and picture, where the page
/// does not say.
pub(crate) fn complete(metadata: &mut Metadata, document: &Document, text: &str) {
    let mut found = Found { metadata: std::mem::take(metadata) };
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

/// What one walk over the page gathers.
#[derive(Default)]
struct Page<'a> {
    claims: Claims,
    headings: Vec<Heading>,
    marks: visible::Marks,
    marked: microdata::Marked,
    blocks: Vec<&'a str>,
    dir: Option<Direction>,
    document_title: Option<String>,
}

/// Headings that may be the title: those of the first part of the page.
const MAX_HEADINGS: usize = 40;

impl<'a> Page<'a> {
    fn read(tape: &'a Tape) -> Self {
        let mut page = Self::default();
        let (mut metas, mut icon_rank) = (meta::Found::default(), usize::MAX);
        for index in 0..tape.elements().len() {
            let id = ElementId(index as u32);
            match tape.tag(id) {
                Tag::Meta => meta::meta(tape, id, &mut metas),
                Tag::Link => meta::link(tape, id, &mut icon_rank, &mut page.claims),
                Tag::Title => page.title(tape, id),
                Tag::Script => page.blocks.extend(json_ld::block(tape, id)),
                Tag::Time => page.marks.time(tape, id),
                Tag::H1 | Tag::H2 | Tag::H3 => page.heading(tape, id),
                _ => {}
            }
            page.attributes(tape, id);
        }
        metas.claim(&mut page.claims);
        page
    }

    fn title(&mut self, tape: &Tape, id: ElementId) {
        let in_svg = tape.element(id).parent.is_some_and(|parent| matches!(tape.tag(parent), Tag::Svg | Tag::Other));
        if self.document_title.is_none() && !in_svg {
            let text = tape.text_content(id);
            self.claims.add(Field::Title, Source::TitleElement, &text);
            self.document_title = Some(text);
        }
    }

    fn heading(&mut self, tape: &Tape, id: ElementId) {
        let level = tape.tag(id).heading_level().unwrap_or(6);
        if self.headings.len() < MAX_HEADINGS && !visible::is_aside(tape, id) {
            let text = visible::lines(tape, id).join(" ");
            if !text.is_empty() {
                self.headings.push(Heading { text, level, event: tape.element(id).enter });
            }
        }
    }

    fn attributes(&mut self, tape: &Tape, id: ElementId) {
        let tag = tape.tag(id);
        for (attr, value) in tape.attrs(id) {
            match attr {
                Attr::Class => self.marks.class(id, value),
                Attr::Itemprop => self.marked.read(tape, id, attr, value),
                Attr::Property if tag != Tag::Meta => self.marked.read(tape, id, attr, value),
                Attr::Rel if tag == Tag::A && value.split_ascii_whitespace().any(|rel| rel == "author") => self.marks.rel_author(id),
                Attr::Lang | Attr::XmlLang if tag == Tag::Html => self.claims.add(Field::Lang, HtmlAttribute, value),
                Attr::Dir if matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article) => self.direction(value),
                _ => {}
            }
        }
    }

    /// The innermost of html, body, main and article counts.
    fn direction(&mut self, value: &str) {
        self.dir = match value.to_ascii_lowercase().as_str() {
            "ltr" => Some(Direction::Ltr),
            "rtl" => Some(Direction::Rtl),
            _ => self.dir,
        };
    }

    /// Reads what needs to know the titles first: JSON-LD and microdata may list other pages' articles.
    fn structured(&mut self, canonical: Option<&str>, address: &str) {
        let named = self.claims.all(Field::Title).map(|claim| claim.text.as_str());
        let shown = self.headings.iter().filter(|heading| heading.level == 1).map(|heading| heading.text.as_str());
        let titles = named.chain(shown).map(text::fold).collect();
        let urls = canonical.into_iter().chain([address]).map(|url| url.trim_end_matches('/').to_owned()).collect();
        let hints = json_ld::Hints { titles, urls };
        json_ld::read(&self.blocks, &hints, &mut self.claims);
        std::mem::take(&mut self.marked).claim(&hints.titles, &mut self.claims);
    }
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

/// Words of a picture's file name that make it no picture of the article.
const LOGO_WORDS: &[&str] = &["logo", "logos", "placeholder", "favicon", "sprite", "blank", "spacer", "avatar", "gravatar"];

fn is_logo(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    text::class_words(name).iter().any(|word| LOGO_WORDS.contains(&word.as_str()))
}

/// The metadata on its way, with the source of each field.
#[derive(Default)]
struct Found {
    metadata: Metadata,
}

impl Found {
    fn put<T>(&mut self, name: &'static str, value: Option<(T, Source)>, set: impl FnOnce(&mut Metadata, T)) {
        if let Some((value, source)) = value {
            set(&mut self.metadata, value);
            self.metadata.sources.insert(name, source);
        }
    }

    /// Fields whose best claim is taken as it is.
    fn plain(&mut self, claims: &Claims, base: &Base) {
        let text = |field| ranked(claims, field).next().map(|claim| (claim.text.clone(), claim.source));
        self.put("excerpt", text(Field::Description).map(|(text, source)| (excerpt(&text), source)), |metadata, text| {
            metadata.excerpt = Some(text)
        });
        self.put("siteName", text(Field::SiteName), |metadata, text| metadata.site_name = Some(text));
        self.put("section", text(Field::Section), |metadata, text| metadata.section = Some(text));
        let image = ranked(claims, Field::Image).filter(|claim| !is_logo(&claim.text));
        let image = image.filter_map(|claim| Some((web_address(base, &claim.text)?, claim.source))).next();
        self.put("image", image, |metadata, url| metadata.image = Some(url));
        let icon = ranked(claims, Field::Favicon).find_map(|claim| Some((base.image(&claim.text)?.as_str().to_owned(), claim.source)));
        self.put("favicon", icon, |metadata, url| metadata.favicon = Some(url));
        self.put("tags", tags(claims), |metadata, tags| metadata.tags = tags);
    }

    fn authors(&mut self, claims: &Claims, base: &Base) {
        let authors = authors(claims, base);
        if let Some((authors, _)) = &authors {
            let byline = authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", ");
            self.put("byline", authors_source(claims, base).map(|source| (byline, source)), |metadata, byline| {
                metadata.byline = Some(byline)
            });
        }
        self.put("authors", authors, |metadata, authors| metadata.authors = authors);
    }

    /// Dates. One whose day and month can't be told apart is read so that it is not after the latest sure one.
    fn times(&mut self, claims: &Claims, order: Order) {
        let read = |field| -> Vec<(Moment, Source)> {
            ranked(claims, field).filter_map(|claim| Some((dates::parse(&claim.text, order)?, claim.source))).collect()
        };
        let (published, modified) = (read(Field::Published), read(Field::Modified));
        let latest = published.iter().chain(&modified).filter(|(moment, _)| moment.is_sure()).map(|(moment, _)| moment.date).max();
        let first =
            |moments: Vec<(Moment, Source)>| moments.into_iter().next().map(|(moment, source)| (moment.not_after(latest).iso(), source));
        self.put("publishedTime", first(published), |metadata, time| metadata.published_time = Some(time));
        self.put("modifiedTime", first(modified), |metadata, time| metadata.modified_time = Some(time));
    }
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

/// The authors that the most trusted source with any names. People go before organisations: a page that names both
/// means its publisher by the latter.
fn authors(claims: &Claims, base: &Base) -> Option<(Vec<Author>, Source)> {
    let (_, sources) = PRECEDENCE.iter().find(|(field, _)| *field == Field::Author)?;
    sources.iter().find_map(|source| {
        let mut authors: Vec<(Author, bool)> = Vec::new();
        for claim in claims.of(Field::Author, *source) {
            let url = claim.url.as_deref().and_then(|url| web_address(base, url));
            let names = names_of(claim);
            let is_group = |name: &str| claim.kind == Kind::Organization || (claim.kind == Kind::Unknown && names::is_organisation(name));
            for name in &names {
                if !authors.iter().any(|(author, _)| text::fold(&author.name) == text::fold(name)) {
                    let url = url.clone().filter(|_| names.len() == 1);
                    authors.push((Author { name: name.clone(), url }, is_group(name)));
                }
            }
        }
        let has_people = authors.iter().any(|(_, is_group)| !is_group);
        authors.retain(|(_, is_group)| !is_group || !has_people);
        (!authors.is_empty()).then(|| (authors.into_iter().map(|(author, _)| author).collect(), *source))
    })
}

fn names_of(claim: &Claim) -> Vec<String> {
    match (claim.kind, claim.source) {
        (Kind::Organization, _) => vec![claim.text.clone()],
        (_, Citation | DublinCore) => names::names(&names::turned(&claim.text), Trust::Field),
        _ => names::names(&claim.text, Trust::Field),
    }
}

fn authors_source(claims: &Claims, base: &Base) -> Option<Source> {
    authors(claims, base).map(|(_, source)| source)
}

/// Longest excerpt, in characters; it is cut at the end of a sentence.
const MAX_EXCERPT_CHARS: usize = 600;

/// A shorter first paragraph is a label or a dateline.
const MIN_PARAGRAPH_CHARS: usize = 25;

fn first_paragraph(document: &Document) -> Option<String> {
    let texts = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Paragraph(inlines) => Some(render::inline_text(inlines)),
        _ => None,
    });
    let mut texts = texts.map(|text| text::tidy(&text)).filter(|text| !text.is_empty()).peekable();
    let first = texts.peek().cloned();
    texts.find(|text| text.chars().count() >= MIN_PARAGRAPH_CHARS).or(first).map(|text| excerpt(&text))
}

/// A text in whole sentences, if it is long.
fn excerpt(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MAX_EXCERPT_CHARS) else { return text.to_owned() };
    let head = &text[..end];
    let stops = head.char_indices().filter(|(at, c)| {
        let after = head[at + c.len_utf8()..].chars().next();
        matches!(c, '。' | '！' | '？' | '।' | '؟') || (matches!(c, '.' | '!' | '?' | '…') && after.is_none_or(char::is_whitespace))
    });
    let stop = stops.last().map(|(at, c)| at + c.len_utf8());
    let word = || head.rfind(char::is_whitespace);
    match stop.or_else(word) {
        Some(end) => head[..end].to_owned(),
        None => head.to_owned(),
    }
}
