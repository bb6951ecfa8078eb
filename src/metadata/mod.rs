//! What the page says of itself.
//!
//! Each source has its own file, which turns it into claims; this file decides between them, by one table. A few fields
//! need the finished article: [`complete`] fills those.

mod claims;
mod clock;
mod dates;
mod excerpt;
mod far;
mod given;
mod json_ld;
mod language;
mod lenient_json;
mod look;
mod margins;
mod marks;
mod meta;
mod microdata;
mod names;
mod raw;
#[cfg(test)]
mod tests;
mod text;
mod title;
mod tokens;
mod visible;
#[rustfmt::skip] // Lists of words, one of which fills a page when each has its own line.
mod words;

use claims::{Claim, Claims, Field, Kind};
use dates::{Moment, Order};
pub(crate) use given::give;
pub(crate) use raw::add_raw;

use excerpt::{excerpt, first_paragraph};
use margins::Margins;
use names::Trust;
use title::{Heading, Site};

use crate::article::{Author, Direction, Metadata, PageType, Source};
use crate::blocks::Block;
use crate::document::Document;
use crate::html::{Attr, Tag};
use crate::summary;
use crate::tape::{ElementId, Tape};
use crate::urls::Base;

use Source::{
    BylineText, Citation, DublinCore, HtmlAttribute, JsonLd, Link, Meta, Microdata, Microformat, OpenGraph, Parsely, Rdfa, Sailthru,
    TimeElement, Twitter,
};

/// Whom to believe about what, the most trusted source first. The title is decided in [`title`], with the headings.
const PRECEDENCE: &[(Field, &[Source])] = &[
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
    found.authors(authors(&page.claims, base, &site));
    found.times(&page.claims, order);
    found.metadata
}

