//! How a live page looks, beside its HTML: it helps where it is known, and nothing changes where it is not.

use readwell::{Article, Hint, Options, Removed, Source, Visibility, clean};

const TEXT: &str = "The ferry to the island sails again from Monday, after nine months of repairs, four times a day.";

/// Cleans a page whose elements look as their `class` says: `0` for hidden, `1` for shown, then the size of the text.
fn article(page: &str) -> Article {
    let options = Options { hints: hints(page), trace: true, ..Options::default() };
    clean(page, &options).expect("options").into_article().expect("an article")
}

fn hints(page: &str) -> Vec<Hint> {
    let tags = page.split('<').skip(1).filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    let hint = |tag: &str| {
        let look = tag.split_once("look=").map(|(_, look)| look.split([' ', '>']).next().unwrap_or_default());
        let visibility = match look.map(|look| look.as_bytes()[0]) {
            Some(b'h') => Visibility::Hidden,
            Some(b's') => Visibility::Shown,
            _ => Visibility::Unknown,
        };
        let number = |at: usize| look.and_then(|look| look.split('-').nth(at)?.parse().ok()).unwrap_or(0);
        Hint { visibility, font_size: number(1), width: number(2), height: number(3) }
    };
    tags.map(hint).collect()
}

#[test]
fn what_a_style_sheet_hides_is_removed_as_hidden() {
    let page = format!(
        "<h1>Ferry</h1><p>{TEXT}<p>{TEXT}<div look=h>Text that only a phone shows, and that is nowhere on this screen.</div><p>{TEXT}"
    );
    let article = article(&page);
    assert!(!article.text_content.contains("phone"));
    let trace = article.trace.expect("a trace");
    assert!(trace.removed.iter().any(|part| part.reason == Removed::Hidden && part.text.starts_with("Text that only")));
    let plain = clean(&page, &Options::default()).expect("options").into_article().expect("an article");
    assert!(plain.text_content.contains("phone"), "its source does not tell");
}

#[test]
fn what_is_shown_is_not_hidden_by_its_names() {
    for hidden in ["class=visually-hidden", "hidden", "style=display:none"] {
        let page = format!(
            "<h1>Ferry</h1><p>{TEXT}<p>{TEXT}<div {hidden} look=s><p look=s>Fares stay as they were for all who live there.</p></div><p>{TEXT}"
        );
        assert!(article(&page).text_content.contains("Fares stay"), "{hidden}");
        let plain = clean(&page, &Options::default()).expect("options").into_article().expect("an article");
        assert!(!plain.text_content.contains("Fares stay"), "{hidden}");
    }
}

#[test]
fn what_readers_unfold_stays() {
    for (open, close) in [
        ("<details><summary>More</summary><div look=h>", "</div></details>"),
        ("<div role=tabpanel look=h>", "</div>"),
        ("<div class=accordion-body><p look=h>", "</p></div>"),
        ("<div hidden=until-found look=h>", "</div>"),
    ] {
        let page =
            format!("<h1>Ferry</h1><p>{TEXT}<p>{TEXT}{open}Fares stay as they were for all who live there, it said.{close}<p>{TEXT}");
        assert!(article(&page).text_content.contains("Fares stay"), "{open}");
    }
}

#[test]
fn an_article_that_waits_for_its_scripts_is_not_lost() {
    let page = format!("<h1>Ferry</h1><div look=h><p look=h>{TEXT}<p look=h>{TEXT}<p look=h>{TEXT}<p look=h>{TEXT}</div>");
    assert!(article(&page).text_content.contains("sails again"));
}

#[test]
fn a_visible_part_of_a_hidden_box_is_kept() {
    let page = format!(
        "<h1>Ferry</h1><p look=s>{TEXT}<p look=s>{TEXT}<div look=h>Nothing to see here.<p look=s>Fares stay as they were for all.</p></div><p look=s>{TEXT}"
    );
    let text = article(&page).text_content;
    assert!(text.contains("Fares stay") && !text.contains("Nothing to see"));
}

#[test]
fn a_headline_is_known_by_its_size() {
    let page = |size: u16| {
        format!(
            "<title>Harbour news today: Ferry returns to the island after nine months</title><div class=x look=s-{size}>Ferry returns to \
             the island</div><p look=s-16>{TEXT}<p look=s-16>{TEXT}<p look=s-16>{TEXT}"
        )
    };
    let metadata = article(&page(40)).metadata;
    assert_eq!(metadata.title.as_deref(), Some("Ferry returns to the island"));
    assert_eq!(metadata.sources["title"], Source::Heading);
    assert_ne!(article(&page(18)).metadata.title.as_deref(), Some("Ferry returns to the island"));
}

#[test]
fn a_picture_shown_as_an_icon_is_one() {
    let page = |look: &str| format!("<h1>Ferry</h1><p>{TEXT}<p>{TEXT}<p><img src=https://a.example/1.jpg width=800 look={look}><p>{TEXT}");
    assert!(!article(&page("x-0-20-20")).content.contains("<img"));
    assert!(article(&page("x-0-640-480")).content.contains("<img"));
    assert!(article(&page("x-0-0-0")).content.contains("<img"));
}

#[test]
fn too_few_or_too_many_hints_do_no_harm() {
    let page = format!("<h1>Ferry</h1><p>{TEXT}<p>{TEXT}<p>{TEXT}");
    let plain = clean(&page, &Options::default()).expect("options");
    for hints in [vec![], vec![Hint::default()], vec![Hint::default(); 1000]] {
        assert_eq!(clean(&page, &Options { hints, ..Options::default() }).expect("options"), plain);
    }
}
