//! Facts about the finished article: how long it takes to read, its pictures, its headings.

use foldhash::{HashSet, HashSetExt};

use crate::article::{Image, TocEntry};
use crate::blocks::Counts;
use crate::document::{BlockKind, Document, Inline, each_block};
use crate::render::inline_text;

/// Fewer words than this are no article: a sentence or two.
pub(crate) const MIN_WORDS: u32 = 15;

/// Silent reading of English non-fiction, words a minute: the mean of 190 studies (Brysbaert 2019).
const WORDS_PER_MINUTE: f64 = 238.0;

/// Where each character is a word, characters a minute: between the rates measured for Chinese (255 words of about 1.6
/// characters) and Japanese (Trauzettel-Klosinski and Dietz 2012, and Brysbaert 2019), rounded.
const CHARACTERS_PER_MINUTE: f64 = 500.0;

/// Whole minutes to read a text, rounded up.
pub(crate) fn reading_time(counts: &Counts) -> u32 {
    let (words, alone) = (f64::from(counts.words - counts.alone), f64::from(counts.alone));
    (words / WORDS_PER_MINUTE + alone / CHARACTERS_PER_MINUTE).ceil() as u32
}

/// The article's headings that can be linked to.
pub(crate) fn toc(document: &Document) -> Vec<TocEntry> {
    let mut toc = Vec::new();
    each_block(&document.blocks, &mut |block| {
        if let (BlockKind::Heading { level, inlines }, Some(id)) = (&block.kind, &block.id) {
            toc.push(TocEntry { level: *level, id: id.as_str().to_owned(), text: inline_text(inlines) });
        }
    });
    toc
}

/// The article's pictures.
pub(crate) fn images(document: &Document) -> Vec<Image> {
    let mut images = Vec::new();
    let mut seen = HashSet::new();
    each_block(&document.blocks, &mut |block| match &block.kind {
        BlockKind::Paragraph(inlines) => push_images(inlines, None, &mut seen, &mut images),
        BlockKind::Figure { blocks, caption } => {
            let caption = Some(inline_text(caption)).filter(|text| !text.is_empty());
            for block in blocks {
                if let BlockKind::Paragraph(inlines) = &block.kind {
                    push_images(inlines, caption.as_deref(), &mut seen, &mut images);
                }
            }
        }
        _ => {}
    });
    images
}

fn push_images<'a>(inlines: &'a [Inline], caption: Option<&str>, seen: &mut HashSet<&'a str>, images: &mut Vec<Image>) {
    for inline in inlines {
        match inline {
            Inline::Image(image) if seen.insert(image.src.as_str()) => images.push(Image {
                src: image.src.as_str().to_owned(),
                alt: image.alt.clone(),
                caption: caption.map(str::to_owned),
                width: image.width,
                height: image.height,
            }),
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => {
                push_images(inner, caption, seen, images);
            }
            _ => {}
        }
    }
}
