//! The JavaScript edge where there is a document.
#![cfg(target_arch = "wasm32")]

use js_sys::{JsString, Reflect};
use readwell::wasm::{clean, clean_document};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, DomParser, SupportedType};

wasm_bindgen_test_configure!(run_in_browser);

const PAGE: &str = "<!DOCTYPE html><html><head><title>Ferry</title></head><body><article><h1>Ferry returns</h1><p>The ferry to the island \
    sails again from Monday, after nine months of repairs, <a href=\"times\">four times</a> a day, the harbour office said on \
    Friday.</p><p>Its engine was taken out in March, and the yard found cracks in the frame that nobody had looked for, so that \
    the work took twice as long as it had been planned.</p></article></body></html>";

fn document() -> Document {
    DomParser::new().and_then(|parser| parser.parse_from_string(PAGE, SupportedType::TextHtml)).expect("a document")
}

fn content(outcome: &JsValue) -> String {
    Reflect::get(outcome, &JsString::from("content")).ok().and_then(|content| content.as_string()).expect("an article")
}

#[wasm_bindgen_test]
fn a_document_is_cleaned_at_its_own_address() {
    let article = clean_document(&document(), None).expect("no mistake");
    let origin = document().url().expect("an address");
    let base = &origin[..=origin.rfind('/').expect("a path")];
    assert!(content(&article).contains(&format!("href=\"{base}times\"")));
}

#[wasm_bindgen_test]
fn a_document_is_cleaned_as_its_serialization() {
    let options = || {
        let options = js_sys::Object::new();
        Reflect::set(&options, &"url".into(), &"https://example.org/news/".into()).expect("an object takes properties");
        Some(options.unchecked_into())
    };
    let from_document = clean_document(&document(), options()).expect("no mistake");
    let from_text = clean(&JsValue::from_str(PAGE).unchecked_into(), options()).expect("no mistake");
    assert_eq!(content(&from_document), content(&from_text));
}

/// Markup of hostile pages, one after the other, each with a line before it that names it.
const ATTACKS: [&str; 13] = [
    include_str!("attacks/base-meta-link.txt"),
    include_str!("attacks/clobbering.txt"),
    include_str!("attacks/comments.txt"),
    include_str!("attacks/css.txt"),
    include_str!("attacks/foreign.txt"),
    include_str!("attacks/forms-and-tables.txt"),
    include_str!("attacks/handlers.txt"),
    include_str!("attacks/json-ld.txt"),
    include_str!("attacks/markdown.txt"),
    include_str!("attacks/raw-text.txt"),
    include_str!("attacks/schemes.txt"),
    include_str!("attacks/scripts.txt"),
    include_str!("attacks/srcset.txt"),
];

#[wasm_bindgen_test]
fn the_browsers_own_parser_gives_the_same_html_back() {
    let attacks = ATTACKS.iter().flat_map(|file| file.split("=== ")).filter_map(|attack| attack.split_once('\n'));
    for (name, markup) in attacks {
        let page = PAGE.replace("<p>Its engine", &format!("{markup}<p>Its engine"));
        let content = content(&clean(&JsValue::from_str(&page).unchecked_into(), None).expect("no mistake"));
        let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(&content, SupportedType::TextHtml)).expect("a document");
        assert_eq!(parsed.body().expect("a body").inner_html(), content, "{name}");
    }
}
