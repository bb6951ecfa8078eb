//! Repairs: what single decisions can't see. A heading goes with what it heads, and without anything to head it goes.

use std::ops::Range;

use super::lines;
use super::outline::{Outline, is_prose};
use super::region::{Mode, Region};
use super::soft::is_furniture;
use super::{Label, hard_label, lexicon};
use crate::article::Removed;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event};

/// Blocks from the region's first in which the title may stand.
const TITLE_WITHIN: usize = 12;

/// The title stands in the metadata: where the text begins with it as a heading, or has it above, it goes. See
/// [`crate::Article::content`].
pub(crate) fn drop_title(outline: &Outline<'_>, range: Range<usize>, title: Option<&str>, labels: &mut [Label]) {
    let Some(title) = title.map(letters).filter(|title| !title.is_empty()) else { return };
    let is_heading = |index: &usize| outline.blocks[*index].tag(outline.tape).is_heading();
    let is_title = |index: &usize| is_heading(index) && letters(&outline.text(&outline.blocks[*index])) == title;
    let kept = range.clone().filter(|index| labels[*index] == Label::Content).take(TITLE_WITHIN).find(is_title);
    let above = || (0..range.start).rev().find(|index| labels[*index] == Label::Boilerplate(Removed::Boilerplate) && is_title(index));
    if let Some(index) = kept.or_else(above) {
        labels[index] = Label::Boilerplate(Removed::Title);
    }
}

/// The letters and digits of a text in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A section that a known heading heads goes, as far as its own element or the next heading of its level.
pub(crate) fn drop_sections(outline: &Outline<'_>, mode: Mode, region: &Region, labels: &mut [Label]) {
    let range = region.span();
    let prose = outline.sums(range.clone()).prose;
    let mut index = range.start;
    while index < range.end {
        let block = &outline.blocks[index];
        let may_head = labels[index] == Label::Content && block.words <= lines::MAX_WORDS;
        let heads = may_head.then(|| lines::heads(&outline.text(block)).filter(|reason| counts(*reason, mode))).flatten();
        let Some(reason) = heads else {
            index += 1;
            continue;
        };
        let section = section(outline, index, region, reason);
        if reason == Removed::Related && is_text(outline, section.clone()) {
            index += 1;
            continue;
        }
        let dropped = if is_droppable(outline, section.clone(), prose) { section } else { index..index + 1 };
        for label in labels[dropped.clone()].iter_mut().filter(|label| **label == Label::Content) {
            *label = Label::Boilerplate(reason);
        }
        index = dropped.end;
    }
}

/// No known heading takes more than this share of a region's prose with it.
const MOST_OF_REGION: f32 = 0.4;

fn is_droppable(outline: &Outline<'_>, section: Range<usize>, prose: u32) -> bool {
    let sums = outline.sums(section);
    sums.prose as f32 <= MOST_OF_REGION * prose as f32
}

/// Teasers are mostly links, even where each has a sentence; a text with fewer says something itself.
const TEXT_LINKS: f32 = 0.1;

/// Whether a section is a text of its own, whatever its heading is called: recommendations, related work.
fn is_text(outline: &Outline<'_>, section: Range<usize>) -> bool {
    let sums = outline.sums(section);
    2 * sums.prose > sums.words && sums.link_density() < TEXT_LINKS
}

/// What the block at `index` heads: the rest of the smallest element that holds more than it, or, where that is the
/// whole region, what comes up to the next heading of its level.
fn section(outline: &Outline<'_>, index: usize, region: &Region, reason: Removed) -> Range<usize> {
    let block = &outline.blocks[index];
    let within = region.span();
    let level = block.tag(outline.tape).heading_level();
    let holder = block
        .container
        .and_then(|id| outline.tape.ancestors(id).take_while(|id| Some(*id) != region.holder).find(|id| outline.range(*id).len() > 1));
    let end = holder.map_or(within.end, |id| outline.range(id).end);
    let is_end = |other: &usize| {
        let next = &outline.blocks[*other];
        if reason == Removed::Navigation && is_prose(next) {
            return true;
        }
        match (next.tag(outline.tape).heading_level(), level) {
            (Some(next), Some(level)) => next <= level,
            // A line that is no heading heads only what is not prose.
            (next_level, None) => next_level.is_some() || is_prose(next),
            _ => false,
        }
    };
    let end = match holder {
        Some(_) if level.is_none() => end,
        _ => (index + 1..end).find(is_end).unwrap_or(end),
    };
    index..end
}

