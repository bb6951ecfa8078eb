//! What a page's rules find on it.

use super::css::Selector;
use super::matching::{Steps, matches};
use super::{Rule, SiteRules};
use crate::html::Attr;
use crate::tape::{ElementId, Tape};

/// The elements that rules name, by what they name them for; each list in the page's order, without repeats.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) content: Vec<ElementId>,
    pub(crate) remove: Vec<ElementId>,
    pub(crate) title: Vec<ElementId>,
    pub(crate) author: Vec<ElementId>,
    pub(crate) date: Vec<ElementId>,
}

/// The rules ask for more work than a page is worth.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooCostly;

impl SiteRules {
    /// What the rules for a host find on a page of its.
    pub(crate) fn find(&self, tape: &Tape, host: Option<&str>) -> Result<Found, TooCostly> {
        let Some(host) = host else { return Ok(Found::default()) };
        let steps = Steps::for_page(tape);
        let mut found = Found::default();
        for rule in self.of(host) {
            found.add(tape, rule, &steps);
            if steps.is_over() {
                return Err(TooCostly);
            }
        }
        found.remove.sort_unstable();
        found.remove.dedup();
        Ok(found)
    }
}

impl Found {
    fn add(&mut self, tape: &Tape, rule: &Rule, steps: &Steps) {
        let all = |selectors: &[Selector]| {
            let mut ids: Vec<_> = selectors.iter().flat_map(|selector| matches(tape, selector, steps)).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        self.remove.extend(all(&rule.remove));
        fill(&mut self.content, || all(&rule.content));
        fill(&mut self.title, || all(rule.title.as_slice()));
        fill(&mut self.author, || all(rule.author.as_slice()));
        fill(&mut self.date, || all(rule.date.as_slice()));
    }
}

/// The first rule that finds any is followed.
fn fill(list: &mut Vec<ElementId>, find: impl FnOnce() -> Vec<ElementId>) {
    if list.is_empty() {
        *list = find();
    }
}

/// What an element says: an attribute made for programs, or else its text, with single spaces.
pub(crate) fn value(tape: &Tape, id: ElementId, attrs: &[Attr]) -> String {
    let attr = attrs.iter().find_map(|attr| tape.attr(id, *attr));
    let text = attr.map_or_else(|| tape.text_content(id), str::to_owned);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
