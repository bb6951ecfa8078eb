//! The character encoding that a page declares in its own `<meta>`.

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::html_content::Element;
use lol_html::{HtmlRewriter, Settings, element};

use super::tokenizer::Output;

/// The encoding label of the first `<meta charset>` or `<meta http-equiv=content-type>` in `prefix`, the first bytes of
/// a page in an ASCII-compatible encoding.
pub(crate) fn declared_charset(prefix: &[u8]) -> Option<String> {
    let found: Rc<RefCell<Option<String>>> = Rc::default();
    let seen = Rc::clone(&found);
    let handler = element!("meta", move |meta: &mut Element<'_, '_>| {
        let mut found = seen.borrow_mut();
        if found.is_none() {
            *found = label(meta);
        }
        Ok(())
    });
    let nowhere: Output = Box::new(|_| {});
    let mut rewriter = HtmlRewriter::new(Settings::new().with_strict(false).append_element_content_handler(handler), nowhere);
    // A prefix may end inside a tag: what was read up to there counts, and no setting here can fail.
    let _ = rewriter.write(prefix);

    found.borrow().clone()
}

fn label(meta: &Element<'_, '_>) -> Option<String> {
    if let Some(charset) = meta.get_attribute("charset") {
        return Some(charset);
    }
    let declares_type = meta.get_attribute("http-equiv")?.eq_ignore_ascii_case("content-type");
    let content = meta.get_attribute("content").filter(|_| declares_type)?;
    let start = content.to_ascii_lowercase().find("charset=")? + "charset=".len();
    let value = content.get(start..)?.trim_matches(['"', '\'', ' ']);
    Some(value.split([';', ' ', '"', '\'']).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::declared_charset;

    #[test]
    fn both_forms_are_found() {
        assert_eq!(declared_charset(b"<head><meta charset=shift_jis>").as_deref(), Some("shift_jis"));
        let old = b"<META http-equiv='Content-Type' content='text/html; charset=\"koi8-r\"'><meta charset=x>";
        assert_eq!(declared_charset(old).as_deref(), Some("koi8-r"));
        assert_eq!(declared_charset(b"<!-- <meta charset=big5> --><p>").as_deref(), None);
    }
}
