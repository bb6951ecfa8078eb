//! What can only be said once blocks are there: which of them are empty, how headings nest.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::image::identity;
use super::inlines::tidy;
use crate::document::{
    Block, BlockKind, Definition, Document, Inline, Style, each_block, each_block_mut, each_line_mut, each_part_mut, parts_mut,
};
use crate::render::inline_text;

/// A line as a paragraph.
pub(super) fn paragraph(inlines: Vec<Inline>) -> Block {
    BlockKind::Paragraph(inlines).into()
}

/// Adds a block in the form that it really has: nothing if it is empty, its content if that is all it is.
pub(super) fn push(mut block: Block, out: &mut Vec<Block>) {
    match &mut block.kind {
        BlockKind::Heading { inlines, .. } if inline_text(inlines).trim().is_empty() => {
            let inlines = std::mem::take(inlines);
            if !inlines.is_empty() {
                out.push(Block { kind: BlockKind::Paragraph(inlines), ..block });
            }
        }
        BlockKind::Group(blocks) if blocks.is_empty() || block.id.is_none() && block.lang.is_none() && block.dir.is_none() => {
            out.append(blocks);
        }
        BlockKind::Group(blocks) if blocks.len() == 1 && blocks[0].is_plain() => {
            let inner = blocks.remove(0);
            out.push(Block { kind: inner.kind, ..block });
        }
        BlockKind::Figure { blocks, caption } if caption.is_empty() && !blocks.iter().any(shows) => out.append(blocks),
        BlockKind::Figure { blocks, caption } if blocks.is_empty() => {
            let caption = std::mem::take(caption);
            out.push(Block { kind: BlockKind::Paragraph(caption), ..block });
        }
        BlockKind::Notes(notes) => match out.last_mut() {
            Some(Block { kind: BlockKind::Notes(before), .. }) => before.append(notes),
            _ => out.push(block),
        },
        kind if is_empty(kind) => {}
        _ => out.push(block),
    }
}

/// Whether a block is what figures are for.
fn shows(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(inlines) => holds_image(inlines),
        BlockKind::Table(_) | BlockKind::Code { .. } | BlockKind::Math(_) => true,
        _ => false,
    }
}

fn holds_image(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Image(_) => true,
        Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => holds_image(inner),
        _ => false,
    })
}

fn is_empty(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } => inlines.is_empty(),
        BlockKind::List { items, .. } => items.is_empty(),
        BlockKind::Definitions(definitions) => definitions.is_empty(),
        // What readers unfold is nothing without what it hides.
        BlockKind::Quote { blocks, .. } | BlockKind::Group(blocks) | BlockKind::Details { blocks, .. } => blocks.is_empty(),
        BlockKind::Code { text, .. } => text.is_empty(),
        BlockKind::Figure { blocks, caption } => blocks.is_empty() && caption.is_empty(),
        BlockKind::Callout { title, blocks, .. } => title.is_empty() && blocks.is_empty(),
        BlockKind::Table(table) => table.rows.is_empty(),
        BlockKind::Notes(notes) => notes.is_empty(),
        BlockKind::Math(_) | BlockKind::Embed(_) | BlockKind::Media(_) | BlockKind::Rule => false,
    }
}

/// Blocks as one line, with a space between what stood on lines of its own.
pub(super) fn line(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line = Vec::new();
    for block in blocks {
        let inlines = match block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } => inlines,
            BlockKind::Math(formula) => vec![Inline::Math(formula)],
            BlockKind::Code { text, .. } => vec![Inline::Code(text.replace('\n', " "))],
            _ => continue,
        };
        if !line.is_empty() {
            line.push(Inline::Text(" ".to_owned()));
        }
        line.extend(inlines);
    }
    tidy(line)
}

