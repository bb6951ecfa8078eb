//! Tables: those that hold data stay, those that only lay out a page come apart.

use super::Composer;
use crate::document::{BlockKind, Cell, Table};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event};

/// What a table shows of itself, not counting tables within it.
#[derive(Default)]
struct Shape {
    rows: usize,
    columns: usize,
    /// Cells, and how many have a `th`.
    cells: usize,
    headers: usize,
    /// Whether it says that it holds data: a caption, a head, a scope, a summary.
    declared: bool,
    nested: bool,
    /// Elements in cells that only a page's layout has there.
    sections: usize,
    chars: usize,
}

/// A cell of a table of data holds less than this on average: a paragraph is longer.
const MAX_MEAN_CELL_CHARS: usize = 160;

impl Shape {
    /// After Readability's `_markDataTables`, with what browsers' accessibility trees add.
    fn is_data(&self) -> bool {
        if self.rows == 0 || self.columns == 0 || self.cells < 2 {
            return false;
        }
        if self.declared || (self.headers > 0 && self.cells > self.headers) {
            return self.columns > 1 || self.rows > 1;
        }
        !self.nested && self.sections == 0 && self.rows > 1 && self.columns > 1 && self.chars / self.cells <= MAX_MEAN_CELL_CHARS
    }
}

impl Composer<'_> {
    /// Whether a table holds data.
    pub(super) fn is_data_table(&self, id: ElementId) -> bool {
        let role = self.tape.attr(id, Attr::Role).unwrap_or_default().trim();
        !matches!(role, "presentation" | "none") && self.shape(id).is_data()
    }

    /// Direct rows of a table.
    fn rows(&self, id: ElementId) -> Vec<(ElementId, bool)> {
        let mut rows = Vec::new();
        let mut parts = self.children(id);
        // A foot is shown last, wherever it stands.
        parts.sort_by_key(|part| self.tape.tag(*part) == Tag::Tfoot);
        for part in parts {
            match self.tape.tag(part) {
                Tag::Tr => rows.push((part, false)),
                Tag::Thead | Tag::Tbody | Tag::Tfoot => {
                    let is_head = self.tape.tag(part) == Tag::Thead;
                    rows.extend(self.children(part).into_iter().filter(|row| self.tape.tag(*row) == Tag::Tr).map(|row| (row, is_head)));
                }
                _ => {}
            }
        }
        rows
    }

    fn shape(&self, id: ElementId) -> Shape {
        let mut shape =
            Shape { declared: self.tape.attr(id, Attr::Summary).is_some_and(|text| !text.trim().is_empty()), ..Shape::default() };
        let mut columns = 0;
        let first = self.tape.element(id).enter as usize + 1;
        let events = self.tape.inside(id);
        let mut at = 0;
        while let Some(event) = events.get(at) {
            at += 1;
            match *event {
                Event::Enter(child) if !self.presence.element(child) => at = self.tape.element(child).exit as usize + 1 - first,
                Event::Enter(child) => match self.tape.tag(child) {
                    Tag::Table => {
                        shape.nested = true;
                        at = self.tape.element(child).exit as usize + 1 - first;
                    }
                    Tag::Tr => {
                        shape.rows += 1;
                        columns = 0;
                    }
                    tag @ (Tag::Td | Tag::Th) => {
                        shape.cells += 1;
                        shape.headers += usize::from(tag == Tag::Th);
                        columns += 1;
                        shape.columns = shape.columns.max(columns);
                        shape.declared |= self.tape.attr(child, Attr::Scope).is_some() || self.tape.attr(child, Attr::Headers).is_some();
                    }
                    Tag::Caption | Tag::Thead | Tag::Tfoot => shape.declared = true,
                    Tag::H1 | Tag::H2 | Tag::H3 | Tag::Article | Tag::Section | Tag::Form | Tag::Blockquote => shape.sections += 1,
                    _ => {}
                },
                Event::Text(text) => shape.chars += self.tape.text(text).trim().len(),
                Event::Exit(_) => {}
            }
        }
        shape
    }

    /// A table of data, or what stands in it, where only one cell of each row shows anything.
    pub(super) fn table(&mut self, id: ElementId) -> BlockKind {
        let caption = self.children(id).into_iter().find(|child| self.tape.tag(*child) == Tag::Caption);
        let caption = caption.map(|caption| self.line(caption)).unwrap_or_default();
        let mut table = Table { caption, ..Table::default() };
        let rows = self.rows(id);
        let mut in_head = true;
        for (row, is_head) in rows {
            let cells = self.row(row);
            if cells.is_empty() || cells.iter().all(|cell| cell.blocks.is_empty() && cell.rowspan == 1) {
                continue;
            }
            let all_headers = cells.len() > 1 && cells.iter().all(|cell| cell.header);
            in_head &= is_head || (table.rows.is_empty() && all_headers);
            table.head_rows += usize::from(in_head);
            table.rows.push(cells);
        }
        // A table of nothing but heads is a body after all.
        if table.head_rows == table.rows.len() {
            table.head_rows = 0;
        }
        if lays_out(&table) {
            return BlockKind::Group(table.rows.into_iter().flatten().flat_map(|cell| cell.blocks).collect());
        }
        drop_empty_columns(&mut table.rows);
        BlockKind::Table(table)
    }

    fn row(&mut self, id: ElementId) -> Vec<Cell> {
        let cells = self.children(id).into_iter().filter(|child| matches!(self.tape.tag(*child), Tag::Td | Tag::Th)).collect::<Vec<_>>();
        cells
            .into_iter()
            .map(|cell| Cell {
                header: self.tape.tag(cell) == Tag::Th,
                colspan: self.span(cell, Attr::Colspan),
                rowspan: self.span(cell, Attr::Rowspan),
                blocks: self.inside(cell),
            })
            .collect()
    }

    fn span(&self, id: ElementId, attr: Attr) -> u16 {
        self.tape.attr(id, attr).and_then(|n| n.trim().parse().ok()).unwrap_or(1).clamp(1, 1000)
    }
}

/// Whether no two cells stand side by side, now that what goes is gone: there is nothing to compare.
fn lays_out(table: &Table) -> bool {
    let is_alone = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.blocks.is_empty()).count() <= 1;
    table.caption.is_empty() && table.rows.iter().all(|row| is_alone(row) && row.iter().all(|cell| !cell.header))
}

/// Drops columns that show nothing, which only keep others apart. Where cells span several, all stay.
fn drop_empty_columns(rows: &mut [Vec<Cell>]) {
    if rows.iter().flatten().any(|cell| cell.colspan > 1 || cell.rowspan > 1) {
        return;
    }
    let mut shows = vec![false; rows.iter().map(Vec::len).max().unwrap_or_default()];
    for row in &*rows {
        row.iter().zip(&mut shows).for_each(|(cell, shows)| *shows |= !cell.blocks.is_empty());
    }
    if shows.contains(&false) {
        for row in rows {
            let mut shows = shows.iter();
            row.retain(|_| shows.next() == Some(&true));
        }
    }
}
