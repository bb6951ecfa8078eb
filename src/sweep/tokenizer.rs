//! lol_html as a tokenizer: tags and texts go to the tape builder, the rewritten output is thrown away.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use lol_html::html_content::{Attribute, Element, EndTag, TextChunk, TextType};
use lol_html::{DocumentContentHandlers, HtmlRewriter, MemorySettings, Settings, element};

use crate::html::{Attr, Tag, decode_attribute, decode_text};
use crate::limits::Limits;
use crate::tape::{Span, StartTag, Tape, TapeBuilder};

/// Attributes with longer values are ignored: inline pictures run to megabytes, and none is worth keeping.
const MAX_ATTRIBUTE_BYTES: usize = 64 * 1024;

/// Attributes of one element beyond this many are ignored.
const MAX_ATTRIBUTES: usize = 256;

/// Longer scripts are not read as structured data or formulas.
const MAX_DATA_SCRIPT_BYTES: usize = 1024 * 1024;

/// The tokenizer's own memory while it reads the markup inside a raw-text element.
const MAX_NESTED_TOKENIZER_BYTES: usize = 4 * 1024 * 1024;

type Sink = fn(&[u8]);

/// A page on its way in.
pub(crate) struct Sweep {
    rewriter: Option<HtmlRewriter<'static, Sink>>,
    page: Rc<RefCell<Page>>,
    /// Bytes taken so far.
    length: usize,
    max_input_bytes: usize,
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
        let page = Rc::new(RefCell::new(Page::new(limits.max_elements)));
        let rewriter = Some(HtmlRewriter::new(settings(&page, limits.max_tokenizer_bytes), discard as Sink));
        Self { rewriter, page, length: 0, max_input_bytes: limits.max_input_bytes }
    }

    /// Takes the next part of the page. After a limit is met the rest is ignored.
    pub(crate) fn write(&mut self, text: &str) {
        self.length += text.len();
        let too_long = self.length > self.max_input_bytes;
        let Some(rewriter) = &mut self.rewriter else { return };
        if too_long || self.page.borrow().limited || rewriter.write(text.as_bytes()).is_err() {
            self.page.borrow_mut().limited = true;
            self.rewriter = None;
        }
    }

    pub(crate) fn end(mut self) -> Swept {
        if let Some(rewriter) = self.rewriter.take()
            && rewriter.end().is_err()
        {
            self.page.borrow_mut().limited = true;
        }
        let mut page = self.page.replace(Page::new(0));
        page.recover_raw_text();
        Swept { tape: page.builder.finish(self.length as u32), length: self.length, limited: page.limited }
    }
}

const fn discard(_: &[u8]) {}

fn settings(page: &Rc<RefCell<Page>>, memory: usize) -> Settings<'static, 'static> {
    let (on_element, on_text) = (Rc::clone(page), Rc::clone(page));
    let element = element!("*", move |element: &mut Element<'_, '_>| {
        on_element.borrow_mut().start(element);
        if let Some(handlers) = element.end_tag_handlers() {
            let on_end = Rc::clone(&on_element);
            handlers.push(Box::new(move |end: &mut EndTag<'_>| {
                on_end.borrow_mut().end(end);
                Ok(())
            }));
        }
        Ok(())
    });
    let document = DocumentContentHandlers::default().text(move |chunk: &mut TextChunk<'_>| {
        on_text.borrow_mut().text(chunk);
        Ok(())
    });
    Settings::new()
        .with_strict(false)
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(memory))
        .append_element_content_handler(element)
        .append_document_content_handler(document)
}

/// Text of an element that holds no tags, kept until its end tag.
struct RawText {
    tag: Tag,
    text: String,
    /// Where its text began.
    start: u32,
}

/// Everything that the handlers share.
struct Page {
    builder: TapeBuilder,
    ordinals: u32,
    max_elements: usize,
    limited: bool,
    /// A text node's source, while more of it may come.
    text: String,
    raw: Option<RawText>,
    /// Start of the end tag handled last: lol_html reports one end tag to every element that it closes.
    last_end_tag: Option<usize>,
    /// Whether the tokens come from a `<noscript>`, whose elements the browser's document does not have.
    nested: bool,
    /// Where in the page's source the tokenized text begins.
    offset: u32,
}

impl Page {
    fn new(max_elements: usize) -> Self {
        Self {
            builder: TapeBuilder::new(),
            ordinals: 0,
            max_elements,
            limited: false,
            text: String::new(),
            raw: None,
            last_end_tag: None,
            nested: false,
            offset: 0,
        }
    }

