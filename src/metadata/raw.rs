//! What the page's own data say, as they stand: for callers that know a format better than any reader of articles.

use serde_json::Value;

use super::{json_ld, lenient_json};
use crate::article::{MetaTag, Metadata};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};

/// Most `<meta>` elements that are given: pages with more are not written for readers.
const MAX_TAGS: usize = 1_000;

/// Adds the page's JSON-LD and its `<meta>` elements.
pub(crate) fn add_raw(metadata: &mut Metadata, tape: &Tape) {
    let elements = || (0..tape.elements().len()).map(|index| ElementId(index as u32));
    let scripts = elements().filter(|id| tape.tag(*id) == Tag::Script);
    metadata.schema_org = Some(scripts.filter_map(|id| lenient_json::parse(json_ld::block(tape, id)?)).map(plain).collect());
    let tags = elements().filter(|id| tape.tag(*id) == Tag::Meta);
    metadata.meta = Some(tags.filter_map(|id| meta_tag(tape, id)).take(MAX_TAGS).collect());
}

fn meta_tag(tape: &Tape, id: ElementId) -> Option<MetaTag> {
    let names = [Attr::Property, Attr::Name, Attr::Itemprop, Attr::HttpEquiv];
    let name = names.into_iter().find_map(|attr| tape.attr(id, attr))?;
    Some(MetaTag { name: name.to_owned(), content: tape.attr(id, Attr::Content)?.to_owned() })
}

/// A value without the one name that means something else to JavaScript objects. Its depth is bounded by the parser's.
fn plain(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            Value::Object(members.into_iter().filter(|(name, _)| name != "__proto__").map(|(name, value)| (name, plain(value))).collect())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(plain).collect()),
        other => other,
    }
}
