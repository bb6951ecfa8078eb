//! `lol_html` by itself, which the benchmark sets the stages beside.

use lol_html::html_content::{Element, TextChunk};
use lol_html::{DocumentContentHandlers, HtmlRewriter, Settings, element};

/// What the two are called.
pub(crate) const NAMES: [&str; 2] = ["lol_html alone, a pass", "lol_html alone, every token"];

/// Nothing but a pass; the length of what comes out.
pub(crate) fn pass(html: &str) -> usize {
    rewrite(html, Settings::new())
}

/// Every token seen and none used.
pub(crate) fn tokens(html: &str) -> usize {
    let settings = Settings::new()
        .append_element_content_handler(element!("*", |_: &mut Element<'_, '_>| Ok(())))
        .append_document_content_handler(DocumentContentHandlers::default().text(|_: &mut TextChunk<'_>| Ok(())));
    rewrite(html, settings)
}

fn rewrite(html: &str, settings: Settings<'_, '_>) -> usize {
    let mut length = 0;
    let mut rewriter = HtmlRewriter::new(settings.with_strict(false), |bytes: &[u8]| length += bytes.len());
    let written = rewriter.write(html.as_bytes()).and_then(|()| rewriter.end());
    length + usize::from(written.is_err())
}