/// A heading that the next kept block follows only with a heading of its level or above heads nothing.
pub(crate) fn drop_empty_headings(outline: &Outline<'_>, range: Range<usize>, labels: &mut [Label]) {
    let mut level_after = Some(0);
    for index in range.rev() {
        if labels[index] != Label::Content {
            continue;
        }
        let level = outline.blocks[index].tag(outline.tape).heading_level();
        if let (Some(level), Some(after)) = (level, level_after)
            && after <= level
        {
            labels[index] = Label::Boilerplate(Removed::Boilerplate);
            continue;
        }
        level_after = level;
    }
}

/// What belongs together stays together: of what the rules kept, code and the captions of pictures come back, the rest
/// of each list, quotation and table that most was kept of, single sentences between others, long runs of them at an end, and the
/// headings of what was kept.
pub(crate) fn restore_parts(outline: &Outline<'_>, by_rules: &[Label], labels: &mut [Label]) {
    let ours: Vec<usize> = (0..labels.len()).filter(|index| by_rules[*index] == Label::Content).collect();
    let is_kept = |labels: &[Label], index: usize| labels[index] == Label::Content;
    let Some(first) = ours.iter().position(|index| is_kept(labels, *index)) else { return };
    let last = ours.iter().rposition(|index| is_kept(labels, *index)).unwrap_or(first);
    for index in &ours[first.saturating_sub(1)..last] {
        let is_code = outline.blocks[*index].tag(outline.tape) == Tag::Pre;
        if is_code || (outline.is_in_figure(*index) && outline.is_caption(*index)) {
            labels[*index] = Label::Content;
        }
    }
    restore_lists(outline, &ours, labels);
    for window in ours.windows(3) {
        let [before, index, after] = [window[0], window[1], window[2]];
        if is_kept(labels, before) && is_kept(labels, after) && is_sentence_beside(outline, index, [before, after]) {
            labels[index] = Label::Content;
        }
    }
    restore_long_runs(outline, &ours, labels);
    for pair in ours.windows(2).rev() {
        if is_kept(labels, pair[1]) && outline.blocks[pair[0]].tag(outline.tape).is_heading() {
            labels[pair[0]] = Label::Content;
        }
    }
}

/// A longer text before a colon says something by itself.
const LABEL_WORDS: u32 = 8;

/// What a colon announces stays with it: the list, table or code after a kept text, and the label before a kept one.
pub(crate) fn restore_announced(outline: &Outline<'_>, by_rules: &[Label], labels: &mut [Label]) {
    let announces = |index: usize| outline.text(&outline.blocks[index]).ends_with([':', '：']);
    let is_lost = |index: usize, labels: &[Label]| by_rules[index] == Label::Content && labels[index] != Label::Content;
    for index in 1..labels.len() {
        let before = index - 1;
        if labels[before] == Label::Content && is_lost(index, labels) && announces(before) {
            for index in announced(outline, before, index).filter(|index| by_rules[*index] == Label::Content) {
                labels[index] = Label::Content;
            }
        } else if labels[index] == Label::Content
            && is_lost(before, labels)
            && outline.blocks[before].words <= LABEL_WORDS
            && is_near(outline, before, index)
            && announces(before)
        {
            labels[before] = Label::Content;
        }
    }
}