/// Takes links apart, where they stand in a link.
pub(super) fn unlink(line: &mut Vec<Inline>) {
    let mut unlinked = Vec::with_capacity(line.len());
    for mut inline in std::mem::take(line) {
        match &mut inline {
            Inline::Link { inlines, .. } => {
                unlinked.append(inlines);
                continue;
            }
            Inline::NoteReference { number, .. } => inline = Inline::Styled(Style::Sup, vec![Inline::Text(number.to_string())]),
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } => unlink(inner),
            Inline::Ruby(pairs) => pairs.iter_mut().flat_map(|(base, above)| [base, above]).for_each(unlink),
            _ => {}
        }
        unlinked.push(inline);
    }
    *line = unlinked;
}

/// Takes a note's own number from its start, where no list gives it: "[1] ", "1. ", "^ ".
pub(super) fn strip_mark(blocks: &mut Vec<Block>, number: u32) {
    if let [Block { kind: BlockKind::Paragraph(inlines), .. }, _, ..] = blocks.as_slice()
        && inline_text(inlines).chars().all(|c| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '^' | '.'))
        && !holds_image(inlines)
    {
        blocks.remove(0);
    }
    let Some(Block { kind: BlockKind::Paragraph(inlines), .. }) = blocks.first_mut() else { return };
    let marks = inlines.iter_mut().position(|inline| !is_mark_alone(inline, number)).unwrap_or(inlines.len());
    inlines.drain(..marks);
}

/// Whether nothing of an inline is left without a note's own number, which it then has lost.
fn is_mark_alone(inline: &mut Inline, number: u32) -> bool {
    match inline {
        Inline::Text(text) => {
            let rest = text.trim_start();
            // What was around the link back.
            let rest = rest.strip_prefix(['^', '↑']).or_else(|| rest.strip_prefix(". ")).unwrap_or(rest).trim_start();
            let bare = rest.trim_start_matches('[');
            let after = bare.strip_prefix(&number.to_string()).map_or(rest, |after| {
                let is_mark = after.is_empty() || after.starts_with([']', '.', ')', ' ', ':']);
                if is_mark { after.trim_start_matches([']', '.', ')', ':']) } else { rest }
            });
            *text = after.trim_start().to_owned();
            text.is_empty()
        }
        Inline::Styled(Style::Sup, inner) => inline_text(inner).trim_matches(['[', ']', ' ', '.']) == number.to_string(),
        _ => false,
    }
}

/// The whole article, once all of it is there.
pub(super) fn settle(document: &mut Document, title: Option<&str>) {
    drop_title(&mut document.blocks, title.unwrap_or_default());
    each_line_mut(&mut document.blocks, &mut |line| {
        bare_references(line);
    });
    match_references(&mut document.blocks);
    drop_repeated_pictures(&mut document.blocks);
    each_part_mut(&mut document.blocks, &mut |blocks| {
        drop_empty(blocks);
        drop_idle_rules(blocks);
    });
    levels(&mut document.blocks);
}

/// References lead to notes that are there, and notes back to references that are: either may have been lost on the way.
fn match_references(blocks: &mut [Block]) {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    each_block(blocks, &mut |block| {
        if let BlockKind::Notes(notes) = &block.kind {
            counts.extend(notes.iter().map(|note| (note.number, 0)));
        }
    });
    each_line_mut(blocks, &mut |line| count_references(line, &mut counts));
    each_block_mut(blocks, &mut |block| {
        if let BlockKind::Notes(notes) = &mut block.kind {
            for note in notes {
                note.references = counts[&note.number];
            }
        }
    });
}

fn count_references(line: &mut Vec<Inline>, counts: &mut HashMap<u32, u32>) {
    for inline in line {
        match inline {
            Inline::NoteReference { number, occurrence } => match counts.get_mut(number) {
                Some(count) => {
                    *count += 1;
                    *occurrence = *count;
                }
                None => *inline = Inline::Styled(Style::Sup, vec![Inline::Text(number.to_string())]),
            },
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => {
                count_references(inner, counts);
            }
            Inline::Ruby(pairs) => pairs.iter_mut().flat_map(|(base, above)| [base, above]).for_each(|line| count_references(line, counts)),
            _ => {}
        }
    }
}

