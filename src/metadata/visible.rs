//! Bylines and dates that readers see, near the title.

use super::claims::{Claim, Claims, Field, Kind};
use super::dates::{self, Order};
use super::names::{self, Trust};
use super::text::{class_words, fold, tidy};
use super::words::{MODIFIED, PUBLISHED};
use crate::article::Source;
use crate::blocks::Block;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// Events of an element that are read as its lines.
const MAX_LINE_EVENTS: usize = 80;

/// The lines of an element: its text, parted where blocks and line breaks part it.
pub(super) fn lines(tape: &Tape, id: ElementId) -> Vec<String> {
    let mut lines = vec![String::new()];
    for event in tape.inside(id).iter().take(MAX_LINE_EVENTS) {
        match *event {
            Event::Text(text) => {
                if !tape.text_parent(text).is_some_and(|parent| matches!(tape.tag(parent), Tag::Script | Tag::Style | Tag::Noscript)) {
                    lines.last_mut().expect("never empty").push_str(tape.text(text));
                }
            }
            Event::Enter(id) | Event::Exit(id) if tape.tag(id).is_block() || tape.tag(id) == Tag::Br => lines.push(String::new()),
            Event::Enter(_) | Event::Exit(_) => {}
        }
    }
    lines.iter().map(|line| tidy(line)).filter(|line| !line.is_empty()).collect()
}

/// An element that may name the author or a date.
#[derive(Clone, Copy, Debug)]
struct Mark {
    field: Field,
    source: Source,
    element: ElementId,
    /// How surely it means this page's: higher is surer.
    weight: i32,
}

/// Marks of one page that are looked at.
const MAX_MARKS: usize = 200;

/// Elements that may name the author or a date, in the order of the page.
#[derive(Default)]
pub(super) struct Marks(Vec<Mark>);

/// What the words of a class mean. All of a row's first list, none of its second.
struct ClassRule {
    any: &'static [&'static str],
    none: &'static [&'static str],
    field: Field,
    weight: i32,
}

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
        any: &["byline", "bylines"],
        none: &["date", "time", "image", "avatar", "bio", "social", "icon"],
        field: Field::Author,
        weight: 4,
    },
    ClassRule {
        any: &["author", "authors", "autor", "auteur", "writer", "contributor"],
        none: NOT_AUTHOR,
        field: Field::Author,
        weight: 3,
    },
    ClassRule { any: &["username", "poster", "postername"], none: NOT_AUTHOR, field: Field::Author, weight: 2 },
    ClassRule {
        any: &["updated", "modified", "lastmod", "lastupdated"],
        none: &["comment", "comments", "sidebar", "widget", "published"],
        field: Field::Modified,
        weight: 3,
    },
    ClassRule { any: &["published", "pubdate", "dateline", "posted"], none: NOT_DATE, field: Field::Published, weight: 4 },
    ClassRule { any: &["date", "datum", "fecha", "timestamp", "datetime", "dates"], none: NOT_DATE, field: Field::Published, weight: 3 },
    ClassRule { any: &["time"], none: NOT_DATE, field: Field::Published, weight: 1 },
];

/// Exact classes of microformats.
const MICROFORMATS: &[(&str, Field)] = &[("p-author", Field::Author), ("dt-published", Field::Published), ("dt-updated", Field::Modified)];

impl Marks {
    /// Looks at an element's class.
    pub(super) fn class(&mut self, id: ElementId, class: &str) {
        if self.0.len() >= MAX_MARKS || !HINTS.iter().any(|hint| class.contains(hint)) {
            return;
        }
        for token in class.split_ascii_whitespace() {
            if let Some((_, field)) = MICROFORMATS.iter().find(|(known, _)| *known == token) {
                return self.0.push(Mark { field: *field, source: Source::Microformat, element: id, weight: 5 });
            }
            let words = class_words(token);
            let holds = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
            if let Some(rule) = CLASS_RULES.iter().find(|rule| holds(rule.any) && !holds(rule.none)) {
                return self.0.push(Mark { field: rule.field, source: Source::BylineText, element: id, weight: rule.weight });
            }
        }
    }

