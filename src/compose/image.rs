//! Pictures: which of the addresses that a page gives is the picture, and which pictures tell nothing.

use super::srcset::{Size, candidates};
use super::token::{classes, has_class, has_word, words};
use super::typography::clean_line;
use crate::document::Image;
use crate::html::{Attr, Tag, decimal};
use crate::tape::{ElementId, Event, Tape};
use crate::trackers::leads_to_tracker;
use crate::urls::{Base, SafeUrl};

/// Attributes in which scripts find a picture's address, best first.
const LAZY: &[Attr] = &[
    Attr::DataOrigFile,
    Attr::DataOriginalSrc,
    Attr::DataFullSrc,
    Attr::DataHiSrc,
    Attr::DataZoom,
    Attr::DataLargeFile,
    Attr::DataSrc,
    Attr::DataOriginal,
    Attr::DataLazySrc,
    Attr::DataLazy,
    Attr::DataActualSrc,
    Attr::DataEchoSrc,
    Attr::DataRunnerSrc,
    Attr::DataDefaultSrc,
    Attr::DataPinMedia,
    Attr::DataUrl,
    Attr::DataImg,
    Attr::DataImage,
    Attr::DataMediumFile,
    Attr::DataFileSrc,
    Attr::DataBackground,
];

/// Attributes in which scripts find a `srcset`.
const LAZY_SETS: &[Attr] = &[Attr::DataSrcset, Attr::DataLazySrcset, Attr::DataOriginalSet];

/// Names of files that stand in for a picture until scripts load it, or that only fill space.
const PLACEHOLDERS: &[&str] =
    &["spacer", "blank", "placeholder", "transparent", "pixel", "1x1", "lazyload", "grey", "loading", "loader", "trans", "clear", "dot"];

/// Words of classes of pictures that are part of a page's furniture.
const FURNITURE: &[&str] = &["avatar", "gravatar", "userpic", "icon", "spinner", "tracking", "beacon", "sharing", "logo"];

/// A picture smaller than this on both sides is a mark, not a picture: half of the smallest common thumbnail (64).
const SMALL: u32 = 32;

/// A `data:` picture shorter than this has no room for more than a blur or a few flat pixels.
const MIN_DATA_BYTES: usize = 1024;

/// Densities beyond this serve no reader.
const MAX_DENSITY: f64 = 4.0;

/// What an `img` comes to.
#[derive(Debug, PartialEq)]
pub(super) enum Picture {
    Image(Image),
    /// A picture of a character: its text.
    Text(String),
    None,
}

/// The picture of an `img`, together with the `source`s of the `picture` around it.
pub(super) fn picture(tape: &Tape, id: ElementId, sources: &[ElementId], base: &Base) -> Picture {
    let alt = clean_line(tape.attr(id, Attr::Alt).unwrap_or_default());
    if is_character(tape, id, &alt) {
        return Picture::Text(alt);
    }
    let (width, height) = (dimension(tape, id, Attr::Width), dimension(tape, id, Attr::Height));
    if is_furniture(tape, id, width, height) {
        return Picture::None;
    }
    match best(tape, id, sources, base) {
        Some(src) if !leads_to_tracker(src.as_str()) && !is_share_badge(src.as_str()) => {
            // A placeholder's size is not the picture's.
            let sized = |n: Option<u32>| n.filter(|n| *n > 2);
            Picture::Image(Image { src, alt, width: sized(width), height: sized(height) })
        }
        _ => Picture::None,
    }
}

/// An `img` or `picture` element's picture.
pub(super) fn of_element(tape: &Tape, id: ElementId, base: &Base) -> Picture {
    if tape.tag(id) == Tag::Img {
        return picture(tape, id, &[], base);
    }
    let inner = |tag| {
        tape.inside(id).iter().filter_map(move |event| match *event {
            Event::Enter(child) if tape.tag(child) == tag => Some(child),
            _ => None,
        })
    };
    let sources: Vec<_> = inner(Tag::Source).collect();
    match inner(Tag::Img).next_back() {
        Some(img) => picture(tape, img, &sources, base),
        None => best(tape, id, &sources, base)
            .map_or(Picture::None, |src| Picture::Image(Image { src, alt: String::new(), width: None, height: None })),
    }
}

