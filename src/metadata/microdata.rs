//! Schema.org microdata (`itemprop`) and RDFa (`property`) in the page's elements.

use super::claims::{Claim, Claims, Field, Kind};
use super::text::{fold, holds_words};
use super::{json_ld, visible};
use crate::article::Source;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// Properties without their prefix, lower case.
const PROPERTIES: &[(&str, Field)] = &[
    ("headline", Field::Title),
    ("name", Field::Title),
    ("title", Field::Title),
    ("description", Field::Description),
    ("author", Field::Author),
    ("creator", Field::Author),
    ("datepublished", Field::Published),
    ("datecreated", Field::Published),
    ("uploaddate", Field::Published),
    ("issued", Field::Published),
    ("created", Field::Published),
    ("date", Field::Published),
    ("datemodified", Field::Modified),
    ("modified", Field::Modified),
    ("image", Field::Image),
    ("thumbnailurl", Field::Image),
    ("articlesection", Field::Section),
    ("keywords", Field::Tag),
    ("inlanguage", Field::Lang),
];

/// What marked elements said, each with the item that it belongs to.
#[derive(Default)]
pub(super) struct Marked(Vec<(Option<ElementId>, Claim)>);

/// Marked elements that are looked at: pages that mark thousands are lists.
const MAX_MARKED: usize = 500;

/// Levels that are climbed to the item that a property belongs to.
const MAX_CLIMB: usize = 64;

impl Marked {
    /// Reads an element's `itemprop` or `property`.
    pub(super) fn read(&mut self, tape: &Tape, id: ElementId, attr: Attr, names: &str) {
        let source = if attr == Attr::Itemprop { Source::Microdata } else { Source::Rdfa };
        for name in names.split_ascii_whitespace() {
            let name = name.rsplit([':', '/', '#']).next().unwrap_or(name).to_ascii_lowercase();
            let Some((_, field)) = PROPERTIES.iter().find(|(known, _)| *known == name) else { continue };
            if self.0.len() >= MAX_MARKED {
                return;
            }
            let Some(owner) = owner(tape, id, source) else { continue };
            // A product's or page's "name" is what other sources say better; so is a person's.
            let is_article = owner.is_some_and(|owner| is_article(tape, owner, source));
            if (name == "name" || name == "title" || *field == Field::Author) && !is_article && (owner.is_some() || name != "author") {
                continue;
            }
            if let Some(claim) = claim(tape, id, *field, source) {
                self.0.push((owner, claim));
            }
        }
    }

    /// Hands the claims over: all of a page with one article, or of the article that a title names.
    pub(super) fn claim(self, titles: &[String], claims: &mut Claims) {
        let mut articles: Vec<ElementId> =
            self.0.iter().filter(|(_, claim)| claim.field == Field::Title).filter_map(|(owner, _)| *owner).collect();
        articles.dedup();
        let own = match articles.as_slice() {
            [] | [_] => None,
            several => Some(several.iter().copied().find(|article| {
                let mut own = self.0.iter().filter(|(owner, claim)| *owner == Some(*article) && claim.field == Field::Title);
                own.any(|(_, claim)| titles.iter().any(|title| holds_words(title, &fold(&claim.text))))
            })),
        };
        for (owner, claim) in self.0 {
            if own.is_none_or(|own| owner.is_none() || owner == own) {
                claims.push(claim);
            }
        }
    }
}

/// The item that a property belongs to: `Some(None)` if to the page itself, `None` if to something that is no article.
#[expect(clippy::option_option, reason = "no item and a foreign item are different answers")]
fn owner(tape: &Tape, id: ElementId, source: Source) -> Option<Option<ElementId>> {
    let scope = |id: ElementId| match source {
        Source::Microdata => tape.attr(id, Attr::Itemscope).map(|_| tape.attr(id, Attr::Itemtype).unwrap_or_default()),
        _ => tape.attr(id, Attr::Typeof),
    };
    let found = tape.ancestors(id).skip(1).take(MAX_CLIMB).find_map(|ancestor| Some((ancestor, scope(ancestor)?)));
    match found {
        None => Some(None),
        Some((owner, types)) => types.split_ascii_whitespace().any(json_ld::is_subject).then_some(Some(owner)),
    }
}

fn is_article(tape: &Tape, owner: ElementId, source: Source) -> bool {
    let attr = if source == Source::Microdata { Attr::Itemtype } else { Attr::Typeof };
    tape.attr(owner, attr).unwrap_or_default().split_ascii_whitespace().any(json_ld::is_article)
}

fn claim(tape: &Tape, id: ElementId, field: Field, source: Source) -> Option<Claim> {
    let is_item = tape.attr(id, Attr::Itemscope).is_some() || tape.attr(id, Attr::Typeof).is_some();
    let (name, kind) = match (field, is_item) {
        (Field::Author, true) => (inner(tape, id, &["name", "givenname"]), kind(tape, id)),
        (Field::Image, true) => (inner(tape, id, &["url", "contenturl"]), Kind::Unknown),
        _ => (None, Kind::Unknown),
    };
    let text = name.or_else(|| value(tape, id, field)).filter(|text| !text.is_empty())?;
    let url = (field == Field::Author).then(|| link(tape, id)).flatten();
    Some(Claim { field, source, text, url, kind })
}

fn kind(tape: &Tape, id: ElementId) -> Kind {
    let types = tape.attr(id, Attr::Itemtype).or_else(|| tape.attr(id, Attr::Typeof)).unwrap_or_default();
    if types.contains("Person") {
        Kind::Person
    } else if types.contains("Organization") {
        Kind::Organization
    } else {
        Kind::Unknown
    }
}

/// Events inside an item that are looked at for its name.
const MAX_INNER_EVENTS: usize = 200;

fn inside(tape: &Tape, id: ElementId) -> impl Iterator<Item = ElementId> {
    tape.inside(id).iter().take(MAX_INNER_EVENTS).filter_map(|event| match event {
        Event::Enter(id) => Some(*id),
        _ => None,
    })
}

fn inner(tape: &Tape, id: ElementId, names: &[&str]) -> Option<String> {
    let property = |id| tape.attr(id, Attr::Itemprop).or_else(|| tape.attr(id, Attr::Property));
    let found = inside(tape, id).find(|id| {
        let words = property(*id).unwrap_or_default().to_ascii_lowercase();
        words.split_ascii_whitespace().any(|word| names.contains(&word.rsplit([':', '/']).next().unwrap_or(word)))
    })?;
    let field = if names.contains(&"url") { Field::Image } else { Field::Author };
    value(tape, found, field)
}

/// An element's value, by what it is and what is asked for.
fn value(tape: &Tape, id: ElementId, field: Field) -> Option<String> {
    let attr = |name| tape.attr(id, name).map(str::to_owned);
    let text = || Some(visible::lines(tape, id).join(" | ")).filter(|text| !text.is_empty());
    if let Some(content) = attr(Attr::Content) {
        return Some(content);
    }
    match (field, tape.tag(id)) {
        (Field::Image, Tag::Img) => attr(Attr::Src),
        (Field::Image, _) => attr(Attr::Href),
        (_, Tag::Meta | Tag::Link) => None,
        (Field::Published | Field::Modified, _) => attr(Attr::Datetime).or_else(text),
        _ => text(),
    }
}

fn link(tape: &Tape, id: ElementId) -> Option<String> {
    let own = (tape.tag(id) == Tag::A).then_some(id);
    own.or_else(|| inside(tape, id).find(|id| tape.tag(*id) == Tag::A)).and_then(|id| tape.attr(id, Attr::Href)).map(str::to_owned)
}
