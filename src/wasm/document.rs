//! The document in front of the user.

use wasm_bindgen::prelude::*;
use web_sys::Document;

use super::{JsOptions, JsOutcome, answer, is_web, read};

/// Cleans a document as it stands, without changing it. Its address is its own unless the options name another.
#[wasm_bindgen(js_name = cleanDocument)]
pub fn clean_document(document: &Document, options: Option<JsOptions>) -> Result<JsOutcome, JsValue> {
    let mut options = read(options)?;
    options.url = options.url.or_else(|| address(document));
    answer(crate::clean(&markup(document), &options))
}

fn address(document: &Document) -> Option<String> {
    let candidates = [document.url().ok(), document.base_uri().ok().flatten()];
    candidates.into_iter().flatten().find(|url| is_web(url))
}

fn markup(document: &Document) -> String {
    let doctype = document.doctype().map(|doctype| format!("<!DOCTYPE {}>", doctype.name()));
    let root = document.document_element().map(|root| root.outer_html());
    [doctype, root].into_iter().flatten().collect()
}
