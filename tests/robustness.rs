//! Pages that are deep, wide, long, cut off, binary or worse: none crashes, and none takes much longer than its size.
//!
//! `cargo test` reads small ones. `cargo test --release --test robustness -- --ignored --nocapture` reads large ones and
//! measures time per byte beside an ordinary page, and the peak of memory.
#![cfg(not(target_arch = "wasm32"))]

use std::time::{Duration, Instant};

use readwell::{Declutter, DeclutterOptions, Options, Outcome, Reason};

const ARTICLE: &str = "<p>The ferry to the island sails again from Monday, after nine months of <b>repairs</b> in the yard at Northport.</p>\n\
    <p class=\"text\">It will sail four times a day, the <a href=\"/office\">harbour office</a> said on Friday &amp; carry forty cars.</p>\n";

const STORY: &str = "<h1>Ferry returns</h1><p>The ferry to the island sails again from Monday, after nine months of repairs in the \
    yard at Northport.</p><p>It will sail four times a day, the harbour office said on Friday, and carry forty cars and three hundred \
    people.</p><p>Fares stay as they were, and residents keep their passes for the whole of the coming season, the office added.</p>\
    <p>The old landing stage was raised by half a metre, so that the ferry can land in all but the highest spring tides.</p>";

/// An ordinary page of about this many bytes.
fn ordinary(size: usize) -> Vec<u8> {
    let item = "<li class=\"menu-item item-7\"><a href=\"/section/page\" class=\"link\">Section</a></li>\n";
    let head = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry returns</title><style>p{margin:0}</style></head><body>";
    let part = format!(
        "<div class=\"content\"><h2>Part</h2>{}<ul>{}</ul><script>var x = 1 < 2;</script></div>\n",
        ARTICLE.repeat(4),
        item.repeat(6)
    );
    format!("{head}<nav><ul>{}</ul></nav><main>{}</main>", item.repeat(20), part.repeat(size / part.len() + 1)).into_bytes()
}

fn repeat(piece: &str, size: usize) -> Vec<u8> {
    piece.repeat(size / piece.len() + 1).into_bytes()
}

/// Pieces nested around an article, each opened as often as fits and then closed, or not.
fn nested(open: &str, close: &str, size: usize) -> Vec<u8> {
    let times = size / (open.len() + close.len()) + 1;
    [repeat_times(open, times), STORY.as_bytes().to_vec(), repeat_times(close, times)].concat()
}

fn repeat_times(piece: &str, times: usize) -> Vec<u8> {
    piece.repeat(times).into_bytes()
}

/// Pieces that differ, by the number of each.
fn numbered(piece: impl Fn(usize) -> String, size: usize) -> Vec<u8> {
    let mut page = String::new();
    for number in 0.. {
        if page.len() >= size {
            break;
        }
        page.push_str(&piece(number));
    }
    page.into_bytes()
}

fn around(before: &str, piece: &str, after: &str, size: usize) -> Vec<u8> {
    [before.as_bytes(), &repeat(piece, size), after.as_bytes()].concat()
}

/// A fixed sequence of bytes without an order (xorshift).
fn noise(size: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..=(size / 8)).flat_map(|_| next()).collect()
}

type Input = (String, Vec<u8>);

fn deep(size: usize) -> Vec<Input> {
    let tags = [
        "div",
        "b",
        "p",
        "span",
        "a href=x",
        "ul",
        "ul><li",
        "table><tr><td",
        "blockquote",
        "x-y",
        "svg",
        "math",
        "math><mi",
        "font",
        "button",
        "form",
        "nobr",
        "select",
        "template",
        "section",
        "details",
        "dl><dd",
        "ruby",
        "h1",
        "object",
        "svg><foreignObject",
    ];
    let unclosed = tags.iter().map(|tag| (format!("deep <{tag}>, unclosed"), nested(&format!("<{tag}>"), "", size)));
    let closed = ["div", "b", "span", "ul><li", "blockquote", "x-y", "section"].iter().map(|tag| {
        let name = tag.rsplit('<').next().unwrap_or(tag);
        (format!("deep <{tag}>, closed"), nested(&format!("<{tag}>"), &format!("</{name}>"), size))
    });
    unclosed.chain(closed).collect()
}

