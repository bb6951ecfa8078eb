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
    /// or has nothing against it and it stands beside kept text, in a part of the page that is mostly kept.
    pub(super) fn new(tape: &Tape, plan: &'a Plan) -> Self {
        let weights = weights(tape, plan);
        let mut kept = vec![false; tape.elements().len()];
        for (index, element) in tape.elements().iter().enumerate() {
            let parent_kept = element.parent.is_none_or(|parent| kept[parent.index()]);
            let parent = element.parent.map_or_else(Weight::default, |parent| weights[parent.index()]);
            kept[index] = match plan.element(ElementId(index as u32)) {
                Action::Keep => true,
                Action::Drop(Removed::Boilerplate) if weights[index].all == 0 => {
                    parent_kept && parent.kept * 2 >= parent.all && plan.is_beside_text(tape, ElementId(index as u32))
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
