//! Kinds of content, as generators write them.

use super::check;

#[test]
fn paragraphs() {
    check("<p>One <b>two</b>three.</p><p>Four</p>", "<p>One <strong>two</strong>three.</p><p>Four</p>", "One **two**three.\n\nFour");
    check("One<br><br>Two<br>Three", "<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\\\nThree");
    check("<div>One<div>Two</div>Three</div>", "<p>One</p><p>Two</p><p>Three</p>", "One\n\nTwo\n\nThree");
    check("<p><span class=dropcap>O</span>nce</p>", "<p>Once</p>", "Once");
    check("<p>a<b> b </b>c</p>", "<p>a<strong> b </strong>c</p>", "a **b** c");
    check(
        "<a href=/x><div>One</div><div>Two</div></a>",
        "<p><a href=\"https://example.com/x\">One</a></p><p><a href=\"https://example.com/x\">Two</a></p>",
        "[One](https://example.com/x)\n\n[Two](https://example.com/x)",
    );
    check("<p>H<sub>2</sub>O <kbd>Ctrl</kbd></p>", "<p>H<sub>2</sub>O <kbd>Ctrl</kbd></p>", "H<sub>2</sub>O <kbd>Ctrl</kbd>");
    check(
        "<p lang=fr>Oui</p><div dir=rtl><p>a<p>b</div>",
        "<p lang=\"fr\">Oui</p><div dir=\"rtl\"><p>a</p><p>b</p></div>",
        "Oui\n\na\n\nb",
    );
    check("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>", "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>", "漢(かん)");
}

#[test]
fn headings() {
    check("<h1>A</h1><h3>B</h3><h2>C</h2>", "<h2 id=\"rw-a\">A</h2><h2 id=\"rw-b\">B</h2><h2 id=\"rw-c\">C</h2>", "## A\n\n## B\n\n## C");
    check(
        "<h2>A</h2><h4>B</h4><h3>C</h3><h2>D</h2>",
        "<h2 id=\"rw-a\">A</h2><h3 id=\"rw-b\">B</h3><h3 id=\"rw-c\">C</h3><h2 id=\"rw-d\">D</h2>",
        "## A\n\n### B\n\n### C\n\n## D",
    );
    check("<h1>Title!</h1><p>x</p><h2>A</h2>", "<p>x</p><h2 id=\"rw-a\">A</h2>", "x\n\n## A");
    check(
        "<h2 id=x>A<a class=headerlink href=#x title=Permalink>¶</a></h2><p><a href=#x>up</a> <a href=#gone>down</a>",
        "<h2 id=\"rw-x\">A</h2><p><a href=\"#rw-x\">up</a> <a href=\"https://example.com/a/b#gone\">down</a></p>",
        "## A\n\n[up](#rw-x) [down](https://example.com/a/b#gone)",
    );
    check("<h2><a class=anchor href=#a aria-hidden=true><svg></svg></a>A #</h2>", "<h2 id=\"rw-a\">A #</h2>", "## A \\#");
    check("<h2><a href=#s>S</a></h2>", "<h2 id=\"rw-s\">S</h2>", "## S");
}

#[test]
fn lists() {
    check("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c");
    check("<ol start=3><li><p>a</p><p>b</p><li>c</ol>", "<ol start=\"3\"><li><p>a</p><p>b</p></li><li>c</li></ol>", "3. a\n\n   b\n\n4. c");
    check(
        "<ul><li><input type=checkbox checked disabled> done<li class=task-list-item><input type=checkbox>open</ul>",
        "<ul><li>☑ done</li><li>☐ open</li></ul>",
        "- [x] done\n- [ ] open",
    );
    check("<dl><dt>T<dd>D<dd><p>E</dl>", "<dl><dt>T</dt><dd>D</dd><dd>E</dd></dl>", "**T**\n\nD\n\nE");
    check("<ul><li>a</ul><ul><li>b</ul>", "<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b");
}

