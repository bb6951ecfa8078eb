//! What the page says of itself.

use crate::article::{Metadata, Source};
use crate::html::Tag;
use crate::tape::{ElementId, Tape};
use crate::urls::Base;

/// Reads a page's metadata. `base` is what its relative URLs are resolved against.
pub(crate) fn metadata(tape: &Tape, _base: &Base) -> Metadata {
    let mut metadata = Metadata::default();
    let title = tape.elements().iter().position(|element| element.tag == Tag::Title);
    metadata.title = title.map(|index| tape.text_content(ElementId(index as u32)).trim().to_owned());
    if metadata.title.is_some() {
        metadata.sources.insert("title", Source::TitleElement);
    }
    metadata
}
