//! The sweep: one streaming `lol_html` pass over the page. This folder is the only place that names `lol_html`.
//!
//! [`Sweep`] uses `lol_html` as a tokenizer and fills a [`Tape`](crate::tape::Tape); nothing of the source is copied out.
//! [`Declutter`] uses it as a rewriter: its output is the source less the clutter.

#[cfg(feature = "bench")]
pub(crate) mod alone;
mod charset;
mod declutter;
mod end_tags;
mod names;
mod page;
mod tokenizer;

#[cfg(test)]
mod tests;

pub(crate) use charset::declared_charset;
pub use declutter::{Declutter, DeclutterOptions};
pub(crate) use page::{Sweep, Swept};
