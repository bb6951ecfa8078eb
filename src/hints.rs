//! What a live page looks like, beside its HTML.

use serde::Deserialize;

/// How an element of a live page is shown: what style sheets and scripts made of it, which its HTML does not say.
///
/// [`Options::hints`](crate::Options::hints) has one for each element, in the order of the start tags outside `<template>`,
/// which is that of `document.querySelectorAll("*")` where the HTML is a serialized document. The npm package's
/// `cleanDocument` gathers them. Nothing needs them; a page without them is cleaned as ever.
///
/// ```
/// use readwell::{Hint, Options, Visibility};
///
/// let page = "<p>The ferry to the island sails again from Monday, after nine months of repairs, four times a day, the harbour \
///             office said.</p><p class=x1>Text that a style sheet hides, of which nothing in the page's own source tells.</p>";
/// let hint = |visibility| Hint { visibility, ..Hint::default() };
/// let options = Options { hints: vec![hint(Visibility::Shown), hint(Visibility::Hidden)], ..Options::default() };
/// let article = readwell::clean(page, &options)?.into_article().expect("an article");
/// assert!(!article.text_content.contains("style sheet"));
/// # Ok::<(), readwell::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Hint {
    /// Whether it is on the screen.
    pub visibility: Visibility,
    /// The size of its text, in CSS pixels; 0 where it has none of its own, or that is not known.
    pub font_size: u16,
    /// The width of its box, in CSS pixels; 0 where it is not known.
    pub width: u16,
    /// The height of its box, likewise.
    pub height: u16,
}

/// Whether an element is on the screen, or would be after scrolling to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Not known.
    #[default]
    Unknown,
    /// It is.
    Shown,
    /// It is not.
    Hidden,
}
