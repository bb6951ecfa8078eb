//! What each element of a page holds, and what it is called: computed once, in time linear in the page.

use std::hash::BuildHasher;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashMapExt};

use super::lexicon::{Groups, NEAR, NEAR_GROUPS, name_groups, tag_bit};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};

/// Sums over the text of an element and all in it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) len: u32,
    pub(crate) link_len: u32,
    pub(crate) words: u32,
    /// Length of its long blocks: those that only running text has.
    pub(crate) long_len: u32,
    /// Length of the text in `p` elements.
    pub(crate) p_len: u32,
    pub(crate) blocks: u32,
    pub(crate) headings: u32,
    /// Blocks that are headings and links: titles of teasers.
    pub(crate) linked_headings: u32,
    pub(crate) links: u32,
    pub(crate) images: u32,
    pub(crate) controls: u32,
    pub(crate) elements: u32,
}

impl Sums {
    pub(crate) fn add(&mut self, other: &Self) {
        self.len += other.len;
        self.link_len += other.link_len;
        self.words += other.words;
        self.long_len += other.long_len;
        self.p_len += other.p_len;
        self.blocks += other.blocks;
        self.headings += other.headings;
        self.linked_headings += other.linked_headings;
        self.links += other.links;
        self.images += other.images;
        self.controls += other.controls;
        self.elements += other.elements;
    }

    pub(crate) fn link_density(&self) -> f32 {
        share(self.link_len, self.len)
    }
}

/// One number as a share of another; 0 of nothing.
pub(crate) fn share(part: u32, whole: u32) -> f32 {
    match whole {
        0 => 0.0,
        _ => part as f32 / whole as f32,
    }
}

/// Logarithm that starts at 0: counts of any size on one scale. A row has dozens, and in wasm each takes a polynomial.
pub(crate) fn log(count: u32) -> f32 {
    static SMALL: LazyLock<[f32; 1024]> = LazyLock::new(|| std::array::from_fn(|count| (count as f32 + 1.0).ln()));
    SMALL.get(count as usize).copied().unwrap_or_else(|| (count as f32 + 1.0).ln())
}

/// No element, or a root's parent.
pub(crate) const NONE: u32 = u32::MAX;

/// How far a group of names is when no ancestor has one.
pub(crate) const FAR: u8 = 32;
const NOWHERE: Levels = [FAR; NEAR_GROUPS];

/// Facts of one element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    pub(crate) parent: u32,
    /// The nearest ancestor that holds more text.
    pub(crate) up: u32,
    /// Its first and its last block; first > last where it has none.
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// Child elements that hold text.
    pub(crate) children: u32,
    /// How many of its parent's such children stand before it.
    pub(crate) place: u32,
    /// How many elements of the page look like it: same tag and class, also of its parent.
    pub(crate) alike: u32,
    /// Hash of that look.
    look: u64,
    pub(crate) groups: Groups,
    /// Those of its ancestors too.
    pub(crate) all_groups: Groups,
    pub(crate) in_link: bool,
    pub(crate) in_p: bool,
}

/// Levels up to each group of [`NEAR`].
type Levels = [u8; NEAR_GROUPS];

/// Facts of all elements; an element's index is its `ElementId`.
pub(crate) struct Elements {
    pub(crate) sums: Vec<Sums>,
    pub(crate) facts: Vec<Facts>,
    /// For each element, levels up to the nearest ancestor (or itself) of each group of [`NEAR`].
    near: Vec<Levels>,
}

