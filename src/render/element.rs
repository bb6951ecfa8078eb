//! Start and end tags: their names are ours, their values escaped.

use super::escape::escape_attribute;
use crate::document::Block;
use crate::urls::SafeUrl;

pub(super) fn open(name: &'static str, block: &Block, out: &mut String) {
    out.push('<');
    out.push_str(name);
    if let Some(id) = &block.id {
        attribute("id", id.as_str(), out);
    }
    if let Some(lang) = &block.lang {
        attribute("lang", lang.as_str(), out);
    }
    if let Some(dir) = block.dir {
        attribute("dir", dir.as_str(), out);
    }
}

pub(super) fn close(name: &'static str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

pub(super) fn element(name: &'static str, block: &Block, out: &mut String, content: impl FnOnce(&mut String)) {
    open(name, block, out);
    out.push('>');
    content(out);
    close(name, out);
}

pub(super) fn wrapped(name: &'static str, out: &mut String, content: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    content(out);
    close(name, out);
}

pub(super) fn url_attribute(name: &'static str, url: Option<&SafeUrl>, out: &mut String) {
    if let Some(url) = url {
        attribute(name, url.as_str(), out);
    }
}

pub(super) fn attribute(name: &'static str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape_attribute(value, out);
    out.push('"');
}
