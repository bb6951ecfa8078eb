use super::css::Selector;
use super::matching::{Steps, matches};
use super::{MAX_RULES, MAX_SELECTORS, SiteRule, SiteRules};
use crate::limits::{Limits, MAX_ATTRIBUTE_BYTES};
use crate::sweep::Sweep;
use crate::tape::Tape;
use crate::{Article, Options, Outcome, Reason, Removed, Source, clean};

fn tape(html: &str, selector: &Selector) -> Tape {
    let mut sweep = Sweep::new(&Limits::default()).keeping(selector.attributes().cloned().collect());
    sweep.write(html);
    sweep.end().tape
}

/// The ids of what a selector matches.
fn ids(html: &str, selector: &str) -> String {
    let selector = Selector::new(selector).expect("a selector");
    let tape = tape(html, &selector);
    let found = matches(&tape, &selector, &Steps::for_page(&tape));
    found.iter().map(|id| tape.attr(*id, crate::html::Attr::Id).unwrap_or("?")).collect::<Vec<_>>().join(" ")
}

const TREE: &str = r#"<!DOCTYPE html><html id=html><head id=head><title id=t>x</title></head><body id=body class="wide  dark">
    <div id=a class=box data-kind="Lead Story" DATA-X=1>one<p id=b>two</p>three<!-- c --><p id=c class="box x">four <b id=d>five</b></p></div>
    <x-card id=e></x-card><ul id=f><li id=g>1<li id=h>2<li id=i hidden>3</ul><p id=j lang=en-GB>six</p></body></html>"#;

#[test]
fn selectors_match_as_in_browsers() {
    for (selector, expected) in [
        ("p", "b c j"),
        ("P", "b c j"),
        ("#a", "a"),
        (".box", "a c"),
        (".BOX", ""),
        ("p.box.x", "c"),
        ("div > p", "b c"),
        ("body p", "b c j"),
        ("p + p", "c"),
        ("div ~ p", "j"),
        ("x-card", "e"),
        ("[data-kind]", "a"),
        ("[data-kind='Lead Story']", "a"),
        ("[data-kind='lead story' i]", "a"),
        ("[data-kind~=Story]", "a"),
        ("[data-x='1']", "a"),
        ("[lang|=en]", "j"),
        ("[id^=h]", "html head h"),
        ("[hidden]", "i"),
        ("li:first-child", "g"),
        ("li:last-child", "i"),
        ("li:nth-child(2n+1)", "g i"),
        ("p:nth-of-type(2)", "c"),
        ("p:only-of-type", "j"),
        (":root", "html"),
        (":empty", "e"),
        ("li:not([hidden])", "g h"),
        (":is(ul, div) > :not(p)", "g h i"),
        ("div:has(b)", "a"),
        ("div:has(> b)", ""),
        ("p:has(+ p)", "b"),
        ("p:has(~ .box)", "b"),
        ("li, #a", "a g h i"),
        ("*", "html head t body a b c d e f g h i j"),
        ("body.wide.dark > ul li + li", "h i"),
        ("div p ~ p > b", "d"),
        (r"#\61", "a"),
    ] {
        assert_eq!(ids(TREE, selector), expected, "{selector}");
    }
}

