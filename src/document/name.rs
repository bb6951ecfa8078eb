//! Names within the article that a page chose: only text of a safe form becomes one.

/// An id within the article. Its prefix keeps it from shadowing a name of the page that it is shown in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Anchor(String);

/// Longer ids are cut.
const MAX_ANCHOR_CHARS: usize = 100;

impl Anchor {
    /// What every id starts with.
    pub(crate) const PREFIX: &'static str = "rw-";

    /// The id for a source's id, or for a heading's text. `None` when nothing of it can stay.
    pub(crate) fn new(source: &str) -> Option<Self> {
        let mut name = String::from(Self::PREFIX);
        for c in source.trim().chars().take(MAX_ANCHOR_CHARS) {
            match c {
                c if c.is_alphanumeric() || matches!(c, '_' | '.' | ':') => name.push(c),
                _ if name.ends_with('-') => {}
                _ => name.push('-'),
            }
        }
        name.truncate(name.trim_end_matches('-').len());
        (name.len() > Self::PREFIX.len()).then_some(Self(name))
    }

    /// The same id with a number, for a second place of one name.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        Self(format!("{}-{number}", self.0))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A language tag, well-formed by BCP 47's grammar in outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lang(String);

impl Lang {
    pub(crate) fn new(source: &str) -> Option<Self> {
        let tag = source.trim().replace('_', "-");
        let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let primary = tag.split('-').next().unwrap_or_default();
        let is_tag = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        (is_tag && tag.len() <= 35 && tag.split('-').all(is_part)).then_some(Self(tag))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A programming language's short name, as info strings and `language-` classes have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CodeLang(String);

/// Longer names are none of a language.
const MAX_CODE_LANG_BYTES: usize = 24;

impl CodeLang {
    pub(crate) fn new(source: &str) -> Option<Self> {
        let name = source.trim().to_ascii_lowercase();
        let is_name = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'#' | b'-' | b'_' | b'.'));
        (is_name && !name.is_empty() && name.len() <= MAX_CODE_LANG_BYTES).then_some(Self(name))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_hold_no_space_and_carry_the_prefix() {
        assert_eq!(Anchor::new(" a b\"<x>").expect("has letters").as_str(), "rw-a-b-x");
        assert_eq!(Anchor::new("fn:1").expect("has letters").as_str(), "rw-fn:1");
        assert_eq!(Anchor::new("日本").expect("has letters").as_str(), "rw-日本");
        assert_eq!(Anchor::new("--"), None);
    }

    #[test]
    fn languages_are_well_formed() {
        assert_eq!(Lang::new("pt_BR").expect("a tag").as_str(), "pt-BR");
        assert!(Lang::new("x\" onclick").is_none() && Lang::new("").is_none());
        assert_eq!(CodeLang::new("C++").expect("a name").as_str(), "c++");
        assert!(CodeLang::new("a b").is_none() && CodeLang::new("`").is_none());
    }
}
