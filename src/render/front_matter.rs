//! What a page says of itself, as the YAML that Markdown files start with.

use std::fmt::Write;

use serde::Serialize;

use crate::article::Metadata;

/// The fields that have a value, between two lines of `---`, and an empty line. `url` is where the page was found.
pub(crate) fn front_matter(metadata: &Metadata, url: Option<&str>) -> String {
    let authors: Vec<_> = metadata.authors.iter().map(|author| author.name.as_str()).collect();
    let text = |text: &Option<String>| text.as_ref().map(json);
    let fields = [
        ("title", text(&metadata.title)),
        ("authors", list(&authors)),
        ("site", text(&metadata.site_name)),
        ("url", metadata.canonical_url.as_deref().or(url).map(json)),
        ("published", text(&metadata.published_time)),
        ("modified", text(&metadata.modified_time)),
        ("lang", text(&metadata.lang)),
        ("description", text(&metadata.excerpt)),
        ("image", text(&metadata.image)),
        ("section", text(&metadata.section)),
        ("tags", list(&metadata.tags)),
    ];
    let mut out = String::from("---\n");
    for (name, value) in fields {
        if let Some(value) = value {
            // Writing to a string can't fail.
            let _ = writeln!(out, "{name}: {}", yaml(&value));
        }
    }
    out.push_str("---\n\n");
    out
}

fn list<T: Serialize>(texts: &[T]) -> Option<String> {
    (!texts.is_empty()).then(|| json(texts))
}

/// Of texts and lists of them, which always have one. (A `serde_json::Value` would bring the writing of numbers.)
fn json(value: impl Serialize) -> String {
    serde_json::to_string(&value).unwrap_or_default()
}

/// JSON, which is YAML as it is but for the characters that YAML wants escaped too.
fn yaml(json: &str) -> String {
    let mut out = String::new();
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Author;

    #[test]
    fn nothing_breaks_out_of_its_field() {
        let metadata = Metadata {
            title: Some("\"Yes\": no\n---\n# x \u{85}\\".into()),
            authors: vec![Author { name: "A, B".into(), url: None }, Author { name: "- C".into(), url: None }],
            lang: Some("no".into()),
            tags: vec!["#a".into(), "b: c".into()],
            ..Metadata::default()
        };
        assert_eq!(
            front_matter(&metadata, Some("https://a.example/")),
            "---\ntitle: \"\\\"Yes\\\": no\\n---\\n# x \\u0085\\\\\"\nauthors: [\"A, B\",\"- C\"]\nurl: \"https://a.example/\"\nlang: \"no\"\ntags: [\"#a\",\"b: c\"]\n---\n\n"
        );
    }

    #[test]
    fn a_page_that_says_nothing_has_an_empty_one() {
        assert_eq!(front_matter(&Metadata::default(), None), "---\n---\n\n");
    }
}
