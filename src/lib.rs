//! Readwell gives the article back: it takes a web page's HTML and returns the article as safe HTML, text and Markdown,
//! with the page's metadata, or says why there is none.
//!
//! ```
//! let page = "<nav>Home | News</nav><h1>Ferry returns</h1><p>The ferry to the island sails again from Monday, after \
//!             nine months of repairs, four times a day, the harbour office said on Friday.</p>";
//! let article = readwell::clean(page, &readwell::Options::default())?.into_article().expect("an article");
//! assert!(article.text_content.contains("sails again"));
//! assert!(!article.content.contains("Home"));
//! # Ok::<(), readwell::Error>(())
//! ```
//!
//! A page goes through six stages, each a file or folder of its own: `sweep` (bytes → tape), `blocks` (tape → text
//! blocks), `classify` (blocks → labels), `plan` (labels → what becomes of each element), `compose` (plan → the article's
//! normal form) and `render` (normal form → HTML, text, Markdown).

#[cfg(all(test, not(target_arch = "wasm32")))]
extern crate self as readwell; // The tests of `tests/support` are used inside too.

mod article;
mod blocks;
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "../tests/support/cases.rs"]
mod cases;
mod classify;
mod cleaner;
mod clutter;
mod compose;
mod corrections;
mod document;
mod encoding;
mod error;
mod features;
mod hints;
mod html;
mod letters;
mod limits;
mod marks;
mod metadata;
mod mojibake;
mod options;
mod paging;
mod parts;
mod plan;
mod readerable;
mod render;
mod site_rules;
#[cfg(feature = "bench")]
#[doc(hidden)]
pub mod stages;
mod summary;
mod sweep;
mod tape;
mod trackers;
mod tracking;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;
mod urls;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
mod words;

pub use article::{
    Article, Author, Direction, Image, MetaTag, Metadata, NoArticle, Outcome, PageType, Reason, Removal, Removed, Source, TocEntry, Trace,
};
pub use cleaner::Cleaner;
pub use error::Error;
pub use hints::{Hint, Visibility};
pub use limits::Limits;
pub use options::Options;
pub use parts::Parts;
pub use readerable::is_probably_readerable;
pub use render::grammar;
pub use site_rules::{SiteRule, SiteRules};
pub use sweep::{Declutter, DeclutterOptions};

/// Cleans a page that is at hand as text.
///
/// # Errors
/// When an option can't be used; whatever the page is, the outcome says so instead.
///
/// ```
/// let outcome = readwell::clean("<p>Short.</p>", &readwell::Options::default())?;
/// assert_eq!(outcome.reason(), Some(readwell::Reason::TooLittleText));
/// # Ok::<(), readwell::Error>(())
/// ```
pub fn clean(html: &str, options: &Options) -> Result<Outcome, Error> {
    let mut cleaner = Cleaner::for_text(options.clone())?;
    cleaner.write(html.as_bytes());
    Ok(cleaner.end())
}

/// Cleans a page that is at hand as bytes, in whatever encoding it declares.
///
/// # Errors
/// As for [`clean`].
///
/// ```
/// let page = b"<meta charset=windows-1252><p>Na\xefve words in an old encoding come out right, as long as the page \
///              says which encoding it is in, or can be told from its first bytes.";
/// let article = readwell::clean_bytes(page, &readwell::Options::default())?.into_article().expect("an article");
/// assert!(article.text_content.starts_with("Naïve"));
/// # Ok::<(), readwell::Error>(())
/// ```
pub fn clean_bytes(bytes: &[u8], options: &Options) -> Result<Outcome, Error> {
    let mut cleaner = Cleaner::new(options.clone())?;
    cleaner.write(bytes);
    Ok(cleaner.end())
}
