//! What holds for any input at all. The fuzz targets and the property tests check the same.

use readwell::{Cleaner, Declutter, DeclutterOptions, Options, Outcome, SiteRule, SiteRules};

use crate::support::assert_safe;

/// How much longer than its page an article's HTML may get: addresses are made absolute, text is escaped.
const MAX_GROWTH: usize = 12;

fn options() -> Options {
    Options { url: Some("https://page.example/a/b".into()), trace: true, ..Options::default() }
}

fn json(outcome: &Outcome) -> String {
    serde_json::to_string(outcome).expect("an outcome is data")
}

/// Cleaning bytes: nothing panics, the HTML is safe, and no longer than the page lets expect.
pub fn clean(bytes: &[u8]) {
    let outcome = readwell::clean_bytes(bytes, &options()).expect("the options are right");
    if let Outcome::Article(article) = outcome {
        assert_safe(&article.content, &article.content);
        assert!(article.content.len() <= MAX_GROWTH * bytes.len() + 1000, "{} from {}", article.content.len(), bytes.len());
        assert!((0.0..=1.0).contains(&article.quality));
        assert!(!article.text_content.trim().is_empty());
    }
}

/// Site rules: any text is a selector or a mistake, and what one chooses and removes is as safe as all else.
pub fn rules(selector: &str, page: &[u8]) {
    let list = vec![selector.to_owned()];
    let chosen = SiteRule { host: "page.example".into(), content: list.clone(), title: Some(selector.into()), ..SiteRule::default() };
    let removed = SiteRule { host: "*.example".into(), remove: list, date: Some(selector.into()), ..SiteRule::default() };
    for rule in [chosen, removed] {
        let Ok(site_rules) = SiteRules::new(vec![rule]) else { continue };
        let outcome = readwell::clean_bytes(page, &Options { site_rules, ..options() }).expect("the options are right");
        if let Outcome::Article(article) = outcome {
            assert_safe(&article.content, &article.content);
        }
    }
}

/// Chunks make no difference. The first bytes say where the others are cut.
pub fn chunked(bytes: &[u8]) {
    let (cuts, page) = bytes.split_at(bytes.len().min(8));
    let whole = readwell::clean_bytes(page, &options()).expect("the options are right");
    let mut cleaner = Cleaner::new(options()).expect("the options are right");
    let mut rest = page;
    for cut in cuts.iter().cycle().take(64) {
        let (chunk, after) = rest.split_at(usize::from(*cut).min(rest.len()));
        cleaner.write(chunk);
        rest = after;
    }
    cleaner.write(rest);
    assert_eq!(json(&cleaner.end()), json(&whole));
}

/// The stream: chunks make no difference, and it gives nothing that it was not given.
pub fn declutter(bytes: &[u8]) {
    let whole = run_declutter(bytes, bytes.len().max(1));
    assert_eq!(run_declutter(bytes, 3), whole);
    let utf_8_growth = 3 * bytes.len() + 3;
    assert!(whole.len() <= utf_8_growth);
}

fn run_declutter(bytes: &[u8], chunk: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut stream = Declutter::new(DeclutterOptions::default(), |part: &[u8]| out.extend_from_slice(part)).expect("the options are right");
    bytes.chunks(chunk).for_each(|chunk| stream.write(chunk).expect("no limit is met"));
    stream.end().expect("no limit is met");
    out
}

/// Structured data and tags of the head, from any text.
pub fn metadata(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let escaped = text.replace('"', "&quot;");
    let page = format!(
        "<html lang=\"{escaped}\"><head><title>{text}</title><meta property=og:title content=\"{escaped}\"><meta name=author content=\"{escaped}\">\
         <meta property=article:published_time content=\"{escaped}\"><link rel=canonical href=\"{escaped}\"><meta property=og:image content=\"{escaped}\">\
         <script type=application/ld+json>{text}</script></head><body><p>The ferry sails again.</p><time datetime=\"{escaped}\">{text}</time></body>"
    );
    let outcome = readwell::clean(&page, &options()).expect("the options are right");
    let metadata = match &outcome {
        Outcome::Article(article) => &article.metadata,
        Outcome::NoArticle(nothing) => &nothing.metadata,
    };
    for url in [&metadata.canonical_url, &metadata.image, &metadata.favicon].into_iter().flatten() {
        assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
    }
    for date in [&metadata.published_time, &metadata.modified_time].into_iter().flatten() {
        assert!(date.len() <= 40 && date.is_ascii(), "{date}");
    }
}

/// Candidates of pictures, from any text.
pub fn srcset(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).replace('"', "&quot;");
    let page = format!(
        "<main><p>{WORDS}</p><figure><img src=\"{text}\" srcset=\"{text}\" data-src=\"{text}\" alt=\"{text}\"></figure>\
         <picture><source srcset=\"{text}\"><img data-srcset=\"{text}\"></picture><p>{WORDS}</p></main>"
    );
    clean(page.as_bytes());
}

/// Markdown from any text: no line of it starts HTML that the source did not have as text in code.
pub fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).replace('&', "&amp;").replace('<', "&lt;");
    let page = format!("<main><h1>{text}</h1><p>{WORDS} {text} <a href=/x>{text}</a> <b>{text}</b></p><ul><li>{text}</ul></main>");
    let outcome = readwell::clean(&page, &options()).expect("the options are right");
    if let Some(article) = outcome.into_article() {
        assert!(
            !article.markdown.contains("<script") || article.markdown.contains("\\<script") || text.contains('`'),
            "{}",
            article.markdown
        );
        assert_safe(&article.content, &article.content);
    }
}

const WORDS: &str = "The ferry to the island sails again from Monday, after nine months of repairs in the yard at Northport, and will \
    carry forty cars and three hundred people four times a day, the harbour office said on Friday.";
