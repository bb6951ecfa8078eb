//! The JavaScript edge, and the only place that knows of JavaScript: it takes its values apart, calls the core, and puts
//! the answer together as plain objects. What it exports is wrapped once more by the npm package (`js/`).
//!
//! What it throws is an `Error` with a `code`: one of [`Error::code`]'s, `invalid-options` or `invalid-input`.
#![expect(clippy::missing_errors_doc, reason = "all throw the same, as said above")]

#[cfg(feature = "bench")]
mod bench;
#[cfg(not(feature = "extension"))]
mod declutter;
#[cfg(not(feature = "extension"))]
mod document;
mod parts;

use std::fmt::Display;

use encoding_rs::Encoding;
use js_sys::{JSON, JsString, Reflect, Uint8Array, Uint16Array};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{Error, Hint, Limits, Options, Outcome, SiteRules, Visibility};

#[cfg(not(feature = "extension"))]
pub use declutter::{Declutterer, JsDeclutterOptions};
#[cfg(not(feature = "extension"))]
pub use document::clean_document;
pub use parts::Parts;

#[cfg(feature = "extension")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("wasm/types.ts");

#[wasm_bindgen]
extern "C" {
    /// The options as a caller writes them.
    #[wasm_bindgen(typescript_type = "Options")]
    pub type JsOptions;
    /// A whole page.
    #[wasm_bindgen(typescript_type = "string | Uint8Array")]
    pub type JsHtml;
    /// An outcome as a plain object.
    #[wasm_bindgen(typescript_type = "Outcome")]
    pub type JsOutcome;
}

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Cleans a whole page: a string is taken as it is, bytes are decoded.
#[wasm_bindgen]
pub fn clean(html: &JsHtml, options: Option<JsOptions>) -> Result<JsOutcome, JsValue> {
    let options = read(options)?;
    if let Some(text) = html.as_string() {
        answer(crate::clean(&text, &options))
    } else if let Some(bytes) = html.dyn_ref::<Uint8Array>() {
        answer(crate::clean_bytes(&bytes.to_vec(), &options))
    } else {
        Err(coded("invalid-input", "a page is a string or a Uint8Array"))
    }
}

/// Whether a page looks as if there were something to read.
#[wasm_bindgen(js_name = isProbablyReaderable)]
pub fn is_probably_readerable(html: &str, options: Option<JsOptions>) -> Result<bool, JsValue> {
    Ok(crate::is_probably_readerable(html, &read(options)?))
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Cleans a page that comes in pieces.
#[wasm_bindgen]
pub struct Cleaner(crate::Cleaner);

#[wasm_bindgen]
impl Cleaner {
    /// A cleaner for bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<JsOptions>) -> Result<Cleaner, JsValue> {
        crate::Cleaner::new(read(options)?).map(Self).map_err(|error| thrown(&error))
    }

    /// A cleaner for text, which comes as UTF-8.
    #[wasm_bindgen(js_name = forText)]
    pub fn for_text(options: Option<JsOptions>) -> Result<Cleaner, JsValue> {
        crate::Cleaner::for_text(read(options)?).map(Self).map_err(|error| thrown(&error))
    }

    /// A cleaner for the body of a response: its address and charset are the response's unless the options name others.
    /// A charset that no one knows is a server's mistake, not the caller's: it is as good as none.
    #[wasm_bindgen(js_name = forResponse)]
    pub fn for_response(url: String, charset: Option<String>, options: Option<JsOptions>) -> Result<Cleaner, JsValue> {
        let mut options = read(options)?;
        options.url = options.url.or(Some(url).filter(|url| is_web(url)));
        options.charset = options.charset.or(charset.filter(|label| Encoding::for_label(label.as_bytes()).is_some()));
        crate::Cleaner::new(options).map(Self).map_err(|error| thrown(&error))
    }

    /// Takes the next bytes.
    pub fn write(&mut self, chunk: &Uint8Array) {
        self.0.write(&chunk.to_vec());
    }

    /// Ends the page. The cleaner's memory is free then.
    pub fn end(self) -> Result<JsOutcome, JsValue> {
        answer(Ok(self.0.end()))
    }
}