fn wide_and_long(size: usize) -> Vec<Input> {
    let named = |name: &str, page: Vec<u8>| (name.to_owned(), page);
    vec![
        named("many empty elements", repeat("<i></i>", size)),
        named("many void elements", repeat("<br>", size)),
        named("many paragraphs of a letter", repeat("<p>a", size)),
        named("many list items", around("<ul>", "<li>a", "</ul>", size)),
        named("many cells", around("<table>", "<tr><td>a<td>b", "</table>", size)),
        named("one row of many cells", around("<table><tr>", "<td>a", "</table>", size)),
        named("many links", repeat("<a href=/x>a</a> ", size)),
        named("many unclosed links", repeat("<a href=/x>a<div>", size)),
        named("many pictures", repeat("<img src=/x.jpg alt=a>", size)),
        named("many headings", repeat("<h2>A heading</h2>", size)),
        named("many stray end tags", repeat("</div></b></p></x>", size)),
        named("stray end tags on a deep stack", [repeat_times("<x-a>", 400), repeat("</x-b>", size)].concat()),
        named("crossed tags", repeat("<b><p></b><i></p></i>", size)),
        named("misnested formatting", repeat("<b><i><a><p>x</b></i></a>", size)),
        named("many comments", repeat("<!-- a -->", size)),
        named("many scripts", repeat("<script>a</script>", size)),
        named("many templates", repeat("<template>a</template>", size)),
        named("many noscripts", repeat("<noscript><p>a</noscript>", size)),
        named("many character references", repeat("&amp;&#65;&notit;", size)),
        named("many ampersands", repeat("&", size)),
        named("many less-than signs", repeat("<", size)),
        named("many quotes", repeat("\"'`", size)),
        named("many attributes", around("<p ", "a=b ", ">x", size)),
        named("the same attribute", around("<p ", "class=x ", ">x", size)),
        named("a long attribute", around("<p class='", "x y ", "'>x", size)),
        named("a long attribute left open", around("<p title='", "x", "", size)),
        named("a long name", around("<", "x", ">y", size)),
        named("a long comment", around("<!--", "x", "-->y", size)),
        named("a comment left open", around("<p>a<!--", "x", "", size)),
        named("a long script", around("<script>", "x<y;", "</script>y", size)),
        named("a script left open", around("<script>", "x\n<p>y", "", size)),
        named("a textarea left open", around("<textarea>", "<p>y", "", size)),
        named("one word", around("<p>", "x", "", size)),
        named("one line of words", around("<p>", "word ", "", size)),
        named("white space", repeat(" \n\t", size)),
        named("no-break spaces", repeat("&nbsp;", size)),
        named("zero-width characters", repeat("\u{200b}", size)),
        named("combining characters", around("<p>e", "\u{301}", "", size)),
        named("a right-to-left page", around("<p dir=rtl>", "שלום ", "", size)),
        named("ideographs", around("<p>", "渡船再開", "", size)),
        named("line breaks", around("<p>a", "<br>", "b", size)),
        named("preformatted lines", around("<pre>", "x\n", "</pre>", size)),
        named("a wide data table", around("<table><tr><th>a<th>b", "<tr><td colspan=1000 rowspan=65534>x", "</table>", size)),
        named("footnotes", repeat("<sup><a href=#fn1>1</a></sup><li id=fn1>x</li>", size)),
        named("selects", repeat("<select><option>a", size)),
        named("class names", repeat("<p class='nav-item sidebar-x related y-z'>a</p>", size)),
        named(
            "structured data",
            around("<script type=application/ld+json>[", "{\"@type\":\"Article\",\"headline\":\"x\"},", "{}]</script>", size),
        ),
        named("deep structured data", around("<script type=application/ld+json>", "[", "</script>", size)),
        named("metas", repeat("<meta property=og:title content=x>", size)),
        named("CDATA sections", around("<svg>", "<![CDATA[x]]>", "</svg>y", size)),
        named("bogus comments", repeat("<?x></ ><!x>", size)),
        named("framesets", repeat("<frameset><frame>", size)),
    ]
}

