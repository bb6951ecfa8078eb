//! Site rules: what a caller knows of certain sites, as data. They choose and take away; they never write.

mod css;
mod found;
mod host;
mod json;
mod matching;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::{Deserialize, Deserializer};

use crate::error::Error;
use css::Selector;
use host::Host;

pub(crate) use found::{Found, TooCostly, value};

/// What is known of the pages of one host: which of their elements are the article, which are not, and which hold the
/// title, the authors and the date. Each is a CSS selector; what a rule does not say is found as on any other page.
///
/// `host` is a host name (`news.example.com`, that host alone) or `*.` and one (`*.example.com`, that host and every host
/// under it). A rule needs [`Options::url`](crate::Options::url) to apply, and comes with no scheme, port or path.
///
/// Selectors are those of CSS with the pseudo-classes that speak of the tree: `:not`, `:is`, `:where`, `:has`, `:root`,
/// `:empty`, `:first-child`, `:nth-child(2n)`, `:last-of-type` and their like. See [`SiteRules`] for the bounds.
///
/// ```
/// use readwell::{Options, SiteRule, SiteRules};
///
/// let rule = SiteRule {
///     host: "*.example.com".into(),
///     content: vec!["#story".into()],
///     remove: vec![".stock-ticker".into()],
///     author: Some("[data-writer]".into()),
///     ..SiteRule::default()
/// };
/// let options = Options {
///     url: Some("https://www.example.com/news/ferry".into()),
///     site_rules: SiteRules::new(vec![rule])?,
///     ..Options::default()
/// };
/// let page = "<h1>Ferry returns</h1><p data-writer>Jane Doe</p><div id=story><p>The ferry to the island sails again from \
///             Monday, after nine months of repairs, four times a day.</p><p class=stock-ticker>FRY 12.3 up 4 percent</p></div>";
/// let article = readwell::clean(page, &options)?.into_article().expect("an article");
/// assert!(article.text_content.ends_with("four times a day."));
/// assert_eq!(article.metadata.byline.as_deref(), Some("Jane Doe"));
/// # Ok::<(), readwell::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteRule {
    /// Which pages it is for.
    pub host: String,
    /// The article: every element that one of these matches, in the page's order, with all in it but scripts, forms,
    /// navigation and other clutter. Where none matches, or they hold too few words, the article is found as ever.
    pub content: Vec<String>,
    /// What goes, with all in it, wherever it stands.
    pub remove: Vec<String>,
    /// The title: the `content` attribute, or else the text, of the first match.
    pub title: Option<String>,
    /// The authors: likewise, of each match.
    pub author: Option<String>,
    /// The date of publication: the `datetime` or `content` attribute, or else the text, of the first match that holds a
    /// date.
    pub date: Option<String>,
}

/// Site rules that have been read and checked, once for all pages: cloning them costs nothing.
///
/// Of the rules for a page's host, what is to be removed adds up; of content, title, authors and date, the first rule whose
/// selectors find some is followed.
///
/// # Bounds
/// - 1,000 rules, 32 selectors in each list of a rule;
/// - a selector of 500 bytes, 32 simple selectors and 4 levels of brackets;
/// - for one page, 1,000 steps of matching an element and 40 million in all. Pages of a hundred thousand elements with dozens
///   of ordinary selectors stay far below; a rule that needs more gives
///   [`Reason::LimitExceeded`](crate::Reason::LimitExceeded).
#[derive(Clone, Debug, Default)]
pub struct SiteRules(Arc<[Rule]>);

/// A rule and what was read of it.
#[derive(Debug)]
struct Rule {
    source: SiteRule,
    host: Host,
    content: Vec<Selector>,
    remove: Vec<Selector>,
    title: Option<Selector>,
    author: Option<Selector>,
    date: Option<Selector>,
}

/// Most rules.
const MAX_RULES: usize = 1_000;
/// Most selectors of one list.
const MAX_SELECTORS: usize = 32;

