//! JSON as real pages have it: with comments, trailing commas, raw line breaks in strings, and wrapped in CDATA.

use serde_json::Value;

/// Reads JSON strictly, and if that fails, once more after repair. Nesting deeper than `serde_json`'s limit (128) is no
/// JSON here either, so nothing that walks the value can exhaust the stack.
pub(super) fn parse(text: &str) -> Option<Value> {
    let text = unwrap(text);
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&repair(text)).ok())
}

/// Wrappers from the days of XHTML.
const WRAPPERS: &[&str] = &["<!--", "-->", "//<![CDATA[", "//]]>", "/*<![CDATA[*/", "/*]]>*/", "<![CDATA[", "]]>", ";", "\u{feff}"];

fn unwrap(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let unwrapped = WRAPPERS.iter().fold(text, |text, wrapper| {
            let text = text.strip_prefix(wrapper).unwrap_or(text);
            text.strip_suffix(wrapper).unwrap_or(text).trim()
        });
        if unwrapped.len() == text.len() {
            return text;
        }
        text = unwrapped;
    }
}

/// One pass that drops comments and trailing commas, puts in commas that lack between members, and escapes what strings
/// may not hold.
fn repair(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    // The last character written that is no white space, and where: so that nothing is looked at twice.
    let (mut last, mut last_at) = ('\0', 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            '/' if chars.peek() == Some(&'*') => skip_comment(&mut chars),
            ';' => {}
            ',' if matches!(last, '{' | '[' | ',') => {}
            c if c.is_whitespace() => out.push(c),
            c => {
                if matches!(c, '}' | ']') && last == ',' {
                    out.truncate(last_at);
                }
                if matches!(c, '"' | '{' | '[') && matches!(last, '"' | '}' | ']') {
                    out.push(',');
                }
                (last, last_at) = (c, out.len());
                match c {
                    '"' => string(&mut chars, &mut out),
                    c => out.push(c),
                }
            }
        }
    }
    out
}

fn skip_comment(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    let mut last = ' ';
    chars.next();
    for c in chars {
        if last == '*' && c == '/' {
            return;
        }
        last = c;
    }
}

/// Copies a string whose opening quote was read. A quote ends it only where JSON goes on after it.
fn string(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, out: &mut String) {
    out.push('"');
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some(escaped @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => out.extend(['\\', escaped]),
                Some(other) => out.push(other),
                None => {}
            },
            '"' if ends_string(chars.clone()) => break,
            '"' => out.push_str("\\\""),
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Whether a quote is followed by what may follow a JSON string; quotes inside a text are not.
fn ends_string(rest: std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let next = rest.take(MAX_GAP).find(|c| !c.is_whitespace());
    matches!(next, None | Some(',' | ':' | '}' | ']' | '"' | '/' | '{' | '['))
}

/// How far after a quote its follower is looked for: indentation is shorter, and the pass stays linear.
const MAX_GAP: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn real_pages_json_is_read() {
        for (text, value) in [
            (r#"{"a": 1}"#, json!({"a": 1})),
            ("{\"a\": \"two\nlines\"}", json!({"a": "two lines"})),
            (r#"{"a": [1, 2,], }"#, json!({"a": [1, 2]})),
            ("// note\n{\"a\": /* why */ \"http://x/*y\"}", json!({"a": "http://x/*y"})),
            ("<!--\n{\"a\": 1}\n-->", json!({"a": 1})),
            ("//<![CDATA[\n{\"a\": 1}\n//]]>", json!({"a": 1})),
            (r#"{"a": "say "hi" now", "b": 1};"#, json!({"a": "say \"hi\" now", "b": 1})),
            (r#"{"a": "1" "b": "2"}"#, json!({"a": "1", "b": "2"})),
            (r#"{"a": "it\'s"}"#, json!({"a": "it's"})),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_nothing() {
        for text in ["", "hello", "{\"a\": ", &"[".repeat(100_000), &"{\"a\":".repeat(100_000)] {
            assert_eq!(parse(text), None);
        }
    }
}
