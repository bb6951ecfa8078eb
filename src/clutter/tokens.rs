//! The words that a class or id is made of.

/// Longer parts of names are none of the words that the tables have.
const MAX_TOKEN_BYTES: usize = 16;

/// A part of a name in lower case, on the stack.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    bytes: [u8; MAX_TOKEN_BYTES],
    length: u8,
}

impl Token {
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }

    /// The token as a number that sorts as its text does: comparing two takes no loop.
    pub(crate) const fn key(&self) -> Key {
        Key::from_be_bytes(self.bytes)
    }
}

/// A token's bytes, the first the highest.
pub(crate) type Key = u128;

/// The key of a table's word.
pub(crate) const fn key(word: &str) -> Key {
    let mut bytes = [0; MAX_TOKEN_BYTES];
    bytes.split_at_mut(word.len()).0.copy_from_slice(word.as_bytes());
    Key::from_be_bytes(bytes)
}

/// The words of a class or id: it parts at punctuation, digits and changes of case (`relatedPosts`, `related_posts-2`).
pub(crate) fn tokens(name: &str) -> impl Iterator<Item = Token> {
    let bytes = name.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !bytes[at].is_ascii_alphabetic() {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_alphabetic() && (at == start || !starts_word(bytes, at)) {
            at += 1;
        }
        let word = &bytes[start..at];
        let mut token = Token { bytes: [0; MAX_TOKEN_BYTES], length: 0 };
        if word.len() <= MAX_TOKEN_BYTES {
            token.bytes[..word.len()].copy_from_slice(word);
            token.bytes.make_ascii_lowercase();
            token.length = word.len() as u8;
        }
        (!word.is_empty()).then_some(token)
    })
}

/// Whether a capital letter at `at` begins a word: `postBody`, and `Body` in `HTMLBody`.
fn starts_word(bytes: &[u8], at: usize) -> bool {
    let is_lower = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_lowercase);
    bytes[at].is_ascii_uppercase() && (is_lower(at - 1) || is_lower(at + 1))
}

/// The lengths of a table's words, a bit each, by first letter: tells most words from all of a table's at a glance.
pub(crate) struct Shapes([u32; 26]);

impl Shapes {
    pub(crate) const fn none() -> Self {
        Self([0; 26])
    }

    /// These shapes and those of more words.
    pub(crate) const fn with(mut self, words: &[Key]) -> Self {
        let mut index = 0;
        while index < words.len() {
            let bytes = words[index].to_be_bytes();
            let length = MAX_TOKEN_BYTES as u32 - words[index].trailing_zeros() / 8;
            self.0[(bytes[0] - b'a') as usize] |= 1 << length;
            index += 1;
        }
        self
    }

    pub(crate) const fn may_have(&self, token: &Token) -> bool {
        let first = token.bytes[0];
        first.is_ascii_lowercase() && self.0[(first - b'a') as usize] & (1 << token.length) != 0
    }
}
