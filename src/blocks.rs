//! The tape's text blocks: the unit that is classified.

use std::ops::Range;

use crate::html::Tag;
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
        for (index, part) in text.split(char::is_whitespace).enumerate() {
            gap |= index > 0;
            if part.is_empty() {
                continue;
            }
            if gap && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(part);
            gap = false;
        }
    }
    out
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
        let (chars, words) = count(text);
        if chars == 0 {
            return;
        }
        self.start.get_or_insert(index);
        self.chars += chars;
        self.words += words;
        self.sentences += sentence_ends(text);
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

/// Characters (white space collapsed, none at the ends) and words of a text.
pub(crate) fn count(text: &str) -> (u32, u32) {
    let (mut chars, mut words) = (0, 0);
    let (mut after_gap, mut in_word) = (false, false);
    for c in text.chars() {
        if c.is_whitespace() {
            (after_gap, in_word) = (chars > 0, false);
            continue;
        }
        chars += 1 + u32::from(after_gap);
        after_gap = false;
        let alone = is_word_by_itself(c);
        let in_one = !alone && c.is_alphanumeric();
        words += u32::from(alone || (in_one && !in_word));
        in_word = !alone && (in_word || in_one);
    }
    (chars, words)
}

/// How often a sentence ends: a stop that white space, a closing quote or nothing follows, or one of a script that writes
/// no space after it.
pub(crate) fn sentence_ends(text: &str) -> u32 {
    let mut ends = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        ends += u32::from(match c {
            '.' | '!' | '?' => chars.peek().is_none_or(|next| next.is_whitespace() || matches!(next, '"' | '”' | '’' | '»' | ')' | '[')),
            '。' | '！' | '？' | '؟' | '۔' | '।' | '…' | '։' | '።' => true,
            _ => false,
        });
    }
    ends
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
        assert_eq!(count("  two   words\n"), (9, 2));
        assert_eq!(count("日本語 text"), (8, 4));
        assert_eq!(count("it's — ok"), (9, 2));
    }
}
