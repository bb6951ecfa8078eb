//! The article's normal form → HTML, text, Markdown. Renderers decide nothing: what is in the tree is written.

mod escape;
pub mod grammar;
mod html;
mod markdown;
mod text;

pub(crate) use html::html;
pub(crate) use markdown::markdown;
pub(crate) use text::{inline_text, text};
