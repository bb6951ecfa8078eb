//! Markup in, field and source out.

mod sources;
mod titles;
mod visible;

use crate::article::{Metadata, Outcome};
use crate::{Options, clean};

/// A paragraph that makes a page an article in English, and tells nothing else.
const TEXT: &str = "<p>The ferry to the island sails again from Monday, after nine months of repairs, four times a day, the harbour \
                    office said, and it is not the only one that was repaired in the yard this year.</p>";

fn metadata(page: &str) -> Metadata {
    let options = Options { url: Some("https://example.com/news/ferry".to_owned()), ..Options::default() };
    match clean(page, &options).expect("the options can be used") {
        Outcome::Article(article) => article.metadata,
        Outcome::NoArticle(nothing) => nothing.metadata,
    }
}

/// The field as JSON text and its source; empty if there is none.
fn field(page: &str, name: &str) -> (String, String) {
    let json = serde_json::to_value(metadata(page)).expect("metadata is plain data");
    let text = match &json[name] {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    };
    (text, json["sources"][name].as_str().unwrap_or_default().to_owned())
}

fn check(cases: &[(&str, &str, &str, &str)]) {
    for (page, name, value, source) in cases {
        assert_eq!(field(page, name), ((*value).to_owned(), (*source).to_owned()), "{name} of {page}");
    }
}

fn ld(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>{TEXT}")
}

