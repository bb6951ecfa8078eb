//! A line's content: pieces of finished Markdown with the delimiters between them, which are chosen once the
//! characters on their two sides are known.

use super::escape;
use crate::document::{Formula, Href, Image, Inline, Style};
use crate::render::html::style_name;
use crate::render::text::inline_text;

/// What kind of line the inlines stand on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Paragraph,
    Heading,
    Cell,
}

/// A line's content as Markdown.
pub(super) fn inline_markdown(inlines: &[Inline], line: Line) -> String {
    let mut pieces = Pieces { list: Vec::new(), line, in_link: false };
    pieces.inlines(inlines);
    let joined = join(&pieces.list);
    let text = joined.trim_matches([' ', '\n']);
    match line {
        Line::Paragraph => escape::line_starts(text.trim_end_matches("\\\n")),
        Line::Heading => match text.strip_suffix('#') {
            Some(before) => format!("{before}\\#"),
            None => text.to_owned(),
        },
        Line::Cell => text.replace('|', "\\|"),
    }
}

/// A formula on a line of its own.
pub(super) fn display_math(formula: &Formula) -> String {
    format!("$${}$$", tex(formula))
}

fn tex(formula: &Formula) -> String {
    let text = formula.text();
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c == '$' && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    // A lone backslash at the end would escape the delimiter.
    if out.chars().rev().take_while(|c| *c == '\\').count() % 2 == 1 {
        out.push(' ');
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Delimiter {
    Strong,
    Emphasis,
    Deleted,
}

impl Delimiter {
    const fn markdown(self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "*",
            Self::Deleted => "~~",
        }
    }

    /// The character that it is made of.
    const fn mark(self) -> char {
        match self {
            Self::Strong | Self::Emphasis => '*',
            Self::Deleted => '~',
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Emphasis => "em",
            Self::Deleted => "del",
        }
    }
}

enum Piece {
    /// Finished Markdown.
    Text(String),
    /// Starts a delimited run that ends at the piece of this index.
    Open(Delimiter, usize),
    Close(Delimiter, usize),
}

struct Pieces {
    list: Vec<Piece>,
    line: Line,
    in_link: bool,
}

impl Pieces {
    fn push(&mut self, markdown: &str) {
        match self.list.last_mut() {
            Some(Piece::Text(text)) => text.push_str(markdown),
            _ if markdown.is_empty() => {}
            _ => self.list.push(Piece::Text(markdown.to_owned())),
        }
    }

    fn text(&mut self, source: &str) {
        let mut out = String::new();
        escape::text(source, !self.in_link, &mut out);
        self.push(&out);
    }

    /// Code right after code would share its backticks, and `]:` in a link's would end the label of a definition: those
    /// are written with a tag.
    fn code(&mut self, code: &str) {
        match self.list.last() {
            Some(Piece::Text(text)) if text.ends_with('`') => self.tagged_code(code),
            _ if self.in_link && code.contains("]:") => self.tagged_code(code),
            _ => self.push(&escape::code_span(code)),
        }
    }

    fn tagged_code(&mut self, code: &str) {
        self.push("<code>");
        self.text(code);
        self.push("</code>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Code(code) => self.code(code),
            Inline::Math(formula) => self.push(&format!("${}$", tex(formula))),
            Inline::Break => self.push(match self.line {
                Line::Paragraph => "\\\n",
                Line::Heading => " ",
                Line::Cell => "<br>",
            }),
            Inline::Styled(style, inner) => self.styled(*style, inner),
            Inline::Foreign { inlines, .. } => self.inlines(inlines),
            Inline::Link { href, title, inlines } => self.link(href, title.as_deref(), inlines),
            Inline::Image(picture) => self.bracket(&image(picture)),
            Inline::Ruby(pairs) => {
                for (base, above) in pairs {
                    self.inlines(base);
                    self.push("(");
                    self.inlines(above);
                    self.push(")");
                }
            }
            Inline::NoteReference { number, .. } => self.bracket(&format!("[^{number}]")),
        }
    }

    /// Markdown that starts with a bracket, which an exclamation mark before it would make a picture, and a note's
    /// reference a link of two brackets.
    fn bracket(&mut self, markdown: &str) {
        if markdown.starts_with('[')
            && let Some(Piece::Text(text)) = self.list.last_mut()
        {
            if text.ends_with('!') {
                text.pop();
                text.push_str("\\!");
            } else if text.ends_with(']') && !text.ends_with("\\]") && !markdown.starts_with("[^") {
                text.push(' ');
            }
        }
        self.push(markdown);
    }

    fn styled(&mut self, style: Style, inner: &[Inline]) {
        match style {
            Style::Strong => self.delimited(Delimiter::Strong, inner),
            Style::Emphasis | Style::Var => self.delimited(Delimiter::Emphasis, inner),
            Style::Deleted => self.delimited(Delimiter::Deleted, inner),
            Style::Quote => {
                self.push("“");
                self.inlines(inner);
                self.push("”");
            }
            Style::Small | Style::Cite | Style::Abbr | Style::Samp => self.inlines(inner),
            Style::Sub | Style::Sup | Style::Mark | Style::Inserted | Style::Kbd => {
                self.push(&format!("<{}>", style_name(style)));
                self.inlines(inner);
                self.push(&format!("</{}>", style_name(style)));
            }
        }
    }

    /// Spaces and line breaks at the ends of emphasis stand outside it: inside, they would undo it.
    fn delimited(&mut self, delimiter: Delimiter, inner: &[Inline]) {
        let mut nested = Self { list: Vec::new(), line: self.line, in_link: self.in_link };
        nested.inlines(inner);
        let (before, after) = nested.take_edges();
        self.push(&before);
        if nested.list.is_empty() {
            return self.push(&after);
        }
        let open = self.list.len();
        let close = open + nested.list.len() + 1;
        self.list.push(Piece::Open(delimiter, close));
        self.list.extend(nested.list.into_iter().map(|piece| match piece {
            Piece::Text(text) => Piece::Text(text),
            Piece::Open(delimiter, at) => Piece::Open(delimiter, at + open + 1),
            Piece::Close(delimiter, at) => Piece::Close(delimiter, at + open + 1),
        }));
        self.list.push(Piece::Close(delimiter, open));
        self.push(&after);
    }

    /// White space at the ends of the pieces, taken from them.
    fn take_edges(&mut self) -> (String, String) {
        let (mut before, mut after) = (String::new(), String::new());
        if let Some(Piece::Text(text)) = self.list.first_mut() {
            let rest = text.split_off(text.len() - trim_start(text).len());
            before = std::mem::replace(text, rest);
        }
        if let Some(Piece::Text(text)) = self.list.last_mut() {
            let kept = trim_end(text).len();
            after = text.split_off(kept);
        }
        if matches!(self.list.as_slice(), [Piece::Text(text)] if text.is_empty()) {
            self.list.clear();
        }
        (before, after)
    }

    fn link(&mut self, href: &Href, title: Option<&str>, inner: &[Inline]) {
        let url = match href {
            Href::Url(url) => url.as_str().to_owned(),
            Href::Within(anchor) => format!("#{}", anchor.as_str()),
        };
        if title.is_none() && is_autolink(&url) && inline_text(inner) == url {
            return self.push(&format!("<{url}>"));
        }
        let mut nested = Self { list: Vec::new(), line: self.line, in_link: true };
        nested.inlines(inner);
        let (before, after) = nested.take_edges();
        let text = join(&nested.list);
        let title = title.map(escape::title).filter(|title| !title.is_empty()).map_or(String::new(), |title| format!(" \"{title}\""));
        self.push(&before);
        self.bracket(&format!("[{text}]({}{title})", escape::destination(&url)));
        self.push(&after);
    }
}

fn trim_start(text: &str) -> &str {
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start_matches([' ', '\n', '\u{a0}']);
        let trimmed = ["\\\n", "<br>"].iter().fold(trimmed, |text, mark| text.strip_prefix(mark).unwrap_or(text));
        if trimmed.len() == rest.len() {
            return rest;
        }
        rest = trimmed;
    }
}

