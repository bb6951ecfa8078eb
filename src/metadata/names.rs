//! "By Jane Doe and John Roe, Staff Writers | 5 May" → the names alone.

use foldhash::HashSet;

use super::text::fold;
use super::words::{AFTER_NAME, AND, BY, CREDENTIALS, NOT_NAMES, ORGANISATIONS, ROLES, WEAK_BY, WEEKDAYS, by_phrases, month};

/// Longest name, in characters and words: longer ones are sentences.
const MAX_NAME_CHARS: usize = 60;
const MAX_NAME_WORDS: usize = 7;

/// Longest handle.
const MAX_HANDLE_CHARS: usize = 25;

/// Names in one text.
const MAX_NAMES: usize = 100;

/// How much the place of a text vouches for being a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// A field for authors: any text in it that may be a name is one.
    Field,
    /// A line of the page: it must look like a name.
    Line,
    /// An element for authors: it must look like a name, or be one word, as in forums.
    Handle,
}

/// The authors' names in a text that is a byline.
pub(super) fn names(text: &str, trust: Trust) -> Vec<String> {
    let text = without_brackets(text);
    let (mut names, mut seen) = (Vec::new(), HashSet::default());
    for part in text.split(is_part_mark).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" -- ")) {
        let part = strip_by(part.trim()).0;
        for name in persons(cut(part)) {
            if names.len() < MAX_NAMES && is_name(&name, trust) && seen.insert(fold(&name)) {
                names.push(name);
            }
        }
        // What comes after the first part with a name is a role, a date, a place.
        if !names.is_empty() {
            break;
        }
    }
    names
}

/// `Doe, Jane` → `Jane Doe`, as catalogues write names.
pub(super) fn turned(text: &str) -> String {
    match text.split_once(',') {
        Some((last, first)) if !first.contains(',') && !is_credential(first) && first.split_whitespace().count() <= 3 => {
            format!("{} {}", first.trim(), last.trim())
        }
        _ => text.to_owned(),
    }
}

/// Whether a name is an organisation's, by its words.
pub(super) fn is_organisation(name: &str) -> bool {
    fold(name).split(' ').any(|word| ORGANISATIONS.has(word))
}

/// A line without what says "by" before a name, and whether such a word was there that is sure to mean an author.
pub(super) fn strip_by(line: &str) -> (&str, bool) {
    let mut rest = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '@');
    let mut sure = false;
    while let Some((word, after)) = by_phrases(rest).iter().find_map(|by| Some((by, after_word(rest, by)?))) {
        sure |= !WEAK_BY.has(word);
        rest = after;
    }
    (rest, sure)
}

/// Whether a line says "by" and nothing else: the name is on the next.
pub(super) fn is_by_alone(line: &str) -> bool {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    BY.has(&line) && !WEAK_BY.has(&line)
}

/// What follows "by" inside a line such as "5 May 2020 by Jane Doe".
pub(super) fn after_inner_by(line: &str) -> Option<&str> {
    let words = line.match_indices(' ').map(|(at, _)| line[at + 1..].trim_start());
    words.filter(|rest| !rest.is_empty()).find_map(|rest| {
        let (name, sure) = strip_by(rest);
        (sure && name.len() < rest.len()).then_some(name)
    })
}

/// What follows a phrase at the start of a text, case ignored. CJK phrases need no space after them, but a mark.
fn after_word<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for expected in phrase.chars() {
        let c = rest.next()?;
        if c != expected && !c.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let rest = rest.as_str();
    let ends = match rest.chars().next() {
        None => false,
        Some(c) => c.is_whitespace() || matches!(c, ':' | '：' | '/' | '／' | '|' | '・' | '●' | '丨'),
    };
    ends.then(|| rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '/' | '／' | '|' | '・' | '●' | '丨')))
}

const fn is_part_mark(c: char) -> bool {
    matches!(c, '|' | '｜' | '•' | '●' | '·' | '–' | '—' | '\n' | '»' | '›' | '>' | '★' | '丨' | '\t')
}

