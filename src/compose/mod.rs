//! Tape and plan → the article's normal form. What each kind of content looks like in the wild is known here and
//! nowhere after: a file for each.

mod anchors;
mod blocks;
mod callout;
mod code;
mod command;
mod embed;
mod figure;
mod footnote;
mod hidden;
mod image;
mod inlines;
mod language;
mod list;
mod locale;
mod macros;
mod math;
mod mathml;
mod phrases;
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

use std::ops::Range;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::document::{Anchor, Block, BlockKind, Document, Inline, Note, Preview};
use crate::html::Tag;
use crate::plan::Plan;
use crate::tape::{ElementId, Event, Tape};
use crate::urls::Base;

use footnote::Notes;
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
            if !tag.is_block() && seam::is_mark(self.tape, id) {
                flow.run.space();
            }
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

    /// Ends the open line.
    fn flush(&mut self, flow: &mut Flow) {
        let inlines = flow.run.take();
        if inlines.is_empty() {
            return;
        }
        let id = self.take_id();
        settle::push(Block { id, ..settle::paragraph(inlines) }, &mut flow.blocks);
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
