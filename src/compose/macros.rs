//! Macros that a page defines for its formulas: `\newcommand`, `\def`, `\DeclareMathOperator`.

use std::cell::Cell;

use super::command::{command, group, rewrite};
use crate::html::{Attr, Tag};
use crate::tape::{Event, Tape};

/// A command of the page's own.
#[derive(Debug, Clone, PartialEq)]
struct Macro {
    name: String,
    parameters: usize,
    /// Without other macros: what it comes to is bounded.
    body: String,
}

/// The macros of a page, later ones for earlier ones of the same name.
#[derive(Debug, Default)]
pub(super) struct Macros {
    known: Vec<Macro>,
    /// Bytes that they have come to so far.
    written: Cell<usize>,
}

/// A page has no more macros than this, nor longer ones; nor does a formula come to more, by them.
const MAX_MACROS: usize = 200;
const MAX_BODY_BYTES: usize = 500;
const MAX_FORMULA_BYTES: usize = 8000;

/// All that macros come to on a page; what goes on is left as it is written.
const MAX_WRITTEN_BYTES: usize = 256 * 1024;

/// Deeper arguments of arguments stay as they are.
const MAX_NESTING: usize = 20;

impl Macros {
    /// Those that the page's formulas define, whether or not they are shown. What is written about TeX defines nothing.
    pub(super) fn of(tape: &Tape) -> Self {
        let mut macros = Self::default();
        for event in tape.events() {
            let Event::Text(id) = *event else { continue };
            let text = tape.text(id);
            if !text.contains('\\') || !DEFINERS.iter().any(|definer| text.contains(definer)) {
                continue;
            }
            let Some(parent) = tape.text_parent(id) else { continue };
            let is_formula = match tape.tag(parent) {
                Tag::Script => tape.attr(parent, Attr::Type).is_some_and(|kind| kind.trim().starts_with("math/tex")),
                Tag::Annotation => true,
                Tag::Code | Tag::Pre | Tag::Textarea | Tag::Style => false,
                _ => ["$$", "\\(", "\\["].iter().any(|open| text.contains(open)),
            };
            if is_formula {
                macros.define(text);
            }
        }
        macros
    }

    fn define(&mut self, tex: &str) {
        split(tex, &mut |defined| {
            if self.known.len() >= MAX_MACROS {
                return;
            }
            let body = self.expand(&defined.body, 0);
            if body.len() <= MAX_BODY_BYTES {
                self.known.retain(|known| known.name != defined.name);
                self.known.push(Macro { body, ..defined });
            }
        });
    }

    /// A formula's source without the definitions in it, and what they define written out.
    pub(super) fn apply(&self, tex: &str) -> String {
        let tex = split(tex, &mut |_| {});
        self.expand(&tex, 0)
    }

    fn expand(&self, tex: &str, depth: usize) -> String {
        if self.known.is_empty() || tex.len() > MAX_FORMULA_BYTES || depth > MAX_NESTING {
            return tex.to_owned();
        }
        let out = rewrite(tex, |name, rest, out| {
            let may_grow = self.written.get() < MAX_WRITTEN_BYTES && out.len() <= MAX_FORMULA_BYTES;
            let known = self.known.iter().find(|known| may_grow && known.name == name)?;
            let before = out.len();
            let (arguments, after) = arguments(rest, known.parameters);
            let arguments: Vec<_> = arguments.into_iter().map(|argument| self.expand(argument, depth + 1)).collect();
            known.write(&arguments, out);
            self.written.set(self.written.get() + out.len() - before);
            Some(after)
        });
        if out.len() > MAX_FORMULA_BYTES { tex.to_owned() } else { out }
    }
}

impl Macro {
    /// Writes what it stands for with these arguments.
    fn write(&self, arguments: &[String], out: &mut String) {
        // A script takes one thing.
        let is_script = out.trim_end().ends_with(['^', '_']);
        if is_script {
            out.push('{');
        }
        let mut body = self.body.as_str();
        while let Some(at) = body.find('#') {
            out.push_str(&body[..at]);
            body = &body[at + 1..];
            let index = body.chars().next().and_then(|c| c.to_digit(10)).filter(|digit| *digit > 0);
            if let Some(digit) = index {
                out.push_str(arguments.get(digit as usize - 1).map_or("", String::as_str));
                body = &body[1..];
            }
        }
        out.push_str(body);
        if is_script {
            out.push('}');
        }
    }
}