#[test]
fn tables() {
    check(
        "<table><tr><th>A<th>B|C<tr><td>1<td>2</table>",
        "<table><thead><tr><th>A</th><th>B|C</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
        "| A | B\\|C |\n| --- | --- |\n| 1 | 2 |",
    );
    check(
        "<table><caption>Cap</caption><tr><th colspan=2>A<tr><td>1<td>2</table>",
        "<table><caption>Cap</caption><tbody><tr><th colspan=\"2\">A</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>",
        "<table><caption>Cap</caption><tbody><tr><th colspan=\"2\">A</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>",
    );
    check("<table role=presentation><tr><td>One<td>Two</table>", "<p>One</p><p>Two</p>", "One\n\nTwo");
    check("<table><tr><td><table><tr><td><p>Text</p></table></table>", "<p>Text</p>", "Text");
}

#[test]
fn code() {
    let js = |html: &str| check(html, "<pre><code class=\"language-js\">let a;\n  b();</code></pre>", "```js\nlet a;\n  b();\n```");
    js("<pre><code class=language-js>let a;\n  b();\n</code></pre>");
    js("<pre class='lang-js s-code-block'><code class='hljs language-js'>let a;\n  b();</code></pre>");
    js(
        "<div class='highlight highlight-source-js'><pre>let a;\n  b();</pre><div class='zeroclipboard-container'><clipboard-copy>Copy</clipboard-copy></div></div>",
    );
    js(
        "<div class='language-js highlighter-rouge'><div class=highlight><pre class=highlight><code><table class=rouge-table><tbody><tr><td class='rouge-gutter gl'><pre class=lineno>1\n2\n</pre></td><td class=rouge-code><pre><span class=kd>let</span> a;\n  b();\n</pre></td></tr></tbody></table></code></pre></div></div>",
    );
    js(
        "<div class=highlight><div class=chroma><table class=lntable><tr><td class=lntd><pre class=chroma><code><span class=lnt>1\n</span><span class=lnt>2\n</span></code></pre></td><td class=lntd><pre class=chroma><code class=language-js data-lang=js><span class=line><span class=cl>let a;\n</span></span><span class=line><span class=cl>  b();\n</span></span></code></pre></td></tr></table></div></div>",
    );
    js(
        "<div class=highlight><pre class=chroma><code class=language-js data-lang=js><span class=line><span class=ln>1</span><span class=cl>let a;\n</span></span><span class=line><span class=ln>2</span><span class=cl>  b();\n</span></span></code></pre></div>",
    );
    js(
        "<figure class='highlight js'><table><tr><td class=gutter><pre><span class=line>1</span><br><span class=line>2</span><br></pre></td><td class=code><pre><span class=line>let a;</span><br><span class=line>  b();</span><br></pre></td></tr></table></figure>",
    );
    js(
        "<div class='language-js codeBlockContainer_Ckt0 theme-code-block'><div class=codeBlockTitle_OeMC>a.js</div><div class=codeBlockContent_QJqH><pre class='prism-code language-js'><code class=codeBlockLines_e6Vv><span class=token-line>let a;<br></span><span class=token-line>  b();<br></span></code></pre><div class=buttonGroup_M5ko><button>Copy</button></div></div></div>",
    );
    js("<pre class='shiki github-dark' data-language=js><code><span class=line>let a;</span>\n<span class=line>  b();</span></code></pre>");
    js("<pre class=shiki data-language=js><code><span class=line>let a;</span><span class=line>  b();</span></code></pre>");
    js(
        "<pre class='line-numbers language-js'><code class=language-js>let a;\n  b();<span aria-hidden=true class=line-numbers-rows><span></span><span></span></span></code></pre>",
    );
    js("<pre class='brush: js; gutter: true'>let a;\n  b();</pre>");
    js(
        "<div class='syntaxhighlighter js'><table><tr><td class=gutter><div class='line number1'>1</div><div class='line number2'>2</div></td><td class=code><div class=container><div class='line number1'><code class='js keyword'>let</code> <code class='js plain'>a;</code></div><div class='line number2'><code class='js spaces'>&nbsp;&nbsp;</code><code class='js plain'>b();</code></div></div></td></tr></table></div>",
    );
    js("<pre class='prettyprint lang-js linenums'><ol class=linenums><li class=L0>let a;</li><li class=L1>  b();</li></ol></pre>");
    js(
        "<table class='highlight js-file-line-container' data-language=js><tr><td class=blob-num data-line-number=1></td><td class='blob-code blob-code-inner'>let a;</td></tr><tr><td class=blob-num data-line-number=2></td><td class='blob-code blob-code-inner'>  b();</td></tr></table>",
    );
    check(
        "<div class='highlight-python3 notranslate'><div class=highlight><pre><span></span><span class=linenos>1</span><span class=n>x</span>\n</pre></div></div>",
        "<pre><code class=\"language-python3\">x</code></pre>",
        "```python3\nx\n```",
    );
    check(
        "<table class=highlighttable><tr><td class=linenos><div class=linenodiv><pre>1\n2</pre></div></td><td class=code><div><pre>a\n\nb</pre></div></td></tr></table>",
        "<pre><code>a\n\nb</code></pre>",
        "```\na\n\nb\n```",
    );
    check(
        "<div class=CodeMirror><div class=CodeMirror-gutter></div><div class=CodeMirror-code><div><div class=CodeMirror-gutter-wrapper><div class=CodeMirror-linenumber>1</div></div><pre class=CodeMirror-line><span>a</span></pre></div><div><div class=CodeMirror-gutter-wrapper><div class=CodeMirror-linenumber>2</div></div><pre class=CodeMirror-line><span>  b</span></pre></div></div></div>",
        "<pre><code>a\n  b</code></pre>",
        "```\na\n  b\n```",
    );
    check("<p>Run <code>a  `b`</code>", "<p>Run <code>a  `b`</code></p>", "Run `` a  `b` ``");
    check("<pre>\n```\n</pre>", "<pre><code>```</code></pre>", "````\n```\n````");
    check(
        "<p><code>Vec&lt;<a href=/T>T</a>&gt;</code>",
        "<p><code>Vec&lt;</code><a href=\"https://example.com/T\"><code>T</code></a><code>&gt;</code></p>",
        "`Vec<`[`T`](https://example.com/T)`>`",
    );
}

