//! UTF-8 that was read as Latin-1 or windows-1252 and encoded again: “isnâ€™t” for “isn’t”.
//!
//! A page is repaired only if it shows that this was done to it; then each sequence that can hardly mean itself is. What it
//! became is sure in what Latin-1 leaves, with control characters that no page means. What windows-1252 leaves is visible,
//! and a text about encodings shows it on purpose.

use std::ops::Range;

use memchr::memchr;

/// A character that stands as the characters that its bytes are elsewhere.
struct Sequence {
    at: Range<usize>,
    meant: char,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// With control characters, as Latin-1 has them.
    Latin1,
    /// Three or more characters of windows-1252 that make up a mark of punctuation, a symbol or a picture.
    Sure,
    /// `Â` or `Ã` before a mark: “EspaÃ±ol”.
    Likely,
    /// Others, such as `É®`, may mean themselves.
    Open,
}

/// What windows-1252 has for the bytes 0x80 to 0x9f.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Sure sequences on a page of which none is Latin-1's: fewer may be examples.
const MIN_SURE: usize = 3;

/// Words by which a text about encodings is known.
const ENCODING_WORDS: &[&str] = &["mojibake", "utf", "unicode", "encoding", "encodings", "charset", "latin1"];

/// What the texts of a page show of it.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    latin1: usize,
    sure: usize,
}

impl Evidence {
    /// The evidence in a page's texts.
    pub(crate) fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        for sequence in sequences(text) {
            evidence.latin1 += usize::from(sequence.form == Form::Latin1);
            evidence.sure += usize::from(sequence.form == Form::Sure);
        }
        evidence
    }

    /// Whether the page was encoded twice. `texts` are those that readers see.
    pub(crate) fn convicts<'a>(&self, mut texts: impl Iterator<Item = &'a str>) -> bool {
        let is_word = |word: &str| ENCODING_WORDS.iter().any(|known| known.eq_ignore_ascii_case(word));
        let names_encodings = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(is_word);
        self.latin1 > 0 || (self.sure >= MIN_SURE && !texts.any(names_encodings))
    }
}

/// A text of a page that was encoded twice as it was meant, if that is different.
pub(crate) fn repaired(text: &str) -> Option<String> {
    let mut found = sequences(text).peekable();
    let mut repaired = String::new();
    let (mut done, mut last) = (0, None);
    while let Some(Sequence { at, meant, form }) = found.next() {
        // In Cyrillic or Chinese one follows the other, or the next word begins with it.
        let follows = last.is_some_and(|last| at.start <= last + 1) || found.peek().is_some_and(|next| next.at.start <= at.end + 1);
        if form != Form::Open || follows {
            repaired.push_str(&text[done..at.start]);
            repaired.push(meant);
            done = at.end;
        }
        last = Some(at.end);
    }
    if done == 0 {
        return None;
    }
    repaired.push_str(&text[done..]);
    // Some were encoded three times. Each time made it longer by half at least, so there are few.
    Some(self::repaired(&repaired).unwrap_or(repaired))
}

/// The sequences of a text. All begin with a letter from `Â` to `ô`, which begins with one byte in UTF-8.
fn sequences(text: &str) -> impl Iterator<Item = Sequence> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(at) = memchr(LEAD, &text.as_bytes()[from..]) {
            let start = from + at;
            let found = sequence(&text[start..]);
            from = start + found.as_ref().map_or(2, |(_, length, _)| *length);
            if let Some((meant, length, form)) = found {
                return Some(Sequence { at: start..start + length, meant, form });
            }
        }
        None
    })
}

/// The first byte in UTF-8 of `À` to `ÿ`.
const LEAD: u8 = 0xc3;

/// The sequence at the start of a text, and its length in bytes.
fn sequence(text: &str) -> Option<(char, usize, Form)> {
    let mut chars = text.char_indices();
    let mut bytes = [byte(chars.next()?.1)?; 4];
    let count = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut is_latin1 = false;
    for slot in &mut bytes[1..count] {
        let c = chars.next()?.1;
        is_latin1 |= ('\u{80}'..='\u{9f}').contains(&c) && !WINDOWS_1252.contains(&c);
        *slot = byte(c)?;
    }
    let meant = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    let form = match (is_latin1, count, meant) {
        (true, ..) => Form::Latin1,
        (_, 3, '\u{2000}'..='\u{2bff}') | (_, 4, _) => Form::Sure,
        (_, 2, '\u{80}'..='\u{ff}') => Form::Likely,
        _ => Form::Open,
    };
    Some((meant, chars.offset(), form))
}

/// The byte that a character is in windows-1252 or, between 0x80 and 0x9f, in Latin-1.
fn byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{ff}' => Some(c as u8),
        _ => Some(0x80 + WINDOWS_1252.iter().position(|known| *known == c)? as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was meant, read as windows-1252 (or, with `latin1`, as Latin-1).
    fn misread(text: &str, latin1: bool) -> String {
        let high = |byte: u8| if latin1 { char::from(byte) } else { WINDOWS_1252[usize::from(byte - 0x80)] };
        text.bytes().map(|byte| if (0x80..0xa0).contains(&byte) { high(byte) } else { char::from(byte) }).collect()
    }

    #[test]
    fn what_was_meant_comes_back() {
        for meant in [
            "It isn’t “late” – 5 €, 20 °C…",
            "España, café, naïve",
            "a\u{a0}b ® © ½",
            "Паром снова ходит",
            "轮渡将恢复",
            "😞",
            "l’été à la mer",
        ] {
            for latin1 in [false, true] {
                let misread = |text: &str| misread(text, latin1);
                assert_eq!(repaired(&misread(meant)).as_deref(), Some(meant), "{latin1}");
                assert_eq!(repaired(&misread(&misread(meant))).as_deref(), Some(meant), "{latin1}, three times");
            }
        }
    }

    #[test]
    fn what_means_itself_stays() {
        for text in [
            "NESCAFÉ® Gold",
            "Rosa ×\u{a0}medioccidentis",
            "‘ß’",
            "SÃO PAULO",
            "Â propos",
            "“café”, il dit",
            "l’âne",
            "naïve – déjà",
            "plain",
            "€ ™",
        ] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }

    #[test]
    fn a_page_is_convicted_by_what_it_shows() {
        let convicts = |text: &str| Evidence::of(text).convicts([text].into_iter());
        assert!(convicts(&misread("It isn’t late", true)));
        assert!(convicts(&misread("It isn’t “late”", false)));
        assert!(!convicts(&misread("It isn’t late", false)), "once may be an example");
        assert!(!convicts(&format!("Broken UTF-8 shows as {}", misread("’, “ and ”", false))));
        assert!(!convicts("It isn’t “late”"));
    }
}
