//! Escaping as the HTML standard's serialization has it (since 2025 it escapes `<` and `>` in attributes too), less what
//! no parser gives back: a carriage return would be read as a line feed, NUL not at all.

pub(super) fn escape_text(text: &str, out: &mut String) {
    for c in text.chars() {
        escape(c, out);
    }
}

pub(super) fn escape_attribute(value: &str, out: &mut String) {
    for c in value.chars() {
        match c {
            '"' => out.push_str("&quot;"),
            _ => escape(c, out),
        }
    }
}

fn escape(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '\u{a0}' => out.push_str("&nbsp;"),
        '\r' => out.push('\n'),
        '\0' => out.push('\u{fffd}'),
        _ => out.push(c),
    }
}