#[test]
fn math() {
    let inline = |html: &str| check(html, "<p>a <math alttext=\"x^2\"><msup><mi>x</mi><mn>2</mn></msup></math> b</p>", "a $x^2$ b");
    let squared = "<msup><mi>x</mi><mn>2</mn></msup>";
    inline(&format!(
        "a <span class=katex><span class=katex-mathml><math><semantics>{squared}<annotation encoding='application/x-tex'>x^2</annotation></semantics></math></span><span class=katex-html aria-hidden=true>x2</span></span> b"
    ));
    inline(&format!(
        "a <mjx-container class=MathJax jax=CHTML><mjx-math><mjx-msup data-latex='x^2'></mjx-msup></mjx-math><mjx-assistive-mml display=inline><math alttext='x^2'>{squared}</math></mjx-assistive-mml></mjx-container> b"
    ));
    inline(&format!(
        "a <span class=mwe-math-element><span class='mwe-math-mathml-inline mwe-math-mathml-a11y' style='display: none;'><math alttext='{{\\displaystyle x^2}}'><semantics>{squared}<annotation encoding='application/x-tex'>{{\\displaystyle x^2}}</annotation></semantics></math></span><img src=https://w.org/math/render/svg/x class=mwe-math-fallback-image-inline alt='{{\\displaystyle x^2}}'></span> b"
    ));
    inline(&format!("a <math>{squared}<annotation encoding='application/x-tex'>x^2</annotation></math> b"));
    inline(&format!(
        "a <span class=MathJax_Preview></span><span class=MathJax><nobr aria-hidden=true>x2</nobr><span class=MJX_Assistive_MathML><math>{squared}</math></span></span><script type='math/tex'>x^2</script> b"
    ));
    inline(
        "a <span class=MathJax_Preview></span><span class=MathJax id=M><nobr><span>x2</span></nobr></span><script type='math/tex' id=N>x^2</script> b",
    );
    inline("a \\(x^2\\) b");
    inline("a <img class=latex src='https://s0.wp.com/latex.php?latex=x%5E2' alt='x^2'> b");
    inline("a <span class='math inline'>\\(x^2\\)</span> b");
    check("<p>$$\\ce{H2O}$$</p>", "<p><code class=\"math\">\\ce{H2O}</code></p>", "$$\\ce{H2O}$$");
    check("<p><code>\\(x\\)</code></p>", "<p><code>\\(x\\)</code></p>", "`\\(x\\)`");
    check(
        "<span class=katex-display><span class=katex><span class=katex-mathml><math display=block><semantics><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></semantics></math></span></span></span>",
        "<p><math display=\"block\" alttext=\"x\"><mi>x</mi></math></p>",
        "$$x$$",
    );
    check("It costs $5, not $6.", "<p>It costs $5, not $6.</p>", "It costs \\$5, not \\$6.");
    check(
        "<math><mfrac><mi>a</mi><msqrt><mi>b</mi></msqrt></mfrac></math>",
        "<p><math alttext=\"\\frac{a}{\\sqrt{b}}\"><mfrac><mi>a</mi><msqrt><mi>b</mi></msqrt></mfrac></math></p>",
        "$\\frac{a}{\\sqrt{b}}$",
    );
    check(
        "<math><mi onclick=x>a</mi><maction><mtext>b</mtext></maction><annotation-xml encoding=text/html>c</annotation-xml></math>",
        "<p><math alttext=\"a\\text{b}\"><mi>a</mi><mtext>b</mtext></math></p>",
        "$a\\text{b}$",
    );
}

