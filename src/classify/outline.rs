//! What each element holds, in numbers: sums over its blocks, for any element in constant time.

use std::ops::Range;
use std::rc::Rc;

use super::Label;
use crate::article::Removed;
use crate::blocks::{Block, collapsed};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// A page with the sums that decisions rest on.
pub(crate) struct Outline<'a> {
    pub(crate) tape: &'a Tape,
    pub(crate) blocks: &'a [Block],
    /// The blocks that each element holds or is part of.
    ranges: Rc<[Range<u32>]>,
    /// Of each element, how many elements begin before its end.
    ends: Rc<[u32]>,
    /// Sums over the elements before each element.
    parts: Rc<[Parts]>,
    /// Sums over the blocks before each block.
    sums: Vec<Sums>,
    /// The elements that say that they are the page's main part.
    pub(crate) mains: Rc<[ElementId]>,
    /// Of each element, why it goes for what it is; empty before that is known.
    hard: Rc<[Option<Removed>]>,
}

/// What an element is made of, beside text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) images: u32,
    pub(crate) headings: u32,
    pub(crate) links: u32,
    pub(crate) quotes: u32,
}

/// Sums over a run of blocks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) words: u32,
    pub(crate) chars: u32,
    pub(crate) link_chars: u32,
    /// Words of blocks that read as prose.
    pub(crate) prose: u32,
}

impl Sums {
    pub(crate) fn link_density(self) -> f32 {
        self.link_chars as f32 / self.chars.max(1) as f32
    }
}

/// A block with fewer words is no prose by itself: a label, a date, a name.
const MIN_PROSE_WORDS: u32 = 10;
/// A block with this many words is prose also when no sentence ends in it.
const LONG_WORDS: u32 = 30;
/// More of prose than this is seldom in links.
const MAX_PROSE_LINKS: f32 = 0.5;

/// Whether a block reads as prose: long enough, ended like a sentence, and not a link.
pub(crate) fn is_prose(block: &Block) -> bool {
    block.words >= MIN_PROSE_WORDS && (block.sentences > 0 || block.words >= LONG_WORDS) && block.link_density() < MAX_PROSE_LINKS
}

impl<'a> Outline<'a> {
    pub(crate) fn new(tape: &'a Tape, blocks: &'a [Block]) -> Self {
        Self {
            tape,
            blocks,
            ranges: ranges(tape, blocks).into(),
            ends: ends(tape).into(),
            parts: parts(tape).into(),
            mains: mains(tape).into(),
            sums: sums(blocks, |_| true),
            hard: Rc::default(),
        }
    }

    /// The same page, with sums over the content alone.
    pub(crate) fn of_content(&self, labels: &[Label], hard: &[Option<Removed>]) -> Self {
        Self { hard: hard.into(), ..self.of_labels(labels, |label| *label == Label::Content) }
    }

    /// A block's text without its hard clutter, white space collapsed.
    pub(crate) fn text(&self, block: &Block) -> String {
        collapsed(self.texts(block))
    }

    /// The first character of that.
    pub(crate) fn first_char(&self, block: &Block) -> Option<char> {
        self.texts(block).find_map(|text| text.trim_start().chars().next())
    }

    /// Whether a character is in that.
    pub(crate) fn has(&self, block: &Block, c: char) -> bool {
        self.texts(block).any(|text| text.contains(c))
    }

