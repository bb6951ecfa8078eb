//! A text that its site cuts into pages, put together again.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::article::{NoArticle, Outcome};
use crate::cleaner::{Cleaner, Read, write};
use crate::document::{Anchor, Block, BlockKind, Document, Href, Inline, each_block, each_block_mut, each_id_mut, each_line_mut};
use crate::options::Options;
use crate::render;

/// Puts the pages of one text together. What each page says again (the title, the lead picture, the first words, the author
/// at the end) comes once; footnotes and ids are those of one text.
///
/// It fetches nothing: the caller gives it the pages, and is told where the next one is.
///
/// ```
/// use readwell::{Cleaner, Options, Parts};
///
/// let words = "The ferry to the island sails again from Monday, after nine months of repairs, the harbour office said.";
/// let page = |url: &str, html: &str| -> Result<Cleaner, readwell::Error> {
///     let mut cleaner = Cleaner::for_text(Options { url: Some(url.into()), ..Options::default() })?;
///     cleaner.write(html.as_bytes());
///     Ok(cleaner)
/// };
/// let mut parts = Parts::new(Options::default());
/// let first = page("https://a.example/the-ferry", &format!("<p>{words}<a href='?page=2'>2</a></p>"))?;
/// assert_eq!(parts.add(first).as_deref(), Some("https://a.example/the-ferry?page=2"));
/// let second = page("https://a.example/the-ferry?page=2", "<p>It was built in the yard at Northport in the year that the harbour \
///     was opened, and has carried forty cars and three hundred people since.</p>")?;
/// assert_eq!(parts.add(second), None);
/// let article = parts.end().into_article().expect("an article");
/// assert!(article.text_content.contains("repairs") && article.text_content.contains("Northport"));
/// # Ok::<(), readwell::Error>(())
/// ```
pub struct Parts {
    options: Options,
    whole: Whole,
}

enum Whole {
    Nothing,
    Some(Box<Read>, usize),
    NoArticle(Box<NoArticle>),
}

impl Parts {
    /// None yet. Of the options, those count that say how the article is written; how each page is read, its cleaner knows.
    #[must_use]
    pub const fn new(options: Options) -> Self {
        Self { options, whole: Whole::Nothing }
    }

    /// Adds a page that is complete, and says where the text goes on, if it does. A later page without an article adds
    /// nothing, and ends the text.
    pub fn add(&mut self, page: Cleaner) -> Option<String> {
        match (&mut self.whole, page.read()) {
            (Whole::Some(whole, count), Ok(read)) => {
                append(&mut whole.document, read.document, whole.metadata.title.as_deref());
                whole.neighbours.next = read.neighbours.next;
                // Its places are those of one page.
                whole.trace = None;
                *count += 1;
            }
            (Whole::Some(whole, _), Err(_)) => whole.neighbours.next = None,
            (Whole::Nothing, Ok(read)) => self.whole = Whole::Some(Box::new(read), 1),
            (Whole::Nothing, Err(nothing)) => self.whole = Whole::NoArticle(nothing),
            (Whole::NoArticle(_), _) => {}
        }
        match &self.whole {
            Whole::Some(whole, _) => whole.neighbours.next.as_ref().map(|url| url.as_str().to_owned()),
            Whole::Nothing | Whole::NoArticle(_) => None,
        }
    }

    /// The article of all pages; the first one's outcome, where that has none.
    #[must_use]
    pub fn end(self) -> Outcome {
        match self.whole {
            Whole::Some(mut whole, count) => {
                if count > 1 {
                    whole.text = render::text(&whole.document);
                }
                Outcome::Article(Box::new(write(*whole, &self.options)))
            }
            Whole::NoArticle(nothing) => Outcome::NoArticle(nothing),
            Whole::Nothing => Cleaner::for_text(Options { url: None, ..self.options })
                .map_or_else(|_| unreachable!("without an address and a charset, no option is wrong"), Cleaner::end),
        }
    }
}

/// What a page repeats of the pages before stands among its first blocks.
const LEAD_BLOCKS: usize = 8;

