//! Decluttering as a stream of JavaScript's.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use js_sys::Uint8Array;
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::TransformStreamDefaultController;

use super::{coded, thrown};
use crate::{Declutter, DeclutterOptions};

/// Bytes that are swept at a time, so that a huge chunk needs no memory of its size here: the size of one page of wasm
/// memory, and about what a network stack hands out.
const SLICE: u32 = 64 * 1024;

#[wasm_bindgen]
extern "C" {
    /// The options as a caller writes them.
    #[wasm_bindgen(typescript_type = "DeclutterOptions")]
    pub type JsDeclutterOptions;
}

/// The options as a caller writes them: `undefined`, `null` and nothing at all mean the default.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    styles: Option<bool>,
    charset: Option<String>,
}

type Sink = Box<dyn FnMut(&[u8])>;

/// Declutters a page while it streams through. It has the methods of a `Transformer`, with bytes as chunks.
#[wasm_bindgen]
pub struct Declutterer {
    /// `None` when the page has ended.
    sweep: Option<Declutter<Sink>>,
    /// What came out and was not handed on yet.
    swept: Rc<RefCell<Vec<u8>>>,
}

#[wasm_bindgen]
impl Declutterer {
    /// A declutterer for one page.
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<JsDeclutterOptions>) -> Result<Declutterer, JsValue> {
        let swept = Rc::new(RefCell::new(Vec::new()));
        let sink = Rc::clone(&swept);
        let sink: Sink = Box::new(move |bytes| sink.borrow_mut().extend_from_slice(bytes));
        let sweep = Declutter::new(read(options)?, sink).map_err(|error| thrown(&error))?;
        Ok(Self { sweep: Some(sweep), swept })
    }

    /// Takes the next bytes, and hands on what is certain by now.
    pub fn transform(&mut self, chunk: &Uint8Array, controller: &TransformStreamDefaultController) -> Result<(), JsValue> {
        let Some(sweep) = &mut self.sweep else { return Err(coded("closed", "the page has ended")) };
        for slice in slices(chunk) {
            sweep.write(&slice).map_err(|error| thrown(&error))?;
            hand_on(&self.swept, controller)?;
        }
        Ok(())
    }

    /// Hands on the rest.
    pub fn flush(&mut self, controller: &TransformStreamDefaultController) -> Result<(), JsValue> {
        if let Some(sweep) = self.sweep.take() {
            sweep.end().map_err(|error| thrown(&error))?;
        }
        hand_on(&self.swept, controller)
    }
}

fn read(options: Option<JsDeclutterOptions>) -> Result<DeclutterOptions, JsValue> {
    let Some(options) = options else { return Ok(DeclutterOptions::default()) };
    let fields: Fields = serde_wasm_bindgen::from_value(options.into()).map_err(|error| coded("invalid-options", error))?;
    Ok(DeclutterOptions { styles: fields.styles.unwrap_or_default(), charset: fields.charset })
}

/// A chunk's bytes, a slice at a time.
fn slices(chunk: &Uint8Array) -> impl Iterator<Item = Vec<u8>> {
    let length = chunk.length();
    let begins = (0..length).step_by(SLICE as usize);
    begins.map(move |begin| chunk.subarray(begin, length.min(begin + SLICE)).to_vec())
}

/// The rewriter writes token by token; what it wrote for one slice goes on as one chunk.
fn hand_on(swept: &RefCell<Vec<u8>>, controller: &TransformStreamDefaultController) -> Result<(), JsValue> {
    let bytes = mem::take(&mut *swept.borrow_mut());
    if bytes.is_empty() {
        return Ok(());
    }
    controller.enqueue_with_chunk(&Uint8Array::from(bytes.as_slice()))
}
