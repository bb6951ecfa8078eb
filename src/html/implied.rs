//! Which open elements a start tag closes, after HTML's tree construction ("in body", "in table" and their kin).

use super::Tag;

/// The open elements that a start tag ends without an end tag: the innermost of `closes`, with all inside it, unless
/// a barrier is met first.
#[derive(Debug)]
pub(crate) struct Implied {
    pub(crate) closes: &'static [Tag],
    barrier: Barrier,
}

/// Where the search for an element to close ends.
#[derive(Debug)]
enum Barrier {
    /// At these, and where scopes end.
    Scope(&'static [Tag]),
    /// At any element that HTML calls special but for these, as for `li`.
    Special(&'static [Tag]),
    /// At special elements and these, as for parts of ruby.
    SpecialAnd(&'static [Tag]),
    /// At these alone, as for parts of tables.
    Only(&'static [Tag]),
}

impl Implied {
    pub(crate) fn stops_at(&self, open: Tag) -> bool {
        match self.barrier {
            Barrier::Scope(tags) => is_scope_barrier(open) || tags.contains(&open),
            Barrier::Special(but) => is_special(open) && !but.contains(&open),
            Barrier::SpecialAnd(tags) => is_special(open) || tags.contains(&open),
            Barrier::Only(tags) => tags.contains(&open),
        }
    }
}

const fn implied(closes: &'static [Tag], barrier: Barrier) -> Implied {
    Implied { closes, barrier }
}

const HEADINGS: &[Tag] = &[Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
const PLAIN_BLOCKS: &[Tag] = &[Tag::Address, Tag::Div, Tag::P];

const CLOSES_P: Implied = implied(&[Tag::P], Barrier::Scope(&[Tag::Button]));
const CLOSES_LI: Implied = implied(&[Tag::Li], Barrier::Special(PLAIN_BLOCKS));
const CLOSES_DD: Implied = implied(&[Tag::Dd, Tag::Dt], Barrier::Special(PLAIN_BLOCKS));
const CLOSES_OPTION: Implied = implied(&[Tag::Option], Barrier::Scope(&[Tag::Select, Tag::Datalist]));
const CLOSES_OPTGROUP: Implied = implied(&[Tag::Option, Tag::Optgroup], Barrier::Scope(&[Tag::Select]));
const CLOSES_RUBY: Implied = implied(&[Tag::Rt, Tag::Rp, Tag::Rb], Barrier::SpecialAnd(&[Tag::Ruby, Tag::Rtc]));
const CLOSES_RTC: Implied = implied(&[Tag::Rt, Tag::Rp, Tag::Rb, Tag::Rtc], Barrier::SpecialAnd(&[Tag::Ruby]));
const CLOSES_CELL: Implied = implied(&[Tag::Td, Tag::Th], Barrier::Only(&[Tag::Tr, Tag::Table, Tag::Template]));
const CLOSES_ROW: Implied = implied(&[Tag::Tr, Tag::Caption, Tag::Colgroup], Barrier::Only(&[Tag::Table, Tag::Template]));
const CLOSES_ROWS: Implied =
    implied(&[Tag::Tbody, Tag::Thead, Tag::Tfoot, Tag::Caption, Tag::Colgroup], Barrier::Only(&[Tag::Table, Tag::Template]));
const CLOSES_HEADING: Implied = implied(HEADINGS, Barrier::Scope(&[]));
const CLOSES_A: Implied = implied(&[Tag::A], Barrier::Scope(&[]));
const CLOSES_NOBR: Implied = implied(&[Tag::Nobr], Barrier::Special(&[]));
const CLOSES_BUTTON: Implied = implied(&[Tag::Button], Barrier::Scope(&[]));
const CLOSES_HEAD: Implied = implied(&[Tag::Head], Barrier::Scope(&[]));

/// Whether an element's end tag may be left out where the element around it ends ("generate implied end tags").
pub(crate) const fn has_implied_end(tag: Tag) -> bool {
    matches!(tag, Tag::Dd | Tag::Dt | Tag::Li | Tag::Optgroup | Tag::Option | Tag::P | Tag::Rb | Tag::Rp | Tag::Rt | Tag::Rtc)
}

/// What a start tag closes, outermost rule last.
pub(crate) const fn implied_by(tag: Tag) -> &'static [Implied] {
    match tag {
        Tag::Li => &[CLOSES_P, CLOSES_LI],
        Tag::Dd | Tag::Dt => &[CLOSES_P, CLOSES_DD],
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => &[CLOSES_P, CLOSES_HEADING],
        Tag::Td | Tag::Th => &[CLOSES_CELL],
        Tag::Tr => &[CLOSES_CELL, CLOSES_ROW],
        Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Caption | Tag::Colgroup => &[CLOSES_CELL, CLOSES_ROW, CLOSES_ROWS],
        Tag::Option => &[CLOSES_OPTION],
        Tag::Optgroup => &[CLOSES_OPTGROUP],
        Tag::Rt | Tag::Rp => &[CLOSES_RUBY],
        Tag::Rb | Tag::Rtc => &[CLOSES_RUBY, CLOSES_RTC],
        Tag::A => &[CLOSES_A],
        Tag::Nobr => &[CLOSES_NOBR],
        Tag::Button => &[CLOSES_BUTTON],
        Tag::Body | Tag::Frameset => &[CLOSES_HEAD],
        Tag::Address
        | Tag::Article
        | Tag::Aside
        | Tag::Blockquote
        | Tag::Center
        | Tag::Details
        | Tag::Dialog
        | Tag::Dir
        | Tag::Div
        | Tag::Dl
        | Tag::Fieldset
        | Tag::Figcaption
        | Tag::Figure
        | Tag::Footer
        | Tag::Form
        | Tag::Header
        | Tag::Hgroup
        | Tag::Hr
        | Tag::Listing
        | Tag::Main
        | Tag::Menu
        | Tag::Nav
        | Tag::Ol
        | Tag::P
        | Tag::Plaintext
        | Tag::Pre
        | Tag::Search
        | Tag::Section
        | Tag::Summary
        | Tag::Table
        | Tag::Ul
        | Tag::Xmp => &[CLOSES_P],
        _ => &[],
    }
}

/// What a head may hold (and a second head, which is nothing).
pub(crate) const fn belongs_in_head(tag: Tag) -> bool {
    matches!(tag, Tag::Base | Tag::Head | Tag::Link | Tag::Meta | Tag::Noscript | Tag::Script | Tag::Style | Tag::Template | Tag::Title)
}

/// HTML's "has an element in scope" stops at these: nothing inside a table cell ends what lies outside the table.
pub(crate) const fn is_scope_barrier(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Table | Tag::Td | Tag::Th | Tag::Caption | Tag::Marquee | Tag::Object | Tag::Template)
}

/// HTML's "special" elements, and those of other kinds whose end tag, too, ends all inside them.
pub(crate) const fn is_special(tag: Tag) -> bool {
    is_scope_barrier(tag)
        || (tag.is_block() && !matches!(tag, Tag::Dialog | Tag::Legend | Tag::Listing | Tag::ForeignObject))
        || tag.is_raw()
        || matches!(tag, Tag::Button | Tag::Select | Tag::Listing | Tag::ForeignObject | Tag::Svg | Tag::Math | Tag::AnnotationXml)
}

/// The start tags that end SVG and `MathML` in a browser ("the rules for parsing tokens in foreign content").
pub(crate) const fn leaves_foreign_content(tag: Tag) -> bool {
    (tag.is_block() && !matches!(tag, Tag::ForeignObject))
        || matches!(
            tag,
            Tag::B
                | Tag::Big
                | Tag::Br
                | Tag::Code
                | Tag::Em
                | Tag::Embed
                | Tag::Font
                | Tag::I
                | Tag::Img
                | Tag::Meta
                | Tag::Nobr
                | Tag::Ruby
                | Tag::S
                | Tag::Small
                | Tag::Span
                | Tag::Strong
                | Tag::Strike
                | Tag::Sub
                | Tag::Sup
                | Tag::Tt
                | Tag::U
                | Tag::Var
        )
}
