//! `lol_html` as a rewriter: the page's own bytes less the clutter, as a stream.

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::WINDOWS_1252;
use lol_html::AsciiCompatibleEncoding;
use lol_html::html_content::{Element, TextChunk};

use super::names::{Chunk, kept_attributes, lower_case};
use super::tokenizer::{Reader, Stop, Tokenizer};
use crate::article::Removed;
use crate::clutter::clutter;
use crate::encoding::Passage;
use crate::error::Error;
use crate::html::{Attr, Tag};
use crate::limits::{DECLUTTER_CHUNK_BYTES, Limits, MAX_HELD_BYTES};
use crate::tape::{ElementId, Nesting, is_data_script};
use crate::trackers::{is_tracker, is_tracking_markup};

/// What [`Declutter`] drops beyond what it always drops, and how it reads the bytes.
///
/// ```
/// let options = readwell::DeclutterOptions { styles: true, ..Default::default() };
/// # assert!(options.charset.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DeclutterOptions {
    /// Whether styles and style sheets go too.
    pub styles: bool,
    /// The charset that the transport declared, a label of the Encoding Standard.
    pub charset: Option<String>,
}

/// **Not a sanitizer.** What comes out is the page's own markup, and it can do all that the page could: run handlers,
/// load, submit. To show a page's article safely, use [`clean`](crate::clean()).
///
/// A page in, the same page without its clutter out, while it still comes in: scripts, trackers, adverts, navigation,
/// share buttons, consent banners and other dialogs, sign-up and paywall boxes, readers' comments, HTML comments and
/// hidden elements are dropped. What else there is passes byte for byte, the head's metadata included (JSON-LD too).
///
/// Only what closes is dropped. An unclosed `nav` does not take the article with it: what was held back comes out
/// again. Up to 1 MiB is held for that; that and the longest tag bound the memory, however long the page.
///
/// Bytes of any ASCII-compatible encoding stay as they are. UTF-16 and ISO-2022-JP come out as UTF-8 with a byte order
/// mark.
///
/// ```
/// let mut out = Vec::new();
/// let mut page = readwell::Declutter::new(readwell::DeclutterOptions::default(), |bytes: &[u8]| out.extend_from_slice(bytes))?;
/// page.write(b"<title>Ferry</title><nav><a href=/>Home</a></nav><p>It sa")?;
/// page.write(b"ils again.<script>track()</script>")?;
/// page.end()?;
/// assert_eq!(out, b"<title>Ferry</title><p>It sails again.");
/// # Ok::<(), readwell::Error>(())
/// ```
pub struct Declutter<S: FnMut(&[u8])> {
    passage: Passage,
    tokenizer: Tokenizer<Stream>,
    sink: S,
}

impl<S: FnMut(&[u8])> Declutter<S> {
    /// A stream for one page. `sink` gets the bytes that stay.
    ///
    /// # Errors
    /// When [`DeclutterOptions::charset`] is no known label.
    pub fn new(options: DeclutterOptions, sink: S) -> Result<Self, Error> {
        let DeclutterOptions { styles, charset } = options;
        let passage = Passage::new(charset.as_deref())?;
        let stream = Stream::new(styles);
        // Each byte is a character of windows-1252 and comes back as that byte; tags are ASCII in all such encodings.
        let encoding = AsciiCompatibleEncoding::new(WINDOWS_1252).unwrap_or_else(AsciiCompatibleEncoding::utf_8);
        Ok(Self { passage, tokenizer: Tokenizer::new(stream, encoding, Limits::default().max_tokenizer_bytes), sink })
    }

    /// Takes the next bytes of the page. Chunks may end anywhere.
    ///
    /// # Errors
    /// When a single tag is longer than [`Limits::max_tokenizer_bytes`] by default is; the stream is then at its end.
    pub fn write(&mut self, chunk: &[u8]) -> Result<(), Error> {
        let Self { passage, tokenizer, sink } = self;
        let mut result = Ok(());
        passage.write(chunk, &mut |bytes| {
            if result.is_ok() {
                result = feed(tokenizer, bytes, sink);
            }
        });
        result
    }

    /// Says that the page is complete, and gives what is left.
    ///
    /// # Errors
    /// As for [`Declutter::write`].
    pub fn end(mut self) -> Result<(), Error> {
        let Self { passage, tokenizer, sink } = &mut self;
        let mut result = Ok(());
        std::mem::take(passage).end(&mut |bytes| {
            if result.is_ok() {
                result = feed(tokenizer, bytes, sink);
            }
        });
        result?;
        tokenizer.end().map_err(|_| Error::limit_exceeded("tokenizer memory"))?;
        tokenizer.with_reader(|stream| {
            stream.close_all();
            stream.release(sink);
        });
        Ok(())
    }
}

fn feed(tokenizer: &mut Tokenizer<Stream>, bytes: &[u8], sink: &mut impl FnMut(&[u8])) -> Result<(), Error> {
    for part in bytes.chunks(DECLUTTER_CHUNK_BYTES) {
        tokenizer.write(part).map_err(|_| Error::limit_exceeded("tokenizer memory"))?;
        tokenizer.with_reader(|stream| stream.release(sink));
    }
    Ok(())
}

/// An element that goes if it turns out to close.
struct Drop {
    id: ElementId,
    tag: Tag,
    /// Where in `out` its start tag stands.
    mark: usize,
    /// Whether so much was held that the rest is thrown away as it comes.
    overflowed: bool,
}

/// The page on its way through.
struct Stream {
    styles: bool,
    nesting: Nesting,
    elements: u32,
    /// Bytes that may still be dropped, from the first mark on; those before it are ready.
    out: Vec<u8>,
    drops: Vec<Drop>,
    /// Whether the bytes that come next stay, as far as they themselves go.
    passes: bool,
}

