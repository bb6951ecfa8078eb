//! Tokens → tape: what a page's tags and texts mean, and which raw text some later stage reads.

use std::ops::Range;

use lol_html::AsciiCompatibleEncoding;
use lol_html::html_content::{Element, TextChunk, TextType};

use super::names::{Chunk, kept_attributes, lower_case, named_attributes};
use super::tokenizer::{Reader, Stop, Tokenizer};
use crate::html::{Tag, decode_text, normalize_newlines};
use crate::limits::{Limits, MAX_DATA_SCRIPT_BYTES, MAX_NESTED_TOKENIZER_BYTES};
use crate::tape::{Span, StartTag, Tape, TapeBuilder};

/// A page on its way in.
pub(crate) struct Sweep {
    tokenizer: Tokenizer<Page>,
    /// Bytes taken so far.
    length: usize,
    max_input_bytes: usize,
    limited: bool,
}

/// What the sweep makes of a page.
#[derive(Debug)]
pub(crate) struct Swept {
    pub(crate) tape: Tape,
    /// Bytes of source seen.
    pub(crate) length: usize,
    /// Whether a limit stopped the sweep: the tape then holds the part before it.
    pub(crate) limited: bool,
}

impl Sweep {
    pub(crate) fn new(limits: &Limits) -> Self {
        let page = Page::new(TapeBuilder::new(), limits.max_elements);
        let tokenizer = Tokenizer::new(page, AsciiCompatibleEncoding::utf_8(), limits.max_tokenizer_bytes);
        Self { tokenizer, length: 0, max_input_bytes: limits.max_input_bytes, limited: false }
    }

    /// Keeps attributes of these names too, beyond those that some stage reads.
    pub(crate) fn keeping(self, attributes: Vec<Box<str>>) -> Self {
        self.tokenizer.with_reader(|page| page.builder.keep_attributes(attributes));
        self
    }

    /// Takes the next part of the page. After a limit is met the rest is ignored.
    pub(crate) fn write(&mut self, text: &str) {
        self.length += text.len();
        if self.limited {
            return;
        }
        self.limited = self.length > self.max_input_bytes || self.tokenizer.write(text.as_bytes()).is_err();
    }

    pub(crate) fn end(mut self) -> Swept {
        if !self.limited {
            self.limited = self.tokenizer.end().is_err();
        }
        let mut page = self.tokenizer.with_reader(|page| std::mem::replace(page, Page::new(TapeBuilder::new(), 0)));
        page.flush_text(self.length as u32);
        page.recover_raw_text();
        let limited = self.limited || page.limited;
        Swept { tape: page.builder.finish(self.length.min(self.max_input_bytes) as u32), length: self.length, limited }
    }
}

/// Text of an element that holds no tags, kept until its end tag.
struct RawText {
    tag: Tag,
    text: Vec<u8>,
    /// Where its text began.
    start: u32,
}

struct Page {
    builder: TapeBuilder,
    ordinals: u32,
    max_elements: usize,
    limited: bool,
    /// A text node's source, while more of it may come.
    text: String,
    /// How that text node is read.
    text_type: TextType,
    raw: Option<RawText>,
    /// Whether the bytes that come next are the raw text's.
    in_raw: bool,
    /// Whether those bytes are a tag or comment to `lol_html`, which takes the raw text for SVG or `MathML`.
    is_misread: bool,
    /// Whether the tokens come from a `<noscript>`, whose elements the browser's document does not have.
    nested: bool,
    /// Where in the page's source the tokenized text begins.
    offset: u32,
}

impl Reader for Page {
    fn start(&mut self, element: &Element<'_, '_>, source: Range<usize>, chunk: &Chunk) -> Result<(), Stop> {
        if self.raw.is_some() {
            (self.in_raw, self.is_misread) = (true, true);
            return Ok(());
        }
        let name = chunk.tag_name(element, source.start);
        let source = self.span(source);
        self.flush_text(source.start);
        if self.builder.element_count() >= self.max_elements {
            self.limited = true;
            return Err(Stop);
        }
        let tag = Tag::from_name(&name);
        let ordinal = (!self.nested && !self.builder.is_open(Tag::Template)).then_some(self.ordinals);
        self.ordinals += u32::from(ordinal.is_some());
        let empty = tag.is_void() || !element.can_have_content();
        let start = StartTag { tag, name: &name, ordinal, source, empty };
        if self.builder.start(&start, kept_attributes(element, chunk)) {
            for (name, value) in named_attributes(element, self.builder.attr_names(), chunk) {
                self.builder.named_attr(name, &value);
            }
        }
        if tag.is_raw() && !empty && !self.builder.in_svg() {
            self.raw = Some(RawText { tag, text: Vec::new(), start: source.end });
            self.in_raw = false;
        }
        Ok(())
    }

    fn text(&mut self, chunk: &TextChunk<'_>, source: Range<usize>) {
        if self.raw.is_some() {
            self.in_raw = true;
        } else if !self.builder.in_svg() {
            if self.text_type != chunk.text_type() {
                self.flush_text(self.offset + source.start as u32);
                self.text_type = chunk.text_type();
            }
            self.text.push_str(chunk.as_str());
        }
    }

    fn end(&mut self, name: &str, source: Range<usize>) {
        let name = lower_case(name);
        let tag = Tag::from_name(&name);
        let source = self.span(source);
        self.in_raw = self.raw.as_ref().is_some_and(|raw| raw.tag != tag);
        if self.in_raw {
            return;
        }
        match self.raw.take() {
            Some(raw) => self.raw_text(&raw),
            None => self.flush_text(source.start),
        }
        self.builder.end(tag, &name, source);
    }

