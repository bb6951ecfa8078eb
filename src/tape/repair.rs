//! Texts of a page that was encoded twice.

use super::{Event, Span, Tape, Text};
use crate::html::{Attr, Tag};
use crate::mojibake::{Evidence, repaired};

impl Tape {
    /// Repairs what readers see of a page that was encoded twice, and its metadata; not what it shows as code.
    pub(crate) fn repair_encoding(&mut self) {
        let is_read = |text: &&Text| text.parent.is_none_or(|parent| self.tag(parent) != Tag::Script);
        let texts = self.texts.iter().filter(is_read).map(|text| &self.strings[text.text.range()]);
        if !Evidence::of(&self.strings).convicts(texts) {
            return;
        }
        let mut code = 0;
        for index in 0..self.events.len() {
            match self.events[index] {
                Event::Enter(id) => {
                    code += usize::from(is_code(self.tag(id)));
                    for attr in self.element(id).attrs.range() {
                        let (name, value) = self.attrs[attr];
                        if code == 0 && is_text(name) {
                            self.attrs[attr].1 = self.repair(value);
                        }
                    }
                }
                Event::Text(id) if code == 0 => self.texts[id.index()].text = self.repair(self.texts[id.index()].text),
                Event::Text(_) => {}
                Event::Exit(id) => code -= usize::from(is_code(self.tag(id))),
            }
        }
    }

    /// A text as it was meant, at its old place or behind all others.
    fn repair(&mut self, text: Span) -> Span {
        let Some(repaired) = repaired(&self.strings[text.range()]) else { return text };
        let start = self.strings.len() as u32;
        self.strings.push_str(&repaired);
        Span { start, end: self.strings.len() as u32 }
    }
}

const fn is_code(tag: Tag) -> bool {
    matches!(tag, Tag::Pre | Tag::Code | Tag::Samp | Tag::Kbd | Tag::Xmp | Tag::Textarea)
}

/// Attributes whose values are for readers. Addresses stay as they are.
const fn is_text(attr: Attr) -> bool {
    matches!(attr, Attr::Alt | Attr::Title | Attr::Content | Attr::AriaLabel | Attr::Label | Attr::Summary)
}

#[cfg(test)]
mod tests {
    use crate::{Options, Outcome, clean};

    #[test]
    fn a_page_that_was_encoded_twice_reads_as_it_was_meant() {
        let page = "<title>The island\u{e2}\u{80}\u{99}s ferry</title><meta name=description content='\u{e2}\u{80}\u{9c}Late\u{e2}\u{80}\u{9d}, they say.'>\
            <h1>The island\u{e2}\u{80}\u{99}s ferry</h1><p>It isn\u{e2}\u{80}\u{99}t late, and costs 5\u{c2}\u{a0}\u{e2}\u{82}\u{ac} again: \
            the harbour office said so on Friday, after nine months of repairs, to all who asked. Write <code>\u{e2}\u{80}\u{99}</code>.</p>";
        let Ok(Outcome::Article(article)) = clean(page, &Options::default()) else { panic!("no article") };
        assert_eq!(article.metadata.title.as_deref(), Some("The island’s ferry"));
        assert_eq!(article.metadata.excerpt.as_deref(), Some("“Late”, they say."));
        assert!(article.text_content.starts_with("It isn’t late, and costs 5\u{a0}€ again"), "{}", article.text_content);
        assert!(article.content.contains("<code>\u{e2}"), "{}", article.content);
    }
}
