//! HTML, of the grammar in [`super::grammar`]. Element and attribute names are literals; all else is escaped.
//!
//! Parsing the output with an HTML parser and serializing it gives the output again: no element is written where a
//! parser would close, move or add one, and text is escaped just as the HTML standard serializes it.

use super::element::{attribute, close, element, open, url_attribute, wrapped};
use super::escape::escape_text;
use super::mathml::formula;
use crate::document::{
    Block, BlockKind, Cell, Definition, Document, Embed, Href, Image, Inline, Item, ListKind, Media, MediaKind, Note, Numbering, Numerals,
    Preview, Style, Table,
};
use crate::urls::PlayerUrl;

/// The article as HTML that is safe to insert.
pub(crate) fn html(document: &Document) -> String {
    let mut out = String::new();
    blocks(&document.blocks, &mut out);
    out
}

/// One block alone.
pub(super) fn block_html(block: &Block) -> String {
    let mut out = String::new();
    self::block(block, &mut out);
    out
}

/// A line's content alone.
pub(super) fn inline_html(content: &[Inline]) -> String {
    let mut out = String::new();
    inlines(content, &mut out);
    out
}

fn blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        self::block(block, out);
    }
}

fn block(block: &Block, out: &mut String) {
    match &block.kind {
        BlockKind::Paragraph(content) => element("p", block, out, |out| inlines(content, out)),
        BlockKind::Heading { level, inlines: content } => {
            element(heading_name(*level), block, out, |out| inlines(content, out));
        }
        BlockKind::List { kind, items } => list(block, *kind, items, out),
        BlockKind::Definitions(content) => element("dl", block, out, |out| content.iter().for_each(|part| definition(part, out))),
        BlockKind::Quote { cite, blocks: content } => {
            open("blockquote", block, out);
            url_attribute("cite", cite.as_ref(), out);
            out.push('>');
            blocks(content, out);
            close("blockquote", out);
        }
        BlockKind::Code { lang, text } => element("pre", block, out, |out| {
            out.push_str("<code");
            if let Some(lang) = lang {
                attribute("class", &format!("language-{}", lang.as_str()), out);
            }
            out.push('>');
            escape_text(text, out);
            close("code", out);
        }),
        BlockKind::Math(content) => element("p", block, out, |out| formula(content, true, out)),
        BlockKind::Figure { blocks: content, caption } => element("figure", block, out, |out| {
            tight(content, out);
            if !caption.is_empty() {
                wrapped("figcaption", out, |out| inlines(caption, out));
            }
        }),
        BlockKind::Table(content) => element("table", block, out, |out| table(content, out)),
        BlockKind::Details { summary, blocks: content } => element("details", block, out, |out| {
            wrapped("summary", out, |out| inlines(summary, out));
            blocks(content, out);
        }),
        BlockKind::Callout { kind, title, blocks: content } => {
            open("aside", block, out);
            attribute("class", &format!("callout callout-{}", kind.name()), out);
            out.push('>');
            if !title.is_empty() {
                wrapped("p", out, |out| wrapped("strong", out, |out| inlines(title, out)));
            }
            blocks(content, out);
            close("aside", out);
        }
        BlockKind::Embed(content) => embed(block, content, out),
        BlockKind::Media(content) => media(block, content, out),
        BlockKind::Notes(content) => notes(block, content, out),
        BlockKind::Group(content) => element("div", block, out, |out| blocks(content, out)),
        BlockKind::Rule => {
            out.push_str("<hr");
            if let Some(id) = &block.id {
                attribute("id", id.as_str(), out);
            }
            out.push('>');
        }
    }
}

