//! What is known of single elements beside their markup.

use crate::hints::Visibility;
use crate::site_rules::Found;
use crate::tape::{ElementId, Tape};

/// What is known of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nothing.
    #[default]
    None,
    /// A site rule says that it is article.
    Content,
    /// A site rule says that it goes.
    Removed,
    /// It is not on the screen.
    Hidden,
    /// It is on the screen.
    Shown,
}

/// The marks of a page's elements.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// Of each element; empty where nothing is known of any.
    marks: Vec<Mark>,
    has_content: bool,
}

impl Marks {
    /// What is known of a page. Site rules go before the look, and what they remove goes in any case.
    pub(crate) fn new(tape: &Tape, found: &Found) -> Self {
        let mut marks = Self { marks: looks(tape), has_content: !found.content.is_empty() };
        marks.set(tape, &found.content, Mark::Content);
        marks.set(tape, &found.remove, Mark::Removed);
        marks
    }

    fn set(&mut self, tape: &Tape, ids: &[ElementId], mark: Mark) {
        if !ids.is_empty() {
            self.marks.resize(tape.elements().len(), Mark::None);
        }
        for id in ids {
            self.marks[id.index()] = mark;
        }
    }

    /// What is known of an element.
    pub(crate) fn of(&self, id: ElementId) -> Mark {
        self.marks.get(id.index()).copied().unwrap_or_default()
    }

    /// Whether some element is known to be article.
    pub(crate) const fn has_content(&self) -> bool {
        self.has_content
    }
}

fn looks(tape: &Tape) -> Vec<Mark> {
    let look = |index| match tape.hint(ElementId(index as u32)).visibility {
        Visibility::Unknown => Mark::None,
        Visibility::Shown => Mark::Shown,
        Visibility::Hidden => Mark::Hidden,
    };
    match tape.has_hints() {
        true => (0..tape.elements().len()).map(look).collect(),
        false => Vec::new(),
    }
}
