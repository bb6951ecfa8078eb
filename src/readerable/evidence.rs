//! What speaks for something to read, and against it, in numbers.

use memchr::memmem;

use super::skim::Skim;
use crate::features::{KINDS, Kinds, log};
use crate::html::Tag;

/// A run of fewer words is a label, a date, a teaser's title. Of 15, 20, 25, 40 and 60, this tells articles from lists best.
const PROSE_WORDS: u32 = 20;
/// A run with more of its words in links is a list of them.
const MOST_LINKED: f32 = 0.3;

/// Elements that are counted: those that texts have, and those that shops and lists have.
const COUNTED: [Tag; 14] = [
    Tag::Img,
    Tag::Time,
    Tag::Article,
    Tag::Form,
    Tag::H1,
    Tag::H2,
    Tag::H3,
    Tag::Li,
    Tag::Pre,
    Tag::Code,
    Tag::Button,
    Tag::Input,
    Tag::P,
    Tag::Table,
];

/// How many numbers there are.
pub(crate) const NUMBERS: usize = 8 + COUNTED.len() + KINDS.len();

/// What is counted in a page's source.
#[derive(Default)]
pub(crate) struct Evidence {
    /// Runs of text, and words in them.
    runs: u32,
    words: u32,
    /// Words in links.
    pub(super) linked: u32,
    /// Runs that read as prose, and words in them.
    prose_runs: u32,
    pub(super) prose: u32,
    elements: [u32; COUNTED.len()],
    kinds: Kinds,
    carts: u32,
    is_dated: bool,
}

impl Evidence {
    pub(crate) fn read(html: &str) -> Self {
        let mut evidence = Self::default();
        let mut skim = Skim::new(html);
        for run in &mut skim {
            evidence.runs += 1;
            evidence.words = evidence.words.saturating_add(run.words);
            evidence.linked = evidence.linked.saturating_add(run.linked);
            if run.words >= PROSE_WORDS && (run.linked as f32) < MOST_LINKED * run.words as f32 {
                evidence.prose_runs += 1;
                evidence.prose = evidence.prose.saturating_add(run.words);
            }
        }
        evidence.elements = COUNTED.map(|tag| skim.began(tag));
        evidence.state(html);
        evidence
    }

    /// Reads what the page says of itself, wherever it says it.
    fn state(&mut self, html: &str) {
        let after = |what: &'static str| memmem::find_iter(html.as_bytes(), what).map(move |at| &html[at + what.len()..]);
        for rest in after("\"@type\"") {
            if let Some(value) = rest.trim_ascii_start().strip_prefix(':') {
                self.kinds.read(value.trim_ascii_start());
            }
        }
        // The value of the attribute after it.
        for rest in after("og:type").take(1) {
            let value = rest.split(['"', '\'', '>']).nth(2).unwrap_or_default();
            self.kinds.add(value);
        }
        // What shops call it in any language.
        self.carts = after("cart").count() as u32;
        self.is_dated = after("article:published_time").next().is_some();
    }

    /// The numbers in the order of the weights: shares, and logarithms of counts.
    pub(crate) fn numbers(&self) -> [f32; NUMBERS] {
        let share = |part: u32| part as f32 / (self.words as f32 + 1.0);
        let own = [
            log(self.prose),
            log(self.words),
            log(self.runs),
            log(self.prose_runs),
            share(self.prose),
            share(self.linked),
            log(self.carts),
            f32::from(u8::from(self.is_dated)),
        ];
        let mut numbers = [0.0; NUMBERS];
        let all = own.into_iter().chain(self.elements.map(log)).chain(self.kinds.0.map(log));
        numbers.iter_mut().zip(all).for_each(|(number, value)| *number = value);
        numbers
    }
}

/// What each of the numbers says, in their order.
#[cfg(feature = "training")]
pub(crate) fn names() -> Vec<String> {
    let own = ["prose", "words", "runs", "prose runs", "share of prose", "share of links", "carts", "dated"].map(str::to_owned);
    let elements = COUNTED.map(|tag| format!("<{}>", tag.name()));
    own.into_iter().chain(elements).chain(KINDS.iter().map(|(kind, _)| format!("kind {kind}"))).collect()
}
