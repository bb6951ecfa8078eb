//! Hostile pages, by class: what comes of each is safe, and the article is still whole.
//!
//! `tests/attacks/*.txt` hold them: a line `=== name` (with `@head` or `@last` for a place other than the middle of the
//! article), then the markup. `tests/e2e/attacks.test.mjs` loads the same in a browser.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;
use std::path::Path;

use readwell::{Hint, Metadata, Options, Outcome, SiteRule, SiteRules, Visibility};
use support::{assert_safe, parse, text};

const BEFORE: &str = "<h1>Ferry returns</h1><p>The ferry to the island sails again from Monday, after nine months of repairs in the yard at \
    Northport.</p><p>It will sail four times a day, the harbour office said on Friday, and carry forty cars and three hundred people.</p>";
const AFTER: &str = "<p>Fares stay as they were, and residents keep their passes for the whole of the coming season, the office added.</p>\
    <p>The old landing stage was raised by half a metre, so that the ferry can land in all but the highest spring tides.</p>";
const KEPT: [&str; 4] = ["sails again from Monday", "four times a day", "residents keep their passes", "highest spring tides"];

struct Attack {
    name: String,
    page: String,
}

fn attacks() -> Vec<Attack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attacks");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("attacks").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| read(path)).collect()
}

fn read(path: &Path) -> Vec<Attack> {
    let class = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let file = fs::read_to_string(path).expect("UTF-8");
    let cases = file.strip_prefix("=== ").expect("a case").split("\n=== ");
    cases
        .map(|case| {
            let (head, markup) = case.split_once('\n').expect("a name and markup");
            let markup = markup.strip_suffix('\n').unwrap_or(markup);
            let (name, place) = head.split_once(" @").unwrap_or((head, ""));
            let page = match place {
                "" => format!("<!doctype html><title>Ferry</title><body><main>{BEFORE}{markup}{AFTER}</main>"),
                "head" => format!("<!doctype html><head><title>Ferry</title>{markup}</head><body><main>{BEFORE}{AFTER}</main>"),
                "last" => format!("<!doctype html><title>Ferry</title><body><main>{BEFORE}{AFTER}{markup}"),
                other => panic!("no place is called {other}"),
            };
            Attack { name: format!("{class}: {name}"), page }
        })
        .collect()
}

fn clean(page: &str) -> Outcome {
    let options = Options { url: Some("https://page.example/news/ferry".into()), ..Options::default() };
    readwell::clean(page, &options).expect("options")
}

#[test]
fn there_are_many() {
    assert!(attacks().len() >= 450);
}

