//! Reads HTML and Markdown back, and tells what is in them.
#![allow(dead_code, reason = "each test crate uses its part")]

use html5ever::tendril::TendrilSink;
use html5ever::{LocalName, ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A parsed fragment. The nodes last as long as the document that they came in.
pub struct Parsed {
    root: Handle,
    _dom: RcDom,
}

impl std::ops::Deref for Parsed {
    type Target = Handle;

    fn deref(&self) -> &Handle {
        &self.root
    }
}

/// Parses a fragment as `div.innerHTML = …` does.
pub fn parse(html: &str) -> Parsed {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom: RcDom = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html);
    let root = dom.document.children.borrow()[0].clone();
    Parsed { root, _dom: dom }
}

/// Serializes an element's content as `innerHTML` does, by the HTML standard of today.
pub fn serialize(parent: &Handle) -> String {
    let mut out = String::new();
    for child in parent.children.borrow().iter() {
        push_node(child, &mut out);
    }
    out
}

fn push_node(node: &Handle, out: &mut String) {
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
            let is_void =
                ["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"].contains(&&*name.local);
            if is_void && name.ns == ns!(html) {
                return;
            }
            out.push_str(&serialize(node));
            out.push_str("</");
            out.push_str(&name.local);
            out.push('>');
        }
        NodeData::Comment { contents } => {
            out.push_str("<!--");
            out.push_str(contents);
            out.push_str("-->");
        }
        _ => {}
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

/// An element's name, or `None` for other nodes.
pub fn name(node: &Handle) -> Option<LocalName> {
    match &node.data {
        NodeData::Element { name, .. } => Some(name.local.clone()),
        _ => None,
    }
}

/// An attribute's value.
pub fn attribute(node: &Handle, name: &str) -> Option<String> {
    match &node.data {
        NodeData::Element { attrs, .. } => attrs.borrow().iter().find(|attr| &*attr.name.local == name).map(|attr| attr.value.to_string()),
        _ => None,
    }
}

/// All attributes.
pub fn attributes(node: &Handle) -> Vec<(String, String)> {
    match &node.data {
        NodeData::Element { attrs, .. } => {
            attrs.borrow().iter().map(|attr| (attr.name.local.to_string(), attr.value.to_string())).collect()
        }
        _ => Vec::new(),
    }
}

/// The text in a node.
pub fn text(node: &Handle) -> String {
    let mut out = String::new();
    push_text(node, &mut out);
    out
}

fn push_text(node: &Handle, out: &mut String) {
    match &node.data {
        NodeData::Text { contents } => out.push_str(&contents.borrow()),
        _ => node.children.borrow().iter().for_each(|child| push_text(child, out)),
    }
}

/// How deep elements nest below a node.
pub fn depth(node: &Handle) -> usize {
    node.children.borrow().iter().filter(|child| name(child).is_some()).map(|child| 1 + depth(child)).max().unwrap_or(0)
}

/// Markdown as HTML, by `CommonMark` and GitHub's additions.
pub fn html_of_markdown(markdown: &str) -> String {
    use pulldown_cmark::{Options, Parser, html};
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(markdown, options));
    out
}

