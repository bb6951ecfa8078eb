//! Facts about HTML that the rest of the core reads: the closed sets of tags and attributes, which end tags may be
//! left out, and how character references are decoded. Nothing here keeps state.

mod attr;
mod decimal;
mod implied;
mod lookup;
mod tag;
mod text;

pub(crate) use attr::Attr;
pub(crate) use decimal::decimal;
pub(crate) use implied::{Implied, belongs_in_head, has_implied_end, implied_by, is_scope_barrier, is_special, leaves_foreign_content};
pub(crate) use tag::Tag;
pub(crate) use text::{decode_attribute, decode_text, normalize_newlines};
