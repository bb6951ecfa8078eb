//! `<script type="application/ld+json">`.

use foldhash::{HashMap, HashMapExt};
use serde_json::{Map, Value};

use super::claims::{Claim, Claims, Field, Kind};
use super::lenient_json;
use super::text::{fold, holds_words, tidy};
use crate::article::Source::JsonLd;
use crate::html::Attr;
use crate::tape::{ElementId, Event, Tape};

type Node = Map<String, Value>;

/// How much a type is the page's subject; lower is more. Types that aren't here say nothing of an article.
const TYPES: &[(&str, Rank)] = &[
    ("Question", Rank::Article),
    ("BlogPosting", Rank::Article),
    ("LiveBlogPosting", Rank::Article),
    ("DiscussionForumPosting", Rank::Article),
    ("SocialMediaPosting", Rank::Article),
    ("Report", Rank::Article),
    ("Recipe", Rank::Article),
    ("HowTo", Rank::Article),
    ("Review", Rank::Article),
    ("CriticReview", Rank::Article),
    ("ClaimReview", Rank::Article),
    ("Chapter", Rank::Article),
    ("CreativeWork", Rank::Article),
    ("ShortStory", Rank::Article),
    ("Thesis", Rank::Article),
    ("PodcastEpisode", Rank::Article),
    ("Episode", Rank::Article),
    ("VideoObject", Rank::Thing),
    ("Course", Rank::Thing),
    ("Book", Rank::Thing),
    ("Event", Rank::Thing),
    ("JobPosting", Rank::Thing),
    ("Dataset", Rank::Thing),
    ("Product", Rank::Product),
    ("ProductGroup", Rank::Product),
    ("SoftwareApplication", Rank::Product),
    ("MobileApplication", Rank::Product),
    ("WebApplication", Rank::Product),
    ("SoftwareSourceCode", Rank::Product),
    ("Movie", Rank::Product),
    ("TVSeries", Rank::Product),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Article,
    Thing,
    Product,
    Page,
}

/// Members that lead from a wrapper to the page's subject.
const WRAPPERS: &[&str] = &["@graph", "mainEntity", "mainEntityOfPage"];

/// Nodes looked at, over all blocks.
const MAX_NODES: usize = 50_000;

/// What the rest of the page says, to tell the page's own article from others that it lists.
#[derive(Debug, Default)]
pub(super) struct Hints {
    /// Folded titles: of the document, of Open Graph, of the first headings.
    pub(super) titles: Vec<String>,
    /// The page's addresses.
    pub(super) urls: Vec<String>,
}

/// Reads all blocks of a page.
pub(super) fn read(blocks: &[&str], hints: &Hints, claims: &mut Claims) {
    let values: Vec<Value> = blocks.iter().filter_map(|text| lenient_json::parse(text)).collect();
    let graph = Graph::new(&values);
    let mut subjects: Vec<(Rank, &Node)> = graph.top.iter().filter_map(|node| Some((rank(node)?, *node))).collect();
    subjects.sort_by_key(|(rank, _)| *rank);
    drop_other_articles(&mut subjects, hints);
    for (rank, node) in &subjects {
        graph.subject(*rank, node, hints, claims);
    }
    for node in &graph.top {
        if has_type(node, &["WebSite"]) {
            graph.names(node, "name", Field::SiteName, claims);
        }
    }
}

/// A page that lists articles has several; of those only the one that the page's title or address names is its own.
fn drop_other_articles(subjects: &mut Vec<(Rank, &Node)>, hints: &Hints) {
    let mut titles: Vec<String> =
        subjects.iter().filter(|(rank, _)| *rank == Rank::Article).filter_map(|(_, node)| headline(node)).collect();
    titles.sort();
    titles.dedup();
    if titles.len() < 2 {
        return;
    }
    let is_own = |node: &Node| {
        let title = headline(node).unwrap_or_default();
        let named = hints.titles.iter().any(|hint| holds_words(hint, &title) || holds_words(&title, hint));
        named || ["url", "@id", "mainEntityOfPage"].iter().filter_map(|key| address(node.get(*key)?)).any(|url| hints.urls.contains(&url))
    };
    subjects.retain(|(rank, node)| *rank != Rank::Article || is_own(node));
}

fn headline(node: &Node) -> Option<String> {
    ["headline", "name"].iter().find_map(|key| node.get(*key)?.as_str()).map(|text| fold(&tidy(text)))
}

