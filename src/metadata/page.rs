//! One walk over the page: what its elements claim, its headings, and where else its metadata may be.

use foldhash::{HashMap, HashMapExt};

use super::claims::{Claims, Field};
use super::margins::Margins;
use super::title::Heading;
use super::{json_ld, look, marks, meta, microdata, text, visible};
use crate::article::{Direction, Source};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};

/// What one walk over the page gathers.
pub(super) struct Page<'a> {
    pub(super) claims: Claims,
    pub(super) headings: Vec<Heading>,
    pub(super) marks: marks::Marks,
    pub(super) margins: Margins<'a>,
    marked: microdata::Marked,
    /// What each class of the page means.
    classes: HashMap<&'a str, Option<marks::Meaning>>,
    blocks: Vec<&'a str>,
    pub(super) dir: Option<Direction>,
    document_title: Option<String>,
}

/// Marks that generators put after a heading, as links to it.
const fn is_permalink(c: char) -> bool {
    matches!(c, '¶' | '#' | '§' | '🔗' | ' ')
}

/// Headings that may be the title: those of the first part of the page.
const MAX_HEADINGS: usize = 40;

impl<'a> Page<'a> {
    pub(super) fn read(tape: &'a Tape) -> Self {
        let mut page = Self {
            claims: Claims::default(),
            headings: Vec::new(),
            marks: marks::Marks::default(),
            margins: Margins::new(tape),
            marked: microdata::Marked::default(),
            classes: HashMap::new(),
            blocks: Vec::new(),
            dir: None,
            document_title: None,
        };
        let headline = look::headline(tape);
        let (mut metas, mut icon_rank) = (meta::Found::default(), usize::MAX);
        for index in 0..tape.elements().len() {
            let id = ElementId(index as u32);
            match tape.tag(id) {
                Tag::Meta => meta::meta(tape, id, &mut metas),
                Tag::Link => meta::link(tape, id, &mut icon_rank, &mut page.claims),
                Tag::Title => page.title(tape, id),
                Tag::Script => page.blocks.extend(json_ld::block(tape, id)),
                Tag::Time => page.marks.time(tape, id),
                _ if tape.attr(id, Attr::AriaLevel) == Some("1") || headline == Some(id) => page.heading(tape, id),
                Tag::H1 | Tag::H2 | Tag::H3 => page.heading(tape, id),
                _ => {}
            }
            page.attributes(tape, id);
        }
        metas.claim(&mut page.claims);
        page
    }

    fn title(&mut self, tape: &Tape, id: ElementId) {
        let in_svg = tape.element(id).parent.is_some_and(|parent| matches!(tape.tag(parent), Tag::Svg | Tag::Other));
        if self.document_title.is_none() && !in_svg {
            let text = tape.text_content(id);
            self.claims.add(Field::Title, Source::TitleElement, &text);
            self.document_title = Some(text);
        }
    }

    fn heading(&mut self, tape: &Tape, id: ElementId) {
        let level = tape.tag(id).heading_level().unwrap_or(1);
        if self.headings.len() < MAX_HEADINGS && !self.margins.hold(id) {
            let text = visible::heading(tape, id);
            let text = text.trim_end_matches(is_permalink).to_owned();
            if !text.is_empty() {
                self.headings.push(Heading { text, level, event: tape.element(id).enter });
            }
        }
    }

    fn attributes(&mut self, tape: &'a Tape, id: ElementId) {
        let tag = tape.tag(id);
        for (attr, value) in tape.attrs(id) {
            match attr {
                Attr::Class => {
                    if let Some(meaning) = *self.classes.entry(value).or_insert_with(|| marks::meaning(value)) {
                        self.marks.class(id, meaning);
                    }
                }
                Attr::Itemprop => self.marked.read(tape, id, attr, value),
                Attr::Property if tag != Tag::Meta => self.marked.read(tape, id, attr, value),
                // <relative-time>, <local-time>, <time-ago>: a script writes their text.
                Attr::Datetime if tag == Tag::Other => self.marks.time(tape, id),
                Attr::Href if tag == Tag::A => self.marks.link(id, value),
                Attr::Rel if tag == Tag::A && value.split_ascii_whitespace().any(|rel| rel == "author") => self.marks.rel_author(id),
                Attr::Lang | Attr::XmlLang if tag == Tag::Html => self.claims.add(Field::Lang, Source::HtmlAttribute, value),
                Attr::Dir if matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article) => self.direction(value),
                _ => {}
            }
        }
    }

    /// The innermost of html, body, main and article counts.
    fn direction(&mut self, value: &str) {
        self.dir = match value.to_ascii_lowercase().as_str() {
            "ltr" => Some(Direction::Ltr),
            "rtl" => Some(Direction::Rtl),
            _ => self.dir,
        };
    }

    /// Reads what needs to know the titles first: JSON-LD and microdata may list other pages' articles.
    pub(super) fn structured(&mut self, canonical: Option<&str>, address: &str) {
        let named = self.claims.all(Field::Title).map(|claim| claim.text.as_str());
        let shown = self.headings.iter().filter(|heading| heading.level == 1).map(|heading| heading.text.as_str());
        let titles = named.chain(shown).map(text::fold).collect();
        let urls = canonical.into_iter().chain([address]).map(|url| url.trim_end_matches('/').to_owned()).collect();
        let hints = json_ld::Hints { titles, urls };
        json_ld::read(&self.blocks, &hints, &mut self.claims);
        std::mem::take(&mut self.marked).claim(&hints.titles, &mut self.claims);
    }
}
