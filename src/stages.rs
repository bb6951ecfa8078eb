//! The stages of `clean`, one by one over the same pages, for `npm run bench`. No part of the API.

use crate::blocks::{Block, blocks};
use crate::classify::{Classified, Known, Models, classify};
use crate::compose::compose;
use crate::document::Document;
use crate::limits::Limits;
use crate::metadata::metadata;
use crate::plan::plan;
use crate::sweep::{Sweep, alone};
use crate::tape::Tape;
use crate::urls::Base;
use crate::{Declutter, DeclutterOptions, Options, clean, render};

/// What can be timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The tokenizer alone: nothing but a pass.
    Pass,
    /// The tokenizer alone, every token seen and none used.
    Tokens,
    /// `Declutter`.
    Declutter,
    /// Bytes → tape.
    Sweep,
    /// Tape → metadata.
    Metadata,
    /// Tape → blocks → labels.
    Classify,
    /// Labels → plan → article in its normal form.
    Compose,
    /// Normal form → HTML, Markdown and text.
    Render,
    /// All of `clean`.
    Clean,
}

/// All stages, each with its name in the table.
pub const STAGES: [(&str, Stage); 9] = [
    (alone::NAMES[0], Stage::Pass),
    (alone::NAMES[1], Stage::Tokens),
    ("declutter", Stage::Declutter),
    ("sweep", Stage::Sweep),
    ("metadata", Stage::Metadata),
    ("blocks and classify", Stage::Classify),
    ("plan and compose", Stage::Compose),
    ("render, three forms", Stage::Render),
    ("clean, all", Stage::Clean),
];

/// Pages, each with what every stage makes of it, so that each stage can be run alone.
pub struct Pages(Vec<Page>);

struct Page {
    html: String,
    tape: Tape,
    blocks: Vec<Block>,
    classified: Classified,
    document: Document,
}

impl Page {
    fn new(html: String) -> Self {
        let tape = sweep(&html);
        let blocks = blocks(&tape);
        let classified = classify(&tape, &blocks, Known::default(), Models::built_in().as_ref());
        let document = compose(&tape, &plan(&tape, &blocks, &classified, &[]), &Base::default(), None, &[]);
        Self { html, tape, blocks, classified, document }
    }

    /// A number that depends on the whole work, so that none of it can be left out.
    fn run(&self, stage: Stage) -> usize {
        match stage {
            Stage::Pass => alone::pass(&self.html),
            Stage::Tokens => alone::tokens(&self.html),
            Stage::Declutter => declutter(&self.html),
            Stage::Sweep => sweep(&self.html).events().len(),
            Stage::Metadata => metadata(&self.tape, &self.blocks, &Base::default()).sources.len(),
            Stage::Classify => classify(&self.tape, &blocks(&self.tape), Known::default(), Models::built_in().as_ref()).labels.len(),
            Stage::Compose => {
                let plan = plan(&self.tape, &self.blocks, &self.classified, &[]);
                compose(&self.tape, &plan, &Base::default(), None, &[]).blocks.len()
            }
            Stage::Render => {
                render::html(&self.document).len() + render::markdown(&self.document).len() + render::text(&self.document).len()
            }
            Stage::Clean => clean(&self.html, &Options::default()).map_or(0, |outcome| usize::from(outcome.reason().is_none())),
        }
    }
}

impl Pages {
    /// Runs every stage of every page once.
    #[must_use]
    pub fn new(pages: Vec<String>) -> Self {
        Self(pages.into_iter().map(Page::new).collect())
    }

    /// Runs one stage of all pages.
    #[must_use]
    pub fn run(&self, stage: Stage) -> usize {
        self.0.iter().map(|page| page.run(stage)).sum()
    }

    /// Bytes of source.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|page| page.html.len()).sum()
    }
}

fn sweep(html: &str) -> Tape {
    let mut sweep = Sweep::new(&Limits::default());
    sweep.write(html);
    sweep.end().tape
}

fn declutter(html: &str) -> usize {
    let mut length = 0;
    let Ok(mut stream) = Declutter::new(DeclutterOptions::default(), |bytes: &[u8]| length += bytes.len()) else { return 0 };
    let written = stream.write(html.as_bytes()).and_then(|()| stream.end());
    length + usize::from(written.is_err())
}
