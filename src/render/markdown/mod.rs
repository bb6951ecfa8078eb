//! `CommonMark` with GitHub's tables, footnotes, alerts and formulas. It parses back to the structure that it was
//! written from; what Markdown has no form for is written as HTML.

mod escape;
mod inline;
mod table;
mod writer;

use crate::document::{
    Block, BlockKind, CalloutKind, Definition, Document, Embed, Inline, Item, ListKind, Media, MediaKind, Note, Numbering, Preview,
};
use crate::render::html::{block_html, inline_html};

use inline::{Line, inline_markdown};
use writer::Writer;

/// The article as Markdown.
pub(crate) fn markdown(document: &Document) -> String {
    let mut writer = Writer::default();
    blocks(&document.blocks, &mut writer);
    writer.finish()
}

/// Blocks with an empty line between them.
fn blocks(blocks: &[Block], out: &mut Writer) {
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            out.blank_line();
        }
        self::block(block, out);
    }
}

fn block(block: &Block, out: &mut Writer) {
    match &block.kind {
        BlockKind::Paragraph(content) => out.text(&inline_markdown(content, Line::Paragraph)),
        BlockKind::Heading { level, inlines } => {
            out.text(&format!("{} {}", "#".repeat(usize::from(*level)), inline_markdown(inlines, Line::Heading)));
        }
        BlockKind::List { kind, items } => list(*kind, items, out),
        BlockKind::Definitions(content) => definitions(content, out),
        BlockKind::Quote { blocks: content, .. } => out.nested("> ", "> ", |out| blocks(content, out)),
        BlockKind::Code { lang, text } => code(lang.as_ref().map_or("", |lang| lang.as_str()), text, out),
        BlockKind::Math(formula) => out.text(&inline::display_math(formula)),
        BlockKind::Figure { blocks: content, caption } => {
            blocks(content, out);
            if !caption.is_empty() {
                if !content.is_empty() {
                    out.blank_line();
                }
                out.text(&inline_markdown(caption, Line::Paragraph));
            }
        }
        BlockKind::Table(content) => match table::pipes(content) {
            Some(lines) => out.text(&lines),
            None => out.text(&on_one_line(&block_html(block))),
        },
        BlockKind::Details { summary, blocks: content } => {
            out.text(&format!("<details><summary>{}</summary>", on_one_line(&inline_html(summary))));
            out.blank_line();
            if !content.is_empty() {
                blocks(content, out);
                out.blank_line();
            }
            out.text("</details>");
        }
        BlockKind::Callout { kind, title, blocks: content } => callout(*kind, title, content, out),
        BlockKind::Embed(content) => out.text(&embed(content)),
        BlockKind::Media(content) => out.text(&media(content)),
        BlockKind::Notes(content) => notes(content, out),
        BlockKind::Group(content) => blocks(content, out),
        BlockKind::Rule => out.text(if out.is_nested() { "___" } else { "---" }),
    }
}

/// HTML in Markdown ends at an empty line: line feeds, which only code holds, are written as references.
fn on_one_line(html: &str) -> String {
    html.replace('\n', "&#10;")
}

/// `CommonMark` numbers items with at most nine digits.
const MAX_START: u32 = 999_000_000;

fn list(kind: ListKind, items: &[Item], out: &mut Writer) {
    let markers = out.markers(kind);
    let is_tight = items.iter().all(is_tight);
    for (index, item) in items.iter().enumerate() {
        match (index, is_tight) {
            (0, _) => {}
            (_, true) => out.line_break(),
            (_, false) => out.blank_line(),
        }
        let marker = match (kind, markers.alternate) {
            (ListKind::Bullets, false) => "- ".to_owned(),
            (ListKind::Bullets, true) => "* ".to_owned(),
            (ListKind::Numbers(numbering), _) => {
                let start = if numbering.start > MAX_START { 1 } else { numbering.start };
                format!("{}{} ", Numbering { start, ..numbering }.number(index), if markers.alternate { ')' } else { '.' })
            }
        };
        out.nested(&marker, &" ".repeat(marker.len()), |out| {
            if let Some(done) = item.done {
                out.text(if done { "[x] " } else { "[ ] " });
            }
            match is_tight {
                true => tight_item(&item.blocks, out),
                false => blocks(&item.blocks, out),
            }
        });
    }
    out.end_list(markers);
}

