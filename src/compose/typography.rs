//! White space and the characters that no reader sees.

/// White space that HTML collapses.
pub(super) const fn is_collapsible(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t' | '\u{c}' | '\r')
}

/// Text with white space collapsed and invisible junk gone. `space`: whether what came before ends in white space (or
/// is nothing); it is told the same of this text.
pub(super) fn clean(text: &str, space: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = None;
    while let Some(c) = rest.chars().next() {
        // Most of most texts.
        let plain = rest.bytes().position(|byte| !byte.is_ascii_graphic()).unwrap_or(rest.len());
        if plain > 0 {
            let (run, after) = rest.split_at(plain);
            out.push_str(run);
            (*space, before, rest) = (false, run.chars().next_back(), after);
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let after = rest.chars().next();
        if is_collapsible(c) {
            if c == '\n' && before.is_some_and(is_wide) && after.is_some_and(is_wide) {
                continue;
            }
            if !*space && !out.ends_with('\u{a0}') {
                out.push(' ');
            }
            *space = true;
        } else if c == '\u{a0}' {
            no_break_space(before, after, space, &mut out);
        } else if !is_junk(c, before, after) {
            out.push(c);
            *space = false;
        }
        before = Some(c);
    }
    out
}

/// A no-break space holds two visible characters together; beside other white space it is only padding.
fn no_break_space(before: Option<char>, after: Option<char>, space: &mut bool, out: &mut String) {
    let is_white = |c: char| is_collapsible(c) || c == '\u{a0}';
    // French sets these apart from their words; at an element's edge a space may be anything else.
    let binds_before = before.is_none() && !*space && after.is_some_and(|c| "»›:;!?%€".contains(c));
    let binds_after = after.is_none() && before.is_some_and(|c| "«‹".contains(c));
    if binds_before || binds_after {
        out.push('\u{a0}');
        *space = true;
    } else if before.is_some_and(is_white) || after.is_none_or(is_white) || before.is_none() {
        if !*space {
            out.push(' ');
        }
        *space = true;
    } else if !*space {
        out.push('\u{a0}');
    }
}

/// Ideographs, kana and their punctuation: no space parts them, so where the source breaks a line, there is none either (CSS
/// Text 3, "segment break transformation").
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Soft hyphens, zero-width spaces and joiners where they join nothing, byte order marks, control characters.
fn is_junk(c: char, before: Option<char>, after: Option<char>) -> bool {
    match c {
        '\u{ad}' | '\u{feff}' | '\u{2060}' | '\u{180e}' => true,
        // In scripts without word spaces it says where a line may break.
        '\u{200b}' => !(before.is_some_and(breaks_words) && after.is_some_and(breaks_words)),
        // Persian, Indic scripts and emoji spell with these.
        '\u{200c}' | '\u{200d}' => !(before.is_some_and(joins) && after.is_some_and(joins)),
        _ => c.is_control(),
    }
}

/// Thai, Lao, Burmese, Khmer.
const fn breaks_words(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Whether a joiner beside this character can mean something: beyond Latin, Greek, Cyrillic, and no space.
const fn joins(c: char) -> bool {
    c as u32 >= 0x530 && !c.is_whitespace()
}

/// Code within a line: what it says is exact, but for what only the page's layout put there.
pub(super) fn clean_code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' | '\r' | '\u{c}' | '\u{a0}' => out.push(' '),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// One line of text from an attribute.
pub(super) fn clean_line(text: &str) -> String {
    let mut out = clean(text, &mut true);
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters() {
        for (source, expected) in [
            ("in\u{ad}visible \u{200b}", "invisible "),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("a\u{200c}b", "ab"),
            ("Fig.\u{a0}3", "Fig.\u{a0}3"),
            ("« Oui\u{a0}»", "« Oui\u{a0}»"),
            ("a\u{a0}\u{a0} b", "a b"),
            ("\u{a0}a", "a"),
            ("ก\u{200b}ข", "ก\u{200b}ข"),
            ("👩\u{200d}👧", "👩\u{200d}👧"),
        ] {
            assert_eq!(clean(source, &mut true), expected, "{source:?}");
        }
    }
}
