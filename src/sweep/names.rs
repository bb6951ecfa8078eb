//! Names and values as the tokenizer gives them → as the rest of the crate reads them.

use std::borrow::Cow;
use std::ops::Range;

use lol_html::html_content::{Attribute, Element, SourceLocation};

use crate::html::{Attr, decode_attribute};
use crate::limits::{MAX_ATTRIBUTE_BYTES, MAX_ATTRIBUTES};

pub(super) fn lower_case(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}

/// The part of the input that was written last. Names and values that lie in it whole are read there: `lol_html` copies
/// each one that it is asked for, twice.
#[derive(Default)]
pub(super) struct Chunk {
    /// What it is if it is UTF-8, so that its parts are known to be.
    text: String,
    /// What it is otherwise.
    bytes: Vec<u8>,
    /// Where in the input it starts, and how long it is.
    start: usize,
    length: usize,
}

impl Chunk {
    /// Goes on to the next part.
    pub(super) fn advance(&mut self, bytes: &[u8]) {
        self.start += self.length;
        self.length = bytes.len();
        self.text.clear();
        self.bytes.clear();
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text.push_str(text),
            Err(_) => self.bytes.extend_from_slice(bytes),
        }
    }

    /// A part of it, if it is ASCII: that means the same in all encodings that `lol_html` is used with here.
    fn part(&self, range: Range<usize>) -> Option<&str> {
        let text = match self.bytes.is_empty() {
            true => self.text.get(range),
            false => std::str::from_utf8(self.bytes.get(range)?).ok(),
        };
        text.filter(|text| text.is_ascii())
    }

    fn at(&self, location: Option<SourceLocation>) -> Option<&str> {
        let Range { start, end } = location?.bytes();
        self.part(start.checked_sub(self.start)?..end.checked_sub(self.start)?)
    }

    /// The lower-case name of a start tag, which begins there.
    pub(super) fn tag_name<'a>(&'a self, element: &Element<'_, '_>, start: usize) -> Cow<'a, str> {
        let bytes = if self.bytes.is_empty() { self.text.as_bytes() } else { &self.bytes };
        let name = start.checked_sub(self.start).and_then(|start| {
            let start = start + "<".len();
            let length = bytes.get(start..)?.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))?;
            self.part(start..start + length).map(lower_case)
        });
        debug_assert!(name.as_ref().is_none_or(|name| **name == *element.tag_name()), "lol_html parts names where we do");
        name.unwrap_or_else(|| Cow::Owned(element.tag_name()))
    }
}

/// The attributes that some stage reads, with their decoded values.
pub(super) fn kept_attributes<'a>(element: &'a Element<'_, '_>, chunk: &'a Chunk) -> impl Iterator<Item = (Attr, Cow<'a, str>)> {
    element.attributes().iter().take(MAX_ATTRIBUTES).filter_map(|attribute| {
        let attr = match chunk.at(attribute.name_source_location()) {
            Some(name) => Attr::from_name(&lower_case(name)),
            None => Attr::from_name(&attribute.name()),
        };
        Some((attr?, value(attribute, chunk)?))
    })
}

/// The attributes of certain names, by the name's place in the list.
pub(super) fn named_attributes<'a>(element: &Element<'_, '_>, names: &[Box<str>], chunk: &'a Chunk) -> Vec<(usize, Cow<'a, str>)> {
    let find = |attribute: &Attribute<'_>| {
        let name = attribute.name();
        let index = names.iter().position(|known| **known == *name)?;
        Some((index, value(attribute, chunk)?))
    };
    match names {
        [] => Vec::new(),
        _ => element.attributes().iter().take(MAX_ATTRIBUTES).filter_map(find).collect(),
    }
}

/// The decoded value, unless it is too long to be kept.
fn value<'a>(attribute: &Attribute<'_>, chunk: &'a Chunk) -> Option<Cow<'a, str>> {
    if let Some(source) = chunk.at(attribute.value_source_location()) {
        return (source.len() <= MAX_ATTRIBUTE_BYTES).then(|| decode_attribute(source));
    }
    let source = attribute.value();
    let decoded = (source.len() <= MAX_ATTRIBUTE_BYTES).then(|| decode_attribute(&source).into_owned());
    decoded.map(Cow::Owned)
}
