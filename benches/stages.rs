//! How fast each stage is, beside `lol_html` alone on the same bytes: `cargo bench --features bench`.
//!
//! The pages are the fixtures; `READWELL_PAGES=pages.ndjson` names others, a JSON object with an `html` each line.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use lol_html::html_content::{Element, TextChunk};
use lol_html::{DocumentContentHandlers, HtmlRewriter, Settings, element};
use readwell::stages;
use readwell::{Declutter, DeclutterOptions, Options};

fn pages() -> Vec<String> {
    if let Ok(path) = std::env::var("READWELL_PAGES") {
        let lines = fs::read_to_string(path).expect("READWELL_PAGES");
        let page = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["html"].as_str().map(str::to_owned);
        return lines.lines().filter_map(page).collect();
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let folders = fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("an entry").path());
    folders.filter_map(|folder| fs::read_to_string(folder.join("page.html")).ok()).collect()
}

/// `lol_html` alone: nothing but a pass.
fn pass(html: &str) -> usize {
    let mut length = 0;
    let mut rewriter = HtmlRewriter::new(Settings::new().with_strict(false), |bytes: &[u8]| length += bytes.len());
    rewriter.write(html.as_bytes()).and_then(|()| rewriter.end()).expect("HTML");
    length
}

/// `lol_html` alone, every token seen and none used.
fn tokens(html: &str) -> usize {
    let settings = Settings::new()
        .with_strict(false)
        .append_element_content_handler(element!("*", |_: &mut Element<'_, '_>| Ok(())))
        .append_document_content_handler(DocumentContentHandlers::default().text(|_: &mut TextChunk<'_>| Ok(())));
    let mut length = 0;
    let mut rewriter = HtmlRewriter::new(settings, |bytes: &[u8]| length += bytes.len());
    rewriter.write(html.as_bytes()).and_then(|()| rewriter.end()).expect("HTML");
    length
}

fn declutter(html: &str) -> usize {
    let mut length = 0;
    let mut stream = Declutter::new(DeclutterOptions::default(), |bytes: &[u8]| length += bytes.len()).expect("options");
    stream.write(html.as_bytes()).and_then(|()| stream.end()).expect("no limit");
    length
}

fn clean(html: &str) -> usize {
    let outcome = readwell::clean(html, &Options::default()).expect("options");
    usize::from(outcome.reason().is_none())
}

fn bench(criterion: &mut Criterion) {
    let pages = pages();
    let swept: Vec<_> = pages.iter().map(|page| stages::sweep(page)).collect();
    let classified: Vec<_> = swept.iter().map(stages::SweptPage::classify).collect();
    let composed: Vec<_> = classified.iter().map(stages::ClassifiedPage::compose).collect();
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10).throughput(Throughput::Bytes(pages.iter().map(String::len).sum::<usize>() as u64));
    let each = |run: &dyn Fn(&str) -> usize| pages.iter().map(|page| run(page)).sum::<usize>();
    group.bench_function("lol_html, pass", |b| b.iter(|| each(&pass)));
    group.bench_function("lol_html, every token", |b| b.iter(|| each(&tokens)));
    group.bench_function("declutter", |b| b.iter(|| each(&declutter)));
    group.bench_function("sweep", |b| b.iter(|| pages.iter().for_each(|page| drop(black_box(stages::sweep(page))))));
    group.bench_function("metadata", |b| b.iter(|| swept.iter().map(stages::SweptPage::metadata).sum::<usize>()));
    group.bench_function("blocks and classify", |b| b.iter(|| swept.iter().for_each(|page| drop(black_box(page.classify())))));
    group.bench_function("plan and compose", |b| b.iter(|| classified.iter().for_each(|page| drop(black_box(page.compose())))));
    group.bench_function("render", |b| b.iter(|| composed.iter().map(stages::ComposedPage::render).sum::<usize>()));
    group.bench_function("clean, all", |b| b.iter(|| each(&clean)));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
