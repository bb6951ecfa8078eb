//! Lists of words and phrases: data of many languages, matched whole.

/// Words or phrases, parted by bars: a pointer and a length for each would be half as long again in the binary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(pub(crate) &'static str);

impl Words {
    pub(crate) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    pub(crate) fn has(self, word: &str) -> bool {
        // One search through all of them, where each would have to be looked at: a page can ask for thousands.
        let ends = |at: Option<&u8>| at.is_none_or(|byte| *byte == b'|');
        let list = self.0.as_bytes();
        let is_whole = |at: usize| ends(at.checked_sub(1).map(|before| &list[before])) && ends(list.get(at + word.len()));
        !word.contains('|') && self.0.match_indices(word).any(|(at, _)| is_whole(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        let words = Words("by|written by|über|a");
        assert!(words.iter().all(|word| words.has(word)));
        assert!(["", "written", "b", "y", "by|written by", "|", "ü", "aa"].iter().all(|word| !words.has(word)));
    }
}
