//! HTML. Element and attribute names are literals of this file; all else is escaped.

use crate::document::{Block, BlockKind, Cell, Definition, Document, Image, Inline, ListKind, Style, Table};

/// The article as HTML that is safe to insert, and that an HTML parser gives back unchanged.
pub(crate) fn html(document: &Document) -> String {
    let mut out = String::new();
    blocks(&document.blocks, &mut out);
    out
}

fn blocks(blocks: &[Block], out: &mut String) {
    blocks.iter().for_each(|block| self::block(block, out));
}

fn block(block: &Block, out: &mut String) {
    match &block.kind {
        BlockKind::Paragraph(content) => element("p", block, out, |out| inlines(content, out)),
        BlockKind::Heading { level, inlines: content } => {
            const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
            let name = NAMES[usize::from(level.clamp(&1, &6) - 1)];
            element(name, block, out, |out| inlines(content, out));
        }
        BlockKind::List { kind, items } => list(block, *kind, items, out),
        BlockKind::Definitions(definitions) => element("dl", block, out, |out| {
            for definition in definitions {
                match definition {
                    Definition::Term(term) => wrapped("dt", out, |out| inlines(term, out)),
                    Definition::Description(content) => wrapped("dd", out, |out| blocks(content, out)),
                }
            }
        }),
        BlockKind::Quote { cite, blocks: content } => {
            open("blockquote", block, out);
            if let Some(cite) = cite {
                attribute("cite", cite.as_str(), out);
            }
            out.push('>');
            blocks(content, out);
            close("blockquote", out);
        }
        BlockKind::Code { lang, text } => element("pre", block, out, |out| {
            out.push_str("<code");
            if let Some(lang) = lang {
                attribute("class", &format!("language-{lang}"), out);
            }
            out.push('>');
            escape(text, out);
            close("code", out);
        }),
        BlockKind::Figure { blocks: content, caption } => element("figure", block, out, |out| {
            blocks(content, out);
            if !caption.is_empty() {
                wrapped("figcaption", out, |out| inlines(caption, out));
            }
        }),
        BlockKind::Table(content) => element("table", block, out, |out| table(content, out)),
        BlockKind::Details { summary, blocks: content } => element("details", block, out, |out| {
            wrapped("summary", out, |out| inlines(summary, out));
            blocks(content, out);
        }),
        BlockKind::Group(content) => element("div", block, out, |out| blocks(content, out)),
        BlockKind::Rule => {
            open("hr", block, out);
            out.push('>');
        }
    }
}

fn list(block: &Block, kind: ListKind, items: &[Vec<Block>], out: &mut String) {
    let name = match kind {
        ListKind::Bullets => "ul",
        ListKind::Numbers(_) => "ol",
    };
    open(name, block, out);
    if let ListKind::Numbers(start) = kind
        && start != 1
    {
        attribute("start", &start.to_string(), out);
    }
    out.push('>');
    for item in items {
        wrapped("li", out, |out| tight(item, out));
    }
    close(name, out);
}

/// A lone paragraph needs no tags of its own in a list item or cell.
fn tight(content: &[Block], out: &mut String) {
    match content {
        [Block { kind: BlockKind::Paragraph(content), id: None, lang: None, dir: None }] => inlines(content, out),
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

fn inlines(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Break => out.push_str("<br>"),
            Inline::Styled(style, inner) => wrapped(style_name(*style), out, |out| inlines(inner, out)),
            Inline::Link { href, title, inlines: inner } => {
                out.push_str("<a");
                attribute("href", href.as_str(), out);
                if let Some(title) = title {
                    attribute("title", title, out);
                }
                out.push('>');
                inlines(inner, out);
                close("a", out);
            }
            Inline::Image(picture) => image(picture, out),
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

const fn style_name(style: Style) -> &'static str {
    match style {
        Style::Strong => "strong",
        Style::Emphasis => "em",
        Style::Code => "code",
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

fn open(name: &'static str, block: &Block, out: &mut String) {
    out.push('<');
    out.push_str(name);
    if let Some(id) = &block.id {
        attribute("id", id, out);
    }
    if let Some(lang) = &block.lang {
        attribute("lang", lang, out);
    }
    if let Some(dir) = block.dir {
        attribute("dir", dir.as_str(), out);
    }
}

fn close(name: &'static str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn element(name: &'static str, block: &Block, out: &mut String, content: impl FnOnce(&mut String)) {
    open(name, block, out);
    out.push('>');
    content(out);
    close(name, out);
}

fn wrapped(name: &'static str, out: &mut String, content: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    content(out);
    close(name, out);
}

fn attribute(name: &'static str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

/// Escapes text for any place in HTML that this file writes to; U+00A0 as serializers do, so that parsing and
/// serializing gives the same bytes.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            _ => out.push(c),
        }
    }
}
