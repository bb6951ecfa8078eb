//! Builds a [`Tape`] from tags and texts as they come. It owns nesting: the source's tags need not match.

use super::{Element, ElementId, Event, Span, Tape, Text, TextId};
use crate::html::{Attr, Implied, Tag, implied_by, is_scope_barrier, is_special, leaves_foreign_content};
use crate::limits::MAX_DEPTH;

/// An open element. One whose end tag came while others were still open inside it `ended`: it closes with them.
struct Open {
    id: ElementId,
    tag: Tag,
    ended: bool,
}

/// A start tag as the tokenizer saw it.
pub(crate) struct StartTag<'a> {
    pub(crate) tag: Tag,
    pub(crate) name: &'a str,
    pub(crate) ordinal: Option<u32>,
    /// The start tag's own bytes in the source.
    pub(crate) source: Span,
    /// Whether no end tag will come: void elements, and self-closed ones in SVG and `MathML`.
    pub(crate) empty: bool,
}

pub(crate) struct TapeBuilder {
    tape: Tape,
    open: Vec<Open>,
    /// How many of each tag are open, so that a search that must fail costs nothing.
    count: [u32; Tag::COUNT],
    /// How many of each tag were left out for depth and still wait for their end tags.
    left_out: [u32; Tag::COUNT],
    has_left_out: bool,
    /// Links that ended before blocks inside them did, each with the element before which it now ends.
    retracted: Vec<(ElementId, ElementId)>,
    /// Where the source was last read to.
    position: u32,
}

impl TapeBuilder {
    pub(crate) fn new() -> Self {
        Self {
            tape: Tape::default(),
            open: Vec::new(),
            count: [0; Tag::COUNT],
            left_out: [0; Tag::COUNT],
            has_left_out: false,
            retracted: Vec::new(),
            position: 0,
        }
    }

    /// How many elements the tape holds so far.
    pub(crate) fn element_count(&self) -> usize {
        self.tape.elements.len()
    }

    /// Whether an element of this tag is open.
    pub(crate) fn is_open(&self, tag: Tag) -> bool {
        self.count[tag as usize] > 0
    }

    /// Whether the current element is a script whose text some stage reads: structured data or a formula.
    pub(crate) fn keeps_script(&self) -> bool {
        let kind = self.open.last().and_then(|open| self.tape.attr(open.id, Attr::Type)).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        ["application/ld+json", "math/tex", "math/mml"].iter().any(|kept| kind.eq_ignore_ascii_case(kept))
    }

    /// Whether text here belongs to SVG, which has none that readers need.
    pub(crate) fn in_svg(&self) -> bool {
        self.is_open(Tag::Svg)
    }

    /// Enters an element, closing what it implies closed. `attrs` gives decoded values in source order.
    pub(crate) fn start(&mut self, start: &StartTag<'_>, attrs: impl Iterator<Item = (Attr, String)>) {
        let tag = start.tag;
        self.position = start.source.start;
        if self.is_ignored(tag) {
            return;
        }
        self.leave_head(tag);
        self.leave_foreign_content(leaves_foreign_content(tag));
        if self.leave_select(tag) {
            return;
        }
        for rule in implied_by(tag) {
            self.close_implied(rule);
        }
        self.position = start.source.end;
        let too_deep = self.open.len() >= MAX_DEPTH;
        if too_deep && !start.empty {
            self.leave_out(tag);
            if !tag.is_block() {
                return;
            }
        }
        let id = self.push_element(start, attrs);
        match start.empty || too_deep {
            true => self.exit(id),
            false => self.push_open(id, tag),
        }
    }

    /// Adds a text node. Empty text is no node.
    pub(crate) fn text(&mut self, text: &str, source_end: u32) {
        self.position = source_end;
        if text.is_empty() {
            return;
        }
        if self.open.last().is_some_and(|open| open.tag == Tag::Head) && !text.trim_ascii().is_empty() {
            self.leave_head(Tag::Body);
        }
        let span = self.store(text);
        let id = TextId(self.tape.texts.len() as u32);
        let parent = self.open.last().map(|open| open.id);
        self.tape.texts.push(Text { text: span, parent });
        self.tape.events.push(Event::Text(id));
    }

    /// Leaves the element that an end tag names. Other end tags change nothing, but for `</p>` and `</br>`, which
    /// are whole elements then.
    pub(crate) fn end(&mut self, tag: Tag, name: &str, source: Span) {
        self.position = source.start;
        if matches!(tag, Tag::Html | Tag::Body) {
            return; // What follows them still belongs to the body.
        }
        self.leave_foreign_content(matches!(tag, Tag::P | Tag::Br));
        if self.end_left_out(tag, source) {
            return;
        }
        match self.find_open(tag, name) {
            Some(index) => self.end_open(index, source),
            None if matches!(tag, Tag::P | Tag::Br) => self.separator(tag, source),
            None => {}
        }
    }

