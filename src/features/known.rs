//! What the page says of itself, as far as it tells its text apart: title, structured data, address.

use foldhash::HashSet;

use super::lexicon::{Groups, name_groups};
use super::text::{pairs, words};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};

/// Kinds that JSON-LD, Open Graph and microdata give a page, each with the names that stand for it.
pub(crate) const KINDS: [(&str, &[&str]); 12] = [
    (
        "article",
        &["article", "newsarticle", "blogposting", "reportagenewsarticle", "techarticle", "scholarlyarticle", "analysisnewsarticle"],
    ),
    ("product", &["product", "productgroup", "individualproduct", "offer", "aggregateoffer", "product.item", "og:product"]),
    ("forum", &["discussionforumposting", "qapage", "question", "answer", "comment"]),
    ("list", &["itemlist", "collectionpage", "searchresultspage", "offercatalog"]),
    ("faq", &["faqpage"]),
    ("service", &["service", "localbusiness", "professionalservice", "store", "restaurant", "softwareapplication"]),
    ("website", &["website"]),
    ("webpage", &["webpage", "aboutpage", "contactpage"]),
    ("breadcrumb", &["breadcrumblist"]),
    ("review", &["review", "aggregaterating"]),
    ("media", &["video", "videoobject", "movie", "tvseries", "podcastepisode", "podcastseries", "musicrecording", "video.other"]),
    ("recipe", &["recipe", "howto"]),
];

/// What a page says of itself.
#[derive(Default)]
pub(crate) struct Stated {
    /// The words of its title.
    pub(crate) title: HashSet<u64>,
    /// How many pairs of words there are in the text that it states in JSON-LD.
    pub(super) body: usize,
    pub(super) kinds: Kinds,
    /// Groups of the path's names.
    pub(super) path_groups: Groups,
    pub(super) path_depth: u32,
    pub(super) path_hyphens: u32,
    pub(super) path_digits: u32,
    pub(super) has_path: bool,
    /// Whether it says when it was published: a single text does, a shop or a list seldom.
    pub(super) is_dated: bool,
}

impl Stated {
    pub(crate) fn read(tape: &Tape) -> Self {
        let mut stated = Self::default();
        for (index, element) in tape.elements().iter().enumerate() {
            let id = ElementId(index as u32);
            match element.tag {
                Tag::Title if stated.title.is_empty() => stated.title = words(&tape.text_content(id)),
                Tag::Meta => stated.read_meta(tape, id),
                Tag::Link if tape.attr(id, Attr::Rel) == Some("canonical") => stated.read_path(tape.attr(id, Attr::Href)),
                Tag::Script if is_structured(tape, id) => stated.read_json(&tape.text_content(id)),
                _ => {}
            }
            if let Some(kind) = tape.attr(id, Attr::Itemtype) {
                stated.kinds.add(kind);
            }
        }
        stated
    }

    fn read_meta(&mut self, tape: &Tape, id: ElementId) {
        let name = tape.attr(id, Attr::Property).or_else(|| tape.attr(id, Attr::Name)).unwrap_or_default();
        let Some(content) = tape.attr(id, Attr::Content) else { return };
        match name {
            "og:title" => self.title.extend(words(content)),
            "og:type" => self.kinds.add(content),
            "article:published_time" => self.is_dated = true,
            "og:url" if !self.has_path => self.read_path(Some(content)),
            _ => {}
        }
    }

    fn read_path(&mut self, url: Option<&str>) {
        let Some(url) = url else { return };
        let after_host = url.split_once("://").map_or(url, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        let path = after_host.split(['?', '#']).next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        self.has_path = true;
        self.path_depth = parts.len() as u32;
        let last = parts.last().copied().unwrap_or_default();
        self.path_hyphens = last.matches(['-', '_']).count() as u32;
        self.path_digits = last.bytes().filter(u8::is_ascii_digit).count() as u32;
        self.path_groups = parts[..parts.len().saturating_sub(1)].iter().fold(0, |groups, part| groups | name_groups(part));
    }

    /// Reads the strings of the keys that matter, without a tree: the data need not be valid.
    fn read_json(&mut self, json: &str) {
        let mut left = json;
        while let Some((_, after)) = left.split_once('"') {
            let Some((key, rest)) = json_string(after) else { return };
            left = rest;
            let Some(value) = rest.trim_ascii_start().strip_prefix(':') else { continue };
            let value = value.trim_ascii_start();
            match key {
                "@type" => self.kinds.read(value),
                "articleBody" | "text" | "reviewBody" => left = self.read_body(value).unwrap_or(left),
                _ => {}
            }
        }
    }

    fn read_body<'a>(&mut self, value: &'a str) -> Option<&'a str> {
        let (raw, rest) = json_string(value.strip_prefix('"')?)?;
        let quoted = &value[..raw.len() + 2];
        let text = serde_json::from_str(quoted).unwrap_or_else(|_| raw.to_owned());
        self.body += pairs(&text);
        Some(rest)
    }
}

/// How often a page says that it is of each of the [`KINDS`].
#[derive(Default)]
pub(crate) struct Kinds(pub(crate) [u32; KINDS.len()]);

impl Kinds {
    /// Counts a kind by its name or address.
    pub(crate) fn add(&mut self, kind: &str) {
        let name = kind.rsplit('/').next().unwrap_or_default();
        let found = KINDS.iter().position(|(_, names)| names.iter().any(|known| known.eq_ignore_ascii_case(name)));
        if let Some(kind) = found {
            self.0[kind] += 1;
        }
    }

    /// Counts those that the value of JSON-LD's `@type` names: a string or a list of strings.
    pub(crate) fn read(&mut self, value: &str) {
        let (list, most) = match value.strip_prefix('[') {
            Some(list) => (list.split(']').next().unwrap_or_default(), usize::MAX),
            None => (value.get(..value.len().min(MAX_KIND_BYTES)).unwrap_or_default(), 1),
        };
        list.split('"').skip(1).step_by(2).take(most).for_each(|kind| self.add(kind));
    }
}

/// More than the longest kind's address has.
const MAX_KIND_BYTES: usize = 64;

fn is_structured(tape: &Tape, id: ElementId) -> bool {
    tape.attr(id, Attr::Type).is_some_and(|kind| kind.trim_ascii().starts_with("application/ld+json"))
}

/// Splits after a string's closing quote. Escapes stay as they are.
fn json_string(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some((&text[..at], &text[at + 1..])),
            _ => {}
        }
    }
    None
}
