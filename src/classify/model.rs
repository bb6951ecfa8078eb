//! The learned classifier: gradient-boosted trees, read in place from the bytes that model/train.py wrote.
//!
//! Trees are not walked. Each node whose test a row fails rules the leaves on its left out; what is left of a tree then
//! begins with the leaf that the row falls into (Lucchese et al. 2015, "a fast algorithm to rank documents
//! with additive ensembles of regression trees"). So nodes stand by feature and threshold, and those to apply are one run
//! for each feature.
//!
//! Rows are taken [`LANES`] at a time: what is left of a tree in all of them is one vector register, and one step rules
//! a node's leaves out in those that fail its test.
//!
//! The layout, all little-endian: the header ([`HEADER`] bytes: magic, version, then how many features, trees, thresholds
//! and nodes there are, how wide a row is, and the scale of the leaves); for each feature its place in the row and how many
//! thresholds it has (u16 each); the thresholds in order (f32); for each threshold how many nodes it has (u8); each node's tree
//! (u16), and each node's leaves that it rules out, a bit each (u16); for each tree how many leaves it has (u8), 16 at most; the
//! leaves (i16). Where there are several classes, the trees take turns. That tables tell how many, not where from, packs better
//! by a fifth.

use std::array;

/// The trained classifier of blocks.
pub(crate) static BLOCKS: &[u8] = include_bytes!("blocks.model");
/// The trained classifier of pages.
pub(crate) static PAGES: &[u8] = include_bytes!("pages.model");

const MAGIC: &[u8; 4] = b"RWGB";
const VERSION: u16 = 4;
const HEADER: usize = 20;

/// A power of two, so that any index is brought within it.
const MAX_TREES: usize = 512;

/// Rows that are summed up together: as many as a vector register of 128 bits has trees of 16 leaves.
pub(crate) const LANES: usize = 8;

/// A model's tables.
pub(crate) struct Model<'a> {
    features: &'a [[u8; 4]],
    thresholds: &'a [[u8; 4]],
    /// How many nodes each threshold has.
    counts: &'a [[u8; 1]],
    /// Of each node, its tree and the leaves that it rules out.
    trees: &'a [[u8; 2]],
    ruled_out: &'a [[u8; 2]],
    /// How many leaves each tree has.
    sizes: &'a [[u8; 1]],
    leaves: &'a [[u8; 2]],
    scale: f32,
}

impl<'a> Model<'a> {
    /// The tables of a model file; `None` if it is no such file, or of another version.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let [version, features, trees, thresholds, nodes] = [4, 6, 8, 10, 12].map(|at| short([header[at], header[at + 1]]));
        if &header[..4] != MAGIC || version != usize::from(VERSION) || trees > MAX_TREES {
            return None;
        }
        let scale = f32::from_le_bytes([header[16], header[17], header[18], header[19]]);
        let (features, rest) = table(rest, features)?;
        let (cuts, rest) = table(rest, thresholds)?;
        let (counts, rest) = table(rest, thresholds)?;
        let (of_trees, rest) = table(rest, nodes)?;
        let (ruled_out, rest) = table(rest, nodes)?;
        let (sizes, rest) = table(rest, trees)?;
        let (leaves, rest) = table(rest, nodes + trees)?;
        let model = Self { features, thresholds: cuts, counts, trees: of_trees, ruled_out, sizes, leaves, scale };
        rest.is_empty().then_some(model)
    }

    /// For each row and class, the sum of the leaves that the row falls into.
    pub(crate) fn sums<const CLASSES: usize>(&self, rows: &[Vec<f32>]) -> impl Iterator<Item = [f32; CLASSES]> {
        rows.chunks(LANES).flat_map(|rows| {
            let lanes = array::from_fn(|lane| rows.get(lane).map_or(&[][..], Vec::as_slice));
            self.sums_of_lanes(lanes).into_iter().take(rows.len())
        })
    }

    fn sums_of_lanes<const CLASSES: usize>(&self, rows: [&[f32]; LANES]) -> [[f32; CLASSES]; LANES] {
        let live = self.live(rows);
        let mut sums = [[0; CLASSES]; LANES];
        let mut first = 0;
        for (index, (live, [size])) in live.iter().zip(self.sizes).enumerate() {
            for (sums, live) in sums.iter_mut().zip(live) {
                let leaf = self.leaves.get(first + live.trailing_zeros() as usize);
                sums[index % CLASSES] += leaf.map_or(0, |leaf| i32::from(i16::from_le_bytes(*leaf)));
            }
            first += usize::from(*size);
        }
        sums.map(|sums| sums.map(|sum| sum as f32 * self.scale))
    }

    /// For each tree and row, a bit for each leaf that no failed test rules out.
    fn live(&self, rows: [&[f32]; LANES]) -> [[u16; LANES]; MAX_TREES] {
        let mut live = [[u16::MAX; LANES]; MAX_TREES];
        let (mut thresholds, mut nodes) = (self.thresholds.iter().zip(self.counts), self.trees.iter().zip(self.ruled_out));
        for [low, high, count @ ..] in self.features {
            let values = rows.map(|row| row.get(short([*low, *high])).copied().unwrap_or_default());
            let mut own = thresholds.by_ref().take(short(*count));
            let mut passed = 0;
            while let Some((cut, [count])) = own.next() {
                let cut = f32::from_le_bytes(*cut);
                let failed = values.map(|value| if value > cut { u16::MAX } else { 0 });
                if failed == [0; LANES] {
                    passed = own.by_ref().fold(usize::from(*count), |sum, (_, [count])| sum + usize::from(*count));
                    break;
                }
                for (tree, out) in nodes.by_ref().take(usize::from(*count)) {
                    let out = u16::from_le_bytes(*out);
                    for (live, failed) in live[short(*tree) % MAX_TREES].iter_mut().zip(failed) {
                        *live &= !(failed & out);
                    }
                }
            }
            if passed > 0 {
                nodes.nth(passed - 1);
            }
        }
        live
    }

    /// The likelihoods that rows' blocks are article.
    pub(crate) fn likelihoods(&self, rows: &[Vec<f32>]) -> impl Iterator<Item = f32> {
        self.sums(rows).map(|[sum]| 1.0 / (1.0 + (-sum).exp()))
    }
}

