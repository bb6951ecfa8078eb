//! The learned second opinion: it reads the page's features and what the rules say of each block, and decides all that
//! the rules did not drop for what it is.

use std::collections::HashMap;

use super::model::Model;
use super::{Classified, Label, hard_label};
use crate::article::{PageType, Removed};
use crate::blocks::Block;
use crate::features::{Page, Scores, Sink, best_cut};
use crate::tape::Tape;

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

/// Lets the model decide what the rules left to decide.
pub(crate) fn decide(tape: &Tape, blocks: &[Block], rules: &mut Classified, model: &Model<'_>) {
    let page = Page::new(tape, blocks);
    let opinion = opinion(tape, blocks, rules);
    let scores = likelihoods(&page, &opinion, rules.page_type, model);
    let cut = best_cut(&scores, |index| page.words(index) as f32);
    let mut keeps: Vec<bool> = scores.iter().map(|score| *score >= cut.threshold && *score > 0.0).collect();
    if !keeps.contains(&true) {
        return;
    }
    if rules.page_type != PageType::Documentation {
        drop_twins(&page, &scores, &mut keeps);
    }
    for ((label, keep), opinion) in rules.labels.iter_mut().zip(keeps).zip(opinion) {
        match (*label, keep) {
            (Label::Boilerplate(_), true) if opinion > HARD => *label = Label::Content,
            (Label::Content, false) => *label = Label::Boilerplate(Removed::Boilerplate),
            _ => {}
        }
    }
}

/// How likely each block is article. What the rules dropped for what it is, is not.
fn likelihoods(page: &Page<'_>, opinion: &[f32], page_type: PageType, model: &Model<'_>) -> Vec<f32> {
    let scores = Scores::new(page, opinion);
    let mut row = Vec::new();
    let likelihood = |(index, score): (usize, &f32)| {
        if *score <= HARD {
            return 0.0;
        }
        row.clear();
        write_row(page, &scores, page_type, index, &mut row);
        model.likelihood(&row)
    };
    opinion.iter().enumerate().map(likelihood).collect()
}

/// Shorter texts may well be said twice.
const MIN_TWIN_WORDS: u32 = 8;

/// Of texts that are there more than once, as for phones and for desks, the likeliest stays.
fn drop_twins(page: &Page<'_>, scores: &[f32], keeps: &mut [bool]) {
    let mut best: HashMap<u64, usize> = HashMap::new();
    for index in 0..scores.len() {
        if !keeps[index] || page.words(index) < MIN_TWIN_WORDS {
            continue;
        }
        let Some(known) = best.insert(page.text_hash(index), index) else { continue };
        // A page says a thing twice in a row on purpose.
        if page.around(index) == page.around(known) {
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
