//! Grids of cards: several like things side by side, each with a link. On a listing they are the content; under an
//! article they are teasers of others.

use super::Label;
use super::outline::Outline;
use super::region::Region;
use crate::article::Removed;
use crate::html::Tag;
use crate::tape::ElementId;

/// Fewer cards are no grid.
const MIN_CARDS: usize = 3;
/// A card's text is short.
const MAX_CARD_WORDS: u32 = 70;
/// The share of an element's children that must be cards.
const MOSTLY_CARDS: f32 = 0.75;

/// Drops the grids of teasers in a region.
pub(crate) fn drop_grids(outline: &Outline<'_>, region: &Region, labels: &mut [Label]) {
    let within = region.span();
    let words = outline.sums(within.clone()).words;
    let mut skip = 0;
    for id in outline.elements() {
        let range = outline.range(id);
        if range.start < skip
            || range.start < within.start
            || range.end > within.end
            || range.len() < MIN_CARDS
            || Some(id) == region.holder
        {
            continue;
        }
        let sums = outline.of(id);
        if sums.words * 2 > words || !is_grid(outline, id) {
            continue;
        }
        for label in &mut labels[range.clone()] {
            if *label == Label::Content {
                *label = Label::Boilerplate(Removed::Related);
            }
        }
        skip = range.end;
    }
}

fn is_grid(outline: &Outline<'_>, id: ElementId) -> bool {
    if matches!(outline.tape.tag(id), Tag::P | Tag::Table | Tag::Tbody | Tag::Tr | Tag::Blockquote | Tag::Dl | Tag::Figure)
        || outline.parts(id).links < 3
    {
        return false;
    }
    let (mut cards, mut others) = (0_usize, 0_usize);
    for child in outline.children(id) {
        match is_card(outline, child) {
            true => cards += 1,
            false => others += 1,
        }
    }
    cards >= MIN_CARDS && cards as f32 >= MOSTLY_CARDS * (cards + others) as f32
}

/// A short part with a link on its heading or picture.
fn is_card(outline: &Outline<'_>, id: ElementId) -> bool {
    let sums = outline.of(id);
    let parts = outline.parts(id);
    let blocks = outline.range(id).len();
    sums.words > 0
        && sums.words <= MAX_CARD_WORDS
        && parts.links > 0
        && (parts.images > 0 || (parts.headings > 0 && blocks > 1))
        && sums.link_density() > 0.25
}
