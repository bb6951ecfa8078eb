//! Plain text: a line a block, an empty line between paragraphs, tabs between a row's cells.

use crate::document::{Block, BlockKind, Definition, Document, Inline};

/// The article's words as lines.
pub(crate) fn text(document: &Document) -> String {
    let mut lines = Vec::new();
    blocks(&document.blocks, &mut lines);
    lines.join("\n")
}

/// The words of inlines, on one line but for `<br>`.
pub(crate) fn inline_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_inlines(inlines, &mut out);
    out
}

fn push_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::Styled(_, inner) | Inline::Link { inlines: inner, .. } => push_inlines(inner, out),
            Inline::Image(_) => {}
        }
    }
}

fn line(inlines: &[Inline], lines: &mut Vec<String>) {
    let text = inline_text(inlines);
    if !text.trim().is_empty() {
        lines.push(text);
    }
}

fn blocks(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } => line(inlines, lines),
            BlockKind::List { items, .. } => items.iter().for_each(|item| self::blocks(item, lines)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    match definition {
                        Definition::Term(term) => line(term, lines),
                        Definition::Description(content) => self::blocks(content, lines),
                    }
                }
            }
            BlockKind::Quote { blocks: content, .. } | BlockKind::Group(content) => self::blocks(content, lines),
            BlockKind::Code { text, .. } => lines.push(text.clone()),
            BlockKind::Figure { blocks: content, caption } => {
                self::blocks(content, lines);
                line(caption, lines);
            }
            BlockKind::Details { summary, blocks: content } => {
                line(summary, lines);
                self::blocks(content, lines);
            }
            BlockKind::Table(table) => {
                line(&table.caption, lines);
                for row in &table.rows {
                    let cells = row.iter().map(|cell| {
                        let mut inner = Vec::new();
                        self::blocks(&cell.blocks, &mut inner);
                        inner.join(" ")
                    });
                    lines.push(cells.collect::<Vec<_>>().join("\t"));
                }
            }
            BlockKind::Rule => {}
        }
    }
}
