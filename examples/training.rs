//! Writes the rows of a corpus for model/train.py: `training rows PAGES.ndjson OUT`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use readwell::training::{names, rows, score_rows};
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
        ["score-rows", pages, scores, out] => write_score_rows(pages, scores, out),
        _ => Err(io::Error::other("usage: training rows PAGES.ndjson OUT | score-rows PAGES.ndjson SCORES.f32 OUT.f32")),
    }
}

fn pages(path: &str) -> io::Result<impl Iterator<Item = io::Result<PageLine>>> {
    Ok(BufReader::new(File::open(path)?).lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

/// `blocks.f32` and `pages.f32`: little-endian rows; `pages.ndjson`: id and block texts of each page; `names.json`.
fn write_rows(path: &str, out: &Path) -> io::Result<()> {
    std::fs::create_dir_all(out)?;
    let create = |name: &str| Ok::<_, io::Error>(BufWriter::new(File::create(out.join(name))?));
    let (mut blocks, mut wholes, mut lines) = (create("blocks.f32")?, create("pages.f32")?, create("pages.ndjson")?);
    for page in pages(path)? {
        let page = page?;
        let rows = rows(&page.html, page.url.as_deref());
        rows.blocks.iter().try_for_each(|row| write_row(&mut blocks, row))?;
        write_row(&mut wholes, &rows.page)?;
        writeln!(lines, "{}", json!({"id": page.id, "texts": rows.texts, "rules": rows.rules, "type": rows.page_type}))?;
    }
    let [block, page, second] = names();
    writeln!(create("names.json")?, "{}", json!({"block": block, "page": page, "second": second}))
}

fn write_row(out: &mut impl Write, row: &[f32]) -> io::Result<()> {
    row.iter().try_for_each(|value| out.write_all(&value.to_le_bytes()))
}

/// The second rows of all pages, given the first scores of all their blocks.
fn write_score_rows(path: &str, scores: &str, out: &str) -> io::Result<()> {
    let bytes = std::fs::read(scores)?;
    let mut scores = bytes.chunks_exact(4).map(|value| f32::from_le_bytes([value[0], value[1], value[2], value[3]]));
    let mut out = BufWriter::new(File::create(out)?);
    for page in pages(path)? {
        let page = page?;
        let count = readwell::training::block_count(&page.html);
        let own: Vec<f32> = scores.by_ref().take(count).collect();
        score_rows(&page.html, &own).iter().try_for_each(|row| write_row(&mut out, row))?;
    }
    Ok(())
}
