//! What watches readers: hosts that serve nothing else, and pictures too small to see.

use std::borrow::Cow;

use crate::html::{Attr, Tag};

/// Whether a picture, frame or link serves to count or follow readers.
pub(crate) fn is_tracker(tag: Tag, attrs: &[(Attr, Cow<'_, str>)]) -> bool {
    let attr = |name| attrs.iter().find(|(attr, _)| *attr == name).map(|(_, value)| &**value);
    match tag {
        Tag::Img | Tag::Iframe => {
            let is_dot = |name| attr(name).is_some_and(|size| matches!(size.trim().trim_end_matches("px"), "0" | "1"));
            (is_dot(Attr::Width) && is_dot(Attr::Height)) || attr(Attr::Src).is_some_and(leads_to_tracker)
        }
        Tag::Link => {
            let rel = attr(Attr::Rel).unwrap_or_default();
            rel.split_ascii_whitespace().any(|rel| HINTS.iter().any(|hint| rel.eq_ignore_ascii_case(hint)))
        }
        _ => false,
    }
}

/// Whether the markup in a `noscript` is a tracker's: that of one tag manager or pixel, and no text.
pub(crate) fn is_tracking_markup(markup: &str) -> bool {
    let mut urls = markup.match_indices("//").map(|(at, _)| &markup[at..]);
    urls.any(leads_to_tracker) || ["height=\"1\"", "height='1'", "height=1 "].iter().any(|dot| markup.contains(dot))
}

/// Whether an address with a host is a tracker's.
pub(crate) fn leads_to_tracker(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("//") else { return false };
    let page = rest.strip_prefix("www.").unwrap_or(rest);
    if COUNTERS.iter().any(|counter| page.starts_with(counter)) {
        return true;
    }
    let host = rest.split(['/', '?', '#', ':', '"', '\'', ' ', '>']).next().unwrap_or_default();
    HOSTS.iter().any(|tracker| {
        let start = host.len().wrapping_sub(tracker.len());
        host.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(tracker))
            && (start == 0 || host.as_bytes().get(start - 1) == Some(&b'.'))
    })
}

/// Links that make a browser connect before there is anything to show.
const HINTS: &[&str] = &["dns-prefetch", "modulepreload", "preconnect", "prefetch", "preload", "prerender"];

/// Where sites that serve more than that count readers.
const COUNTERS: &[&str] = &["facebook.com/tr?", "feeds.feedburner.com/~"];

/// Hosts (with all below them) that serve adverts, pixels and tags, after the public lists of blockers.
const HOSTS: &[&str] = &[
    "2mdn.net",
    "ad.nl",
    "adform.net",
    "adnxs.com",
    "adsafeprotected.com",
    "adservice.google.com",
    "adsrvr.org",
    "amazon-adsystem.com",
    "analytics.google.com",
    "analytics.twitter.com",
    "bat.bing.com",
    "bluekai.com",
    "casalemedia.com",
    "chartbeat.com",
    "chartbeat.net",
    "clarity.ms",
    "connect.facebook.net",
    "crwdcntrl.net",
    "criteo.com",
    "criteo.net",
    "demdex.net",
    "doubleclick.net",
    "exelator.com",
    "google-analytics.com",
    "googleadservices.com",
    "googlesyndication.com",
    "googletagmanager.com",
    "googletagservices.com",
    "hotjar.com",
    "imrworldwide.com",
    "ioam.de",
    "krxd.net",
    "matomo.cloud",
    "mc.yandex.ru",
    "mixpanel.com",
    "moatads.com",
    "newrelic.com",
    "nr-data.net",
    "omtrdc.net",
    "openx.net",
    "outbrain.com",
    "parsely.com",
    "permutive.com",
    "pixel.wp.com",
    "pubmatic.com",
    "px.ads.linkedin.com",
    "quantserve.com",
    "rlcdn.com",
    "rubiconproject.com",
    "scorecardresearch.com",
    "segment.com",
    "segment.io",
    "sharethrough.com",
    "smartadserver.com",
    "statcounter.com",
    "stats.wordpress.com",
    "stats.wp.com",
    "taboola.com",
    "teads.tv",
    "yieldmo.com",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tag: Tag, attrs: &[(Attr, &str)]) -> bool {
        is_tracker(tag, &attrs.iter().map(|(attr, value)| (*attr, Cow::Borrowed(*value))).collect::<Vec<_>>())
    }

    #[test]
    fn pixels_and_hosts() {
        assert!(check(Tag::Img, &[(Attr::Width, "1"), (Attr::Height, "1px")]));
        assert!(!check(Tag::Img, &[(Attr::Width, "1"), (Attr::Height, "100")]));
        assert!(check(Tag::Img, &[(Attr::Src, "//b.scorecardresearch.com/p?x")]));
        assert!(check(Tag::Img, &[(Attr::Src, "https://c.statcounter.com/7422636/0/9b6714ff/1/")]));
        assert!(check(Tag::Img, &[(Attr::Src, "https://www.facebook.com/tr?id=1")]));
        assert!(!check(Tag::Img, &[(Attr::Src, "https://www.facebook.com/tricks.jpg")]));
        assert!(!check(Tag::Img, &[(Attr::Src, "https://notdoubleclick.net/x")]));
        assert!(!check(Tag::Img, &[(Attr::Src, "https://example.com/?u=//doubleclick.net")]));
        assert!(check(Tag::Link, &[(Attr::Rel, "Preload x")]) && !check(Tag::Link, &[(Attr::Rel, "canonical")]));
    }

    #[test]
    fn noscript_pixels() {
        assert!(is_tracking_markup("<img height=\"1\" width=\"1\" src=\"https://www.facebook.com/tr?id=1\">"));
        assert!(is_tracking_markup("<iframe src=\"https://www.googletagmanager.com/ns.html?id=GTM\"></iframe>"));
        assert!(!is_tracking_markup("<img src=\"https://example.com/harbour.jpg\" height=\"100\">"));
    }
}
