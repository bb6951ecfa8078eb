//! The URL gate: what the article may link to and load.

use url::Url;

use crate::error::Error;

/// An absolute URL of an allowed scheme, as the parser serializes it. Made only by [`Base`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct SafeUrl(String);

impl SafeUrl {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What relative URLs are resolved against.
#[derive(Debug, Clone, Default)]
pub(crate) struct Base(Option<Url>);

/// Raster pictures that a `data:` URL may hold.
const DATA_IMAGES: &[&str] = &["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif"];

/// Longest `data:` picture, in bytes.
const MAX_DATA_URL_BYTES: usize = 32 * 1024;

impl Base {
    /// The page's address, which must be absolute if it is given.
    pub(crate) fn new(url: Option<&str>) -> Result<Self, Error> {
        url.map(|url| Url::parse(url).map_err(|_| Error::invalid_url(url))).transpose().map(Self)
    }

    /// The base after the page's own `<base href>`, which counts only if it leads to http or https.
    pub(crate) fn with_base_element(self, href: Option<&str>) -> Self {
        let joined = href.and_then(|href| self.join(href));
        Self(joined.filter(|url| matches!(url.scheme(), "http" | "https")).or(self.0))
    }

    fn join(&self, reference: &str) -> Option<Url> {
        match &self.0 {
            Some(base) => base.join(reference).ok(),
            None => Url::parse(reference).ok(),
        }
    }

    /// What a link may lead to: http, https, mailto, tel.
    pub(crate) fn link(&self, reference: &str) -> Option<SafeUrl> {
        let url = self.join(reference.trim())?;
        matches!(url.scheme(), "http" | "https" | "mailto" | "tel").then(|| SafeUrl(url.into()))
    }

    /// What a picture may be loaded from: http, https, or a small raster picture in the URL itself.
    pub(crate) fn image(&self, reference: &str) -> Option<SafeUrl> {
        let url = self.join(reference.trim())?;
        let is_raster = || {
            let text = url.as_str();
            text.len() <= MAX_DATA_URL_BYTES
                && DATA_IMAGES.iter().any(|kind| text.strip_prefix(kind).is_some_and(|rest| rest.starts_with([';', ','])))
        };
        (matches!(url.scheme(), "http" | "https") || (url.scheme() == "data" && is_raster())).then(|| SafeUrl(url.into()))
    }

    /// Whether a link leads to a place in this very page; if so, its fragment.
    pub(crate) fn fragment_within<'a>(&self, reference: &'a str) -> Option<&'a str> {
        reference.trim().strip_prefix('#').filter(|fragment| !fragment.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> Base {
        Base::new(Some("https://example.com/a/b")).expect("absolute")
    }

    #[test]
    fn links_are_resolved_and_their_schemes_checked() {
        assert_eq!(base().link("../c?d=1").expect("http").as_str(), "https://example.com/c?d=1");
        for bad in ["javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "blob:https://a/b", "file:///etc"] {
            assert_eq!(base().link(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_raster_pictures_come_inline() {
        assert!(base().image("data:image/png;base64,iVBORw0KGgo=").is_some());
        assert!(base().image("data:image/svg+xml,<svg onload=alert(1)>").is_none());
        assert!(base().image("data:image/pngx,").is_none());
    }

    #[test]
    fn a_base_element_counts_only_with_http() {
        assert_eq!(base().with_base_element(Some("/z/")).link("y").expect("http").as_str(), "https://example.com/z/y");
        assert_eq!(base().with_base_element(Some("javascript:")).link("y").expect("http").as_str(), "https://example.com/a/y");
    }
}
