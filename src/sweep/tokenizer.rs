//! `lol_html` as a stream of tokens: each start tag, text, comment and end tag in order, with the bytes it is made of.
//!
//! `lol_html` calls an element's end-tag handler only for the elements on its own stack, which closes nothing by
//! implication: `<p><div></p></div>` loses its `</div>`. So end tags are not taken from handlers but from the rewriter's
//! output, which holds each byte of the source in order: what lies between the tokens that handlers saw is end tags
//! (and CDATA brackets).

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use lol_html::errors::RewritingError;
use lol_html::html_content::{Comment, Doctype, Element, TextChunk};
use lol_html::{AsciiCompatibleEncoding, DocumentContentHandlers, ElementContentHandlers, HtmlRewriter, MemorySettings, Settings, element};

use super::end_tags::EndTags;
use super::names::Chunk;

/// What reads the tokens. `source` is in bytes from the start of the input.
pub(super) trait Reader {
    /// A start tag, and the part of the input in which it ends.
    fn start(&mut self, element: &Element<'_, '_>, source: Range<usize>, chunk: &Chunk) -> Result<(), Stop>;
    /// A part of a text node; the last one may be empty.
    fn text(&mut self, chunk: &TextChunk<'_>, source: Range<usize>);
    /// An end tag, whether or not it closes anything. `name` is as in the source.
    fn end(&mut self, name: &str, source: Range<usize>);
    fn comment(&mut self);
    fn doctype(&mut self);
    /// The bytes of what was reported last.
    fn bytes(&mut self, bytes: &[u8]);
    /// The bytes of a CDATA bracket, or of a tag that the input's end cut off.
    fn rest(&mut self, bytes: &[u8]);
}

/// The reader wants no more.
#[derive(Debug)]
pub(super) struct Stop;

impl std::fmt::Display for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the reader wants no more")
    }
}

impl std::error::Error for Stop {}

/// Feeds a page to a [`Reader`], chunk by chunk.
pub(super) struct Tokenizer<R: Reader + 'static> {
    /// `None` once it has failed.
    rewriter: Option<HtmlRewriter<'static, Output>>,
    feed: Rc<RefCell<Feed<R>>>,
}

impl<R: Reader + 'static> Tokenizer<R> {
    /// `memory`: for `lol_html`'s own buffers, in bytes.
    pub(super) fn new(reader: R, encoding: AsciiCompatibleEncoding, memory: usize) -> Self {
        let feed = Rc::new(RefCell::new(Feed { reader, token: 0, position: 0, chunk: Chunk::default() }));
        let to = Rc::clone(&feed);
        let output: Output = Box::new(move |bytes| to.borrow_mut().pass(bytes));
        let rewriter = Some(HtmlRewriter::new(settings(&feed, encoding, memory), output));
        Self { rewriter, feed }
    }

    /// Takes the next bytes. After an error (a limit met, or the reader's stop) the rest is ignored.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        let rewriter = self.rewriter.as_mut().ok_or(Stop)?;
        self.feed.borrow_mut().chunk.advance(bytes);
        rewriter.write(bytes).map_err(|_: RewritingError| {
            self.rewriter = None;
            Stop
        })
    }

    pub(super) fn end(&mut self) -> Result<(), Stop> {
        self.rewriter.take().ok_or(Stop)?.end().map_err(|_| Stop)
    }

    /// The reader, for the time of a call.
    pub(super) fn with_reader<T>(&self, act: impl FnOnce(&mut R) -> T) -> T {
        act(&mut self.feed.borrow_mut().reader)
    }
}

struct Feed<R> {
    reader: R,
    /// How many of the next bytes out belong to the token that was reported last.
    token: usize,
    /// Where in the source the next byte out comes from.
    position: usize,
    chunk: Chunk,
}

impl<R: Reader> Feed<R> {
    fn token(&mut self, source: &Range<usize>) {
        debug_assert_eq!(self.position, source.start, "each byte comes out, in order");
        self.token = source.len();
    }

    fn pass(&mut self, bytes: &[u8]) {
        let (token, rest) = bytes.split_at(self.token.min(bytes.len()));
        if !token.is_empty() {
            self.token -= token.len();
            self.position += token.len();
            self.reader.bytes(token);
        }
        for (name, range) in EndTags::new(rest) {
            let source = self.position..self.position + range.len();
            self.position = source.end;
            match name {
                Some(name) => {
                    self.reader.end(name, source);
                    self.reader.bytes(&rest[range]);
                }
                None => self.reader.rest(&rest[range]),
            }
        }
    }
}

/// Where a rewriter's output goes. All have the same type, so that `lol_html`'s state machine is compiled once.
pub(super) type Output = Box<dyn FnMut(&[u8])>;

fn settings<R: Reader + 'static>(
    feed: &Rc<RefCell<Feed<R>>>,
    encoding: AsciiCompatibleEncoding,
    memory: usize,
) -> Settings<'static, 'static> {
    let (on_element, on_text, on_comment, on_doctype) = (Rc::clone(feed), Rc::clone(feed), Rc::clone(feed), Rc::clone(feed));
    let element: (_, ElementContentHandlers<'static>) = element!("*", move |element: &mut Element<'_, '_>| {
        let feed = &mut *on_element.borrow_mut();
        let source = element.source_location().bytes();
        feed.token(&source);
        Ok(feed.reader.start(element, source, &feed.chunk)?)
    });
    let document = DocumentContentHandlers::default()
        .text(move |chunk: &mut TextChunk<'_>| {
            let feed = &mut *on_text.borrow_mut();
            let source = chunk.source_location().bytes();
            feed.token(&source);
            feed.reader.text(chunk, source);
            Ok(())
        })
        .comments(move |comment: &mut Comment<'_>| {
            let feed = &mut *on_comment.borrow_mut();
            feed.token(&comment.source_location().bytes());
            feed.reader.comment();
            Ok(())
        })
        .doctype(move |doctype: &mut Doctype<'_>| {
            let feed = &mut *on_doctype.borrow_mut();
            feed.token(&doctype.source_location().bytes());
            feed.reader.doctype();
            Ok(())
        });
    Settings::new()
        .with_strict(false)
        .with_encoding(encoding)
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(memory))
        .append_element_content_handler(element)
        .append_document_content_handler(document)
}