/// Whether two blocks stand in one small element.
fn is_near(outline: &Outline<'_>, before: usize, index: usize) -> bool {
    const LEVELS: usize = 5;
    outline.blocks[before]
        .container
        .into_iter()
        .flat_map(|id| outline.tape.ancestors(id).take(LEVELS))
        .any(|id| outline.range(id).contains(&index))
}

/// The blocks of the list, table or code that begins with a block, if the one before it is not in it too.
fn announced(outline: &Outline<'_>, before: usize, index: usize) -> Range<usize> {
    let holders = outline.blocks[index].container.into_iter().flat_map(|id| outline.tape.ancestors(id));
    let whole = holders
        .take_while(|id| !outline.range(*id).contains(&before))
        .filter(|id| matches!(outline.tape.tag(*id), Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table | Tag::Pre));
    whole.last().map_or(index..index, |id| outline.range(id))
}

/// Blocks between the title and the standfirst: bylines, dates, buttons.
const STANDFIRST_WITHIN: usize = 6;
/// Blocks between the standfirst and the text: what a page shares and says of its author.
const TEXT_WITHIN: usize = 30;
/// A shorter line is a label; a longer text begins the article, which the rules and the model know better.
const STANDFIRST_WORDS: std::ops::RangeInclusive<u32> = 8..=60;

/// Brings the standfirst back, and says which block it is: the first sentences under the title, wherever they stand above
/// the text.
pub(crate) fn restore_standfirst(outline: &Outline<'_>, hard: &[Option<Removed>], labels: &mut [Label]) -> Option<usize> {
    let first = labels.iter().position(|label| *label == Label::Content)?;
    let is_live = |index: usize| hard_label(outline.tape, &outline.blocks[index], hard) == Label::Content;
    let is_title = |index: &usize| {
        let is_first_level = outline.blocks[*index].tag(outline.tape) == Tag::H1;
        labels[*index] == Label::Boilerplate(Removed::Title) || (is_first_level && is_live(*index))
    };
    let title = (first.saturating_sub(STANDFIRST_WITHIN + TEXT_WITHIN)..first).rev().find(is_title)?;
    let under = (title + 1..first).take(STANDFIRST_WITHIN).find(|index| !is_furniture(outline.tape, &outline.blocks[*index]));
    let index = under.filter(|index| first - index <= TEXT_WITHIN && is_live(*index) && is_standfirst(outline, *index, first))?;
    labels[index] = Label::Content;
    Some(index)
}

fn is_standfirst(outline: &Outline<'_>, index: usize, first: usize) -> bool {
    let block = &outline.blocks[index];
    let text = outline.text(block);
    let is_named = |id: ElementId| {
        let names = outline.tape.attrs(id).filter(|(attr, _)| matches!(attr, Attr::Class | Attr::Id));
        names.into_iter().any(|(_, names)| lexicon::soft_name(names, Mode::Article).is_some())
    };
    let is_dated = |event: &Event| matches!(*event, Event::Enter(id) if outline.tape.tag(id) == Tag::Time);
    STANDFIRST_WORDS.contains(&block.words)
        && block.sentences > 0
        && block.link_density() < TEXT_LINKS
        && (may_stand_alone(block.tag(outline.tape)) || block.tag(outline.tape).is_heading())
        && lines::alone(&text).is_none()
        && lines::beginning(&text).is_none()
        && !block.container.into_iter().flat_map(|id| outline.tape.ancestors(id).take(3)).any(is_named)
        && !outline.tape.events()[block.events.start as usize..block.events.end as usize].iter().any(is_dated)
        && !outline.text(&outline.blocks[first]).starts_with(&text)
}

