//! What comes out of whole pages: HTML that parses back to itself and stays within its grammar, Markdown that parses
//! back to the same structure.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;
use std::path::PathBuf;

use readwell::grammar;
use readwell::{Article, Options, clean};

/// Pages: the fixtures, and those of a folder or an NDJSON file (`{"url","html"}` a line) that the environment names.
fn pages() -> Vec<(String, Option<String>, String)> {
    let mut pages = Vec::new();
    let fixtures = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for folder in fs::read_dir(fixtures).into_iter().flatten().flatten() {
        if let Ok(html) = fs::read_to_string(folder.path().join("page.html")) {
            pages.push((folder.file_name().to_string_lossy().into_owned(), Some("https://example.com/a/b".to_owned()), html));
        }
    }
    if let Some(path) = std::env::var_os("READWELL_PAGES") {
        for (number, line) in fs::read_to_string(path).expect("READWELL_PAGES names a file").lines().enumerate() {
            let page: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
            let html = page["html"].as_str().unwrap_or_default().to_owned();
            pages.push((format!("line {}", number + 1), page["url"].as_str().map(str::to_owned), html));
        }
    }
    pages
}

fn articles() -> impl Iterator<Item = (String, Article)> {
    pages().into_iter().filter_map(|(name, url, html)| {
        let article = clean(&html, &Options { url, ..Options::default() }).ok()?.into_article()?;
        Some((name, article))
    })
}

/// The first place where two texts differ, with what is around it.
fn difference(expected: &str, found: &str) -> String {
    let at = expected.bytes().zip(found.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        text.chars()
            .scan(0, |seen, c| {
                let here = *seen;
                *seen += c.len_utf8();
                Some((here, c))
            })
            .filter(|(here, _)| (at.saturating_sub(60)..at + 60).contains(here))
            .map(|(_, c)| c)
            .collect::<String>()
    };
    format!("at {at}:\n  {}\n  {}", around(expected), around(found))
}

#[test]
fn html_is_a_fixed_point_within_the_grammar() {
    let mut failures = Vec::new();
    for (name, article) in articles() {
        let parsed = support::parse(&article.content);
        let again = support::serialize(&parsed);
        if again != article.content {
            failures.push(format!("{name}: not a fixed point {}", difference(&article.content, &again)));
        }
        for violation in support::violations(&parsed) {
            failures.push(format!("{name}: {violation}"));
        }
        assert!(support::depth(&parsed) <= grammar::MAX_DEPTH, "{name}");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn markdown_has_the_structure_of_the_html() {
    let mut failures = Vec::new();
    for (name, article) in articles() {
        let expected = support::structure(&support::parse(&article.content)).join("\n");
        let found = support::structure(&support::parse(&support::html_of_markdown(&article.markdown))).join("\n");
        if expected != found {
            failures.push(format!("{name}: {}", difference(&expected, &found)));
        }
    }
    assert!(failures.is_empty(), "{} pages\n{}", failures.len(), failures.join("\n"));
}
