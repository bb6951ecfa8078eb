//! The article's normal form: a tree whose types are the output grammar.
//!
//! No renderer can write an element, attribute or nesting that these types don't have: a paragraph holds only inlines,
//! a link holds no link, a URL has been through [`crate::urls`]. Whatever the source did wrong ends here.

use crate::article::Direction;
use crate::urls::SafeUrl;

/// The whole article.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) blocks: Vec<Block>,
}

/// A block with what is said of it in any of its forms.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    /// A target of links within the article, already prefixed.
    pub(crate) id: Option<String>,
    /// Its language, where it differs from the article's: a BCP 47 tag.
    pub(crate) lang: Option<String>,
    pub(crate) dir: Option<Direction>,
}

#[derive(Debug)]
pub(crate) enum BlockKind {
    Paragraph(Vec<Inline>),
    Heading {
        level: u8,
        inlines: Vec<Inline>,
    },
    List {
        kind: ListKind,
        items: Vec<Vec<Block>>,
    },
    Definitions(Vec<Definition>),
    Quote {
        cite: Option<SafeUrl>,
        blocks: Vec<Block>,
    },
    Code {
        lang: Option<String>,
        text: String,
    },
    Figure {
        blocks: Vec<Block>,
        caption: Vec<Inline>,
    },
    Table(Table),
    Details {
        summary: Vec<Inline>,
        blocks: Vec<Block>,
    },
    /// An inner part that has its own id, language or direction.
    Group(Vec<Block>),
    Rule,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListKind {
    Bullets,
    /// Numbered from this number.
    Numbers(i32),
}

#[derive(Debug)]
pub(crate) enum Definition {
    Term(Vec<Inline>),
    Description(Vec<Block>),
}

#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) caption: Vec<Inline>,
    /// How many of the first rows are in the head.
    pub(crate) head_rows: usize,
    pub(crate) rows: Vec<Vec<Cell>>,
}

#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) header: bool,
    pub(crate) colspan: u16,
    pub(crate) rowspan: u16,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Debug, Clone)]
pub(crate) enum Inline {
    Text(String),
    Break,
    Styled(Style, Vec<Inline>),
    /// `title` is the link's tooltip.
    Link {
        href: SafeUrl,
        title: Option<String>,
        inlines: Vec<Inline>,
    },
    Image(Image),
}

/// Inline elements without attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Strong,
    Emphasis,
    Code,
    Sub,
    Sup,
    Small,
    Mark,
    Deleted,
    Inserted,
    Quote,
    Cite,
    Kbd,
    Samp,
    Var,
    Abbr,
}

#[derive(Debug, Clone)]
pub(crate) struct Image {
    pub(crate) src: SafeUrl,
    pub(crate) alt: String,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
}
