//! Which open elements a start tag closes, after HTML's tree construction ("in body", "in table" and their kin).

use super::Tag;

/// The open elements that a start tag ends without an end tag: the innermost of `closes`, with all inside it, unless
/// one of `barrier` (or a scope barrier) is met first.
#[derive(Debug)]
pub(crate) struct Implied {
    pub(crate) closes: &'static [Tag],
    pub(crate) barrier: &'static [Tag],
}

const fn implied(closes: &'static [Tag], barrier: &'static [Tag]) -> Implied {
    Implied { closes, barrier }
}

const CLOSES_P: Implied = implied(&[Tag::P], &[Tag::Button]);
const CLOSES_LI: Implied = implied(&[Tag::Li], &[Tag::Ul, Tag::Ol, Tag::Menu, Tag::Dir]);
const CLOSES_DD: Implied = implied(&[Tag::Dd, Tag::Dt], &[Tag::Dl]);
const CLOSES_OPTION: Implied = implied(&[Tag::Option], &[Tag::Select, Tag::Datalist]);
const CLOSES_OPTGROUP: Implied = implied(&[Tag::Option, Tag::Optgroup], &[Tag::Select]);
const CLOSES_RUBY: Implied = implied(&[Tag::Rt, Tag::Rp, Tag::Rb], &[Tag::Ruby, Tag::Rtc]);
const CLOSES_RTC: Implied = implied(&[Tag::Rt, Tag::Rp, Tag::Rb, Tag::Rtc], &[Tag::Ruby]);
const CLOSES_CELL: Implied = implied(&[Tag::Td, Tag::Th], &[Tag::Tr, Tag::Table]);
const CLOSES_ROW: Implied = implied(&[Tag::Tr, Tag::Caption, Tag::Colgroup], &[Tag::Table]);
const CLOSES_ROWS: Implied = implied(&[Tag::Tbody, Tag::Thead, Tag::Tfoot, Tag::Caption, Tag::Colgroup], &[Tag::Table]);
const CLOSES_HEADING: Implied = implied(&[Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6], &[]);
const CLOSES_A: Implied = implied(&[Tag::A], &[]);
const CLOSES_BUTTON: Implied = implied(&[Tag::Button], &[]);
const CLOSES_HEAD: Implied = implied(&[Tag::Head], &[]);

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
        Tag::Rb | Tag::Rtc => &[CLOSES_RTC],
        Tag::A => &[CLOSES_A],
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

/// HTML's "has an element in scope" stops at these: nothing inside a table cell ends what lies outside the table.
pub(crate) const fn is_scope_barrier(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Table | Tag::Td | Tag::Th | Tag::Caption | Tag::Marquee | Tag::Object | Tag::Template)
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
