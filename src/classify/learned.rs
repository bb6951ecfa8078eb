//! The learned second opinion: it reads the page's features and what the rules say of each block, and decides all that
//! the rules did not drop for what it is.

use foldhash::{HashMap, HashMapExt};

use super::model::{BLOCKS, LANES, Model, PAGES};
use super::soft::is_furniture;
use super::{Classified, Label, hard_label, lines};
use crate::article::{PageType, Removed};
use crate::blocks::Block;
use crate::features::{Page, Scores, Sink, best_cut};
use crate::html::Tag;
use crate::tape::{Event, Tape};

/// What the rules' labels count as when a model reads them as scores: what is dropped for what it is scores less than
/// what only lost.
const CONTENT: f32 = 1.0;
const LOST: f32 = 0.25;
const HARD: f32 = 0.0;

/// The rules' labels as scores.
pub(crate) fn opinion(tape: &Tape, blocks: &[Block], rules: &Classified) -> Vec<f32> {
    let scores = blocks.iter().zip(&rules.labels).map(|(block, label)| match (label, hard_label(tape, block, &rules.hard)) {
        (Label::Content, _) => CONTENT,
        (_, Label::Content) => LOST,
        _ => HARD,
    });
    scores.collect()
}

/// Page types in the order of their features.
const TYPES: [PageType; 7] = [
    PageType::Article,
    PageType::Collection,
    PageType::Documentation,
    PageType::Forum,
    PageType::Listing,
    PageType::Product,
    PageType::Service,
];

/// Writes the row of a block that the model reads.
pub(crate) fn write_row(page: &Page<'_>, scores: &Scores<'_>, page_type: PageType, index: usize, out: &mut impl Sink) {
    page.write_scores(index, scores, out);
    for known in TYPES {
        out.put("page-type", f32::from(u8::from(known == page_type)));
    }
    page.write_block(index, out);
}

/// Writes the row of a page that the model of pages reads.
pub(crate) fn write_page_row(page: &Page<'_>, page_type: PageType, out: &mut impl Sink) {
    page.write_page(out);
    for known in TYPES {
        out.put("page-type", f32::from(u8::from(known == page_type)));
    }
}

/// The trained models.
pub(crate) struct Models<'a> {
    /// Says how likely a block is article.
    pub(crate) blocks: Model<'a>,
    /// Says of what type a page is.
    pub(crate) pages: Model<'a>,
}

impl<'a> Models<'a> {
    /// Those of two model files.
    pub(crate) fn new([blocks, pages]: [&'a [u8]; 2]) -> Option<Self> {
        Some(Self { blocks: Model::new(blocks)?, pages: Model::new(pages)? })
    }
}

impl Models<'static> {
    /// Those that are built in.
    pub(crate) fn built_in() -> Option<Self> {
        Self::new([BLOCKS, PAGES])
    }
}

/// What kind of page it is, given what the rules say. A page that says nothing of its kind has none to the model either.
pub(crate) fn page_type(page: &Page<'_>, by_rules: PageType, model: &Model<'_>) -> PageType {
    if by_rules == PageType::Other {
        return by_rules;
    }
    let mut row = Vec::new();
    write_page_row(page, by_rules, &mut row);
    let Some(sums) = model.sums::<{ TYPES.len() }>(&[row]).next() else { return by_rules };
    let worth = |page_type: PageType| if page_type == by_rules { WORTH_OF_RULES } else { 0.0 };
    let sums = sums.into_iter().zip(TYPES).map(|(sum, page_type)| (sum + worth(page_type), page_type));
    sums.max_by(|a, b| a.0.total_cmp(&b.0)).map_or(by_rules, |(_, page_type)| page_type)
}

/// What the rules' page type weighs beside the model's sums: in cross-validation it makes as few mistakes as none, and
/// articles and forums, which the rules know best, stay so.
const WORTH_OF_RULES: f32 = 0.6;

/// Lets a model decide what the rules left to decide.
pub(crate) fn reconsider(page: &Page<'_>, tape: &Tape, blocks: &[Block], rules: &mut Classified, model: &Model<'_>) {
    let keeps = keeps(page, tape, blocks, rules, model);
    if !keeps.contains(&true) {
        return;
    }
    for ((block, label), keep) in blocks.iter().zip(&mut rules.labels).zip(keeps) {
        match (*label, keep) {
            (Label::Boilerplate(_), true) => {
                *label = Label::Content;
                pardon(tape, block, &mut rules.hard);
            }
            (Label::Content, false) => *label = Label::Boilerplate(Removed::Boilerplate),
            _ => {}
        }
    }
}

/// Elements whose text may well be short.
const fn is_in_rows(tag: Tag) -> bool {
    matches!(tag, Tag::Li | Tag::Dt | Tag::Dd | Tag::Td | Tag::Th | Tag::Pre | Tag::Figcaption)
}

/// More likely article than not: on an article page, less brings nothing back that the rules dropped, and nothing brings
/// back dates, bylines and labels.
const LIKELY: f32 = 0.5;

/// The cut is this much lower than the best one: word F1 is as good in cross-validation, and more of what must stay does.
const LENIENCE: f32 = 0.95;

