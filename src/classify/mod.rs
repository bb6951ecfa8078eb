//! Blocks → labels: what is article, and of the rest, why not.

mod alike;
mod cards;
mod hard;
pub(crate) mod learned;
mod lexicon;
mod lines;
pub(crate) mod model;
mod outline;
mod page_type;
mod posts;
mod quality;
mod region;
mod repair;
mod ruled;
mod shell;
mod soft;
#[cfg(test)]
mod tests;

use crate::article::{PageType, Removed};
use crate::blocks::Block;
use crate::features::Page;
use crate::marks::Marks;
use crate::summary::MIN_WORDS;
use crate::tape::{Event, Tape};

use hard::{Comments, Strictness};
pub(crate) use learned::Models;
use outline::{Outline, Sums};
use region::{Mode, Region};

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
    /// The block of the standfirst, where it stands apart from the text.
    pub(crate) standfirst: Option<usize>,
    /// Of each element, if it goes for what it is.
    pub(crate) hard: Vec<Option<Removed>>,
    pub(crate) page_type: PageType,
    pub(crate) quality: f32,
    /// Whether the page is empty until its scripts run.
    pub(crate) is_shell: bool,
}

/// What is known of a page beside its tape.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known<'a> {
    /// The page's own address.
    pub(crate) url: Option<&'a str>,
    /// Its title, without the site's name.
    pub(crate) title: Option<&'a str>,
    /// What is known of single elements.
    pub(crate) marks: Option<&'a Marks>,
    /// What kind of page it is, where that is known better than its own words tell.
    pub(crate) page_type: Option<PageType>,
}

/// Labels each block of a page: by the rules first, then by models, if there are any, that know what the rules say.
pub(crate) fn classify(tape: &Tape, blocks: &[Block], known: Known<'_>, models: Option<&Models<'_>>) -> Classified {
    let outline = Outline::new(tape, blocks);
    if let Some(classified) = ruled::ruled(&outline, known) {
        return classified;
    }
    let mut classified = by_rules(&outline, known);
    if let Some(models) = models.filter(|_| blocks.len() <= MOST_BLOCKS) {
        let page = Page::new(tape, blocks);
        let page_type = learned::page_type(&page, classified.page_type, &models.pages);
        if page_type != classified.page_type {
            classified = by_rules(&outline, Known { page_type: Some(page_type), ..known });
        }
        let by_rules = classified.labels.clone();
        learned::reconsider(&page, tape, blocks, &mut classified, &models.blocks);
        if Mode::of(classified.page_type) != Mode::Article {
            alike::restore_alike(&outline, Mode::of(classified.page_type), &by_rules, &mut classified.labels);
        }
        repair::restore_announced(&outline, &by_rules, &mut classified.labels);
        if Mode::of(classified.page_type) == Mode::Forum {
            posts::restore_posts(&outline, &by_rules, &mut classified.labels);
        }
        if Mode::of(classified.page_type) == Mode::Article {
            repair::restore_parts(&outline, &by_rules, &mut classified.labels);
            classified.standfirst = repair::restore_standfirst(&outline, &classified.hard, &mut classified.labels);
            repair::drop_empty_headings(&outline, 0..blocks.len(), &mut classified.labels);
        }
    }
    classified.quality *= quality::quality(&outline, &classified.labels);
    classified
}

/// Pages of more blocks are left to the rules: they are data, and the models take microseconds for each block.
const MOST_BLOCKS: usize = 20_000;

/// The rules' labels. The quality that they give is only how much to trust the attempt.
fn by_rules(outline: &Outline<'_>, known: Known<'_>) -> Classified {
    let full = Classified { is_shell: shell::is_shell(outline), ..attempt(outline, known, Strictness::Full) };
    if !is_too_little(outline, &full) {
        return full;
    }
    let softer = attempt(outline, known, Strictness::Structural);
    match kept(outline, &softer.labels).words > kept(outline, &full.labels).words {
        true => Classified { quality: quality::AFTER_RETRY, is_shell: full.is_shell, ..softer },
        false => full,
    }
}

