//! Small pages and what becomes of their lines.

use super::{Known, Models, classify};
use crate::article::{Article, NoArticle, Outcome, PageType, Reason};
use crate::options::Options;

const PROSE: &str = "<p>The ferry to the island sails again from Monday, the harbour office said, after nine months of repairs.</p>\
                     <p>It will leave four times a day, and the first boat is free for everybody who lives on the island.</p>\
                     <p>Those who waited longest were the bakers, whose flour came by a fishing boat through the winter.</p>";

fn article(page: &str) -> Article {
    match crate::clean(page, &Options::default()).expect("usable options") {
        Outcome::Article(article) => *article,
        Outcome::NoArticle(nothing) => panic!("{:?}: {page}", nothing.reason),
    }
}

fn nothing(page: &str) -> NoArticle {
    match crate::clean(page, &Options::default()).expect("usable options") {
        Outcome::NoArticle(nothing) => *nothing,
        Outcome::Article(article) => panic!("{}", article.text_content),
    }
}

#[test]
fn classification_labels_every_block() {
    let mut sweep = crate::sweep::Sweep::new(&Options::default().limits);
    sweep.write(&format!("<nav>Home</nav>{PROSE}"));
    let tape = sweep.end().tape;
    let blocks = crate::blocks::blocks(&tape);
    let classified = classify(&tape, &blocks, Known::default(), Models::built_in().as_ref());
    assert_eq!((classified.labels.len(), classified.hard.len()), (blocks.len(), tape.elements().len()));
}

#[test]
fn streamed_content_is_no_hidden_box() {
    let text = article(&format!("<main><div id='B:0'></div></main><div hidden id='S:0'>{PROSE}</div>")).text_content;
    assert!(text.contains("bakers"));
}

#[test]
fn a_form_around_the_page_is_the_page() {
    let page = format!("<form action='/default.aspx'><input type=text name=q><nav>News</nav><div>{PROSE}{PROSE}</div></form>");
    assert!(article(&page).text_content.contains("bakers"));
}

#[test]
fn an_unclosed_nav_does_not_take_the_page() {
    assert!(article(&format!("<nav><a href='/'>Home</a><div>{PROSE}{PROSE}</div>")).text_content.contains("bakers"));
}

#[test]
fn a_known_heading_goes_with_what_it_heads() {
    let tail = "<h2>Related articles</h2><ul><li><a href='/a'>Harbour to get a second crane</a></ul><h2>Timetable</h2>\
                <p>Boats leave at seven, at eleven, at three and at six, every day but Sunday.</p>";
    let text = article(&format!("<article>{PROSE}{PROSE}{tail}</article>")).text_content;
    assert!(!text.contains("Related") && !text.contains("crane"), "{text}");
    assert!(text.contains("Timetable\n"), "{text}");
}

#[test]
fn a_section_that_reads_as_a_text_stays_whatever_its_heading_is_called() {
    let told = "<h2>Recommendations</h2><p>The yard should keep two pumps at hand, since one of them was found broken twice this winter.</p>\
                <p>It should also count the hours that each of its engines runs, and have them read every week by the same man.</p>";
    let text = article(&format!("<article>{PROSE}{PROSE}{told}</article>")).text_content;
    assert!(text.contains("Recommendations") && text.contains("two pumps") && text.contains("same man"), "{text}");
}

#[test]
fn nags_and_labels_go_and_sentences_like_them_stay() {
    let page = format!(
        "<article>{PROSE}<p>Advertisement</p><p>Subscribe to continue reading</p><div>Share this</div>\
         <p>Advertisement was not what the bakers wanted; they wanted flour, and they wanted it dry.</p></article>"
    );
    let text = article(&page).text_content;
    assert!(!text.contains("Subscribe") && !text.contains("Share this") && !text.contains("\nAdvertisement\n"), "{text}");
    assert!(text.contains("wanted it dry"), "{text}");
}

