//! What readers see: bylines, dates, descriptions, near the title and far from it.

use super::{TEXT, check, field, ld};

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
