//! Walks over an article's blocks, in order.

use super::{Anchor, Block, BlockKind, Definition, Inline};

/// The blocks directly inside a block, in as many lists as it has parts.
pub(crate) fn parts(kind: &BlockKind) -> Vec<&[Block]> {
    match kind {
        BlockKind::List { items, .. } => items.iter().map(|item| item.blocks.as_slice()).collect(),
        BlockKind::Definitions(definitions) => definitions
            .iter()
            .filter_map(|definition| match definition {
                Definition::Term { .. } => None,
                Definition::Description(blocks) => Some(blocks.as_slice()),
            })
            .collect(),
        BlockKind::Quote { blocks, .. }
        | BlockKind::Figure { blocks, .. }
        | BlockKind::Details { blocks, .. }
        | BlockKind::Callout { blocks, .. }
        | BlockKind::Group(blocks) => vec![blocks],
        BlockKind::Table(table) => table.rows.iter().flatten().map(|cell| cell.blocks.as_slice()).collect(),
        BlockKind::Notes(notes) => notes.iter().map(|note| note.blocks.as_slice()).collect(),
        _ => Vec::new(),
    }
}

/// [`parts`], to be changed.
pub(crate) fn parts_mut(kind: &mut BlockKind) -> Vec<&mut Vec<Block>> {
    match kind {
        BlockKind::List { items, .. } => items.iter_mut().map(|item| &mut item.blocks).collect(),
        BlockKind::Definitions(definitions) => definitions
            .iter_mut()
            .filter_map(|definition| match definition {
                Definition::Term { .. } => None,
                Definition::Description(blocks) => Some(blocks),
            })
            .collect(),
        BlockKind::Quote { blocks, .. }
        | BlockKind::Figure { blocks, .. }
        | BlockKind::Details { blocks, .. }
        | BlockKind::Callout { blocks, .. }
        | BlockKind::Group(blocks) => vec![blocks],
        BlockKind::Table(table) => table.rows.iter_mut().flatten().map(|cell| &mut cell.blocks).collect(),
        BlockKind::Notes(notes) => notes.iter_mut().map(|note| &mut note.blocks).collect(),
        _ => Vec::new(),
    }
}

/// Visits each block, before those inside it.
pub(crate) fn each_block<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        for blocks in parts(&block.kind) {
            each_block(blocks, visit);
        }
    }
}

/// [`each_block`], to be changed.
pub(crate) fn each_block_mut(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        visit(block);
        for blocks in parts_mut(&mut block.kind) {
            each_block_mut(blocks, visit);
        }
    }
}

/// Visits each list of sibling blocks, after those inside them, so that what is then empty can go.
pub(crate) fn each_part_mut(blocks: &mut Vec<Block>, visit: &mut dyn FnMut(&mut Vec<Block>)) {
    for block in blocks.iter_mut() {
        for blocks in parts_mut(&mut block.kind) {
            each_part_mut(blocks, visit);
        }
    }
    visit(blocks);
}

/// Visits each line, in order: of paragraphs, headings, captions, terms, summaries and titles.
pub(crate) fn each_line_mut(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } => visit(inlines),
            BlockKind::Details { summary: title, .. } | BlockKind::Callout { title, .. } => visit(title),
            BlockKind::Table(table) => visit(&mut table.caption),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    match definition {
                        Definition::Term { inlines, .. } => visit(inlines),
                        Definition::Description(blocks) => each_line_mut(blocks, visit),
                    }
                }
                continue;
            }
            _ => {}
        }
        for blocks in parts_mut(&mut block.kind) {
            each_line_mut(blocks, visit);
        }
        if let BlockKind::Figure { caption, .. } = &mut block.kind {
            visit(caption);
        }
    }
}

/// Visits each place for an id.
pub(crate) fn each_id_mut(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Option<Anchor>)) {
    each_block_mut(blocks, &mut |block| {
        visit(&mut block.id);
        match &mut block.kind {
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| visit(&mut item.id)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    if let Definition::Term { id, .. } = definition {
                        visit(id);
                    }
                }
            }
            _ => {}
        }
    });
}
