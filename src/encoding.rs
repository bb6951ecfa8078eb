//! Bytes → UTF-8, by byte order mark, then the transport's charset, then the page's own `<meta>`.

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::Error;
use crate::sweep::declared_charset;

/// How far the page's own declaration is looked for (HTML, "prescan a byte stream").
const PRESCAN_BYTES: usize = 1024;
/// How far it is looked for where it isn't there, before the encoding is guessed: browsers read on, and start again when they find it.
const LATE_PRESCAN_BYTES: usize = 64 * 1024;

/// Decodes a page that comes in chunks.
pub(crate) struct PageDecoder {
    transport: Option<&'static Encoding>,
    state: State,
}

enum State {
    /// The first bytes, and how many will be enough to tell.
    Undecided(Vec<u8>, usize),
    Decoding(Box<Decoder>),
}

impl PageDecoder {
    /// A decoder for bytes, with the charset that the transport declared, if it did.
    ///
    /// # Errors
    /// When `charset` is no label of the Encoding Standard.
    pub(crate) fn new(charset: Option<&str>) -> Result<Self, Error> {
        let transport = charset.map(|label| Encoding::for_label(label.as_bytes()).ok_or_else(|| Error::unknown_charset(label)));
        Ok(Self { transport: transport.transpose()?, state: State::Undecided(Vec::new(), PRESCAN_BYTES) })
    }

    /// A decoder for text: UTF-8, whatever is declared.
    pub(crate) fn for_text() -> Self {
        Self { transport: Some(UTF_8), state: State::Decoding(Box::new(UTF_8.new_decoder_without_bom_handling())) }
    }

    /// Decodes the next bytes; `sink` gets what text they complete.
    pub(crate) fn write(&mut self, bytes: &[u8], sink: &mut dyn FnMut(&str)) {
        match &mut self.state {
            State::Decoding(decoder) => decode(decoder, bytes, false, sink),
            State::Undecided(held, enough) => {
                held.extend_from_slice(bytes);
                if *enough == PRESCAN_BYTES && held.len() >= PRESCAN_BYTES && stated(&held[..PRESCAN_BYTES], self.transport).is_none() {
                    *enough = LATE_PRESCAN_BYTES;
                }
                if held.len() >= *enough {
                    self.decide(sink);
                }
            }
        }
    }

    /// Gives what is left. A character cut off by the end becomes U+FFFD.
    pub(crate) fn end(mut self, sink: &mut dyn FnMut(&str)) {
        self.decide(sink);
        if let State::Decoding(mut decoder) = self.state {
            decode(&mut decoder, &[], true, sink);
        }
    }

    fn decide(&mut self, sink: &mut dyn FnMut(&str)) {
        let State::Undecided(held, _) = &mut self.state else { return };
        let held = std::mem::take(held);
        let encoding = sniff(&held[..held.len().min(LATE_PRESCAN_BYTES)], self.transport);
        let mut decoder = Box::new(encoding.new_decoder_with_bom_removal());
        decode(&mut decoder, &held, false, sink);
        self.state = State::Decoding(decoder);
    }
}

/// Passes bytes of ASCII-compatible encodings on as they are, and turns others into UTF-8 with a byte order mark.
#[derive(Default)]
pub(crate) enum Passage {
    /// The first bytes, until there are enough to tell.
    Undecided(Option<&'static Encoding>, Vec<u8>),
    #[default]
    AsIs,
    Decoding(Box<Decoder>),
}

impl Passage {
    /// A passage for bytes, with the charset that the transport declared, if it did.
    ///
    /// # Errors
    /// When `charset` is no label of the Encoding Standard.
    pub(crate) fn new(charset: Option<&str>) -> Result<Self, Error> {
        let transport = charset.map(|label| Encoding::for_label(label.as_bytes()).ok_or_else(|| Error::unknown_charset(label)));
        Ok(Self::Undecided(transport.transpose()?, Vec::new()))
    }

    pub(crate) fn write(&mut self, bytes: &[u8], sink: &mut dyn FnMut(&[u8])) {
        match self {
            Self::AsIs => sink(bytes),
            Self::Decoding(decoder) => decode(decoder, bytes, false, &mut |text| sink(text.as_bytes())),
            Self::Undecided(_, held) => {
                held.extend_from_slice(bytes);
                if held.len() >= PRESCAN_BYTES {
                    self.decide(sink);
                }
            }
        }
    }

