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
    pub(crate) ideographs: u32,
    pub(crate) letters: u32,
    pub(crate) digits: u32,
    /// Words that begin with a capital.
    pub(crate) capitalized: u32,
    /// Words of more than one letter, all capitals.
    pub(crate) shouted: u32,
    /// Words of one to three characters.
    pub(crate) short_words: u32,
    /// Full stops and their kin, in any script.
    pub(crate) stops: u32,
    pub(crate) commas: u32,
    /// Bars, bullets, arrows: what stands between links.
    pub(crate) separators: u32,
    pub(crate) currency: u32,
    pub(crate) slashes: u32,
    /// Signs that code has and prose has not.
    pub(crate) code_signs: u32,
    pub(crate) first: Option<char>,
    pub(crate) last: Option<char>,
    /// Of all the words, in order.
    pub(crate) hash: u64,
    /// The groups of its words.
    pub(crate) groups: Groups,
    pub(crate) title_words: u32,
    pub(crate) summary_words: u32,
    pub(crate) body_words: u32,
    last_word: u64,
}

/// Words that the page itself says are its title, its summary, its body.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) title: HashSet<u64>,
    pub(crate) summary: HashSet<u64>,
    /// Pairs of words that follow each other; so are those of the summary.
    pub(crate) body: HashSet<u64>,
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

/// Adds the words of a text to a set, or with `pairs`, each two that follow each other.
pub(crate) fn add_words(text: &str, pairs: bool, set: &mut HashSet<u64>) {
    let mut last = SEED;
    each_word(text, |word| {
        set.insert(match pairs {
            true => mix(last, word.hash),
            false => word.hash,
        });
        last = word.hash;
    });
}

#[derive(Default)]
struct Word {
    hash: u64,
    len: u32,
    capital: bool,
    small: bool,
}

fn each_word(text: &str, mut then: impl FnMut(&Word)) {
    let mut shape = Shape::default();
    shape.scan(text, &mut then);
}

impl Shape {
    /// Counts one more piece of text in.
    pub(crate) fn add(&mut self, text: &str, known: &Known) {
        let (mut title, mut summary, mut body) = (0, 0, 0);
        let mut last = self.last_word;
        let mut groups = 0;
        let mut words = self.words;
        let mut hash = self.hash;
        self.scan(text, &mut |word: &Word| {
            title += u32::from(known.title.contains(&word.hash));
            if !known.summary.is_empty() {
                summary += u32::from(known.summary.contains(&mix(last, word.hash)));
            }
            if !known.body.is_empty() {
                body += u32::from(known.body.contains(&mix(last, word.hash)));
            }
            hash = mix(hash, word.hash);
            last = word.hash;
            words += 1;
            if words <= GROUPED_WORDS {
                groups |= text_groups(word.hash);
            }
        });
        (self.hash, self.last_word) = (hash, last);
        self.groups |= groups;
        self.title_words += title;
        self.summary_words += summary;
        self.body_words += body;
    }

    fn scan(&mut self, text: &str, then: &mut impl FnMut(&Word)) {
        let mut word = Word { hash: SEED, ..Word::default() };
        for c in text.chars() {
            if c.is_ascii_whitespace() || (!c.is_ascii() && c.is_whitespace()) {
                self.end_word(&mut word, then);
                continue;
            }
            self.len += 1;
            self.first = self.first.or(Some(c));
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

    fn add_letter(&mut self, c: char, word: &mut Word, then: &mut impl FnMut(&Word)) {
        if !c.is_ascii() && is_word_by_itself(c) {
            self.end_word(word, then);
            self.ideographs += 1;
            self.len += 2;
            word.hash = hash_char(word.hash, c);
            word.len = 1;
            self.end_word(word, then);
            return;
        }
        let digit = c.is_ascii_digit();
        self.digits += u32::from(digit);
        self.letters += u32::from(!digit);
        if word.len == 0 {
            self.capitalized += u32::from(c.is_uppercase());
        }
        word.capital |= c.is_uppercase();
        word.small |= c.is_lowercase() || digit;
        word.len += 1;
        word.hash = hash_char(word.hash, c);
    }

    fn end_word(&mut self, word: &mut Word, then: &mut impl FnMut(&Word)) {
        if word.len == 0 {
            return;
        }
        self.words += 1;
        self.short_words += u32::from(word.len <= 3);
        self.shouted += u32::from(word.len > 1 && word.capital && !word.small);
        then(word);
        *word = Word { hash: SEED, ..Word::default() };
    }

    fn add_sign(&mut self, c: char) {
        let counter = match c {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔' | '։' => &mut self.stops,
            ',' | ';' | '،' | '、' | '，' | '；' | '؛' => &mut self.commas,
            '|' | '•' | '·' | '›' | '»' | '>' | '→' | '▸' | '★' | '✓' | '‹' | '«' | '←' | '▼' | '+' => {
                &mut self.separators
            }
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

/// How a text begins: 1 with a capital, 2 with a small letter, 3 with a digit, 4 with a letter of a script without case, 0 else.
pub(crate) fn beginning(first: Option<char>) -> u8 {
    match first {
        Some(c) if c.is_uppercase() => 1,
        Some(c) if c.is_lowercase() => 2,
        Some('0'..='9') => 3,
        Some(c) if c.is_alphabetic() => 4,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_count_by_script() {
        let mut known = Known::default();
        add_words("The FERRY", false, &mut known.title);
        let mut shape = Shape::default();
        shape.add("The ferry, it’s back.", &known);
        assert_eq!((shape.words, shape.title_words, shape.commas, shape.stops, shape.capitalized), (4, 2, 1, 1, 1));
        let mut shape = Shape::default();
        add_words("It’s back in May", true, &mut known.summary);
        shape.add("The ferry, it’s back.", &known);
        assert_eq!((shape.title_words, shape.summary_words), (2, 1));
        let mut shape = Shape::default();
        shape.add("日本語。", &known);
        assert_eq!((shape.words, shape.len, shape.stops), (3, 10, 1));
    }
}
