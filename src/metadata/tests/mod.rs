//! Markup in, field and source out.

mod sources;

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
fn visible_lines_near_the_title_are_read() {
    for (lines, name, value) in [
        ("<p>By Jane Doe</p>", "byline", "Jane Doe"),
        ("<p>By</p><p>Jane Doe</p>", "byline", "Jane Doe"),
        ("<div>6 May 2024 by <a href=/j>Jane Doe</a></div>", "byline", "Jane Doe"),
        ("<p class=byline>von <b>Anna Meier</b><i>6. Mai 2024</i></p>", "byline", "Anna Meier"),
        ("<p class=post-author>Jane Doe</p>", "byline", "Jane Doe"),
        ("<p>By the end of the year the yard had repaired all of them.</p>", "byline", ""),
        ("<aside class=sidebar><p>By Jane Doe</p></aside>", "byline", ""),
        ("<p>Published on May 6, 2024</p>", "publishedTime", "2024-05-06"),
        ("<p>Publié le 6 mai 2024 à 10h30</p>", "publishedTime", "2024-05-06T10:30"),
        ("<p>Last updated May 6, 2024</p>", "modifiedTime", "2024-05-06"),
        ("<p>May 6, 2024 (updated June 7, 2024)</p>", "publishedTime", "2024-05-06"),
        ("<p>It was on 6 May 2024 that they came home again, and nobody saw them.</p>", "publishedTime", ""),
    ] {
        let expected = (value.to_owned(), if value.is_empty() { String::new() } else { "byline-text".to_owned() });
        assert_eq!(field(&format!("<h1>Ferry returns</h1>{lines}{TEXT}"), name), expected, "{lines}");
    }
}

#[test]
fn dates_are_settled_by_the_page_itself() {
    // 3/12 is 3 December only if the page was not changed before that.
    let page = |lang, modified| {
        format!("<html lang={lang}><meta property=article:modified_time content={modified}><h1>Ferry</h1><p>03/12/2021</p>")
    };
    assert_eq!(field(&page("en-GB", "2022-01-01"), "publishedTime").0, "2021-12-03");
    assert_eq!(field(&page("en-GB", "2021-04-01"), "publishedTime").0, "2021-03-12");
    assert_eq!(field(&page("en-US", "2022-01-01"), "publishedTime").0, "2021-03-12");
}

#[test]
fn without_a_description_the_first_paragraph_is_the_excerpt() {
    let more = "<p>Two hundred people came to see her leave the yard, some of them with flags, and one with a drum that could be heard over \
                the engine until she had passed the lighthouse and turned north.</p>";
    let page = format!("<article><h1>Ferry returns</h1><p>Home port</p>{TEXT}{more}</article>");
    let (excerpt, source) = field(&page, "excerpt");
    assert!(excerpt.starts_with("The ferry to the island") && excerpt.ends_with("this year."), "{excerpt}");
    assert_eq!(source, "text");
}

#[test]
fn a_note_that_leads_elsewhere_is_no_excerpt() {
    let (excerpt, _) = field(
        &format!("<article><h1>Ferry</h1><p>For other uses, see <a href=/b>Ferries of the north</a>.</p>{TEXT}</article>"),
        "excerpt",
    );
    assert!(excerpt.starts_with("The ferry to the island"), "{excerpt}");
}

#[test]
fn what_stands_below_the_article_counts_if_nothing_above_does() {
    let article = "<meta property=og:type content=article><title>Ferry returns</title><h1>Ferry returns</h1>";
    let long = TEXT.repeat(30);
    check(&[
        (
            &format!("{article}{long}<div class=credit><p class=author>Jane Doe</p><p class=date>5 May 2024</p></div>"),
            "publishedTime",
            "2024-05-05",
            "byline-text",
        ),
        (&format!("{article}{long}<p class=date>5 May 2024</p><p class=date>6 May 2024</p>"), "publishedTime", "", ""),
        (
            &format!("<h1>Ferry returns</h1>{long}<footer><p>Page last modified: 5 May 2024</p></footer>"),
            "modifiedTime",
            "2024-05-05",
            "byline-text",
        ),
        (&format!("<h1>Ferry returns</h1>{long}<div class=comment><p>Posted 5 May 2024</p></div>"), "publishedTime", "", ""),
        (&format!("<h1>Ferry returns</h1>{long}<p>Updated 5 May 2024</p><p>Updated 6 May 2024</p>"), "modifiedTime", "", ""),
    ]);
}

