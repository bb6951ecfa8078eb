//! Markup and the tree that the tape holds for it, `name(content)`, white space collapsed. An implied body is not shown.

use super::tape;
use crate::html::Tag;
use crate::tape::{Event, Tape};

fn dump(tape: &Tape) -> String {
    let mut out = String::new();
    for event in tape.events() {
        match *event {
            Event::Enter(id) | Event::Exit(id) if tape.tag(id) == Tag::Body && tape.element(id).ordinal.is_none() => {}
            Event::Enter(id) => {
                separate(&mut out);
                out.push_str(tape.name(id));
                if !tape.inside(id).is_empty() {
                    out.push('(');
                }
            }
            Event::Exit(id) if !tape.inside(id).is_empty() => out.push(')'),
            Event::Exit(_) => {}
            Event::Text(id) => {
                let text = tape.text(id).split_whitespace().collect::<Vec<_>>().join(" ");
                if !text.is_empty() {
                    separate(&mut out);
                    out.push_str(&text);
                }
            }
        }
    }
    out.replace("()", "")
}

fn separate(out: &mut String) {
    if !out.is_empty() && !out.ends_with('(') {
        out.push(' ');
    }
}

#[track_caller]
fn check(html: &str, expected: &str) {
    assert_eq!(dump(&tape(html)), expected, "{html}");
}

#[test]
fn optional_end_tags() {
    check("<p>a<p>b", "p(a) p(b)");
    check("<p>a<div>b</div>c", "p(a) div(b) c");
    check("<p>a<ul><li>b", "p(a) ul(li(b))");
    check("<p><span>a<p>b", "p(span(a)) p(b)");
    check("<p>a<table><tr><td>b</table>", "p(a) table(tr(td(b)))");
    check("<button><p>a<p>b</button>", "button(p(a) p(b))");
    check("<p>a<button><p>b", "p(a button(p(b)))");
    check("<ul><li>a<li>b<ul><li>c</ul>d<li>e</ul>f", "ul(li(a) li(b ul(li(c)) d) li(e)) f");
    check("<ul><li><div>a<li>b</ul>", "ul(li(div(a)) li(b))");
    check("<ul><li><section>a<li>b</ul>", "ul(li(section(a li(b))))");
    check("<dl><dt>a<dd>b<dt>c<dd>d</dl>e", "dl(dt(a) dd(b) dt(c) dd(d)) e");
    check("<dl><dd>a<dl><dt>b</dl><dd>c</dl>", "dl(dd(a dl(dt(b))) dd(c))");
    check("<select><option>a<option>b<optgroup>c<option>d</select>e", "select(option(a) option(b) optgroup(c option(d))) e");
    check("<ruby>a<rt>b<rp>c<rt>d</ruby>e", "ruby(a rt(b) rp(c) rt(d)) e");
    check("<ruby>a<rb>b<rtc>c<rt>d<rb>e</ruby>", "ruby(a rb(b) rtc(c rt(d)) rb(e))");
}

#[test]
fn tables() {
    check("<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(a) td(b)) tr(th(c))) d");
    check("<table><caption>a<thead><tr><th>b<tbody><tr><td>c</table>", "table(caption(a) thead(tr(th(b))) tbody(tr(td(c))))");
    check("<table><tr><td><table><tr><td>a</table>b<td>c</table>", "table(tr(td(table(tr(td(a))) b) td(c)))");
    check("<table><colgroup><col><tr><td>a</table>", "table(colgroup(col) tr(td(a)))");
    check("<table><tr><td>a</td></tr></tbody></table>b", "table(tr(td(a))) b");
    check("<div><table><tr><td>a</div>b</table>c</div>d", "div(table(tr(td(a b))) c) d");
    check("<table><tr><td><p>a</table><p>b", "table(tr(td(p(a)))) p(b)");
    check("<table><tr><td>a<table><tr><td>b</table></table>c", "table(tr(td(a table(tr(td(b)))))) c");
    check("<table><tfoot><tr><td>a<tbody><tr><td>b</table>", "table(tfoot(tr(td(a))) tbody(tr(td(b))))");
    check("<li><table><tr><td><li>a</table>", "li(table(tr(td(li(a)))))");
}

#[test]
fn headings_and_links() {
    check("<h1>a<h2>b</h2>c", "h1(a) h2(b) c");
    check("<h1>a</h3>b", "h1(a) b");
    check("<h1><b>a</h1>b", "h1(b(a)) b");
    check("<p>a<h2>b<p>c", "p(a) h2(b p(c))");
    check("<a>a<a>b</a>c", "a(a) a(b) c");
    check("<a>a<p>b</a>c", "a(a) p(b c)");
    check("<a>a<div>b<a>c</a>d</div>e", "a(a) div(b a(c) d) e");
    check("<a><b>a<div><i>b</a>c</i></div>d</b>e", "a b(a div(i(b c)) d) e");
    check("<div><a>a<div>b</div><div>c</a>d</div></div>e", "div(a(a div(b)) div(c d)) e");
    check("<a><div>a<a><div>b<a>c", "a div(a a div(b a(c)))");
    check("<button>a<button>b</button>c", "button(a) button(b) c");
    check("<nobr>a<nobr>b</nobr>c", "nobr(a) nobr(b) c");
}

