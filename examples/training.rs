//! What model/train.py runs:
//! `training rows PAGES.ndjson OUT` writes the rows of a corpus,
//! `training clean PAGES.ndjson BLOCKS.model PAGES.model` prints each page's text by model files, or with `-` by the rules alone,
//! `training evidence PAGES.ndjson` prints the numbers that `isProbablyReaderable` weighs, by name,
//! `training sums MODEL ROWS.f32 WIDTH` prints what a model sums rows up to.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use readwell::training::{clean_with, evidence, names, rows, sums};
use readwell::{Options, Outcome};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct PageLine {
    id: String,
    html: String,
    url: Option<String>,
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["rows", pages, out] => write_rows(pages, Path::new(out)),
        ["clean", pages, "-"] => clean(pages, None),
        ["clean", pages, blocks, wholes] => clean(pages, Some([blocks, wholes])),
        ["evidence", pages] => print_evidence(pages),
        ["sums", model, rows, width] => print_sums(model, rows, width),
        _ => Err(io::Error::other(
            "usage: training rows PAGES.ndjson OUT | clean PAGES.ndjson (- | BLOCKS.model PAGES.model) | evidence PAGES.ndjson | sums MODEL ROWS.f32 WIDTH",
        )),
    }
}

fn pages(path: &str) -> io::Result<impl Iterator<Item = io::Result<PageLine>>> {
    Ok(BufReader::new(File::open(path)?).lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

/// `blocks.f32` and `pages.f32`: little-endian rows; `pages.ndjson`: each page's id, block texts and the rules' opinion;
/// `names.json`.
fn write_rows(path: &str, out: &Path) -> io::Result<()> {
    std::fs::create_dir_all(out)?;
    let create = |name: &str| Ok::<_, io::Error>(BufWriter::new(File::create(out.join(name))?));
    let (mut blocks, mut wholes, mut lines) = (create("blocks.f32")?, create("pages.f32")?, create("pages.ndjson")?);
    for page in pages(path)? {
        let page = page?;
        let rows = rows(&page.html, page.url.as_deref());
        rows.blocks.iter().try_for_each(|row| write_row(&mut blocks, row))?;
        write_row(&mut wholes, &rows.page)?;
        writeln!(
            lines,
            "{}",
            json!({"id": page.id, "texts": rows.texts, "rules": rows.rules, "reasons": rows.reasons, "type": rows.page_type})
        )?;
    }
    let [block, page] = names();
    writeln!(create("names.json")?, "{}", json!({"block": block, "page": page}))
}

fn write_row(out: &mut impl Write, row: &[f32]) -> io::Result<()> {
    row.iter().try_for_each(|value| out.write_all(&value.to_le_bytes()))
}

/// As `readwell --ndjson`, as far as the scorer of texts reads it.
fn clean(path: &str, models: Option<[&str; 2]>) -> io::Result<()> {
    let models = models.map(|[blocks, wholes]| Ok::<_, io::Error>([std::fs::read(blocks)?, std::fs::read(wholes)?])).transpose()?;
    let models = models.as_ref().map(|models| models.each_ref().map(Vec::as_slice));
    let mut out = BufWriter::new(io::stdout().lock());
    for page in pages(path)? {
        let page = page?;
        let options = Options { url: page.url, ..Options::default() };
        let start = Instant::now();
        let outcome = clean_with(&page.html, &options, models).map_err(io::Error::other)?;
        let ms = start.elapsed().as_secs_f64() * 1e3;
        let (text, page_type) = match outcome {
            Outcome::Article(article) => (article.text_content, Some(article.page_type)),
            Outcome::NoArticle(nothing) => (nothing.text_content, None),
        };
        writeln!(out, "{}", json!({"id": page.id, "textContent": text, "pageType": page_type, "ms": ms}))?;
    }
    Ok(())
}

fn print_evidence(path: &str) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for page in pages(path)? {
        let PageLine { id, html, .. } = page?;
        writeln!(out, "{}", json!({"id": id, "evidence": evidence(&html)}))?;
    }
    Ok(())
}

fn print_sums(model: &str, rows: &str, width: &str) -> io::Result<()> {
    let values = std::fs::read(rows)?;
    let values: Vec<f32> = values.chunks_exact(4).map(|bytes| f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])).collect();
    let width = width.parse().map_err(io::Error::other)?;
    let rows: Vec<Vec<f32>> = values.chunks_exact(width).map(<[f32]>::to_vec).collect();
    let sums = sums(&std::fs::read(model)?, &rows).ok_or_else(|| io::Error::other("no model of this version"))?;
    sums.iter().try_for_each(|sum| writeln!(io::stdout(), "{sum}"))
}
