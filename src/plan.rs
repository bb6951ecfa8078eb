//! Labels → what becomes of each element and text: the one thing that composition obeys and the trace reports.

use std::ops::Range;

use crate::article::{Removal, Removed, Trace};
use crate::blocks::Block;
use crate::classify::{Classified, Label};
use crate::clutter::tokens;
use crate::corrections::Correction;
use crate::hints::Hint;
use crate::html::{Attr, Tag, decimal};
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
    /// The innermost element that holds all kept text; `None` where there is no such element.
    home: Option<ElementId>,
}

impl Plan {
    /// A plan by which all of a page is article.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    pub(crate) fn keep_all(tape: &Tape) -> Self {
        Self { elements: vec![Action::Keep; tape.elements().len()], texts: vec![true; tape.text_count()], home: None }
    }

    pub(crate) fn element(&self, id: ElementId) -> Action {
        self.elements[id.index()]
    }

    pub(crate) fn keeps(&self, id: ElementId) -> bool {
        self.element(id) == Action::Keep
    }

    /// Whether an element stands where the article does: in one element with all of it, or above that and is no link. Below
    /// stand the page's own pictures, and linked ones above are banners.
    pub(crate) fn is_beside_text(&self, tape: &Tape, id: ElementId) -> bool {
        let element = tape.element(id);
        self.home
            .map(|home| tape.element(home))
            .is_none_or(|home| element.exit <= home.exit && (home.enter <= element.enter || element.tag != Tag::A))
    }

    pub(crate) fn keeps_text(&self, id: TextId) -> bool {
        self.texts[id.index()]
    }
}

/// Words of a removed part that the trace quotes.
const QUOTED_WORDS: usize = 12;

