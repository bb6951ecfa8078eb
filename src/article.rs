//! What comes out: an [`Article`], or the [`Reason`] why there is none.

use std::collections::BTreeMap;

use serde::Serialize;

/// What cleaning a page gave.
///
/// ```
/// use readwell::{Options, Outcome, Reason, clean};
///
/// match clean("", &Options::default())? {
///     Outcome::Article(article) => println!("{}", article.content),
///     Outcome::NoArticle(nothing) => assert_eq!(nothing.reason, Reason::EmptyInput),
/// }
/// # Ok::<(), readwell::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The page has an article.
    Article(Box<Article>),
    /// It has none, and this is why.
    NoArticle(Box<NoArticle>),
}

impl Outcome {
    /// The article, if there is one.
    #[must_use]
    pub fn into_article(self) -> Option<Article> {
        match self {
            Self::Article(article) => Some(*article),
            Self::NoArticle(_) => None,
        }
    }

    /// Why there is no article; `None` if there is one.
    #[must_use]
    pub const fn reason(&self) -> Option<Reason> {
        match self {
            Self::Article(_) => None,
            Self::NoArticle(nothing) => Some(nothing.reason),
        }
    }
}

/// Serialized as the article's or the reason's fields, with `ok` telling which.
impl Serialize for Outcome {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Tagged<'a, T> {
            ok: bool,
            #[serde(flatten)]
            outcome: &'a T,
        }
        match self {
            Self::Article(article) => Tagged { ok: true, outcome: article.as_ref() }.serialize(serializer),
            Self::NoArticle(nothing) => Tagged { ok: false, outcome: nothing.as_ref() }.serialize(serializer),
        }
    }
}

/// A page's article, in three forms that can't disagree: they are written from one tree.
///
/// Field names are those of Readability.js where it has the field. All text is Unicode; `content` is HTML that is safe
/// to insert into a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// What the page says of itself.
    #[serde(flatten)]
    pub metadata: Metadata,
    /// The article as HTML, from a closed list of elements and attributes.
    ///
    /// A heading at its start that says the same as [`Metadata::title`] is left out here, in the text and in the Markdown:
    /// a reader view prints the title itself, and reviewed texts of articles seldom begin with it. A heading that says
    /// anything else stays.
    pub content: String,
    /// The article as text: blocks on lines of their own.
    pub text_content: String,
    /// The article as `CommonMark` with GitHub's tables.
    pub markdown: String,
    /// Characters (Unicode scalar values) of `text_content`.
    pub length: usize,
    /// Words of `text_content`. In scripts without word spaces (Chinese, Japanese, Thai, …) each character counts as one.
    pub word_count: usize,
    /// Minutes to read it, rounded up: 238 words a minute (Brysbaert 2019, silent reading of English non-fiction), or 500
    /// characters where each character counts as a word.
    pub reading_time: u32,
    /// The pictures in it, in order.
    pub images: Vec<Image>,
    /// Its headings, in order.
    pub toc: Vec<TocEntry>,
    /// What kind of page it is.
    pub page_type: PageType,
    /// How sure Readwell is that this is the article, whole and alone: 0 to 1. One half is the share of its words that
    /// read as prose, the other the share of the page's plausible prose that it has; little prose in all, or a first
    /// attempt that took too much, lowers it. To two places.
    pub quality: f64,
    /// Where the text goes on, if its site cuts it into pages. Only an address that is this page's but for the page's number
    /// counts: no next post, no older comments, no list. [`Parts`](crate::Parts) puts such pages together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_page: Option<String>,
    /// The page of the same text before this one, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_page: Option<String>,
    /// What was removed and why, if [`Options::trace`](crate::Options::trace) asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<Trace>,
}

/// A page without an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NoArticle {
    /// Why there is none.
    pub reason: Reason,
    /// The reason in a sentence, for people.
    pub message: String,
    /// What text there is, one block a line.
    pub text_content: String,
    /// What the page says of itself all the same.
    #[serde(flatten)]
    pub metadata: Metadata,
    /// What was removed and why, if [`Options::trace`](crate::Options::trace) asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<Trace>,
}

/// Why a page has no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// Nothing but white space came in.
    EmptyInput,
    /// What came in has no markup, or is a program's data.
    NotHtml,
    /// The page has markup, but too few words to be an article.
    TooLittleText,
    /// The page is an empty shell that scripts would fill.
    NeedsScripts,
    /// A bound of [`Limits`](crate::Limits) was met; the text is that of the part before it.
    LimitExceeded,
}

impl Reason {
    /// The reason in a sentence.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::EmptyInput => "The page is empty.",
            Self::NotHtml => "This is not an HTML page.",
            Self::TooLittleText => "The page has too little text for an article.",
            Self::NeedsScripts => "The page is empty until its scripts run.",
            Self::LimitExceeded => "The page is larger than the limits allow.",
        }
    }
}

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// The article's title, without the site's name.
    pub title: Option<String>,
    /// Its authors in one line, as a page would print them.
    pub byline: Option<String>,
    /// A summary, from the page or else the first paragraph.
    pub excerpt: Option<String>,
    /// The site's name.
    pub site_name: Option<String>,
    /// When it was first published, in ISO 8601; a zone only if the page says so. Where a page shows its readers only when it
    /// was last changed, that.
    pub published_time: Option<String>,
    /// When it was last changed, likewise.
    pub modified_time: Option<String>,
    /// Its language, a BCP 47 tag.
    pub lang: Option<String>,
    /// Its direction.
    pub dir: Option<Direction>,
    /// Its authors, one by one.
    pub authors: Vec<Author>,
    /// Its own address by its own account.
    pub canonical_url: Option<String>,
    /// Its lead picture's address.
    pub image: Option<String>,
    /// The site's icon's address.
    pub favicon: Option<String>,
    /// The section of the site that it is in.
    pub section: Option<String>,
    /// Its keywords.
    pub tags: Vec<String>,
    /// The page's JSON-LD, block by block, as it stands, if [`Options::raw_metadata`](crate::Options::raw_metadata) asks for
    /// it. Nothing of it is checked: its texts are not safe as HTML, nor its addresses as links.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema_org: Option<Vec<serde_json::Value>>,
    /// Its `<meta>` elements with a name and a content, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meta: Option<Vec<MetaTag>>,
    /// Where each field above that has a value came from, by the field's name in JSON.
    pub sources: BTreeMap<&'static str, Source>,
}

