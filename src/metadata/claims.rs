//! What the sources say, before it is decided whom to believe.

use crate::article::Source;

/// A kind of statement about the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Title,
    Description,
    SiteName,
    Author,
    Published,
    /// When the page that holds the text, or a thing on it, was made.
    Made,
    Modified,
    Image,
    Canonical,
    Favicon,
    Section,
    Tag,
    Lang,
    /// What kind of page it is, in the source's own word.
    Type,
}

/// What an author is, as far as the source says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    #[default]
    Unknown,
    Person,
    Organization,
}

/// One statement of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) field: Field,
    pub(crate) source: Source,
    pub(crate) text: String,
    /// Of an author: the address of the author's page, not yet resolved.
    pub(crate) url: Option<String>,
    pub(crate) kind: Kind,
}

/// More claims than this are not of one page: the rest is ignored.
const MAX_CLAIMS: usize = 2_000;

/// Longer texts are no metadata: they are ignored.
const MAX_CLAIM_BYTES: usize = 16 * 1024;

/// All claims, each source's in the order of the page.
#[derive(Debug, Default)]
pub(crate) struct Claims(Vec<Claim>);

impl Claims {
    /// Adds a claim, unless its text is empty or one that says nothing.
    pub(crate) fn add(&mut self, field: Field, source: Source, text: &str) {
        self.push(Claim { field, source, text: text.to_owned(), url: None, kind: Kind::Unknown });
    }

    pub(crate) fn push(&mut self, mut claim: Claim) {
        if self.0.len() >= MAX_CLAIMS || claim.text.len() > MAX_CLAIM_BYTES {
            return;
        }
        claim.text = super::text::tidy(&claim.text);
        if !is_void(&claim.text) {
            self.0.push(claim);
        }
    }

    /// Adds a claim before the others.
    pub(crate) fn put_first(&mut self, field: Field, source: Source, text: &str) {
        let before = self.0.len();
        self.add(field, source, text);
        if self.0.len() > before {
            self.0.rotate_right(1);
        }
    }

    pub(crate) fn of(&self, field: Field, source: Source) -> impl Iterator<Item = &Claim> {
        self.0.iter().filter(move |claim| claim.field == field && claim.source == source)
    }

    pub(crate) fn all(&self, field: Field) -> impl Iterator<Item = &Claim> {
        self.0.iter().filter(move |claim| claim.field == field)
    }

    pub(crate) fn has(&self, field: Field, source: Source) -> bool {
        self.of(field, source).next().is_some()
    }
}

/// What templates leave where a value is missing.
const VOID_TEXTS: &[&str] =
    &["null", "undefined", "none", "nan", "n/a", "false", "true", "[object object]", "-", "{}", "[]", "false, false"];

fn is_void(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric) && text.is_ascii()
        || VOID_TEXTS.iter().any(|void| text.eq_ignore_ascii_case(void))
        || text.starts_with("{{")
        || text.starts_with("${")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_say_nothing_are_no_claims() {
        let mut claims = Claims::default();
        for text in ["", " - ", "null", "undefined", "[object Object]", "{{ title }}"] {
            claims.add(Field::Title, Source::Meta, text);
        }
        assert_eq!(claims.all(Field::Title).count(), 0);
        claims.add(Field::Title, Source::Meta, "  A\n title ");
        assert_eq!(claims.all(Field::Title).next().expect("one").text, "A title");
    }
}
