//! What a page says of itself, as the YAML that Markdown files start with.

use std::fmt::Write;

use serde_json::Value;

use crate::article::Metadata;

/// The fields that have a value, between two lines of `---`, and an empty line. `url` is where the page was found.
pub(crate) fn front_matter(metadata: &Metadata, url: Option<&str>) -> String {
    let authors: Vec<_> = metadata.authors.iter().map(|author| author.name.as_str()).collect();
    let fields = [
        ("title", metadata.title.as_deref().into()),
        ("authors", authors.into()),
        ("site", metadata.site_name.as_deref().into()),
        ("url", metadata.canonical_url.as_deref().or(url).into()),
        ("published", metadata.published_time.as_deref().into()),
        ("modified", metadata.modified_time.as_deref().into()),
        ("lang", metadata.lang.as_deref().into()),
        ("description", metadata.excerpt.as_deref().into()),
        ("image", metadata.image.as_deref().into()),
        ("section", metadata.section.as_deref().into()),
        ("tags", Value::from(metadata.tags.as_slice())),
    ];
    let mut out = String::from("---\n");
    for (name, value) in fields {
        if !matches!(&value, Value::Null) && value != Value::Array(Vec::new()) {
            // Writing to a string can't fail.
            let _ = writeln!(out, "{name}: {}", yaml(&value));
        }
    }
    out.push_str("---\n\n");
    out
}

/// JSON, which is YAML as it is but for the characters that YAML wants escaped too.
fn yaml(value: &Value) -> String {
    let mut out = String::new();
    for c in value.to_string().chars() {
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
