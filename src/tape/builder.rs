//! Builds a [`Tape`] from tags and texts as they come.

use super::nesting::{Ended, Nesting};
use super::{Element, ElementId, Event, Span, Tape, Text, TextId};
use crate::html::{Attr, Tag, belongs_in_head};

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
    nesting: Nesting,
    /// Where the source was last read to.
    position: u32,
}

impl TapeBuilder {
    pub(crate) fn new() -> Self {
        Self { tape: Tape::default(), nesting: Nesting::new(), position: 0 }
    }

    /// Keeps attributes of these names too, from here on.
    pub(crate) fn keep_attributes(&mut self, names: Vec<Box<str>>) {
        self.tape.attr_names = names;
    }

    /// The attributes that are kept beyond [`Attr`].
    pub(crate) fn attr_names(&self) -> &[Box<str>] {
        &self.tape.attr_names
    }

    /// Adds to the element that began last an attribute by its place in [`Self::attr_names`].
    pub(crate) fn named_attr(&mut self, name: usize, value: &str) {
        if let Some(last) = self.tape.elements.len().checked_sub(1) {
            let value = self.store(value);
            self.tape.named_attrs.push((ElementId(last as u32), name as u32, value));
        }
    }

    /// How many elements the tape holds so far.
    pub(crate) fn element_count(&self) -> usize {
        self.tape.elements.len()
    }

    /// Whether an element of this tag is open.
    pub(crate) fn is_open(&self, tag: Tag) -> bool {
        self.nesting.is_open(tag)
    }

    /// Whether the current element is a script whose text some stage reads: structured data or a formula.
    pub(crate) fn keeps_script(&self) -> bool {
        let kind = self.nesting.current().and_then(|(id, _)| self.tape.attr(id, Attr::Type));
        kind.is_some_and(is_data_script)
    }

    /// Whether text here belongs to SVG, which has none that readers need.
    pub(crate) fn in_svg(&self) -> bool {
        self.is_open(Tag::Svg)
    }

    /// Enters an element, closing what it implies closed. `attrs` gives decoded values in source order. Whether it is on
    /// the tape.
    pub(crate) fn start(&mut self, start: &StartTag<'_>, attrs: impl Iterator<Item = (Attr, impl AsRef<str>)>) -> bool {
        let is_element = self.nesting.make_way(start.tag);
        self.exit_closed(Span { start: start.source.start, end: start.source.start });
        if !is_element {
            return false;
        }
        if !may_stand_outside_body(start.tag) {
            self.imply_body(start.source.start);
        }
        self.position = start.source.end;
        let id = ElementId(self.tape.elements.len() as u32);
        let depth = self.nesting.depth();
        let parent = self.parent();
        let holds_more = !start.empty && self.nesting.enter(id, start.tag, start.name);
        let too_deep = !start.empty && !holds_more;
        self.tape.flattened |= too_deep;
        // Too deep a block still parts the text around it.
        if too_deep && !start.tag.is_block() {
            return false;
        }
        self.push_element(start, attrs, parent, depth);
        if !holds_more {
            self.exit(id);
        }
        true
    }

    /// Adds a text node. Empty text is no node.
    pub(crate) fn text(&mut self, text: &str, source_end: u32) {
        if text.is_empty() {
            return;
        }
        if !text.trim_ascii().is_empty() {
            self.nesting.make_way_for_text();
            self.exit_closed(Span { start: self.position, end: self.position });
            self.imply_body(self.position);
        }
        self.position = source_end;
        let span = self.store(text);
        let id = TextId(self.tape.texts.len() as u32);
        self.tape.texts.push(Text { text: span, parent: self.parent() });
        self.tape.events.push(Event::Text(id));
    }

    /// Leaves the element that an end tag names. Other end tags change nothing, but for those that are whole elements.
    pub(crate) fn end(&mut self, tag: Tag, name: &str, source: Span) {
        let ended = self.nesting.leave(tag, name);
        self.exit_closed(source);
        self.position = source.end;
        if let Ended::Separator(tag) = ended {
            let start = StartTag { tag, name: tag.name(), ordinal: None, source, empty: true };
            let id = self.push_element(&start, std::iter::empty::<(Attr, &str)>(), self.parent(), self.nesting.depth());
            self.exit(id);
        }
    }

    /// Closes all that is still open.
    pub(crate) fn finish(mut self, source_end: u32) -> Tape {
        self.nesting.leave_all();
        self.exit_closed(Span { start: source_end, end: source_end });
        self.tape.retract(self.nesting.retracted());
        self.tape.repair_encoding();
        self.tape
    }

    /// Content outside any element stands in a body, so that every page has one root that holds its content.
    fn imply_body(&mut self, at: u32) {
        if self.nesting.depth() == 0 {
            let source = Span { start: at, end: at };
            let body = StartTag { tag: Tag::Body, name: Tag::Body.name(), ordinal: None, source, empty: false };
            self.nesting.enter(ElementId(self.tape.elements.len() as u32), body.tag, body.name);
            self.push_element(&body, std::iter::empty::<(Attr, &str)>(), None, 0);
        }
    }

    fn parent(&self) -> Option<ElementId> {
        self.nesting.current().map(|(id, _)| id)
    }

    /// Writes the exits of what the last tag closed. Only what the tag names reaches to the tag's end.
    fn exit_closed(&mut self, source: Span) {
        for closed in self.nesting.take_closed() {
            if !closed.ended && is_role_only_while_closed(closed.tag) {
                self.tape.elements[closed.id.index()].tag = Tag::Div;
            }
            let end = if closed.named { source.end } else { source.start };
            self.tape.exit(closed.id, end);
        }
    }

    fn exit(&mut self, id: ElementId) {
        self.tape.exit(id, self.position);
    }

    fn push_element(
        &mut self,
        start: &StartTag<'_>,
        attrs: impl Iterator<Item = (Attr, impl AsRef<str>)>,
        parent: Option<ElementId>,
        depth: usize,
    ) -> ElementId {
        let id = ElementId(self.tape.elements.len() as u32);
        let name = match start.tag {
            Tag::Other => self.store(start.name),
            _ => Span::default(),
        };
        let first = self.tape.attrs.len() as u32;
        for (attr, value) in attrs {
            let value = self.store(value.as_ref());
            self.tape.attrs.push((attr, value));
        }
        self.tape.elements.push(Element {
            tag: start.tag,
            depth: depth as u16,
            parent,
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
}

impl Tape {
    fn exit(&mut self, id: ElementId, source_end: u32) {
        let element = &mut self.elements[id.index()];
        element.exit = self.events.len() as u32;
        element.source.end = element.source.end.max(source_end);
        self.events.push(Event::Exit(id));
    }
}

/// Whether a script of this type holds data that some stage reads: structured data or a formula.
pub(crate) fn is_data_script(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    ["application/ld+json", "math/tex", "math/mml"].iter().any(|kept| kind.eq_ignore_ascii_case(kept))
}

const fn may_stand_outside_body(tag: Tag) -> bool {
    belongs_in_head(tag) || matches!(tag, Tag::Html | Tag::Body | Tag::Frameset)
}

/// Elements that say of all they hold that it is no article. One whose end tag never came may hold the article too,
/// so it says nothing.
const fn is_role_only_while_closed(tag: Tag) -> bool {
    matches!(tag, Tag::Nav | Tag::Aside | Tag::Footer | Tag::Header | Tag::Dialog | Tag::Menu | Tag::Search)
}
