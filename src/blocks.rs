//! The tape's text blocks: the unit that is classified.

use std::ops::Range;

use crate::html::Tag;
use crate::letters::is_alphanumeric;
use crate::tape::{ElementId, Event, Tape};

/// A longest run of text that no block-level tag interrupts.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// The innermost block-level element that holds it.
    pub(crate) container: Option<ElementId>,
    /// Its events on the tape.
    pub(crate) events: Range<u32>,
    /// Characters, white space collapsed.
    pub(crate) chars: u32,
    /// Characters of those that are inside links.
    pub(crate) link_chars: u32,
    /// Words; a character of a script without word spaces counts as one.
    pub(crate) words: u32,
    /// Places where a sentence ends, in any of the larger scripts.
    pub(crate) sentences: u32,
}

impl Block {
    /// The tag of its container.
    pub(crate) fn tag(&self, tape: &Tape) -> Tag {
        self.container.map_or(Tag::Body, |id| tape.tag(id))
    }

    /// The share of its characters that is inside links.
    pub(crate) fn link_density(&self) -> f32 {
        self.link_chars as f32 / self.chars.max(1) as f32
    }

    /// Its text, white space collapsed.
    pub(crate) fn text(&self, tape: &Tape) -> String {
        let events = &tape.events()[self.events.start as usize..self.events.end as usize];
        let texts = events.iter().filter_map(|event| match *event {
            Event::Text(id) => Some(tape.text(id)),
            _ => None,
        });
        collapsed(texts)
    }
}

/// Texts in a row as one, white space collapsed, none at the ends.
pub(crate) fn collapsed<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    let mut gap = false;
    for text in texts {
        if is_collapsed(text) {
            append(&mut out, text, &mut gap);
            continue;
        }
        for (index, part) in text.split(char::is_whitespace).enumerate() {
            gap |= index > 0;
            if !part.is_empty() {
                append(&mut out, part, &mut gap);
            }
        }
    }
    out
}

/// Adds a part, after a space if there was a gap.
fn append(out: &mut String, part: &str, gap: &mut bool) {
    if std::mem::take(gap) && !out.is_empty() {
        out.push(' ');
    }
    out.push_str(part);
}

/// Whether nothing of a text is to be collapsed, as far as that is seen at once.
fn is_collapsed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_plain = bytes.iter().fold(true, |plain, byte| plain & (b' '..=b'~').contains(byte));
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return false };
    is_plain && *first != b' ' && *last != b' ' && memchr::memmem::find(bytes, b"  ").is_none()
}

/// Splits a page's text into blocks, in document order. Text of scripts, styles and the head is in none.
pub(crate) fn blocks(tape: &Tape) -> Vec<Block> {
    let mut segmenter = Segmenter::default();
    let mut skip_to = 0;
    for (index, event) in tape.events().iter().enumerate() {
        let index = index as u32;
        if index < skip_to {
            continue;
        }
        match *event {
            Event::Enter(id) => {
                let element = tape.element(id);
                if is_unread(element.tag) {
                    skip_to = element.exit;
                    continue;
                }
                segmenter.enter(id, element.tag, index);
            }
            Event::Exit(id) => segmenter.exit(id, tape.tag(id), index),
            Event::Text(id) => segmenter.text(tape.text(id), index),
        }
    }
    segmenter.flush(tape.events().len() as u32);
    segmenter.blocks
}

/// Whether no reader sees the element's text.
pub(crate) const fn is_unread(tag: Tag) -> bool {
    (tag.is_raw() && !matches!(tag, Tag::Noscript | Tag::Xmp)) || matches!(tag, Tag::Head | Tag::Svg | Tag::Datalist)
}

#[derive(Default)]
struct Segmenter {
    blocks: Vec<Block>,
    containers: Vec<ElementId>,
    links: u32,
    start: Option<u32>,
    chars: u32,
    link_chars: u32,
    words: u32,
    sentences: u32,
}

impl Segmenter {
    fn enter(&mut self, id: ElementId, tag: Tag, index: u32) {
        if tag.is_block() {
            self.flush(index);
            self.containers.push(id);
        }
        self.links += u32::from(tag == Tag::A);
    }

    fn exit(&mut self, id: ElementId, tag: Tag, index: u32) {
        if self.containers.last() == Some(&id) {
            self.flush(index);
            self.containers.pop();
        }
        self.links -= u32::from(tag == Tag::A && self.links > 0);
    }