const fn short(bytes: [u8; 2]) -> usize {
    u16::from_le_bytes(bytes) as usize
}

/// Splits a table of so many entries off.
fn table<const SIZE: usize>(bytes: &[u8], entries: usize) -> Option<(&[[u8; SIZE]], &[u8])> {
    let (table, rest) = bytes.split_at_checked(entries * SIZE)?;
    Some((table.as_chunks().0, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows that no page has, and what the trainer says that the built-in model sums them up to: `train.py --write` makes them.
    const SAMPLES: &str = include_str!("blocks.samples.json");

    #[derive(serde::Deserialize)]
    struct Sample {
        /// Seed of the row: see [`row`].
        seed: u32,
        sum: f32,
    }

    /// The trainer's rows: values of many sizes from a linear congruential generator.
    fn row(seed: u32) -> Vec<f32> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / 16_777_216.0
        };
        (0..WIDTH).map(|_| if next() < 0.5 { next() } else { next() * 12.0 - 1.0 }).collect()
    }

    /// More features than any row has.
    const WIDTH: usize = 512;

    #[test]
    fn rust_and_the_trainer_agree() {
        let model = Model::new(BLOCKS).expect("the built-in model is one");
        let samples: Vec<Sample> = serde_json::from_str(SAMPLES).expect("the samples are JSON");
        assert!(samples.len() >= 100);
        let rows: Vec<Vec<f32>> = samples.iter().map(|sample| row(sample.seed)).collect();
        for (sample, [sum]) in samples.iter().zip(model.sums(&rows)) {
            assert!((sum - sample.sum).abs() < 1e-4, "seed {}: {sum} is not {}", sample.seed, sample.sum);
        }
    }

    #[test]
    fn other_bytes_are_no_model() {
        assert!(Model::new(b"").is_none());
        assert!(Model::new(&BLOCKS[..BLOCKS.len() - 1]).is_none());
        let mut other = BLOCKS.to_vec();
        other[4] ^= 1;
        assert!(Model::new(&other).is_none());
    }

    /// The row has as many features as the model was trained on: a feature added or taken away needs a new model.
    #[test]
    fn the_model_reads_within_the_row() {
        let mut sweep = crate::sweep::Sweep::new(&crate::Limits::default());
        sweep.write("<p>One block.");
        let tape = sweep.end().tape;
        let blocks = crate::blocks::blocks(&tape);
        let page = crate::features::Page::new(&tape, &blocks);
        let scores = crate::features::Scores::new(&page, &[1.0]);
        let mut row: Vec<f32> = Vec::new();
        crate::classify::learned::write_row(&page, &scores, crate::article::PageType::Article, 0, &mut row);
        let model = Model::new(BLOCKS).expect("the built-in model is one");
        let width = usize::from(u16::from_le_bytes([BLOCKS[14], BLOCKS[15]]));
        assert_eq!(row.len(), width, "train the model again: model/README.md");
        assert!(model.features.iter().all(|[low, high, ..]| usize::from(u16::from_le_bytes([*low, *high])) < width));
    }
}
