//! `<meta>` in all its dialects, and `<link>`.

use super::claims::{Claim, Claims, Field, Kind};
use super::words::BY;
use crate::article::Source;
use crate::html::Attr;
use crate::tape::{ElementId, Tape};

use Field::{Author, Canonical, Description, Favicon, Image, Lang, Modified, Published, Section, SiteName, Tag as Keyword, Title, Type};
use Source::{Citation, DublinCore, Meta, OpenGraph, Parsely, Sailthru, Twitter};

/// Names in lower case, with `:` and `_` of prefixes written as `.`. Within a source earlier rows go first.
const NAMES: &[(&str, Source, Field)] = &[
    ("og.title", OpenGraph, Title),
    ("og.description", OpenGraph, Description),
    ("og.site.name", OpenGraph, SiteName),
    ("og.image.secure.url", OpenGraph, Image),
    ("og.image.url", OpenGraph, Image),
    ("og.image", OpenGraph, Image),
    ("og.url", OpenGraph, Canonical),
    ("og.type", OpenGraph, Type),
    ("og.locale", OpenGraph, Lang),
    ("og.updated.time", OpenGraph, Modified),
    ("og.published.time", OpenGraph, Published),
    ("og.article.author", OpenGraph, Author),
    ("og.article.published.time", OpenGraph, Published),
    ("og.article.modified.time", OpenGraph, Modified),
    ("og.article.section", OpenGraph, Section),
    ("og.article.tag", OpenGraph, Keyword),
    ("article.published.time", OpenGraph, Published),
    ("article.published", OpenGraph, Published),
    ("article.modified.time", OpenGraph, Modified),
    ("article.modified", OpenGraph, Modified),
    ("article.author", OpenGraph, Author),
    ("article.author.name", OpenGraph, Author),
    ("article.section", OpenGraph, Section),
    ("article.tag", OpenGraph, Keyword),
    ("book.author", OpenGraph, Author),
    ("book.release.date", OpenGraph, Published),
    ("video.release.date", OpenGraph, Published),
    ("profile.username", OpenGraph, Author),
    ("weibo.article.title", OpenGraph, Title),
    ("weibo.webpage.title", OpenGraph, Title),
    ("weibo.article.description", OpenGraph, Description),
    ("weibo.webpage.description", OpenGraph, Description),
    ("weibo.article.create.at", OpenGraph, Published),
    ("twitter.title", Twitter, Title),
    ("twitter.description", Twitter, Description),
    ("twitter.image", Twitter, Image),
    ("twitter.image.src", Twitter, Image),
    ("dc.title", DublinCore, Title),
    ("dc.description", DublinCore, Description),
    ("dc.description.abstract", DublinCore, Description),
    ("dc.creator", DublinCore, Author),
    ("dc.creator.personalname", DublinCore, Author),
    ("dc.contributor.author", DublinCore, Author),
    ("dc.date.issued", DublinCore, Published),
    ("dc.date.published", DublinCore, Published),
    ("dc.date.created", DublinCore, Published),
    ("dc.issued", DublinCore, Published),
    ("dc.created", DublinCore, Published),
    ("dc.date", DublinCore, Published),
    ("dc.date.modified", DublinCore, Modified),
    ("dc.modified", DublinCore, Modified),
    ("dc.language", DublinCore, Lang),
    ("dc.subject", DublinCore, Keyword),
    ("parsely.title", Parsely, Title),
    ("parsely.author", Parsely, Author),
    ("parsely.pub.date", Parsely, Published),
    ("parsely.section", Parsely, Section),
    ("parsely.tags", Parsely, Keyword),
    ("parsely.image.url", Parsely, Image),
    ("sailthru.title", Sailthru, Title),
    ("sailthru.description", Sailthru, Description),
    ("sailthru.author", Sailthru, Author),
    ("sailthru.date", Sailthru, Published),
    ("sailthru.tags", Sailthru, Keyword),
    ("sailthru.image.full", Sailthru, Image),
    ("citation.title", Citation, Title),
    ("citation.abstract", Citation, Description),
    ("citation.author", Citation, Author),
    ("citation.authors", Citation, Author),
    ("citation.publication.date", Citation, Published),
    ("citation.online.date", Citation, Published),
    ("citation.date", Citation, Published),
    ("citation.language", Citation, Lang),
    ("citation.keywords", Citation, Keyword),
    ("citation.journal.title", Citation, SiteName),
    ("bepress.citation.title", Citation, Title),
    ("bepress.citation.author", Citation, Author),
    ("bepress.citation.date", Citation, Published),
    ("eprints.title", Citation, Title),
    ("eprints.creators.name", Citation, Author),
    ("eprints.date", Citation, Published),
    ("prism.publicationdate", Citation, Published),
    ("headline", Meta, Title),
    ("title", Meta, Title),
    ("description", Meta, Description),
    ("abstract", Meta, Description),
    ("author", Meta, Author),
    ("author.name", Meta, Author),
    ("authors", Meta, Author),
    ("byl", Meta, Author),
    ("byline", Meta, Author),
    ("creator", Meta, Author),
    ("article.authors", Meta, Author),
    ("shareaholic.article.author.name", Meta, Author),
    ("pubdate", Meta, Published),
    ("pubdate.time", Meta, Published),
    ("publishdate", Meta, Published),
    ("publish.date", Meta, Published),
    ("published.date", Meta, Published),
    ("publication.date", Meta, Published),
    ("publicationdate", Meta, Published),
    ("datepublished", Meta, Published),
    ("date.published", Meta, Published),
    ("originalpublicationdate", Meta, Published),
    ("article.original.publish.date", Meta, Published),
    ("article.created", Meta, Published),
    ("shareaholic.article.published.time", Meta, Published),
    ("date.created", Meta, Published),
    ("datecreated", Meta, Published),
    ("displaydate", Meta, Published),
    ("cxenseparse.recs.publishtime", Meta, Published),
    ("cxenseparse.pageclass.publishtime", Meta, Published),
    ("ptime", Meta, Published),
    ("pdate", Meta, Published),
    ("release.date", Meta, Published),
    ("date", Meta, Published),
    ("created", Meta, Published),
    ("last.modified", Meta, Modified),
    ("lastmod", Meta, Modified),
    ("datemodified", Meta, Modified),
    ("date.modified", Meta, Modified),
    ("modified.time", Meta, Modified),
    ("modified.date", Meta, Modified),
    ("revised", Meta, Modified),
    ("article.updated", Meta, Modified),
    ("shareaholic.article.modified.time", Meta, Modified),
    ("utime", Meta, Modified),
    ("ms.date", Meta, Modified),
    ("application.name", Meta, SiteName),
    ("apple.mobile.web.app.title", Meta, SiteName),
    ("cre", Meta, SiteName),
    ("news.keywords", Meta, Keyword),
    ("keywords", Meta, Keyword),
    ("tags", Meta, Keyword),
    ("section", Meta, Section),
    ("article.section.name", Meta, Section),
    ("category", Meta, Section),
    ("subject", Meta, Section),
    ("thumbnail", Meta, Image),
    ("msapplication.tileimage", Meta, Favicon),
    ("content.language", Meta, Lang),
    ("language", Meta, Lang),
    ("lang", Meta, Lang),
];

