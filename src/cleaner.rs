//! `clean`, fed by chunks.

use crate::article::{Article, Metadata, NoArticle, Outcome, PageType, Reason, Trace};
use crate::blocks::{self, blocks};
use crate::classify::{Classified, Known, Models, classify};
use crate::compose::compose;
use crate::corrections::correct;
use crate::document::Document;
use crate::encoding::PageDecoder;
use crate::error::Error;
use crate::html::{Attr, Tag};
use crate::marks::Marks;
use crate::metadata::{add_raw, complete, give, metadata};
use crate::options::Options;
use crate::paging::{Neighbours, neighbours};
use crate::plan::{plan, trace};
use crate::site_rules::{Found, TooCostly};
use crate::sweep::{Sweep, Swept};
use crate::tape::{ElementId, Tape};
use crate::urls::{Base, SafeUrl};
use crate::{render, summary};

/// Cleans a page that comes in parts, with the same result for any partition of the same bytes.
///
/// ```
/// use readwell::{Cleaner, Options, Outcome};
///
/// let page = "<h1>Ferry returns</h1><p>The ferry to the island sails again from Monday, after nine months of repairs, \
///             four times a day, the harbour office said on Friday.</p>";
/// let mut cleaner = Cleaner::new(Options::default())?;
/// for chunk in page.as_bytes().chunks(7) {
///     cleaner.write(chunk);
/// }
/// assert!(matches!(cleaner.end(), Outcome::Article(_)));
/// # Ok::<(), readwell::Error>(())
/// ```
pub struct Cleaner {
    options: Options,
    base: Base,
    decoder: Option<PageDecoder>,
    sweep: Sweep,
}

impl Cleaner {
    /// A cleaner for one page.
    ///
    /// # Errors
    /// When [`Options::url`] is no absolute URL or [`Options::charset`] no known label.
    pub fn new(options: Options) -> Result<Self, Error> {
        let decoder = Some(PageDecoder::new(options.charset.as_deref())?);
        Self::with_decoder(decoder, options)
    }

    /// A cleaner for a page that is already text: [`Cleaner::write`] then takes UTF-8, whatever the page declares.
    ///
    /// # Errors
    /// When [`Options::url`] is no absolute URL.
    pub fn for_text(options: Options) -> Result<Self, Error> {
        let decoder = Some(PageDecoder::for_text());
        Self::with_decoder(decoder, options)
    }

    fn with_decoder(decoder: Option<PageDecoder>, options: Options) -> Result<Self, Error> {
        let base = base(&options)?;
        let sweep = Sweep::new(&options.limits).keeping(options.site_rules.attributes(base.host()));
        Ok(Self { options, base, decoder, sweep })
    }

    /// Takes the next bytes of the page. Chunks may end anywhere, also inside a character.
    pub fn write(&mut self, chunk: &[u8]) {
        if let Some(decoder) = &mut self.decoder {
            decoder.write(chunk, &mut |text| self.sweep.write(text));
        }
    }

    /// Says that the page is complete, and gives its article.
    #[must_use]
    pub fn end(mut self) -> Outcome {
        if let Some(decoder) = self.decoder.take() {
            decoder.end(&mut |text| self.sweep.write(text));
        }
        finish(self.sweep.end(), self.base, &self.options)
    }

    /// The same, but for the writing.
    pub(crate) fn read(mut self) -> Result<Read, Box<NoArticle>> {
        if let Some(decoder) = self.decoder.take() {
            decoder.end(&mut |text| self.sweep.write(text));
        }
        read(self.sweep.end(), self.base, &self.options, Models::built_in().as_ref())
    }
}

fn base(options: &Options) -> Result<Base, Error> {
    Ok(Base::new(options.url.as_deref())?.without_tracking(options.remove_tracking_parameters))
}

/// From the tape to the article.
pub(crate) fn finish(swept: Swept, base: Base, options: &Options) -> Outcome {
    finish_with(swept, base, options, Models::built_in().as_ref())
}

/// [`finish`] with other models than the built-in ones, or with none.
pub(crate) fn finish_with(swept: Swept, base: Base, options: &Options, models: Option<&Models<'_>>) -> Outcome {
    match read(swept, base, options, models) {
        Ok(read) => Outcome::Article(Box::new(write(read, options))),
        Err(nothing) => Outcome::NoArticle(nothing),
    }
}

