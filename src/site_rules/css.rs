//! CSS selectors, as Servo's own parser reads them.

use std::fmt::{self, Write};

use cssparser::{ParseError, ParserInput, ToCss};
use precomputed_hash::PrecomputedHash;
use selectors::attr::NamespaceConstraint;
use selectors::parser::{Component, ParseRelative, RelativeSelector, SelectorList, SelectorParseErrorKind};
use selectors::visitor::SelectorVisitor;

use crate::html::Attr;

/// Longest selector, in bytes.
const MAX_BYTES: usize = 500;
/// Most simple selectors (a name, a class, an attribute, a pseudo-class) in one.
const MAX_SIMPLE: usize = 32;
/// Most brackets in brackets: `:not(:is(a, b))` has two.
const MAX_BRACKETS: usize = 4;

/// A selector, or several with commas between.
#[derive(Debug)]
pub(super) struct Selector {
    list: SelectorList<Css>,
    /// Names of attributes that it asks for and that no other stage reads.
    attributes: Vec<Box<str>>,
}

impl Selector {
    pub(super) fn new(text: &str) -> Result<Self, String> {
        if text.len() > MAX_BYTES {
            return Err(format!("a selector is at most {MAX_BYTES} bytes long"));
        }
        if brackets(text) > MAX_BRACKETS {
            return Err(format!("brackets are at most {MAX_BRACKETS} deep"));
        }
        let mut input = ParserInput::new(text);
        let list =
            SelectorList::parse(&Grammar, &mut cssparser::Parser::new(&mut input), ParseRelative::No).map_err(|error| why(text, &error))?;
        let mut survey = Survey::default();
        for selector in list.slice() {
            selector.visit(&mut survey);
        }
        if survey.simple > MAX_SIMPLE {
            return Err(format!("{} simple selectors are more than {MAX_SIMPLE}", survey.simple));
        }
        Ok(Self { list, attributes: survey.attributes })
    }

    pub(super) const fn list(&self) -> &SelectorList<Css> {
        &self.list
    }

    pub(super) fn attributes(&self) -> impl Iterator<Item = &Box<str>> {
        self.attributes.iter()
    }
}

/// How deep brackets nest. Those in strings count too: a bound need not be exact.
fn brackets(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// What is wrong with a selector, in words.
fn why(text: &str, error: &ParseError<'_, Mistake>) -> String {
    let what = match &error.kind {
        cssparser::ParseErrorKind::Custom(Mistake(what)) => what.clone(),
        cssparser::ParseErrorKind::Basic(_) => "no CSS selector".to_owned(),
    };
    let column = (error.location.column as usize).saturating_sub(1).min(text.len());
    format!("{what}, at character {}", column + 1)
}

/// A mistake in a selector.
#[derive(Debug)]
pub(super) struct Mistake(String);

impl From<SelectorParseErrorKind<'_>> for Mistake {
    fn from(kind: SelectorParseErrorKind<'_>) -> Self {
        Self(match kind {
            SelectorParseErrorKind::EmptySelector | SelectorParseErrorKind::DanglingCombinator => "a selector is missing".to_owned(),
            SelectorParseErrorKind::UnsupportedPseudoClassOrElement(name) => format!("no rule can use \":{name}\""),
            SelectorParseErrorKind::ExpectedNamespace(name) => format!("{name:?} is no known namespace"),
            _ => "no CSS selector".to_owned(),
        })
    }
}

/// What of CSS's grammar rules can use.
struct Grammar;

impl selectors::parser::Parser<'_> for Grammar {
    type Impl = Css;
    type Error = Mistake;

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    /// A mistake inside `:is()` is one to be told of.
    fn allow_forgiving_selectors(&self) -> bool {
        false
    }
}

/// What there is to know of a selector before it is used.
#[derive(Default)]
struct Survey {
    simple: usize,
    attributes: Vec<Box<str>>,
}

impl SelectorVisitor for Survey {
    type Impl = Css;

    fn visit_attribute_selector(&mut self, _: &NamespaceConstraint<&Name>, _: &Name, lower: &Name) -> bool {
        if Attr::from_name(lower.as_str()).is_none() {
            self.attributes.push(lower.0.clone());
        }
        true
    }

    fn visit_simple_selector(&mut self, _: &Component<Css>) -> bool {
        self.simple += 1;
        true
    }

    fn visit_relative_selector_list(&mut self, list: &[RelativeSelector<Css>]) -> bool {
        list.iter().all(|relative| relative.selector.visit(self))
    }
}

/// The types that selectors are made of here.
#[derive(Clone, Debug)]
pub(super) struct Css;

impl selectors::SelectorImpl for Css {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Name;
    type Identifier = Name;
    type LocalName = Name;
    type NamespaceUrl = Name;
    type NamespacePrefix = Name;
    type BorrowedNamespaceUrl = Name;
    type BorrowedLocalName = Name;
    type NonTSPseudoClass = Pseudo;
    type PseudoElement = Pseudo;
}

/// A name or value in a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name(Box<str>);

impl Name {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl ToCss for Name {
    fn to_css<W: Write>(&self, out: &mut W) -> fmt::Result {
        cssparser::serialize_identifier(&self.0, out)
    }
}

/// Only filters that are not used here ask for it.
impl PrecomputedHash for Name {
    fn precomputed_hash(&self) -> u32 {
        0
    }
}

/// The pseudo-classes and pseudo-elements that need more than the tree: none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pseudo {}

impl ToCss for Pseudo {
    fn to_css<W: Write>(&self, _: &mut W) -> fmt::Result {
        match *self {}
    }
}

impl selectors::parser::NonTSPseudoClass for Pseudo {
    type Impl = Css;

    fn is_active_or_hover(&self) -> bool {
        match *self {}
    }

    fn is_user_action_state(&self) -> bool {
        match *self {}
    }
}

impl selectors::parser::PseudoElement for Pseudo {
    type Impl = Css;
}
