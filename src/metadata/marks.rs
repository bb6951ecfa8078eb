//! Elements that may name the author or a date, by their class, `rel` or address.

use super::claims::Field;
use super::text::{class_words, is_among};
use crate::article::Source;
use crate::html::Attr;
use crate::tape::{ElementId, Tape};

/// An element that may name the author or a date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) field: Field,
    pub(super) source: Source,
    pub(super) element: ElementId,
    /// How surely it means this page's: higher is surer.
    pub(super) weight: i32,
}

/// Marks of one page that are looked at.
const MAX_MARKS: usize = 200;

/// Elements that may name the author or a date, in the order of the page.
#[derive(Default)]
pub(super) struct Marks(pub(super) Vec<Mark>);

/// What a class says that its elements name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    field: Field,
    source: Source,
    weight: i32,
}

/// What the words of a class mean: one of a row's first list, and of its second if that has any, none of its third.
struct ClassRule {
    any: &'static [&'static str],
    and: &'static [&'static str],
    none: &'static [&'static str],
    field: Field,
    weight: i32,
}

/// Weight of the names of a forum's users, of whom the first wrote the thread.
pub(super) const USERNAME_WEIGHT: i32 = 2;

const NOT_AUTHOR: &[&str] = &[
    "bio",
    "box",
    "avatar",
    "image",
    "img",
    "photo",
    "social",
    "list",
    "related",
    "comment",
    "comments",
    "icon",
    "description",
    "desc",
    "follow",
    "recent",
    "widget",
    "more",
    "posts",
    "job",
    "role",
    "title",
    "position",
    "date",
    "time",
    "share",
    "quote",
    "testimonial",
    "thumb",
    "thumbnail",
    "picture",
    "reply",
    "count",
];

const NOT_DATE: &[&str] = &[
    "comment",
    "comments",
    "related",
    "picker",
    "event",
    "sidebar",
    "widget",
    "icon",
    "author",
    "expiry",
    "deadline",
    "birth",
    "reading",
    "read",
    "list",
    "update",
    "countdown",
    "search",
    "filter",
    "range",
    "input",
];

const CLASS_RULES: &[ClassRule] = &[
    ClassRule {
        any: &["author", "authors", "autor", "writer"],
        and: &["name", "names"],
        none: &["comment", "comments", "related"],
        field: Field::Author,
        weight: 4,
    },
    ClassRule { any: &["authorname", "postauthor"], and: &[], none: &["comment", "comments", "related"], field: Field::Author, weight: 4 },
    ClassRule {
        any: &["byline", "bylines"],
        and: &[],
        none: &["date", "time", "image", "avatar", "bio", "social", "icon", "category", "separator", "no", "without"],
        field: Field::Author,
        weight: 4,
    },
    ClassRule {
        any: &["author", "authors", "autor", "auteur", "writer", "contributor"],
        and: &[],
        none: NOT_AUTHOR,
        field: Field::Author,
        weight: 3,
    },
    ClassRule {
        any: &["username", "poster", "postername", "bigusername"],
        and: &[],
        none: NOT_AUTHOR,
        field: Field::Author,
        weight: USERNAME_WEIGHT,
    },
    ClassRule {
        any: &["updated", "modified", "lastmod", "lastupdated"],
        and: &[],
        none: &["comment", "comments", "sidebar", "widget", "published"],
        field: Field::Modified,
        weight: 3,
    },
    ClassRule { any: &["published", "pubdate", "dateline", "posted"], and: &[], none: NOT_DATE, field: Field::Published, weight: 4 },
    ClassRule {
        any: &["date", "datum", "fecha", "timestamp", "datetime", "dates"],
        and: &[],
        none: NOT_DATE,
        field: Field::Published,
        weight: 3,
    },
    ClassRule { any: &["time"], and: &[], none: NOT_DATE, field: Field::Published, weight: 1 },
];

/// Exact classes of microformats.
const MICROFORMATS: &[(&str, Field)] = &[("p-author", Field::Author), ("dt-published", Field::Published), ("dt-updated", Field::Modified)];

/// What a class means, by the first of its tokens that means anything.
pub(super) fn meaning(class: &str) -> Option<Meaning> {
    may_mark(class).then(|| class.split_ascii_whitespace().find_map(meaning_of_token))?
}

fn meaning_of_token(token: &str) -> Option<Meaning> {
    if let Some((_, field)) = MICROFORMATS.iter().find(|(known, _)| *known == token) {
        return Some(Meaning { field: *field, source: Source::Microformat, weight: 5 });
    }
    let words: Vec<&str> = class_words(token).collect();
    let holds = |list: &[&str]| words.iter().any(|word| is_among(list, word));
    let rule = CLASS_RULES.iter().find(|rule| holds(rule.any) && (rule.and.is_empty() || holds(rule.and)) && !holds(rule.none))?;
    Some(Meaning { field: rule.field, source: Source::BylineText, weight: rule.weight })
}

impl Marks {
    /// An element whose class means something.
    pub(super) fn class(&mut self, id: ElementId, Meaning { field, source, weight }: Meaning) {
        if self.0.len() < MAX_MARKS {
            self.0.push(Mark { field, source, element: id, weight });
        }
    }

    /// An `<a rel=author>`.
    pub(super) fn rel_author(&mut self, id: ElementId) {
        self.0.push(Mark { field: Field::Author, source: Source::Link, element: id, weight: 5 });
    }

    /// An `<a href>` to an author's page.
    pub(super) fn link(&mut self, id: ElementId, href: &str) {
        let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        let folder = path.rsplit('/').nth(1).unwrap_or_default();
        if self.0.len() < MAX_MARKS && AUTHOR_FOLDERS.contains(&folder) {
            self.0.push(Mark { field: Field::Author, source: Source::Link, element: id, weight: 4 });
        }
    }

    /// A `<time>`.
    pub(super) fn time(&mut self, tape: &Tape, id: ElementId) {
        let class = tape.attr(id, Attr::Class).unwrap_or_default().to_ascii_lowercase();
        let is_update = class.contains("updated") && !class.contains("published") || class.contains("modified");
        let field = if is_update { Field::Modified } else { Field::Published };
        let weight = if tape.attr(id, Attr::Pubdate).is_some() || class.contains("publish") { 6 } else { 5 };
        if self.0.len() < MAX_MARKS {
            self.0.push(Mark { field, source: Source::TimeElement, element: id, weight });
        }
    }
}

/// The part of an address before an author's name.
const AUTHOR_FOLDERS: &[&str] =
    &["author", "authors", "contributor", "contributors", "writers", "columnists", "autor", "autoren", "auteur", "autori"];

/// Whether a class may hold a word of [`CLASS_RULES`] or [`MICROFORMATS`], by three letters of it: most classes don't.
fn may_mark(class: &str) -> bool {
    class.as_bytes().windows(3).any(|letters| {
        matches!(
            letters,
            b"uth"
                | b"yli"
                | b"uto"
                | b"ute"
                | b"rit"
                | b"rib"
                | b"ern"
                | b"ost"
                | b"ate"
                | b"ime"
                | b"ubl"
                | b"odi"
                | b"ubd"
                | b"atu"
                | b"ech"
                | b"stm"
        )
    })
}