#[test]
fn the_title_is_not_said_twice() {
    let page = format!("<title>Ferry returns</title><article><h1>Ferry Returns</h1>{PROSE}</article>");
    assert!(!article(&page).text_content.to_lowercase().contains("ferry returns"));
}

#[test]
fn the_lead_picture_keeps_its_caption() {
    let page = format!(
        "<h1>News</h1><figure><img src='https://example.com/a.jpg' width=800><figcaption>The ferry in May.</figcaption></figure>\
         <article>{PROSE}{PROSE}</article>"
    );
    let article = article(&page);
    assert_eq!(article.images.len(), 1);
    assert!(article.text_content.starts_with("The ferry in May."), "{}", article.text_content);
}

#[test]
fn icons_are_no_pictures() {
    let page = format!("<article>{PROSE}<p><img src='https://example.com/i.png' width=16 height=16> {}</p></article>", "words ".repeat(12));
    assert!(article(&page).images.is_empty());
}

#[test]
fn text_for_programs_is_no_text() {
    let page = format!("<article>{PROSE}<div>{{\"items\": 3, \"autoplay\": true}}</div><p>[vc_row width=\"1/1\"]</p></article>");
    let text = article(&page).text_content;
    assert!(!text.contains("autoplay") && !text.contains("vc_row"), "{text}");
}

#[test]
fn reasons_for_no_article() {
    assert_eq!(nothing("<p>Short.</p>").reason, Reason::TooLittleText);
    let shell = "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div><script src='/a.js'></script>";
    assert_eq!(nothing(shell).reason, Reason::NeedsScripts);
    assert_eq!(nothing("{\"a\": 1}").reason, Reason::NotHtml);
    assert_eq!(nothing("<rss><channel><item>One</item></channel></rss>").reason, Reason::NotHtml);
}

#[test]
fn forum_replies_are_content_and_comments_are_not() {
    let replies = "<div class='comments'><p>I had the same with the winter flour, and drying it in the oven at fifty degrees \
                   for an hour did help a lot.</p><p>Drying it never helped me. What did help was buying from another mill, \
                   because the sacks are lined there.</p></div>";
    let options = Options { url: Some("https://example.com/forum/threads/wet-flour.12/".into()), ..Options::default() };
    let thread = format!("<h1>Wet flour</h1><p>My flour is wet.</p>{replies}");
    let Outcome::Article(forum) = crate::clean(&thread, &options).expect("usable options") else { panic!("an article") };
    assert_eq!(forum.page_type, PageType::Forum);
    assert!(forum.text_content.contains("another mill"));
    let text = article(&format!("<article>{PROSE}</article>{replies}")).text_content;
    assert!(!text.contains("another mill"), "{text}");
}

#[test]
fn the_trace_says_why() {
    let options = Options { trace: true, ..Options::default() };
    let page = format!("<nav>Home</nav><div class='newsletter'>Get our news</div><article>{PROSE}</article><footer>Imprint</footer>");
    let Outcome::Article(article) = crate::clean(&page, &options).expect("usable options") else { panic!("an article") };
    let reasons: Vec<_> = article.trace.expect("a trace").removed.iter().map(|removal| format!("{:?}", removal.reason)).collect();
    assert_eq!(reasons, ["Navigation", "SignUp", "Footer"]);
}

#[test]
fn a_long_article_is_kept_to_its_end() {
    let sentence = "The harbour board met on Tuesday and voted to raise the old wall by a metre before the winter storms come. ";
    for count in [30, 100, 1000, 3000] {
        let paragraphs = (1..=count).map(|n| format!("<p>Paragraph {n}. {}</p>", sentence.repeat(3))).collect::<Vec<_>>().concat();
        let text = article(&format!("<title>Long</title><article><h1>A long one</h1>{paragraphs}</article>")).text_content;
        assert_eq!(text.matches("Paragraph ").count(), count);
    }
}
