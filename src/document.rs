//! The article's normal form: a tree whose types are the output grammar.
//!
//! No renderer can write an element, attribute or nesting that these types don't have: a paragraph holds only inlines,
//! a URL has been through [`crate::urls`], ids, languages and formulas are types that only checked text becomes.
//! Whatever the source did wrong ends here.

mod formula;
mod name;
mod visit;

use crate::article::Direction;
use crate::urls::{PlayerUrl, SafeUrl};

pub(crate) use formula::{Formula, MathAttr, MathNode, MathTag};
pub(crate) use name::{Anchor, CodeLang, Lang};
pub(crate) use visit::{each_block, each_block_mut, each_id_mut, each_line_mut, each_part_mut, parts_mut};

/// The whole article.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Document {
    pub(crate) blocks: Vec<Block>,
}

/// A block with what is said of it in any of its forms.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    /// A target of links within the article.
    pub(crate) id: Option<Anchor>,
    /// Its language, where it differs from the article's.
    pub(crate) lang: Option<Lang>,
    pub(crate) dir: Option<Direction>,
}

impl From<BlockKind> for Block {
    fn from(kind: BlockKind) -> Self {
        Self { kind, id: None, lang: None, dir: None }
    }
}

impl Block {
    /// Whether nothing is said of it but what it holds.
    pub(crate) const fn is_plain(&self) -> bool {
        self.id.is_none() && self.lang.is_none() && self.dir.is_none()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum BlockKind {
    Paragraph(Vec<Inline>),
    /// `level` is 2 to 6: the article's title is the only first one.
    Heading {
        level: u8,
        inlines: Vec<Inline>,
    },
    List {
        kind: ListKind,
        items: Vec<Item>,
    },
    Definitions(Vec<Definition>),
    Quote {
        cite: Option<SafeUrl>,
        blocks: Vec<Block>,
    },
    Code {
        lang: Option<CodeLang>,
        text: String,
    },
    /// A formula on lines of its own.
    Math(Formula),
    Figure {
        blocks: Vec<Block>,
        caption: Vec<Inline>,
    },
    Table(Table),
    Details {
        summary: Vec<Inline>,
        blocks: Vec<Block>,
    },
    Callout {
        kind: CalloutKind,
        title: Vec<Inline>,
        blocks: Vec<Block>,
    },
    Embed(Embed),
    Media(Media),
    /// Footnotes, where the article has them.
    Notes(Vec<Note>),
    /// An inner part that has its own id, language or direction.
    Group(Vec<Block>),
    Rule,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListKind {
    Bullets,
    Numbers(Numbering),
}

/// How a list is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numbering {
    pub(crate) start: u32,
    /// Whether it counts down.
    pub(crate) reversed: bool,
    pub(crate) numerals: Numerals,
}

impl Numbering {
    /// The number of the item at this place.
    pub(crate) const fn number(self, index: usize) -> u32 {
        match self.reversed {
            true => self.start.saturating_sub(index as u32),
            false => self.start.saturating_add(index as u32),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numerals {
    Decimal,
    LowerLetters,
    UpperLetters,
    LowerRoman,
    UpperRoman,
}

impl Numerals {
    /// As the `type` of a list.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Decimal => "1",
            Self::LowerLetters => "a",
            Self::UpperLetters => "A",
            Self::LowerRoman => "i",
            Self::UpperRoman => "I",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Item {
    pub(crate) id: Option<Anchor>,
    /// For a task, whether it is done.
    pub(crate) done: Option<bool>,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Definition {
    Term { id: Option<Anchor>, inlines: Vec<Inline> },
    Description(Vec<Block>),
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Table {
    pub(crate) caption: Vec<Inline>,
    /// How many of the first rows are in the head.
    pub(crate) head_rows: usize,
    pub(crate) rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) header: bool,
    pub(crate) colspan: u16,
    pub(crate) rowspan: u16,
    pub(crate) blocks: Vec<Block>,
}

/// The five that GitHub knows; others are the nearest of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CalloutKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl CalloutKind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// Something of another site's that a page shows: here a card that leads to it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Embed {
    pub(crate) url: SafeUrl,
    pub(crate) label: String,
    pub(crate) preview: Preview,
}

/// What a card shows before anyone clicks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Preview {
    Nothing,
    /// The page's own preview picture.
    Poster(SafeUrl),
    /// The site's player itself, where the caller asks for it.
    Player(PlayerUrl),
}

/// A film or recording that the page itself plays.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Media {
    pub(crate) kind: MediaKind,
    pub(crate) src: SafeUrl,
    pub(crate) poster: Option<SafeUrl>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MediaKind {
    Audio,
    Video,
}

/// A footnote, numbered in the order in which the article refers to them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Note {
    pub(crate) number: u32,
    /// How many references lead to it.
    pub(crate) references: u32,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Inline {
    Text(String),
    /// Code within a line, white space as it is.
    Code(String),
    Math(Formula),
    Break,
    Styled(Style, Vec<Inline>),
    /// In a language or a direction of its own: at least one of the two is said.
    Foreign {
        lang: Option<Lang>,
        dir: Option<Direction>,
        inlines: Vec<Inline>,
    },
    /// Holds no other link. `title` is the link's tooltip.
    Link {
        href: Href,
        title: Option<String>,
        inlines: Vec<Inline>,
    },
    Image(Image),
    /// Pairs of a base and what is written above it.
    Ruby(Vec<(Vec<Inline>, Vec<Inline>)>),
    /// The `occurrence`th reference (from 1) to the footnote of this number.
    NoteReference {
        number: u32,
        occurrence: u32,
    },
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Href {
    Url(SafeUrl),
    /// A place in the article.
    Within(Anchor),
}

/// Inline elements without attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Strong,
    Emphasis,
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

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Image {
    pub(crate) src: SafeUrl,
    pub(crate) alt: String,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
}
