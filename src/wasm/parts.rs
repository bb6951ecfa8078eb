//! The pages of a text in parts.

use wasm_bindgen::prelude::*;

use super::{Cleaner, JsOptions, JsOutcome, answer, read};

/// Puts the pages of one text together.
#[wasm_bindgen]
pub struct Parts(crate::Parts);

#[wasm_bindgen]
impl Parts {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<JsOptions>) -> Result<Parts, JsValue> {
        Ok(Self(crate::Parts::new(read(options)?)))
    }

    /// Adds the page that a cleaner was given, and says where the text goes on. The cleaner's memory is free then.
    pub fn add(&mut self, page: Cleaner) -> Option<String> {
        self.0.add(page.0)
    }

    /// The outcome of all pages. Their memory is free then.
    pub fn end(self) -> Result<JsOutcome, JsValue> {
        answer(Ok(self.0.end()))
    }
}
