//! The headline by its look, where it is known how the page looks.

use crate::hints::Visibility;
use crate::html::Tag;
use crate::tape::{ElementId, Event, Tape};

/// Text is a headline by its look only if it is so much larger than most of the page's text: browsers show an `h1` at 2, an
/// `h2` at 1.5 times the text's size.
const TIMES_TEXT: f32 = 1.5;
/// Fewer words are a logo, a number, a label; more are a teaser.
const WORDS: std::ops::RangeInclusive<usize> = 3..=30;

/// The shown element with the largest text, if it is no heading by its tag and larger than all that are.
pub(super) fn headline(tape: &Tape) -> Option<ElementId> {
    let text = usual_size(tape)?;
    let largest = shown(tape).max_by_key(|&(id, size)| (size, std::cmp::Reverse(id)))?;
    let is_large = f32::from(largest.1) >= TIMES_TEXT * f32::from(text);
    let is_heading = |id: ElementId| tape.ancestors(id).any(|id| tape.tag(id).is_heading());
    let is_alone = shown(tape).all(|(id, size)| size < largest.1 || (id == largest.0 && !is_heading(id)));
    let words = tape.text_content(largest.0).split_whitespace().count();
    (is_large && is_alone && WORDS.contains(&words)).then_some(largest.0)
}

/// Elements on the screen with text of their own, and its size.
fn shown(tape: &Tape) -> impl Iterator<Item = (ElementId, u16)> {
    let ids = (0..tape.elements().len()).map(|index| ElementId(index as u32));
    ids.filter_map(|id| {
        let hint = tape.hint(id);
        (hint.visibility == Visibility::Shown && hint.font_size > 0 && tape.tag(id) != Tag::Title).then_some((id, hint.font_size))
    })
}

/// The size of most of the page's text, by characters.
fn usual_size(tape: &Tape) -> Option<u16> {
    let mut chars = std::collections::BTreeMap::<u16, usize>::new();
    for (id, size) in shown(tape) {
        let own = tape.inside(id).iter().map_while(|event| match *event {
            Event::Text(text) => Some(tape.text(text).len()),
            _ => None,
        });
        *chars.entry(size).or_default() += own.sum::<usize>();
    }
    chars.into_iter().max_by_key(|&(_, chars)| chars).map(|(size, _)| size)
}
