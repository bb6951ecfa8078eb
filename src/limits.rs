//! How much of a page is too much.

use serde::Deserialize;

/// Attributes with longer values are ignored: inline pictures run to megabytes, and none is worth keeping.
pub(crate) const MAX_ATTRIBUTE_BYTES: usize = 64 * 1024;

/// Attributes of one element beyond this many are ignored.
pub(crate) const MAX_ATTRIBUTES: usize = 256;

/// Longer scripts are not read as structured data or formulas.
pub(crate) const MAX_DATA_SCRIPT_BYTES: usize = 1024 * 1024;

/// The tokenizer's own memory while it reads the markup inside a raw-text element.
pub(crate) const MAX_NESTED_TOKENIZER_BYTES: usize = 4 * 1024 * 1024;

/// `declutter` holds back this much of an element that may have to stay. Real pages' menus stay far below.
pub(crate) const MAX_HELD_BYTES: usize = 1024 * 1024;

/// `declutter` reads and gives at most this much at a time, so that its memory does not follow its caller's chunks.
pub(crate) const DECLUTTER_CHUNK_BYTES: usize = 64 * 1024;

/// Deeper start tags are left out of the tape (their text stays): Blink flattens its own tree at 512 levels too.
pub(crate) const MAX_DEPTH: usize = 512;

/// Bounds on the work for one page. Each is a number of bytes or elements, and what happens beyond it is stated.
///
/// ```
/// let options = readwell::Options { limits: readwell::Limits { max_input_bytes: 10, ..Default::default() }, ..Default::default() };
/// let outcome = readwell::clean("<p>more than ten bytes</p>", &options)?;
/// assert_eq!(outcome.reason(), Some(readwell::Reason::LimitExceeded));
/// # Ok::<(), readwell::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Limits {
    /// Longest page, in bytes of UTF-8. Beyond it the outcome is [`Reason::LimitExceeded`](crate::Reason::LimitExceeded).
    /// Default 64 MiB.
    pub max_input_bytes: usize,
    /// Most elements. Beyond it likewise. Default 2,000,000: the largest pages of public crawls have a tenth of that.
    pub max_elements: usize,
    /// Most memory for `lol_html`'s own buffers, which hold a tag that has not ended and the open elements. Beyond it
    /// likewise. Default 32 MiB.
    pub max_tokenizer_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_input_bytes: 64 << 20, max_elements: 2_000_000, max_tokenizer_bytes: 32 << 20 }
    }
}