impl SiteRules {
    /// Reads and checks rules.
    ///
    /// # Errors
    /// When a host or selector can't be used, or there are too many: `invalid-site-rule`, which names the rule by its index
    /// and the field.
    ///
    /// ```
    /// use readwell::{SiteRule, SiteRules};
    ///
    /// let rule = SiteRule { host: "example.com".into(), remove: vec![".ad".into(), "div >>".into()], ..SiteRule::default() };
    /// let error = SiteRules::new(vec![rule]).unwrap_err();
    /// assert_eq!(error.code(), "invalid-site-rule");
    /// assert!(error.to_string().starts_with("siteRules[0].remove[1]: "));
    /// ```
    pub fn new(rules: Vec<SiteRule>) -> Result<Self, Error> {
        if rules.len() > MAX_RULES {
            return Err(Error::invalid_site_rule("", format_args!("{} rules are more than {MAX_RULES}", rules.len())));
        }
        let rules = rules.into_iter().enumerate().map(|(index, rule)| Rule::new(index, rule));
        Ok(Self(rules.collect::<Result<_, _>>()?))
    }

    /// Reads and checks rules that come as a JSON array.
    ///
    /// # Errors
    /// As for [`SiteRules::new`], and when the text is no such array.
    ///
    /// ```
    /// let rules = readwell::SiteRules::from_json(r#"[{ "host": "example.com", "remove": [".stock-ticker"] }]"#)?;
    /// assert!(!rules.is_empty());
    /// let error = readwell::SiteRules::from_json(r#"[{ "host": "example.com", "remove": [7] }]"#).unwrap_err();
    /// assert!(error.to_string().starts_with("siteRules[0].remove[0]: "));
    /// # Ok::<(), readwell::Error>(())
    /// ```
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let value = serde_json::from_str(json).map_err(|error| Error::invalid_site_rule("", error))?;
        Self::new(json::rules(value)?)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rules for a page's host.
    fn of<'a>(&'a self, host: &str) -> impl Iterator<Item = &'a Rule> {
        self.0.iter().filter(move |rule| rule.host.covers(host))
    }

    /// The attributes that the rules for a host ask for, beside those that are kept in any case.
    pub(crate) fn attributes(&self, host: Option<&str>) -> Vec<Box<str>> {
        let rules = host.into_iter().flat_map(|host| self.of(host));
        let mut names: Vec<Box<str>> = rules.flat_map(Rule::selectors).flat_map(Selector::attributes).cloned().collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl Rule {
    fn new(index: usize, source: SiteRule) -> Result<Self, Error> {
        let host = Host::new(&source.host).map_err(|why| Error::invalid_site_rule(format!("[{index}].host"), why))?;
        let list = |name: &str, selectors: &[String]| {
            let at = format!("[{index}].{name}");
            if selectors.len() > MAX_SELECTORS {
                return Err(Error::invalid_site_rule(at, format_args!("{} selectors are more than {MAX_SELECTORS}", selectors.len())));
            }
            let read = |(at_list, text): (usize, &String)| selector(format!("{at}[{at_list}]"), text);
            selectors.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()
        };
        let one = |name: &str, text: &Option<String>| text.as_deref().map(|text| selector(format!("[{index}].{name}"), text)).transpose();
        Ok(Self {
            host,
            content: list("content", &source.content)?,
            remove: list("remove", &source.remove)?,
            title: one("title", &source.title)?,
            author: one("author", &source.author)?,
            date: one("date", &source.date)?,
            source,
        })
    }

    fn selectors(&self) -> impl Iterator<Item = &Selector> {
        let lists = self.content.iter().chain(&self.remove);
        lists.chain(&self.title).chain(&self.author).chain(&self.date)
    }
}

fn selector(at: String, text: &str) -> Result<Selector, Error> {
    Selector::new(text).map_err(|why| Error::invalid_site_rule(at, format_args!("{text:?}: {why}")))
}

impl PartialEq for SiteRules {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().map(|rule| &rule.source).eq(other.0.iter().map(|rule| &rule.source))
    }
}

impl Eq for SiteRules {}

impl<'de> Deserialize<'de> for SiteRules {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        json::rules(Deserialize::deserialize(deserializer)?).and_then(Self::new).map_err(serde::de::Error::custom)
    }
}
