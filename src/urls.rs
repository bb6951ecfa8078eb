//! The URL gate: what the article may link to and load.

use url::Url;

use crate::error::Error;
use crate::tracking;

/// An absolute URL of an allowed scheme, as the parser serializes it. Made only by [`Base`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct SafeUrl(String);

impl SafeUrl {
    pub(crate) fn into_string(self) -> String {
        self.0
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The address of a known site's player. Its sandbox is of its own origin, so it can't be any address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlayerUrl(String);

impl PlayerUrl {
    /// `None` unless it is https, on one of [`PLAYER_HOSTS`](crate::grammar::PLAYER_HOSTS), with neither port nor credentials.
    pub(crate) fn new(address: &str) -> Option<Self> {
        let url = Url::parse(address).ok()?;
        let is_known = crate::grammar::PLAYER_HOSTS.contains(&url.host_str()?);
        let is_bare = url.scheme() == "https" && url.port().is_none() && url.username().is_empty() && url.password().is_none();
        (is_known && is_bare).then(|| Self(url.into()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What relative URLs are resolved against.
#[derive(Debug, Clone, Default)]
pub(crate) struct Base {
    /// The page's own address, without a fragment.
    page: Option<Url>,
    /// What its `<base>` says instead.
    declared: Option<Url>,
    /// Whether links lose the parameters that follow their readers.
    untracked: bool,
}

/// Raster pictures that a `data:` URL may hold.
const DATA_IMAGES: &[&str] = &["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif"];

/// Longest `data:` picture, in bytes.
const MAX_DATA_URL_BYTES: usize = 32 * 1024;

impl Base {
    /// The page's address, which must be absolute if it is given.
    pub(crate) fn new(url: Option<&str>) -> Result<Self, Error> {
        let mut page = url.map(|url| Url::parse(url).map_err(|_| Error::invalid_url(url))).transpose()?;
        if let Some(page) = &mut page {
            page.set_fragment(None);
        }
        Ok(Self { page, declared: None, untracked: false })
    }

    /// The base after the page's own `<base href>`, which counts only if it leads to http or https.
    pub(crate) fn with_base_element(self, href: Option<&str>) -> Self {
        let joined = href.and_then(|href| self.join(href));
        Self { declared: joined.filter(|url| matches!(url.scheme(), "http" | "https")), ..self }
    }

    /// The same, with links that lose the parameters that follow their readers.
    pub(crate) fn without_tracking(self, untracked: bool) -> Self {
        Self { untracked, ..self }
    }

    /// The host of the page's own address.
    pub(crate) fn host(&self) -> Option<&str> {
        self.page.as_ref()?.host_str()
    }

    fn join(&self, reference: &str) -> Option<Url> {
        match self.declared.as_ref().or(self.page.as_ref()) {
            Some(base) => base.join(reference).ok(),
            None => Url::parse(reference).ok(),
        }
    }

    /// What a link may lead to: http, https, mailto, tel.
    pub(crate) fn link(&self, reference: &str) -> Option<SafeUrl> {
        let mut url = self.join(reference.trim())?;
        if self.untracked {
            tracking::remove(&mut url);
        }
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

    /// What a film or recording may be loaded from: http, https.
    pub(crate) fn media(&self, reference: &str) -> Option<SafeUrl> {
        let url = self.join(reference.trim())?;
        matches!(url.scheme(), "http" | "https").then(|| SafeUrl(url.into()))
    }

    /// Whether a link leads to a place in this very page; if so, its fragment.
    pub(crate) fn fragment_within<'a>(&self, reference: &'a str) -> Option<&'a str> {
        let reference = reference.trim();
        let (before, fragment) = reference.split_once('#')?;
        let is_here = || {
            let here = self.page.as_ref().zip(self.join(before)).map(|(page, mut url)| {
                url.set_fragment(None);
                url == *page
            });
            here == Some(true)
        };
        (!fragment.is_empty() && (before.is_empty() || is_here())).then_some(fragment)
    }

    /// The page's own address with a fragment.
    pub(crate) fn here(&self, fragment: &str) -> Option<SafeUrl> {
        let mut url = self.page.clone().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        url.set_fragment(Some(fragment));
        Some(SafeUrl(url.into()))
    }
}

/// A fragment as ids are compared with it: percent-decoded.
pub(crate) fn decode_fragment(fragment: &str) -> String {
    percent_decode(fragment)
}

/// Percent-decoding; what is not UTF-8 then becomes U+FFFD.
pub(crate) fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok()).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        if let (b'%', Some(byte)) = (first, hex) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
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
    fn players_are_those_of_known_sites() {
        assert!(PlayerUrl::new("https://player.vimeo.com/video/1").is_some());
        for bad in [
            "http://player.vimeo.com/video/1",
            "https://player.vimeo.com:8443/video/1",
            "https://a@player.vimeo.com/video/1",
            "https://player.vimeo.com.a.example/video/1",
            "javascript:alert(1)",
            "https:/",
        ] {
            assert_eq!(PlayerUrl::new(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_base_element_counts_only_with_http() {
        assert_eq!(base().with_base_element(Some("/z/")).link("y").expect("http").as_str(), "https://example.com/z/y");
        assert_eq!(base().with_base_element(Some("javascript:")).link("y").expect("http").as_str(), "https://example.com/a/y");
    }
}
