//! Bylines and dates that readers see, near the title.

use std::ops::{Range, RangeInclusive};

use super::claims::{Claim, Claims, Field, Kind};
use super::dates::{self, Order};
use super::margins::Margins;
use super::marks::{Mark, Marks, USERNAME_WEIGHT};
use super::names::{self, Trust};
use super::text::{class_words, fold, is_among, tidy};
use super::words::{MODIFIED, PUBLISHED_ALONE};
use crate::article::Source;
use crate::blocks::Block;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};
use crate::words::Words;

/// Events of an element that are read as its lines.
const MAX_LINE_EVENTS: usize = 80;

/// The lines of an element: its text, parted where blocks and line breaks part it.
pub(super) fn lines(tape: &Tape, id: ElementId) -> Vec<String> {
    lines_without(tape, id, &[Tag::Script, Tag::Style, Tag::Noscript])
}

/// A heading's text, without the buttons beside it.
pub(super) fn heading(tape: &Tape, id: ElementId) -> String {
    let beside = lines_without(tape, id, &[Tag::Script, Tag::Style, Tag::Noscript, Tag::Button]).join(" ");
    if beside.is_empty() { lines(tape, id).join(" ") } else { beside }
}

fn lines_without(tape: &Tape, id: ElementId, unread: &[Tag]) -> Vec<String> {
    let mut lines = vec![String::new()];
    for event in tape.inside(id).iter().take(MAX_LINE_EVENTS) {
        match *event {
            Event::Text(text) => {
                let is_unread = tape.text_parent(text).is_some_and(|parent| unread.contains(&tape.tag(parent)));
                if let Some(line) = lines.last_mut().filter(|_| !is_unread) {
                    push_apart(line, tape.text(text));
                }
            }
            Event::Enter(id) | Event::Exit(id) if tape.tag(id).is_block() || tape.tag(id) == Tag::Br => lines.push(String::new()),
            Event::Enter(_) | Event::Exit(_) => {}
        }
    }
    lines.iter().map(|line| tidy(line)).filter(|line| !line.is_empty()).collect()
}

/// Adds a text to a line. Where style alone parts them, as in `<b>Jane Doe</b><i>22 May</i>`, a space does.
fn push_apart(line: &mut String, text: &str) {
    let (last, next) = (line.chars().next_back(), text.chars().next());
    if last.is_some_and(char::is_lowercase) && next.is_some_and(|next| next.is_ascii_digit() || next.is_uppercase()) {
        line.push(' ');
    }
    line.push_str(text);
}

/// The page around the title.
pub(super) struct Neighbourhood<'a> {
    pub(super) tape: &'a Tape,
    pub(super) margins: &'a Margins<'a>,
    pub(super) blocks: &'a [Block],
    /// Index of the title's block, or of the first block after where it would be.
    title: Option<usize>,
    /// The event that enters the title's heading.
    heading: Option<u32>,
    pub(super) order: Order,
}

/// So many different names of authors are those of a list: an article of four has them in one line.
const MIN_LISTED: usize = 5;
const MAX_LISTED_CHARS: usize = 40;

/// Blocks before and after the title's in which bylines and dates stand.
const BEFORE: usize = 6;
const AFTER: usize = 20;

/// A teaser is less than this part of its page: a larger article is the page's own, with its title outside.
const TEASER_SHARE: usize = 8;

/// Without a title to be found, bylines and dates are looked for around the first block of this many characters.
const FIRST_TEXT_CHARS: u32 = 140;

/// Words of the classes and ids of what readers wrote.
const COMMENT_WORDS: &[&str] = &["comment", "comments", "reply", "replies", "respond", "disqus", "review", "reviews"];

/// Longest byline or date line, in characters.
pub(super) const MAX_LINE_CHARS: u32 = 160;

impl<'a> Neighbourhood<'a> {
    /// `title` is the event that enters the title's heading.
    pub(super) fn new(margins: &'a Margins<'a>, blocks: &'a [Block], heading: Option<u32>, title: &str, order: Order) -> Self {
        let tape = margins.tape;
        let by_heading = heading.map(|event| blocks.partition_point(|block| block.events.end <= event));
        let title = by_heading.or_else(|| {
            let (title, chars) = (fold(title), title.chars().count() as u32);
            let is_title = |block: &Block| block.chars < chars * 2 && block.chars * 2 > chars && fold(&block.text(tape)) == title;
            blocks
                .iter()
                .position(|block| chars > 0 && is_title(block))
                .or_else(|| blocks.iter().position(|block| block.chars >= FIRST_TEXT_CHARS && block.link_chars * 2 < block.chars))
        });
        Self { tape, margins, blocks, title, heading, order }
    }

