//! A date's text as words, numbers and marks.

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// ASCII digits.
    Number(String),
    /// Lower case.
    Word(String),
    Mark(char),
    Space,
}

use Token::{Mark, Number, Space, Word};

/// Words, numbers (digits of any script, written as ASCII) and marks, and where each begins; CJK characters are words of
/// their own.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Vec<usize>) {
    let (mut tokens, mut starts): (Vec<Token>, Vec<usize>) = (Vec::new(), Vec::new());
    for (at, c) in text.char_indices() {
        let digit = digit(c);
        match tokens.last_mut() {
            Some(Number(number)) if let Some(digit) = digit => number.push(digit),
            Some(Word(word)) if c.is_alphabetic() && !is_cjk(c) && !word.ends_with(is_cjk) => word.extend(c.to_lowercase()),
            // Thai and Hindi write vowels as marks inside a word.
            Some(Word(word)) if !c.is_alphanumeric() && is_combining(c) => word.push(c),
            last => {
                let is_space = c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202c}');
                let token = match digit {
                    Some(digit) => Number(digit.to_string()),
                    None if is_space && last.as_deref() == Some(&Space) => continue,
                    None if is_space => Space,
                    None if c.is_alphabetic() => Word(c.to_lowercase().collect()),
                    None => Mark(c),
                };
                tokens.push(token);
                starts.push(at);
            }
        }
    }
    (tokens, starts)
}

/// ASCII digit of a decimal digit in Latin, full-width, Arabic, Persian, Devanagari, Bengali or Thai.
pub(super) fn digit(c: char) -> Option<char> {
    const ZEROS: &[char] = &['\u{ff10}', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}'];
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let value = ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

const fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e4e}')
}

/// The value of a number of so many digits.
pub(super) fn number(token: Option<&Token>, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    match token? {
        Number(number) if digits.contains(&number.len()) => number.parse().ok(),
        _ => None,
    }
}
