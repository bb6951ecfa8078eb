//! Code blocks as the highlighters write them → their text and language, without line numbers and buttons.

use super::language;
use super::token::{classes, has_class, has_word};
use super::verse;
use crate::document::CodeLang;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// A block of code.
#[derive(Debug, PartialEq)]
pub(super) struct Code {
    pub(super) lang: Option<CodeLang>,
    pub(super) text: String,
}

/// Elements around a `pre` (or in place of one) that hold its line numbers, buttons and file name.
const WRAPPERS: &[&str] = &[
    "highlight",
    "highlighter-rouge",
    "codehilite",
    "syntaxhighlighter",
    "codemirror",
    "cm-editor",
    "blob-wrapper",
    "js-file-line-container",
    "crayon-syntax",
    "highlighttable",
    "rouge-table",
    "lntable",
    "chroma",
    "hljs-ln",
    "code-block",
    "codeblock",
    "code-toolbar",
    "sourcecode",
    "theme-code-block",
    "prism-code",
    "code-wrapper",
    "code-snippet",
    "codesnippet",
    "enlighter-default",
    "src-container",
    "shiki",
    "wp-block-code",
    "wp-block-syntaxhighlighter-code",
    "literal-block-wrapper",
    "expressive-code",
    "code-example",
    "react-code-lines",
    "react-code-text",
    "blob-code-content",
];

/// Line numbers and what copies or names the code.
const GUTTERS: &[&str] = &[
    "lineno",
    "linenos",
    "linenodiv",
    "linenumber",
    "linenumbers",
    "line-number",
    "line-numbers",
    "line-numbers-rows",
    "gutter",
    "lnt",
    "ln",
    "blob-num",
    "hljs-ln-numbers",
    "rouge-gutter",
    "codemirror-gutter",
    "codemirror-gutters",
    "codemirror-gutter-wrapper",
    "codemirror-linenumber",
    "cm-gutters",
    "react-syntax-highlighter-line-number",
    "code-line-number",
    "ln-num",
    "crayon-nums",
    "line-numbers-wrapper",
    "gl",
    "code-lang",
    "lang",
    "react-line-number",
    "copy",
    "copybtn",
    "copy-btn",
    "copy-button",
    "copy-code-button",
    "btn-clipboard",
    "clipboard-copy",
    "zeroclipboard-container",
    "toolbar",
    "toolbar-item",
    "code-header",
    "filename",
    "codemirror-cursor",
    "codemirror-measure",
    "cm-announced",
    "cm-cursorlayer",
    "cm-selectionlayer",
    "lang-label",
    "example-header",
    "crayon-num",
    "code-title",
    "headerlink",
    "sr-only",
];

/// Spans that are a line each, where line feeds may be missing between them.
const LINES: &[&str] = &[
    "line",
    "token-line",
    "code-line",
    "view-line",
    "cm-line",
    "codemirror-line",
    "cl-line",
    "ec-line",
    "hljs-ln-line",
    "react-file-line",
    "crayon-line",
];

/// The code block that an element is, if it is one.
pub(super) fn recognise(tape: &Tape, id: ElementId) -> Option<Code> {
    match tape.tag(id) {
        Tag::Pre if verse::is_verse(tape, id) => None,
        Tag::Pre | Tag::Listing | Tag::Xmp => Some(Code { lang: lang(tape, id, 2), text: text(tape, id) }),
        Tag::Div | Tag::Figure | Tag::Table | Tag::Section | Tag::Other if is_wrapper(tape, id) && holds_only_code(tape, id) => {
            Some(Code { lang: lang(tape, id, 1), text: text(tape, id) })
        }
        Tag::Code if is_standalone(tape, id) => Some(Code { lang: lang(tape, id, 1), text: text(tape, id) }),
        _ => None,
    }
    .filter(|code| !code.text.trim().is_empty())
}

/// A `code` that keeps its own lines, without a `pre`.
fn is_standalone(tape: &Tape, id: ElementId) -> bool {
    let styled = tape.attr(id, Attr::Style).is_some_and(|style| style.replace(' ', "").contains("white-space:pre"));
    let named = classes(tape, id).any(|class| class.starts_with("language-") || class == "hljs");
    (styled || named) && tape.inside(id).iter().any(|event| matches!(*event, Event::Text(text) if tape.text(text).trim().contains('\n')))
}

