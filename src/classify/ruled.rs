//! Pages whose article a site rule names: nothing is left to find, and only what is no text for readers goes from it.

use super::hard::{self, Comments, Strictness};
use super::outline::Outline;
use super::{Classified, Known, Label, hard_labels, page_type, quality, repair};
use crate::article::Removed;
use crate::marks::{Mark, Marks};
use crate::summary::MIN_WORDS;
use crate::tape::{ElementId, Tape};

/// The labels by rule; `None` where no rule names the article, or what it names has too few words to be one.
pub(super) fn ruled(whole: &Outline<'_>, known: Known<'_>) -> Option<Classified> {
    let marks = known.marks.filter(|marks| marks.has_content())?;
    let mut hard = hard::reasons(whole, Comments::Aside, Strictness::Full, known.marks);
    for (reason, is_inside) in hard.iter_mut().zip(inside(whole.tape, marks)) {
        if !is_inside {
            reason.get_or_insert(Removed::SiteRule);
        }
    }
    let mut labels = hard_labels(whole.tape, whole.blocks, &hard);
    if whole.of_labels(&labels, |label| *label == Label::Content).page().words < MIN_WORDS {
        return None;
    }
    repair::drop_title(whole, 0..whole.blocks.len(), known.title, &mut labels);
    let outline = whole.of_content(&labels, &hard);
    let comments = whole.of_labels(&labels, |label| *label == Label::Boilerplate(Removed::Comments)).page();
    let page_type = page_type::page_type(&outline, comments, known.url);
    let quality = quality::quality(&outline, &labels);
    Some(Classified { labels, standfirst: None, hard, page_type, quality, is_shell: false })
}

/// Of each element, whether it is, or is in, one that is known to be article.
fn inside(tape: &Tape, marks: &Marks) -> Vec<bool> {
    let mut inside: Vec<bool> = Vec::with_capacity(tape.elements().len());
    for (index, element) in tape.elements().iter().enumerate() {
        let is_in = element.parent.is_some_and(|parent| inside[parent.index()]);
        inside.push(is_in || marks.of(ElementId(index as u32)) == Mark::Content);
    }
    inside
}
