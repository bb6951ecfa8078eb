//! Labels → what becomes of each element and text: the one thing that composition obeys and the trace reports.

use crate::article::{Removal, Removed, Trace};
use crate::blocks::Block;
use crate::classify::Label;
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

/// An element is kept when it holds a kept block; what holds none goes, for the reason that most of its text goes.
pub(crate) fn plan(tape: &Tape, blocks: &[Block], labels: &[Label]) -> Plan {
    let mut plan =
        Plan { elements: vec![Action::Drop(Removed::Boilerplate); tape.elements().len()], texts: vec![false; tape.text_count()] };
    for (block, label) in blocks.iter().zip(labels) {
        for event in &tape.events()[block.events.start as usize..block.events.end as usize] {
            match *event {
                Event::Text(id) => plan.texts[id.index()] = *label == Label::Content,
                Event::Enter(id) => plan.elements[id.index()] = action(*label),
                Event::Exit(_) => {}
            }
        }
        for id in block.container.into_iter().flat_map(|id| tape.ancestors(id)) {
            match (plan.elements[id.index()], *label) {
                (_, Label::Content) => plan.elements[id.index()] = Action::Keep,
                (Action::Drop(Removed::Boilerplate), Label::Boilerplate(reason)) => plan.elements[id.index()] = Action::Drop(reason),
                _ => {}
            }
        }
    }
    keep_media(tape, &mut plan);
    plan
}

const fn action(label: Label) -> Action {
    match label {
        Label::Content => Action::Keep,
        Label::Boilerplate(reason) => Action::Drop(reason),
    }
}

/// Pictures and players have no text to judge them by: they stay where all that holds them stays.
fn keep_media(tape: &Tape, plan: &mut Plan) {
    for (index, element) in tape.elements().iter().enumerate() {
        let is_media = matches!(element.tag, Tag::Img | Tag::Picture | Tag::Video | Tag::Audio | Tag::Iframe | Tag::Figure);
        if is_media && element.parent.is_none_or(|parent| plan.keeps(parent)) {
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
