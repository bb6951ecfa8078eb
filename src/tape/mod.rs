//! The tape: the page as one flat list of events, in document order.
//!
//! `Enter` and `Exit` always pair and nest, whatever the source did; text is decoded; each element remembers where in
//! the source it came from. Later stages walk the list from left to right and jump over a subtree by its exit.

mod builder;
mod nesting;
mod repair;
mod retract;

use std::ops::Range;

use crate::hints::Hint;
use crate::html::{Attr, Tag};

pub(crate) use builder::{StartTag, TapeBuilder, is_data_script};
pub(crate) use nesting::Nesting;

/// Index of an element on the tape, in order of start tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ElementId(pub(crate) u32);

/// Index of a text node on the tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct TextId(pub(crate) u32);

impl ElementId {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

impl TextId {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A range of bytes, in the source or in the tape's own text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One step of a walk over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Enter(ElementId),
    Text(TextId),
    Exit(ElementId),
}

/// An element: its name, its place in the tree and in the source.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) tag: Tag,
    /// Levels below the root: 0 for `html`.
    pub(crate) depth: u16,
    pub(crate) parent: Option<ElementId>,
    /// Index of its `Enter` event.
    pub(crate) enter: u32,
    /// Index of its `Exit` event.
    pub(crate) exit: u32,
    /// Its place among the source's start tags; `None` where the browser's document has no such element.
    pub(crate) ordinal: Option<u32>,
    /// From its start tag's first byte to the last byte of its end, in the source.
    pub(crate) source: Span,
    attrs: Span,
    name: Span,
}

#[derive(Clone, Copy, Debug)]
struct Text {
    text: Span,
    parent: Option<ElementId>,
}

/// A whole page. See the module's notes for what always holds.
#[derive(Debug, Default)]
pub(crate) struct Tape {
    events: Vec<Event>,
    elements: Vec<Element>,
    texts: Vec<Text>,
    attrs: Vec<(Attr, Span)>,
    /// Attributes beyond [`Attr`] that someone asked for by name, by element, and their names.
    named_attrs: Vec<(ElementId, u32, Span)>,
    attr_names: Vec<Box<str>>,
    /// How each element is shown; empty where that is not known.
    hints: Vec<Hint>,
    strings: String,
    /// Whether start tags were left out because they nested deeper than the builder's limit.
    pub(crate) flattened: bool,
}

impl Tape {
    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    /// All elements, in order of their start tags; an element's index is its [`ElementId`].
    pub(crate) fn elements(&self) -> &[Element] {
        &self.elements
    }

    pub(crate) fn element(&self, id: ElementId) -> &Element {
        &self.elements[id.index()]
    }

    pub(crate) fn tag(&self, id: ElementId) -> Tag {
        self.elements[id.index()].tag
    }

    /// The lower-case name, also of elements that [`Tag`] does not know.
    pub(crate) fn name(&self, id: ElementId) -> &str {
        let element = self.element(id);
        match element.tag {
            Tag::Other => &self.strings[element.name.range()],
            tag => tag.name(),
        }
    }

    /// How many text nodes there are.
    pub(crate) fn text_count(&self) -> usize {
        self.texts.len()
    }

    /// The decoded text of a text node, white space as in the source.
    pub(crate) fn text(&self, id: TextId) -> &str {
        &self.strings[self.texts[id.index()].text.range()]
    }

    pub(crate) fn text_parent(&self, id: TextId) -> Option<ElementId> {
        self.texts[id.index()].parent
    }

    /// The value of an attribute, decoded; of duplicates the first, as in a browser.
    pub(crate) fn attr(&self, id: ElementId, name: Attr) -> Option<&str> {
        self.attrs(id).find(|(attr, _)| *attr == name).map(|(_, value)| value)
    }

    /// The kept attributes of an element, in source order.
    pub(crate) fn attrs(&self, id: ElementId) -> impl Iterator<Item = (Attr, &str)> {
        self.attrs[self.element(id).attrs.range()].iter().map(|&(attr, value)| (attr, &self.strings[value.range()]))
    }

    /// The value of an attribute that [`Attr`] does not know, if it was asked for when the page was read.
    pub(crate) fn named_attr(&self, id: ElementId, name: &str) -> Option<&str> {
        let name = self.attr_names.iter().position(|known| **known == *name)? as u32;
        let first = self.named_attrs.partition_point(|&(other, ..)| other < id);
        let of_element = self.named_attrs[first..].iter().take_while(|&&(other, ..)| other == id);
        of_element.filter(|&&(_, other, _)| other == name).map(|&(_, _, value)| &self.strings[value.range()]).next()
    }

    /// Takes in how the elements are shown, by their ordinals.
    pub(crate) fn take_hints(&mut self, hints: &[Hint]) {
        if !hints.is_empty() {
            let hint = |ordinal: u32| hints.get(ordinal as usize).copied();
            self.hints = self.elements.iter().map(|element| element.ordinal.and_then(hint).unwrap_or_default()).collect();
        }
    }

    /// How an element is shown.
    pub(crate) fn hint(&self, id: ElementId) -> Hint {
        self.hints.get(id.index()).copied().unwrap_or_default()
    }

    /// Whether anything is known of how the elements are shown.
    pub(crate) const fn has_hints(&self) -> bool {
        !self.hints.is_empty()
    }

    /// The element and all that holds it, from the inside out.
    pub(crate) fn ancestors(&self, id: ElementId) -> impl Iterator<Item = ElementId> {
        std::iter::successors(Some(id), |&id| self.element(id).parent)
    }

    /// The events strictly between an element's `Enter` and `Exit`.
    pub(crate) fn inside(&self, id: ElementId) -> &[Event] {
        let element = self.element(id);
        &self.events[element.enter as usize + 1..element.exit as usize]
    }

    /// The text of an element and all in it, as it stands in the source.
    pub(crate) fn text_content(&self, id: ElementId) -> String {
        self.inside(id)
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) => Some(self.text(*text)),
                _ => None,
            })
            .collect()
    }
}
