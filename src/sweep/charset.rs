//! The character encoding that a page declares in its own `<meta>`.

use std::cell::RefCell;
use std::rc::Rc;

use encoding_rs::Encoding;
use lol_html::html_content::Element;
use lol_html::{HtmlRewriter, Settings, element};

use super::tokenizer::Output;

/// The encoding label of the first `<meta charset>` or `<meta http-equiv=content-type>` in `prefix`, the first bytes of
/// a page in an ASCII-compatible encoding. Labels that nobody knows are passed over.
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
    let label = meta.get_attribute("charset").or_else(|| {
        let declares_type = meta.get_attribute("http-equiv")?.eq_ignore_ascii_case("content-type");
        meta.get_attribute("content").filter(|_| declares_type).as_deref().and_then(in_content_type)
    });
    label.filter(|label| Encoding::for_label(label.trim().as_bytes()).is_some())
}

/// The label in a content type: what comes after `charset` and `=`, spaces aside, in quotes or not.
fn in_content_type(content: &str) -> Option<String> {
    let content = content.to_ascii_lowercase();
    let mut after = content.match_indices("charset").map(|(at, name)| content[at + name.len()..].trim_ascii_start());
    let value = after.find_map(|rest| rest.strip_prefix('='))?.trim_ascii_start();
    let label = value.trim_start_matches(['"', '\'']);
    Some(label.split([';', ' ', '"', '\'']).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::declared_charset;

    #[test]
    fn both_forms_are_found() {
        assert_eq!(declared_charset(b"<head><meta charset=shift_jis>").as_deref(), Some("shift_jis"));
        let old = b"<META http-equiv='Content-Type' content='text/html; charset=\"koi8-r\"'><meta charset=big5>";
        assert_eq!(declared_charset(old).as_deref(), Some("koi8-r"));
        assert_eq!(declared_charset(b"<!-- <meta charset=big5> --><p>").as_deref(), None);
    }

    #[test]
    fn spaces_may_stand_around_the_sign() {
        let spaced = b"<meta http-equiv=content-type content='text/html; charset = windows-1251 '>";
        assert_eq!(declared_charset(spaced).as_deref(), Some("windows-1251"));
    }

    #[test]
    fn labels_that_nobody_knows_are_passed_over() {
        let first = b"<meta charset=klingon><meta charset=''><meta http-equiv=content-type content='charset, charset=koi8-r'>";
        assert_eq!(declared_charset(first).as_deref(), Some("koi8-r"));
    }
}