    /// An `<a rel=author>`.
    pub(super) fn rel_author(&mut self, id: ElementId) {
        self.0.push(Mark { field: Field::Author, source: Source::Link, element: id, weight: 5 });
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

/// Parts of words that a class must hold before its words are looked at: most classes hold none.
const HINTS: &[&str] = &[
    "uthor",
    "yline",
    "utor",
    "uteur",
    "riter",
    "ontributor",
    "ername",
    "oster",
    "ate",
    "ime",
    "ublish",
    "osted",
    "odified",
    "ubdate",
    "atum",
    "echa",
    "lastmod",
];

/// The page around the title.
pub(super) struct Neighbourhood<'a> {
    tape: &'a Tape,
    blocks: &'a [Block],
    /// Index of the title's block, or of the first block after where it would be.
    title: Option<usize>,
    order: Order,
}

/// Blocks before and after the title's in which bylines and dates stand.
const BEFORE: usize = 6;
const AFTER: usize = 14;

/// Longest byline or date line, in characters.
const MAX_LINE_CHARS: u32 = 160;

impl<'a> Neighbourhood<'a> {
    /// `title` is the event that enters the title's heading.
    pub(super) fn new(tape: &'a Tape, blocks: &'a [Block], title: Option<u32>, order: Order) -> Self {
        let title = title.map(|event| blocks.partition_point(|block| block.events.end <= event));
        Self { tape, blocks, title, order }
    }

    /// Blocks between the title and an event; before it they count double. `None` if there is no title, or too far.
    fn distance(&self, event: u32) -> Option<i32> {
        let block = self.blocks.partition_point(|block| block.events.end <= event);
        let distance = i32::try_from(block).ok()? - i32::try_from(self.title?).ok()?;
        let near = if distance < 0 { distance.unsigned_abs() as usize <= BEFORE } else { distance as usize <= AFTER };
        near.then_some(if distance < 0 { -distance * 2 } else { distance })
    }

    /// Claims of the marks, the surest and nearest first; then of plain lines.
    pub(super) fn claim(&self, marks: &Marks, claims: &mut Claims) {
        let mut near: Vec<(i32, Mark)> = Vec::new();
        for mark in &marks.0 {
            if let Some(distance) = self.distance(self.tape.element(mark.element).enter)
                && !is_aside(self.tape, mark.element)
            {
                near.push((mark.weight * 4 - distance, *mark));
            }
        }
        near.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        for (_, mark) in near {
            match mark.field {
                Field::Author => self.author(mark, claims),
                _ => self.date(mark, claims),
            }
        }
        self.plain_lines(claims);
    }

    fn author(&self, mark: Mark, claims: &mut Claims) {
        let lines = lines(self.tape, mark.element);
        let chars: usize = lines.iter().map(|line| line.chars().count()).sum();
        if chars > MAX_LINE_CHARS as usize || claims.has(Field::Author, mark.source) {
            return;
        }
        let text = lines.join(" | ");
        let names = names::names(&text, Trust::Line);
        let url = self.link(mark.element, names.len());
        for name in names {
            claims.push(Claim { field: Field::Author, source: mark.source, text: name, url: url.clone(), kind: Kind::Unknown });
        }
    }

    /// The one link of a byline with one name.
    fn link(&self, id: ElementId, names: usize) -> Option<String> {
        let inside = self.tape.inside(id).iter().take(MAX_LINE_EVENTS).filter_map(|event| match event {
            Event::Enter(id) => Some(*id),
            _ => None,
        });
        let mut links = std::iter::once(id).chain(inside).filter(|id| self.tape.tag(*id) == Tag::A);
        let link = links.next().filter(|_| names == 1)?;
        self.tape.attr(link, Attr::Href).map(str::to_owned)
    }

    fn date(&self, mark: Mark, claims: &mut Claims) {
        let attr = [Attr::Datetime, Attr::DataDatetime, Attr::DataTime, Attr::DataTimestamp]
            .iter()
            .find_map(|attr| self.tape.attr(mark.element, *attr));
        let lines = lines(self.tape, mark.element);
        let text = lines.join(" | ");
        if text.chars().count() > MAX_LINE_CHARS as usize {
            return;
        }
        let date = attr.and_then(|attr| dates::parse(attr, self.order)).or_else(|| dates::parse(&text, self.order));
        let Some(date) = date else { return };
        let field = if mark.field == Field::Published && says_modified(&text, self.label_before(mark.element)) {
            Field::Modified
        } else {
            mark.field
        };
        if !claims.has(field, mark.source) {
            claims.add(field, mark.source, &date.iso());
        }
    }

    /// The text right before an element: "Updated:".
    fn label_before(&self, id: ElementId) -> &str {
        let before = &self.tape.events()[..self.tape.element(id).enter as usize];
        let texts = before.iter().rev().take(MAX_LABEL_EVENTS).filter_map(|event| match event {
            Event::Text(text) => Some(self.tape.text(*text)),
            _ => None,
        });
        texts.map(str::trim).find(|text| !text.is_empty()).filter(|text| text.len() < MAX_LABEL_BYTES).unwrap_or_default()
    }

