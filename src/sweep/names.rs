//! Names and values as the tokenizer gives them → as the rest of the crate reads them.

use std::borrow::Cow;

use lol_html::html_content::{Attribute, Element};

use crate::html::{Attr, decode_attribute};
use crate::limits::{MAX_ATTRIBUTE_BYTES, MAX_ATTRIBUTES};

pub(super) fn lower_case(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}

/// The attributes that some stage reads, with their decoded values.
pub(super) fn kept_attributes(element: &Element<'_, '_>) -> impl Iterator<Item = (Attr, String)> {
    element.attributes().iter().take(MAX_ATTRIBUTES).filter_map(kept_attribute)
}

fn kept_attribute(attribute: &Attribute<'_>) -> Option<(Attr, String)> {
    let attr = Attr::from_name(&attribute.name())?;
    Some((attr, value(attribute)?))
}

/// The attributes of certain names, by the name's place in the list.
pub(super) fn named_attributes(element: &Element<'_, '_>, names: &[Box<str>]) -> Vec<(usize, String)> {
    let find = |attribute: &Attribute<'_>| {
        let name = attribute.name();
        let index = names.iter().position(|known| **known == *name)?;
        Some((index, value(attribute)?))
    };
    match names {
        [] => Vec::new(),
        _ => element.attributes().iter().take(MAX_ATTRIBUTES).filter_map(find).collect(),
    }
}

/// The decoded value, unless it is too long to be kept.
fn value(attribute: &Attribute<'_>) -> Option<String> {
    let source = attribute.value();
    if source.len() > MAX_ATTRIBUTE_BYTES {
        return None;
    }
    Some(match decode_attribute(&source) {
        Cow::Owned(decoded) => decoded,
        Cow::Borrowed(_) => source,
    })
}
