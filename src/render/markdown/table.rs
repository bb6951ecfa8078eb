//! GitHub's tables, for the tables that fit them.

use super::inline::{Line, inline_markdown};
use crate::document::{Block, BlockKind, Cell, Inline, Table};

/// Cells written for each cell that the table has.
const MAX_FILLED: usize = 4;

/// The table as rows of pipes, after its caption; `None` if it has spans, a head of several rows, or blocks in its cells.
pub(super) fn pipes(table: &Table) -> Option<String> {
    let width = table.rows.iter().map(Vec::len).max().filter(|width| *width > 0)?;
    let fits = |cell: &Cell| cell.colspan == 1 && cell.rowspan == 1 && cell.blocks.iter().all(is_line);
    if table.head_rows > 1 || !table.rows.iter().flatten().all(fits) {
        return None;
    }
    // Rows are filled up to the widest: beyond this, a ragged table would grow out of all proportion.
    if width * table.rows.len() > MAX_FILLED * table.rows.iter().map(Vec::len).sum::<usize>() {
        return None;
    }
    let (head, body) = table.rows.split_at(table.head_rows);
    let mut lines = Vec::with_capacity(table.rows.len() + 2);
    if !table.caption.is_empty() {
        lines.push(inline_markdown(&table.caption, Line::Paragraph));
        lines.push(String::new());
    }
    lines.push(row(head.first().map_or(&[], Vec::as_slice), width));
    lines.push(format!("|{}", " --- |".repeat(width)));
    lines.extend(body.iter().map(|cells| row(cells, width)));
    Some(lines.join("\n"))
}

const fn is_line(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph(_)) && block.id.is_none()
}

fn row(cells: &[Cell], width: usize) -> String {
    let mut line = String::from("|");
    for index in 0..width {
        line.push(' ');
        if let Some(cell) = cells.get(index) {
            line.push_str(&inline_markdown(&cell_line(cell), Line::Cell));
        }
        line.push_str(" |");
    }
    line
}

/// Paragraphs of a cell, with line breaks between them.
fn cell_line(cell: &Cell) -> Vec<Inline> {
    let mut line = Vec::new();
    for block in &cell.blocks {
        if let BlockKind::Paragraph(inlines) = &block.kind {
            if !line.is_empty() {
                line.push(Inline::Break);
            }
            line.extend(inlines.iter().cloned());
        }
    }
    line
}