/// `citation_author`, `og:site_name`, `DC.Title`, `dcterms:created`, `parsely-pub-date` → the table's form.
fn normal_name(name: &str) -> String {
    let name: String = name
        .trim()
        .chars()
        .map(|c| match c {
            ':' | '_' | '-' => '.',
            c => c.to_ascii_lowercase(),
        })
        .collect();
    match name.split_once('.') {
        Some(("dcterms" | "dcterm" | "dct", rest)) => format!("dc.{rest}"),
        _ => name,
    }
}

/// Ends of names that sites make up for the date of publication, and the row that they mean.
const DATE_ENDINGS: &[&str] =
    &["publish.date", "published.date", "publication.date", "pub.date", "published.time", "publishdate", "publisheddate", "published.at"];

fn own_date_name(name: &str) -> Option<usize> {
    let is_date = DATE_ENDINGS.iter().any(|ending| name.strip_suffix(ending).is_some_and(|rest| rest.ends_with('.')));
    if is_date { NAMES.iter().position(|(known, ..)| *known == "publishdate") } else { None }
}

/// Reads a `<meta>`. `property` may hold several names; it outranks `name`.
pub(super) fn meta(tape: &Tape, id: ElementId, claims: &mut Found) {
    let (mut property, mut name, mut content, mut other) = (None, None, None, None);
    for (attr, value) in tape.attrs(id) {
        match attr {
            Attr::Property => property = property.or(Some(value)),
            Attr::Name => name = name.or(Some(value)),
            Attr::HttpEquiv => other = other.or(Some(value)),
            Attr::Content => content = content.or(Some(value)),
            _ => {}
        }
    }
    let Some(content) = content.filter(|content| !content.trim().is_empty()) else { return };
    for (rank, names) in [property, name, other].into_iter().enumerate() {
        for name in names.unwrap_or_default().split_ascii_whitespace() {
            let name = normal_name(name);
            let known = NAMES.iter().position(|(known, ..)| *known == name);
            if let Some(row) = known.or_else(|| own_date_name(&name)) {
                claims.facts.push((rank, row, content.to_owned()));
            } else if let Some(key) = name.strip_prefix("twitter.label").or_else(|| name.strip_prefix("twitter.data")) {
                claims.label(name.contains("label"), key, content);
            }
        }
    }
}

