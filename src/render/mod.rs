//! The article's normal form → HTML, text, Markdown. Renderers decide nothing: what is in the tree is written.

mod element;
mod escape;
mod front_matter;
pub mod grammar;
mod html;
mod markdown;
mod mathml;
mod text;

pub(crate) use front_matter::front_matter;
pub(crate) use html::html;
pub(crate) use markdown::markdown;
pub(crate) use text::{inline_text, text};
