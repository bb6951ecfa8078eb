//! The end tags in a run of source bytes that holds nothing else but CDATA brackets.

use std::ops::Range;

/// Splits such bytes into end tags (with their names) and other bytes, in order. An end tag that is cut off is none.
pub(super) struct EndTags<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> EndTags<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }
}

impl<'a> Iterator for EndTags<'a> {
    type Item = (Option<&'a str>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (name, length) = match tag(rest) {
            Some((name, length)) => (Some(name), length),
            None => (None, (1..rest.len()).find(|&at| tag(&rest[at..]).is_some()).unwrap_or(rest.len())),
        };
        let range = self.at..self.at + length;
        self.at = range.end;
        Some((name, range))
    }
}

/// The end tag that the bytes start with: its name and length.
fn tag(bytes: &[u8]) -> Option<(&str, usize)> {
    let inner = bytes.strip_prefix(b"</").filter(|inner| inner.first().is_some_and(u8::is_ascii_alphabetic))?;
    let name = inner.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))?;
    let end = name + tag_end(&inner[name..])?;
    Some((std::str::from_utf8(&inner[..name]).unwrap_or_default(), "</".len() + end))
}

/// The length of a tag's rest, after its name: end tags may have attributes, and those may hold `>` in quotes.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    if bytes.first() == Some(&b'>') {
        return Some(1);
    }
    let mut value_comes = false;
    let mut quote = None;
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (Some(open), close) if open == *close => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if value_comes => (quote, value_comes) = (Some(*byte), false),
            (None, b'=') => value_comes = true,
            (None, byte) => value_comes &= byte.is_ascii_whitespace(),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bytes: &str) -> Vec<(Option<&str>, &str)> {
        EndTags::new(bytes.as_bytes()).map(|(name, range)| (name, &bytes[range])).collect()
    }

    #[test]
    fn tags_are_told_from_brackets() {
        assert_eq!(names("</b></P \n>"), [(Some("b"), "</b>"), (Some("P"), "</P \n>")]);
        assert_eq!(names("]]></i>"), [(None, "]]>"), (Some("i"), "</i>")]);
        assert_eq!(names("</p a='>' b = \">\"/></div>"), [(Some("p"), "</p a='>' b = \">\"/>"), (Some("div"), "</div>")]);
    }

    #[test]
    fn a_tag_cut_off_is_none() {
        assert_eq!(names("</b></di"), [(Some("b"), "</b>"), (None, "</di")]);
        assert_eq!(names("</"), [(None, "</")]);
        assert_eq!(names(""), []);
    }
}
