//! What the caller says of single elements. It goes before all that was found.

use foldhash::HashSet;

use crate::article::Removed;
use crate::blocks::Block;
use crate::classify::{Classified, Label, hard_label};
use crate::html::Tag;
use crate::options::Options;
use crate::tape::{ElementId, Event, Tape};

/// What the caller says of an element, by its own ordinal or by that of an element around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Correction {
    /// Nothing.
    #[default]
    None,
    /// It stays.
    Kept,
    /// It goes.
    Removed,
}

/// Corrects what was found, and gives the correction of each element; none at all, where the caller says nothing.
/// Classification comes first, so that a part which is brought back changes nothing about the rest.
pub(crate) fn correct(tape: &Tape, blocks: &[Block], options: &Options, classified: &mut Classified) -> Vec<Correction> {
    if options.keep.is_empty() && options.remove.is_empty() {
        return Vec::new();
    }
    let corrections = corrections(tape, options);
    for (index, element) in tape.elements().iter().enumerate() {
        let around = element.parent.and_then(|parent| classified.hard[parent.index()]);
        match corrections[index] {
            Correction::None => {}
            Correction::Kept if is_code(element.tag) => classified.hard[index] = Some(Removed::Code),
            Correction::Kept => classified.hard[index] = around.filter(|reason| *reason == Removed::Code),
            Correction::Removed => classified.hard[index] = Some(Removed::SiteRule),
        }
    }
    for (block, label) in blocks.iter().zip(&mut classified.labels) {
        if holds_kept(tape, block, &corrections) {
            *label = Label::Content;
        } else if *label == Label::Content {
            *label = hard_label(tape, block, &classified.hard);
        }
    }
    corrections
}

fn corrections(tape: &Tape, options: &Options) -> Vec<Correction> {
    let [keep, remove] = [&options.keep, &options.remove].map(|ordinals| ordinals.iter().copied().collect::<HashSet<u32>>());
    let mut corrections: Vec<Correction> = Vec::with_capacity(tape.elements().len());
    for element in tape.elements() {
        let is_in = |ordinals: &HashSet<u32>| element.ordinal.is_some_and(|ordinal| ordinals.contains(&ordinal));
        corrections.push(if is_in(&keep) {
            Correction::Kept
        } else if is_in(&remove) {
            Correction::Removed
        } else {
            element.parent.map_or(Correction::None, |parent| corrections[parent.index()])
        });
    }
    corrections
}

fn holds_kept(tape: &Tape, block: &Block, corrections: &[Correction]) -> bool {
    tape.events()[block.events.start as usize..block.events.end as usize].iter().any(|event| match *event {
        Event::Text(id) => tape.text_parent(id).is_some_and(|ElementId(parent)| corrections[parent as usize] == Correction::Kept),
        _ => false,
    })
}

/// Elements whose text is no one's to read, even where they are asked for.
const fn is_code(tag: Tag) -> bool {
    matches!(tag, Tag::Script | Tag::Style | Tag::Noscript | Tag::Video | Tag::Audio | Tag::Object | Tag::Canvas | Tag::Map)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::{Article, Options, Removed, clean};

    const PAGE: &str = "<html><body><nav class=menu><ul><li><a href=/a>Tides</a><li><a href=/b>Tables</a></ul></nav>\
        <main><h1>Ferry returns</h1>\
        <p>The ferry to the island sails again from Monday, after nine months of repairs, the harbour office said on Friday.</p>\
        <div class=newsletter-signup><h2>Our letter</h2><p>Sign up for our newsletter.<script>x()</script></p>\
        <form><label>Your address</label><img src=/stamp.png width=40 height=40 alt=Stamp></form></div>\
        <p>It will sail four times a day, the office said, and carry forty cars and three hundred people on each crossing.</p>\
        <div><p>Fares stay as they were, and residents keep their passes for the whole season, it <b>added</b> on Friday.</p></div>\
        </main></body></html>";

    fn article(keep: Vec<u32>, remove: Vec<u32>) -> Article {
        let url = Some("https://a.example/".into());
        let options = Options { url, trace: true, keep, remove, ..Options::default() };
        clean(PAGE, &options).expect("options that can be used").into_article().expect("an article")
    }

    fn ordinal(tag: &str) -> u32 {
        let at = PAGE.find(tag).expect("a tag of the page");
        PAGE[..at].matches('<').count() as u32 - PAGE[..at].matches("</").count() as u32
    }

    #[test]
    fn what_is_kept_stands_at_its_place() {
        let plain = article(vec![], vec![]);
        assert!(!plain.text_content.contains("newsletter"));
        let kept = article(vec![ordinal("<div class=newsletter")], vec![]);
        let places = ["on Friday", "Our letter", "newsletter", "Your address", "four times a day"].map(|text| kept.text_content.find(text));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{}", kept.text_content);
        assert!(kept.content.contains(">Our letter</h2>") && kept.markdown.contains("## Our letter"));
        assert!(kept.content.contains("stamp.png"), "{}", kept.content);
        assert!(!kept.text_content.contains("newsletter.x"), "no script");
        assert!(!kept.text_content.contains("Tides"));
        let trace = kept.trace.expect("asked for");
        assert!(trace.kept.contains(&ordinal("<form")));
        assert!(trace.removed.iter().all(|removal| removal.ordinal != Some(ordinal("<div class=newsletter"))));
    }

    #[test]
    fn a_menu_comes_back_with_all_in_it() {
        let kept = article(vec![ordinal("<nav")], vec![]);
        assert!(kept.markdown.starts_with("- [Tides](https://a.example/a)\n- [Tables]"), "{}", kept.markdown);
    }

    #[test]
    fn what_is_removed_goes_and_nothing_else() {
        let (plain, less) = (article(vec![], vec![]), article(vec![], vec![ordinal("<div><p>Fares")]));
        assert!(plain.text_content.contains("Fares") && !less.text_content.contains("Fares"));
        assert!(less.text_content.contains("four times a day"));
        let trace = less.trace.expect("asked for");
        assert!(trace.removed.iter().any(|removal| removal.reason == Removed::SiteRule && removal.text.starts_with("Fares")));
    }

    #[test]
    fn the_innermost_word_counts() {
        let less = article(vec![ordinal("<b>")], vec![ordinal("<div><p>Fares")]);
        assert!(less.text_content.ends_with("added"), "{}", less.text_content);
        let both = article(vec![ordinal("<div class=newsletter")], vec![ordinal("<form")]);
        assert!(both.text_content.contains("newsletter") && !both.text_content.contains("Your address"));
    }

    #[test]
    fn ordinals_that_no_element_has_say_nothing() {
        assert_eq!(article(vec![9999], vec![u32::MAX]), article(vec![], vec![]));
    }
}