/// Many of what each stage looks for, where looking at each beside all others would take the square of their number.
fn alike(size: usize) -> Vec<Input> {
    let named = |name: &str, page: Vec<u8>| (name.to_owned(), page);
    let opens = "\\( ".repeat(600);
    let story = |page: Vec<u8>| [STORY.as_bytes().to_vec(), page].concat();
    vec![
        named("formulas left open", story(around("<p>", "\\( ", "", size))),
        named("formulas with money in them", story(repeat(&format!("<p>{opens}$\\)"), size))),
        named("formulas", story(repeat("<p>Let \\(x^2\\) and \\(y_1\\) be so.", size))),
        named("authors", numbered(|n| format!("<meta name=author content='Jane Doe{n}'>"), size)),
        named("authors in capitals", numbered(|n| format!("<meta name=author content='JANE DOE{n}'>"), size)),
        named("a byline of many", story(around("<p class=byline>By ", "Jane Doe, ", "", size))),
        named(
            "persons",
            [
                b"<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[".to_vec(),
                numbered(|n| format!("{{\"@type\":\"Person\",\"name\":\"Jane Doe{n}\"}},"), size * 9 / 10),
                b"{}]}</script>".to_vec(),
            ]
            .concat(),
        ),
        named(
            "a wide row before many",
            story([b"<table><tr>".to_vec(), repeat("<td>", size / 2), repeat("<tr><td>a<td>b", size / 2)].concat()),
        ),
        named("references to one note", story(around("<li id=fn1>x</li>", "<p>word<sup><a href=#fn1>1</a></sup></p>", "", size))),
        named(
            "notes",
            story(numbered(|n| format!("<sup id=r{n}><a href=#fn{n}>{n}</a></sup><li id=fn{n}>x <a href=#r{n}>^</a></li>"), size)),
        ),
        named("the same id", story(repeat("<p id=x>word <a href=#x>to</a></p>", size))),
        named("links to pages", story(numbered(|n| format!("<a href=/page/{n}>{n}</a> "), size))),
        named("links to the next page", story(numbered(|n| format!("<a rel=next href=/page/{n}>Next page</a> "), size))),
        named("candidates for a picture", story(around("<img srcset='", "/a.jpg 100w, /b.jpg 200w, ", "'>", size))),
        named(
            "sources of a picture",
            story(around("<picture>", "<source srcset=/a.webp media='(min-width:9px)'>", "<img src=/a.jpg></picture>", size)),
        ),
        named("films", story(repeat("<p>word</p><iframe src=https://www.youtube.com/embed/abcdefghijk></iframe>", size))),
        named("callouts within each other", nested("<div class=\"admonition note\"><p class=admonition-title>Note</p>", "</div>", size)),
        named(
            "posts",
            numbered(
                |n| format!("<div class=post id=p{n}><b>User{n}</b><time>2024-05-06</time><p>It sails again from Monday.</p></div>"),
                size,
            ),
        ),
        named(
            "cards",
            numbered(|n| format!("<li class=card><a href=/x{n}><img src=/i{n}.jpg></a><h3>Part {n}</h3><b>${n}</b></li>"), size),
        ),
        named("asides", story(repeat("<aside>It sails again from Monday, after nine months in which it did not.</aside>", size))),
        named("hidden texts", story(repeat("<p hidden>It sails again from Monday, after nine months in which it did not.</p>", size))),
        named("formulas around a page", around(&"<div class=math>".repeat(500), "<p>some words of text here.</p>", "", size)),
        named("raised text around a page", around(&"<sup>".repeat(500), "<p>some words of text here.</p>", "", size)),
        named(
            "the number of a note",
            story(around("<p>a<sup><a href=#fn1>1</a></sup></p><li id=fn1>", "^<sup>1</sup>", "note</li>", size)),
        ),
        named("ruby", around("<p>", "<ruby>漢<rp>(</rp><rt>かん</rt></ruby>", "", size)),
        named("marks of direction", around("<p>", "a\u{202e}\u{2066}b\u{2069}\u{202c} ", "", size)),
        named("marks of Markdown", around("<p>", "*_`[]()#+-.!| ", "", size)),
        named("comments in structured data", around("<script type=application/ld+json>", "/*x*/ //y\n", "{}</script>", size * 9 / 10)),
    ]
}