    /// Blocks between the title and an event; before it they count double. `None` if there is no title, or too far.
    fn distance(&self, event: u32) -> Option<i32> {
        let block = self.blocks.partition_point(|block| block.events.end <= event);
        let distance = i32::try_from(block).ok()? - i32::try_from(self.title?).ok()?;
        let near = if distance < 0 { distance.unsigned_abs() as usize <= BEFORE } else { distance as usize <= AFTER };
        near.then_some(if distance < 0 { -distance * 2 } else { distance })
    }

    /// Claims of the marks, the surest and nearest first; then of plain lines. A page that names many authors and does
    /// not say that it is an article lists others' articles.
    pub(super) fn claim(&self, marks: &Marks, is_article: bool, claims: &mut Claims) {
        if !is_article && self.lists_articles(marks) {
            return;
        }
        let mut near: Vec<(i32, Mark)> = Vec::new();
        for mark in &marks.0 {
            if let Some(distance) = self.distance(self.tape.element(mark.element).enter)
                && !self.is_elsewhere(mark.element)
            {
                near.push((mark.weight * 4 - distance, *mark));
            }
        }
        near.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        for (_, mark) in near {
            match mark.field {
                Field::Author if claims.has(Field::Author, mark.source) => {}
                Field::Author => self.author(self.innermost(mark, marks), claims),
                _ => self.date(mark, claims),
            }
        }
        self.plain_lines(claims);
        self.far(marks, is_article, claims);
    }

    /// Whether an element speaks of something else: in the page's margins, or in an article with a heading of its own
    /// that is not the title.
    pub(super) fn is_elsewhere(&self, id: ElementId) -> bool {
        let article = self.tape.ancestors(id).find(|id| self.tape.tag(*id) == Tag::Article);
        let is_other = article.zip(self.heading).is_some_and(|(article, heading)| {
            let element = self.tape.element(article);
            let has_heading =
                || self.tape.inside(article).iter().any(|event| matches!(event, Event::Enter(id) if self.tape.tag(*id).is_heading()));
            let is_small = ((element.exit - element.enter) as usize) * TEASER_SHARE < self.tape.events().len();
            is_small && !(element.enter..element.exit).contains(&heading) && has_heading()
        });
        is_other || self.margins.hold(id) || self.is_datum(id)
    }

    /// Whether an element is a table's cell beside the cell that names it, as in "Founded: 5 May 1998": that date is one of
    /// what the page is about.
    fn is_datum(&self, id: ElementId) -> bool {
        let cell = self.tape.ancestors(id).find(|id| matches!(self.tape.tag(*id), Tag::Td | Tag::Th));
        let row = cell.and_then(|cell| self.tape.element(cell).parent);
        row.is_some_and(|row| {
            let is_name = |id: ElementId| self.tape.tag(id) == Tag::Th && self.tape.element(id).parent == Some(row);
            self.tape.inside(row).iter().any(|event| matches!(event, Event::Enter(id) if is_name(*id)))
        })
    }

    /// Whether an element stands among what readers wrote.
    pub(super) fn is_comment(&self, id: ElementId) -> bool {
        self.tape.ancestors(id).any(|id| {
            let names = [Attr::Class, Attr::Id].into_iter().filter_map(|attr| self.tape.attr(id, attr));
            names.flat_map(class_words).any(|word| is_among(COMMENT_WORDS, word))
        })
    }

    /// Whether a page names the authors of several articles. A forum's thread names its users.
    fn lists_articles(&self, marks: &Marks) -> bool {
        if marks.0.iter().any(|mark| mark.field == Field::Author && mark.weight == USERNAME_WEIGHT) {
            return false;
        }
        let by =
            marks.0.iter().filter(|mark| mark.field == Field::Author && mark.weight > USERNAME_WEIGHT && !self.margins.hold(mark.element));
        let mut authors: Vec<String> =
            by.map(|mark| fold(&lines(self.tape, mark.element).join(" "))).filter(|name| !name.is_empty()).collect();
        authors.sort();
        authors.dedup();
        authors.retain(|author| author.chars().count() <= MAX_LISTED_CHARS);
        authors.len() >= MIN_LISTED
    }

