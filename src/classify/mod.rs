//! Blocks → labels: what is article, and of the rest, why not.

use crate::article::Removed;
use crate::blocks::Block;
use crate::html::Tag;
use crate::tape::Tape;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Content,
    Boilerplate(Removed),
}

/// Labels each block of a page.
pub(crate) fn classify(tape: &Tape, blocks: &[Block]) -> Vec<Label> {
    blocks.iter().map(|block| label(tape, block)).collect()
}

fn label(tape: &Tape, block: &Block) -> Label {
    let container = block.container.into_iter().flat_map(|id| tape.ancestors(id));
    for id in container {
        let reason = match tape.tag(id) {
            Tag::Nav => Removed::Navigation,
            Tag::Footer => Removed::Footer,
            Tag::Aside => Removed::Sidebar,
            _ => continue,
        };
        return Label::Boilerplate(reason);
    }
    match block.link_chars * 2 > block.chars {
        true => Label::Boilerplate(Removed::Links),
        false => Label::Content,
    }
}