#[test]
fn dates_of_systems_and_of_products_date_no_text() {
    let page = r#"{"@type":"WebPage","datePublished":"2020-05-06"}"#;
    let signed = r#"{"@type":"WebPage","datePublished":"2020-05-06","author":{"@type":"Person","name":"Jane Doe"}}"#;
    let article = r#"{"@type":"Article","datePublished":"2020-05-06"}"#;
    check(&[
        (&ld(page), "publishedTime", "", ""),
        (&ld(signed), "publishedTime", "2020-05-06", "json-ld"),
        (&ld(article), "publishedTime", "2020-05-06", "json-ld"),
        (
            &format!("<h1>Ferry returns</h1><time datetime=2020-05-06>6 May 2020</time>{}", ld(page)),
            "publishedTime",
            "2020-05-06",
            "json-ld",
        ),
        // What readers see is when it was written; what the data say, when it was moved.
        (
            &format!("<h1>Ferry returns</h1><time datetime=2013-12-30>30 Dec 2013</time>{}", ld(article)),
            "publishedTime",
            "2013-12-30",
            "time-element",
        ),
        (&format!("<h1>Ferry returns</h1><p>Last post: 5 May 2019</p>{}", ld(article)), "publishedTime", "2020-05-06", "json-ld"),
        // The same but for the zone that a system made up.
        (
            &format!(
                "<meta name=DC.date content=2024-07-05T14:20:08Z><meta property=article:modified_time content=2024-07-05T14:20:08-04:00>\
                 <h1>Ferry returns</h1><time datetime='2024-03-01 05:00:00'>1 March 2024</time>{TEXT}"
            ),
            "publishedTime",
            "2024-03-01T05:00:00",
            "time-element",
        ),
    ]);
}

#[test]
fn users_and_boxes_of_two_name_authors() {
    let user = "<div itemscope itemtype='https://schema.org/QAPage'><div itemscope itemtype='https://schema.org/Question'><h1 itemprop=name>Ferry</h1>\
                <div itemprop=author itemscope itemtype='https://schema.org/Person'><span itemprop=name>user3080392</span></div></div></div>";
    let long = TEXT.repeat(30);
    let boxed = "<meta property=og:type content=article><title>Ferry returns</title><h1>Ferry returns</h1>";
    check(&[
        (&format!("{user}{TEXT}"), "byline", "user3080392", "microdata"),
        (
            &format!("{boxed}{long}<div><p>Written by <a href=/author/jane-doe-and-john-roe>Jane Doe and John Roe</a></p></div>"),
            "byline",
            "Jane Doe, John Roe",
            "link",
        ),
        (
            &format!(
                "<h1>Ferry</h1><div class=byline><span class=author><a class=authors>Jane Doe</a></span> <span>ISLAND TODAY</span></div>{TEXT}"
            ),
            "byline",
            "Jane Doe",
            "byline-text",
        ),
        (&format!("<h1>Ferry</h1><p>May 5, 2024 · Jane Doe</p>{TEXT}"), "byline", "Jane Doe", "byline-text"),
        (&format!("<h1>Ferry</h1><p>Jane Doe | Senior Writer | May 5, 2024</p>{TEXT}"), "byline", "Jane Doe", "byline-text"),
        (
            &format!("<meta property=article:section content='Island Life'><h1>Ferry</h1><p>May 5, 2024 · Island Life</p>{TEXT}"),
            "byline",
            "",
            "",
        ),
        (&format!("<h1>Ferry</h1><p>by Jane Doe ● May 5, 2024 ● 6 min read</p>{TEXT}"), "byline", "Jane Doe", "byline-text"),
    ]);
}

#[test]
fn a_table_of_facts_dates_no_page() {
    check(&[
        (&format!("<h1>Ferry</h1><table><tr><th>Founded<td>28 February 1998</table>{TEXT}"), "publishedTime", "", ""),
        (&format!("<h1>Ferry</h1><table><tr><td>28 February 1998</table>{TEXT}"), "publishedTime", "1998-02-28", "byline-text"),
        (
            &format!("<h1>Ferry</h1><p>The line[1]: 207–8 was founded[2] in a small harbour.[1][2]</p>{TEXT}"),
            "excerpt",
            "The line was founded in a small harbour.",
            "text",
        ),
    ]);
}

#[test]
fn a_heading_sheds_what_is_shown_beside_the_title() {
    let named = "<meta property=og:title content='Ferry returns to the island'>";
    let article = "<meta property=og:type content=article>";
    check(&[
        (
            &format!("{named}<h1>Ferry returns to the island <span>(example.org)</span> 87</h1>{TEXT}"),
            "title",
            "Ferry returns to the island",
            "open-graph",
        ),
        (
            &format!("{named}{article}<h1><span>Title:</span>Ferry returns to the island</h1>{TEXT}"),
            "title",
            "Ferry returns to the island",
            "open-graph",
        ),
        (
            &format!("{named}{article}<h1>At last, ferry returns to the island</h1>{TEXT}"),
            "title",
            "At last, ferry returns to the island",
            "heading",
        ),
        (&format!("<title>Ferries - The Island Manual</title><h2>Ferries</h2>{TEXT}"), "title", "Ferries", "heading"),
        (&format!("<h1>Ferry returns to the island | Opinion</h1>{TEXT}"), "title", "Ferry returns to the island", "heading"),
    ]);
}