    /// The one mark of an author inside another, which may hold more than the name.
    fn innermost(&self, mark: Mark, marks: &Marks) -> Mark {
        let holds = |outer: ElementId, inner: ElementId| {
            let (outer, inner) = (self.tape.element(outer), self.tape.element(inner));
            outer.enter < inner.enter && inner.exit < outer.exit
        };
        let is_inside = |other: &&Mark| other.field == Field::Author && holds(mark.element, other.element);
        let mut inside = marks.0.iter().filter(is_inside).filter(|inner| !lines(self.tape, inner.element).is_empty());
        match inside.next() {
            Some(first) if inside.all(|other| holds(first.element, other.element) || first.element == other.element) => {
                self.innermost(Mark { element: first.element, ..mark }, marks)
            }
            _ => mark,
        }
    }

    pub(super) fn author(&self, mark: Mark, claims: &mut Claims) {
        let lines = lines(self.tape, mark.element);
        let chars: usize = lines.iter().map(|line| line.chars().count()).sum();
        if chars > MAX_LINE_CHARS as usize || claims.has(Field::Author, mark.source) {
            return;
        }
        let text = lines.join(" | ");
        let names = names::names(&text, Trust::Handle);
        let url = self.link(mark.element, names.len());
        for name in names {
            claims.push(Claim { field: Field::Author, source: mark.source, text: name, url: url.clone(), kind: Kind::Unknown });
        }
    }

    /// The one link of a byline with one name.
    fn link(&self, id: ElementId, names: usize) -> Option<String> {
        let inside = self.tape.inside(id).iter().take(MAX_LINE_EVENTS).filter_map(|event| match event {
            Event::Enter(id) => Some(*id),
            _ => None,
        });
        let mut links = std::iter::once(id).chain(inside).filter(|id| self.tape.tag(*id) == Tag::A);
        let link = links.next().filter(|_| names == 1)?;
        self.tape.attr(link, Attr::Href).map(str::to_owned)
    }

    pub(super) fn date(&self, mark: Mark, claims: &mut Claims) {
        let attr = [Attr::Datetime, Attr::DataDatetime, Attr::DataTime, Attr::DataTimestamp]
            .iter()
            .find_map(|attr| self.tape.attr(mark.element, *attr));
        let text = lines(self.tape, mark.element).join(" | ");
        if text.chars().count() > MAX_LINE_CHARS as usize {
            return;
        }
        let (by_attr, by_text) = (attr.and_then(|attr| dates::parse(attr, self.order)), dates::find(&text, self.order));
        let own_label = by_text.as_ref().map_or("", |(_, at)| &text[..at.start]);
        let label = if own_label.trim().is_empty() { self.label_before(mark.element) } else { own_label };
        let field = if mark.field == Field::Published && says_modified(label) { Field::Modified } else { mark.field };
        // The source's own text, which may leave open which number is the day.
        let Some(date) = attr.filter(|_| by_attr.is_some()).or(by_text.as_ref().map(|_| text.as_str())) else { return };
        if !claims.has(field, mark.source) {
            claims.add(field, mark.source, date);
        }
    }

    /// The text right before an element: "Updated:".
    fn label_before(&self, id: ElementId) -> &str {
        let before = &self.tape.events()[..self.tape.element(id).enter as usize];
        let texts = before.iter().rev().take(MAX_LABEL_EVENTS).filter_map(|event| match event {
            Event::Text(text) => Some(self.tape.text(*text)),
            _ => None,
        });
        texts.map(str::trim).find(|text| !text.is_empty()).filter(|text| text.len() < MAX_LABEL_BYTES).unwrap_or_default()
    }

    /// Lines near the title that begin with "By", and short ones with a date.
    fn plain_lines(&self, claims: &mut Claims) {
        let Some(title) = self.title else { return };
        let near = title.saturating_sub(BEFORE)..(title + AFTER).min(self.blocks.len());
        for index in near.clone().filter(|index| *index > title).chain(near.rev().filter(|index| *index < title)) {
            let block = &self.blocks[index];
            if block.chars > MAX_LINE_CHARS || block.container.is_some_and(|container| self.is_elsewhere(container)) {
                continue;
            }
            let text = block.text(self.tape);
            let date = dates::find(&text, self.order);
            self.plain_byline(&text, index, date.is_some(), claims);
            if let Some((_, at)) = date.filter(|(_, at)| is_date_line(&text, at.start)) {
                if index > title && index <= title + SIGNED {
                    Self::signature(&text, at.clone(), claims);
                }
                let field = if says_modified(&text[..at.start]) { Field::Modified } else { Field::Published };
                if !claims.has(field, Source::BylineText) {
                    claims.add(field, Source::BylineText, &text);
                }
            }
        }
    }