fn address(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim_end_matches('/').to_owned()),
        Value::Object(node) => {
            ["@id", "url"].iter().find_map(|key| node.get(*key)?.as_str()).map(|text| text.trim_end_matches('/').to_owned())
        }
        _ => None,
    }
}

fn types(node: &Node) -> impl Iterator<Item = &str> {
    let value = node.get("@type");
    let one = value.and_then(Value::as_str);
    let many = value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    one.into_iter().chain(many).map(|name| name.rsplit(['/', ':', '#']).next().unwrap_or(name))
}

fn has_type(node: &Node, names: &[&str]) -> bool {
    types(node).any(|name| names.contains(&name))
}

fn rank(node: &Node) -> Option<Rank> {
    types(node).filter_map(rank_of_type).min()
}

fn rank_of_type(name: &str) -> Option<Rank> {
    if name.ends_with("Article") {
        return Some(Rank::Article);
    }
    if name.ends_with("Page") {
        return Some(Rank::Page);
    }
    TYPES.iter().find(|(known, _)| *known == name).map(|(_, rank)| *rank)
}

/// Whether a type's name, maybe with its vocabulary's address, is one of an article.
pub(super) fn is_article(name: &str) -> bool {
    rank_of_type(name.rsplit(['/', ':', '#']).next().unwrap_or(name)) == Some(Rank::Article)
}

/// Whether it is one that a page may be about.
pub(super) fn is_subject(name: &str) -> bool {
    rank_of_type(name.rsplit(['/', ':', '#']).next().unwrap_or(name)).is_some()
}

/// All nodes of all blocks: those that may be the page's subject, and those that others refer to by `@id`.
struct Graph<'a> {
    top: Vec<&'a Node>,
    by_id: HashMap<&'a str, &'a Node>,
}

impl<'a> Graph<'a> {
    /// Walks without recursion: first what may be a subject, in order, then all else for its `@id`.
    fn new(values: &'a [Value]) -> Self {
        let mut graph = Self { top: Vec::new(), by_id: HashMap::new() };
        let mut pending: Vec<(&Value, bool)> = values.iter().rev().map(|value| (value, true)).collect();
        let mut left = MAX_NODES;
        while let Some((value, is_top)) = pending.pop() {
            left = match left.checked_sub(1) {
                Some(left) => left,
                None => break,
            };
            match value {
                Value::Array(values) => pending.extend(values.iter().rev().map(|value| (value, is_top))),
                Value::Object(node) => {
                    graph.note(node, is_top);
                    // The questions of a FAQ are not what its page is called.
                    let is_top = is_top && !has_type(node, &["FAQPage"]);
                    let members = node.iter().filter(|(_, value)| value.is_object() || value.is_array());
                    pending.extend(members.map(|(key, value)| (value, is_top && WRAPPERS.contains(&key.as_str()))));
                }
                _ => {}
            }
        }
        graph
    }

    fn note(&mut self, node: &'a Node, is_top: bool) {
        if is_top && node.contains_key("@type") {
            self.top.push(node);
        }
        // A reference has nothing but its id.
        if let Some(id) = node.get("@id").and_then(Value::as_str).filter(|_| node.len() > 1) {
            self.by_id.entry(id).or_insert(node);
        }
    }

