//! TeX: what of a text is one, and how `MathML` is written in it.

use super::macros::Macros;
use super::math::STROKE;
use super::mathml;
use crate::document::{Formula, MathNode, MathTag};

/// Longest formula looked for in running text, in bytes.
const MAX_INLINE_BYTES: usize = 2000;

/// A formula's source without its delimiters, comments and what `MediaWiki` wraps it in.
pub(super) fn source(text: &str) -> Option<String> {
    let text = text.trim();
    let text = delimited(text).unwrap_or_else(|| text.to_owned());
    let text = text.trim();
    let inner =
        text.strip_prefix("{\\displaystyle").or_else(|| text.strip_prefix("{\\textstyle")).and_then(|inner| inner.strip_suffix('}'));
    let text = inner.filter(|inner| is_balanced(inner)).unwrap_or(text);
    let lines: Vec<_> = text.lines().map(without_comment).collect();
    let joined = lines.join("\n").trim().to_owned();
    (!joined.is_empty()).then_some(joined)
}

/// The text between a formula's delimiters, if the whole text is one formula.
pub(super) fn delimited(text: &str) -> Option<String> {
    let pairs = [("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")];
    let (start, end) =
        pairs.iter().find(|(start, end)| text.len() >= start.len() + end.len() && text.starts_with(start) && text.ends_with(end))?;
    Some(text[start.len()..text.len() - end.len()].trim().to_owned())
}

fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    text.bytes().all(|b| {
        depth += i32::from(b == b'{') - i32::from(b == b'}');
        depth >= 0
    }) && depth == 0
}

/// A line up to its comment, which would hide what follows once the lines are joined.
fn without_comment(line: &str) -> &str {
    let bytes = line.as_bytes();
    let comment = (0..bytes.len()).find(|at| bytes[*at] == b'%' && (*at == 0 || bytes[*at - 1] != b'\\'));
    comment.map_or(line, |at| &line[..at])
}

/// A stretch of running text.
#[derive(Debug, PartialEq)]
pub(super) enum Part<'a> {
    Text(&'a str),
    Inline(Formula),
    Display(Formula),
}

/// Splits a text at the formulas that TeX's own delimiters mark in it: `\(…\)`, `\[…\]`, `$$…$$`. A lone dollar is money.
pub(super) fn parts<'a>(text: &'a str, macros: &Macros) -> Vec<Part<'a>> {
    let mut delimiters =
        [("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$")].map(|(open, close)| (open, Ahead::of(move |from| text[from..].find(close))));
    let mut dollars = Ahead::of(|from| bare_dollar(&text[from..]));
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text[at..].find(['\\', '$']) {
        at += found;
        let rest = &text[at..];
        let formula = delimiters.iter_mut().find(|(open, _)| rest.starts_with(*open)).and_then(|(open, closes)| {
            let first = at + open.len();
            let close = closes.next(first).filter(|close| *close > first && close + open.len() <= at + MAX_INLINE_BYTES)?;
            if dollars.next(first).is_some_and(|dollar| dollar < close) {
                return None;
            }
            let formula = mathml::formula(Some(source(&text[first..close])?), macros);
            Some((*open == "\\(", formula, close + open.len() - at))
        });
        let Some((is_inline, formula, length)) = formula else {
            at += 1;
            continue;
        };
        if start < at {
            parts.push(Part::Text(&text[start..at]));
        }
        parts.extend(formula.map(if is_inline { Part::Inline } else { Part::Display }));
        at += length;
        start = at;
    }
    if start < text.len() {
        parts.push(Part::Text(&text[start..]));
    }
    parts
}

/// Where something next stands in a text that is read from its start, looked for once, however often it is asked.
struct Ahead<F> {
    find: F,
    /// What was last found, if it was looked for: the largest number for nothing.
    found: Option<usize>,
}

impl<F: Fn(usize) -> Option<usize>> Ahead<F> {
    /// `find` says how far from a place it stands.
    const fn of(find: F) -> Self {
        Self { find, found: None }
    }

