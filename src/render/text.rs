//! Plain text: what a reader reads. An empty line between blocks, a line an item or row, tabs between a row's cells.

use crate::document::{Block, BlockKind, Definition, Document, Inline, Note, Style, Table};

/// The article's words as lines.
pub(crate) fn text(document: &Document) -> String {
    let mut lines = Lines::default();
    document.blocks.iter().for_each(|block| lines.block(block, Gap::Line));
    lines.out
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
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Math(formula) => out.push_str(&formula.text()),
            Inline::Break => out.push('\n'),
            Inline::Styled(Style::Quote, inner) => {
                out.push('“');
                push_inlines(inner, out);
                out.push('”');
            }
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => {
                push_inlines(inner, out);
            }
            Inline::Image(_) => {}
            Inline::Ruby(pairs) => {
                for (base, above) in pairs {
                    push_inlines(base, out);
                    out.push('(');
                    push_inlines(above, out);
                    out.push(')');
                }
            }
            Inline::NoteReference { number, .. } => {
                out.push('[');
                out.push_str(&number.to_string());
                out.push(']');
            }
        }
    }
}

/// What stands between a block and the one before it.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    /// An empty line.
    Line,
    /// A new line: within a list, table or note.
    Break,
}

#[derive(Default)]
struct Lines {
    out: String,
}

impl Lines {
    fn push(&mut self, text: &str, gap: Gap) {
        if text.trim().is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push_str(if gap == Gap::Line { "\n\n" } else { "\n" });
        }
        self.out.push_str(text);
    }

    fn line(&mut self, inlines: &[Inline], gap: Gap) {
        self.push(&inline_text(inlines), gap);
    }

    /// Blocks that belong together: the first at `gap` from what is before, the others a line each.
    fn together(&mut self, blocks: &[Block], gap: Gap) {
        let start = self.out.len();
        for block in blocks {
            self.block(block, if self.out.len() == start { gap } else { Gap::Break });
        }
    }

    fn block(&mut self, block: &Block, gap: Gap) {
        match &block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } => self.line(inlines, gap),
            BlockKind::List { items, .. } => self.groups(items.iter().map(|item| item.blocks.as_slice()), gap),
            BlockKind::Definitions(definitions) => {
                let start = self.out.len();
                for definition in definitions {
                    let gap = if self.out.len() == start { gap } else { Gap::Break };
                    match definition {
                        Definition::Term { inlines, .. } => self.line(inlines, gap),
                        Definition::Description(content) => self.together(content, gap),
                    }
                }
            }
            BlockKind::Quote { blocks, .. } | BlockKind::Group(blocks) => {
                let start = self.out.len();
                for block in blocks {
                    self.block(block, if self.out.len() == start { gap } else { Gap::Line });
                }
            }
            BlockKind::Code { text, .. } => self.push(text, gap),
            BlockKind::Math(formula) => self.push(&formula.text(), gap),
            BlockKind::Figure { blocks, caption } => {
                self.together(blocks, gap);
                self.line(caption, if blocks.is_empty() { gap } else { Gap::Line });
            }
            BlockKind::Details { summary: title, blocks } | BlockKind::Callout { title, blocks, .. } => {
                self.line(title, gap);
                for block in blocks {
                    self.block(block, gap);
                }
            }
            BlockKind::Table(table) => self.table(table, gap),
            BlockKind::Notes(notes) => self.groups(notes.iter().map(|note: &Note| note.blocks.as_slice()), gap),
            BlockKind::Embed(_) | BlockKind::Media(_) | BlockKind::Rule => {}
        }
    }

    fn groups<'a>(&mut self, groups: impl Iterator<Item = &'a [Block]>, gap: Gap) {
        let start = self.out.len();
        for group in groups {
            self.together(group, if self.out.len() == start { gap } else { Gap::Break });
        }
    }

    fn table(&mut self, table: &Table, gap: Gap) {
        self.line(&table.caption, gap);
        let start = self.out.len();
        for row in &table.rows {
            let cells = row.iter().map(|cell| {
                let mut inner = Self::default();
                inner.together(&cell.blocks, Gap::Break);
                inner.out.replace('\n', " ")
            });
            let line = cells.collect::<Vec<_>>().join("\t");
            self.push(&line, if self.out.len() == start { gap } else { Gap::Break });
        }
    }
}
