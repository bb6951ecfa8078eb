//! The fixtures of `content/`: markup as generators write it, with the HTML and the Markdown that come of it.
//!
//! A case is a line `=== what it is`, the source, a line `--- html`, the HTML, a line `--- markdown`, the Markdown.
//! `UPDATE_EXPECT=1 cargo test --lib content` writes what is found: read it before it is committed.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::{document, support};
use crate::render;

struct Case {
    name: String,
    source: String,
    html: String,
    markdown: String,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compose/tests/content");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn cases(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).expect("UTF-8");
    let text = text.strip_prefix("=== ").expect("a case");
    text.split("\n=== ").map(case).collect()
}

fn case(text: &str) -> Case {
    let (name, text) = text.split_once('\n').expect("a source");
    let (source, expected) = text.split_once("\n--- html\n").unwrap_or((text, ""));
    let (html, markdown) = expected.split_once("\n--- markdown\n").unwrap_or(("", ""));
    Case {
        name: name.to_owned(),
        source: source.trim_end().to_owned(),
        html: html.to_owned(),
        markdown: markdown.trim_end_matches('\n').to_owned(),
    }
}

/// A tag's end is a good place for a line to end. Code and references keep theirs.
fn lines(html: &str) -> String {
    let blocks =
        ["</p>", "</li>", "</ul>", "</ol>", "</pre>", "</figure>", "</tr>", "</dd>", "</dt>", "</blockquote>", "</details>", "</aside>"];
    let headings = ["</h2>", "</h3>", "</h4>"];
    blocks.iter().chain(&headings).fold(html.to_owned(), |html, end| html.replace(end, &format!("{end}\n"))).trim_end().to_owned()
}

#[test]
fn content_is_what_was_read_and_accepted() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut failures = Vec::new();
    let mut count = 0;
    for file in files() {
        let mut written = String::new();
        let about = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for case in cases(&file) {
            count += 1;
            let document = document(&case.source);
            let (html, markdown) = (render::html(&document), render::markdown(&document));
            let Case { name, source, .. } = &case;
            let parsed = support::parse(&html);
            assert_eq!(support::serialize(&parsed), html, "{about}: {name}");
            assert_eq!(support::violations(&parsed), Vec::<String>::new(), "{about}: {name}");
            let read_back = support::structure(&support::parse(&support::html_of_markdown(&markdown)));
            assert_eq!(read_back, support::structure(&parsed), "{about}: {name}: {markdown}");
            if lines(&html) != case.html {
                failures.push(format!("{about}: {name}\n  HTML     {html}\n  expected {}", case.html));
            }
            if markdown != case.markdown {
                failures.push(format!("{about}: {name}\n{markdown}\n  expected\n{}", case.markdown));
            }
            writeln!(written, "=== {name}\n{source}\n--- html\n{}\n--- markdown\n{markdown}", lines(&html)).expect("memory");
        }
        if update {
            fs::write(&file, written).expect("the fixture");
        }
    }
    assert!(count >= 160, "{count} fixtures");
    assert!(update || failures.is_empty(), "{} differences in {count} fixtures\n{}", failures.len(), failures.join("\n"));
}
