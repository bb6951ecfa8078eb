//! What a caller can ask for.

use serde::Deserialize;

use crate::hints::Hint;
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
    /// Whether to give the page's JSON-LD and `<meta>` elements as they stand.
    ///
    /// ```
    /// let options = readwell::Options { raw_metadata: true, ..Default::default() };
    /// let page = "<meta name=robots content=noindex><p>The ferry to the island sails again from Monday, after nine months \
    ///             of repairs, four times a day, the harbour office said on Friday.</p>";
    /// let article = readwell::clean(page, &options)?.into_article().expect("an article");
    /// assert_eq!(article.metadata.meta.expect("asked for")[0].content, "noindex");
    /// # Ok::<(), readwell::Error>(())
    /// ```
    pub raw_metadata: bool,
    /// Whether the Markdown starts with what the page says of itself, as YAML between two lines of `---`.
    ///
    /// ```
    /// let options = readwell::Options { front_matter: true, ..Default::default() };
    /// let page = "<title>A &quot;new&quot; ferry: at last</title><p>The ferry to the island sails again from Monday, after \
    ///             nine months of repairs, four times a day, the harbour office said on Friday.</p>";
    /// let article = readwell::clean(page, &options)?.into_article().expect("an article");
    /// assert!(article.markdown.starts_with("---\ntitle: \"A \\\"new\\\" ferry: at last\"\n"));
    /// # Ok::<(), readwell::Error>(())
    /// ```
    pub front_matter: bool,
    /// Whether links lose the parameters that only follow their readers (`utm_source`, `fbclid`, `gclid`, …).
    ///
    /// ```
    /// let options = readwell::Options { remove_tracking_parameters: true, ..Default::default() };
    /// let page = "<p>The ferry to the island sails again from Monday, after nine months of repairs, \
    ///             <a href='https://a.example/?day=2&utm_source=x'>four times a day</a>, the harbour office said on Friday.</p>";
    /// let article = readwell::clean(page, &options)?.into_article().expect("an article");
    /// assert!(article.content.contains("\"https://a.example/?day=2\""));
    /// # Ok::<(), readwell::Error>(())
    /// ```
    pub remove_tracking_parameters: bool,
    /// Hosts whose films and recordings are shown by the site's own player, in a sandboxed `<iframe>`, and not as a card that
    /// leads there: `["youtube.com", "vimeo.com"]`. The sites that are known are in
    /// [`grammar::PLAYER_HOSTS`](crate::grammar::PLAYER_HOSTS); others never are. Such a player makes requests by itself.
    ///
    /// ```
    /// let options = readwell::Options { iframes: vec!["youtube.com".into()], ..Default::default() };
    /// let page = "<p>The ferry to the island sails again from Monday, after nine months of repairs, four times a day, the \
    ///             harbour office said on Friday.</p><iframe src='https://www.youtube.com/embed/abc?autoplay=1'></iframe>";
    /// let article = readwell::clean(page, &options)?.into_article().expect("an article");
    /// assert!(article.content.contains("<iframe src=\"https://www.youtube-nocookie.com/embed/abc\""));
    /// # Ok::<(), readwell::Error>(())
    /// ```
    pub iframes: Vec<String>,
    /// What is known of certain sites: it applies where [`Options::url`] is of such a site.
    pub site_rules: SiteRules,
    /// Elements that stay whatever Readwell makes of them, with all in them but scripts, by [`Removal::ordinal`](crate::Removal::ordinal).
    /// Nothing else changes by that. Of elements within each other the innermost that is named counts, here and in [`Options::remove`].
    ///
    /// ```
    /// let page = "<p>The ferry to the island sails again from Monday, after nine months of repairs, four times a day, the \
    ///             harbour office said on Friday.</p><div class=share>Tell your friends</div>";
    /// let options = |keep| readwell::Options { trace: true, keep, ..Default::default() };
    /// let article = readwell::clean(page, &options(vec![]))?.into_article().expect("an article");
    /// let removed = article.trace.expect("asked for").removed[0].ordinal.expect("an element of the page's own");
    /// let article = readwell::clean(page, &options(vec![removed]))?.into_article().expect("an article");
    /// assert!(article.text_content.ends_with("Tell your friends"));
    /// # Ok::<(), readwell::Error>(())
    /// ```
    pub keep: Vec<u32>,
    /// Elements that go whatever Readwell makes of them, with all in them, likewise. Their reason is [`Removed::SiteRule`](crate::Removed::SiteRule).
    pub remove: Vec<u32>,
    /// How each element of a live page is shown, where that is known. See [`Hint`].
    pub hints: Vec<Hint>,
    /// Bounds on the work.
    #[serde(flatten)]
    pub limits: Limits,
}