#[test]
fn footnotes() {
    let one = |html: &str| {
        check(
            html,
            "<p>Text<sup><a href=\"#rw-note-1\" id=\"rw-ref-1\">1</a></sup>.</p><section class=\"footnotes\"><ol><li id=\"rw-note-1\"><p>Note. <a href=\"#rw-ref-1\">↩</a></p></li></ol></section>",
            "Text[^1].\n\n[^1]: Note.",
        );
    };
    // markdown-it
    one(
        "<p>Text<sup class=footnote-ref><a href=#fn1 id=fnref1>[1]</a></sup>.</p><hr class=footnotes-sep><section class=footnotes><ol class=footnotes-list><li id=fn1 class=footnote-item><p>Note. <a href=#fnref1 class=footnote-backref>↩︎</a></p></li></ol></section>",
    );
    // Pandoc
    one(
        "<p>Text<a href=#fn1 class=footnote-ref id=fnref1 role=doc-noteref><sup>1</sup></a>.</p><section class=footnotes role=doc-endnotes><hr><ol><li id=fn1><p>Note.<a href=#fnref1 class=footnote-back role=doc-backlink>↩︎</a></p></li></ol></section>",
    );
    // kramdown and Hugo
    one(
        "<p>Text<sup id=fnref:1><a href=#fn:1 class=footnote rel=footnote role=doc-noteref>1</a></sup>.</p><div class=footnotes role=doc-endnotes><ol><li id=fn:1><p>Note.&nbsp;<a href=#fnref:1 class=reversefootnote role=doc-backlink>&#8617;&#xfe0e;</a></p></li></ol></div>",
    );
    // WordPress
    one(
        "<p>Text<sup data-fn=u class=fn><a href=#u id=u-link>1</a></sup>.</p><ol class=wp-block-footnotes><li id=u>Note. <a href=#u-link aria-label='Jump'>↩︎</a></li></ol>",
    );
    // Substack
    one(
        "<p>Text<a class=footnote-anchor id=footnote-anchor-1 href=#footnote-1>1</a>.</p><div class=footnote><a id=footnote-1 href=#footnote-anchor-1 class=footnote-number>1</a><div class=footnote-content><p>Note.</p></div></div>",
    );
    // Word
    one(
        "<p>Text<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>.</p><hr><div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> Note.</p></div>",
    );
    // Google Docs
    one("<p>Text<sup><a href=#ftnt1 id=ftnt_ref1>[1]</a></sup>.</p><hr><div><p><a href=#ftnt_ref1 id=ftnt1>[1]</a>&nbsp;Note.</p></div>");
    // MediaWiki
    one(
        "<p>Text<sup id=cite_ref-1 class=reference><a href=#cite_note-1><span>[</span>1<span>]</span></a></sup>.</p><ol class=references><li id=cite_note-1><span class=mw-cite-backlink><b><a href=#cite_ref-1>^</a></b></span> <span class=reference-text>Note.</span></li></ol>",
    );
    // Org mode
    one(
        "<p>Text<sup><a id=fnr.1 class=footref href=#fn.1 role=doc-backlink>1</a></sup>.</p><div id=footnotes><div class=footdef><sup><a id=fn.1 class=footnum href=#fnr.1 role=doc-backlink>1</a></sup> <div class=footpara role=doc-footnote><p class=footpara>Note.</p></div></div></div>",
    );
    // GitHub
    one(
        "<p>Text<sup><a href=#user-content-fn-1 id=user-content-fnref-1 data-footnote-ref aria-describedby=footnote-label>1</a></sup>.</p><section data-footnotes class=footnotes><ol><li id=user-content-fn-1><p>Note. <a href=#user-content-fnref-1 data-footnote-backref>↩</a></p></li></ol></section>",
    );
    // Tufte
    one(
        "<p>Text<label for=sn-1 class='margin-toggle sidenote-number'></label><input type=checkbox id=sn-1 class=margin-toggle><span class=sidenote>Note.</span>.</p>",
    );
}

