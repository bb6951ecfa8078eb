//! Tape and plan → the article's normal form. What each kind of content looks like in the wild is known here and
//! nowhere after: a file for each.

mod anchors;
mod callout;
mod code;
mod embed;
mod figure;
mod footnote;
mod hidden;
mod image;
mod inlines;
mod language;
mod list;
mod macros;
mod math;
mod mathml;
mod presence;
mod seam;
mod settle;
mod srcset;
mod table;
mod tex;
mod token;
mod typography;
mod verse;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::article::Direction;
use crate::document::{Anchor, Block, BlockKind, Document, Href, Inline, Lang, Media, MediaKind, Note, Preview, Style};
use crate::html::{Attr, Tag};
use crate::plan::Plan;
use crate::tape::{ElementId, Event, Tape};
use crate::urls::{Base, decode_fragment};

use footnote::Notes;
use image::Picture;
use inlines::{Run, Wrapper};
use macros::Macros;
use math::Math;
use presence::Presence;
use tex::Part;

/// Containers (lists, quotes, cells, …) nested deeper than this come apart. Each writes at most four elements, and a line
/// and a formula in it at most 64 more: so the output never nests deeper than 256 elements.
const MAX_NESTING: usize = 40;

/// Writes the article's tree. `title` is known already: the heading that says it is left out.
/// `players`: the hosts whose players the article shows.
pub(crate) fn compose(tape: &Tape, plan: &Plan, base: &Base, title: Option<&str>, players: &[String]) -> Document {
    let presence = Presence::new(tape, plan);
    let notes = footnote::find(tape, &presence);
    let targets = anchors::targets(tape, &presence, &notes, base);
    let mut composer = Composer {
        tape,
        base,
        players,
        macros: Macros::of(tape),
        presence,
        notes,
        targets,
        names: Vec::new(),
        aliases: HashMap::new(),
        context: Vec::new(),
        captions: Vec::new(),
        in_caption: false,
        sidenotes: Vec::new(),
        in_ruby: false,
        depth: 0,
        verse_end: 0,
    };
    let mut blocks = composer.blocks(0..tape.events().len());
    if !composer.sidenotes.is_empty() {
        blocks.push(BlockKind::Notes(std::mem::take(&mut composer.sidenotes)).into());
    }
    let mut document = Document { blocks };
    settle::settle(&mut document, title);
    anchors::settle(&mut document, &composer.aliases, base);
    document
}

struct Composer<'a> {
    tape: &'a Tape,
    base: &'a Base,
    players: &'a [String],
    macros: Macros,
    presence: Presence<'a>,
    notes: Notes,
    /// Names that links within the page lead to.
    targets: HashSet<String>,
    /// Names of elements that the next block stands for.
    names: Vec<String>,
    /// Names that were given to a block with another id.
    aliases: HashMap<Anchor, Anchor>,
    /// Inline elements that hold the blocks being composed.
    context: Vec<Wrapper>,
    /// The captions of the figures being composed.
    captions: Vec<Vec<Inline>>,
    /// Whether a caption is being composed.
    in_caption: bool,
    sidenotes: Vec<Note>,
    /// Whether a ruby is being composed: it holds no other.
    in_ruby: bool,
    depth: usize,
    /// The event that ends the verses being composed.
    verse_end: u32,
}

/// Blocks as they come in, and the line that is open.
struct Flow {
    blocks: Vec<Block>,
    run: Run,
}

/// What to do with an element's inside.
enum Step {
    Over,
    Into,
}

