//! Where in the page its main text is.

use super::outline::Outline;
use crate::html::{Attr, Tag};
use crate::tape::ElementId;

/// A child that holds this share of its parent's mass holds the main text alone.
const DOMINANT: f32 = 0.75;
/// And it must hold this share of the page's.
const MOST_OF_PAGE: f32 = 0.5;
/// A main landmark with this share of the page's mass is believed.
const LANDMARK: f32 = 0.4;

/// What draws the search towards an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mass {
    /// Words of prose.
    Prose,
    /// All words, those in links by half.
    Words,
}

impl Mass {
    fn of(self, outline: &Outline<'_>, id: ElementId) -> f32 {
        let sums = outline.of(id);
        match self {
            Self::Prose => sums.prose as f32,
            Self::Words => sums.words as f32 * (1.0 - 0.5 * sums.link_density()),
        }
    }
}

/// The smallest element that holds the main text, found from the outside in.
pub(crate) fn region(outline: &Outline<'_>, mass: Mass) -> Option<ElementId> {
    let root = outline.elements().find(|id| outline.tape.element(*id).parent.is_none() && !outline.range(*id).is_empty())?;
    let all = mass.of(outline, root);
    let mut at = landmark(outline, mass, all).unwrap_or(root);
    loop {
        let total = mass.of(outline, at);
        let best = outline.children(at).map(|child| (mass.of(outline, child), child)).max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((most, child)) if most > 0.0 && most >= DOMINANT * total && most >= MOST_OF_PAGE * all && is_container(outline, child) => {
                at = child;
            }
            _ => return Some(at),
        }
    }
}

/// Whether an element may hold a text rather than be one of its parts.
fn is_container(outline: &Outline<'_>, id: ElementId) -> bool {
    let tag = outline.tape.tag(id);
    (tag.is_block() || tag == Tag::Other)
        && !tag.is_heading()
        && !matches!(tag, Tag::P | Tag::Ul | Tag::Ol | Tag::Dl | Tag::Blockquote | Tag::Pre | Tag::Tr | Tag::Tbody)
}

fn landmark(outline: &Outline<'_>, mass: Mass, all: f32) -> Option<ElementId> {
    let tape = outline.tape;
    let is_main = |id: &ElementId| tape.tag(*id) == Tag::Main || tape.attr(*id, Attr::Role) == Some("main");
    outline.elements().filter(is_main).find(|id| mass.of(outline, *id) >= LANDMARK * all)
}