fn trim_end(text: &str) -> &str {
    let mut rest = text;
    loop {
        // An escaped backslash before the line feed is no line break.
        let trimmed = rest.strip_suffix("\\\n").filter(|before| before.chars().rev().take_while(|c| *c == '\\').count() % 2 == 0);
        let trimmed = trimmed.unwrap_or(rest).trim_end_matches([' ', '\u{a0}']);
        let trimmed = trimmed.strip_suffix("<br>").unwrap_or(trimmed);
        if trimmed.len() == rest.len() {
            return rest;
        }
        rest = trimmed;
    }
}

fn is_autolink(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(['<', '>', ' ', '|'])
}

fn image(image: &Image) -> String {
    let alt = image.alt.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("![{}]({})", escape::plain(&alt), escape::destination(image.src.as_str()))
}

/// Pieces → Markdown. A delimiter that the rules for "left-flanking" and "right-flanking" runs would not see as one
/// there is written as a tag.
fn join(pieces: &[Piece]) -> String {
    let mut as_tag = vec![false; pieces.len()];
    // A tag within or around a run changes what the run stands beside.
    while mark_tags(pieces, &mut as_tag) {}
    let mut out = String::new();
    for (piece, as_tag) in pieces.iter().zip(as_tag) {
        match (piece, as_tag) {
            (Piece::Text(text), _) => out.push_str(text),
            (Piece::Open(delimiter, _) | Piece::Close(delimiter, _), false) => out.push_str(delimiter.markdown()),
            (Piece::Open(delimiter, _), true) => {
                out.push('<');
                out.push_str(delimiter.name());
                out.push('>');
            }
            (Piece::Close(delimiter, _), true) => {
                out.push_str("</");
                out.push_str(delimiter.name());
                out.push('>');
            }
        }
    }
    out
}

