//! Soft decisions: which of the blocks that no hard reason took read as content.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::Label;
use super::lexicon;
use super::lines;
use super::outline::{Outline, is_prose};
use super::region::Mode;
use super::repair::may_stand_alone;
use crate::article::Removed;
use crate::blocks::Block;
use crate::clutter::tokens;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// Decides on each block of the region that is still content.
pub(crate) fn decide(outline: &Outline<'_>, mode: Mode, region: Range<usize>, labels: &mut [Label]) {
    let named = by_names(outline, mode, region.clone());
    for index in region.clone() {
        if labels[index] != Label::Content {
            continue;
        }
        let block = &outline.blocks[index];
        let reason = named_reason(block, &named)
            .or_else(|| data(outline, block))
            .or_else(|| scrambled(outline, block))
            .or_else(|| line(outline, mode, block))
            .or_else(|| links(outline, mode, block))
            .or_else(|| teaser(outline, mode, index));
        if let Some(reason) = reason {
            labels[index] = Label::Boilerplate(reason);
        }
    }
    if mode == Mode::Article {
        head(outline, region.clone(), labels);
        tail(outline, region, labels);
    }
}

/// Shorter text may well stand twice: "Yes", a price, a name.
const DUPLICATE_WORDS: u32 = 6;
/// In lists of like things even lines may.
const WIDE_DUPLICATE_WORDS: u32 = 14;

/// The same text again goes: a page prints it once for each width of the screen. Under a heading of its own it stays,
/// and so it does side by side with the first one.
pub(crate) fn drop_duplicates(outline: &Outline<'_>, mode: Mode, region: Range<usize>, labels: &mut [Label]) {
    let least = if mode == Mode::Wide { WIDE_DUPLICATE_WORDS } else { DUPLICATE_WORDS };
    let mut seen = HashMap::new();
    let heading_text = |heading: Option<usize>| heading.map(|index| outline.text(&outline.blocks[index]));
    let mut heading = None;
    for index in region {
        let block = &outline.blocks[index];
        let tag = block.tag(outline.tape);
        if tag.is_heading() {
            heading = Some(index);
        }
        let is_data = matches!(tag, Tag::Td | Tag::Th | Tag::Pre);
        if labels[index] == Label::Content && block.words >= least && !is_data {
            let holder = block.container.and_then(|id| outline.tape.element(id).parent);
            let first = seen.entry(outline.text(block)).or_insert((holder, heading));
            if first.0 != holder && (mode != Mode::Article || heading_text(first.1) == heading_text(heading)) {
                labels[index] = Label::Boilerplate(Removed::Duplicate);
            }
        }
    }
}

/// A named part with more prose than this has something to say.
const NAMED_PROSE: u32 = 40;
/// An author's life may take more.
const AUTHOR_PROSE: u32 = 150;

/// Of each element that holds one of the blocks, the reason that its names or those around it give.
fn by_names(outline: &Outline<'_>, mode: Mode, region: Range<usize>) -> Vec<Option<Removed>> {
    let holds = holders(outline, region);
    let mut reasons: Vec<Option<Removed>> = Vec::with_capacity(outline.tape.elements().len());
    for (index, element) in outline.tape.elements().iter().enumerate() {
        let id = ElementId(index as u32);
        let inherited = element.parent.and_then(|parent| reasons[parent.index()]);
        reasons.push(inherited.or_else(|| {
            if !holds[index] || matches!(element.tag, Tag::Html | Tag::Body | Tag::Main) {
                return None;
            }
            let names = outline.tape.attrs(id).filter(|(attr, _)| matches!(attr, Attr::Class | Attr::Id));
            let reason = names.into_iter().find_map(|(_, names)| lexicon::soft_name(names, mode))?;
            let most = match reason {
                Removed::Comments => u32::MAX,
                Removed::AuthorBox => AUTHOR_PROSE,
                _ => NAMED_PROSE,
            };
            (outline.of(id).prose < most).then_some(reason)
        }));
    }
    reasons
}

/// Of each element, whether it is the container of one of the blocks or around it.
fn holders(outline: &Outline<'_>, region: Range<usize>) -> Vec<bool> {
    let mut holds = vec![false; outline.tape.elements().len()];
    for container in outline.blocks[region].iter().filter_map(|block| block.container) {
        for id in outline.tape.ancestors(container) {
            if std::mem::replace(&mut holds[id.index()], true) {
                break;
            }
        }
    }
    holds
}

fn named_reason(block: &Block, named: &[Option<Removed>]) -> Option<Removed> {
    block.container.and_then(|id| named[id.index()])
}

fn line(outline: &Outline<'_>, mode: Mode, block: &Block) -> Option<Removed> {
    if block.words > BEGINNING_WORDS || !may_stand_alone(block.tag(outline.tape)) {
        return None;
    }
    let text = outline.text(block);
    let alone = (block.words <= lines::MAX_WORDS).then(|| lines::alone(&text)).flatten();
    alone.or_else(|| lines::beginning(&text).filter(|_| mode == Mode::Article))
}

/// A longer line that begins like one that leads elsewhere may go on to say something.
const BEGINNING_WORDS: u32 = 25;

/// A key's words, as they are counted.
const KEY_WORDS: u32 = 4;