/// A `<meta>` element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MetaTag {
    /// Its `property`, or else its `name`, `itemprop` or `http-equiv`, as written.
    pub name: String,
    /// Its content, character references decoded.
    pub content: String,
}

/// An author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Author {
    /// The name alone: no "By", no role.
    pub name: String,
    /// The author's page.
    pub url: Option<String>,
}

/// Where a metadata field was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Source {
    /// A `<script type="application/ld+json">` block.
    JsonLd,
    /// An `og:` or `article:` property.
    OpenGraph,
    /// A `twitter:` card.
    Twitter,
    /// A Dublin Core `dc.` or `dcterms.` name.
    DublinCore,
    /// A `parsely-` name.
    Parsely,
    /// A `sailthru.` name.
    Sailthru,
    /// A `citation_` name, as scholarly pages have it.
    Citation,
    /// A plain `<meta name>`.
    Meta,
    /// An `itemprop` in the page.
    Microdata,
    /// An `RDFa` `property` in the page.
    Rdfa,
    /// A microformat's class (h-entry).
    Microformat,
    /// `<title>`.
    TitleElement,
    /// A heading of the page.
    Heading,
    /// A `<link>`, or an `<a rel>`.
    Link,
    /// A `<time>`.
    TimeElement,
    /// A line by the title that names the author.
    BylineText,
    /// The page's address.
    Url,
    /// An attribute such as `lang` or `dir`.
    HtmlAttribute,
    /// The article's own text.
    Text,
    /// An element that a [`SiteRule`](crate::SiteRule) names.
    SiteRule,
}

/// Which way text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// What kind of page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum PageType {
    /// A text with a beginning and an end: news, a blog post, a paper.
    Article,
    /// Posts of several people in turn.
    Forum,
    /// A manual's or reference's page.
    Documentation,
    /// One thing for sale.
    Product,
    /// Teasers of other pages.
    Listing,
    /// Things for sale or view, many at once.
    Collection,
    /// What a company or institution offers.
    Service,
    /// None of these.
    Other,
}

/// A picture in the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Image {
    /// Absolute address.
    pub src: String,
    /// What it shows, in words; may be empty.
    pub alt: String,
    /// Its caption.
    pub caption: Option<String>,
    /// Width in CSS pixels, if the page says.
    pub width: Option<u32>,
    /// Height likewise.
    pub height: Option<u32>,
}

/// A heading, for a table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TocEntry {
    /// 2 to 6.
    pub level: u8,
    /// The heading's id in `content`.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// What was removed and what was kept, by place in the source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// The outermost removed elements, in order.
    pub removed: Vec<Removal>,
    /// Ordinals of the elements whose text or picture is in the article.
    pub kept: Vec<u32>,
}

/// One removed element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Removal {
    /// Why.
    pub reason: Removed,
    /// Its place among the source's start tags outside `<template>`, from 0: the index in
    /// `document.querySelectorAll("*")` when the source is a serialized document. `None` for markup inside `<noscript>`.
    pub ordinal: Option<u32>,
    /// Its first byte in the source, as UTF-8.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Its first words.
    pub text: String,
}

/// Why an element was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Removed {
    /// A script, style or other text for programs.
    Code,
    /// Hidden by the page.
    Hidden,
    /// A menu, breadcrumb, pager or skip link.
    Navigation,
    /// The page's or site's header.
    Header,
    /// The page's or site's footer.
    Footer,
    /// An advert or sponsored box.
    Advert,
    /// A cookie or consent banner.
    Consent,
    /// A newsletter or sign-up box.
    SignUp,
    /// A paywall's nag or subscription offer.
    Paywall,
    /// An appeal for money or support.
    Appeal,
    /// Links to other articles.
    Related,
    /// Share and like buttons.
    Share,
    /// Readers' comments under an article.
    Comments,
    /// An author's box.
    AuthorBox,
    /// A form or form control.
    Form,
    /// A side column.
    Sidebar,
    /// A dialog, toast or overlay.
    Dialog,
    /// A picture that tells nothing: a pixel, an icon, a spacer.
    Picture,
    /// Mostly links.
    Links,
    /// The same text stands elsewhere.
    Duplicate,
    /// The title again.
    Title,
    /// Dates, bylines and the like that the metadata already says.
    Meta,
    /// Not the main text by its form and place.
    Boilerplate,
    /// A [`SiteRule`](crate::SiteRule) or [`Options::remove`](crate::Options::remove) says that it goes, or a rule that the
    /// article is elsewhere.
    SiteRule,
}