    /// Closes all that is still open.
    pub(crate) fn finish(mut self, source_end: u32) -> Tape {
        self.position = source_end;
        self.close_from(0);
        self.tape.retract(&self.retracted);
        self.tape
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

    fn end_open(&mut self, index: usize, source: Span) {
        let tag = self.open[index].tag;
        let waits = !is_special(tag) || tag == Tag::Form;
        if waits && self.crosses_blocks(index) {
            match tag {
                Tag::A => self.retract(index),
                _ => self.open[index].ended = true,
            }
            return;
        }
        self.close_from(index + 1);
        self.position = source.end;
        if let Some(open) = self.open.get_mut(index) {
            open.ended = true;
            self.close_from(index);
        }
    }

    /// Whether blocks are open inside `open[index]`.
    fn crosses_blocks(&self, index: usize) -> bool {
        self.open[index + 1..].iter().any(|open| open.tag.is_block() && !open.ended)
    }

    /// Ends a link that blocks are open in before the first element that is: in a browser, too, it does not reach on.
    fn retract(&mut self, index: usize) {
        let link = self.open.remove(index);
        self.count[link.tag as usize] -= 1;
        if let Some(inner) = self.open.get(index) {
            self.retracted.push((link.id, inner.id));
        }
        self.exit(link.id);
    }

    fn leave_out(&mut self, tag: Tag) {
        self.tape.flattened = true;
        self.has_left_out = true;
        self.left_out[tag as usize] += 1;
    }

    /// Whether an end tag was that of an element left out for depth.
    fn end_left_out(&mut self, tag: Tag, source: Span) -> bool {
        let left_out = &mut self.left_out[tag as usize];
        if *left_out == 0 {
            return false;
        }
        *left_out -= 1;
        if tag.is_block() {
            self.separator(Tag::Br, source);
        }
        true
    }

    /// An element without content that the source has no start tag for: the text before and after it does not join.
    fn separator(&mut self, tag: Tag, source: Span) {
        let start = StartTag { tag, name: tag.name(), ordinal: None, source, empty: true };
        let id = self.push_element(&start, std::iter::empty());
        self.position = source.end;
        self.exit(id);
    }

    fn push_open(&mut self, id: ElementId, tag: Tag) {
        self.count[tag as usize] += 1;
        self.open.push(Open { id, tag, ended: false });
    }

    fn push_element(&mut self, start: &StartTag<'_>, attrs: impl Iterator<Item = (Attr, String)>) -> ElementId {
        let id = ElementId(self.tape.elements.len() as u32);
        let name = match start.tag {
            Tag::Other => self.store(start.name),
            _ => Span::default(),
        };
        let first = self.tape.attrs.len() as u32;
        for (attr, value) in attrs {
            let value = self.store(&value);
            self.tape.attrs.push((attr, value));
        }
        self.tape.elements.push(Element {
            tag: start.tag,
            depth: self.open.len() as u16,
            parent: self.open.last().map(|open| open.id),
            enter: self.tape.events.len() as u32,
            exit: 0,
            ordinal: start.ordinal,
            source: start.source,
            attrs: Span { start: first, end: self.tape.attrs.len() as u32 },
            name,
        });
        self.tape.events.push(Event::Enter(id));
        id
    }

    fn store(&mut self, text: &str) -> Span {
        let start = self.tape.strings.len() as u32;
        self.tape.strings.push_str(text);
        Span { start, end: self.tape.strings.len() as u32 }
    }

    fn exit(&mut self, id: ElementId) {
        let element = &mut self.tape.elements[id.index()];
        element.exit = self.tape.events.len() as u32;
        element.source.end = element.source.end.max(self.position);
        self.tape.events.push(Event::Exit(id));
    }

    /// The innermost open element that an end tag may close: tags inside a cell never close what holds the table.
    fn find_open(&self, tag: Tag, name: &str) -> Option<usize> {
        let is_match = |open: &Open| match tag {
            Tag::Other => open.tag == Tag::Other && self.tape.name(open.id) == name,
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
                    Tag::A if self.crosses_blocks(index) => self.retract(index),
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
        let belongs = matches!(
            tag,
            Tag::Base | Tag::Head | Tag::Link | Tag::Meta | Tag::Noscript | Tag::Script | Tag::Style | Tag::Template | Tag::Title
        );
        if belongs || !self.is_open(Tag::Head) || self.is_open(Tag::Template) {
            return;
        }
        if let Some(index) = self.open.iter().position(|open| open.tag == Tag::Head) {
            self.close_from(index);
        }
    }

    /// HTML that cannot stand in SVG or `MathML` ends all of it, up to the innermost element that may hold HTML.
    fn leave_foreign_content(&mut self, leaves: bool) {
        if !leaves || (!self.is_open(Tag::Svg) && !self.is_open(Tag::Math)) {
            return;
        }
        let inside = self.open.iter().enumerate().rev().take_while(|(_, open)| !holds_html(open.tag));
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
            self.pop();
        }
        while self.open.last().is_some_and(|open| open.ended) {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.count[open.tag as usize] -= 1;
        if !open.ended && is_role_only_while_closed(open.tag) {
            self.tape.elements[open.id.index()].tag = Tag::Div;
        }
        self.exit(open.id);
        if self.has_left_out && self.open.len() < MAX_DEPTH {
            self.left_out = [0; Tag::COUNT];
            self.has_left_out = false;
        }
    }
}

/// Elements that say of all they hold that it is no article. One whose end tag never came may hold the article too,
/// so it says nothing.
const fn is_role_only_while_closed(tag: Tag) -> bool {
    matches!(tag, Tag::Nav | Tag::Aside | Tag::Footer | Tag::Header | Tag::Dialog | Tag::Menu | Tag::Search)
}

/// The elements in SVG and `MathML` whose content is HTML again.
const fn holds_html(tag: Tag) -> bool {
    matches!(tag, Tag::ForeignObject | Tag::Desc | Tag::Title | Tag::AnnotationXml | Tag::Mi | Tag::Mo | Tag::Mn | Tag::Ms | Tag::Mtext)
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