/// Text for programs: a configuration, a shortcode, an address, a key.
fn data(outline: &Outline<'_>, block: &Block) -> Option<Removed> {
    let may_be = block.words <= KEY_WORDS || matches!(outline.first_char(block), Some('{' | '[' | 'h'));
    if !may_be || matches!(block.tag(outline.tape), Tag::Pre | Tag::Td | Tag::Listing) {
        return None;
    }
    let text = outline.text(block);
    let is_json = || text.starts_with(['{', '[']) && text.ends_with(['}', ']']) && text.contains("\":");
    let is_shortcode = || text.starts_with('[') && text.ends_with(']') && text.contains("=\"");
    let is_address = || block.link_chars == 0 && text.starts_with("http") && !text.contains(' ');
    let is_key = || block.words <= KEY_WORDS && !text.contains(' ') && text.contains('_') && text.len() > 12;
    let is_template = || text.starts_with("{{") && text.ends_with("}}") && !holds_code(outline, block);
    (is_json() || is_template() || is_shortcode() || is_address() || is_key()).then_some(Removed::Code)
}

/// A label between invisible signs, as "Sponsored" is written on pages that hide it from those who look for it.
fn scrambled(outline: &Outline<'_>, block: &Block) -> Option<Removed> {
    const INVISIBLE: char = '\u{2063}';
    (block.sentences == 0 && outline.has(block, INVISIBLE)).then_some(Removed::Advert)
}

fn holds_code(outline: &Outline<'_>, block: &Block) -> bool {
    let events = &outline.tape.events()[block.events.start as usize..block.events.end as usize];
    events.iter().any(|event| matches!(*event, Event::Enter(id) if outline.tape.tag(id) == Tag::Code))
}

/// A block with this share of its characters in links is a link.
const LINK: f32 = 0.7;

fn links(outline: &Outline<'_>, mode: Mode, block: &Block) -> Option<Removed> {
    let is_link = block.link_density() > LINK;
    let is_dropped = || is_loose(block.tag(outline.tape)) || is_button(outline, block);
    (mode == Mode::Article && is_link && is_dropped()).then_some(Removed::Links)
}

/// A shorter link is a label, which may well stand alone.
const TEASER_WORDS: u32 = 4;

/// A paragraph between two others of a text that is one link and no sentence: the title of another article.
fn teaser(outline: &Outline<'_>, mode: Mode, index: usize) -> Option<Removed> {
    let block = &outline.blocks[index];
    let is_title = |block: &Block| block.words >= TEASER_WORDS && block.sentences == 0 && block.link_chars >= block.chars;
    let holder = |block: &Block| block.container.and_then(|id| outline.tape.element(id).parent);
    let is_beside = |other: usize| {
        let other = outline.blocks.get(other).filter(|other| is_prose(other) && other.tag(outline.tape) == Tag::P);
        other.is_some_and(|other| holder(other) == holder(block))
    };
    let is_teaser = mode == Mode::Article
        && block.tag(outline.tape) == Tag::P
        && is_title(block)
        && index.checked_sub(1).is_some_and(is_beside)
        && is_beside(index + 1);
    is_teaser.then_some(Removed::Related)
}

/// Whether a block is a link dressed as a button, which asks its readers to do something.
fn is_button(outline: &Outline<'_>, block: &Block) -> bool {
    const NAMES: [&str; 3] = ["btn", "button", "cta"];
    let events = &outline.tape.events()[block.events.start as usize..block.events.end as usize];
    events.iter().any(|event| match *event {
        Event::Enter(id) if outline.tape.tag(id) == Tag::A => {
            let class = outline.tape.attr(id, Attr::Class).unwrap_or_default();
            tokens(class).any(|token| NAMES.contains(&token.as_str()))
        }
        _ => false,
    })
}

/// What stands before the first prose is the page's furniture, but for headings and pictures.
fn head(outline: &Outline<'_>, region: Range<usize>, labels: &mut [Label]) {
    let Some(first) = region.clone().find(|index| labels[*index] == Label::Content && is_prose(&outline.blocks[*index])) else { return };
    for (index, label) in labels.iter_mut().enumerate().take(first).skip(region.start) {
        let block = &outline.blocks[index];
        if *label == Label::Content && is_furniture(outline.tape, block) && !outline.is_caption(index) {
            *label = Label::Boilerplate(Removed::Meta);
        }
    }
}

/// What stands after the last prose likewise, but for lists, tables and the like, which may end an article.
fn tail(outline: &Outline<'_>, region: Range<usize>, labels: &mut [Label]) {
    for index in region.rev() {
        let block = &outline.blocks[index];
        if labels[index] != Label::Content || block.tag(outline.tape).is_heading() {
            continue;
        }
        if !is_furniture(outline.tape, block) || !is_loose(block.tag(outline.tape)) {
            return;
        }
        labels[index] = Label::Boilerplate(Removed::Boilerplate);
    }
}

/// Elements that give their text no form of its own.
const fn is_loose(tag: Tag) -> bool {
    matches!(tag, Tag::Div | Tag::Section | Tag::Article | Tag::Header | Tag::Aside | Tag::Body | Tag::Other)
}

/// Longer lines say something.
const FURNITURE_WORDS: u32 = 12;

/// Whether a block is a short line that is no sentence, or a link: a date, a byline, a label.
pub(super) fn is_furniture(tape: &Tape, block: &Block) -> bool {
    !block.tag(tape).is_heading() && block.words <= FURNITURE_WORDS && (block.sentences == 0 || block.link_density() > LINK)
}