#[test]
fn callouts() {
    let tip = |html: &str| check(html, "<aside class=\"callout callout-tip\"><p>Text.</p></aside>", "> [!tip]\n> Text.");
    tip("<div class='markdown-alert markdown-alert-tip'><p class=markdown-alert-title><svg></svg>Tip</p><p>Text.</p></div>");
    tip(
        "<div class='theme-admonition theme-admonition-tip admonition_xJq3 alert alert--success'><div class=admonitionHeading_Gvgb><span class=admonitionIcon_Rf37><svg></svg></span>tip</div><div class=admonitionContent_BuS1><p>Text.</p></div></div>",
    );
    tip("<div class='admonition tip'><p class=admonition-title>Tip</p><p>Text.</p></div>");
    tip(
        "<div data-callout=tip class=callout><div class=callout-title><div class=callout-icon></div><div class=callout-title-inner>Tip</div></div><div class=callout-content><p>Text.</p></div></div>",
    );
    tip("<div class='tip custom-block'><p class=custom-block-title>TIP</p><p>Text.</p></div>");
    tip(
        "<div class='theme-admonition theme-admonition-tip admonition_xJq3 alert alert--info'><div class=admonitionHeading_Gvgb>tip</div><div class=admonitionContent_BuS1><p>Text.</p></div></div>",
    );
    tip("<div class='alert alert-success' role=alert>Text.</div>");
    tip(
        "<aside aria-label=Tip class='starlight-aside starlight-aside--tip'><p class=starlight-aside__title><svg></svg>Tip</p><div class=starlight-aside__content><p>Text.</p></div></aside>",
    );
    tip("<aside class=tip><p>Text.</p></aside>");
    check(
        "<div class='admonition warning'><p class=admonition-title>Mind the gap</p><p>Text.</p></div>",
        "<aside class=\"callout callout-warning\"><p><strong>Mind the gap</strong></p><p>Text.</p></aside>",
        "> [!warning]\n> **Mind the gap**\n>\n> Text.",
    );
    check(
        "<div class='admonitionblock note'><table><tr><td class=icon><div class=title>Note</div></td><td class=content>Text.</td></tr></table></div>",
        "<aside class=\"callout callout-note\"><p>Text.</p></aside>",
        "> [!note]\n> Text.",
    );
}

