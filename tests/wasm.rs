//! The JavaScript edge, in Node and in a browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Error, JsString, Object, Reflect, Uint8Array};
use readwell::wasm::{Cleaner, clean, version};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const PAGE: &str = "<!DOCTYPE html><meta charset=utf-8><title>Ferry</title><article><h1>Ferry returns</h1><p>The ferry to the island sails \
    again from Monday, after nine months of repairs, four times a day, the harbour office in Zürich said on Friday.<p>Its engine \
    was taken out in March, and the yard found cracks in the frame that nobody had looked for, so that the work took twice as \
    long as it had been planned.<p>Tickets cost what they cost before, and the last boat of the day now waits for the last train.";

fn text<T: JsCast>(text: &str) -> T {
    JsValue::from_str(text).unchecked_into()
}

fn options<T: JsCast>(name: &str, value: impl Into<JsValue>) -> T {
    let options = Object::new();
    Reflect::set(&options, &name.into(), &value.into()).expect("an object takes properties");
    options.unchecked_into()
}

fn get(object: impl AsRef<JsValue>, name: &str) -> JsValue {
    Reflect::get(object.as_ref(), &JsString::from(name)).expect("an object gives properties")
}

fn code(error: &JsValue) -> Option<String> {
    assert!(error.is_instance_of::<Error>());
    get(error, "code").as_string()
}

#[wasm_bindgen_test]
fn an_outcome_is_a_plain_object() {
    let article = clean(&text(PAGE), None).expect("no mistake");
    assert_eq!(get(&article, "ok"), JsValue::TRUE);
    assert!(get(&article, "textContent").as_string().expect("text").contains("Zürich"));
    assert!(get(&article, "wordCount").as_f64().expect("a number") > 20.0);
    assert!(get(&article, "publishedTime").is_null());
    assert!(get(&article, "trace").is_undefined());
    assert!(get(&article, "sources").is_object());
}

#[wasm_bindgen_test]
fn bytes_are_decoded() {
    let bytes = Uint8Array::from(PAGE.as_bytes());
    let article = clean(bytes.unchecked_ref(), None).expect("no mistake");
    assert!(get(&article, "textContent").as_string().expect("text").contains("Zürich"));
}

#[wasm_bindgen_test]
fn mistakes_are_errors_with_a_code() {
    let mistake = |name, value: JsValue| clean(&text(PAGE), Some(options(name, value))).err().and_then(|error| code(&error));
    assert_eq!(mistake("url", "no address".into()).as_deref(), Some("invalid-url"));
    assert_eq!(mistake("maxElements", "many".into()).as_deref(), Some("invalid-options"));
    let nothing = clean(JsValue::UNDEFINED.unchecked_ref(), None).err();
    assert_eq!(nothing.and_then(|error| code(&error)).as_deref(), Some("invalid-input"));
}

#[wasm_bindgen_test]
fn pieces_give_what_the_whole_gives() {
    let mut cleaner = Cleaner::new(None).expect("no mistake");
    for byte in PAGE.as_bytes() {
        cleaner.write(&Uint8Array::from([*byte].as_slice()));
    }
    let pieces = cleaner.end().expect("no mistake");
    let whole = clean(&text(PAGE), None).expect("no mistake");
    for field in ["content", "markdown", "textContent", "title"] {
        assert_eq!(get(&pieces, field), get(&whole, field));
    }
}

#[wasm_bindgen_test]
fn text_is_taken_as_it_is() {
    let mut cleaner = Cleaner::for_text(None).expect("no mistake");
    cleaner.write(&Uint8Array::from(PAGE.replace("utf-8", "koi8-r").as_bytes()));
    let article = cleaner.end().expect("no mistake");
    assert!(get(&article, "textContent").as_string().expect("text").contains("Zürich"));
}

#[wasm_bindgen_test]
fn a_response_says_its_charset() {
    let mut cleaner = Cleaner::for_response(String::new(), Some("koi8-r".to_owned()), None).expect("no mistake");
    let mut bytes = PAGE.replace("Zürich", "").into_bytes();
    bytes.extend([0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1]);
    cleaner.write(&Uint8Array::from(bytes.as_slice()));
    let article = cleaner.end().expect("no mistake");
    assert!(get(&article, "textContent").as_string().expect("text").contains("Москва"));
}

#[wasm_bindgen_test]
fn the_version_is_the_crates() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
