//! Blocks that need no file of their own, and which element is which.

use super::{Composer, Flow, callout, embed, token};
use crate::document::{BlockKind, CalloutKind, Media, MediaKind};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event};

impl Composer<'_> {
    /// Composes an element that is a block of its own; `false` if it is none.
    pub(super) fn block(&mut self, id: ElementId, tag: Tag, flow: &mut Flow) -> bool {
        if let Some(kind) = callout::kind(self.tape, id) {
            self.container(id, flow, |this| this.callout(id, kind));
            return true;
        }
        match tag {
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => self.heading(id, tag, flow),
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir if !self.notes.is_list(id) => self.container(id, flow, |this| this.list(id)),
            Tag::Dl if !self.is_plain_figure(id) => self.container(id, flow, |this| this.definitions(id)),
            Tag::Blockquote => self.container(id, flow, |this| this.quote(id)),
            Tag::Figure => self.container(id, flow, |this| this.figure(id)),
            Tag::Table if self.is_data_table(id) => self.container(id, flow, |this| this.table(id)),
            Tag::Details => self.container(id, flow, |this| this.details(id)),
            Tag::Hr => self.container(id, flow, |_| BlockKind::Rule),
            Tag::Audio | Tag::Video => match self.media(id) {
                Some(media) => self.container(id, flow, |_| BlockKind::Media(media)),
                None => return false,
            },
            _ if self.is_plain_figure(id) => self.container(id, flow, |this| this.figure(id)),
            _ if tag.is_block() && self.has_own_language(id) => self.container(id, flow, |this| BlockKind::Group(this.inside(id))),
            _ => return false,
        }
        true
    }

    pub(super) fn heading(&mut self, id: ElementId, tag: Tag, flow: &mut Flow) {
        let level = tag.heading_level().unwrap_or(2);
        self.container(id, flow, |this| BlockKind::Heading { level, inlines: this.line(id) });
    }

    pub(super) fn quote(&mut self, id: ElementId) -> BlockKind {
        let cite = [Attr::Cite, Attr::DataInstgrm].iter().find_map(|attr| self.tape.attr(id, *attr));
        let is_post = token::has_class(self.tape, id, embed::QUOTES);
        let last_link = || {
            self.tape.inside(id).iter().rev().find_map(|event| match *event {
                Event::Enter(child) if self.tape.tag(child) == Tag::A => self.tape.attr(child, Attr::Href),
                _ => None,
            })
        };
        let cite = cite.or_else(|| is_post.then(last_link).flatten());
        let cite = cite.and_then(|cite| self.base.link(cite)).filter(|url| url.as_str().starts_with("http"));
        BlockKind::Quote { cite, blocks: self.inside(id) }
    }

    pub(super) fn details(&mut self, id: ElementId) -> BlockKind {
        let summary = self.children(id).into_iter().find(|child| self.tape.tag(*child) == Tag::Summary);
        let Some(summary) = summary else { return BlockKind::Group(self.inside(id)) };
        let line = self.line(summary);
        let (start, end) = (self.tape.element(summary).enter as usize, self.tape.element(summary).exit as usize + 1);
        let element = self.tape.element(id);
        let mut blocks = self.blocks(element.enter as usize + 1..start);
        blocks.extend(self.blocks(end..element.exit as usize));
        BlockKind::Details { summary: line, blocks }
    }

    pub(super) fn callout(&mut self, id: ElementId, kind: CalloutKind) -> BlockKind {
        let title = callout::title(self.tape, id).filter(|title| self.presence.element(*title));
        let element = self.tape.element(id);
        let (mut start, mut line) = (element.enter as usize + 1, Vec::new());
        if let Some(title) = title {
            line = self.line(title);
            start = self.tape.element(title).exit as usize + 1;
        }
        if callout::is_default_title(&crate::render::inline_text(&line), kind) {
            line.clear();
        }
        BlockKind::Callout { kind, title: line, blocks: self.blocks(start..element.exit as usize) }
    }

    pub(super) fn media(&self, id: ElementId) -> Option<Media> {
        let kind = if self.tape.tag(id) == Tag::Audio { MediaKind::Audio } else { MediaKind::Video };
        let sources = self.tape.inside(id).iter().filter_map(|event| match *event {
            Event::Enter(child) if self.tape.tag(child) == Tag::Source => Some(child),
            _ => None,
        });
        let src = [id].into_iter().chain(sources).find_map(|element| {
            [Attr::Src, Attr::DataSrc].iter().filter_map(|attr| self.tape.attr(element, *attr)).find_map(|src| self.base.media(src))
        })?;
        Some(Media { kind, src, poster: self.tape.attr(id, Attr::Poster).and_then(|poster| self.base.image(poster)) })
    }
}
