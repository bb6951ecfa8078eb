//! TeX → `MathML`: converted by `math-core`, then read like a page's own `MathML`, so that only the vetted subset is left.

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use super::command::{command, group, rewrite};
use super::macros::Macros;
use super::math;
use crate::document::{Formula, MathNode};
use crate::html::Tag;
use crate::limits::Limits;
use crate::sweep::Sweep;
use crate::tape::{ElementId, Tape};

/// A formula of which the page gives only the source. What can't be converted stays source alone.
pub(super) fn formula(tex: Option<String>, macros: &Macros) -> Option<Formula> {
    let tex = tex.map(|tex| macros.apply(&tex));
    let nodes = tex.as_deref().map(nodes).unwrap_or_default();
    Formula::new(tex, nodes)
}

/// `math-core` recurses, at about 2 KiB of stack a level: longer or deeper sources are not for it.
const MAX_BYTES: usize = 4000;
const MAX_NESTING: usize = 40;

fn nodes(tex: &str) -> Vec<MathNode> {
    let plain = plain(tex);
    if plain.len() > MAX_BYTES || nesting(&plain) > MAX_NESTING {
        return Vec::new();
    }
    let Ok(converter) = LatexToMathML::new(MathCoreConfig::default()) else { return Vec::new() };
    let markup = converter.convert_with_local_state(&plain, MathDisplay::Inline);
    markup.map(|markup| of_markup(&markup.mathml)).unwrap_or_default()
}

/// What `MathML` markup in a text comes to.
fn of_markup(markup: &str) -> Vec<MathNode> {
    let tape = tape(markup);
    let root = tape.elements().iter().position(|element| element.tag == Tag::Math);
    root.map(|index| math::nodes(&tape, ElementId(index as u32), 0)).unwrap_or_default()
}

fn tape(markup: &str) -> Tape {
    let mut sweep = Sweep::new(&Limits::default());
    sweep.write(markup);
    sweep.end().tape
}

