//! The learned classifier: gradient-boosted trees, read in place from the bytes that model/train.py wrote.
//!
//! The layout, all little-endian: the header ([`HEADER`] bytes: magic, version, then how many features, trees, thresholds
//! and nodes there are, how wide a row is, and the scale of the leaves); for each feature its place in the row (u16) and where its
//! thresholds begin (u16); the thresholds (f32); for each tree its first node (u16); the nodes (feature, threshold, and
//! what comes if the value is at most the threshold, and if not: each a byte; negative numbers are leaves); the leaves
//! (i16), one more a tree than it has nodes. Where there are several classes, the trees take turns.

/// The trained classifier of blocks.
pub(crate) static BLOCKS: &[u8] = include_bytes!("blocks.model");
/// The trained classifier of pages.
pub(crate) static PAGES: &[u8] = include_bytes!("pages.model");

const MAGIC: &[u8; 4] = b"RWGB";
const VERSION: u16 = 1;
const HEADER: usize = 20;

/// A model's tables.
pub(crate) struct Model<'a> {
    features: &'a [[u8; 4]],
    thresholds: &'a [[u8; 4]],
    trees: &'a [[u8; 2]],
    nodes: &'a [[u8; 4]],
    leaves: &'a [[u8; 2]],
    scale: f32,
}

impl<'a> Model<'a> {
    /// The tables of a model file; `None` if it is no such file, or of another version.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let short = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
        if &header[..4] != MAGIC || short(4) != VERSION {
            return None;
        }
        let [features, trees, thresholds, nodes] = [6, 8, 10, 12].map(|at| usize::from(short(at)));
        let scale = f32::from_le_bytes([header[16], header[17], header[18], header[19]]);
        let (features, rest) = table(rest, features)?;
        let (thresholds, rest) = table(rest, thresholds)?;
        let (trees_table, rest) = table(rest, trees)?;
        let (nodes_table, rest) = table(rest, nodes)?;
        let (leaves, rest) = table(rest, nodes + trees)?;
        rest.is_empty().then_some(Self { features, thresholds, trees: trees_table, nodes: nodes_table, leaves, scale })
    }

    /// For each class, the sum of the leaves that a row falls into.
    pub(crate) fn sums<const CLASSES: usize>(&self, row: &[f32]) -> [f32; CLASSES] {
        let mut values = [0.0; MAX_FEATURES];
        let mut starts = [0; MAX_FEATURES];
        for (index, [place_low, place_high, start_low, start_high]) in self.features.iter().take(MAX_FEATURES).enumerate() {
            values[index] = row.get(usize::from(u16::from_le_bytes([*place_low, *place_high]))).copied().unwrap_or_default();
            starts[index] = u16::from_le_bytes([*start_low, *start_high]);
        }
        let mut sums = [0; CLASSES];
        for (tree, first) in self.trees.iter().enumerate() {
            let first = usize::from(u16::from_le_bytes(*first));
            let leaf = self.leaf(first, &values, &starts);
            sums[tree % CLASSES] += i32::from(self.leaves.get(first + tree + leaf).map_or(0, |leaf| i16::from_le_bytes(*leaf)));
        }
        sums.map(|sum| sum as f32 * self.scale)
    }

    /// Which leaf of the tree that begins at a node the values fall into.
    fn leaf(&self, first: usize, values: &[f32; MAX_FEATURES], starts: &[u16; MAX_FEATURES]) -> usize {
        let mut at = 0;
        for _ in 0..MAX_DEPTH {
            let Some([feature, threshold, low, high]) = self.nodes.get(first + at).copied() else { return 0 };
            let threshold = usize::from(starts[usize::from(feature)]) + usize::from(threshold);
            let threshold = self.thresholds.get(threshold).map_or(0.0, |bytes| f32::from_le_bytes(*bytes));
            let next = match values[usize::from(feature)] <= threshold {
                true => low,
                false => high,
            };
            match next.cast_signed() {
                leaf if leaf < 0 => return usize::from(!next),
                _ => at = usize::from(next),
            }
        }
        0
    }

    /// The likelihood that a row's block is article.
    pub(crate) fn likelihood(&self, row: &[f32]) -> f32 {
        let [sum] = self.sums(row);
        1.0 / (1.0 + (-sum).exp())
    }
}

/// Nodes name features by a byte.
const MAX_FEATURES: usize = 256;
/// Nodes name nodes by seven bits.
const MAX_DEPTH: usize = 128;

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
        for sample in samples {
            let [sum] = model.sums(&row(sample.seed));
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
