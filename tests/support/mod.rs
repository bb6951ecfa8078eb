//! What `content` may hold, read by a parser that knows nothing of how it was written: html5ever.

use html5ever::tendril::TendrilSink;
use html5ever::{Attribute, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Elements that may stand in an article, each with its attributes beside those that any may have.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "title"]),
    ("abbr", &["title"]),
    ("aside", &["class"]),
    ("audio", &["controls", "preload", "src"]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &["class"]),
    ("dd", &[]),
    ("del", &[]),
    ("details", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &["class"]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("img", &["alt", "height", "src", "width"]),
    ("ins", &[]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &["cite"]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("samp", &[]),
    ("section", &["class"]),
    ("small", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("video", &["controls", "poster", "preload", "src"]),
];

const MATH_ELEMENTS: &[&str] = &[
    "math", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt",
    "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover",
];

const MATH_ATTRIBUTES: &[&str] = &[
    "accent", "alttext", "columnalign", "display", "displaystyle", "fence", "linethickness", "mathvariant", "scriptlevel", "separator", "stretchy",
];

const ANYWHERE: &[&str] = &["id", "lang", "dir"];

/// Checks everything that is promised of an article's HTML.
#[track_caller]
pub fn assert_safe(content: &str, about: &str) {
    let root = parse(content);
    check(&root, about);
    let mut again = String::new();
    serialize_children(&root, &mut again);
    assert_eq!(again, content, "parsing and serializing gives the same bytes: {about}");
}

/// The text of HTML, as a browser has it.
pub fn text_of(content: &str) -> String {
    let mut text = String::new();
    push_text(&parse(content), &mut text);
    text
}

fn push_text(node: &Handle, text: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        text.push_str(&contents.borrow());
    }
    node.children.borrow().iter().for_each(|child| push_text(child, text));
}

fn parse(content: &str) -> Handle {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), html5ever::ParseOpts::default(), context, Vec::new(), false).one(content);
    let root = dom.document.children.borrow()[0].clone();
    // The document drops its tree when it goes.
    root.parent.take();
    dom.document.children.borrow_mut().clear();
    root
}

#[track_caller]
fn check(parent: &Handle, about: &str) {
    for node in parent.children.borrow().iter() {
        match &node.data {
            NodeData::Text { .. } => {}
            NodeData::Element { name, attrs, .. } => check_element(name, &attrs.borrow(), about),
            other => panic!("{other:?}: {about}"),
        }
        check(node, about);
    }
}

#[track_caller]
fn check_element(name: &QualName, attrs: &[Attribute], about: &str) {
    let is_math = name.ns == ns!(mathml);
    assert!(is_math || name.ns == ns!(html), "<{}> of {}: {about}", name.local, name.ns);
    let own: &[&str] = match is_math {
        true => MATH_ELEMENTS.contains(&&*name.local).then_some(MATH_ATTRIBUTES).unwrap_or_else(|| panic!("<{}>: {about}", name.local)),
        false => ELEMENTS.iter().find(|(tag, _)| *tag == &*name.local).unwrap_or_else(|| panic!("<{}>: {about}", name.local)).1,
    };
    for attr in attrs {
        let (attr, value) = (&*attr.name.local, &*attr.value);
        assert!(own.contains(&attr) || ANYWHERE.contains(&attr), "<{} {attr}=\"{value}\">: {about}", name.local);
        match attr {
            "href" | "cite" => assert!(is_link(value), "{attr}=\"{value}\": {about}"),
            "src" | "poster" => assert!(is_media(value, &name.local), "{attr}=\"{value}\": {about}"),
            "id" => assert!(value.starts_with("rw-"), "{attr}=\"{value}\": {about}"),
            "class" => assert!(value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"- +#._".contains(&byte)), "{attr}=\"{value}\": {about}"),
            "width" | "height" | "colspan" | "rowspan" => assert!(value.bytes().all(|byte| byte.is_ascii_digit()), "{attr}=\"{value}\": {about}"),
            _ => {}
        }
    }
}

fn is_link(url: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:", "#rw-"].iter().any(|start| url.starts_with(start))
}

fn is_media(url: &str, tag: &str) -> bool {
    let inline = ["png", "jpeg", "gif", "webp", "avif"].map(|kind| format!("data:image/{kind}"));
    url.starts_with("https://") || url.starts_with("http://") || (tag == "img" && inline.iter().any(|start| url.starts_with(start.as_str())))
}

/// HTML's own serialization algorithm, as the standard has it since attributes' `<` and `>` are escaped.
fn serialize_children(parent: &Handle, out: &mut String) {
    for node in parent.children.borrow().iter() {
        match &node.data {
            NodeData::Text { contents } => escape(&contents.borrow(), false, out),
            NodeData::Element { name, attrs, .. } => {
                out.push('<');
                out.push_str(&name.local);
                for attr in attrs.borrow().iter() {
                    out.push(' ');
                    out.push_str(&attr.name.local);
                    out.push_str("=\"");
                    escape(&attr.value, true, out);
                    out.push('"');
                }
                out.push('>');
                if !matches!(&*name.local, "br" | "hr" | "img") {
                    serialize_children(node, out);
                    out.push_str("</");
                    out.push_str(&name.local);
                    out.push('>');
                }
            }
            _ => {}
        }
    }
}

fn escape(text: &str, in_attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if in_attribute => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
