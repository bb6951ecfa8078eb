//! What each kind of markup comes to, in HTML and in Markdown.

mod content;
mod data;
mod soup;
#[path = "../../../tests/support/mod.rs"]
mod support;

use super::compose;
use crate::document::Document;
use crate::limits::Limits;
use crate::plan::Plan;
use crate::render;
use crate::sweep::Sweep;
use crate::urls::Base;

/// The article of a page that is all article.
fn document(html: &str) -> Document {
    document_with(html, &[])
}

/// The same, with the players of these hosts.
fn document_with(html: &str, players: &[String]) -> Document {
    let mut sweep = Sweep::new(&Limits::default());
    sweep.write(html);
    let tape = sweep.end().tape;
    let base = Base::new(Some("https://example.com/a/b")).expect("absolute");
    compose(&tape, &Plan::keep_all(&tape), &base, Some("Title"), players)
}

/// Checks what a page comes to; and that HTML and Markdown read back as what they were.
#[track_caller]
fn check(source: &str, html: &str, markdown: &str) {
    let document = document(source);
    let found = render::html(&document);
    assert_eq!(found, html, "HTML of {source}");
    let found_markdown = render::markdown(&document);
    assert_eq!(found_markdown, markdown, "Markdown of {source}");
    let parsed = support::parse(&found);
    assert_eq!(support::serialize(&parsed), found, "reading the HTML back");
    assert_eq!(support::violations(&parsed), Vec::<String>::new());
}