impl Elements {
    /// Before any text is counted: who is whose parent, what is in links and paragraphs.
    pub(crate) fn new(tape: &Tape) -> Self {
        let mut sums = vec![Sums::default(); tape.elements().len()];
        let mut facts: Vec<Facts> = Vec::with_capacity(sums.len());
        for (index, element) in tape.elements().iter().enumerate() {
            let parent = element.parent.map_or(NONE, |id| id.0);
            let above = facts.get(parent as usize).copied();
            facts.push(Facts {
                parent,
                up: NONE,
                first: NONE,
                last: 0,
                children: 0,
                place: 0,
                alike: 0,
                look: 0,
                groups: 0,
                all_groups: 0,
                in_link: element.tag == Tag::A || above.is_some_and(|facts| facts.in_link),
                in_p: element.tag == Tag::P || above.is_some_and(|facts| facts.in_p),
            });
            sums[index] = Sums {
                headings: u32::from(element.tag.is_heading()),
                links: u32::from(element.tag == Tag::A),
                images: u32::from(matches!(element.tag, Tag::Img | Tag::Video | Tag::Iframe)),
                controls: u32::from(matches!(element.tag, Tag::Input | Tag::Button | Tag::Select | Tag::Textarea)),
                elements: 1,
                ..Sums::default()
            };
        }
        Self { sums, facts, near: Vec::new() }
    }

    /// Says that a block is in a container.
    pub(crate) fn hold(&mut self, container: ElementId, block: u32) {
        let facts = &mut self.facts[container.index()];
        facts.first = facts.first.min(block);
        facts.last = facts.last.max(block);
    }

    /// After the text is counted: totals, names and looks.
    pub(crate) fn finish(&mut self, tape: &Tape) {
        self.sum_up();
        self.link_up();
        self.name(tape);
        self.compare(tape);
    }

    fn sum_up(&mut self) {
        for index in (0..self.sums.len()).rev() {
            let Facts { parent, first, last, .. } = self.facts[index];
            if parent == NONE {
                continue;
            }
            let sums = self.sums[index];
            self.sums[parent as usize].add(&sums);
            let above = &mut self.facts[parent as usize];
            above.first = above.first.min(first);
            above.last = above.last.max(last);
        }
    }

    fn link_up(&mut self) {
        for index in 0..self.facts.len() {
            let parent = self.facts[index].parent;
            if parent == NONE || self.sums[index].len == 0 {
                continue;
            }
            let above = &mut self.facts[parent as usize];
            let place = above.children;
            above.children += 1;
            let up = match self.sums[parent as usize].len > self.sums[index].len {
                true => parent,
                false => above.up,
            };
            (self.facts[index].place, self.facts[index].up) = (place, up);
        }
    }

    /// Finds the groups of each element's names, and how far up each group is.
    fn name(&mut self, tape: &Tape) {
        let mut known: HashMap<&str, Groups> = HashMap::new();
        self.near = vec![NOWHERE; self.facts.len()];
        for index in 0..self.facts.len() {
            let Facts { parent, .. } = self.facts[index];
            if self.sums[index].len == 0 {
                continue;
            }
            let id = ElementId(index as u32);
            let groups = tag_groups(tape, id) | attr_groups(tape, id, &mut known);
            let mut near = match parent {
                NONE => NOWHERE,
                _ => self.near[parent as usize].map(|levels| (levels + 1).min(FAR)),
            };
            for (group, levels) in NEAR.iter().zip(&mut near) {
                *levels = if groups & group.bit == 0 { *levels } else { 0 };
            }
            self.near[index] = near;
            self.facts[index].groups = groups;
            self.facts[index].all_groups = groups | self.facts.get(parent as usize).map_or(0, |above| above.all_groups);
        }
    }

    /// Counts the elements that look like each other.
    fn compare(&mut self, tape: &Tape) {
        let mut own = vec![0; self.facts.len()];
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for index in 0..self.facts.len() {
            if self.sums[index].len == 0 {
                continue;
            }
            own[index] = own_look(tape, ElementId(index as u32));
            let above = own.get(self.facts[index].parent as usize).copied().unwrap_or_default();
            let look = own[index].rotate_left(1) ^ above;
            self.facts[index].look = look;
            *counts.entry(look).or_default() += 1;
        }
        for facts in &mut self.facts {
            facts.alike = counts.get(&facts.look).copied().unwrap_or_default();
        }
    }