    fn text(&mut self, text: &str, index: u32) {
        let Counts { chars, words, sentences, .. } = count(text);
        if chars == 0 {
            return;
        }
        self.start.get_or_insert(index);
        self.chars += chars;
        self.words += words;
        self.sentences += sentences;
        if self.links > 0 {
            self.link_chars += chars;
        }
    }

    fn flush(&mut self, end: u32) {
        let Some(start) = self.start.take() else { return };
        self.blocks.push(Block {
            container: self.containers.last().copied(),
            events: start..end,
            chars: self.chars,
            link_chars: self.link_chars,
            words: self.words,
            sentences: self.sentences,
        });
        (self.chars, self.link_chars, self.words, self.sentences) = (0, 0, 0, 0);
    }
}

/// What a text amounts to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Characters, white space collapsed, none at the ends.
    pub(crate) chars: u32,
    pub(crate) words: u32,
    /// Words of one character, of scripts without word spaces.
    pub(crate) alone: u32,
    /// How often a sentence ends: a stop that white space, a closing quote or nothing follows, or one of a script that
    /// writes no space after it.
    pub(crate) sentences: u32,
}

/// Counts a text's characters, words and sentences.
pub(crate) fn count(text: &str) -> Counts {
    let mut counts = Counts::default();
    let (mut after_gap, mut in_word, mut after_stop) = (false, false, false);
    for c in text.chars() {
        let kind = kind(c);
        let is = |other| kind == other;
        counts.sentences += u32::from((after_stop && (is(Kind::Space) || is(Kind::Closing))) || is(Kind::FullStop));
        after_stop = is(Kind::Stop);
        counts.chars += u32::from(!is(Kind::Space)) + u32::from(!is(Kind::Space) && after_gap);
        after_gap = is(Kind::Space) && counts.chars > 0;
        counts.words += u32::from(is(Kind::Word) || (is(Kind::Letter) && !in_word));
        counts.alone += u32::from(is(Kind::Word));
        in_word = !is(Kind::Space) && !is(Kind::Word) && (in_word || is(Kind::Letter));
    }
    counts.sentences += u32::from(after_stop);
    counts
}

/// What a character is to one who counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    /// A word by itself.
    Word,
    /// Ends a sentence if nothing of the sentence follows.
    Stop,
    /// Ends a sentence.
    FullStop,
    /// May follow a stop that ends a sentence.
    Closing,
    Sign,
}

const fn kind_of_ascii(byte: u8) -> Kind {
    match byte {
        b' ' | b'\t'..=b'\r' => Kind::Space,
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Kind::Letter,
        b'.' | b'!' | b'?' => Kind::Stop,
        b'"' | b')' | b'[' => Kind::Closing,
        _ => Kind::Sign,
    }
}

fn kind(c: char) -> Kind {
    const ASCII: [Kind; 128] = {
        let mut kinds = [Kind::Sign; 128];
        let mut byte = 0;
        while byte < 128 {
            kinds[byte as usize] = kind_of_ascii(byte);
            byte += 1;
        }
        kinds
    };
    match ASCII.get(c as usize) {
        Some(kind) => *kind,
        None => match c {
            '”' | '’' | '»' => Kind::Closing,
            '。' | '！' | '？' | '؟' | '۔' | '।' | '…' | '։' | '።' => Kind::FullStop,
            _ if is_word_by_itself(c) => Kind::Word,
            _ if is_alphanumeric(c) => Kind::Letter,
            _ if c.is_whitespace() => Kind::Space,
            _ => Kind::Sign,
        },
    }
}

/// Whether a character belongs to a script that writes no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.
pub(crate) const fn is_word_by_itself(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}' | '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_collapsed_across_texts() {
        assert_eq!(collapsed([" a", "b ", "\n c\t", "", "d "].into_iter()), "ab c d");
        assert_eq!(collapsed([" ", "\n"].into_iter()), "");
    }

    #[test]
    fn words_are_counted_by_script() {
        assert_eq!(count("  two   words\n"), Counts { chars: 9, words: 2, ..Counts::default() });
        assert_eq!(count("日本語 text"), Counts { chars: 8, words: 4, alone: 3, sentences: 0 });
        assert_eq!(count("it's — ok"), Counts { chars: 9, words: 2, ..Counts::default() });
    }

    #[test]
    fn sentences_are_counted_by_script() {
        for (text, sentences) in
            [("One. Two? “Three!” 4.5 is none.", 4), ("一。二！", 2), ("readwell.js", 0), ("Wait… what", 1), ("(Yes.)[1] So.", 2), ("", 0)]
        {
            assert_eq!(count(text).sentences, sentences, "{text}");
        }
    }
}
