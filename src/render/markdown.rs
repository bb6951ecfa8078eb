//! `CommonMark` with GitHub's tables.

use crate::document::Document;

/// The article as Markdown.
pub(crate) fn markdown(document: &Document) -> String {
    super::text(document)
}
