//! A summary in whole sentences: the page's own, or its first paragraph.

use super::text;
use crate::document::{self, BlockKind, Document};
use crate::render;

/// Longest excerpt, in characters; it is cut at the end of a sentence.
const MAX_EXCERPT_CHARS: usize = 600;

/// A shorter first paragraph is a label or a dateline.
const MIN_PARAGRAPH_CHARS: usize = 25;

/// The first paragraph that reads like one, or else the first of all.
pub(super) fn first_paragraph(document: &Document) -> Option<String> {
    let mut found = Vec::new();
    paragraphs(&document.blocks, &mut found);
    let ends = |text: &str| text.trim_end_matches(is_closing).ends_with(is_stop);
    // A small letter goes on with what line breaks cut off.
    let begins = |text: &str| text.chars().count() >= MIN_PARAGRAPH_CHARS && !text.starts_with(char::is_lowercase);
    let reads = |(text, _): &&(String, bool)| begins(text) && ends(text);
    let tells = |paragraph: &&(String, bool)| reads(paragraph) && !paragraph.1;
    found.iter().find(tells).or(found.iter().find(reads)).or(found.first()).map(|(text, _)| excerpt(text))
}

/// How many paragraphs are looked at.
const MAX_PARAGRAPHS: usize = 16;

/// Paragraphs, and whether each only leads elsewhere.
fn paragraphs(blocks: &[document::Block], found: &mut Vec<(String, bool)>) {
    for block in blocks {
        if found.len() >= MAX_PARAGRAPHS {
            return;
        }
        match &block.kind {
            BlockKind::Paragraph(inlines) => {
                let text = without_references(&text::tidy(&render::inline_text(inlines)));
                let leads = leads_elsewhere(inlines, &text);
                found.extend(Some((text, leads)).filter(|(text, _)| !text.is_empty()));
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| paragraphs(&item.blocks, found)),
            BlockKind::Quote { blocks, .. } | BlockKind::Group(blocks) => paragraphs(blocks, found),
            _ => {}
        }
    }
}

/// Longest note above an article, in words: "For other ferries, see Ferries of the north."
const MAX_NOTE_WORDS: usize = 25;

/// Whether a paragraph is a note that ends in the link that it is there for.
fn leads_elsewhere(inlines: &[document::Inline], text: &str) -> bool {
    let is_mark = |inline: &&document::Inline| matches!(inline, document::Inline::Text(text) if !text.chars().any(char::is_alphanumeric));
    let last = inlines.iter().rev().find(|inline| !is_mark(inline));
    inlines.len() > 1 && matches!(last, Some(document::Inline::Link { .. })) && text.split(' ').count() <= MAX_NOTE_WORDS
}

/// A text without the numbers of notes, and of the pages in them: "… of the island,[5] and …", "… of ferries.[5]: 207 …"
pub(super) fn without_references(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut is_after = false;
    for part in text.split_inclusive(']') {
        let part = if is_after { without_page(part) } else { part };
        let number = part.strip_suffix(']').and_then(|part| part.rsplit_once('['));
        let is_number = |inside: &str| (1..=3).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit());
        match number {
            Some((before, inside)) if is_number(inside) && follows_text(before, &kept) => {
                kept.push_str(before);
                is_after = true;
            }
            _ => {
                kept.push_str(part);
                is_after = false;
            }
        }
    }
    kept
}

/// What follows a note's number, without the page that Wikipedia writes there: ": 207".
fn without_page(text: &str) -> &str {
    let digits = text.strip_prefix(':').map(str::trim_start).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    digits.map_or(text, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | ',')))
}

/// Whether what comes next stands right after a text.
fn follows_text(before: &str, earlier: &str) -> bool {
    let last = before.chars().next_back().or_else(|| earlier.chars().next_back());
    last.is_some_and(|last| !last.is_whitespace())
}

/// Marks that end a sentence …
const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | ':' | '。' | '！' | '？' | '।' | '؟' | '۔')
}

/// … and those that may follow them.
const fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | '」' | '』' | ')' | ']') || c.is_ascii_whitespace()
}

/// A text in whole sentences, if it is long.
pub(super) fn excerpt(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MAX_EXCERPT_CHARS) else { return text.to_owned() };
    let head = &text[..end];
    let stops = head.char_indices().filter(|(at, c)| {
        let after = head[at + c.len_utf8()..].chars().next();
        matches!(c, '。' | '！' | '？' | '।' | '؟') || (matches!(c, '.' | '!' | '?' | '…') && after.is_none_or(char::is_whitespace))
    });
    let stop = stops.max_by_key(|(at, _)| *at).map(|(at, c)| at + c.len_utf8());
    let word = || head.rfind(char::is_whitespace);
    match stop.or_else(word) {
        Some(end) => head[..end].to_owned(),
        None => head.to_owned(),
    }
}