    pub(crate) fn near(&self, element: u32) -> &Levels {
        self.near.get(element as usize).unwrap_or(&NOWHERE)
    }

    pub(crate) fn look(&self, element: u32) -> u64 {
        self.facts.get(element as usize).map_or(0, |facts| facts.look)
    }

    /// An element and the ancestors that each hold more text than the last.
    pub(crate) fn levels(&self, element: u32) -> impl Iterator<Item = u32> {
        std::iter::successors((element != NONE).then_some(element), |&at| Some(self.facts[at as usize].up).filter(|up| *up != NONE))
    }

    /// How many levels up from an element a block is inside too, and where.
    pub(crate) fn climb(&self, element: u32, block: u32) -> (u8, u32) {
        for (level, at) in self.levels(element).enumerate().take(MAX_CLIMB as usize) {
            let facts = &self.facts[at as usize];
            if (facts.first..=facts.last).contains(&block) {
                return (level as u8, at);
            }
        }
        (MAX_CLIMB, NONE)
    }
}

/// Climbs end here: what is further is far.
const MAX_CLIMB: u8 = 12;

/// Hash of an element's tag and class.
fn own_look(tape: &Tape, id: ElementId) -> u64 {
    let class = tape.attr(id, Attr::Class).unwrap_or_default().trim();
    FixedState::default().hash_one((tape.tag(id) as u8, class)).max(1)
}

fn tag_groups(tape: &Tape, id: ElementId) -> Groups {
    let hidden = tape.attr(id, Attr::Hidden).is_some()
        || tape.attr(id, Attr::AriaHidden) == Some("true")
        || tape.attr(id, Attr::Style).is_some_and(hides);
    let tag = match tape.tag(id) {
        Tag::Article => 0,
        Tag::Main => 1,
        Tag::Section => 2,
        Tag::Aside => 3,
        Tag::Nav => 4,
        Tag::Header => 5,
        Tag::Footer => 6,
        Tag::Form | Tag::Button | Tag::Select | Tag::Label => 7,
        Tag::Ul | Tag::Ol | Tag::Dl => 8,
        Tag::Li | Tag::Dd | Tag::Dt => 9,
        Tag::Table => 10,
        Tag::Td | Tag::Th => 11,
        Tag::Figure | Tag::Figcaption => 12,
        Tag::A => 13,
        Tag::P => 14,
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => 15,
        Tag::Blockquote => 16,
        Tag::Pre | Tag::Code => 17,
        Tag::Dialog | Tag::Noscript | Tag::Template => 19,
        _ => return if hidden { tag_bit(18) } else { 0 },
    };
    tag_bit(tag) | if hidden { tag_bit(18) } else { 0 }
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Groups of an element's class, id and test names. Those of the root and the body speak of the whole page.
fn attr_groups<'a>(tape: &'a Tape, id: ElementId, known: &mut HashMap<&'a str, Groups>) -> Groups {
    let mut groups = 0;
    if matches!(tape.tag(id), Tag::Html | Tag::Body) {
        return groups;
    }
    for (attr, value) in tape.attrs(id) {
        if is_name(attr) {
            groups |= *known.entry(value).or_insert_with(|| name_groups(value));
        }
    }
    if tape.tag(id) == Tag::Other {
        groups |= name_groups(tape.name(id));
    }
    groups
}

const fn is_name(attr: Attr) -> bool {
    matches!(
        attr,
        Attr::Class
            | Attr::Id
            | Attr::Role
            | Attr::Itemprop
            | Attr::Itemtype
            | Attr::AriaLabel
            | Attr::DataTestid
            | Attr::DataTest
            | Attr::DataQa
            | Attr::DataComponent
            | Attr::DataModule
            | Attr::DataBlock
    )
}
