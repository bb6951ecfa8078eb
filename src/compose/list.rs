//! Lists and definition lists.

use super::Composer;
use super::token::has_word;
use crate::document::{Block, BlockKind, Definition, Item, ListKind, Numbering, Numerals};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event};

impl Composer<'_> {
    /// A list. What stands between its items belongs to the item before. Where an item has a number out of turn, a list
    /// of its own begins.
    pub(super) fn list(&mut self, id: ElementId) -> BlockKind {
        let children: Vec<_> = self.children(id).into_iter().filter(|child| self.tape.tag(*child) == Tag::Li).collect();
        let mut kind = self.list_kind(id, &children);
        let element = self.tape.element(id);
        let mut lists: Vec<Block> = Vec::new();
        let mut items: Vec<Item> = Vec::new();
        let mut from = element.enter + 1;
        for child in children {
            if let (ListKind::Numbers(numbering), Some(value)) = (&mut kind, self.number(child, Attr::Value))
                && value != numbering.number(items.len())
            {
                if !items.is_empty() {
                    let items = std::mem::take(&mut items);
                    lists.push(BlockKind::List { kind: ListKind::Numbers(*numbering), items }.into());
                }
                *numbering = Numbering { start: value, reversed: numbering.reversed && value > 1, ..*numbering };
            }
            let (enter, exit) = (self.tape.element(child).enter, self.tape.element(child).exit);
            self.between(from, enter, &mut items);
            from = exit + 1;
            self.remember_names(child);
            let id = self.take_id();
            let done = self.task(child);
            let blocks = self.inside(child);
            let done = done.filter(|_| matches!(blocks.first(), Some(Block { kind: BlockKind::Paragraph(_), .. })));
            if !blocks.is_empty() {
                items.push(Item { id, done, blocks });
            }
        }
        self.between(from, element.exit, &mut items);
        let last = BlockKind::List { kind, items };
        if lists.is_empty() {
            return last;
        }
        lists.push(last.into());
        BlockKind::Group(lists)
    }

    fn list_kind(&self, id: ElementId, items: &[ElementId]) -> ListKind {
        if self.tape.tag(id) != Tag::Ol {
            return ListKind::Bullets;
        }
        let reversed = self.tape.attr(id, Attr::Reversed).is_some();
        let start = self.number(id, Attr::Start).unwrap_or(if reversed { items.len() as u32 } else { 1 });
        let numerals = match self.tape.attr(id, Attr::Type).map(str::trim) {
            Some("a") => Numerals::LowerLetters,
            Some("A") => Numerals::UpperLetters,
            Some("i") => Numerals::LowerRoman,
            Some("I") => Numerals::UpperRoman,
            _ => Numerals::Decimal,
        };
        // There is no number below 0 in Markdown, and none here either.
        let reversed = reversed && start > 1 && start as usize + 1 >= items.len();
        ListKind::Numbers(Numbering { start, reversed, numerals })
    }

    fn number(&self, id: ElementId, attr: Attr) -> Option<u32> {
        self.tape.attr(id, attr).and_then(|number| number.trim().parse().ok())
    }

    fn between(&mut self, from: u32, to: u32, items: &mut Vec<Item>) {
        let blocks = self.blocks(from as usize..to as usize);
        match items.last_mut() {
            Some(item) => item.blocks.extend(blocks),
            None if blocks.is_empty() => {}
            None => items.push(Item { blocks, ..Item::default() }),
        }
    }

    /// Whether an item starts with a box that shows whether it is done. A box that can be ticked is a switch of the page's.
    fn task(&self, id: ElementId) -> Option<bool> {
        let first = self.tape.inside(id).iter().take(8).find_map(|event| match *event {
            Event::Enter(child) if self.tape.tag(child) == Tag::Input => Some(Some(child)),
            Event::Text(text) if !self.tape.text(text).trim().is_empty() => Some(None),
            _ => None,
        });
        let input =
            first.flatten().filter(|input| self.tape.attr(*input, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")))?;
        let is_shown = self.tape.attr(input, Attr::Disabled).is_some() || [id, input].iter().any(|id| has_word(self.tape, *id, &["task"]));
        is_shown.then(|| self.tape.attr(input, Attr::Checked).is_some())
    }

    /// A definition list's terms and descriptions, also those that are grouped by `div`.
    pub(super) fn definitions(&mut self, id: ElementId) -> BlockKind {
        let mut parts = Vec::new();
        for child in self.children(id) {
            match self.tape.tag(child) {
                Tag::Div => parts.extend(self.children(child)),
                _ => parts.push(child),
            }
        }
        let mut definitions = Vec::new();
        for part in parts {
            if self.tape.tag(part) == Tag::Dt {
                self.remember_names(part);
                let id = self.take_id();
                let inlines = self.line(part);
                if !inlines.is_empty() {
                    definitions.push(Definition::Term { id, inlines });
                }
            } else {
                let blocks = self.whole(part);
                if !blocks.is_empty() {
                    definitions.push(Definition::Description(blocks));
                }
            }
        }
        BlockKind::Definitions(definitions)
    }
}
