//! Pictures with their captions and credits, also where the page uses plain elements.

use super::Composer;
use super::token::has_word;
use crate::document::{BlockKind, Inline};
use crate::html::Tag;
use crate::tape::{ElementId, Event};

/// Words of classes of elements around a picture and its caption.
const FRAMES: &[&str] = &["caption", "image", "img", "photo", "picture", "figure", "media", "illustration", "wp", "thumb", "thumbinner"];

/// Words of classes of captions and credits.
const CAPTIONS: &[&str] =
    &["caption", "captiontext", "figcaption", "thumbcaption", "credit", "credits", "legend", "copyright", "attribution"];

/// A picture with its caption takes fewer events on the tape than this.
const MAX_EVENTS: usize = 160;

impl Composer<'_> {
    /// Whether a plain element holds a picture with its caption and nothing else.
    pub(super) fn is_plain_figure(&self, id: ElementId) -> bool {
        let events = self.tape.inside(id);
        if !matches!(self.tape.tag(id), Tag::Div | Tag::Span | Tag::P | Tag::Section | Tag::Dl | Tag::Aside | Tag::Other)
            || events.len() > MAX_EVENTS
            || !has_word(self.tape, id, FRAMES)
        {
            return false;
        }
        let first = self.tape.element(id).enter as usize + 1;
        let (mut pictures, mut captions) = (0, 0);
        let mut at = 0;
        while let Some(event) = events.get(at) {
            at += 1;
            match *event {
                Event::Enter(child) if self.tape.tag(child) == Tag::Figure => return false,
                Event::Enter(child) if self.is_caption(child) => {
                    captions += usize::from(self.presence.element(child));
                    at = self.tape.element(child).exit as usize + 1 - first;
                }
                Event::Enter(child) => pictures += usize::from(self.tape.tag(child) == Tag::Img),
                Event::Text(text) if !self.tape.text(text).trim().is_empty() && self.presence.text(text) => return false,
                _ => {}
            }
        }
        pictures > 0 && captions > 0
    }

    /// Whether an element within a figure is its caption or credit.
    pub(super) fn is_caption(&self, id: ElementId) -> bool {
        let holds_picture =
            || self.tape.inside(id).iter().any(|event| matches!(*event, Event::Enter(child) if self.tape.tag(child) == Tag::Img));
        self.tape.tag(id) == Tag::Figcaption
            || (matches!(
                self.tape.tag(id),
                Tag::Div | Tag::Span | Tag::P | Tag::Small | Tag::Dd | Tag::Em | Tag::Cite | Tag::Aside | Tag::Other
            ) && has_word(self.tape, id, CAPTIONS)
                && self.tape.inside(id).len() <= MAX_EVENTS
                && !holds_picture())
    }

    /// Whether an element is a part of a caption that the page sets apart from what is before it.
    pub(super) fn is_caption_part(&self, id: ElementId) -> bool {
        self.in_caption && has_word(self.tape, id, CAPTIONS)
    }

    /// A figure: what it shows, and its captions and credits in one line.
    pub(super) fn figure(&mut self, id: ElementId) -> BlockKind {
        self.captions.push(Vec::new());
        let blocks = self.inside(id);
        let caption = self.captions.pop().unwrap_or_default();
        BlockKind::Figure { blocks, caption }
    }

    /// Adds a caption to the figure that is open.
    pub(super) fn caption(&mut self, id: ElementId) {
        // A credit within a caption is part of its line.
        let open = std::mem::take(&mut self.captions);
        let outer = std::mem::replace(&mut self.in_caption, true);
        let line = self.line(id);
        self.in_caption = outer;
        self.captions = open;
        let Some(caption) = self.captions.last_mut() else { return };
        if line.is_empty() || caption.ends_with(&line) {
            return;
        }
        if !caption.is_empty() {
            caption.push(Inline::Text(" ".to_owned()));
        }
        caption.extend(line);
    }
}