#[test]
fn images() {
    let image = |html: &str| check(html, "<p><img src=\"https://example.com/i.jpg\" alt=\"A\"></p>", "![A](https://example.com/i.jpg)");
    image("<img src=/i.jpg alt=A>");
    image("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src=/i.jpg alt=A>");
    image("<img src=/img/placeholder.png data-lazy-src=/i.jpg alt=A>");
    image("<img src=/small.jpg srcset='/small.jpg 300w, /i.jpg 1200w' alt=A>");
    image("<picture><source type=image/svg+xml srcset=/v.svg><source srcset='/m.webp 400w, /i.jpg 900w'><img src=/s.jpg alt=A></picture>");
    image("<img class=lazy data-srcset='/i.jpg 800w' alt=A><noscript><img src='/i.jpg?w=300' alt=A></noscript>");
    image("<img src=/i.jpg alt=A><p><img src='/i.jpg?w=10' alt=B>");
    image("<img src=https://pixel.wp.com/g.gif?x><img src=/x.gif width=1 height=1><img src=/i.jpg alt=A><img class=avatar src=/me.jpg>");
    check(
        "<img src=/i.jpg width=640px height=480>",
        "<p><img src=\"https://example.com/i.jpg\" alt=\"\" width=\"640\" height=\"480\"></p>",
        "![](https://example.com/i.jpg)",
    );
    check("<p>Hi <img class=emoji alt=🙂 src=/e.png></p>", "<p>Hi 🙂</p>", "Hi 🙂");
    let figure = |html: &str| {
        check(
            html,
            "<figure><img src=\"https://example.com/i.jpg\" alt=\"A\"><figcaption>Cap</figcaption></figure>",
            "![A](https://example.com/i.jpg)\n\nCap",
        );
    };
    figure("<figure><img src=/i.jpg alt=A><figcaption>Cap</figcaption></figure>");
    figure("<figure><div><img src=/i.jpg alt=A></div><figcaption><p>Cap</p></figcaption></figure>");
    figure("<div class=wp-caption><img src=/i.jpg alt=A><p class=wp-caption-text>Cap</p></div>");
    figure("<div class=article-image><div><img src=/i.jpg alt=A></div><div class=image-caption>Cap</div></div>");
    figure("<p><img src=/i.jpg alt=A></p><figure><img src=/i.jpg alt=A><figcaption>Cap</figcaption></figure>");
    check(
        "<figure><img src=/i.jpg alt=A><figcaption>Cap</figcaption><span class=credit>AP</span></figure>",
        "<figure><img src=\"https://example.com/i.jpg\" alt=\"A\"><figcaption>Cap AP</figcaption></figure>",
        "![A](https://example.com/i.jpg)\n\nCap AP",
    );
    check(
        "<figure><img src=/i.jpg alt=A><figcaption>Cap <span class=credit>AP</span></figcaption></figure>",
        "<figure><img src=\"https://example.com/i.jpg\" alt=\"A\"><figcaption>Cap AP</figcaption></figure>",
        "![A](https://example.com/i.jpg)\n\nCap AP",
    );
}

#[test]
fn embeds_and_media() {
    check(
        "<iframe src='https://www.youtube.com/embed/abc?rel=0' title='A film'></iframe>",
        "<figure class=\"embed\"><figcaption><a href=\"https://www.youtube.com/watch?v=abc\">YouTube: A film</a></figcaption></figure>",
        "[YouTube: A film](https://www.youtube.com/watch?v=abc)",
    );
    check("<p>a<iframe src='https://ads.example/x'></iframe>b</p>", "<p>ab</p>", "ab");
    check(
        "<blockquote class=twitter-tweet><p>Hi</p>&mdash; A (@a) <a href='https://twitter.com/a/status/1'>May 1</a></blockquote>",
        "<blockquote cite=\"https://twitter.com/a/status/1\"><p>Hi</p><p>— A (@a) <a href=\"https://twitter.com/a/status/1\">May 1</a></p></blockquote>",
        "> Hi\n>\n> — A (@a) [May 1](https://twitter.com/a/status/1)",
    );
    check(
        "<video poster=/p.jpg><source src=/v.mp4></video>",
        "<video controls=\"\" preload=\"none\" src=\"https://example.com/v.mp4\" poster=\"https://example.com/p.jpg\"></video>",
        "[![Video](https://example.com/p.jpg)](https://example.com/v.mp4)",
    );
    check(
        "<details><summary>S</summary><p>a</p><pre>x\n\ny</pre></details>",
        "<details><summary>S</summary><p>a</p><pre><code>x\n\ny</code></pre></details>",
        "<details><summary>S</summary>\n\na\n\n```\nx\n\ny\n```\n\n</details>",
    );
}

