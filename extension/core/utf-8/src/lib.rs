//! The part of `encoding_rs`'s interface that Readwell and lol_html use, for UTF-8 alone. Every other label is unknown.

#![forbid(unsafe_code)]

use std::borrow::Cow;

/// An encoding: UTF-8, or one of the names below that Rust code asks for and that never meets a byte here.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Encoding(&'static str);

/// UTF-8.
pub static UTF_8: &Encoding = &Encoding("UTF-8");
/// A name only.
pub static UTF_16LE: &Encoding = &Encoding("UTF-16LE");
/// A name only.
pub static UTF_16BE: &Encoding = &Encoding("UTF-16BE");
/// UTF-8 by another name, which is what a page's text is here whatever its bytes were.
pub static WINDOWS_1252: &Encoding = &Encoding("windows-1252");

/// Why a coder stopped.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum CoderResult {
    /// All input was taken.
    InputEmpty,
    /// There is no room for more.
    OutputFull,
}

impl Encoding {
    /// The encoding of a label.
    #[must_use]
    pub fn for_label(label: &[u8]) -> Option<&'static Self> {
        let label = label.trim_ascii();
        [&b"utf-8"[..], b"utf8", b"unicode-1-1-utf-8"].iter().any(|name| label.eq_ignore_ascii_case(name)).then_some(UTF_8)
    }

    /// The same: there is no replacement encoding.
    #[must_use]
    pub fn for_label_no_replacement(label: &[u8]) -> Option<&'static Self> {
        Self::for_label(label)
    }

    /// The encoding of a byte order mark, and the mark's length.
    #[must_use]
    pub fn for_bom(bytes: &[u8]) -> Option<(&'static Self, usize)> {
        bytes.starts_with(b"\xEF\xBB\xBF").then_some((UTF_8, 3))
    }

    /// Its name.
    #[must_use]
    pub const fn name(&'static self) -> &'static str {
        self.0
    }

    /// Whether ASCII is ASCII in it.
    #[must_use]
    pub fn is_ascii_compatible(&'static self) -> bool {
        self != UTF_16LE && self != UTF_16BE
    }

    /// Bytes as text.
    #[must_use]
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Self, bool) {
        let text = String::from_utf8_lossy(bytes);
        let had_errors = matches!(text, Cow::Owned(_));
        (text, self, had_errors)
    }

    /// Text as bytes.
    #[must_use]
    pub fn encode<'a>(&'static self, text: &'a str) -> (Cow<'a, [u8]>, &'static Self, bool) {
        (Cow::Borrowed(text.as_bytes()), self, false)
    }

    /// How many of the first bytes are ASCII.
    #[must_use]
    pub fn ascii_valid_up_to(bytes: &[u8]) -> usize {
        bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len())
    }

    /// A decoder of bytes that come in pieces.
    #[must_use]
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder { encoding: self, held: Vec::new(), at_start: false }
    }

    /// A decoder that leaves a byte order mark out.
    #[must_use]
    pub fn new_decoder_with_bom_removal(&'static self) -> Decoder {
        Decoder { encoding: self, held: Vec::new(), at_start: true }
    }

    /// An encoder of text that comes in pieces.
    #[must_use]
    pub const fn new_encoder(&'static self) -> Encoder {
        Encoder
    }
}

/// Turns bytes into text.
pub struct Decoder {
    encoding: &'static Encoding,
    /// The start of a character that the last piece cut off: at most three bytes.
    held: Vec<u8>,
    at_start: bool,
}

impl Decoder {
    /// Its encoding.
    #[must_use]
    pub const fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// Decodes into a string with spare capacity, which grows if there is too little of it.
    pub fn decode_to_string(&mut self, bytes: &[u8], out: &mut String, last: bool) -> (CoderResult, usize, bool) {
        let had_errors = self.decode(bytes, out, last);
        (CoderResult::InputEmpty, bytes.len(), had_errors)
    }

    /// Only what is cut within a character or is no UTF-8 would come here, and Readwell hands over neither: it is dropped.
    pub const fn decode_to_str(&mut self, bytes: &[u8], _: &mut str, _last: bool) -> (CoderResult, usize, usize, bool) {
        (CoderResult::InputEmpty, bytes.len(), 0, true)
    }

    fn decode(&mut self, bytes: &[u8], out: &mut String, last: bool) -> bool {
        let mut input = std::mem::take(&mut self.held);
        input.extend_from_slice(bytes);
        if self.at_start && !last && input.len() < 3 {
            self.held = input;
            return false;
        }
        let mark = if std::mem::take(&mut self.at_start) && input.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let whole = if last { input.len() } else { input.len() - cut_off(&input) };
        let text = String::from_utf8_lossy(&input[mark.min(whole)..whole]);
        out.push_str(&text);
        self.held = input[whole..].to_vec();
        matches!(text, Cow::Owned(_))
    }
}

/// How many of the last bytes are the start of a character that is yet to come.
fn cut_off(bytes: &[u8]) -> usize {
    let tail = &bytes[bytes.len().saturating_sub(3)..];
    (0..tail.len())
        .find(|at| std::str::from_utf8(&tail[*at..]).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none()))
        .map_or(0, |at| tail.len() - at)
}

/// Turns text into bytes.
pub struct Encoder;

impl Encoder {
    /// Whether it waits for more.
    #[must_use]
    pub const fn has_pending_state(&self) -> bool {
        false
    }

    /// Encodes as much as there is room for, in whole characters.
    pub fn encode_from_utf8(&mut self, text: &str, out: &mut [u8], _last: bool) -> (CoderResult, usize, usize, bool) {
        let length = text.floor_char_boundary(out.len().min(text.len()));
        out[..length].copy_from_slice(&text.as_bytes()[..length]);
        let result = if length == text.len() { CoderResult::InputEmpty } else { CoderResult::OutputFull };
        (result, length, length, false)
    }
}
