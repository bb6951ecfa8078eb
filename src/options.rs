//! What a caller can ask for.

use serde::Deserialize;

use crate::limits::Limits;
use crate::site_rules::SiteRules;

/// How to clean a page. The default suits a page whose address is not known.
///
/// ```
/// let options = readwell::Options { url: Some("https://example.com/news/".into()), ..Default::default() };
/// let page = "<h1>Ferry returns</h1><p>The ferry to the island sails again from Monday, after nine months of repairs, \
///             <a href='times'>four times a day</a>, the harbour office said on Friday.</p>";
/// let article = readwell::clean(page, &options)?.into_article().expect("an article");
/// assert!(article.content.contains("https://example.com/news/times"));
/// # Ok::<(), readwell::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// The page's own absolute address, against which its links are resolved. Without it (and without a `<base>`),
    /// relative links are dropped and their text stays.
    pub url: Option<String>,
    /// The charset that the transport declared (`Content-Type`), a label of the Encoding Standard. Only bytes use it.
    pub charset: Option<String>,
    /// Whether to say what was removed, and why.
    pub trace: bool,
    /// What is known of certain sites: it applies where [`Options::url`] is of such a site.
    pub site_rules: SiteRules,
    /// Bounds on the work.
    #[serde(flatten)]
    pub limits: Limits,
}
