//! What text must escape so that Markdown reads it as text.

/// Text within a line. `links`: whether a bare address would become a link here.
pub(super) fn text(source: &str, links: bool, out: &mut String) {
    let mut before = None;
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let rest = &source[at..];
        let escaped = match c {
            '\\' | '`' | '*' | '[' | ']' | '~' | '$' => true,
            // Within a word it never emphasizes.
            '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
            '<' => next.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => next.is_none_or(|c| c == '#' || c.is_ascii_alphanumeric()),
            ':' if links => rest.starts_with("://") && ends_in_scheme(&source[..at]),
            '.' if links => ends_in_www(&source[..at]),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
        before = Some(c);
    }
}

fn ends_in_scheme(before: &str) -> bool {
    ["http", "https", "ftp"].iter().any(|scheme| ends_in_word(before, scheme))
}

fn ends_in_www(before: &str) -> bool {
    ends_in_word(before, "www")
}

fn ends_in_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()).filter(|start| text.is_char_boundary(*start)) else { return false };
    text[start..].eq_ignore_ascii_case(word) && !text[..start].ends_with(|c: char| c.is_alphanumeric())
}

/// Text within brackets: a picture's alternative or a card's label.
pub(super) fn plain(source: &str) -> String {
    let mut out = String::new();
    text(source, false, &mut out);
    out
}

/// Where a link leads, between parentheses.
pub(super) fn destination(url: &str) -> String {
    let mut out = String::new();
    for (at, c) in url.char_indices() {
        match c {
            '(' | ')' | '\\' | '`' | '$' => out.extend(['\\', c]),
            ' ' => out.push_str("%20"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '&' if is_reference(&url[at..]) => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}

/// Whether a text that starts with `&` might be read as a character reference.
fn is_reference(text: &str) -> bool {
    let name = text[1..].trim_start_matches('#');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    end > 0 && name[end..].starts_with(';')
}

/// A link's tooltip, between double quotes.
pub(super) fn title(source: &str) -> String {
    let mut out = String::new();
    text(&source.split_whitespace().collect::<Vec<_>>().join(" "), false, &mut out);
    out.replace('"', "\\\"")
}

/// Code within a line, in as many backticks as it needs.
pub(super) fn code_span(code: &str) -> String {
    let code = code.replace('\n', " ");
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let is_padded = code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
    let pad = if code.starts_with('`') || code.ends_with('`') || is_padded { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

/// Escapes what would start a block at the start of a paragraph's lines.
pub(super) fn line_starts(paragraph: &str) -> String {
    paragraph.split('\n').map(line_start).collect::<Vec<_>>().join("\n")
}

fn line_start(line: &str) -> String {
    let bytes = line.as_bytes();
    let ends_marker = |at: usize| matches!(bytes.get(at), None | Some(b' ' | b'\t'));
    let at = match bytes {
        [b'#', ..] => {
            let hashes = bytes.iter().take_while(|b| **b == b'#').count();
            (hashes <= 6 && ends_marker(hashes)).then_some(0)
        }
        [b'>' | b'|', ..] => Some(0),
        [b'-' | b'+', ..] => (ends_marker(1) || matches!(bytes[1], b'-' | b'+' | b'|' | b':')).then_some(0),
        [b':', ..] => (bytes.get(1) == Some(&b'-')).then_some(0),
        [b'=', ..] => bytes.iter().all(|b| matches!(b, b'=' | b' ')).then_some(0),
        [b'0'..=b'9', ..] => {
            let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
            let is_marker = digits <= 9 && matches!(bytes.get(digits), Some(b'.' | b')')) && ends_marker(digits + 1);
            is_marker.then_some(digits)
        }
        // A reference at a line's start with a colon after it would be a footnote's own start.
        [b'[', b'^', ..] => line.find("]:").map(|at| at + 1),
        _ => None,
    };
    match at {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let check = |source: &str, expected: &str| {
            let mut out = String::new();
            text(source, true, &mut out);
            assert_eq!(out, expected);
        };
        check("2 * 3 [x] <b> a<3 AT&T &amp; & co", r"2 \* 3 \[x\] \<b> a<3 AT\&T \&amp; & co");
        check("snake_case _x_ $5 ~6", r"snake_case \_x\_ \$5 \~6");
        check("see https://a.b and www.c.d", r"see https\://a.b and www\.c.d");
    }

    #[test]
    fn lines_start_no_blocks() {
        for (source, expected) in [
            ("# a", "\\# a"),
            ("#a", "#a"),
            ("1. a", "1\\. a"),
            ("1.5 a", "1.5 a"),
            ("- a", "\\- a"),
            ("-a", "-a"),
            ("a\n---", "a\n\\---"),
            ("a\n===", "a\n\\==="),
            ("> a", "\\> a"),
            ("[^1]: a", "[^1]\\: a"),
        ] {
            assert_eq!(line_starts(source), expected);
        }
    }

    #[test]
    fn code_spans_are_fenced() {
        assert_eq!(code_span("a"), "`a`");
        assert_eq!(code_span("a`b"), "``a`b``");
        assert_eq!(code_span("`"), "`` ` ``");
    }
}