#[test]
fn what_rules_cannot_use_is_refused_with_its_place() {
    for (json, start) in [
        ("{}", "siteRules: it is not a list"),
        ("[{}]", "siteRules[0].host: it is not there"),
        ("[7]", "siteRules[0]: it is not an object"),
        ("[", "siteRules: "),
        ("[] []", "siteRules: trailing characters"),
        (r#"[{"host":"a.example"},{"host":"a.example/b"}]"#, r#"siteRules[1].host: "a.example/b" is neither"#),
        (r#"[{"host":"a.example","contents":[]}]"#, "siteRules[0].contents: it is not a field"),
        (r#"[{"host":"a.example","content":"p"}]"#, "siteRules[0].content: it is not a list"),
        (r#"[{"host":"a.example","content":[7]}]"#, "siteRules[0].content[0]: it is not a string"),
        (r#"[{"host":null}]"#, "siteRules[0].host: it is not a string"),
        (r#"[{"host":"a.example","content":["p",""]}]"#, r#"siteRules[0].content[1]: "": a selector is missing"#),
        (r#"[{"host":"a.example","remove":["div >"]}]"#, r#"siteRules[0].remove[0]: "div >": a selector is missing"#),
        (r#"[{"host":"a.example","title":"a:hover"}]"#, r#"siteRules[0].title: "a:hover": no rule can use ":hover""#),
        (r#"[{"host":"a.example","title":"p::before"}]"#, "siteRules[0].title: "),
        (r#"[{"host":"a.example","author":"svg|a"}]"#, "siteRules[0].author: "),
        (r#"[{"host":"a.example","date":":is(:bad)"}]"#, "siteRules[0].date: "),
        (r#"[{"host":"a.example","date":"p { color: red }"}]"#, "siteRules[0].date: "),
    ] {
        let error = SiteRules::from_json(json).expect_err(json);
        assert!(error.is_invalid_site_rule(), "{json}");
        assert!(error.to_string().starts_with(start), "{json}: {error}");
    }
    assert!(SiteRules::from_json(r#"[{"host":"a.example","content":null,"title":null}]"#).is_ok());
}

#[test]
fn rules_and_selectors_are_bounded() {
    let refused = |rule: SiteRule| SiteRules::new(vec![rule]).expect_err("too much").to_string();
    let removing = |selector: String| SiteRule { host: "a.example".into(), remove: vec![selector], ..SiteRule::default() };
    assert!(refused(removing("a".repeat(501))).contains("500 bytes"));
    assert!(refused(removing(vec!["*"; 33].join(">"))).contains("33 simple selectors"));
    assert!(refused(removing(":not(:is(:where(:is(:is(a)))))".into())).contains("4 deep"));
    assert!(refused(removing("(".repeat(499))).contains("4 deep"));
    let many = SiteRule { remove: vec!["p".into(); MAX_SELECTORS + 1], ..removing("p".into()) };
    assert!(refused(many).starts_with("siteRules[0].remove: 33 selectors"));
    assert!(SiteRules::new(vec![removing("p".into()); MAX_RULES + 1]).is_err());
    assert!(SiteRules::new(vec![removing(vec!["*"; 32].join(">"))]).is_ok());
}

const PAGE: &str = r#"<title>Harbour news - The Ferry Post</title><meta name=pubdate-x content="2024-05-06T07:08:09Z">
    <nav class=nav><a href=/>Home</a></nav>
    <h1>Harbour news</h1><h2 class=real-title>Ferry returns to the island</h2>
    <p class=written>Text by <a rel=x href=/jane>Jane Doe</a> and John Roe</p><span class=stamp data-when=x>Posted 3. Februar 2023</span>
    <div class=first><p>The ferry to the island sails again from Monday, after nine months of repairs, the harbour office said.</p>
    <div class=ticker>FRY 12.3 up four percent since this morning on the island exchange, traders said on Friday.</div>
    <form><input name=q><button>Find</button></form></div>
    <div class=between><p>Read our guide to the ten best restaurants of the harbour, with prices, menus and all the opening hours.</p></div>
    <aside class=second><p>Tickets are sold on board from six in the morning, and on the web for those who plan ahead.</p>
    <img src=/ferry.jpg alt="The ferry"></aside>
    <footer>Imprint</footer>"#;

fn outcome(page: &str, url: &str, rules: &str) -> Outcome {
    let site_rules = SiteRules::from_json(rules).expect("rules");
    let options = Options { url: Some(url.into()), trace: true, site_rules, ..Options::default() };
    clean(page, &options).expect("options")
}

fn article(rules: &str) -> Article {
    outcome(PAGE, "https://news.example.com/1", rules).into_article().expect("an article")
}

#[test]
fn content_is_what_the_rule_says_and_clutter_in_it_goes() {
    let article = article(r#"[{"host":"news.example.com","content":[".second",".first"]}]"#);
    let lines: Vec<&str> = article.text_content.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].starts_with("The ferry") && lines[1].starts_with("FRY") && lines[2].starts_with("Tickets"));
    assert!(article.content.contains("https://news.example.com/ferry.jpg"));
    assert!(!article.content.contains("guide") && !article.content.contains("Find"));
    let trace = article.trace.expect("a trace");
    let reason = |words: &str| trace.removed.iter().find(|removal| removal.text.contains(words)).map(|removal| removal.reason);
    assert_eq!(reason("Read our guide"), Some(Removed::SiteRule));
    assert_eq!(reason("Imprint"), Some(Removed::Footer));
}

#[test]
fn nested_matches_are_kept_once_and_names_of_clutter_do_not_count() {
    let article = article(r#"[{"host":"*.example.com","content":["footer, body .second p","aside",".second"]}]"#);
    assert_eq!(article.text_content.matches("Tickets").count(), 1);
    assert!(article.text_content.contains("Imprint"));
}

#[test]
fn removed_is_removed_even_from_content() {
    let article = article(r#"[{"host":"news.example.com","content":[".first",".ticker"],"remove":[".ticker"]}]"#);
    assert!(!article.text_content.contains("FRY"));
    let trace = article.trace.expect("a trace");
    assert!(trace.removed.iter().any(|removal| removal.reason == Removed::SiteRule && removal.text.starts_with("FRY")));
}

#[test]
fn a_rule_that_only_removes_leaves_the_rest_to_ordinary_extraction() {
    let plain = article("[]");
    let ruled = article(r#"[{"host":"news.example.com","remove":[".ticker"]}]"#);
    assert!(plain.text_content.contains("FRY") && !ruled.text_content.contains("FRY"));
    assert!(ruled.text_content.contains("sails again"));
}

#[test]
fn content_that_is_not_there_is_found_as_ever() {
    let plain = article("[]");
    for selector in [".gone", "form", ".nav"] {
        let ruled = article(&format!(r#"[{{"host":"news.example.com","content":["{selector}"]}}]"#));
        assert_eq!(ruled.content, plain.content, "{selector}");
    }
}

#[test]
fn metadata_comes_from_the_elements_that_rules_name() {
    let rules = r#"[{"host":"news.example.com","title":".real-title","author":".written","date":".gone, .real-title, .stamp"}]"#;
    let article = article(rules);
    assert_eq!(article.metadata.title.as_deref(), Some("Ferry returns to the island"));
    assert_eq!(article.metadata.byline.as_deref(), Some("Jane Doe, John Roe"));
    assert_eq!(article.metadata.published_time.as_deref(), Some("2023-02-03"));
    for field in ["title", "byline", "authors", "publishedTime"] {
        assert_eq!(article.metadata.sources[field], Source::SiteRule, "{field}");
    }
}

#[test]
fn attributes_for_programs_go_before_text() {
    let article = article(r#"[{"host":"news.example.com","author":".written a","date":"meta[name=pubdate-x]"}]"#);
    assert_eq!(article.metadata.published_time.as_deref(), Some("2024-05-06T07:08:09Z"));
    assert_eq!(article.metadata.authors[0].url.as_deref(), Some("https://news.example.com/jane"));
}

#[test]
fn the_title_by_rule_is_not_repeated_in_the_content() {
    let rules = r#"[{"host":"news.example.com","title":".real-title","content":["body"]}]"#;
    assert!(!article(rules).text_content.contains("Ferry returns to the island"));
}

#[test]
fn rules_for_one_host_follow_each_other() {
    let rules = r#"[
        {"host":"*.example.com","content":[".gone"],"remove":[".ticker"],"title":".gone"},
        {"host":"other.example.com","content":["form"]},
        {"host":"news.example.com","content":[".first"],"remove":["p.written"],"title":".real-title"},
        {"host":"news.example.com","content":[".between"],"title":"h1"}]"#;
    let article = article(rules);
    assert_eq!(article.metadata.title.as_deref(), Some("Ferry returns to the island"));
    assert!(article.text_content.starts_with("The ferry") && !article.text_content.contains("FRY"));
    assert!(!article.text_content.contains("guide"));
}

#[test]
fn other_hosts_are_left_alone() {
    let rules = r#"[{"host":"news.example.com","remove":["p"]}]"#;
    for url in ["https://example.com/1", "https://news.example.com.example/1", "https://anews.example.com/1"] {
        assert!(outcome(PAGE, url, rules).into_article().is_some(), "{url}");
    }
    let options = Options { site_rules: SiteRules::from_json(rules).expect("rules"), ..Options::default() };
    assert!(clean(PAGE, &options).expect("options").into_article().is_some(), "without an address");
}

#[test]
fn what_rules_choose_is_as_safe_as_all_else() {
    let page = r#"<div id=x><p onclick="a()">Fifteen words that are long enough to be an article by any count that is used here.</p>
        <script>alert(1)</script><iframe srcdoc="<script>1</script>"></iframe><a href="javascript:a()">run</a><style>p{}</style>
        <template><p>Template text</p></template><p hidden>Hidden text</p></div>"#;
    for selector in ["#x", "*", "script, iframe, style, template, #x", "[onclick], [href^=javascript], [hidden], [srcdoc]"] {
        let rules = format!(r#"[{{"host":"a.example","content":["{selector}"],"title":"script","author":"a","date":"iframe"}}]"#);
        let outcome = outcome(page, "https://a.example/", &rules);
        let content = outcome.into_article().expect("an article").content;
        for bad in ["<script", "onclick", "javascript:", "<style", "srcdoc", "alert(1)"] {
            assert!(!content.contains(bad), "{selector}: {content}");
        }
    }
}

/// Pages and selectors whose product is at least the square of the page.
fn costly() -> Vec<(String, &'static str)> {
    let flat = "<p class=a></p>".repeat(COSTLY_ELEMENTS);
    let comb = format!("{}{}", "<div class=a>".repeat(500), "<i class=a></i>".repeat(COSTLY_ELEMENTS));
    let classes = format!("<p class=\"{}\"></p>", "a ".repeat(COSTLY_ELEMENTS)).repeat(50);
    vec![
        (flat.clone(), "zz ~ p"),
        (flat.clone(), ":not(:not(.b ~ *) ~ *) ~ .c"),
        (flat.clone(), "* ~ * ~ * ~ * ~ .b ~ *"),
        (flat.clone(), "p:has(~ b)"),
        (flat.clone(), "p:has(~ p ~ p ~ p ~ b)"),
        (flat.clone(), "p:not(:has(~ b)):nth-child(3n+1)"),
        (flat, ":is(:is(.b ~ *, .c ~ *) ~ *, :is(.d ~ *) ~ *) ~ *"),
        (comb.clone(), "zz * * * * * * * *"),
        (comb.clone(), ":not(zz *):not(yy *) :not(xx * *) *"),
        (comb.clone(), "zz > * ~ * > * ~ * * ~ *"),
        (comb.clone(), "*:has(zz):has(* zz):has(* * zz)"),
        (comb, "div:has(i ~ i ~ b) *"),
        (classes, ".b.c, .b .c, .d ~ .b, [class~=x], [class*='xy' i]"),
    ]
}

const COSTLY_ELEMENTS: usize = 3_000;

#[test]
fn no_selector_takes_more_steps_than_it_may() {
    for (page, text) in costly() {
        let selector = Selector::new(text).expect("a selector");
        let tape = tape(&page, &selector);
        let steps = Steps::for_page(&tape);
        matches(&tape, &selector, &steps);
        // Once over, one loop over siblings, or one attribute's comparison, may come to its end.
        assert!(
            steps.spent() <= steps.allowed + 2 * (tape.events().len() + MAX_ATTRIBUTE_BYTES) as u64,
            "{text}: {} of {}",
            steps.spent(),
            steps.allowed
        );
    }
}

#[test]
fn a_rule_that_costs_too_much_is_a_limit_met() {
    let page = format!("<p>Some text.</p>{}", "<p class=a></p>".repeat(COSTLY_ELEMENTS));
    let outcome = outcome(&page, "https://a.example/", r#"[{"host":"a.example","remove":["zz ~ p"]}]"#);
    assert_eq!(outcome.reason(), Some(Reason::LimitExceeded));
}

#[test]
fn dozens_of_ordinary_selectors_are_within_the_bounds() {
    let selectors: Vec<String> = (0..MAX_SELECTORS).map(|index| format!("div.box > ul:not(.keep) li[data-kind='x{index}'] a")).collect();
    let rule = SiteRule { host: "a.example".into(), content: selectors.clone(), remove: selectors, ..SiteRule::default() };
    let item = "<div class=box><ul class=list><li data-kind=y><a href=/x>One</a> and some more words.</li></ul></div>";
    let page = item.repeat(2_000);
    let options =
        Options { url: Some("https://a.example/".into()), site_rules: SiteRules::new(vec![rule]).expect("a rule"), ..Options::default() };
    assert_ne!(clean(&page, &options).expect("options").reason(), Some(Reason::LimitExceeded));
}
