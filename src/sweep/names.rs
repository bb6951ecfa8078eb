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
    let source = attribute.value();
    if source.len() > MAX_ATTRIBUTE_BYTES {
        return None;
    }
    Some(match decode_attribute(&source) {
        Cow::Owned(decoded) => (attr, decoded),
        Cow::Borrowed(_) => (attr, source),
    })
}