/// So many arguments, and what follows them.
fn arguments(mut rest: &str, count: usize) -> (Vec<&str>, &str) {
    let mut arguments = Vec::with_capacity(count);
    for _ in 0..count {
        let (first, after) = argument(rest);
        arguments.push(first);
        rest = after;
    }
    (arguments, rest)
}

/// The inside of braces, a command, or a character.
fn argument(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    if text.starts_with('{') {
        return group(text);
    }
    let length = match text.strip_prefix('\\') {
        Some(rest) => 1 + command(rest).len(),
        None => text.chars().next().map_or(0, char::len_utf8),
    };
    text.split_at(length)
}

const DEFINERS: &[&str] = &["\\newcommand", "\\renewcommand", "\\providecommand", "\\def", "\\gdef", "\\DeclareMathOperator"];

/// A source without its definitions, which are told of one by one.
fn split(tex: &str, tell: &mut dyn FnMut(Macro)) -> String {
    rewrite(tex, |name, rest, _| {
        let is_definer = DEFINERS.iter().any(|definer| &definer[1..] == name);
        let (defined, after) = is_definer.then(|| definition(name, rest)).flatten()?;
        tell(defined);
        Some(after)
    })
}

/// What a command that defines another defines, and what follows it.
fn definition<'a>(definer: &str, rest: &'a str) -> Option<(Macro, &'a str)> {
    let starred = rest.starts_with('*');
    let (target, mut rest) = argument(rest.strip_prefix('*').unwrap_or(rest));
    let name = target.trim().strip_prefix('\\').filter(|name| !name.is_empty() && command(name) == *name)?;
    let mut parameters = 0;
    if definer.ends_with("def") {
        let body = rest.find('{')?;
        parameters = rest[..body].matches('#').count();
        rest = &rest[body..];
    } else if let Some(number) = rest.trim_start().strip_prefix('[') {
        let (number, after) = number.split_once(']')?;
        parameters = number.trim().parse().ok()?;
        rest = after;
    }
    let (body, after) = group(rest);
    if parameters > 9 || after.len() == rest.len() {
        return None;
    }
    let body = match (definer, starred) {
        ("DeclareMathOperator", true) => format!("\\operatorname*{{{body}}}"),
        ("DeclareMathOperator", false) => format!("\\operatorname{{{body}}}"),
        _ => body.to_owned(),
    };
    Some((Macro { name: name.to_owned(), parameters, body }, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn macros_are_written_out() {
        let mut macros = Macros::default();
        macros.define(
            "\\newcommand{\\R}{\\mathbb{R}} \\newcommand\\set[2]{\\{#1 : #2\\}} \\def\\e#1{e^{#1}}\\DeclareMathOperator{\\Hom}{Hom}",
        );
        macros.define("\\newcommand{\\RR}{\\R^2}");
        for (tex, expected) in [
            ("x \\in \\R", "x \\in \\mathbb{R}"),
            ("2^\\R", "2^{\\mathbb{R}}"),
            ("\\set{x}\\R", "\\{x : \\mathbb{R}\\}"),
            ("\\e x", "e^{x}"),
            ("\\RR", "\\mathbb{R}^2"),
            ("\\Hom(A)", "\\operatorname{Hom}(A)"),
            ("\\def\\x{y} z", " z"),
            ("\\Real \\\\ \\R", "\\Real \\\\ \\mathbb{R}"),
            ("\\newcommand", "\\newcommand"),
            ("\\set", "\\{ : \\}"),
        ] {
            assert_eq!(macros.apply(tex), expected, "{tex}");
        }
    }

    #[test]
    fn hostile_macros_come_to_an_end() {
        let mut macros = Macros::default();
        macros.define("\\def\\a{x}");
        for letter in 'b'..='z' {
            let before = (letter as u8 - 1) as char;
            macros.define(&format!("\\def\\{letter}{{\\{before}\\{before}\\{before}}}"));
        }
        assert!(macros.apply(&"\\z\\y\\f".repeat(3000)).len() <= MAX_FORMULA_BYTES.max(18_000));
        let long = Macros { known: macros.known.clone(), ..Macros::default() };
        let total: usize = (0..100_000).map(|_| long.apply("\\f").len()).sum();
        assert!(total <= MAX_WRITTEN_BYTES + MAX_BODY_BYTES + 200_000, "{total}");
        macros.define("\\def\\l{\\l\\l}");
        assert!(macros.apply("\\l").len() <= MAX_BODY_BYTES);
        for text in
            ["\\def", "\\def\\", "\\newcommand{", "\\newcommand{\\x}[", "\\newcommand{\\x}[1", "\\newcommand{\\x}[99]{y}", "\\def\\x#"]
        {
            macros.define(text);
        }
    }
}
