//! What a caller can do wrong.

use std::fmt;

/// A mistake of the caller's: an option that can't be used. What a *page* does wrong is never an error; it is a
/// [`Reason`](crate::Reason) in the outcome.
///
/// ```
/// let options = readwell::Options { url: Some("not a URL".into()), ..Default::default() };
/// let error = readwell::clean("<p>Text</p>", &options).unwrap_err();
/// assert!(error.is_invalid_url());
/// assert_eq!(error.code(), "invalid-url");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    /// The option's value that can't be used, or what is wrong with it.
    value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    InvalidUrl,
    UnknownCharset,
    LimitExceeded,
    InvalidSiteRule,
}

impl Error {
    pub(crate) fn invalid_url(value: &str) -> Self {
        Self { kind: Kind::InvalidUrl, value: value.to_owned() }
    }

    pub(crate) fn unknown_charset(value: &str) -> Self {
        Self { kind: Kind::UnknownCharset, value: value.to_owned() }
    }

    pub(crate) fn limit_exceeded(limit: &str) -> Self {
        Self { kind: Kind::LimitExceeded, value: limit.to_owned() }
    }

    /// `place` says which rule and field it is, as in `[2].content[0]`.
    pub(crate) fn invalid_site_rule(place: impl fmt::Display, why: impl fmt::Display) -> Self {
        Self { kind: Kind::InvalidSiteRule, value: format!("siteRules{place}: {why}") }
    }

    /// A short stable name: `invalid-url`, `unknown-charset`, `limit-exceeded` or `invalid-site-rule`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            Kind::InvalidUrl => "invalid-url",
            Kind::UnknownCharset => "unknown-charset",
            Kind::LimitExceeded => "limit-exceeded",
            Kind::InvalidSiteRule => "invalid-site-rule",
        }
    }

    /// Whether [`Options::url`](crate::Options::url) is no absolute URL.
    #[must_use]
    pub fn is_invalid_url(&self) -> bool {
        self.kind == Kind::InvalidUrl
    }

    /// Whether [`Options::charset`](crate::Options::charset) is no label of the Encoding Standard.
    #[must_use]
    pub fn is_unknown_charset(&self) -> bool {
        self.kind == Kind::UnknownCharset
    }

    /// Whether [`Declutter`](crate::Declutter) met a limit. (A page to be cleaned that meets one gives a
    /// [`Reason`](crate::Reason) instead.)
    #[must_use]
    pub fn is_limit_exceeded(&self) -> bool {
        self.kind == Kind::LimitExceeded
    }

    /// Whether a [`SiteRule`](crate::SiteRule) can't be used. The message names the rule by its index, and the field.
    #[must_use]
    pub fn is_invalid_site_rule(&self) -> bool {
        self.kind == Kind::InvalidSiteRule
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::InvalidUrl => write!(f, "the page's URL {:?} is not an absolute URL", self.value),
            Kind::UnknownCharset => write!(f, "the charset {:?} is not a label of the Encoding Standard", self.value),
            Kind::LimitExceeded => write!(f, "a limit was exceeded: {}", self.value),
            Kind::InvalidSiteRule => f.write_str(&self.value),
        }
    }
}

impl std::error::Error for Error {}
