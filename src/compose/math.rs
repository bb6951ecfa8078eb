//! Formulas as `MathJax`, `KaTeX`, Temml, `MediaWiki` and their kin write them → one formula each.

use super::macros::Macros;
use super::token::has_class;
use super::{mathml, tex};
use crate::document::{Formula, MathAttr, MathNode, MathTag};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// What a formula's element comes to.
pub(super) enum Math {
    Inline(Formula),
    Display(Formula),
    /// Nothing to show: a copy or preview of a formula that stands beside it, definitions of macros.
    Nothing,
}

/// Elements around a formula in its several forms.
const WRAPPERS: &[&str] = &[
    "katex",
    "katex-display",
    "katex-block",
    "MathJax",
    "MathJax_Display",
    "MathJax_SVG",
    "MathJax_SVG_Display",
    "MathJax_CHTML",
    "mjx-chtml",
    "MJXc-display",
    "mwe-math-element",
    "math",
    "math-inline",
    "math-display",
    "ltx_Math",
    "tex2jax_process",
    "formulaInText",
    "arithmatex",
    "math-tex",
    "mathjax-inline",
    "mathjax-block",
    "katex--inline",
    "katex--display",
];

const DISPLAY: &[&str] = &[
    "katex-display",
    "katex-block",
    "MathJax_Display",
    "MathJax_SVG_Display",
    "MJXc-display",
    "math-display",
    "display",
    "mwe-math-element-block",
    "tml-display",
    "mathjax-block",
    "katex--display",
];

/// Nested deeper than this, a formula's parts are only text.
const MAX_DEPTH: usize = 24;

/// The formula that an element is, if it is one.
pub(super) fn recognise(tape: &Tape, id: ElementId, macros: &Macros) -> Option<Math> {
    match tape.tag(id) {
        Tag::Math => of_math(tape, id).map(|formula| placed(formula, is_display(tape, id))),
        Tag::Script => of_script(tape, id, macros),
        Tag::Img => of_image(tape, id, macros),
        Tag::Other if tape.name(id) == "mjx-container" => of_wrapper(tape, id, macros),
        Tag::Other if tape.name(id) == "math-renderer" => of_wrapper(tape, id, macros),
        _ if has_class(tape, id, &["MathJax_Preview", "MJX_Assistive_MathML"]) => Some(Math::Nothing),
        Tag::Span | Tag::Div | Tag::P if has_class(tape, id, WRAPPERS) && !is_deep(tape, id) => of_wrapper(tape, id, macros),
        _ => None,
    }
}

/// Wrappers around a wrapper: no generator writes as many. Each is searched as a whole, so more would cost their depth times their size.
const MAX_WRAPPERS: usize = 6;

fn is_deep(tape: &Tape, id: ElementId) -> bool {
    tape.ancestors(id).skip(1).filter(|around| has_class(tape, *around, WRAPPERS)).nth(MAX_WRAPPERS).is_some()
}

fn placed(formula: Formula, display: bool) -> Math {
    match display {
        true => Math::Display(formula),
        false => Math::Inline(formula),
    }
}

/// A formula of which only the source is known. One that only defines macros shows nothing.
fn of_source(source: Option<String>, display: bool, macros: &Macros) -> Option<Math> {
    let formula = mathml::formula(Some(source?), macros);
    Some(formula.map_or(Math::Nothing, |formula| placed(formula, display)))
}

fn is_display(tape: &Tape, id: ElementId) -> bool {
    matches!(tape.attr(id, Attr::Display), Some("block" | "true")) || has_class(tape, id, DISPLAY)
}

/// `<script type="math/tex; mode=display">`
fn of_script(tape: &Tape, id: ElementId, macros: &Macros) -> Option<Math> {
    let kind = tape.attr(id, Attr::Type)?.trim().to_ascii_lowercase();
    if !kind.starts_with("math/tex") {
        return None;
    }
    if drawn_before(tape, id).is_some_and(|drawn| math_within(tape, drawn).is_some()) {
        return Some(Math::Nothing);
    }
    of_source(script_source(tape, id), kind.contains("mode=display"), macros)
}

fn script_source(tape: &Tape, id: ElementId) -> Option<String> {
    let source = tape.text_content(id);
    // For XML's sake, behind a comment sign of TeX's.
    let source = source.trim().trim_start_matches("% ").trim_start_matches("<![CDATA[").trim_end_matches("]]>").trim_end_matches('%');
    tex::source(source)
}

/// What `MathJax` 2 drew right before a script.
fn drawn_before(tape: &Tape, script: ElementId) -> Option<ElementId> {
    let before = &tape.events()[..tape.element(script).enter as usize];
    let last = before.iter().rev().take(2).find_map(|event| match *event {
        Event::Exit(before) => Some(before),
        _ => None,
    });
    last.filter(|before| has_class(tape, *before, WRAPPERS))
}

fn math_within(tape: &Tape, id: ElementId) -> Option<ElementId> {
    tape.inside(id).iter().find_map(|event| match *event {
        Event::Enter(child) if tape.tag(child) == Tag::Math => Some(child),
        _ => None,
    })
}