fn is_wrapper(tape: &Tape, id: ElementId) -> bool {
    has_class(tape, id, WRAPPERS)
        || classes(tape, id).any(|class| {
            ["highlight-", "language-", "codeBlockContainer", "CodeMirror", "cm-editor"].iter().any(|start| class.starts_with(start))
        })
}

/// Whether all text in a wrapper is code, line numbers or what names them; and whether it is one block of code.
fn holds_only_code(tape: &Tape, id: ElementId) -> bool {
    let events = tape.inside(id);
    let (mut at, mut blocks) = (0, 0);
    let first = tape.element(id).enter as usize + 1;
    while let Some(event) = events.get(at) {
        at += 1;
        match *event {
            Event::Enter(child) if is_gutter(tape, child) || is_caption(tape, child) => at = tape.element(child).exit as usize + 1 - first,
            Event::Enter(child) if is_code_body(tape, child) => {
                blocks += 1;
                at = tape.element(child).exit as usize + 1 - first;
            }
            Event::Text(text) if !tape.text(text).trim().is_empty() => return false,
            _ => {}
        }
    }
    blocks == 1 || (blocks > 1 && (is_editor(tape, id) || tape.tag(id) == Tag::Table))
}

/// Editors and tables write a `pre` or cell for each line.
fn is_editor(tape: &Tape, id: ElementId) -> bool {
    classes(tape, id).any(|class| {
        class.starts_with("CodeMirror")
            || class.starts_with("cm-")
            || class == "syntaxhighlighter"
            || class == "blob-wrapper"
            || class == "highlight"
    }) && !tape
        .inside(id)
        .iter()
        .any(|event| matches!(*event, Event::Enter(child) if tape.tag(child) == Tag::Pre && !has_class(tape, child, &["CodeMirror-line"])))
}

fn is_code_body(tape: &Tape, id: ElementId) -> bool {
    matches!(tape.tag(id), Tag::Pre) && !is_gutter(tape, id)
        || has_class(
            tape,
            id,
            &["blob-code", "cm-content", "CodeMirror-code", "hljs-ln-code", "code", "container", "react-code-lines", "crayon-code"],
        ) && matches!(tape.tag(id), Tag::Td | Tag::Div | Tag::Table)
}

fn holds_code(tape: &Tape, id: ElementId) -> bool {
    tape.inside(id).iter().any(|event| matches!(*event, Event::Enter(child) if tape.tag(child) == Tag::Code))
}

/// A number that is not copied with its line: Chroma's without classes.
fn is_number_to_see(tape: &Tape, id: ElementId) -> bool {
    let is_unselectable = tape.attr(id, Attr::Style).is_some_and(|style| style.replace(' ', "").contains("user-select:none"));
    is_unselectable && tape.text_content(id).trim().bytes().all(|b| b.is_ascii_digit())
}

/// A listing's name above it.
fn is_caption(tape: &Tape, id: ElementId) -> bool {
    has_word(tape, id, &["codeBlockTitle", "code-block-caption", "caption", "title", "filename", "header"])
        || tape.tag(id) == Tag::Figcaption
}

fn is_gutter(tape: &Tape, id: ElementId) -> bool {
    matches!(tape.tag(id), Tag::Button | Tag::Svg | Tag::Select | Tag::Textarea | Tag::Style | Tag::Script | Tag::Template)
        || tape.name(id) == "clipboard-copy"
        // Prism says at the code itself that it has numbers.
        || has_class(tape, id, GUTTERS) && !(tape.tag(id) == Tag::Pre && holds_code(tape, id))
        || is_number_to_see(tape, id)
        || has_word(tape, id, &["buttonGroup", "copyButton", "lineNumber", "lineNumbers"])
        || tape.attr(id, Attr::Role) == Some("button")
}

