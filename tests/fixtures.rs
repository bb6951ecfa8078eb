//! Each folder of `tests/fixtures` is a page and what must come of it.
//!
//! `expect.json` is written by hand and knows nothing of the program. `article.html`, `article.md` and `article.json` are
//! what the program gave when somebody last read and accepted it; `UPDATE_EXPECT=1 cargo test --test fixtures` writes them
//! anew.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use readwell::{Article, Cleaner, Options, Outcome};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Expect {
    url: Option<String>,
    /// Phrases that the article has.
    #[serde(default)]
    keep: Vec<String>,
    /// Phrases that it has not.
    #[serde(default)]
    drop: Vec<String>,
    /// How many of these elements `content` has.
    #[serde(default)]
    structure: BTreeMap<String, usize>,
    /// The reason, where there is no article.
    no_article: Option<String>,
    /// Fields of the article by name. One that is left out is not checked; one that is null must be null.
    #[serde(flatten)]
    fields: BTreeMap<String, Value>,
}

/// What is still wrong, a line each: the work that is left. A mistake that is not listed fails, and so does one that is
/// listed and mended.
const KNOWN_MISTAKES: &str = include_str!("fixtures/known-mistakes.txt");

struct Fixture {
    folder: PathBuf,
    page: Vec<u8>,
    expect: Expect,
}

impl Fixture {
    fn options(&self) -> Options {
        Options { url: self.expect.url.clone(), ..Options::default() }
    }

    fn clean(&self) -> Outcome {
        readwell::clean_bytes(&self.page, &self.options()).expect("usable options")
    }
}

fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut folders: Vec<_> = fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    let read = |folder: PathBuf| Fixture {
        page: fs::read(folder.join("page.html")).expect("page.html"),
        expect: serde_json::from_slice(&fs::read(folder.join("expect.json")).expect("expect.json")).expect("expect.json's fields"),
        folder,
    };
    folders.into_iter().map(read).collect()
}

/// White space collapsed: where lines break is not what these phrases are about.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What an article gets wrong, in words.
fn mistakes(expect: &Expect, article: &Article) -> Vec<String> {
    let text = flat(&article.text_content);
    let mut mistakes = Vec::new();
    mistakes.extend(expect.keep.iter().filter(|phrase| !text.contains(&flat(phrase))).map(|phrase| format!("lost: {phrase}")));
    mistakes.extend(expect.drop.iter().filter(|phrase| text.contains(&flat(phrase))).map(|phrase| format!("not dropped: {phrase}")));
    for (name, count) in &expect.structure {
        let found = article.content.matches(&format!("<{name}>")).count() + article.content.matches(&format!("<{name} ")).count();
        if found != *count {
            mistakes.push(format!("{found} of <{name}> instead of {count}"));
        }
    }
    let given = serde_json::to_value(article).expect("an article is JSON");
    for (field, want) in &expect.fields {
        let got = given.get(field).unwrap_or_else(|| panic!("expect.json has an unknown field {field}"));
        let same = if field == "publishedTime" { same_time(want, got) } else { want == got };
        if !same {
            mistakes.push(format!("{field}: {got} instead of {want}"));
        }
    }
    mistakes
}

/// Whether two times in ISO 8601 are the same, as far as the wanted one goes: it may be a day, and write its zone otherwise.
fn same_time(want: &Value, got: &Value) -> bool {
    let plain = |time: &Value| time.as_str().map(|time| time.replace('Z', "+0000").replace(':', ""));
    match (plain(want), plain(got)) {
        (Some(want), Some(got)) if want.len() == "2026-01-31".len() => got.starts_with(&want),
        (want, got) => want == got,
    }
}

#[test]
fn each_page_gives_its_article() {
    let mut failures = Vec::new();
    for fixture in fixtures() {
        let name = fixture.folder.file_name().expect("a name").to_string_lossy().into_owned();
        let found = match (fixture.clean(), &fixture.expect.no_article) {
            (Outcome::Article(article), None) => mistakes(&fixture.expect, &article),
            (Outcome::NoArticle(nothing), Some(reason)) => {
                let given = serde_json::to_value(nothing.reason).expect("a name");
                if given == **reason { Vec::new() } else { vec![format!("reason {given} instead of {reason}")] }
            }
            (Outcome::Article(_), Some(reason)) => vec![format!("an article, where {reason} was expected")],
            (Outcome::NoArticle(nothing), None) => vec![format!("no article: {}", nothing.message)],
        };
        failures.extend(found.into_iter().map(|mistake| format!("{name}: {mistake}")));
    }
    let known: Vec<_> = KNOWN_MISTAKES.lines().collect();
    let new: Vec<_> = failures.iter().filter(|mistake| !known.contains(&mistake.as_str())).cloned().collect();
    assert!(new.is_empty(), "{} new mistakes:\n{}", new.len(), new.join("\n"));
    let mended: Vec<_> = known.into_iter().filter(|mistake| !failures.iter().any(|failure| failure == mistake)).collect();
    assert!(mended.is_empty(), "no longer mistakes, so take them off the list:\n{}", mended.join("\n"));
}

#[test]
fn nothing_changes_unseen() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut changed = Vec::new();
    for fixture in fixtures() {
        let outcome = fixture.clean();
        let mut files = vec![("article.json", metadata_json(&outcome))];
        if let Outcome::Article(article) = outcome {
            files.push(("article.html", article.content.replace("><", ">\n<")));
            files.push(("article.md", article.markdown));
        }
        for (name, given) in files {
            let path = fixture.folder.join(name);
            let given = format!("{}\n", given.trim_end());
            if update {
                fs::write(&path, given).expect("a writable fixture");
            } else if fs::read_to_string(&path).ok().as_deref() != Some(&given) {
                changed.push(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&path).display().to_string());
            }
        }
    }
    assert!(changed.is_empty(), "read what changed, then UPDATE_EXPECT=1 to accept it:\n{}", changed.join("\n"));
}

/// The outcome less its long texts.
fn metadata_json(outcome: &Outcome) -> String {
    let mut value = serde_json::to_value(outcome).expect("an outcome is JSON");
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|name, _| !matches!(name.as_str(), "content" | "textContent" | "markdown"));
    }
    serde_json::to_string_pretty(&value).expect("JSON")
}

#[test]
fn chunks_make_no_difference() {
    for fixture in fixtures() {
        let whole = fixture.clean();
        for size in [1, 7, 64, 1000, 4096] {
            let mut cleaner = Cleaner::new(fixture.options()).expect("usable options");
            fixture.page.chunks(size).for_each(|chunk| cleaner.write(chunk));
            assert_eq!(cleaner.end(), whole, "{} in chunks of {size}", fixture.folder.display());
        }
    }
}
