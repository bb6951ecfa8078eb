//! Runs of text and inline elements → inlines, with white space collapsed across their edges.

use super::typography;
use crate::article::Direction;
use crate::document::{Formula, Href, Image, Inline, Lang, Style};
use crate::tape::ElementId;

/// Inlines as they come in, with the inline elements that are still open.
#[derive(Default)]
pub(super) struct Run {
    done: Vec<Inline>,
    open: Vec<Open>,
    /// Whether nothing but white space came since the last line break.
    after_break: bool,
}

struct Open {
    /// `None` for what was opened outside the blocks around this run.
    id: Option<ElementId>,
    wrapper: Wrapper,
    inlines: Vec<Inline>,
}

/// An inline element that holds others.
#[derive(Clone, Debug)]
pub(super) enum Wrapper {
    Styled(Style),
    Link(Href, Option<String>),
    /// A language or direction of its own.
    Foreign(Option<Lang>, Option<Direction>),
    Code,
}

/// Inline elements open at once: more add nothing that a reader sees.
const MAX_OPEN: usize = 20;

impl Run {
    /// A run inside inline elements that hold the blocks around it.
    pub(super) fn within(context: &[Wrapper]) -> Self {
        let open = context.iter().map(|wrapper| Open { id: None, wrapper: wrapper.clone(), inlines: Vec::new() });
        Self { open: open.collect(), ..Self::default() }
    }

    /// The inline elements that are open.
    pub(super) fn context(&self) -> Vec<Wrapper> {
        self.open.iter().map(|open| open.wrapper.clone()).collect()
    }

    fn push(&mut self, inline: Inline) {
        match self.open.last_mut() {
            Some(open) => open.inlines.push(inline),
            None => self.done.push(inline),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.after_break &= text.trim_matches(typography::is_collapsible).is_empty();
        match self.in_code() {
            true => self.push(Inline::Code(text.to_owned())),
            false => self.push(Inline::Text(text.to_owned())),
        }
    }

    /// What follows does not touch what was before.
    pub(super) fn space(&mut self) {
        self.push(Inline::Text(" ".to_owned()));
    }

    /// A line break; whether it is the second in a row, which makes a paragraph of what came before.
    pub(super) fn line_break(&mut self) -> bool {
        self.push(Inline::Break);
        std::mem::replace(&mut self.after_break, true)
    }

    pub(super) fn image(&mut self, image: Image) {
        self.after_break = false;
        self.push(Inline::Image(image));
    }

    pub(super) fn formula(&mut self, formula: Formula) {
        self.after_break = false;
        self.push(Inline::Math(formula));
    }

    /// Any other inline. A reference to a note is a link, which a link can't hold: there it is only its number.
    pub(super) fn inline(&mut self, inline: Inline) {
        self.after_break = false;
        match inline {
            Inline::NoteReference { number, .. } if self.in_link() => {
                self.push(Inline::Styled(Style::Sup, vec![Inline::Text(number.to_string())]));
            }
            inline => self.push(inline),
        }
    }

    pub(super) fn in_link(&self) -> bool {
        self.open.iter().any(|open| matches!(open.wrapper, Wrapper::Link(..)))
    }

    pub(super) fn in_code(&self) -> bool {
        self.is_in(&Wrapper::Code)
    }

    fn is_in(&self, wrapper: &Wrapper) -> bool {
        self.open.iter().any(|open| std::mem::discriminant(&open.wrapper) == std::mem::discriminant(wrapper))
    }

    /// Opens an inline element, unless it would say again what an open one says.
    pub(super) fn enter(&mut self, id: ElementId, wrapper: Wrapper) {
        let repeats = match &wrapper {
            Wrapper::Styled(Style::Sub | Style::Sup) => self.open.iter().filter(|open| is_raised(&open.wrapper)).count() >= MAX_RAISED,
            Wrapper::Foreign(..) => false,
            Wrapper::Styled(style) => self.open.iter().any(|open| matches!(&open.wrapper, Wrapper::Styled(open) if open == style)),
            Wrapper::Link(..) | Wrapper::Code => self.is_in(&wrapper),
        };
        if !repeats && self.open.len() < MAX_OPEN {
            self.open.push(Open { id: Some(id), wrapper, inlines: Vec::new() });
        }
    }

    pub(super) fn exit(&mut self, id: ElementId) {
        while self.open.last().is_some_and(|open| open.id == Some(id)) {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(Open { wrapper, inlines, .. }) = self.open.pop() else { return };
        if inlines.is_empty() {
            return;
        }
        match wrapper {
            Wrapper::Styled(style) => self.push(Inline::Styled(style, inlines)),
            Wrapper::Foreign(lang, dir) => self.push(Inline::Foreign { lang, dir, inlines }),
            Wrapper::Link(href, title) => self.push(Inline::Link { href, title, inlines }),
            Wrapper::Code => inlines.into_iter().for_each(|inline| self.push(inline)),
        }
    }

    /// What has come in so far. Open inline elements go on in what follows.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        if self.done.is_empty() && self.open.iter().all(|open| open.inlines.is_empty()) {
            return Vec::new();
        }
        let reopened: Vec<_> =
            self.open.iter().map(|open| Open { id: open.id, wrapper: open.wrapper.clone(), inlines: Vec::new() }).collect();
        while !self.open.is_empty() {
            self.close();
        }
        self.open = reopened;
        self.after_break = false;
        tidy(std::mem::take(&mut self.done))
    }
}