    fn start(&mut self, element: &Element<'_, '_>) {
        let name = element.tag_name();
        let tag = Tag::from_name(&name);
        let source = self.span(element.source_location().bytes());
        if !self.leaves_raw_text(tag) {
            return;
        }
        let ordinal = (!self.nested && !self.builder.is_open(Tag::Template)).then_some(self.ordinals);
        self.ordinals += u32::from(ordinal.is_some());
        if self.builder.element_count() >= self.max_elements {
            self.limited = true;
            return;
        }
        let empty = tag.is_void() || !element.can_have_content();
        let start = StartTag { tag, name: &name, ordinal, source, empty };
        self.builder.start(&start, element.attributes().iter().take(MAX_ATTRIBUTES).filter_map(kept_attribute));
        if tag.is_raw() && !empty && !self.builder.in_svg() {
            self.raw = Some(RawText { tag, text: String::new(), start: source.end });
        }
    }

    /// lol_html may see tags where a browser sees text (`<svg/><script>`). None of it is article text, unless the
    /// element was never closed: then the next block's start tag ends it.
    fn leaves_raw_text(&mut self, tag: Tag) -> bool {
        if tag.is_block()
            && let Some(raw) = self.raw.take()
        {
            self.builder.end(raw.tag, raw.tag.name(), Span { start: raw.start, end: raw.start });
        }
        self.raw.is_none()
    }

    fn text(&mut self, chunk: &TextChunk<'_>) {
        if let Some(raw) = &mut self.raw {
            raw.text.push_str(chunk.as_str());
            return;
        }
        if self.limited || self.builder.in_svg() {
            return;
        }
        let end = self.span(chunk.source_location().bytes()).end;
        let decodes = matches!(chunk.text_type(), TextType::Data | TextType::RCData);
        if !chunk.last_in_text_node() {
            self.text.push_str(chunk.as_str());
        } else if self.text.is_empty() {
            self.text_node(chunk.as_str(), decodes, end);
        } else {
            let mut whole = std::mem::take(&mut self.text);
            whole.push_str(chunk.as_str());
            self.text_node(&whole, decodes, end);
        }
    }

    fn text_node(&mut self, source: &str, decodes: bool, end: u32) {
        match decodes {
            true => self.builder.text(&decode_text(source), end),
            false => self.builder.text(&crate::html::normalize_newlines(source), end),
        }
    }

    fn end(&mut self, end: &EndTag<'_>) {
        let source = end.source_location().bytes();
        if self.last_end_tag.replace(source.start) == Some(source.start) {
            return;
        }
        let name = end.name();
        let tag = Tag::from_name(&name);
        match self.raw.take() {
            Some(raw) if raw.tag == tag => self.raw_text(&raw),
            Some(raw) => {
                self.raw = Some(raw);
                return;
            }
            None => {}
        }
        self.builder.end(tag, &name, self.span(source));
    }

    /// Keeps the raw text that a later stage reads: titles, structured data, formulas, and the markup in `noscript`.
    fn raw_text(&mut self, raw: &RawText) {
        let end = raw.start + raw.text.len() as u32;
        match raw.tag {
            Tag::Title => self.builder.text(&decode_text(&raw.text), end),
            Tag::Script if raw.text.len() <= MAX_DATA_SCRIPT_BYTES && self.builder.keeps_script() => self.builder.text(&raw.text, end),
            Tag::Noscript if !self.nested && !self.builder.is_open(Tag::Head) => self.nested(&raw.text, raw.start),
            Tag::Xmp => self.builder.text(&raw.text, end),
            _ => {}
        }
    }

    /// Reads the markup in raw text, through the same path as the page's own.
    fn nested(&mut self, source: &str, offset: u32) {
        let builder = std::mem::replace(&mut self.builder, TapeBuilder::new());
        let page = Rc::new(RefCell::new(Self { builder, nested: true, offset, ..Self::new(self.max_elements) }));
        let mut rewriter = HtmlRewriter::new(settings(&page, MAX_NESTED_TOKENIZER_BYTES), discard as Sink);
        let read = rewriter.write(source.as_bytes()).and_then(|()| rewriter.end());
        let nested = page.replace(Self::new(0));
        self.limited |= nested.limited || read.is_err();
        self.builder = nested.builder;
    }

    /// A raw-text element that the page never closed must not swallow the rest: what follows its first tag at the
    /// start of a line is read as markup after all.
    fn recover_raw_text(&mut self) {
        let Some(raw) = self.raw.take() else { return };
        self.builder.end(raw.tag, raw.tag.name(), Span { start: raw.start, end: raw.start });
        let markup = match raw.tag {
            Tag::Script | Tag::Style => raw.text.find("\n<"),
            _ => Some(0),
        };
        if let Some(start) = markup {
            self.nested(&raw.text[start..], raw.start + start as u32);
        }
    }

    fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        Span { start: self.offset + bytes.start as u32, end: self.offset + bytes.end as u32 }
    }
}

/// A kept attribute with its decoded value.
fn kept_attribute(attribute: &Attribute<'_>) -> Option<(Attr, String)> {
    let attr = Attr::from_name(&attribute.name())?;
    let source = attribute.value();
    if source.len() > MAX_ATTRIBUTE_BYTES {
        return None;
    }
    Some(match decode_attribute(&source) {
        Cow::Owned(decoded) => (attr, decoded),
        Cow::Borrowed(_) => (attr, source),
    })
}
