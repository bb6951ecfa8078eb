//! Words that tell clutter from content, as data: the names of parts.

use super::region::Mode;
use crate::article::Removed;
use crate::clutter::{Key, Shapes, key, tokens};

/// The reason that the classes or the id of a small part give.
pub(crate) fn soft_name(names: &str, mode: Mode) -> Option<Removed> {
    names.split_ascii_whitespace().find_map(|name| {
        let by_word = tokens(name).filter(|token| SHAPES.may_have(token)).find_map(|token| {
            let (_, reason, modes) = NAMES[KEYS.binary_search(&token.key()).ok()?];
            modes.contains(&mode).then_some(reason)
        });
        by_word.or_else(|| (mode == Mode::Forum && is_about_post(name)).then_some(Removed::Meta))
    })
}

/// Whether two words of a name side by side say that it is what a forum prints of a post or of who wrote it.
fn is_about_post(name: &str) -> bool {
    const PAIRS: [[&str; 2]; 3] = [["last", "edit"], ["user", "rank"], ["user", "title"]];
    let pairs = tokens(name).zip(tokens(name).skip(1));
    pairs.into_iter().any(|(first, second)| PAIRS.contains(&[first.as_str(), second.as_str()]))
}

const ARTICLE: &[Mode] = &[Mode::Article];
const FORUM: &[Mode] = &[Mode::Forum];
const SHOP: &[Mode] = &[Mode::Product, Mode::Shop];
const ALL: &[Mode] = &[Mode::Article, Mode::Forum, Mode::Product, Mode::Shop, Mode::Wide];
const NOT_FORUM: &[Mode] = &[Mode::Article, Mode::Product, Mode::Shop, Mode::Wide];

/// Of all words in [`NAMES`].
static SHAPES: Shapes = Shapes::none().with(&KEYS);

/// The words of [`NAMES`].
static KEYS: [Key; NAMES.len()] = {
    let mut keys = [0; NAMES.len()];
    let mut index = 0;
    while index < keys.len() {
        keys[index] = key(NAMES[index].0);
        index += 1;
    }
    keys
};

/// Words in the names of small parts.
const NAMES: &[(&str, Removed, &[Mode])] = &[
    ("action", Removed::Form, FORUM),
    ("actions", Removed::Form, FORUM),
    ("author", Removed::AuthorBox, ARTICLE),
    ("authors", Removed::AuthorBox, ARTICLE),
    ("avatar", Removed::Picture, FORUM),
    ("badge", Removed::Meta, FORUM),
    ("badges", Removed::Meta, FORUM),
    ("banner", Removed::Meta, FORUM),
    ("bio", Removed::AuthorBox, ARTICLE),
    ("biography", Removed::AuthorBox, ARTICLE),
    ("buttons", Removed::Form, FORUM),
    ("byline", Removed::Meta, NOT_FORUM),
    ("contributor", Removed::AuthorBox, ARTICLE),
    ("contributors", Removed::AuthorBox, ARTICLE),
    ("control", Removed::Form, FORUM),
    ("controls", Removed::Form, FORUM),
    ("cta", Removed::Appeal, ARTICLE),
    ("ctas", Removed::Appeal, ARTICLE),
    ("dateline", Removed::Meta, NOT_FORUM),
    ("dropdown", Removed::Form, FORUM),
    ("edited", Removed::Meta, FORUM),
    ("extras", Removed::Meta, FORUM),
    ("joined", Removed::Meta, FORUM),
    ("jumpbox", Removed::Form, FORUM),
    ("likes", Removed::Share, FORUM),
    ("pairs", Removed::Meta, FORUM),
    ("postprofile", Removed::Meta, FORUM),
    ("rank", Removed::Meta, FORUM),
    ("ratings", Removed::Comments, SHOP),
    ("reactions", Removed::Share, FORUM),
    ("recently", Removed::Related, SHOP),
    ("recommendation", Removed::Related, ALL),
    ("recommendations", Removed::Related, ALL),
    ("related", Removed::Related, NOT_FORUM),
    ("reputation", Removed::Meta, FORUM),
    ("review", Removed::Comments, SHOP),
    ("reviews", Removed::Comments, SHOP),
    ("signature", Removed::AuthorBox, FORUM),
    ("similar", Removed::Related, FORUM),
    ("statistics", Removed::Meta, FORUM),
    ("stats", Removed::Meta, FORUM),
    ("subscribe", Removed::SignUp, ALL),
    ("suggested", Removed::Related, FORUM),
    ("tags", Removed::Meta, ALL),
    ("toolbar", Removed::Form, FORUM),
    ("userinfo", Removed::Meta, FORUM),
    ("usertitle", Removed::Meta, FORUM),
    ("vote", Removed::Share, FORUM),
    ("votes", Removed::Share, FORUM),
    ("voting", Removed::Share, FORUM),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(NAMES.is_sorted_by_key(|(word, ..)| word));
    }
}
