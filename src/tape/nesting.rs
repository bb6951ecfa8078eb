//! Which elements are open, and what each tag closes: HTML's optional end tags, stray and crossed ones, bounded so that
//! nothing unclosed swallows the rest. It knows tags only, and gives the elements that were closed by their ids.

use super::ElementId;
use crate::html::{Implied, Tag, belongs_in_head, has_implied_end, implied_by, is_scope_barrier, is_special, leaves_foreign_content};
use crate::limits::MAX_DEPTH;

/// An open element. One whose end tag came while others were still open inside it `ended`: it closes with them.
struct Open {
    id: ElementId,
    tag: Tag,
    /// Stands for the name of a tag that [`Tag`] does not know.
    name: u32,
    ended: bool,
}

/// An element that a tag closed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Closed {
    pub(crate) id: ElementId,
    pub(crate) tag: Tag,
    /// Whether its own end tag came, now or before.
    pub(crate) ended: bool,
    /// Whether it is what this end tag names.
    pub(crate) named: bool,
}

/// What an end tag does beside closing elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// No more.
    Done,
    /// It is a whole element without content: `</p>` and `</br>` without their start tags, and the ends of blocks left
    /// out for depth, so that text before and after does not join.
    Separator(Tag),
}

/// The stack of open elements.
pub(crate) struct Nesting {
    open: Vec<Open>,
    /// How many of each tag are open, so that a search that must fail costs nothing.
    count: [u32; Tag::COUNT],
    /// How many of each tag were left out for depth and still wait for their end tags.
    left_out: [u32; Tag::COUNT],
    has_left_out: bool,
    closed: Vec<Closed>,
    /// Links that ended before blocks inside them did, each with the element before which it now ends.
    retracted: Vec<(ElementId, ElementId)>,
}

impl Nesting {
    pub(crate) fn new() -> Self {
        Self {
            open: Vec::new(),
            count: [0; Tag::COUNT],
            left_out: [0; Tag::COUNT],
            has_left_out: false,
            closed: Vec::new(),
            retracted: Vec::new(),
        }
    }

    /// Whether an element of this tag is open.
    pub(crate) fn is_open(&self, tag: Tag) -> bool {
        self.count[tag as usize] > 0
    }

    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The innermost open element.
    pub(crate) fn current(&self) -> Option<(ElementId, Tag)> {
        self.open.last().map(|open| (open.id, open.tag))
    }

    /// The elements closed since this was last asked, from the inside out.
    pub(crate) fn take_closed(&mut self) -> impl Iterator<Item = Closed> {
        self.closed.drain(..)
    }

    /// Links that no longer reach into an element that they held.
    pub(crate) fn retracted(&self) -> &[(ElementId, ElementId)] {
        &self.retracted
    }

    /// Closes what a start tag closes. False if the tag is no element at all here.
    pub(crate) fn make_way(&mut self, tag: Tag) -> bool {
        if self.is_ignored(tag) {
            return false;
        }
        self.leave_head(tag);
        self.leave_foreign_content(tag, leaves_foreign_content(tag));
        if self.leave_select(tag) {
            return false;
        }
        for rule in implied_by(tag) {
            self.close_implied(rule);
        }
        true
    }

    /// Text in the head belongs to the body.
    pub(crate) fn make_way_for_text(&mut self) {
        if self.open.last().is_some_and(|open| open.tag == Tag::Head) {
            self.leave_head(Tag::Body);
        }
    }

    /// Opens an element that is not void. False if it lies too deep: it then holds nothing.
    pub(crate) fn enter(&mut self, id: ElementId, tag: Tag, name: &str) -> bool {
        if self.open.len() >= MAX_DEPTH {
            self.has_left_out = true;
            self.left_out[tag as usize] += 1;
            return false;
        }
        self.count[tag as usize] += 1;
        self.open.push(Open { id, tag, name: name_key(tag, name), ended: false });
        true
    }

