//! The language and direction of a part, where they differ from those around it.

use super::Composer;
use crate::article::Direction;
use crate::document::Lang;
use crate::html::{Attr, Tag};
use crate::tape::ElementId;

impl Composer<'_> {
    /// An element's language, where it differs from that around it.
    pub(super) fn lang(&self, id: ElementId) -> Option<Lang> {
        let of = |id| self.tape.attr(id, Attr::Lang).or_else(|| self.tape.attr(id, Attr::XmlLang)).and_then(Lang::new);
        let own = of(id)?;
        let around = self.tape.ancestors(id).skip(1).find_map(of);
        (self.tape.tag(id) != Tag::Html && self.tape.tag(id) != Tag::Body && around.as_ref() != Some(&own)).then_some(own)
    }

    pub(super) fn dir(&self, id: ElementId) -> Option<Direction> {
        let of = |id| match self.tape.attr(id, Attr::Dir)?.trim() {
            dir if dir.eq_ignore_ascii_case("rtl") => Some(Direction::Rtl),
            dir if dir.eq_ignore_ascii_case("ltr") => Some(Direction::Ltr),
            _ => None,
        };
        let own = of(id)?;
        let around = self.tape.ancestors(id).skip(1).find_map(of).unwrap_or(Direction::Ltr);
        (self.tape.tag(id) != Tag::Html && self.tape.tag(id) != Tag::Body && around != own).then_some(own)
    }

    pub(super) fn has_own_language(&self, id: ElementId) -> bool {
        !matches!(self.tape.tag(id), Tag::Li | Tag::Td | Tag::Th | Tag::Tr | Tag::Dt | Tag::Dd | Tag::Tbody | Tag::Thead | Tag::Tfoot)
            && (self.lang(id).is_some() || self.dir(id).is_some())
    }
}