#[test]
fn stray_and_crossed_end_tags() {
    check("a</b>b</div>c", "a b c");
    check("<p>a<div>b</p>c</div>d", "p(a) div(b p c) d");
    check("a</p>b", "a p b");
    check("a</br>b", "a br b");
    check("<div><b>a</div>b</b>c", "div(b(a)) b c");
    check("<b>a<p>b</b>c</p>d", "b(a p(b c)) d");
    check("<div>a<span>b</div>c</span>d", "div(a span(b)) c d");
    check("<ul><li>a</ul></li>b", "ul(li(a)) b");
    check("<form><div>a</form>b</div>c", "form(div(a b)) c");
    check("<form><li>a</form>b", "form(li(a)) b");
    check("<x-a>a<x-b>b</x-a>c</x-b>d", "x-a(a x-b(b)) c d");
    check("<section><p>a</section>b", "section(p(a)) b");
    check("<DIV>a</Div>b", "div(a) b");
    check("<div>a</div x='>'>b", "div(a) b");
    check("<li>a</p>b</li>c", "li(a p b) c");
}

#[test]
fn html_head_and_body() {
    check("<html><head><title>t</title></head><body><p>a</body></html>b", "html(head(title(t)) body(p(a b)))");
    check("<html><head><meta><p>a", "html(head(meta) p(a))");
    check("<html><head>a", "html(head a)");
    check("<html><body>a<html><body>b</body>c", "html(body(a b c))");
    check("<head><title>a</title><div>b</div>", "head(title(a)) div(b)");
    check("<title>a</title><p>b</p></html><p>c", "title(a) p(b) p(c)");
    check("<body>a</body></html>b<p>c</p>", "body(a b p(c))");
    check("<html><frameset><frame></frameset><noframes>a</noframes></html>", "html(frameset(frame) noframes)");
    check("<div>a<frameset>b</div>c", "div(a b) c");
    check("<head></head><script>x</script><body>a", "head script body(a)");
}

#[test]
fn raw_text() {
    check("<script>if (a<b) '</b>'</script>c", "script c");
    check("<script type=application/ld+json>{\"a\":\"</b>\"}</script>c", "script({\"a\":\"</b>\"}) c");
    check("<style>a>b</style>c", "style c");
    check("<textarea><p>a</textarea>b", "textarea b");
    check("<title>a &amp; b</title>c", "title(a & b) c");
    check("<xmp><p>a</xmp>b", "xmp(<p>a) b");
    check("<iframe><p>a</iframe>b", "iframe b");
    check("<p>a<noscript><img><p>b</noscript>c", "p(a noscript(img p(b)) c)");
    check("<noscript><div>a</noscript><p>b", "noscript(div(a)) p(b)");
    check("<noscript></div></p>a</noscript>b", "noscript(p a) b");
    check("<div><noscript></div>a</noscript>b</div>c", "div(noscript(a) b) c");
    check("<head><noscript><style>x</style></noscript></head>a", "head(noscript) a");
    check("<plaintext>a</plaintext><b>", "plaintext(a</plaintext><b>)");
    check("<noembed><p>a</noembed>b", "noembed b");
    check("<script><!--<script>a</script>--></script>b", "script b");
}

#[test]
fn nothing_unclosed_swallows_the_rest() {
    check("<script>a\n<p>b</p>\n<p>c", "script p(b) p(c)");
    check("<style>a{}\n<div>b</div>", "style div(b)");
    check("<script>a<p>b</p>c", "script p(b) c");
    check("<style>a{}<p>b</p>c", "style p(b) c");
    check("<textarea>a<p>b</p>c", "textarea a p(b) c");
    check("<title>a<body><p>b</p>", "title a p(b)");
    check("<noscript><p>b</p>c", "noscript p(b) c");
    check("<iframe src=x><p>b</p>", "iframe p(b)");
    check("<select><option>a<p>b</p>c", "select(option(a)) p(b) c");
    check("<select><option>a<div>b</div>c", "select(option(a)) div(b) c");
    check("<select><option>a</option><textarea>b</textarea>c", "select(option(a)) textarea c");
    check("<select>a<input>b", "select(a) input b");
    check("<select>a<select>b", "select(a) b");
    check("<svg><path><p>b</p>c", "svg(path) p(b) c");
    check("<svg><g><text>x<div>b</div>c</svg>d", "svg(g(text)) div(b) c d");
    check("<math><mi>x<mi>y<p>b", "math(mi(x mi(y))) p(b)");
    check("<math><mrow><p>b", "math(mrow) p(b)");
    check("<nav><a>a</a><p>b", "div(a(a) p(b))");
    check("<nav>a</nav><p>b", "nav(a) p(b)");
    check("<div><nav>a</div><p>b", "div(div(a)) p(b)");
    check("<aside>a<p>b", "div(a p(b))");
    check("<footer>a<p>b", "div(a p(b))");
    check("<template>a<p>b", "template(a p(b))");
}