    fn texts(&self, block: &Block) -> impl Iterator<Item = &'a str> {
        let events = &self.tape.events()[block.events.start as usize..block.events.end as usize];
        events.iter().filter_map(|event| match *event {
            Event::Text(id) => {
                let reason = self.tape.text_parent(id).and_then(|parent| *self.hard.get(parent.index())?);
                reason.is_none().then(|| self.tape.text(id))
            }
            _ => None,
        })
    }

    /// The same page, with sums over the blocks of certain labels.
    pub(crate) fn of_labels(&self, labels: &[Label], counts: impl Fn(&Label) -> bool) -> Self {
        let sums = sums(self.blocks, |index| counts(&labels[index]));
        Self {
            sums,
            ranges: Rc::clone(&self.ranges),
            ends: Rc::clone(&self.ends),
            parts: Rc::clone(&self.parts),
            mains: Rc::clone(&self.mains),
            hard: Rc::clone(&self.hard),
            ..*self
        }
    }

    /// The blocks that an element holds, or the one that it is a part of.
    pub(crate) fn range(&self, id: ElementId) -> Range<usize> {
        let range = &self.ranges[id.index()];
        range.start as usize..range.end as usize
    }

    pub(crate) fn sums(&self, range: Range<usize>) -> Sums {
        let (from, to) = (self.sums[range.start], self.sums[range.end]);
        Sums {
            words: to.words - from.words,
            chars: to.chars - from.chars,
            link_chars: to.link_chars - from.link_chars,
            prose: to.prose - from.prose,
        }
    }

    /// The sums of an element's blocks.
    pub(crate) fn of(&self, id: ElementId) -> Sums {
        self.sums(self.range(id))
    }

    /// What an element holds beside text, itself counted.
    pub(crate) fn parts(&self, id: ElementId) -> Parts {
        let (from, to) = (self.parts[id.index()], self.parts[self.ends[id.index()] as usize]);
        Parts {
            images: to.images - from.images,
            headings: to.headings - from.headings,
            links: to.links - from.links,
            quotes: to.quotes - from.quotes,
        }
    }

    /// Whether an element says that it is the page's main part, or is around one that does.
    pub(crate) fn holds_main(&self, id: ElementId) -> bool {
        let first = self.mains.partition_point(|main| main.index() < id.index());
        self.mains.get(first).is_some_and(|main| main.index() < self.ends[id.index()] as usize)
    }

    /// Whether a block stands in a figure or right under a picture, and is short enough to say what it shows.
    pub(crate) fn is_caption(&self, index: usize) -> bool {
        const MAX_WORDS: u32 = 60;
        let block = &self.blocks[index];
        if block.words > MAX_WORDS || block.tag(self.tape).is_heading() || block.link_density() > 0.6 {
            return false;
        }
        self.is_in_figure(index) || (block.sentences > 0 && self.follows_picture(index))
    }

    /// Whether a block stands in a figure with a picture.
    pub(crate) fn is_in_figure(&self, index: usize) -> bool {
        let is_figure = |id: ElementId| self.tape.tag(id) == Tag::Figure && self.parts(id).images > 0;
        self.blocks[index].container.is_some_and(|id| self.tape.ancestors(id).take(4).any(is_figure))
    }

    /// Whether a picture, and no text, stands between a block and the one before it.
    fn follows_picture(&self, index: usize) -> bool {
        let before = index.checked_sub(1).map_or(0, |before| self.blocks[before].events.end);
        let between = &self.tape.events()[before as usize..self.blocks[index].events.start as usize];
        between.iter().any(|event| matches!(*event, Event::Enter(id) if self.tape.tag(id) == Tag::Img))
    }

    /// The sums of the whole page.
    pub(crate) fn page(&self) -> Sums {
        self.sums(0..self.blocks.len())
    }

    pub(crate) fn elements(&self) -> impl Iterator<Item = ElementId> + use<> {
        (0..self.tape.elements().len() as u32).map(ElementId)
    }

    /// An element's children that hold text, in order.
    pub(crate) fn children(&self, id: ElementId) -> impl Iterator<Item = ElementId> {
        let element = self.tape.element(id);
        self.siblings(element.enter + 1, element.exit)
    }

    /// The outermost elements that hold text, in order: a page without `<html>` has many.
    pub(crate) fn roots(&self) -> impl Iterator<Item = ElementId> {
        self.siblings(0, self.tape.events().len() as u32)
    }

    fn siblings(&self, mut at: u32, exit: u32) -> impl Iterator<Item = ElementId> {
        let events = self.tape.events();
        std::iter::from_fn(move || {
            while at < exit {
                match events[at as usize] {
                    Event::Enter(child) => {
                        at = self.tape.element(child).exit + 1;
                        return Some(child);
                    }
                    _ => at += 1,
                }
            }
            None
        })
        .filter(|child| !self.range(*child).is_empty())
    }
}

fn sums(blocks: &[Block], counts: impl Fn(usize) -> bool) -> Vec<Sums> {
    let mut sums = Vec::with_capacity(blocks.len() + 1);
    let mut sum = Sums::default();
    sums.push(sum);
    for (index, block) in blocks.iter().enumerate() {
        if counts(index) {
            sum.words += block.words;
            sum.chars += block.chars;
            sum.link_chars += block.link_chars;
            sum.prose += if is_prose(block) { block.words } else { 0 };
        }
        sums.push(sum);
    }
    sums
}

fn ends(tape: &Tape) -> Vec<u32> {
    let mut ends = vec![0; tape.elements().len()];
    let mut begun = 0;
    for event in tape.events() {
        match *event {
            Event::Enter(_) => begun += 1,
            Event::Exit(id) => ends[id.index()] = begun,
            Event::Text(_) => {}
        }
    }
    ends
}

fn parts(tape: &Tape) -> Vec<Parts> {
    let mut parts = Vec::with_capacity(tape.elements().len() + 1);
    let mut sum = Parts::default();
    parts.push(sum);
    for element in tape.elements() {
        sum.images += u32::from(matches!(element.tag, Tag::Img | Tag::Picture | Tag::Video | Tag::Iframe));
        sum.headings += u32::from(element.tag.is_heading());
        sum.links += u32::from(element.tag == Tag::A);
        sum.quotes += u32::from(element.tag == Tag::Blockquote);
        parts.push(sum);
    }
    parts
}

fn mains(tape: &Tape) -> Vec<ElementId> {
    let ids = (0..tape.elements().len() as u32).map(ElementId);
    ids.filter(|id| tape.tag(*id) == Tag::Main || tape.attr(*id, Attr::Role) == Some("main")).collect()
}

fn ranges(tape: &Tape, blocks: &[Block]) -> Vec<Range<u32>> {
    let mut ranges = vec![0..0; tape.elements().len()];
    let (mut ended, mut begun) = (0, 0);
    for (index, event) in tape.events().iter().enumerate() {
        let index = index as u32;
        while blocks.get(ended).is_some_and(|block| block.events.end <= index) {
            ended += 1;
        }
        while blocks.get(begun).is_some_and(|block| block.events.start <= index) {
            begun += 1;
        }
        match *event {
            Event::Enter(id) => ranges[id.index()].start = ended as u32,
            Event::Exit(id) => ranges[id.index()].end = begun.max(ranges[id.index()].start as usize) as u32,
            Event::Text(_) => {}
        }
    }
    ranges
}
