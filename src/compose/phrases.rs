//! What stands in a line: links, pictures, ruby, and elements that are only their style.

use super::image::{self, Picture};
use super::inlines::Wrapper;
use super::{Composer, Flow, Step, hidden, seam, settle, typography};
use crate::document::{Anchor, Href, Inline, Style};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};
use crate::urls::decode_fragment;

impl Composer<'_> {
    /// The markup that a page shows without scripts: its pictures are those that scripts would load.
    pub(super) fn noscript(&mut self, id: ElementId, flow: &mut Flow) -> Step {
        if self.presence.element(id) {
            return Step::Into;
        }
        let is_in_article = self.tape.element(id).parent.is_some_and(|parent| self.presence.element(parent));
        if is_in_article {
            let pictures = self.tape.inside(id).iter().filter_map(|event| match *event {
                Event::Enter(child) if self.tape.tag(child) == Tag::Img => Some(child),
                _ => None,
            });
            for img in pictures {
                self.picture(img, flow);
            }
        }
        Step::Over
    }

    pub(super) fn picture(&self, id: ElementId, flow: &mut Flow) {
        match image::of_element(self.tape, id, self.base) {
            Picture::Image(image) => flow.run.image(image),
            Picture::Text(text) => flow.run.text(&text),
            Picture::None => {}
        }
    }

    /// An inline element, or a block that is only its content.
    pub(super) fn inline(&mut self, id: ElementId, tag: Tag, flow: &mut Flow) -> Step {
        if self.is_caption_part(id) || (!flow.run.in_code() && seam::parts(self.tape, id)) {
            flow.run.space();
        }
        match tag {
            Tag::Br => {
                if flow.run.line_break() {
                    self.flush(flow);
                }
            }
            Tag::Img => self.picture(id, flow),
            Tag::Picture => {
                self.picture(id, flow);
                return Step::Over;
            }
            Tag::A => self.link(id, flow),
            Tag::Ruby if !self.in_ruby => {
                let mut pairs = self.ruby(id);
                if flow.run.in_link() {
                    pairs.iter_mut().flat_map(|(base, above)| [base, above]).for_each(settle::unlink);
                }
                flow.run.inline(Inline::Ruby(pairs));
                return Step::Over;
            }
            Tag::Code | Tag::Tt => flow.run.enter(id, Wrapper::Code),
            Tag::Button | Tag::Option => flow.run.space(),
            _ if tag.is_block() => self.flush(flow),
            _ => {
                if let (lang, dir) = (self.lang(id), self.dir(id))
                    && (lang.is_some() || dir.is_some())
                {
                    flow.run.enter(id, Wrapper::Foreign(lang, dir));
                }
                if let Some(style) = style(self.tape, id, tag) {
                    flow.run.enter(id, Wrapper::Styled(style));
                }
            }
        }
        if let Some((number, occurrence)) = self.notes.reference(id) {
            flow.run.inline(Inline::NoteReference { number, occurrence });
            return Step::Over;
        }
        match tag == Tag::A && hidden::is_permalink(self.tape, id) {
            true => Step::Over,
            false => Step::Into,
        }
    }

    pub(super) fn link(&self, id: ElementId, flow: &mut Flow) {
        if self.notes.reference(id).is_some() || hidden::is_permalink(self.tape, id) {
            return;
        }
        // A lone "#" leads nowhere.
        let Some(href) = self.tape.attr(id, Attr::Href).filter(|href| href.trim() != "#") else { return };
        let within = self.base.fragment_within(href).and_then(|fragment| Anchor::new(&decode_fragment(fragment)));
        let href = within.map(Href::Within).or_else(|| self.base.link(href).map(Href::Url));
        if let Some(href) = href {
            let title = self.tape.attr(id, Attr::Title).map(typography::clean_line).filter(|title| !title.is_empty());
            flow.run.enter(id, Wrapper::Link(href, title));
        }
    }

    /// Pairs of bases and what is written above them, whether or not bases have elements of their own.
    pub(super) fn ruby(&mut self, id: ElementId) -> Vec<(Vec<Inline>, Vec<Inline>)> {
        let mut pairs: Vec<(Vec<Inline>, Vec<Inline>)> = Vec::new();
        let context = std::mem::take(&mut self.context);
        self.in_ruby = true;
        let element = self.tape.element(id);
        let mut from = element.enter as usize + 1;
        let above: Vec<_> =
            self.children(id).into_iter().filter(|child| matches!(self.tape.tag(*child), Tag::Rt | Tag::Rp | Tag::Rtc)).collect();
        let mut base = Vec::new();
        for part in above {
            let (enter, exit) = (self.tape.element(part).enter as usize, self.tape.element(part).exit as usize);
            base.extend(settle::line(self.blocks(from..enter)));
            from = exit + 1;
            if self.tape.tag(part) != Tag::Rp {
                let text = self.line(part);
                pairs.push((std::mem::take(&mut base), text));
            }
        }
        let rest = settle::line(self.blocks(from..element.exit as usize));
        base.extend(rest);
        if !base.is_empty() {
            pairs.push((base, Vec::new()));
        }
        self.context = context;
        self.in_ruby = false;
        pairs
    }
}

fn style(tape: &Tape, id: ElementId, tag: Tag) -> Option<Style> {
    Some(match tag {
        // Google Docs wraps whole texts in a bold element that is not bold.
        Tag::B if tape.attr(id, Attr::Style).is_some_and(|style| style.replace(' ', "").contains("font-weight:normal")) => return None,
        Tag::B | Tag::Strong => Style::Strong,
        Tag::I | Tag::Em | Tag::Dfn => Style::Emphasis,
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
        Tag::Span => return of_css(tape.attr(id, Attr::Style)?),
        _ => return None,
    })
}

/// Pages pasted from word processors say it in CSS.
fn of_css(style: &str) -> Option<Style> {
    style.split(';').filter_map(|rule| rule.split_once(':')).find_map(|(name, value)| match (name.trim(), value.trim()) {
        ("font-weight", "bold" | "700" | "800" | "900") => Some(Style::Strong),
        ("font-style", "italic") => Some(Style::Emphasis),
        ("text-decoration", "line-through") => Some(Style::Deleted),
        ("vertical-align", "super") => Some(Style::Sup),
        ("vertical-align", "sub") => Some(Style::Sub),
        _ => None,
    })
}
