//! The tape as the tree that selectors are matched against.

use std::cell::Cell;
use std::fmt;

use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::{MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode, SelectorCaches};
use selectors::matching::{ElementSelectorFlags, matches_selector_list};
use selectors::{Element, OpaqueElement};

use super::css::{Css, Name, Pseudo, Selector};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Event, Tape};

/// Steps that matching may take for each element of a page.
const STEPS_PER_ELEMENT: u64 = 1_000;
/// Steps for any page, so that small ones never lack some.
const LEAST_STEPS: u64 = 1_000_000;
/// Steps for the largest page: a few tenths of a second.
const MOST_STEPS: u64 = 40_000_000;
/// So many steps fill the matcher's caches with a few tens of megabytes at most. Then they begin anew.
const CACHED_STEPS: u64 = 1_000_000;
/// Bytes of an attribute that are read in about the time of one step.
const BYTES_PER_STEP: u64 = 32;

/// The work that matching may still do on a page. `:has`, `~` and their like can cost the square of a page's length, and
/// more when nested: what bounds them is this, whatever the selector.
pub(super) struct Steps {
    spent: Cell<u64>,
    pub(super) allowed: u64,
    is_over: Cell<bool>,
}

impl Steps {
    pub(super) fn for_page(tape: &Tape) -> Self {
        let steps = tape.elements().len() as u64 * STEPS_PER_ELEMENT;
        Self { spent: Cell::new(0), allowed: steps.clamp(LEAST_STEPS, MOST_STEPS), is_over: Cell::new(false) }
    }

    /// Whether the page cost more than it may: answers since then are worth nothing.
    pub(super) const fn is_over(&self) -> bool {
        self.is_over.get()
    }

    pub(super) const fn spent(&self) -> u64 {
        self.spent.get()
    }

    fn spend(&self, steps: u64) {
        self.spent.set(self.spent() + steps);
    }

    /// Spends steps and says whether any are left. Siblings are only counted and not refused before another question is:
    /// the matcher counts them twice over for `:nth-child`, and both must come out the same.
    fn take(&self, steps: u64) -> bool {
        self.spend(steps);
        self.is_over.set(self.spent() > self.allowed);
        !self.is_over()
    }
}

/// The elements that a selector matches, in the page's order.
pub(super) fn matches(tape: &Tape, selector: &Selector, steps: &Steps) -> Vec<ElementId> {
    let mut found = Vec::new();
    let mut caches = SelectorCaches::default();
    let mut cached_from = steps.spent();
    for index in 0..tape.elements().len() {
        let node = Node { tape, id: ElementId(index as u32), steps };
        let mut context = MatchingContext::new(
            MatchingMode::Normal,
            None,
            &mut caches,
            QuirksMode::NoQuirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        if matches_selector_list(selector.list(), &node, &mut context) {
            found.push(node.id);
        }
        if !steps.take(1) {
            break;
        }
        if steps.spent() - cached_from > CACHED_STEPS {
            caches = SelectorCaches::default();
            cached_from = steps.spent();
        }
    }
    found
}

/// An element on the tape.
#[derive(Clone)]
struct Node<'a> {
    tape: &'a Tape,
    id: ElementId,
    steps: &'a Steps,
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}> {}", self.tape.name(self.id), self.id.0)
    }
}

impl Node<'_> {
    fn at(&self, id: ElementId) -> Self {
        Node { id, ..self.clone() }
    }

    fn attr(&self, name: &str) -> Option<&str> {
        match Attr::from_name(name) {
            Some(attr) => self.tape.attr(self.id, attr),
            None => self.tape.named_attr(self.id, name),
        }
    }

    /// Whether an attribute's value passes a test, at the cost of reading it.
    fn attr_passes(&self, name: &str, test: impl FnOnce(&str) -> bool) -> bool {
        let value = self.attr(name);
        let length = value.map_or(0, str::len) as u64;
        self.steps.take(1 + length / BYTES_PER_STEP) && value.is_some_and(test)
    }

    /// The first element among events that lead away from this one, on its own level.
    fn sibling<'e>(&self, events: impl Iterator<Item = &'e Event>) -> Option<Self> {
        if self.steps.is_over() {
            return None;
        }
        for event in events {
            self.steps.spend(1);
            match *event {
                Event::Text(_) => {}
                Event::Enter(id) | Event::Exit(id) => return (Some(id) != self.tape.element(self.id).parent).then(|| self.at(id)),
            }
        }
        None
    }
}

