//! Tape and blocks → numbers: a row of features for each block, and one for the page. All that the learned classifier
//! knows of a page is here, and the trainer reads the same numbers from the same code.

mod block_row;
mod elements;
mod known;
mod lexicon;
mod page_row;
mod score_row;
mod text;

use foldhash::{HashMap, HashMapExt};

use crate::blocks::Block;
use crate::tape::{Event, Tape};

pub(crate) use elements::log;
use elements::{Elements, NONE, Sums, share};
use known::Stated;
pub(crate) use known::{KINDS, Kinds};
pub(crate) use score_row::Scores;
use text::Shape;

/// Takes named numbers one by one: the values of a row, or their names.
pub(crate) trait Sink {
    fn put(&mut self, name: &str, value: f32);
}

impl Sink for Vec<f32> {
    fn put(&mut self, _: &str, value: f32) {
        self.push(value);
    }
}

/// What the rows are computed from.
pub(crate) struct Page<'a> {
    tape: &'a Tape,
    pub(crate) elements: Elements,
    stated: Stated,
    /// A container of each block, or [`NONE`].
    containers: Vec<u32>,
    shapes: Vec<Shape>,
    link_lens: Vec<u32>,
    /// Groups of names of inline elements that hold half of a block or more.
    inner_groups: Vec<u64>,
    total: Sums,
    places: Vec<Place>,
    headings: Vec<Heading>,
    twins: Vec<Twins>,
    looks: HashMap<u64, LookSums>,
    landmarks: Landmarks,
}

/// Where a block stands in the page.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Length of all text before it.
    before: u32,
    /// Long blocks before it.
    long_before: u32,
}

/// The heading that a block stands under.
#[derive(Clone, Copy)]
struct Heading {
    block: u32,
    level: u8,
    /// Groups of the heading's words, and of all headings that it stands under.
    groups: u64,
    all_groups: u64,
    /// What the block owns itself, if it is a heading: length and linked length to the next of its level or above.
    owned: u32,
    owned_links: u32,
    /// The block after its section, if it is a heading.
    end: u32,
}

const NO_HEADING: Heading = Heading { block: NONE, level: 0, groups: 0, all_groups: 0, owned: 0, owned_links: 0, end: NONE };

/// The same text in other blocks.
#[derive(Clone, Copy, Default)]
struct Twins {
    count: u32,
    nth: u32,
}

/// Sums over the blocks whose containers look alike.
#[derive(Clone, Copy, Default)]
struct LookSums {
    blocks: u32,
    words: u32,
    len: u32,
    link_len: u32,
    long: u32,
}

/// Blocks that others are measured from.
#[derive(Clone, Copy)]
struct Landmarks {
    /// The element that most running text stands directly in.
    best: u32,
    longest: u32,
    h1: u32,
    titled: u32,
}

/// A block of this length is running text if few of its words are links; two lines of a newspaper column.
const LONG: u32 = 100;
const LONG_LINK_SHARE: f32 = 0.35;

impl<'a> Page<'a> {
    pub(crate) fn new(tape: &'a Tape, blocks: &[Block]) -> Self {
        let mut page = Self {
            tape,
            elements: Elements::new(tape),
            stated: Stated::read(tape),
            containers: blocks.iter().map(|block| block.container.map_or(NONE, |id| id.0)).collect(),
            shapes: Vec::with_capacity(blocks.len()),
            link_lens: Vec::with_capacity(blocks.len()),
            inner_groups: vec![0; blocks.len()],
            total: Sums::default(),
            places: vec![Place::default(); blocks.len()],
            headings: Vec::with_capacity(blocks.len()),
            twins: vec![Twins::default(); blocks.len()],
            looks: HashMap::new(),
            landmarks: Landmarks { best: NONE, longest: NONE, h1: NONE, titled: NONE },
        };
        page.read_texts(blocks);
        page.elements.finish(tape);
        page.total = page.sum();
        page.find_inner_groups(blocks);
        page.find_places();
        page.find_headings();
        page.find_twins();
        page.find_landmarks();
        page
    }

