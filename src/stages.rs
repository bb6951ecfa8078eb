//! The stages of `clean`, one by one, for `benches/stages.rs`. No part of the API.

use crate::blocks::{Block, blocks};
use crate::classify::{Known, Models, classify};
use crate::compose::compose;
use crate::document::Document;
use crate::limits::Limits;
use crate::metadata::metadata;
use crate::plan::plan;
use crate::render;
use crate::sweep::Sweep;
use crate::tape::Tape;
use crate::urls::Base;

/// A page after the sweep.
pub struct SweptPage(Tape);

/// The sweep alone.
#[must_use]
pub fn sweep(html: &str) -> SweptPage {
    let mut sweep = Sweep::new(&Limits::default());
    sweep.write(html);
    SweptPage(sweep.end().tape)
}

impl SweptPage {
    /// Reads the page's metadata; how many fields it found.
    #[must_use]
    pub fn metadata(&self) -> usize {
        metadata(&self.0, &blocks(&self.0), &Base::default()).sources.len()
    }

    /// Splits the page into blocks and labels them.
    #[must_use]
    pub fn classify(&self) -> ClassifiedPage<'_> {
        let blocks = blocks(&self.0);
        let classified = classify(&self.0, &blocks, Known::default(), Models::built_in().as_ref());
        ClassifiedPage { tape: &self.0, blocks, classified }
    }
}

/// A page whose blocks are labelled.
pub struct ClassifiedPage<'a> {
    tape: &'a Tape,
    blocks: Vec<Block>,
    classified: crate::classify::Classified,
}

impl ClassifiedPage<'_> {
    /// Plans and composes the article.
    #[must_use]
    pub fn compose(&self) -> ComposedPage {
        let plan = plan(self.tape, &self.blocks, &self.classified);
        ComposedPage(compose(self.tape, &plan, &Base::default(), None))
    }
}

/// An article in its normal form.
pub struct ComposedPage(Document);

impl ComposedPage {
    /// Writes all three forms; their length.
    #[must_use]
    pub fn render(&self) -> usize {
        render::html(&self.0).len() + render::markdown(&self.0).len() + render::text(&self.0).len()
    }
}