/// Turns runs that would not be read back as such into tags; says whether there were any.
fn mark_tags(pieces: &[Piece], as_tag: &mut [bool]) -> bool {
    let mut changed = false;
    let mut around = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        match *piece {
            _ if as_tag[index] => {}
            Piece::Open(delimiter, close) if is_run(pieces, as_tag, (index, close), around.contains(&delimiter)) => around.push(delimiter),
            Piece::Open(_, close) => {
                (as_tag[index], as_tag[close]) = (true, true);
                changed = true;
            }
            Piece::Close(..) => {
                around.pop();
            }
            Piece::Text(_) => {}
        }
    }
    changed
}

/// Whether the pair is read back as a run; `within_same` says that it stands in another run of its kind.
fn is_run(pieces: &[Piece], as_tag: &[bool], (open, close): (usize, usize), within_same: bool) -> bool {
    // Runs side by side (`*a***b**`) or one within the other at an edge are told apart by their lengths alone: rarely worth it.
    let is_text = |at: usize| matches!(pieces[at], Piece::Text(_));
    let touches_run = (open > 0 && !is_text(open - 1)) || (close + 1 < pieces.len() && !is_text(close + 1));
    let touches_outer = open > 0
        && matches!(pieces[open - 1], Piece::Open(..))
        && close + 1 < pieces.len()
        && matches!(pieces[close + 1], Piece::Close(..));
    if touches_run && !touches_outer {
        return false;
    }
    let (Piece::Open(delimiter, _) | Piece::Close(delimiter, _)) = &pieces[open] else { return false };
    let mark = delimiter.mark();
    let edge = |at: usize, of_text: fn(&str) -> Option<char>| match &pieces[at] {
        Piece::Text(text) => Some(of_text(text)),
        Piece::Open(..) | Piece::Close(..) if as_tag[at] => Some(Some('<')),
        // Delimiters of one character make one run.
        Piece::Open(other, _) | Piece::Close(other, _) => (other.mark() != mark).then(|| Some(other.mark())),
    };
    let first = |at| edge(at, |text| text.chars().next());
    let last = |at| edge(at, |text| text.chars().next_back());
    let before = (0..open).rev().find_map(last).flatten();
    let after = (close + 1..pieces.len()).find_map(first).flatten();
    let inner_first = (open + 1..close).find_map(first).flatten();
    let inner_last = (open + 1..close).rev().find_map(last).flatten();
    // An opening delimiter that could also close would end the run around it.
    let ends_outer = within_same && opens(inner_first, before);
    !ends_outer && opens(before, inner_first) && opens(after, inner_last)
}

/// Whether a run between an outer and an inner character is one: by symmetry the same rule opens and closes.
fn opens(outer: Option<char>, inner: Option<char>) -> bool {
    let is_mark = |c: char| c.is_ascii_punctuation() || !(c.is_alphanumeric() || c.is_whitespace());
    match (outer, inner) {
        (_, None) => false,
        (_, Some(inner)) if inner.is_whitespace() => false,
        (Some(outer), Some(inner)) if is_mark(inner) => outer.is_whitespace() || is_mark(outer),
        _ => true,
    }
}