/// An emoji, or a decorated first letter.
fn is_character(tape: &Tape, id: ElementId, alt: &str) -> bool {
    let is_short = !alt.is_empty() && alt.chars().count() <= 8;
    let is_emoji = has_word(tape, id, &["emoji", "emojione", "twemoji", "smiley", "wp-smiley"]);
    is_short && ((is_emoji && !alt.is_ascii()) || has_word(tape, id, &["dropcap"]))
}

fn is_furniture(tape: &Tape, id: ElementId, width: Option<u32>, height: Option<u32>) -> bool {
    let is_pixel = |n: Option<u32>| n.is_some_and(|n| n <= 2);
    let is_small = |n: Option<u32>| n.is_some_and(|n| n < SMALL);
    // A placeholder may be declared tiny while the picture waits in another attribute.
    let waits = LAZY.iter().chain(LAZY_SETS).any(|attr| tape.attr(id, *attr).is_some());
    ((is_pixel(width) || is_pixel(height)) && !waits)
        || (is_small(width) && is_small(height) && !waits)
        || classes(tape, id).flat_map(words).any(|word| FURNITURE.iter().any(|name| word.eq_ignore_ascii_case(name)))
        || has_class(tape, id, &["wp-smiley"])
        || tape.attr(id, Attr::Hidden).is_some()
}

fn is_share_badge(url: &str) -> bool {
    ["gravatar.com/avatar", "/badges/", "addtoany.com", "addthis.com", "sharethis.com"].iter().any(|part| url.contains(part))
}

/// `width="600"`, `600px`; nothing of `100%`.
fn dimension(tape: &Tape, id: ElementId, attr: Attr) -> Option<u32> {
    let value = tape.attr(id, attr)?.trim();
    let number = value.strip_suffix("px").unwrap_or(value).trim();
    decimal(number).filter(|n| *n < 100_000.0).map(|n| n.round() as u32)
}

/// The best of all addresses: the largest that a set offers, else one that a script would load, else the plain one.
fn best(tape: &Tape, id: ElementId, sources: &[ElementId], base: &Base) -> Option<SafeUrl> {
    let srcset_of = |id: ElementId, attrs: &[Attr]| {
        attrs.iter().filter_map(|attr| tape.attr(id, *attr)).filter(|set| !set.trim().is_empty()).find_map(|set| largest(set, base))
    };
    let all_sets: Vec<Attr> = LAZY_SETS.iter().copied().chain([Attr::Srcset]).collect();
    let from_sets =
        sources.iter().filter(|source| is_raster(tape, **source)).chain([&id]).filter_map(|element| srcset_of(*element, &all_sets));
    let mut best: Option<(f64, SafeUrl)> = None;
    for (size, url) in from_sets {
        if best.as_ref().is_none_or(|(largest, _)| size > *largest) {
            best = Some((size, url));
        }
    }
    let lazy =
        || LAZY.iter().filter_map(|attr| tape.attr(id, *attr)).filter(|url| looks_like_picture(url)).find_map(|url| usable(url, base));
    let plain = || tape.attr(id, Attr::Src).and_then(|src| usable(src, base));
    // A set that only offers the plain size says nothing that a script's address doesn't say better.
    match best {
        Some((size, url)) if size > 1.0 => Some(url),
        Some((_, url)) => lazy().or_else(plain).or(Some(url)),
        None => lazy().or_else(plain),
    }
}

fn is_raster(tape: &Tape, source: ElementId) -> bool {
    tape.attr(source, Attr::Type).is_none_or(|kind| kind.trim().starts_with("image/") && !kind.contains("svg"))
}

