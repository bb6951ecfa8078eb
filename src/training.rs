//! What the trainer of the block classifier needs of the core: not part of the public interface.

use crate::blocks::blocks;
use crate::features::{Page, Sink};
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
}

/// The names of the features: of blocks, and of pages.
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

/// The names of a block row's features and of a page row's.
#[must_use]
pub fn names() -> (Vec<String>, Vec<String>) {
    let tape = sweep("<p>A");
    let blocks = blocks(&tape);
    let page = Page::new(&tape, &blocks);
    let (mut block, mut whole) = (Names::default(), Names::default());
    page.write_block(0, &mut block);
    page.write_page(&mut whole);
    (block.0, whole.0)
}

/// The rows of a page.
#[must_use]
pub fn rows(html: &str) -> Rows {
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
    Rows { blocks: (0..page.len()).map(row).collect(), page: whole, texts: blocks.iter().map(|block| block.text(&tape)).collect() }
}