/// What becomes of a command that `math-core` does not know.
#[derive(Clone, Copy)]
enum Plain {
    /// It is another's other name.
    Command(&'static str),
    /// It goes with so many of its arguments; the next stays.
    Without(usize),
}

/// Commands that only name, colour or link a part of a formula, or that have a more usual name.
const COMMANDS: &[(&str, Plain)] = &[
    ("boxed", Plain::Without(0)),
    ("class", Plain::Without(1)),
    ("colorbox", Plain::Without(1)),
    ("cssId", Plain::Without(1)),
    ("fbox", Plain::Command("\\text")),
    ("hbox", Plain::Command("\\text")),
    ("href", Plain::Without(1)),
    ("label", Plain::Without(1)),
    ("mathnormal", Plain::Without(0)),
    ("mbox", Plain::Command("\\text")),
    ("nobreakspace", Plain::Command("~")),
    ("nonumber", Plain::Without(0)),
    ("notag", Plain::Without(0)),
    ("pmb", Plain::Command("\\boldsymbol")),
    ("require", Plain::Without(1)),
    ("smash", Plain::Without(0)),
    ("strut", Plain::Without(0)),
    ("style", Plain::Without(1)),
    ("tag", Plain::Without(1)),
    ("textcolor", Plain::Without(1)),
    ("textnormal", Plain::Command("\\text")),
    ("textsc", Plain::Command("\\text")),
    ("widecheck", Plain::Command("\\check")),
    ("widetilde", Plain::Command("\\tilde")),
];

/// Environments that number their lines or fill the page's width, by those that don't; an empty name is none.
const ENVIRONMENTS: &[(&str, &str)] = &[
    ("align", "aligned"),
    ("align*", "aligned"),
    ("displaymath", ""),
    ("eqnarray", "array}{rcl"),
    ("eqnarray*", "array}{rcl"),
    ("equation", ""),
    ("equation*", ""),
    ("gather", "gathered"),
    ("gather*", "gathered"),
    ("math", ""),
    ("multline", "gathered"),
    ("multline*", "gathered"),
    ("smallmatrix", "matrix"),
    ("split", "aligned"),
];

/// The source in the commands that `math-core` knows.
fn plain(tex: &str) -> String {
    rewrite(tex, |name, rest, out| match COMMANDS.binary_search_by(|(known, _)| known.cmp(&name)).map(|index| COMMANDS[index].1) {
        Ok(Plain::Command(other)) => {
            out.push_str(other);
            Some(rest)
        }
        Ok(Plain::Without(arguments)) => Some((0..arguments).fold(rest, |rest, _| group(rest).1)),
        Err(_) if matches!(name, "begin" | "end") => {
            let (environment, after) = group(rest);
            let other = ENVIRONMENTS.binary_search_by(|(known, _)| known.cmp(&environment)).map(|index| ENVIRONMENTS[index].1);
            let environment = other.unwrap_or(environment);
            // Columns are said at the start alone.
            let environment = if name == "end" { environment.split('}').next().unwrap_or_default() } else { environment };
            if !environment.is_empty() {
                out.extend(["\\", name, "{", environment, "}"]);
            }
            Some(after)
        }
        Err(_) => None,
    })
}

/// Commands that hold all that follows them in their group, or that take a second argument, braces or not.
const HOLDING: &[&str] = &[
    "bf",
    "binom",
    "cal",
    "cfrac",
    "color",
    "dbinom",
    "dfrac",
    "displaystyle",
    "frac",
    "it",
    "left",
    "overset",
    "rm",
    "scriptscriptstyle",
    "scriptstyle",
    "sf",
    "sideset",
    "stackrel",
    "tbinom",
    "textstyle",
    "tfrac",
    "tt",
    "underset",
];

/// No fewer levels than a source can nest. A brace ends; commands in a row without one (`\hat\hat x`) each take the next.
fn nesting(tex: &str) -> usize {
    let (mut open, mut deepest, mut holding, mut row, mut longest_row) = (0_usize, 0, 0, 0, 0);
    let mut rest = tex;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => {
                let name = command(rest);
                rest = &rest[name.len()..];
                let is_braced = rest.trim_start().starts_with('{');
                holding += usize::from(name == "begin" || HOLDING.binary_search(&name).is_ok() && (!is_braced || name == "color"));
                row += 1;
                longest_row = longest_row.max(row);
                continue;
            }
            '{' => {
                open += 1;
                deepest = deepest.max(open);
            }
            '}' => open = open.saturating_sub(1),
            '[' => holding += usize::from(row > 0),
            '^' | '_' | ' ' => continue,
            _ => {}
        }
        row = 0;
    }
    deepest + holding + longest_row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(COMMANDS.is_sorted_by_key(|(name, _)| name) && ENVIRONMENTS.is_sorted_by_key(|(name, _)| name) && HOLDING.is_sorted());
    }

    #[test]
    fn sources_become_plain() {
        for (tex, expected) in [
            ("\\mbox{if }x", "\\text{if }x"),
            ("\\textcolor{red}{x}\\label{eq:1}", "{x}"),
            ("\\begin{align} a &= b \\nonumber \\\\ c &= d \\end{align}", "\\begin{aligned} a &= b  \\\\ c &= d \\end{aligned}"),
            ("\\begin{eqnarray}a&=&b\\end{eqnarray}", "\\begin{array}{rcl}a&=&b\\end{array}"),
            ("\\begin{equation}x\\end{equation}", "x"),
            ("a\\", "a\\"),
            ("\\label{", "{"),
        ] {
            assert_eq!(plain(tex), expected);
        }
    }

    #[test]
    fn hostile_sources_come_to_an_end() {
        for part in [
            "{",
            "\\hat",
            "\\sqrt{",
            "\\frac1",
            "\\left(",
            "x_{",
            "\\displaystyle ",
            "\\begin{matrix}",
            "\\sqrt[",
            "\\color{red}",
            "^",
            "'",
        ] {
            let source = part.repeat(200_000 / part.len());
            assert!(formula(Some(source), &Macros::default()).expect("has a source").nodes().is_empty(), "{part}");
            let source = part.repeat(MAX_NESTING / 2);
            let _ = formula(Some(source), &Macros::default());
        }
    }
}
