//! What the trainer of the block classifier needs of the core: not part of the public interface.

use crate::blocks::{Block, blocks};
use crate::classify::learned::{opinion, write_page_row, write_row};
use crate::classify::model::Model;
use crate::classify::{Classified, Known, Models, classify};
use crate::cleaner::finish_with;
use crate::features::{Page, Scores, Sink};
use crate::metadata::metadata;
use crate::sweep::{Sweep, Swept};
use crate::tape::Tape;
use crate::urls::Base;
use crate::{Error, Options, Outcome};

/// The numbers that a page is classified by.
pub struct Rows {
    /// A row of features for each block.
    pub blocks: Vec<Vec<f32>>,
    /// The row of the page.
    pub page: Vec<f32>,
    /// The text of each block.
    pub texts: Vec<String>,
    /// What the rules say of each block: 0 if they dropped it for what it is.
    pub rules: Vec<f32>,
    /// Why the rules dropped each block, if they did.
    pub reasons: Vec<String>,
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

fn sweep(html: &str) -> Swept {
    let mut sweep = Sweep::new(&Options::default().limits);
    sweep.write(html);
    sweep.end()
}

/// The names of the features of a block row and of a page row.
#[must_use]
pub fn names() -> [Vec<String>; 2] {
    let tape = sweep("<p>A").tape;
    let blocks = blocks(&tape);
    let page = Page::new(&tape, &blocks);
    let rules = by_rules(&tape, &blocks, None);
    let opinion = opinion(&tape, &blocks, &rules);
    let (mut block, mut whole) = (Names::default(), Names::default());
    write_row(&page, &Scores::new(&page, &opinion), rules.page_type, 0, &mut block);
    write_page_row(&page, rules.page_type, &mut whole);
    [block.0, whole.0]
}

fn by_rules(tape: &Tape, blocks: &[Block], url: Option<&str>) -> Classified {
    let base = Base::new(url).unwrap_or_default();
    let title = metadata(tape, blocks, &base).title;
    classify(tape, blocks, Known { url, title: title.as_deref(), ..Known::default() }, None)
}

/// The rows of a page.
#[must_use]
pub fn rows(html: &str, url: Option<&str>) -> Rows {
    let tape = sweep(html).tape;
    let blocks = blocks(&tape);
    let page = Page::new(&tape, &blocks);
    let classified: Classified = by_rules(&tape, &blocks, url);
    let rules = opinion(&tape, &blocks, &classified);
    let scores = Scores::new(&page, &rules);
    let row = |index| {
        let mut row = Vec::new();
        write_row(&page, &scores, classified.page_type, index, &mut row);
        row
    };
    let mut whole = Vec::new();
    write_page_row(&page, classified.page_type, &mut whole);
    Rows {
        blocks: (0..blocks.len()).map(row).collect(),
        page: whole,
        texts: blocks.iter().map(|block| block.text(&tape)).collect(),
        page_type: format!("{:?}", classified.page_type),
        reasons: classified.labels.iter().map(|label| format!("{label:?}")).collect(),
        rules,
    }
}

/// [`clean`](crate::clean) by other models than the built-in ones (of blocks, of pages), or with none by the rules alone.
///
/// # Errors
/// As for [`clean`](crate::clean).
pub fn clean_with(html: &str, options: &Options, models: Option<[&[u8]; 2]>) -> Result<Outcome, Error> {
    let models = models.and_then(Models::new);
    let base = Base::new(options.url.as_deref())?;
    Ok(finish_with(sweep(html), base, options, models.as_ref()))
}

/// The sums that a model gives rows; `None` if its bytes are no model.
#[must_use]
pub fn sums(model: &[u8], rows: &[Vec<f32>]) -> Option<Vec<f32>> {
    let model = Model::new(model)?;
    Some(model.sums(rows).map(|[sum]| sum).collect())
}
