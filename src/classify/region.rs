//! Where in the page its main text is.

use std::ops::Range;

use super::outline::{Outline, Sums};
use crate::article::PageType;
use crate::html::{Attr, Tag};
use crate::tape::ElementId;

/// No smaller share of the page's mass is the main text.
const MOST_OF_PAGE: f32 = 0.5;
/// A main landmark with this share of the page's mass is believed.
const LANDMARK: f32 = 0.4;

/// How a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// One text: prose draws the search.
    Article,
    /// Posts in turn.
    Forum,
    /// One thing for sale.
    Product,
    /// Many things for sale.
    Shop,
    /// Many parts, in cards, lists and sections.
    Wide,
}

impl Mode {
    /// How a kind of page is read.
    pub(crate) const fn of(page_type: PageType) -> Self {
        match page_type {
            PageType::Article | PageType::Documentation => Self::Article,
            PageType::Forum => Self::Forum,
            PageType::Product => Self::Product,
            PageType::Collection => Self::Shop,
            _ => Self::Wide,
        }
    }

    /// What draws the search towards an element.
    fn mass(self, sums: Sums) -> f32 {
        match self {
            Self::Article | Self::Forum => sums.prose as f32,
            Self::Product | Self::Shop | Self::Wide => sums.words as f32 * (1.0 - 0.5 * sums.link_density()),
        }
    }

    /// A child that holds this share of its parent's mass holds the main text alone. Both values were found on reviewed
    /// pages of many sites, where results hardly change 0.1 to either side.
    const fn dominant(self) -> f32 {
        match self {
            Self::Article | Self::Forum => 0.75,
            Self::Product | Self::Shop | Self::Wide => 0.85,
        }
    }
}

/// Where the main text is: a part of the page that may have holes.
#[derive(Debug)]
pub(crate) struct Region {
    /// The smallest element that holds all of it; `None` for the page.
    pub(crate) holder: Option<ElementId>,
    /// Its blocks, in order.
    ranges: Vec<Range<usize>>,
}

impl Region {
    /// From its first block to its last.
    pub(crate) fn span(&self) -> Range<usize> {
        let start = self.ranges.iter().map(|range| range.start).min().unwrap_or(0);
        start..self.ranges.iter().map(|range| range.end).max().unwrap_or(start)
    }

    /// Of each block from the first to the last of the span, whether it belongs to the region.
    pub(crate) fn members(&self) -> Vec<bool> {
        let span = self.span();
        let mut members = vec![false; span.len()];
        for range in &self.ranges {
            members[range.start - span.start..range.end - span.start].fill(true);
        }
        members
    }
}

/// Blocks above the main text among which its heading may stand.
const HEAD_WITHIN: usize = 15;
/// Blocks above the main text among which its picture's caption may stand, if no heading says where the article begins.
const CAPTION_WITHIN: usize = 2;
/// A text above the main text with so many words is a part of it; a shorter one says what the metadata says.
const ABSTRACT_WORDS: u32 = 40;

impl Region {
    /// Adds what stands between the page's first-level heading and the main text and is an abstract or a caption. Where there
    /// is no such heading, a caption must stand close above the text.
    pub(crate) fn with_head(mut self, outline: &Outline<'_>, is_live: impl Fn(usize) -> bool) -> Self {
        let start = self.span().start;
        let above = start.saturating_sub(HEAD_WITHIN)..start;
        let heading = above.rev().find(|index| is_live(*index) && outline.blocks[*index].tag(outline.tape) == Tag::H1);
        let first = heading.map_or(start.saturating_sub(CAPTION_WITHIN), |heading| heading + 1);
        for index in (first..start).filter(|index| is_live(*index)) {
            let block = &outline.blocks[index];
            let is_abstract = block.words >= ABSTRACT_WORDS && block.sentences > 0 && block.link_density() < CONTINUED_LINKS;
            if (is_abstract && heading.is_some()) || outline.is_caption(index) {
                self.ranges.push(index..index + 1);
            }
        }
        self
    }
}

/// The smallest element that holds the main text, found from the outside in, with such siblings on the way as read
/// like more of it.
pub(crate) fn region(outline: &Outline<'_>, mode: Mode) -> Option<Region> {
    if outline.page().words == 0 {
        return None;
    }
    let all = mode.mass(outline.page());
    let mut at = landmark(outline, mode, all);
    let mut holder = None;
    let mut ranges = Vec::new();
    while let Some(child) = dominant_child(outline, mode, at, all) {
        let before = ranges.len();
        if mode == Mode::Article || mode == Mode::Forum {
            ranges.extend(
                children(outline, at)
                    .into_iter()
                    .filter(|other| *other != child && continues(outline, *other, child))
                    .map(|id| outline.range(id)),
            );
        }
        if ranges.len() > before {
            holder = holder.or(Some(at));
        }
        at = Some(child);
    }
    ranges.push(at.map_or(0..outline.blocks.len(), |id| outline.range(id)));
    Some(Region { holder: holder.unwrap_or(at), ranges })
}

fn children(outline: &Outline<'_>, at: Option<ElementId>) -> Vec<ElementId> {
    at.map_or_else(|| outline.roots().collect(), |id| outline.children(id).collect())
}

fn dominant_child(outline: &Outline<'_>, mode: Mode, at: Option<ElementId>, all: f32) -> Option<ElementId> {
    let total = mode.mass(at.map_or(outline.page(), |id| outline.of(id)));
    let children = children(outline, at).into_iter().map(|child| (mode.mass(outline.of(child)), child));
    let (most, child) = children.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let is_dominant = most > 0.0 && most >= mode.dominant() * total && most >= MOST_OF_PAGE * all;
    (is_dominant && is_container(outline, child)).then_some(child)
}

/// Prose that a sibling of the main text must have to be more of it.
const CONTINUED_PROSE: u32 = 60;
/// Less will do for one with the same tag and class.
const ALIKE_PROSE: u32 = 15;
/// The share of its words that must be prose.
const CONTINUED_SHARE: f32 = 0.85;
/// More of its characters in links make it teasers.
const CONTINUED_LINKS: f32 = 0.12;

fn continues(outline: &Outline<'_>, id: ElementId, main: ElementId) -> bool {
    let sums = outline.of(id);
    let class = |id| outline.tape.attr(id, Attr::Class).unwrap_or_default();
    let is_alike = outline.tape.tag(id) == outline.tape.tag(main) && !class(id).is_empty() && class(id) == class(main);
    sums.prose >= if is_alike { ALIKE_PROSE } else { CONTINUED_PROSE }
        && sums.prose as f32 >= CONTINUED_SHARE * sums.words as f32
        && sums.link_density() < CONTINUED_LINKS
}

/// Whether an element may hold a text rather than be one of its parts.
fn is_container(outline: &Outline<'_>, id: ElementId) -> bool {
    let tag = outline.tape.tag(id);
    (tag.is_block() || tag == Tag::Other)
        && !tag.is_heading()
        && !matches!(tag, Tag::P | Tag::Ul | Tag::Ol | Tag::Dl | Tag::Blockquote | Tag::Pre | Tag::Tr | Tag::Tbody)
}

fn landmark(outline: &Outline<'_>, mode: Mode, all: f32) -> Option<ElementId> {
    outline.mains.iter().copied().find(|id| mode.mass(outline.of(*id)) >= LANDMARK * all)
}
