//! The stages for `npm run bench`, which times them from outside: wasm has no clock.

use wasm_bindgen::prelude::*;

use crate::stages::{Pages, STAGES};

/// Pages whose stages can be run one by one.
#[wasm_bindgen]
pub struct BenchPages(Pages);

#[wasm_bindgen]
impl BenchPages {
    /// Runs every stage of every page once.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(pages: Vec<String>) -> Self {
        Self(Pages::new(pages))
    }

    /// Runs the stage of this place in [`stage_names`] over all pages.
    #[must_use]
    pub fn run(&self, stage: usize) -> usize {
        STAGES.get(stage).map_or(0, |(_, stage)| self.0.run(*stage))
    }
}

/// What the stages are called, in order.
#[must_use]
#[wasm_bindgen(js_name = stageNames)]
pub fn stage_names() -> Vec<String> {
    STAGES.iter().map(|(name, _)| (*name).to_owned()).collect()
}
