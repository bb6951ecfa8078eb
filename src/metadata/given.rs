//! What site rules find on a page goes before all that the page says of itself.

use super::dates;
use super::names::{self, Trust};
use super::text::fold;
use super::{order, web_address};
use crate::article::{Author, Metadata, Source};
use crate::html::{Attr, Tag};
use crate::site_rules::{Found, value};
use crate::tape::{ElementId, Tape};
use crate::urls::Base;

/// Puts in what the elements say that rules name. One that says nothing leaves the field as it was.
pub(crate) fn give(metadata: &mut Metadata, found: &Found, tape: &Tape, base: &Base) {
    let mut title = found.title.iter().map(|id| value(tape, *id, &[Attr::Content])).filter(|title| !title.is_empty());
    if let Some(title) = title.next() {
        metadata.title = Some(title);
        metadata.sources.insert("title", Source::SiteRule);
    }
    let authors = authors(&found.author, tape, base);
    if !authors.is_empty() {
        metadata.byline = Some(authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", "));
        metadata.authors = authors;
        metadata.sources.extend(["byline", "authors"].map(|field| (field, Source::SiteRule)));
    }
    let order = order(metadata.lang.as_deref(), &base.link("").map(|url| url.as_str().to_owned()).unwrap_or_default());
    let mut dates = found.date.iter().map(|id| value(tape, *id, &[Attr::Datetime, Attr::Content]));
    if let Some(moment) = dates.find_map(|text| dates::parse(&text, order)) {
        metadata.published_time = Some(moment.iso());
        metadata.sources.insert("publishedTime", Source::SiteRule);
    }
}

/// The authors that elements name. A text with none that looks like a name is one, as the rule says so.
fn authors(ids: &[ElementId], tape: &Tape, base: &Base) -> Vec<Author> {
    let mut authors: Vec<Author> = Vec::new();
    for id in ids {
        let text = value(tape, *id, &[Attr::Content]);
        let mut names = names::names(&text, Trust::Field);
        if names.is_empty() && !text.is_empty() {
            names.push(text);
        }
        let href = tape.attr(*id, Attr::Href).filter(|_| tape.tag(*id) == Tag::A && names.len() == 1);
        let url = href.and_then(|href| web_address(base, href));
        for name in names {
            if !authors.iter().any(|author| fold(&author.name) == fold(&name)) {
                authors.push(Author { name, url: url.clone() });
            }
        }
    }
    authors
}