/// A page's article before it is written.
pub(crate) struct Read {
    pub(crate) document: Document,
    pub(crate) text: String,
    pub(crate) metadata: Metadata,
    pub(crate) neighbours: Neighbours,
    pub(crate) trace: Option<Trace>,
    page_type: PageType,
    quality: f32,
}

fn read(swept: Swept, base: Base, options: &Options, models: Option<&Models<'_>>) -> Result<Read, Box<NoArticle>> {
    let Swept { mut tape, length, limited } = swept;
    tape.take_hints(&options.hints);
    let base = base.with_base_element(base_href(&tape));
    let (found, limited) = match options.site_rules.find(&tape, base.host()) {
        Ok(found) => (found, limited),
        Err(TooCostly) => (Found::default(), true),
    };
    let blocks = blocks(&tape);
    let mut metadata = metadata(&tape, &blocks, &base);
    give(&mut metadata, &found, &tape, &base);
    if options.raw_metadata {
        add_raw(&mut metadata, &tape);
    }
    let marks = Marks::new(&tape, &found);
    let known = Known { url: options.url.as_deref(), title: metadata.title.as_deref(), marks: Some(&marks), page_type: None };
    let mut classified = classify(&tape, &blocks, known, models);
    let corrections = correct(&tape, &blocks, options, &mut classified);
    let plan = plan(&tape, &blocks, &classified, &corrections);
    let document = compose(&tape, &plan, &base, metadata.title.as_deref(), &options.iframes);
    let text = render::text(&document);
    complete(&mut metadata, &document, &text, classified.page_type);
    let trace = options.trace.then(|| trace(&tape, &plan));

    if let Some(reason) = reason(&tape, length, limited, blocks::count(&text).words, classified.is_shell) {
        let text_content = all_text(&tape, &blocks);
        return Err(Box::new(NoArticle { reason, message: reason.message().to_owned(), text_content, metadata, trace }));
    }
    let neighbours = match classified.page_type {
        // The pages of a list are no parts of a text.
        PageType::Listing | PageType::Collection | PageType::Product | PageType::Service => Neighbours::default(),
        _ => {
            let address = options.url.as_deref().or(metadata.canonical_url.as_deref());
            address.map(|address| neighbours(&tape, &base, address)).unwrap_or_default()
        }
    };
    let Classified { page_type, quality, .. } = classified;
    Ok(Read { document, text, metadata, neighbours, trace, page_type, quality })
}

/// Writes an article in its three forms.
pub(crate) fn write(read: Read, options: &Options) -> Article {
    let Read { document, text, metadata, neighbours, trace, page_type, quality } = read;
    let counts = blocks::count(&text);
    let mut markdown = render::markdown(&document);
    if options.front_matter {
        markdown.insert_str(0, &render::front_matter(&metadata, options.url.as_deref()));
    }
    Article {
        metadata,
        content: render::html(&document),
        markdown,
        length: text.chars().count(),
        word_count: counts.words as usize,
        reading_time: summary::reading_time(&counts),
        images: summary::images(&document),
        toc: summary::toc(&document),
        page_type,
        quality: (f64::from(quality) * 100.0).round() / 100.0,
        next_page: neighbours.next.map(SafeUrl::into_string),
        previous_page: neighbours.previous.map(SafeUrl::into_string),
        text_content: text,
        trace,
    }
}

fn reason(tape: &Tape, length: usize, limited: bool, words: u32, is_shell: bool) -> Option<Reason> {
    let is_html = tape.elements().iter().any(|element| element.ordinal.is_some() && element.tag != Tag::Other);
    if limited {
        Some(Reason::LimitExceeded)
    } else if length == 0 {
        Some(Reason::EmptyInput)
    } else if !is_html {
        Some(Reason::NotHtml)
    } else if words < summary::MIN_WORDS {
        Some(if is_shell { Reason::NeedsScripts } else { Reason::TooLittleText })
    } else {
        None
    }
}

fn base_href(tape: &Tape) -> Option<&str> {
    let index = tape.elements().iter().position(|element| element.tag == Tag::Base)?;
    tape.attr(ElementId(index as u32), Attr::Href)
}

/// The text of all blocks, a line each.
fn all_text(tape: &Tape, blocks: &[blocks::Block]) -> String {
    blocks.iter().map(|block| block.text(tape)).collect::<Vec<_>>().join("\n")
}