    /// Closes what an end tag closes.
    pub(crate) fn leave(&mut self, tag: Tag, name: &str) -> Ended {
        if matches!(tag, Tag::Html | Tag::Body) {
            return Ended::Done; // What follows them still belongs to the body.
        }
        self.leave_foreign_content(tag, matches!(tag, Tag::P | Tag::Br));
        if self.left_out[tag as usize] > 0 {
            self.left_out[tag as usize] -= 1;
            return if tag.is_block() { Ended::Separator(Tag::Br) } else { Ended::Done };
        }
        match self.find_open(tag, name_key(tag, name)) {
            Some(index) => self.end_open(index),
            None if matches!(tag, Tag::P | Tag::Br) => return Ended::Separator(tag),
            None => {}
        }
        Ended::Done
    }

    /// Closes all that is still open.
    pub(crate) fn leave_all(&mut self) {
        self.close_from(0);
    }

    /// A page has one `html` and one `body`, outside all else, and framesets only instead of a body.
    fn is_ignored(&self, tag: Tag) -> bool {
        let outside: &[Tag] = match tag {
            Tag::Html => &[],
            Tag::Body => &[Tag::Html, Tag::Head],
            Tag::Frameset => &[Tag::Html, Tag::Head, Tag::Frameset],
            _ => return false,
        };
        self.open.iter().any(|open| !outside.contains(&open.tag))
    }

    fn end_open(&mut self, index: usize) {
        let tag = self.open[index].tag;
        if tag == Tag::Form {
            self.close_implied_ends(index);
        }
        let waits = !is_special(tag) || tag == Tag::Form;
        if waits && self.crosses_blocks(index) {
            match tag {
                Tag::A => self.retract(index, true),
                _ => self.open[index].ended = true,
            }
            return;
        }
        while self.open.len() > index + 1 {
            self.pop(false);
        }
        self.pop(true);
        self.pop_ended();
    }

    /// Closes the innermost elements of `open[index]` as long as their end tags may be left out.
    fn close_implied_ends(&mut self, index: usize) {
        while self.open.len() > index + 1 && self.open.last().is_some_and(|open| has_implied_end(open.tag)) {
            self.pop(false);
        }
    }

    /// Whether blocks are open inside `open[index]`.
    fn crosses_blocks(&self, index: usize) -> bool {
        self.open[index + 1..].iter().any(|open| open.tag.is_block() && !open.ended)
    }

    /// Ends a link that blocks are open in before the first element that is: in a browser, too, it does not reach on.
    fn retract(&mut self, index: usize, named: bool) {
        let link = self.open.remove(index);
        self.count[link.tag as usize] -= 1;
        if let Some(inner) = self.open.get(index) {
            self.retracted.push((link.id, inner.id));
        }
        self.closed.push(Closed { id: link.id, tag: link.tag, ended: named, named });
    }

    /// The innermost open element that an end tag may close: tags inside a cell never close what holds the table.
    fn find_open(&self, tag: Tag, name: u32) -> Option<usize> {
        let is_match = |open: &Open| match tag {
            Tag::Other => open.tag == Tag::Other && open.name == name,
            _ if tag.is_heading() => open.tag.is_heading(),
            _ => open.tag == tag,
        };
        if self.count[tag as usize] == 0 && !tag.is_heading() {
            return None;
        }
        for (index, open) in self.open.iter().enumerate().rev() {
            if is_match(open) {
                return (!open.ended).then_some(index);
            }
            let beyond_table = is_scope_barrier(open.tag) && (!closes_table_parts(tag) || (open.tag == Tag::Table && tag != Tag::Table));
            if open.tag == Tag::Noscript || beyond_table || is_end_barrier(tag, open.tag) {
                return None;
            }
        }
        None
    }

    fn close_implied(&mut self, rule: &Implied) {
        if rule.closes.iter().all(|tag| self.count[*tag as usize] == 0) {
            return;
        }
        for (index, open) in self.open.iter().enumerate().rev() {
            if rule.closes.contains(&open.tag) && !open.ended {
                match open.tag {
                    // A heading only ends another that it stands directly in.
                    tag if tag.is_heading() && index + 1 < self.open.len() => {}
                    Tag::A if self.crosses_blocks(index) => self.retract(index, false),
                    _ => self.close_from(index),
                }
                return;
            }
            if open.tag == Tag::Noscript || rule.stops_at(open.tag) {
                return;
            }
        }
    }