/// Of each list, quotation and table that enough was kept of, brings the rest back.
fn restore_lists(outline: &Outline<'_>, ours: &[usize], labels: &mut [Label]) {
    let sums = |counts: &dyn Fn(usize) -> bool| {
        let mut sum = 0;
        let after = ours.iter().map(|index| {
            sum += if counts(*index) { outline.blocks[*index].words } else { 0 };
            sum
        });
        std::iter::once(0).chain(after).collect::<Vec<u32>>()
    };
    let (all, kept) = (sums(&|_| true), sums(&|index| labels[index] == Label::Content));
    let mut restored_to = 0;
    for id in outline.elements() {
        let Some(parts) = whole_from(outline, id) else { continue };
        let range = outline.range(id);
        let [from, to] = [range.start, range.end].map(|at| ours.partition_point(|index| *index < at));
        if range.start >= restored_to && parts * (kept[to] - kept[from]) > all[to] - all[from] {
            ours[from..to].iter().for_each(|index| labels[*index] = Label::Content);
            restored_to = range.end;
        }
    }
}

/// Of how many parts one must be kept for the whole to stay: half of a list or quotation, a quarter of a table, and of a
/// row or of what readers unfold whatever there is, since a cell without its row says nothing, nor a question alone. A table
/// that holds prose is there for its looks.
fn whole_from(outline: &Outline<'_>, id: ElementId) -> Option<u32> {
    let is_data = || 2 * outline.of(id).prose < outline.of(id).words;
    match outline.tape.tag(id) {
        Tag::Ul | Tag::Ol | Tag::Dl | Tag::Blockquote => Some(2),
        Tag::Details => Some(100),
        Tag::Table if is_data() => Some(4),
        Tag::Tr if is_data() => Some(100),
        _ => None,
    }
}

/// Promotions, notes and legal lines at the end of an article have fewer words than this in a row; more are its own end.
const LONG_RUN_WORDS: u32 = 50;

/// Brings long runs of sentences back that go on from kept ones in the same element.
fn restore_long_runs(outline: &Outline<'_>, ours: &[usize], labels: &mut [Label]) {
    let goes_on = |pair: &[usize]| is_sentence(outline, pair[1]) && holder(outline, pair[0]) == holder(outline, pair[1]);
    for run in ours.chunk_by(|before, index| goes_on(&[*before, *index])) {
        let kept_and_lost = run.chunk_by(|a, b| labels[*a] == labels[*b]).collect::<Vec<_>>();
        for pair in kept_and_lost.windows(2) {
            let words: u32 = pair[1].iter().map(|index| outline.blocks[*index].words).sum();
            if labels[pair[0][0]] == Label::Content && words >= LONG_RUN_WORDS {
                pair[1].iter().for_each(|index| labels[*index] = Label::Content);
            }
        }
    }
}

/// Whether a block is a paragraph with a sentence, in the same element as one of its neighbours.
fn is_sentence_beside(outline: &Outline<'_>, index: usize, neighbours: [usize; 2]) -> bool {
    is_sentence(outline, index) && neighbours.iter().any(|other| holder(outline, *other) == holder(outline, index))
}

fn is_sentence(outline: &Outline<'_>, index: usize) -> bool {
    let block = &outline.blocks[index];
    block.tag(outline.tape) == Tag::P && block.sentences > 0 && block.link_density() < MAX_SENTENCE_LINKS
}

/// The element that a block's own element stands in.
fn holder(outline: &Outline<'_>, index: usize) -> Option<ElementId> {
    outline.blocks[index].container.and_then(|id| outline.tape.element(id).parent)
}

/// A sentence with more of its characters in links leads elsewhere.
const MAX_SENTENCE_LINKS: f32 = 0.5;

/// Whether a block may be one of the lines that pages print, by its place.
pub(crate) const fn may_stand_alone(tag: Tag) -> bool {
    !tag.is_heading() && !matches!(tag, Tag::Td | Tag::Th | Tag::Pre | Tag::Dt | Tag::Dd | Tag::Figcaption | Tag::Blockquote)
}

/// Among cards and sections, a heading such as "Popular" heads content.
const fn counts(reason: Removed, mode: Mode) -> bool {
    matches!(mode, Mode::Article | Mode::Forum | Mode::Product) || !matches!(reason, Removed::Related | Removed::Navigation)
}