    /// "By Jane Doe" or "by jane"; "By", and "Jane Doe" in the next block; "5 May 2020 by Jane Doe".
    fn plain_byline(&self, text: &str, index: usize, has_date: bool, claims: &mut Claims) {
        if claims.has(Field::Author, Source::BylineText) {
            return;
        }
        let (rest, sure) = names::strip_by(text);
        let (block, line) = if names::is_by_alone(text) {
            let Some(next) = self.blocks.get(index + 1).filter(|next| next.chars <= MAX_LINE_CHARS) else { return };
            (next, next.text(self.tape))
        } else if sure && rest.len() < text.len() {
            (&self.blocks[index], rest.to_owned())
        } else if let Some(name) = has_date.then(|| names::after_inner_by(text)).flatten() {
            (&self.blocks[index], name.to_owned())
        } else {
            return;
        };
        let trust = if line.split_whitespace().count() <= MAX_HANDLE_LINE_WORDS { Trust::Handle } else { Trust::Line };
        let names = names::names(&line, trust);
        let container = block.container.filter(|_| names.len() == 1);
        for name in names {
            let url = container.and_then(|container| self.link_named(container, &name));
            claims.push(Claim { field: Field::Author, source: Source::BylineText, text: name, url, kind: Kind::Unknown });
        }
    }

    /// "5 May 2020 · Jane Doe" and "Jane Doe, 5 May 2020", right below the title.
    fn signature(text: &str, date: Range<usize>, claims: &mut Claims) {
        let beside = [&text[..date.start], &text[date.end..]];
        let names: Vec<String> = beside.into_iter().flat_map(|part| names::names(part, Trust::Line)).collect();
        let [name] = names.as_slice() else { return };
        let is_section = || claims.all(Field::Section).chain(claims.all(Field::Tag)).any(|claim| fold(&claim.text).contains(&fold(name)));
        let is_person = FULL_NAME_WORDS.contains(&name.split(' ').count()) && !names::is_organisation(name) && !is_section();
        if is_person && !claims.has(Field::Author, Source::BylineText) {
            claims.add(Field::Author, Source::BylineText, name);
        }
    }

    fn link_named(&self, container: ElementId, name: &str) -> Option<String> {
        let link = self.tape.inside(container).iter().take(MAX_LINE_EVENTS).find_map(|event| match event {
            Event::Enter(id) if self.tape.tag(*id) == Tag::A && fold(&self.tape.text_content(*id)) == fold(name) => Some(*id),
            _ => None,
        })?;
        self.tape.attr(link, Attr::Href).map(str::to_owned)
    }
}

/// Blocks below the title in which a name beside a date is the author's.
const SIGNED: usize = 4;

/// Words of a person's name where nothing says that it is one: fewer or more are a section's, a slogan.
const FULL_NAME_WORDS: RangeInclusive<usize> = 2..=3;

/// Words of a byline after "by" that may be one small word.
const MAX_HANDLE_LINE_WORDS: usize = 1;

/// How far before a date its label is looked for, and how long a label is.
const MAX_LABEL_EVENTS: usize = 6;
const MAX_LABEL_BYTES: usize = 60;

/// What forums write before the date of a thread's last change.
const LAST: &[&str] = &["last post", "last reply", "last activity", "last message", "last comment", "letzter beitrag", "dernier message"];

/// Whether what stands before a date says that it is that of a change.
pub(super) fn says_modified(label: &str) -> bool {
    let folded = fold(label);
    let last = |list: Words| folded.split(' ').enumerate().filter(|(_, word)| list.has(word)).last().map_or(0, |(index, _)| index + 1);
    let written = || MODIFIED.iter().any(|word| !word.is_ascii() && label.contains(word));
    last(MODIFIED) > last(PUBLISHED_ALONE) || LAST.contains(&folded.as_str()) || (written() && last(PUBLISHED_ALONE) == 0)
}

/// Words of a line with a date and little else to say, and those of them before the date.
const MAX_DATE_LINE_WORDS: usize = 14;
const MAX_WORDS_BEFORE_DATE: usize = 5;

/// Whether a date is what a line is there for. A sentence that names a day is not.
pub(super) fn is_date_line(text: &str, start: usize) -> bool {
    let before = text[..start].split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let folded = fold(&text[..start]);
    let is_labelled = folded.split(' ').any(|word| PUBLISHED_ALONE.has(word) || MODIFIED.has(word));
    let ends_sentence = text.ends_with('.') && text.split_whitespace().count() > MAX_WORDS_BEFORE_DATE;
    text.split_whitespace().count() <= MAX_DATE_LINE_WORDS && (before <= MAX_WORDS_BEFORE_DATE || is_labelled) && !ends_sentence
}
