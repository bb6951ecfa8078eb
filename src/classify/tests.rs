//! Small pages and what becomes of their lines.

use super::outline::Outline;
use super::region::Mode;
use super::{Known, Label, Models, alike, classify, posts, repair};
use crate::article::{Article, NoArticle, Outcome, PageType, Reason, Removed};
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

#[test]
fn names_of_the_layout_around_the_main_part_are_no_clutter() {
    for name in ["row-offcanvas", "flex-wrap-footer", "has-navigation sidebar"] {
        let menu = "<a href='/'>Timetables and fares for every boat</a> ".repeat(30);
        let page = format!("<div>{menu}</div><div class='{name}'><main role=main><h1>Ferry</h1>{PROSE}</main></div>");
        assert!(article(&page).text_content.contains("bakers"), "{name}");
    }
}

#[test]
fn what_readers_unfold_stays() {
    let told = "Every boat carries two rafts and forty life jackets, of which six are small.";
    for open in [
        "<div role=region style='display:none'>",
        "<div class='a-expander-content' style='display:none'>",
        "<section role=tabpanel aria-hidden=true>",
    ] {
        let page = format!("<article>{PROSE}<h2>On board</h2>{open}<p>{told}</p></div></section><p>Dogs go free.</p>{PROSE}</article>");
        assert!(article(&page).text_content.contains("forty life jackets"), "{open}");
    }
}

#[test]
fn quotes_and_notes_beside_the_text_are_of_the_text() {
    let page = format!(
        "<article>{PROSE}<aside class='quote no-group'><div class=title>Ada said:</div><blockquote><p>Flour keeps better on the \
         upper deck.</p></blockquote></aside>{PROSE}<aside class='footnote-list brackets'><p>The upper deck was added in 1911, \
         after the yard had burnt down.</p></aside></article><aside><p>Read our new book about boats and their bakers.</p></aside>"
    );
    let text = article(&page).text_content;
    assert!(text.contains("upper deck.") && text.contains("Ada said:") && text.contains("1911"), "{text}");
    assert!(!text.contains("our new book"), "{text}");
}

#[test]
fn ids_that_links_lead_to_name_no_clutter() {
    let page = format!(
        "<main>{PROSE}<section id=cookies><h2>Cookies</h2>{PROSE}</section><div id=skip-to-boats><p>The boats are white.</p></div></main>"
    );
    let text = article(&page).text_content;
    assert!(text.contains("Cookies") && text.contains("The boats are white."), "{text}");
}

#[test]
fn a_table_in_a_form_is_what_the_page_is_for() {
    let row = |n: usize| format!("<tr><td><a href='/{n}'>The boats of harbour number {n}</a><td>Ada Keel<td>{}", 1900 + n);
    let rows: String = (1..40).map(row).collect();
    let page = format!(
        "<h1>Boats</h1><form action='/sort'><input type=checkbox name=all><table><tr><th>Title<th>Author<th>Year{rows}</table></form>"
    );
    assert!(article(&page).text_content.contains("harbour number 17"));
}

#[test]
fn the_feet_of_components_are_not_the_pages() {
    let page = |name: &str| {
        format!("<article>{PROSE}<div class='{name}'><p>The yard, the bakers and the mill each paid a third.</p></div>{PROSE}</article>")
    };
    assert!(article(&page("note__footer")).text_content.contains("paid a third"));
    assert!(!article(&page("site__footer")).text_content.contains("paid a third"));
}

#[test]
fn the_standfirst_is_of_the_article_and_disclosures_are_not() {
    let page = |under: &str| {
        format!(
            "<title>Ferry returns</title><meta property=og:type content=article><main><header><h1>Ferry returns</h1><p class=dek>{under}</p><div class=byline>By Ada Keel</div></header>\
             <figure><img src='https://example.com/ada.jpg'></figure><div class=text>{PROSE}{PROSE}</div></main>"
        )
    };
    let text = article(&page("Nine months of repairs are over, and the bakers have flour again.")).text_content;
    assert!(text.starts_with("Nine months of repairs are over, and the bakers have flour again.\n"), "{text}");
    let told = "We independently test all boats, and may earn a commission when you buy one.";
    let text = article(&format!("<meta property=og:type content=article><article>{PROSE}<p>{told}</p>{PROSE}</article>")).text_content;
    assert!(!text.contains("commission"), "{text}");
}