#[test]
fn foreign_content() {
    check("<svg><title>a</title><desc>b</desc></svg>c", "svg(title desc) c");
    check("<svg/><style>a{}</style>b", "svg style b");
    check("<svg/><script>if (a<b) '<div>'</script>b", "svg script b");
    check("<svg/><script>a<div>b</div></script><p>c", "svg script p(c)");
    check("<svg><svg><p>a", "svg(svg) p(a)");
    check("<svg><svg><p>a<style>b{}</style>c", "svg(svg) p(a style c)");
    check("<svg><svg><p><style><a title='</style><b>'>x</b>y", "svg(svg) p(style b('> x) y)");
    check("<svg/><style><!--</style>a-->b", "svg style a--> b");
    check("<svg><foreignObject><p>a</foreignObject></svg>b", "svg(foreignobject(p)) b");
    check("<svg><path/><g/>x</svg>b", "svg(path g) b");
    check("<svg><font color=x>a", "svg font(a)");
    check("<math><mi>a</mi><annotation-xml encoding='text/html'><p>b</annotation-xml></math>c", "math(mi(a) annotation-xml) p(b c)");
    check("<math><mtext>a<b>b</b></mtext></math>c", "math(mtext(a b(b))) c");
    check("<math><annotation encoding=x>a</annotation></math>b", "math(annotation(a)) b");
    check("<svg></p>a", "svg p a");
    check("<svg><![CDATA[a<b>c]]></svg>d", "svg d");
    check("<math><mrow><![CDATA[a<b>c]]></mrow></math>d", "math(mrow(a<b>c)) d");
    check("<math><mrow>a<![CDATA[&amp;]]>&amp;</mrow></math>", "math(mrow(a &amp; &))");
    check("<svg/><p>a</p><math/><p>b", "svg p(a) math p(b)");
    check("<p>a<svg><g></p>b", "p(a svg(g)) b");
}

#[test]
fn text() {
    check("a &amp;lt; &#65;&#x42;&nbsp;b", "a &lt; AB b");
    check("a\0b", "a\u{fffd}b");
    check("a<!-- x -->b<!doctype html>c<?php x ?>d", "abcd");
    check("a < b <3 c", "a < b <3 c");
    check("a<", "a<");
    check("a<p class='", "a");
    check("a</p", "a");
    check("a<!--b", "a");
    assert_eq!(tape("<pre>a\r\nb\rc</pre>").text(crate::tape::TextId(0)), "a\nb\nc");
    assert_eq!(tape("a<b>&am").text(crate::tape::TextId(1)), "&am");
}

#[test]
fn depth_is_bounded_and_no_text_is_lost() {
    let deep = "<div>".repeat(600) + "a" + &"</div>".repeat(600) + "b";
    let tape = tape(&deep);
    assert!(tape.flattened);
    let depth = tape.elements().iter().map(|element| element.depth).max();
    assert_eq!(depth, Some(512));
    let dump = dump(&tape);
    assert!(dump.starts_with(&"div(".repeat(511)) && dump.ends_with(") b") && dump.contains("div div a br br"), "{dump}");
}

#[test]
fn ordinals_count_start_tags_outside_templates() {
    let tape = tape("<body><div><template><p>a</p></template><noscript><b>b</b></noscript><i>c</i></div>");
    let ordinals: Vec<_> = tape.elements().iter().map(|element| (element.tag.name(), element.ordinal)).collect();
    let expected =
        [("body", Some(0)), ("div", Some(1)), ("template", Some(2)), ("p", None), ("noscript", Some(3)), ("b", None), ("i", Some(4))];
    assert_eq!(ordinals, expected);
}

#[test]
fn sources_span_start_to_end_tag() {
    let html = "<div>a<p>b<p>c</div><ul><li>d</ul>";
    let tape = tape(html);
    let sources: Vec<_> = tape.elements().iter().map(|element| &html[element.source.range()]).collect();
    // The first is the implied body.
    assert_eq!(sources, [html, "<div>a<p>b<p>c</div>", "<p>b", "<p>c", "<ul><li>d</ul>", "<li>d"]);
}