impl Stream {
    fn new(styles: bool) -> Self {
        Self { styles, nesting: Nesting::new(), elements: 0, out: Vec::new(), drops: Vec::new(), passes: true }
    }

    fn release(&mut self, sink: &mut impl FnMut(&[u8])) {
        let ready = self.drops.first().map_or(self.out.len(), |drop| drop.mark);
        if ready > 0 {
            sink(&self.out[..ready]);
            self.out.drain(..ready);
            self.drops.iter_mut().for_each(|drop| drop.mark -= ready);
        }
    }

    /// Settles the elements that the last tag closed; whether it was the end tag of one that is dropped.
    fn settle(&mut self) -> bool {
        let mut own = false;
        let Self { nesting, drops, out, .. } = self;
        for closed in nesting.take_closed() {
            let Some(index) = drops.iter().rposition(|drop| drop.id == closed.id) else { continue };
            let drop = &drops[index];
            match closed.ended || has_optional_end(closed.tag) {
                true if drop.tag == Tag::Noscript && !is_tracking_markup(&String::from_utf8_lossy(&out[drop.mark..])) => {}
                true => {
                    out.truncate(drop.mark);
                    own |= closed.named;
                }
                // Text for programs that never ended: markup may follow it.
                false if matches!(drop.tag, Tag::Script | Tag::Style) => {
                    let markup = out[drop.mark..].windows(2).position(|pair| pair == b"\n<");
                    out.drain(drop.mark..markup.map_or(out.len(), |at| drop.mark + at));
                }
                false => {}
            }
            drops.truncate(index);
        }
        own
    }

    fn close_all(&mut self) {
        self.nesting.leave_all();
        self.settle();
    }

    fn is_clutter(&self, tag: Tag, attrs: &[(Attr, Cow<'_, str>)]) -> bool {
        let attr = |name| attrs.iter().find(|(attr, _)| *attr == name).map(|(_, value)| &**value);
        match tag {
            Tag::Script => !attr(Attr::Type).is_some_and(is_data_script),
            Tag::Style => self.styles,
            Tag::Link if self.styles && attr(Attr::Rel).is_some_and(|rel| rel.to_ascii_lowercase().contains("stylesheet")) => true,
            _ => is_tracker(tag, attrs) || clutter(tag, attrs.iter().map(|(attr, value)| (*attr, &**value))).is_some_and(goes_from_stream),
        }
    }

    /// A held element that grows beyond all measure stays, unless it is text for programs.
    fn bound(&mut self) {
        let Some(first) = self.drops.first() else { return };
        if self.out.len() - first.mark <= MAX_HELD_BYTES {
            return;
        }
        match self.drops.last_mut() {
            Some(last) if last.tag.is_raw() => {
                self.out.truncate(last.mark);
                last.overflowed = true;
            }
            _ => self.drops.clear(),
        }
    }
}

impl Reader for Stream {
    fn start(&mut self, element: &Element<'_, '_>, source: Range<usize>, chunk: &Chunk) -> Result<(), Stop> {
        let name = chunk.tag_name(element, source.start);
        let tag = Tag::from_name(&name);
        let is_element = self.nesting.make_way(tag);
        self.settle();
        self.passes = true;
        if !is_element {
            return Ok(());
        }
        let id = ElementId(self.elements);
        self.elements = self.elements.wrapping_add(1);
        let attrs: Vec<_> = kept_attributes(element, chunk).collect();
        let is_clutter = self.is_clutter(tag, &attrs);
        let is_void = tag.is_void() || !element.can_have_content();
        let is_open = !is_void && self.nesting.enter(id, tag, &name);
        if is_open && (is_clutter || tag == Tag::Noscript) {
            self.drops.push(Drop { id, tag, mark: self.out.len(), overflowed: false });
        }
        self.passes = is_open || !is_clutter;
        Ok(())
    }

    fn text(&mut self, _chunk: &TextChunk<'_>, _source: Range<usize>) {
        self.passes = true;
    }

    fn end(&mut self, name: &str, _source: Range<usize>) {
        let name = lower_case(name);
        self.nesting.leave(Tag::from_name(&name), &name);
        self.passes = !self.settle();
    }

    fn comment(&mut self) {
        self.passes = false;
    }

    fn doctype(&mut self) {
        self.passes = true;
    }

    fn bytes(&mut self, bytes: &[u8]) {
        if self.passes && !self.drops.last().is_some_and(|drop| drop.overflowed) {
            self.out.extend_from_slice(bytes);
            self.bound();
        }
    }

    /// CDATA brackets stay. A tag cut off by the input's end goes: what comes after the page must not complete it.
    fn rest(&mut self, bytes: &[u8]) {
        self.passes = bytes.starts_with(b"<![CDATA[") || bytes == b"]]>";
        self.bytes(bytes);
    }
}

/// Elements that HTML ends without an end tag.
const fn has_optional_end(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Li | Tag::Dt | Tag::Dd | Tag::Tr | Tag::Td | Tag::Th | Tag::Tbody | Tag::Option | Tag::Optgroup)
}

/// Of the reasons that a start tag gives, those that hold on any page, whatever is on it.
const fn goes_from_stream(reason: Removed) -> bool {
    matches!(
        reason,
        Removed::Code
            | Removed::Hidden
            | Removed::Navigation
            | Removed::Advert
            | Removed::Consent
            | Removed::SignUp
            | Removed::Paywall
            | Removed::Appeal
            | Removed::Share
            | Removed::Comments
            | Removed::Dialog
    )
}