#[test]
fn counts_templates_and_scrambled_labels_go() {
    let page = format!(
        "<article>{PROSE}<div>17 likes</div><div>{{{{ post.errors[3].message }}}}</div>\
         <div>S\u{2063}p\u{2063}7\u{2063}o\u{2063}n\u{2063}s\u{2063}o\u{2063}r</div>{PROSE}</article>"
    );
    let text = article(&page).text_content;
    assert!(!text.contains("likes") && !text.contains("errors") && !text.contains('\u{2063}'), "{text}");
}

#[test]
fn banners_beside_the_article_go_and_pictures_in_it_stay() {
    let image = |name: &str| format!("<img src='https://example.com/{name}.jpg' width=600 height=300>");
    let page = format!(
        "<body><a href='https://shop.example/'>{}</a><nav>{}</nav><main>{PROSE}<p>{}</p>{PROSE}</main>{}</body>",
        image("banner"),
        "<a href='/'>Boats</a> ".repeat(40),
        image("boat"),
        image("foot")
    );
    let pictures: Vec<_> = article(&page).images.into_iter().map(|image| image.src).collect();
    assert_eq!(pictures, ["https://example.com/boat.jpg"]);
}

/// Loses some of a page's blocks, brings back what belongs to the rest by one repair, and gives the texts that are kept.
fn restored(page: &str, lost: &[&str], restore: fn(&Outline<'_>, &[Label], &mut [Label])) -> Vec<String> {
    let mut sweep = crate::sweep::Sweep::new(&Options::default().limits);
    sweep.write(page);
    let tape = sweep.end().tape;
    let blocks = crate::blocks::blocks(&tape);
    let outline = Outline::new(&tape, &blocks);
    let by_rules = vec![Label::Content; blocks.len()];
    let label = |text: String| if lost.contains(&text.as_str()) { Label::Boilerplate(Removed::Boilerplate) } else { Label::Content };
    let mut labels: Vec<Label> = blocks.iter().map(|block| label(block.text(&tape))).collect();
    restore(&outline, &by_rules, &mut labels);
    let kept = blocks.iter().zip(&labels).filter(|(_, label)| **label == Label::Content);
    kept.map(|(block, _)| block.text(&tape)).collect()
}

#[test]
fn like_parts_of_like_things_stay_together() {
    let post = |name: &str, said: &str| {
        format!("<div class=post><b class=author>{name}</b><p>{said}</p><div class=sign>Keep {name} afloat</div></div>")
    };
    let posts: String = [("Ada", "Hi."), ("Bo", "No."), ("Cy", "Why?"), ("Di", "So.")].map(|(name, said)| post(name, said)).concat();
    let signs = ["Keep Ada afloat", "Keep Bo afloat", "Keep Cy afloat"];
    let lost: Vec<&str> = signs.into_iter().chain(["Bo", "Why?"]).collect();
    let kept = restored(&posts, &lost, |outline, rules, labels| alike::restore_alike(outline, Mode::Forum, rules, labels));
    assert_eq!(kept, ["Ada", "Hi.", "Bo", "No.", "Cy", "Why?", "Di", "So.", "Keep Di afloat"]);
}

#[test]
fn what_a_colon_announces_stays_with_it() {
    let page = "<p>The boats are called:</p><ul><li>Ilse<li>Wren</ul><div><div>Length:</div><div>12 m</div></div><p>Seen:</p><p>Dogs</p>";
    let kept = restored(page, &["Ilse", "Wren", "Length:", "Dogs"], repair::restore_announced);
    assert_eq!(kept, ["The boats are called:", "Ilse", "Wren", "Length:", "12 m", "Seen:"]);
}

#[test]
fn names_in_a_list_stay_where_some_are_kept_and_its_buttons_go() {
    let names = ["Ilse", "Wren", "Gull", "Tern", "Skua", "Auk"];
    let item = |name: &&str| format!("<li class='boat {name}'><h3>{name}</h3><button>See this boat</button></li>");
    let page = format!("<ul>{}</ul>", names.iter().map(item).collect::<String>());
    let lost = ["See this boat", "Wren", "Gull", "Tern", "Skua", "Auk"];
    let kept = restored(&page, &lost, |outline, rules, labels| alike::restore_alike(outline, Mode::Shop, rules, labels));
    assert_eq!(kept, names);
}

#[test]
fn posts_keep_their_authors_dates_and_the_rest_of_their_text() {
    let post = |name: &str, said: &str| {
        format!(
            "<div class=post><b class=username>{name}</b><div><time>May {}</time></div><div class=rank>Captain</div><div>{said}</div></div>",
            said.len()
        )
    };
    let page = [
        post("Ada", "<p>Which flour is dry, by now?</p><pre>mill --dry</pre><p>Thanks</p>"),
        post("Bo", "<p>Any from the mill on the hill will do.</p><p><a href='/ask'>Ask a question</a></p>"),
    ];
    let lost = ["Ada", "May 68", "Captain", "mill --dry", "Thanks", "Bo", "Ask a question"];
    let kept = restored(&page.concat(), &lost, posts::restore_posts);
    let said =
        ["Ada", "May 68", "Which flour is dry, by now?", "mill --dry", "Thanks", "Bo", "May 85", "Any from the mill on the hill will do."];
    assert_eq!(kept, said);
}

#[test]
fn what_a_button_unfolds_stays() {
    let told = "Every boat carries two rafts and forty life jackets, of which six are small.";
    let page = |before: &str| format!("<article>{PROSE}<div>{before}<div class=css-1k0 hidden><p>{told}</p></div></div>{PROSE}</article>");
    assert!(article(&page("<h3><button>On board</button></h3>")).text_content.contains("forty life jackets"));
    assert!(!article(&page("<h3>On board</h3>")).text_content.contains("forty life jackets"));
}

#[test]
fn insets_between_paragraphs_are_of_the_text_and_teasers_are_not() {
    let page = |inset: &str| format!("<article>{PROSE}<aside class=center>{inset}</aside>{PROSE}</article>");
    let note = "<p>Flour keeps for a year on the upper deck, where the wind dries it, and for a month below.</p>";
    assert!(article(&page(note)).text_content.contains("upper deck"));
    let teaser = "<p><a href='/flour'>Flour keeps for a year on the upper deck, where the wind dries it.</a></p>";
    assert!(!article(&page(teaser)).text_content.contains("upper deck"));
}

#[test]
fn lines_around_articles_go_in_many_languages() {
    for line in [
        "İlgili haberler",
        "AYRICA OKUYUN: Yeni vinç",
        "Etiketler: feribot",
        "بیشتر بخوانید: جرثقیل",
        "برچسب‌ها: کشتی",
        "यह भी पढ़ें: नई क्रेन",
        "Διαβάστε επίσης: Νέος γερανός",
        "Xem thêm: Cần cẩu mới",
        "Lesezeit: 3 Minuten",
        "Mis à jour le 6 mai 2024",
        "3 min read",
    ] {
        let text = article(&format!("<article>{PROSE}<p>{line}</p>{PROSE}</article>")).text_content;
        assert!(!text.contains(line) && text.contains("bakers"), "{text}");
    }
}

#[test]
fn titles_of_other_articles_between_paragraphs_go() {
    let other = "<a href='/crane'>Harbour to get a second crane</a>";
    for line in [format!("<p><b>{other}</b></p>"), format!("<p>Read more: {other}</p>")] {
        let page = format!("<meta property=og:type content=article><article>{PROSE}{line}{PROSE}{line}{PROSE}</article>");
        assert!(!article(&page).text_content.contains("second crane"), "{line}");
    }
    let listed = format!("<article>{PROSE}<p>It was told in</p><p>{other}</p><p>and in the church.</p>{PROSE}</article>");
    assert!(article(&listed).text_content.contains("second crane"));
}

#[test]
fn menus_of_languages_go_and_lists_of_links_stay() {
    let menu = |attribute: &str| {
        let items = ["Deutsch", "Français", "Íslenska", "Suomi"].map(|name| format!("<li><a href='/x' {attribute}>{name}</a></li>"));
        format!("<article>{PROSE}<p>The boat has a guide in</p><ul>{}</ul>{PROSE}</article>", items.concat())
    };
    assert!(!article(&menu("hreflang=de")).text_content.contains("Suomi"));
    assert!(article(&menu("rel=noopener")).text_content.contains("Suomi"));
}
