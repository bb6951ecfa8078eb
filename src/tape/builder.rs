//! Builds a [`Tape`] from tags and texts as they come. It owns nesting: the source's tags need not match.

use super::{Element, ElementId, Event, Span, Tape, Text, TextId};
use crate::html::{Attr, Implied, Tag, implied_by, is_scope_barrier, leaves_foreign_content};

/// Deeper start tags are left out (their text stays): Blink flattens its own tree at 512 levels too.
const MAX_DEPTH: usize = 512;

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
    /// Where the source was last read to.
    position: u32,
}

impl TapeBuilder {
    pub(crate) fn new() -> Self {
        Self { tape: Tape::default(), open: Vec::new(), count: [0; Tag::COUNT], left_out: [0; Tag::COUNT], position: 0 }
    }

    /// How many elements the tape holds so far.
    pub(crate) fn element_count(&self) -> usize {
        self.tape.elements.len()
    }

    /// The innermost open element's tag.
    pub(crate) fn current(&self) -> Option<Tag> {
        self.open.last().map(|open| open.tag)
    }

    /// Whether an element of this tag is open.
    pub(crate) fn is_open(&self, tag: Tag) -> bool {
        self.count[tag as usize] > 0
    }

    /// Whether the current element is a script whose text some stage reads: structured data or a formula.
    pub(crate) fn keeps_script(&self) -> bool {
        let kind = self.open.last().and_then(|open| self.tape.attr(open.id, Attr::Type)).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        kind.eq_ignore_ascii_case("application/ld+json") || ["math/tex", "math/mml"].iter().any(|math| kind.eq_ignore_ascii_case(math))
    }

    /// Whether text here belongs to SVG, which has none that readers need.
    pub(crate) fn in_svg(&self) -> bool {
        self.is_open(Tag::Svg)
    }

    /// Enters an element, closing what it implies closed. `attrs` gives decoded values in source order.
    pub(crate) fn start(&mut self, start: &StartTag<'_>, attrs: impl Iterator<Item = (Attr, String)>) {
        let tag = start.tag;
        self.position = start.source.start;
        if matches!(tag, Tag::Html | Tag::Body) && self.is_open(tag) {
            return;
        }
        self.leave_head(tag);
        self.leave_foreign_content(tag);
        for rule in implied_by(tag) {
            self.close_implied(rule);
        }
        self.position = start.source.end;
        if self.open.len() >= MAX_DEPTH {
            self.tape.flattened = true;
            if !start.empty {
                self.left_out[tag as usize] += 1;
                return;
            }
        }
        let id = self.push_element(start, attrs);
        match start.empty {
            true => self.exit(id),
            false => {
                self.count[tag as usize] += 1;
                self.open.push(Open { id, tag, ended: false });
            }
        }
    }

    /// Adds a text node. Empty text is no node.
    pub(crate) fn text(&mut self, text: &str, source_end: u32) {
        self.position = source_end;
        if text.is_empty() {
            return;
        }
        if self.current() == Some(Tag::Head) && !text.trim_ascii().is_empty() {
            self.leave_head(Tag::Body);
        }
        let span = self.store(text);
        let id = TextId(self.tape.texts.len() as u32);
        let parent = self.open.last().map(|open| open.id);
        self.tape.texts.push(Text { text: span, parent });
        self.tape.events.push(Event::Text(id));
    }

    /// Leaves the element that an end tag names. Stray end tags change nothing.
    pub(crate) fn end(&mut self, tag: Tag, name: &str, source: Span) {
        self.position = source.end;
        if matches!(tag, Tag::Html | Tag::Body) {
            return; // What follows them still belongs to the body.
        }
        if let Some(left_out) = self.left_out.get_mut(tag as usize).filter(|n| **n > 0) {
            *left_out -= 1;
            return;
        }
        let Some(index) = self.find_open(tag, name) else { return };
        let crossed = &self.open[index + 1..];
        let crosses_blocks =
            (tag.is_formatting() || matches!(tag, Tag::Form | Tag::Span)) && crossed.iter().any(|open| open.tag.is_block() && !open.ended);
        match crosses_blocks {
            true => self.open[index].ended = true,
            false => self.close_from(index),
        }
    }

    /// Closes all that is still open.
    pub(crate) fn finish(mut self, source_end: u32) -> Tape {
        self.position = source_end;
        self.close_from(0);
        self.tape
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
            if open.tag == Tag::Noscript {
                return None;
            }
            if is_scope_barrier(open.tag) && !closes_table_parts(tag) {
                return None;
            }
            if open.tag == Tag::Table && tag != Tag::Table {
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
            if rule.closes.contains(&open.tag) {
                // A heading only ends another that it stands directly in.
                if !open.tag.is_heading() || index + 1 == self.open.len() {
                    self.close_from(index);
                }
                return;
            }
            let crosses_cell = is_scope_barrier(open.tag) && !rule.barrier.contains(&Tag::Table);
            if open.tag == Tag::Noscript || rule.barrier.contains(&open.tag) || crosses_cell || open.tag == Tag::Table {
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

    fn leave_foreign_content(&mut self, tag: Tag) {
        if !self.is_open(Tag::Svg) && !self.is_open(Tag::Math) {
            return;
        }
        let foreign = self.open.iter().rposition(|open| matches!(open.tag, Tag::Svg | Tag::Math));
        let Some(index) = foreign.filter(|_| leaves_foreign_content(tag)) else { return };
        let holds_html = |open: &Open| {
            matches!(open.tag, Tag::ForeignObject | Tag::Desc | Tag::Title | Tag::AnnotationXml)
                || matches!(open.tag, Tag::Mi | Tag::Mo | Tag::Mn | Tag::Ms | Tag::Mtext)
        };
        if !self.open[index..].iter().any(holds_html) {
            self.close_from(index);
        }
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
        if let Some(open) = self.open.pop() {
            self.count[open.tag as usize] -= 1;
            self.exit(open.id);
        }
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