#[test]
fn each_gives_safe_html_and_the_whole_article() {
    let mut failures = Vec::new();
    for Attack { name, page } in attacks() {
        let checked = std::panic::catch_unwind(|| {
            let outcome = clean(&page);
            let reason = outcome.reason();
            let article = outcome.into_article().unwrap_or_else(|| panic!("no article: {reason:?}"));
            assert_safe(&article.content, &article.content);
            assert!(!article.content.contains("<iframe"), "a player that no one asked for");
            let text = text(&parse(&article.content));
            for kept in KEPT {
                assert!(text.contains(kept), "{kept:?} is lost: {text}");
                assert!(article.text_content.contains(kept) && article.markdown.contains(kept), "{kept:?} is lost");
            }
            check_metadata(&article.metadata);
            check_markdown(&article.markdown);
        });
        if checked.is_err() {
            failures.push(format!("{name}\n    {page}"));
        }
    }
    assert!(failures.is_empty(), "{} of them:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn players_that_are_asked_for_are_of_known_sites() {
    let iframes =
        readwell::grammar::PLAYER_HOSTS.iter().map(|host| (*host).to_owned()).chain(["page.example".into(), "evil.example".into()]);
    let options = Options { url: Some("https://page.example/news/ferry".into()), iframes: iframes.collect(), ..Options::default() };
    for Attack { name, page } in attacks() {
        if let Some(article) = readwell::clean(&page, &options).expect("options").into_article() {
            assert_safe(&article.content, &name);
        }
    }
}

/// A rule may choose anything, and a look may show anything: neither makes more of it than an article.
#[test]
fn what_rules_and_looks_choose_is_as_safe() {
    let rules = |content: &str| {
        let rule = SiteRule {
            host: "page.example".into(),
            content: vec![content.into()],
            title: Some("main, script".into()),
            author: Some("a, script, [content]".into()),
            date: Some("*".into()),
            ..SiteRule::default()
        };
        SiteRules::new(vec![rule]).expect("a rule")
    };
    let shown = Hint { visibility: Visibility::Shown, font_size: 40, width: 400, height: 400 };
    let url = || Some("https://page.example/news/ferry".into());
    let all = [
        Options { url: url(), site_rules: rules("*"), ..Options::default() },
        Options { url: url(), site_rules: rules("main *, script, style, template, svg, iframe, [hidden]"), ..Options::default() },
        Options { url: url(), hints: vec![shown; 200], ..Options::default() },
    ];
    for Attack { name, page } in attacks() {
        for options in &all {
            let Some(article) = readwell::clean(&page, options).expect("options").into_article() else { continue };
            assert_safe(&article.content, &name);
            check_metadata(&article.metadata);
            check_markdown(&article.markdown);
        }
    }
}

fn check_metadata(metadata: &Metadata) {
    let urls = [&metadata.canonical_url, &metadata.image, &metadata.favicon].into_iter().flatten();
    let urls = urls.chain(metadata.authors.iter().filter_map(|author| author.url.as_ref()));
    for url in urls {
        assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
    }
    for tag in [&metadata.lang, &metadata.published_time, &metadata.modified_time].into_iter().flatten() {
        assert!(!tag.contains(['<', '>', '"']), "{tag}");
    }
}

/// HTML that the Markdown itself is written with, where Markdown has no words for it.
const OWN_HTML: &[&str] =
    &["<details>", "</details>", "<summary>", "</summary>", "<br>", "<sub>", "</sub>", "<sup>", "</sup>", "<kbd>", "</kbd>"];

/// A Markdown renderer that lets HTML through must find none, and no link that runs anything.
fn check_markdown(markdown: &str) {
    let mut fence = None;
    for line in markdown.lines() {
        let ticks = line.trim_start_matches([' ', '>']).bytes().take_while(|byte| *byte == b'`').count();
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            Some(open) if ticks >= open => fence = None,
            _ => {}
        }
        if fence.is_some() || ticks >= 3 {
            continue;
        }
        let bare = strip_code(line);
        for (at, _) in bare.match_indices('<') {
            let escaped = bare[..at].ends_with('\\');
            let opens = bare[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
            let own = OWN_HTML.iter().any(|tag| bare[at..].starts_with(tag));
            assert!(escaped || own || !opens, "HTML in Markdown: {line}");
        }
        for (at, _) in bare.match_indices("](") {
            let target = bare[at + 2..].trim_start_matches(['<', ' ']).to_ascii_lowercase();
            let runs = ["javascript:", "vbscript:", "data:text"].iter().any(|scheme| target.starts_with(scheme));
            assert!(!runs || bare[..at].ends_with('\\'), "a link in Markdown: {line}");
        }
    }
}

/// A line without its code spans.
fn strip_code(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('`') {
        let ticks = rest[start..].bytes().take_while(|byte| *byte == b'`').count();
        let fence = &rest[start..start + ticks];
        let escaped = rest[..start].ends_with('\\');
        let end = rest[start + ticks..].find(fence).filter(|_| !escaped);
        if let Some(length) = end {
            out.push_str(&rest[..start]);
            rest = &rest[start + ticks + length + ticks..];
        } else {
            out.push_str(&rest[..start + ticks]);
            rest = &rest[start + ticks..];
        }
    }
    out + rest
}