#[test]
fn each_meta_dialect_is_read() {
    check(&[
        (r#"<meta property="og:title" content="A &amp; B">"#, "title", "A & B", "open-graph"),
        (r#"<meta name="dc.title" content="A title"><meta property="og:title" content="No">"#, "title", "A title", "dublin-core"),
        (r#"<meta name="parsely-title" content="A title">"#, "title", "A title", "parsely"),
        (r#"<meta name="sailthru.author" content="Jane Doe">"#, "byline", "Jane Doe", "sailthru"),
        (
            r#"<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, John">"#,
            "byline",
            "Jane Doe, John Roe",
            "citation",
        ),
        (
            r#"<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Doe">"#,
            "byline",
            "Jane Doe",
            "twitter",
        ),
        (
            r#"<meta property="article:author" content="https://facebook.com/jane"><meta name=author content="Jane Doe">"#,
            "byline",
            "Jane Doe",
            "meta",
        ),
        (
            r#"<meta property="article:published_time" content="2024-05-06T07:08:09+02:00">"#,
            "publishedTime",
            "2024-05-06T07:08:09+02:00",
            "open-graph",
        ),
        (r#"<meta property="article:modified_time" content="2024-05-06">"#, "modifiedTime", "2024-05-06", "open-graph"),
        (r#"<meta property="article:modified_time" content="2024-05-06">"#, "publishedTime", "", ""),
        (
            r#"<meta property="og:type" content="article"><meta property="article:modified_time" content="2024-05-06">"#,
            "publishedTime",
            "",
            "",
        ),
        (r#"<meta name="DCTERMS.created" content="2024-05-06">"#, "publishedTime", "2024-05-06", "dublin-core"),
        (r#"<meta name="x-site-published-date" content="2024-05-06">"#, "publishedTime", "2024-05-06", "meta"),
        (r#"<meta property="article:tag" content="a"><meta property="article:tag" content="b">"#, "tags", r#"["a","b"]"#, "open-graph"),
        (r#"<meta name=keywords content="a, b,a">"#, "tags", r#"["a","b"]"#, "meta"),
        (r#"<meta property="article:section" content="Harbour">"#, "section", "Harbour", "open-graph"),
        (r#"<meta property="og:site_name" content="Example News">"#, "siteName", "Example News", "open-graph"),
        (
            r#"<meta property="og:image" content="/logo.png"><meta name="twitter:image" content="/ferry.jpg">"#,
            "image",
            "https://example.com/ferry.jpg",
            "twitter",
        ),
        (r#"<meta property="og:image" content="javascript:alert(1)">"#, "image", "", ""),
        (
            r#"<meta name=description content="{{ description }}"><meta property="og:description" content="Short.">"#,
            "excerpt",
            "Short.",
            "open-graph",
        ),
    ]);
}

#[test]
fn links_and_attributes_are_read() {
    check(&[
        (r#"<link rel=canonical href="/a">"#, "canonicalUrl", "https://example.com/a", "link"),
        (
            r#"<link rel=canonical href="javascript:x"><meta property="og:url" content="/b">"#,
            "canonicalUrl",
            "https://example.com/b",
            "open-graph",
        ),
        (
            r#"<link rel=apple-touch-icon href=a.png><link rel="shortcut icon" href=b.ico>"#,
            "favicon",
            "https://example.com/news/b.ico",
            "link",
        ),
        ("<html lang=en_us><p>x", "lang", "en-US", "html-attribute"),
        (r#"<meta http-equiv=content-language content="de">"#, "lang", "de", "meta"),
        (r#"<meta property="og:locale" content="pt_BR">"#, "lang", "pt-BR", "open-graph"),
        (TEXT, "lang", "en", "text"),
        ("<html dir=ltr><body dir=rtl><p>x", "dir", "rtl", "html-attribute"),
        ("<html lang=ar><p>x", "dir", "rtl", "text"),
        ("<html lang=en><p>x", "dir", "", ""),
    ]);
}

#[test]
fn json_ld_is_read_as_real_pages_have_it() {
    for (json, name, value) in [
        (r#"{"@type":"NewsArticle","headline":"Ferry returns"}"#, "title", "Ferry returns"),
        (r#"{"@type":"NewsArticle","author":{"@type":"Person","name":"Jane Doe"}}"#, "byline", "Jane Doe"),
        (r#"{"@type":["Thing","BlogPosting"],"author":["Jane Doe","By John Roe, Staff Writer"]}"#, "byline", "Jane Doe, John Roe"),
        (r#"{"@graph":[{"@type":"Article","author":{"@id":"j"}},{"@type":"Person","@id":"j","name":"Jane Doe"}]}"#, "byline", "Jane Doe"),
        (
            r#"[{"@type":"BreadcrumbList"},{"@type":"http://schema.org/Article","datePublished":"2024-05-06"}]"#,
            "publishedTime",
            "2024-05-06",
        ),
        (r#"{"@type":"WebPage","mainEntity":{"@type":"Article","dateModified":"2024-05-06"}}"#, "modifiedTime", "2024-05-06"),
        (r#"{"@type":"Article","publisher":{"@type":"Organization","name":"Example News"}}"#, "siteName", "Example News"),
        (r#"{"@type":"Article","image":["logo.png",{"url":"a.jpg"}]}"#, "image", "https://example.com/news/a.jpg"),
        (r#"{"@type":"Article","author":{"@type":"Organization","name":"Smith, Brown & Co"}}"#, "byline", "Smith, Brown & Co"),
        (
            r#"{"@type":"Article","author":[{"@type":"Organization","name":"Acme"},{"@type":"Person","name":"Jane Doe"}]}"#,
            "byline",
            "Jane Doe",
        ),
        ("{\"@type\":\"Article\", /* why */ \"description\":\"Two\nlines.\",}", "excerpt", "Two lines."),
        ("<![CDATA[ {\"@type\":\"Article\",\"description\":\"Short.\"} ]]>", "excerpt", "Short."),
        (r#"{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Why?"}]}"#, "title", ""),
        (r#"[{"@type":"Article","headline":"One","author":"A B"},{"@type":"Article","headline":"Two","author":"C D"}]"#, "byline", ""),
    ] {
        let expected = (value.to_owned(), if value.is_empty() { String::new() } else { "json-ld".to_owned() });
        assert_eq!(field(&ld(json), name), expected, "{json}");
    }
    assert_eq!(metadata(&ld(&"[".repeat(200_000))).title, None);
}

#[test]
fn markup_in_the_page_is_read() {
    check(&[
        (
            r#"<div itemscope itemtype="https://schema.org/Article"><h1 itemprop=headline>Ferry</h1><span itemprop=author itemscope itemtype="https://schema.org/Person"><b itemprop=name>Jane Doe</b>, 12</span></div>"#,
            "byline",
            "Jane Doe",
            "microdata",
        ),
        (
            r#"<div itemscope itemtype="https://schema.org/BlogPosting"><meta itemprop=datePublished content="2024-05-06"></div>"#,
            "publishedTime",
            "2024-05-06",
            "microdata",
        ),
        (
            r#"<div itemscope itemtype="https://schema.org/Comment"><meta itemprop=datePublished content="2024-05-06"></div>"#,
            "publishedTime",
            "",
            "",
        ),
        (
            r#"<div typeof="schema:Article"><span property="schema:datePublished" content="2024-05-06"></span></div>"#,
            "publishedTime",
            "2024-05-06",
            "rdfa",
        ),
        (
            "<h1>Ferry returns</h1><a class='p-author h-card' href=/jane>Jane Doe</a>",
            "authors",
            r#"[{"name":"Jane Doe","url":"https://example.com/jane"}]"#,
            "microformat",
        ),
        ("<h1>Ferry returns</h1><a rel=author href=/jane>Jane Doe</a>", "byline", "Jane Doe", "link"),
        ("<h1>Ferry returns</h1><time datetime=2024-05-06>yesterday</time>", "publishedTime", "2024-05-06", "time-element"),
        ("<h1>Ferry returns</h1><p>Updated: <time datetime=2024-05-06>yesterday</time>", "modifiedTime", "2024-05-06", "time-element"),
        ("<h1>Ferry returns</h1><p>Updated: <time datetime=2024-05-06>yesterday</time>", "publishedTime", "2024-05-06", "time-element"),
        ("<h1>Ferry returns</h1><p>Posted <relative-time datetime=2024-05-06>", "publishedTime", "2024-05-06", "time-element"),
    ]);
}

#[test]
fn raw_data_is_given_on_request_as_it_stands() {
    let page = format!(
        "<meta property='og:title' content='A &amp;amp; B'><meta charset=utf-8>{}{}",
        ld(r#"{"@type": "Article", "x": {"__proto__": 1, "y": [null, 2.5]},}"#),
        ld("no JSON"),
    );
    let options = Options { raw_metadata: true, ..Options::default() };
    let article = clean(&page, &options).expect("options").into_article().expect("an article");
    let json = serde_json::to_value(&article).expect("plain data");
    assert_eq!(json["schemaOrg"], serde_json::json!([{"@type": "Article", "x": {"y": [null, 2.5]}}]));
    assert_eq!(json["meta"], serde_json::json!([{"name": "og:title", "content": "A &amp; B"}]));
    assert!(metadata(&page).meta.is_none());
}