/// The largest candidate that can be used, with its size: pixels, or densities, which are far smaller numbers.
fn largest(srcset: &str, base: &Base) -> Option<(f64, SafeUrl)> {
    let mut found: Vec<_> = candidates(srcset)
        .into_iter()
        .map(|candidate| match candidate.size {
            Size::Width(width) => (f64::from(width), candidate.url),
            Size::Density(density) => (if density > MAX_DENSITY { 0.0 } else { density }, candidate.url),
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().find_map(|(size, url)| usable(url, base).map(|url| (size, url)))
}

/// A lazy attribute may hold JSON, a colour or a flag.
fn looks_like_picture(value: &str) -> bool {
    let value = value.trim();
    let is_address = value.starts_with("http") || value.starts_with('/') || value.starts_with("data:");
    let path = value.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let is_file = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"].iter().any(|end| path.ends_with(end));
    !value.contains(['{', '<', ' ']) && (is_address || is_file)
}

/// A picture's address, unless it is a placeholder's.
fn usable(url: &str, base: &Base) -> Option<SafeUrl> {
    let url = url.trim();
    if url.is_empty() || url.starts_with("data:") && url.len() < MIN_DATA_BYTES {
        return None;
    }
    let safe = base.image(url)?;
    (!is_placeholder(safe.as_str())).then_some(safe)
}

fn is_placeholder(url: &str) -> bool {
    if url.starts_with("data:") {
        return false;
    }
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, extension)) = file.rsplit_once('.') else { return false };
    let is_flat = ["gif", "png", "svg"].iter().any(|end| extension.eq_ignore_ascii_case(end));
    is_flat && words(stem).count() <= 2 && words(stem).any(|word| PLACEHOLDERS.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// What two addresses of one picture in different sizes have in common.
pub(super) fn identity(url: &str) -> String {
    // Resizers carry the picture's own address within theirs.
    let inner =
        url.rfind("https%3A%2F%2F").or_else(|| url.rfind("http%3A%2F%2F")).map(|at| url[at..].split('&').next().unwrap_or_default());
    let inner = inner.unwrap_or(url);
    let path = inner.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("//").map_or(path, |(_, rest)| rest);
    let mut parts: Vec<&str> = path.split('/').filter(|part| !is_size(part)).collect();
    let file = parts.pop().unwrap_or_default();
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let is_scaled = |end: &str| end == "scaled" || is_size(end);
    let stem = stem.rsplit_once('-').filter(|(_, end)| is_scaled(end)).map_or(stem, |(stem, _)| stem);
    parts.push(stem);
    // Scripts without a file name keep the picture's name in the query.
    let query = if extension.is_empty() { inner.split_once('?').map_or("", |(_, query)| query) } else { "" };
    format!("{}.{extension}?{query}", parts.join("/"))
}

/// `640x480`, `w_640,h_480`, `640`, `s1600`.
fn is_size(part: &str) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    digits >= 2
        && part.split(['x', ',', '_', '-']).all(|word| {
            let number = word.trim_start_matches(['w', 'h', 's', 'c', 'q', 'f']);
            number.bytes().all(|b| b.is_ascii_digit())
                || matches!(word, "c" | "fill" | "limit" | "fit" | "auto" | "good" | "progressive" | "scale" | "steep" | "webp" | "fl")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_picture_in_two_sizes() {
        for (a, b) in [
            ("https://a.b/c/photo-1024x768.jpg", "https://a.b/c/photo.jpg?w=300"),
            ("https://a.b/640x480/photo.jpg", "https://a.b/1280x960/photo.jpg"),
            (
                "https://cdn.x/image/fetch/w_1456,c_limit,f_auto/https%3A%2F%2Fy.z%2Fp.jpeg",
                "https://cdn.x/image/fetch/w_848/https%3A%2F%2Fy.z%2Fp.jpeg",
            ),
            ("/_next/image?url=https%3A%2F%2Fy.z%2Fp.jpg&w=640&q=75", "/_next/image?url=https%3A%2F%2Fy.z%2Fp.jpg&w=3840&q=75"),
        ] {
            assert_eq!(identity(a), identity(b));
        }
        assert_ne!(identity("https://a.b/c/one.jpg"), identity("https://a.b/c/two.jpg"));
        assert_ne!(identity("https://a.b/img?id=1"), identity("https://a.b/img?id=2"));
    }

    #[test]
    fn placeholders() {
        assert!(
            is_placeholder("https://a.b/img/1x1.gif")
                && is_placeholder("https://a.b/spacer.gif")
                && is_placeholder("https://a.b/lazy-placeholder.png")
        );
        assert!(!is_placeholder("https://a.b/pixel-art.jpg"));
    }
}
