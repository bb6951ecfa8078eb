//! `clean`, fed by chunks.

use crate::article::{Article, NoArticle, Outcome, Reason};
use crate::blocks::{self, blocks};
use crate::classify::{Known, Models, classify};
use crate::compose::compose;
use crate::encoding::PageDecoder;
use crate::error::Error;
use crate::html::{Attr, Tag};
use crate::metadata::{complete, metadata};
use crate::options::Options;
use crate::plan::{plan, trace};
use crate::sweep::{Sweep, Swept};
use crate::tape::{ElementId, Tape};
use crate::urls::Base;
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
        Ok(Self { base: Base::new(options.url.as_deref())?, decoder, sweep: Sweep::new(&options.limits), options })
    }

    /// A cleaner for a page that is already text: [`Cleaner::write`] then takes UTF-8, whatever the page declares.
    ///
    /// # Errors
    /// When [`Options::url`] is no absolute URL.
    pub fn for_text(options: Options) -> Result<Self, Error> {
        let decoder = Some(PageDecoder::for_text());
        Ok(Self { base: Base::new(options.url.as_deref())?, decoder, sweep: Sweep::new(&options.limits), options })
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
}

/// From the tape to the article.
pub(crate) fn finish(swept: Swept, base: Base, options: &Options) -> Outcome {
    finish_with(swept, base, options, Models::built_in().as_ref())
}

/// [`finish`] with other models than the built-in ones, or with none.
pub(crate) fn finish_with(swept: Swept, base: Base, options: &Options, models: Option<&Models<'_>>) -> Outcome {
    let Swept { tape, length, limited } = swept;
    let base = base.with_base_element(base_href(&tape));
    let blocks = blocks(&tape);
    let mut metadata = metadata(&tape, &blocks, &base);
    let known = Known { url: options.url.as_deref(), title: metadata.title.as_deref() };
    let classified = classify(&tape, &blocks, known, models);
    let plan = plan(&tape, &blocks, &classified);
    let document = compose(&tape, &plan, &base, metadata.title.as_deref());
    let text_content = render::text(&document);
    complete(&mut metadata, &document, &text_content, classified.page_type);
    let trace = options.trace.then(|| trace(&tape, &plan));
    let (_, words) = blocks::count(&text_content);

    if let Some(reason) = reason(&tape, length, limited, words, classified.is_shell) {
        let text_content = all_text(&tape, &blocks);
        return Outcome::NoArticle(Box::new(NoArticle { reason, message: reason.message().to_owned(), text_content, metadata, trace }));
    }
    Outcome::Article(Box::new(Article {
        metadata,
        content: render::html(&document),
        markdown: render::markdown(&document),
        length: text_content.chars().count(),
        word_count: words as usize,
        reading_time: summary::reading_time(&text_content),
        images: summary::images(&document),
        toc: summary::toc(&document),
        page_type: classified.page_type,
        quality: (f64::from(classified.quality) * 100.0).round() / 100.0,
        text_content,
        trace,
    }))
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
