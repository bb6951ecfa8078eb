//! Where in the page its main text is.

use super::outline::Outline;
use crate::html::{Attr, Tag};
use crate::tape::ElementId;

/// And it must hold this share of the page's.
const MOST_OF_PAGE: f32 = 0.5;
/// A main landmark with this share of the page's mass is believed.
const LANDMARK: f32 = 0.4;

/// How a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// One text: prose draws the search.
    Article,
    /// Posts in turn.
    Forum,
    /// One thing for sale.
    Product,
    /// Many things for sale.
    Shop,
    /// Many parts, in cards, lists and sections.
    Wide,
}

impl Mode {
    /// What draws the search towards an element.
    fn mass(self, outline: &Outline<'_>, id: ElementId) -> f32 {
        let sums = outline.of(id);
        match self {
            Self::Article | Self::Forum => sums.prose as f32,
            Self::Product | Self::Shop | Self::Wide => sums.words as f32 * (1.0 - 0.5 * sums.link_density()),
        }
    }

    const fn dominant(self) -> f32 {
        match self {
            Self::Article => 0.75,
            Self::Forum => 0.75,
            Self::Product | Self::Shop | Self::Wide => 0.85,
        }
    }
}

/// The smallest element that holds the main text, found from the outside in.
pub(crate) fn region(outline: &Outline<'_>, mode: Mode) -> Option<ElementId> {
    let root = outline.elements().find(|id| outline.tape.element(*id).parent.is_none() && !outline.range(*id).is_empty())?;
    let all = mode.mass(outline, root);
    let mut at = landmark(outline, mode, all).unwrap_or(root);
    loop {
        let total = mode.mass(outline, at);
        let best = outline.children(at).map(|child| (mode.mass(outline, child), child)).max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((most, child)) if most > 0.0 && most >= mode.dominant() * total && most >= tune("MOP",MOST_OF_PAGE) * all && is_container(outline, child) => {
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

fn landmark(outline: &Outline<'_>, mode: Mode, all: f32) -> Option<ElementId> {
    let tape = outline.tape;
    let is_main = |id: &ElementId| tape.tag(*id) == Tag::Main || tape.attr(*id, Attr::Role) == Some("main");
    outline.elements().filter(is_main).find(|id| mode.mass(outline, *id) >= tune("LM",LANDMARK) * all)
}

fn tune(name:&str, d:f32)->f32{ std::env::var(name).ok().and_then(|v|v.parse().ok()).unwrap_or(d)}