    pub(crate) fn len(&self) -> usize {
        self.shapes.len()
    }

    pub(crate) fn words(&self, index: usize) -> u32 {
        self.shapes[index].words
    }

    /// Whether a block is a number alone.
    pub(crate) fn is_number(&self, index: usize) -> bool {
        let shape = &self.shapes[index];
        shape.digits > 0 && shape.letters == 0 && shape.currency == 0
    }

    /// The same for blocks of the same words.
    pub(crate) fn text_hash(&self, index: usize) -> u64 {
        self.shapes[index].hash
    }

    fn events(&self, block: &Block) -> &'a [Event] {
        &self.tape.events()[block.events.start as usize..block.events.end as usize]
    }

    fn is_long(&self, index: usize) -> bool {
        let len = self.shapes[index].len;
        len >= LONG && share(self.link_lens[index], len) < LONG_LINK_SHARE
    }

    fn is_linked_heading(&self, index: usize) -> bool {
        self.link_lens[index] * 2 > self.shapes[index].len && self.level(index) > 0
    }

    /// The element around a block's container.
    pub(crate) fn around(&self, index: usize) -> u32 {
        self.elements.facts.get(self.containers[index] as usize).map_or(NONE, |facts| facts.parent)
    }

    /// Counts each text, and adds it to what holds it.
    fn read_texts(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            let mut shape = Shape::default();
            let mut link_len = 0;
            for event in self.events(block) {
                let Event::Text(id) = *event else { continue };
                let (len, words) = (shape.len, shape.words);
                shape.add(self.tape.text(id), &self.stated.title);
                let Some(parent) = self.tape.text_parent(id) else { continue };
                let facts = self.elements.facts[parent.index()];
                let len = shape.len - len;
                let sums = Sums {
                    len,
                    words: shape.words - words,
                    link_len: if facts.in_link { len } else { 0 },
                    p_len: if facts.in_p { len } else { 0 },
                    ..Sums::default()
                };
                link_len += sums.link_len;
                self.elements.sums[parent.index()].add(&sums);
            }
            self.shapes.push(shape);
            self.link_lens.push(link_len);
            if let Some(container) = block.container {
                self.elements.hold(container, index as u32);
                let long_len = if self.is_long(index) { self.shapes[index].len } else { 0 };
                let linked_headings = u32::from(self.is_linked_heading(index));
                self.elements.sums[container.index()].add(&Sums { blocks: 1, long_len, linked_headings, ..Sums::default() });
            }
        }
    }

    fn sum(&self) -> Sums {
        let mut total = Sums::default();
        for (sums, facts) in self.elements.sums.iter().zip(&self.elements.facts) {
            if facts.parent == NONE {
                total.add(sums);
            }
        }
        total
    }

    fn find_inner_groups(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            for event in self.events(block) {
                if let Event::Enter(id) = *event
                    && self.elements.sums[id.index()].len * 2 >= self.shapes[index].len
                {
                    self.inner_groups[index] |= self.elements.facts[id.index()].groups;
                }
            }
        }
    }

    fn find_places(&mut self) {
        let (mut before, mut long_before) = (0, 0);
        for index in 0..self.len() {
            let look = self.look(index);
            let sums = self.looks.entry(look).or_default();
            self.places[index] = Place { before, long_before };
            let shape = &self.shapes[index];
            sums.blocks += 1;
            sums.words += shape.words;
            sums.len += shape.len;
            sums.link_len += self.link_lens[index];
            before += shape.len;
            if self.is_long(index) {
                self.looks.entry(look).or_default().long += 1;
                long_before += 1;
            }
        }
    }

    /// What a block's container looks like, with what holds it.
    fn look(&self, index: usize) -> u64 {
        let container = self.containers[index];
        let above = self.elements.facts.get(container as usize).map_or(NONE, |facts| facts.up);
        self.elements.look(container).rotate_left(7) ^ self.elements.look(above)
    }

    /// The level of a heading block; 0 of others.
    fn level(&self, index: usize) -> u8 {
        let heading = |id: u32| self.tape.elements().get(id as usize).and_then(|element| element.tag.heading_level());
        let container = self.containers[index];
        heading(container).or_else(|| heading(self.around(index))).unwrap_or_default()
    }

    fn find_headings(&mut self) {
        let mut open: Vec<Heading> = Vec::new();
        for index in 0..self.len() {
            let level = self.level(index);
            if level > 0 {
                for closed in open.extract_if(.., |heading| heading.level >= level) {
                    self.headings[closed.block as usize].end = index as u32;
                }
            }
            self.headings.push(Heading { end: NONE, ..open.last().copied().unwrap_or(NO_HEADING) });
            for heading in &open {
                let own = &mut self.headings[heading.block as usize];
                own.owned += self.shapes[index].len;
                own.owned_links += self.link_lens[index];
            }
            if level > 0 {
                let groups = self.shapes[index].groups;
                let above = open.last().filter(|heading| heading.level > 1).map_or(0, |heading| heading.all_groups);
                open.push(Heading { block: index as u32, level, groups, all_groups: groups | above, ..NO_HEADING });
            }
        }
    }

    /// Where the section of a heading block ends.
    fn section_end(&self, heading: usize) -> usize {
        (self.headings[heading].end as usize).min(self.len())
    }

    fn find_twins(&mut self) {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for (shape, twins) in self.shapes.iter().zip(&mut self.twins) {
            let count = counts.entry(shape.hash).or_default();
            twins.nth = *count;
            *count += 1;
        }
        for (shape, twins) in self.shapes.iter().zip(&mut self.twins) {
            twins.count = counts[&shape.hash];
        }
    }

    fn find_landmarks(&mut self) {
        let mut scores: HashMap<u32, u32> = HashMap::new();
        let (mut longest, mut longest_at) = (0, NONE);
        for index in (0..self.len()).filter(|index| self.is_long(*index)) {
            let len = self.shapes[index].len - self.link_lens[index];
            let mut levels = self.elements.levels(self.containers[index]).skip(1);
            for (level, weight) in [(levels.next(), 2), (levels.next(), 1)] {
                if let Some(level) = level {
                    *scores.entry(level).or_default() += weight * len;
                }
            }
            if len > longest {
                longest = len;
                longest_at = index as u32;
            }
        }
        self.landmarks.longest = longest_at;
        let best = scores.iter().max_by_key(|(element, score)| (**score, u32::MAX - **element));
        self.landmarks.best = best.map_or(NONE, |(element, _)| *element);
        let first = |found: Option<usize>| found.map_or(NONE, |index| index as u32);
        self.landmarks.h1 = first((0..self.len()).find(|index| self.level(*index) == 1));
        let title = self.stated.title.len() as u32;
        let is_titled = |index: &usize| {
            let shape = &self.shapes[*index];
            shape.words > 1 && shape.title_words == shape.words && shape.words * 2 >= title
        };
        self.landmarks.titled = first((0..self.len()).find(is_titled));
    }
}

/// The best cut, the least score that is kept: a block is better kept if its score is half of the best word F1 that can be expected of the page, or
/// more (Lipton et al. 2014, "Optimal thresholding of classifiers to maximize F1 measure").
pub(crate) fn best_cut(scores: &[f32], words: impl Fn(usize) -> f32) -> f32 {
    let mut order: Vec<(f32, f32)> = scores.iter().enumerate().map(|(index, score)| (*score, words(index))).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all: f32 = order.iter().map(|(score, words)| score * words).sum();
    let (mut hope, mut kept, mut expected) = (0.0, 0.0, 0.0_f32);
    for (score, words) in order {
        hope += score * words;
        kept += words;
        expected = expected.max(2.0 * hope / (kept + all).max(1.0));
    }
    (expected / 2.0).clamp(LOWEST_THRESHOLD, HIGHEST_THRESHOLD)
}

/// Bounds of the threshold, from cross-validation: beyond them expectation is less sure than experience.
const LOWEST_THRESHOLD: f32 = 0.15;
const HIGHEST_THRESHOLD: f32 = 0.6;