fn not_html(size: usize) -> Vec<Input> {
    let named = |name: &str, page: Vec<u8>| (name.to_owned(), page);
    let utf_16 = |little: bool| -> Vec<u8> {
        let text = format!("\u{feff}{}", ARTICLE.repeat(size / ARTICLE.len() / 2 + 1));
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    vec![
        named("nothing", Vec::new()),
        named("noise", noise(size)),
        named("NULs", vec![0; size]),
        named("NULs in markup", repeat("<p>a\0b<\0p\0>", size)),
        named("all bytes 0xff", vec![0xff; size]),
        named("lone surrogates", [b"<p>".to_vec(), [0xed, 0xa0, 0x80].repeat(size / 3)].concat()),
        named("half characters", [b"<p>a\xe2\x82</p>".repeat(size / 12), vec![0xf0, 0x9f]].concat()),
        named("a PNG's start", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), noise(size)].concat()),
        named("a PDF's start", [b"%PDF-1.7\n".to_vec(), noise(size)].concat()),
        named("JSON", around("[", "{\"a\":\"b\"},", "{}]", size)),
        named("XML", around("<?xml version='1.0'?><feed>", "<entry><title>a</title></entry>", "</feed>", size)),
        named("UTF-16, little-endian", utf_16(true)),
        named("UTF-16, big-endian", utf_16(false)),
        named("UTF-16 cut in a character", [utf_16(true), vec![0xd8]].concat()),
        named("a wrong declaration", [b"<meta charset=shift_jis>".to_vec(), "<p>é日本".as_bytes().repeat(size / 11)].concat()),
        named("ISO-2022-JP", [b"<meta charset=iso-2022-jp><p>".to_vec(), b"\x1b$B<<F|\x1b(B<b>".repeat(size / 13)].concat()),
        named("an unknown declaration", [b"<meta charset=klingon>".to_vec(), ARTICLE.as_bytes().repeat(size / ARTICLE.len() + 1)].concat()),
        named("old Mac line ends", ARTICLE.replace('\n', "\r").repeat(size / ARTICLE.len() + 1).into_bytes()),
    ]
}

fn truncated(size: usize) -> Vec<Input> {
    let page = ordinary(size);
    (1..20).map(|part| (format!("an ordinary page cut at {part}/20"), page[..page.len() * part / 20 + part % 7].to_vec())).collect()
}

fn inputs(size: usize) -> Vec<Input> {
    [deep(size), wide_and_long(size), alike(size), not_html(size), truncated(size)].concat()
}

fn clean(page: &[u8]) -> (Outcome, Duration) {
    let options = Options { url: Some("https://page.example/".into()), ..Options::default() };
    let start = Instant::now();
    let outcome = readwell::clean_bytes(page, &options).expect("the options are right");
    (outcome, start.elapsed())
}

fn declutter(page: &[u8]) -> Duration {
    let start = Instant::now();
    let mut length = 0;
    let mut stream = Declutter::new(DeclutterOptions::default(), |bytes: &[u8]| length += bytes.len()).expect("the options are right");
    // A tag longer than the tokenizer's memory ends the stream with an error, as documented.
    let _ = stream.write(page).and_then(|()| stream.end());
    start.elapsed()
}

#[test]
fn there_are_many() {
    assert!(inputs(10).len() >= 100);
}

#[test]
fn none_crashes() {
    for (name, page) in inputs(6_000) {
        let cleaned = std::panic::catch_unwind(|| clean(&page));
        assert!(cleaned.is_ok(), "{name}");
        assert!(std::panic::catch_unwind(|| declutter(&page)).is_ok(), "{name}");
    }
}