/// What a reader of the structure sees, in order: headings, lists, tables, code, links, pictures, formulas, notes.
pub fn structure(root: &Handle) -> Vec<String> {
    let mut out = Vec::new();
    for child in root.children.borrow().iter() {
        push_structure(child, &mut out);
    }
    out
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A URL as the Markdown parser's own renderer writes it: with more percent-encoding than URLs need.
fn address(node: &Handle, name: &str) -> String {
    let encode = |b: u8| match b {
        b'!' | b'#' | b'$' | b'%' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b'-' | b'.' | b'/' | b':' | b';' | b'=' | b'?'
        | b'@' | b'_' | b'~' => char::from(b).to_string(),
        b if b.is_ascii_alphanumeric() => char::from(b).to_string(),
        b => format!("%{b:02X}"),
    };
    attribute(node, name).unwrap_or_default().bytes().map(encode).collect()
}

/// A formula's source, whether or not its dollars are escaped.
fn source(tex: &str) -> String {
    words(tex).replace("\\$", "$")
}

fn class(node: &Handle) -> String {
    attribute(node, "class").unwrap_or_default()
}

fn push_structure(node: &Handle, out: &mut Vec<String>) {
    let Some(name) = name(node) else { return };
    let inner = |out: &mut Vec<String>| node.children.borrow().iter().for_each(|child| push_structure(child, out));
    match &*name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            out.push(format!("{name} {}", words(&visible(node))));
            inner(out);
        }
        "section" if class(node) == "footnotes" => {
            for list in node.children.borrow().iter() {
                for note in list.children.borrow().iter() {
                    let number = attribute(note, "id").unwrap_or_default().replace("rw-note-", "");
                    out.push(format!("note {number}"));
                    note.children.borrow().iter().for_each(|child| push_structure(child, out));
                }
            }
        }
        "div" if class(node) == "footnote-definition" => {
            out.push(format!("note {}", attribute(node, "id").unwrap_or_default()));
            inner(out);
        }
        "ul" | "ol" => {
            out.push(format!("{name} {}", attribute(node, "start").unwrap_or_default()));
            inner(out);
            out.push(format!("/{name}"));
        }
        "li" => {
            out.push("li".to_owned());
            inner(out);
        }
        "table" => {
            // In Markdown it stands above the table.
            let is_caption = |child: &&Handle| self::name(child).as_deref() == Some("caption");
            node.children.borrow().iter().filter(is_caption).for_each(|child| push_structure(child, out));
            out.push("table".to_owned());
            node.children.borrow().iter().filter(|child| !is_caption(child)).for_each(|child| push_structure(child, out));
            out.push("/table".to_owned());
        }
        "tr" => {
            let is_empty = visible(node).trim().is_empty();
            if !is_empty {
                out.push("tr".to_owned());
            }
            inner(out);
        }
        "td" | "th" => {
            let text = words(&visible(node));
            if !text.is_empty() {
                out.push(format!("cell {text}"));
            }
            inner(out);
        }
        "pre" => {
            let code = node.children.borrow().first().cloned();
            let lang = code.as_ref().map(class).unwrap_or_default();
            out.push(format!("code {lang} {:?}", text(node).trim_end_matches('\n')));
        }
        "blockquote" | "aside" => {
            out.push("quote".to_owned());
            inner(out);
            out.push("/quote".to_owned());
        }
        "sup" if class(node) == "footnote-reference" => {
            // Its text is a number of the parser's own.
            let label = node.children.borrow().first().and_then(|link| attribute(link, "href")).unwrap_or_default();
            out.push(format!("reference {}", label.trim_start_matches('#')));
        }
        "sup" if node.children.borrow().first().is_some_and(|link| attribute(link, "id").is_some_and(|id| id.starts_with("rw-ref-"))) => {
            out.push(format!("reference {}", words(&text(node))));
        }
        "a" if attribute(node, "href").is_some_and(|href| href.starts_with("#rw-ref-")) => {}
        "a" => {
            out.push(format!("link {} {}", address(node, "href"), words(&visible(node))));
            inner(out);
        }
        "img" => {
            out.push(format!("image {} {}", address(node, "src"), words(&attribute(node, "alt").unwrap_or_default())));
        }
        "video" | "audio" => {
            let label = if &*name == "video" { "Video" } else { "Audio" };
            match attribute(node, "poster") {
                Some(_) => {
                    out.push(format!("link {} ", address(node, "src")));
                    out.push(format!("image {} {label}", address(node, "poster")));
                }
                None => out.push(format!("link {} {label}", address(node, "src"))),
            }
        }
        "math" => out.push(format!("math {}", source(&attribute(node, "alttext").unwrap_or_default()))),
        "code" | "span" if class(node).starts_with("math") => out.push(format!("math {}", source(&text(node)))),
        "details" => {
            out.push("details".to_owned());
            inner(out);
            out.push("/details".to_owned());
        }
        _ => inner(out),
    }
}

