//! Small text operations that several sources share.

/// Collapses white space, drops control and zero-width characters, and decodes references that were encoded twice.
pub(crate) fn tidy(text: &str) -> String {
    let text = repair_double_encoding(text);
    let mut tidy = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| !word.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.extend(word.chars().filter(|c| !c.is_control() && !is_invisible(*c)));
    }
    tidy.trim_matches(|c: char| c.is_whitespace()).to_owned()
}

/// Characters without shape or meaning in a line of metadata. ZWNJ and ZWJ stay: Persian, Indic scripts and emoji need them.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Decodes character references that are still there after the page's own were decoded (`&amp;#8217;` in the source).
/// Only complete references with their semicolon, and only if all of the text's look so: `AT&T` and `?a=1&copy=2` stay.
/// Those of `<` and `>` stay too: a text about `&lt;b&gt;` means what it says.
fn repair_double_encoding(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut repaired = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        repaired.push_str(&rest[..start]);
        rest = &rest[start..];
        let longest = rest.as_bytes().get(..MAX_REFERENCE_BYTES).unwrap_or(rest.as_bytes());
        let end = longest.iter().position(|byte| *byte == b';');
        let reference = end.map(|end| &rest[..=end]).filter(|reference| is_reference(reference));
        match reference {
            Some(reference) if !is_angle(reference) => {
                repaired.push_str(&htmlize::unescape(reference));
                rest = &rest[reference.len()..];
            }
            _ => {
                repaired.push('&');
                rest = &rest[1..];
            }
        }
    }
    repaired.push_str(rest);
    repaired
}

/// Longest character reference, as bytes: `&CounterClockwiseContourIntegral;`.
const MAX_REFERENCE_BYTES: usize = 33;

fn is_reference(text: &str) -> bool {
    let Some(name) = text.strip_prefix('&').and_then(|text| text.strip_suffix(';')) else { return false };
    let digits = |digits: &str, radix| !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
    text.len() <= MAX_REFERENCE_BYTES
        && match name.strip_prefix('#') {
            Some(number) => number.strip_prefix(['x', 'X']).map_or_else(|| digits(number, 10), |hex| digits(hex, 16)),
            None => !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()),
        }
}

fn is_angle(reference: &str) -> bool {
    matches!(&*htmlize::unescape(reference), "<" | ">")
}

/// Lower-cased letters and digits, words parted by one space: for comparing.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if matches!(c, '\'' | '\u{2019}' | '\u{2018}') {
            continue;
        }
        if !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        match c.is_ascii() {
            true => folded.push(c.to_ascii_lowercase()),
            false => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// The words of a class or id: parted at hyphens, underscores, colons and before capitals.
pub(crate) fn class_words(class: &str) -> impl Iterator<Item = &str> {
    let mut rest = class;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut was_lower = false;
        let end = rest.find(|c: char| {
            let ends = !c.is_alphanumeric() || (was_lower && c.is_uppercase());
            was_lower = c.is_lowercase();
            ends
        });
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

/// Whether a list of lower-case ASCII words has this one, in any case.
pub(crate) fn is_among(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether `part`'s words stand in `whole` in one piece; both folded.
pub(crate) fn holds_words(whole: &str, part: &str) -> bool {
    !part.is_empty()
        && whole.match_indices(part).any(|(start, _)| {
            let end = start + part.len();
            (start == 0 || whole[..start].ends_with(' ')) && (end == whole.len() || whole[end..].starts_with(' '))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_encoding_is_repaired_when_safe() {
        for (text, tidied) in [
            ("Tom &amp; Jerry", "Tom & Jerry"),
            ("It&#8217;s", "It’s"),
            ("AT&T and R&D;", "AT&T and R&D;"),
            ("?a=1&copy=2", "?a=1&copy=2"),
            ("the &lt;b&gt; tag", "the &lt;b&gt; tag"),
            (" a \n\t b\u{200b}c ", "a bc"),
            ("می\u{200c}شود", "می\u{200c}شود"),
        ] {
            assert_eq!(tidy(text), tidied);
        }
    }

    #[test]
    fn words_are_compared_folded() {
        assert_eq!(fold("It’s “Wave”, 6 Days…"), "its wave 6 days");
        assert!(holds_words("the new york times", "new york") && !holds_words("newer", "new"));
        let words: Vec<&str> = class_words("c-byline__authorName postDate").collect();
        assert_eq!(words, ["c", "byline", "author", "Name", "post", "Date"]);
        assert!(is_among(&["name"], "Name") && !is_among(&["name"], "names"));
    }
}