fn append(whole: &mut Document, mut part: Document, title: Option<&str>) {
    let mut index = 0;
    part.blocks.retain(|block| {
        index += 1;
        index > LEAD_BLOCKS || !(is_title(block, title) || whole.blocks.iter().any(|before| says_the_same(before, block)))
    });
    // What ends each page ends the text.
    let ends = whole.blocks.iter().rev().zip(part.blocks.iter().rev()).take_while(|(one, other)| says_the_same(one, other)).count();
    whole.blocks.truncate(whole.blocks.len() - ends.min(whole.blocks.len().saturating_sub(1)));
    renumber_notes(&mut part, last_note(whole));
    rename_anchors(&mut part, &anchors(&mut whole.blocks));
    whole.blocks.append(&mut part.blocks);
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_title(block: &Block, title: Option<&str>) -> bool {
    match &block.kind {
        BlockKind::Heading { inlines, .. } => title.is_some_and(|title| letters(&render::inline_text(inlines)) == letters(title)),
        _ => false,
    }
}

/// Whether two blocks show the same, whatever their links and ids.
fn says_the_same(one: &Block, other: &Block) -> bool {
    match (&one.kind, &other.kind) {
        (
            BlockKind::Paragraph(one) | BlockKind::Heading { inlines: one, .. },
            BlockKind::Paragraph(other) | BlockKind::Heading { inlines: other, .. },
        ) => match (render::inline_text(one), render::inline_text(other)) {
            // Pictures alone.
            (text, same) if text.trim().is_empty() && same.trim().is_empty() => one == other,
            (text, same) => text == same,
        },
        // Each part has its own.
        (BlockKind::Rule | BlockKind::Notes(_), _) => false,
        (one, other) => one == other,
    }
}

fn last_note(document: &Document) -> u32 {
    let mut last = 0;
    each_block(&document.blocks, &mut |block| {
        if let BlockKind::Notes(notes) = &block.kind {
            last = notes.iter().map(|note| note.number).max().unwrap_or(0).max(last);
        }
    });
    last
}

fn renumber_notes(part: &mut Document, by: u32) {
    each_block_mut(&mut part.blocks, &mut |block| {
        if let BlockKind::Notes(notes) = &mut block.kind {
            for note in notes.iter_mut() {
                note.number += by;
            }
        }
    });
    each_line_mut(&mut part.blocks, &mut |line| {
        each_inline_mut(line, &mut |inline| {
            if let Inline::NoteReference { number, .. } = inline {
                *number += by;
            }
        });
    });
}

fn anchors(blocks: &mut [Block]) -> HashSet<Anchor> {
    let mut found = HashSet::new();
    each_id_mut(blocks, &mut |id| found.extend(id.clone()));
    found
}

fn rename_anchors(part: &mut Document, used: &HashSet<Anchor>) {
    let own = anchors(&mut part.blocks);
    let mut renamed = HashMap::new();
    each_id_mut(&mut part.blocks, &mut |id| {
        if let Some(anchor) = id.as_mut().filter(|anchor| used.contains(*anchor)) {
            let free = (2..usize::MAX).map(|number| anchor.numbered(number)).find(|free| !used.contains(free) && !own.contains(free));
            let old = free.map(|free| (std::mem::replace(anchor, free.clone()), free));
            renamed.extend(old);
        }
    });
    each_line_mut(&mut part.blocks, &mut |line| {
        each_inline_mut(line, &mut |inline| {
            if let Inline::Link { href: Href::Within(anchor), .. } = inline
                && let Some(new) = renamed.get(anchor)
            {
                *anchor = new.clone();
            }
        });
    });
}

fn each_inline_mut(line: &mut [Inline], visit: &mut dyn FnMut(&mut Inline)) {
    for inline in line {
        visit(inline);
        match inline {
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => {
                each_inline_mut(inner, visit);
            }
            Inline::Ruby(pairs) => {
                for (base, above) in pairs {
                    each_inline_mut(base, visit);
                    each_inline_mut(above, visit);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "<title>The ferry</title><h1>The ferry</h1><p>By Ann Lee, for the paper that she has written for since it began.</p><figure>\
        <img src=/f.jpg width=800 height=400><figcaption>The ferry</figcaption></figure><p>The ferry to the island sails again from \
        Monday, after nine months of repairs, four times a day, the office said on Friday.<sup><a href=#fn1 id=r1>1</a></sup></p><h2 id=yard>The yard</h2><p>It \
        lies in Northport, where the yard had waited for parts all winter, and for dry weather in the spring.</p><ol class=footnotes><li id=fn1>A note. <a href=#r1>↩</a></ol>\
        <p>Ann Lee writes of islands, and of the boats that go there, in all weathers and seasons of the year.</p><a href='/the-ferry/2'>2</a>";
    const SECOND: &str = "<title>The ferry - page 2</title><h1>The ferry</h1><p>By Ann Lee, for the paper that she has written for since it began.</p><figure>\
        <img src=/f.jpg width=800 height=400><figcaption>The ferry</figcaption></figure><h2 id=yard>The yard</h2><p>Its second dock was opened in the year that the harbour was \
        deepened, and has built four ships since then.<sup><a href=#fn1 id=r1>1</a></sup> More is said <a href=#yard>above</a>, in the text on the yard.</p>\
        <ol class=footnotes><li id=fn1>Another note. <a href=#r1>↩</a></ol><p>Ann Lee writes of islands, and of the boats that go there, in all weathers and seasons of the year.</p>";

    fn page(url: &str, html: &str) -> Cleaner {
        let mut cleaner = Cleaner::for_text(Options { url: Some(url.into()), ..Options::default() }).expect("absolute");
        cleaner.write(html.as_bytes());
        cleaner
    }

    #[test]
    fn what_is_repeated_comes_once() {
        let mut parts = Parts::new(Options::default());
        assert_eq!(parts.add(page("https://a.example/the-ferry", FIRST)).as_deref(), Some("https://a.example/the-ferry/2"));
        assert_eq!(parts.add(page("https://a.example/the-ferry/2", SECOND)), None);
        let article = parts.end().into_article().expect("an article");
        assert_eq!(article.metadata.title.as_deref(), Some("The ferry"));
        for (once, count) in [("four times a day", 1), ("second dock", 1), ("f.jpg", 1), ("By Ann Lee", 1), ("writes of islands", 1)] {
            assert!(article.content.matches(once).count() <= count, "{once}: {}", article.content);
        }
        assert!(article.content.contains("second dock") && article.content.contains("nine months"), "{}", article.content);
        for id in ["rw-note-1", "rw-note-2", "rw-ref-1", "rw-ref-2"] {
            assert_eq!(article.content.matches(&format!("id=\"{id}\"")).count(), 1, "{id}: {}", article.content);
        }
        assert!(article.markdown.contains("[^2]: Another note."), "{}", article.markdown);
        let ids: Vec<_> = article.content.match_indices("id=\"").map(|(at, _)| article.content[at + 4..].split('"').next()).collect();
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{ids:?}");
    }

    #[test]
    fn no_pages_have_no_article() {
        assert!(Parts::new(Options::default()).end().into_article().is_none());
        let mut parts = Parts::new(Options::default());
        assert_eq!(parts.add(page("https://a.example/", "<p>Short.")), None);
        assert_eq!(parts.add(page("https://a.example/the-ferry", FIRST)), None);
        assert!(parts.end().into_article().is_none());
    }
}
