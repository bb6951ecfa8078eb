//! Footnotes, endnotes and sidenotes of the usual generators: which link is a reference, and which element its note.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::presence::Presence;
use super::token::{has_class, has_word};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};
use crate::urls::decode_fragment;

/// All footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// A note's element, and its number: in the order of the first references.
    numbers: HashMap<ElementId, u32>,
    /// A reference's element (a link, or a sidenote), its note's number, and the how-manieth reference to it this is.
    references: HashMap<ElementId, (u32, u32)>,
    /// How many references lead to each note.
    counts: Vec<u32>,
    /// Links from a note back to its reference.
    back: HashSet<ElementId>,
    /// Lists of notes.
    lists: HashSet<ElementId>,
}

/// Classes of notes that stand in the text itself, or in its margin.
const SIDENOTES: &[&str] =
    &["sidenote", "marginnote", "margin-note", "side-note", "sidenote-content", "footnote-inline", "inline-footnote"];

/// Words of ids, classes and roles by which a note is known.
const NOTE_WORDS: &[&str] = &[
    "fn",
    "ftn",
    "ftnt",
    "footnote",
    "footnotes",
    "fnote",
    "endnote",
    "endnotes",
    "edn",
    "sdfootnote",
    "sdendnote",
    "footdef",
    "footnotedef",
    "cite",
    "note",
    "reference",
    "references",
    "citation",
];

/// Longest text of a reference, in characters: "[note 12]".
const MAX_MARK_CHARS: usize = 9;

impl Notes {
    /// The number of the note that an element is, and how many references lead to it.
    pub(super) fn note(&self, id: ElementId) -> Option<(u32, u32)> {
        let number = *self.numbers.get(&id)?;
        Some((number, self.counts[number as usize - 1]))
    }

    /// The note that a link refers to, and the how-manieth reference to it this is.
    pub(super) fn reference(&self, id: ElementId) -> Option<(u32, u32)> {
        self.references.get(&id).copied()
    }

    pub(super) fn is_back_link(&self, id: ElementId) -> bool {
        self.back.contains(&id)
    }

    pub(super) fn is_list(&self, id: ElementId) -> bool {
        self.lists.contains(&id)
    }

    pub(super) fn is_sidenote(&self, id: ElementId) -> bool {
        self.references.contains_key(&id) && self.numbers.contains_key(&id)
    }

    fn refer(&mut self, reference: ElementId, note: ElementId) {
        let next = self.counts.len() as u32 + 1;
        let number = *self.numbers.entry(note).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        let count = &mut self.counts[number as usize - 1];
        *count += 1;
        self.references.insert(reference, (number, *count));
    }
}

/// A link within the page.
struct Link {
    id: ElementId,
    fragment: String,
}

/// Finds a page's footnotes.
pub(super) fn find(tape: &Tape, presence: &Presence<'_>) -> Notes {
    let mut targets: HashMap<&str, ElementId> = HashMap::new();
    let mut links = Vec::new();
    let mut sides = Vec::new();
    for index in 0..tape.elements().len() {
        let id = ElementId(index as u32);
        if !presence.element(id) {
            continue;
        }
        for name in names(tape, id) {
            targets.entry(name).or_insert(id);
        }
        if let Some(fragment) = tape.attr(id, Attr::Href).filter(|_| tape.tag(id) == Tag::A).and_then(|href| href.trim().strip_prefix('#'))
        {
            links.push(Link { id, fragment: decode_fragment(fragment) });
        } else if is_sidenote(tape, id) {
            sides.push(id);
        }
    }
    number(tape, &targets, &links, &sides)
}

fn is_sidenote(tape: &Tape, id: ElementId) -> bool {
    matches!(tape.tag(id), Tag::Span | Tag::Small | Tag::Aside | Tag::Div) && has_class(tape, id, SIDENOTES)
}

/// The names by which links find an element.
fn names(tape: &Tape, id: ElementId) -> impl Iterator<Item = &str> {
    let name = tape.attr(id, Attr::Name).filter(|_| tape.tag(id) == Tag::A);
    tape.attr(id, Attr::Id).into_iter().chain(name).map(str::trim).filter(|name| !name.is_empty())
}

fn number(tape: &Tape, targets: &HashMap<&str, ElementId>, links: &[Link], sides: &[ElementId]) -> Notes {
    let mut by_fragment: HashMap<&str, Vec<ElementId>> = HashMap::new();
    for link in links {
        by_fragment.entry(&link.fragment).or_default().push(link.id);
    }
    let mut notes = Notes::default();
    let mut sides = sides.iter().copied().peekable();
    for link in links {
        while let Some(side) = sides.next_if(|side| *side < link.id) {
            notes.refer(side, side);
        }
        let Some(&target) = targets.get(link.fragment.as_str()) else { continue };
        let Some(note) = note_element(tape, target, link.id) else { continue };
        let back = back_links(tape, link.id, note, &by_fragment);
        if !is_mark(tape, link.id) || (back.is_empty() && !is_named_note(tape, link, target)) {
            continue;
        }
        notes.refer(link.id, note);
        notes.back.extend(back);
        if let Some(list) = tape.element(note).parent.filter(|list| matches!(tape.tag(*list), Tag::Ol | Tag::Ul)) {
            notes.lists.insert(list);
        }
    }
    sides.for_each(|side| notes.refer(side, side));
    notes
}