/// A reference is raised by itself: not within `sup`, nor between brackets there.
fn bare_references(line: &mut Vec<Inline>) {
    let mut settled = Vec::with_capacity(line.len());
    for mut inline in std::mem::take(line) {
        match &mut inline {
            Inline::Styled(Style::Sup, inner) if is_only_references(inner) => {
                settled.extend(std::mem::take(inner).into_iter().filter(|inline| matches!(inline, Inline::NoteReference { .. })));
                continue;
            }
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => {
                bare_references(inner);
            }
            _ => {}
        }
        settled.push(inline);
    }
    *line = settled;
}

fn is_only_references(inlines: &[Inline]) -> bool {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | ',' | ';');
    inlines.iter().any(|inline| matches!(inline, Inline::NoteReference { .. }))
        && inlines.iter().all(|inline| match inline {
            Inline::NoteReference { .. } => true,
            Inline::Text(text) => text.chars().all(is_mark),
            _ => false,
        })
}

/// Where a picture stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Plain,
    Captioned,
    /// In a table, where a mark may well come again.
    Cell,
}

/// Keeps each picture once: its first place, or its first with a caption.
fn drop_repeated_pictures(blocks: &mut [Block]) {
    let mut places = Vec::new();
    each_picture(blocks, Place::Plain, &mut |src, place| {
        places.push((identity(src), place));
        true
    });
    let mut chosen: HashMap<&str, usize> = HashMap::new();
    for (index, (name, place)) in places.iter().enumerate().filter(|(_, (_, place))| *place != Place::Cell) {
        let best = chosen.entry(name).or_insert(index);
        if places[*best].1 == Place::Plain && *place == Place::Captioned {
            *best = index;
        }
    }
    let keep: HashSet<usize> = chosen.into_values().collect();
    let mut index = 0;
    each_picture(blocks, Place::Plain, &mut |_, place| {
        index += 1;
        place == Place::Cell || keep.contains(&(index - 1))
    });
}

/// Visits each picture in order, and drops those for which `keep` says no.
fn each_picture(blocks: &mut [Block], place: Place, keep: &mut dyn FnMut(&str, Place) -> bool) {
    for block in blocks {
        let inner = match &block.kind {
            BlockKind::Figure { caption, .. } if !caption.is_empty() && place == Place::Plain => Place::Captioned,
            BlockKind::Table(_) => Place::Cell,
            _ => place,
        };
        if let BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } = &mut block.kind {
            pictures(inlines, place, keep);
        }
        for blocks in parts_mut(&mut block.kind) {
            each_picture(blocks, inner, keep);
        }
    }
}

fn pictures(line: &mut Vec<Inline>, place: Place, keep: &mut dyn FnMut(&str, Place) -> bool) {
    line.retain_mut(|inline| match inline {
        Inline::Image(image) => keep(image.src.as_str(), place),
        Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => {
            pictures(inner, place, keep);
            !inner.is_empty()
        }
        _ => true,
    });
}

fn drop_empty(blocks: &mut Vec<Block>) {
    for block in blocks.iter_mut() {
        match &mut block.kind {
            BlockKind::List { items, .. } => items.retain(|item| !item.blocks.is_empty()),
            BlockKind::Definitions(definitions) => {
                definitions.retain(|definition| !matches!(definition, Definition::Description(blocks) if blocks.is_empty()));
            }
            // Its picture stands elsewhere, with a caption of its own.
            BlockKind::Figure { blocks, caption } if blocks.is_empty() => caption.clear(),
            BlockKind::Paragraph(inlines) => {
                let line = tidy(std::mem::take(inlines));
                *inlines = line;
            }
            _ => {}
        }
    }
    blocks.retain(|block| !is_empty(&block.kind));
}

