//! Labels → what becomes of each element and text: the one thing that composition obeys and the trace reports.

use crate::article::{Removal, Removed, Trace};
use crate::blocks::Block;
use crate::classify::{Classified, Label};
use crate::html::Tag;
use crate::tape::{ElementId, Event, Tape, TextId};

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// It is in the article, as far as the article's grammar has a place for it.
    Keep,
    /// It goes, with all in it.
    Drop(Removed),
}

/// What becomes of the page.
#[derive(Debug)]
pub(crate) struct Plan {
    elements: Vec<Action>,
    texts: Vec<bool>,
}

impl Plan {
    /// A plan by which all of a page is article.
    #[cfg(test)]
    pub(crate) fn keep_all(tape: &Tape) -> Self {
        Self { elements: vec![Action::Keep; tape.elements().len()], texts: vec![true; tape.text_count()] }
    }

    pub(crate) fn element(&self, id: ElementId) -> Action {
        self.elements[id.index()]
    }

    pub(crate) fn keeps(&self, id: ElementId) -> bool {
        self.element(id) == Action::Keep
    }

    pub(crate) fn keeps_text(&self, id: TextId) -> bool {
        self.texts[id.index()]
    }
}

/// Words of a removed part that the trace quotes.
const QUOTED_WORDS: usize = 12;

/// An element is kept when it holds kept text; what holds none goes, for its own reason or that of its first block.
pub(crate) fn plan(tape: &Tape, blocks: &[Block], classified: &Classified) -> Plan {
    let elements = classified.hard.iter().map(|reason| Action::Drop(reason.unwrap_or(Removed::Boilerplate))).collect();
    let mut plan = Plan { elements, texts: vec![false; tape.text_count()] };
    for (block, label) in blocks.iter().zip(&classified.labels) {
        for event in &tape.events()[block.events.start as usize..block.events.end as usize] {
            if let Event::Text(id) = *event {
                let parent = tape.text_parent(id);
                match *label {
                    Label::Content if parent.is_none_or(|parent| classified.hard[parent.index()].is_none()) => {
                        plan.texts[id.index()] = true;
                        keep(tape, &mut plan, parent);
                    }
                    Label::Content => {}
                    Label::Boilerplate(reason) => blame(tape, &mut plan, parent, reason),
                }
            }
        }
    }
    keep_childless(tape, &mut plan, &classified.hard);
    plan
}

/// Keeps an element and all that holds it.
fn keep(tape: &Tape, plan: &mut Plan, from: Option<ElementId>) {
    for id in from.into_iter().flat_map(|id| tape.ancestors(id)) {
        if plan.keeps(id) {
            return;
        }
        plan.elements[id.index()] = Action::Keep;
    }
}

/// Gives a reason to an element, and to all that holds it, that has none of its own yet.
fn blame(tape: &Tape, plan: &mut Plan, from: Option<ElementId>, reason: Removed) {
    for id in from.into_iter().flat_map(|id| tape.ancestors(id)) {
        if plan.element(id) != Action::Drop(Removed::Boilerplate) || reason == Removed::Boilerplate {
            return;
        }
        plan.elements[id.index()] = Action::Drop(reason);
    }
}

/// Pictures, players, breaks and rules have no text to judge them by: they stay where what holds them stays.
fn keep_childless(tape: &Tape, plan: &mut Plan, hard: &[Option<Removed>]) {
    for (index, element) in tape.elements().iter().enumerate() {
        let stays = matches!(
            element.tag,
            Tag::Img
                | Tag::Picture
                | Tag::Source
                | Tag::Video
                | Tag::Audio
                | Tag::Track
                | Tag::Iframe
                | Tag::Figure
                | Tag::Br
                | Tag::Hr
                | Tag::Wbr
        ) || element.tag.is_math();
        if stays && hard[index].is_none_or(|reason| reason == Removed::Code) && element.parent.is_none_or(|parent| plan.keeps(parent)) {
            plan.elements[index] = Action::Keep;
        }
    }
}

/// The plan as the caller sees it.
pub(crate) fn trace(tape: &Tape, plan: &Plan) -> Trace {
    let mut trace = Trace::default();
    for (index, element) in tape.elements().iter().enumerate() {
        let id = ElementId(index as u32);
        let parent_kept = element.parent.is_none_or(|parent| plan.keeps(parent));
        match plan.element(id) {
            Action::Keep => trace.kept.extend(element.ordinal),
            Action::Drop(reason) if parent_kept => trace.removed.push(Removal {
                reason,
                ordinal: element.ordinal,
                start: element.source.start,
                end: element.source.end,
                text: tape.text_content(id).split_whitespace().take(QUOTED_WORDS).collect::<Vec<_>>().join(" "),
            }),
            Action::Drop(_) => {}
        }
    }
    trace
}