    pub(crate) fn end(mut self, sink: &mut dyn FnMut(&[u8])) {
        self.decide(sink);
        if let Self::Decoding(mut decoder) = self {
            decode(&mut decoder, &[], true, &mut |text| sink(text.as_bytes()));
        }
    }

    fn decide(&mut self, sink: &mut dyn FnMut(&[u8])) {
        let Self::Undecided(transport, held) = self else { return };
        let held = std::mem::take(held);
        let encoding = sniff(&held[..held.len().min(PRESCAN_BYTES)], *transport);
        *self = if encoding.is_ascii_compatible() {
            Self::AsIs
        } else {
            sink("\u{feff}".as_bytes());
            Self::Decoding(Box::new(encoding.new_decoder_with_bom_removal()))
        };
        self.write(&held, sink);
    }
}

/// The encoding of a page that starts with `prefix`.
fn sniff(prefix: &[u8], transport: Option<&'static Encoding>) -> &'static Encoding {
    stated(prefix, transport).unwrap_or(if is_utf8_prefix(prefix) { UTF_8 } else { WINDOWS_1252 })
}

/// The encoding that a page's first bytes or its transport say it is in.
fn stated(prefix: &[u8], transport: Option<&'static Encoding>) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(prefix) {
        return Some(encoding);
    }
    let declared = || declared_charset(prefix).and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match transport.or_else(declared) {
        // A declaration that could be read as ASCII can't stand in UTF-16 (HTML, "prescan a byte stream").
        Some(encoding) if transport.is_none() && (encoding == UTF_16LE || encoding == UTF_16BE) => Some(UTF_8),
        encoding => encoding,
    }
}

/// Whether the bytes are UTF-8, but for a character that the cut may have split.
fn is_utf8_prefix(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

fn decode(decoder: &mut Decoder, mut bytes: &[u8], last: bool, sink: &mut dyn FnMut(&str)) {
    let mut text = String::with_capacity(bytes.len().clamp(64, 64 * 1024));
    loop {
        let (result, read, _) = decoder.decode_to_string(bytes, &mut text, last);
        bytes = &bytes[read..];
        sink(&text);
        text.clear();
        if result == CoderResult::InputEmpty {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode_page(bytes: &[u8], charset: Option<&str>) -> String {
        let mut text = String::new();
        let mut decoder = PageDecoder::new(charset).expect("a known label");
        for byte in bytes.chunks(1) {
            decoder.write(byte, &mut |part| text.push_str(part));
        }
        decoder.end(&mut |part| text.push_str(part));
        text
    }

    #[test]
    fn a_byte_order_mark_wins_over_the_transport() {
        assert_eq!(decode_page(b"\xff\xfea\0b\0", Some("utf-8")), "ab");
        assert_eq!(decode_page(b"\xef\xbb\xbf\xc3\xa9", Some("windows-1252")), "é");
    }

    #[test]
    fn the_transport_wins_over_meta() {
        assert_eq!(decode_page(b"<meta charset=utf-8>\xe9", Some("latin1")), "<meta charset=utf-8>é");
        assert_eq!(decode_page(b"<meta charset=koi8-r>\xc1", None), "<meta charset=koi8-r>а");
        assert_eq!(decode_page(b"<meta charset=utf-16>\xc3\xa9", None), "<meta charset=utf-16>é");
    }

    #[test]
    fn undeclared_bytes_are_utf8_if_they_can_be() {
        assert_eq!(decode_page("naïve".as_bytes(), None), "naïve");
        assert_eq!(decode_page(b"na\xefve", None), "naïve");
        assert_eq!(decode_page(b"cut \xe2\x82", None), "cut \u{fffd}");
        let late = format!("{}na", " ".repeat(5000)).into_bytes();
        assert!(decode_page(&[&late, &b"\xefve"[..]].concat(), None).ends_with("naïve"));
    }

    #[test]
    fn a_late_declaration_counts() {
        let text = format!("{}<meta charset=koi8-r>{}", " ".repeat(5000), " ".repeat(90_000));
        let page = [text.as_bytes(), b"\xc1"].concat();
        assert!(decode_page(&page, None).ends_with('а'));
        let mut whole = String::new();
        let mut decoder = PageDecoder::new(None).expect("no label");
        decoder.write(&page, &mut |part| whole.push_str(part));
        decoder.end(&mut |part| whole.push_str(part));
        assert_eq!(whole, decode_page(&page, None));
    }

    #[test]
    fn an_unknown_label_is_the_callers_mistake() {
        assert!(PageDecoder::new(Some("klingon")).err().is_some_and(|error| error.is_unknown_charset()));
    }
}