/// Drops what is in brackets: e-mail addresses, handles, places, roles. Brackets inside a name stay: "Jane (Ann) Doe".
fn without_brackets(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((open, close)) = bracketed(rest) {
        let inside_name = rest[close..].trim_start().starts_with(char::is_alphabetic)
            && rest[close..].starts_with(' ')
            && !rest[open..close].contains('@');
        kept.push_str(if inside_name { &rest[..close] } else { &rest[..open] });
        rest = &rest[close..];
    }
    kept.push_str(rest);
    if kept.trim().is_empty() { text.to_owned() } else { kept }
}

/// The first pair of brackets and what is in it.
fn bracketed(text: &str) -> Option<(usize, usize)> {
    const PAIRS: &[(char, char)] = &[('(', ')'), ('[', ']'), ('<', '>'), ('（', '）'), ('【', '】')];
    let (start, open) = text.char_indices().find(|(_, c)| PAIRS.iter().any(|(open, _)| open == c))?;
    let close = PAIRS.iter().find(|(known, _)| *known == open)?.1;
    let end = text[start..].find(close)?;
    Some((start, start + end + close.len_utf8()))
}

/// The start of a text, up to where it says something else: a date, a role's phrase, an address.
fn cut(text: &str) -> &str {
    text[..phrase_start(text).min(stop_start(text))].trim()
}

/// Where the first phrase that follows names begins, or the text's end.
fn phrase_start(text: &str) -> usize {
    let lower = lower_case(text);
    let starts = AFTER_NAME.iter().flat_map(|phrase| lower.match_indices(phrase)).filter(|(at, phrase)| {
        let starts = lower[..*at].ends_with(char::is_whitespace) || (*at == 0 && phrase.len() > 4);
        let is_alone = starts && !lower[at + phrase.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '.' || c == '-');
        // A capital ("Will In", "Kim In-su") is a name's own.
        let is_name_part = text[*at..].starts_with(char::is_uppercase) && phrase.len() <= 3;
        is_alone && !is_name_part
    });
    starts.map(|(at, _)| at).min().unwrap_or(text.len())
}

/// A text in small letters, each at its old place: a letter whose small one is longer or shorter stays.
fn lower_case(text: &str) -> String {
    let small = |c: char| c.to_lowercase().next().filter(|small| small.len_utf8() == c.len_utf8()).unwrap_or(c);
    text.chars().map(small).collect()
}

/// Where the first word stands that is no word of a name: a date, an address. Or the text's end.
fn stop_start(text: &str) -> usize {
    let mut position = 0;
    for (index, word) in text.split(' ').enumerate() {
        if word.starts_with("http") || word.starts_with("www.") || (index > 0 && (word.contains('@') || is_date_word(word))) {
            return position;
        }
        position += word.len() + 1;
    }
    text.len()
}

fn is_date_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let long_month = || word.chars().count() >= 3 && is_month(word) && !is_given_name(word);
    digits > 0 && word.starts_with(|c: char| c.is_ascii_digit()) || long_month() || WEEKDAYS.has(&word.to_lowercase())
}

fn is_month(word: &str) -> bool {
    month(&word.to_lowercase()).is_some()
}

/// Months that are also names of people.
fn is_given_name(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "april", "may", "june", "august", "jan", "mai", "julio", "juli", "mar", "mart", "set", "lis", "gen", "ara", "nis", "tem", "ago",
        "cze", "des", "dez", "out", "haz", "maj", "ian", "mac", "eki",
    ];
    NAMES.contains(&word.to_lowercase().as_str())
}

/// Splits at commas and words for "and"; roles fall out, credentials stay with their name.
fn persons(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in text.split([',', ';', '、', '，', '；', '/', '／']) {
        let part = part.trim();
        if is_credential(part)
            && let Some(name) = names.last_mut()
        {
            *name = format!("{name}, {part}");
            continue;
        }
        for (index, name) in split_at_and(part).iter().enumerate() {
            let name = strip_by(name).0;
            // After the first name, a part with a role's word is that person's role, and one word is a department.
            let is_single = |name: &str| name.split_whitespace().count() == 1 && name.is_ascii();
            let is_department = index == 0 && is_single(name) && names.first().is_some_and(|first| !is_single(first));
            let is_in_role = has_role(name) && (!names.is_empty() || text.contains(','));
            let name = if is_in_role && names.is_empty() { before_role(name) } else { Some(name).filter(|_| !is_in_role) };
            names.extend(name.filter(|_| !is_department).map(trim_name));
        }
    }
    names
}

