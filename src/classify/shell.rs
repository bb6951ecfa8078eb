//! Pages that are empty until their scripts run.

use super::outline::Outline;
use crate::clutter::tokens;
use crate::html::{Attr, Tag};
use crate::tape::ElementId;

/// A page with more words says something before its scripts run.
const SHELL_WORDS: u32 = 60;
/// So many scripts on a page without text are there to make it.
const MANY_SCRIPTS: usize = 3;
/// What the elements are called that scripts fill.
const ROOTS: &[&str] = &["app", "application", "main", "mount", "next", "nuxt", "react", "root", "svelte", "vue"];

/// Whether a page has no text of its own to speak of, and scripts that would bring it.
pub(crate) fn is_shell(outline: &Outline<'_>) -> bool {
    let tape = outline.tape;
    let count = |tag: Tag| tape.elements().iter().filter(|element| element.tag == tag).count();
    let asks_for_scripts = || {
        outline.elements().filter(|id| tape.tag(*id) == Tag::Noscript).any(|id| names_scripts(&tape.text_content(id)))
            || outline.blocks.iter().any(|block| names_scripts(&block.text(tape)))
    };
    outline.page().words <= SHELL_WORDS
        && count(Tag::Script) > 0
        && (count(Tag::Script) >= MANY_SCRIPTS || outline.elements().any(|id| is_empty_root(outline, id)) || asks_for_scripts())
}

fn is_empty_root(outline: &Outline<'_>, id: ElementId) -> bool {
    let named = outline.tape.attr(id, Attr::Id).is_some_and(|name| tokens(name).any(|token| ROOTS.binary_search(&token.as_str()).is_ok()));
    named && outline.range(id).is_empty()
}

/// The word is the same in every language.
fn names_scripts(text: &str) -> bool {
    text.to_lowercase().contains("javascript")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_sorted() {
        assert!(ROOTS.is_sorted());
    }
}