    /// The first at or after this place, which is not before the last one that was asked for.
    fn next(&mut self, from: usize) -> Option<usize> {
        if self.found.is_none_or(|found| found < from) {
            self.found = Some((self.find)(from).map_or(usize::MAX, |far| from + far));
        }
        self.found.filter(|found| *found < usize::MAX)
    }
}

/// Where a dollar sign stands unescaped, as in no formula.
fn bare_dollar(tex: &str) -> Option<usize> {
    tex.match_indices('$').map(|(at, _)| at).find(|at| !tex[..*at].ends_with('\\'))
}

/// `MathML` as TeX, with Unicode for what has no shorter form.
pub(super) fn from_nodes(nodes: &[MathNode]) -> String {
    let mut out = String::new();
    for node in nodes {
        push(node, &mut out);
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push(node: &MathNode, out: &mut String) {
    match node {
        MathNode::Token(tag, _, text) if text.contains(STROKE) => {
            out.push_str("\\cancel{");
            push(&MathNode::Token(*tag, Vec::new(), text.replace(STROKE, "")), out);
            out.push('}');
        }
        MathNode::Token(MathTag::Mtext | MathTag::Ms, _, text) if text.trim().is_empty() => out.push(' '),
        MathNode::Token(MathTag::Mtext | MathTag::Ms, _, text) => out.extend(["\\text{", text, "}"]),
        MathNode::Token(MathTag::Mi, _, text) if text.chars().count() > 1 => out.extend(["\\mathrm{", text, "}"]),
        MathNode::Token(_, _, text) => {
            for c in text.chars() {
                match c {
                    '{' | '}' | '#' | '%' | '&' | '_' | '$' => out.extend(['\\', c]),
                    // Invisible application, times, separator and plus.
                    '\u{2061}'..='\u{2064}' => {}
                    _ => out.push(c),
                }
            }
        }
        MathNode::Row(tag, _, nodes) => row(*tag, nodes, out),
    }
}

fn row(tag: MathTag, nodes: &[MathNode], out: &mut String) {
    let group = |at: usize| nodes.get(at).map(|node| from_nodes(std::slice::from_ref(node))).unwrap_or_default();
    let base = |at: usize| match group(at) {
        text if text.chars().count() > 1 => format!("{{{text}}}"),
        text => text,
    };
    let text = match tag {
        MathTag::Mfrac => format!("\\frac{{{}}}{{{}}}", group(0), group(1)),
        MathTag::Msqrt => format!("\\sqrt{{{}}}", from_nodes(nodes)),
        MathTag::Mroot => format!("\\sqrt[{}]{{{}}}", group(1), group(0)),
        MathTag::Msub | MathTag::Munder => format!("{}_{{{}}}", base(0), group(1)),
        MathTag::Msup | MathTag::Mover => format!("{}^{{{}}}", base(0), group(1)),
        MathTag::Msubsup | MathTag::Munderover => format!("{}_{{{}}}^{{{}}}", base(0), group(1), group(2)),
        MathTag::Mtable => {
            let rows: Vec<_> = nodes.iter().map(|node| from_nodes(std::slice::from_ref(node))).collect();
            format!("\\begin{{matrix}}{}\\end{{matrix}}", rows.join(" \\\\ "))
        }
        MathTag::Mtr => nodes.iter().map(|node| from_nodes(std::slice::from_ref(node))).collect::<Vec<_>>().join(" & "),
        _ => return nodes.iter().for_each(|node| push(node, out)),
    };
    out.push_str(&text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_lose_their_wrapping() {
        for (text, expected) in [
            ("$$x^2$$", "x^2"),
            ("\\(a+b\\)", "a+b"),
            ("{\\displaystyle E=mc^{2}}", "E=mc^{2}"),
            ("a % comment\n+ b", "a \n+ b"),
            ("50\\%", "50\\%"),
        ] {
            assert_eq!(source(text).as_deref(), Some(expected));
        }
    }

    #[test]
    fn formulas_in_text() {
        let found = parts("so \\(x\\) costs $5, $$y$$ and \\alpha", &Macros::default());
        assert_eq!(found.len(), 5);
        assert_eq!(found[2], Part::Text(" costs $5, "));
        assert_eq!(parts("$$ and $", &Macros::default()).len(), 1);
    }
}