impl Composer<'_> {
    /// The blocks of a range of events. Text that stands beside blocks becomes paragraphs.
    fn blocks(&mut self, events: Range<usize>) -> Vec<Block> {
        let mut flow = Flow { blocks: Vec::new(), run: Run::within(&self.context) };
        let mut at = events.start;
        while at < events.end {
            at = match self.tape.events()[at] {
                Event::Text(id) => {
                    if self.presence.text(id) {
                        let text = self.tape.text(id);
                        match at < self.verse_end as usize {
                            true => self.verse(text, &mut flow),
                            false => self.text(text, &mut flow),
                        }
                    }
                    at + 1
                }
                Event::Enter(id) => match self.enter(id, &mut flow) {
                    Step::Over => self.tape.element(id).exit as usize + 1,
                    Step::Into => at + 1,
                },
                Event::Exit(id) => {
                    self.exit(id, &mut flow);
                    at + 1
                }
            };
        }
        self.flush(&mut flow);
        flow.blocks
    }

    /// The blocks inside an element.
    fn inside(&mut self, id: ElementId) -> Vec<Block> {
        let element = self.tape.element(id);
        self.blocks(element.enter as usize + 1..element.exit as usize)
    }

    /// The blocks that an element comes to, itself included; `dd` and the like are only their content.
    fn whole(&mut self, id: ElementId) -> Vec<Block> {
        if self.tape.tag(id) == Tag::Dd {
            return self.inside(id);
        }
        let element = self.tape.element(id);
        self.blocks(element.enter as usize..element.exit as usize + 1)
    }

    /// The content of an element that can hold only a line.
    fn line(&mut self, id: ElementId) -> Vec<Inline> {
        let depth = std::mem::replace(&mut self.depth, MAX_NESTING);
        let blocks = self.inside(id);
        self.depth = depth;
        settle::line(blocks)
    }

    /// Child elements that are there, in order.
    fn children(&self, id: ElementId) -> Vec<ElementId> {
        let mut children = Vec::new();
        let element = self.tape.element(id);
        let mut at = element.enter as usize + 1;
        while at < element.exit as usize {
            match self.tape.events()[at] {
                Event::Enter(child) => {
                    if self.presence.element(child) {
                        children.push(child);
                    }
                    at = self.tape.element(child).exit as usize + 1;
                }
                _ => at += 1,
            }
        }
        children
    }

    fn text(&mut self, text: &str, flow: &mut Flow) {
        if flow.run.in_code() || !text.contains(['$', '\\']) {
            return flow.run.text(text);
        }
        for part in tex::parts(text, &self.macros) {
            match part {
                Part::Text(text) => flow.run.text(text),
                Part::Inline(formula) => flow.run.formula(formula),
                Part::Display(formula) => {
                    self.flush(flow);
                    flow.blocks.push(BlockKind::Math(formula).into());
                }
            }
        }
    }

    /// Text whose lines are kept; an empty one parts paragraphs.
    fn verse(&mut self, text: &str, flow: &mut Flow) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 && flow.run.line_break() {
                self.flush(flow);
            }
            flow.run.text(line);
        }
    }

    fn enter(&mut self, id: ElementId, flow: &mut Flow) -> Step {
        let tag = self.tape.tag(id);
        if tag == Tag::Noscript {
            return self.noscript(id, flow);
        }
        if (tag == Tag::Script || self.presence.element(id))
            && let Some(math) = math::recognise(self.tape, id, &self.macros)
        {
            self.formula(math, flow);
            return Step::Over;
        }
        if tag == Tag::Script
            && self.tape.element(id).parent.is_some_and(|parent| self.presence.element(parent))
            && let Some(embed) = embed::recognise(self.tape, id, self.base)
        {
            self.container(id, flow, |_| BlockKind::Embed(embed));
            return Step::Over;
        }
        if !self.presence.element(id)
            || is_unread(tag)
            || hidden::is_hidden(self.tape, id)
            || hidden::is_for_small_screens(self.tape, id)
            || self.notes.is_back_link(id)
        {
            return Step::Over;
        }
        self.remember_names(id);
        if let Some((number, references)) = self.notes.note(id) {
            self.note(id, number, references, flow);
            return Step::Over;
        }
        if let Some(code) = code::recognise(self.tape, id) {
            self.container(id, flow, |_| BlockKind::Code { lang: code.lang, text: code.text });
            return Step::Over;
        }
        if tag == Tag::Pre {
            self.verse_end = self.tape.element(id).exit;
        }
        if let Some(mut embed) = embed::recognise(self.tape, id, self.base) {
            if let Some(player) = embed::player(&embed.url, self.players) {
                embed.preview = Preview::Player(player);
            }
            self.container(id, flow, |_| BlockKind::Embed(embed));
            return Step::Over;
        }
        if !self.captions.is_empty() && self.is_caption(id) {
            self.flush(flow);
            self.caption(id);
            return Step::Over;
        }
        match self.depth < MAX_NESTING && self.block(id, tag, flow) {
            true => Step::Over,
            false => self.inline(id, tag, flow),
        }
    }

    /// Composes an element that is a block of its own; `false` if it is none.
    fn block(&mut self, id: ElementId, tag: Tag, flow: &mut Flow) -> bool {
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

    /// Ends the open line, composes a block, and gives it what is said of it.
    fn container(&mut self, id: ElementId, flow: &mut Flow, kind: impl FnOnce(&mut Self) -> BlockKind) {
        self.flush(flow);
        let outer = std::mem::replace(&mut self.context, flow.run.context());
        let anchor = self.take_id();
        self.depth += 1;
        let kind = kind(self);
        self.depth -= 1;
        self.context = outer;
        let (lang, dir) = (self.lang(id), self.dir(id));
        settle::push(Block { kind, id: anchor, lang, dir }, &mut flow.blocks);
    }

    fn heading(&mut self, id: ElementId, tag: Tag, flow: &mut Flow) {
        let level = tag.heading_level().unwrap_or(2);
        self.container(id, flow, |this| BlockKind::Heading { level, inlines: this.line(id) });
    }

    fn quote(&mut self, id: ElementId) -> BlockKind {
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

    fn details(&mut self, id: ElementId) -> BlockKind {
        let summary = self.children(id).into_iter().find(|child| self.tape.tag(*child) == Tag::Summary);
        let Some(summary) = summary else { return BlockKind::Group(self.inside(id)) };
        let line = self.line(summary);
        let (start, end) = (self.tape.element(summary).enter as usize, self.tape.element(summary).exit as usize + 1);
        let element = self.tape.element(id);
        let mut blocks = self.blocks(element.enter as usize + 1..start);
        blocks.extend(self.blocks(end..element.exit as usize));
        BlockKind::Details { summary: line, blocks }
    }

    fn callout(&mut self, id: ElementId, kind: crate::document::CalloutKind) -> BlockKind {
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

    fn media(&self, id: ElementId) -> Option<Media> {
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

    fn note(&mut self, id: ElementId, number: u32, references: u32, flow: &mut Flow) {
        if self.notes.is_sidenote(id) {
            flow.run.inline(Inline::NoteReference { number, occurrence: 1 });
            let outer = std::mem::take(&mut self.context);
            let blocks = self.inside(id);
            self.context = outer;
            return self.sidenotes.push(Note { number, references, blocks });
        }
        self.flush(flow);
        let mut blocks = self.inside(id);
        settle::strip_mark(&mut blocks, number);
        settle::push(BlockKind::Notes(vec![Note { number, references, blocks }]).into(), &mut flow.blocks);
    }

    fn formula(&mut self, math: Math, flow: &mut Flow) {
        match math {
            Math::Inline(formula) => flow.run.formula(formula),
            Math::Display(formula) => {
                self.flush(flow);
                flow.blocks.push(BlockKind::Math(formula).into());
            }
            Math::Nothing => {}
        }
    }

    /// The markup that a page shows without scripts: its pictures are those that scripts would load.
    fn noscript(&mut self, id: ElementId, flow: &mut Flow) -> Step {
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

    fn picture(&self, id: ElementId, flow: &mut Flow) {
        match image::of_element(self.tape, id, self.base) {
            Picture::Image(image) => flow.run.image(image),
            Picture::Text(text) => flow.run.text(&text),
            Picture::None => {}
        }
    }

    /// An inline element, or a block that is only its content.
    fn inline(&mut self, id: ElementId, tag: Tag, flow: &mut Flow) -> Step {
        if self.is_caption_part(id) || !flow.run.in_code() && seam::parts(self.tape, id) {
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

    fn exit(&mut self, id: ElementId, flow: &mut Flow) {
        match self.tape.tag(id) {
            Tag::Button | Tag::Option => flow.run.space(),
            tag if tag.is_block() => self.flush(flow),
            _ => {
                flow.run.exit(id);
                if !flow.run.in_code() && seam::ends_title(self.tape, id) {
                    flow.run.space();
                }
            }
        }
    }

    fn link(&self, id: ElementId, flow: &mut Flow) {
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
    fn ruby(&mut self, id: ElementId) -> Vec<(Vec<Inline>, Vec<Inline>)> {
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

    /// Ends the open line.
    fn flush(&mut self, flow: &mut Flow) {
        let inlines = flow.run.take();
        if inlines.is_empty() {
            return;
        }
        let id = self.take_id();
        settle::push(Block { id, ..settle::paragraph(inlines) }, &mut flow.blocks);
    }

    /// Keeps the names that links lead to, for the next block.
    fn remember_names(&mut self, id: ElementId) {
        let named = [Attr::Id, Attr::Name].iter().filter_map(|attr| self.tape.attr(id, *attr)).map(str::trim);
        let is_heading = self.tape.tag(id).is_heading();
        let wanted: Vec<_> = named.filter(|name| is_heading || self.targets.contains(*name)).map(str::to_owned).collect();
        self.names.extend(wanted);
    }

    /// The id for a block that starts here: the first of the names that wait; the others become other names of it.
    fn take_id(&mut self) -> Option<Anchor> {
        let mut anchors = std::mem::take(&mut self.names).into_iter().filter_map(|name| Anchor::new(&name));
        let first = anchors.next()?;
        for other in anchors {
            self.aliases.entry(other).or_insert_with(|| first.clone());
        }
        Some(first)
    }

    /// An element's language, where it differs from that around it.
    fn lang(&self, id: ElementId) -> Option<Lang> {
        let of = |id| self.tape.attr(id, Attr::Lang).or_else(|| self.tape.attr(id, Attr::XmlLang)).and_then(Lang::new);
        let own = of(id)?;
        let around = self.tape.ancestors(id).skip(1).find_map(of);
        (self.tape.tag(id) != Tag::Html && self.tape.tag(id) != Tag::Body && around.as_ref() != Some(&own)).then_some(own)
    }

    fn dir(&self, id: ElementId) -> Option<Direction> {
        let of = |id| match self.tape.attr(id, Attr::Dir)?.trim() {
            dir if dir.eq_ignore_ascii_case("rtl") => Some(Direction::Rtl),
            dir if dir.eq_ignore_ascii_case("ltr") => Some(Direction::Ltr),
            _ => None,
        };
        let own = of(id)?;
        let around = self.tape.ancestors(id).skip(1).find_map(of).unwrap_or(Direction::Ltr);
        (self.tape.tag(id) != Tag::Html && self.tape.tag(id) != Tag::Body && around != own).then_some(own)
    }

    fn has_own_language(&self, id: ElementId) -> bool {
        !matches!(self.tape.tag(id), Tag::Li | Tag::Td | Tag::Th | Tag::Tr | Tag::Dt | Tag::Dd | Tag::Tbody | Tag::Thead | Tag::Tfoot)
            && (self.lang(id).is_some() || self.dir(id).is_some())
    }
}

/// Elements whose text is never read.
const fn is_unread(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Head
            | Tag::Script
            | Tag::Style
            | Tag::Template
            | Tag::Title
            | Tag::Svg
            | Tag::Canvas
            | Tag::Select
            | Tag::Datalist
            | Tag::Textarea
            | Tag::Noembed
            | Tag::Noframes
            | Tag::Input
            | Tag::Progress
            | Tag::Meter
            | Tag::Rp
    )
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