const fn heading_name(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

fn list(block: &Block, kind: ListKind, items: &[Item], out: &mut String) {
    let name = match kind {
        ListKind::Bullets => "ul",
        ListKind::Numbers(_) => "ol",
    };
    open(name, block, out);
    if let ListKind::Numbers(Numbering { start, reversed, numerals }) = kind {
        if reversed {
            attribute("reversed", "", out);
        }
        if start != 1 {
            attribute("start", &start.to_string(), out);
        }
        if numerals != Numerals::Decimal {
            attribute("type", numerals.name(), out);
        }
    }
    out.push('>');
    for item in items {
        out.push_str("<li");
        if let Some(id) = &item.id {
            attribute("id", id.as_str(), out);
        }
        out.push('>');
        if let Some(done) = item.done {
            out.push_str(if done { "☑ " } else { "☐ " });
        }
        tight(&item.blocks, out);
        close("li", out);
    }
    close(name, out);
}

fn definition(definition: &Definition, out: &mut String) {
    match definition {
        Definition::Term { id, inlines: term } => {
            out.push_str("<dt");
            if let Some(id) = id {
                attribute("id", id.as_str(), out);
            }
            out.push('>');
            inlines(term, out);
            close("dt", out);
        }
        Definition::Description(content) => wrapped("dd", out, |out| tight(content, out)),
    }
}

/// A lone paragraph needs no tags of its own in a list item, cell or figure; nor does an item's first before a nested list.
fn tight(content: &[Block], out: &mut String) {
    match content {
        [first @ Block { kind: BlockKind::Paragraph(line), .. }, rest @ ..]
            if first.is_plain() && rest.iter().all(|block| matches!(block.kind, BlockKind::List { .. })) =>
        {
            inlines(line, out);
            blocks(rest, out);
        }
        _ => blocks(content, out),
    }
}

fn table(table: &Table, out: &mut String) {
    if !table.caption.is_empty() {
        wrapped("caption", out, |out| inlines(&table.caption, out));
    }
    let (head, body) = table.rows.split_at(table.head_rows.min(table.rows.len()));
    for (name, rows) in [("thead", head), ("tbody", body)] {
        if !rows.is_empty() {
            wrapped(name, out, |out| rows.iter().for_each(|row| wrapped("tr", out, |out| row.iter().for_each(|c| cell(c, out)))));
        }
    }
}

fn cell(cell: &Cell, out: &mut String) {
    let name = if cell.header { "th" } else { "td" };
    out.push('<');
    out.push_str(name);
    for (name, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
        if span > 1 {
            attribute(name, &span.to_string(), out);
        }
    }
    out.push('>');
    tight(&cell.blocks, out);
    close(name, out);
}

fn embed(block: &Block, embed: &Embed, out: &mut String) {
    open("figure", block, out);
    attribute("class", "embed", out);
    out.push('>');
    match &embed.preview {
        Preview::Nothing => {}
        Preview::Poster(poster) => {
            out.push_str("<a");
            attribute("href", embed.url.as_str(), out);
            out.push_str("><img");
            attribute("src", poster.as_str(), out);
            attribute("alt", "", out);
            out.push_str("></a>");
        }
        Preview::Player(address) => player(address, &embed.label, out),
    }
    out.push_str("<figcaption><a");
    attribute("href", embed.url.as_str(), out);
    out.push('>');
    escape_text(&embed.label, out);
    out.push_str("</a></figcaption></figure>");
}

/// It is loaded once it is near the view. Its scripts run in the site's own origin: they reach neither the article nor its
/// window, nor can they lead it away. Players refuse to play where they aren't told the page's origin.
fn player(address: &PlayerUrl, label: &str, out: &mut String) {
    out.push_str("<iframe");
    attribute("src", address.as_str(), out);
    attribute("title", label, out);
    attribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation", out);
    attribute("allow", "fullscreen", out);
    attribute("loading", "lazy", out);
    attribute("referrerpolicy", "strict-origin-when-cross-origin", out);
    out.push('>');
    close("iframe", out);
}

/// Nothing is loaded before the reader plays it.
fn media(block: &Block, media: &Media, out: &mut String) {
    let name = match media.kind {
        MediaKind::Audio => "audio",
        MediaKind::Video => "video",
    };
    open(name, block, out);
    attribute("controls", "", out);
    attribute("preload", "none", out);
    attribute("src", media.src.as_str(), out);
    if media.kind == MediaKind::Video {
        url_attribute("poster", media.poster.as_ref(), out);
    }
    out.push('>');
    close(name, out);
}

fn notes(block: &Block, notes: &[Note], out: &mut String) {
    open("section", block, out);
    attribute("class", "footnotes", out);
    out.push_str("><ol");
    if let Some(first) = notes.first().filter(|first| first.number != 1) {
        attribute("start", &first.number.to_string(), out);
    }
    out.push('>');
    let mut expected = notes.first().map_or(1, |first| first.number);
    for note in notes {
        out.push_str("<li");
        attribute("id", &note_id(note.number), out);
        if note.number != expected {
            attribute("value", &note.number.to_string(), out);
        }
        expected = note.number + 1;
        out.push('>');
        let (body, last) = match note.blocks.split_last() {
            Some((Block { kind: BlockKind::Paragraph(line), .. }, body)) => (body, line.as_slice()),
            _ => (note.blocks.as_slice(), &[][..]),
        };
        blocks(body, out);
        wrapped("p", out, |out| {
            inlines(last, out);
            (1..=note.references).for_each(|occurrence| back_reference(note.number, occurrence, !last.is_empty() || occurrence > 1, out));
        });
        close("li", out);
    }
    out.push_str("</ol></section>");
}

fn back_reference(number: u32, occurrence: u32, spaced: bool, out: &mut String) {
    out.push_str(if spaced { " <a" } else { "<a" });
    attribute("href", &format!("#{}", reference_id(number, occurrence)), out);
    out.push_str(">↩</a>");
}

/// Ids of footnotes and of references to them: no source's id becomes one of these, see `compose::anchors`.
fn note_id(number: u32) -> String {
    format!("rw-note-{number}")
}

fn reference_id(number: u32, occurrence: u32) -> String {
    match occurrence {
        0 | 1 => format!("rw-ref-{number}"),
        _ => format!("rw-ref-{number}-{occurrence}"),
    }
}

fn inlines(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => escape_text(text, out),
            Inline::Code(text) => wrapped("code", out, |out| escape_text(text, out)),
            Inline::Math(content) => formula(content, false, out),
            Inline::Break => out.push_str("<br>"),
            Inline::Styled(style, inner) => wrapped(style_name(*style), out, |out| inlines(inner, out)),
            Inline::Foreign { lang, dir, inlines: inner } => {
                out.push_str("<span");
                if let Some(lang) = lang {
                    attribute("lang", lang.as_str(), out);
                }
                if let Some(dir) = dir {
                    attribute("dir", dir.as_str(), out);
                }
                out.push('>');
                inlines(inner, out);
                close("span", out);
            }
            Inline::Link { href, title, inlines: inner } => {
                out.push_str("<a");
                match href {
                    Href::Url(url) => attribute("href", url.as_str(), out),
                    Href::Within(anchor) => attribute("href", &format!("#{}", anchor.as_str()), out),
                }
                if let Some(title) = title {
                    attribute("title", title, out);
                }
                out.push('>');
                inlines(inner, out);
                close("a", out);
            }
            Inline::Image(picture) => image(picture, out),
            Inline::Ruby(pairs) => wrapped("ruby", out, |out| {
                for (base, above) in pairs {
                    inlines(base, out);
                    out.push_str("<rp>(</rp>");
                    wrapped("rt", out, |out| inlines(above, out));
                    out.push_str("<rp>)</rp>");
                }
            }),
            Inline::NoteReference { number, occurrence } => wrapped("sup", out, |out| {
                out.push_str("<a");
                attribute("href", &format!("#{}", note_id(*number)), out);
                attribute("id", &reference_id(*number, *occurrence), out);
                out.push('>');
                out.push_str(&number.to_string());
                close("a", out);
            }),
        }
    }
}

fn image(image: &Image, out: &mut String) {
    out.push_str("<img");
    attribute("src", image.src.as_str(), out);
    attribute("alt", &image.alt, out);
    for (name, size) in [("width", image.width), ("height", image.height)] {
        if let Some(size) = size {
            attribute(name, &size.to_string(), out);
        }
    }
    out.push('>');
}

pub(super) const fn style_name(style: Style) -> &'static str {
    match style {
        Style::Strong => "strong",
        Style::Emphasis => "em",
        Style::Sub => "sub",
        Style::Sup => "sup",
        Style::Small => "small",
        Style::Mark => "mark",
        Style::Deleted => "del",
        Style::Inserted => "ins",
        Style::Quote => "q",
        Style::Cite => "cite",
        Style::Kbd => "kbd",
        Style::Samp => "samp",
        Style::Var => "var",
        Style::Abbr => "abbr",
    }
}
