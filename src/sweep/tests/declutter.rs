//! What passes through `declutter`, and what does not.

use crate::{Declutter, DeclutterOptions};

fn declutter(page: &[u8], options: &DeclutterOptions, chunk: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut stream = Declutter::new(options.clone(), |bytes: &[u8]| out.extend_from_slice(bytes)).expect("options");
    page.chunks(chunk).for_each(|chunk| stream.write(chunk).expect("no limit"));
    stream.end().expect("no limit");
    out
}

#[track_caller]
fn check(page: &str, expected: &str) {
    for chunk in [1, 7, page.len().max(1)] {
        let out = declutter(page.as_bytes(), &DeclutterOptions::default(), chunk);
        assert_eq!(String::from_utf8_lossy(&out), expected, "{page} by {chunk}");
    }
}

#[test]
fn what_is_no_clutter_passes_byte_for_byte() {
    for page in [
        "<!DOCTYPE html>\r\n<HTML lang=en><Head><title>A &amp; B</title><meta charset=utf-8><link rel=canonical href=/x></head>",
        "<p class='a' Class=b>x<p>y & z<br/><x-y></x-y>",
        "<script type='application/ld+json'>{\"@type\":\"Article\"}</script>",
        "<style>p{}</style><svg><path d=M0/><![CDATA[a<b]]></svg>",
        "<b>a<i>b</b>c</i></p></br></div x='>'>",
        "a < b &nbsp &#x; \0 </p x>",
        "<noscript><img src=/harbour.jpg height=400></noscript>",
        "",
    ] {
        check(page, page);
    }
}

#[test]
fn clutter_goes() {
    check("a<script>x<b>'</p>'</script>b", "ab");
    check("a<nav><ul><li>x</ul></nav>b", "ab");
    check("a<!-- x -->b", "ab");
    check("a<div class='cookie-banner'><div>x</div></div>b", "ab");
    check("a<div hidden>x<p>y</div>b", "ab");
    check("a<p style='display:none'>x<p>b", "a<p>b");
    check("a<div class=newsletter>x</div>b", "ab");
    check("a<section id=comments><p>x</section>b", "ab");
    check("a<img width=1 height=1 src=x>b<img src=https://pixel.wp.com/g.gif>c", "abc");
    check("a<noscript><img height=\"1\" width=\"1\" src=https://www.facebook.com/tr></noscript>b", "ab");
    check("a<iframe src=//www.googletagmanager.com/ns.html></iframe>b", "ab");
    check("<link rel=preload href=x as=script><link rel=icon href=y>", "<link rel=icon href=y>");
    check("<ul><li class=advert>ad<li>text</ul>", "<ul><li>text</ul>");
    check("<ul><li>text<li class=advert>ad</ul>b", "<ul><li>text</ul>b");
    check("<div><nav>x</nav><nav>y</nav>a</div>", "<div>a</div>");
    check("a<svg><script>x</script></svg>b", "a<svg></svg>b");
}

#[test]
fn styles_go_on_request() {
    let options = DeclutterOptions { styles: true, ..Default::default() };
    let out = declutter(b"a<style>p{}</style><link rel=StyleSheet href=x>b", &options, 3);
    assert_eq!(out, b"ab");
}

#[test]
fn nothing_unclosed_takes_the_rest_with_it() {
    check("<nav><a>x</a><p>a", "<nav><a>x</a><p>a");
    check("<div><nav><a>x</a></div><p>a", "<div><nav><a>x</a></div><p>a");
    check("<nav>x<script>y</script><p>a", "<nav>x<p>a");
    check("<select><option>x<p>a", "<select><option>x<p>a");
    check("<div hidden>x<p>a", "<div hidden>x<p>a");
    check("<script>x\n<p>a</p>", "\n<p>a</p>");
    check("<div hidden>x</div></div><p>a", "</div><p>a");
    check("<div><section hidden>x</div><p>a", "<div><section hidden>x</div><p>a");
}

#[test]
fn a_tag_cut_off_by_the_end_goes() {
    check("a<p class='", "a");
    check("a</p", "a");
    check("a<img src=x onerror='", "a");
}

#[test]
fn any_encoding_comes_through() {
    let shift_jis = b"<meta charset=shift_jis><p>\x93\xfa\x96\x7b\x8c\xea\x83\x5c</p><nav>\x83\x5c</nav>";
    assert_eq!(declutter(shift_jis, &DeclutterOptions::default(), 1), &shift_jis[..shift_jis.len() - 13]);
    let broken = b"<p>\xff\xfe\x80 \xc3(</p>";
    assert_eq!(declutter(broken, &DeclutterOptions::default(), 1), broken);
    let utf_16: Vec<u8> = "\u{feff}<p>é</p><nav>x</nav>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(declutter(&utf_16, &DeclutterOptions::default(), 5), "\u{feff}<p>é</p>".as_bytes());
    let options = DeclutterOptions { charset: Some("iso-2022-jp".into()), ..Default::default() };
    assert_eq!(declutter(b"<p>\x1b$B\x46\x7c<!\x1b(B</p>", &options, 2), "\u{feff}<p>日次</p>".as_bytes());
}

#[test]
fn output_comes_before_the_input_ends_and_memory_stays() {
    use std::cell::Cell;
    let (given, largest) = (Cell::new(0), Cell::new(0));
    let mut stream = Declutter::new(DeclutterOptions::default(), |bytes: &[u8]| {
        given.set(given.get() + bytes.len());
        largest.set(largest.get().max(bytes.len()));
    })
    .expect("options");
    let paragraph = "<p>The ferry sails again.</p><script>x</script>\n".repeat(100);
    for round in 1..=200 {
        stream.write(paragraph.as_bytes()).expect("no limit");
        assert!(given.get() + 200 > round * (paragraph.len() - 100 * "<script>x</script>".len()), "{round}");
    }
    stream.write(b"<nav>").expect("no limit");
    for _ in 0..1000 {
        stream.write(paragraph.as_bytes()).expect("no limit");
    }
    stream.end().expect("no limit");
    assert!(largest.get() <= crate::limits::MAX_HELD_BYTES + 2 * crate::limits::DECLUTTER_CHUNK_BYTES, "{}", largest.get());
}
