//! What stands in the article: the plan's word on texts, and what follows from it for the elements around them.

use crate::article::Removed;
use crate::html::Tag;
use crate::plan::{Action, Plan};
use crate::tape::{ElementId, Event, Tape, TextId};

/// Which elements and texts of the tape are composed.
pub(super) struct Presence<'a> {
    plan: &'a Plan,
    kept: Vec<bool>,
}

/// Characters of an element's text, and those of them that are kept.
#[derive(Clone, Copy, Default)]
struct Weight {
    all: usize,
    kept: usize,
}

impl<'a> Presence<'a> {
    /// An element is there when it holds kept text; one without text (a picture, a player, a line) when the plan keeps it
    /// or has nothing against it and it stands in a part of the page that is mostly kept: there below the article only
    /// what is in one element with it, and above it no links either, since those are banners.
    pub(super) fn new(tape: &Tape, plan: &'a Plan) -> Self {
        let weights = weights(tape, plan);
        let home = home(tape, &weights);
        let mut kept = vec![false; tape.elements().len()];
        for (index, element) in tape.elements().iter().enumerate() {
            let parent_kept = element.parent.is_none_or(|parent| kept[parent.index()]);
            let parent = element.parent.map_or_else(Weight::default, |parent| weights[parent.index()]);
            kept[index] = match plan.element(ElementId(index as u32)) {
                Action::Keep => true,
                Action::Drop(Removed::Boilerplate) if weights[index].all == 0 => {
                    parent_kept && parent.kept * 2 >= parent.all && home.is_none_or(|home| is_at(tape, index, home))
                }
                Action::Drop(_) => weights[index].kept > 0,
            };
        }
        Self { plan, kept }
    }

    pub(super) fn element(&self, id: ElementId) -> bool {
        self.kept[id.index()]
    }

    pub(super) fn text(&self, id: TextId) -> bool {
        self.plan.keeps_text(id)
    }
}

/// The innermost element that holds all kept text; `None` where some has no element around it.
fn home(tape: &Tape, weights: &[Weight]) -> Option<ElementId> {
    let roots = tape.elements().iter().zip(weights).filter(|(element, _)| element.parent.is_none());
    let all = roots.map(|(_, weight)| weight.kept).max().unwrap_or_default();
    weights.iter().rposition(|weight| weight.kept == all).filter(|_| all > 0).map(|index| ElementId(index as u32))
}

/// Whether an element without text stands in the article's home, or above it and is no link.
fn is_at(tape: &Tape, index: usize, home: ElementId) -> bool {
    let (element, home) = (&tape.elements()[index], tape.element(home));
    element.exit <= home.exit && (home.enter <= element.enter || element.tag != Tag::A)
}

fn weights(tape: &Tape, plan: &Plan) -> Vec<Weight> {
    let mut weights = vec![Weight::default(); tape.elements().len()];
    let mut in_raw = 0_usize;
    for event in tape.events() {
        match *event {
            Event::Enter(id) => in_raw += usize::from(is_raw(tape.tag(id))),
            Event::Text(id) if in_raw == 0 => {
                let Some(parent) = tape.text_parent(id) else { continue };
                let text = tape.text(id).trim_ascii().len();
                let weight = &mut weights[parent.index()];
                weight.all += text;
                weight.kept += if plan.keeps_text(id) { text } else { 0 };
            }
            Event::Text(_) => {}
            Event::Exit(id) => {
                in_raw -= usize::from(is_raw(tape.tag(id)));
                let weight = weights[id.index()];
                if let Some(parent) = tape.element(id).parent {
                    weights[parent.index()].all += weight.all;
                    weights[parent.index()].kept += weight.kept;
                }
            }
        }
    }
    weights
}

const fn is_raw(tag: Tag) -> bool {
    matches!(tag, Tag::Script | Tag::Style | Tag::Template | Tag::Head | Tag::Noscript)
}