/// The text of a block of code. Its lines are kept exactly; line numbers, buttons and names are not.
pub(super) fn text(tape: &Tape, id: ElementId) -> String {
    let mut listing =
        Listing { in_pre: usize::from(matches!(tape.tag(id), Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Code)), ..Listing::default() };
    let events = tape.inside(id);
    let first = tape.element(id).enter as usize + 1;
    let mut at = 0;
    while let Some(event) = events.get(at) {
        at += 1;
        match *event {
            Event::Enter(child) if is_gutter(tape, child) || (listing.in_pre == 0 && is_caption(tape, child)) => {
                at = tape.element(child).exit as usize + 1 - first;
            }
            Event::Enter(child) => listing.enter(tape, child),
            Event::Text(text) => listing.push(tape.text(text)),
            Event::Exit(child) => listing.exit(tape, child),
        }
    }
    let text = listing.text.trim_end();
    text.trim_start_matches('\n').to_owned()
}

/// Lines as they come in.
#[derive(Default)]
struct Listing {
    text: String,
    in_pre: usize,
    /// Where the open line elements began.
    lines: Vec<(ElementId, usize)>,
    /// Whether a line element ended and no line feed came since.
    ended: bool,
}

impl Listing {
    fn push(&mut self, text: &str) {
        // Between the cells of a table of lines, white space is the source's own.
        if self.in_pre == 0 && self.lines.is_empty() && text.trim().is_empty() {
            return;
        }
        if !text.is_empty() {
            if self.ended && !text.starts_with('\n') && self.lines.is_empty() && !text.trim().is_empty() {
                self.text.push('\n');
            }
            self.ended &= !text.contains('\n') && self.lines.is_empty();
        }
        self.text.extend(text.chars().filter_map(|c| match c {
            '\u{a0}' => Some(' '),
            '\r' => Some('\n'),
            '\u{feff}' | '\u{200b}' | '\0' => None,
            c if c.is_control() && !matches!(c, '\n' | '\t') => None,
            c => Some(c),
        }));
    }

    fn enter(&mut self, tape: &Tape, id: ElementId) {
        let tag = tape.tag(id);
        if tag == Tag::Br {
            self.text.push('\n');
            self.ended = false;
            return;
        }
        if is_line(tape, id) {
            let is_mid_line = !self.text.is_empty() && !self.text.ends_with('\n');
            if self.ended || (is_mid_line && self.lines.is_empty() && tag.is_block()) {
                self.text.push('\n');
                self.ended = false;
            }
            self.lines.push((id, self.text.len()));
        }
        self.in_pre += usize::from(tag == Tag::Pre || (tag == Tag::Td && has_class(tape, id, &["blob-code", "hljs-ln-code"])));
    }

    fn exit(&mut self, tape: &Tape, id: ElementId) {
        let tag = tape.tag(id);
        if let Some((_, start)) = self.lines.pop_if(|(open, _)| *open == id) {
            let holds_line_end = self.text.len() > start && self.text.ends_with('\n');
            self.ended = !holds_line_end;
        }
        let was_pre = tag == Tag::Pre || (tag == Tag::Td && has_class(tape, id, &["blob-code", "hljs-ln-code"]));
        self.in_pre -= usize::from(was_pre && self.in_pre > 0);
    }
}

fn is_line(tape: &Tape, id: ElementId) -> bool {
    match tape.tag(id) {
        Tag::Div | Tag::P | Tag::Li | Tag::Tr => true,
        Tag::Span | Tag::Code | Tag::Pre => has_class(tape, id, LINES),
        _ => false,
    }
}

/// The language that the element, what it holds first, or what holds it names.
fn lang(tape: &Tape, id: ElementId, outwards: usize) -> Option<CodeLang> {
    let inner = tape.inside(id).iter().filter_map(|event| match *event {
        Event::Enter(child) if matches!(tape.tag(child), Tag::Pre | Tag::Code | Tag::Div | Tag::Table) => Some(child),
        _ => None,
    });
    let inner: Vec<_> = inner.take(12).filter(|child| !is_gutter(tape, *child)).collect();
    let outer = tape.ancestors(id).take(outwards + 1);
    let found = inner.into_iter().chain(outer).find_map(|element| {
        language::of_attributes(tape, element).or_else(|| language::of_classes(&classes(tape, element).collect::<Vec<_>>()))
    });
    found
        .or_else(|| {
            // One level further out only a class that can't mean anything else counts.
            let outer = tape.ancestors(id).nth(outwards + 1)?;
            classes(tape, outer).find_map(language::of_prefix)
        })
        .and_then(CodeLang::new)
        .filter(|lang| !language::is_none(lang.as_str()))
}
