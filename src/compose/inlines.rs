//! Runs of text and inline elements → inlines, with white space collapsed across their edges.

use super::block;
use crate::document::{Block, BlockKind, Image, Inline, Style};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};
use crate::urls::{Base, SafeUrl};

/// Inlines as they come in, with the inline elements that are still open.
pub(super) struct Run<'a> {
    base: &'a Base,
    done: Vec<Inline>,
    open: Vec<(ElementId, Wrapper, Vec<Inline>)>,
}

enum Wrapper {
    Styled(Style),
    Link(SafeUrl, Option<String>),
}

impl<'a> Run<'a> {
    pub(super) const fn new(base: &'a Base) -> Self {
        Self { base, done: Vec::new(), open: Vec::new() }
    }

    fn push(&mut self, inline: Inline) {
        match self.open.last_mut() {
            Some((_, _, inlines)) => inlines.push(inline),
            None => self.done.push(inline),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.push(Inline::Text(text.to_owned()));
    }

    pub(super) fn enter(&mut self, tape: &Tape, id: ElementId) {
        match tape.tag(id) {
            Tag::Br => self.push(Inline::Break),
            Tag::Img => {
                if let Some(image) = image(tape, id, self.base) {
                    self.push(Inline::Image(image));
                }
            }
            Tag::A if !self.open.iter().any(|(_, wrapper, _)| matches!(wrapper, Wrapper::Link(..))) => {
                if let Some(href) = tape.attr(id, Attr::Href).and_then(|href| self.base.link(href)) {
                    self.open.push((id, Wrapper::Link(href, tape.attr(id, Attr::Title).map(str::to_owned)), Vec::new()));
                }
            }
            tag => {
                if let Some(style) = style(tag) {
                    self.open.push((id, Wrapper::Styled(style), Vec::new()));
                }
            }
        }
    }

    pub(super) fn exit(&mut self, _tape: &Tape, id: ElementId) {
        if self.open.last().is_some_and(|(open, ..)| *open == id) {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some((_, wrapper, inlines)) = self.open.pop() else { return };
        if inlines.is_empty() {
            return;
        }
        self.push(match wrapper {
            Wrapper::Styled(style) => Inline::Styled(style, inlines),
            Wrapper::Link(href, title) => Inline::Link { href, title, inlines },
        });
    }

    pub(super) fn finish(mut self) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.close();
        }
        self.done
    }

    /// What has come in so far as a paragraph, if it holds anything. Open inline elements go on in the next one.
    pub(super) fn paragraph(&mut self) -> Option<Block> {
        let reopened: Vec<_> = self.open.iter().map(|(id, wrapper, _)| (*id, wrapper.again(), Vec::new())).collect();
        while !self.open.is_empty() {
            self.close();
        }
        self.open = reopened;
        let inlines = tidy(std::mem::take(&mut self.done));
        (!inlines.is_empty()).then(|| block(BlockKind::Paragraph(inlines)))
    }
}

impl Wrapper {
    fn again(&self) -> Self {
        match self {
            Self::Styled(style) => Self::Styled(*style),
            Self::Link(href, title) => Self::Link(href.clone(), title.clone()),
        }
    }
}

const fn style(tag: Tag) -> Option<Style> {
    Some(match tag {
        Tag::B | Tag::Strong => Style::Strong,
        Tag::I | Tag::Em => Style::Emphasis,
        Tag::Code | Tag::Tt => Style::Code,
        Tag::Sub => Style::Sub,
        Tag::Sup => Style::Sup,
        Tag::Small => Style::Small,
        Tag::Mark => Style::Mark,
        Tag::Del | Tag::S | Tag::Strike => Style::Deleted,
        Tag::Ins | Tag::U => Style::Inserted,
        Tag::Q => Style::Quote,
        Tag::Cite => Style::Cite,
        Tag::Kbd => Style::Kbd,
        Tag::Samp => Style::Samp,
        Tag::Var => Style::Var,
        Tag::Abbr | Tag::Acronym => Style::Abbr,
        _ => return None,
    })
}

fn image(tape: &Tape, id: ElementId, base: &Base) -> Option<Image> {
    let size = |attr| tape.attr(id, attr).and_then(|n| n.trim().trim_end_matches("px").parse().ok());
    let src = base.image(tape.attr(id, Attr::Src)?)?;
    let alt = tape.attr(id, Attr::Alt).unwrap_or_default().trim().to_owned();
    Some(Image { src, alt, width: size(Attr::Width), height: size(Attr::Height) })
}

/// Collapses white space to single spaces, none at the ends or around breaks; drops what is then empty.
pub(super) fn tidy(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let mut space = true;
    collapse(&mut inlines, &mut space);
    trim_end(&mut inlines);
    inlines
}

/// `space`: whether what came before ends in white space (or is nothing).
fn collapse(inlines: &mut Vec<Inline>, space: &mut bool) {
    for inline in inlines.iter_mut() {
        match inline {
            Inline::Text(text) => *text = collapse_text(text, space),
            Inline::Break => *space = true,
            Inline::Image(_) => *space = false,
            Inline::Styled(_, inner) | Inline::Link { inlines: inner, .. } => collapse(inner, space),
        }
    }
    inlines.retain(|inline| match inline {
        Inline::Text(text) => !text.is_empty(),
        Inline::Styled(_, inner) | Inline::Link { inlines: inner, .. } => !inner.is_empty(),
        Inline::Break | Inline::Image(_) => true,
    });
}

fn collapse_text(text: &str, space: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let is_space = matches!(c, ' ' | '\n' | '\t' | '\u{c}');
        if !is_space {
            out.push(c);
        } else if !*space {
            out.push(' ');
        }
        *space = is_space;
    }
    out
}

fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(last) = inlines.last_mut() {
        match last {
            Inline::Text(text) => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() {
                    return;
                }
            }
            Inline::Styled(_, inner) | Inline::Link { inlines: inner, .. } => {
                trim_end(inner);
                if !inner.is_empty() {
                    return;
                }
            }
            Inline::Image(_) => return,
            Inline::Break => {}
        }
        inlines.pop();
    }
}