#[test]
fn players() {
    let hosts = ["youtube.com", "vimeo.com", "spotify.com", "soundcloud.com", "evil.example"].map(str::to_owned);
    let shown = |source: &str| {
        let html = crate::render::html(&super::document_with(source, &hosts));
        let parsed = super::support::parse(&html);
        assert_eq!(super::support::violations(&parsed), Vec::<String>::new());
        html.split_once("<iframe src=\"").map(|(_, rest)| rest.split('"').next().unwrap_or_default().to_owned())
    };
    for (source, player) in [
        ("<iframe src='https://www.youtube.com/embed/abc?autoplay=1&list=x'></iframe>", Some("https://www.youtube-nocookie.com/embed/abc")),
        ("<iframe src=//player.vimeo.com/video/76979871></iframe>", Some("https://player.vimeo.com/video/76979871")),
        ("<lite-youtube videoid=abc></lite-youtube>", Some("https://www.youtube-nocookie.com/embed/abc")),
        ("<iframe src='https://open.spotify.com/embed/track/a1'></iframe>", Some("https://open.spotify.com/embed/track/a1")),
        (
            "<iframe src='https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&auto_play=true'></iframe>",
            Some("https://w.soundcloud.com/player/?url=https://soundcloud.com/a/b"),
        ),
        // Not asked for, not known, not to be told from a player by more than a look.
        ("<iframe src='https://geo.dailymotion.com/player.html?video=x'></iframe>", None),
        ("<iframe src='https://evil.example/embed/abc'></iframe>", None),
        ("<iframe src='https://www.youtube.com.evil.example/embed/abc'></iframe>", None),
        ("<iframe src='https://notyoutube.com/embed/abc'></iframe>", None),
        ("<iframe src='javascript:alert(1)//youtube.com/embed/abc'></iframe>", None),
        ("<iframe srcdoc='<script>alert(1)</script>' src='about:blank'></iframe>", None),
        ("<iframe src='https://www.youtube.com/embed/&quot;&gt;&lt;script&gt;'></iframe>", None),
        ("<iframe src='https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a%26auto_play%3Dtrue'></iframe>", None),
    ] {
        assert_eq!(shown(source).as_deref(), player, "{source}");
    }
}

#[test]
fn markdown_escapes() {
    check(
        "<p>1. *a* _b_ `c` [d](e) &lt;b&gt; #x</p>",
        "<p>1. *a* _b_ `c` [d](e) &lt;b&gt; #x</p>",
        "1\\. \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<b> #x",
    );
    check("<p>- a<br># b<br>+ c</p>", "<p>- a<br># b<br>+ c</p>", "\\- a\\\n\\# b\\\n\\+ c");
    check(
        "<p>Wow!<a href=/x title='A \"b\"'>y</a></p>",
        "<p>Wow!<a href=\"https://example.com/x\" title=\"A &quot;b&quot;\">y</a></p>",
        "Wow\\![y](https://example.com/x \"A \\\"b\\\"\")",
    );
    check("<p><b>a:</b>b <i>c</i></p>", "<p><strong>a:</strong>b <em>c</em></p>", "<strong>a:</strong>b *c*");
    check("<p><a href='https://a.b/'>https://a.b/</a>", "<p><a href=\"https://a.b/\">https://a.b/</a></p>", "<https://a.b/>");
}