    /// A node, or the one that it refers to.
    fn resolve(&self, node: &'a Node) -> &'a Node {
        let id = node.get("@id").and_then(Value::as_str).filter(|_| !node.contains_key("name") && !node.contains_key("url"));
        id.and_then(|id| self.by_id.get(id).copied()).unwrap_or(node)
    }

    fn subject(&self, rank: Rank, node: &'a Node, hints: &Hints, claims: &mut Claims) {
        if rank == Rank::Article {
            claims.add(Field::Type, JsonLd, "article");
        }
        if rank < Rank::Page {
            // Wikipedia's headline is a description: what the page's title names comes first.
            let text = |key: &str| node.get(key).and_then(text_of).map(|text| fold(&tidy(text))).unwrap_or_default();
            let (headline, name) = (text("headline"), text("name"));
            let is_named = |text: &str| hints.titles.iter().any(|title| holds_words(title, text));
            let by_name = headline.is_empty() || (is_named(&name) && !is_named(&headline));
            texts(node, if by_name { "name" } else { "headline" }, Field::Title, claims);
        }
        texts(node, "description", Field::Description, claims);
        if rank != Rank::Product {
            if !claims.has(Field::Author, JsonLd) {
                let key = ["author", "creator"].into_iter().find(|key| node.contains_key(*key));
                key.and_then(|key| node.get(key)).into_iter().for_each(|value| self.authors(value, claims));
            }
            let field = if rank == Rank::Article { Field::Published } else { Field::Made };
            for key in ["datePublished", "dateCreated", "uploadDate"] {
                texts(node, key, field, claims);
            }
            texts(node, "dateModified", Field::Modified, claims);
        }
        for key in ["image", "primaryImageOfPage", "thumbnailUrl"] {
            self.addresses(node, key, Field::Image, claims);
        }
        texts(node, "articleSection", Field::Section, claims);
        texts(node, "keywords", Field::Tag, claims);
        texts(node, "inLanguage", Field::Lang, claims);
        self.names(node, "publisher", Field::SiteName, claims);
        if rank == Rank::Page {
            self.names(node, "isPartOf", Field::SiteName, claims);
        }
    }

    /// Names of a member's nodes; a bare string is a name.
    fn names(&self, node: &'a Node, key: &str, field: Field, claims: &mut Claims) {
        for value in each(node.get(key)) {
            let name = match value {
                Value::Object(node) => self.resolve(node).get("name").and_then(text_of),
                other => text_of(other),
            };
            if let Some(name) = name.filter(|name| !is_address(name)) {
                claims.add(field, JsonLd, name);
            }
        }
    }

    fn addresses(&self, node: &'a Node, key: &str, field: Field, claims: &mut Claims) {
        for value in each(node.get(key)) {
            let url = match value {
                Value::Object(node) => {
                    let node = self.resolve(node);
                    ["url", "contentUrl", "@id"].iter().find_map(|key| text_of(node.get(*key)?))
                }
                other => text_of(other),
            };
            if let Some(url) = url {
                claims.add(field, JsonLd, url);
            }
        }
    }

    fn authors(&self, value: &'a Value, claims: &mut Claims) {
        for value in each(Some(value)) {
            match value {
                Value::Object(node) => {
                    let node = self.resolve(node);
                    let kind = kind(node);
                    let url = each(node.get("url")).find_map(text_of).or_else(|| node.get("sameAs").and_then(text_of));
                    for name in each(node.get("name")).filter_map(text_of) {
                        claims.push(Claim {
                            field: Field::Author,
                            source: JsonLd,
                            text: name.to_owned(),
                            url: url.map(str::to_owned),
                            kind,
                        });
                    }
                }
                other => {
                    if let Some(name) = text_of(other).filter(|name| !is_address(name)) {
                        claims.add(Field::Author, JsonLd, name);
                    }
                }
            }
        }
    }
}

/// Texts of a member: a string, a language-tagged value, or a list of these.
fn texts(node: &Node, key: &str, field: Field, claims: &mut Claims) {
    for text in each(node.get(key)).filter_map(text_of) {
        claims.add(field, JsonLd, text);
    }
}

fn kind(node: &Node) -> Kind {
    if has_type(node, &["Person"]) {
        Kind::Person
    } else if types(node)
        .any(|name| name.ends_with("Organization") || matches!(name, "Corporation" | "LocalBusiness" | "WebSite" | "Brand"))
    {
        Kind::Organization
    } else {
        Kind::Unknown
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://") || text.starts_with('/') || text.starts_with('#')
}

/// The members of a list, or the one value.
fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (one, many) = match value {
        Some(Value::Array(values)) => (None, values.as_slice()),
        other => (other, [].as_slice()),
    };
    one.into_iter().chain(many)
}

fn text_of(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Object(node) => ["@value", "url", "name"].iter().find_map(|key| node.get(*key)?.as_str()),
        Value::Array(values) => values.iter().find_map(|value| value.as_str()),
        _ => None,
    }
}

/// The text of a script, if it is JSON-LD.
pub(super) fn block(tape: &Tape, id: ElementId) -> Option<&str> {
    let kind = tape.attr(id, Attr::Type)?.split(';').next()?.trim();
    let text = tape.inside(id).iter().find_map(|event| match event {
        Event::Text(text) => Some(tape.text(*text)),
        _ => None,
    });
    text.filter(|_| kind.eq_ignore_ascii_case("application/ld+json"))
}