/// This crate's version.
#[must_use]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The options as a caller writes them: `undefined`, `null` and nothing at all mean the default.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Fields {
    url: Option<String>,
    charset: Option<String>,
    trace: Option<bool>,
    raw_metadata: Option<bool>,
    front_matter: Option<bool>,
    remove_tracking_parameters: Option<bool>,
    iframes: Option<Vec<String>>,
    keep: Option<Vec<u32>>,
    remove: Option<Vec<u32>>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    site_rules: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    hints: JsValue,
    max_input_bytes: Option<usize>,
    max_elements: Option<usize>,
    max_tokenizer_bytes: Option<usize>,
}

impl TryFrom<Fields> for Options {
    type Error = JsValue;

    fn try_from(fields: Fields) -> Result<Self, JsValue> {
        let limits = Limits::default();
        Ok(Self {
            url: fields.url,
            charset: fields.charset,
            trace: fields.trace.unwrap_or_default(),
            raw_metadata: fields.raw_metadata.unwrap_or_default(),
            front_matter: fields.front_matter.unwrap_or_default(),
            remove_tracking_parameters: fields.remove_tracking_parameters.unwrap_or_default(),
            iframes: fields.iframes.unwrap_or_default(),
            site_rules: site_rules(&fields.site_rules)?,
            keep: fields.keep.unwrap_or_default(),
            remove: fields.remove.unwrap_or_default(),
            hints: hints(&fields.hints)?,
            limits: Limits {
                max_input_bytes: fields.max_input_bytes.unwrap_or(limits.max_input_bytes),
                max_elements: fields.max_elements.unwrap_or(limits.max_elements),
                max_tokenizer_bytes: fields.max_tokenizer_bytes.unwrap_or(limits.max_tokenizer_bytes),
            },
        })
    }
}

/// Site rules take the way of a file of rules, by JSON, so that each mistake in them has its place and one message.
fn site_rules(value: &JsValue) -> Result<SiteRules, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(SiteRules::default());
    }
    let json = JSON::stringify(value).ok().and_then(|json| json.as_string()).unwrap_or_default();
    SiteRules::from_json(&json).map_err(|error| thrown(&error))
}

/// Four numbers for each element: visibility, size of its text, width and height of its box.
fn hints(value: &JsValue) -> Result<Vec<Hint>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(Vec::new());
    }
    let numbers = value.dyn_ref::<Uint16Array>().ok_or_else(|| coded("invalid-options", "hints are a Uint16Array"))?.to_vec();
    let hint = |numbers: &[u16; 4]| {
        let [visibility, font_size, width, height] = *numbers;
        let visibility = match visibility {
            1 => Visibility::Shown,
            2 => Visibility::Hidden,
            _ => Visibility::Unknown,
        };
        Hint { visibility, font_size, width, height }
    };
    Ok(numbers.as_chunks().0.iter().map(hint).collect())
}

fn read(options: Option<JsOptions>) -> Result<Options, JsValue> {
    let Some(options) = options else { return Ok(Options::default()) };
    let fields: Fields = serde_wasm_bindgen::from_value(options.into()).map_err(|error| coded("invalid-options", error))?;
    fields.try_into()
}

fn answer(result: Result<Outcome, Error>) -> Result<JsOutcome, JsValue> {
    let outcome = result.map_err(|error| thrown(&error))?;
    let object = outcome.serialize(&Serializer::json_compatible())?;
    Ok(object.unchecked_into())
}

fn thrown(error: &Error) -> JsValue {
    coded(error.code(), error)
}

/// A JavaScript `Error` with a `code`.
fn coded(code: &str, message: impl Display) -> JsValue {
    let error = js_sys::Error::new(&message.to_string());
    // Setting a property of an object made here can't fail.
    let _ = Reflect::set(&error, &JsString::from("code"), &JsString::from(code));
    error.into()
}
