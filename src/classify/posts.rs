//! Posts in turn: what was said stays whole, with who said it and when.

use foldhash::HashSet;

use super::Label;
use super::outline::Outline;
use crate::clutter::tokens;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event};

/// Of posts that are kept, brings back what the rules kept and a model lost: the rest of their text, their authors and dates.
pub(crate) fn restore_posts(outline: &Outline<'_>, by_rules: &[Label], labels: &mut [Label]) {
    let is_lost = |index: &usize, labels: &[Label]| by_rules[*index] == Label::Content && labels[*index] != Label::Content;
    let bodies: HashSet<ElementId> = (0..labels.len())
        .filter(|index| labels[*index] == Label::Content && outline.blocks[*index].sentences > 0)
        .filter_map(|index| body(outline, index))
        .collect();
    for index in (0..labels.len()).rev() {
        if is_lost(&index, labels)
            && (is_in(outline, index, &bodies) || (is_signature(outline, index) && opens_post(outline, index, labels)))
        {
            labels[index] = Label::Content;
        }
    }
}

/// The element that holds a post's text, where a block is one of its parts.
fn body(outline: &Outline<'_>, index: usize) -> Option<ElementId> {
    let mut around = outline.blocks[index].container.into_iter().flat_map(|id| outline.tape.ancestors(id));
    let inner = around.next()?;
    match outline.tape.tag(inner) {
        Tag::P => around.next(),
        Tag::Div => Some(inner),
        _ => None,
    }
}

/// A paragraph with more of its characters in links is a button.
const LINK: f32 = 0.7;

/// Whether a block is a part of one of the bodies: a paragraph, or in a list, a quotation or code.
fn is_in(outline: &Outline<'_>, index: usize, bodies: &HashSet<ElementId>) -> bool {
    let is_part =
        |id: &ElementId| matches!(outline.tape.tag(*id), Tag::P | Tag::Pre | Tag::Code | Tag::Ul | Tag::Ol | Tag::Li | Tag::Blockquote);
    let block = &outline.blocks[index];
    if block.tag(outline.tape) == Tag::P && block.link_density() > LINK {
        return false;
    }
    let around = block.container.into_iter().flat_map(|id| outline.tape.ancestors(id));
    around.skip_while(is_part).take(1).any(|id| bodies.contains(&id))
}

/// Longer lines say something.
const SIGNATURE_WORDS: u32 = 9;

/// Whether a block is the name or the date of a post.
fn is_signature(outline: &Outline<'_>, index: usize) -> bool {
    const NAMES: [&str; 4] = ["author", "name", "nickname", "username"];
    let block = &outline.blocks[index];
    let is_named = |id: ElementId| {
        outline.tape.tag(id) == Tag::Time
            || outline.tape.attr(id, Attr::Class).is_some_and(|class| tokens(class).any(|token| NAMES.contains(&token.as_str())))
    };
    let events = &outline.tape.events()[block.events.start as usize..block.events.end as usize];
    let inside = events.iter().filter_map(|event| match *event {
        Event::Enter(id) => Some(id),
        Event::Text(id) => outline.tape.text_parent(id),
        Event::Exit(_) => None,
    });
    block.words <= SIGNATURE_WORDS && block.sentences == 0 && block.container.into_iter().chain(inside).any(is_named)
}

/// Blocks between a post's author and its text: ranks, dates, numbers.
const TEXT_WITHIN: usize = 8;

/// Whether a post's text follows a line, and not the same line again first, as for desks after that for phones.
fn opens_post(outline: &Outline<'_>, index: usize, labels: &[Label]) -> bool {
    let text = outline.text(&outline.blocks[index]);
    let mut after = (index + 1..labels.len()).take(TEXT_WITHIN).filter(|other| labels[*other] == Label::Content).peekable();
    after.peek().is_some() && after.all(|other| outline.text(&outline.blocks[other]) != text)
}
