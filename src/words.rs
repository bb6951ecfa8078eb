//! Lists of words and phrases: data of many languages, matched whole.

/// Words or phrases, parted by bars: a pointer and a length for each would be half as long again in the binary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(pub(crate) &'static str);

impl Words {
    pub(crate) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    pub(crate) fn has(self, word: &str) -> bool {
        self.iter().any(|known| known == word)
    }
}