#[test]
fn titles_are_told_from_what_stands_beside_them() {
    let site = "<meta property=og:site_name content=Ferry>";
    let named = |title: &str| format!("<meta property=og:title content='{title}'><title>{title}</title>");
    let article = "<meta property=article:published_time content=2024-05-06>";
    check(&[
        // What begins like the site's name may be a product's …
        (
            &format!("{site}{}<h1>Other</h1><h1>More</h1>{TEXT}", named("Ferry Pass – for a year")),
            "title",
            "Ferry Pass – for a year",
            "open-graph",
        ),
        // … and a headline may say the site's name itself, before its titles go on.
        (
            &format!("{site}{}<h1>Harbour news: Ferry returns soon</h1>{TEXT}", named("Harbour news: Ferry returns soon | Ferry")),
            "title",
            "Harbour news: Ferry returns soon",
            "heading",
        ),
        // A word or two at the head of an article that says something else in its titles are the section's.
        (
            &format!("{article}{}<h1>Special offers</h1>{TEXT}", named("Ferry passes are half the price in May")),
            "title",
            "Ferry passes are half the price in May",
            "open-graph",
        ),
        // Data on another text.
        (
            &format!("<title>Harbour</title>{}", ld(r#"{"@type":"Article","headline":"Lighthouses of northern islands"}"#)),
            "title",
            "Harbour",
            "title-element",
        ),
        (&format!("{}<h1>Boots (158 items)</h1>{TEXT}", named("Boots - Example")), "title", "Boots", "heading"),
        (&format!("{}<h1>Boots (2)</h1>{TEXT}", named("Boots (2)")), "title", "Boots (2)", "heading"),
        (
            &format!("<title>Enum Ferry - Example</title><h1>Enum Ferry <button>Copy item path</button></h1>{TEXT}"),
            "title",
            "Enum Ferry",
            "heading",
        ),
        (
            &format!("{}<h1>Ferries that sail all year round</h1>{TEXT}", named("Ferries ferries, islands and …")),
            "title",
            "Ferries that sail all year round",
            "heading",
        ),
        (
            &format!(
                "<meta name=description content='All ferries, and when they sail.'><meta property=og:title content='All ferries, and when they sail.'><title>Times | Ferry</title>{site}{TEXT}"
            ),
            "title",
            "Times",
            "title-element",
        ),
    ]);
}

#[test]
fn headings_that_are_no_titles_are_passed_over() {
    let named = |title: &str| format!("<meta property=og:title content='{title}'><title>{title}</title>");
    let article = "<meta property=article:published_time content=2024-05-06>";
    let long = "Learn which ferries sail to the island, when they leave the harbour and how long they take, and get tips by those who \
                sail with them each day, before you book a place for the summer";
    check(&[
        // A paragraph in large letters.
        (
            &format!("{article}{}<h1>{long}</h1>{TEXT}", named("Ferries to the island: how to sail")),
            "title",
            "Ferries to the island: how to sail",
            "open-graph",
        ),
        // The site's own heading, as the title says by standing before it.
        (
            &format!("<title>Island ferries | The Harbour Page</title><h1>The Harbour Page</h1><h2>Boats</h2>{TEXT}"),
            "title",
            "Island ferries",
            "title-element",
        ),
        // Three sources that agree outvote other words, but not another year.
        (
            &format!(
                "{}<meta name=twitter:title content='The island ferry pass'><h1>The pass for island lovers</h1>{TEXT}",
                named("The island ferry pass")
            ),
            "title",
            "The island ferry pass",
            "open-graph",
        ),
        (
            &format!(
                "{}<meta name=twitter:title content='9 ferries to try in 2024'><h1>9 ferries to try in 2025</h1>{TEXT}",
                named("9 ferries to try in 2024")
            ),
            "title",
            "9 ferries to try in 2025",
            "heading",
        ),
    ]);
}

#[test]
fn a_front_page_is_not_called_as_its_entries_are() {
    let entry = "<article itemscope itemtype='https://schema.org/BlogPosting'><h1 itemprop=headline>Lighthouses in the fog</h1></article>";
    let page = format!("<title>The Island Blog</title>{entry}<h1>Ships of the year</h1>{TEXT}");
    let options = |url: &str| Options { url: Some(url.to_owned()), ..Options::default() };
    let title = |url: &str| match clean(&page, &options(url)).expect("the options can be used") {
        Outcome::Article(article) => article.metadata.title,
        Outcome::NoArticle(nothing) => nothing.metadata.title,
    };
    assert_eq!(title("https://example.com/").as_deref(), Some("The Island Blog"));
    assert_eq!(title("https://example.com/fog").as_deref(), Some("Lighthouses in the fog"));
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
