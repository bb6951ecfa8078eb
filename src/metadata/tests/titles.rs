//! Titles and headings, and what stands beside them.

use super::{TEXT, check, ld};
use crate::article::Outcome;
use crate::{Options, clean};

#[test]
fn a_heading_sheds_what_is_shown_beside_the_title() {
    let named = "<meta property=og:title content='Ferry returns to the island'>";
    let article = "<meta property=og:type content=article>";
    check(&[
        (
            &format!("{named}<h1>Ferry returns to the island <span>(example.org)</span> 87</h1>{TEXT}"),
            "title",
            "Ferry returns to the island",
            "open-graph",
        ),
        (
            &format!("{named}{article}<h1><span>Title:</span>Ferry returns to the island</h1>{TEXT}"),
            "title",
            "Ferry returns to the island",
            "open-graph",
        ),
        (
            &format!("{named}{article}<h1>At last, ferry returns to the island</h1>{TEXT}"),
            "title",
            "At last, ferry returns to the island",
            "heading",
        ),
        (&format!("<title>Ferries - The Island Manual</title><h2>Ferries</h2>{TEXT}"), "title", "Ferries", "heading"),
        (&format!("<h1>Ferry returns to the island | Opinion</h1>{TEXT}"), "title", "Ferry returns to the island", "heading"),
    ]);
}

#[test]
fn titles_are_told_from_what_stands_beside_them() {
    let site = "<meta property=og:site_name content=Ferry>";
    let named = |title: &str| format!("<meta property=og:title content='{title}'><title>{title}</title>");
    let article = "<meta property=article:published_time content=2024-05-06>";
    check(&[
        // What begins like the site's name may be a product's …
        (
            &format!("{site}{}<h1>Other</h1><h1>More</h1>{TEXT}", named("Ferry Pass – for a year")),
            "title",
            "Ferry Pass – for a year",
            "open-graph",
        ),
        // … and a headline may say the site's name itself, before its titles go on.
        (
            &format!("{site}{}<h1>Harbour news: Ferry returns soon</h1>{TEXT}", named("Harbour news: Ferry returns soon | Ferry")),
            "title",
            "Harbour news: Ferry returns soon",
            "heading",
        ),
        // A word or two at the head of an article that says something else in its titles are the section's.
        (
            &format!("{article}{}<h1>Special offers</h1>{TEXT}", named("Ferry passes are half the price in May")),
            "title",
            "Ferry passes are half the price in May",
            "open-graph",
        ),
        // Data on another text.
        (
            &format!("<title>Harbour</title>{}", ld(r#"{"@type":"Article","headline":"Lighthouses of northern islands"}"#)),
            "title",
            "Harbour",
            "title-element",
        ),
        (&format!("{}<h1>Boots (158 items)</h1>{TEXT}", named("Boots - Example")), "title", "Boots", "heading"),
        (&format!("{}<h1>Boots (2)</h1>{TEXT}", named("Boots (2)")), "title", "Boots (2)", "heading"),
        (
            &format!("<title>Enum Ferry - Example</title><h1>Enum Ferry <button>Copy item path</button></h1>{TEXT}"),
            "title",
            "Enum Ferry",
            "heading",
        ),
        (
            &format!("{}<h1>Ferries that sail all year round</h1>{TEXT}", named("Ferries ferries, islands and …")),
            "title",
            "Ferries that sail all year round",
            "heading",
        ),
        (
            &format!(
                "<meta name=description content='All ferries, and when they sail.'><meta property=og:title content='All ferries, and when they sail.'><title>Times | Ferry</title>{site}{TEXT}"
            ),
            "title",
            "Times",
            "title-element",
        ),
    ]);
}

#[test]
fn headings_that_are_no_titles_are_passed_over() {
    let named = |title: &str| format!("<meta property=og:title content='{title}'><title>{title}</title>");
    let article = "<meta property=article:published_time content=2024-05-06>";
    let long = "Learn which ferries sail to the island, when they leave the harbour and how long they take, and get tips by those who \
                sail with them each day, before you book a place for the summer";
    check(&[
        // A paragraph in large letters.
        (
            &format!("{article}{}<h1>{long}</h1>{TEXT}", named("Ferries to the island: how to sail")),
            "title",
            "Ferries to the island: how to sail",
            "open-graph",
        ),
        // The site's own heading, as the title says by standing before it.
        (
            &format!("<title>Island ferries | The Harbour Page</title><h1>The Harbour Page</h1><h2>Boats</h2>{TEXT}"),
            "title",
            "Island ferries",
            "title-element",
        ),
        // Three sources that agree outvote other words, but not another year.
        (
            &format!(
                "{}<meta name=twitter:title content='The island ferry pass'><h1>The pass for island lovers</h1>{TEXT}",
                named("The island ferry pass")
            ),
            "title",
            "The island ferry pass",
            "open-graph",
        ),
        (
            &format!(
                "{}<meta name=twitter:title content='9 ferries to try in 2024'><h1>9 ferries to try in 2025</h1>{TEXT}",
                named("9 ferries to try in 2024")
            ),
            "title",
            "9 ferries to try in 2025",
            "heading",
        ),
    ]);
}

#[test]
fn a_front_page_is_not_called_as_its_entries_are() {
    let entry = "<article itemscope itemtype='https://schema.org/BlogPosting'><h1 itemprop=headline>Lighthouses in the fog</h1></article>";
    let page = format!("<title>The Island Blog</title>{entry}<h1>Ships of the year</h1>{TEXT}");
    let options = |url: &str| Options { url: Some(url.to_owned()), ..Options::default() };
    let title = |url: &str| match clean(&page, &options(url)).expect("the options can be used") {
        Outcome::Article(article) => article.metadata.title,
        Outcome::NoArticle(nothing) => nothing.metadata.title,
    };
    assert_eq!(title("https://example.com/").as_deref(), Some("The Island Blog"));
    assert_eq!(title("https://example.com/fog").as_deref(), Some("Lighthouses in the fog"));
}