/// Collapses white space to single spaces, none at the ends or around breaks; drops what is then empty.
pub(super) fn tidy(mut inlines: Vec<Inline>) -> Vec<Inline> {
    inlines = merge(inlines);
    let mut space = true;
    collapse(&mut inlines, &mut space);
    trim_end(&mut inlines);
    inlines
}

/// Joins neighbours of one kind.
fn merge(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut merged: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (merged.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) | (Some(Inline::Code(before)), Inline::Code(text)) => before.push_str(&text),
            (Some(Inline::Styled(open, before)), Inline::Styled(style, inner)) if *open == style && !is_script(style) => {
                before.extend(inner);
            }
            (_, inline) => merged.push(inline),
        }
    }
    for inline in &mut merged {
        if let Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } = inline {
            *inner = merge(std::mem::take(inner));
        }
    }
    merged
}

/// Scripts within each other: a power of a power of a power.
const MAX_RAISED: usize = 3;

const fn is_raised(wrapper: &Wrapper) -> bool {
    matches!(wrapper, Wrapper::Styled(Style::Sub | Style::Sup))
}

const fn is_script(style: Style) -> bool {
    matches!(style, Style::Sub | Style::Sup | Style::Kbd | Style::Quote)
}

/// `space`: whether what came before ends in white space (or is nothing).
fn collapse(inlines: &mut Vec<Inline>, space: &mut bool) {
    for inline in inlines.iter_mut() {
        match inline {
            Inline::Text(text) => *text = typography::clean(text, space),
            Inline::Code(text) => {
                *text = typography::clean_code(text);
                *space = *space && text.trim().is_empty();
            }
            Inline::Break => *space = true,
            Inline::Image(_) | Inline::Math(_) | Inline::NoteReference { .. } => *space = false,
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => {
                collapse(inner, space);
            }
            Inline::Ruby(pairs) => {
                for (base, above) in pairs {
                    collapse(base, space);
                    collapse(above, &mut true);
                }
                *space = false;
            }
        }
    }
    inlines.retain(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => !text.is_empty(),
        Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => !inner.is_empty(),
        Inline::Ruby(pairs) => !pairs.is_empty(),
        Inline::Break | Inline::Image(_) | Inline::Math(_) | Inline::NoteReference { .. } => true,
    });
    trim_before_breaks(inlines);
}

/// Spaces before a line break, and more than one break in a row, show nothing.
fn trim_before_breaks(inlines: &mut Vec<Inline>) {
    for index in 1..inlines.len() {
        let (before, rest) = inlines.split_at_mut(index);
        if let (Some(Inline::Text(text)), Inline::Break) = (before.last_mut(), &rest[0]) {
            text.truncate(text.trim_end_matches(' ').len());
        }
    }
    inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
}

fn trim_end(inlines: &mut Vec<Inline>) {
    trim_start(inlines);
    while let Some(last) = inlines.last_mut() {
        match last {
            Inline::Text(text) => {
                text.truncate(text.trim_end_matches([' ', '\u{a0}']).len());
                if !text.is_empty() {
                    return;
                }
            }
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } | Inline::Link { inlines: inner, .. } => {
                trim_end(inner);
                if !inner.is_empty() {
                    return;
                }
            }
            Inline::Code(text) if text.trim().is_empty() => {}
            Inline::Image(_) | Inline::Code(_) | Inline::Math(_) | Inline::Ruby(_) | Inline::NoteReference { .. } => return,
            Inline::Break => {}
        }
        inlines.pop();
    }
}

/// Line breaks before anything else.
fn trim_start(inlines: &mut Vec<Inline>) {
    let breaks = inlines.iter().take_while(|inline| matches!(inline, Inline::Break)).count();
    inlines.drain(..breaks);
}
