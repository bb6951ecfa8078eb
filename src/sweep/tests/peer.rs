//! The tape's text beside that of html5ever's tree, the browsers' parsing algorithm: none lost, none glued.

use html5ever::tendril::TendrilSink;
use html5ever::{ns, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use proptest::sample::select;

use super::tape;
use crate::cases::cases;
use crate::html::Tag;
use crate::tape::{Event, Tape};

/// Whether a reader sees none of the element's text, or the two parsers rightly hold different things of it.
const fn is_unseen(tag: Tag) -> bool {
    tag.is_raw() || matches!(tag, Tag::Template | Tag::Svg)
}

fn words_of_tape(tape: &Tape) -> String {
    let mut text = String::new();
    let mut skip_to = 0;
    for (index, event) in tape.events().iter().enumerate().map(|(index, event)| (index as u32, event)) {
        if index < skip_to {
            continue;
        }
        match *event {
            Event::Enter(id) if is_unseen(tape.tag(id)) => skip_to = tape.element(id).exit,
            Event::Text(id) => text.push_str(tape.text(id)),
            Event::Enter(id) | Event::Exit(id) => separate(tape.tag(id), &mut text),
        }
    }
    collapsed(&text)
}

fn separate(tag: Tag, text: &mut String) {
    if tag.is_block() || tag == Tag::Br {
        text.push(' ');
    }
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words_of_peer(html: &str) -> String {
    let dom = parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let mut text = String::new();
    push_text(&dom.document, &mut text);
    collapsed(&text)
}

fn push_text(node: &Handle, text: &mut String) {
    let tag = match &node.data {
        NodeData::Text { contents } => {
            text.push_str(&contents.borrow());
            return;
        }
        NodeData::Element { name, .. } if name.ns == ns!(svg) => return,
        NodeData::Element { name, .. } => Tag::from_name(&name.local.to_ascii_lowercase()),
        NodeData::Document => Tag::Html,
        _ => return,
    };
    if is_unseen(tag) {
        return;
    }
    separate(tag, text);
    node.children.borrow().iter().for_each(|child| push_text(child, text));
    separate(tag, text);
}

#[track_caller]
fn check(html: &str) {
    assert_eq!(words_of_tape(&tape(html)), words_of_peer(html), "{html}");
}

/// Tags without tables' parts, whose misplaced text a browser moves before the table.
const TAGS: &[&str] = &[
    "a",
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "b",
    "blockquote",
    "body",
    "button",
    "code",
    "dd",
    "details",
    "div",
    "div",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "header",
    "html",
    "i",
    "li",
    "li",
    "main",
    "nav",
    "nobr",
    "ol",
    "p",
    "p",
    "p",
    "pre",
    "section",
    "small",
    "span",
    "span",
    "strong",
    "sub",
    "summary",
    "u",
    "ul",
    "x-card",
];

const TABLE_TAGS: &[&str] =
    &["table", "table", "tbody", "thead", "tr", "tr", "td", "td", "td", "th", "caption", "p", "b", "a", "div", "ul", "li"];

const WHOLE: &[&str] = &[
    "<br>",
    "<hr>",
    "<img src=x>",
    "<wbr>",
    "</br>",
    "<!-- c -->",
    "<script>x<b></script>",
    "<style>y</style>",
    "<noscript><p>z</p></noscript>",
    "<title>t</title>",
    "<textarea><p></textarea>",
    "<iframe><p></iframe>",
    "<template><p>q</template>",
    "<select><option>o<option>p</select>",
    "<svg><g><text>s</text></g></svg>",
    "<math><mrow><mi>m</mi>n</math>",
    "&amp;",
    "&lt;p&gt;",
    "&eacute;",
    "<",
    " ",
    "\n",
    "<!doctype html>",
    "<?pi?>",
    "</>",
    "<p/>",
];

fn soup(tags: &'static [&'static str], text: &'static str) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(tags).prop_map(|tag| format!("<{tag}>")),
        2 => select(tags).prop_map(|tag| format!("</{tag}>")),
        1 => select(WHOLE).prop_map(str::to_owned),
        3 => (0u32..100).prop_map(move |n| text.replace('N', &n.to_string())),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn text_is_a_browsers(html in soup(TAGS, "wN")) {
        let (ours, peers) = (words_of_tape(&tape(&html)), words_of_peer(&html));
        prop_assert!(is_refinement(&ours, &peers), "{ours}\n{peers}");
    }

    #[test]
    fn text_in_tables_is_a_browsers_in_some_order(html in soup(TABLE_TAGS, " wN ")) {
        let html = html.replace('<', " <").replace('>', "> ");
        let (ours, peers) = (words_of_tape(&tape(&html)), words_of_peer(&html));
        prop_assert_eq!(sorted(&ours), sorted(&peers));
    }
}

/// Whether two texts are the same but for more word breaks in the first: a browser ignores some crossed end tags of
/// blocks that we heed.
fn is_refinement(ours: &str, peers: &str) -> bool {
    let mut ours = ours.chars().peekable();
    for c in peers.chars() {
        while c != ' ' && ours.peek() == Some(&' ') {
            ours.next();
        }
        if ours.next() != Some(c) {
            return false;
        }
    }
    ours.next().is_none()
}

fn sorted(words: &str) -> Vec<&str> {
    let mut words: Vec<_> = words.split(' ').collect();
    words.sort_unstable();
    words
}

#[test]
fn known_cases() {
    check("<p>a<div>b</p>c</div>d");
    check("<table><tr><td>a<td>b</table>c");
}

/// Pages of one's own, as lines of JSON with an `html` each: `READWELL_PAGES=pages.ndjson cargo test -- --ignored pages`.
#[test]
#[ignore = "needs READWELL_PAGES"]
fn pages_of_ones_own() {
    let path = std::env::var("READWELL_PAGES").expect("READWELL_PAGES");
    let lines = std::fs::read_to_string(path).expect("readable");
    let mut failures = 0;
    for line in lines.lines() {
        let page: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let html = page["html"].as_str().unwrap_or_default();
        let (ours, peers) = (words_of_tape(&tape(html)), words_of_peer(html));
        if !is_refinement(&ours, &peers) {
            failures += 1;
            let at = ours.chars().zip(peers.chars()).take_while(|(a, b)| a == b).count();
            let excerpt = |text: &str| text.chars().skip(at.saturating_sub(30)).take(90).collect::<String>();
            println!("{}\n  ours:   {}\n  peer's: {}", page["id"], excerpt(&ours), excerpt(&peers));
        }
    }
    assert_eq!(failures, 0);
}
