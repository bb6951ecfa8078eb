//! Tape and plan → the article's normal form. What each kind of content looks like in the wild is known here and
//! nowhere after.

mod inlines;

use crate::document::{Block, BlockKind, Cell, Definition, Document, Inline, ListKind, Table};
use crate::html::{Attr, Tag};
use crate::plan::Plan;
use crate::tape::{ElementId, Event, Tape};
use crate::urls::Base;

use inlines::{Run, tidy};

/// Elements nested deeper than this give only their text: half of what Blink nests, so that no browser flattens it.
const MAX_DEPTH: usize = 128;

/// Writes the article's tree.
pub(crate) fn compose(tape: &Tape, plan: &Plan, base: &Base) -> Document {
    let composer = Composer { tape, plan, base };
    Document { blocks: composer.blocks(tape.events(), 0) }
}

struct Composer<'a> {
    tape: &'a Tape,
    plan: &'a Plan,
    base: &'a Base,
}

const fn block(kind: BlockKind) -> Block {
    Block { kind, id: None, lang: None, dir: None }
}

impl Composer<'_> {
    /// The blocks of a run of events. Text that stands beside blocks becomes paragraphs.
    fn blocks(&self, events: &[Event], depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run = Run::new(self.base);
        let mut at = 0;
        while let Some(event) = events.get(at) {
            at += 1;
            match *event {
                Event::Text(id) if self.plan.keeps_text(id) => run.text(self.tape.text(id)),
                Event::Text(_) => {}
                Event::Enter(id) => {
                    let size = self.size(id);
                    if !self.plan.keeps(id) {
                        at += size;
                        continue;
                    }
                    if !self.tape.tag(id).is_block() || depth >= MAX_DEPTH {
                        run.enter(self.tape, id);
                        continue;
                    }
                    blocks.extend(run.paragraph());
                    self.block(id, depth + 1, &mut blocks);
                    at += size;
                }
                Event::Exit(id) => run.exit(self.tape, id),
            }
        }
        blocks.extend(run.paragraph());
        blocks
    }

    /// Events from after an element's `Enter` to its `Exit`, both inclusive of what is between.
    fn size(&self, id: ElementId) -> usize {
        let element = self.tape.element(id);
        (element.exit - element.enter) as usize
    }

    fn block(&self, id: ElementId, depth: usize, out: &mut Vec<Block>) {
        let inside = self.tape.inside(id);
        let tag = self.tape.tag(id);
        let kind = match tag {
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                let level = tag.heading_level().unwrap_or(2).max(2);
                BlockKind::Heading { level, inlines: self.inlines(inside) }
            }
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir => self.list(id, depth),
            Tag::Dl => self.definitions(id, depth),
            Tag::Blockquote => BlockKind::Quote {
                cite: self.tape.attr(id, Attr::Cite).and_then(|cite| self.base.link(cite)),
                blocks: self.blocks(inside, depth),
            },
            Tag::Pre | Tag::Listing => BlockKind::Code { lang: None, text: self.preformatted(id) },
            Tag::Figure => self.figure(id, depth),
            Tag::Table => match self.table(id, depth) {
                Some(table) => BlockKind::Table(table),
                None => return out.extend(self.blocks(inside, depth)),
            },
            Tag::Hr => BlockKind::Rule,
            _ => return out.extend(self.blocks(inside, depth)),
        };
        if !is_empty(&kind) {
            out.push(block(kind));
        }
    }

    fn inlines(&self, events: &[Event]) -> Vec<Inline> {
        let mut run = Run::new(self.base);
        for event in events {
            match *event {
                Event::Text(id) if self.plan.keeps_text(id) => run.text(self.tape.text(id)),
                Event::Text(_) => {}
                Event::Enter(id) if self.tape.tag(id).is_block() => run.text(" "),
                Event::Enter(id) => run.enter(self.tape, id),
                Event::Exit(id) => run.exit(self.tape, id),
            }
        }
        tidy(run.finish())
    }

    /// Kept child elements, in order.
    fn children(&self, id: ElementId) -> impl Iterator<Item = ElementId> {
        let mut skip_to = 0;
        self.tape.inside(id).iter().filter_map(move |event| match *event {
            Event::Enter(child) if self.tape.element(child).enter >= skip_to => {
                skip_to = self.tape.element(child).exit;
                self.plan.keeps(child).then_some(child)
            }
            _ => None,
        })
    }

    fn list(&self, id: ElementId, depth: usize) -> BlockKind {
        let start = self.tape.attr(id, Attr::Start).and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let kind = match self.tape.tag(id) {
            Tag::Ol => ListKind::Numbers(start),
            _ => ListKind::Bullets,
        };
        let items = self.children(id).map(|child| self.blocks(self.tape.inside(child), depth + 1));
        BlockKind::List { kind, items: items.filter(|item| !item.is_empty()).collect() }
    }

    fn definitions(&self, id: ElementId, depth: usize) -> BlockKind {
        let mut definitions = Vec::new();
        for child in self.tape.inside(id).iter().filter_map(|event| match *event {
            Event::Enter(child) if matches!(self.tape.tag(child), Tag::Dt | Tag::Dd) && self.plan.keeps(child) => Some(child),
            _ => None,
        }) {
            let inside = self.tape.inside(child);
            definitions.push(match self.tape.tag(child) {
                Tag::Dt => Definition::Term(self.inlines(inside)),
                _ => Definition::Description(self.blocks(inside, depth + 1)),
            });
        }
        BlockKind::Definitions(definitions)
    }

    fn figure(&self, id: ElementId, depth: usize) -> BlockKind {
        let caption = self.children(id).find(|child| self.tape.tag(*child) == Tag::Figcaption);
        let inlines = caption.map(|caption| self.inlines(self.tape.inside(caption))).unwrap_or_default();
        let mut blocks = Vec::new();
        for child in self.children(id).filter(|child| Some(*child) != caption) {
            let element = self.tape.element(child);
            blocks.extend(self.blocks(&self.tape.events()[element.enter as usize..=element.exit as usize], depth + 1));
        }
        BlockKind::Figure { blocks, caption: inlines }
    }

    /// A data table; `None` for one that only lays out the page: a single cell or column, or blocks in its cells.
    fn table(&self, id: ElementId, depth: usize) -> Option<Table> {
        let mut table = Table::default();
        for event in self.tape.inside(id) {
            let Event::Enter(child) = *event else { continue };
            if !self.plan.keeps(child) {
                continue;
            }
            match self.tape.tag(child) {
                Tag::Table => return None,
                Tag::Caption => table.caption = self.inlines(self.tape.inside(child)),
                Tag::Tr => table.rows.push(self.row(child, depth)),
                _ => {}
            }
        }
        table.rows.retain(|row| !row.is_empty());
        table.head_rows = usize::from(table.rows.first().is_some_and(|row| row.iter().all(|cell| cell.header)));
        let is_data = table.rows.len() > 1 && table.rows.iter().any(|row| row.len() > 1);
        is_data.then_some(table)
    }

    fn row(&self, id: ElementId, depth: usize) -> Vec<Cell> {
        let span = |cell, attr| self.tape.attr(cell, attr).and_then(|n| n.trim().parse().ok()).unwrap_or(1).clamp(1, 1000);
        let cells = self.children(id).filter(|child| matches!(self.tape.tag(*child), Tag::Td | Tag::Th));
        cells
            .map(|cell| Cell {
                header: self.tape.tag(cell) == Tag::Th,
                colspan: span(cell, Attr::Colspan),
                rowspan: span(cell, Attr::Rowspan),
                blocks: self.blocks(self.tape.inside(cell), depth + 2),
            })
            .collect()
    }

    fn preformatted(&self, id: ElementId) -> String {
        let mut text = String::new();
        for event in self.tape.inside(id) {
            match *event {
                Event::Text(id) if self.plan.keeps_text(id) => text.push_str(self.tape.text(id)),
                Event::Enter(id) if self.tape.tag(id) == Tag::Br => text.push('\n'),
                _ => {}
            }
        }
        text.trim_matches('\n').trim_end().to_owned()
    }
}

fn is_empty(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } => inlines.is_empty(),
        BlockKind::List { items, .. } => items.is_empty(),
        BlockKind::Definitions(definitions) => definitions.is_empty(),
        BlockKind::Quote { blocks, .. } | BlockKind::Group(blocks) => blocks.is_empty(),
        BlockKind::Code { text, .. } => text.is_empty(),
        BlockKind::Figure { blocks, caption } => blocks.is_empty() && caption.is_empty(),
        BlockKind::Details { summary, blocks } => summary.is_empty() && blocks.is_empty(),
        BlockKind::Table(table) => table.rows.is_empty(),
        BlockKind::Rule => false,
    }
}