#[test]
fn an_article_is_found_at_any_depth_and_behind_any_clutter() {
    let mut lost = Vec::new();
    for (name, page) in deep(20_000) {
        if ["template", "svg><foreignObject", "object"].iter().any(|inert| name.contains(inert)) {
            continue; // No reader sees what is in these.
        }
        let text = clean(&page).0.into_article().map(|article| article.text_content).unwrap_or_default();
        if !text.contains("sails again from Monday") || !text.contains("highest spring tides") {
            lost.push((name, text));
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn limits_give_their_reason_and_the_text_so_far() {
    let limits = |change: fn(&mut readwell::Limits)| {
        let mut options = Options::default();
        change(&mut options.limits);
        options
    };
    let page = ordinary(50_000);
    for options in [limits(|limits| limits.max_input_bytes = 20_000), limits(|limits| limits.max_elements = 200)] {
        let mut cleaner = readwell::Cleaner::new(options).expect("options");
        page.chunks(1000).for_each(|chunk| cleaner.write(chunk));
        let Outcome::NoArticle(nothing) = cleaner.end() else { panic!("a limit is met") };
        assert_eq!(nothing.reason, Reason::LimitExceeded);
        assert!(nothing.text_content.contains("sails again"), "{}", nothing.text_content);
    }
    let options = limits(|limits| limits.max_tokenizer_bytes = 100_000);
    let mut cleaner = readwell::Cleaner::new(options).expect("options");
    cleaner.write(&page);
    (0..300).for_each(|_| cleaner.write(&around("<p title='", "x", "", 1000)));
    assert_eq!(cleaner.end().reason(), Some(Reason::LimitExceeded));
}

/// How many times the time of an ordinary page of its size an input may take.
const MAX_SLOWDOWN: f64 = 3.0;

/// What may take longer: `lol_html` hands each `<` that begins no tag over as a text of its own, and each byte that is no
/// text becomes a character of three bytes. A formula of three characters is converted into markup of fifty, and that is read.
const EXCEPTIONS: [(&str, f64); 4] = [("many less-than signs", 10.0), ("NULs", 5.0), ("all bytes 0xff", 5.0), ("formulas", 20.0)];

/// How many times the time of an ordinary page an input may take.
fn most(name: &str) -> f64 {
    EXCEPTIONS.iter().find(|(exception, _)| *exception == name).map_or(MAX_SLOWDOWN, |(_, most)| *most)
}

/// Bytes for each tag of an ordinary page. A page of nothing but `<p>a` has ten times as many elements in as many bytes,
/// and takes as much longer: by the tag, not by the byte.
const BYTES_A_TAG: usize = 30;

/// The size of an ordinary page with as many bytes, or as many tags.
fn weight(page: &[u8]) -> usize {
    let tags = page.windows(2).filter(|pair| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || pair[1] == b'/')).count();
    page.len().max(tags * BYTES_A_TAG).max(1)
}

#[test]
#[ignore = "minutes long, and says nothing without --release"]
fn time_grows_with_size_alone() {
    const SIZE: usize = 1 << 20;
    /// Of each page the quickest run counts: what else the machine does only ever adds.
    const RUNS: usize = 5;
    let usual = ordinary(SIZE);
    let per_byte = |time: Duration, page: &[u8]| time.as_secs_f64() * 1e9 / weight(page) as f64;
    // Beside each run stands one of the ordinary page: a machine that is busy for a while is so for both.
    let times = |time: &dyn Fn(&[u8]) -> Duration, page: &[u8]| {
        let runs = (0..RUNS).map(|_| (per_byte(time(page), page), per_byte(time(&usual), &usual)));
        runs.fold((f64::INFINITY, f64::INFINITY), |best, run| (best.0.min(run.0), best.1.min(run.1)))
    };
    let ratio = |time: &dyn Fn(&[u8]) -> Duration, page: &[u8]| {
        let (own, usual) = times(time, page);
        own / usual
    };
    let clean = |page: &[u8]| clean(page).1;
    println!("an ordinary page: clean {:.1} ns a byte, declutter {:.1}", times(&clean, &usual).1, times(&declutter, &usual).1);
    let mut rows: Vec<_> = inputs(SIZE)
        .into_iter()
        .filter(|(_, page)| page.len() > SIZE / 4)
        .map(|(name, page)| (ratio(&clean, &page), ratio(&declutter, &page), name))
        .collect();
    rows.sort_by(|a, b| b.0.max(b.1).total_cmp(&a.0.max(a.1)));
    for (clean, declutter, name) in rows.iter().take(40) {
        println!("{clean:6.2}× {declutter:6.2}×  {name}");
    }
    println!("peak memory: {}", peak_memory().unwrap_or_default());
    let slow: Vec<_> = rows.iter().filter(|(clean, declutter, name)| clean.max(*declutter) > most(name)).collect();
    assert!(slow.is_empty(), "{slow:?}");
}

#[test]
#[ignore = "wants gigabytes"]
fn fifty_megabytes_and_five_million_tags() {
    for (name, page) in [
        ("50 MB, ordinary", ordinary(50 << 20)),
        ("five million tags", repeat_times("<p>", 5_000_000)),
        ("five million deep", repeat_times("<b>", 5_000_000)),
    ] {
        let size = page.len();
        let (outcome, time) = clean(&page);
        println!("{name}: {} MB, {time:.2?}, {:?}, peak memory {}", size >> 20, outcome.reason(), peak_memory().unwrap_or_default());
        println!("    declutter: {:.2?}", declutter(&page));
    }
}

/// The most memory that this process has had, where the system says so.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    Some(status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().to_owned())
}
