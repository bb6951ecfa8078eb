//! Formulas as `MathML`.

use super::element::{attribute, close};
use super::escape::escape_text;
use crate::document::{Formula, MathNode};

/// `MathML` with its source as `alttext`; without markup, the source as code.
pub(super) fn formula(formula: &Formula, display: bool, out: &mut String) {
    if formula.nodes().is_empty() {
        out.push_str("<code");
        attribute("class", "math", out);
        out.push('>');
        escape_text(&formula.text(), out);
        return close("code", out);
    }
    out.push_str("<math");
    if display {
        attribute("display", "block", out);
    }
    if let Some(tex) = formula.tex() {
        attribute("alttext", tex, out);
    }
    out.push('>');
    formula.nodes().iter().for_each(|node| math_node(node, out));
    close("math", out);
}

fn math_node(node: &MathNode, out: &mut String) {
    let (MathNode::Token(tag, attrs, _) | MathNode::Row(tag, attrs, _)) = node;
    out.push('<');
    out.push_str(tag.name());
    for (name, value) in attrs {
        attribute(name.name(), value, out);
    }
    out.push('>');
    match node {
        MathNode::Token(_, _, text) => escape_text(text, out),
        MathNode::Row(_, _, nodes) => nodes.iter().for_each(|node| math_node(node, out)),
    }
    close(tag.name(), out);
}
