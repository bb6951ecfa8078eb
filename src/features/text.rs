//! What a text looks like, whatever its language: lengths, punctuation, digits, and words that the page's title or
//! structured data have too.

use foldhash::HashSet;

use super::lexicon::{Groups, text_groups};
use crate::blocks::is_word_by_itself;
use crate::letters::is_alphanumeric;

/// Counts over a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    /// Characters but for white space; one of a script without word spaces counts three times, as it says as much as three letters.
    pub(crate) len: u32,
    pub(crate) words: u32,
    pub(crate) letters: u32,
    pub(crate) digits: u32,
    /// Words that begin with a capital.
    pub(crate) capitalized: u32,
    /// Full stops and their kin, in any script.
    pub(crate) stops: u32,
    pub(crate) commas: u32,
    pub(crate) currency: u32,
    pub(crate) slashes: u32,
    /// Signs that code has and prose has not.
    pub(crate) code_signs: u32,
    pub(crate) last: Option<char>,
    /// Of all the words, in order.
    pub(crate) hash: u64,
    /// The groups of its words.
    pub(crate) groups: Groups,
    pub(crate) title_words: u32,
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

const fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(PRIME)
}

/// The hash of a word, the same for capitals and small letters.
pub(crate) fn hash_word(word: &str) -> u64 {
    word.chars().fold(SEED, hash_char)
}

fn hash_char(hash: u64, c: char) -> u64 {
    match c.is_ascii() {
        true => mix(hash, u64::from(c.to_ascii_lowercase())),
        false => c.to_lowercase().fold(hash, |hash, c| mix(hash, u64::from(c))),
    }
}

/// The hashes of a text's words.
pub(crate) fn words(text: &str) -> HashSet<u64> {
    let mut words = HashSet::default();
    Shape::default().scan(text, &mut |word| _ = words.insert(word));
    words
}

/// How many pairs of words that follow each other a text has, each counted once.
pub(crate) fn pairs(text: &str) -> usize {
    let mut pairs: HashSet<u64> = HashSet::default();
    let mut last = SEED;
    Shape::default().scan(text, &mut |word| {
        pairs.insert(mix(last, word));
        last = word;
    });
    pairs.len()
}

impl Shape {
    /// Counts one more piece of text in, and how many of its words are in the page's title.
    pub(crate) fn add(&mut self, text: &str, title: &HashSet<u64>) {
        let Self { mut hash, mut groups, mut words, mut title_words, .. } = *self;
        self.scan(text, &mut |word| {
            title_words += u32::from(title.contains(&word));
            hash = mix(hash, word);
            words += 1;
            if words <= GROUPED_WORDS {
                groups |= text_groups(word);
            }
        });
        (self.hash, self.groups, self.title_words) = (hash, groups, title_words);
    }

    /// Hands each word's hash on.
    fn scan(&mut self, text: &str, then: &mut impl FnMut(u64)) {
        let mut word = None;
        for c in text.chars() {
            if c.is_ascii_whitespace() || (!c.is_ascii() && c.is_whitespace()) {
                self.end_word(&mut word, then);
                continue;
            }
            self.len += 1;
            self.last = Some(c);
            if is_alphanumeric(c) {
                self.add_letter(c, &mut word, then);
            } else {
                if c != '\'' && c != '’' {
                    self.end_word(&mut word, then);
                }
                self.add_sign(c);
            }
        }
        self.end_word(&mut word, then);
    }

    fn add_letter(&mut self, c: char, word: &mut Option<u64>, then: &mut impl FnMut(u64)) {
        if !c.is_ascii() && is_word_by_itself(c) {
            self.end_word(word, then);
            self.len += 2;
            *word = Some(hash_char(SEED, c));
            self.end_word(word, then);
            return;
        }
        let digit = c.is_ascii_digit();
        self.digits += u32::from(digit);
        self.letters += u32::from(!digit);
        self.capitalized += u32::from(word.is_none() && c.is_uppercase());
        *word = Some(hash_char(word.unwrap_or(SEED), c));
    }

    fn end_word(&mut self, word: &mut Option<u64>, then: &mut impl FnMut(u64)) {
        if let Some(hash) = word.take() {
            self.words += 1;
            then(hash);
        }
    }

    fn add_sign(&mut self, c: char) {
        let counter = match c {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔' | '։' => &mut self.stops,
            ',' | ';' | '،' | '、' | '，' | '；' | '؛' => &mut self.commas,
            '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' => &mut self.currency,
            '/' | '@' | '#' | '%' => &mut self.slashes,
            '{' | '}' | '[' | ']' | '=' | '_' | '\\' | '<' => &mut self.code_signs,
            _ => return,
        };
        *counter += 1;
    }
}

/// Only a text's first words are looked up in the lexicon.
const GROUPED_WORDS: u32 = 16;

/// How a text ends: 1 as a sentence, 2 with a colon, 3 with an ellipsis or arrow, 4 with a digit, 5 with a quote or bracket, 0 else.
pub(crate) const fn ending(last: Option<char>) -> u8 {
    match last {
        Some('.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '۔') => 1,
        Some(':' | '：') => 2,
        Some('…' | '→' | '›' | '»' | '>') => 3,
        Some('0'..='9') => 4,
        Some('"' | '”' | '\'' | '’' | ')' | ']' | '」') => 5,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_count_by_script() {
        let title = words("The FERRY");
        let mut shape = Shape::default();
        shape.add("The ferry, it’s back.", &title);
        assert_eq!((shape.words, shape.title_words, shape.commas, shape.stops, shape.capitalized), (4, 2, 1, 1, 1));
        let mut shape = Shape::default();
        shape.add("日本語。", &title);
        assert_eq!((shape.words, shape.len, shape.stops), (3, 10, 1));
    }
}
