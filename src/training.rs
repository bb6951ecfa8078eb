//! What the trainer of the block classifier needs of the core: not part of the public interface.

use crate::blocks::blocks;
use crate::features::{Page, Scores, Sink};
use crate::sweep::Sweep;
use crate::tape::Tape;
use crate::Limits;

/// The numbers that a page is classified by.
pub struct Rows {
    /// A row of features for each block.
    pub blocks: Vec<Vec<f32>>,
    /// The row of the page.
    pub page: Vec<f32>,
    /// The text of each block.
    pub texts: Vec<String>,
    /// What the rules say of each block: 1 article, 0.25 not, 0 not for what it is.
    pub rules: Vec<f32>,
    /// What the rules say of the page.
    pub page_type: String,
}

/// Collects the names of features.
#[derive(Default)]
struct Names(Vec<String>);

impl Sink for Names {
    fn put(&mut self, name: &str, _: f32) {
        let count = self.0.iter().filter(|known| known.split('#').next() == Some(name)).count();
        self.0.push(match count {
            0 => name.to_owned(),
            _ => format!("{name}#{count}"),
        });
    }
}

fn sweep(html: &str) -> Tape {
    let mut sweep = Sweep::new(&Limits::default());
    sweep.write(html);
    sweep.end().tape
}

/// The names of the features of a block row, a page row and a second row.
#[must_use]
pub fn names() -> [Vec<String>; 3] {
    let tape = sweep("<p>A");
    let blocks = blocks(&tape);
    let page = Page::new(&tape, &blocks);
    let (mut block, mut whole, mut second) = (Names::default(), Names::default(), Names::default());
    page.write_block(0, &mut block);
    page.write_scores(0, &Scores::new(&page, &[0.5]), &mut second);
    page.write_page(&mut whole);
    [block.0, whole.0, second.0]
}

/// The rows of a page.
#[must_use]
pub fn rows(html: &str, url: Option<&str>) -> Rows {
    let tape = sweep(html);
    let blocks = blocks(&tape);
    let page = Page::new(&tape, &blocks);
    let row = |index| {
        let mut row = Vec::new();
        page.write_block(index, &mut row);
        row
    };
    let mut whole = Vec::new();
    page.write_page(&mut whole);
    let classified = crate::classify::classify(&tape, &blocks, url);
    let rules = crate::classify::opinion(&tape, &blocks, &classified);
    Rows { rules, page_type: format!("{:?}", classified.page_type), blocks: (0..page.len()).map(row).collect(), page: whole, texts: blocks.iter().map(|block| block.text(&tape)).collect() }
}

/// The rows that a second model reads beside the first rows, given the first model's scores.
#[must_use]
pub fn score_rows(html: &str, scores: &[f32]) -> Vec<Vec<f32>> {
    let tape = sweep(html);
    let blocks = blocks(&tape);
    let page = Page::new(&tape, &blocks);
    let scores = Scores::new(&page, scores);
    let row = |index| {
        let mut row = Vec::new();
        page.write_scores(index, &scores, &mut row);
        row
    };
    (0..page.len()).map(row).collect()
}

/// How many blocks a page has.
#[must_use]
pub fn block_count(html: &str) -> usize {
    blocks(&sweep(html)).len()
}