    /// Lines near the title that begin with "By", and short ones with a date.
    fn plain_lines(&self, claims: &mut Claims) {
        let Some(title) = self.title else { return };
        let near = title.saturating_sub(BEFORE)..(title + AFTER).min(self.blocks.len());
        for index in near.clone().filter(|index| *index > title).chain(near.rev().filter(|index| *index < title)) {
            let block = &self.blocks[index];
            if block.chars > MAX_LINE_CHARS || block.container.is_some_and(|container| is_aside(self.tape, container)) {
                continue;
            }
            let text = block.text(self.tape);
            self.plain_byline(&text, block, claims);
            if let Some(date) = dates::parse(&text, self.order).filter(|_| is_date_line(&text)) {
                let field = if says_modified(&text, "") { Field::Modified } else { Field::Published };
                if !claims.has(field, Source::BylineText) {
                    claims.add(field, Source::BylineText, &date.iso());
                }
            }
        }
    }

    fn plain_byline(&self, text: &str, block: &Block, claims: &mut Claims) {
        let (rest, sure) = names::strip_by(text);
        if !sure || rest.len() == text.len() || claims.has(Field::Author, Source::BylineText) {
            return;
        }
        let names = names::names(rest, Trust::Line);
        let container = block.container.filter(|_| names.len() == 1);
        for name in names {
            let url = container.and_then(|container| self.link_named(container, &name));
            claims.push(Claim { field: Field::Author, source: Source::BylineText, text: name, url, kind: Kind::Unknown });
        }
    }

    fn link_named(&self, container: ElementId, name: &str) -> Option<String> {
        let link = self.tape.inside(container).iter().take(MAX_LINE_EVENTS).find_map(|event| match event {
            Event::Enter(id) if self.tape.tag(*id) == Tag::A && fold(&self.tape.text_content(*id)) == fold(name) => Some(*id),
            _ => None,
        })?;
        self.tape.attr(link, Attr::Href).map(str::to_owned)
    }
}

/// How far before a date its label is looked for, and how long a label is.
const MAX_LABEL_EVENTS: usize = 6;
const MAX_LABEL_BYTES: usize = 60;

/// Whether a date's own line, or the label before it, says that it is that of a change.
fn says_modified(text: &str, label: &str) -> bool {
    let has = |text: &str, list: &[&str]| {
        fold(text).split(' ').any(|word| list.contains(&word)) || list.iter().any(|word| !word.is_ascii() && text.contains(word))
    };
    has(text, MODIFIED) && !has(text, PUBLISHED) || (has(label, MODIFIED) && !has(text, PUBLISHED))
}

/// Words of a line with a date and nothing else to say.
const MAX_DATE_LINE_WORDS: usize = 14;

fn is_date_line(text: &str) -> bool {
    text.split_whitespace().count() <= MAX_DATE_LINE_WORDS
}

/// Levels that are climbed to see where an element is.
const MAX_CLIMB: usize = 64;

/// Words of the classes and ids of regions that say nothing of the page's own article.
const ASIDE_WORDS: &[&str] = &[
    "comment",
    "comments",
    "related",
    "sidebar",
    "footer",
    "widget",
    "recommended",
    "recommendations",
    "trending",
    "popular",
    "newsletter",
    "nav",
    "navigation",
    "menu",
    "disqus",
    "respond",
    "recirculation",
    "teaser",
    "teasers",
    "carousel",
    "testimonial",
    "testimonials",
    "modal",
    "cookie",
    "promo",
    "latest",
    "breadcrumb",
    "breadcrumbs",
    "cart",
];

/// Whether an element stands in the page's margins: menus, footers, comments, other articles' teasers.
pub(super) fn is_aside(tape: &Tape, id: ElementId) -> bool {
    tape.ancestors(id).take(MAX_CLIMB).any(|id| {
        let is_region = |tag| matches!(tag, Tag::Nav | Tag::Footer | Tag::Aside | Tag::Dialog | Tag::Template | Tag::Noscript);
        let tag = tape.tag(id);
        if matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article) {
            return false;
        }
        is_region(tag)
            || tape.attrs(id).any(|(attr, value)| match attr {
                Attr::Class | Attr::Id => {
                    value.split_ascii_whitespace().any(|token| class_words(token).iter().any(|word| ASIDE_WORDS.contains(&word.as_str())))
                }
                Attr::Hidden => true,
                Attr::AriaHidden => value == "true",
                Attr::Role => matches!(value, "navigation" | "complementary" | "contentinfo" | "dialog"),
                _ => false,
            })
    })
}
