//! Walks over an article's blocks, from the outside in, in order.

use super::{Block, BlockKind, Definition, Inline};

/// Visits each block.
pub(crate) fn each_block<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match &block.kind {
            BlockKind::List { items, .. } => items.iter().for_each(|item| each_block(&item.blocks, visit)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    if let Definition::Description(blocks) = definition {
                        each_block(blocks, visit);
                    }
                }
            }
            BlockKind::Quote { blocks, .. }
            | BlockKind::Figure { blocks, .. }
            | BlockKind::Details { blocks, .. }
            | BlockKind::Callout { blocks, .. }
            | BlockKind::Group(blocks) => each_block(blocks, visit),
            BlockKind::Table(table) => table.rows.iter().flatten().for_each(|cell| each_block(&cell.blocks, visit)),
            BlockKind::Notes(notes) => notes.iter().for_each(|note| each_block(&note.blocks, visit)),
            _ => {}
        }
    }
}

/// Visits each list of sibling blocks, after those inside them, so that what is then empty can go.
pub(crate) fn each_block_mut(blocks: &mut Vec<Block>, visit: &mut dyn FnMut(&mut Vec<Block>)) {
    for block in blocks.iter_mut() {
        match &mut block.kind {
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| each_block_mut(&mut item.blocks, visit)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    if let Definition::Description(blocks) = definition {
                        each_block_mut(blocks, visit);
                    }
                }
            }
            BlockKind::Quote { blocks, .. }
            | BlockKind::Figure { blocks, .. }
            | BlockKind::Details { blocks, .. }
            | BlockKind::Callout { blocks, .. }
            | BlockKind::Group(blocks) => each_block_mut(blocks, visit),
            BlockKind::Table(table) => table.rows.iter_mut().flatten().for_each(|cell| each_block_mut(&mut cell.blocks, visit)),
            BlockKind::Notes(notes) => notes.iter_mut().for_each(|note| each_block_mut(&mut note.blocks, visit)),
            _ => {}
        }
    }
    visit(blocks);
}

/// Visits each line: of paragraphs, headings, captions, terms, summaries and titles.
pub(crate) fn each_line_mut(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } => visit(inlines),
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| each_line_mut(&mut item.blocks, visit)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    match definition {
                        Definition::Term { inlines, .. } => visit(inlines),
                        Definition::Description(blocks) => each_line_mut(blocks, visit),
                    }
                }
            }
            BlockKind::Quote { blocks, .. } | BlockKind::Group(blocks) => each_line_mut(blocks, visit),
            BlockKind::Figure { blocks, caption } => {
                each_line_mut(blocks, visit);
                visit(caption);
            }
            BlockKind::Details { summary: title, blocks } | BlockKind::Callout { title, blocks, .. } => {
                visit(title);
                each_line_mut(blocks, visit);
            }
            BlockKind::Table(table) => {
                visit(&mut table.caption);
                table.rows.iter_mut().flatten().for_each(|cell| each_line_mut(&mut cell.blocks, visit));
            }
            BlockKind::Notes(notes) => notes.iter_mut().for_each(|note| each_line_mut(&mut note.blocks, visit)),
            BlockKind::Code { .. } | BlockKind::Math(_) | BlockKind::Embed(_) | BlockKind::Media(_) | BlockKind::Rule => {}
        }
    }
}
