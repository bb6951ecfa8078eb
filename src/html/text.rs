//! Source text → the text that it means.

use std::borrow::Cow;

use memchr::memchr3;

/// Decodes the character references of a whole text node, once, and repairs what no output may hold: NUL becomes
/// U+FFFD, and carriage returns become line feeds, as HTML's input preprocessing has it.
pub(crate) fn decode_text(raw: &str) -> Cow<'_, str> {
    match is_plain(raw) {
        true => Cow::Borrowed(raw),
        false => repair(htmlize::unescape(normalize_newlines(raw))),
    }
}

/// [`decode_text`] under the rules for attribute values, where `&copy=1` stays as it is.
pub(crate) fn decode_attribute(raw: &str) -> Cow<'_, str> {
    match is_plain(raw) {
        true => Cow::Borrowed(raw),
        false => repair(htmlize::unescape_attribute(normalize_newlines(raw))),
    }
}

/// Whether a text means what it says, as most do.
fn is_plain(raw: &str) -> bool {
    memchr3(b'&', b'\r', b'\0', raw.as_bytes()).is_none()
}

/// CR LF and lone CR become LF (HTML, "preprocessing the input stream").
pub(crate) fn normalize_newlines(raw: &str) -> Cow<'_, str> {
    match raw.contains('\r') {
        true => Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(raw),
    }
}

fn repair(text: Cow<'_, str>) -> Cow<'_, str> {
    match text.contains('\0') {
        true => Cow::Owned(text.replace('\0', "\u{fffd}")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_once_and_by_context() {
        assert_eq!(decode_text("a &amp;lt; b &eacute &#150; &#0;"), "a &lt; b é – \u{fffd}");
        assert_eq!(decode_attribute("?a=1&copy=2&amp;b"), "?a=1&copy=2&b");
        assert_eq!(decode_text("a\r\nb\rc\0"), "a\nb\nc\u{fffd}");
    }
}
