//! The part of `encoding_rs`'s interface that Readwell and `lol_html` use, for UTF-8 alone. Every other label is unknown.

use std::borrow::Cow;

use real::mem::convert_utf16_to_str;

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

const BYTE_ORDER_MARK: char = '\u{FEFF}';

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
    pub const fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder { encoding: self, held: Vec::new(), may_start_with_mark: false }
    }

    /// A decoder that leaves a byte order mark out.
    #[must_use]
    pub const fn new_decoder_with_bom_removal(&'static self) -> Decoder {
        Decoder { encoding: self, held: Vec::new(), may_start_with_mark: true }
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
    /// The start of a character that is yet to be completed: at most three bytes.
    held: Vec<u8>,
    may_start_with_mark: bool,
}

/// Room that is enough to write any character into: what `convert_utf16_to_str` wants for a pair of units.
const ROOM: usize = 7;

impl Decoder {
    /// Its encoding.
    #[must_use]
    pub const fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// Decodes into a string, which grows.
    pub fn decode_to_string(&mut self, bytes: &[u8], out: &mut String, last: bool) -> (CoderResult, usize, bool) {
        let mut read = 0;
        let mut had_errors = false;
        loop {
            if self.held.is_empty() && !self.may_start_with_mark {
                let whole = valid_start(&bytes[read..]);
                out.push_str(whole);
                read += whole.len();
            }
            match self.next(bytes, &mut read, last) {
                Some(Ok(character)) => out.push(character),
                Some(Err(Malformed)) => {
                    had_errors = true;
                    out.push(char::REPLACEMENT_CHARACTER);
                }
                None => return (CoderResult::InputEmpty, read, had_errors),
            }
        }
    }

    /// Decodes into a part of a string, as far as there is room for any character.
    pub fn decode_to_str(&mut self, bytes: &[u8], out: &mut str, last: bool) -> (CoderResult, usize, usize, bool) {
        let (mut read, mut written) = (0, 0);
        let mut had_errors = false;
        while read < bytes.len() || (last && !self.held.is_empty()) {
            let room = out.get_mut(written..).unwrap_or_default();
            if room.len() < ROOM {
                return (CoderResult::OutputFull, read, written, had_errors);
            }
            let Some(next) = self.next(bytes, &mut read, last) else { break };
            had_errors |= next.is_err();
            let character = next.unwrap_or(char::REPLACEMENT_CHARACTER);
            written += convert_utf16_to_str(character.encode_utf16(&mut [0; 2]), room);
        }
        (CoderResult::InputEmpty, read, written, had_errors)
    }

    /// The next character that the bytes complete, or that they show to be none.
    fn next(&mut self, bytes: &[u8], read: &mut usize, last: bool) -> Option<Result<char, Malformed>> {
        while let Some(byte) = bytes.get(*read) {
            self.held.push(*byte);
            *read += 1;
            let found = match std::str::from_utf8(&self.held) {
                Ok(text) => text.chars().next().map(Ok),
                Err(error) => error.error_len().map(|length| {
                    // A byte that does not go on with what is held starts anew.
                    *read -= self.held.len() - length;
                    Err(Malformed)
                }),
            };
            if found.is_some() {
                self.held.clear();
                let is_mark = std::mem::take(&mut self.may_start_with_mark) && found == Some(Ok(BYTE_ORDER_MARK));
                if !is_mark {
                    return found;
                }
            }
        }
        let is_cut_off = last && !self.held.is_empty();
        is_cut_off.then(|| {
            self.held.clear();
            Err(Malformed)
        })
    }
}

/// Bytes that are no character.
#[derive(Debug, PartialEq, Eq)]
struct Malformed;

fn valid_start(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of each length, ones cut off, bytes that never are any, surrogates, a mark at the start and within.
    const TEXTS: &[&[u8]] = &[
        b"",
        b"a < b",
        "é<–&𝄞 \u{FEFF}z".as_bytes(),
        b"\xEF\xBB\xBFmark",
        b"\xEF\xBB",
        b"\xEF\xBBx",
        b"a\xC3",
        b"\xE2\x82\xE2\x82\xAC",
        b"\xF0\x9D\x84",
        b"\xF0\x9D\x84a\xF0\x80\x80",
        b"\xC0\xAF\xED\xA0\x80\xFF\xFEok",
        b"\xF4\x90\x80\x80\x80",
    ];

    /// All ways of cutting into up to three pieces.
    fn cuts(bytes: &[u8]) -> impl Iterator<Item = [&[u8]; 3]> {
        let end = bytes.len();
        (0..=end).flat_map(move |one| (one..=end).map(move |other| [&bytes[..one], &bytes[one..other], &bytes[other..]]))
    }

    macro_rules! decode {
        ($decoder:expr, $full:path, $pieces:expr, $room:expr) => {{
            let mut decoder = $decoder;
            let (mut text, mut errors) = (String::new(), false);
            for (index, piece) in $pieces.iter().enumerate() {
                let mut at = 0;
                loop {
                    // What stands in the room before does not matter.
                    let mut room = "é".repeat($room / 2);
                    let (result, read, written, had_errors) = decoder.decode_to_str(&piece[at..], &mut room, index == 2);
                    text.push_str(&room[..written]);
                    errors |= had_errors;
                    at += read;
                    if result != $full {
                        break;
                    }
                }
                assert_eq!(at, piece.len());
            }
            (text, errors)
        }};
    }

    #[test]
    fn decodes_into_a_str_as_the_crate_itself_does() {
        for bytes in TEXTS {
            for pieces in cuts(bytes) {
                for room in [8, 12, 32] {
                    let ours = decode!(UTF_8.new_decoder_without_bom_handling(), CoderResult::OutputFull, pieces, room);
                    let theirs = decode!(real::UTF_8.new_decoder_without_bom_handling(), real::CoderResult::OutputFull, pieces, 32);
                    assert_eq!(ours, theirs, "{pieces:?}");
                }
                let ours = decode!(UTF_8.new_decoder_with_bom_removal(), CoderResult::OutputFull, pieces, 10);
                let theirs = decode!(real::UTF_8.new_decoder_with_bom_removal(), real::CoderResult::OutputFull, pieces, 32);
                assert_eq!(ours, theirs, "{pieces:?}");
            }
        }
    }

    #[test]
    fn decodes_into_a_string_as_the_crate_itself_does() {
        for bytes in TEXTS {
            for pieces in cuts(bytes) {
                for (mut ours, mut theirs) in [
                    (UTF_8.new_decoder_without_bom_handling(), real::UTF_8.new_decoder_without_bom_handling()),
                    (UTF_8.new_decoder_with_bom_removal(), real::UTF_8.new_decoder_with_bom_removal()),
                ] {
                    let (mut one, mut other) = (String::new(), String::with_capacity(256));
                    for (index, piece) in pieces.iter().enumerate() {
                        let (_, read, had_errors) = ours.decode_to_string(piece, &mut one, index == 2);
                        let (_, read_by_it, had_errors_too) = theirs.decode_to_string(piece, &mut other, index == 2);
                        assert_eq!((read, had_errors), (read_by_it, had_errors_too), "{pieces:?}");
                    }
                    assert_eq!(one, other, "{pieces:?}");
                }
            }
        }
    }

    #[test]
    fn encodes_in_whole_characters() {
        let mut out = [0; 4];
        assert_eq!(Encoder.encode_from_utf8("a–b", &mut out[..3], false), (CoderResult::OutputFull, 1, 1, false));
        assert_eq!(Encoder.encode_from_utf8("–b", &mut out, false), (CoderResult::InputEmpty, 4, 4, false));
    }
}
