//! The marks of TeX's syntax: commands, and groups in braces.

/// The name of the command that a text starts with, after its backslash: letters, or one other character.
pub(super) fn command(text: &str) -> &str {
    let letters = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let length = if letters > 0 { letters } else { text.chars().next().map_or(0, char::len_utf8) };
    &text[..length]
}

/// A source with some of its commands written anew. `write` is given a command's name, what follows it and what was written
/// before; it gives what follows all that it took, or nothing if the command stays.
pub(super) fn rewrite(tex: &str, mut write: impl for<'a> FnMut(&'a str, &'a str, &mut String) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(tex.len());
    let mut rest = tex;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let name = command(&rest[at + 1..]);
        let after = &rest[at + 1 + name.len()..];
        rest = write(name, after, &mut out).unwrap_or_else(|| {
            out.extend(["\\", name]);
            after
        });
    }
    out.push_str(rest);
    out
}

/// The inside of the braces that a text starts with, and what follows them; nothing and the text if it starts with none.
pub(super) fn group(text: &str) -> (&str, &str) {
    let Some(inner) = text.trim_start().strip_prefix('{') else { return ("", text) };
    let mut depth = 1;
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&inner[..at], &inner[at + 1..]);
        }
    }
    ("", text)
}