    /// Content that no head may hold ends it.
    fn leave_head(&mut self, tag: Tag) {
        if belongs_in_head(tag) || !self.is_open(Tag::Head) || self.is_open(Tag::Template) {
            return;
        }
        if let Some(index) = self.open.iter().position(|open| open.tag == Tag::Head) {
            self.close_from(index);
        }
    }

    /// HTML that cannot stand in SVG or `MathML` ends all of it, up to the innermost element that may hold HTML. No
    /// formula holds blocks, though a browser lets it: one never closed would hold the article.
    fn leave_foreign_content(&mut self, tag: Tag, leaves: bool) {
        if !leaves || (!self.is_open(Tag::Svg) && !self.is_open(Tag::Math)) {
            return;
        }
        let inside = self.open.iter().enumerate().rev().take_while(|(_, open)| !holds_html(open.tag, tag.is_block()));
        if let Some((index, _)) = inside.filter(|(_, open)| matches!(open.tag, Tag::Svg | Tag::Math)).last() {
            self.close_from(index);
        }
    }

    /// Blocks and other controls end a `select`, so that one never closed holds no more than its options. Whether
    /// that is all that the start tag does.
    fn leave_select(&mut self, tag: Tag) -> bool {
        let leaves = (tag.is_block() && tag != Tag::Hr) || matches!(tag, Tag::Input | Tag::Textarea | Tag::Select);
        if !leaves || !self.is_open(Tag::Select) {
            return false;
        }
        let index = self.open.iter().rposition(|open| open.tag == Tag::Select).unwrap_or_default();
        self.close_from(index);
        tag == Tag::Select
    }

    /// Closes `open[index]` and all inside it, then whatever waited for that to close.
    fn close_from(&mut self, index: usize) {
        while self.open.len() > index {
            self.pop(false);
        }
        self.pop_ended();
    }

    fn pop_ended(&mut self) {
        while self.open.last().is_some_and(|open| open.ended) {
            self.pop(false);
        }
    }

    fn pop(&mut self, named: bool) {
        let Some(open) = self.open.pop() else { return };
        self.count[open.tag as usize] -= 1;
        self.closed.push(Closed { id: open.id, tag: open.tag, ended: open.ended || named, named });
        if self.has_left_out && self.open.len() < MAX_DEPTH {
            self.left_out = [0; Tag::COUNT];
            self.has_left_out = false;
        }
    }
}

/// A number for a name, the same for equal names: FNV-1a. Only names that [`Tag`] does not know need one.
fn name_key(tag: Tag, name: &str) -> u32 {
    match tag {
        Tag::Other => name.bytes().fold(0x811c_9dc5, |key, byte| (key ^ u32::from(byte)).wrapping_mul(0x0100_0193)),
        _ => 0,
    }
}

/// The elements in SVG and `MathML` whose content is HTML again.
const fn holds_html(tag: Tag, blocks: bool) -> bool {
    match tag {
        Tag::ForeignObject | Tag::Desc | Tag::Title => true,
        Tag::AnnotationXml | Tag::Mi | Tag::Mo | Tag::Mn | Tag::Ms | Tag::Mtext => !blocks,
        _ => false,
    }
}

/// What ends the search for the element that an end tag names, beside the scope's own barriers.
const fn is_end_barrier(tag: Tag, open: Tag) -> bool {
    match tag {
        Tag::Li => matches!(open, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir),
        Tag::P => matches!(open, Tag::Button),
        _ => false,
    }
}

const fn closes_table_parts(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Table
            | Tag::Tbody
            | Tag::Thead
            | Tag::Tfoot
            | Tag::Tr
            | Tag::Td
            | Tag::Th
            | Tag::Caption
            | Tag::Colgroup
            | Tag::Template
            | Tag::Object
            | Tag::Marquee
            | Tag::Html
            | Tag::Body
    )
}
