//! What holds for any page, over pages made up at random. `fuzz/` looks for the same for longer.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/invariants.rs"]
mod invariants;
mod support;

use proptest::prelude::*;
use proptest::sample::select;

use cases::cases;

/// Pieces of pages, the more the stranger.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=x>",
    "</div>",
    "<b>",
    "</b>",
    "<a href='/x?a=1&amp;b'>",
    "</a>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</table>",
    "<h2 id=a>",
    "</h2>",
    "<img src=/a.jpg alt='x\"y'>",
    "<br>",
    "<hr>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<svg>",
    "</svg>",
    "<svg/>",
    "<math>",
    "<mi>",
    "</math>",
    "<nav>",
    "</nav>",
    "<noscript>",
    "</noscript>",
    "<select>",
    "<option>",
    "</select>",
    "<textarea>",
    "</textarea>",
    "<title>",
    "</title>",
    "<template>",
    "</template>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&lt",
    "&#0;",
    "&#x80;",
    "&notit;",
    "\0",
    "\r\n",
    "\u{a0}",
    "é",
    "日本",
    "😀",
    "<blockquote>",
    "<figure>",
    "<figcaption>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<details open>",
    "<summary>",
    "<ruby>",
    "<rt>",
    "<sup><a href=#fn1>1</a></sup>",
    "<li id=fn1>",
    "<iframe src=//x>",
    "</iframe>",
    "<base href=//y>",
    "<meta charset=koi8-r>",
    "<p lang=fr dir=rtl>",
    "<x-card>",
    "</x-card>",
    "<frameset>",
    "<plaintext>",
    "</",
    "<",
    "<a b='",
    "The ferry to the island sails again from Monday, after nine months of repairs in the yard. ",
    "*a* _b_ `c` [d](e) # f ",
    " ",
    "\n",
];

fn page() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        9 => select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn text() -> impl Strategy<Value = Vec<u8>> {
    let piece = select(
        &[
            "{",
            "}",
            "\"@type\":\"Article\"",
            "\"headline\":",
            "[",
            "]",
            ",",
            " 1x",
            " 2x",
            "/a.jpg",
            "javascript:",
            "data:image/png,",
            "2020-01-01",
            "T10:00Z",
            "`",
            "*",
            "_",
            "<",
            ">",
            "|",
            "\\",
            "!",
            "[a](b)",
            "\n",
            "#",
            "- ",
            "1. ",
            "http://",
            "é",
            "x",
        ][..],
    );
    let piece = prop_oneof![5 => piece.prop_map(|piece| piece.as_bytes().to_vec()), 1 => prop::collection::vec(any::<u8>(), 0..4)];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// Selectors, some of them none.
fn selector() -> impl Strategy<Value = String> {
    let piece = select(
        &[
            "p",
            "div",
            "li",
            "*",
            ".x",
            "#a",
            "[href]",
            "[class~=x i]",
            "[a",
            ":not(",
            ":is(",
            ":has(",
            ":where(",
            ")",
            ":first-child",
            ":nth-child(2n+1)",
            ":last-of-type",
            ":only-child",
            ":empty",
            ":root",
            " ",
            " > ",
            " + ",
            " ~ ",
            ", ",
            "::",
            ":hover",
            "\\",
            "\"",
            "/*",
            "|",
            "é",
        ][..],
    );
    prop::collection::vec(piece, 1..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn articles_are_safe_and_a_fixed_point(page in page()) {
        invariants::clean(&page);
    }

    #[test]
    fn chunks_make_no_difference(page in page(), cuts in prop::array::uniform8(any::<u8>())) {
        invariants::chunked(&[&cuts[..], &page].concat());
    }

    #[test]
    fn rules_choose_safely(selector in selector(), page in page()) {
        invariants::rules(&selector, &page);
    }

    #[test]
    fn the_stream_is_the_same_in_any_chunks(page in page()) {
        invariants::declutter(&page);
    }

    #[test]
    fn metadata_is_what_it_says(text in text()) {
        invariants::metadata(&text);
    }

    #[test]
    fn pictures_are_safe(text in text()) {
        invariants::srcset(&text);
    }

    #[test]
    fn markdown_is_escaped(text in text()) {
        invariants::markdown(&text);
    }
}
