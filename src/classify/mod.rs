//! Blocks → labels: what is article, and of the rest, why not.

mod cards;
mod hard;
pub(crate) mod learned;
mod lexicon;
mod lines;
pub(crate) mod model;
mod outline;
mod page_type;
mod region;
mod repair;
mod soft;

use crate::article::{PageType, Removed};
use crate::blocks::Block;
use crate::tape::{Event, Tape};

use hard::Strictness;
use outline::Outline;
use region::Mode;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Content,
    Boilerplate(Removed),
}

/// What classification says of a page.
#[derive(Debug)]
pub(crate) struct Classified {
    /// Of each block.
    pub(crate) labels: Vec<Label>,
    /// Of each element, if it goes for what it is.
    pub(crate) hard: Vec<Option<Removed>>,
    pub(crate) page_type: PageType,
    pub(crate) quality: f32,
}

/// Labels each block of a page. `url` is the page's own address, if it is known.
pub(crate) fn classify(tape: &Tape, blocks: &[Block], url: Option<&str>, model: Option<&model::Model<'_>>) -> Classified {
    let mut classified = by_rules(tape, blocks, url);
    if let Some(model) = model {
        learned::decide(tape, blocks, &mut classified, model);
    }
    classified
}

/// What the rules alone say.
pub(crate) fn by_rules(tape: &Tape, blocks: &[Block], url: Option<&str>) -> Classified {
    let whole = Outline::new(tape, blocks);
    let mut hard = hard::reasons(&whole, PageType::Other, Strictness::Full);
    let mut labels = hard_labels(tape, blocks, &hard);
    let mut outline = whole.of_content(&labels);
    let page_type = page_type::page_type(&outline, url);
    if page_type == PageType::Forum {
        hard = hard::reasons(&whole, page_type, Strictness::Full);
        labels = hard_labels(tape, blocks, &hard);
        outline = whole.of_content(&labels);
    }
    let mode = match page_type {
        PageType::Article | PageType::Documentation => Mode::Article,
        PageType::Forum => Mode::Forum,
        PageType::Product => Mode::Product,
        PageType::Collection => Mode::Shop,
        _ => Mode::Wide,
    };
    if let Some(region) = region::region(&outline, mode) {
        let range = region.span();
        for (index, label) in labels.iter_mut().enumerate() {
            if *label == Label::Content && !region.contains(index) {
                *label = Label::Boilerplate(Removed::Boilerplate);
            }
        }
        repair::drop_sections(&outline, mode, &region, &mut labels);
        if matches!(mode, Mode::Article | Mode::Product) {
            cards::drop_grids(&outline, mode, &region, &mut labels);
        }
        soft::decide(&outline, mode, range.clone(), &mut labels);
        if page_type != PageType::Documentation {
            soft::drop_duplicates(&outline, mode, range.clone(), &mut labels);
        }
        if mode == Mode::Article {
            repair::drop_empty_headings(&outline, range, &mut labels);
        }
    }
    Classified { labels, hard, page_type, quality: 1.0 }
}

fn hard_labels(tape: &Tape, blocks: &[Block], hard: &[Option<Removed>]) -> Vec<Label> {
    blocks.iter().map(|block| hard_label(tape, block, hard)).collect()
}

/// A block goes when all its text does.
fn hard_label(tape: &Tape, block: &Block, hard: &[Option<Removed>]) -> Label {
    let mut reason = None;
    for event in &tape.events()[block.events.start as usize..block.events.end as usize] {
        if let Event::Text(id) = *event
            && !tape.text(id).trim_ascii().is_empty()
        {
            match tape.text_parent(id).and_then(|parent| hard[parent.index()]) {
                Some(found) => reason = reason.or(Some(found)),
                None => return Label::Content,
            }
        }
    }
    reason.map_or(Label::Content, Label::Boilerplate)
}