/// Pictures of formulas, whose alternative text is the source.
fn of_image(tape: &Tape, id: ElementId, macros: &Macros) -> Option<Math> {
    let is_formula = has_class(
        tape,
        id,
        &[
            "latex",
            "tex",
            "mwe-math-fallback-image-inline",
            "mwe-math-fallback-image-display",
            "ql-img-inline-formula",
            "ql-img-displayed-equation",
        ],
    ) || tape
        .attr(id, Attr::Src)
        .is_some_and(|src| ["latex.php?", "latex.codecogs.com", "/math/render/", "chart?cht=tx"].iter().any(|part| src.contains(part)));
    let alt = tape.attr(id, Attr::Alt).filter(|_| is_formula)?;
    let display = has_class(tape, id, &["mwe-math-fallback-image-display", "ql-img-displayed-equation"]);
    of_source(tex::source(alt), display, macros)
}

fn of_wrapper(tape: &Tape, id: ElementId, macros: &Macros) -> Option<Math> {
    if let Some(script) = next_source(tape, id) {
        let Some(math) = math_within(tape, id) else { return Some(Math::Nothing) };
        let display = tape.attr(script, Attr::Type).is_some_and(|kind| kind.contains("mode=display"));
        return Formula::new(script_source(tape, script), nodes(tape, math, 0)).map(|formula| placed(formula, display));
    }
    let inner = || {
        tape.inside(id).iter().filter_map(|event| match *event {
            Event::Enter(child) => Some(child),
            _ => None,
        })
    };
    let display = is_display(tape, id)
        || tape.element(id).parent.is_some_and(|parent| has_class(tape, parent, &["MathJax_Display", "katex-display"]))
        || inner().take(3).any(|child| is_display(tape, child));
    if let Some(math) = math_within(tape, id)
        && let Some(formula) = of_math(tape, math)
    {
        return Some(placed(formula, display || is_display(tape, math)));
    }
    if let Some(script) = inner().find(|child| tape.tag(*child) == Tag::Script)
        && let Some(math) = of_script(tape, script, macros)
    {
        return Some(math);
    }
    let attribute = [id].into_iter().chain(inner()).find_map(|element| {
        [Attr::DataTex, Attr::DataLatex, Attr::DataExpr, Attr::DataFormula]
            .iter()
            .find_map(|attr| tape.attr(element, *attr))
            .and_then(tex::source)
    });
    let text = tape.text_content(id);
    let display = display || attribute.is_none() && ["$$", "\\["].iter().any(|open| text.trim_start().starts_with(open));
    let source = attribute
        .or_else(|| inner().find(|child| tape.tag(*child) == Tag::Img).and_then(|img| tape.attr(img, Attr::Alt)).and_then(tex::source))
        .or_else(|| tex::delimited(text.trim()));
    // What else stands in such an element is drawn glyphs, or nothing of a formula.
    of_source(source, display, macros)
}

/// `MathJax` 2 puts the source in a script after what it has drawn.
fn next_source(tape: &Tape, id: ElementId) -> Option<ElementId> {
    let after = tape.element(id).exit as usize + 1;
    let next = tape.events()[after..].iter().take(3).find_map(|event| match *event {
        Event::Enter(next) => Some(Some(next)),
        Event::Text(text) if !tape.text(text).trim().is_empty() => Some(None),
        _ => None,
    });
    next.flatten()
        .filter(|next| tape.tag(*next) == Tag::Script && tape.attr(*next, Attr::Type).is_some_and(|kind| kind.starts_with("math/tex")))
}

/// A `math` element's formula. Its TeX is that of its annotation, or is written from its markup.
fn of_math(tape: &Tape, id: ElementId) -> Option<Formula> {
    let annotation = tape.inside(id).iter().find_map(|event| match *event {
        Event::Enter(child) if tape.tag(child) == Tag::Annotation && tape.attr(child, Attr::Encoding).is_some_and(is_tex) => {
            Some(tape.text_content(child))
        }
        _ => None,
    });
    let nodes = nodes(tape, id, 0);
    let source = annotation
        .as_deref()
        .and_then(tex::source)
        .or_else(|| tape.attr(id, Attr::Alttext).and_then(tex::source))
        .or_else(|| Some(tex::from_nodes(&nodes)).filter(|tex| !tex.is_empty()));
    Formula::new(source, nodes)
}

fn is_tex(encoding: &str) -> bool {
    encoding.to_ascii_lowercase().contains("tex")
}

/// Child elements; their subtrees are jumped over.
fn children(tape: &Tape, id: ElementId) -> impl Iterator<Item = ElementId> {
    let element = tape.element(id);
    let mut at = element.enter as usize + 1;
    std::iter::from_fn(move || {
        while at < element.exit as usize {
            let event = tape.events()[at];
            at += 1;
            if let Event::Enter(child) = event {
                at = tape.element(child).exit as usize + 1;
                return Some(child);
            }
        }
        None
    })
}

pub(super) fn nodes(tape: &Tape, id: ElementId, depth: usize) -> Vec<MathNode> {
    children(tape, id).flat_map(|child| node(tape, child, depth + 1)).collect()
}