/// Whether a link's text can be a reference's: a number, a letter or a sign.
fn is_mark(tape: &Tape, id: ElementId) -> bool {
    if tape.inside(id).len() > 12 {
        return false;
    }
    let text = tape.text_content(id);
    let text = text.trim();
    let inner = text.trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')' | '^') || c.is_whitespace());
    let is_number =
        inner.chars().next_back().is_some_and(char::is_numeric) && inner.chars().filter(|c| char::is_alphabetic(*c)).count() <= 5;
    let is_letter = inner.chars().count() <= 2 && inner.chars().all(char::is_alphanumeric);
    let is_sign = inner.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '※'));
    !inner.is_empty() && text.chars().count() <= MAX_MARK_CHARS && (is_number || is_letter || is_sign)
}

/// The element of the note that a target stands for. Notes come after what refers to them.
fn note_element(tape: &Tape, target: ElementId, link: ElementId) -> Option<ElementId> {
    let is_holder = |id: &ElementId| matches!(tape.tag(*id), Tag::Li | Tag::P | Tag::Div | Tag::Dd | Tag::Aside | Tag::Section | Tag::Td);
    let mut note = tape.ancestors(target).find(is_holder)?;
    // A paragraph within an element that is itself called a note: "div.footnote > a + div".
    while let Some(parent) = tape.element(note).parent {
        let is_one_note = tape.tag(parent) == Tag::Li
            || (tape.tag(parent) == Tag::Div
                && (has_class(tape, parent, &["footnote", "footdef", "footnote-item"])
                    || tape.attr(parent, Attr::Id).is_some_and(is_note_name)));
        if !is_one_note || matches!(tape.tag(note), Tag::Li | Tag::Td) {
            break;
        }
        note = parent;
    }
    let (note_at, link_at) = (tape.element(note), tape.element(link));
    let is_later = note_at.enter > link_at.enter;
    (is_later && note_at.exit - note_at.enter <= MAX_NOTE_EVENTS).then_some(note)
}

/// A note is no chapter: on the tape it takes fewer events than this.
const MAX_NOTE_EVENTS: u32 = 2000;

/// "ftn1", "sdfootnote3sym", "fn:2".
fn is_note_name(id: &str) -> bool {
    let letters: String = id.chars().take_while(|c| !c.is_ascii_digit()).filter(|c| c.is_alphabetic()).collect();
    matches!(letters.to_ascii_lowercase().as_str(), "fn" | "ftn" | "edn" | "footnote" | "endnote" | "sdfootnote" | "sdendnote")
}

/// The links in the note that lead back to this reference.
fn back_links(tape: &Tape, link: ElementId, note: ElementId, by_fragment: &HashMap<&str, Vec<ElementId>>) -> Vec<ElementId> {
    let note = tape.element(note);
    let around = tape.ancestors(link).take(4).chain(tape.inside(link).iter().filter_map(|event| match *event {
        Event::Enter(child) => Some(child),
        _ => None,
    }));
    let before = previous(tape, link);
    around
        .chain(before)
        .flat_map(|id| names(tape, id))
        .filter_map(|name| by_fragment.get(name))
        .flatten()
        .copied()
        .filter(|id| (note.enter..note.exit).contains(&tape.element(*id).enter))
        .collect()
}

/// The empty element right before a link: `<a id="ref1"></a><a href="#note1">`.
fn previous(tape: &Tape, id: ElementId) -> Option<ElementId> {
    let enter = tape.element(id).enter as usize;
    match *tape.events().get(enter.checked_sub(1)?)? {
        Event::Exit(before) => Some(before),
        _ => None,
    }
}

/// Whether names alone say that this is a reference to a note.
fn is_named_note(tape: &Tape, link: &Link, target: ElementId) -> bool {
    let has_role = |id: ElementId| {
        tape.attr(id, Attr::Role).is_some_and(|role| matches!(role.trim(), "doc-noteref" | "doc-footnote" | "doc-endnote"))
            || tape.attr(id, Attr::Epub).is_some_and(|kind| kind.contains("note"))
            || tape.attr(id, Attr::DataFootnote).is_some()
    };
    let is_raised = tape.ancestors(link.id).take(3).any(|id| tape.tag(id) == Tag::Sup)
        || tape.inside(link.id).iter().any(|event| matches!(*event, Event::Enter(child) if tape.tag(child) == Tag::Sup))
        || tape.text_content(link.id).trim().starts_with('[');
    let words = |text: &str| text.split(|c: char| !c.is_alphabetic()).any(|word| NOTE_WORDS.contains(&word.to_ascii_lowercase().as_str()));
    has_role(link.id)
        || has_role(target)
        || (is_raised && (words(&link.fragment) || has_word(tape, target, NOTE_WORDS) || has_word(tape, link.id, NOTE_WORDS)))
}