/// Text as both forms show it: formulas by their source, references by their number.
fn visible(node: &Handle) -> String {
    let mut out = String::new();
    push_visible(node, &mut out);
    out
}

fn push_visible(node: &Handle, out: &mut String) {
    match (name(node).as_deref(), &node.data) {
        (_, NodeData::Text { contents }) => out.push_str(&contents.borrow()),
        (Some("math"), _) => out.push_str(&attribute(node, "alttext").unwrap_or_default()),
        (Some("br"), _) => out.push(' '),
        (Some("q"), _) => {
            out.push('“');
            node.children.borrow().iter().for_each(|child| push_visible(child, out));
            out.push('”');
        }
        (Some("a"), _) if attribute(node, "href").is_some_and(|href| href.starts_with("#rw-ref-")) => {}
        (name, _) => {
            // Paragraphs of a cell are lines of it.
            let is_line = matches!(name, Some("p" | "div" | "li"));
            if is_line {
                out.push(' ');
            }
            node.children.borrow().iter().for_each(|child| push_visible(child, out));
        }
    }
}

/// Checks all that is promised of an article's HTML: it parses back to itself, and nothing in it breaks the grammar.
#[track_caller]
pub fn assert_safe(content: &str, about: &str) {
    let parsed = parse(content);
    assert_eq!(serialize(&parsed), content, "parsing and serializing gives the same bytes: {about}");
    let violations = violations(&parsed);
    assert!(violations.is_empty(), "{violations:?}: {about}");
    assert!(depth(&parsed) <= readwell::grammar::MAX_DEPTH, "too deep: {about}");
}

/// What breaks the closed grammar of the output.
pub fn violations(root: &Handle) -> Vec<String> {
    let mut found = Vec::new();
    push_violations(root, &mut found);
    found
}

fn push_violations(node: &Handle, found: &mut Vec<String>) {
    for child in node.children.borrow().iter() {
        if let NodeData::Comment { .. } = child.data {
            found.push("a comment".to_owned());
        }
        if let Some(name) = name(child) {
            match readwell::grammar::ELEMENTS.iter().find(|(element, _)| *element == &*name) {
                None => found.push(format!("<{name}>")),
                Some((_, allowed)) => {
                    for (attribute, value) in attributes(child) {
                        let is_allowed = match &*name {
                            "iframe" => is_player(&attribute, &value),
                            _ => is_allowed_value(&attribute, &value),
                        };
                        if !allowed.contains(&attribute.as_str()) || !is_allowed {
                            found.push(format!("<{name} {attribute}={value:?}>"));
                        }
                    }
                }
            }
        }
        push_violations(child, found);
    }
}

/// A player is one of a known site's, and what it may do is always the same.
fn is_player(attribute: &str, value: &str) -> bool {
    let is_known = || readwell::grammar::PLAYER_HOSTS.iter().any(|host| value.starts_with(&format!("https://{host}/")));
    match attribute {
        "src" => is_known(),
        "sandbox" => value == "allow-scripts allow-same-origin allow-popups allow-presentation",
        "allow" => value == "fullscreen",
        _ => true,
    }
}

fn is_allowed_value(attribute: &str, value: &str) -> bool {
    use readwell::grammar::{CLASSES, ID_PREFIX, SCHEMES};
    if let Some((_, schemes)) = SCHEMES.iter().find(|(name, _)| *name == attribute) {
        let within = attribute == "href" && value.strip_prefix('#').is_some_and(|id| id.starts_with(ID_PREFIX));
        return within || schemes.iter().any(|scheme| value.starts_with(&format!("{scheme}:")));
    }
    match attribute {
        "id" => value.starts_with(ID_PREFIX) && !value.contains(char::is_whitespace),
        "class" => {
            CLASSES.iter().any(|class| *class == value || (class.ends_with('-') && value.starts_with(class) && !value.contains(' ')))
        }
        _ => true,
    }
}