fn has_role(text: &str) -> bool {
    text.split_whitespace().any(is_role)
}

fn is_role(word: &str) -> bool {
    ROLES.has(word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The full name before a role that nothing parts from it: "Jane Doe Writer".
fn before_role(text: &str) -> Option<&str> {
    let end = text.split(' ').take_while(|word| !is_role(word)).map(|word| word.len() + 1).sum::<usize>();
    text.get(..end.min(text.len())).map(str::trim_end).filter(|name| name.contains(' '))
}

/// Whether all words are letters that follow names: `M.D. FACLM`, `PhD`.
fn is_credential(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| {
            let letters: String = word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
            CREDENTIALS.has(&letters)
        })
}

/// `Jane Doe and John Roe` → both. One-letter words for "and" only part full names: "Ortega y Gasset" is one.
fn split_at_and(text: &str) -> Vec<String> {
    let mut names = vec![Vec::new()];
    let words: Vec<&str> = text.split_whitespace().collect();
    for (index, word) in words.iter().enumerate() {
        let is_and = AND.has(&word.to_lowercase()) && index > 0 && word.chars().all(|c| !c.is_uppercase());
        let (before, after) = (names.last().map_or(0, Vec::len), words.len() - index - 1);
        let is_initial = words.get(index + 1).is_some_and(|next| next.chars().count() == 1);
        let short = is_initial || (word.chars().count() <= 2 && *word != "&" && *word != "и" && *word != "和");
        if is_and && after > 0 && (!short || (before >= 2 && after >= 2)) {
            names.push(Vec::new());
        } else if let Some(name) = names.last_mut() {
            name.push(*word);
        }
    }
    names.into_iter().map(|words| words.join(" ")).collect()
}

fn trim_name(name: &str) -> String {
    let name = name.trim_matches(|c: char| {
        !c.is_alphanumeric() && !matches!(c, '.' | '!' | '\'' | '’' | '"' | '“' | '”' | '_' | '@') && (c.is_ascii() || c.is_whitespace())
    });
    let name = name.trim_start_matches(['.', '@', ':', '：']).trim();
    // A full stop ends a sentence, unless it ends a short form: "John Roe Jr."
    match name.strip_suffix('.') {
        Some(bare) if bare.rsplit([' ', '.']).next().is_some_and(|last| last.chars().count() > 3) => bare.to_owned(),
        _ => name.to_owned(),
    }
}

/// Whether a name of digits and a letter or two may be one that a user chose: `user3080392`.
fn is_handle(name: &str, trust: Trust) -> bool {
    trust != Trust::Line
        && name.starts_with(char::is_alphabetic)
        && name.len() <= MAX_HANDLE_CHARS
        && name.chars().all(char::is_alphanumeric)
}

fn is_name(name: &str, trust: Trust) -> bool {
    let chars = name.chars().count();
    let words = name.split_whitespace().count();
    let folded = fold(name);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let possible = (2..=MAX_NAME_CHARS).contains(&chars)
        && words <= MAX_NAME_WORDS
        && (letters * 2 >= chars || is_handle(name, trust))
        && !NOT_NAMES.has(&folded)
        && !name.contains("://")
        && !name.contains(['{', '}', '=', '?'])
        && !is_variable(name)
        && !is_date_word(name)
        && !is_month(name);
    possible && (trust == Trust::Field || looks_like_name(name, trust))
}

/// What a template leaves of a variable: `page.author.name`.
fn is_variable(name: &str) -> bool {
    !name.contains(' ') && name.matches('.').count() >= 2 && name.chars().all(|c| c.is_ascii_lowercase() || c == '.' || c == '_')
}

/// Words that stand in names in small letters.
const PARTICLES: &[&str] = &[
    "de", "van", "von", "der", "den", "la", "le", "da", "di", "dos", "del", "du", "bin", "ibn", "al", "el", "ter", "ten", "af", "zu", "y",
    "e", "of", "the",
];

/// Whether each word begins with a capital, as names do in scripts that have capitals.
fn looks_like_name(name: &str, trust: Trust) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let cased = name.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let is_capital = |word: &str| {
        word.trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(|c: char| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic())
    };
    if words.len() == 1 && trust == Trust::Handle {
        return name.chars().count() <= MAX_HANDLE_CHARS;
    }
    if !cased {
        return name.chars().count() <= 30 && words.len() <= 5;
    }
    words.len() <= 5 && words.iter().all(|word| is_capital(word) || PARTICLES.contains(word)) && words.iter().any(|word| is_capital(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_alone() {
        for (text, expected) in [
            ("By Jane Doe", &["Jane Doe"][..]),
            ("by Lucas Nolan 22 Dec 2016", &["Lucas Nolan"]),
            ("Mar", &[]),
            ("By Jane Doe and John Roe, Staff Writers", &["Jane Doe", "John Roe"]),
            ("Written by: Jane Doe | May 5, 2020", &["Jane Doe"]),
            ("Jane Doe on May 5, 2020", &["Jane Doe"]),
            ("Jane Doe, John Roe & Max Poe", &["Jane Doe", "John Roe", "Max Poe"]),
            ("Michael Greger, M.D. FACLM", &["Michael Greger, M.D. FACLM"]),
            ("Dr. Andrew Huberman", &["Dr. Andrew Huberman"]),
            ("Par Sébastien Farcis", &["Sébastien Farcis"]),
            ("Von Anna Meier und Max Müller", &["Anna Meier", "Max Müller"]),
            ("José Ortega y Gasset", &["José Ortega y Gasset"]),
            ("Ana Gómez y Luis Pérez", &["Ana Gómez", "Luis Pérez"]),
            ("Jane Doe (jane@example.com)", &["Jane Doe"]),
            ("作者：肖春芳", &["肖春芳"]),
            ("Автор: Иван Петров", &["Иван Петров"]),
            ("Sarah Knowles MW", &["Sarah Knowles MW"]),
            ("April May", &["April May"]),
            ("Jane Doe, Senior Editor", &["Jane Doe"]),
            ("admin", &[]),
            ("https://example.com/author", &[]),
            ("Share", &[]),
            ("Bruno (Henrique) Rodrigues", &["Bruno (Henrique) Rodrigues"]),
            ("Last Updated: January 7, 2025", &[]),
            ("Wednesday", &[]),
            ("page.extra.author", &[]),
            ("Brett Cruz, Privacy", &["Brett Cruz"]),
            ("Brett Cruz Writer, Privacy", &["Brett Cruz"]),
            ("Mac & i", &["Mac & i"]),
        ] {
            assert_eq!(names(text, Trust::Field), expected, "{text}");
        }
    }

    #[test]
    fn letters_that_grow_in_small_cut_at_their_place() {
        assert_eq!(names("Jane Doe İİİİ on éẞẞẞẞ", Trust::Field), ["Jane Doe İİİİ"]);
    }

    #[test]
    fn a_line_must_look_like_a_name() {
        assert_eq!(names("Jane van der Berg", Trust::Line), ["Jane van der Berg"]);
        assert!(names("the numbers we found", Trust::Line).is_empty());
    }

    #[test]
    fn catalogues_turn_names() {
        assert_eq!(turned("Doe, Jane"), "Jane Doe");
        assert_eq!(turned("Jane Doe, PhD"), "Jane Doe, PhD");
    }

    #[test]
    fn organisations_are_told_by_their_words() {
        assert!(is_organisation("BBC News") && is_organisation("The Editorial Team") && !is_organisation("Jane Doe"));
    }
}