/// Less than this share of the prose that could be a page's own is not enough. Reviewed pages come out best near here:
/// above it, pages with much hidden or side text get that text back.
const LEAST_KEPT: f32 = 0.2;

/// Whether names and hiddenness took most of the prose that could be the page's own.
fn is_too_little(outline: &Outline<'_>, classified: &Classified) -> bool {
    let sure = |label: &Label| matches!(label, Label::Boilerplate(reason) if hard::is_sure(*reason));
    let doubtful = outline.of_labels(&classified.labels, |label| !sure(label)).page().prose;
    let kept = kept(outline, &classified.labels);
    kept.words < MIN_WORDS || (kept.prose as f32) < LEAST_KEPT * doubtful as f32
}

fn kept(outline: &Outline<'_>, labels: &[Label]) -> Sums {
    outline.of_labels(labels, |label| *label == Label::Content).page()
}

/// On a forum, comments with less of the prose than this share of the rest hang on single posts.
const COMMENTS_SHARE: f32 = 0.6;

fn attempt(whole: &Outline<'_>, known: Known<'_>, strictness: Strictness) -> Classified {
    let (tape, blocks) = (whole.tape, whole.blocks);
    let mut hard = hard::reasons(whole, Comments::Aside, strictness, known.marks);
    let mut labels = hard_labels(tape, blocks, &hard);
    let mut outline = whole.of_content(&labels, &hard);
    let comments = whole.of_labels(&labels, |label| *label == Label::Boilerplate(Removed::Comments)).page();
    let page_type = known.page_type.unwrap_or_else(|| page_type::page_type(&outline, comments, known.url));
    if page_type == PageType::Forum && comments.prose as f32 > COMMENTS_SHARE * outline.page().prose as f32 {
        hard = hard::reasons(whole, Comments::Content, strictness, known.marks);
        labels = hard_labels(tape, blocks, &hard);
        outline = whole.of_content(&labels, &hard);
    }
    if let Some(region) = region::region(&outline, Mode::of(page_type)) {
        let region = match Mode::of(page_type) {
            Mode::Article => region.with_head(&outline, |index| labels[index] == Label::Content),
            _ => region,
        };
        select(&outline, page_type, &region, known, &mut labels);
    }
    Classified { labels, standfirst: None, hard, page_type, quality: 1.0, is_shell: false }
}

/// Decides on all blocks that no hard reason took.
fn select(outline: &Outline<'_>, page_type: PageType, region: &Region, known: Known<'_>, labels: &mut [Label]) {
    let mode = Mode::of(page_type);
    let range = region.span();
    let members = region.members();
    for (index, label) in labels.iter_mut().enumerate() {
        let is_member = range.contains(&index) && members[index - range.start];
        if *label == Label::Content && !is_member {
            *label = Label::Boilerplate(Removed::Boilerplate);
        }
    }
    repair::drop_title(outline, range.clone(), known.title, labels);
    repair::drop_sections(outline, mode, region, labels);
    if matches!(mode, Mode::Article | Mode::Product) {
        cards::drop_grids(outline, region, labels);
    }
    soft::decide(outline, mode, range.clone(), labels);
    if page_type != PageType::Documentation {
        soft::drop_duplicates(outline, mode, range.clone(), labels);
    }
    if mode == Mode::Article {
        repair::drop_empty_headings(outline, range, labels);
    }
}

fn hard_labels(tape: &Tape, blocks: &[Block], hard: &[Option<Removed>]) -> Vec<Label> {
    blocks.iter().map(|block| hard_label(tape, block, hard)).collect()
}

/// A block goes when all its text does.
pub(crate) fn hard_label(tape: &Tape, block: &Block, hard: &[Option<Removed>]) -> Label {
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