/// Of each block, whether it is better kept.
fn keeps(page: &Page<'_>, tape: &Tape, blocks: &[Block], rules: &Classified, model: &Model<'_>) -> Vec<bool> {
    let is_article = rules.page_type == PageType::Article;
    let opinion = opinion(tape, blocks, rules);
    // "Read more: …" among an article's paragraphs.
    let leads_elsewhere =
        |index: usize| rules.labels[index] == Label::Boilerplate(Removed::Related) && lines::beginning(&blocks[index].text(tape)).is_some();
    let is_asked = |index: usize| is_asked(rules.labels[index], opinion[index], rules.page_type) && !(is_article && leads_elsewhere(index));
    let asked: Vec<bool> = (0..blocks.len()).map(is_asked).collect();
    let scores = likelihoods(page, &opinion, &asked, rules.page_type, model);
    let cut = LENIENCE * best_cut(&scores, |index| page.words(index) as f32);
    let is_loose = |index: usize| !is_in_rows(blocks[index].tag(tape));
    let least = |index: usize| match opinion[index] < CONTENT && is_article {
        true if is_loose(index) && is_furniture(tape, &blocks[index]) => f32::INFINITY,
        true => cut.max(LIKELY),
        // A count of votes, of answers, of pages.
        false if is_loose(index) && page.is_number(index) => cut.max(LIKELY),
        false => cut,
    };
    let mut keeps: Vec<bool> = (0..scores.len()).map(|index| scores[index] > 0.0 && scores[index] >= least(index)).collect();
    if rules.page_type != PageType::Documentation {
        drop_twins(page, &opinion, &scores, &mut keeps);
    }
    keeps
}

/// Whether the model is asked of a block that the rules labelled so. What they dropped for what it is stays away, but for
/// three reasons beside articles and manuals: much that is hidden is but folded away, and much that is named for its
/// relations or as a comment is what the page is there for. What they dropped for what it says comes back on manuals and
/// service pages alone, or if it is said to lead elsewhere: for the rest, cross-validation has the rules right more often.
fn is_asked(label: Label, opinion: f32, page_type: PageType) -> bool {
    let is_hard = opinion <= HARD;
    match label {
        Label::Content => true,
        Label::Boilerplate(Removed::Title) => false,
        Label::Boilerplate(Removed::Hidden | Removed::Related | Removed::Comments) if is_hard => {
            !matches!(page_type, PageType::Article | PageType::Documentation)
        }
        // What a post quotes stands further up.
        Label::Boilerplate(Removed::Duplicate) if page_type == PageType::Forum => false,
        Label::Boilerplate(Removed::Boilerplate | Removed::Meta | Removed::Links | Removed::Duplicate | Removed::Related) => !is_hard,
        Label::Boilerplate(_) => !is_hard && matches!(page_type, PageType::Documentation | PageType::Service),
    }
}

/// Takes back what the rules said of the elements that hold a block's texts.
fn pardon(tape: &Tape, block: &Block, hard: &mut [Option<Removed>]) {
    for event in &tape.events()[block.events.start as usize..block.events.end as usize] {
        if let Event::Text(id) = *event
            && let Some(parent) = tape.text_parent(id)
            && matches!(hard[parent.index()], Some(Removed::Hidden | Removed::Related | Removed::Comments))
        {
            hard[parent.index()] = None;
        }
    }
}

/// How likely each block is article. Those that the model is not asked of are not.
fn likelihoods(page: &Page<'_>, opinion: &[f32], asked: &[bool], page_type: PageType, model: &Model<'_>) -> Vec<f32> {
    let scores = Scores::new(page, opinion);
    let indices: Vec<usize> = (0..asked.len()).filter(|index| asked[*index]).collect();
    let mut likelihoods = vec![0.0; asked.len()];
    let mut rows: [Vec<f32>; LANES] = Default::default();
    for indices in indices.chunks(LANES) {
        for (index, row) in indices.iter().zip(&mut rows) {
            row.clear();
            write_row(page, &scores, page_type, *index, row);
        }
        for (index, likelihood) in indices.iter().zip(model.likelihoods(&rows[..indices.len()])) {
            likelihoods[*index] = likelihood;
        }
    }
    likelihoods
}

/// Shorter texts may well be said twice.
pub(super) const MIN_TWIN_WORDS: u32 = 8;

/// Of texts that are there more than once, as for phones and for desks, the likeliest stays.
fn drop_twins(page: &Page<'_>, opinion: &[f32], scores: &[f32], keeps: &mut [bool]) {
    let mut best: HashMap<u64, usize> = HashMap::new();
    for index in 0..scores.len() {
        if !keeps[index] || page.words(index) < MIN_TWIN_WORDS {
            continue;
        }
        let Some(known) = best.insert(page.text_hash(index), index) else { continue };
        // A page says a thing twice in a row on purpose; and the rules, which know repeats, have both stay for a reason.
        if page.around(index) == page.around(known) || (opinion[index] == CONTENT && opinion[known] == CONTENT) {
            continue;
        }
        let (stays, goes) = match scores[index] > scores[known] + SAME {
            true => (index, known),
            false => (known, index),
        };
        keeps[goes] = false;
        best.insert(page.text_hash(index), stays);
    }
}

/// Scores this near to each other are the same: then the first text stays.
const SAME: f32 = 0.001;