fn node(tape: &Tape, id: ElementId, depth: usize) -> Vec<MathNode> {
    let name = tape.name(id);
    match name {
        "annotation" | "annotation-xml" | "mphantom" | "script" | "style" | "mglyph" => return Vec::new(),
        "semantics" | "maction" => return children(tape, id).next().map(|first| node(tape, first, depth)).unwrap_or_default(),
        "none" => return vec![MathNode::Row(MathTag::Mrow, Vec::new(), Vec::new())],
        "mfenced" => return vec![fenced(tape, id, depth)],
        "menclose" => {
            let is_struck = tape.attr(id, Attr::Notation).is_some_and(|notation| notation.contains("strike"));
            let inside = nodes(tape, id, depth);
            let inside: Vec<_> = if is_struck { inside.into_iter().filter_map(struck).collect() } else { inside };
            return if inside.len() == 1 { inside } else { vec![MathNode::Row(MathTag::Mrow, Vec::new(), inside)] };
        }
        _ => {}
    }
    let name = if name == "mlabeledtr" { "mtr" } else { name };
    let Some(tag) = MathTag::from_name(name) else { return nodes(tape, id, depth) };
    let attrs = attributes(tape, id);
    if tag.is_token() || depth >= MAX_DEPTH {
        let tag = if tag.is_token() { tag } else { MathTag::Mtext };
        let text = tape.text_content(id).split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        return vec![MathNode::Token(tag, attrs, text)];
    }
    vec![MathNode::Row(tag, attrs, nodes(tape, id, depth))]
}

/// A stroke through the character before it.
pub(super) const STROKE: char = '\u{338}';

/// A node with a stroke through each character, as `menclose`, which not all browsers draw, has one through all. An empty
/// row is the stroke that `math-core` draws.
fn struck(node: MathNode) -> Option<MathNode> {
    match node {
        MathNode::Token(tag, attrs, text) => {
            let strike = |c: char| std::iter::once(c).chain(Some(STROKE).filter(|_| !c.is_whitespace()));
            Some(MathNode::Token(tag, attrs, text.chars().flat_map(strike).collect()))
        }
        MathNode::Row(_, _, nodes) if nodes.is_empty() => None,
        MathNode::Row(tag, attrs, nodes) => Some(MathNode::Row(tag, attrs, nodes.into_iter().filter_map(struck).collect())),
    }
}

/// `mfenced`, which browsers no longer draw, as the row that it stands for.
fn fenced(tape: &Tape, id: ElementId, depth: usize) -> MathNode {
    let mark = |mark: &str| MathNode::Token(MathTag::Mo, Vec::new(), mark.to_owned());
    let mut row = vec![mark("(")];
    for (index, child) in children(tape, id).enumerate() {
        if index > 0 {
            row.push(mark(","));
        }
        row.extend(node(tape, child, depth + 1));
    }
    row.push(mark(")"));
    MathNode::Row(MathTag::Mrow, Vec::new(), row)
}

const ATTRIBUTES: &[(Attr, MathAttr)] = &[
    (Attr::Mathvariant, MathAttr::Mathvariant),
    (Attr::Stretchy, MathAttr::Stretchy),
    (Attr::Accent, MathAttr::Accent),
    (Attr::Columnalign, MathAttr::Columnalign),
    (Attr::Linethickness, MathAttr::Linethickness),
    (Attr::Fence, MathAttr::Fence),
    (Attr::Separator, MathAttr::Separator),
    (Attr::Displaystyle, MathAttr::Displaystyle),
    (Attr::Scriptlevel, MathAttr::Scriptlevel),
    (Attr::Width, MathAttr::Width),
    (Attr::Height, MathAttr::Height),
    (Attr::Rowspan, MathAttr::Rowspan),
    (Attr::Columnspan, MathAttr::Columnspan),
    (Attr::Lspace, MathAttr::Lspace),
    (Attr::Rspace, MathAttr::Rspace),
    (Attr::Minsize, MathAttr::Minsize),
    (Attr::Maxsize, MathAttr::Maxsize),
    (Attr::Form, MathAttr::Form),
    (Attr::Movablelimits, MathAttr::Movablelimits),
    (Attr::Largeop, MathAttr::Largeop),
    (Attr::Symmetric, MathAttr::Symmetric),
    (Attr::Accentunder, MathAttr::Accentunder),
];

fn attributes(tape: &Tape, id: ElementId) -> Vec<(MathAttr, String)> {
    let named = ATTRIBUTES.iter().filter_map(|(attr, name)| Some((*name, MathAttr::value(tape.attr(id, *attr)?)?)));
    named.chain(alignment(tape, id)).collect()
}

/// A cell's alignment, where it is said in CSS alone.
fn alignment(tape: &Tape, id: ElementId) -> Option<(MathAttr, String)> {
    let style = tape.attr(id, Attr::Style).filter(|_| tape.name(id) == "mtd" && tape.attr(id, Attr::Columnalign).is_none())?;
    let value = style.split(';').find_map(|rule| rule.trim().strip_prefix("text-align:"))?.trim();
    ["left", "right"].contains(&value).then(|| (MathAttr::Columnalign, value.to_owned()))
}
