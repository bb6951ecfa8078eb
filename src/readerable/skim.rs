//! A skim of a page: its runs of text, read straight from the source, with nothing built and nothing decoded. It reads
//! markup roughly: what is read so decides on nothing but a yes or no.

use memchr::{memchr, memchr_iter, memchr3, memmem};

use crate::blocks;
use crate::html::Tag;

/// A run of text that no block-level tag interrupts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) words: u32,
    /// Words of those that are in links.
    pub(super) linked: u32,
}

/// Reads a page's runs from the front. Menus, footers and controls have none.
pub(super) struct Skim<'a> {
    rest: &'a str,
    run: Run,
    in_link: bool,
    /// What is being passed over, and how many of its kind are open.
    aside: Option<(Tag, u32)>,
    /// Elements whose end was looked for in vain: once is enough.
    unended: Vec<Tag>,
}

impl<'a> Skim<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html, run: Run::default(), in_link: false, aside: None, unended: Vec::new() }
    }

    /// Reads what begins with the `<` at the start of a text.
    fn markup(&mut self, text: &'a str) -> Markup<'a> {
        let mut markup = Markup::read(text);
        if !markup.is_end && is_raw(markup.tag) && !self.unended.contains(&markup.tag) {
            match raw_end(text, markup.source.len(), markup.tag) {
                Some(end) => markup.source = &text[..end],
                None => self.unended.push(markup.tag),
            }
        }
        markup
    }

    fn text(&mut self, text: &str) {
        if self.aside.is_none() {
            let words = blocks::count(text).words;
            self.run.words += words;
            self.run.linked += if self.in_link { words } else { 0 };
        }
    }

    /// Takes a tag in, and says whether it ends the run.
    fn tag(&mut self, markup: &Markup<'_>) -> bool {
        let (tag, is_start) = (markup.tag, !markup.is_end);
        match &mut self.aside {
            Some((aside, open)) if *aside == tag => {
                *open = if is_start { *open + 1 } else { *open - 1 };
                if *open == 0 {
                    self.aside = None;
                }
            }
            // One that was never closed ends where the text begins.
            Some(_) if is_start && matches!(tag, Tag::Main | Tag::Article) => self.aside = None,
            None if is_start && is_aside(tag) => self.aside = Some((tag, 1)),
            _ => {}
        }
        if tag == Tag::A {
            self.in_link = is_start && markup.source.contains("href");
        }
        tag.is_block()
    }
}

const fn is_aside(tag: Tag) -> bool {
    matches!(tag, Tag::Nav | Tag::Footer | Tag::Aside | Tag::Select | Tag::Button | Tag::Dialog)
}

impl Iterator for Skim<'_> {
    type Item = Run;

    fn next(&mut self) -> Option<Run> {
        while let Some(at) = memchr(b'<', self.rest.as_bytes()) {
            self.text(&self.rest[..at]);
            let markup = self.markup(&self.rest[at..]);
            self.rest = &self.rest[at + markup.source.len()..];
            if self.tag(&markup) && self.run.words > 0 {
                return Some(std::mem::take(&mut self.run));
            }
        }
        let rest = std::mem::take(&mut self.rest);
        self.text(rest);
        Some(std::mem::take(&mut self.run)).filter(|run| run.words > 0)
    }
}

/// A tag, a comment, or an element whose content is not read; or a `<` that begins nothing.
struct Markup<'a> {
    source: &'a str,
    tag: Tag,
    is_end: bool,
}

/// Longest name that is looked at: that of `blockquote`.
const MAX_NAME_BYTES: usize = 10;

impl<'a> Markup<'a> {
    fn read(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let is_end = bytes.get(1) == Some(&b'/');
        let name_at = 1 + usize::from(is_end);
        let length = match bytes.get(name_at) {
            Some(byte) if byte.is_ascii_alphabetic() => tag_end(bytes),
            Some(b'!') if text[2..].starts_with("--") => end_after(text, 4, "-->"),
            Some(b'!' | b'?') => end_after(text, 2, ">"),
            _ => 1,
        };
        let tag = match length {
            0..=2 => Tag::Other,
            _ => name(&bytes[name_at..length]),
        };
        Self { source: &text[..length], tag, is_end }
    }
}

/// Where a tag ends. A `>` in a quoted value ends none.
fn tag_end(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(found) = memchr3(b'>', b'"', b'\'', &bytes[at..]) {
        let stop = at + found;
        at = stop + 1;
        match bytes[stop] {
            b'>' => return at,
            quote if bytes[stop - 1] == b'=' => match memchr(quote, &bytes[at..]) {
                Some(close) => at += close + 1,
                None => return bytes.len(),
            },
            _ => {}
        }
    }
    bytes.len()
}

fn end_after(text: &str, from: usize, end: &str) -> usize {
    text.get(from..).and_then(|rest| memmem::find(rest.as_bytes(), end.as_bytes())).map_or(text.len(), |at| from + at + end.len())
}

fn name(bytes: &[u8]) -> Tag {
    let length = bytes.iter().take(MAX_NAME_BYTES + 1).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let mut name = [0; MAX_NAME_BYTES];
    if length > MAX_NAME_BYTES {
        return Tag::Other;
    }
    name[..length].copy_from_slice(&bytes[..length]);
    name.make_ascii_lowercase();
    std::str::from_utf8(&name[..length]).map_or(Tag::Other, Tag::from_name)
}

/// Elements whose content is not read. Those of them that can nest seldom do.
const fn is_raw(tag: Tag) -> bool {
    tag.is_raw() || matches!(tag, Tag::Svg | Tag::Template | Tag::Head)
}

/// Where the content of an element ends, if it does: after its end tag's name.
fn raw_end(text: &str, from: usize, tag: Tag) -> Option<usize> {
    let (bytes, name) = (text.as_bytes(), tag.name().as_bytes());
    let is_end = |end: usize| {
        let name_at = end - name.len();
        bytes[name_at - 1] == b'/'
            && bytes[name_at..end].eq_ignore_ascii_case(name)
            && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
    };
    let ends = memchr_iter(b'<', &bytes[from..]).map(|at| from + at + "</".len() + name.len());
    ends.take_while(|end| *end <= bytes.len()).find(|end| is_end(*end))
}