/// An element is kept when it holds kept text; what holds none goes, for its own reason or that of its first block.
pub(crate) fn plan(tape: &Tape, blocks: &[Block], classified: &Classified, corrections: &[Correction]) -> Plan {
    let elements = classified.hard.iter().map(|reason| Action::Drop(reason.unwrap_or(Removed::Boilerplate))).collect();
    let mut plan = Plan { elements, texts: vec![false; tape.text_count()], home: home(tape, blocks, &classified.labels) };
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
    keep_childless(tape, &mut plan, blocks, classified);
    keep_asked(tape, &mut plan, &classified.hard, corrections);
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

/// Pictures, players, breaks and rules have no text to judge them by: they stay where what holds them stays. Boxes with
/// nothing but a picture stay between the article's first and last text, and so does the lead picture above them.
fn keep_childless(tape: &Tape, plan: &mut Plan, blocks: &[Block], classified: &Classified) {
    let hard = &classified.hard;
    let has_text = has_text(tape, blocks);
    let article = span(blocks, classified);
    let lead = lead(tape, hard, article.start);
    for (index, element) in tape.elements().iter().enumerate() {
        let id = ElementId(index as u32);
        let is_free = hard[index].is_none_or(|reason| reason == Removed::Code);
        if !is_free || !is_childless(element.tag) {
            continue;
        }
        if element.parent.is_none_or(|parent| plan.keeps(parent)) {
            if plan.is_beside_text(tape, id) {
                plan.elements[index] = Action::Keep;
            }
        } else if is_media(element.tag) && (article.contains(&element.enter) || lead == Some(id)) {
            keep_boxed(tape, plan, id, &has_text, lead == Some(id));
        }
        if element.tag == Tag::Img && plan.keeps(id) && is_ornament(tape, id) {
            plan.elements[index] = Action::Drop(Removed::Picture);
        }
    }
}

/// Pictures and the like that the caller asks for stay, also small ones.
fn keep_asked(tape: &Tape, plan: &mut Plan, hard: &[Option<Removed>], corrections: &[Correction]) {
    let kept = corrections.iter().enumerate().filter(|(_, correction)| **correction == Correction::Kept);
    for (index, _) in kept {
        let id = ElementId(index as u32);
        if is_childless(tape.tag(id)) && hard[index].is_none_or(|reason| reason == Removed::Code) {
            keep(tape, plan, Some(id));
        }
    }
}

const fn is_media(tag: Tag) -> bool {
    matches!(tag, Tag::Img | Tag::Picture | Tag::Video | Tag::Audio | Tag::Iframe | Tag::Figure)
}

const fn is_childless(tag: Tag) -> bool {
    is_media(tag) || tag.is_math() || matches!(tag, Tag::Source | Tag::Track | Tag::Br | Tag::Hr | Tag::Wbr)
}

/// Of each element, whether it holds text.
fn has_text(tape: &Tape, blocks: &[Block]) -> Vec<bool> {
    let mut has_text = vec![false; tape.elements().len()];
    for block in blocks {
        for id in block.container.into_iter().flat_map(|id| tape.ancestors(id)) {
            if std::mem::replace(&mut has_text[id.index()], true) {
                break;
            }
        }
    }
    has_text
}

/// The innermost element that holds all kept text, and may hold something beside it: a lone paragraph is in no place of its own.
fn home(tape: &Tape, blocks: &[Block], labels: &[Label]) -> Option<ElementId> {
    let mut kept = blocks.iter().zip(labels).filter(|(_, label)| **label == Label::Content).map(|(block, _)| block);
    let first = kept.next()?;
    let last = kept.next_back();
    let end = last.unwrap_or(first).events.end;
    tape.ancestors(first.container?).skip(usize::from(last.is_none())).find(|id| tape.element(*id).exit >= end)
}

/// From the article's first text to its last, in events. Between a standfirst and the text stand faces and buttons.
fn span(blocks: &[Block], classified: &Classified) -> Range<u32> {
    let text = blocks.iter().zip(&classified.labels).enumerate().filter(|(index, _)| Some(*index) != classified.standfirst);
    let mut kept = text.filter(|(_, (_, label))| **label == Label::Content).map(|(_, (block, _))| &block.events);
    let first = kept.next().cloned().unwrap_or(0..0);
    let last = kept.next_back().unwrap_or(&first).end;
    first.start..last
}

/// How far above the article's first text its lead picture may stand, in events.
const LEAD_WITHIN: u32 = 60;

/// The last figure, or else picture, close above the article's first text, if it is none of the page's furniture.
fn lead(tape: &Tape, hard: &[Option<Removed>], start: u32) -> Option<ElementId> {
    let above = tape.events()[start.saturating_sub(LEAD_WITHIN) as usize..start as usize].iter().filter_map(|event| match *event {
        Event::Enter(id) if hard[id.index()].is_none() => Some(id),
        _ => None,
    });
    let (mut figure, mut picture) = (None, None);
    for id in above {
        match tape.tag(id) {
            Tag::Figure => figure = Some(id),
            Tag::Img if !is_ornament(tape, id) => picture = Some(id),
            _ => {}
        }
    }
    figure.or(picture)
}

/// Keeps a picture with the boxes around it, as long as they hold no text that goes. A lead picture's boxes may.
fn keep_boxed(tape: &Tape, plan: &mut Plan, id: ElementId, has_text: &[bool], is_lead: bool) {
    let boxes: Vec<_> = tape.ancestors(id).take_while(|id| !plan.keeps(*id)).collect();
    if is_lead || boxes.iter().all(|id| !has_text[id.index()]) {
        for id in boxes {
            plan.elements[id.index()] = Action::Keep;
        }
    }
}

/// Pictures with a smaller side, as they are shown or else by the page's own word, tell nothing.
const MIN_SIDE: u32 = 48;

/// Whether a picture is an icon, a face beside a name, a spacer or a counter.
fn is_ornament(tape: &Tape, id: ElementId) -> bool {
    const NAMES: &[&str] = &["avatar", "badge", "emoji", "favicon", "gravatar", "icon", "logo", "pixel", "spacer", "spinner", "tracker"];
    let side = |attr| tape.attr(id, attr).and_then(|side| decimal(side.trim().trim_end_matches("px")));
    let is_small = match tape.hint(id) {
        Hint { width: 0, .. } | Hint { height: 0, .. } => {
            [Attr::Width, Attr::Height].into_iter().filter_map(side).any(|side| side < f64::from(MIN_SIDE))
        }
        Hint { width, height, .. } => u32::from(width.min(height)) < MIN_SIDE,
    };
    let is_named = || {
        let names = tape.attrs(id).filter(|(attr, _)| matches!(attr, Attr::Class | Attr::Id)).map(|(_, names)| names);
        names.flat_map(tokens).any(|token| NAMES.binary_search(&token.as_str()).is_ok())
    };
    let is_large = || [Attr::Width, Attr::Height].into_iter().filter_map(side).any(|side| side >= f64::from(LARGE_SIDE));
    is_small || is_named() || (is_filed_as_icon(tape, id) && !is_large())
}

/// No icon has a side of so many pixels.
const LARGE_SIDE: u32 = 2 * MIN_SIDE;

/// Whether a picture's address says that it is an icon, by a folder or at the head of its name: `/statusicon/old.gif`,
/// `/icon_quote.gif`.
fn is_filed_as_icon(tape: &Tape, id: ElementId) -> bool {
    const FOLDERS: &[&str] = &["avatars", "icon", "icons", "statusicon"];
    let address = tape.attr(id, Attr::Src).unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    let path = address.split_once("//").map_or(address, |(_, rest)| rest.split_once('/').unwrap_or_default().1);
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut words = folders.split('/').flat_map(tokens).chain(tokens(name).take(1));
    words.any(|word| FOLDERS.binary_search(&word.as_str()).is_ok())
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
                text: quote(tape, id),
            }),
            Action::Drop(_) => {}
        }
    }
    trace
}

/// The first words of an element's text, with a space wherever a reader sees a gap: at blocks, and between elements side
/// by side, such as a menu's links.
fn quote(tape: &Tape, id: ElementId) -> String {
    let mut text = String::new();
    let mut words = 0;
    let mut ended = false;
    for event in tape.inside(id) {
        match *event {
            Event::Text(id) => {
                words += tape.text(id).split_whitespace().count();
                text.push_str(tape.text(id));
            }
            Event::Enter(id) if ended || parts_words(tape.tag(id)) => text.push(' '),
            Event::Exit(id) if parts_words(tape.tag(id)) => text.push(' '),
            _ => {}
        }
        ended = matches!(event, Event::Exit(_));
        if words > QUOTED_WORDS {
            break;
        }
    }
    text.split_whitespace().take(QUOTED_WORDS).collect::<Vec<_>>().join(" ")
}

const fn parts_words(tag: Tag) -> bool {
    tag.is_block() || matches!(tag, Tag::Br)
}