/// A line divides two things: none at an end, before another, or before what divides by itself.
fn drop_idle_rules(blocks: &mut Vec<Block>) {
    let is_rule = |block: &Block| block.kind == BlockKind::Rule;
    while blocks.last().is_some_and(is_rule) {
        blocks.pop();
    }
    let mut index = 0;
    blocks.retain({
        let idle: Vec<bool> = (0..blocks.len())
            .map(|at| {
                is_rule(&blocks[at])
                    && (at == 0 || is_rule(&blocks[at - 1]) || matches!(blocks.get(at + 1), Some(Block { kind: BlockKind::Notes(_), .. })))
            })
            .collect();
        move |_| {
            index += 1;
            !idle[index - 1]
        }
    });
}

/// The title stands above the article: among its first blocks at most this many precede it (a section's name, a date).
const MAX_BLOCKS_BEFORE_TITLE: usize = 4;

/// Drops the heading that only repeats the title, with or without the site's name; and a manual's head: "GREP(1)  Commands
/// GREP(1)".
fn drop_title(blocks: &mut Vec<Block>, title: &str) {
    let title = letters(title);
    if title.is_empty() {
        return;
    }
    let find = |blocks: &[Block], is: &dyn Fn(&Block) -> bool| blocks.iter().take(MAX_BLOCKS_BEFORE_TITLE + 1).position(is);
    let is_title =
        |block: &Block| matches!(&block.kind, BlockKind::Heading { level: 1..=3, inlines } if says(&inline_text(inlines), &title));
    while let Some(at) = find(blocks, &is_title) {
        blocks.remove(at);
    }
    let is_reply = |block: &Block| matches!(&block.kind, BlockKind::Heading { inlines, .. } if replies(&inline_text(inlines), &title));
    each_part_mut(blocks, &mut |blocks| blocks.retain(|block| !is_reply(block)));
    if let Some(at) = find(blocks, &|block| matches!(&block.kind, BlockKind::Code { text, .. } if is_running_head(text, &title))) {
        blocks.remove(at);
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a heading says a title, given by its letters, or that and the site's name after it.
fn says(heading: &str, title: &str) -> bool {
    let first = [" — ", " – ", " - ", " | ", " / "].iter().find_map(|mark| heading.split_once(mark)).map(|(first, _)| first);
    [Some(heading), first].into_iter().flatten().any(|text| letters(text) == title)
}

/// The longest word for an answer, as forums put it before the title of each: "Re:", "AW:", "Antw:".
const MAX_REPLY: usize = 4;

/// Whether a heading says the title as that of an answer.
fn replies(heading: &str, title: &str) -> bool {
    heading.split_once(':').is_some_and(|(word, rest)| word.trim().chars().count() <= MAX_REPLY && letters(rest) == title)
}

/// Whether a line begins and ends with the title.
fn is_running_head(line: &str, title: &str) -> bool {
    let mut words = line.split_whitespace();
    let (first, last) = (words.next(), words.next_back());
    first == last && first.is_some_and(|word| letters(word) == title) && !line.trim().contains('\n')
}

/// Renumbers headings from 2, each one deeper than the one that it belongs to. A lone first one at the start is the page's
/// own title, to which all belong.
fn levels(blocks: &mut [Block]) {
    let mut sources = Vec::new();
    each_block(blocks, &mut |block| {
        if let BlockKind::Heading { level, .. } = block.kind {
            sources.push(level);
        }
    });
    let mut has_title = sources.split_first().is_some_and(|(first, rest)| *first == 1 && !rest.contains(&1));
    let mut open: Vec<u8> = Vec::new();
    each_block_mut(blocks, &mut |block| {
        let BlockKind::Heading { level, .. } = &mut block.kind else { return };
        if std::mem::take(&mut has_title) {
            *level = 2;
            return;
        }
        while open.last().is_some_and(|above| above >= level) {
            open.pop();
        }
        open.push(*level);
        *level = (1 + open.len()).min(6) as u8;
    });
}