/// What `<meta>` elements said, to be put in the table's order once all are read.
#[derive(Default)]
pub(super) struct Found {
    /// Whether it was given by property or name, the row, the content.
    facts: Vec<(usize, usize, String)>,
    /// Keys of Twitter's labels that say "written by", and the data by key.
    labels: Vec<String>,
    data: Vec<(String, String)>,
}

impl Found {
    /// `twitter:label1` = "Written by" and `twitter:data1` = "Jane Doe".
    fn label(&mut self, is_label: bool, key: &str, content: &str) {
        if !is_label {
            self.data.push((key.to_owned(), content.to_owned()));
        } else if BY.has(&content.trim().to_lowercase()) {
            self.labels.push(key.to_owned());
        }
    }

    pub(super) fn claim(mut self, claims: &mut Claims) {
        for (_, text) in self.data.iter().filter(|(key, _)| self.labels.contains(key)) {
            claims.add(Author, Twitter, text);
        }
        self.facts.sort_by_key(|(rank, row, _)| (*row, *rank));
        let mut seen: Option<(usize, usize)> = None;
        for (rank, row, text) in self.facts {
            // A name given as property and again as name counts once.
            if seen.is_some_and(|(seen_row, seen_rank)| seen_row == row && seen_rank != rank) {
                continue;
            }
            seen = Some((row, rank));
            let (_, source, field) = NAMES[row];
            let is_address = field == Author && (text.starts_with("http") || text.starts_with('/'));
            if !is_address {
                claims.push(Claim { field, source, text, url: None, kind: Kind::Unknown });
            }
        }
    }
}

/// Icons by `rel`, the most fitting first.
const ICONS: &[&str] = &["icon", "shortcut icon", "apple-touch-icon", "apple-touch-icon-precomposed"];

/// Reads a `<link>`: the canonical address, the icon. `icon_rank` is the best so far.
pub(super) fn link(tape: &Tape, id: ElementId, icon_rank: &mut usize, claims: &mut Claims) {
    let (Some(rel), Some(href)) = (tape.attr(id, Attr::Rel), tape.attr(id, Attr::Href)) else { return };
    let rel = rel.trim().to_ascii_lowercase();
    match rel.as_str() {
        "canonical" => claims.add(Canonical, Source::Link, href),
        "image_src" => claims.add(Image, Source::Link, href),
        _ => {
            let rank = ICONS.iter().position(|icon| *icon == rel);
            // Of icons of one rank the first counts; a better rank comes before all earlier ones.
            if let Some(rank) = rank.filter(|rank| *rank < *icon_rank) {
                *icon_rank = rank;
                claims.put_first(Favicon, Source::Link, href);
            }
        }
    }
}