impl Element for Node<'_> {
    type Impl = Css;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.tape.element(self.id))
    }

    fn parent_element(&self) -> Option<Self> {
        let parent = self.tape.element(self.id).parent?;
        self.steps.take(1).then(|| self.at(parent))
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        let enter = self.tape.element(self.id).enter as usize;
        self.sibling(self.tape.events()[..enter].iter().rev())
    }

    fn next_sibling_element(&self) -> Option<Self> {
        let exit = self.tape.element(self.id).exit as usize;
        self.sibling(self.tape.events()[exit + 1..].iter())
    }

    fn first_element_child(&self) -> Option<Self> {
        let child = self.tape.inside(self.id).iter().find_map(|event| {
            self.steps.spend(1);
            match *event {
                Event::Enter(id) => Some(id),
                _ => None,
            }
        })?;
        self.steps.take(1).then(|| self.at(child))
    }

    fn has_local_name(&self, name: &Name) -> bool {
        self.steps.take(1) && self.tape.name(self.id) == name.as_str()
    }

    fn is_same_type(&self, other: &Self) -> bool {
        self.steps.spend(1);
        self.tape.name(self.id) == self.tape.name(other.id)
    }

    fn attr_matches(&self, _: &NamespaceConstraint<&Name>, name: &Name, operation: &AttrSelectorOperation<&Name>) -> bool {
        self.attr_passes(name.as_str(), |value| operation.eval_str(value))
    }

    fn has_id(&self, id: &Name, case: CaseSensitivity) -> bool {
        self.attr_passes("id", |value| case.eq(value.as_bytes(), id.as_str().as_bytes()))
    }

    fn has_class(&self, class: &Name, case: CaseSensitivity) -> bool {
        let class = class.as_str().as_bytes();
        self.attr_passes("class", |value| value.split_ascii_whitespace().any(|name| case.eq(name.as_bytes(), class)))
    }

    fn is_empty(&self) -> bool {
        self.steps.take(1) && self.tape.inside(self.id).is_empty()
    }

    fn is_root(&self) -> bool {
        self.steps.take(1) && self.tape.element(self.id).parent.is_none()
    }

    fn ignores_nth_child_selectors(&self) -> bool {
        !self.steps.take(1)
    }

    fn is_html_element_in_html_document(&self) -> bool {
        true
    }

    fn has_namespace(&self, _: &Name) -> bool {
        true
    }

    fn is_link(&self) -> bool {
        matches!(self.tape.tag(self.id), Tag::A | Tag::Area) && self.attr("href").is_some()
    }

    /// None: the caches of answers do the work, and filters would cost half a kilobyte an element.
    fn add_element_unique_hashes(&self, _: &mut BloomFilter) -> bool {
        false
    }

    // Nothing of what follows is on the tape, or in the grammar of rules.

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn match_non_ts_pseudo_class(&self, pseudo: &Pseudo, _: &mut MatchingContext<'_, Css>) -> bool {
        match *pseudo {}
    }

    fn match_pseudo_element(&self, pseudo: &Pseudo, _: &mut MatchingContext<'_, Css>) -> bool {
        match *pseudo {}
    }

    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_custom_state(&self, _: &Name) -> bool {
        false
    }

    fn imported_part(&self, _: &Name) -> Option<Name> {
        None
    }

    fn is_part(&self, _: &Name) -> bool {
        false
    }
}
