//! Any soup of tags and text: what comes out is HTML that reads back as itself, within its grammar, and Markdown of the
//! same structure.

use proptest::prelude::*;

use super::{document, support};
use crate::cases::cases;
use crate::render;

/// Parts of pages, harmless and not.
const PARTS: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<h1>",
    "</h1>",
    "<h3>",
    "</h3>",
    "<ul>",
    "</ul>",
    "<ol>",
    "<ol start=7>",
    "<ol reversed type=a>",
    "<li value=9>",
    "<span lang=de>",
    "</span>",
    "<i dir=rtl>",
    "<script src='https://gist.github.com/a/b.js'></script>",
    "</ol>",
    "<li>",
    "</li>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<pre><code class=language-js>",
    "</code></pre>",
    "<code>",
    "</code>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<em>",
    "</em>",
    "<s>",
    "</s>",
    "<a href=/x>",
    "</a>",
    "<a href='https://a.b/(c)?d=e&amp;copy=$f`'>",
    "<a href='#t'>",
    "<p id=t>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</table>",
    "<caption>",
    "</caption>",
    "<td colspan=2>",
    "<br>",
    "<hr>",
    "<img src=/i.jpg alt='a ] b'>",
    "<img src='/j.jpg'>",
    "<figure>",
    "</figure>",
    "<figcaption>",
    "</figcaption>",
    "<details><summary>",
    "</summary>",
    "</details>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<sub>",
    "</sub>",
    "<sup>",
    "</sup>",
    "<kbd>",
    "</kbd>",
    "<q>",
    "</q>",
    "<ruby>",
    "<rt>",
    "</ruby>",
    "<math><mi>x</mi>",
    "</math>",
    "<svg>",
    "</svg>",
    "<div class='admonition tip'>",
    "<p class=admonition-title>",
    "<iframe src='https://www.youtube.com/embed/abc'></iframe>",
    "<video src=/v.mp4>",
    "</video>",
    "<sup><a href='#fn1' id=r1>1</a></sup>",
    "<li id=fn1>",
    "<a href='#r1'>↩</a>",
    "<div lang=fr>",
    "<p dir=rtl>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<form>",
    "<input type=checkbox disabled>",
    "<button>",
    "</button>",
    "word",
    " ",
    "\n",
    "two words ",
    "*",
    "_",
    "**",
    "`",
    "``",
    "[",
    "](",
    "]",
    "!",
    "#",
    "# ",
    "- ",
    "1. ",
    "12) ",
    "+",
    ">",
    "&lt;b&gt;",
    "&amp;amp;",
    "|",
    "~",
    "$",
    "$$x$$",
    "\\",
    "\\(y\\)",
    "\\(\\frac{a}{b}\\)",
    "\\[\\ce{x}\\]",
    "=",
    "---",
    "===",
    "\u{a0}",
    "é",
    "日本",
    "http://a.b",
    ":",
    "\u{200b}",
    "&#13;",
    "\0",
    "…",
    "“",
    "🙂",
    "\t",
    "    ",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn html_reads_back_as_itself(source in soup()) {
        let html = render::html(&document(&source));
        let parsed = support::parse(&html);
        prop_assert_eq!(support::serialize(&parsed), html);
        prop_assert_eq!(support::violations(&parsed), Vec::<String>::new());
    }

    #[test]
    fn markdown_reads_back_as_the_html(source in soup()) {
        let document = document(&source);
        let (html, markdown) = (render::html(&document), render::markdown(&document));
        let expected = support::structure(&support::parse(&html));
        let found = support::structure(&support::parse(&support::html_of_markdown(&markdown)));
        prop_assert_eq!(found, expected, "{}\n---\n{}", html, markdown);
    }
}

#[test]
fn deep_nesting_is_flattened() {
    for tag in [
        "blockquote",
        "div",
        "b",
        "ul><li",
        "table><tr><td>x</td><td",
        "details><summary>x</summary",
        "span",
        "figure",
        "ruby>x<rt",
        "dl><dt>x<dd",
        "aside class=note",
        "pre",
        "sup",
        "a href=/x",
        "math><mrow",
    ] {
        let source = format!("{}word", format!("<{tag}>").repeat(2000));
        let html = render::html(&document(&source));
        let parsed = support::parse(&html);
        assert!(support::depth(&parsed) <= crate::grammar::MAX_DEPTH, "{tag}");
        assert_eq!(support::serialize(&parsed), html, "{tag}");
    }
}

#[test]
fn output_is_bounded_by_input() {
    let deep = |open: &str, line: &str| format!("{}{}", open.repeat(200), line.repeat(2000));
    for source in [
        deep("<ul><li>", "<p>a"),
        deep("<blockquote>", "a<br>"),
        deep("<ol><li>", "<pre>a\nb</pre>"),
        "<td>".repeat(5000),
        format!("<table>{}{}</table>", "<tr><td>a".repeat(800), "<td>b".repeat(800)),
    ] {
        let document = document(&source);
        for output in [render::html(&document), render::markdown(&document), render::text(&document)] {
            assert!(output.len() <= 100 * source.len(), "{} of {}: {}", output.len(), source.len(), &source[..60]);
        }
    }
}