/// Whether an item is a line, with or without a list below it that can follow a line directly.
fn is_tight(item: &Item) -> bool {
    match item.blocks.as_slice() {
        [] => true,
        [first, rest @ ..] => {
            matches!(first.kind, BlockKind::Paragraph(_))
                && rest.len() < 2
                && rest.iter().all(|block| match &block.kind {
                    BlockKind::List { kind: ListKind::Bullets | ListKind::Numbers(Numbering { start: 1, .. }), items } => {
                        items.iter().all(|item| is_tight(item) && !item.blocks.is_empty())
                    }
                    _ => false,
                })
        }
    }
}

fn tight_item(content: &[Block], out: &mut Writer) {
    for (index, block) in content.iter().enumerate() {
        if index > 0 {
            out.line_break();
        }
        self::block(block, out);
    }
}

/// Markdown has no definition lists: a term is a paragraph in bold type.
fn definitions(definitions: &[Definition], out: &mut Writer) {
    for (index, definition) in definitions.iter().enumerate() {
        if index > 0 {
            out.blank_line();
        }
        match definition {
            Definition::Term { inlines, .. } => {
                let strong = [Inline::Styled(crate::document::Style::Strong, inlines.clone())];
                out.text(&inline_markdown(&strong, Line::Paragraph));
            }
            Definition::Description(content) => blocks(content, out),
        }
    }
}

/// A fence longer than any run of its characters in the code.
fn code(lang: &str, text: &str, out: &mut Writer) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(3.max(longest + 1));
    out.text(&format!("{fence}{lang}"));
    for line in text.split('\n') {
        out.line_break();
        out.text(line);
    }
    out.line_break();
    out.text(&fence);
}

fn callout(kind: CalloutKind, title: &[Inline], content: &[Block], out: &mut Writer) {
    out.nested("> ", "> ", |out| {
        out.text(&format!("[!{}]", kind.name()));
        match content.first().map(|block| &block.kind) {
            _ if !title.is_empty() => {
                out.line_break();
                let strong = [Inline::Styled(crate::document::Style::Strong, title.to_vec())];
                out.text(&inline_markdown(&strong, Line::Paragraph));
                if !content.is_empty() {
                    out.blank_line();
                }
            }
            Some(BlockKind::Paragraph(_)) => out.line_break(),
            Some(_) => out.blank_line(),
            None => {}
        }
        blocks(content, out);
    });
}

fn embed(embed: &Embed) -> String {
    let label = escape::plain(&embed.label);
    let url = escape::destination(embed.url.as_str());
    match &embed.preview {
        Preview::Poster(poster) => format!("[![{label}]({})]({url})", escape::destination(poster.as_str())),
        Preview::Nothing | Preview::Player(_) => format!("[{label}]({url})"),
    }
}

fn media(media: &Media) -> String {
    let label = match media.kind {
        MediaKind::Audio => "Audio",
        MediaKind::Video => "Video",
    };
    let url = escape::destination(media.src.as_str());
    match &media.poster {
        Some(poster) => format!("[![{label}]({})]({url})", escape::destination(poster.as_str())),
        None => format!("[{label}]({url})"),
    }
}

fn notes(notes: &[Note], out: &mut Writer) {
    for (index, note) in notes.iter().enumerate() {
        if index > 0 {
            out.blank_line();
        }
        out.nested(&format!("[^{}]: ", note.number), "    ", |out| blocks(&note.blocks, out));
    }
}