/// Fills the fields that need the finished article: its language and direction, excerpt and picture, where the page
/// does not say.
///
/// What was read near the title of a page that turned out to be a list is its first entry's, and goes.
pub(crate) fn complete(metadata: &mut Metadata, document: &Document, text: &str, page_type: PageType) {
    let mut found = Found { metadata: std::mem::take(metadata) };
    if matches!(page_type, PageType::Listing | PageType::Collection) {
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

/// What one walk over the page gathers.
struct Page<'a> {
    claims: Claims,
    headings: Vec<Heading>,
    marks: marks::Marks,
    margins: Margins<'a>,
    marked: microdata::Marked,
    blocks: Vec<&'a str>,
    dir: Option<Direction>,
    document_title: Option<String>,
}

/// Marks that generators put after a heading, as links to it.
const fn is_permalink(c: char) -> bool {
    matches!(c, '¶' | '#' | '§' | '🔗' | ' ')
}

/// Headings that may be the title: those of the first part of the page.
const MAX_HEADINGS: usize = 40;

impl<'a> Page<'a> {
    fn read(tape: &'a Tape) -> Self {
        let mut page = Self {
            claims: Claims::default(),
            headings: Vec::new(),
            marks: marks::Marks::default(),
            margins: Margins::new(tape),
            marked: microdata::Marked::default(),
            blocks: Vec::new(),
            dir: None,
            document_title: None,
        };
        let headline = look::headline(tape);
        let (mut metas, mut icon_rank) = (meta::Found::default(), usize::MAX);
        for index in 0..tape.elements().len() {
            let id = ElementId(index as u32);
            match tape.tag(id) {
                Tag::Meta => meta::meta(tape, id, &mut metas),
                Tag::Link => meta::link(tape, id, &mut icon_rank, &mut page.claims),
                Tag::Title => page.title(tape, id),
                Tag::Script => page.blocks.extend(json_ld::block(tape, id)),
                Tag::Time => page.marks.time(tape, id),
                _ if tape.attr(id, Attr::AriaLevel) == Some("1") || headline == Some(id) => page.heading(tape, id),
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
        let level = tape.tag(id).heading_level().unwrap_or(1);
        if self.headings.len() < MAX_HEADINGS && !self.margins.hold(id) {
            let text = visible::lines(tape, id).join(" ");
            let text = text.trim_end_matches(is_permalink).to_owned();
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
                // <relative-time>, <local-time>, <time-ago>: a script writes their text.
                Attr::Datetime if tag == Tag::Other => self.marks.time(tape, id),
                Attr::Href if tag == Tag::A => self.marks.link(id, value),
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
    text::class_words(name).any(|word| text::is_among(LOGO_WORDS, word))
}

/// Sources that lie among what readers see.
const VISIBLE: &[Source] = &[BylineText, TimeElement, Link, Microformat];

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

    /// Drops authors and dates that were read from the visible page.
    fn drop_visible(&mut self) {
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
    fn plain(&mut self, claims: &Claims, base: &Base) {
        let text = |field| ranked(claims, field).next().map(|claim| (claim.text.clone(), claim.source));
        self.put("excerpt", text(Field::Description).map(|(text, source)| (excerpt(&text), source)), |metadata, text| {
            metadata.excerpt = Some(text);
        });
        self.put("siteName", text(Field::SiteName), |metadata, text| metadata.site_name = Some(text));
        self.put("section", text(Field::Section), |metadata, text| metadata.section = Some(text));
        let mut images = ranked(claims, Field::Image).filter(|claim| !is_logo(&claim.text));
        let image = images.find_map(|claim| Some((web_address(base, &claim.text)?, claim.source)));
        self.put("image", image, |metadata, url| metadata.image = Some(url));
        let icon = ranked(claims, Field::Favicon).find_map(|claim| Some((base.image(&claim.text)?.as_str().to_owned(), claim.source)));
        self.put("favicon", icon, |metadata, url| metadata.favicon = Some(url));
        self.put("tags", tags(claims), |metadata, tags| metadata.tags = tags);
    }

    fn authors(&mut self, authors: Option<(Vec<Author>, Source)>) {
        let byline = authors.as_ref().map(|(authors, source)| {
            let names: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
            (names.join(", "), *source)
        });
        self.put("byline", byline, |metadata, byline| metadata.byline = Some(byline));
        self.put("authors", authors, |metadata, authors| metadata.authors = authors);
    }

    /// Dates. One whose day and month can't be told apart is read as the sure ones say.
    fn times(&mut self, claims: &Claims, order: Order) {
        let is_article = says_article(claims);
        let read = |field| -> Vec<(Moment, Source)> {
            ranked(claims, field).filter_map(|claim| Some((dates::parse(&claim.text, order)?, claim.source))).collect()
        };
        let (published, modified) = (read(Field::Published), read(Field::Modified));
        let sure: Vec<jiff::civil::Date> =
            published.iter().chain(&modified).filter(|(moment, _)| moment.is_sure()).map(|(moment, _)| moment.date).collect();
        // What was published after its last change was moved between systems: another source knows better.
        let changed = modified.first().map(|(moment, _)| moment);
        let is_plausible = |moment: &Moment| {
            changed.is_none_or(|changed| moment.date < changed.date || (moment.date == changed.date && moment != changed))
        };
        let best = published.iter().find(|(moment, _)| is_plausible(moment)).or(published.first()).cloned();
        let settled = |found: Option<(Moment, Source)>| found.map(|(moment, source)| (moment.settled(&sure).iso(), source));
        // Where a page says only when it was changed, that is the date it bears.
        let best = best.or_else(|| modified.first().filter(|(_, source)| is_article || VISIBLE.contains(source)).cloned());
        self.put("publishedTime", settled(best), |metadata, time| metadata.published_time = Some(time));
        self.put("modifiedTime", settled(modified.first().cloned()), |metadata, time| metadata.modified_time = Some(time));
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

/// The authors by the most trusted source that names people; if none does, by the first that names an organisation.
/// Beside people an organisation is the publisher.
fn authors(claims: &Claims, base: &Base, site: &Site) -> Option<(Vec<Author>, Source)> {
    let (_, sources) = PRECEDENCE.iter().find(|(field, _)| *field == Field::Author)?;
    let mut groups: Option<(Vec<Author>, Source)> = None;
    for source in sources.iter().filter(|source| !site.is_front_page || matches!(source, JsonLd | Citation)) {
        let (people, organisations) = authors_by(claims, *source, base, site);
        if !people.is_empty() {
            return Some((people, *source));
        }
        if groups.is_none() && !organisations.is_empty() {
            groups = Some((organisations, *source));
        }
    }
    // Templates put the site's name into every page; an article by the site itself says that it is one.
    let is_dated = claims.all(Field::Published).any(|claim| claim.source != Source::Url);
    groups.filter(|(_, source)| is_dated || says_article(claims) || matches!(source, Microdata | BylineText))
}

/// Whether the page's own data say that it is an article, with a date or by its type.
fn says_article(claims: &Claims) -> bool {
    let structured = [JsonLd, OpenGraph, Microdata, Parsely, Citation, DublinCore, Meta];
    let is_typed = claims.all(Field::Type).any(|claim| claim.text.eq_ignore_ascii_case("article"));
    is_typed || structured.iter().any(|source| claims.has(Field::Published, *source))
}

/// People and organisations that one source names.
fn authors_by(claims: &Claims, source: Source, base: &Base, site: &Site) -> (Vec<Author>, Vec<Author>) {
    let (mut people, mut organisations): (Vec<Author>, Vec<Author>) = (Vec::new(), Vec::new());
    for claim in claims.of(Field::Author, source) {
        let url = claim.url.as_deref().and_then(|url| web_address(base, url));
        let names = names_of(claim);
        let is_group = |name: &str| match claim.kind {
            Kind::Organization => true,
            Kind::Person => site.is_exactly(name),
            Kind::Unknown => names::is_organisation(name) || site.is_exactly(name),
        };
        for name in &names {
            let list = if is_group(name) { &mut organisations } else { &mut people };
            if !list.iter().any(|author| text::fold(&author.name) == text::fold(name)) {
                list.push(Author { name: in_case(name, claims), url: url.clone().filter(|_| names.len() == 1) });
            }
        }
    }
    (people, organisations)
}

/// A name that is all in capitals, as another source writes it.
fn in_case(name: &str, claims: &Claims) -> String {
    let is_shouted = |name: &str| name.contains(' ') && !name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
    if !is_shouted(name) {
        return name.to_owned();
    }
    let others = claims.all(Field::Author).flat_map(names_of);
    others.into_iter().find(|other| !is_shouted(other) && text::fold(other) == text::fold(name)).unwrap_or_else(|| name.to_owned())
}

fn names_of(claim: &Claim) -> Vec<String> {
    match (claim.kind, claim.source) {
        (Kind::Organization, _) => vec![claim.text.clone()],
        (_, Citation | DublinCore) => names::names(&names::turned(&claim.text), Trust::Field),
        _ => names::names(&claim.text, Trust::Field),
    }
}