    fn comment(&mut self) {
        self.in_raw = self.raw.is_some();
        self.is_misread = self.in_raw;
    }

    fn doctype(&mut self) {
        self.comment();
    }

    fn rest(&mut self, bytes: &[u8]) {
        self.comment();
        self.bytes(bytes);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        let Some(raw) = self.raw.as_mut().filter(|_| self.in_raw) else { return };
        if !self.is_misread {
            return raw.text.extend_from_slice(bytes);
        }
        self.is_misread = false;
        match end_tag_inside(bytes, raw.tag.name()) {
            None => raw.text.extend_from_slice(bytes),
            Some(end) => self.end_raw_text_inside(bytes, end),
        }
    }
}

impl Page {
    fn new(builder: TapeBuilder, max_elements: usize) -> Self {
        Self {
            builder,
            ordinals: 0,
            max_elements,
            limited: false,
            text: String::new(),
            text_type: TextType::Data,
            raw: None,
            in_raw: false,
            is_misread: false,
            nested: false,
            offset: 0,
        }
    }

    /// Gives the builder the text node that has now ended.
    fn flush_text(&mut self, end: u32) {
        if !self.text.is_empty() {
            match self.text_type {
                TextType::Data | TextType::RCData => self.builder.text(&decode_text(&self.text), end),
                _ => self.builder.text(&normalize_newlines(&self.text), end),
            }
            self.text.clear();
        }
    }

    /// Keeps the raw text that a later stage reads: titles, structured data, formulas, and the markup in `noscript`.
    fn raw_text(&mut self, raw: &RawText) {
        let text = || String::from_utf8_lossy(&raw.text);
        let end = raw.start + raw.text.len() as u32;
        match raw.tag {
            Tag::Title => self.builder.text(&decode_text(&text()), end),
            Tag::Script if raw.text.len() <= MAX_DATA_SCRIPT_BYTES && self.builder.keeps_script() => self.builder.text(&text(), end),
            Tag::Noscript if !self.nested && !self.builder.is_open(Tag::Head) => self.read_nested(&raw.text, raw.start),
            Tag::Xmp => self.builder.text(&normalize_newlines(&text()), end),
            _ => {}
        }
    }

    /// Ends raw text in the midst of what `lol_html` takes for one tag; the tag's rest is markup of its own.
    fn end_raw_text_inside(&mut self, token: &[u8], end: Range<usize>) {
        let Some(mut raw) = self.raw.take() else { return };
        raw.text.extend_from_slice(&token[..end.start]);
        self.raw_text(&raw);
        let position = raw.start + raw.text.len() as u32;
        self.builder.end(raw.tag, raw.tag.name(), Span { start: position, end: position + end.len() as u32 });
        let nested = self.nested;
        self.read_nested(&token[end.end..], position + end.len() as u32);
        self.nested = nested;
    }

    /// Reads the markup in raw text, through the same path as the page's own.
    fn read_nested(&mut self, source: &[u8], offset: u32) {
        let builder = std::mem::replace(&mut self.builder, TapeBuilder::new());
        let page = Self { nested: true, offset, ..Self::new(builder, self.max_elements) };
        let mut tokenizer = Tokenizer::new(page, AsciiCompatibleEncoding::utf_8(), MAX_NESTED_TOKENIZER_BYTES);
        let read = tokenizer.write(source).and_then(|()| tokenizer.end());
        let mut nested = tokenizer.with_reader(|page| std::mem::replace(page, Self::new(TapeBuilder::new(), 0)));
        nested.flush_text(offset + source.len() as u32);
        self.limited |= nested.limited || read.is_err();
        self.builder = nested.builder;
    }

    /// A raw-text element that the page never closed must not swallow the rest: what follows its first tag at the
    /// start of a line is read as markup after all.
    fn recover_raw_text(&mut self) {
        let Some(raw) = self.raw.take() else { return };
        self.builder.end(raw.tag, raw.tag.name(), Span { start: raw.start, end: raw.start });
        let markup = match raw.tag {
            Tag::Style => raw.text.iter().position(|byte| *byte == b'<'),
            Tag::Script => raw.text.windows(2).position(|pair| pair == b"\n<").or_else(|| first_block(&raw.text)),
            _ => Some(0),
        };
        if let Some(start) = markup {
            self.read_nested(&raw.text[start..], raw.start + start as u32);
        }
    }

    const fn span(&self, bytes: Range<usize>) -> Span {
        Span { start: self.offset + bytes.start as u32, end: self.offset + bytes.end as u32 }
    }
}

/// Where the end tag of this name lies in source bytes, if there is one.
fn end_tag_inside(bytes: &[u8], name: &str) -> Option<Range<usize>> {
    let length = "</".len() + name.len();
    let start = bytes.windows(length + 1).position(|window| {
        window.starts_with(b"</")
            && window[2..length].eq_ignore_ascii_case(name.as_bytes())
            && (window[length].is_ascii_whitespace() || matches!(window[length], b'/' | b'>'))
    })?;
    let end = bytes[start..].iter().position(|byte| *byte == b'>').map_or(bytes.len(), |at| start + at + 1);
    Some(start..end)
}

/// Where the first tag of a paragraph, heading or region starts.
fn first_block(bytes: &[u8]) -> Option<usize> {
    const STARTS: [&[u8]; 6] = [b"<p>", b"<h1", b"<h2", b"<main", b"<article", b"<section"];
    (0..bytes.len()).find(|&at| bytes[at] == b'<' && STARTS.iter().any(|start| bytes[at..].starts_with(start)))
}
