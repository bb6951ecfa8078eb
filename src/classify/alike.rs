//! Things of one make side by side (cards, rows, posts): their like parts stay together.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashMapExt, HashSet};

use super::Label;
use super::learned::MIN_TWIN_WORDS;
use super::outline::Outline;
use super::region::Mode;
use crate::blocks::Block;
use crate::html::{Attr, Tag};
use crate::tape::ElementId;

/// Fewer things of one make may well differ.
const MIN_ALIKE: usize = 4;
/// A part that so many of them keep is no accident of one.
const MOSTLY_KEPT: f32 = 0.5;
/// A part that differs from thing to thing says what each of them is: that few keep it is enough. Found on reviewed pages of many
/// sites, where a fiftieth does as well.
const TOLD_APART: f32 = 0.1;
/// A part with fewer texts for so many things is a label, or a button.
const OWN_TEXTS: f32 = 0.3;

/// Of the like parts of like things, brings back those that the rules kept where most of the others are kept: a price on
/// each card, an author on each post; and what tells things apart where some are kept: the names in a list.
pub(crate) fn restore_alike(outline: &Outline<'_>, mode: Mode, by_rules: &[Label], labels: &mut [Label]) {
    let is_lost = |index: usize, labels: &[Label]| by_rules[index] == Label::Content && labels[index] != Label::Content;
    if !(0..labels.len()).any(|index| is_lost(index, labels)) {
        return;
    }
    let mut said = said(outline, labels);
    for group in groups(outline, by_rules) {
        let kept = group.iter().filter(|index| labels[**index] == Label::Content).count();
        let least = if mode != Mode::Forum && tells_apart(outline, &group) { TOLD_APART } else { MOSTLY_KEPT };
        if (kept as f32) < least * group.len() as f32 {
            continue;
        }
        for index in group {
            let block = &outline.blocks[index];
            if is_lost(index, labels) && (block.words < MIN_TWIN_WORDS || said.insert(outline.text(block))) {
                labels[index] = Label::Content;
            }
        }
    }
}

/// Whether most things have a text of their own in one place.
fn tells_apart(outline: &Outline<'_>, group: &[usize]) -> bool {
    let texts: HashSet<String> = group.iter().map(|index| outline.text(&outline.blocks[*index])).collect();
    texts.len() as f32 >= OWN_TEXTS * group.len() as f32
}

/// The longer texts that are kept.
fn said(outline: &Outline<'_>, labels: &[Label]) -> HashSet<String> {
    let is_long = |(block, label): &(&Block, &Label)| **label == Label::Content && block.words >= MIN_TWIN_WORDS;
    outline.blocks.iter().zip(labels).filter(is_long).map(|(block, _)| outline.text(block)).collect()
}

/// The blocks that the rules kept, by their place in one of many things of a make; in the order of the first of each.
fn groups(outline: &Outline<'_>, by_rules: &[Label]) -> Vec<Vec<usize>> {
    let makes: Vec<u64> = outline.elements().map(|id| make(outline, id)).collect();
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for id in outline.elements().filter(|id| !outline.range(*id).is_empty()) {
        *counts.entry(makes[id.index()]).or_default() += 1;
    }
    let is_one_of_many = |id: &ElementId| counts.get(&makes[id.index()]).is_some_and(|count| *count >= MIN_ALIKE);
    let mut places: HashMap<u64, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, block) in outline.blocks.iter().enumerate().filter(|(index, _)| by_rules[*index] == Label::Content) {
        let around: Vec<_> = block.container.into_iter().flat_map(|id| outline.tape.ancestors(id)).collect();
        let Some(thing) = around.iter().rposition(is_one_of_many) else { continue };
        let inside: Vec<_> = around[..thing].iter().map(|id| name(outline, *id)).collect();
        let place = FixedState::default().hash_one((makes[around[thing].index()], inside));
        let group = *places.entry(place).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(index);
    }
    groups.retain(|group| group.len() >= MIN_ALIKE);
    groups
}

/// What the children of one element have in common that are of one make.
fn make(outline: &Outline<'_>, id: ElementId) -> u64 {
    FixedState::default().hash_one((outline.tape.element(id).parent, name(outline, id)))
}

/// The tag, and the first of the classes: the others tell things apart that are of a kind.
fn name<'a>(outline: &Outline<'a>, id: ElementId) -> (Tag, &'a str) {
    let class = outline.tape.attr(id, Attr::Class).unwrap_or_default();
    (outline.tape.tag(id), class.split_ascii_whitespace().next().unwrap_or_default())
}
